//// SpTags
static readonly System.Diagnostics.ActivitySource Source = new("shop");
void M(User u)
{
    using var activity = Source.StartActivity("checkout");
    activity?.SetTag("user.id", u.Id);
    activity?.SetTag("user.plan", u.Plan).SetTag("user.admin", u.IsAdmin);
    activity?.AddTag("user.mail", u.Email); // LEAK INS3002
}
//// SpTagsSafe
static readonly System.Diagnostics.ActivitySource Source = new("shop");
void M(User u, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
{
    using var activity = Source.StartActivity($"checkout {u.Plan}", System.Diagnostics.ActivityKind.Server);
    if (activity is null)
        return;
    activity.DisplayName = "checkout of " + u.Key;
    activity.SetTag("enduser.pseudo", redactor.Redact(u.Email));
    activity.SetTag("enduser.has_phone", u.Phone is not null);
    activity.SetStatus(u.Phone is null ? System.Diagnostics.ActivityStatusCode.Error : System.Diagnostics.ActivityStatusCode.Ok, u.Phone is null ? "no phone" : null);
}
//// SpStartName
static readonly System.Diagnostics.ActivitySource Source = new("crm");
System.Diagnostics.Activity? M(Customer c) => Source.StartActivity("load " + c.Email, System.Diagnostics.ActivityKind.Client); // LEAK INS3002
//// SpDisplayNameAndStatus
void M(System.Diagnostics.Activity activity, User u, bool ok)
{
    var title = u.Display();
    if (ok)
    {
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Ok, title.Length + " characters");
        return;
    }
    activity.DisplayName = "greet " + title; // LEAK INS3002
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, $"could not greet {title}"); // LEAK INS3002
}
//// SpBaggage
void M(User u)
{
    System.Diagnostics.Activity.Current?.SetBaggage("tenant", u.Plan);
    System.Diagnostics.Activity.Current?.AddBaggage("city", u.Home.City); // LEAK INS3002
    OpenTelemetry.Baggage.SetBaggage("user", u.Id.ToString());
    OpenTelemetry.Baggage.SetBaggage("user", u.FullName); // LEAK INS3002
}
//// SpEvents
void M(System.Diagnostics.Activity? activity, Visit v)
{
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("visit", v.At));
    var details = new System.Diagnostics.ActivityTagsCollection { ["visit.id"] = v.Id, ["visit.hour"] = v.At.Hour };
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("visit.details", tags: details));
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("visit.from " + v.IpAddress)); // LEAK INS3002
}
//// SpBaggageCount
void M(System.Diagnostics.Activity activity, IReadOnlyCollection<User> users)
{
    var mails = users.Select(u => u.Email).ToHashSet();
    activity.AddBaggage("recipients", mails.Count.ToString());
    activity.AddBaggage("me", mails.Contains("me@example.org") ? "yes" : "no");
    activity.SetTag("duplicates", users.Count - mails.Count);
    OpenTelemetry.Baggage.SetBaggage("largest", mails.Max(m => m.Length).ToString());
}
//// SpTracer
void M(OpenTelemetry.Trace.Tracer tracer, User u)
{
    var span = tracer.StartActiveSpan("user/" + u.Id);
    span.SetAttribute("roles", u.Roles.Count).SetAttribute("plan", u.Plan);
    span.UpdateName(u.IsAdmin ? "admin" : "user");
    span.AddEvent("seen");
    span.SetAttribute("phone", u.Phone); // LEAK INS3002
}
//// SpInstrumentedService !
internal static class Telemetry
{
    public static readonly System.Diagnostics.ActivitySource Source = new("hospital.appointments");

    public static System.Diagnostics.Activity? Tag(this System.Diagnostics.Activity? activity, string key, object? value)
        => value is null ? activity : activity?.SetTag("app." + key, value);
}

internal class Appointments(IUsers users)
{
    private readonly SortedList<DateTime, User> _calendar = [];

    public async Task<bool> BookAsync(int patientId, DateTime at, CancellationToken ct)
    {
        using var activity = Telemetry.Source.StartActivity();
        activity.Tag("patient", patientId).Tag("at", at);
        var patient = await users.GetAsync(patientId, ct);
        activity.Tag("adult", patient.BirthDate.AddYears(18) <= at);
        if (!_calendar.TryAdd(at, patient))
        {
            activity.Tag("taken_by", _calendar[at].Id);
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "slot is taken");
            return false;
        }

        activity.Tag("same_name", _calendar.Values.Count(p => p.FullName == patient.FullName) - 1);
        activity.Tag("booked", _calendar.Count);
        return true;
    }
}
//// SpTracingDecorator !
internal class TracingUsers(IUsers inner) : IUsers
{
    private static readonly System.Diagnostics.ActivitySource Source = new("users");

    public User Get(int id)
    {
        using var activity = Source.StartActivity("Users.Get");
        activity?.SetTag("id", id);
        var user = inner.Get(id);
        Describe(activity, user.FullName);
        return user;
    }

    public async Task<User> GetAsync(int id, CancellationToken cancel = default)
    {
        using var activity = Source.StartActivity("Users.GetAsync");
        activity?.SetTag("id", id);
        try
        {
            var user = await inner.GetAsync(id, cancel);
            activity?.SetTag("found", true);
            return user;
        }
        catch (KeyNotFoundException)
        {
            Describe(activity, "missing");
            throw;
        }
    }

    public IEnumerable<User> All() => inner.All();
    public IAsyncEnumerable<User> Stream() => inner.Stream();

    private static void Describe(System.Diagnostics.Activity? activity, string what)
    {
        if (activity is { IsAllDataRequested: true })
            activity.SetTag("description", what); // LEAK INS3002
    }
}
//// SpLinksAndStartTags
static readonly System.Diagnostics.ActivitySource Source = new("billing");
void M(User u, System.Diagnostics.ActivityContext parent)
{
    var tags = new List<KeyValuePair<string, object?>> { new("user.id", u.Id), new("user.salaried", u.Salary > 0) };
    var links = new[] { new System.Diagnostics.ActivityLink(parent, new System.Diagnostics.ActivityTagsCollection { { "plan", u.Plan } }) };
    using var a = Source.StartActivity("bill", System.Diagnostics.ActivityKind.Internal, parent, tags, links);
    tags.Add(new("user.born", u.BirthDate));
    using var b = Source.StartActivity("bill again", System.Diagnostics.ActivityKind.Internal, parent, tags); // LEAK INS3002
}
//// SpReadBack
// The baggage is only read; what the caller sent stays out of the span.
void M(ILogger log, System.Diagnostics.Activity activity, User u)
{
    var expected = u.Email;
    var sent = activity.GetBaggageItem("mail");
    var matches = string.Equals(expected, sent, StringComparison.OrdinalIgnoreCase);
    activity.SetTag("mail.matches", matches);
    activity.SetTag("mail.first_difference", sent is null ? -1 : expected.Zip(sent).TakeWhile(p => p.First == p.Second).Count());
    log.LogDebug("Mail matches: {Matches}", matches);
}
//// SpPropagation !
internal class OutgoingMail
{
    public Dictionary<string, string> Headers { get; } = [];
    public string To { get; init; } = "";
}

internal class MailGateway
{
    private static readonly System.Diagnostics.ActivitySource Source = new System.Diagnostics.ActivitySource("mail.gateway");

    public void Send(User recipient, Action<OutgoingMail> transport)
    {
        var mail = new OutgoingMail { To = recipient.Email };
        using (var activity = Source.StartActivity("send", System.Diagnostics.ActivityKind.Producer))
        {
            if (activity != null)
            {
                mail.Headers["traceparent"] = activity.Id ?? "";
                foreach (KeyValuePair<string, string?> item in activity.Baggage)
                    mail.Headers["baggage-" + item.Key] = item.Value ?? "";
                activity.SetTag("headers", string.Join(",", mail.Headers.Keys));
                activity.SetTag("to.length", mail.To.Length);
            }

            try
            {
                transport(mail);
            }
            catch (Exception e)
            {
                if (activity != null)
                    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, e.GetType().FullName);
                throw;
            }
        }
    }
}
//// SpEnricher !
internal interface ISpanEnricher { IEnumerable<(string Key, object? Value)> Tags(User user); }

internal class IdEnricher : ISpanEnricher
{
    public IEnumerable<(string Key, object? Value)> Tags(User user)
    {
        yield return ("id", user.Id);
        yield return ("key", user.Key);
    }
}

internal class ProfileEnricher : ISpanEnricher
{
    public IEnumerable<(string Key, object? Value)> Tags(User user) =>
    [
        ("plan", user.Plan),
        ("tier", user.Tier),
        ("complete", user is { Phone: not null, FullName.Length: > 0 }),
        ("domains", user.Aliases.Select(a => a.Length).DefaultIfEmpty().Sum()),
    ];
}

internal class EnrichedOperation(IReadOnlyList<ISpanEnricher> enrichers)
{
    private static readonly System.Diagnostics.ActivitySource Source = new("enriched");

    public T Run<T>(string name, User user, Func<User, T> body)
    {
        using var activity = Source.StartActivity(name);
        foreach (var (key, value) in enrichers.SelectMany(e => e.Tags(user)))
            activity?.SetTag(key, value);
        return body(user);
    }

    public string Greeting(User user) => Run("greeting", user, u => "Hello " + u.FullName);
}

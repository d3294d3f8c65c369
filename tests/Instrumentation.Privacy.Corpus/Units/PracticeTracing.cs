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
//// TagsFromPairList
static IEnumerable<(string Key, object? Value)> Facts(User u)
{
    yield return ("enduser.id", u.Id);
    yield return ("enduser.name", u.FullName);
    yield return ("enduser.tier", u.Tier.ToString());
}
void Enrich(System.Diagnostics.Activity activity, User u)
{
    var facts = Facts(u).Where(f => f.Value is not null).ToList();
    foreach (var (key, value) in facts)
        activity.SetTag(key, value); // LEAK INS3002
}
//// TagFromOneDictionaryKey
static Dictionary<string, string?> Describe(User u) => new()
{
    ["mail"] = u.Email,
    ["phone"] = u.Phone,
    ["plan"] = u.Plan,
};
void Enrich(System.Diagnostics.Activity? activity, User u)
{
    var facts = Describe(u);
    activity?.SetTag("enduser.plan", facts["plan"]);
    activity?.SetTag("enduser.facts", facts.Count);
}
//// CheckoutSpanTags
static readonly System.Diagnostics.ActivitySource Source = new("Shop.Checkout");
System.Diagnostics.Activity? Begin(Customer customer, int items)
{
    var tags = new List<KeyValuePair<string, object?>>
    {
        new("cart.items", items),
        new("customer.level", customer.Level),
    };
    if (customer.Level != "guest")
        tags.Add(KeyValuePair.Create("customer.contact", (object?)customer.Email));
    return Source.StartActivity("checkout", System.Diagnostics.ActivityKind.Server, default(System.Diagnostics.ActivityContext), tags); // LEAK INS3002
}
//// SalaryMeasured
sealed class PayrollMetrics(System.Diagnostics.Metrics.Meter meter)
{
    readonly System.Diagnostics.Metrics.Histogram<double> _paid = meter.CreateHistogram<double>("payroll.paid");
    readonly System.Diagnostics.Metrics.Counter<int> _runs = meter.CreateCounter<int>("payroll.runs");
    public void Paid(User u)
    {
        var tag = new KeyValuePair<string, object?>("tier", u.Tier);
        _paid.Record((double)u.Salary, tag);
        _runs.Add(u.Aliases.Length, tag, new("admin", u.IsAdmin));
    }
}
void Run(IUsers users, PayrollMetrics metrics)
{
    foreach (var u in users.All().OrderByDescending(x => x.Salary))
        metrics.Paid(u);
}
//// DenialEvent
static System.Diagnostics.ActivityTagsCollection Context(string path, Visit visit)
{
    var tags = new System.Diagnostics.ActivityTagsCollection();
    tags.Add("path", path);
    tags["client"] = visit.IpAddress;
    return tags;
}
bool Allow(Visit visit, string path, ISet<Guid> blocked)
{
    if (!blocked.Contains(visit.Id))
        return true;
    var details = Context(path, visit);
    System.Diagnostics.Activity.Current?.AddEvent(new System.Diagnostics.ActivityEvent("denied", DateTimeOffset.UtcNow, details)); // LEAK INS3002
    return false;
}
//// DenialEventWithoutClient
bool Allow(Visit visit, string path, IDictionary<string, int> strikes)
{
    var count = strikes.TryGetValue(visit.IpAddress, out var n) ? n + 1 : 1;
    strikes[visit.IpAddress] = count;
    var details = new System.Diagnostics.ActivityTagsCollection
    {
        { "path", path },
        { "strikes", count },
        { "visit", visit.Id },
        { "loopback", visit.IpAddress is "127.0.0.1" or "::1" },
    };
    System.Diagnostics.Activity.Current?.AddEvent(new System.Diagnostics.ActivityEvent("checked", default, details));
    return count < 5;
}
//// StatusFromRecord
void Close(System.Diagnostics.Activity activity, IEnumerable<Customer> open, int budget)
{
    var last = open.OrderBy(c => c.Level).LastOrDefault();
    if (last is null)
    {
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Ok);
        return;
    }
    string description = budget < 0 ? "over budget" : $"still open: {last}";
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, description); // LEAK INS3002
}
//// HashedBaggage
static string Pseudonym(string value, byte[] key)
{
    using var mac = new System.Security.Cryptography.HMACSHA256(key);
    var hash = mac.ComputeHash(System.Text.Encoding.UTF8.GetBytes(value.Trim().ToLowerInvariant()));
    return Convert.ToHexString(hash, 0, 8);
}
void Propagate(User u, byte[] key)
{
    var pseudonym = Pseudonym(u.Email, key);
    System.Diagnostics.Activity.Current?.SetBaggage("enduser.pseudonym", pseudonym);
    OpenTelemetry.Baggage.SetBaggage("enduser.pseudonym", pseudonym);
}
//// RequestCounterTagList
readonly System.Diagnostics.Metrics.Counter<long> _requests;
static void AddCaller(ref System.Diagnostics.TagList tags, User? caller)
{
    tags.Add("authenticated", caller is not null);
    if (caller?.Home is { City: var city })
        tags.Add("caller.city", city);
}
void Count(string route, User? caller)
{
    var tags = new System.Diagnostics.TagList { { "route", route } };
    AddCaller(ref tags, caller);
    _requests.Add(1, tags); // LEAK INS3003
}
//// TagListIsCopied
readonly System.Diagnostics.Metrics.Counter<long> _requests;
int Count(string route, User caller)
{
    var shared = new System.Diagnostics.TagList { { "route", route } };
    var detailed = shared;
    detailed.Add("caller", caller.Email);
    _requests.Add(1, shared);
    return detailed.Count;
}
//// LatencyByTenantOwner
sealed class Latency
{
    readonly System.Diagnostics.Metrics.Histogram<double> _ms;
    public Latency(System.Diagnostics.Metrics.Meter meter) => _ms = meter.CreateHistogram<double>("latency", "ms");
    public IDisposable Measure(string operation, string owner) => new Timer(this, operation, owner);
    sealed class Timer(Latency parent, string operation, string owner) : IDisposable
    {
        readonly long _start = System.Diagnostics.Stopwatch.GetTimestamp();
        public void Dispose()
        {
            var ms = System.Diagnostics.Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
            parent._ms.Record(ms, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("owner", owner)); // LEAK INS3003
        }
    }
}
async Task Export(Latency latency, IUsers users, int id, Func<User, Task> export)
{
    var user = await users.GetAsync(id);
    using (latency.Measure("export", user.Manager?.Email ?? "nobody"))
        await export(user);
}
//// ScopeOverPlainObject
async Task Handle(ILogger logger, IUsers users, int id, Func<User, Task> next)
{
    var user = await users.GetAsync(id);
    using (logger.BeginScope(user))
    using (logger.BeginScope("Plan {Plan}, home {Home}", user.Plan, user.Home))
    {
        await next(user);
        logger.LogInformation("Handled");
    }
}
//// ScopeDictionaryGrows
static Dictionary<string, object> Props(string operation) => new() { ["Operation"] = operation };
async Task Handle(ILogger logger, IUsers users, int id, Func<User, Task> next)
{
    var state = Props("handle");
    var user = await users.GetAsync(id);
    state.TryAdd("UserId", user.Id);
    state.TryAdd("Contact", user.Phone ?? user.Email);
    using var scope = logger.BeginScope(state); // LEAK INS3006
    await next(user);
}
//// ConsolePrintsArrayType
void List(IUsers users)
{
    foreach (var u in users.All())
    {
        var aliases = u.Aliases.ToList();
        Console.WriteLine($"{u.Id}: {aliases}");
        Console.WriteLine("raw: " + u.Aliases);
        System.Diagnostics.Trace.WriteLine(aliases);
    }
}
//// SerilogScopePerVisitor
sealed class VisitorScope : IDisposable
{
    readonly Stack<IDisposable> _open = new();
    public VisitorScope With(string name, object? value)
    {
        _open.Push(Serilog.Context.LogContext.PushProperty(name, value)); // LEAK INS3006
        return this;
    }
    public void Dispose()
    {
        while (_open.TryPop(out var d))
            d.Dispose();
    }
}
void Track(Serilog.ILogger log, Visit visit, Action work)
{
    using var scope = new VisitorScope().With("VisitId", visit.Id).With("Remote", visit.IpAddress);
    work();
    log.Information("Done");
}
//// WriterThatStaysInMemory
static void Render(TextWriter writer, IEnumerable<User> users)
{
    foreach (var u in users)
    {
        writer.Write(u.FullName);
        writer.Write(';');
        writer.WriteLine(u.Home.Street);
    }
}
int Preview(IUsers users)
{
    using var buffer = new StringWriter();
    Render(buffer, users.All());
    var size = buffer.ToString().Length;
    Console.WriteLine("Preview takes {0} characters", size);
    System.Diagnostics.Trace.TraceInformation("Preview of {0}", size);
    return size;
}
//// TraceSwitchDump
static readonly System.Diagnostics.TraceSwitch Verbosity = new("import", "Import details");
static object[] Row(int line, User u)
{
    var row = new object[3];
    row[0] = line;
    row[1] = u.Plan;
    row[2] = u.BirthDate.ToString("yyyy-MM-dd");
    return row;
}
void Import(IUsers users)
{
    var line = 0;
    foreach (var u in users.All())
    {
        var row = Row(++line, u);
        if (Verbosity.TraceInfo)
            System.Diagnostics.Trace.TraceInformation("line {0}, plan {1}: {2}", row); // LEAK INS3005
    }
}
//// AssertsOnMail
void Accept(User u, DateTime today)
{
    var at = u.Email.LastIndexOf('@');
    System.Diagnostics.Debug.Assert(at > 0, "mail without local part");
    System.Diagnostics.Debug.Assert(u.BirthDate < today, "born in the future");
    System.Diagnostics.Debug.WriteLineIf(u.Email.Length > 254, "mail is too long");
    System.Diagnostics.Debug.WriteLine("accepted at offset " + at);
    Console.Error.WriteLine(u.Phone == null ? "no phone" : "phone given");
}
//// SpanRenamed
static string Route(string template, User u)
{
    var path = template.Replace("{user}", Uri.EscapeDataString(u.Email));
    return "GET " + path;
}
void Rename(User u, string template)
{
    var activity = System.Diagnostics.Activity.Current;
    activity?.DisplayName = Route(template, u); // LEAK INS3002
}
//// SpanKeepsTemplate
static string Route(string template, User u, out string resolved)
{
    resolved = template.Replace("{user}", u.Email);
    return "GET " + template;
}
void Rename(User u, string template, IDictionary<Guid, string> routes)
{
    var name = Route(template, u, out var resolved);
    routes[u.Key] = resolved;
    System.Diagnostics.Activity.Current?.DisplayName = name;
    System.Diagnostics.Activity.Current?.SetTag("route.depth", resolved.Count(c => c == '/'));
}

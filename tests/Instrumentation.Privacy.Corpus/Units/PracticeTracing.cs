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
//// CheckoutSpan
private static readonly System.Diagnostics.ActivitySource Source = new("Shop.Checkout");
public void Pay(User buyer, decimal total)
{
    using var activity = Source.StartActivity("pay", System.Diagnostics.ActivityKind.Client);
    activity?.SetTag("buyer.id", buyer.Id);
    activity?.SetTag("buyer.phone.present", buyer.Phone is not null);
    activity?.SetTag("buyer.tier", buyer.Tier.ToString());
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("authorised"));
    if (total > buyer.Salary) activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "limit exceeded");
}

//// DisplayNameFromRoute
private static readonly System.Diagnostics.ActivitySource Source = new("Clinic");
public void Open(User patient, string route)
{
    using var activity = Source.StartActivity("open");
    if (activity is null) return;
    var name = route.Replace("{id}", patient.Id.ToString());
    activity.DisplayName = name;
    name = route.Replace("{patient}", patient.FullName);
    activity.DisplayName = name; // LEAK INS3002
}

//// StatusDescriptionAgain
public void Reject(User applicant, System.Diagnostics.Activity activity)
{
    var reason = applicant.BirthDate > DateTime.Today.AddYears(-18) ? "too young" : "no place";
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, reason);
    var sentence = string.Format("{0} refused: {1}", applicant.Display(), reason);
    if (applicant.IsAdmin)
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, sentence); // LEAK INS3002
}

//// EventTags
private static readonly System.Diagnostics.ActivitySource Source = new("Game");
public void Score(User player, int points)
{
    using var activity = Source.StartActivity("score");
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("points", tags: new System.Diagnostics.ActivityTagsCollection { ["points"] = points, ["player"] = player.Id }));
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("alias", tags: new System.Diagnostics.ActivityTagsCollection { ["alias"] = player.Aliases.FirstOrDefault() })); // LEAK INS3002
}

//// FluentSpanBuilder !
internal sealed class SpanBuilder
{
    private readonly List<KeyValuePair<string, object?>> _tags = [];
    private readonly string _name;
    public SpanBuilder(string name) => _name = name;
    public SpanBuilder With(string key, object? value) { _tags.Add(new(key, value)); return this; }
    public System.Diagnostics.Activity? Start(System.Diagnostics.ActivitySource source) => source.StartActivity(_name, System.Diagnostics.ActivityKind.Internal, parentId: null, tags: _tags); // LEAK INS3002
}
internal sealed class TravelDesk
{
    private static readonly System.Diagnostics.ActivitySource Source = new("Travel");
    public void Book(User traveller, string flight)
    {
        using var span = new SpanBuilder("book").With("flight", flight).With("traveller", traveller.FullName).Start(Source);
        span?.SetTag("name.length", traveller.FullName.Length);
    }
}

//// BaggageKeys
public void Begin(User user, System.Diagnostics.Activity activity)
{
    activity.AddBaggage("session", Guid.NewGuid().ToString("N"));
    activity.AddBaggage("plan", user.Plan);
    OpenTelemetry.Baggage.SetBaggage("tier", user.Tier == Tier.Paid ? "paid" : "free");
    var contact = user.Phone ?? user.Email;
    OpenTelemetry.Baggage.SetBaggage("contact", contact); // LEAK INS3002
    activity.AddBaggage("channel", user.Phone is null ? "mail" : "phone");
}

//// HashedBaggageAgain
public void Propagate(User user, byte[] key)
{
    var mac = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(user.Email));
    var pseudonym = Convert.ToHexString(mac)[..16];
    System.Diagnostics.Activity.Current?.AddBaggage("user", pseudonym);
    OpenTelemetry.Baggage.SetBaggage("user", pseudonym);
    Console.WriteLine("pseudonym " + pseudonym);
}

//// TracerAttributes
private readonly OpenTelemetry.Trace.Tracer _tracer;
public Unit(OpenTelemetry.Trace.Tracer tracer) => _tracer = tracer;
public void Visit(User guest)
{
    var span = _tracer.StartSpan("visit");
    span.SetAttribute("roles", guest.Roles.Count).SetAttribute("country", guest.Home.Country);
    span.AddEvent("arrived").UpdateName("visit/" + guest.Id);
    span.SetAttribute("city", guest.Home.City.Normalize()); // LEAK INS3002
}

//// EncodedAttribute
private readonly OpenTelemetry.Trace.Tracer _tracer;
public Unit(OpenTelemetry.Trace.Tracer tracer) => _tracer = tracer;
public void Track(User user)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(user.Email);
    var token = Convert.ToBase64String(bytes).TrimEnd('=');
    var span = _tracer.StartActiveSpan("track");
    span.SetAttribute("token.size", bytes.Length);
    span.SetAttribute("token", token); // LEAK INS3002
}

//// OrderCounter
private static readonly System.Diagnostics.Metrics.Meter Meter = new("Shop");
private static readonly System.Diagnostics.Metrics.Counter<long> Orders = Meter.CreateCounter<long>("orders");
private static readonly System.Diagnostics.Metrics.Histogram<double> Baskets = Meter.CreateHistogram<double>("baskets");
public void Placed(User buyer, double basket)
{
    Orders.Add(1, new KeyValuePair<string, object?>("tier", buyer.Tier), new KeyValuePair<string, object?>("country", buyer.Home.Country));
    Baskets.Record(basket, new KeyValuePair<string, object?>("has_phone", !string.IsNullOrEmpty(buyer.Phone)));
    var tag = KeyValuePair.Create<string, object?>("buyer", buyer.Email);
    Orders.Add(1, tag); // LEAK INS3003
}

//// TagListBuckets
private static readonly System.Diagnostics.Metrics.Counter<int> Logins = new System.Diagnostics.Metrics.Meter("Auth").CreateCounter<int>("logins");
private static string Provider(string mail)
{
    if (mail.EndsWith("@gmail.com", StringComparison.OrdinalIgnoreCase)) return "google";
    if (mail.EndsWith("@outlook.com", StringComparison.OrdinalIgnoreCase)) return "microsoft";
    return "other";
}
public void Login(User user, bool ok)
{
    var tags = new System.Diagnostics.TagList { { "provider", Provider(user.Email) }, { "ok", ok } };
    if (user.IsAdmin) tags.Add("admin", true);
    Logins.Add(1, tags);
}

//// DiscardedTags
private static readonly System.Diagnostics.Metrics.Counter<int> Exports = new System.Diagnostics.Metrics.Meter("Exports").CreateCounter<int>("exports");
public int Export(User user)
{
    var probe = new System.Diagnostics.TagList { { "owner", user.FullName } };
    Exports.Add(1, new KeyValuePair<string, object?>("tags", probe.Count));
    Exports.Add(1, new System.Diagnostics.TagList { { "role", user.Roles.Count > 0 ? user.Roles[0] : "none" } });
    Exports.Add(1, new System.Diagnostics.TagList { { "owner", user.Home.Street + user.Home.Country } }); // LEAK INS3003
    return probe.Count;
}

//// QueueGauge
private readonly Queue<User> _waiting = new();
public Unit(System.Diagnostics.Metrics.Meter meter)
{
    meter.CreateObservableGauge("waiting", () => _waiting.Count);
    meter.CreateObservableGauge("paid", () => new System.Diagnostics.Metrics.Measurement<int>(_waiting.Count(u => u.Tier == Tier.Paid), new KeyValuePair<string, object?>("tier", "paid")));
    meter.CreateObservableUpDownCounter("cities", () => _waiting.Select(u => u.Home.City).Distinct().Count());
}
public void Enqueue(User user) => _waiting.Enqueue(user);

//// DeviceGauge
public void Watch(System.Diagnostics.Metrics.Meter meter, User owner, Func<double> watts)
{
    meter.CreateObservableGauge("watts", () => new System.Diagnostics.Metrics.Measurement<double>(watts(), new KeyValuePair<string, object?>("home", owner.Id)));
    meter.CreateObservableGauge("volts", () => new System.Diagnostics.Metrics.Measurement<double>(watts(), new KeyValuePair<string, object?>("home", owner.Home.Street))); // LEAK INS3003
}

//// OrderScope
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Process(User buyer, int order)
{
    using (_log.BeginScope("Order {Order} of {Buyer}", order, buyer.Id))
    using (_log.BeginScope(new Dictionary<string, object?> { ["Plan"] = buyer.Plan, ["HasMail"] = buyer.Email != "" }))
    {
        _log.LogInformation("Processing");
    }
    using (_log.BeginScope(new Dictionary<string, object?> { ["Order"] = order, ["Mail"] = buyer.Email })) // LEAK INS3006
        _log.LogInformation("Notifying");
}

//// ScopeObjects !
internal sealed class QuietScope
{
    private readonly User _user;
    public QuietScope(User user) => _user = user;
    public int Weight => _user.FullName.Length;
}
internal sealed class TalkingScope
{
    private readonly User _user;
    public TalkingScope(User user) => _user = user;
    public override string ToString() => "acting for " + _user.FullName;
}
internal sealed class IdScope
{
    private readonly User _user;
    public IdScope(User user) => _user = user;
    public override string ToString() => $"user:{_user.Id}";
}
internal sealed class Desk
{
    public void Work(User user, ILogger log)
    {
        using var a = log.BeginScope(new QuietScope(user));
        using var b = log.BeginScope(new IdScope(user));
        using var c = log.BeginScope(new TalkingScope(user)); // LEAK INS3006
        log.LogInformation("working");
    }
}

//// SerilogContext
public void Serve(User user, Serilog.ILogger log)
{
    using (Serilog.Context.LogContext.PushProperty("UserId", user.Id))
    using (Serilog.Context.LogContext.PushProperty("Initial", user.FullName.Length > 0))
        log.Information("served");
    var forms = log.ForContext("Plan", user.Plan).ForContext<Unit>();
    forms.Information("opened form");
    var personal = log.ForContext("Contact", user.Phone); // LEAK INS3006
    personal.Information("called");
}

//// SerilogDestructure
private sealed class Membership
{
    public string Level { get; set; } = "";
    public User? Owner { get; set; }
}
private sealed class Slim
{
    public int Number { get; set; }
    public string Level { get; set; } = "";
}
public void Renew(User user, Serilog.ILogger log)
{
    var full = new Membership { Level = "gold", Owner = user };
    var slim = new Slim { Number = user.Id, Level = full.Level };
    log.Information("Renewed {@Slim}", slim);
    log.Information("Renewed {Full}", full);
    log.Information("Renewed {@Full}", full); // LEAK INS3001
}

//// SerilogStatic
public void Upload(Visit visit, int bytes)
{
    Serilog.Log.Information("Upload of {Bytes}", bytes);
    Serilog.Log.Information("At {At}", visit.At);
    if (visit.IpAddress.Contains(':')) Serilog.Log.Warning("IPv6 from {Id}", visit.Id);
    Serilog.Log.Warning("Large upload {Visit}", visit); // LEAK INS3001
}

//// NLogDeferred
private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();
public void Trace(User user)
{
    Log.Debug(() => "roles " + string.Join(",", user.Roles));
    Log.Debug(() => $"phone known: {user.Phone != null}");
    Log.Info("{0} {1}", user.Id, user.Plan);
    Log.Debug(() => "aliases " + string.Join(",", user.Aliases)); // LEAK INS3001
}

//// NLogScope
private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();
public void Handle(User user, Guid request)
{
    using (NLog.ScopeContext.PushProperty("request", request))
    using (NLog.ScopeContext.PushNestedState("user " + user.Key))
        Log.Info("handled");
    using (NLog.ScopeContext.PushNestedState("for " + user.Display())) // LEAK INS3006
        Log.Info("handled again");
}

//// Log4NetContext
private static readonly log4net.ILog Log = log4net.LogManager.GetLogger(typeof(Unit));
public void Import(User user, string file)
{
    log4net.ThreadContext.Properties["file"] = Path.GetExtension(file);
    log4net.LogicalThreadContext.Properties["user"] = user.Id;
    Log.InfoFormat("{0} of {1}", file.Length, user.Plan);
    var owner = user.Manager?.FullName;
    log4net.LogicalThreadContext.Properties["boss"] = owner is null ? "none" : "some";
    log4net.ThreadContext.Properties["owner"] = owner; // LEAK INS3006
    Log.WarnFormat("Salary {0}", user.Salary > 0 ? "set" : "unset");
}

//// GeneratedMessages !
internal static partial class BankLog
{
    [LoggerMessage(10, LogLevel.Information, "Account {Account} opened, {Plan}")]
    public static partial void Opened(ILogger logger, int account, string plan);
    public static partial void Opened(ILogger logger, int account, string plan) { }
    [LoggerMessage(11, LogLevel.Warning, "Transfer from {Holder} blocked")]
    public static partial void Blocked(this ILogger logger, string holder);
    public static partial void Blocked(this ILogger logger, string holder) { }
}
internal sealed class Bank
{
    private readonly ILogger<Bank> _log;
    public Bank(ILogger<Bank> log) => _log = log;
    public void Open(User holder) => BankLog.Opened(_log, holder.Id, holder.Plan);
    public void Check(User holder, decimal amount)
    {
        if (amount <= holder.Salary * 2) { _log.Blocked("nobody"); return; }
        var who = holder.FullName.Split(' ').Last();
        _log.Blocked(who); // LEAK INS3001
    }
}

//// RawState !
internal readonly record struct Entry(int Id, string Text);
internal sealed class Auditor
{
    public void Note(ILogger log, User user, string action)
    {
        var plain = new Entry(user.Id, action);
        log.Log(LogLevel.Information, new EventId(1), plain, null, static (e, _) => e.ToString());
        var full = new Entry(user.Id, action + " by " + user.Email);
        log.Log(LogLevel.Information, new EventId(2), full, null, static (e, _) => e.ToString()); // LEAK INS3001
    }
}

//// SchoolEvents !
[System.Diagnostics.Tracing.EventSource(Name = "School")]
internal sealed class SchoolEvents : System.Diagnostics.Tracing.EventSource
{
    public static readonly SchoolEvents Instance = new();
    [System.Diagnostics.Tracing.Event(1)] public void Enrolled(int id, string course) => WriteEvent(1, id, course);
    [System.Diagnostics.Tracing.Event(2)] public void Graded(string grade) => WriteEvent(2, grade);
    [System.Diagnostics.Tracing.Event(3)] public void Absent(string name) { if (IsEnabled()) WriteEvent(3, name); } // LEAK INS3005
}
internal sealed class Register
{
    public void Day(User pupil, bool here, int mark)
    {
        SchoolEvents.Instance.Enrolled(pupil.Id, "maths");
        SchoolEvents.Instance.Graded(mark switch { >= 5 => "good", >= 4 => "pass", _ => "fail" });
        if (!here) SchoolEvents.Instance.Absent(pupil.FullName);
    }
}

//// CacheEvents !
[System.Diagnostics.Tracing.EventSource(Name = "Cache")]
internal sealed class CacheEvents : System.Diagnostics.Tracing.EventSource
{
    [System.Diagnostics.Tracing.Event(1)] public void Hit(long total) => WriteEvent(1, total);
    [System.Diagnostics.Tracing.Event(2)] public void Miss(string reason, int size) => WriteEvent(2, reason, size);
}
internal sealed class UserCache
{
    private readonly CacheEvents _events = new();
    private readonly Dictionary<string, User> _byMail = new();
    private long _hits;
    public User? Find(string mail, IUsers users)
    {
        if (_byMail.TryGetValue(mail, out var user)) { _events.Hit(++_hits); return user; }
        user = users.All().FirstOrDefault(u => u.Email == mail);
        _events.Miss(user is null ? "unknown" : "cold", _byMail.Count);
        if (user is not null) _byMail[user.Email] = user;
        return user;
    }
}

//// TraceWriter
public void Debugging(User user, bool strict)
{
    System.Diagnostics.Trace.TraceInformation("user {0} on {1}", user.Id, user.Plan);
    System.Diagnostics.Debug.Assert(user.Email.Length > 0, "mail expected");
    System.Diagnostics.Debug.WriteLineIf(strict, "strict mode");
    System.Diagnostics.Trace.Assert(!strict || user.Phone != null, "phone expected", "user " + user.Key);
    System.Diagnostics.Trace.TraceWarning("lives at {0}", user.Home.Street); // LEAK INS3005
    System.Diagnostics.Debug.Assert(user.Tier == Tier.Paid, $"{user.FullName} has not paid"); // LEAK INS3005
}

//// StringWriterBuffer
public int Measure(IEnumerable<User> users)
{
    using var buffer = new StringWriter();
    foreach (var user in users) buffer.WriteLine("{0};{1}", user.Id, user.Email);
    var size = buffer.ToString().Length;
    Console.Out.WriteLine("size " + size);
    Console.Error.Write(users.Count());
    return size;
}

//// TableOnConsole
public void Table(User[] users)
{
    var width = users.Max(u => u.FullName.Length);
    Console.WriteLine(new string('-', width));
    foreach (var user in users)
    {
        var cell = user.FullName.PadRight(width);
        Console.Write("{0,6} ", user.Id);
        Console.Error.WriteLine("|" + cell + "|"); // LEAK INS3005
    }
    Console.WriteLine(users);
    Console.WriteLine(users[0].Home);
}

//// DictionaryPlaceholder
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Tally(IEnumerable<Visit> visits)
{
    var perHour = visits.GroupBy(v => v.At.Hour).ToDictionary(g => g.Key, g => g.Count());
    var perAddress = visits.GroupBy(v => v.IpAddress).ToDictionary(g => g.Key, g => g.Count());
    _log.LogInformation("Hours {Hours}", perHour);
    _log.LogInformation("Busiest {Count} of {Distinct}", perAddress.Values.Max(), perAddress.Count);
    _log.LogInformation("Addresses {Addresses}", perAddress); // LEAK INS3001
}

//// DefinedMessage
private static readonly Action<ILogger, int, string, Exception?> Checked = LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(3), "{Id} checked: {Result}");
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Check(User user)
{
    var result = user.Email.Split('@') is [_, var host] && host.Contains('.') ? "well formed" : "malformed";
    Checked(_log, user.Id, result, null);
    Checked(_log, user.Aliases.Length, user.Home.Country, null);
}

//// MultiExporter !
internal interface IExporter { void Export(string key, string value); }
internal sealed class SpanExporter : IExporter
{
    public void Export(string key, string value) => System.Diagnostics.Activity.Current?.SetTag(key, value.Length);
}
internal sealed class MetricExporter : IExporter
{
    private readonly System.Diagnostics.Metrics.Counter<int> _counter;
    public MetricExporter(System.Diagnostics.Metrics.Counter<int> counter) => _counter = counter;
    public void Export(string key, string value) => _counter.Add(1, new KeyValuePair<string, object?>("key", key));
}
internal sealed class HashExporter : IExporter
{
    public void Export(string key, string value) => Console.WriteLine(key + "=" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(value))));
}
internal sealed class ExportJob
{
    private readonly IReadOnlyList<IExporter> _exporters;
    public ExportJob(IEnumerable<IExporter> exporters) => _exporters = exporters.ToList();
    public void Run(User user)
    {
        foreach (var exporter in _exporters)
        {
            exporter.Export("mail", user.Email);
            exporter.Export("city", user.Home.City);
        }
    }
}

//// ThermostatReadings
private readonly ILogger<Unit> _log;
private readonly System.Diagnostics.Metrics.Histogram<double> _temperature;
public Unit(ILogger<Unit> log, System.Diagnostics.Metrics.Meter meter) { _log = log; _temperature = meter.CreateHistogram<double>("temperature", "C"); }
public void Reading(User owner, string device, double value)
{
    var zone = owner.Home.City.StartsWith('B') ? "north" : "south";
    _temperature.Record(value, new KeyValuePair<string, object?>("zone", zone), new KeyValuePair<string, object?>("device", device));
    using var scope = _log.BeginScope("Device {Device} in {Zone}", device, zone);
    _log.LogInformation("Read {Value:F1}", value);
}

//// SerilogSafeShape
public void Join(User player, Serilog.ILogger log)
{
    log.Information("Joined {@Player}", new { player.Id, player.Tier, Aliases = player.Aliases.Length });
    log.ForContext("Guild", new { Size = player.Roles.Count }, destructureObjects: true).Information("Guild");
    log.Error(null, "Limit {Limit} of {Player}", player.Salary > 0 ? 10 : 5, player);
}

//// SpanPerStatement
private static readonly System.Diagnostics.ActivitySource Source = new("Db");
public int Query(User user, Func<string, object, int> execute)
{
    const string sql = "select count(*) from visits where mail = @mail";
    using var activity = Source.StartActivity("db.query", System.Diagnostics.ActivityKind.Client, default(System.Diagnostics.ActivityContext), new Dictionary<string, object?> { ["db.statement"] = sql, ["db.user"] = user.Id });
    var rows = execute(sql, new { mail = user.Email });
    activity?.SetTag("db.rows", rows).SetTag("db.parameters", 1);
    return rows;
}

//// NLogEvent
private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();
public void Audit(User user, string action)
{
    var entry = NLog.LogEventInfo.Create(2, "audit", action);
    entry.Properties["actor"] = user.Id;
    entry.Properties["admin"] = user.IsAdmin;
    entry.Properties["mail.size"] = user.Email.Length;
    Log.Log(entry);
    Log.WithProperty("key", user.Key).Info("audited");
}

//// GuardedMessages !
internal static partial class SpaLog
{
    [LoggerMessage(20, LogLevel.Debug, "Treatment {Treatment} for {Minutes} minutes, returning {Returning}")]
    public static partial void Booked(ILogger logger, string treatment, int minutes, bool returning);
    public static partial void Booked(ILogger logger, string treatment, int minutes, bool returning) { }
}
internal sealed class Spa
{
    private readonly HashSet<string> _guests = [];
    public void Book(User guest, string treatment, ILogger log)
    {
        var returning = !_guests.Add(guest.Email);
        if (log.IsEnabled(LogLevel.Debug)) SpaLog.Booked(log, treatment, guest.IsAdmin ? 90 : 60, returning);
        System.Diagnostics.Trace.WriteLine(_guests.Count, "spa");
    }
}

//// OtherReceiver
public void Store(User user, Dictionary<string, object?> row, System.Diagnostics.Activity activity)
{
    row.Add("mail", user.Email);
    row["name"] = user.FullName;
    activity.AddTag("row.columns", row.Count);
    activity.AddTag("row.keys", string.Join(",", row.Keys));
    activity.SetTag("row.complete", row.Values.All(v => v is not null));
}
//// SpanTagsAtStart
static readonly System.Diagnostics.ActivitySource source = new("Shop.Checkout");
static IEnumerable<KeyValuePair<string, object?>> Tags(User user, int order)
{
    yield return new("order", order);
    yield return new("plan", user.Plan);
    yield return new("buyer", user.Email);
}
static IEnumerable<KeyValuePair<string, object?>> Plain(User user) => [new("user.id", user.Id), new("user.tier", user.Tier)];
public void Checkout(User user, int order)
{
    using (source.StartActivity("price", System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), Plain(user))) { }
    var tags = Tags(user, order);
    using var a = source.StartActivity("checkout", System.Diagnostics.ActivityKind.Server, default(System.Diagnostics.ActivityContext), tags); // LEAK INS3002
    a?.SetStatus(System.Diagnostics.ActivityStatusCode.Ok);
}
//// SpanSafeTags
static readonly System.Diagnostics.ActivitySource source = new("Clinic");
public int Admit(User patient, Func<string, int> bed)
{
    using var a = source.StartActivity(nameof(Admit));
    a?.SetTag("patient.id", patient.Id).SetTag("patient.has_phone", patient.Phone is not null);
    if (a is { IsAllDataRequested: true })
    {
        a.SetTag("name.length", patient.FullName.Length);
        a.DisplayName = $"admit {patient.Tier}";
        a.AddTag("country", patient.Home.Country);
    }
    int n = bed(patient.FullName);
    a?.SetStatus(n > 0 ? System.Diagnostics.ActivityStatusCode.Ok : System.Diagnostics.ActivityStatusCode.Error, n > 0 ? null : "no bed");
    return n;
}
//// SpanEventCollection
static void Mark(System.Diagnostics.Activity? activity, string name, System.Diagnostics.ActivityTagsCollection tags)
{
    if (activity is null) return;
    tags["n"] = tags.Count;
    activity.AddEvent(new System.Diagnostics.ActivityEvent(name, tags: tags)); // LEAK INS3002
}
public void Ship(User user)
{
    var tags = new System.Diagnostics.ActivityTagsCollection { { "country", user.Home.Country } };
    tags.Add("city", user.Home.City);
    Mark(System.Diagnostics.Activity.Current, "shipped", tags);
}
//// SpanEventUnused
public void Visit(User user)
{
    var activity = System.Diagnostics.Activity.Current;
    var tags = new System.Diagnostics.ActivityTagsCollection { ["name"] = user.FullName };
    var draft = new System.Diagnostics.ActivityEvent("visit", DateTimeOffset.UtcNow, tags);
    int count = draft.Tags.Count();
    activity?.AddEvent(new System.Diagnostics.ActivityEvent(draft.Name, draft.Timestamp, new() { ["tags"] = count }));
    activity?.AddEvent(new("left"));
}
//// SpanLinks
static readonly System.Diagnostics.ActivitySource source = new("Queue");
record Message(System.Diagnostics.ActivityContext Context, string Recipient, int Size);
static System.Diagnostics.ActivityLink Link(Message m, bool detailed) =>
    detailed ? new(m.Context, new() { ["to"] = m.Recipient }) : new(m.Context, new() { ["size"] = m.Size }); // LEAK INS3002
public void Batch(IUsers users, System.Diagnostics.ActivityContext parent)
{
    var messages = users.All().Select(u => new Message(parent, u.Email, u.Roles.Count)).ToList();
    var links = messages.Select(m => Link(m, true)).ToArray();
    using var a = source.StartActivity(System.Diagnostics.ActivityKind.Consumer, parent, null, links, name: "batch"); // LEAK INS3002
    a?.SetTag("messages", messages.Count);
}
//// SpanBaggage
sealed class Ambient
{
    readonly Dictionary<string, string> values = [];
    public string this[string key] { get => values[key]; set => values[key] = value; }
    public void Flow(System.Diagnostics.Activity to)
    {
        foreach (var pair in values)
            to.AddBaggage(pair.Key, pair.Value); // LEAK INS3002
    }
}
public void Enter(User user)
{
    using var a = new System.Diagnostics.Activity("enter").Start();
    var ambient = new Ambient { ["tenant"] = user.Plan };
    ambient["who"] = user.Display();
    ambient.Flow(a);
    a.SetBaggage("tier", user.Tier.ToString());
}
//// SpanStatusText
static readonly System.Diagnostics.ActivitySource source = new("Bank");
static bool TryTransfer(User from, decimal amount, out string problem)
{
    problem = amount <= 0 ? "amount must be positive" : "";
    if (problem.Length == 0 && from.Salary * 3 < amount) problem = $"{from.FullName} may not transfer that much";
    return problem.Length == 0;
}
public bool Transfer(User from, decimal amount)
{
    using var a = source.StartActivity("transfer");
    if (TryTransfer(from, amount, out var problem)) return true;
    a?.SetTag("problem.length", problem.Length);
    a?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, problem); // LEAK INS3002
    return false;
}
//// SpanExtensions !
internal static class SpanExtensions
{
    public static System.Diagnostics.Activity? Describe(this System.Diagnostics.Activity? a, User user)
        => a?.SetTag("user.id", user.Id).SetTag("user.key", user.Key.ToString()).SetTag("roles", string.Join(',', user.Roles));
    public static System.Diagnostics.Activity? Measure<T>(this System.Diagnostics.Activity? a, string name, IReadOnlyCollection<T> items)
        => a?.SetTag(name + ".count", items.Count).SetTag(name + ".type", typeof(T).Name);
}
internal sealed class Enrolment(System.Diagnostics.ActivitySource source)
{
    public void Enrol(IReadOnlyList<User> pupils)
    {
        using var a = source.StartActivity("enrol").Measure("pupils", pupils).Measure("names", pupils.Select(p => p.FullName).ToHashSet());
        foreach (var p in pupils) using (source.StartActivity("one")?.Describe(p)) { }
    }
}
//// OtelSpanName
readonly OpenTelemetry.Trace.Tracer tracer = new();
public void Call(User caller, User callee)
{
    var span = tracer.StartSpan("call").SetAttribute("caller", caller.Id).SetAttribute("length", callee.Phone?.Length ?? 0);
    string name = "call " + callee.Id;
    span.UpdateName(name);
    name += " at " + callee.Phone;
    span.AddEvent(name); // LEAK INS3002
}
//// CounterLabels
static readonly System.Diagnostics.Metrics.Meter meter = new("Games");
readonly System.Diagnostics.Metrics.Counter<long> wins = meter.CreateCounter<long>("wins");
readonly System.Diagnostics.Metrics.Histogram<double> nameLength = meter.CreateHistogram<double>("name_length");
public void Won(User player, string game)
{
    wins.Add(1, new KeyValuePair<string, object?>("game", game), new("tier", player.Tier));
    nameLength.Record(player.FullName.Length, new KeyValuePair<string, object?>("long", player.FullName.Length > 20));
    var label = new KeyValuePair<string, object?>("player", player.Aliases.FirstOrDefault() ?? "none");
    wins.Add(1, label); // LEAK INS3003
}
//// TagListByRef
static readonly System.Diagnostics.Metrics.Meter meter = new("Travel");
readonly System.Diagnostics.Metrics.Histogram<int> nights = meter.CreateHistogram<int>("nights");
static void Where(ref System.Diagnostics.TagList tags, Address home)
{
    tags.Add("country", home.Country);
    tags.Add("city", home.City);
}
public void Stay(User guest, int count)
{
    System.Diagnostics.TagList tags = default;
    tags.Add("tier", guest.Tier);
    nights.Record(count, in tags);
    Where(ref tags, guest.Home);
    nights.Record(count, in tags); // LEAK INS3003
}
//// TagListRemoved
static readonly System.Diagnostics.Metrics.Meter meter = new("Hotel");
readonly System.Diagnostics.Metrics.UpDownCounter<int> guests = meter.CreateUpDownCounter<int>("guests");
public void CheckIn(User guest)
{
    var tags = new System.Diagnostics.TagList { { "country", guest.Home.Country }, { "adult", guest.BirthDate < DateTime.Today.AddYears(-18) } };
    guests.Add(1, tags);
    var local = new System.Diagnostics.TagList { { "name", guest.FullName } };
    guests.Add(local.Count, new KeyValuePair<string, object?>("named", local.Count > 0));
    local.Clear();
    local.Add("floor", guest.Id % 4);
    guests.Add(-1, local);
}
//// ObservablePerUser
static readonly System.Diagnostics.Metrics.Meter meter = new("Devices");
readonly Dictionary<string, int> online = [];
readonly Dictionary<Tier, int> tiers = [];
public void Seen(User owner, int devices)
{
    online[owner.Email] = devices;
    tiers[owner.Tier] = tiers.GetValueOrDefault(owner.Tier) + devices;
}
IEnumerable<System.Diagnostics.Metrics.Measurement<int>> ByTier()
{
    foreach (var (tier, n) in tiers) yield return new(n, new KeyValuePair<string, object?>("tier", tier.ToString()));
}
public void Register()
{
    meter.CreateObservableGauge("by_tier", ByTier);
    meter.CreateObservableGauge("online", () => online.Count);
    meter.CreateObservableGauge("by_owner", () => online.Select(o => new System.Diagnostics.Metrics.Measurement<int>(o.Value, new KeyValuePair<string, object?>("owner", o.Key)))); // LEAK INS3003
}
//// ScopeDictionary
ILogger log = null!;
static Dictionary<string, object> Scope(User user, string action) => new() { ["Action"] = action, ["UserId"] = user.Id, ["Mail"] = user.Email };
static Dictionary<string, object> Small(User user, string action) => new() { ["Action"] = action, ["Admin"] = user.IsAdmin };
public void Run(User user)
{
    using (log.BeginScope(Small(user, "run")))
        log.LogInformation("running");
    var scope = Scope(user, "stop");
    using (log.BeginScope(scope)) // LEAK INS3006
        log.LogInformation("stopping");
}
//// ScopeTemplates
ILogger log = null!;
sealed class Scopes : IDisposable
{
    readonly Stack<IDisposable?> open = new();
    public void Push(IDisposable? scope) => open.Push(scope);
    public void Dispose() { while (open.TryPop(out var s)) s?.Dispose(); }
}
public async Task HandleAsync(IUsers users, int id, [Pii] string token)
{
    using var scopes = new Scopes();
    scopes.Push(log.BeginScope("request {Request} of {Length}", Guid.NewGuid(), token.Length));
    var user = await users.GetAsync(id);
    scopes.Push(log.BeginScope(new KeyValuePair<string, object>[] { new("user", user.Id), new("same", user.Email == token) }));
    log.LogInformation("handled");
}
//// DefinedMessages
ILogger log = null!;
static readonly Action<ILogger, int, string, Exception?> moved = LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7, "Moved"), "User {Id} moved to {Place}");
static readonly Func<ILogger, string, IDisposable?> household = LoggerMessage.DefineScope<string>("household {Name}");
public void Move(User user)
{
    moved(log, user.Id, user.Home.Country, null);
    var place = user.Home is { City: var city, Country: "CH" } ? city : "abroad";
    moved(log, user.Id, place, null); // LEAK INS3001
    using (household(log, user.Key.ToString())) moved(log, user.Id, "home", null);
}
//// DefinedSafe
static class Messages
{
    static readonly Action<ILogger, int, bool, Exception?> checkedIn = LoggerMessage.Define<int, bool>(LogLevel.Debug, 11, "{Id} checked in, minor: {Minor}");
    static readonly Func<ILogger, Guid, IDisposable?> visit = LoggerMessage.DefineScope<Guid>("visit {Key}");
    public static void CheckedIn(ILogger log, User u) => checkedIn(log, u.Id, u.BirthDate.AddYears(18) > DateTime.Today, null);
    public static IDisposable? Visit(ILogger log, User u) => visit(log, u.Key);
}
public void Enter(ILogger log, User user, ISet<string> guests)
{
    using (Messages.Visit(log, user))
        if (guests.Add(user.FullName)) Messages.CheckedIn(log, user);
}
//// GeneratedMessagesAgain
ILogger log = null!;
string Who(User u, bool anonymous) => anonymous ? "user-" + u.Id : u.FullName;
public void SignIn(User user)
{
    CorpusLog.Counted(log, user.Aliases.Length, user.Plan);
    CorpusLog.SignedIn(log, user.Id, user.IsAdmin ? "an admin" : "a user");
    string who = Who(user, false);
    CorpusLog.SignedIn(log, who.Length, user.Plan);
    CorpusLog.SignedIn(log, user.Id, who); // LEAK INS3001
}
//// GeneratedInService !
internal static partial class ClinicLog
{
    [LoggerMessage(21, LogLevel.Information, "Visit {Visit} at {At}, from a private network: {Local}")]
    public static partial void Visited(ILogger logger, Guid visit, DateTime at, bool local);
    [LoggerMessage(22, LogLevel.Warning, "Visit {Visit} from {Address}")]
    public static partial void Refused(ILogger logger, Guid visit, string address);
    public static partial void Visited(ILogger logger, Guid visit, DateTime at, bool local) { }
    public static partial void Refused(ILogger logger, Guid visit, string address) { }
}
internal sealed class Gate(ILogger<Gate> log, IReadOnlySet<string> blocked)
{
    public bool Enter(Visit visit)
    {
        var (id, ip, at) = visit;
        ClinicLog.Visited(log, id, at, ip.StartsWith("10."));
        var net = ip[..(ip.LastIndexOf('.') + 1)];
        if (!blocked.Contains(net)) return true;
        ClinicLog.Refused(log, id, net + "*"); // LEAK INS3001
        return false;
    }
}
//// LogState
readonly struct SignInState(int id, string name)
{
    public int Id { get; } = id;
    public string Name { get; } = name;
    public override string ToString() => $"{Name} ({Id})";
}
public void Write(ILogger log, User user)
{
    log.Log(LogLevel.Information, new EventId(1), user.Tier, null, (s, e) => $"tier {s}");
    log.Log(LogLevel.Information, new EventId(2), new { user.Id, user.Plan }, null, static (s, _) => s.ToString()!);
    log.Log(LogLevel.Information, new EventId(3), new SignInState(user.Id, user.FullName), null, static (s, _) => s.ToString()); // LEAK INS3001
}
//// LoggerDecorator !
internal sealed class TimedLogger(ILogger inner, TimeProvider clock) : ILogger
{
    int written;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);
    public bool IsEnabled(LogLevel level) => level >= LogLevel.Information && inner.IsEnabled(level);
    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(level)) return;
        Interlocked.Increment(ref written);
        inner.Log(level, id, state, exception, (s, e) => clock.GetUtcNow().ToString("T") + " " + formatter(s, e));
    }
    public int Written => written;
}
internal sealed class Library(TimedLogger log)
{
    readonly Dictionary<string, List<string>> lent = [];
    public void Lend(User reader, string isbn)
    {
        if (!lent.TryGetValue(reader.Email, out var books)) lent[reader.Email] = books = [];
        books.Add(isbn);
        log.LogInformation("Book {Isbn} lent to {Reader}, who has {Count}", isbn, reader.Id, books.Count);
        log.LogInformation("{Readers} readers, {Lines} lines written", lent.Count, log.Written);
    }
}
//// OwnLogFacade !
internal enum Level { Debug, Info }
internal interface IAppLog { void Write(Level level, string text); }
internal sealed class NullLog : IAppLog { public void Write(Level level, string text) { } }
internal sealed class Log4NetLog(log4net.ILog target) : IAppLog
{
    public void Write(Level level, string text)
    {
        if (level == Level.Debug) target.Debug(text.Length);
        else target.Info(text); // LEAK INS3001
    }
}
internal sealed class Returns(IAppLog log)
{
    public void Accept(User customer, int order)
    {
        log.Write(Level.Info, $"order {order} comes back");
        log.Write(Level.Info, $"refund for {customer.Email}");
    }
}
//// MemoryLog !
internal sealed class MemoryLog
{
    readonly Queue<string> lines = new();
    public void Add(string line)
    {
        if (lines.Count == 100) lines.Dequeue();
        lines.Enqueue(line);
    }
    public int Count => lines.Count;
    public int Longest => lines.Count == 0 ? 0 : lines.Max(l => l.Length);
    public void Clear() => lines.Clear();
}
internal sealed class Support(MemoryLog memory, ILogger<Support> log)
{
    public void Chat(User user, [Pii] string message)
    {
        memory.Add($"{user.FullName}: {message}");
        log.LogDebug("Chat of {Id} has {Lines} lines, the longest {Longest}", user.Id, memory.Count, memory.Longest);
        if (message == "/quit") memory.Clear();
    }
}
//// SerilogEnricher !
internal interface IEnricher { Serilog.ILogger Enrich(Serilog.ILogger log, User user); }
internal sealed class IdEnricher : IEnricher
{
    public Serilog.ILogger Enrich(Serilog.ILogger log, User user) => log.ForContext("UserId", user.Id).ForContext("Plan", user.Plan);
}
internal sealed class ContactEnricher : IEnricher
{
    static object Value(User user) => user.Phone ?? user.Email;
    public Serilog.ILogger Enrich(Serilog.ILogger log, User user)
    {
        var value = Value(user);
        return log.ForContext("Contact", value); // LEAK INS3006
    }
}
internal sealed class Enriched(Serilog.ILogger log, IEnumerable<IEnricher> enrichers)
{
    public void Greet(User user) => enrichers.Aggregate(log, (l, e) => e.Enrich(l, user)).Information("Hello {Id}", user.Id);
}
//// NLogEventInfo
readonly NLog.Logger log = NLog.LogManager.GetCurrentClassLogger();
public void Rent(User user, string car)
{
    var e = NLog.LogEventInfo.Create(2, "rent", "rented");
    e.Properties["car"] = car;
    e.Properties["user"] = user.Id;
    log.Log(e);
    using (NLog.ScopeContext.PushProperty("country", user.Home.Country)) log.Info("{0} rented", car);
    var driver = string.Join(" alias ", user.Aliases.Prepend(user.FullName));
    log.Debug(() => "driver " + driver); // LEAK INS3001
}
//// TraceListeners
sealed class CountingListener : System.Diagnostics.TraceListener
{
    public int Lines;
    public override void Write(string? message) { }
    public override void WriteLine(string? message) => Lines++;
}
public void Trace(User user)
{
    var listener = new CountingListener();
    listener.WriteLine(user.Id);
    System.Diagnostics.Trace.Listeners.Add(listener);
    System.Diagnostics.Trace.TraceInformation("{0} lines, user {1}", listener.Lines, user.Id);
    System.Diagnostics.Trace.WriteLineIf(user.Email.Length == 0, "no address");
    System.Diagnostics.Trace.Indent();
    var text = $"{user.Id}: " + (user.Phone ?? "-");
    System.Diagnostics.Trace.TraceWarning(text); // LEAK INS3005
}
//// TraceSourceSafe
readonly System.Diagnostics.TraceSource trace = new("Payroll", System.Diagnostics.SourceLevels.All);
public void Pay(IUsers users, Action<string, decimal> pay)
{
    int n = 0;
    foreach (var u in users.All())
    {
        if (u.Salary <= 0) { trace.TraceEvent(System.Diagnostics.TraceEventType.Warning, 4, "user {0} has no salary", u.Id); continue; }
        pay(u.FullName, u.Salary);
        n++;
    }
    trace.TraceInformation("{0} paid", n);
    trace.TraceData(System.Diagnostics.TraceEventType.Information, 5, n);
}
//// EventSourceMethods !
[System.Diagnostics.Tracing.EventSource(Name = "School-Grades")]
internal sealed class GradeEvents : System.Diagnostics.Tracing.EventSource
{
    public static readonly GradeEvents Log = new();
    [System.Diagnostics.Tracing.Event(1)]
    public void Graded(int pupil, int grade) { if (IsEnabled()) WriteEvent(1, pupil, grade); }
    [System.Diagnostics.Tracing.Event(2)]
    public void Praised([Pii] string pupil, int grade)
    {
        var text = pupil.Length == 0 ? "somebody" : pupil.Trim();
        WriteEvent(2, text, grade); // LEAK INS3005
    }
    [System.Diagnostics.Tracing.Event(3)]
    public void Named([Pii] string pupil) => WriteEvent(3, pupil.Length, pupil.Contains(' ') ? 1 : 0);
}
//// ActivityListening
public System.Diagnostics.ActivityListener Listen(TextWriter output, User owner)
{
    int stopped = 0;
    var wanted = new HashSet<string>(StringComparer.Ordinal) { owner.Email };
    var listener = new System.Diagnostics.ActivityListener
    {
        ShouldListenTo = s => s.Name.StartsWith("Shop"),
        Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> o) => System.Diagnostics.ActivitySamplingResult.AllData,
        ActivityStopped = a =>
        {
            stopped++;
            if (a.GetTagItem("mail") is string mail && wanted.Contains(mail)) a.SetTag("own", true);
            Console.WriteLine($"{a.OperationName} took {a.Duration}, {stopped} so far");
        },
    };
    System.Diagnostics.ActivitySource.AddActivityListener(listener);
    return listener;
}
//// SwitchedOff
const bool Verbose = false;
static readonly System.Diagnostics.ActivitySource source = new("Rooms");
ILogger log = null!;
public void Book(User user, int room)
{
    using var a = source.StartActivity("book");
    a?.SetTag("room", room);
    if (Verbose)
    {
        a?.SetTag("mail", user.Email);
        log.LogTrace("{Name} books {Room}", user.FullName, room);
    }
    log.LogInformation("Room {Room} booked by {Id}", room, user.Id);
}
//// ProviderLabels
enum Provider { Own, Free, Other }
static readonly System.Diagnostics.Metrics.Meter meter = new("Mail");
readonly System.Diagnostics.Metrics.Counter<int> sent = meter.CreateCounter<int>("sent", "{mail}", "mails sent");
static Provider Of(string mail) => mail[(mail.IndexOf('@') + 1)..] switch
{
    "example.com" => Provider.Own,
    "mail.example" or "post.example" => Provider.Free,
    _ => Provider.Other,
};
public void Sent(User user)
{
    var provider = Of(user.Email);
    var tags = new KeyValuePair<string, object?>[] { new("provider", provider.ToString().ToLowerInvariant()), new("news", user.Roles.Contains("news")) };
    sent.Add(1, tags);
    sent.Add(0, tags.AsSpan()[..1]);
}
//// OtelBaggage
public string Tenant(User user)
{
    OpenTelemetry.Baggage.SetBaggage("user", user.Key.ToString("N"));
    OpenTelemetry.Baggage.SetBaggage("named", string.IsNullOrEmpty(user.FullName) ? "no" : "yes");
    var tenant = OpenTelemetry.Baggage.GetBaggage("tenant") ?? user.Plan;
    System.Diagnostics.Activity.Current?.SetBaggage("tenant", tenant);
    return tenant;
}
//// EnabledSummary
ILogger log = null!;
static string Summary(IReadOnlyCollection<User> users)
{
    var b = new System.Text.StringBuilder();
    foreach (var byTier in users.ToLookup(u => u.Tier, u => u.Email))
        b.Append(byTier.Key).Append('=').Append(byTier.Distinct(StringComparer.OrdinalIgnoreCase).Count()).Append(' ');
    return b.ToString().TrimEnd();
}
public void Dump(IReadOnlyCollection<User> users)
{
    if (log.IsEnabled(LogLevel.Debug)) log.LogDebug("{Summary}", Summary(users));
    if (!log.IsEnabled(LogLevel.Trace)) return;
    foreach (var (i, u) in users.Select((u, i) => (i, u))) log.LogTrace("{Index}: {User}", i, u.Key);
}
//// Log4netContexts
static readonly log4net.ILog log = log4net.LogManager.GetLogger(typeof(Uri));
public void Handle(User user, Action<User> work)
{
    log4net.LogicalThreadContext.Properties["user"] = user.Id;
    log4net.ThreadContext.Properties["vip"] = user.Salary > 100_000m;
    try { work(user); log.InfoFormat("{0} done, plan {1}", user.Id, user.Plan); }
    catch (InvalidOperationException e) { log.Warn("user " + user.Key, e); }
    finally { log4net.LogicalThreadContext.Properties["user"] = null; }
}
//// NamedActivities
private static readonly System.Diagnostics.ActivitySource Source = new("Shop");

public void Load(User user)
{
    using (Source.StartActivity("load " + user.Plan)) { }
    using (Source.StartActivity($"load {user.Email}")) { } // LEAK INS3002
    using (Source.StartActivity($"load {user.Email.Length}")) { }
}

//// TagKeys
public void Tag(System.Diagnostics.Activity? activity, User user, Dictionary<string, int> scores)
{
    scores[user.Email] = 3;
    foreach (var (_, score) in scores)
        activity?.SetTag("score", score);
    foreach (var (key, score) in scores)
        activity?.SetTag("score." + key, score); // LEAK INS3002
    activity?.SetTag("plan." + user.Plan, user.Tier);
}

//// YieldedTags
private static readonly System.Diagnostics.ActivitySource Source = new("Shop");

private static IEnumerable<KeyValuePair<string, object?>> Tags(User user)
{
    yield return new("plan", user.Plan);
    yield return new("mail", user.Email);
}

public void Start(User user, System.Diagnostics.ActivityContext parent)
{
    using var quiet = Source.StartActivity("quiet", System.Diagnostics.ActivityKind.Internal, parent);
    quiet?.SetTag("names", string.Join(',', Tags(user).Select(t => t.Key)));
}

//// EventTagsAgain
public void Raise(System.Diagnostics.Activity activity, User user)
{
    var tags = new System.Diagnostics.ActivityTagsCollection { ["mail"] = user.Email };
    tags["mail"] = user.Email.Length;
    activity.AddEvent(new System.Diagnostics.ActivityEvent("counted", default, tags));
    tags = new System.Diagnostics.ActivityTagsCollection { ["plan"] = user.Plan };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("planned", default, tags));
}

//// StatusFromExceptions
private static void Check(User user, int step)
{
    if (step == 1)
        throw new ArgumentException("Unknown plan " + user.Plan, nameof(user));
    throw new FormatException($"Phone {user.Phone} is malformed"); // LEAK INS3004
}

public void Run(System.Diagnostics.Activity activity, User user, int step)
{
    try
    {
        Check(user, step);
    }
    catch (ArgumentException e)
    {
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, e.Message);
    }
    catch (FormatException e)
    {
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, e.GetType().Name);
        activity.AddException(e); // LEAK INS3002
    }
}

//// FluentSpans !
public static class ActivityExtensions
{
    extension(System.Diagnostics.Activity activity)
    {
        public System.Diagnostics.Activity WithPlan(User user) => activity.SetTag("plan", user.Plan);
        public System.Diagnostics.Activity WithOwner(User user) => activity.SetTag("owner", user.Display()); // LEAK INS3002
        public string? Owner
        {
            get => activity.GetTagItem("owner") as string;
            set => activity.DisplayName = value ?? "none"; // LEAK INS3002
        }
        public int Weight { set => activity.SetTag("weight", value); }
    }
}

public sealed class SpanUse
{
    public void Run(System.Diagnostics.Activity activity, User user)
    {
        activity.WithPlan(user).WithOwner(user);
        activity.Weight = user.Email.Length;
        activity.Owner = user.FullName;
    }
}

//// Enrichers
private readonly List<Action<System.Diagnostics.Activity, User>> _enrichers = [];
private readonly Dictionary<string, Func<User, object?>> _readers = new()
{
    ["plan"] = u => u.Plan,
    ["mail"] = u => u.Email,
    ["adult"] = u => u.BirthDate.Year < 2000,
};

public void Configure()
{
    _enrichers.Add((a, u) => a.SetTag("plan", _readers["plan"](u)));
    _enrichers.Add((a, u) => a.SetTag("adult", _readers["adult"](u)));
}

public void Enrich(System.Diagnostics.Activity activity, User user)
{
    foreach (var enricher in _enrichers)
        enricher(activity, user);
}

//// AmbientUser
private static readonly AsyncLocal<User?> Current = new();
private static readonly AsyncLocal<string?> Tenant = new();

public async Task RunAsync(IUsers users, int id, Func<Task> next)
{
    var user = await users.GetAsync(id);
    Current.Value = user;
    Tenant.Value = user.Plan;
    System.Diagnostics.Activity.Current?.SetBaggage("tenant", Tenant.Value);
    await next();
    Tag();
}

private static void Tag()
{
    System.Diagnostics.Activity.Current?.SetTag("tenant", Tenant.Value);
    System.Diagnostics.Activity.Current?.SetTag("admin", Current.Value?.IsAdmin);
}

//// OpenTelemetrySpans
public void Span(OpenTelemetry.Trace.Tracer tracer, User user)
{
    var span = tracer.StartSpan("work").SetAttribute("plan", user.Plan).SetAttribute("length", user.Email.Length);
    span.UpdateName("work of " + user.Id);
    span.AddEvent("mailed " + user.Email.ToUpperInvariant()); // LEAK INS3002
    OpenTelemetry.Baggage.SetBaggage("tier", user.Tier.ToString());
    OpenTelemetry.Baggage.SetBaggage("born", user.BirthDate.ToString("O")); // LEAK INS3002
}

//// LinkedMessages
private sealed record Envelope(System.Diagnostics.ActivityContext Context, string Queue, User Sender);

public void Receive(System.Diagnostics.Activity activity, IEnumerable<QueuedMessage> batch)
{
    foreach (var message in batch)
        activity.AddLink(new System.Diagnostics.ActivityLink(message.Context, new System.Diagnostics.ActivityTagsCollection { ["queue"] = message.Queue }));
}

public void Forward(System.Diagnostics.Activity activity, System.Diagnostics.ActivityContext context, User user)
{
    var envelope = new Envelope(context, user.Plan, user);
    activity.AddLink(new System.Diagnostics.ActivityLink(envelope.Context, new System.Diagnostics.ActivityTagsCollection { ["queue"] = envelope.Queue }));
}

public readonly record struct QueuedMessage(System.Diagnostics.ActivityContext Context, string Queue);

//// ScopedTagger !
internal abstract class Tagger(string name)
{
    public void Apply(System.Diagnostics.Activity activity, User user) => activity.SetTag(name, Value(user)); // LEAK INS3002
    protected abstract object? Value(User user);
}

internal sealed class PlanTagger() : Tagger("plan") { protected override object? Value(User user) => user.Plan; }
internal sealed class CityTagger() : Tagger("city") { protected override object? Value(User user) => user.Home.City; }

internal abstract class CountTagger(string name)
{
    public void Apply(System.Diagnostics.Activity activity, User user) => activity.SetTag(name, Value(user));
    protected abstract object? Value(User user);
}

internal sealed class AliasTagger() : CountTagger("aliases") { protected override object? Value(User user) => user.Aliases.Length; }
internal sealed class RoleTagger() : CountTagger("roles") { protected override object? Value(User user) => string.Join('|', user.Roles); }

internal static class TaggerSet
{
    public static void Run(System.Diagnostics.Activity activity, User user)
    {
        Tagger[] taggers = [new PlanTagger(), new CityTagger()];
        foreach (var tagger in taggers) tagger.Apply(activity, user);
        CountTagger[] counters = [new AliasTagger(), new RoleTagger()];
        foreach (var counter in counters) counter.Apply(activity, user);
    }
}

//// LookupSpan
private static readonly System.Diagnostics.ActivitySource Source = new("users");

public async Task<bool> FindAsync(IUsers users, int id)
{
    using var activity = Source.StartActivity("users.find");
    activity?.SetTag("user.id", id);
    var user = await users.GetAsync(id);
    activity?.SetTag("user.plan", user.Plan);
    activity?.SetTag("user.phone", user.Phone); // LEAK INS3002
    return user.IsAdmin;
}

//// LookupSpanFlags
private static readonly System.Diagnostics.ActivitySource Source = new("users.flags");

public async Task<bool> FindAsync(IUsers users, int id)
{
    using var activity = Source.StartActivity("users.find", System.Diagnostics.ActivityKind.Client);
    var user = await users.GetAsync(id);
    activity?.SetTag("user.has_phone", user.Phone is { Length: > 0 });
    activity?.AddTag("user.adult", user.BirthDate.AddYears(18) <= DateTime.UtcNow);
    activity?.SetBaggage("user.key", user.Key.ToString("N"));
    if (activity is not null)
        activity.DisplayName = $"find {user.Tier}";
    return user.IsAdmin;
}

//// SpanEvents
public void Verified(Visit visit, System.Diagnostics.Activity activity)
{
    var plain = new System.Diagnostics.ActivityTagsCollection { ["visit"] = visit.Id, ["v6"] = visit.IpAddress.Contains(':') };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("verified", tags: plain));
    var full = new System.Diagnostics.ActivityTagsCollection { ["visit"] = visit.Id, ["from"] = visit.IpAddress };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("verified", tags: full)); // LEAK INS3002
}

//// FailedStatus
private static void Charge(User user, decimal amount)
{
    if (amount <= 0)
        throw new ArgumentException("Amount must be positive", nameof(amount));
    if (user.Salary < amount)
        throw new InvalidOperationException($"{user.FullName} cannot pay"); // LEAK INS3004
}

public void Pay(User user, decimal amount, System.Diagnostics.Activity? activity)
{
    try
    {
        Charge(user, amount);
        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Ok);
    }
    catch (InvalidOperationException e)
    {
        activity?.SetTag("error.type", e.GetType().FullName);
        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, e.Message); // LEAK INS3002
    }
}

//// FailedStatusQuiet
private static void Charge(User user, decimal amount)
{
    if (amount <= 0)
        throw new ArgumentException("Amount must be positive", nameof(amount));
    if (user.Salary < amount)
        throw new InvalidOperationException($"{user.Id} cannot pay");
}

public void Pay(User user, decimal amount, System.Diagnostics.Activity? activity)
{
    try
    {
        Charge(user, amount);
        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Ok);
    }
    catch (InvalidOperationException e)
    {
        activity?.AddException(e);
        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, e.Message);
    }
}

//// BaggagePropagation
public void Propagate(User user)
{
    OpenTelemetry.Baggage.SetBaggage("tenant", user.Plan);
    OpenTelemetry.Baggage.SetBaggage("verified", user.Phone is null ? "no" : "yes");
    var contact = user.Phone ?? user.Email;
    OpenTelemetry.Baggage.SetBaggage("contact", Uri.EscapeDataString(contact)); // LEAK INS3002
    contact = user.Home.Country;
    OpenTelemetry.Baggage.SetBaggage("origin", Uri.EscapeDataString(contact));
}

//// TelemetrySpanNames
public void Run(OpenTelemetry.Trace.Tracer tracer, Customer customer, Queue<string> jobs)
{
    var outer = tracer.StartActiveSpan("customer-jobs");
    outer.SetAttribute("customer", customer.Id).SetAttribute("level", customer.Level);
    while (jobs.TryDequeue(out var job))
    {
        var span = tracer.StartSpan("job " + job);
        span.SetAttribute("length", customer.Email.Length);
        span.AddEvent(customer.Email.EndsWith(".org") ? "nonprofit" : "regular");
    }
    outer.UpdateName("customer-jobs:" + customer.Level.ToLowerInvariant());
}

//// SpanBuilder !
internal sealed class SpanBuilder(System.Diagnostics.ActivitySource source)
{
    private readonly Dictionary<string, object?> _tags = new();

    internal SpanBuilder With(string key, object? value)
    {
        _tags[key] = value;
        return this;
    }

    internal System.Diagnostics.Activity? Start(string name)
        => source.StartActivity(name, System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), _tags); // LEAK INS3002
}

internal sealed class InvoiceJob
{
    private static readonly System.Diagnostics.ActivitySource Source = new("invoices");

    public void Run(User user)
    {
        using var span = new SpanBuilder(Source).With("plan", user.Plan).With("street", user.Home.Street).Start("invoice");
        span?.SetTag("roles", user.Roles.Count);
    }
}

//// DisabledDiagnostics
private const bool Detailed = false;

public void Handle(User user, System.Diagnostics.Activity activity)
{
    object tag = user.Tier;
    if (Detailed)
    {
        activity.SetTag("user.mail", user.Email);
    }
    if (tag is User other)
    {
        activity.SetTag("user.name", other.FullName);
    }
    activity.SetTag("user.tier", tag);
    activity.SetTag("user.mail_known", user.Email != "");
}


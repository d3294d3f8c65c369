//// DefinedDelegates
static readonly Action<ILogger, int, string, Exception?> moved =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7), "User {Id} moved to {City}");
static string CityOf(User u) => u.Home.City.ToUpperInvariant();
void Move(ILogger logger, IUsers users, int id)
{
    var u = users.Get(id);
    var city = CityOf(u);
    moved(logger, u.Id, city, null); // LEAK INS3001
    CorpusLog.SignedIn(logger, u.Id, "from " + city); // LEAK INS3001
    logger.Log(LogLevel.Warning, new EventId(8), "Moved within {City}", city); // LEAK INS3001
    var state = new Dictionary<string, object> { ["city"] = city };
    using (logger.BeginScope(state)) // LEAK INS3006
        logger.LogInformation("Done");
}
//// DefinedDelegatesCountry
static readonly Action<ILogger, int, string, Exception?> moved =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7), "User {Id} moved to {Country}");
static string CountryOf(User u) => u.Home.Country.ToUpperInvariant();
void Move(ILogger logger, IUsers users, int id, Action<string> letter)
{
    var u = users.Get(id);
    letter(u.Home.Street + ", " + u.Home.City);
    var country = CountryOf(u);
    moved(logger, u.Id, country, null);
    CorpusLog.SignedIn(logger, u.Id, "from " + country);
    logger.Log(LogLevel.Warning, new EventId(8), "Moved within {Country}", country);
    var state = new Dictionary<string, object> { ["country"] = country };
    using (logger.BeginScope(state))
        logger.LogInformation("Done");
}
//// SerilogDestructures
class Shipment
{
    public int Number { get; set; }
    public User? Receiver { get; set; }
}
static Shipment Prepare(User u) => new() { Number = 12, Receiver = u };
void Ship(Serilog.ILogger log, IUsers users)
{
    var shipment = Prepare(users.Get(4));
    log.Information("Shipping {@Shipment}", shipment); // LEAK INS3001
    var phone = shipment.Receiver?.Phone;
    var detailed = log.ForContext("Phone", phone); // LEAK INS3006
    using (Serilog.Context.LogContext.PushProperty("Receiver", shipment.Receiver?.Email)) // LEAK INS3006
        detailed.Information("Shipped");
}
//// SerilogPrintsTypes
class Shipment
{
    public int Number { get; set; }
    public User? Receiver { get; set; }
}
class Slip
{
    public int Number { get; set; }
    public string City = "";
}
void Ship(Serilog.ILogger log, IUsers users, Action<Slip> print)
{
    var u = users.Get(4);
    var shipment = new Shipment { Number = 12, Receiver = u };
    var slip = new Slip { Number = 12, City = u.Home.City };
    print(slip);
    log.Information("Shipping {Shipment}", shipment);
    // Fields are not destructured.
    log.Information("Slip {@Slip}", slip);
    log.ForContext("Number", shipment.Number).Information("Shipped to {Tier}", shipment.Receiver?.Tier);
}
//// NLogEvents
static readonly NLog.Logger log = NLog.LogManager.GetCurrentClassLogger();
static string Contact(User u) => string.IsNullOrEmpty(u.Phone) ? u.Email : u.Phone;
static NLog.LogEventInfo Create(User u)
{
    var contact = Contact(u);
    var info = NLog.LogEventInfo.Create(2, "calls", "Called back");
    info.Properties["id"] = u.Id;
    info.Properties["contact"] = contact; // LEAK INS3001
    return info;
}
void CallBack(IUsers users, int id, Action<NLog.LogEventInfo> write)
{
    var u = users.Get(id);
    write(Create(u));
    log.Debug(() => $"called {Contact(u)}"); // LEAK INS3001
    using (NLog.ScopeContext.PushProperty("contact", Contact(u))) // LEAK INS3006
        log.Info("Finished");
}
//// NLogEventsKinds
static readonly NLog.Logger log = NLog.LogManager.GetCurrentClassLogger();
static string ContactKind(User u) => string.IsNullOrEmpty(u.Phone) ? nameof(u.Email) : nameof(u.Phone);
static NLog.LogEventInfo Create(User u)
{
    var kind = ContactKind(u);
    var info = NLog.LogEventInfo.Create(2, "calls", "Called back");
    info.Properties["id"] = u.Id;
    info.Properties["contact"] = kind;
    return info;
}
void CallBack(IUsers users, int id)
{
    var u = users.Get(id);
    log.Log(Create(u));
    log.Debug(() => $"called by {ContactKind(u)}");
    using (NLog.ScopeContext.PushProperty("contact", ContactKind(u)))
        log.Info("Finished with {0}", u);
}
//// Log4netPayments
static readonly log4net.ILog log = log4net.LogManager.GetLogger(typeof(User));
record Payment(string Reference, decimal Amount);
static Payment For(User u, decimal amount) => new($"{u.FullName}/{u.Plan}", amount);
void Pay(IUsers users, int id, Func<Payment, bool> bank)
{
    var payment = For(users.Get(id), 12.5m);
    if (!bank(payment))
        log.WarnFormat("Bank refused {0}", payment.Reference); // LEAK INS3001
    log.InfoFormat("{0} paid", payment.Amount);
    object message = payment;
    log.Info(message); // LEAK INS3001
}
//// SpanDetails
record Step(string Name, string Person);
static Step Approval(User u) => new("approve", u.Manager?.FullName ?? u.FullName);
void Approve(System.Diagnostics.ActivitySource source, IUsers users, int id)
{
    var step = Approval(users.Get(id));
    KeyValuePair<string, object?>[] tags = [new("step", step.Name), new("person", step.Person)];
    using var activity = source.StartActivity("approval", System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), tags); // LEAK INS3002
    if (activity is null)
        return;
    var details = new System.Diagnostics.ActivityTagsCollection { ["by"] = step.Person };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("approved", default, details)); // LEAK INS3002
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "waiting for " + step.Person); // LEAK INS3002
    activity.SetBaggage("step", step.Name);
    activity.DisplayName = $"{step.Name} {step.Person}"; // LEAK INS3002
}
//// SpanDetailsNames
record Step(string Name, string Person);
static Step Approval(User u) => new("approve", u.Manager?.FullName ?? u.FullName);
void Approve(System.Diagnostics.ActivitySource source, IUsers users, int id, Action<string> ask)
{
    var step = Approval(users.Get(id));
    ask(step.Person);
    KeyValuePair<string, object?>[] tags = [new("step", step.Name), new("named", step.Person != "")];
    using var activity = source.StartActivity("approval", System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), tags);
    if (activity is null)
        return;
    var details = new System.Diagnostics.ActivityTagsCollection { ["by"] = step.Person.Length };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("approved", default, details));
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "waiting after " + step.Name);
    activity.SetBaggage("step", step.Name);
    activity.DisplayName = $"{step.Name} {id}";
}
//// LabelsOfMetrics
static System.Diagnostics.TagList TagsOf(User u, string channel)
{
    var tags = new System.Diagnostics.TagList { { "channel", channel } };
    tags.Add("city", u.Home.City);
    return tags;
}
void Ordered(System.Diagnostics.Metrics.Counter<long> orders, System.Diagnostics.Metrics.Histogram<double> totals, IUsers users, int id, double total)
{
    var u = users.Get(id);
    var tags = TagsOf(u, "web");
    orders.Add(1, tags); // LEAK INS3003
    var buyer = new { u.Id, Name = u.Display() };
    totals.Record(total, new KeyValuePair<string, object?>("buyer", buyer.Name)); // LEAK INS3003
}
//// NumbersOfMetrics
static System.Diagnostics.TagList TagsOf(User u, string channel)
{
    var tags = new System.Diagnostics.TagList { { "channel", channel } };
    tags.Add("country", u.Home.Country);
    return tags;
}
void Ordered(System.Diagnostics.Metrics.Counter<long> letters, System.Diagnostics.Metrics.Histogram<double> salaries, IUsers users, int id)
{
    var u = users.Get(id);
    var tags = TagsOf(u, "web");
    letters.Add(u.Email.Length, tags);
    var income = (double)u.Salary;
    salaries.Record(income, tags);
    salaries.Record(income / 12, new KeyValuePair<string, object?>("tier", u.Tier));
}
//// ListenersAndConsole
static string Badge(User u) => "[" + string.Concat(u.FullName.Split(' ').Select(p => p + ".")) + "]";
static void Both(string line)
{
    System.Diagnostics.Debug.WriteLine(line, "door"); // LEAK INS3005
    System.Diagnostics.Trace.TraceInformation("door: {0}", line); // LEAK INS3005
}
void Enter(IUsers users, int id)
{
    var badge = Badge(users.Get(id));
    Both(badge);
    var output = Console.Out;
    output.Write(badge); // LEAK INS3005
}
//// ListenersAndRedaction
static string Badge(User u, Microsoft.Extensions.Compliance.Redaction.Redactor redactor) => "[" + redactor.Redact(u.FullName) + "]";
static void Both(string line)
{
    System.Diagnostics.Debug.WriteLine(line, "door");
    System.Diagnostics.Trace.TraceInformation("door: {0}", line);
}
void Enter(IUsers users, int id, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider redactors)
{
    var badge = Badge(users.Get(id), redactors.GetRedactor("private"));
    Both(badge);
    var output = Console.Out;
    output.Write(badge);
}
//// ReportFile
static StreamWriter Open(string folder) => new(Path.Combine(folder, "contacts.csv"), append: true);
static string Line(User u) => string.Join(';', u.Id, u.Plan, u.Email);
Microsoft.AspNetCore.Mvc.ProblemDetails Export(IUsers users, string folder)
{
    var problem = new Microsoft.AspNetCore.Mvc.ProblemDetails { Status = 409 };
    using var file = Open(folder);
    foreach (var u in users.All())
    {
        file.WriteLine(Line(u)); // LEAK INS3008
        if (u.Phone is { } phone && phone.Length < 4)
            problem.Detail = $"The number {phone} is too short"; // LEAK INS3008
    }
    return problem;
}
//// ReportInMemory
static string Line(User u) => string.Join(';', u.Id, u.Plan, u.Email);
void Export(IUsers users, string folder, Action<string> upload)
{
    using var memory = new StringWriter();
    int lines = 0;
    foreach (var u in users.All())
    {
        memory.WriteLine(Line(u));
        lines++;
    }
    var text = memory.ToString();
    upload(text);
    File.WriteAllText(Path.Combine(folder, "contacts.size"), $"{lines} lines, {text.Length} characters");
    File.AppendAllLines(Path.Combine(folder, "contacts.ids"), users.All().Select(u => u.Id + ";" + u.Plan));
}
//// DefinedDelegate
static readonly Action<ILogger, int, string, Exception?> _signedIn =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7, "SignedIn"), "User {Id} signed in from {Address}");
void SignedIn(ILogger log, int id, string address) => _signedIn(log, id, address, null); // LEAK INS3001
void Handle(User u, Visit v, ILogger log)
{
    var ip = v.IpAddress.Trim();
    SignedIn(log, u.Id, ip);
}
//// PartialMethod !
public static partial class PartialMethodLog
{
    [LoggerMessage(EventId = 31, Level = LogLevel.Warning, Message = "Bounce of {Receiver} after {Tries} tries")]
    public static partial void Bounced(ILogger logger, string receiver, int tries);
    public static partial void Bounced(ILogger logger, string receiver, int tries) { }
}
public sealed class PartialMethodBounces(IUsers users, ILogger<PartialMethodBounces> log)
{
    string? _last;
    public void Load(int id) => _last = users.Get(id).Email;
    public void Report(int tries)
    {
        if (_last is { } receiver)
            PartialMethodLog.Bounced(log, receiver, tries); // LEAK INS3001
    }
}
//// StateAndFormatter
sealed class Entry
{
    public int Id { get; init; }
    public string Who { get; init; } = "";
    public static string Format(Entry e, Exception? ex) => ex is null ? $"{e.Id}: {e.Who}" : $"{e.Id}: {e.Who} ({ex.GetType().Name})";
}
static void Write(ILogger log, LogLevel level, Entry entry)
{
    if (!log.IsEnabled(level)) return;
    log.Log(level, new EventId(5), entry, null, Entry.Format); // LEAK INS3001
}
void Audit(User u, ILogger log) => Write(log, LogLevel.Information, new Entry { Id = u.Id, Who = u.FullName });
//// StateOfNumbers
readonly record struct Sizes(int Id, int Mail, int Phone)
{
    public static Sizes Of(User u) => new(u.Id, u.Email.Length, u.Phone?.Length ?? 0);
    public static string Format(Sizes s, Exception? ex) => $"User {s.Id}: mail has {s.Mail} characters, phone {s.Phone}";
}
void Audit(IUsers users, ILogger log)
{
    foreach (var u in users.All())
    {
        var sizes = Sizes.Of(u);
        log.Log(LogLevel.Debug, new EventId(6), sizes, null, Sizes.Format);
    }
}
//// ExtensionOfLogger !
public static class ExtensionOfLoggerMethods
{
    public static void Audit(this ILogger log, string action, string? who = null)
    {
        var text = who is null ? action : action + " by " + who;
        log.LogInformation("Audit: {Text}", text); // LEAK INS3001
    }
}
public sealed class ExtensionOfLoggerUse(ILogger<ExtensionOfLoggerUse> log)
{
    public void Delete(User actor, int document)
    {
        log.Audit("started");
        log.Audit($"document {document} deleted", actor.Display());
    }
}
//// ExtensionOnlyCounts !
public static class ExtensionOnlyCountsMethods
{
    public static void AuditMany(this ILogger log, string action, params string?[] who)
    {
        var known = who.Count(w => !string.IsNullOrEmpty(w));
        log.LogInformation("Audit: {Action}, {Known} of {All} known", action, known, who.Length);
    }
    public static T Traced<T>(this ILogger log, string step, T value)
    {
        log.LogDebug("{Step} gave a {Type}", step, typeof(T).Name);
        return value;
    }
}
public sealed class ExtensionOnlyCountsUse(ILogger<ExtensionOnlyCountsUse> log)
{
    public string Contact(User u)
    {
        log.AuditMany("contact", u.Email, u.Phone, u.Manager?.Email);
        return log.Traced("choose", u.Phone ?? u.Email);
    }
}
//// TagsAtTheStart
static readonly System.Diagnostics.ActivitySource Source = new("Shop");
static IEnumerable<KeyValuePair<string, object?>> Tags(Customer c)
{
    yield return new("customer.id", c.Id);
    yield return new("customer.contact", c.Email);
}
void Order(Customer c)
{
    var tags = Tags(c).ToList();
    using var span = Source.StartActivity("order", System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), tags); // LEAK INS3002
    span?.SetTag("level", c.Level);
}
//// SpanOfFacts
static readonly System.Diagnostics.ActivitySource Source = new("Shop");
static void Describe(System.Diagnostics.Activity? span, User u)
{
    span?.SetTag("user.id", u.Id)
        .SetTag("user.has_phone", u.Phone is not null)
        .SetTag("user.adult", u.BirthDate < DateTime.Today.AddYears(-18))
        .AddEvent(new System.Diagnostics.ActivityEvent("described"));
}
void Order(User u)
{
    using var span = Source.StartActivity("order." + u.Tier);
    Describe(span, u);
    var failed = u.Email.IndexOf('@') < 0;
    span?.SetStatus(failed ? System.Diagnostics.ActivityStatusCode.Error : System.Diagnostics.ActivityStatusCode.Ok, failed ? "bad mail" : null);
}
//// TagListFromHelper
static void AddUser(ref System.Diagnostics.TagList tags, User u)
{
    tags.Add("plan", u.Plan);
    tags.Add("city", u.Home.City);
}
void Count(IUsers users, System.Diagnostics.Metrics.Counter<long> logins)
{
    foreach (var u in users.All())
    {
        var tags = new System.Diagnostics.TagList { { "tier", u.Tier.ToString() } };
        AddUser(ref tags, u);
        logins.Add(1, tags); // LEAK INS3003
    }
}
//// MeasuredNotLabelled
static KeyValuePair<string, object?>[] Labels(User u) => new KeyValuePair<string, object?>[]
{
    new("plan", u.Plan),
    new("country", u.Home.Country),
    new("named", u.FullName.Length > 0),
};
void Measure(IUsers users, System.Diagnostics.Metrics.Histogram<double> salaries, System.Diagnostics.Metrics.Counter<int> aliases)
{
    foreach (var u in users.All())
    {
        salaries.Record((double)u.Salary, Labels(u));
        aliases.Add(u.Aliases.Length, Labels(u)[0]);
    }
}
//// SynchronizedConsole
static readonly TextWriter Out = TextWriter.Synchronized(Console.Out);
static void Line(string format, params object?[] args)
{
    var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args);
    Out.WriteLine(text); // LEAK INS3005
}
async Task List(IUsers users)
{
    await foreach (var u in users.Stream())
        Line("{0,5} {1:yyyy-MM-dd}", u.Id, u.BirthDate);
}
//// SynchronizedMemory
readonly StringWriter _memory = new();
void List(IUsers users, ILogger log)
{
    var writer = TextWriter.Synchronized(_memory);
    var rows = 0;
    foreach (var u in users.All())
    {
        writer.WriteLine("{0};{1}", u.Id, u.FullName);
        rows++;
    }
    writer.Flush();
    Console.Out.WriteLine("{0} rows, {1} characters", rows, _memory.GetStringBuilder().Length);
    log.LogInformation("{Rows} rows in {Writer}", rows, _memory.GetType().Name);
}
//// WriterOverFileStream
sealed class Report : IDisposable
{
    readonly StreamWriter _writer;
    public Report(string path)
    {
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        _writer = new StreamWriter(file, System.Text.Encoding.UTF8);
    }
    public void Row(params string[] cells)
    {
        _writer.WriteLine(string.Join('\t', cells)); // LEAK INS3008
    }
    public void Dispose() => _writer.Dispose();
}
void Salaries(IUsers users, string path)
{
    using var report = new Report(path);
    report.Row("id", "salary");
    foreach (var u in users.All())
        report.Row(u.Id.ToString(), u.Salary.ToString("F2"));
}
//// WriterOverMemoryStream
static byte[] Render(IEnumerable<User> users)
{
    using var memory = new MemoryStream();
    using (var writer = new StreamWriter(memory, System.Text.Encoding.UTF8, 1024, leaveOpen: true))
        foreach (var u in users)
            writer.WriteLine(u.Email + "\t" + u.Phone);
    return memory.ToArray();
}
void Store(IUsers users, string path, ILogger log)
{
    var bytes = Render(users.All());
    log.LogInformation("Rendered {Size} bytes", bytes.Length);
    using var writer = new StreamWriter(new FileStream(path, FileMode.Create));
    writer.WriteLine("size=" + bytes.Length);
}
//// QueryWithoutPerson
static Uri Endpoint(User u, int page)
{
    var query = new Dictionary<string, string>
    {
        ["user"] = u.Key.ToString("N"),
        ["plan"] = u.Plan,
        ["verified"] = u.Phone is null ? "0" : "1",
        ["page"] = page.ToString(),
    };
    var builder = new UriBuilder("https://billing.example/invoices");
    builder.Query = string.Join("&", query.Select(q => q.Key + "=" + Uri.EscapeDataString(q.Value)));
    return builder.Uri;
}
async Task<bool> HasInvoices(HttpClient http, User u)
{
    if (u.Email == "") return false;
    using var answer = await http.GetAsync(Endpoint(u, 1));
    return answer.IsSuccessStatusCode;
}
//// CookieRemembersAddress
const string Remember = "shop.remember";
static void SetCookie(Microsoft.AspNetCore.Http.HttpResponse response, string name, string value, int days)
{
    var options = new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true, Secure = true, MaxAge = TimeSpan.FromDays(days) };
    response.Cookies.Append(name, value, options); // LEAK INS3008
}
async Task SignIn(Microsoft.AspNetCore.Http.HttpContext context, IUsers users, int id)
{
    var u = await users.GetAsync(id, context.RequestAborted);
    SetCookie(context.Response, "shop.session", Guid.NewGuid().ToString(), 1);
    if (u.Email is { Length: > 0 } mail)
        SetCookie(context.Response, Remember, mail.ToLowerInvariant(), 30);
}
//// HeaderOfKey
static void Stamp(Microsoft.AspNetCore.Http.HttpResponse response, IReadOnlyDictionary<string, string> values)
{
    foreach (var (name, value) in values)
        response.Headers["X-" + name] = value;
    response.Headers.Remove("Server");
}
void SignIn(Microsoft.AspNetCore.Http.HttpContext context, User u)
{
    var role = u.Email.EndsWith("@shop.example") ? "staff" : "customer";
    Stamp(context.Response, new Dictionary<string, string> { ["User"] = u.Key.ToString(), ["Role"] = role, ["Tier"] = u.Tier.ToString() });
    context.Response.Cookies.Delete("shop.remember");
}
//// LevelsAndNulls
void Greet(ILogger? log, IUsers users, int id)
{
    var user = users.Get(id);
    var chief = user.Manager;
    log?.LogTrace("call {Phone}", user.Phone ?? "none"); // LEAK INS3001
    log?.LogDebug("has phone: {Has}", user.Phone is not null);
    log?.LogInformation("{Count} aliases", user.Aliases?.Length ?? 0);
    log?.LogCritical("escalated to {Chief}", chief?.Email ?? "nobody"); // LEAK INS3001
    (log ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).LogWarning("chief {Id} plan {Plan}", chief?.Id, chief?.Plan ?? user.Plan);
}
//// ArgumentArrays
void Booked(ILogger log, User guest, int room, DateTime from)
{
    log.LogInformation("room {Room} for {Guest}", [room, guest.FullName]); // LEAK INS3001
    log.LogInformation("room {Room} for guest {Id}", [room, guest.Id]);
    object?[] facts = [room, from, guest.Plan];
    log.LogInformation("room {Room} from {From} on {Plan}", facts);
    object?[] all = [.. facts, guest.Phone];
    log.LogInformation("room {Room} from {From} on {Plan}, {Phone}", all); // LEAK INS3001
    log.LogInformation("guest {Id} {Tier}", new object[] { guest.Id, guest.Tier });
}
//// NamedArguments
void Withdrawn(ILogger log, User client, decimal amount, Exception failure)
{
    var who = client.FullName;
    log.LogError(message: "withdrawal of {Amount} by {Who}", exception: failure, args: [amount, who]); // LEAK INS3001
    log.LogError(exception: failure, message: "withdrawal of {Amount} failed", args: amount);
    log.Log(message: "client {Id} withdrew", logLevel: LogLevel.Debug, args: client.Id);
    log.Log(exception: null, eventId: 12, logLevel: LogLevel.Debug, message: "salary {S:N0}", args: client.Salary); // LEAK INS3001
}
//// TemplatesThemselves
const string Known = "pupil {Id} enrolled";
void Enrolled(ILogger log, User pupil, bool verbose)
{
    log.LogInformation(Known, pupil.Id);
    var template = verbose ? "pupil {Id} of " + pupil.Home.City : Known;
    log.LogInformation(template, pupil.Id); // LEAK INS3001
    var other = pupil.Home.City.Length > 20 ? "long city, pupil {Id}" : "short city, pupil {Id}";
    log.LogInformation(other, pupil.Id);
}
//// EventIds
static readonly EventId Joined = new(100, "Joined");
void Join(ILogger log, User player, string guild)
{
    log.LogInformation(Joined, "player {Id} joined {Guild}", player.Id, guild);
    log.LogInformation(Joined, "{Name} joined {Guild}", player.FullName, guild); // LEAK INS3001
    log.LogWarning(new EventId(player.Id), null, "guild {Guild} is full", guild);
    log.Log(LogLevel.Information, new EventId(101, nameof(player.FullName)), "guild {Guild} greeted {Id}", guild, player.Id);
}
//// DefinedMessages
static readonly Action<ILogger, int, string, Exception?> Shipped = LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(5, "Shipped"), "parcel {Id} to {Where}");
static readonly Action<ILogger, int, Exception?> Lost = LoggerMessage.Define<int>(LogLevel.Warning, new EventId(6, "Lost"), "parcel {Id} lost");
void Ship(ILogger log, User receiver, int parcel)
{
    var home = receiver.Home;
    Shipped(log, parcel, home.Country, null);
    Shipped(log, parcel, $"{home.Street}, {home.Country}", null); // LEAK INS3001
    Lost(log, parcel, null);
    Lost.Invoke(log, home.Street.Length, null);
}
//// DefinedScopes
static readonly Func<ILogger, string, IDisposable?> ForPlan = LoggerMessage.DefineScope<string>("plan {Plan}");
static readonly Func<ILogger, string, IDisposable?> ForCaller = LoggerMessage.DefineScope<string>("caller {Caller}");
void Handle(ILogger log, User user)
{
    using (ForPlan(log, user.Plan))
        log.LogInformation("handling {Id}", user.Id);
    var caller = user.Phone!.Trim();
    using (ForCaller(log, caller)) // LEAK INS3006
        log.LogInformation("handling {Id} again", user.Id);
}
//// RawLogState
void Raw(ILogger log, User driver, int trip)
{
    var state = $"trip {trip} of {driver.FullName}";
    log.Log(LogLevel.Information, new EventId(1), state, null, static (s, e) => s); // LEAK INS3001
    var pairs = new List<KeyValuePair<string, object?>> { new("trip", trip), new("licence", driver.Phone) };
    log.Log(LogLevel.Information, new EventId(2), pairs, null, static (s, e) => "trip started"); // LEAK INS3001
    var plain = new KeyValuePair<string, object?>[] { new("trip", trip), new("known", driver.Phone != null) };
    log.Log(LogLevel.Information, new EventId(3), plain, null, static (s, e) => $"trip with {s.Length} facts");
}
//// RawLogFormatter
void Format(ILogger log, User nurse, int ward)
{
    log.Log(LogLevel.Information, new EventId(1), ward, null, (w, e) => $"ward {w}, nurse {nurse.FullName}"); // LEAK INS3001
    log.Log(LogLevel.Information, new EventId(2), ward, null, (w, e) => $"ward {w}, nurse {nurse.Id}");
    log.Log(LogLevel.Information, new EventId(3), (Ward: ward, Plan: nurse.Plan), null, (s, e) => s.Plan + s.Ward);
}
//// GeneratedMessages
void Login(ILogger log, IUsers users, int id)
{
    var user = users.Get(id);
    var name = user.Display();
    CorpusLog.SignedIn(log, user.Id, name); // LEAK INS3001
    CorpusLog.SignedIn(log, user.Id, user.IsAdmin ? nameof(user.FullName) : "user");
    CorpusLog.SignedIn(name: user.Tier.ToString(), id: name.Length, logger: log);
}
//// TraceFamily
void Traced(User user, int step)
{
    var line = string.Format("{0}:{1}", step, user.Email);
    System.Diagnostics.Trace.TraceInformation("step {0} plan {1}", step, user.Plan);
    System.Diagnostics.Trace.TraceError(line); // LEAK INS3005
    System.Diagnostics.Trace.TraceWarning("{0}", new object[] { user.FullName }); // LEAK INS3005
    System.Diagnostics.Trace.WriteLine(user.Id, "users");
    System.Diagnostics.Trace.WriteLineIf(user.Email.Contains("@corp"), "employee at step " + step);
    System.Diagnostics.Trace.WriteIf(step > 3, user.Phone, "users"); // LEAK INS3005
    System.Diagnostics.Trace.Assert(user.Email != "", "no address for " + user.Id);
}
//// TraceSources
private readonly System.Diagnostics.TraceSource _source = new("billing");
void Billed(User payer, int invoice)
{
    var account = payer.FullName.ToUpperInvariant();
    _source.TraceEvent(System.Diagnostics.TraceEventType.Information, 1, "invoice {0}", invoice);
    _source.TraceEvent(System.Diagnostics.TraceEventType.Verbose, 2, "invoice {0} of {1}", invoice, account); // LEAK INS3005
    _source.TraceInformation("account of " + account); // LEAK INS3005
    _source.TraceData(System.Diagnostics.TraceEventType.Warning, 3, payer.Salary); // LEAK INS3005
    _source.TraceData(System.Diagnostics.TraceEventType.Warning, account.Length, payer.Id);
}
//// DebugFamily
void Checked(User user, Queue<string> waiting)
{
    var mail = user.Email;
    System.Diagnostics.Debug.Assert(mail.IndexOf('@') > 0);
    System.Diagnostics.Debug.Assert(mail.IndexOf('@') > 0, "bad address", "{0} has none", user.Id);
    System.Diagnostics.Debug.Assert(mail.IndexOf('@') > 0, $"bad address {mail}"); // LEAK INS3005
    System.Diagnostics.Debug.WriteLine("{0} of {1} wait", user.Id, waiting.Count);
    System.Diagnostics.Debug.WriteLine("{0} is {1}", user.Id, mail); // LEAK INS3005
    System.Diagnostics.Debug.Print("tier {0}", user.Tier);
    if (waiting.Contains(mail)) System.Diagnostics.Debug.Fail("duplicate", mail); // LEAK INS3005
}
//// ConsoleFamily
async Task Show(IUsers users, int id)
{
    var user = await users.GetAsync(id);
    Console.WriteLine("{0,-5}|{1}", user.Id, user.Plan);
    Console.WriteLine("{0,-5}|{1}|{2}|{3}", user.Id, user.Plan, user.Tier, user.Phone); // LEAK INS3005
    Console.Write(user.Email.ToCharArray()); // LEAK INS3005
    Console.WriteLine(user.Aliases);
    Console.WriteLine(user.BirthDate); // LEAK INS3005
    Console.Error.WriteLine("no plan for {0}", user.Id);
    await Console.Error.WriteLineAsync($"cannot reach {user.Phone}"); // LEAK INS3005
    await Console.Out.WriteAsync(user.IsAdmin ? 'A' : 'U');
}
//// OwnEventSource !
[System.Diagnostics.Tracing.EventSource(Name = "Shop-Orders")]
internal sealed class OrderEvents : System.Diagnostics.Tracing.EventSource
{
    public static readonly OrderEvents Log = new();

    [System.Diagnostics.Tracing.Event(1)]
    public void Placed(int order, string plan) => WriteEvent(1, order, plan);

    [System.Diagnostics.Tracing.Event(2)]
    public void Refused([Pii] string address, int order) { if (IsEnabled()) WriteEvent(2, address, order); } // LEAK INS3005

    [System.Diagnostics.Tracing.NonEvent]
    public void Cancelled(User buyer, int order)
    {
        if (buyer.Email.EndsWith(".test")) return;
        WriteEvent(3, buyer.Id, order);
        WriteEvent(4, new object[] { order, buyer.Home.Street, buyer.Plan }); // LEAK INS3005
    }
}
internal static class Orders
{
    public static void Place(User buyer, int order)
    {
        if (buyer.Phone is { Length: > 0 }) OrderEvents.Log.Placed(order, buyer.Plan);
    }
}
//// SpanMembers
void Spanned(User patient, System.Diagnostics.Activity? activity)
{
    var name = patient.FullName.Trim();
    activity?.SetTag("patient.id", patient.Id).SetTag("patient.tier", patient.Tier);
    activity?.AddTag("patient.name", name); // LEAK INS3002
    activity?.AddBaggage("patient.plan", patient.Plan);
    (activity ?? System.Diagnostics.Activity.Current)?.AddBaggage("patient.phone", patient.Phone); // LEAK INS3002
    activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, name.Length > 0 ? "failed" : "anonymous");
    activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "failed for " + name); // LEAK INS3002
    if (activity is { IsAllDataRequested: true }) activity.DisplayName = "visit " + name; // LEAK INS3002
}
//// SpanEventsAndStarts
static readonly System.Diagnostics.ActivitySource Source = new("Travel");
void Fly(User passenger, string flight)
{
    var seat = new Dictionary<string, object?> { ["flight"] = flight, ["tier"] = passenger.Tier };
    using var a = Source.StartActivity("board", System.Diagnostics.ActivityKind.Internal, default(System.Diagnostics.ActivityContext), seat);
    a?.AddEvent(new System.Diagnostics.ActivityEvent("boarding " + flight));
    a?.AddEvent(new System.Diagnostics.ActivityEvent($"boarding {passenger.FullName}")); // LEAK INS3002
    using var b = Source.StartActivity($"seat:{passenger.FullName}"); // LEAK INS3002
    b?.SetTag("late", passenger.FullName.StartsWith("Z"));
}
//// MetricLabels
static readonly System.Diagnostics.Metrics.Meter Meter = new("iot");
static readonly System.Diagnostics.Metrics.Counter<long> Readings = Meter.CreateCounter<long>("readings");
static readonly System.Diagnostics.Metrics.Histogram<double> Heat = Meter.CreateHistogram<double>("heat");
void Read(User owner, string device, double degrees)
{
    Readings.Add(1, new KeyValuePair<string, object?>("device", device), new("tier", owner.Tier));
    Readings.Add(1, new KeyValuePair<string, object?>("device", device), new("city", owner.Home.City)); // LEAK INS3003
    var tags = new System.Diagnostics.TagList { { "device", device }, { "country", owner.Home.Country } };
    Heat.Record(degrees, tags);
    Heat.Record(degrees, [new("device", device), new("owner", owner.Email)]); // LEAK INS3003
}
//// ObservedLabels
void Register(System.Diagnostics.Metrics.Meter meter, User tenant, Func<int> level)
{
    meter.CreateObservableGauge("level", () => new System.Diagnostics.Metrics.Measurement<int>(level(), new KeyValuePair<string, object?>("tenant", tenant.Id)));
    meter.CreateObservableGauge("level2", () => new System.Diagnostics.Metrics.Measurement<int>(level(), new KeyValuePair<string, object?>("tenant", tenant.FullName))); // LEAK INS3003
    meter.CreateObservableCounter("length", () => tenant.FullName.Length);
}
//// SerilogCalls
void Serilogged(Serilog.ILogger log, User user, Exception e)
{
    var mail = user.Email.ToLowerInvariant();
    log.Information("signed in");
    log.Information("signed in {Id} {Plan}", user.Id, user.Plan);
    log.Information("signed in {Id} {Mail}", user.Id, mail); // LEAK INS3001
    log.Error(e, "failed {A} {B} {C}", user.Id, user.Tier, user.Phone); // LEAK INS3001
    log.ForContext("Id", user.Id).Debug("known: {Known}", mail != "");
    log.ForContext("Mail", mail).Debug("done"); // LEAK INS3006
    Serilog.Log.Warning("domain missing in {Mail}", mail); // LEAK INS3001
    using (Serilog.Context.LogContext.PushProperty("Tier", user.Tier)) log.Information("tiered");
}
//// NLogCalls
private readonly NLog.Logger _nlog = NLog.LogManager.GetCurrentClassLogger();
void Logged(User user, int order)
{
    _nlog.Info("order {0} of {1}", order, user.Id);
    _nlog.Info("order {0} of {1}", order, user.Email); // LEAK INS3001
    _nlog.Debug(() => "lazily " + user.Id);
    _nlog.Debug(() => "lazily " + user.Phone); // LEAK INS3001
    _nlog.Log(NLog.LogEventInfo.Create(2, "orders", $"order {order}"));
    using (NLog.ScopeContext.PushProperty("order", order))
    using (NLog.ScopeContext.PushNestedState("for " + user.FullName)) // LEAK INS3006
        _nlog.Info("packing");
}
//// Log4NetCalls
static readonly log4net.ILog Log = log4net.LogManager.GetLogger(typeof(User));
void Hired(User employee, Exception? e)
{
    Log.Info(employee.Id);
    Log.Info(employee);
    Log.Error(employee.Salary); // LEAK INS3001
    Log.InfoFormat("{0} hired as {1}", employee.FullName, employee.Plan); // LEAK INS3001
    Log.WarnFormat("{0} has no manager", employee.Id);
    Log.Warn("no phone: " + string.IsNullOrEmpty(employee.Phone), e);
    log4net.ThreadContext.Properties["employee"] = employee.Id;
    log4net.LogicalThreadContext.Properties["employee"] = employee.FullName; // LEAK INS3006
}
//// ThrownTexts
void Validate(User user, int age)
{
    if (age < 0) throw new ArgumentOutOfRangeException(nameof(user.BirthDate), age, "negative age");
    if (user.Email.Length == 0) throw new ArgumentException("empty address", nameof(user.Email));
    if (!user.Email.Contains('@')) throw new FormatException($"'{user.Email}' is no address"); // LEAK INS3004
    var phone = user.Phone ?? throw new InvalidOperationException("user " + user.Id + " has no phone");
    try { _ = long.Parse(phone); }
    catch (FormatException e) { throw new InvalidOperationException(string.Concat("phone ", phone), e); } // LEAK INS3004
}
//// ScopeShapes
void Scoped(ILogger log, User user, int order)
{
    using (log.BeginScope("order {Order} of {Id}", order, user.Id))
    using (log.BeginScope(new Dictionary<string, object> { ["order"] = order, ["tier"] = user.Tier }))
    using (log.BeginScope(new Dictionary<string, object> { ["order"] = order, ["mail"] = user.Email })) // LEAK INS3006
    using (log.BeginScope(("order", order)))
    using (log.BeginScope(new[] { new KeyValuePair<string, object?>("phone", user.Phone) })) // LEAK INS3006
        log.LogInformation("order {Order}", order);
}
//// ExceptionDataAndFiles
async Task Export(HttpClient http, User user, string folder)
{
    var failure = new InvalidOperationException("export failed");
    failure.Data["user"] = user.Id;
    failure.Data["where"] = user.Home.Street; // LEAK INS3008
    File.WriteAllText(Path.Combine(folder, user.Id + ".txt"), user.Plan);
    File.AppendAllText(Path.Combine(folder, "all.csv"), $"{user.Id};{user.Email}\n"); // LEAK INS3008
    _ = await http.GetStringAsync("https://partner.example/users/" + user.Id);
    _ = await http.GetStringAsync("https://partner.example/find?mail=" + Uri.EscapeDataString(user.Email)); // LEAK INS3008
    if (user.Phone == null) throw failure;
}
//// OtelCalls
void Traced(OpenTelemetry.Trace.Tracer tracer, User user)
{
    var span = tracer.StartActiveSpan("checkout");
    span.SetAttribute("user.id", user.Id).SetAttribute("mail.length", user.Email.Length);
    span.SetAttribute("user.plan", user.Plan).AddEvent("paid by " + user.FullName); // LEAK INS3002
    OpenTelemetry.Baggage.SetBaggage("tier", user.Tier.ToString());
    OpenTelemetry.Baggage.SetBaggage("mail", user.Email.Replace("@", " at ")); // LEAK INS3002
}
//// OnlyFacts
void Facts(ILogger log, User user, Exception e)
{
    log.LogTrace(new EventId(1, nameof(User.Email)), e, "{Name}: {Set}", nameof(user.Email), user.Email is not "");
    log.LogDebug(e, "phone {Same}", string.Compare(user.Phone, user.Manager?.Phone, StringComparison.Ordinal));
    log.LogInformation(new EventId(2), "{Aliases} aliases, home in {Country}", user.Aliases.Length, user.Home?.Country ?? "?");
    log.LogWarning(exception: e, message: "{Old}", args: [user.BirthDate < DateTime.UnixEpoch]);
    log.LogError(e, "{Paid} and {Key}", user.Salary > 0m, user.Key);
}
//// RedactedEverywhere
void Redacted(ILogger log, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider provider, User user, System.Diagnostics.Activity activity)
{
    var redactor = provider.GetRedactor("private");
    var mail = redactor.Redact(user.Email);
    log.LogInformation("signed in {Mail}", mail);
    using (log.BeginScope("call {Phone}", redactor.Redact(user.Phone)))
        activity?.SetTag("mail", mail);
    Console.WriteLine($"hello {redactor.Redact(user.FullName)}");
    if (mail.Length == 0) throw new InvalidOperationException("nothing left of " + mail);
}
//// CounterTags
private readonly System.Diagnostics.Metrics.Counter<long> logins = new System.Diagnostics.Metrics.Meter("shop").CreateCounter<long>("logins");

void Login(User user)
{
    logins.Add(1, new KeyValuePair<string, object?>("plan", user.Plan), new KeyValuePair<string, object?>("tier", user.Tier));
    var tags = new System.Diagnostics.TagList { { "admin", user.IsAdmin } };
    logins.Add(1, tags);
    tags.Add("domain", user.Email[user.Email.IndexOf('@')..]);
    logins.Add(1, tags); // LEAK INS3003
}

//// MeasuredNumber
private readonly System.Diagnostics.Metrics.Histogram<double> wages = new System.Diagnostics.Metrics.Meter("hr").CreateHistogram<double>("wages");

void Paid(User user)
{
    wages.Record((double)user.Salary);
    wages.Record((double)user.Salary, new KeyValuePair<string, object?>("plan", user.Plan));
    wages.Record(user.FullName.Length, new KeyValuePair<string, object?>("high", user.Salary > 5000m));
}

//// ObservableGauge
void Register(System.Diagnostics.Metrics.Meter meter, IUsers users)
{
    meter.CreateObservableGauge("users", () => users.All().Count());
    meter.CreateObservableGauge("roles", () => users.All().Select(u =>
        new System.Diagnostics.Metrics.Measurement<int>(u.Roles.Count, new KeyValuePair<string, object?>("id", u.Id))));
    meter.CreateObservableGauge("admins", () =>
        new System.Diagnostics.Metrics.Measurement<int>(users.All().Count(u => u.IsAdmin), new KeyValuePair<string, object?>("source", "db")));
}

//// SpanLifecycle
private static readonly System.Diagnostics.ActivitySource Source = new("clinic");

void Treat(User patient, string ward)
{
    using var activity = Source.StartActivity("treat " + ward);
    activity?.SetTag("patient.id", patient.Id);
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("admitted"));
    activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "no bed in " + ward);
    activity?.SetBaggage("patient.key", patient.Key.ToString());
    if (activity != null) activity.DisplayName = "treat " + patient.Plan;
}

//// SpanStatus
private static readonly System.Diagnostics.ActivitySource Source = new("bank");

void Transfer(User from, User to, decimal amount)
{
    using var activity = Source.StartActivity("transfer");
    activity?.SetTag("amount", amount);
    activity?.SetTag("same", from.FullName == to.FullName);
    if (amount > from.Salary)
        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, $"{from.Display()} is short"); // LEAK INS3002
    activity?.SetBaggage("to", to.Email); // LEAK INS3002
}

//// SpanException
void Convert(System.Diagnostics.Activity activity, User user)
{
    try
    {
        var number = int.Parse(user.Plan);
        if (number > 10) throw new InvalidOperationException("plan too large: " + number);
        if (user.Phone == "") throw new InvalidOperationException("empty phone");
    }
    catch (InvalidOperationException e)
    {
        activity.AddException(e);
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Error, e.Message);
    }
}

//// OwnEvents !
[System.Diagnostics.Tracing.EventSource(Name = "Iot-Hub")]
sealed class HubEvents : System.Diagnostics.Tracing.EventSource
{
    internal static readonly HubEvents Log = new();

    [System.Diagnostics.Tracing.Event(1)]
    internal void Connected(int device, string region) => WriteEvent(1, device, region);

    [System.Diagnostics.Tracing.Event(2)]
    internal void Dropped(int device, int seconds) => WriteEvent(2, device, seconds);
}

sealed class Hub
{
    internal void Connect(User owner, int device)
    {
        HubEvents.Log.Connected(device, owner.Home.Country);
        HubEvents.Log.Dropped(device, owner.Home.City.Length);
    }
}

//// HashedKeys
private static string Hash(string text) =>
    System.Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

private static string Encode(string text) =>
    System.Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));

void Publish(System.Diagnostics.Activity activity, ILogger log, User user)
{
    activity.SetTag("user.hash", Hash(user.Email));
    log.LogInformation("hash {Hash} of {Id}", Hash(user.FullName), user.Id);
    Console.WriteLine(Hash(user.Home.Street + user.Home.City));
    Console.WriteLine(Encode(user.Plan));
}

//// ManySinks
void Everything(ILogger log, System.Diagnostics.Activity activity, Visit visit, User user)
{
    var minute = visit.At.ToString("HH:mm");
    log.LogInformation("visit at {Minute}", minute);
    activity.SetTag("visit.minute", minute);
    Console.WriteLine(minute);
    using var scope = log.BeginScope("visit {Id}", visit.Id);
    activity.SetTag("visit.ip", System.Net.IPAddress.TryParse(visit.IpAddress, out _));
    System.IO.File.WriteAllText("last.txt", $"{visit.Id} {user.Tier} {minute}");
}

//// TagKeys
void Label(System.Diagnostics.Activity activity, User user)
{
    var keyed = new Dictionary<string, int>();
    foreach (var alias in user.Aliases)
        keyed[alias] = alias.Length;
    foreach (var (key, value) in keyed)
    {
        activity.SetTag("alias", value);
        activity.SetTag("alias." + key, value); // LEAK INS3002
    }
    activity.SetTag("aliases", keyed.Count);
}

//// StreamedJson
async Task StreamAsync(ILogger log, IUsers users, string path)
{
    var lines = new List<string>();
    await foreach (var u in users.Stream())
        lines.Add(System.Text.Json.JsonSerializer.Serialize(new { u.Id, u.Plan, u.Tier, Mail = u.Email.Contains('@') }));
    await System.IO.File.WriteAllLinesAsync(path, lines);
    log.LogInformation("wrote {Lines}", lines);
    log.LogInformation("last {Line}", lines.LastOrDefault());
}


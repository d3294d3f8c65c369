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

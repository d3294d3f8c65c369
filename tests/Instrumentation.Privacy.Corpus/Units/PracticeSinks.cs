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

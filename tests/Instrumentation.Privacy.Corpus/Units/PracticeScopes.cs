//// ScopeDictionaryFromBuilder
static Dictionary<string, object> ScopeOf(User user)
{
    var state = new Dictionary<string, object> { ["UserId"] = user.Id };
    if (user.Phone is { } phone)
        state["Caller"] = phone;
    return state;
}
void Call(User user, ILogger log)
{
    var state = ScopeOf(user);
    using (log.BeginScope(state)) // LEAK INS3006
        log.LogInformation("Call accepted");
}
//// ScopeDictionaryBesideMailMerge
void Send(User user, ILogger log, Action<Dictionary<string, object>> merge)
{
    var fields = new Dictionary<string, object> { ["Name"] = user.FullName, ["Mail"] = user.Email };
    var state = new Dictionary<string, object> { ["UserId"] = user.Id, ["Fields"] = fields.Count };
    using var scope = log.BeginScope(state);
    merge(fields);
    log.LogInformation("Merged");
}
//// ScopeTupleAgain
void Handle(Visit visit, ILogger log)
{
    var key = ("visitor", visit.IpAddress);
    using var scope = log.BeginScope(key); // LEAK INS3006
    log.LogInformation("Handled {Id}", visit.Id);
}
//// ScopeOfPlainObject
class WorkItem(User user, int attempt) { public User User { get; } = user; public int Attempt { get; } = attempt; }
void Handle(User user, ILogger log)
{
    var item = new WorkItem(user, 3);
    using var scope = log.BeginScope("Work {Item} attempt {Attempt}", item, item.Attempt);
    log.LogInformation("Handled for {Id}", item.User.Id);
}
//// ScopeExtensionHelper !
public static class ScopeExtensionHelperScopes
{
    public static IDisposable? ForWho(this ILogger log, string operation, string who)
    {
        return log.BeginScope("{Operation} for {Who}", operation, who); // LEAK INS3006
    }
}
public class ScopeExtensionHelperService(ILogger log, IUsers users)
{
    public async Task Close(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel).ConfigureAwait(false);
        using var scope = log.ForWho("close", user.Display());
        log.LogInformation("Closed {Id}", user.Id);
    }
}
//// OwnAmbientScope
sealed class Ambient : IDisposable
{
    private static readonly AsyncLocal<Ambient?> Current = new();
    private readonly Ambient? _parent = Current.Value;
    private readonly string _who;
    private Ambient(string who) { _who = who; Current.Value = this; }
    public static Ambient BeginScope(string who) => new(who);
    public static int Depth { get { var n = 0; for (var a = Current.Value; a != null; a = a._parent) n++; return n; } }
    public static bool Is(string who) => Current.Value?._who == who;
    public void Dispose() => Current.Value = _parent;
}
void Handle(User user, ILogger log)
{
    using var scope = Ambient.BeginScope(user.Email);
    log.LogInformation("Depth {Depth}, same user {Same}", Ambient.Depth, Ambient.Is("root"));
}
//// SerilogContextChain
class Importer(Serilog.ILogger root)
{
    private Serilog.ILogger Logger(string source, string owner)
    {
        var typed = root.ForContext<Importer>().ForContext("Source", source);
        return typed.ForContext("Owner", owner); // LEAK INS3006
    }
    public void Run(User user, int rows)
    {
        var log = Logger("ftp", user.Manager?.FullName ?? user.FullName);
        log.Information("Imported {Rows} rows", rows);
    }
}
//// SerilogPropertyOfKey
void Handle(User user)
{
    var (mail, key) = (user.Email, user.Key);
    using var a = Serilog.Context.LogContext.PushProperty("User", key);
    using var b = Serilog.Context.LogContext.PushProperty("HasMail", mail.Length > 0);
    using var c = Serilog.Context.LogContext.PushProperty("Email", nameof(user.Email));
    Serilog.Log.Information("Handled {Tier}", user.Tier);
}
//// NLogNestedCustomer
void Handle(IEnumerable<Customer> customers)
{
    var gold = customers.Where(x => x.Level == "gold").OrderBy(x => x.Id).First();
    var state = "customer " + gold;
    using var scope = NLog.ScopeContext.PushNestedState(state); // LEAK INS3006
    NLog.LogManager.GetCurrentClassLogger().Info("Handled");
}
//// ReportOverConsoleWriter
class Report(TextWriter output)
{
    public void Row(string label, string value)
    {
        output.Write(label);
        output.WriteLine(": " + value); // LEAK INS3005
    }
}
void Print(User user)
{
    var report = new Report(Console.Out);
    report.Row("Plan", user.Plan);
    report.Row("Street", user.Home.Street);
}
//// ReportOverStringWriter
static void Write(TextWriter output, User user)
{
    output.WriteLine("Name: " + user.FullName);
    output.WriteLine("Mail: " + user.Email);
}
int Size(User user)
{
    using var text = new StringWriter();
    Write(text, user);
    var size = text.GetStringBuilder().Length;
    Console.WriteLine("The letter has {0} characters", size);
    return size;
}
//// StringWriterTextIsLogged
static void Write(TextWriter output, User user)
{
    output.WriteLine("Plan: " + user.Plan);
    output.WriteLine("Mail: " + user.Email);
}
void Letter(User user, ILogger log)
{
    using var text = new StringWriter();
    Write(text, user);
    var letter = text.ToString().ReplaceLineEndings(" ");
    log.LogDebug("Letter: {Letter}", letter); // LEAK INS3001
}
//// ErrorWriterChosen
void Warn(User user, bool verbose)
{
    TextWriter writer = verbose ? Console.Error : TextWriter.Null;
    var born = user.BirthDate.ToString("yyyy-MM-dd");
    writer.WriteLine("Too young, born {0}", born); // LEAK INS3005
}
//// TraceSourceReport
static readonly System.Diagnostics.TraceSource Source = new("jobs");
void Finish(IUsers users)
{
    var richest = users.All().MaxBy(x => x.Salary);
    var text = richest is null ? "nobody" : $"top salary {richest.Salary:N0}";
    Source.TraceEvent(System.Diagnostics.TraceEventType.Information, 7, text); // LEAK INS3005
}
//// TraceOfConditions
static readonly System.Diagnostics.TraceSource Source = new("jobs");
void Check(User user)
{
    System.Diagnostics.Trace.WriteLineIf(user.Phone is null, "No phone for user " + user.Id);
    System.Diagnostics.Debug.WriteLine(user.Email.Contains('+') ? "tagged address" : "plain address");
    Source.TraceInformation("Checked {0} of plan {1}", user.Key, user.Plan);
    System.Diagnostics.Debug.Assert(user.FullName.Length > 0, "User without a name: " + user.Id);
}
//// ConsoleQuestion
bool Confirm(User user)
{
    Console.Write("Type the address of user {0} to go on: ", user.Id);
    var typed = Console.ReadLine();
    var equal = string.Equals(typed, user.Email, StringComparison.OrdinalIgnoreCase);
    Console.WriteLine(equal ? "Going on" : "That is another address");
    Console.Error.WriteLine(user);
    return equal;
}
//// OwnConsoleCounts
static class Console
{
    private static int _lines;
    public static void WriteLine(string text) { if (text.Length > 0) _lines++; }
    public static int Lines => _lines;
}
void Preview(IUsers users, ILogger log)
{
    foreach (var user in users.All())
        Console.WriteLine(user.FullName + " " + user.Email);
    using var scope = log.BeginScope("Preview of {Lines} lines", Console.Lines);
    log.LogInformation("Previewed");
}
//// RequestScope
void Process(ILogger log, User user, Guid request)
{
    using (log.BeginScope("request {Request} user {User}", request, user.Id))
    {
        log.LogInformation("start");
    }
    using (log.BeginScope("request {Request} user {User}", request, user.Email.Contains('+')))
    {
        log.LogInformation("again");
    }
}

//// ScopeDictionaryAgain
void Ship(ILogger log, User receiver, int parcel)
{
    var state = new Dictionary<string, object?>
    {
        ["parcel"] = parcel,
        ["country"] = receiver.Home.Country,
    };
    using var outer = log.BeginScope(state);
    var detail = new Dictionary<string, object?>(state);
    detail["city"] = receiver.Home.City;
    using var inner = log.BeginScope(detail); // LEAK INS3006
    log.LogInformation("shipped");
}

//// DefinedScope
private static readonly Func<ILogger, string, IDisposable?> ClassScope = LoggerMessage.DefineScope<string>("class {Class}");

void Grade(ILogger log, User teacher, string room)
{
    using (ClassScope(log, room))
        log.LogInformation("grading");
    using (ClassScope(log, teacher.Display())) // LEAK INS3006
        log.LogInformation("grading");
}

//// PushedProperties
async Task WithContextAsync(User user, Func<Task> next)
{
    using (Serilog.Context.LogContext.PushProperty("UserId", user.Id))
    using (Serilog.Context.LogContext.PushProperty("Adult", user.BirthDate < DateTime.Today.AddYears(-18)))
    using (Serilog.Context.LogContext.PushProperty("Birth", user.BirthDate)) // LEAK INS3006
    {
        await next();
    }
}

//// DestructuredContext
private sealed class Stay
{
    public int Room { get; set; }
    public User? Guest { get; set; }
}

void CheckIn(Serilog.ILogger log, User guest)
{
    var stay = new Stay { Room = 12, Guest = guest };
    log.ForContext("Stay", stay).Information("checked in");
    log.ForContext("Room", stay.Room, true).Information("checked in");
    log.ForContext("Stay", stay, true).Information("checked in"); // LEAK INS3006
}

//// NestedDiagnostic
void Transfer(User from, User to, decimal amount)
{
    using var a = NLog.ScopeContext.PushProperty("from", from.Key);
    using var b = NLog.ScopeContext.PushNestedState("transfer of " + amount);
    using var c = NLog.ScopeContext.PushNestedState($"{from.Id} -> {to.Tier}");
    NLog.LogManager.GetCurrentClassLogger().Info("transfer");
}

//// ThreadProperties
void Bind(User user, [Pii] string ip)
{
    log4net.ThreadContext.Properties["plan"] = user.Plan;
    log4net.ThreadContext.Properties["v6"] = ip.Contains(':');
    log4net.ThreadContext.Properties["ip"] = ip; // LEAK INS3006
    log4net.LogicalThreadContext.Properties["net"] = ip.Split('.')[0]; // LEAK INS3006
    log4net.LogicalThreadContext.Properties["tier"] = user.Tier;
}

//// TupleScope
void Play(ILogger log, User gamer, int level)
{
    using (log.BeginScope(("Level", (object)level)))
        log.LogInformation("level");
    using (log.BeginScope((gamer.Id, gamer.Tier)))
        log.LogInformation("who");
    using (log.BeginScope((gamer.Id, gamer.Aliases[^1]))) // LEAK INS3006
        log.LogInformation("who");
}

//// ScopeFactory !
interface IScopeSource { object Describe(User user); }

sealed class ShortScope : IScopeSource
{
    public object Describe(User user) => "user " + user.Id;
}

sealed class Dispatcher(ILogger<Dispatcher> log, IScopeSource source)
{
    internal void Dispatch(User user, Action work)
    {
        using var scope = log.BeginScope(source.Describe(user));
        work();
        log.LogInformation("dispatched {Mail}", user.Email.Length);
    }
}

//// ConditionalScope
IDisposable? Open(ILogger log, User user, bool debug)
{
    object label = user.Id;
    if (debug) label = user.Email;
    return log.BeginScope("for {Label}", label); // LEAK INS3006
}

IDisposable? OpenQuiet(ILogger log, User user, bool debug)
{
    object label = user.Email;
    if (debug) label = user.Id; else label = user.Plan;
    return log.BeginScope("for {Label}", label);
}

//// KeyValueScope
private static KeyValuePair<string, object> Pair(string key, object value) => new(key, value);

void Meter(ILogger log, User tenant, string meter)
{
    using (log.BeginScope(new[] { Pair("meter", meter), Pair("tenant", tenant.Key) }))
        log.LogInformation("reading");
    using (log.BeginScope(new List<string> { meter, tenant.Plan }))
        log.LogInformation("reading");
    using (Serilog.Context.LogContext.PushProperty("len", tenant.Home.Street.Length))
        Serilog.Log.Information("reading");
}


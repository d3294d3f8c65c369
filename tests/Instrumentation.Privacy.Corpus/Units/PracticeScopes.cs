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

//// ConsoleTable
void Print(IEnumerable<User> users)
{
    Console.WriteLine("{0,-6} {1,-30} {2}", "Id", "Name", "Plan");
    foreach (var u in users)
        Console.WriteLine("{0,-6} {1,-30} {2}", u.Id, u.FullName, u.Plan); // LEAK INS3005
}
//// ConsoleTableNoNames
void Print(IEnumerable<User> users)
{
    Console.WriteLine("{0,-6} {1,-10} {2}", "Id", "NameLen", "Plan");
    foreach (var u in users.OrderBy(x => x.FullName))
        Console.WriteLine("{0,-6} {1,-10} {2}", u.Id, u.FullName.Length, u.Plan);
}
//// DebugAssertMessageInPractice
void M(User u)
{
    System.Diagnostics.Debug.Assert(u.Email.Contains('@'), "bad address", "user " + u.Id);
    System.Diagnostics.Debug.Assert(u.Phone != null, "phone missing for " + u.FullName); // LEAK INS3005
}
//// TraceInformationAgain
void M(User u)
{
    System.Diagnostics.Trace.TraceInformation("user {0} of plan {1}", u.Id, u.Plan);
    System.Diagnostics.Trace.TraceInformation("born {0:d}", u.BirthDate); // LEAK INS3005
}
//// TraceSourceEventInPractice
private static readonly System.Diagnostics.TraceSource Source = new("billing");
void M(User u, decimal amount)
{
    Source.TraceEvent(System.Diagnostics.TraceEventType.Information, 12, "invoice over {0} for {1}", amount, u.Key);
    Source.TraceData(System.Diagnostics.TraceEventType.Verbose, 13, u.Home.Street); // LEAK INS3005
}
//// FailFastInPractice
void M(User u)
{
    if (u.Manager == u)
        Environment.FailFast("cycle at " + u.Display()); // LEAK INS3005
}
//// PaymentsEventSource !
[System.Diagnostics.Tracing.EventSource(Name = "Shop-Payments")]
internal sealed class PaymentsEventSource : System.Diagnostics.Tracing.EventSource
{
    public static readonly PaymentsEventSource Instance = new();
    [System.Diagnostics.Tracing.Event(1)]
    public void Started(int userId, double amount) => WriteEvent(1, userId, amount);
    [System.Diagnostics.Tracing.Event(2)]
    public void Refused(int userId, string holder) { if (IsEnabled()) WriteEvent(2, userId, holder); } // LEAK INS3005
}
internal class Payments
{
    public bool Pay(User u, double amount)
    {
        PaymentsEventSource.Instance.Started(u.Id, amount);
        if (amount < 1000) return true;
        PaymentsEventSource.Instance.Refused(u.Id, u.FullName);
        return false;
    }
}
//// LoginEventSource !
[System.Diagnostics.Tracing.EventSource(Name = "Portal-Login")]
internal sealed class LoginEventSource : System.Diagnostics.Tracing.EventSource
{
    public static readonly LoginEventSource Instance = new();
    [System.Diagnostics.Tracing.Event(1)]
    public void Attempt(int userId, string outcome, int addressLength) => WriteEvent(1, userId, outcome, addressLength);
}
internal class LoginService
{
    private readonly Dictionary<string, int> _failures = new();
    public void Login(User u, string password)
    {
        var ok = password == "correct horse";
        if (!ok) _failures[u.Email] = _failures.GetValueOrDefault(u.Email) + 1;
        LoginEventSource.Instance.Attempt(u.Id, ok ? "ok" : _failures[u.Email] > 3 ? "locked" : "failed", u.Email.Length);
    }
}
//// ScopeWithIds
void M(ILogger log, User u, Guid request)
{
    var state = new Dictionary<string, object> { ["request"] = request, ["user"] = u.Id, ["admin"] = u.IsAdmin };
    if (u.Phone != null) state["reachable"] = true;
    using (log.BeginScope(state))
        log.LogInformation("working");
}
//// ForContextId
private readonly Serilog.ILogger _log = Serilog.Log.Logger.ForContext("area", "admin");
void M(User u)
{
    var log = _log.ForContext("user", u.Id).ForContext("longName", u.FullName.Length > 40);
    log.Information("opened {Area}", u.Home.Country);
}
//// ScopeFromHelper !
internal static class ScopeHelper
{
    public static IDisposable? ForUser(this ILogger log, object user) => log.BeginScope("user {User}", user); // LEAK INS3006
}
internal class ImportWorker : Microsoft.Extensions.Hosting.BackgroundService
{
    private readonly ILogger<ImportWorker> _log;
    private readonly IUsers _users;
    public ImportWorker(ILogger<ImportWorker> log, IUsers users) { _log = log; _users = users; }
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var u in _users.Stream().WithCancellation(stop))
        {
            using (_log.ForUser(u.Id))
                _log.LogInformation("importing");
            using (_log.ForUser(u.Display()))
                _log.LogInformation("imported");
        }
    }
}
//// ProgressReporter !
internal sealed class ConsoleProgress : IProgress<(int Done, int Total, string Item)>
{
    private readonly bool _verbose;
    public ConsoleProgress(bool verbose) => _verbose = verbose;
    public void Report((int Done, int Total, string Item) value)
    {
        Console.Write($"\r{value.Done}/{value.Total}");
        if (_verbose)
            Console.WriteLine(" " + value.Item); // LEAK INS3005
    }
}
internal class Exporter(IUsers users)
{
    public void Export(IProgress<(int, int, string)> progress)
    {
        var all = users.All().ToList();
        for (var i = 0; i < all.Count; i++)
            progress.Report((i + 1, all.Count, all[i].FullName));
    }
    public static void Main2(IUsers users) => new Exporter(users).Export(new ConsoleProgress(true));
}

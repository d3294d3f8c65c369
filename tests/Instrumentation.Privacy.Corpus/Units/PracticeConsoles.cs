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
//// ReceiptPrinter
void Print(User buyer, decimal total)
{
    var width = buyer.FullName.Length + 4;
    Console.WriteLine(new string('-', width));
    Console.WriteLine($"| {new string('#', buyer.FullName.Length)} |");
    Console.WriteLine($"Total: {total:0.00}");
    Console.Error.WriteLine("done with " + buyer.Id);
}

//// FleetTrace
private static readonly System.Diagnostics.TraceSource Fleet = new("Fleet");

void Assign(User driver, string truck)
{
    Fleet.TraceEvent(System.Diagnostics.TraceEventType.Information, 10, "truck {0} to driver {1}", truck, driver.Id);
    if (driver.Phone is { Length: > 0 } phone)
    {
        Fleet.TraceEvent(System.Diagnostics.TraceEventType.Verbose, 11, "will call {0} digits", phone.Length);
    }
    else
    {
        Fleet.TraceInformation("no phone for driver " + driver.Id);
    }
}

//// LoginEvents !
[System.Diagnostics.Tracing.EventSource(Name = "Shop-Login")]
sealed class LoginEvents : System.Diagnostics.Tracing.EventSource
{
    internal static readonly LoginEvents Instance = new();

    [System.Diagnostics.Tracing.NonEvent]
    internal void Succeeded(User user)
    {
        if (!IsEnabled()) return;
        WriteEvent(1, user.Id, user.Plan);
    }

    [System.Diagnostics.Tracing.NonEvent]
    internal void Failed(User user, int attempts)
    {
        if (!IsEnabled()) return;
        var at = user.Email.IndexOf('@');
        WriteEvent(2, user.Email[(at + 1)..], attempts); // LEAK INS3005
    }
}

//// PayrollAsserts
void Check(IEnumerable<User> staff)
{
    foreach (var person in staff)
    {
        System.Diagnostics.Debug.Assert(person.Salary >= 0, "negative salary for " + person.Id);
        System.Diagnostics.Debug.Assert(person.FullName != "", "no name", "employee {0}", person.Key);
        if (person.Salary > 10_000m)
        {
            System.Diagnostics.Debug.WriteLine("large: " + person.Salary / 12); // LEAK INS3005
        }
        System.Diagnostics.Debug.WriteLineIf(person.IsAdmin, (int)person.Salary / 1000); // LEAK INS3005
    }
}

//// CorruptLedger
void Verify(User owner, decimal expected, decimal booked)
{
    if (expected == booked) return;
    if (owner.IsAdmin)
        Environment.FailFast($"ledger of {owner.Key} differs by {expected - booked}");
    Environment.FailFast($"ledger of {(owner.Display() == "" ? "nobody" : "a customer")} differs by {expected - booked}");
}

//// LeaderBoard
private sealed record Player(int Rank, [property: Pii] string Nick, int Score);

void Show(List<Player> players)
{
    Console.WriteLine(players);
    Console.WriteLine($"Top {players.Count}: {players}");
    foreach (var p in players.OrderByDescending(p => p.Score))
        Console.WriteLine($"{p.Rank,3} {p.Score,8}");
    Console.WriteLine(players[0]); // LEAK INS3005
    Console.WriteLine(string.Join(", ", players.Select(p => p.Nick))); // LEAK INS3005
    Console.WriteLine(string.Join(", ", players.Select(p => p.Score)));
}

//// PreviousRow
void Walk(IUsers users)
{
    string lastPlan = "", lastMail = "";
    foreach (var u in users.All())
    {
        Console.WriteLine("after " + lastPlan);
        Console.WriteLine("after " + lastMail); // LEAK INS3005
        lastPlan = u.Plan;
        lastMail = u.Email;
    }
}

//// TicketToString
private sealed class Ticket(User owner, string title)
{
    private readonly User owner = owner;
    public override string ToString() => $"#{owner.Id} {title}";
}

private sealed class Complaint(User owner, string title)
{
    private readonly User owner = owner;
    internal string Head => title;
    [return: Pii] public override string ToString() => $"{owner.Email}: {title}";
}

void Dump(User user)
{
    var ticket = new Ticket(user, "printer on fire");
    var complaint = new Complaint(user, "printer on fire");
    Console.WriteLine(user);
    Console.WriteLine(ticket);
    Console.WriteLine(complaint.Head);
    Console.WriteLine(complaint); // LEAK INS3005
}

//// ThermostatSelfTest
void SelfTest(User tenant, double[] readings)
{
    var old = Console.ForegroundColor;
    try
    {
        Console.ForegroundColor = readings.Max() > 30 ? ConsoleColor.Red : ConsoleColor.Green;
        var label = tenant.Home.Street;
        label = tenant.Home.Country;
        Console.Write("flat in ");
        Console.WriteLine(label);
        for (var i = 0; i < readings.Length; i++)
            Console.WriteLine("{0}: {1:F1}", i, readings[i]);
        System.Diagnostics.Trace.TraceInformation("tested {0} sensors for {1}", readings.Length, tenant.Id);
    }
    finally
    {
        Console.ForegroundColor = old;
    }
}

//// RosterWriter
void Roster(IEnumerable<User> pupils)
{
    System.IO.TextWriter buffer = new System.IO.StringWriter();
    var count = 0;
    foreach (var pupil in pupils)
    {
        buffer.WriteLine(pupil.FullName);
        count++;
    }
    Console.WriteLine(count + " pupils");
    System.IO.TextWriter screen = Console.Out;
    screen.WriteLine("roster ready");
    screen.WriteLine(buffer.ToString()); // LEAK INS3005
}


//// PropertyWithFallback
private string _name = "";
public string Name { get => _name; set => _name = value ?? "anonymous"; }
void Take(User u) => Name = u.FullName;
void Say(ILogger log) => log.LogWarning("No quota for {Name}", Name); // LEAK INS3001
//// ConstructorChain
class Ticket
{
    private readonly string _owner;
    private readonly int _priority;
    public Ticket(User u) : this(u.FullName, u.Tier == Tier.Paid ? 1 : 3) { }
    public Ticket(string owner, int priority) { _owner = owner; _priority = priority; }
    public string Header => "#" + _priority + " for " + _owner;
    public int Priority => _priority;
}
void Open(ILogger log, User u)
{
    var t = new Ticket(u);
    log.LogDebug("ticket priority {P}", t.Priority);
    log.LogInformation("opened {Header}", t.Header); // LEAK INS3001
}
//// ConstructorDropsAllButNumbers
class LoginAttempt
{
    private readonly int _userId;
    private readonly int _passwordLength;
    private readonly bool _hasPhone;
    public LoginAttempt(User u, string password)
    {
        _userId = u.Id;
        _passwordLength = password.Length;
        _hasPhone = u.Phone is not null;
    }
    public string Describe() => $"user {_userId}, pw {_passwordLength} chars, phone: {_hasPhone}";
}
void Try(ILogger log, User u, string password)
{
    var attempt = new LoginAttempt(u, password);
    log.LogInformation("attempt {Attempt}", attempt.Describe());
}
//// WithMaskedCopy
void M(ILogger log, Customer c)
{
    var safe = c with { Email = "(hidden)" };
    log.LogInformation("Customer {Customer}", safe);
}
//// AsyncLocalCorrelation
static readonly AsyncLocal<string?> Current = new();
static void Enter(User u) => Current.Value = u.Email.ToLowerInvariant();
static void Trace1(ILogger log) => log.LogTrace("in call of {Who}", Current.Value); // LEAK INS3001
//// AmbientTenant
static readonly AsyncLocal<Guid> CurrentKey = new();
static readonly AsyncLocal<string?> CurrentMail = new();
static void Enter(User u) { CurrentKey.Value = u.Key; CurrentMail.Value = u.Email; }
static void Trace1(ILogger log) => log.LogTrace("in call of {Who}", CurrentKey.Value);
static bool Mine(string mail) => CurrentMail.Value == mail;
//// LogFirstAssignLater
void M(ILogger log, IUsers users, int id)
{
    string subject = "user " + id;
    log.LogInformation("Loading {Subject}", subject);
    subject = users.Get(id).FullName;
    Send(subject);
}
void Send(string subject) { }
//// AccountStatementBuilder !
internal class StatementBuilder
{
    private readonly List<string> _lines = new();
    private string _title = "";
    private decimal _total;
    public StatementBuilder For(User u)
    {
        _title = u.FullName + ", " + u.Home.City;
        return this;
    }
    public StatementBuilder Add(string text, decimal amount)
    {
        _lines.Add(text);
        _total += amount;
        return this;
    }
    public int LineCount => _lines.Count;
    public string Build() => _title + Environment.NewLine + string.Join(Environment.NewLine, _lines) + Environment.NewLine + _total;
}
internal class StatementJob
{
    private readonly ILogger<StatementJob> _log;
    private readonly IUsers _users;
    public StatementJob(ILogger<StatementJob> log, IUsers users)
    {
        _log = log;
        _users = users;
    }
    public void Run(int id)
    {
        var builder = new StatementBuilder().For(_users.Get(id)).Add("Card fee", 2.50m).Add("Transfer", 100m);
        _log.LogInformation("Statement has {Count} lines", builder.LineCount);
        var text = builder.Build();
        if (text.Length > 4000)
            _log.LogWarning("Statement too long: {Text}", text); // LEAK INS3001
    }
}
//// PatientRegistryStatic !
internal static class PatientRegistry
{
    private static readonly Dictionary<int, string> Names = new();
    private static readonly Dictionary<int, DateTime> Seen = new();
    private static readonly object Gate = new();
    public static void Register(User u)
    {
        lock (Gate)
        {
            Names[u.Id] = u.FullName;
            Seen[u.Id] = DateTime.UtcNow;
        }
    }
    public static string NameOf(int id)
    {
        lock (Gate)
            return Names.TryGetValue(id, out var n) ? n : "?";
    }
    public static DateTime? LastSeen(int id) => Seen.TryGetValue(id, out var s) ? s : null;
    public static int Count => Names.Count;
}
internal class WardRound
{
    private readonly ILogger _log;
    public WardRound(ILoggerFactory factory) => _log = factory.CreateLogger("ward.round");
    public void Start(IUsers users)
    {
        foreach (var u in users.All())
            PatientRegistry.Register(u);
        _log.LogInformation("{Count} patients registered", PatientRegistry.Count);
    }
    public void Visit(int id)
    {
        _log.LogInformation("Visiting {Patient}, last seen {Seen}",
            PatientRegistry.NameOf(id), // LEAK INS3001
            PatientRegistry.LastSeen(id));
    }
}
//// VisitorCounterStatic !
internal static class VisitorCounter
{
    private static readonly HashSet<string> Unique = new(StringComparer.OrdinalIgnoreCase);
    private static long _hits;
    public static void Hit(Visit v)
    {
        Interlocked.Increment(ref _hits);
        lock (Unique) Unique.Add(v.IpAddress);
    }
    public static (long Hits, int Unique) Snapshot()
    {
        lock (Unique) return (Interlocked.Read(ref _hits), Unique.Count);
    }
    public static bool Knows(string ip) { lock (Unique) return Unique.Contains(ip); }
}
internal class VisitorReport(ILogger<VisitorReport> log)
{
    public void Track(Visit v)
    {
        if (VisitorCounter.Knows(v.IpAddress))
            log.LogDebug("returning visitor, visit {Id}", v.Id);
        VisitorCounter.Hit(v);
        var (hits, unique) = VisitorCounter.Snapshot();
        log.LogInformation("{Hits} hits of {Unique} visitors at {At}", hits, unique, v.At);
    }
}
//// TupleMiddleElement
(int Id, string Mail, string Plan) Summary(User u) => (u.Id, u.Email, u.Plan);
void M(ILogger log, User u)
{
    var (id, mail, plan) = Summary(u);
    log.LogInformation("{Id} on {Plan}", id, plan);
    if (mail.Length == 0) log.LogWarning("no address for {Id}", id);
}
//// PrimaryConstructorCaptureInPractice !
internal class Greeter(ILogger<Greeter> log, string who)
{
    public void Greet() => log.LogInformation("Hello {Who}", who); // LEAK INS3001
    public static void Run(ILogger<Greeter> log, User u)
    {
        new Greeter(log, "world").Greet();
        new Greeter(log, u.FullName).Greet();
    }
}
//// LazyProfile !
internal class ProfileView
{
    private readonly Lazy<string> _headline;
    private readonly Lazy<int> _age;
    public ProfileView(User u)
    {
        _headline = new Lazy<string>(() => u.FullName + " (" + u.Plan + ")");
        _age = new Lazy<int>(() => u.Roles.Count);
    }
    public string Headline => _headline.Value;
    public int RoleCount => _age.Value;
}
internal static class ProfilePrinter
{
    public static void Print(ILogger log, User u)
    {
        var view = new ProfileView(u);
        log.LogInformation("{Roles} roles", view.RoleCount);
        log.LogInformation("{Headline}", view.Headline); // LEAK INS3001
    }
}

//// RegistrationEvents !
public sealed class Registrations
{
    public event Action<User>? Registered;
    public void Register(User user) => Registered?.Invoke(user);
}

public sealed class WelcomeMailer
{
    private readonly ILogger<WelcomeMailer> _logger;

    public WelcomeMailer(Registrations registrations, ILogger<WelcomeMailer> logger)
    {
        _logger = logger;
        registrations.Registered += OnRegistered;
        registrations.Registered += u => _logger.LogInformation("New account {Id} ({Plan})", u.Id, u.Plan);
    }

    private void OnRegistered(User user)
    {
        _logger.LogInformation("Sending welcome to {Address}", user.Email); // LEAK INS3001
    }
}

//// DeactivationEvents !
public sealed class DeactivatedArgs(int id, string address) : EventArgs
{
    public int Id { get; } = id;
    public string Address { get; } = address;
}

public sealed class Deactivations
{
    public event EventHandler<DeactivatedArgs>? Deactivated;
    public void Deactivate(User user) => Deactivated?.Invoke(this, new DeactivatedArgs(user.Id, user.Email));
}

public sealed class DeactivationAudit
{
    private readonly ILogger _logger;

    public DeactivationAudit(Deactivations source, ILogger logger)
    {
        _logger = logger;
        source.Deactivated += (_, e) => _logger.LogInformation("Account {Id} deactivated ({Size})", e.Id, e.Address.Length);
        source.Deactivated += (_, e) => _logger.LogDebug("Event {Event}", e);
    }
}

//// ProgressReporter
private readonly ILogger _log = null!;

public void Import(IEnumerable<Customer> customers)
{
    IProgress<string> progress = new Progress<string>(text => _log.LogInformation("Import: {Text}", text)); // LEAK INS3001
    var n = 0;
    foreach (var customer in customers)
    {
        n++;
        progress.Report(n + " " + customer.Email.ToLowerInvariant());
    }
}

//// CountingProgress
private readonly ILogger _log = null!;

public void Import(IEnumerable<Customer> customers)
{
    IProgress<string> progress = new Progress<string>(text => _log.LogInformation("Import: {Text}", text));
    var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    foreach (var customer in customers)
    {
        var state = seen.Add(customer.Email) ? "new" : "duplicate";
        progress.Report($"#{customer.Id} {state}, {seen.Count} so far");
    }
}

//// ValidationRules
private sealed record Rule(string Code, Func<User, bool> Holds, Func<User, string> Explain);

private static readonly Rule[] Rules =
[
    new("no-phone", u => u.Phone is not null, _ => "a phone number is needed"),
    new("bad-mail", u => u.Email.Contains('@'), u => "not an address: " + u.Email),
];

public bool Validate(User user, ILogger log)
{
    var valid = true;
    foreach (var rule in Rules)
    {
        if (rule.Holds(user))
            continue;
        valid = false;
        log.LogWarning("Rule {Code} broken", rule.Code);
        log.LogWarning("Reason: {Reason}", rule.Explain(user)); // LEAK INS3001
    }
    return valid;
}

//// ValidationCodes
private sealed record Check(string Code, Func<User, bool> Holds, Func<User, string> Explain);

private static readonly Check[] Checks =
[
    new("no-phone", u => u.Phone is not null, u => $"user {u.Id} has no phone number"),
    new("bad-mail", u => u.Email.Contains('@'), u => $"address of {u.Email.Length} characters has no @"),
];

public bool Validate(User user, ILogger log)
{
    var broken = Checks.Where(c => !c.Holds(user)).ToList();
    foreach (var check in broken)
        log.LogWarning("Rule {Code} broken: {Reason}", check.Code, check.Explain(user));
    return broken.Count == 0;
}

//// PipelineSteps
private delegate string Step(string input);

public void Normalize(User user)
{
    var steps = new List<Step> { s => s.Trim(), s => s.ToUpperInvariant(), s => s.Replace("@", " at ") };
    var value = user.Email;
    foreach (var step in steps)
        value = step(value);
    System.Diagnostics.Trace.WriteLine(value); // LEAK INS3005
    System.Diagnostics.Trace.WriteLine(steps.Count);
}

//// MaskedPipeline
private delegate string Step(string input);

private static string Hide(string input) => new('*', input.Length);

public void Normalize(User user)
{
    Step step = s => s.Trim();
    var trimmed = step(user.Email);
    step = Hide;
    var shown = step(trimmed);
    System.Diagnostics.Trace.WriteLine(shown);
    step = static _ => "(hidden)";
    System.Diagnostics.Trace.WriteLine(step(trimmed));
}

//// LazyMessages
private readonly NLog.Logger _nlog = NLog.LogManager.GetCurrentClassLogger();

public void Changed(User before, User after)
{
    _nlog.Debug(() => $"user {after.Id}: tier {before.Tier} -> {after.Tier}");
    _nlog.Debug(() => $"user {after.Id}: mail {before.Email == after.Email}");
    _nlog.Debug(() => $"user {after.Id}: phone {before.Phone}"); // LEAK INS3001
}

//// HandlerTable
private readonly Dictionary<string, Action<string>> _handlers = new();
private readonly ILogger _log = null!;

public void Setup()
{
    _handlers["phone"] = v => _log.LogInformation("Phone changed ({Length})", v.Length);
    _handlers["plan"] = v => _log.LogInformation("Plan changed to {Plan}", v);
}

public void Apply(User user)
{
    _handlers["phone"](user.Phone ?? "");
    _handlers["plan"](user.Plan);
}

//// CompensationStack
private readonly Stack<Action> _undo = new();

public void Rename(User user, string newName)
{
    var old = user.FullName;
    user.FullName = newName;
    _undo.Push(() =>
    {
        user.FullName = old;
        Console.WriteLine("restored name of {0}", user.Id);
    });
    _undo.Push(() => Console.WriteLine("undoing rename of {0}", user.Id));
}

public void Rollback()
{
    Console.WriteLine($"{_undo.Count} steps");
    while (_undo.TryPop(out var step))
        step();
}


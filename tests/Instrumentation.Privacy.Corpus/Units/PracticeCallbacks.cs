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

//// RegisteredEvent !
internal sealed class Registry
{
    public event Action<int, string>? Registered;

    public void Register(User user) => Registered?.Invoke(user.Id, user.Email);
}

internal sealed class RegistryAudit
{
    private readonly ILogger _logger;

    public RegistryAudit(Registry registry, ILogger logger)
    {
        _logger = logger;
        registry.Registered += OnRegistered;
    }

    private void OnRegistered(int id, string contact)
    {
        _logger.LogInformation("Registered {Id}", id);
        _logger.LogInformation("Registered {Contact}", contact); // LEAK INS3001
    }
}

//// MovedEventArgs !
internal sealed class MovedEventArgs(int id, string from, string to) : EventArgs
{
    public int Id { get; } = id;
    internal string From { get; } = from;
    internal string To { get; } = to;
}

internal sealed class AddressBook
{
    public event EventHandler<MovedEventArgs>? Moved;

    public void Move(User user, Address target)
    {
        var previous = user.Home;
        user.Home = target;
        Moved?.Invoke(this, new MovedEventArgs(user.Id, previous.Street, target.Street));
    }
}

internal sealed class MoveLog(ILogger<MoveLog> logger)
{
    public void Attach(AddressBook book) =>
        book.Moved += (_, e) => logger.LogInformation("User {Id} moved, changed: {Changed}", e.Id, e.From != e.To);
}

//// TwoEvents !
internal sealed class CheckoutFlow
{
    public event Action<string>? PlanChosen;
    public event Action<string>? ReceiptRequested;

    public void Finish(User user)
    {
        PlanChosen?.Invoke(user.Plan);
        ReceiptRequested?.Invoke(user.Email);
    }
}

internal sealed class CheckoutStats(ILogger<CheckoutStats> logger)
{
    private int _receipts;

    public void Watch(CheckoutFlow flow)
    {
        flow.PlanChosen += plan => logger.LogInformation("Chosen {Plan}", plan);
        flow.ReceiptRequested += address =>
        {
            if (address.Contains('@'))
                _receipts++;
            logger.LogInformation("{Count} receipts", _receipts);
        };
    }
}

//// CommandQueue !
internal interface ICommand
{
    void Execute(ILogger logger);
}

internal sealed class UpgradeCommand(int id, string plan) : ICommand
{
    public void Execute(ILogger logger) => logger.LogInformation("Upgrade {Id} to {Plan}", id, plan);
}

internal sealed class NotifyCommand(string recipient) : ICommand
{
    public void Execute(ILogger logger) => logger.LogInformation("Notify {Recipient}", recipient); // LEAK INS3001
}

internal sealed class CommandProcessor(ILogger<CommandProcessor> logger)
{
    private readonly Queue<ICommand> _pending = new();

    public void Submit(User user)
    {
        _pending.Enqueue(new UpgradeCommand(user.Id, user.Plan));
        if (user.Tier == Tier.Paid)
            _pending.Enqueue(new NotifyCommand(user.FullName));
    }

    public void Flush()
    {
        while (_pending.TryDequeue(out var command))
            command.Execute(logger);
    }
}

//// ObservedSubjects !
internal sealed class Subject<T>
{
    private readonly List<Action<T>> _observers = [];
    public void Subscribe(Action<T> observer) => _observers.Add(observer);
    public void Next(T value)
    {
        foreach (var observer in _observers)
            observer(value);
    }
}

internal sealed class Dashboard(ILogger<Dashboard> logger)
{
    private readonly Subject<string> _plans = new();
    private readonly Subject<string> _names = new();

    public void Wire()
    {
        _plans.Subscribe(p => logger.LogInformation("Plan seen {Plan}", p));
        _names.Subscribe(n => logger.LogInformation("Name seen {Name}", n)); // LEAK INS3001
    }

    public void Feed(User user)
    {
        _plans.Next(user.Plan);
        _names.Next(user.FullName);
    }
}

//// ProgressReport
private static void Import(IEnumerable<User> users, IProgress<string> progress)
{
    var done = 0;
    foreach (var user in users)
    {
        done++;
        progress.Report($"{done}: {user.FullName}");
    }
}

public void Start(IUsers users, ILogger logger)
{
    var progress = new Progress<string>(line => logger.LogInformation("Import {Line}", line)); // LEAK INS3001
    Import(users.All(), progress);
}

//// CancelledState
public async Task WatchAsync(User user, ILogger logger, CancellationToken cancel)
{
    var owner = user.FullName;
    using var registration = cancel.Register(state => logger.LogWarning("Cancelled for {Id}", state), user.Id);
    await Task.Delay(1000, CancellationToken.None);
    if (owner.Length > 40)
        logger.LogInformation("Long name for {Id}", user.Id);
}

//// TypeMediator !
internal sealed record UserCreated(int Id, [Pii] string Email);
internal sealed record PlanChanged(int Id, string Plan);

internal sealed class Bus
{
    private readonly Dictionary<Type, List<Action<object>>> _handlers = [];

    public void On<T>(Action<T> handler) where T : notnull
    {
        if (!_handlers.TryGetValue(typeof(T), out var list))
            _handlers[typeof(T)] = list = [];
        list.Add(o => handler((T)o));
    }

    public void Publish<T>(T message) where T : notnull
    {
        foreach (var handler in _handlers.GetValueOrDefault(typeof(T), []))
            handler(message);
    }
}

internal sealed class BusSetup(Bus bus, ILogger<BusSetup> logger)
{
    public void Configure()
    {
        bus.On<PlanChanged>(m => logger.LogInformation("Changed {Message}", m));
        bus.On<UserCreated>(m => logger.LogInformation("Created {Message}", m)); // LEAK INS3001
    }

    public void Created(User user)
    {
        bus.Publish(new UserCreated(user.Id, user.Email));
        bus.Publish(new PlanChanged(user.Id, user.Plan));
    }
}

//// LastDigitsSpan
public void Confirm(User user, ILogger logger)
{
    if (user.Phone is not { Length: > 4 } phone)
        return;
    var masked = string.Create(6, phone, static (span, source) =>
    {
        span.Fill('*');
        source.AsSpan(source.Length - 2).CopyTo(span[4..]);
    });
    logger.LogInformation("Confirmed {Phone}", masked); // LEAK INS3001
}

//// FilledStars
public void Confirm(User user, ILogger logger)
{
    if (user.Phone is not { Length: > 4 } phone)
        return;
    var masked = string.Create(phone.Length, '*', static (span, fill) => span.Fill(fill));
    logger.LogInformation("Confirmed {Phone}", masked);
}

//// UndoStack !
internal sealed class ProfileEditor(ILogger<ProfileEditor> logger)
{
    private readonly Stack<(string Label, Action Undo)> _undo = new();

    public void Rename(User user, string name)
    {
        var previous = user.FullName;
        user.FullName = name;
        _undo.Push(("rename", () => user.FullName = previous));
    }

    public void Upgrade(User user, string plan)
    {
        var previous = user.Plan;
        user.Plan = plan;
        _undo.Push(("upgrade", () => user.Plan = previous));
    }

    public void Undo()
    {
        if (!_undo.TryPop(out var entry))
            return;
        entry.Undo();
        logger.LogInformation("Undone {Label}, {Count} left", entry.Label, _undo.Count);
    }
}

//// LateCapture
internal void Prepare(User user, ILogger log)
{
    var label = user.Plan;
    Action print = () =>
        log.LogInformation("Label {Label}", label); // LEAK INS3001
    if (user.IsAdmin)
        label = user.Email;
    print();
}

//// EarlyCapture
internal void Prepare(User user, ILogger log)
{
    var label = user.Email;
    Action print = () => log.LogInformation("Label {Label}", label);
    var size = label.Length;
    label = user.Plan;
    print();
    log.LogDebug("Size {Size}", size);
}

//// DetachedHandler
private sealed class Bus
{
    internal event EventHandler<string>? Saved;
    internal void Raise(string text) => Saved?.Invoke(this, text);
}

private int _seen;

private void Print(object? sender, string text) => Console.WriteLine("saved " + text);
private void Count(object? sender, string text) => _seen += text.Length;

internal void Save(User user)
{
    var bus = new Bus();
    bus.Saved += Print;
    bus.Raise(user.Plan);
    bus.Saved -= Print;
    bus.Saved += Count;
    bus.Raise(user.Email);
    Console.WriteLine(_seen);
}

//// CommandTable
private readonly Dictionary<string, Action<User>> _commands = new();

internal void Setup(ILogger log)
{
    _commands["plan"] = u => log.LogInformation("Plan {Plan}", u.Plan);
    _commands["mail"] = u => log.LogInformation("Mail {Mail}", u.Email); // LEAK INS3001
    _commands["size"] = u => log.LogInformation("Name of {Size}", u.FullName.Length);
}

internal bool Run(string command, User user)
{
    if (!_commands.TryGetValue(command, out var action)) return false;
    action(user);
    return true;
}

//// ReplacedReporter
internal void Audit(User user, ILogger log)
{
    Action<string> report = text => log.LogInformation("Entry {Text}", text);
    report(user.Plan);
    report = text => log.LogInformation("Entry of {Length}", text.Length);
    report(user.Email);
}

//// CombinedReporter
internal void Audit(User user, ILogger log)
{
    Action<string> report = text =>
        log.LogInformation("Entry {Text}", text); // LEAK INS3001
    report(user.Plan);
    report += text => log.LogInformation("Entry of {Length}", text.Length);
    report(user.Email);
}

//// DisposableSubscription
private sealed class Feed<T>
{
    private readonly List<Action<T>> _listeners = [];
    internal IDisposable Subscribe(Action<T> listener) { _listeners.Add(listener); return new Token(this, listener); }
    internal void Publish(T item) { foreach (var l in _listeners.ToArray()) l(item); }
    private sealed class Token(Feed<T> feed, Action<T> listener) : IDisposable
    {
        public void Dispose() => feed._listeners.Remove(listener);
    }
}

private readonly Feed<string> _contacts = new();
private readonly Feed<string> _plans = new();

internal void Start(ILogger log)
{
    using var plans = _plans.Subscribe(p => log.LogInformation("Plan {Plan}", p));
    var contacts = _contacts.Subscribe(c =>
        System.Diagnostics.Trace.WriteLine(c)); // LEAK INS3005
}

internal void Push(User user)
{
    _plans.Publish(user.Plan);
    _contacts.Publish(user.Phone ?? "");
}

//// ChangeArgs
private sealed class ChangedArgs(User user, string reason) : EventArgs
{
    internal User User { get; } = user;
    internal string Mail { get; } = user.Email;
    internal string Reason { get; } = reason;
}

private event EventHandler<ChangedArgs>? Changed;

internal void Init(ILogger log)
{
    Changed += (_, e) => log.LogInformation("User {Id} changed: {Reason}", e.User.Id, e.Reason);
    Changed += (_, e) => log.LogDebug("Raw {Args} on {Tier}", e, e.User.Tier);
}

internal void Touch(User user) => Changed?.Invoke(this, new ChangedArgs(user, user.Plan));

//// LoopClosures
internal void Queue(User user, ILogger log)
{
    var later = new List<Action>();
    string[] columns = ["id", "plan"];
    foreach (var column in columns)
        later.Add(() => log.LogInformation("Column {Column}", column));
    for (var i = 0; i < user.Aliases.Length; i++)
    {
        var alias = user.Aliases[i];
        var n = i;
        later.Add(() => log.LogInformation("Alias {N}: {Size}", n, alias.Length));
    }
    foreach (var run in later) run();
}


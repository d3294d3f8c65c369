//// ConcurrentCacheReadElsewhere
class Addresses(IUsers users, ILogger<Addresses> log)
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _mails = new();
    public void Warm(IEnumerable<int> ids)
    {
        foreach (var id in ids)
            _mails.GetOrAdd(id, key => users.Get(key).Email);
    }
    public bool Bounce(int id)
    {
        if (!_mails.TryRemove(id, out var address)) return false;
        log.LogWarning("Bounced: {Address}", address); // LEAK INS3001
        return true;
    }
}
//// CacheKeyedByMail
class Lookup(IUsers users, ILogger<Lookup> log)
{
    readonly Dictionary<string, int> _idByMail = new(StringComparer.OrdinalIgnoreCase);
    public void Fill()
    {
        foreach (var u in users.All()) _idByMail[u.Email] = u.Id;
    }
    public int Find([Pii] string mail)
    {
        if (_idByMail.TryGetValue(mail, out var id))
            log.LogInformation("Found {Id} among {Count}", id, _idByMail.Count);
        else
            log.LogInformation("Not found among {Count}", _idByMail.Count);
        return id;
    }
}
//// EventCarriesMail
class SignedInArgs(int id, string login) : EventArgs
{
    public int Id { get; } = id;
    public string Login { get; } = login;
}
class Door
{
    public event EventHandler<SignedInArgs>? SignedIn;
    public void Enter(User u) => SignedIn?.Invoke(this, new SignedInArgs(u.Id, u.Email));
}
class Watcher
{
    readonly NLog.Logger _log = NLog.LogManager.GetCurrentClassLogger();
    public void Attach(Door door) => door.SignedIn += OnSignedIn;
    void OnSignedIn(object? sender, SignedInArgs e)
    {
        _log.Info("{0} entered", e.Login); // LEAK INS3001
    }
}
//// EventSubscriberUsesId
class SignedInArgs(int id, string login) : EventArgs
{
    public int Id { get; } = id;
    public string Login { get; } = login;
}
class Door
{
    public event EventHandler<SignedInArgs>? SignedIn;
    public void Enter(User u) => SignedIn?.Invoke(this, new SignedInArgs(u.Id, u.Email));
}
class Watcher(ILogger<Watcher> log)
{
    readonly HashSet<string> _present = [];
    public void Attach(Door door)
    {
        door.SignedIn += (_, e) => _present.Add(e.Login);
        door.SignedIn += (_, e) => log.LogInformation("{Id} entered, {Count} present", e.Id, _present.Count);
    }
}
//// AmbientContext
static class Ambient
{
    static readonly AsyncLocal<string?> s_user = new();
    public static string? User { get => s_user.Value; set => s_user.Value = value; }
}
class Pipeline(IUsers users)
{
    public async Task Handle(int id, Func<Task> next)
    {
        var u = await users.GetAsync(id);
        Ambient.User = u.FullName;
        await next();
        Ambient.User = null;
    }
}
class Repository(ILogger<Repository> log)
{
    public void Delete(int row)
    {
        log.LogInformation("Row {Row} deleted by {User}", row, Ambient.User ?? "system"); // LEAK INS3001
    }
}
//// MessageBuilder
class Message { public string To = ""; public string Subject = ""; }
class MessageBuilder
{
    string _to = "", _subject = "";
    public MessageBuilder For(User u) { _to = $"{u.FullName} <{u.Email}>"; return this; }
    public MessageBuilder About(string subject) { _subject = subject; return this; }
    public Message Build() => new() { To = _to, Subject = _subject };
}
void Send(User u, System.Diagnostics.Activity? span)
{
    var message = new MessageBuilder().About("Your plan").For(u).Build();
    span?.SetTag("mail.subject", message.Subject);
    span?.SetTag("mail.to", message.To); // LEAK INS3002
}
//// MessageBuilderSubjectOnly
class Message { public string To = ""; public string Subject = ""; public int Priority; }
class MessageBuilder
{
    readonly Message _message = new();
    public MessageBuilder To(string to) { _message.To = to; return this; }
    public MessageBuilder About(string subject) { _message.Subject = subject; return this; }
    public MessageBuilder Urgent() { _message.Priority++; return this; }
    public Message Build() => _message;
}
void Send(User u, Serilog.ILogger log)
{
    var message = new MessageBuilder().To(u.Email).About("Plan " + u.Plan).Urgent().Build();
    log.Information("Sending {Subject} with {Priority}", message.Subject, message.Priority);
    log.ForContext("Subject", message.Subject).Information("Sent");
}
//// LazyField
class Profile
{
    readonly Lazy<string> _title;
    readonly IUsers _users;
    public Profile(IUsers users, int id)
    {
        _users = users;
        _title = new Lazy<string>(() => Load(id));
    }
    string Load(int id)
    {
        var u = _users.Get(id);
        return (u.IsAdmin ? "Admin " : "") + u.FullName;
    }
    public void Print(TextWriter ignored)
    {
        if (_title.IsValueCreated) return;
        Console.Title = "profile";
        Console.WriteLine(_title.Value); // LEAK INS3005
    }
}
//// SessionOtherKey
class Session
{
    readonly Dictionary<string, string> _items = new();
    public void SignIn(User u)
    {
        _items["mail"] = u.Email;
        _items["plan"] = u.Plan;
        _items["name"] = u.FullName;
    }
    public void Report(ILogger log)
    {
        if (_items.TryGetValue("plan", out var plan))
            log.LogInformation("Session on {Plan} with {Count} items", plan, _items.Count);
        log.LogInformation("Signed in: {Yes}", _items.ContainsKey("mail"));
    }
}
//// FieldOverwrittenBeforeUse
interface IMailer { void Send(string to, string text); }
class Sender(IMailer mailer, ILogger<Sender> log)
{
    string _target = "";
    public void Deliver(User u)
    {
        _target = u.Email;
        mailer.Send(_target, "Hello");
        _target = "user " + u.Id;
        log.LogInformation("Delivered to {Target}", _target);
        _target = u.Phone ?? "";
        if (_target.Length > 0) mailer.Send(_target, "Hello again");
        _target = u.Plan;
        log.LogInformation("Plan {Target}", _target);
    }
}
//// OutboxQueue
class Outbox
{
    readonly record struct Entry(int Attempt, string Recipient);
    readonly Queue<Entry> _entries = new();
    public void Add(User u) => _entries.Enqueue(new Entry(0, u.Phone ?? "unknown"));
    public void Flush(Func<string, bool> send)
    {
        for (int n = _entries.Count; n > 0; n--)
        {
            var entry = _entries.Dequeue();
            if (send(entry.Recipient)) continue;
            if (entry.Attempt == 3)
                throw new TimeoutException($"Gave up on {entry.Recipient}"); // LEAK INS3004
            _entries.Enqueue(entry with { Attempt = entry.Attempt + 1 });
        }
    }
}
//// SingletonState
sealed class Current
{
    Current() { }
    public static Current Instance { get; } = new();
    public string LastStreet { get; private set; } = "";
    public int Moves { get; private set; }
    public void Moved(User u) { LastStreet = u.Home.Street; Moves++; }
}
class Mover(IUsers users)
{
    public void Move(int id) => Current.Instance.Moved(users.Get(id));
}
class Shutdown
{
    public void Run(string folder)
    {
        var state = Current.Instance;
        using var file = new StreamWriter(Path.Combine(folder, "last.txt"));
        file.WriteLine(state.Moves);
        file.WriteLine("last street: " + state.LastStreet); // LEAK INS3008
    }
}
//// WebSession
class SignIn(IUsers users)
{
    public void Post(Microsoft.AspNetCore.Http.HttpContext http, int id)
    {
        var u = users.Get(id);
        http.Items["who"] = u.Email;
        http.Items["tier"] = u.Tier;
    }
}
class Middleware(ILogger<Middleware> log, Func<Microsoft.AspNetCore.Http.HttpContext, Task> next)
{
    public async Task Invoke(Microsoft.AspNetCore.Http.HttpContext http)
    {
        using (log.BeginScope("User {Who}", http.Items["who"])) // LEAK INS3006
        {
            await next(http);
        }
    }
}
//// TwoHoldersOneLogged
class Holder
{
    string _text = "";
    public void Put(string text) => _text = text;
    public string Take() => _text;
}
void Work(User u, ILogger log)
{
    var secret = new Holder();
    var open = new Holder();
    secret.Put(u.Email);
    open.Put(u.Plan);
    log.LogInformation("{Open} {Length}", open.Take(), secret.Take().Length);
}
//// AuditTrailCountsAndIds
class Trail
{
    sealed class Step(int id, string what, string who)
    {
        public int Id => id;
        public string What => what;
        public string Who => who;
    }
    readonly List<Step> _steps = [];
    public void Renamed(User u) => _steps.Add(new Step(u.Id, "renamed", u.FullName));
    public void Moved(User u) => _steps.Add(new Step(u.Id, "moved", u.Home.City));
    public bool Involves([Pii] string who) => _steps.Exists(s => s.Who == who);
    public void Summary(log4net.ILog log)
    {
        var last = _steps[^1];
        log.InfoFormat("{0} steps, last {1} of {2}", _steps.Count, last.What, last.Id);
        foreach (var s in _steps) log.Debug(s.What + " #" + s.Id);
    }
}
//// DefinedDelegateForId
class Jobs(ILogger<Jobs> log)
{
    static readonly Action<ILogger, int, string, Exception?> s_started =
        LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7, "Started"), "Job of {Id} on {Plan}");
    User? _owner;
    string _mail = "";
    public void Take(User owner) => (_owner, _mail) = (owner, owner.Email);
    public void Start()
    {
        if (_owner is null || _mail == "") return;
        s_started(log, _owner.Id, _owner.Plan, null);
    }
}
//// UndoStackOfClosures
class Editor(ILogger<Editor> log)
{
    readonly Stack<Action> _undo = new();
    public void Rename(User u, string name)
    {
        var old = u.FullName;
        _undo.Push(() =>
        {
            u.FullName = old;
            log.LogInformation("Back to {Old}", old); // LEAK INS3001
        });
        u.FullName = name;
    }
    public void Undo()
    {
        if (_undo.TryPop(out var action)) action();
    }
}
//// RepositoryHandsBack
sealed class Entry
{
    public int Id { get; init; }
    public string Contact { get; set; } = "";
}
sealed class Repository
{
    readonly Dictionary<int, Entry> _entries = new();
    public void Save(Entry e) => _entries[e.Id] = e;
    public Entry? Find(int id) => _entries.TryGetValue(id, out var e) ? e : null;
}
readonly Repository _repository = new();
void Import(IUsers users)
{
    foreach (var u in users.All())
        _repository.Save(new Entry { Id = u.Id, Contact = u.Phone ?? "none" });
}
void Show(int id, ILogger log)
{
    var entry = _repository.Find(id);
    if (entry is not null)
        log.LogInformation("Contact of {Id}: {Contact}", entry.Id, entry.Contact); // LEAK INS3001
}
//// RepositoryTellsKeys
sealed class Store<TKey, TValue> where TKey : notnull
{
    readonly Dictionary<TKey, TValue> _items = new();
    public void Put(TKey key, TValue value) => _items[key] = value;
    public IReadOnlyCollection<TKey> Keys => _items.Keys;
    public IEnumerable<TValue> Values => _items.Values;
}
readonly Store<Guid, string> _names = new();
void Import(IUsers users)
{
    foreach (var u in users.All())
        _names.Put(u.Key, u.FullName);
}
void Show(ILogger log)
{
    log.LogInformation("Known: {Keys}, {Count} names", string.Join(", ", _names.Keys), _names.Values.Count());
}
//// TimedCacheTraced
sealed class TimedCache<T>(TimeSpan keep)
{
    readonly Dictionary<string, (T Value, DateTime Until)> _items = new();
    public T GetOrAdd(string key, Func<T> make)
    {
        if (_items.TryGetValue(key, out var hit) && hit.Until > DateTime.UtcNow)
            return hit.Value;
        var made = make();
        _items[key] = (made, DateTime.UtcNow + keep);
        return made;
    }
}
readonly TimedCache<string> _streets = new(TimeSpan.FromMinutes(5));
string Street(IUsers users, int id) => _streets.GetOrAdd("street:" + id, () => users.Get(id).Home.Street);
void Check(IUsers users, int id)
{
    var street = Street(users, id);
    if (street.Length < 3)
        System.Diagnostics.Trace.TraceError("Street of {0} looks wrong: {1}", id, street); // LEAK INS3005
}
//// AttemptsByAddressTagged
readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _attempts = new();
void Failed(User u) => _attempts.AddOrUpdate(u.Email, 1, (_, n) => n + 1);
void Flush(System.Diagnostics.Metrics.Counter<long> failures)
{
    foreach (var (who, n) in _attempts)
    {
        failures.Add(n, new KeyValuePair<string, object?>("account", who)); // LEAK INS3003
    }
    _attempts.Clear();
}
//// AttemptsByAddressCounted
readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _attempts = new();
void Failed(User u) => _attempts.AddOrUpdate(u.Email, 1, (_, n) => n + 1);
bool Blocked(User u) => _attempts.TryGetValue(u.Email, out var n) && n > 3;
void Flush(System.Diagnostics.Metrics.Histogram<int> failures, ILogger log)
{
    foreach (var pair in _attempts)
    {
        failures.Record(pair.Value, new KeyValuePair<string, object?>("severity", pair.Value > 3 ? "high" : "low"));
    }
    log.LogInformation("{Sum} attempts by {Count} accounts, worst {Max}", _attempts.Values.Sum(), _attempts.Count, _attempts.Values.DefaultIfEmpty().Max());
}
//// RegistryWithConstantKeys
static class Registry
{
    static readonly Dictionary<string, string> Items = new();
    public static void Set(string key, string value) => Items[key] = value;
    public static string Get(string key) => Items.TryGetValue(key, out var v) ? v : "";
}
void SignIn(User u)
{
    Registry.Set("plan", u.Plan);
    Registry.Set("mail", u.Email);
    Registry.Set("culture", u.Home.Country);
}
void Tick(ILogger log)
{
    if (Registry.Get("mail") != "")
        log.LogInformation("Active plan {Plan} in {Culture}", Registry.Get("plan"), Registry.Get("culture"));
}
//// AsyncLocalSubject
sealed class RequestInfo
{
    public string Subject { get; set; } = "";
    public string Path { get; set; } = "";
}
static readonly AsyncLocal<RequestInfo?> Current = new();
async Task Handle(IUsers users, int id, string path, Func<Task> next)
{
    var u = await users.GetAsync(id);
    Current.Value = new RequestInfo { Path = path, Subject = u.Display() };
    await next();
}
static string Subject() => Current.Value?.Subject ?? "nobody";
void Finish()
{
    System.Diagnostics.Activity.Current?.SetTag("enduser.name", Subject()); // LEAK INS3002
}
//// AsyncLocalPath
sealed record RequestInfo(User Subject, string Path, DateTime Since);
static readonly AsyncLocal<RequestInfo?> Current = new();
async Task Handle(IUsers users, int id, string path, Func<Task> next)
{
    Current.Value = new RequestInfo(await users.GetAsync(id), path, DateTime.UtcNow);
    await next();
}
void Finish(ILogger log)
{
    if (Current.Value is not { } info) return;
    using var scope = log.BeginScope(new Dictionary<string, object> { ["path"] = info.Path, ["user"] = info.Subject.Id });
    System.Diagnostics.Activity.Current?.SetTag("user.tier", info.Subject.Tier);
    log.LogInformation("Done since {Since}, manager known: {Known}", info.Since, info.Subject.Manager?.Email != null);
}
//// ChannelPrintsJob
sealed record Job(int Number, string Receiver);
readonly System.Threading.Channels.Channel<Job> _channel = System.Threading.Channels.Channel.CreateUnbounded<Job>();
async Task Produce(IUsers users, CancellationToken cancel)
{
    var number = 0;
    await foreach (var u in users.Stream())
        await _channel.Writer.WriteAsync(new Job(++number, u.Email), cancel);
    _channel.Writer.Complete();
}
async Task Consume(ILogger log, CancellationToken cancel)
{
    await foreach (var job in _channel.Reader.ReadAllAsync(cancel))
    {
        log.LogDebug("Working on {Job}", job); // LEAK INS3001
    }
}
//// ChannelTellsNumber
interface IMailer { Task Send(string to, string text); }
sealed record Job(int Number, string Receiver);
readonly System.Threading.Channels.Channel<Job> _channel = System.Threading.Channels.Channel.CreateBounded<Job>(100);
async Task Produce(IUsers users)
{
    await foreach (var u in users.Stream())
        await _channel.Writer.WriteAsync(new Job(u.Id, u.Email));
}
async Task Consume(IMailer mailer, ILogger log)
{
    while (await _channel.Reader.WaitToReadAsync())
        while (_channel.Reader.TryRead(out var job))
        {
            await mailer.Send(job.Receiver, "Hello");
            log.LogInformation("Mail {Number} is out, {Left} left", job.Number, _channel.Reader.Count);
        }
}
//// EventBusHandlerLogs
sealed class Bus
{
    readonly Dictionary<Type, List<Action<object>>> _handlers = new();
    public void Subscribe<T>(Action<T> handler) where T : class
    {
        if (!_handlers.TryGetValue(typeof(T), out var list))
            _handlers[typeof(T)] = list = new();
        list.Add(o => handler((T)o));
    }
    public void Publish<T>(T message) where T : class
    {
        if (_handlers.TryGetValue(typeof(T), out var list))
            list.ForEach(h => h(message));
    }
}
sealed class PhoneConfirmed { public string Number { get; init; } = ""; }
void Setup(Bus bus, ILogger log) => bus.Subscribe<PhoneConfirmed>(e =>
{
    log.LogInformation("Confirmed {Number}", e.Number); // LEAK INS3001
});
void Confirm(Bus bus, User u) => bus.Publish(new PhoneConfirmed { Number = u.Phone ?? "" });
//// EventBusHandlerCounts
sealed class Topic<T>
{
    public event Action<T>? Raised;
    public void Raise(T message) => Raised?.Invoke(message);
}
sealed record AddressEntered(string Text);
sealed record OrderPlaced(int Number);
readonly Topic<AddressEntered> _addresses = new();
readonly Topic<OrderPlaced> _orders = new();
int _entered;
void Setup(ILogger log)
{
    _addresses.Raised += e => _entered += e.Text.Length > 0 ? 1 : 0;
    _orders.Raised += e => log.LogInformation("Order {Order} after {Entered} entries", e, _entered);
}
void Order(User u)
{
    _addresses.Raise(new AddressEntered(u.Home.Street));
    _orders.Raise(new OrderPlaced(u.Id * 10));
}
//// UnitOfWorkWritesFile
sealed class UnitOfWork
{
    readonly List<Action> _pending = new();
    public void Register(Action action) => _pending.Add(action);
    public void Commit()
    {
        foreach (var action in _pending) action();
        _pending.Clear();
    }
}
readonly UnitOfWork _work = new();
void Rename(User u, string path)
{
    var line = $"{u.Id};{u.FullName}{Environment.NewLine}";
    _work.Register(() => File.AppendAllText(path, line)); // LEAK INS3008
}
void Save() => _work.Commit();
//// BaseClassRemembersLabel
abstract class Step
{
    protected string Label = "";
    protected abstract void Prepare();
    public void Run(ILogger log)
    {
        Prepare();
        log.LogInformation("Step {Label} starts", Label); // LEAK INS3001
    }
}
sealed class InvoiceStep(User customer) : Step
{
    protected override void Prepare() => Label = "invoice for " + customer.FullName;
}
sealed class CleanStep : Step
{
    protected override void Prepare() => Label = "clean";
}
void All(User u, ILogger log)
{
    foreach (Step s in new Step[] { new CleanStep(), new InvoiceStep(u) })
        s.Run(log);
}
//// BaseClassLabelIsNeutral
abstract class Step
{
    protected string Label = "";
    public abstract void Prepare();
    public virtual void Finish(ILogger log) => log.LogInformation("Step {Label} is done", Label);
}
sealed class LetterStep(User receiver) : Step
{
    string _receiver = "";
    public override void Prepare()
    {
        Label = "letter on plan " + receiver.Plan;
        _receiver = receiver.FullName + ", " + receiver.Home.City;
    }
    public override void Finish(ILogger log)
    {
        if (_receiver.Length > 40) Label += " (long)";
        _receiver = "";
        base.Finish(log);
    }
}
void Run(User u, ILogger log)
{
    Step s = new LetterStep(u);
    s.Prepare();
    s.Finish(log);
}
//// TwoSessions
sealed class Session
{
    readonly List<string> _notes = new();
    public string Title { get; set; } = "";
    public void Note(string text) => _notes.Add(text);
    public string Dump() => Title + ": " + string.Join("|", _notes);
}
string Compare(IUsers users, int id, ILogger log)
{
    var u = users.Get(id);
    var personal = new Session { Title = "personal" };
    var technical = new Session { Title = "technical" };
    personal.Note(u.Email);
    personal.Note(u.Home.Street);
    technical.Note(u.Plan);
    technical.Note(u.Tier.ToString());
    log.LogInformation("Session {Dump}", technical.Dump());
    return personal.Dump();
}
//// AmbientTenant !
internal static class CurrentCall
{
    private static readonly AsyncLocal<User?> _user = new();
    public static User? User { get => _user.Value; set => _user.Value = value; }
}
internal sealed class BillingJob(IUsers users, ILogger<BillingJob> log)
{
    public async Task RunAsync(int id)
    {
        CurrentCall.User = await users.GetAsync(id);
        try { await ChargeAsync(12.5m); }
        finally { CurrentCall.User = null; }
    }
    private async Task ChargeAsync(decimal amount)
    {
        await Task.Yield();
        if (CurrentCall.User?.Email is null or "") { log.LogWarning("No mail for {Id}", CurrentCall.User?.Id); return; }
        log.LogInformation("Charged {Amount} to {Id} on plan {Plan}", amount, CurrentCall.User.Id, CurrentCall.User.Plan);
    }
}

//// AmbientCaller !
internal static class CallerInfo
{
    public static readonly AsyncLocal<string?> Name = new();
}
internal sealed class Kiosk(ILogger<Kiosk> log)
{
    public Task VisitAsync(User guest)
    {
        CallerInfo.Name.Value = guest.FullName;
        return PrintBadgeAsync();
    }
    private async Task PrintBadgeAsync()
    {
        await Task.Delay(1);
        log.LogInformation("Badge for {Name}", CallerInfo.Name.Value); // LEAK INS3001
    }
}

//// UndoStack !
internal sealed class ProfileEditor
{
    private readonly Stack<(string Field, Action Revert, string Old)> _undo = new();
    private readonly ILogger _log;
    private string _street = "";
    public ProfileEditor(ILogger log) => _log = log;
    public void Rename(User u, string to)
    {
        var before = u.FullName;
        _undo.Push(("name", () => u.FullName = before, before));
        u.FullName = to;
    }
    public void Undo()
    {
        if (!_undo.TryPop(out var step)) return;
        step.Revert();
        _log.LogInformation("Reverted {Field}, {Left} steps left", step.Field, _undo.Count);
        _log.LogDebug("Back to {Old}", step.Old); // LEAK INS3001
    }
}

//// FlightRecorder !
internal sealed class Ring<T>
{
    private readonly T[] _slots; private long _next;
    public Ring(int size) => _slots = new T[size];
    public void Write(T item) => _slots[_next++ % _slots.Length] = item;
    public IEnumerable<T> Oldest()
    {
        for (var i = Math.Max(0, _next - _slots.Length); i < _next; i++) yield return _slots[i % _slots.Length];
    }
    public long Written => _next;
}
internal sealed class Gate
{
    private readonly Ring<string> _recent = new(32);
    public void Pass(User u, int door) => _recent.Write($"{door}:{u.FullName}");
    public void Crash()
    {
        Console.Error.WriteLine("events so far: " + _recent.Written);
        foreach (var line in _recent.Oldest())
            Console.Error.WriteLine(line); // LEAK INS3005
    }
}

//// ClearedBuilder
private readonly System.Text.StringBuilder _sb = new();
internal void Badge(User u, Action<int> reserve, ILogger log)
{
    _sb.Clear();
    _sb.Append(u.FullName).Append(' ').Append(u.Email);
    reserve(_sb.Length);
    _sb.Clear();
    _sb.Append("badge ").Append(u.Id);
    log.LogInformation("Printed {Text}", _sb.ToString());
}

//// DirtyPooledBuilder !
internal static class Builders
{
    private static readonly Stack<System.Text.StringBuilder> _free = new();
    public static System.Text.StringBuilder Rent() => _free.Count > 0 ? _free.Pop() : new();
    public static void Return(System.Text.StringBuilder sb) => _free.Push(sb);
}
internal sealed class Letters(ILogger<Letters> log)
{
    public void Envelope(User u, System.IO.Stream printer)
    {
        var sb = Builders.Rent();
        sb.Append(u.Home.Street).Append(", ").Append(u.Home.City);
        printer.WriteByte((byte)sb.Length);
        Builders.Return(sb);
    }
    public void Status(int sheets)
    {
        var sb = Builders.Rent();
        sb.Append("sheets: ").Append(sheets);
        log.LogInformation(sb.ToString()); // LEAK INS3001
        Builders.Return(sb.Clear());
    }
}

//// LazyMailbox !
internal sealed class Mailbox
{
    private readonly Lazy<string> _address;
    private readonly Lazy<int> _quota;
    public Mailbox(User owner)
    {
        _address = new Lazy<string>(() => owner.Email.ToLowerInvariant());
        _quota = new Lazy<int>(() => owner.Tier == Tier.Paid ? 50 : 5);
    }
    public void Open(ILogger log)
    {
        log.LogInformation("Quota {Quota}", _quota.Value);
        log.LogDebug("Address resolved before: {Resolved}", _address.IsValueCreated);
        log.LogInformation("Opening {Address}", _address.Value); // LEAK INS3001
    }
}

//// LazyUnforced
internal void Prepare(User u, ILogger log)
{
    var greeting = new Lazy<string>(() => "Dear " + u.FullName);
    var plan = new Lazy<string>(() => u.Plan);
    log.LogInformation("Plan {Plan}; letter built: {Built}", plan.Value, greeting.IsValueCreated);
    if (greeting.Value.Length > 60) log.LogWarning("Letter head of user {Id} is too long", u.Id);
}

//// LastLoginSingleton !
internal sealed class LoginBoard
{
    private static readonly LoginBoard _one = new();
    public static LoginBoard Instance => _one;
    private LoginBoard() { }
    public string Last { get; private set; } = "nobody";
    public int Count { get; private set; }
    public void Seen(User u) { Last = u.Email; Count++; }
}
internal sealed class HealthEndpoint
{
    public void Login(User u) => LoginBoard.Instance.Seen(u);
    public void Beat(System.Diagnostics.Activity activity)
    {
        var board = LoginBoard.Instance;
        activity.SetTag("logins", board.Count);
        activity.SetTag("login.last", board.Last); // LEAK INS3002
    }
}

//// PerPlanCounters !
internal static class PlanStats
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _byPlan = new();
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _planOf = new();
    public static void Seen(User u)
    {
        _planOf[u.Email] = u.Plan;
        _byPlan.AddOrUpdate(u.Plan, 1, (_, n) => n + 1);
    }
    public static void Report(ILogger log)
    {
        foreach (var (plan, n) in _byPlan) log.LogInformation("{Plan}: {Count}", plan, n);
        foreach (var plan in _planOf.Values.Distinct()) log.LogInformation("Plan in use: {Plan}", plan);
        log.LogInformation("{Total} people", _planOf.Count);
    }
}

//// StoredByEvent !
internal sealed class ScanEventArgs(string text, DateTime at) : EventArgs { public string Text { get; } = text; public DateTime At { get; } = at; }
internal sealed class Scanner
{
    public event EventHandler<ScanEventArgs>? Scanned;
    public void Read(User holder) => Scanned?.Invoke(this, new ScanEventArgs(holder.FullName, DateTime.UtcNow));
}
internal sealed class Turnstile
{
    private string? _lastText; private DateTime _lastAt;
    public Turnstile(Scanner scanner) => scanner.Scanned += OnScanned;
    private void OnScanned(object? sender, ScanEventArgs e) { _lastText = e.Text; _lastAt = e.At; }
    public void Dump()
    {
        System.Diagnostics.Debug.WriteLine("at " + _lastAt.ToString("O"));
        System.Diagnostics.Debug.WriteLine(_lastText); // LEAK INS3005
    }
}

//// EventThatCounts !
internal sealed class Reception
{
    public event Action<User>? Arrived;
    public void CheckIn(User u) => Arrived?.Invoke(u);
}
internal sealed class Lobby : IDisposable
{
    private readonly Reception _desk; private readonly ILogger _log; private readonly HashSet<string> _inside = new();
    public Lobby(Reception desk, ILogger log) { _desk = desk; _log = log; desk.Arrived += Enter; }
    private void Enter(User u)
    {
        var fresh = _inside.Add(u.Email);
        _log.LogInformation("{Id} arrived, first time: {Fresh}, {Count} inside", u.Id, fresh, _inside.Count);
    }
    public void Dispose() { _desk.Arrived -= Enter; _inside.Clear(); _log.LogInformation("Lobby closed with {Rest}", string.Join(",", _inside)); }
}

//// WeakOwner !
internal sealed class Thumbnail(User owner)
{
    private readonly WeakReference<User> _owner = new(owner);
    public void Evict(ILogger log)
    {
        if (_owner.TryGetTarget(out var alive))
            log.LogInformation("Owner still there: {Owner}", alive.Display()); // LEAK INS3001
        else
            log.LogInformation("Owner was collected");
    }
}

//// SwappedField
private string _previous = "none";
internal void Next(User u, ILogger log)
{
    var before = Interlocked.Exchange(ref _previous, u.Email);
    log.LogInformation("Was the same: {Same}", before == u.Email);
    log.LogInformation("Served before: {Before}", before); // LEAK INS3001
}

//// IdleAgain
private string _current = "idle";
internal void Serve(User u, Func<string, bool> deliver, ILogger log)
{
    _current = u.Home.Street;
    var ok = deliver(_current);
    _current = "idle";
    log.LogInformation("State {State}, delivered {Ok}", _current, ok);
}

//// TwoInstances !
internal sealed class Cell { private string _v = ""; public void Put(string v) => _v = v; public string Get() => _v; }
internal static class Sheet
{
    public static void Fill(User u, ILogger log)
    {
        var name = new Cell(); var plan = new Cell();
        name.Put(u.FullName);
        plan.Put(u.Plan);
        if (name.Get().Length > 40) name.Put(name.Get()[..40]);
        log.LogInformation("Plan cell holds {Plan}", plan.Get());
    }
}

//// CacheKeyEvicted !
internal sealed class TtlCache<T>(TimeSpan ttl)
{
    private readonly Dictionary<string, (T Value, DateTime Until)> _rows = new();
    public Action<string, T>? Evicted { get; set; }
    public void Put(string key, T value) => _rows[key] = (value, DateTime.UtcNow + ttl);
    public void Sweep()
    {
        foreach (var key in _rows.Where(r => r.Value.Until < DateTime.UtcNow).Select(r => r.Key).ToList())
            if (_rows.Remove(key, out var gone)) Evicted?.Invoke(key, gone.Value);
    }
}
internal sealed class QuoteService
{
    private readonly TtlCache<decimal> _quotes = new(TimeSpan.FromMinutes(5));
    public QuoteService(ILogger log)
    {
        _quotes.Evicted = (key, price) =>
        {
            log.LogDebug("Price {Price} dropped", price);
            log.LogDebug("Evicted {Key}", key); // LEAK INS3001
        };
    }
    public void Offer(User u, decimal price) { _quotes.Put("quote:" + u.Email, price); _quotes.Sweep(); }
}

//// AmbientStackPopped !
internal static class Ambient
{
    private static readonly Stack<string> _names = new(["system"]);
    public static string Current => _names.Peek();
    public static IDisposable Push(string name) { _names.Push(name); return new Pop(); }
    private sealed class Pop : IDisposable { public void Dispose() => _names.Pop(); }
}
internal static class Impersonation
{
    public static void Act(User u, ILogger log)
    {
        using (Ambient.Push(u.FullName))
        {
            log.LogInformation("Acting as {Who}", Ambient.Current); // LEAK INS3001
        }
    }
}

//// HashingSetter !
internal sealed class VisitorKey
{
    private string _digest = "";
    public string Source
    {
        set => _digest = Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(new byte[] { 1, 2, 3 }, System.Text.Encoding.UTF8.GetBytes(value)));
    }
    public override string ToString() => _digest;
}
internal static class Hits
{
    public static void Count(Visit v, System.Diagnostics.Metrics.Counter<int> hits, ILogger log)
    {
        var key = new VisitorKey { Source = v.IpAddress };
        hits.Add(1, new KeyValuePair<string, object?>("weekday", v.At.DayOfWeek));
        log.LogInformation("Visit of {Key}", key);
    }
}

//// TrimmingSetter !
internal sealed class Recipient
{
    private string _name = "";
    public string Name { get => _name; set => _name = value.Trim() is { Length: > 0 } s ? s : throw new ArgumentException("empty name", nameof(value)); }
    public override string ToString() => "To: " + _name;
}
internal static class Labels
{
    public static void Print(User u)
    {
        var r = new Recipient();
        r.Name = u.FullName;
        Console.WriteLine(r); // LEAK INS3005
    }
}

//// StructCopies
private struct Row { public string Note; public int Stars; }
internal void Review(User author, ILogger log)
{
    var row = new Row { Note = "blank", Stars = 3 };
    var signed = row;
    signed.Note = author.FullName + " wrote this";
    Save(signed);
    log.LogInformation("Template {Note} with {Stars}", row.Note, row.Stars);
}
private readonly List<Row> _rows = new();
private void Save(Row r) { r.Stars++; _rows.Add(r); }

//// AliasedObject
private sealed class Slip { public string Text = "empty"; }
internal void Draft(User author, ILogger log)
{
    var slips = new Slip[2];
    var mine = slips[1] = new Slip();
    mine.Text = "by " + author.FullName;
    var again = slips[^1];
    log.LogInformation("Slips {Count}", slips.Length);
    log.LogInformation("Slip {Text}", again.Text); // LEAK INS3001
}

//// ThreadStaticTrail !
internal static class Trail
{
    [ThreadStatic] private static List<string>? _crumbs;
    public static void Drop(string crumb) => (_crumbs ??= new()).Add(crumb);
    public static int Length => _crumbs?.Count ?? 0;
    public static string Text => string.Join(" > ", _crumbs ?? new());
}
internal sealed class Checkout
{
    public void Enter(User u) { Trail.Drop("enter"); Trail.Drop(u.Email); }
    public void Pay(decimal sum)
    {
        Trail.Drop("pay");
        if (sum <= 0) throw new InvalidOperationException("No sum after " + Trail.Length + " steps");
        if (sum > 9999) throw new InvalidOperationException("Too much: " + Trail.Text); // LEAK INS3004
    }
}

//// ImmutableForgotten
internal void Invite(IUsers users, ILogger log)
{
    var guests = System.Collections.Immutable.ImmutableList.Create("host");
    foreach (var u in users.All())
    {
        var with = guests.Add(u.FullName);
        if (with.Count > 100) break;
    }
    log.LogInformation("Guests: {Guests}", guests);
}

//// ImmutableKept
private System.Collections.Immutable.ImmutableDictionary<int, string> _names = System.Collections.Immutable.ImmutableDictionary<int, string>.Empty;
internal void Learn(User u) => System.Collections.Immutable.ImmutableInterlocked.TryAdd(ref _names, u.Id, u.FullName);
internal void Tell(ILogger log)
{
    log.LogInformation("Known ids: {Ids}", string.Join(",", _names.Keys));
    log.LogInformation("Known people: {People}", string.Join(",", _names.Values)); // LEAK INS3001
}

//// DoorStates !
internal enum DoorState { Closed, Opening, Open }
internal sealed class Door(ILogger<Door> log)
{
    private DoorState _state; private User? _holder; private string _why = "start";
    public void Badge(User u)
    {
        (_state, _holder, _why) = (_state, u.Phone) switch
        {
            (DoorState.Closed, not null) => (DoorState.Opening, u, "badge"),
            (DoorState.Opening, _) => (DoorState.Open, _holder, "motor"),
            (_, null) => (DoorState.Closed, null, "no phone"),
            _ => (_state, _holder, "ignored"),
        };
        log.LogInformation("Door is {State} because {Why}, held by {Id}", _state, _why, _holder?.Id);
        using (log.BeginScope("door {State}", _state)) log.LogDebug("Known holder: {Known}", _holder?.FullName is not null);
    }
}

//// RedactedAtConstruction !
internal sealed class SafeCaller
{
    private readonly string _shown;
    private readonly string _raw;
    public SafeCaller(User u, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
    {
        _raw = u.Phone ?? "";
        _shown = redactor.Redact(_raw);
    }
    public bool Matches(string phone) => string.Equals(phone, _raw, StringComparison.Ordinal);
    public void Ring(ILogger log, string from) => log.LogInformation("Call to {Shown}, self call: {Self}", _shown, Matches(from));
}

//// ScopeFromSession !
internal sealed class Session
{
    private readonly Dictionary<string, object?> _items = new();
    public object? this[string key] { get => _items.TryGetValue(key, out var v) ? v : null; set => _items[key] = value; }
    public IReadOnlyDictionary<string, object?> Snapshot() => new Dictionary<string, object?>(_items);
}
internal sealed class Shop(ILogger<Shop> log)
{
    private readonly Session _session = new();
    public void SignIn(User u) { _session["id"] = u.Id; _session["mail"] = u.Email; }
    public void Buy(string sku)
    {
        using var _ = log.BeginScope(_session.Snapshot()); // LEAK INS3006
        log.LogInformation("Bought {Sku}", sku);
    }
}

//// HistoryOfHashes !
internal sealed class PasswordlessLinks(ILogger<PasswordlessLinks> log)
{
    private readonly LinkedList<(int Hash, DateTime At)> _issued = new();
    private readonly Dictionary<int, string> _mailOf = new();
    public void Issue(User u)
    {
        var h = u.Email.GetHashCode(StringComparison.OrdinalIgnoreCase);
        _mailOf[h] = u.Email;
        _issued.AddLast((h, DateTime.UtcNow));
        while (_issued.Count > 50) { _mailOf.Remove(_issued.First!.Value.Hash); _issued.RemoveFirst(); }
    }
    public void Dump() { foreach (var (hash, at) in _issued) log.LogInformation("{Hash:X8} at {At}, mail kept: {Kept}", hash, at, _mailOf.ContainsKey(hash)); }
}
//// LastSeenField
private string _last = "nobody";
private int _seen;

public void See(Visit visit)
{
    _last = visit.IpAddress;
    _seen++;
}

public void Dump(ILogger log)
{
    log.LogInformation("{Seen} visits", _seen);
    log.LogInformation("last visit from {Last}", _last); // LEAK INS3001
}

//// LastSeenTime
private string _last = "nobody";
private DateTime _when;

public void See(Visit visit)
{
    _last = visit.IpAddress;
    _when = visit.At;
}

public bool SeenFrom(string address) => _last == address;

public void Dump(ILogger log)
{
    log.LogInformation("last visit at {When}, local {Local}", _when, SeenFrom("127.0.0.1"));
}

//// OverwrittenLocal
public void Process(User user, ILogger log)
{
    var text = user.Email;
    var at = text.IndexOf('@');
    log.LogDebug("at {Position}", at);
    text = at < 0 ? "invalid" : "valid";
    log.LogInformation("address is {Text}", text);
    text = user.Home.Country;
    log.LogInformation("country {Text}", text);
}

//// LoopCarried
public void Process(IEnumerable<User> users, ILogger log)
{
    var previous = "(none)";
    foreach (var user in users)
    {
        log.LogInformation("after {Previous}", previous); // LEAK INS3001
        log.LogInformation("now {Id}", user.Id);
        previous = user.Display();
    }
}

//// LazyProfile !
public class ProfileHolder(IUsers users, int id)
{
    private readonly Lazy<User> _user = new(() => users.Get(id));
    private readonly Lazy<string> _title = new(() => "Profile of " + users.Get(id).FullName);
    private readonly Lazy<string> _badge = new(() => "Plan " + users.Get(id).Plan);

    public void Print()
    {
        Console.WriteLine(_badge.Value);
        Console.WriteLine(_user.Value.Tier);
        Console.WriteLine(_title.Value); // LEAK INS3005
    }
}

//// LazyBadge !
public class BadgeHolder(IUsers users, int id)
{
    private readonly Lazy<User> _user = new(() => users.Get(id), LazyThreadSafetyMode.PublicationOnly);
    private string? _badge;

    private string Badge => _badge ??= $"{_user.Value.Plan}/{_user.Value.Email.Length}";

    public void Print()
    {
        Console.WriteLine(Badge);
        Console.WriteLine(_user.Value.Home);
        Console.WriteLine(_user.IsValueCreated);
    }
}

//// StaticRegistry !
public static class SessionRegistry
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, User> Sessions = new();

    public static Guid Open(User user)
    {
        var id = Guid.NewGuid();
        Sessions[id] = user;
        return id;
    }

    public static User? Find(Guid id) => Sessions.TryGetValue(id, out var user) ? user : null;

    public static int Count => Sessions.Count;
}

public class SessionJanitor(ILogger<SessionJanitor> logger)
{
    public void Evict(Guid id)
    {
        logger.LogInformation("{Count} sessions open", SessionRegistry.Count);
        if (SessionRegistry.Find(id) is { } user)
        {
            logger.LogInformation("Evicting {Session} of user {UserId}", id, user.Id);
            logger.LogDebug("Evicting {User}", user);
        }
    }
}

//// MemoizedCountry
private readonly Dictionary<int, string> _countries = [];
private readonly IUsers _users = null!;

private string CountryOf(int id)
{
    if (_countries.TryGetValue(id, out var known))
        return known;
    var home = _users.Get(id).Home;
    var text = home.City.Length == 0 ? "unknown" : home.Country;
    return _countries[id] = text;
}

public void Tag(int id, System.Diagnostics.Activity? activity)
{
    activity?.SetTag("country", CountryOf(id));
    activity?.SetTag("cached", _countries.Count);
}

//// NormalizingProperty !
public class ContactForm
{
    public string Phone
    {
        get;
        set => field = value.Replace(" ", "");
    } = "";

    public string Topic { get; set => field = value.Trim(); } = "";
}

public class ContactHandler(ILogger<ContactHandler> logger)
{
    public void Handle(User user, string topic)
    {
        var form = new ContactForm { Phone = user.Phone ?? "", Topic = topic };
        logger.LogInformation("Topic {Topic}", form.Topic);
        logger.LogInformation("Call back {Phone}", form.Phone); // LEAK INS3001
    }
}

//// ReusedBuilder
private readonly System.Text.StringBuilder _text = new();

internal string Letter(User user)
{
    _text.Clear();
    _text.Append("Dear ").Append(user.FullName).AppendLine(",");
    var letter = _text.ToString();
    _text.Clear();
    _text.Append("letter of ").Append(letter.Length).Append(" chars");
    System.Diagnostics.Trace.TraceInformation(_text.ToString());
    _text.Clear();
    return letter;
}

//// GrowingBuilder
public void Summarize(IEnumerable<User> users, ILogger log)
{
    var ids = new System.Text.StringBuilder();
    var names = new System.Text.StringBuilder();
    foreach (var user in users)
    {
        ids.Append(user.Id).Append(',');
        names.AppendFormat("{0}; ", user.FullName);
    }
    if (names.Length > 2)
        names.Length -= 2;
    log.LogInformation("ids {Ids} names {Length}", ids.ToString(), names.Length);
    log.LogInformation("names {Names}", names.ToString()); // LEAK INS3001
}

//// LastFailure !
internal sealed class ImportState(ILogger<ImportState> logger)
{
    private string _lastItem = "";
    private int _failures;

    public void Import(User user)
    {
        _lastItem = user.Email;
        if (user.Plan.Length == 0)
            _failures++;
    }

    public void Summarise()
    {
        logger.LogInformation("{Failures} failures", _failures);
        if (_failures > 0)
            logger.LogWarning("Last item {Item}", _lastItem); // LEAK INS3001
    }
}

//// LastFailureId !
internal sealed class ImportState(ILogger<ImportState> logger)
{
    private string _lastItem = "";
    private string _lastMail = "";

    public bool Import(User user)
    {
        var repeated = _lastMail == user.Email;
        _lastMail = user.Email;
        _lastItem = "user-" + user.Id;
        return repeated;
    }

    public void Summarise() => logger.LogWarning("Last item {Item}, mail kept: {Kept}", _lastItem, _lastMail.Length > 0);
}

//// TwoCaches !
internal sealed class Cache<TKey, TValue> where TKey : notnull
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue> _items = new();
    internal TValue Get(TKey key, Func<TKey, TValue> load) => _items.GetOrAdd(key, load);
    internal int Count => _items.Count;
}

internal sealed class ProfileCache(IUsers users, ILogger<ProfileCache> logger)
{
    private readonly Cache<int, string> _names = new();
    private readonly Cache<int, string> _plans = new();

    public void Show(int id)
    {
        var plan = _plans.Get(id, i => users.Get(i).Plan);
        var name = _names.Get(id, i => users.Get(i).FullName);
        logger.LogInformation("{Id} has {Plan}, {Count} names cached", id, plan, _names.Count);
        logger.LogInformation("{Id} is {Name}", id, name); // LEAK INS3001
    }
}

//// LazyManifest !
internal sealed class Manifest
{
    private readonly Lazy<string> _owner;
    private readonly Lazy<string> _summary;
    private readonly ILogger _logger;

    public Manifest(User owner, ILogger logger)
    {
        _logger = logger;
        _owner = new Lazy<string>(() => owner.FullName + ", " + owner.Home.City);
        _summary = new Lazy<string>(() => $"{owner.Plan} ({_owner.Value.Length})");
    }

    public void Print()
    {
        _logger.LogInformation("Summary {Summary}", _summary.Value);
        _logger.LogInformation("Owner {Owner}", _owner.IsValueCreated);
    }
}

//// StaticCurrent !
internal static class CurrentUser
{
    private static string? s_name;
    private static Tier s_tier;

    internal static void Enter(User user)
    {
        s_name = user.FullName;
        s_tier = user.Tier;
    }

    internal static string Name => s_name ?? "anonymous";
    internal static Tier Tier => s_tier;
}

internal sealed class RequestHandler(System.Diagnostics.Metrics.Counter<long> requests)
{
    public void Begin(User user) => CurrentUser.Enter(user);

    public void Count()
    {
        requests.Add(1, new KeyValuePair<string, object?>("tier", CurrentUser.Tier));
        requests.Add(1, new KeyValuePair<string, object?>("caller", CurrentUser.Name)); // LEAK INS3003
    }
}

//// AuditTrail !
internal sealed class AuditTrail
{
    private readonly System.Text.StringBuilder _text = new();

    public AuditTrail Note(string action)
    {
        if (_text.Length > 0)
            _text.Append("; ");
        _text.Append(action);
        return this;
    }

    public override string ToString() => _text.ToString();
}

internal sealed class AuditedService(ILogger<AuditedService> logger)
{
    private readonly AuditTrail _internal = new();
    private readonly AuditTrail _external = new();

    public void Change(User user)
    {
        _external.Note("changed").Note(user.Id.ToString());
        _internal.Note("changed").Note(user.Email);
    }

    public void Flush()
    {
        logger.LogInformation("External {Trail}", _external);
        logger.LogInformation("Internal {Trail}", _internal); // LEAK INS3001
    }
}

//// RingOfTimings !
internal sealed class Ring<T>(int size)
{
    private readonly T[] _items = new T[size];
    private int _next;

    internal void Push(T item)
    {
        _items[_next] = item;
        _next = (_next + 1) % _items.Length;
    }

    internal IEnumerable<T> Items()
    {
        for (var i = 0; i < _items.Length; i++)
            yield return _items[(_next + i) % _items.Length];
    }
}

internal sealed class Recent(ILogger<Recent> logger)
{
    private readonly Ring<int> _ids = new(16);
    private readonly Ring<string> _mails = new(16);

    public bool Visit(User user)
    {
        var known = _mails.Items().Contains(user.Email);
        _ids.Push(user.Id);
        _mails.Push(user.Email);
        return known;
    }

    public void Dump() => logger.LogInformation("Recent ids {Ids}", string.Join(",", _ids.Items()));
}

//// SessionStore !
internal sealed class Session
{
    private readonly Dictionary<string, object?> _values = [];
    internal object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }
}

internal sealed class LoginFlow(ILogger<LoginFlow> logger)
{
    private const string StepKey = "step";
    private const string MailKey = "mail";
    private readonly Session _session = new();

    public void Begin(User user)
    {
        _session[StepKey] = "started";
        _session[MailKey] = user.Email;
    }

    public void Status() => logger.LogInformation("Step {Step}, mail set: {Set}", _session[StepKey], _session[MailKey] is string);
}

//// LockedSlot !
internal sealed class Slot
{
    private readonly Lock _gate = new();
    private User? _owner;
    private string? _ticket;

    public bool Claim(User user)
    {
        lock (_gate)
        {
            if (_owner is not null)
                return false;
            _owner = user;
            _ticket = $"{user.Id}-{Guid.NewGuid():n}";
            return true;
        }
    }

    public void Report(NLog.Logger log)
    {
        lock (_gate)
        {
            log.Info("Slot ticket {0}", _ticket ?? "free");
            log.Info("Slot owner {0}", _owner?.Phone ?? "nobody"); // LEAK INS3001
            log.Info("Slot plan {0}", _owner?.Plan);
        }
    }
}

//// SwappedBuffers !
internal sealed class BufferedSink(ILogger<BufferedSink> logger)
{
    private List<string> _buffer = [];

    public void Add(User user) => _buffer.Add($"{user.Id};{user.Salary}");

    public void Flush()
    {
        var full = Interlocked.Exchange(ref _buffer, []);
        logger.LogInformation("Flushing {Count} lines", full.Count);
        foreach (var line in full)
            logger.LogDebug("{Line}", line); // LEAK INS3001
    }
}

//// SeenKeys !
internal sealed class Deduplicator(ILogger<Deduplicator> logger)
{
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _perPlan = [];

    public bool First(User user)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Email));
        if (!_seen.Add(Convert.ToHexString(bytes)))
            return false;
        _perPlan[user.Plan] = _perPlan.GetValueOrDefault(user.Plan) + 1;
        return true;
    }

    public void Print()
    {
        foreach (var (plan, count) in _perPlan)
            logger.LogInformation("{Plan} {Count}", plan, count);
        foreach (var key in _seen)
            logger.LogTrace("Seen {Key}", key);
    }
}

//// WeakNotes
private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, string> Notes = new();
private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, string> Plans = new();

internal void Attach(object session, User user)
{
    Notes.AddOrUpdate(session, user.FullName);
    Plans.AddOrUpdate(session, user.Plan);
}

internal void Detach(object session, ILogger log)
{
    if (Plans.TryGetValue(session, out var plan))
        log.LogInformation("Session on {Plan}", plan);
    if (Notes.TryGetValue(session, out var note))
        log.LogInformation("Session of {Note}", note); // LEAK INS3001
    Notes.Remove(session);
}

//// UndoEditor
private sealed class Editor
{
    private readonly Stack<string> _undo = new();
    internal string Text { get; private set; } = "";
    internal int Depth => _undo.Count;
    internal void Set(string text) { _undo.Push(Text); Text = text; }
    internal void Undo() { if (_undo.TryPop(out var text)) Text = text; }
}

internal void Edit(User user, ILogger log)
{
    var editor = new Editor();
    editor.Set(user.Email);
    editor.Set(user.Plan);
    log.LogInformation("Depth {Depth}", editor.Depth);
    editor.Undo();
    log.LogInformation("Back at {Text}", editor.Text); // LEAK INS3001
}

//// CleanPool
private static class Builders
{
    private static readonly Stack<System.Text.StringBuilder> Free = new();
    internal static System.Text.StringBuilder Rent() => Free.TryPop(out var builder) ? builder : new System.Text.StringBuilder();
    internal static void Return(System.Text.StringBuilder builder) { builder.Clear(); Free.Push(builder); }
}

internal int Send(User user)
{
    var body = Builders.Rent();
    body.Append("Dear ").Append(user.FullName);
    var size = body.Length;
    Builders.Return(body);
    return size;
}

internal void Note(User user, ILogger log)
{
    var line = Builders.Rent();
    line.Append("plan ").Append(user.Plan);
    log.LogInformation("{Line}", line.ToString());
    Builders.Return(line);
}

//// DirtyPool
private static class Builders
{
    private static readonly Stack<System.Text.StringBuilder> Free = new();
    internal static System.Text.StringBuilder Rent() => Free.TryPop(out var builder) ? builder : new System.Text.StringBuilder();
    internal static void Return(System.Text.StringBuilder builder) => Free.Push(builder);
}

internal int Send(User user)
{
    var body = Builders.Rent();
    body.Append("Dear ").Append(user.FullName);
    var size = body.Length;
    Builders.Return(body);
    return size;
}

internal void Note(User user, ILogger log)
{
    var line = Builders.Rent();
    line.Append("plan ").Append(user.Plan);
    log.LogInformation("{Line}", line.ToString()); // LEAK INS3001
    Builders.Return(line);
}

//// LazyProfileAgain
private sealed class Profile(User user)
{
    private readonly Lazy<string> _title = new(() => user.Tier + " " + user.Plan);
    private readonly Lazy<string> _contact = new(() => user.Tier + " " + user.Phone);
    internal bool Loaded => _contact.IsValueCreated;
    internal string Title => _title.Value;
    internal string Contact => _contact.Value;
}

internal void Show(User user, ILogger log)
{
    var profile = new Profile(user);
    log.LogInformation("Title {Title}", profile.Title);
    log.LogInformation("Contact {Contact}", profile.Contact); // LEAK INS3001
    log.LogInformation("Loaded {Loaded}", profile.Loaded);
}

//// TwinCaches
private sealed class Cache<TValue>(Func<int, TValue> load)
{
    private readonly Dictionary<int, (TValue Value, DateTime Until)> _items = new();
    internal TValue Get(int id)
    {
        if (_items.TryGetValue(id, out var hit) && hit.Until > DateTime.UtcNow) return hit.Value;
        var value = load(id);
        _items[id] = (value, DateTime.UtcNow.AddMinutes(5));
        return value;
    }
}

internal void Serve(IUsers users, ILogger log, int id)
{
    var mails = new Cache<string>(i => users.Get(i).Email);
    var plans = new Cache<string>(i => users.Get(i).Plan);
    var length = mails.Get(id).Length;
    log.LogInformation("Serving {Plan} with {Length}", plans.Get(id), length);
}

//// RingHistory
private sealed class Ring<T>(int size)
{
    private readonly T[] _items = new T[size];
    private int _next;
    internal void Add(T item) => _items[_next++ % _items.Length] = item;
    internal IEnumerable<T> Recent()
    {
        for (var i = Math.Max(0, _next - _items.Length); i < _next; i++)
            yield return _items[i % _items.Length];
    }
}

private readonly Ring<User> _ring = new(16);

internal void Seen(User user) => _ring.Add(user);

internal void Dump(System.Diagnostics.Activity activity)
{
    foreach (var user in _ring.Recent())
    {
        activity.SetTag("recent.plan", user.Plan);
        activity.SetTag("recent.name", user.Display()); // LEAK INS3002
    }
}

//// ThreadScratch
[ThreadStatic] private static char[]? t_scratch;
private static readonly ThreadLocal<string> Region = new(() => "eu");

internal void Use(User user, ILogger log)
{
    t_scratch ??= new char[256];
    user.Email.AsSpan().CopyTo(t_scratch);
    var at = Array.IndexOf(t_scratch, '@');
    log.LogInformation("At {At} in {Region}", at > 0, Region.Value);
    t_scratch = user.Plan.ToCharArray();
    log.LogInformation("Plan {Plan}", new string(t_scratch));
}

//// FirstWins
private static string? s_owner;
private static string? s_plan;

internal void Claim(User user)
{
    s_plan ??= user.Plan;
    s_owner ??= user.Email;
}

internal void Fail(bool fatal)
{
    if (fatal) Environment.FailFast(s_plan);
    throw new InvalidOperationException(
        "owned by " + (s_owner is null ? "nobody" : "somebody"),
        new InvalidOperationException(s_plan));
}


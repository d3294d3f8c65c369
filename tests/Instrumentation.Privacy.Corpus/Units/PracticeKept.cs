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

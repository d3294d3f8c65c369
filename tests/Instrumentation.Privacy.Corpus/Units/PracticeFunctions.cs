//// ClosureOverIdOnly
void M(ILogger log, User u)
{
    var mail = u.Email;
    var id = u.Id;
    Action<string> tell = what => log.LogInformation("{What} {Id}", what, id);
    tell(mail is "" ? "no address for" : "welcome");
}
//// LambdaThrowsItAway
void M(ILogger log, User u)
{
    Func<string, string> mask = _ => "***";
    Func<string, int> size = s => s.Length;
    log.LogInformation("{Mail} ({Size})", mask(u.Email), size(u.Email));
}
//// LambdaReassigned
void M(ILogger log, User u)
{
    Func<string, string> show = s => s;
    show = s => s.Length > 3 ? "long" : "short";
    log.LogInformation("{Mail}", show(u.Email));
}
//// ComposedToCount
static Func<T, V> Then<T, U, V>(Func<T, U> f, Func<U, V> g) => x => g(f(x));
void M(ILogger log, User u)
{
    var count = Then<User, string[], int>(x => x.Aliases, a => a.Length);
    log.LogInformation("{N} aliases", count(u));
}
//// EventWithName !
internal class RenamedEventArgs(int id, string newName) : EventArgs
{
    public int Id => id;
    public string NewName => newName;
}
internal class Directory2
{
    public event EventHandler<RenamedEventArgs>? Renamed;
    public void Rename(User u, string name)
    {
        u.FullName = name.Trim();
        Renamed?.Invoke(this, new RenamedEventArgs(u.Id, u.FullName));
    }
}
internal class Audit
{
    private readonly ILogger<Audit> _log;
    public Audit(ILogger<Audit> log, Directory2 directory)
    {
        _log = log;
        directory.Renamed += OnRenamed;
    }
    private void OnRenamed(object? sender, RenamedEventArgs e)
    {
        _log.LogInformation("{Id} renamed", e.Id);
        _log.LogInformation("now called {Name}", e.NewName); // LEAK INS3001
    }
}
//// EventWithIdOnly !
internal class PaymentFailed(User payer, string reason) : EventArgs
{
    public User Payer { get; } = payer;
    public string Reason { get; } = reason;
}
internal class PaymentGateway
{
    public event EventHandler<PaymentFailed>? Failed;
    public bool Charge(User u, decimal amount)
    {
        if (amount <= u.Salary) return true;
        Failed?.Invoke(this, new PaymentFailed(u, "amount too high"));
        return false;
    }
}
internal class PaymentMonitor
{
    private int _failures;
    public PaymentMonitor(PaymentGateway gateway, ILogger<PaymentMonitor> log)
    {
        gateway.Failed += (_, e) =>
        {
            Interlocked.Increment(ref _failures);
            log.LogWarning("Payment of user {Id} ({Tier}) failed: {Reason}; {Count} so far", e.Payer.Id, e.Payer.Tier, e.Reason, _failures);
        };
    }
}
//// LocalFunctionCapturesParameter
void M(ILogger log, User u)
{
    Write("start");
    Write("phone " + u.Phone);
    void Write(string what) => log.LogDebug("{What}", what); // LEAK INS3001
}
//// StaticLocalFunction
void M(ILogger log, User u)
{
    log.LogInformation("{Grade}", Grade(u.Salary));
    static string Grade(decimal salary) => salary switch { < 1000m => "low", < 5000m => "mid", _ => "high" };
}
//// RecursiveDepthOnly
void M(ILogger log, User u)
{
    log.LogInformation("{Depth}", Depth(u));
    int Depth(User? x) => x is null ? 0 : x.FullName == "" ? 0 : 1 + Depth(x.Manager);
}
//// Middleware !
internal delegate Task Next(Request request);
internal class Request
{
    public string Path { get; set; } = "";
    public Dictionary<string, object?> Items { get; } = new();
}
internal class PipelineBuilder
{
    private readonly List<Func<Next, Next>> _steps = new();
    public PipelineBuilder Use(Func<Next, Next> step) { _steps.Add(step); return this; }
    public Next Build()
    {
        Next end = _ => Task.CompletedTask;
        for (var i = _steps.Count - 1; i >= 0; i--) end = _steps[i](end);
        return end;
    }
}
internal static class App
{
    public static Next Create(ILogger log, IUsers users) => new PipelineBuilder()
        .Use(next => async r =>
        {
            var user = users.Get(7);
            r.Items["user"] = user.Email;
            r.Items["plan"] = user.Plan;
            await next(r);
        })
        .Use(next => async r =>
        {
            log.LogInformation("{Path} by {User}",
                r.Path,
                r.Items["user"]); // LEAK INS3001
            await next(r);
        })
        .Build();
}
//// MiddlewareKnowsMore !
internal delegate Task Next(Request request);
internal class Request
{
    public string Path { get; set; } = "";
    public User? User { get; set; }
    public int Status { get; set; } = 200;
}
internal class AuthStep(IUsers users)
{
    public async Task Invoke(Request r, Next next)
    {
        r.User = await users.GetAsync(r.Path.Length);
        await next(r);
    }
}
internal class TimingStep(ILogger<TimingStep> log)
{
    public async Task Invoke(Request r, Next next)
    {
        var started = DateTime.UtcNow;
        await next(r);
        var ms = (DateTime.UtcNow - started).TotalMilliseconds;
        log.LogInformation("{Path} -> {Status} in {Ms} ms (signed in: {SignedIn}, key {Key})",
            r.Path, r.Status, ms, r.User is { Email.Length: > 0 }, r.User?.Key);
    }
}
internal static class Host2
{
    public static Task Run(Request r, AuthStep auth, TimingStep timing) =>
        timing.Invoke(r, a => auth.Invoke(a, _ => Task.CompletedTask));
}
//// MediatorHandlers !
internal interface ICommand<TResult>;
internal interface IHandler<TCommand, TResult> where TCommand : ICommand<TResult> { Task<TResult> Handle(TCommand command, CancellationToken cancel); }
internal record RegisterUser([Pii] string Email, string Plan) : ICommand<int>;
internal record CloseAccount(int Id, string Reason) : ICommand<bool>;
internal class RegisterUserHandler : IHandler<RegisterUser, int>
{
    public Task<int> Handle(RegisterUser command, CancellationToken cancel) => Task.FromResult(command.Email.Length);
}
internal class CloseAccountHandler : IHandler<CloseAccount, bool>
{
    public Task<bool> Handle(CloseAccount command, CancellationToken cancel) => Task.FromResult(command.Reason != "");
}
internal class LoggingBehavior<TCommand, TResult>(IHandler<TCommand, TResult> inner, ILogger log) : IHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    public async Task<TResult> Handle(TCommand command, CancellationToken cancel)
    {
        log.LogInformation("Handling {Name}", typeof(TCommand).Name);
        var result = await inner.Handle(command, cancel);
        log.LogDebug("Handled {Command}", command); // LEAK INS3001
        return result;
    }
}
internal static class Bus
{
    public static async Task Run(ILogger log, User u)
    {
        await new LoggingBehavior<RegisterUser, int>(new RegisterUserHandler(), log).Handle(new RegisterUser(u.Email, u.Plan), default);
        await new LoggingBehavior<CloseAccount, bool>(new CloseAccountHandler(), log).Handle(new CloseAccount(u.Id, "moved"), default);
    }
}
//// MediatorNamesOnly !
internal interface IRequest2<TResult>;
internal interface IHandler<TRequest, TResult> where TRequest : IRequest2<TResult> { TResult Handle(TRequest request); }
internal record FindByMail([Pii] string Email) : IRequest2<Customer?>;
internal class FindByMailHandler(IReadOnlyList<Customer> all) : IHandler<FindByMail, Customer?>
{
    public Customer? Handle(FindByMail request) => all.FirstOrDefault(c => c.Email == request.Email);
}
internal class Sender(IServiceProvider services, ILogger<Sender> log)
{
    public TResult Send<TRequest, TResult>(TRequest request) where TRequest : IRequest2<TResult>
    {
        var handler = (IHandler<TRequest, TResult>)services.GetService(typeof(IHandler<TRequest, TResult>))!;
        log.LogInformation("{Handler} handles {Request}", handler.GetType().Name, typeof(TRequest).Name);
        var result = handler.Handle(request);
        log.LogInformation("{Request} returned {Something}", typeof(TRequest).Name, result is null ? "nothing" : "something");
        return result;
    }
    public bool Exists(User u) => Send<FindByMail, Customer?>(new FindByMail(u.Email)) is not null;
}
//// CallbackParameter
static void ForEach(IEnumerable<User> all, Action<string> each) { foreach (var u in all) each(u.Email); }
void M(ILogger log, IUsers users)
{
    var n = 0;
    ForEach(users.All(), _ => n++);
    log.LogInformation("{N} users", n);
    ForEach(users.All(), m => log.LogTrace("user {M}", m)); // LEAK INS3001
}
//// HandlerTable !
internal class CommandTable
{
    private readonly Dictionary<string, Func<User, string>> _commands = new(StringComparer.OrdinalIgnoreCase);
    public CommandTable()
    {
        _commands["plan"] = u => u.Plan;
        _commands["roles"] = u => string.Join(",", u.Roles);
        _commands["hasphone"] = u => (u.Phone != null).ToString();
        _commands["tier"] = u => u.Tier.ToString();
    }
    public void Execute(ILogger log, User u, string command)
    {
        if (!_commands.TryGetValue(command, out var run))
        {
            log.LogWarning("unknown command");
            return;
        }
        log.LogInformation("{Command} -> {Answer}", command, run(u));
    }
}
//// DeferredLogMessageInPractice !
internal class DeferredLog(NLog.Logger log)
{
    private readonly Queue<Func<string>> _pending = new();
    public void Later(Func<string> text) => _pending.Enqueue(text);
    public void Flush()
    {
        while (_pending.Count > 0)
        {
            var text = _pending.Dequeue();
            log.Info(text()); // LEAK INS3001
        }
    }
}
internal class Batch(DeferredLog deferred)
{
    public void Import(User u)
    {
        deferred.Later(() => "imported " + u.Id);
        deferred.Later(() => $"born {u.BirthDate:yyyy-MM-dd}");
        deferred.Flush();
    }
}
//// SignedInEvent
sealed class SignedInArgs(string login, DateTime at) : EventArgs
{
    public string Login { get; } = login;
    public DateTime At { get; } = at;
}
event EventHandler<SignedInArgs>? SignedIn;
readonly ILogger _logger;
void Wire() => SignedIn += OnSignedIn;
void OnSignedIn(object? sender, SignedInArgs e)
{
    _logger.LogInformation("{Login} at {At}", e.Login, e.At); // LEAK INS3001
}
void SignIn(User u)
{
    Wire();
    SignedIn?.Invoke(this, new SignedInArgs(u.Email, DateTime.UtcNow));
}
//// SignedInEventUsesTime
sealed class SignedInArgs : EventArgs
{
    public SignedInArgs(User user, DateTime at) => (Login, At, Number) = (user.Email, at, user.Id);
    public string Login { get; }
    public DateTime At { get; }
    public int Number { get; }
}
event EventHandler<SignedInArgs>? SignedIn;
void Wire(ILogger logger, ISet<string> online)
{
    SignedIn += (_, e) => online.Add(e.Login);
    SignedIn += (_, e) => logger.LogInformation("User {Number} at {At}, {Online} online", e.Number, e.At, online.Count);
}
void SignIn(User u) => SignedIn?.Invoke(this, new SignedInArgs(u, DateTime.UtcNow));
//// DeferredActions
sealed class Deferred
{
    readonly List<Action> _actions = [];
    public void Add(Action action) => _actions.Add(action);
    public void Flush()
    {
        foreach (var action in _actions)
            action();
        _actions.Clear();
    }
}
void Import(IUsers users, Deferred deferred)
{
    foreach (var u in users.All())
    {
        var caption = u.FullName.Trim().ToUpperInvariant();
        deferred.Add(() => Console.WriteLine($"imported {caption}")); // LEAK INS3005
    }
    deferred.Flush();
}
//// CapturedThenOverwritten
void Report(ILogger logger, User u, Func<string, bool> isKnown)
{
    var label = u.Email;
    Action report = () => logger.LogInformation("Checked {Label}", label);
    var known = isKnown(label);
    label = known ? "a known user" : "an unknown user";
    report();
}
//// MethodGroupProjection
static string Caption(User u) => string.Join(" / ", u.FullName, u.Plan);
static IEnumerable<TResult> Each<T, TResult>(IEnumerable<T> source, Func<T, TResult> map)
{
    foreach (var item in source)
        yield return map(item);
}
void List(ILogger logger, IUsers users)
{
    var captions = Each(users.All(), Caption);
    foreach (var caption in captions.Distinct())
        logger.LogDebug("Listing {Caption}", caption); // LEAK INS3001
}
//// FactoryItselfLogged
static Func<string> Greeting(User u) => () => "Hello " + u.FullName;
void Prepare(ILogger logger, User u, Queue<Func<string>> outbox)
{
    var greeting = Greeting(u);
    outbox.Enqueue(greeting);
    logger.LogDebug("Queued {Factory}", greeting);
    logger.LogDebug($"{outbox.Count} greetings, last {greeting.Method.ReturnType}: {greeting}");
}
//// MiddlewareChain
sealed class Request(Visit visit, string path)
{
    public Visit Visit => visit;
    public string Path => path;
    public IDictionary<string, string> Items { get; } = new Dictionary<string, string>();
}
delegate Task Step(Request request);
static Step Build(params ReadOnlySpan<Func<Step, Step>> parts)
{
    Step app = _ => Task.CompletedTask;
    for (var i = parts.Length - 1; i >= 0; i--)
        app = parts[i](app);
    return app;
}
Step Create(ILogger logger) => Build(
    next => request =>
    {
        request.Items["remote"] = request.Visit.IpAddress;
        return next(request);
    },
    next => async request =>
    {
        var remote = request.Items["remote"];
        using (logger.BeginScope("{Path} from {Remote}", request.Path, remote)) // LEAK INS3006
            await next(request);
    });
//// MiddlewareLogsPath
sealed class Request(Visit visit, string path)
{
    public Visit Visit => visit;
    public string Path => path;
    public IDictionary<string, object> Items { get; } = new Dictionary<string, object>();
}
static Func<Request, Task> Remember(Func<Request, Task> next) => request =>
{
    request.Items["remote"] = request.Visit.IpAddress;
    return next(request);
};
static Func<Request, Task> Log(ILogger logger, Func<Request, Task> next) => async request =>
{
    var start = DateTime.UtcNow;
    await next(request);
    logger.LogInformation("{Path} took {Elapsed}, {Items} items", request.Path, DateTime.UtcNow - start, request.Items.Count);
};
Func<Request, Task> Create(ILogger logger) => Remember(Log(logger, r => Task.CompletedTask));
//// TreeVisitorText
abstract class Node
{
    public abstract void Accept(Visitor visitor);
}
sealed class Group(params Node[] children) : Node
{
    public override void Accept(Visitor visitor) { foreach (var c in children) c.Accept(visitor); }
}
sealed class Member(User user) : Node
{
    public User User => user;
    public override void Accept(Visitor visitor) => visitor.Visit(this);
}
abstract class Visitor { public abstract void Visit(Member member); }
sealed class Names : Visitor
{
    readonly List<string> _found = [];
    public override void Visit(Member member) => _found.Add(member.User.FullName);
    public string Text => string.Join(", ", _found);
}
void Print(IUsers users)
{
    var names = new Names();
    new Group(users.All().Select(u => (Node)new Member(u)).ToArray()).Accept(names);
    System.Diagnostics.Trace.WriteLine(names.Text, "members"); // LEAK INS3005
}
//// TreeVisitorCounts
abstract class Node
{
    public abstract T Accept<T>(IVisitor<T> visitor);
}
sealed class Member(User user) : Node
{
    public User User => user;
    public override T Accept<T>(IVisitor<T> visitor) => visitor.Visit(this);
}
interface IVisitor<out T> { T Visit(Member member); }
sealed class Names : IVisitor<string> { public string Visit(Member member) => member.User.FullName; }
sealed class Reports : IVisitor<int> { public int Visit(Member member) => member.User.Manager is { FullName.Length: > 0 } ? 1 : 0; }
void Print(ILogger logger, IUsers users)
{
    var nodes = users.All().Select(u => new Member(u)).ToList();
    var names = nodes.Select(n => n.Accept(new Names())).ToHashSet();
    var reports = nodes.Sum(n => n.Accept(new Reports()));
    logger.LogInformation("{Names} names, {Reports} with a manager", names.Count, reports);
}
//// ColumnStrategies
static readonly Dictionary<string, Func<User, object?>> Columns = new(StringComparer.OrdinalIgnoreCase)
{
    ["id"] = u => u.Id,
    ["salary"] = u => u.Salary,
};
void Export(IUsers users, string file, string[] columns)
{
    using var csv = new StreamWriter(file);
    foreach (var u in users.All())
    {
        var cells = columns.Where(Columns.ContainsKey).Select(c => Columns[c](u));
        csv.WriteLine(string.Join(';', cells)); // LEAK INS3008
    }
}
//// ColumnStrategyPlan
interface IColumn { string Of(User u); }
sealed class MailColumn : IColumn { public string Of(User u) => u.Email; }
sealed class PlanColumn : IColumn { public string Of(User u) => u.Plan; }
static string Cell<TColumn>(User u) where TColumn : IColumn, new() => new TColumn().Of(u);
void Export(ILogger logger, IUsers users, IDictionary<Guid, string> target)
{
    foreach (var u in users.All())
    {
        target[u.Key] = Cell<MailColumn>(u);
        logger.LogInformation("Exported {Key} on {Plan}", u.Key, Cell<PlanColumn>(u));
    }
}
//// MediatorCommand
interface ICommand;
interface IHandler<in T> where T : ICommand { Task Handle(T command); }
sealed record InviteUser(string Address, string Plan) : ICommand;
sealed class InviteHandler(NLog.Logger log) : IHandler<InviteUser>
{
    public Task Handle(InviteUser command)
    {
        log.Info($"Invitation for {command.Address} on {command.Plan}"); // LEAK INS3001
        return Task.CompletedTask;
    }
}
sealed class Mediator
{
    readonly Dictionary<Type, object> _handlers = [];
    public void Register<T>(IHandler<T> handler) where T : ICommand => _handlers[typeof(T)] = handler;
    public Task Send<T>(T command) where T : ICommand => ((IHandler<T>)_handlers[typeof(T)]).Handle(command);
}
Task Invite(User u)
{
    var mediator = new Mediator();
    mediator.Register(new InviteHandler(NLog.LogManager.GetCurrentClassLogger()));
    return mediator.Send(new InviteUser(u.Email, u.Plan));
}
//// PipelineLogsTypeNames
interface IRequest<TResponse>;
sealed class FindByMail(string mail) : IRequest<User?> { public string Mail => mail; }
sealed class LoggingPipeline(ILogger logger)
{
    public async Task<TResponse> Run<TRequest, TResponse>(TRequest request, Func<TRequest, Task<TResponse>> handler) where TRequest : IRequest<TResponse>
    {
        logger.LogInformation("Handling {Name}: {Request}", typeof(TRequest).Name, request);
        var response = await handler(request);
        logger.LogInformation("{Name} answered {Response}", typeof(TRequest).Name, response);
        return response;
    }
}
Task<User?> Find(LoggingPipeline pipeline, IUsers users, User like) =>
    pipeline.Run<FindByMail, User?>(new FindByMail(like.Email), r => Task.FromResult(users.All().FirstOrDefault(u => u.Email == r.Mail)));
//// LazySignature
sealed class Mailer
{
    readonly Lazy<string> _signature;
    public Mailer(IUsers users, int sender) => _signature = new Lazy<string>(() => Compose(users.Get(sender)), isThreadSafe: true);
    static string Compose(User u) => "-- \n" + u.FullName + "\n" + u.Phone;
    public string Signature => _signature.Value;
}
void Preview(log4net.ILog log, IUsers users, int id)
{
    var mailer = new Mailer(users, id);
    log.InfoFormat("Preview: {0}", mailer.Signature); // LEAK INS3001
}
//// LazyMeasured
sealed class Card
{
    readonly Lazy<string> _text;
    readonly Lazy<int> _lines;
    public Card(User u)
    {
        _text = new(() => $"{u.FullName}\n{u.Home.Street}\n{u.Home.City}");
        _lines = new(() => _text.Value.Count(c => c == '\n') + 1);
    }
    public string Text => _text.Value;
    public int Lines => _lines.Value;
}
void Print(ILogger logger, User u, Action<string> printer)
{
    var card = new Card(u);
    printer(card.Text);
    logger.LogInformation("Printed a card of {Lines} lines, type {Type}", card.Lines, card);
}
//// ManagerPathLocalFunction
void Escalate(User start)
{
    var path = PathOf(start, 0);
    if (path.Length > 0)
        System.Diagnostics.Activity.Current?.SetTag("escalation.path", path); // LEAK INS3002

    static string PathOf(User u, int depth) =>
        depth > 8 || u.Manager is null ? u.FullName : PathOf(u.Manager, depth + 1) + " > " + u.FullName;
}
//// SelectorExpressionName
static string NameOf<T>(System.Linq.Expressions.Expression<Func<User, T>> selector) =>
    ((System.Linq.Expressions.MemberExpression)selector.Body).Member.Name;
static bool Changed<T>(ILogger logger, User old, User now, System.Linq.Expressions.Expression<Func<User, T>> selector)
{
    var read = selector.Compile();
    if (EqualityComparer<T>.Default.Equals(read(old), read(now)))
        return false;
    logger.LogInformation("{Member} of user {Id} changed", NameOf(selector), now.Id);
    return true;
}
bool Compare(ILogger logger, User old, User now) =>
    Changed(logger, old, now, u => u.Email) | Changed(logger, old, now, u => u.Salary);
//// ObserverWritesLine
sealed class Addresses : IObservable<Address>
{
    readonly List<IObserver<Address>> _observers = [];
    public IDisposable Subscribe(IObserver<Address> observer)
    {
        _observers.Add(observer);
        return new MemoryStream();
    }
    public void Publish(User u) => _observers.ForEach(o => o.OnNext(u.Home));
}
sealed class FileObserver(string file) : IObserver<Address>
{
    public void OnNext(Address value) => File.AppendAllText(file, value.Country + " " + value.City + Environment.NewLine); // LEAK INS3008
    public void OnCompleted() { }
    public void OnError(Exception error) { }
}
void Watch(User u)
{
    var source = new Addresses();
    using var _ = source.Subscribe(new FileObserver("addresses.txt"));
    source.Publish(u);
}
//// TimedCall
static async Task<TResult> Timed<TArg, TResult>(ILogger logger, TArg argument, Func<TArg, Task<TResult>> call,
    [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(call))] string? text = null)
{
    var start = Environment.TickCount64;
    try
    {
        return await call(argument);
    }
    finally
    {
        logger.LogDebug("{Call} with {Kind} took {Ms} ms", text, typeof(TArg), Environment.TickCount64 - start);
    }
}
async Task<string> Welcome(ILogger logger, User u, Func<string, Task<string>> lookup)
{
    var region = await Timed(logger, u.Phone ?? "", lookup);
    return await Timed(logger, u.Email, async mail => mail + "@" + region);
}
//// SubscriberLogsArgs
class MemberArgs(string contact, int total) : EventArgs
{
    public string Contact { get; } = contact;
    public int Total { get; } = total;
}
class Registry
{
    readonly List<User> members = [];
    public event EventHandler<MemberArgs>? Joined;
    public void Add(User u)
    {
        members.Add(u);
        Joined?.Invoke(this, new MemberArgs(u.Email, members.Count));
    }
}
void Start(ILogger logger, IUsers users)
{
    var registry = new Registry();
    registry.Joined += (_, e) => logger.LogInformation("{Contact} is new", e.Contact); // LEAK INS3001
    registry.Add(users.Get(1));
}
//// SubscriberLogsTotal
class MemberArgs(string contact, int total) : EventArgs
{
    public string Contact { get; } = contact;
    public int Total { get; } = total;
}
class Registry
{
    readonly List<User> members = [];
    public event EventHandler<MemberArgs>? Joined;
    public void Add(User u)
    {
        members.Add(u);
        Joined?.Invoke(this, new MemberArgs(u.Email, members.Count));
    }
}
void Start(ILogger logger, IUsers users, Action<string> welcome)
{
    var registry = new Registry();
    registry.Joined += (_, e) => welcome(e.Contact);
    registry.Joined += (sender, e) => logger.LogInformation("{Total} members in {Sender}", e.Total, sender);
    registry.Add(users.Get(1));
}
//// MiddlewareItem
class Context(int id)
{
    public int Id => id;
    public Dictionary<string, object?> Items { get; } = [];
}
delegate Task Step(Context context, Func<Task> next);
Task Run(Context context, IReadOnlyList<Step> steps, int at = 0)
    => at == steps.Count ? Task.CompletedTask : steps[at](context, () => Run(context, steps, at + 1));
Task Handle(ILogger logger, IUsers users, int id)
{
    Step identify = async (context, next) =>
    {
        var user = await users.GetAsync(context.Id);
        context.Items["caller"] = user.Email;
        await next();
    };
    Step write = (context, next) =>
    {
        logger.LogInformation("Request of {Caller}", context.Items["caller"]); // LEAK INS3001
        return next();
    };
    return Run(new Context(id), [identify, write]);
}
//// MiddlewareTrace
class Context(int id)
{
    public int Id => id;
    public string? Caller { get; set; }
    public string? Trace { get; set; }
}
delegate Task Step(Context context, Func<Task> next);
Task Run(Context context, IReadOnlyList<Step> steps, int at = 0)
    => at == steps.Count ? Task.CompletedTask : steps[at](context, () => Run(context, steps, at + 1));
Task Handle(ILogger logger, IUsers users, int id)
{
    Step identify = async (context, next) =>
    {
        context.Caller = (await users.GetAsync(context.Id)).Email;
        context.Trace = Guid.NewGuid().ToString("N");
        await next();
    };
    Step write = (context, next) =>
    {
        logger.LogInformation("Request {Trace}, known caller: {Known}", context.Trace, context.Caller != null);
        return next();
    };
    return Run(new Context(id), [identify, write]);
}
//// PrefixingFactory
static Func<string, string> Prefixed(string prefix) => text => prefix + ": " + text;
static Action<string> Printer(Func<string, string> format) => text => Console.WriteLine(format(text)); // LEAK INS3005
void Session(User u)
{
    var say = Printer(Prefixed(u.FullName));
    say("session opened");
    say("session closed");
}
//// StarsFactory
static Func<string> Stars(string secret) => () => new string('*', secret.Length);
static Action Printer(Func<string> text) => () => Console.WriteLine("Login as " + text());
void Session(User u)
{
    var say = Printer(Stars(u.Email));
    say();
}
//// FormatByName
static readonly Dictionary<string, Func<User, string>> Formats = new()
{
    ["short"] = u => "#" + u.Id,
    ["long"] = u => $"#{u.Id} <{u.Email}>",
};
static string Describe(User u, string format) => Formats[format](u);
void Print(IUsers users, string format)
{
    foreach (var u in users.All())
        System.Diagnostics.Trace.WriteLine(Describe(u, format)); // LEAK INS3005
}
//// HarmlessFormats
static readonly Dictionary<string, Func<User, string>> Formats = new()
{
    ["id"] = u => "#" + u.Id,
    ["tier"] = u => u.Tier.ToString(),
    ["mail"] = u => u.Email.Contains('@') ? "has mail" : "no mail",
};
static string Describe(User u, string format) => Formats.TryGetValue(format, out var f) ? f(u) : "?";
void Print(IUsers users, string format)
{
    foreach (var u in users.All())
        System.Diagnostics.Trace.WriteLine(Describe(u, format));
}
//// StepsInRow
static Func<T, T> Chain<T>(params Func<T, T>[] steps) => steps.Aggregate((f, g) => x => g(f(x)));
static string Squeeze(string s) => string.Join(' ', s.Split(' ', StringSplitOptions.RemoveEmptyEntries));
void Normalize(System.Diagnostics.Activity activity, User u)
{
    var normalize = Chain<string>(s => s.Trim(), Squeeze, s => s.ToLowerInvariant());
    var name = normalize(u.FullName);
    activity.DisplayName = "normalize " + name; // LEAK INS3002
}
//// LastStepHashes
static Func<T, T> Chain<T>(Func<T, T> first, Func<T, T> second) => x => second(first(x));
static string Keyed(string s, byte[] key)
    => Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(s)));
void Tag(System.Diagnostics.Activity activity, User u, byte[] key)
{
    var pseudonym = Chain<string>(s => s.Trim().ToLowerInvariant(), s => Keyed(s, key));
    activity.SetTag("enduser.pseudonym", pseudonym(u.Email));
}
//// StaticAbstractStrategy
interface IFormat<T>
{
    static abstract string Format(T value);
}
struct AsContact : IFormat<User>
{
    public static string Format(User value) => value.FullName + ", " + value.Phone;
}
static void Write<T, TFormat>(ILogger logger, IEnumerable<T> items) where TFormat : IFormat<T>
{
    foreach (var item in items)
        logger.LogInformation("- {Item}", TFormat.Format(item)); // LEAK INS3001
}
void List(ILogger logger, IUsers users) => Write<User, AsContact>(logger, users.All());
//// StaticAbstractNumber
interface IFormat<T>
{
    static abstract string Format(T value);
}
struct AsContact : IFormat<User>
{
    public static string Format(User value) => value.FullName + ", " + value.Phone;
}
struct AsNumber : IFormat<User>
{
    public static string Format(User value) => "no. " + value.Id;
}
static string Text<T, TFormat>(T item) where TFormat : IFormat<T> => TFormat.Format(item);
void Letters(ILogger logger, IUsers users, Action<string> letter)
{
    foreach (var u in users.All())
    {
        letter(Text<User, AsContact>(u));
        logger.LogInformation("Letter for {Number}", Text<User, AsNumber>(u));
    }
}
//// RetriedLookup
static async Task<T> Retry<T>(Func<CancellationToken, Task<T>> action, int times, CancellationToken cancel)
{
    for (int i = 1; ; i++)
    {
        try { return await action(cancel); }
        catch (TimeoutException) when (i < times) { await Task.Delay(100 * i, cancel); }
    }
}
async Task Remind(ILogger logger, IUsers users, int id, CancellationToken cancel)
{
    var phone = await Retry(async c => (await users.GetAsync(id, c)).Phone, 3, cancel);
    if (phone is not null)
        logger.LogDebug("Calling {Number}", phone); // LEAK INS3001
}
//// LabelChangedBeforeCall
void Greet(User u, Action<string> send)
{
    string label = u.FullName;
    send("Hello " + label);
    Action print = () => Console.WriteLine("Greeted " + label);
    label = "user " + u.Id;
    print();
}
//// LabelSetAfterLambda
void Greet(IUsers users, int id)
{
    string label = "nobody";
    Action print = () => Console.WriteLine("Greeted " + label); // LEAK INS3005
    var u = users.Get(id);
    if (!u.IsAdmin)
        label = u.Display();
    print();
}
//// DeferredMessagesFromLoop
void Collect(IUsers users, ILogger log)
{
    var pending = new List<Func<string>>();
    foreach (var u in users.All())
        pending.Add(() => $"welcome {u.FullName}");
    foreach (var make in pending)
        log.LogInformation(make()); // LEAK INS3001
}
//// ClosureSeesLaterValue
void Late(User u, ILogger log, Action<string> send)
{
    var text = u.Email;
    Func<string> read = () => text;
    send(read());
    text = "sent";
    log.LogInformation("{State}", read());
}
//// ClosureSeesLaterSecret
void Late(IUsers users, int id)
{
    var label = "unknown";
    Func<string> read = () => "user " + label;
    Console.WriteLine(read());
    label = users.Get(id).Email;
    Console.WriteLine(read()); // LEAK INS3005
}
//// LoopIndexCaptured
void Number(IUsers users, ILogger log)
{
    var mails = users.All().Select(x => x.Email).ToArray();
    var jobs = new List<Action>();
    for (var i = 0; i < mails.Length; i++)
    {
        var index = i;
        var empty = mails[index].Length == 0;
        jobs.Add(() => log.LogInformation("mail {Index} empty: {Empty}", index, empty));
    }
    jobs.ForEach(j => j());
}
//// ColumnTable
static readonly Dictionary<string, Func<User, string>> Columns = new()
{
    ["plan"] = x => x.Plan,
    ["mail"] = x => x.Email,
    ["tier"] = x => x.Tier.ToString(),
};
void Write(User u, string path)
{
    File.AppendAllText(path, Columns["plan"](u));
    File.AppendAllText(path, Columns["mail"](u)); // LEAK INS3008
}
//// MulticastKeepsLastResult
void Choose(User u, NLog.Logger log)
{
    Func<User, string> pick = x => x.Email;
    pick += x => x.Plan;
    var result = pick(u);
    log.Info("picked {Result}", result);
}
//// MulticastActions
private Action<string, int>? observers;
void Register(ILogger log, List<int> totals)
{
    observers += (_, n) => totals.Add(n);
    observers += (who, n) => log.LogWarning("{Count} failures of {Who}", n, who); // LEAK INS3001
}
void Fail(User u, ILogger log, int n)
{
    Register(log, []);
    observers?.Invoke(u.Email, n);
}
//// EventArgsCarryBoth
sealed class ArrivedEventArgs(int id, string address) : EventArgs
{
    public int Id { get; } = id;
    public string Address { get; } = address;
}
sealed class Door
{
    public event EventHandler<ArrivedEventArgs>? Arrived;
    public void Open(Visit v, int gate) => Arrived?.Invoke(this, new ArrivedEventArgs(gate, v.IpAddress));
}
void Watch(Visit v, ILogger log, HashSet<string> seen)
{
    var door = new Door();
    door.Arrived += (_, e) => seen.Add(e.Address);
    door.Arrived += (_, e) => log.LogInformation("gate {Id}", e.Id);
    door.Open(v, 3);
}
//// EventArgsResultField
sealed class ResolvingEventArgs : EventArgs
{
    public required int Id { get; init; }
    public string? Result { get; set; }
}
sealed class Resolver
{
    public event EventHandler<ResolvingEventArgs>? Resolving;
    public string Resolve(int id)
    {
        var args = new ResolvingEventArgs { Id = id };
        Resolving?.Invoke(this, args);
        return args.Result ?? "none";
    }
}
void Look(IUsers users, System.Diagnostics.Activity activity)
{
    var resolver = new Resolver();
    resolver.Resolving += (_, e) => e.Result = users.Get(e.Id).FullName;
    activity.DisplayName = resolver.Resolve(12); // LEAK INS3002
}
//// CurriedJoin
static Func<string, Func<string, string>> Between(string separator) => left => right => left + separator + right;
void Pair(User u, HttpClient http)
{
    var dash = Between("-");
    var withPlan = dash(u.Plan);
    var withPhone = dash(u.Phone ?? "");
    http.GetAsync("https://example.org/a/" + withPlan("x"));
    http.GetAsync("https://example.org/a/" + withPhone("x")); // LEAK INS3008
}
//// CurriedConst
static Func<B, A> Always<A, B>(A value) => _ => value;
void Constant(User u, ILogger log)
{
    var plan = Always<string, string>(u.Plan);
    var text = plan(u.Email);
    log.LogInformation("always {Text}", text);
}
//// FactoryHeldByObject
sealed class Banner(Func<string> caption)
{
    private string? cached;
    public string Caption => cached ??= caption();
}
static Func<string> CaptionFor(User user)
{
    var name = user.FullName.Trim();
    return () => "Hi " + name;
}
void Show(User u, ILogger log)
{
    var banner = new Banner(CaptionFor(u));
    var welcome = new Banner(() => "Hi there");
    log.LogDebug("banner {Caption}", welcome.Caption);
    log.LogDebug("banner {Caption}", banner.Caption); // LEAK INS3001
}
//// ExpressionBodiedPipeline
static string Pick(User u) => Clean(u.Email);
static string Clean(string s) => Shorten(s.Trim().ToLowerInvariant(), 40);
static string Shorten(string s, int max) => s.Length > max ? s[..max] : s;
static Exception Refuse(string what) => new UnauthorizedAccessException("refused: " + what); // LEAK INS3004
void Guard(User u, bool allowed)
{
    if (!allowed)
        throw Refuse(Pick(u));
}
//// VisitorCounts
interface IPart { T Accept<T>(IPartVisitor<T> v); }
interface IPartVisitor<T> { T Text(string text); T Gap(int width); }
sealed class TextPart(string text) : IPart { public T Accept<T>(IPartVisitor<T> v) => v.Text(text); }
sealed class GapPart(int width) : IPart { public T Accept<T>(IPartVisitor<T> v) => v.Gap(width); }
sealed class WidthVisitor : IPartVisitor<int>
{
    public int Text(string text) => text.Length;
    public int Gap(int width) => width;
}
void Layout(User u, ILogger log)
{
    IPart[] parts = [new TextPart(u.FullName), new GapPart(2), new TextPart(u.Plan)];
    var visitor = new WidthVisitor();
    log.LogInformation("width {Width}", parts.Sum(p => p.Accept(visitor)));
}
//// VisitorPrints
abstract class Shape { public abstract void Accept(ShapeVisitor v); }
sealed class NameShape(string name) : Shape { public string Name { get; } = name; public override void Accept(ShapeVisitor v) => v.Visit(this); }
sealed class LineShape : Shape { public override void Accept(ShapeVisitor v) => v.Visit(this); }
abstract class ShapeVisitor { public virtual void Visit(NameShape s) { } public virtual void Visit(LineShape s) { } }
sealed class Printer : ShapeVisitor
{
    public override void Visit(NameShape s) => System.Diagnostics.Trace.WriteLine("name: " + s.Name); // LEAK INS3005
    public override void Visit(LineShape s) => System.Diagnostics.Trace.WriteLine("----");
}
void Draw(User u)
{
    List<Shape> shapes = [new LineShape(), new NameShape(u.FullName)];
    var printer = new Printer();
    shapes.ForEach(s => s.Accept(printer));
}
//// BaseClassCallsBack
abstract class Job(ILogger log)
{
    protected abstract string Subject();
    protected virtual void Started(string subject) => log.LogInformation("started, {Length} chars", subject.Length);
    public void Run() => Started(Subject());
}
sealed class MailJob(ILogger log, User user) : Job(log)
{
    protected override string Subject() => "newsletter for " + user.Email;
}
void Nightly(User u, ILogger log) => new MailJob(log, u).Run();
//// LazyProfile
sealed class Profile(IUsers users, int id)
{
    private readonly Lazy<User> user = new(() => users.Get(id));
    public bool Loaded => user.IsValueCreated;
    public string Title => user.Value.IsAdmin ? "admin" : user.Value.FullName;
}
void Page(IUsers users, ILogger log)
{
    var profile = new Profile(users, 4);
    log.LogInformation("loaded {Loaded}", profile.Loaded);
    using (log.BeginScope("page of {Title}", profile.Title)) // LEAK INS3006
        log.LogInformation("rendering");
}
//// OptionsFuncReplaced
sealed class AuditOptions
{
    public Func<User, string> Describe { get; set; } = x => x.Id.ToString();
    public string Prefix { get; set; } = "audit";
}
sealed class Auditor
{
    private readonly AuditOptions options = new();
    public Auditor(Action<AuditOptions> configure) => configure(options);
    public string Format(User u) => options.Prefix + ":" + options.Describe(u);
}
void Audit(User u, Serilog.ILogger log)
{
    var auditor = new Auditor(o =>
    {
        o.Prefix = "sec";
        o.Describe = x => x.Plan + (x.Email.EndsWith(".org") ? "+" : "-");
    });
    log.Information("{Entry}", auditor.Format(u));
}
//// DelegateSink
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static void ForEachActive(IEnumerable<User> users, Action<string> report)
{
    foreach (var user in users)
        if (user.Tier == Tier.Paid) report(user.Email);
}
public void Run(IUsers users)
{
    var count = 0;
    ForEachActive(users.All(), _ => count++);
    _log.LogInformation("{Count} active", count);
    ForEachActive(users.All(), mail => _log.LogInformation("Active: {Mail}", mail)); // LEAK INS3001
}

//// CapturedByClosure
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Schedule(User user, CancellationToken stop)
{
    var name = user.FullName;
    var id = user.Id;
    stop.Register(() => _log.LogInformation("Shift of {Id} was cancelled", id));
    var timer = new Timer(_ => _log.LogInformation("Shift of {Name} starts", name), null, 1000, -1); // LEAK INS3001
    stop.Register(() => timer.Dispose());
}

//// BookingEvent !
internal sealed class BookingEventArgs : EventArgs
{
    public BookingEventArgs(int room, string guest) { Room = room; Guest = guest; }
    public int Room { get; }
    public string Guest { get; }
}
internal sealed class Hotel
{
    public event EventHandler<BookingEventArgs>? Booked;
    public void Book(int room, User guest) => Booked?.Invoke(this, new BookingEventArgs(room, guest.FullName));
}
internal sealed class Reception
{
    private readonly ILogger<Reception> _log;
    public Reception(Hotel hotel, ILogger<Reception> log)
    {
        _log = log;
        hotel.Booked += OnBooked;
    }
    private void OnBooked(object? sender, BookingEventArgs e)
    {
        _log.LogInformation("Room {Room} is taken", e.Room);
        _log.LogInformation("Key card for {Guest}", e.Guest); // LEAK INS3001
    }
}

//// SensorEvent !
internal sealed class Doorbell
{
    public event Action<User, DateTimeOffset>? Rang;
    public void Press(User visitor) => Rang?.Invoke(visitor, DateTimeOffset.UtcNow);
}
internal sealed class HomeHub
{
    private readonly Dictionary<string, int> _rings = new();
    public void Attach(Doorbell bell, ILogger log)
    {
        bell.Rang += (visitor, at) =>
        {
            _rings.TryGetValue(visitor.FullName, out var n);
            _rings[visitor.FullName] = n + 1;
            log.LogInformation("Bell at {At}, {N}th time, {Known} known", at, n + 1, _rings.Count);
        };
        bell.Rang += (_, at) => Console.WriteLine(at.ToString("O"));
    }
}

//// LocalFunctionTrail
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Enrol(User student, string course)
{
    var steps = new List<string>();
    void Step(string text) => steps.Add(text);
    string Render() => string.Join("; ", steps);
    Step("open " + course);
    _log.LogInformation("{Steps}", Render().Length);
    Step("add " + student.FullName);
    _log.LogInformation("{Steps}", Render()); // LEAK INS3001
}

//// CurriedFormatter
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static Func<User, string> Formatter(Func<User, object?> pick, string label) => user => label + "=" + pick(user);
public void Describe(User user)
{
    var plan = Formatter(u => u.Plan, "plan");
    _log.LogInformation(plan(user));
    var wage = Formatter(u => u.Salary, "wage");
    _log.LogInformation(wage(user)); // LEAK INS3001
}

//// AwaitedProfile
private readonly ILogger<Unit> _log;
private readonly IUsers _users;
public Unit(ILogger<Unit> log, IUsers users) { _log = log; _users = users; }
private async Task<string> AddressLineAsync(int id, CancellationToken cancel)
{
    var user = await _users.GetAsync(id, cancel).ConfigureAwait(false);
    await Task.Yield();
    return $"{user.Home.Street}, {user.Home.Country}";
}
public async Task Ship(int id, CancellationToken cancel)
{
    var country = (await _users.GetAsync(id, cancel)).Home.Country;
    _log.LogInformation("Ship to {Country}", country);
    var pending = AddressLineAsync(id, cancel);
    _log.LogInformation("State {State}", pending.Status);
    var line = await pending;
    _log.LogInformation("Ship to {Line}", line); // LEAK INS3001
}

//// WhenAllPlans
private readonly ILogger<Unit> _log;
private readonly IUsers _users;
public Unit(ILogger<Unit> log, IUsers users) { _log = log; _users = users; }
public async Task Compare(int[] ids)
{
    var loaded = await Task.WhenAll(ids.Select(id => _users.GetAsync(id)));
    var plans = loaded.Select(u => u.Plan).Distinct().Order().ToArray();
    _log.LogInformation("Plans {Plans}", plans);
    var oldest = loaded.MinBy(u => u.BirthDate);
    _log.LogInformation("Oldest is {Id} of {Total}", oldest?.Id, loaded.Length);
}

//// ContinueWithName
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public Task Warm(IUsers users, int id)
{
    return users.GetAsync(id)
        .ContinueWith(t => t.Result.Display(), TaskScheduler.Default)
        .ContinueWith(t => { _log.LogInformation("Warmed {Name}", t.Result); }, TaskScheduler.Default); // LEAK INS3001
}

//// IteratorRows
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static IEnumerable<string> Rows(IEnumerable<User> users)
{
    yield return "id;mail";
    foreach (var user in users)
        yield return user.Id + ";" + user.Email;
}
public void Export(IUsers users)
{
    _log.LogInformation("{Count} rows", Rows(users.All()).Count());
    foreach (var row in Rows(users.All()))
        _log.LogInformation("Row {Row}", row); // LEAK INS3001
}

//// IteratorIds
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static IEnumerable<(int Id, bool Complete)> Completeness(IEnumerable<User> users)
{
    var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    foreach (var user in users)
    {
        if (!seen.Add(user.Email)) yield break;
        yield return (user.Id, user.Phone != null && user.Home.City != "");
    }
}
public void Report(IUsers users)
{
    foreach (var (id, complete) in Completeness(users.All()))
        _log.LogInformation("{Id}: {Complete}", id, complete);
}

//// AsyncStreamTail
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static async IAsyncEnumerable<string> Phones(IAsyncEnumerable<User> users)
{
    await foreach (var user in users)
        if (user.Phone is { Length: > 0 } phone)
            yield return phone.Replace(" ", "");
}
public async Task Tail(IUsers users)
{
    var total = 0;
    await foreach (var phone in Phones(users.Stream()))
    {
        total++;
        if (phone.StartsWith("00")) _log.LogWarning("Old prefix {Phone}", phone); // LEAK INS3001
    }
    _log.LogInformation("{Total} phones", total);
}

//// StreamCounters
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public async Task Count(IUsers users, CancellationToken stop)
{
    var byCountry = new SortedDictionary<string, int>();
    await foreach (var user in users.Stream().WithCancellation(stop))
    {
        if (user.Home.Street.Length == 0) continue;
        byCountry[user.Home.Country] = byCountry.GetValueOrDefault(user.Home.Country) + 1;
    }
    foreach (var pair in byCountry) _log.LogInformation("{Country}: {N}", pair.Key, pair.Value);
}

//// GroupedByCity
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Statistics(IUsers users)
{
    var groups = from u in users.All()
                 where u.Tier == Tier.Paid
                 group u by u.Home.City into g
                 orderby g.Count() descending
                 select new { Town = g.Key, Size = g.Count() };
    var list = groups.ToList();
    _log.LogInformation("{Towns} towns, largest {Size}", list.Count, list.Max(x => x.Size));
    _log.LogInformation("Top {Town}", list.First().Town); // LEAK INS3001
}

//// AggregatedNames
public void Print(IEnumerable<User> team)
{
    var members = team.Where(u => !u.IsAdmin).OrderBy(u => u.FullName).ToList();
    Console.WriteLine(members.Aggregate(0, (n, u) => n + u.FullName.Length));
    Console.WriteLine(members.Aggregate("ids", (text, u) => text + "," + u.Id));
    Console.WriteLine(members.Aggregate("team", (text, u) => text + "," + u.FullName)); // LEAK INS3005
}

//// LookupJoin
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public sealed record Order(string Mail, string Sku, int Quantity);
public void Match(IEnumerable<User> users, IEnumerable<Order> orders)
{
    var joined = users.Join(orders, u => u.Email, o => o.Mail, (u, o) => new { u.Id, o.Sku, o.Quantity });
    foreach (var line in joined)
        _log.LogInformation("{Line}", line);
}

//// ZippedBadges
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Assign(User[] speakers, int[] rooms)
{
    var pairs = speakers.Zip(rooms, (s, r) => (Speaker: s.FullName, Room: r)).ToList();
    foreach (var pair in pairs) _log.LogInformation("Room {Room}", pair.Room);
    var byRoom = pairs.ToDictionary(p => p.Room, p => p.Speaker);
    _log.LogInformation("Rooms {Rooms}", byRoom.Keys);
    _log.LogInformation("First {Speaker}", byRoom[rooms[0]]); // LEAK INS3001
}

//// MethodGroupSelect
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static string Tag(User user) => user.Tier + ":" + user.Plan;
private static string Mail(User user) => "mailto:" + user.Email;
public void Dump(IEnumerable<User> users)
{
    var all = users.ToArray();
    _log.LogInformation("{Tags}", all.Select(Tag).ToList());
    _log.LogInformation("{Links}", all.Select(Mail).ToList()); // LEAK INS3001
}

//// RetryCallback
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private async Task<T> Retry<T>(Func<Task<T>> work, string name)
{
    for (var i = 1; ; i++)
    {
        try
        {
            var result = await work();
            _log.LogInformation("{Name} succeeded in {Attempts} with a {Type}", name, i, typeof(T).Name);
            return result;
        }
        catch (HttpRequestException) when (i < 3)
        {
            _log.LogWarning("{Name} failed, attempt {Attempt}", name, i);
            await Task.Delay(100 * i);
        }
    }
}
public async Task<bool> Verify(IUsers users, int id)
{
    var user = await Retry(() => users.GetAsync(id), "load");
    var mail = await Retry(() => Task.FromResult(user.Email), "mail");
    return mail.Contains('@');
}

//// LoggedRetryResult
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private T Traced<T>(string name, Func<T> work)
{
    _log.LogDebug("Enter {Name}", name);
    var result = work();
    _log.LogDebug("Leave with {Result}", result); // LEAK INS3001
    return result;
}
public int Area(User user) => Traced("area", () => user.Home.Street).Length + Traced("sum", () => 3 + user.Id);

//// LazyValue
private readonly ILogger<Unit> _log;
private readonly Lazy<string> _owner;
private readonly Lazy<int> _count;
public Unit(ILogger<Unit> log, User owner)
{
    _log = log;
    _owner = new Lazy<string>(() => owner.FullName.ToUpperInvariant());
    _count = new Lazy<int>(() => owner.Aliases.Length);
}
public void Show()
{
    _log.LogInformation("Aliases {Count}, created {Created}", _count.Value, _owner.IsValueCreated);
    _log.LogInformation("Owner {Owner}", _owner.Value); // LEAK INS3001
}

//// MiddlewareChainAgain !
internal delegate Task Step(Dictionary<string, string> bag);
internal sealed class Pipeline
{
    private readonly List<Func<Step, Step>> _parts = [];
    public Pipeline Use(Func<Step, Step> part) { _parts.Add(part); return this; }
    public Step Build()
    {
        Step end = _ => Task.CompletedTask;
        for (var i = _parts.Count - 1; i >= 0; i--) end = _parts[i](end);
        return end;
    }
}
internal sealed class Onboarding
{
    public Task Run(User user, ILogger log)
    {
        var pipeline = new Pipeline()
            .Use(next => async bag =>
            {
                bag["mail"] = user.Email;
                await next(bag);
                log.LogInformation("{Count} entries", bag.Count);
            })
            .Use(next => async bag =>
            {
                log.LogInformation("Sending to {Mail}", bag["mail"]); // LEAK INS3001
                await next(bag);
            })
            .Build();
        return pipeline(new Dictionary<string, string>());
    }
}

//// MailWorker !
internal sealed record MailJob(int Id, string To, string Template);
internal interface IJobQueue { ValueTask Put(MailJob job); IAsyncEnumerable<MailJob> Take(CancellationToken stop); }
internal sealed class ChannelQueue : IJobQueue
{
    private readonly System.Threading.Channels.Channel<MailJob> _channel = System.Threading.Channels.Channel.CreateBounded<MailJob>(50);
    public ValueTask Put(MailJob job) => _channel.Writer.WriteAsync(job);
    public IAsyncEnumerable<MailJob> Take(CancellationToken stop) => _channel.Reader.ReadAllAsync(stop);
}
internal sealed class Signup
{
    private readonly IJobQueue _queue;
    private readonly ILogger<Signup> _log;
    public Signup(IJobQueue queue, ILogger<Signup> log) { _queue = queue; _log = log; }
    public async Task Complete(User user)
    {
        var template = user.IsAdmin ? "admin" : "welcome";
        await _queue.Put(new MailJob(user.Id, user.Email, template));
        _log.LogInformation("Queued {Template} for {Id}", template, user.Id);
    }
}
internal interface ISmtp { Task<int> Send(string to, string template, CancellationToken stop); }
internal sealed class MailWorker
{
    private readonly IJobQueue _queue;
    private readonly ISmtp _smtp;
    private readonly ILogger<MailWorker> _log;
    private int _sent;
    public MailWorker(IJobQueue queue, ISmtp smtp, ILogger<MailWorker> log) { _queue = queue; _smtp = smtp; _log = log; }
    public async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var job in _queue.Take(stop))
        {
            var code = await _smtp.Send(job.To, job.Template, stop);
            if (code == 250) { Interlocked.Increment(ref _sent); continue; }
            _log.LogWarning("Job {Id} with {Template} was refused: {Code}", job.Id, job.Template, code);
            if (code == 550)
                _log.LogWarning("Unknown mailbox in {Job}", job); // LEAK INS3001
        }
        _log.LogInformation("Sent {Sent}", _sent);
    }
}

//// PredicateFactory
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static Predicate<User> LivesIn(string city) => u => string.Equals(u.Home.City, city, StringComparison.OrdinalIgnoreCase);
private static Predicate<User> Not(Predicate<User> inner) => u => !inner(u);
public void Segment(List<User> users, User reference)
{
    var near = LivesIn(reference.Home.City);
    var far = Not(near);
    _log.LogInformation("{Near} near, {Far} far, first far {Id}", users.FindAll(near).Count, users.Count(u => far(u)), users.Find(far)?.Id);
}

//// ParallelBag
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public async Task Scan(IUsers users, CancellationToken stop)
{
    var invalid = new System.Collections.Concurrent.ConcurrentBag<string>();
    var ids = new System.Collections.Concurrent.ConcurrentBag<int>();
    await Parallel.ForEachAsync(users.All(), stop, (user, _) =>
    {
        if (!user.Email.Contains('@')) { invalid.Add(user.Email); ids.Add(user.Id); }
        return ValueTask.CompletedTask;
    });
    _log.LogInformation("{Count} invalid: {Ids}", invalid.Count, string.Join(' ', ids.Order()));
    _log.LogInformation("Invalid: {Mails}", string.Join(' ', invalid)); // LEAK INS3001
}

//// CompletionSource
private readonly TaskCompletionSource<string> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
private readonly TaskCompletionSource<bool> _done = new();
public void Answer(User user)
{
    _reply.TrySetResult(user.Phone ?? "");
    _done.TrySetResult(user.Phone is not null);
}
public async Task Wait()
{
    Console.WriteLine("done: " + await _done.Task);
    var reply = await _reply.Task.WaitAsync(TimeSpan.FromSeconds(5));
    Console.WriteLine("reply: " + reply); // LEAK INS3005
}

//// StaticAbstractParser !
internal interface IDescribed<TSelf> where TSelf : IDescribed<TSelf>
{
    static abstract string Describe(TSelf value);
}
internal sealed class Pet : IDescribed<Pet>
{
    public string Species { get; init; } = "";
    public static string Describe(Pet value) => value.Species;
}
internal sealed class Keeper : IDescribed<Keeper>
{
    [Pii] public string Name { get; init; } = "";
    public int Pets { get; init; }
    public static string Describe(Keeper value) => value.Pets + " pets";
}
internal static class Zoo
{
    public static void Show<T>(T item, ILogger log) where T : IDescribed<T> => log.LogInformation("It is {Text}", T.Describe(item));
    public static void Open(Pet pet, Keeper keeper, ILogger log)
    {
        Show(pet, log);
        Show(keeper, log);
    }
}

//// AsyncLocalActor
private static class Ambient<TMarker>
{
    public static readonly AsyncLocal<string?> Current = new();
}
private sealed class ActorMarker { }
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public async Task Handle(User user)
{
    Ambient<ActorMarker>.Current.Value = user.Display();
    await Inner();
}
private async Task Inner()
{
    await Task.Yield();
    _log.LogInformation("Acting: {Actor}", Ambient<ActorMarker>.Current.Value); // LEAK INS3001
}

//// SortComparer
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Rank(List<User> users)
{
    users.Sort((a, b) => string.Compare(a.FullName, b.FullName, StringComparison.CurrentCulture));
    var ranks = users.Select((u, i) => $"{i + 1}. {u.Id}").ToArray();
    _log.LogInformation("Ranking {Ranking}", string.Join(" ", ranks));
    _log.LogInformation("All known: {All}", users.TrueForAll(u => u.Home.City != ""));
}

//// UnusedFormatter
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private readonly Dictionary<string, Func<User, string>> _fields = new()
{
    ["mail"] = u => u.Email,
    ["phone"] = u => u.Phone ?? "",
    ["name"] = u => u.FullName,
};
public void Configure(string[] wanted, User sample)
{
    foreach (var key in wanted)
    {
        var known = _fields.TryGetValue(key, out var get);
        _log.LogInformation("Field {Field}: {Known}, filled {Filled}", key, known, known && get!(sample).Length > 0);
    }
}

//// DebounceLocal
public async Task<int> Flush(IUsers users, CancellationToken stop)
{
    var pending = new Queue<string>();
    var sent = 0;
    async Task Drain()
    {
        while (pending.TryDequeue(out var mail))
        {
            await Task.Delay(mail.Length, stop);
            sent++;
        }
        Console.WriteLine($"drained, {sent} so far");
    }
    await foreach (var user in users.Stream())
    {
        pending.Enqueue(user.Email);
        if (pending.Count == 20) await Drain();
    }
    await Drain();
    return sent;
}

//// ProgressPercent
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static async Task Copy(User[] users, IProgress<double> progress, Func<string, Task> put)
{
    for (var i = 0; i < users.Length; i++)
    {
        await put(users[i].Home.Street);
        progress.Report((i + 1.0) / users.Length);
    }
}
public Task Start(User[] users, Func<string, Task> put)
    => Copy(users, new Progress<double>(p => _log.LogInformation("{Percent:P0}", p)), put);

//// ExceptById
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Diff(IEnumerable<User> before, IEnumerable<User> after)
{
    var gone = before.ExceptBy(after.Select(a => a.Email), b => b.Email).Select(b => b.Id).ToList();
    var kept = before.IntersectBy(after.Select(a => a.Email), b => b.Email).Count();
    var plans = after.GroupBy(a => a.Plan).Select(g => (g.Key, Count: g.Count(), Cities: g.DistinctBy(u => u.Home.City).Count())).ToList();
    _log.LogInformation("Gone {Gone}, kept {Kept}", gone, kept);
    _log.LogInformation("Plans {Plans}", plans);
}

//// WeakSubscriptions !
internal sealed class MessageBus
{
    private readonly Dictionary<Type, List<Delegate>> _handlers = new();
    private readonly ILogger _log;
    public MessageBus(ILogger log) => _log = log;
    public void Subscribe<T>(Action<T> handler)
    {
        if (!_handlers.TryGetValue(typeof(T), out var list)) _handlers[typeof(T)] = list = [];
        list.Add(handler);
    }
    public void Publish<T>(T message)
    {
        if (!_handlers.TryGetValue(typeof(T), out var list)) { _log.LogWarning("Nobody listens to {Type}", typeof(T).Name); return; }
        foreach (var handler in list.Cast<Action<T>>()) handler(message);
        _log.LogDebug("{Type} went to {Count}", typeof(T).Name, list.Count);
    }
}
internal sealed record Moved(int Id, string OldStreet, string NewStreet);
internal sealed class Registry
{
    private readonly Dictionary<int, string> _streets = new();
    public void Wire(MessageBus bus, ILogger log)
    {
        bus.Subscribe<Moved>(m => _streets[m.Id] = m.NewStreet);
        bus.Subscribe<Moved>(m => log.LogInformation("{Id} moved; same street: {Same}; {Total} known", m.Id, m.OldStreet == m.NewStreet, _streets.Count));
    }
    public void Move(MessageBus bus, User user, Address target) => bus.Publish(new Moved(user.Id, user.Home.Street, target.Street));
}

//// MemoizedLength
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static Func<TKey, TValue> Memoize<TKey, TValue>(Func<TKey, TValue> f) where TKey : notnull
{
    var cache = new Dictionary<TKey, TValue>();
    return key => cache.TryGetValue(key, out var hit) ? hit : cache[key] = f(key);
}
public void Shape(IEnumerable<User> users)
{
    var words = Memoize<string, int>(name => name.Split(' ').Length);
    foreach (var user in users) _log.LogInformation("{Id} has {Words} words", user.Id, words(user.FullName));
}

//// FirstFinished
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public async Task<User> Race(IUsers left, IUsers right, int id)
{
    Task<User> a = left.GetAsync(id), b = right.GetAsync(id);
    var winner = await Task.WhenAny(a, b);
    _log.LogInformation("{Side} won as task {Task}", winner == a ? "left" : "right", winner.Id);
    var user = await winner;
    if (user.Email != (await (winner == a ? b : a)).Email) _log.LogError("Replicas disagree on {Id}", id);
    return user;
}

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
//// CurriedLabels
private static Func<string, Func<User, Func<int, string>>> Labels(Func<User, string> part) =>
    prefix => user => width => (prefix + part(user)).PadRight(width);

public void Print(User user, ILogger log)
{
    var byPlan = Labels(u => u.Plan)("plan: ");
    var byName = Labels(u => u.FullName)("name: ");
    log.LogInformation("{Label}", byPlan(user)(20));
    var pending = byName(user);
    log.LogInformation("{Label} is {Length} long", pending, pending(0).Length);
    log.LogInformation("{Label}", pending(20)); // LEAK INS3001
}

//// OptionType !
internal readonly struct Option<T>
{
    private readonly T _value;
    private readonly bool _some;
    private Option(T value) { _value = value; _some = true; }
    internal static Option<T> Some(T value) => new(value);
    internal static Option<T> None => default;
    internal Option<TOut> Map<TOut>(Func<T, TOut> f) => _some ? Option<TOut>.Some(f(_value)) : Option<TOut>.None;
    internal Option<TOut> Bind<TOut>(Func<T, Option<TOut>> f) => _some ? f(_value) : Option<TOut>.None;
    internal TOut Match<TOut>(Func<T, TOut> some, Func<TOut> none) => _some ? some(_value) : none();
    internal T Or(T other) => _some ? _value : other;
}

internal sealed class Contacts(ILogger<Contacts> log)
{
    private static Option<string> Phone(User user) => user.Phone is { } p ? Option<string>.Some(p) : Option<string>.None;
    internal void Call(User user)
    {
        var phone = Option<User>.Some(user).Bind(Phone).Map(p => p.Replace(" ", ""));
        log.LogInformation("{Phone}: {Known}", phone, phone.Match(_ => "known", () => "unknown"));
        log.LogInformation("{Digits} digits", phone.Map(p => p.Count(char.IsDigit)).Or(0));
        log.LogInformation("Calling {Number}", phone.Or("nobody")); // LEAK INS3001
    }
}

//// ResultErrors !
internal abstract record Result<T, TError>
{
    internal sealed record Ok(T Value) : Result<T, TError>;
    internal sealed record Bad(TError Error) : Result<T, TError>;
    internal Result<TOut, TError> Then<TOut>(Func<T, Result<TOut, TError>> next) => this switch
    {
        Ok(var value) => next(value),
        Bad(var error) => new Result<TOut, TError>.Bad(error),
        _ => throw new InvalidOperationException("no such result: " + GetType().Name),
    };
}

internal enum LoanError { TooYoung, NoIncome, NoPhone }

internal sealed class Loans(ILogger<Loans> log)
{
    private static Result<User, LoanError> Adult(User u) =>
        u.BirthDate.AddYears(18) > DateTime.Today ? new Result<User, LoanError>.Bad(LoanError.TooYoung) : new Result<User, LoanError>.Ok(u);
    private static Result<User, LoanError> Earning(User u) =>
        u.Salary < 1000 ? new Result<User, LoanError>.Bad(LoanError.NoIncome) : new Result<User, LoanError>.Ok(u);
    private static Result<string, LoanError> Reachable(User u) =>
        u.Phone is null ? new Result<string, LoanError>.Bad(LoanError.NoPhone) : new Result<string, LoanError>.Ok(u.Phone);

    internal void Apply(User user)
    {
        var result = Adult(user).Then(Earning).Then(Reachable);
        if (result is Result<string, LoanError>.Bad bad)
            log.LogWarning("Refused {Id}: {Bad}, {Error}", user.Id, bad, bad.Error);
        else if (result is Result<string, LoanError>.Ok { Value.Length: var digits })
            log.LogInformation("Granted {Id}, {Digits} digits", user.Id, digits);
    }
}

//// ErrorTexts
private readonly record struct Parsed<T>(T? Value, string? Error)
{
    internal static Parsed<T> Good(T value) => new(value, null);
    internal static Parsed<T> Fail(string why) => new(default, why);
    internal T Unwrap() => Error is null ? Value! : throw new FormatException(Error); // LEAK INS3004
}
private static Parsed<int> AreaCode(User user) =>
    int.TryParse(user.Phone?.Split('/')[0], out var code) ? Parsed<int>.Good(code.ToString().Length) : Parsed<int>.Fail($"no area code in {user.Phone}");
public int Dial(User user, ILogger log)
{
    var parsed = AreaCode(user);
    log.LogDebug("Failed: {Failed}", parsed.Error is not null);
    return parsed.Unwrap();
}

//// FormVisitor !
internal interface IFieldVisitor<out T> { T Text(TextField field); T Check(CheckField field); T Group(GroupField field); }
internal abstract class Field(string label)
{
    internal string Label => label;
    internal abstract T Accept<T>(IFieldVisitor<T> visitor);
}
internal sealed class TextField(string label, string value) : Field(label)
{
    internal string Value => value;
    internal override T Accept<T>(IFieldVisitor<T> visitor) => visitor.Text(this);
}
internal sealed class CheckField(string label, bool on) : Field(label)
{
    internal bool On => on;
    internal override T Accept<T>(IFieldVisitor<T> visitor) => visitor.Check(this);
}
internal sealed class GroupField(string label, params Field[] fields) : Field(label)
{
    internal Field[] Fields => fields;
    internal override T Accept<T>(IFieldVisitor<T> visitor) => visitor.Group(this);
}

internal sealed class Sizer : IFieldVisitor<int>
{
    public int Text(TextField field) => field.Value.Length;
    public int Check(CheckField field) => field.On ? 1 : 0;
    public int Group(GroupField field) => field.Fields.Sum(f => f.Accept(this));
}
internal sealed class Outline : IFieldVisitor<string>
{
    public string Text(TextField field) => field.Label + (field.Value == "" ? " (empty)" : " (filled)");
    public string Check(CheckField field) => $"{field.Label}={field.On}";
    public string Group(GroupField field) => $"{field.Label}[{string.Join(", ", field.Fields.Select(f => f.Accept(this)))}]";
}
internal sealed class Printer : IFieldVisitor<string>
{
    public string Text(TextField field) => $"{field.Label}: {field.Value}";
    public string Check(CheckField field) => (field.On ? "[x] " : "[ ] ") + field.Label;
    public string Group(GroupField field) => string.Join("\n", field.Fields.Select(f => f.Accept(this)));
}

internal sealed class Admission(ILogger<Admission> log)
{
    internal void Fill(User patient)
    {
        Field form = new GroupField("admission",
            new TextField("street", patient.Home.Street),
            new GroupField("contact", new TextField("phone", patient.Phone ?? ""), new CheckField("admin", patient.IsAdmin)));
        log.LogInformation("{Form}: {Size} chars", form, form.Accept(new Sizer()));
        log.LogInformation("{Outline}", form.Accept(new Outline()));
        log.LogInformation("{Print}", form.Accept(new Printer())); // LEAK INS3001
    }
}

//// Folds
public void Summaries(IEnumerable<User> team, ILogger log)
{
    var (count, letters, admins) = team.Aggregate((Count: 0, Letters: 0, Admins: 0), (acc, u) => (acc.Count + 1, acc.Letters + u.FullName.Length, acc.Admins + (u.IsAdmin ? 1 : 0)));
    log.LogInformation("{Count} people, {Letters} letters, {Admins} admins", count, letters, admins);
    var byPlan = team.AggregateBy(u => u.Plan, 0, (n, u) => n + (u.Phone is null ? 0 : 1));
    foreach (var (plan, phones) in byPlan) log.LogInformation("{Plan}: {Phones} phones", plan, phones);
    var longest = team.Aggregate("", (best, u) => u.FullName.Length > best.Length ? u.FullName : best, best => best.ToUpperInvariant());
    log.LogInformation("Longest {Longest}", longest); // LEAK INS3001
}

//// CapturedThenCleared
public void Later(User user, ILogger log)
{
    var who = user.Email;
    var attempts = 0;
    void Report() => log.LogInformation("Attempt {Attempt} of {Who}", ++attempts, who);
    var valid = who.Contains('@') && who.Length < 100;
    who = "user " + user.Id;
    Report();
    if (!valid) Report();
}

//// CapturedThenFilled
public void Late(User user, ILogger log)
{
    string who = "nobody";
    Func<string> describe = () => $"selected: {who}";
    log.LogInformation("{Text}", describe());
    who = user.FullName;
    log.LogInformation("{Text}", describe()); // LEAK INS3001
}

//// SeatEvents !
internal sealed class SeatTakenEventArgs(int row, string passenger) : EventArgs
{
    internal int Row { get; } = row;
    internal string Passenger { get; } = passenger;
}

internal sealed class Cabin
{
    private readonly Dictionary<int, string> _seats = new();
    internal event EventHandler<SeatTakenEventArgs>? Taken;
    internal event EventHandler? Full;
    internal void Take(int row, User passenger)
    {
        _seats[row] = passenger.FullName;
        Taken?.Invoke(this, new SeatTakenEventArgs(row, passenger.FullName));
        if (_seats.Count == 180) Full?.Invoke(this, EventArgs.Empty);
    }
}

internal sealed class Boarding
{
    private readonly ILogger<Boarding> _log;
    internal Boarding(Cabin cabin, ILogger<Boarding> log)
    {
        _log = log;
        cabin.Taken += OnTaken;
        cabin.Taken += (sender, e) => _log.LogDebug("{Sender} {Args}: {Empty}", sender, e, e.Passenger == "");
        cabin.Full += (_, e) => _log.LogInformation("Full {Args}", e);
    }
    private void OnTaken(object? sender, SeatTakenEventArgs e)
    {
        _log.LogInformation("Row {Row}", e.Row);
        _log.LogInformation("Passenger {Passenger}", e.Passenger); // LEAK INS3001
    }
}

//// LocationObserver !
internal readonly record struct Position(int Device, double Speed);

internal sealed class Fleet : IObservable<Position>
{
    private readonly List<IObserver<Position>> _observers = new();
    private readonly Dictionary<int, User> _drivers = new();
    public IDisposable Subscribe(IObserver<Position> observer)
    {
        _observers.Add(observer);
        return new Subscription(() => _observers.Remove(observer));
    }
    internal void Assign(int device, User driver) => _drivers[device] = driver;
    internal void Publish(int device, double speed)
    {
        if (!_drivers.TryGetValue(device, out var driver))
        {
            foreach (var o in _observers) o.OnError(new KeyNotFoundException($"No driver in device {device}"));
            return;
        }
        var position = new Position(device, driver.Email.StartsWith("test") ? 0 : speed);
        foreach (var o in _observers.ToArray()) o.OnNext(position);
    }
    private sealed class Subscription(Action end) : IDisposable { public void Dispose() => end(); }
}

internal sealed class FleetLog(ILogger<FleetLog> log) : IObserver<Position>
{
    private int _seen;
    public void OnNext(Position value) => log.LogInformation("{Position}, {Seen} seen", value, ++_seen);
    public void OnError(Exception error) => log.LogError(error, "Broken: {Message}", error.Message);
    public void OnCompleted() => log.LogInformation("Done after {Seen}", _seen);
}

//// HashingPipeline
private static Func<T, T> Compose<T>(params IEnumerable<Func<T, T>> steps) => steps.Aggregate((f, g) => x => g(f(x)));
public void Pseudonym(User user, ILogger log)
{
    Func<string, string> trim = s => s.Trim(), lower = s => s.ToLowerInvariant();
    Func<string, string> hash = s => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(s)));
    var toPseudonym = Compose(trim, lower, hash);
    var id = toPseudonym(user.Email);
    log.LogInformation("Pseudonym {Id}", id);
    System.Diagnostics.Activity.Current?.AddTag("enduser.pseudonym", id[..16]);
}

//// NormalizingPipeline
private static readonly List<Func<string, string>> Steps =
[
    s => s.Normalize(),
    s => s.Trim(),
    s => s.Replace('\t', ' '),
];
public void Normal(User user, ILogger log)
{
    var text = user.FullName;
    var applied = 0;
    foreach (var step in Steps)
    {
        var next = step(text);
        if (next != text) applied++;
        text = next;
    }
    log.LogInformation("{Applied} of {Count} steps changed it", applied, Steps.Count);
    log.LogInformation("Now {Text}", text); // LEAK INS3001
}

//// AliasPatterns
public void Aliases(User user, ILogger log)
{
    var shape = user.Aliases switch
    {
        [] => "none",
        [_] => "one",
        [{ Length: > 20 }, ..] => "a long one first",
        [.., "root"] => "root last",
        [_, .. var middle, _] => $"{middle.Length} in the middle",
    };
    log.LogInformation("Aliases: {Shape}", shape);
    if (user is { Aliases: [var first, .., ['@', .. var handle]] } && first.Length > 0)
        log.LogInformation("Handle {Handle}", handle); // LEAK INS3001
}

//// LazyValueAgain
public void Deferred(User user, ILogger log)
{
    var card = new Lazy<string>(() => $"{user.FullName}, {user.Home.City}");
    log.LogDebug("Created: {Created}", card.IsValueCreated);
    if (card.Value.Length > 40) log.LogDebug("A long card of {Length}", card.Value.Length);
    log.LogDebug("Card {Card}", card.Value); // LEAK INS3001
}

//// Memoized
private static Func<TIn, TOut> Memoize<TIn, TOut>(Func<TIn, TOut> f, out Func<int> size) where TIn : notnull
{
    var known = new Dictionary<TIn, TOut>();
    size = () => known.Count;
    return x =>
    {
        if (!known.TryGetValue(x, out var y)) known[x] = y = f(x);
        return y;
    };
}
public void Zones(IUsers users, Func<int, string> zoneName, ILogger log)
{
    var zone = Memoize((string city) => city.Length switch { < 5 => "north", < 9 => "south", _ => "abroad" }, out var size);
    foreach (var user in users.All())
        log.LogDebug("{Id} is in zone {Zone}", user.Id, zone(user.Home.City));
    log.LogInformation("{Cities} cities were known, {Name}", size(), zoneName(size()));
}

//// ExpressionTrees
public void Columns(User user, ILogger log)
{
    System.Linq.Expressions.Expression<Func<User, string>>[] columns = [u => u.Email, u => u.FullName];
    foreach (var column in columns)
    {
        log.LogInformation("Column {Expression} of {Type}", column, column.ReturnType.Name);
        var member = ((System.Linq.Expressions.MemberExpression)column.Body).Member.Name;
        var read = column.Compile();
        log.LogInformation("{Member} has {Length} chars", member, read(user).Length);
        log.LogInformation("{Member} is {Value}", member, read(user)); // LEAK INS3001
    }
}

//// DelegateNames
private static string Greeting(User u) => $"Dear {u.FullName}";
private static string Reminder(User u) => $"{u.FullName}, your plan {u.Plan} ends";
public async Task Send(User user, Func<string, Task> mailer, ILogger log)
{
    Func<User, string>[] letters = [Greeting, Reminder];
    foreach (var letter in letters)
    {
        await mailer(letter(user));
        log.LogInformation("Sent {Letter} by {Mailer} to {Id}", letter.Method.Name, mailer, user.Id);
    }
    Console.WriteLine($"{letters.Length} letters: {string.Join(", ", letters.Select(l => l.Method.Name))}");
}

//// CustomDeconstruct !
internal static class UserParts
{
    internal static void Deconstruct(this User user, out int id, out string contact, out string plan)
    {
        id = user.Id;
        contact = user.Phone ?? user.Email;
        plan = user.Plan;
    }
}
internal sealed class Support(ILogger<Support> log)
{
    internal void Queue(IEnumerable<User> callers)
    {
        foreach (var (id, contact, plan) in callers)
        {
            log.LogInformation("{Id} on {Plan}", id, plan);
            if (plan == "gold") log.LogInformation("Call back {Contact}", contact); // LEAK INS3001
        }
    }
}

//// EitherConversions !
internal sealed class Either<TLeft, TRight>
{
    private readonly TLeft? _left;
    private readonly TRight? _right;
    private readonly bool _isLeft;
    private Either(TLeft? left, TRight? right, bool isLeft) => (_left, _right, _isLeft) = (left, right, isLeft);
    public static implicit operator Either<TLeft, TRight>(TLeft left) => new(left, default, true);
    public static implicit operator Either<TLeft, TRight>(TRight right) => new(default, right, false);
    internal void Switch(Action<TLeft> left, Action<TRight> right) { if (_isLeft) left(_left!); else right(_right!); }
}
internal sealed class Registration(ILogger<Registration> log)
{
    private static Either<int, User> Find(User candidate, bool strict)
    {
        if (strict && candidate.Email.Length == 0) return 404;
        return candidate;
    }
    internal void Run(User candidate) => Find(candidate, true).Switch(
        code => log.LogWarning("Refused with {Code}", code),
        user => log.LogInformation("Registered {User} {Id} at {Country}", user, user.Id, user.Home.Country));
}

//// StateTable !
internal enum Phase { New, Checked, Paid, Rejected }
internal sealed class Claim(User holder, decimal amount)
{
    internal User Holder => holder;
    internal decimal Amount => amount;
    internal Phase Phase { get; set; }
    public override string ToString() => $"claim of {holder.Id} over {amount:F2}, {Phase}";
}
internal sealed class ClaimMachine(ILogger<ClaimMachine> log)
{
    private readonly Dictionary<(Phase, string), Func<Claim, Phase>> _table = new()
    {
        [(Phase.New, "check")] = c => c.Holder.FullName == "" || c.Holder.BirthDate > DateTime.Today ? Phase.Rejected : Phase.Checked,
        [(Phase.Checked, "pay")] = c => c.Amount < c.Holder.Salary ? Phase.Paid : Phase.Rejected,
    };
    internal void Fire(Claim claim, string trigger)
    {
        if (!_table.TryGetValue((claim.Phase, trigger), out var move))
            throw new InvalidOperationException($"{trigger} is not allowed for {claim}");
        var from = claim.Phase;
        claim.Phase = move(claim);
        log.LogInformation("{Claim}: {From} -> {To}", claim, from, claim.Phase);
    }
}

//// PaymentUnion !
internal abstract record Payment(decimal Amount)
{
    internal sealed record Cash(decimal Amount) : Payment(Amount);
    internal sealed record Card(decimal Amount, [Pii] string Number, int Month) : Payment(Amount)
    {
        protected override bool PrintMembers(System.Text.StringBuilder builder)
        {
            builder.Append("Amount = ").Append(Amount).Append(", Month = ").Append(Month);
            return true;
        }
    }
    internal sealed record Transfer(decimal Amount, [Pii] string Iban) : Payment(Amount);
}
internal sealed class Till(ILogger<Till> log)
{
    internal void Take(Payment payment)
    {
        log.LogInformation("{Kind} of {Amount}", payment.GetType().Name, payment.Amount);
        _ = payment switch
        {
            Payment.Cash cash => Note("Cash {P}", cash),
            Payment.Card card => Note("Card {P}", card),
            Payment.Transfer { Iban.Length: < 15 } => Note("Short {P}", "iban"),
            Payment.Transfer(var amount, _) => Note("Transfer {P}", amount),
            _ => false,
        };
    }
    private bool Note(string text, object payment)
    {
        log.LogInformation(text, payment);
        return true;
    }
}

//// Continuations
private static void Contact(User user, Action<string> found, Action<int> missing)
{
    if (user.Phone is { Length: > 3 } phone) found(phone);
    else if (user.Manager is { } boss) Contact(boss, found, missing);
    else missing(user.Id);
}
public void Emergency(User pupil, log4net.ILog log)
{
    Contact(pupil,
        phone => log.Info("Calling " + phone), // LEAK INS3001
        id => log.Info("No number of " + id));
    Contact(pupil, phone => log.InfoFormat("{0} digits", phone.Length), id => log.Warn("None: " + id, null));
}

//// AsyncOperators !
internal static class Streams
{
    internal static async IAsyncEnumerable<TOut> Project<T, TOut>(this IAsyncEnumerable<T> source, Func<T, TOut> f)
    {
        await foreach (var item in source) yield return f(item);
    }
    internal static async IAsyncEnumerable<List<T>> Batch<T>(this IAsyncEnumerable<T> source, int size)
    {
        var batch = new List<T>(size);
        await foreach (var item in source)
        {
            batch.Add(item);
            if (batch.Count < size) continue;
            yield return batch;
            batch = new List<T>(size);
        }
        if (batch.Count > 0) yield return batch;
    }
}
internal sealed class Newsletter(IUsers users, ILogger<Newsletter> log)
{
    internal async Task SendAsync()
    {
        await foreach (var ids in users.Stream().Project(u => u.Id).Batch(10))
            log.LogInformation("Next {Ids}", ids);
        await foreach (var mails in users.Stream().Project(u => u.Email).Batch(50))
        {
            log.LogInformation("Sending {Count}", mails.Count);
            log.LogDebug("Sending to {Mails}", mails); // LEAK INS3001
        }
    }
}

//// TaskContinuation
public Task Prefetch(IUsers users, ILogger log) =>
    users.GetAsync(3)
        .ContinueWith(t => t.IsFaulted ? (Found: false, Name: t.Status.ToString()) : (Found: true, Name: t.Result.Display()))
        .ContinueWith(t =>
        {
            log.LogInformation("Found: {Found}", t.Result.Found);
            if (t.Result.Found) log.LogInformation("Name {Name}", t.Result.Name); // LEAK INS3001
        });

//// StaticAbstractLabels !
internal interface ILabel<TSelf> where TSelf : ILabel<TSelf>
{
    static abstract string Of(User user);
    static virtual string Separator => " | ";
}
internal readonly struct IdLabel : ILabel<IdLabel> { public static string Of(User user) => "#" + user.Id; }
internal readonly struct NameLabel : ILabel<NameLabel>
{
    public static string Of(User user) => user.FullName;
    public static string Separator => ", ";
}
internal sealed class Labeller(ILogger<Labeller> log)
{
    private static string Render<TLabel>(IEnumerable<User> users) where TLabel : ILabel<TLabel> => string.Join(TLabel.Separator, users.Select(TLabel.Of));
    internal void Print(IReadOnlyList<User> users)
    {
        log.LogInformation("{Labels}", Render<IdLabel>(users));
        log.LogInformation("{Labels}", Render<NameLabel>(users)); // LEAK INS3001
    }
}

//// ExtensionMembers !
internal static class UserExtensions
{
    extension(User user)
    {
        internal string Tag => $"{user.Plan}/{user.Id}";
        internal string Salutation => user.IsAdmin ? "Boss" : "Dear " + user.FullName;
        internal bool Complete => user is { Phone.Length: > 0, Home.Street.Length: > 0 };
    }
}
internal sealed class Greeter(NLog.Logger log)
{
    internal void Greet(User user)
    {
        log.Info("{tag} complete {complete}", user.Tag, user.Complete);
        log.Info(user.Salutation); // LEAK INS3001
    }
}

//// FilterOperators !
internal sealed class Filter<T>(Func<T, bool> test, string text)
{
    internal bool Passes(T item) => test(item);
    public static Filter<T> operator &(Filter<T> a, Filter<T> b) => new(x => a.Passes(x) && b.Passes(x), $"({a} and {b})");
    public static Filter<T> operator |(Filter<T> a, Filter<T> b) => new(x => a.Passes(x) || b.Passes(x), $"({a} or {b})");
    public static Filter<T> operator !(Filter<T> a) => new(x => !a.Passes(x), "not " + a);
    public override string ToString() => text;
}
internal sealed class Segments(IUsers users, ILogger<Segments> log)
{
    internal void Run(User like)
    {
        var named = new Filter<User>(u => u.FullName == like.FullName, "same name");
        var near = new Filter<User>(u => u.Home.City == like.Home.City, $"city of {like.Id}");
        var both = named & !near | new Filter<User>(u => u.Phone is null, "no phone");
        log.LogInformation("{Filter}: {Count}", both, users.All().Count(both.Passes));
        var exact = near & new Filter<User>(u => u.Email == like.Email, "mail = " + like.Email);
        log.LogInformation("{Filter}", exact); // LEAK INS3001
    }
}

//// ConstantTrace
private const bool Verbose = false;
public void Checkout(User user, ILogger log)
{
    if (Verbose)
        log.LogTrace("Checkout of {Mail}", user.Email);
    var text = Verbose ? user.FullName : "user";
    log.LogInformation("Checkout of {User} {Id}", text, user.Id);
    if (Verbose && user.Phone is { } phone) Console.WriteLine(phone);
}

//// UndoStack
private sealed class Command(string name, Action run, Action undo)
{
    internal string Name => name;
    internal void Run() => run();
    internal void Undo() => undo();
}
public void Edit(User user, string plan, ILogger log)
{
    var done = new Stack<Command>();
    void Do(Command c) { c.Run(); done.Push(c); log.LogDebug("Did {Name}, {Depth} deep", c.Name, done.Count); }
    var oldPlan = user.Plan;
    var oldPhone = user.Phone;
    Do(new Command("set plan", () => user.Plan = plan, () => { user.Plan = oldPlan; log.LogInformation("Back to {Plan}", oldPlan); }));
    Do(new Command("forget phone", () => user.Phone = null, () =>
    {
        user.Phone = oldPhone;
        log.LogInformation("Back to {Phone}", oldPhone); // LEAK INS3001
    }));
    while (done.TryPop(out var last)) last.Undo();
}

//// RuleList
private static readonly (string Code, Func<User, bool> Holds)[] Rules =
[
    ("mail-at", u => u.Email.Contains('@')),
    ("name-two-words", u => u.FullName.Split(' ').Length >= 2),
    ("paid-adult", u => u.Tier != Tier.Paid || u.BirthDate.AddYears(18) <= DateTime.Today),
    ("alias-unique", u => u.Aliases.Distinct().Count() == u.Aliases.Length),
];
public bool Lint(User user, ILogger log)
{
    var broken = from rule in Rules where !rule.Holds(user) select rule.Code;
    var text = string.Join(", ", broken.DefaultIfEmpty("nothing"));
    log.LogInformation("User {Id} breaks {Rules}", user.Id, text);
    return text == "nothing";
}

//// CitySwitch
private static (int Zone, string Depot) Route(Address to) => (to.City.Trim().ToLowerInvariant(), to.Country) switch
{
    ("berlin" or "potsdam", _) => (1, "north"),
    ({ Length: 0 }, var country) => (0, country),
    (['m', .., 'n'], "DE") => (2, "south"),
    var (city, _) when city.Contains("burg") => (3, "west"),
    _ => (9, "hub"),
};
public void Ship(User user, Serilog.ILogger log)
{
    var (zone, depot) = Route(user.Home);
    log.Information("Parcel of {Id} to zone {Zone}", user.Id, zone);
    log.ForContext("Depot", depot).Information("Routed");
    log.Information("Route {Route}", Route(user.Home));
}

//// ExitActions !
internal sealed class OnExit<T>(T value, Action<T> exit) : IDisposable
{
    internal T Value => value;
    public void Dispose() => exit(value);
    public override string ToString() => $"exit of {typeof(T).Name}";
}
internal sealed class Locks(ILogger<Locks> log)
{
    private readonly HashSet<string> _held = new();
    internal bool With(User user, Action<User> action)
    {
        if (!_held.Add(user.Email)) return false;
        using var guard = new OnExit<string>(user.Email, mail =>
        {
            var removed = _held.Remove(mail);
            log.LogDebug("Released: {Removed}, {Held} held", removed, _held.Count);
        });
        log.LogDebug("{Guard} with {Length}", guard, guard.Value.Length);
        action(user);
        return true;
    }
}

//// GroupedHandlers !
internal sealed class Hub
{
    private readonly Dictionary<Type, Delegate> _handlers = new();
    internal void Subscribe<T>(Action<T> handler) => _handlers[typeof(T)] = Delegate.Combine(_handlers.GetValueOrDefault(typeof(T)), handler);
    internal int Publish<T>(T message)
    {
        if (!_handlers.TryGetValue(typeof(T), out var all)) return 0;
        var list = all.GetInvocationList();
        foreach (var one in list) ((Action<T>)one)(message);
        return list.Length;
    }
}
internal sealed record Moved(int Id, Address To);
internal sealed record Closed(int Id, string Reason);
internal sealed class Wiring(Hub hub, ILogger<Wiring> log)
{
    internal void Connect()
    {
        hub.Subscribe<Moved>(m => log.LogInformation("{Message} to {Country}", m, m.To.Country));
        hub.Subscribe<Moved>(m => log.LogInformation("Same city: {Same}", m.To.City == m.To.Street));
        hub.Subscribe<Closed>(c => log.LogInformation("{Message}", c));
    }
    internal void Move(User user) => log.LogDebug("{Handlers} handlers", hub.Publish(new Moved(user.Id, user.Home)));
    internal void Close(User user) => hub.Publish(new Closed(user.Id, user.Phone is null ? "unreachable" : "asked"));
}
//// ClosureReadAfterReset
private readonly List<string> _sent = [];
public void Announce(ILogger log, User user)
{
    var current = user.Email;
    Action print = () => log.LogInformation("Now handling {Value}", current);
    _sent.Add(current);
    current = user.Plan;
    print();
}

//// ClosureReadBeforeAndAfter
public void Announce(ILogger log, User user)
{
    var current = "nobody";
    void Print() => log.LogInformation("Now handling {Value}", current); // LEAK INS3001
    Print();
    current = user.Email;
    Print();
    current = "nobody";
}

//// JobsSharingOneVariable
public void Flush(ILogger log, IUsers users)
{
    var jobs = new List<Action>();
    string last;
    foreach (var user in users.All())
    {
        last = user.Email;
        Console.WriteLine(last.Length);
        jobs.Add(() => log.LogDebug("Flushed, last was {Last}", last));
    }
    last = "done";
    foreach (var job in jobs) job();
}

//// JobsWithTheirOwnVariable
public void Flush(ILogger log, IUsers users)
{
    var jobs = new List<Action>();
    string last = "";
    foreach (var user in users.All())
    {
        var own = user.Email;
        jobs.Add(() => log.LogDebug("Flushed {Own}", own)); // LEAK INS3001
        jobs.Add(() => log.LogDebug("Last {Last}", last));
        own = own.Trim();
        last = user.Plan;
    }
    last = "done";
    foreach (var job in jobs) job();
}

//// CurriedSentence
private static Func<string, Func<string, string>> Sentence(string verb)
    => address => reason => address.Length == 0 ? verb : verb + " because of " + reason;

public void Notify(ILogger log, User user)
{
    var mailed = Sentence("Mailed");
    var byAddress = mailed(user.Email);
    var byPlan = mailed(user.Plan);
    log.LogInformation("{Text}", byAddress(user.Plan));
    log.LogInformation("{Text}", byPlan(user.Email)); // LEAK INS3001
    log.LogInformation("{Text}", byPlan(user.Tier.ToString()));
}

//// ReaderFactoryConstantField
private static Func<User, string> Reader(string field) => field switch
{
    "mail" => u => u.Email,
    "plan" => u => u.Plan,
    _ => u => u.Id.ToString(),
};

public void Export(ILogger log, User user)
{
    var mail = Reader("mail");
    var plan = Reader("plan");
    log.LogInformation("Exported {Chars} characters", mail(user).Length);
    log.LogInformation("Exported plan {Plan}", plan(user));
}

//// ComposedSteps
private static Func<A, C> Then<A, B, C>(Func<A, B> first, Func<B, C> second) => a => second(first(a));

public void Run(ILogger log, User user)
{
    var trimmed = Then<User, string, string>(u => u.Email, s => s.Trim());
    var counted = Then<User, string, int>(u => u.Email, s => s.Length);
    var sector = Then<User, string, string>(u => u.Email, s => s.EndsWith(".org") ? "charity" : "regular");
    log.LogInformation("Address {Trimmed}", trimmed(user)); // LEAK INS3001
    log.LogInformation("Address has {Count} characters", counted(user));
    log.LogInformation("Address in sector {Sector}", sector(user));
}

//// MemoizedLookups
private static Func<int, string> Memoize(Func<int, string> inner)
{
    var seen = new Dictionary<int, string>();
    return id =>
    {
        if (!seen.TryGetValue(id, out var known))
            seen[id] = known = inner(id);
        return known;
    };
}

public void Warm(ILogger log, IUsers users, int id)
{
    var mails = Memoize(i => users.Get(i).Email);
    var plans = Memoize(i => users.Get(i).Plan);
    mails(id);
    log.LogInformation("Warmed plan {Plan}", plans(id));
}

//// MulticastResultIsTheLast
public void Describe(ILogger log, User user)
{
    var seen = new List<string>();
    Func<User, string> describe = u => { seen.Add(u.Email); return u.Email; };
    describe += u => u.Plan;
    log.LogInformation("Described as {Label}", describe(user));
}

//// RetryDescribesOnlyTheType
private static T Retry<T>(ILogger log, Func<T> work, Func<Exception, string> describe)
{
    try
    {
        return work();
    }
    catch (InvalidOperationException e)
    {
        log.LogWarning("Retrying after {Reason}", describe(e));
        return work();
    }
}

public int Balance(ILogger log, User user, IReadOnlyDictionary<string, int> balances) => Retry(
    log,
    () => balances.TryGetValue(user.Email, out var found)
        ? found
        : throw new InvalidOperationException("No balance for " + user.Email), // LEAK INS3004
    e => e.GetType().Name);

//// SignupPipeline !
public sealed class SignupContext(User user)
{
    public User User { get; } = user;
    public Dictionary<string, string> Items { get; } = new();
}

public delegate void Step(SignupContext context);

public sealed class StepChain
{
    private readonly List<Func<Step, Step>> _parts = [];
    public StepChain Use(Func<Step, Step> part) { _parts.Add(part); return this; }
    public Step Build()
    {
        Step end = _ => { };
        for (var i = _parts.Count - 1; i >= 0; i--) end = _parts[i](end);
        return end;
    }
}

public sealed class SignupRunner(ILogger log)
{
    public void Run(User user) => new StepChain()
        .Use(next => c => { c.Items["contact"] = c.User.Email; c.Items["plan"] = c.User.Plan; next(c); })
        .Use(next => c => { log.LogInformation("Signing up on {Plan}", c.Items["plan"]); next(c); })
        .Use(next => c => { log.LogInformation("Signing up {Contact}", c.Items["contact"]); next(c); }) // LEAK INS3001
        .Build()(new SignupContext(user));
}

//// ComposedStepsAgain
private static Func<A, C> Then<A, B, C>(Func<A, B> first, Func<B, C> second) => x => second(first(x));

public void Run(User user, ILogger logger)
{
    Func<User, string> contact = Then((User u) => u.Email, s => s.Trim().ToLowerInvariant());
    Func<User, string> plan = Then((User u) => u.Plan, s => s.Trim().ToLowerInvariant());
    logger.LogInformation("Plan {Plan}", plan(user));
    logger.LogInformation("Contact {Contact}", contact(user)); // LEAK INS3001
}

//// MaskedByFunction
private static string Apply(string value, Func<string, string> mask) => mask(value);

public void Run(User user, ILogger logger)
{
    logger.LogInformation("Mail {Mail}", Apply(user.Email, _ => "***"));
    logger.LogInformation("Mail {Mail}", Apply(user.Email, s => new string('*', s.Length)));
    logger.LogInformation("Plan {Plan}", Apply(user.Plan, s => s.ToUpperInvariant()));
}

//// MaskedByTail
private static string Apply(string value, Func<string, string> mask) => mask(value);

public void Run(User user, ILogger logger)
{
    logger.LogInformation("Mail {Mail}", Apply(user.Email, _ => "***"));
    logger.LogInformation("Mail {Mail}", Apply(user.Email, s => "***" + s[s.IndexOf('@')..])); // LEAK INS3001
}

//// ColumnTableAgain
private static readonly Dictionary<string, Func<User, string>> Columns = new()
{
    ["id"] = u => u.Id.ToString(),
    ["plan"] = u => u.Plan,
    ["born"] = u => u.BirthDate.ToString("yyyy-MM-dd"),
};

public void Write(User user, ILogger logger)
{
    logger.LogInformation("Id {Id}", Columns["id"](user));
    logger.LogInformation("Plan {Plan}", Columns["plan"](user));
    foreach (var (name, read) in Columns)
        logger.LogDebug("{Column}={Value}", name, read(user)); // LEAK INS3001
}

//// CapturedLater
public Action Prepare(User user, ILogger logger)
{
    var label = user.FullName;
    Action say = () => logger.LogInformation("Ready: {Label}", label);
    label = "user " + user.Id;
    say();
    return say;
}

//// CapturedTooLate
public void Prepare(User user, ILogger logger)
{
    var label = "user " + user.Id;
    Action say = () => logger.LogInformation("Ready: {Label}", label); // LEAK INS3001
    say();
    label = user.FullName;
    say();
}

//// CurriedPrefix
private static Func<string, string> Prefix(string head) => tail => head + ": " + tail;

public void Run(User user, log4net.ILog log)
{
    var forPlan = Prefix(user.Plan);
    var forMail = Prefix(user.Email);
    log.Info(forPlan("created"));
    log.Info(forMail("created")); // LEAK INS3001
    log.Debug(forMail("created").Length);
}

//// MemoizedScores
private static Func<TKey, TValue> Memoize<TKey, TValue>(Func<TKey, TValue> inner) where TKey : notnull
{
    var cache = new Dictionary<TKey, TValue>();
    return key =>
    {
        if (!cache.TryGetValue(key, out var value))
            cache[key] = value = inner(key);
        return value;
    };
}

public void Run(IUsers users, ILogger logger)
{
    var score = Memoize<string, int>(mail => mail.Count(char.IsDigit));
    var plan = Memoize<int, string>(id => users.Get(id).Plan);
    foreach (var user in users.All())
        logger.LogInformation("Score {Score} on {Plan}", score(user.Email), plan(user.Id));
}

//// PipelineOfSteps !
internal sealed class TextPipeline
{
    private readonly List<Func<string, string>> _steps = [];

    public TextPipeline Use(Func<string, string> step)
    {
        _steps.Add(step);
        return this;
    }

    public string Run(string input) => _steps.Aggregate(input, (text, step) => step(text));
}

internal sealed class Normaliser(Serilog.ILogger log)
{
    public void Handle(User user)
    {
        var hide = new TextPipeline().Use(s => s.Trim()).Use(s => s.Length > 3 ? "long" : "short");
        var tidy = new TextPipeline().Use(s => s.Trim()).Use(s => s.Replace("-", ""));
        log.Information("Size {Size}", hide.Run(user.FullName));
        log.Information("Plan {Plan}", hide.Run(user.Plan));
        log.Information("Phone {Phone}", tidy.Run(user.Phone ?? "")); // LEAK INS3001
    }
}

//// RecursiveChain
public void Explain(User user, ILogger logger)
{
    string Path(User? u, int depth) => u is null || depth > 5 ? "" : Path(u.Manager, depth + 1) + "/" + u.Id;
    int Depth(User? u) => u is null ? 0 : 1 + Depth(u.Manager);
    logger.LogInformation("Path {Path} of {Depth}", Path(user, 0), Depth(user));
}

//// RulesWithNames
private sealed record Rule(string Name, Func<User, bool> Holds);

private static readonly Rule[] Rules =
[
    new("has-phone", u => !string.IsNullOrEmpty(u.Phone)),
    new("work-mail", u => u.Email.EndsWith("@example.org", StringComparison.Ordinal)),
    new("adult", u => u.BirthDate.AddYears(18) <= DateTime.UtcNow),
];

public bool Check(User user, ILogger logger)
{
    var failed = Rules.Where(r => !r.Holds(user)).Select(r => r.Name).ToList();
    if (failed.Count == 0)
        return true;
    logger.LogWarning("User {Id} fails {Rules}", user.Id, failed);
    throw new InvalidOperationException("Failed: " + string.Join(", ", failed));
}

//// CurriedWriter
private Func<string, Func<string, Action>> Writer(ILogger log) => name => value => () =>
    log.LogInformation("{Name}={Value}", name, value); // LEAK INS3001

private Func<string, Func<string, Action>> Counter(ILogger log) => name => value => () =>
    log.LogInformation("{Name}={Value}", name, value.Length);

internal void Run(User user, ILogger log)
{
    var plan = Writer(log)("plan")(user.Plan);
    var mail = Writer(log)("mail")(user.Email);
    var size = Counter(log)("phone")(user.Phone ?? "");
    plan();
    mail();
    size();
}

//// MemoizedLookup
private static Func<TKey, TValue> Memoize<TKey, TValue>(Func<TKey, TValue> compute) where TKey : notnull
{
    var known = new Dictionary<TKey, TValue>();
    return key => known.TryGetValue(key, out var value) ? value : known[key] = compute(key);
}

internal void Show(IUsers users, ILogger log)
{
    var plans = Memoize<int, string>(id => users.Get(id).Plan);
    var names = Memoize<int, string>(id => users.Get(id).FullName);
    log.LogInformation("Plan {Plan}", plans(7));
    log.LogInformation("Name of {Length}", names(7).Length);
    log.LogInformation("Plan {Plan} known {Known}", plans(8), names(8) != "");
}

//// ComposedLength
private static Func<A, C> Then<A, B, C>(Func<A, B> first, Func<B, C> second) => a => second(first(a));

internal void Show(User user, ILogger log)
{
    var size = Then<User, string, int>(u => u.Email, m => m.Length);
    var known = Then<User, string?, bool>(u => u.Phone, p => p is not null);
    var plan = Then<User, (string, string), string>(u => (u.Email, u.Plan), p => p.Item2);
    log.LogInformation("{Size} {Known} {Plan}", size(user), known(user), plan(user));
}

//// SwappingWalk
private static string Walk(int depth, string left, string right)
    => depth == 0 ? left : Walk(depth - 1, right, left);

private static string Stay(int depth, string left, string right)
    => depth == 0 ? left : Stay(depth - 1, left, right + left);

internal void Show(User user, int depth)
{
    Console.WriteLine(Stay(depth, user.Plan, user.Email));
    Console.WriteLine(Walk(depth, user.Plan, user.Email)); // LEAK INS3005
}

//// PickedReference
private static ref string Pick(ref string first, ref string second, bool which)
{
    if (which) return ref first;
    return ref second;
}

internal void Show(User user, ILogger log)
{
    var a = "a";
    var b = "b";
    var c = "c";
    Pick(ref a, ref b, user.IsAdmin) = user.Email;
    log.LogInformation("C {C}", c);
    log.LogInformation("B {B}", b); // LEAK INS3001
    Pick(ref c, ref c, true) = user.Plan;
    log.LogInformation("C {C}", c);
}

//// TextOperators
private readonly struct Phrase(string text, int words)
{
    private readonly string _text = text;
    internal int Words { get; } = words;
    public static Phrase operator +(Phrase left, Phrase right) => new(left._text + " " + right._text, left.Words + right.Words);
    public static Phrase operator !(Phrase phrase) => new("redacted", phrase.Words);
    public static implicit operator Phrase(string text) => new(text, 1);
    public static explicit operator string(Phrase phrase) => phrase._text;
}

internal void Greet(User user, ILogger log)
{
    Phrase greeting = "hello";
    greeting += user.FullName;
    log.LogInformation("Words {Words}", greeting.Words);
    log.LogInformation("Hidden {Text}", (string)!greeting);
    log.LogInformation("Open {Text}", (string)greeting); // LEAK INS3001
}

//// MaskFunctions
private static readonly Func<string, string> Full = s => new string('*', s.Length);
private static readonly Func<string, string> Tail = s => new string('*', s.Length - 4) + s[^4..];

private static string Apply(string value, Func<string, string> mask) => value.Length < 4 ? "" : mask(value);

internal void Pay(User user, ILogger log)
{
    log.LogInformation("Phone {Phone}", Apply(user.Phone ?? "", Full));
    log.LogInformation("Phone {Phone}", Apply(user.Phone ?? "", Tail)); // LEAK INS3001
}

//// GenericMath
private static T Raise<T>(T amount, int times) where T : System.Numerics.INumber<T>
{
    if (times == 0 || T.IsNegative(amount)) return T.Abs(amount);
    return Raise(amount + T.One, times - 1);
}

private static int Sign<T>(T amount) where T : System.Numerics.INumber<T> => amount > T.Zero ? 1 : 0;

internal void Pay(User user)
{
    Console.WriteLine(Raise(user.Roles.Count, 3));
    Console.WriteLine(Sign(user.Salary));
    Console.WriteLine(Raise(user.Salary, 12)); // LEAK INS3005
}

//// DroppedArgument
private static T Keep<T, TOther>(T value, TOther ignored) => value;
private static string Tag(string name, params string[] parts) => name + parts.Length;

private static int Depth(User? user, string path)
    => user is null ? 0 : 1 + Depth(user.Manager, path + "/" + user.Email);

internal void Show(User user, ILogger log)
{
    log.LogInformation("Kept {Kept}", Keep(user.Plan, user.Email));
    log.LogInformation("Tag {Tag}", Tag(user.Plan, user.Email, user.FullName));
    log.LogInformation("Depth {Depth}", Depth(user, ""));
}


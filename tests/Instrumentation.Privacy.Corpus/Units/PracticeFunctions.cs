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

//// AsTaskObject
async Task<string> NameAsync(IUsers users, int id) => (await users.GetAsync(id)).FullName;
async Task M(ILogger log, IUsers users)
{
    var task = NameAsync(users, 1);
    log.LogInformation("Waiting for {Task}, {Status}", task, task.Status);
    var name = await task.ConfigureAwait(false);
    log.LogInformation("Got {Length}", name.Length);
}
//// AsWhenAll
async Task M(ILogger log, IUsers users, int[] ids)
{
    var loaded = await Task.WhenAll(ids.Select(id => users.GetAsync(id)));
    var mails = await Task.WhenAll(loaded.Select(async u =>
    {
        await Task.Yield();
        return u.Email.ToLowerInvariant();
    }));
    log.LogInformation("{Count} mails", mails.Length);
    log.LogInformation("{Mails}", string.Join(";", mails)); // LEAK INS3001
}
//// AsWhenAllIds
async Task M(ILogger log, IUsers users, int[] ids)
{
    var sizes = await Task.WhenAll(ids.Select(async id =>
    {
        var u = await users.GetAsync(id).ConfigureAwait(false);
        return (u.Id, u.Email.Length);
    }));
    foreach (var (id, length) in sizes)
        log.LogInformation("{Id}: {Length}", id, length);
}
//// AsContinueWith
Task M(ILogger log, IUsers users)
{
    return users.GetAsync(3).ContinueWith(t =>
    {
        if (t.IsFaulted)
            log.LogError("failed");
        else
            log.LogInformation("loaded {Phone}", t.Result.Phone); // LEAK INS3001
    }, TaskScheduler.Default);
}
//// AsWhenAnyTimeout
async Task M(ILogger log, IUsers users, int id)
{
    var load = users.GetAsync(id);
    var first = await Task.WhenAny(load, Task.Delay(500));
    if (first != load)
    {
        log.LogWarning("Loading {Id} is slow", id);
        return;
    }
    var u = await load;
    log.LogInformation("{Id} has {Roles} and phone: {Has}", u.Id, u.Roles, u.Phone is { Length: > 5 });
}
//// AsStreamOfUsers
async Task M(ILogger log, IUsers users, CancellationToken ct)
{
    var n = 0;
    await foreach (var u in users.Stream().WithCancellation(ct))
    {
        n++;
        if (u.Aliases is [var first, ..])
            log.LogDebug("{N}: {Alias}", n, first); // LEAK INS3001
    }
    log.LogDebug("{N} users", n);
}
//// AsIterators !
internal class Paging(IUsers users, ILogger<Paging> log)
{
    private async IAsyncEnumerable<(int Page, List<User> Items)> PagesAsync(int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        var page = new List<User>(size);
        var number = 0;
        await foreach (var u in users.Stream().WithCancellation(ct))
        {
            page.Add(u);
            if (page.Count < size)
                continue;
            yield return (++number, page);
            page = new List<User>(size);
        }
        if (page.Count > 0)
            yield return (++number, page);
    }

    public async Task<int> ExportAsync(Func<string, Task> write, CancellationToken ct)
    {
        var total = 0;
        await foreach (var (number, items) in PagesAsync(50, ct))
        {
            foreach (var u in items)
                await write(u.Id + ";" + u.Email);
            total += items.Count;
            log.LogInformation("Page {Page} with {Count} users, ids {First} to {Last}", number, items.Count, items[0].Id, items[^1].Id);
        }
        log.LogInformation("{Total} exported", total);
        return total;
    }
}
//// AsYieldedText
static IEnumerable<string> Lines(User u, bool full)
{
    yield return "user " + u.Id;
    yield return "plan " + u.Plan;
    if (!full) yield break;
    yield return "name " + u.FullName;
}
void M(User u)
{
    var count = Lines(u, true).Count();
    Console.WriteLine(count);
    foreach (var line in Lines(u, true))
        Console.WriteLine(line); // LEAK INS3005
}
//// AsChannel !
internal sealed record MailJob(Guid Id, string To, string Body);

internal sealed class MailChannel
{
    private readonly System.Threading.Channels.Channel<MailJob> _jobs = System.Threading.Channels.Channel.CreateBounded<MailJob>(100);
    public System.Threading.Channels.ChannelWriter<MailJob> Writer => _jobs.Writer;
    public System.Threading.Channels.ChannelReader<MailJob> Reader => _jobs.Reader;
}

internal class Registration(MailChannel channel, ILogger<Registration> log)
{
    public async Task RegisterAsync(User u, CancellationToken ct)
    {
        var job = new MailJob(Guid.NewGuid(), u.Email, "Welcome!");
        await channel.Writer.WriteAsync(job, ct);
        log.LogInformation("Mail {Id} queued for user {User}", job.Id, u.Id);
    }
}

internal class MailWorker(MailChannel channel, ILogger<MailWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in channel.Reader.ReadAllAsync(stoppingToken))
        {
            log.LogDebug("Sending {Id}, {Length} characters", job.Id, job.Body.Length);
            try
            {
                await Task.Delay(100, stoppingToken);
                log.LogInformation("Sent {Id} to {To}", job.Id, job.To); // LEAK INS3001
            }
            catch (OperationCanceledException)
            {
                log.LogWarning("Stopped before {Id}", job.Id);
            }
        }
    }
}
//// AsChannelOfIds !
internal class IndexWorker
{
    private readonly System.Threading.Channels.Channel<int> _ids = System.Threading.Channels.Channel.CreateUnbounded<int>();
    private readonly IUsers _users;
    private readonly ILogger _log;
    private readonly Dictionary<string, HashSet<int>> _index = new();

    public IndexWorker(IUsers users, ILogger<IndexWorker> log)
    {
        _users = users;
        _log = log;
    }

    public bool Post(User changed)
    {
        var accepted = _ids.Writer.TryWrite(changed.Id);
        if (!accepted)
            _log.LogWarning("Index of {Id} not accepted", changed.Id);
        return accepted;
    }

    public async Task RunAsync(CancellationToken ct)
    {
        while (await _ids.Reader.WaitToReadAsync(ct))
        {
            while (_ids.Reader.TryRead(out var id))
            {
                var user = await _users.GetAsync(id, ct);
                var words = user.FullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var word in words)
                {
                    if (!_index.TryGetValue(word, out var set))
                        _index[word] = set = [];
                    set.Add(id);
                    _log.LogTrace("Word of {Length} letters now has {Count} users", word.Length, set.Count);
                }
                _log.LogInformation("Indexed {Id}: {Words} words, {All} in all", id, words.Length, _index.Count);
            }
        }
    }
}
//// AsParallelForEach
void M(ILogger log, IEnumerable<User> users)
{
    var bad = 0;
    Parallel.ForEach(users, new ParallelOptions { MaxDegreeOfParallelism = 4 }, (u, state, index) =>
    {
        if (u.Email.Contains('@')) return;
        Interlocked.Increment(ref bad);
        log.LogWarning("User {Index} ({Id}) has no valid address", index, u.Id);
    });
    log.LogInformation("{Bad} bad addresses", bad);
}
//// AsParallelForEachAsync
async Task M(ILogger log, IUsers users, Func<string, ValueTask<bool>> notify)
{
    var failed = new System.Collections.Concurrent.ConcurrentBag<string>();
    await Parallel.ForEachAsync(users.Stream(), async (u, ct) =>
    {
        if (u.Phone is { } phone && !await notify(phone))
            failed.Add(phone);
    });
    log.LogWarning("{Count} failed", failed.Count);
    if (failed.TryTake(out var any))
        log.LogWarning("for example {Any}", any); // LEAK INS3001
}
//// AsCompletionSource
async Task M(ILogger log, User u)
{
    var name = new TaskCompletionSource<string>();
    var done = new TaskCompletionSource();
    _ = Task.Run(() => { name.SetResult(u.FullName); done.SetResult(); });
    await done.Task;
    log.LogInformation("Completed: {Completed}", name.Task.IsCompletedSuccessfully);
    log.LogInformation("Name is {Name}", await name.Task); // LEAK INS3001
}
//// AsPlinqAndLazy
void M(ILogger log, List<User> users)
{
    var lazy = new Lazy<string>(() => string.Join(",", users.Select(u => u.Email)));
    log.LogInformation("Created: {Created}", lazy.IsValueCreated);
    var vowels = users.AsParallel().WithDegreeOfParallelism(2).Select(u => u.FullName.Count("aeiou".Contains)).Sum();
    log.LogInformation("{Vowels} vowels, {Characters} characters", vowels, lazy.Value.Length);
}
//// AsAsyncLocal !
internal static class Ambient
{
    private static readonly AsyncLocal<User?> CurrentUser = new();
    private static readonly AsyncLocal<string?> Correlation = new();

    public static string? CorrelationId
    {
        get => Correlation.Value;
        set => Correlation.Value = value;
    }

    public static User? User
    {
        get => CurrentUser.Value;
        set => CurrentUser.Value = value;
    }
}

internal class OrderFlow(ILogger<OrderFlow> log, IUsers users, SemaphoreSlim gate)
{
    public async ValueTask RunAsync(int userId)
    {
        Ambient.CorrelationId = Guid.NewGuid().ToString("N");
        Ambient.User = await users.GetAsync(userId);
        await gate.WaitAsync();
        try
        {
            await Task.Run(PlaceAsync);
        }
        finally
        {
            gate.Release();
            Ambient.User = null;
        }
    }

    private async Task PlaceAsync()
    {
        await Task.Delay(1);
        log.LogInformation("{Correlation}: order of {User} placed, admin: {Admin}", Ambient.CorrelationId, Ambient.User?.Id, Ambient.User?.IsAdmin);
    }
}
//// AsPipeline !
internal class Pipeline<T>(ILogger log)
{
    private readonly List<(string Name, Func<T, CancellationToken, Task<T>> Step)> _steps = [];

    public Pipeline<T> Then(string name, Func<T, CancellationToken, Task<T>> step)
    {
        _steps.Add((name, step));
        return this;
    }

    public async Task<T> RunAsync(T input, CancellationToken ct)
    {
        var value = input;
        foreach (var (name, step) in _steps)
        {
            ct.ThrowIfCancellationRequested();
            log.LogDebug("Step {Name} of {Count}", name, _steps.Count);
            value = await step(value, ct);
        }
        return value;
    }
}

internal class Onboarding(ILogger<Onboarding> log)
{
    public async Task<int> RunAsync(User user, CancellationToken ct)
    {
        var finished = await new Pipeline<User>(log)
            .Then("normalize", (u, _) => { u.Email = u.Email.Trim().ToLowerInvariant(); return Task.FromResult(u); })
            .Then("name", async (u, token) => { await Task.Delay(1, token); u.FullName ??= u.Email; return u; })
            .Then("phone", (u, _) => Task.FromResult(u))
            .RunAsync(user, ct);
        log.LogInformation("Onboarded {Id}, roles {Roles}", finished.Id, finished.Roles);
        return finished.Id;
    }
}
//// AsProgress !
internal sealed record Progress(int Done, int Total, string Current);

internal class Geocoder(IUsers users, ILogger<Geocoder> log)
{
    public async Task<int> RunAsync(IProgress<Progress>? progress, CancellationToken ct = default)
    {
        var all = users.All().Where(u => u.Home.City != "").ToList();
        var done = 0;
        foreach (var u in all)
        {
            await Task.Delay(10, ct);
            progress?.Report(new Progress(++done, all.Count, u.Home.Street + ", " + u.Home.City));
        }
        return done;
    }

    public Task<int> RunQuietlyAsync()
        => RunAsync(new Progress<Progress>(p => log.LogInformation("{Done}/{Total}", p.Done, p.Total)));

    public Task<int> RunVerboselyAsync()
        => RunAsync(new Progress<Progress>(p => log.LogInformation("{Done}/{Total}: {Current}", p.Done, p.Total, p.Current))); // LEAK INS3001
}
//// WhenAllOfGreetings
class Greeter(IUsers users, ILogger<Greeter> logger)
{
    private async Task<string> GreetingAsync(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel).ConfigureAwait(false);
        return "Hello " + user.FullName;
    }

    public async Task RunAsync(IEnumerable<int> ids, CancellationToken cancel)
    {
        string[] greetings = await Task.WhenAll(ids.Select(id => GreetingAsync(id, cancel)));
        foreach (var greeting in greetings)
            logger.LogInformation("{Greeting}", greeting); // LEAK INS3001
    }
}
//// ValueTaskFromCache
class AddressCache(IUsers users)
{
    private readonly Dictionary<int, string> _streets = new();

    public ValueTask<string> StreetAsync(int id)
    {
        if (_streets.TryGetValue(id, out var street)) return new ValueTask<string>(street);
        return Slow(id);

        async ValueTask<string> Slow(int key) => _streets[key] = (await users.GetAsync(key)).Home.Street;
    }
}

async Task Route(AddressCache cache, int id)
{
    var street = await cache.StreetAsync(id);
    if (street.Length == 0) return;
    await Console.Out.WriteLineAsync($"drive to {street}"); // LEAK INS3005
}
//// AsyncStreamMapped
class VisitorFeed(IUsers users)
{
    public async IAsyncEnumerable<string> AddressesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var user in users.Stream().WithCancellation(cancel))
        {
            if (user.Email is { Length: > 0 } mail)
                yield return mail.ToLowerInvariant();
        }
    }
}

async Task Save(VisitorFeed feed, string path, CancellationToken cancel)
{
    await using var writer = new StreamWriter(path);
    await foreach (var line in feed.AddressesAsync(cancel))
        await writer.WriteLineAsync(line); // LEAK INS3008
}
//// ChannelToConsumer
class MailPump
{
    private readonly System.Threading.Channels.Channel<string> _channel = System.Threading.Channels.Channel.CreateBounded<string>(100);

    public async Task AcceptAsync(User user)
    {
        await _channel.Writer.WriteAsync(user.Email);
    }

    public async Task ConsumeAsync(Serilog.ILogger log, CancellationToken stop)
    {
        while (await _channel.Reader.WaitToReadAsync(stop))
        {
            while (_channel.Reader.TryRead(out var address))
                log.Information("Pumped {Address}", address); // LEAK INS3001
        }
    }
}
//// ContinuationOldStyle
class LegacyLoader
{
    private readonly IUsers _users;
    private readonly log4net.ILog _log = log4net.LogManager.GetLogger(typeof(LegacyLoader));

    public LegacyLoader(IUsers users) { _users = users; }

    public Task Load(int id)
    {
        return _users.GetAsync(id)
            .ContinueWith(t => t.Result.Phone ?? "no phone", TaskContinuationOptions.OnlyOnRanToCompletion)
            .ContinueWith(delegate (Task<string> t)
            {
                _log.Info("loaded " + t.Result); // LEAK INS3001
            });
    }
}
//// ParallelBodyTagsActivity
async Task Scan(IUsers users, IEnumerable<int> ids, System.Diagnostics.ActivitySource source, CancellationToken cancel)
{
    var options = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel };
    await Parallel.ForEachAsync(ids, options, async (id, token) =>
    {
        using var activity = source.StartActivity("scan");
        var user = await users.GetAsync(id, token);
        var owner = string.Join('+', user.Aliases);
        activity?.SetTag("scan.owner", owner); // LEAK INS3002
    });
}
//// TimerWritesLastName
sealed class Heartbeat : IDisposable
{
    private readonly System.Threading.Timer _timer;
    private volatile string _lastSeen = "nobody";

    public Heartbeat() => _timer = new System.Threading.Timer(Tick, null, TimeSpan.Zero, TimeSpan.FromSeconds(30));

    public void Seen(User user) => System.Threading.Interlocked.Exchange(ref _lastSeen, user.FullName);

    private void Tick(object? state)
    {
        var text = DateTime.UtcNow.ToString("T") + " " + _lastSeen;
        System.Diagnostics.Debug.WriteLine(text); // LEAK INS3005
    }

    public void Dispose() => _timer.Dispose();
}
//// CompletionSourceHandsOver
class Handover
{
    private readonly TaskCompletionSource<Customer> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Arrive(Customer customer) => _arrived.TrySetResult(customer);

    public async Task<string> AwaitAsync(TimeSpan limit, CancellationToken cancel)
    {
        var customer = await _arrived.Task.WaitAsync(limit, cancel);
        if (customer.Level == "blocked")
            throw new UnauthorizedAccessException($"{customer.Email} is blocked"); // LEAK INS3004
        return customer.Level;
    }
}
//// AmbientCallerScope
static class Ambient
{
    private static readonly AsyncLocal<string?> Current = new();
    public static string? Caller { get => Current.Value; set => Current.Value = value; }
}

class AmbientMiddleware(ILogger<AmbientMiddleware> logger)
{
    public async Task InvokeAsync(Visit visit, Func<Task> next)
    {
        Ambient.Caller = visit.IpAddress;
        try { await RunAsync(next); }
        finally { Ambient.Caller = null; }
    }

    private async Task RunAsync(Func<Task> next)
    {
        using var scope = logger.BeginScope("call from {Caller}", Ambient.Caller ?? "local"); // LEAK INS3006
        await next();
    }
}
//// LockedBufferIsFlushed
class BatchPublisher(HttpClient http, ILogger<BatchPublisher> logger)
{
    private readonly System.Threading.Lock _gate = new();
    private List<string> _buffer = [];

    public void Add(User user)
    {
        lock (_gate) _buffer.Add(System.Text.Json.JsonSerializer.Serialize(new { mail = user.Email }));
    }

    public async Task FlushAsync(Uri endpoint)
    {
        List<string> batch;
        lock (_gate) (batch, _buffer) = (_buffer, []);
        foreach (var item in batch)
        {
            var answer = await http.GetAsync(endpoint);
            if (!answer.IsSuccessStatusCode)
                logger.LogError("Not published: {Item}", item); // LEAK INS3007
        }
    }
}
//// TaskPrintedNotResult
async Task Observe(IUsers users, int id, ILogger logger)
{
    Task<User> load = users.GetAsync(id);
    Task<string> mail = load.ContinueWith(t => t.Result.Email);
    logger.LogDebug("Waiting for {Task} ({Status})", mail.Id, mail.Status);
    await Task.WhenAny(mail, Task.Delay(500));
    logger.LogDebug("Completed: {Completed}, faulted: {Faulted}", mail.IsCompletedSuccessfully, mail.IsFaulted);
    string text = $"task {mail}";
    logger.LogDebug(text);
}
//// StreamCountsOnly
async Task<int> Count(IUsers users, CancellationToken cancel)
{
    int count = 0, corporate = 0;
    var domains = new HashSet<string>();
    await foreach (var user in users.Stream().WithCancellation(cancel))
    {
        count++;
        if (user.Email.EndsWith("@corp.example", StringComparison.OrdinalIgnoreCase)) corporate++;
        domains.Add(user.Email[(user.Email.IndexOf('@') + 1)..]);
    }
    Console.WriteLine($"{count} users, {corporate} corporate, {domains.Count} domains");
    return count;
}
//// TwoChannelsApart
class Pipeline
{
    private readonly System.Threading.Channels.Channel<string> _mails = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly System.Threading.Channels.Channel<string> _notes = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public void Accept(User user)
    {
        _mails.Writer.TryWrite(user.Email);
        _notes.Writer.TryWrite("accepted " + user.Key);
    }

    public async Task SendAsync(Func<string, Task> send)
    {
        await foreach (var mail in _mails.Reader.ReadAllAsync()) await send(mail);
    }

    public async Task LogAsync(NLog.Logger log)
    {
        await foreach (var note in _notes.Reader.ReadAllAsync()) log.Info(note);
    }
}
//// WhenAllElementsByPosition
async Task Overview(IUsers users, int id, Func<string, Task> mailer, Serilog.ILogger log)
{
    var user = await users.GetAsync(id);
    var nameTask = Task.FromResult(user.FullName);
    var planTask = Task.Run(() => user.Plan);
    await Task.WhenAll(nameTask, planTask);
    await mailer(await nameTask);
    var plan = await planTask;
    log.Information("Plan {Plan}, all done: {Done}", plan, nameTask.IsCompleted && planTask.IsCompleted);
}
//// ParallelSumIsNumber
void Totals(IReadOnlyList<User> users, System.Diagnostics.Metrics.Histogram<double> histogram)
{
    long characters = 0;
    int reachable = 0;
    Parallel.ForEach(users, () => 0L, (user, _, local) =>
    {
        if (user.Phone != null) Interlocked.Increment(ref reachable);
        return local + user.FullName.Length;
    }, local => Interlocked.Add(ref characters, local));
    histogram.Record(users.Count, new KeyValuePair<string, object?>("reachable", reachable), new KeyValuePair<string, object?>("characters", characters));
}
//// SignalWithoutPayload
class Gate(ILogger<Gate> logger)
{
    private readonly TaskCompletionSource<bool> _opened = new();
    private string? _visitor;

    public void Open(User user)
    {
        _visitor = user.FullName;
        _opened.TrySetResult(_visitor.Length > 0);
    }

    public async Task WaitAsync(CancellationToken cancel)
    {
        using var registration = cancel.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetCanceled(), _opened);
        bool named = await _opened.Task;
        logger.LogInformation("Gate opened, named {Named}, kept {Kept}", named, _visitor is not null);
    }
}
//// AsyncLocalSetToKey
class Correlation
{
    private static readonly AsyncLocal<(string Trace, string Person)> Slot = new();
    public static void Enter(User user) => Slot.Value = (user.Key.ToString("N"), user.Email);
    public static string Trace => Slot.Value.Trace;
    public static string Person => Slot.Value.Person;
}

async Task Handle(User user, ILogger logger, Func<string, Task> send)
{
    Correlation.Enter(user);
    using (logger.BeginScope("trace {Trace}", Correlation.Trace))
    {
        await send(Correlation.Person);
        logger.LogInformation("Handled in {Trace}", Correlation.Trace);
    }
}
//// SemaphoreProtectsFields
class Registry
{
    private readonly SemaphoreSlim _lock = new SemaphoreSlim(1, 1);
    private readonly Dictionary<string, int> _numbers = new Dictionary<string, int>();

    public async Task<int> NumberAsync(User user)
    {
        await _lock.WaitAsync();
        try
        {
            int number;
            if (!_numbers.TryGetValue(user.Email, out number))
            {
                number = _numbers.Count + 1;
                _numbers.Add(user.Email, number);
            }
            Console.WriteLine("number {0} of {1}, free {2}", number, _numbers.Count, _lock.CurrentCount);
            return number;
        }
        finally
        {
            _lock.Release();
        }
    }
}
//// BackgroundLoopReportsErrors
class CleanupWorker(IUsers users, ILogger<CleanupWorker> logger)
{
    public async Task ExecuteAsync(Func<string, Task<bool>> remove, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        while (await timer.WaitForNextTickAsync(stop))
        {
            var results = new List<bool>();
            foreach (var user in users.All().Where(u => u.BirthDate == default))
                results.Add(await remove(user.Email));
            logger.LogInformation("Removed {Removed} of {Total}", results.Count(r => r), results.Count);
        }
    }
}
//// AwaitedThenOverwritten
async Task Rotate(IUsers users, int id, Func<string, Task> send, System.Diagnostics.Activity activity)
{
    var current = (await users.GetAsync(id)).Phone ?? "";
    await send(current);
    current = await NextAsync(id);
    activity.AddEvent(new System.Diagnostics.ActivityEvent("rotated to " + current));

    static async Task<string> NextAsync(int id)
    {
        await Task.Yield();
        return "slot " + (id + 1) % 8;
    }
}
//// ChannelOfNames
class Pump(IUsers users, ILogger<Pump> log)
{
    readonly System.Threading.Channels.Channel<(int Id, string Name)> _channel = System.Threading.Channels.Channel.CreateBounded<(int Id, string Name)>(10);
    public async Task Produce(CancellationToken cancel)
    {
        await foreach (var u in users.Stream().WithCancellation(cancel))
            await _channel.Writer.WriteAsync((u.Id, u.Display()), cancel);
        _channel.Writer.Complete();
    }
    public async Task Consume(CancellationToken cancel)
    {
        while (await _channel.Reader.WaitToReadAsync(cancel))
            while (_channel.Reader.TryRead(out var item))
                log.LogInformation("Processing {Name}", item.Name); // LEAK INS3001
    }
}
//// ChannelOfIds
class Pump(IUsers users, ILogger<Pump> log)
{
    readonly System.Threading.Channels.Channel<int> _ids = System.Threading.Channels.Channel.CreateUnbounded<int>();
    readonly System.Threading.Channels.Channel<string> _mails = System.Threading.Channels.Channel.CreateUnbounded<string>();
    public async Task Produce()
    {
        foreach (var u in users.All())
        {
            await _mails.Writer.WriteAsync(u.Email);
            await _ids.Writer.WriteAsync(u.Id);
        }
        _ids.Writer.Complete();
        _mails.Writer.Complete();
    }
    public async Task Consume(Func<string, Task> send)
    {
        await foreach (var id in _ids.Reader.ReadAllAsync())
        {
            await send(await _mails.Reader.ReadAsync());
            log.LogInformation("Sent to {Id}", id);
        }
    }
}
//// WhenAllOfLookups
class Newsletter(IUsers users)
{
    async Task<string> AddressOf(int id)
    {
        var u = await users.GetAsync(id).ConfigureAwait(false);
        return u.Home.Street + ", " + u.Home.Country;
    }
    public async Task Print(IEnumerable<int> ids)
    {
        string[] labels = await Task.WhenAll(ids.Select(AddressOf));
        for (int i = 0; i < labels.Length; i++)
            Console.WriteLine("{0}. {1}", i + 1, labels[i]); // LEAK INS3005
    }
}
//// WhenAllTakesThePlan
async Task<string> Mail(IUsers users, int id) => (await users.GetAsync(id)).Email;
async Task<string> Plan(IUsers users, int id)
{
    var u = await users.GetAsync(id);
    return u.Email.Length == 0 ? "none" : u.Plan;
}
async Task Check(IUsers users, int id, HashSet<string> allowed, ILogger log)
{
    var mail = Mail(users, id);
    var plan = Plan(users, id);
    await Task.WhenAll(mail, plan);
    if (!allowed.Contains(await mail))
        log.LogWarning("Not allowed on {Plan}", plan.Result);
    log.LogDebug("{Mail} {Plan}", mail.Status, plan.Status);
}
//// ContinuationReadsResult
Task Start(IUsers users, int id, System.Diagnostics.ActivitySource source)
{
    return users.GetAsync(id)
        .ContinueWith(t => t.Result.Email, TaskContinuationOptions.OnlyOnRanToCompletion)
        .ContinueWith((t, state) =>
        {
            using var activity = source.StartActivity("load");
            activity?.SetBaggage("user", t.Result + "/" + state); // LEAK INS3002
        }, id);
}
//// ContinuationReadsStatus
Task Start(IUsers users, int id, Action<string> show, ILogger log)
{
    Task<User> load = users.GetAsync(id);
    Task<string> name = load.ContinueWith(t => t.Result.FullName);
    var shown = name.ContinueWith(t => show(t.Result), TaskScheduler.Default);
    return shown.ContinueWith(t =>
    {
        if (t.IsFaulted) log.LogError("Showing {Id} failed after {Status}", id, name.Status);
        else log.LogInformation("Shown {Id}: {Status}, task {Task}", id, t.Status, name.Id);
    });
}
//// ParallelForEachAsync
async Task Sync(IUsers users, HttpClient http, CancellationToken cancel)
{
    var options = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel };
    await Parallel.ForEachAsync(users.Stream(), options, async (u, token) =>
    {
        var key = Uri.EscapeDataString(u.Phone ?? u.Id.ToString());
        using var request = new HttpRequestMessage(HttpMethod.Head, "https://crm.example.com/");
        using var found = await http.GetAsync($"https://crm.example.com/contacts/{key}", token); // LEAK INS3008
        if (!found.IsSuccessStatusCode) await Task.Delay(10, token);
    });
}
//// ParallelCounting
void Count(User[] all, ILogger log)
{
    int withPhone = 0;
    long letters = 0;
    Parallel.For(0, all.Length, () => 0L,
        (i, _, local) =>
        {
            var u = all[i];
            if (!string.IsNullOrEmpty(u.Phone)) Interlocked.Increment(ref withPhone);
            return local + u.FullName.Length;
        },
        local => Interlocked.Add(ref letters, local));
    log.LogInformation("{WithPhone} of {All} have a phone, {Letters} letters", withPhone, all.Length, letters);
}
//// TimerState
class Nag(ILogger<Nag> log) : IDisposable
{
    sealed record Pending(int Id, string Contact);
    Timer? _timer;
    public void Start(User u)
    {
        var pending = new Pending(u.Id, u.Email);
        _timer = new Timer(Tick, pending, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
    }
    void Tick(object? state)
    {
        var pending = (Pending)state!;
        log.LogInformation("Still waiting for {Contact}", pending.Contact); // LEAK INS3001
    }
    public void Dispose() => _timer?.Dispose();
}
//// PeriodicTimerCounts
class Sweeper(IUsers users, ILogger<Sweeper> log)
{
    readonly List<string> _seen = [];
    public async Task Run(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        int round = 0;
        while (await timer.WaitForNextTickAsync(cancel))
        {
            int before = _seen.Count;
            await foreach (var u in users.Stream())
                if (!_seen.Contains(u.Email)) _seen.Add(u.Email);
            using (log.BeginScope("Round {Round}", ++round))
                log.LogInformation("{New} new ones, full: {Full}", _seen.Count - before, _seen.Count > 1000);
        }
    }
}
//// WorkItemQueue
class WorkQueue
{
    readonly System.Collections.Concurrent.ConcurrentQueue<Func<CancellationToken, Task>> _work = new();
    public void Enqueue(Func<CancellationToken, Task> item) => _work.Enqueue(item);
    public async Task Drain(CancellationToken cancel)
    {
        while (_work.TryDequeue(out var item)) await item(cancel);
    }
}
class Signup(WorkQueue queue, Serilog.ILogger log)
{
    public void Register(User u)
    {
        var greeting = "Welcome " + u.FullName;
        queue.Enqueue(async cancel =>
        {
            await Task.Delay(100, cancel);
            log.Debug("Greeting {Greeting} for {Id}", greeting, u.Id); // LEAK INS3001
        });
    }
}
//// HostedServiceSafe
class Worker(System.Collections.Concurrent.BlockingCollection<User> queue, Func<string, Task> send, ILogger<Worker> log)
    : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var u in queue.GetConsumingEnumerable(stoppingToken))
        {
            var sending = send(u.Email);
            try
            {
                await sending.WaitAsync(TimeSpan.FromSeconds(5), stoppingToken);
                log.LogInformation("Sent to {Id}, {Left} left", u.Id, queue.Count);
            }
            catch (TimeoutException)
            {
                log.LogWarning("No answer for {Key}: {Status}", u.Key, sending.Status);
            }
        }
    }
}
//// CompletionSource
class Gate
{
    readonly TaskCompletionSource<User> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    public void Arrive(User u) => _arrived.TrySetResult(u);
    public void Break(string reason) => _arrived.TrySetException(new OperationCanceledException(reason));
    public async ValueTask<string> Badge(CancellationToken cancel)
    {
        var u = await _arrived.Task.WaitAsync(cancel);
        return u.Plan + ":" + u.Display();
    }
}
async Task Guard(Gate gate, CancellationToken cancel)
{
    var badge = await gate.Badge(cancel);
    if (badge.Length > 40)
        throw new InvalidDataException("Badge too long: " + badge); // LEAK INS3004
}
//// ProgressOfPercent
async Task Import(IReadOnlyList<User> all, Func<string, Task<bool>> store, ILogger log)
{
    IProgress<int> progress = new Progress<int>(percent => log.LogInformation("{Percent} % done", percent));
    var failed = new List<User>();
    for (int i = 0; i < all.Count; i++)
    {
        var stored = await store(all[i].FullName + ";" + all[i].Email);
        if (!stored) failed.Add(all[i]);
        progress.Report(100 * (i + 1) / all.Count);
    }
    if (failed.Count > 0)
        throw new InvalidOperationException($"Failed: {string.Join(", ", failed.Select(f => f.Id))}");
}
//// BatchedStream
class Batches(IUsers users)
{
    async IAsyncEnumerable<List<string>> Of(int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var batch = new List<string>(size);
        await foreach (var u in users.Stream().WithCancellation(cancel))
        {
            batch.Add(u.Id + "," + u.Email);
            if (batch.Count < size) continue;
            yield return batch;
            batch = new List<string>(size);
        }
        if (batch.Count > 0) yield return batch;
    }
    public async Task Export(string path, CancellationToken cancel)
    {
        await using var file = new StreamWriter(path, append: true);
        await foreach (var batch in Of(50, cancel))
            foreach (var line in batch)
                await file.WriteLineAsync(line); // LEAK INS3008
    }
}
//// TupleOfAwaits
async Task<(string Mail, string Country, bool Known)> Gather(IUsers users, int id, Task<HashSet<string>> blocked)
{
    var u = await users.GetAsync(id);
    var set = await blocked;
    return (u.Email, u.Home.Country, set.Contains(u.Email));
}
async Task Run(IUsers users, int id, Task<HashSet<string>> blocked, System.Diagnostics.Metrics.Counter<long> visits)
{
    var (mail, country, known) = await Gather(users, id, blocked);
    if (mail is { Length: > 0 })
        visits.Add(1, new KeyValuePair<string, object?>("country", country), new KeyValuePair<string, object?>("blocked", known));
    var again = await Task.Run(() => Gather(users, id, blocked));
    Console.WriteLine(again.Country);
}
//// MiddlewareChain !
internal sealed class Ctx { public string Path = ""; public Dictionary<string, object?> Items { get; } = new(); public int Status; }
internal delegate Task Step(Ctx ctx);
internal sealed class PipelineBuilder
{
    private readonly List<Func<Step, Step>> _parts = new();
    public PipelineBuilder Use(Func<Ctx, Step, Task> part) { _parts.Add(next => ctx => part(ctx, next)); return this; }
    public Step Build() => Enumerable.Reverse(_parts).Aggregate((Step)(c => { c.Status = 404; return Task.CompletedTask; }), (next, part) => part(next));
}
internal sealed class Host(IUsers users, ILogger<Host> log)
{
    public Step Create() => new PipelineBuilder()
        .Use(async (c, next) => { log.LogInformation("Start {Path}", c.Path); await next(c); log.LogInformation("Done {Status}", c.Status); })
        .Use(async (c, next) => { c.Items["who"] = (await users.GetAsync(7)).Email; await next(c); })
        .Use(async (c, next) =>
        {
            c.Status = 200;
            log.LogInformation("Serving {Who}", c.Items["who"]); // LEAK INS3001
            await next(c);
        })
        .Build();
}

//// MediatorWithBehaviour !
internal interface IRequest<TReply>;
internal sealed record FindPhone(int Id) : IRequest<string?>;
internal interface IHandler<TRequest, TReply> where TRequest : IRequest<TReply> { Task<TReply> Handle(TRequest request, CancellationToken cancel); }
internal sealed class FindPhoneHandler(IUsers users) : IHandler<FindPhone, string?>
{
    public async Task<string?> Handle(FindPhone request, CancellationToken cancel) => (await users.GetAsync(request.Id, cancel)).Phone;
}
internal sealed class TimedHandler<TRequest, TReply>(IHandler<TRequest, TReply> inner, ILogger log) : IHandler<TRequest, TReply> where TRequest : IRequest<TReply>
{
    public async Task<TReply> Handle(TRequest request, CancellationToken cancel)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var reply = await inner.Handle(request, cancel);
        log.LogInformation("{Request} -> {Type} in {Ms}, empty: {Empty}", request, typeof(TReply).Name, watch.ElapsedMilliseconds, reply is null);
        return reply;
    }
}
internal static class MediatorSetup
{
    public static async Task<bool> Run(IUsers users, ILogger log, CancellationToken cancel)
    {
        var handler = new TimedHandler<FindPhone, string?>(new FindPhoneHandler(users), log);
        return await handler.Handle(new FindPhone(3), cancel) is { Length: > 0 };
    }
}

//// MediatorReplyDumped !
internal interface IQuery<TReply>;
internal sealed record WhoIs(int Id) : IQuery<WhoIsReply>;
internal sealed record WhoIsReply(string Shown, bool Admin);
internal sealed class Mediator(ILogger<Mediator> log)
{
    private readonly Dictionary<Type, Func<object, Task<object>>> _handlers = new();
    public void Map<TQuery, TReply>(Func<TQuery, Task<TReply>> h) where TQuery : IQuery<TReply> where TReply : notnull
        => _handlers[typeof(TQuery)] = async q => await h((TQuery)q);
    public async Task<TReply> Send<TReply>(IQuery<TReply> query)
    {
        log.LogDebug("Handling {Query}", query);
        var reply = await _handlers[query.GetType()](query);
        log.LogDebug("Reply {Reply}", reply); // LEAK INS3001
        return (TReply)reply;
    }
}
internal static class Wiring
{
    public static void Setup(Mediator m, IUsers users)
        => m.Map<WhoIs, WhoIsReply>(async q => { var u = await users.GetAsync(q.Id); return new WhoIsReply(u.FullName, u.IsAdmin); });
}

//// EventBusTopics !
internal sealed class Bus
{
    private readonly Dictionary<Type, List<Delegate>> _subs = new();
    public void On<T>(Action<T> act) { if (!_subs.TryGetValue(typeof(T), out var l)) _subs[typeof(T)] = l = new(); l.Add(act); }
    public void Publish<T>(T message) { if (_subs.TryGetValue(typeof(T), out var l)) foreach (var d in l.Cast<Action<T>>()) d(message); }
}
internal sealed record SignedUp(int Id, string Address);
internal sealed record Cancelled(int Id, string Reason);
internal sealed class Newsletter
{
    public Newsletter(Bus bus, ILogger log)
    {
        bus.On<Cancelled>(c => log.LogInformation("Cancelled {Id}: {Reason}", c.Id, c.Reason));
        bus.On<SignedUp>(s => log.LogInformation("Welcome {Address}", s.Address)); // LEAK INS3001
    }
    public static void Join(Bus bus, User u) => bus.Publish(new SignedUp(u.Id, u.Email));
    public static void Leave(Bus bus, User u) => bus.Publish(new Cancelled(u.Id, u.Email.Length == 0 ? "no mail" : "own wish"));
}

//// ChannelOfLines !
internal sealed class Outlet(ILogger<Outlet> log)
{
    private readonly System.Threading.Channels.Channel<(int Id, string Line)> _lines = System.Threading.Channels.Channel.CreateBounded<(int, string)>(100);
    public ValueTask Enqueue(User u, CancellationToken cancel) => _lines.Writer.WriteAsync((u.Id, $"{u.FullName};{u.Plan}"), cancel);
    public async Task Drain(CancellationToken cancel)
    {
        await foreach (var (id, line) in _lines.Reader.ReadAllAsync(cancel))
        {
            log.LogInformation("Sending {Id}", id);
            log.LogTrace("Line {Line}", line); // LEAK INS3001
        }
    }
}

//// ChannelOfIdsAgain !
internal sealed class Reindexer(IUsers users, ILogger<Reindexer> log)
{
    private readonly System.Threading.Channels.Channel<int> _work = System.Threading.Channels.Channel.CreateUnbounded<int>();
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);
    public async Task Produce(CancellationToken cancel)
    {
        await foreach (var u in users.Stream().WithCancellation(cancel))
            if (u.Email.EndsWith(".test")) await _work.Writer.WriteAsync(u.Id, cancel);
        _work.Writer.Complete();
    }
    public async Task Consume()
    {
        while (await _work.Reader.WaitToReadAsync())
            while (_work.Reader.TryRead(out var id))
            {
                var u = await users.GetAsync(id);
                _index[u.Email] = id;
                log.LogInformation("Indexed {Id}, size {Size}", id, _index.Count);
            }
    }
}

//// BlockingCollectionWorker !
internal sealed class PrintRoom : IDisposable
{
    private readonly System.Collections.Concurrent.BlockingCollection<Func<string>> _jobs = new(10);
    private readonly Thread _thread;
    public PrintRoom() { _thread = new Thread(Work) { IsBackground = true }; _thread.Start(); }
    public void Label(User u) => _jobs.Add(() => u.FullName + ", " + u.Home.Country);
    public void Separator() => _jobs.Add(() => "-----");
    private void Work()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            Console.WriteLine("waiting: " + _jobs.Count);
            Console.WriteLine(job()); // LEAK INS3005
        }
    }
    public void Dispose() { _jobs.CompleteAdding(); _thread.Join(); }
}

//// AsyncStreamOperators !
internal static class AsyncOps
{
    public static async IAsyncEnumerable<R> MapAsync<T, R>(this IAsyncEnumerable<T> source, Func<T, ValueTask<R>> f)
    {
        await foreach (var x in source) yield return await f(x);
    }
    public static async IAsyncEnumerable<List<T>> Batch<T>(this IAsyncEnumerable<T> source, int size)
    {
        var batch = new List<T>(size);
        await foreach (var x in source)
        {
            batch.Add(x);
            if (batch.Count < size) continue;
            yield return batch;
            batch = new List<T>(size);
        }
        if (batch.Count > 0) yield return batch;
    }
}
internal sealed class Campaign(IUsers users, ILogger<Campaign> log)
{
    public async Task Send()
    {
        await foreach (var batch in users.Stream().MapAsync(u => ValueTask.FromResult(u.Email)).Batch(50))
        {
            log.LogInformation("Batch of {Count}", batch.Count);
            log.LogInformation("Batch {Batch}", batch); // LEAK INS3001
        }
    }
}

//// AsyncStreamStatistics
private static async IAsyncEnumerable<(int Id, int Size)> Sizes(IAsyncEnumerable<User> source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
{
    await foreach (var u in source.WithCancellation(cancel))
    {
        var text = u.FullName + u.Email;
        if (text.Length == 0) continue;
        yield return (u.Id, text.Length);
    }
}
internal async Task Measure(IUsers users, ILogger log)
{
    long total = 0;
    await foreach (var (id, size) in Sizes(users.Stream()))
    {
        total += size;
        log.LogDebug("{Id}: {Size}", id, size);
    }
    log.LogInformation("Total {Total}", total);
}

//// ParallelCounters
internal void Scan(IUsers users, ILogger log)
{
    var withPhone = 0;
    var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
    Parallel.ForEach(users.All(), () => 0,
        (u, state, local) => { seen.Add(u.FullName); if (u.Aliases.Length > 100) state.Break(); return local + (u.Phone is null ? 0 : 1); },
        local => Interlocked.Add(ref withPhone, local));
    log.LogInformation("{Phones} phones, {Seen} people, {Distinct} names", withPhone, seen.Count, seen.Distinct().Count());
}

//// PlinqAggregate
internal void Longest(IUsers users, System.Diagnostics.Activity activity)
{
    var query = users.All().AsParallel().WithDegreeOfParallelism(2).Where(u => u.Tier == Tier.Paid).Select(u => (u.Plan, u.FullName));
    var longest = query.Aggregate("", (best, row) => row.FullName.Length > best.Length ? row.FullName : best, (a, b) => a.Length > b.Length ? a : b, s => s);
    var plans = query.Select(r => r.Plan).Distinct().Count();
    activity.AddTag("plans", plans);
    activity.AddTag("longest", longest); // LEAK INS3002
}

//// TimerStateAgain !
internal sealed class Alarm : IDisposable
{
    private readonly Timer _timer;
    public Alarm(User owner) => _timer = new Timer(Ring, "wake up " + owner.FullName, 1000, Timeout.Infinite);
    private static void Ring(object? state)
    {
        Console.Error.WriteLine("ringing at {0:t}", DateTime.Now);
        Console.Error.WriteLine(state); // LEAK INS3005
    }
    public void Dispose() => _timer.Dispose();
}

//// PeriodicSweep !
internal sealed class SessionSweeper(ILogger<SessionSweeper> log)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, DateTime> _lastSeen = new();
    public void Touch(User u) => _lastSeen[u.Email] = DateTime.UtcNow;
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stop))
        {
            var removed = 0;
            foreach (var (mail, at) in _lastSeen)
                if (DateTime.UtcNow - at > TimeSpan.FromHours(1) && _lastSeen.TryRemove(mail, out _)) removed++;
            var oldest = _lastSeen.Values.DefaultIfEmpty(DateTime.UtcNow).Min();
            log.LogInformation("Removed {Removed}, kept {Kept}, oldest {Oldest}", removed, _lastSeen.Count, oldest);
        }
    }
}

//// WhenAllResults
internal async Task Team(IUsers users, int[] ids, log4net.ILog log)
{
    var loaded = await Task.WhenAll(ids.Select(async id => { var u = await users.GetAsync(id); return (Nick: u.Aliases.FirstOrDefault(), u.Plan); }));
    log.InfoFormat("{0} members on {1}", loaded.Length, string.Join("+", loaded.Select(x => x.Plan).Distinct()));
    var names = Array.ConvertAll(loaded, x => x.Nick ?? "?");
    log.Info(string.Join(", ", names)); // LEAK INS3001
}

//// RetryWithIds !
internal static class Retry
{
    public static async Task<T> Run<T>(Func<Task<T>> work, int times, ILogger log)
    {
        for (var attempt = 1; ; attempt++)
        {
            try { return await work(); }
            catch (TimeoutException) when (attempt < times) { log.LogWarning("Attempt {Attempt} of {Times} timed out, result type {Type}", attempt, times, typeof(T).Name); }
        }
    }
}
internal sealed class Ledger(IUsers users, ILogger<Ledger> log)
{
    public async Task Book(int id)
    {
        var salary = await Retry.Run(async () => (await users.GetAsync(id)).Salary, 3, log);
        if (salary < 0) throw new InvalidOperationException($"Negative salary of employee {id}");
        log.LogInformation("Booked {Id}", id);
    }
}

//// RetryWithPersonalFailure !
internal sealed class Attempts(int limit)
{
    public T Run<T>(Func<int, T> work)
    {
        for (var i = 1; i <= limit; i++)
        {
            try { return work(i); }
            catch (IOException) when (i < limit) { Thread.Sleep(i * 10); }
        }
        throw new TimeoutException("Gave up after " + limit);
    }
}
internal sealed class Courier
{
    public int Deliver(User u) => new Attempts(3).Run(n =>
    {
        var door = u.Home.Street;
        var why = string.Format("nobody opens at {0} (try {1})", door, n);
        if (door.Length == 0) throw new IOException("No street of user " + u.Id);
        if (n < u.Id % 7) throw new IOException(why); // LEAK INS3004
        return n;
    });
}

//// SenderDecorators !
internal interface ISender { Task Send(string to, string text); }
internal sealed class SmtpSender : ISender { public Task Send(string to, string text) => Task.CompletedTask; }
internal sealed class CountingSender(ISender inner, System.Diagnostics.Metrics.Counter<int> sent) : ISender
{
    public async Task Send(string to, string text)
    {
        await inner.Send(to, text);
        sent.Add(1, new KeyValuePair<string, object?>("multiline", text.Contains('\n')));
    }
}
internal sealed class TracingSender(ISender inner, System.Diagnostics.ActivitySource source) : ISender
{
    public async Task Send(string to, string text)
    {
        using var span = source.StartActivity("mail.send");
        span?.SetTag("mail.size", text.Length);
        span?.AddEvent(new System.Diagnostics.ActivityEvent("to " + to)); // LEAK INS3002
        await inner.Send(to, text);
    }
}
internal sealed class Welcome(ISender sender)
{
    public Task Hello(User u) => sender.Send(u.Email, "Welcome!");
}

//// SubjectOperators !
internal sealed class Subject<T> : IObservable<T>, IObserver<T>
{
    private readonly List<IObserver<T>> _observers = new();
    public IDisposable Subscribe(IObserver<T> o) { _observers.Add(o); return new Off(() => _observers.Remove(o)); }
    public void OnNext(T value) { foreach (var o in _observers.ToArray()) o.OnNext(value); }
    public void OnError(Exception error) { foreach (var o in _observers.ToArray()) o.OnError(error); }
    public void OnCompleted() { foreach (var o in _observers.ToArray()) o.OnCompleted(); }
    private sealed class Off(Action act) : IDisposable { public void Dispose() => act(); }
}
internal sealed class Mapped<T, R>(IObserver<R> next, Func<T, R> f) : IObserver<T>
{
    public void OnNext(T value) => next.OnNext(f(value));
    public void OnError(Exception error) => next.OnError(error);
    public void OnCompleted() => next.OnCompleted();
}
internal sealed class ScreenObserver : IObserver<string>
{
    private int _n;
    public void OnNext(string value) { _n++; Console.WriteLine(value); } // LEAK INS3005
    public void OnError(Exception error) => Console.WriteLine("failed: " + error.GetType().Name);
    public void OnCompleted() => Console.WriteLine(_n + " shown");
}
internal static class Ticker
{
    public static void Run(IUsers users)
    {
        var subject = new Subject<User>();
        using (subject.Subscribe(new Mapped<User, string>(new ScreenObserver(), u => u.FullName)))
            foreach (var u in users.All()) subject.OnNext(u);
        subject.OnCompleted();
    }
}

//// ObserverOfCounts !
internal sealed class Pulse : IObservable<User>
{
    private readonly List<IObserver<User>> _all = new();
    public IDisposable Subscribe(IObserver<User> observer) { _all.Add(observer); return new MemoryStream(); }
    public void Beat(User u) => _all.ForEach(o => o.OnNext(u));
    public void Stop() => _all.ForEach(o => o.OnCompleted());
}
internal sealed class Uniques(ILogger log) : IObserver<User>
{
    private readonly HashSet<string> _mails = new();
    private readonly SortedSet<int> _ids = new();
    public void OnNext(User value)
    {
        if (!_mails.Add(value.Email)) log.LogInformation("Repeated: {Id}", value.Id);
        _ids.Add(value.Id);
    }
    public void OnError(Exception error) => log.LogError(error, "Pulse stopped");
    public void OnCompleted() => log.LogInformation("{Mails} addresses of ids {Ids}", _mails.Count, _ids);
}

//// ContinuedTask
internal Task Follow(IUsers users, int id, ILogger log)
    => users.GetAsync(id)
        .ContinueWith(t => t.IsFaulted ? "failed" : t.Result.Phone ?? "none", TaskScheduler.Default)
        .ContinueWith((t, name) =>
        {
            log.LogInformation("Step {Step} ended as {Status}", name, t.Status);
            log.LogInformation("Phone is {Phone}", t.Result); // LEAK INS3001
        }, "lookup", TaskScheduler.Default);

//// CompletionSourceReply !
internal sealed class Counter9
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, TaskCompletionSource<string>> _waiting = new();
    public Task<string> Ask(int ticket) => _waiting.GetOrAdd(ticket, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    public bool Answer(int ticket, User clerk) => _waiting.TryRemove(ticket, out var t) && t.TrySetResult(clerk.FullName);
}
internal static class Desk9
{
    public static async Task Wait(Counter9 counter, ILogger log)
    {
        var done = await Task.WhenAny(counter.Ask(4), Task.Delay(5000).ContinueWith(_ => "nobody"));
        log.LogInformation("Ended: {Ok}", done.IsCompletedSuccessfully);
        log.LogInformation("Served by {Who}", await done); // LEAK INS3001
    }
}

//// ProgressNumbers !
internal sealed class Migration(IUsers users, ILogger<Migration> log)
{
    public async Task Run(IProgress<(int Done, int Skipped)> progress, TextWriter target)
    {
        int done = 0, skipped = 0;
        await foreach (var u in users.Stream())
        {
            if (u.Email.Length == 0) skipped++;
            else { await target.WriteLineAsync(u.Id + " " + u.Plan); done++; }
            progress.Report((done, skipped));
        }
    }
    public Task Start(TextWriter target) => Run(new Progress<(int Done, int Skipped)>(p => log.LogInformation("{Done} done, {Skipped} skipped", p.Done, p.Skipped)), target);
}

//// StepListEndsInDigest !
internal sealed class TextSteps
{
    private readonly List<Func<string, string>> _steps = new();
    public TextSteps Then(Func<string, string> step) { _steps.Add(step); return this; }
    public string Run(string input) => _steps.Aggregate(input, (text, step) => step(text));
}
internal static class Pseudonyms
{
    private static string Sha(string s) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(s)));
    public static void Log(User u, ILogger log)
    {
        var steps = new TextSteps().Then(s => s.Trim()).Then(s => s.ToLowerInvariant()).Then(Sha).Then(s => "p-" + s[..10]);
        log.LogInformation("Pseudonym {Pseudonym}", steps.Run(u.Email));
    }
}

//// TriageQueue
internal void Triage(IUsers users, ILogger log)
{
    var queue = new PriorityQueue<User, int>();
    foreach (var u in users.All()) queue.Enqueue(u, u.IsAdmin ? 0 : u.BirthDate.Year < 1950 ? 1 : 2);
    while (queue.TryDequeue(out var next, out var priority))
    {
        log.LogInformation("Priority {Priority}: patient {Id}, {Left} left", priority, next.Id, queue.Count);
        if (string.IsNullOrWhiteSpace(next.FullName)) log.LogWarning("Patient {Id} has no name", next.Id);
    }
}

//// JsonOutbox !
internal sealed class Outbox(ILogger<Outbox> log)
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _pending = new();
    public void Add(User u) => _pending.Enqueue(System.Text.Json.JsonSerializer.Serialize(new { u.Id, Mail = u.Email }));
    public void Flush()
    {
        while (_pending.TryDequeue(out var json))
        {
            log.LogDebug("Sending {Size} characters", json.Length);
            log.LogInformation("Sent {Json}", json); // LEAK INS3007
        }
    }
}

//// TimingHttpHandler !
internal sealed class TimingHandler(ILogger log) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var start = Environment.TickCount64;
        var reply = await base.SendAsync(request, cancel);
        log.LogInformation("{Method} gave {Status} after {Ms} ms", request.Method, (int)reply.StatusCode, Environment.TickCount64 - start);
        return reply;
    }
}
internal sealed class CrmClient(HttpClient http, ILogger<CrmClient> log)
{
    public async Task<bool> Push(User u, CancellationToken cancel)
    {
        using var reply = await http.GetAsync($"https://crm.test/contacts/{u.Id}?plan={Uri.EscapeDataString(u.Plan)}&named={u.FullName.Length > 0}", cancel);
        if (!reply.IsSuccessStatusCode) log.LogWarning("CRM refused {Id} with {Status}", u.Id, reply.StatusCode);
        return reply.IsSuccessStatusCode;
    }
}

//// DeadLetters !
internal sealed class PoisonException(int id, int size) : Exception($"Message {id} of {size} characters cannot be handled")
{
    public int MessageId => id;
}
internal sealed class MailWorker(ILogger<MailWorker> log)
{
    private readonly Queue<(int Id, string Body)> _inbox = new();
    private readonly List<(int Id, string Body)> _dead = new();
    public void Post(User u) => _inbox.Enqueue((u.Id, "To: " + u.Email));
    public void Run()
    {
        while (_inbox.TryDequeue(out var m))
        {
            try { Handle(m.Id, m.Body); }
            catch (PoisonException e) { _dead.Add(m); log.LogError(e, "Dead letter {Id}, {Count} so far", e.MessageId, _dead.Count); }
        }
    }
    private static void Handle(int id, string body)
    {
        if (!body.Contains('@')) throw new PoisonException(id, body.Length);
    }
}

//// CancellationCallback
internal async Task Watch(User u, CancellationToken stop, ILogger log)
{
    using var a = stop.Register(static s => System.Diagnostics.Trace.WriteLine("stopped " + s), u.Id);
    using var b = stop.Register(s => log.LogWarning("Watch of {Name} stopped", s), u.FullName); // LEAK INS3001
    await Task.Delay(Timeout.Infinite, stop);
}

//// ThreadPoolStates
internal void Fire(User u, ILogger log)
{
    ThreadPool.QueueUserWorkItem(static s => Console.WriteLine(s.Id + " of " + s.Length), (u.Id, u.Email.Length), preferLocal: true);
    ThreadPool.QueueUserWorkItem(s => log.LogInformation("Known {Known}", ((User)s!).FullName != ""), u);
    ThreadPool.UnsafeQueueUserWorkItem(s => log.LogInformation("Plan {Plan}", ((string[])s!).Length), new[] { u.FullName, u.Plan });
}

//// ZippedStreams
internal void Pair(IUsers users, ILogger log)
{
    var people = users.All().ToList();
    var mails = people.Select(u => u.Email);
    var plans = people.Select(u => u.Plan);
    foreach (var (mail, plan) in mails.Zip(plans))
    {
        if (mail.Length == 0) continue;
        log.LogInformation("Somebody has {Plan}", plan);
    }
    foreach (var (plan, index) in plans.Select((p, i) => (p, i))) log.LogDebug("{Index}: {Plan}", index, plan);
}

//// ProxyOfCalls !
internal interface IClinic { void Book(string patient, int room); }
internal class CallLogProxy : System.Reflection.DispatchProxy
{
    private IClinic _inner = null!; private ILogger _log = null!;
    public static IClinic Wrap(IClinic inner, ILogger log)
    {
        var proxy = Create<IClinic, CallLogProxy>();
        ((CallLogProxy)(object)proxy)._inner = inner;
        ((CallLogProxy)(object)proxy)._log = log;
        return proxy;
    }
    protected override object? Invoke(System.Reflection.MethodInfo? method, object?[]? args)
    {
        _log.LogInformation("Call {Method} with {Count} arguments", method!.Name, args!.Length);
        return method.Invoke(_inner, args);
    }
}
internal sealed class Frontdesk(IClinic clinic)
{
    public void Arrive(User u) => clinic.Book(u.FullName, u.Id % 12);
}

//// SagaCompensation !
internal sealed class Saga(ILogger<Saga> log)
{
    private readonly Stack<(string Name, Func<Task> Undo)> _done = new();
    public async Task Step(string name, Func<Task> act, Func<Task> undo)
    {
        await act();
        _done.Push((name, undo));
    }
    public async Task Rollback()
    {
        while (_done.TryPop(out var step))
        {
            log.LogWarning("Undoing {Step}", step.Name);
            await step.Undo();
        }
    }
}
internal sealed class Booking(Saga saga, ILogger<Booking> log)
{
    private readonly List<string> _seats = new();
    public async Task Book(User u, string flight)
    {
        try
        {
            await saga.Step("seat", () => { _seats.Add(u.FullName); return Task.CompletedTask; }, () => { _seats.Remove(u.FullName); return Task.CompletedTask; });
            await saga.Step("pay " + flight, () => Task.Delay(5), () => Task.CompletedTask);
        }
        catch (TimeoutException)
        {
            await saga.Rollback();
            log.LogInformation("Seats after rollback {Count}", _seats.Count);
        }
    }
}

//// CustomEventSource !
[System.Diagnostics.Tracing.EventSource(Name = "Shop-Orders")]
internal sealed class OrderEvents : System.Diagnostics.Tracing.EventSource
{
    public static readonly OrderEvents Log = new();
    [System.Diagnostics.Tracing.Event(1)] public void Placed(int id, int items) => WriteEvent(1, id, items);
    [System.Diagnostics.Tracing.Event(2)] public void Addressed(int id, string label) => WriteEvent(2, id, label); // LEAK INS3005
}
internal sealed class OrderFlow
{
    private event Func<User, Task>? Placed;
    public OrderFlow()
    {
        Placed += u => { OrderEvents.Log.Placed(u.Id, u.Roles.Count); return Task.CompletedTask; };
        Placed += async u => { await Task.Yield(); OrderEvents.Log.Addressed(u.Id, $"{u.Home.City} {u.Home.Country}"); };
    }
    public Task Place(User u) => Placed?.Invoke(u) ?? Task.CompletedTask;
}
//// MailboxChannel !
internal sealed class MailPump(ILogger<MailPump> log)
{
    private readonly System.Threading.Channels.Channel<string> _outgoing = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public async Task ProduceAsync(IUsers users, CancellationToken cancel)
    {
        await foreach (var user in users.Stream().WithCancellation(cancel))
            await _outgoing.Writer.WriteAsync(user.Email, cancel);
        _outgoing.Writer.Complete();
    }

    public async Task ConsumeAsync(CancellationToken cancel)
    {
        var sent = 0;
        await foreach (var address in _outgoing.Reader.ReadAllAsync(cancel))
        {
            sent++;
            log.LogDebug("Sending to {Address}", address); // LEAK INS3001
        }
        log.LogInformation("Sent {Sent}", sent);
    }
}

//// WorkChannel !
internal readonly record struct WorkItem(int UserId, DateTime Enqueued, int Attempt);

internal sealed class Worker(IUsers users, ILogger<Worker> log)
{
    private readonly System.Threading.Channels.Channel<WorkItem> _queue = System.Threading.Channels.Channel.CreateBounded<WorkItem>(64);

    public bool Enqueue(User user) => user.Email.Contains('@') && _queue.Writer.TryWrite(new WorkItem(user.Id, DateTime.UtcNow, 0));

    public async Task RunAsync(Func<string, string, Task<bool>> deliver, CancellationToken cancel)
    {
        while (await _queue.Reader.WaitToReadAsync(cancel))
        {
            while (_queue.Reader.TryRead(out var item))
            {
                var user = await users.GetAsync(item.UserId, cancel);
                if (await deliver(user.Email, user.FullName))
                {
                    log.LogInformation("Delivered {Item}", item);
                    continue;
                }
                var next = item with { Attempt = item.Attempt + 1 };
                if (next.Attempt < 5) await _queue.Writer.WriteAsync(next, cancel);
                else log.LogError("Dropped {Item} after {Attempt} attempts", next, next.Attempt);
            }
        }
    }
}

//// IteratorLines
private static IEnumerable<string> Lines(IEnumerable<User> users)
{
    yield return "-- begin";
    foreach (var u in users)
    {
        if (u.IsAdmin) continue;
        yield return $"{u.Id};{u.FullName}";
    }
    yield return "-- end";
}

private void Dump(IUsers users)
{
    foreach (var line in Lines(users.All()))
        Console.WriteLine(line); // LEAK INS3005
}

//// IteratorCounts
private static IEnumerable<(string Country, int Count)> PerCountry(IEnumerable<User> users)
{
    var counts = new SortedDictionary<string, int>();
    foreach (var u in users)
    {
        if (u.Email.EndsWith("@test.local") || u.FullName.StartsWith("Test")) continue;
        counts[u.Home.Country] = counts.TryGetValue(u.Home.Country, out var n) ? n + 1 : 1;
    }
    foreach (var pair in counts)
        yield return (pair.Key, pair.Value);
}

private void Dump(IUsers users)
{
    foreach (var (country, count) in PerCountry(users.All()))
        Console.WriteLine("{0,-20}{1,8}", country, count);
}

//// AsyncPages
private async IAsyncEnumerable<List<string>> Pages(IUsers users, int size)
{
    var page = new List<string>(size);
    await foreach (var u in users.Stream())
    {
        page.Add(u.Phone ?? "-");
        if (page.Count < size) continue;
        yield return page;
        page = new List<string>(size);
    }
    if (page.Count > 0) yield return page;
}

private async Task Send(ILogger log, IUsers users)
{
    var number = 0;
    await foreach (var page in Pages(users, 50))
    {
        log.LogInformation("Page {Number} has {Count} numbers", ++number, page.Count);
        log.LogTrace("Page {Number}: {Numbers}", number, page); // LEAK INS3001
    }
}

//// WhenAllNames
private static async Task<string> NameOf(IUsers users, int id)
{
    var user = await users.GetAsync(id).ConfigureAwait(false);
    return user.FullName;
}

private async Task Team(ILogger log, IUsers users, params int[] ids)
{
    var tasks = ids.Select(id => NameOf(users, id)).ToArray();
    var names = await Task.WhenAll(tasks);
    log.LogInformation("{Count} of {Total} members have names", names.Count(n => n.Length > 0), tasks.Length);
    log.LogInformation("Team is {Team}", string.Join(", ", names)); // LEAK INS3001
}

//// WhenAllCounts
private static async Task<int> RoleCount(IUsers users, int id, SemaphoreSlim gate)
{
    await gate.WaitAsync();
    try
    {
        var user = await users.GetAsync(id);
        return user.Email.Length == 0 ? 0 : user.Roles.Count;
    }
    finally
    {
        gate.Release();
    }
}

private async Task Audit(ILogger log, IUsers users, IReadOnlyList<int> ids)
{
    using var gate = new SemaphoreSlim(4);
    var counts = await Task.WhenAll(ids.Select(id => RoleCount(users, id, gate)));
    foreach (var (id, count) in ids.Zip(counts))
        log.LogInformation("User {Id} has {Count} roles", id, count);
}

//// GroupedByCity
private void Delivery(ILogger log, IUsers users)
{
    var groups = from u in users.All()
                 where u.Tier == Tier.Paid
                 group u by u.Home.City into g
                 orderby g.Count() descending
                 select new { Place = g.Key, Stops = g.Count() };
    foreach (var g in groups)
    {
        log.LogInformation("A tour with {Stops} stops", g.Stops);
        log.LogInformation("Tour through {Place}", g.Place); // LEAK INS3001
    }
}

//// GroupedByPlan
private void Plans(ILogger log, IUsers users)
{
    var stats = users.All()
        .Where(u => !string.IsNullOrEmpty(u.Phone))
        .OrderBy(u => u.FullName)
        .ThenByDescending(u => u.BirthDate)
        .GroupBy(u => u.Plan, (plan, members) => new { plan, Size = members.Count(), WithAlias = members.Any(m => m.Aliases.Length > 0) })
        .ToList();
    foreach (var s in stats)
        log.LogInformation("Plan {Plan}: {Stat}", s.plan, s);
    log.LogInformation("All plans: {Stats}", stats);
}

//// AggregateFold
private void Merge(ILogger log, List<User> duplicates)
{
    var winner = duplicates.Aggregate((a, b) => a.Roles.Count >= b.Roles.Count ? a : b);
    var roles = duplicates.SelectMany(d => d.Roles).Distinct().Order();
    var aliases = duplicates.SelectMany(d => d.Aliases).Aggregate("", (acc, alias) => acc.Length == 0 ? alias : acc + "|" + alias);
    log.LogInformation("Merged into {Winner} with roles {Roles}", winner.Id, string.Join(",", roles));
    log.LogInformation("Merged aliases {Aliases}", aliases); // LEAK INS3001
}

//// JoinedOrders
private sealed record Sale(int BuyerId, string Article, int Quantity);

private void Match(ILogger log, IUsers users, IEnumerable<Sale> sales)
{
    var joined = users.All().Join(sales, u => u.Id, s => s.BuyerId, (u, s) => (Buyer: u, Sale: s)).Where(x => x.Buyer.Email != "").ToArray();
    foreach (var (buyer, sale) in joined)
    {
        log.LogInformation("{Buyer} bought {Quantity} x {Article}", buyer.Id, sale.Quantity, sale.Article);
        log.LogDebug("Sale {Sale}", sale);
    }
    var lookup = joined.ToLookup(x => x.Sale.Article, x => x.Buyer.FullName);
    foreach (var entry in lookup)
        log.LogInformation("{Article} was bought {Count} times", entry.Key, entry.Count());
}

//// LookupValues
private void Rooms(ILogger log, IUsers users)
{
    ILookup<string, string> byPlan = users.All().ToLookup(u => u.Plan, u => u.FullName);
    var plans = byPlan.Select(g => g.Key).ToList();
    log.LogInformation("Plans {Plans}", plans);
    var first = byPlan["premium"].FirstOrDefault();
    log.LogInformation("First premium guest {Guest}", first); // LEAK INS3001
}

//// PriceEvent !
internal sealed class ContactChangedArgs(int id, string newContact) : EventArgs
{
    public int Id => id;
    public string NewContact => newContact;
}

internal sealed class ContactBook
{
    public event EventHandler<ContactChangedArgs>? Changed;
    public void Update(User user) => Changed?.Invoke(this, new ContactChangedArgs(user.Id, user.Phone ?? user.Email));
}

internal sealed class ContactAudit
{
    private readonly ILogger _log;
    public ContactAudit(ContactBook book, ILogger log)
    {
        _log = log;
        book.Changed += OnChanged;
    }
    private void OnChanged(object? sender, ContactChangedArgs e)
    {
        _log.LogInformation("Contact of {Id} changed", e.Id);
        _log.LogInformation("Contact is now {Contact}", e.NewContact); // LEAK INS3001
    }
}

//// ProgressCallback
private async Task Convert(ILogger log, IReadOnlyList<User> users, Func<string, Task> upload, IProgress<int>? ui = null)
{
    var progress = new Progress<int>(percent => log.LogInformation("Converted {Percent} %", percent));
    IProgress<int> report = ui ?? progress;
    for (var i = 0; i < users.Count; i++)
    {
        var csv = string.Join(';', users[i].Id, users[i].FullName, users[i].Email);
        await upload(csv);
        report.Report(i * 100 / users.Count);
    }
}

//// ProgressText
private async Task Convert(ILogger log, IReadOnlyList<User> users, Func<int, Task> upload)
{
    IProgress<string> progress = new Progress<string>(text => log.LogInformation("Now at {Text}", text)); // LEAK INS3001
    foreach (var user in users)
    {
        progress.Report(user.FullName);
        await upload(user.Id);
    }
}

//// RetryHelper !
internal static class Retry
{
    public static async Task<T> Do<T>(ILogger log, string operation, int attempts, Func<Task<T>> action)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await action();
            }
            catch (HttpRequestException ex) when (i < attempts)
            {
                log.LogWarning("{Operation} failed at attempt {Attempt} with {Status}", operation, i, ex.StatusCode);
                await Task.Delay(TimeSpan.FromMilliseconds(100 << i));
            }
        }
    }
}

internal sealed class ScoreClient(ILogger<ScoreClient> log, IUsers users)
{
    public async Task<bool> CheckAsync(int id, Func<string, DateTime, Task<int>> ask)
    {
        var user = await Retry.Do(log, "load " + id, 3, () => users.GetAsync(id));
        var score = await Retry.Do(log, "score", 5, () => ask(user.FullName, user.BirthDate));
        return score > 500;
    }
}

//// RetryNamed !
internal sealed class NamedRetry(ILogger log)
{
    public bool Run(string what, Action action, int times = 3)
    {
        while (times-- > 0)
        {
            try
            {
                action();
                return true;
            }
            catch (TimeoutException)
            {
                log.LogWarning("{What} timed out, {Left} left", what, times); // LEAK INS3001
            }
        }
        return false;
    }
}

internal sealed class Pharmacy(NamedRetry retry)
{
    public void Order(User patient, Action<User> fax)
    {
        retry.Run($"Prescription for {patient.FullName}", () => fax(patient));
    }
}

//// TimerTick
private Timer? _timer;

private void Watch(ILogger log, User player)
{
    var state = new WatchState { Alias = player.Aliases.FirstOrDefault() ?? "?", Started = DateTime.UtcNow };
    _timer = new Timer(Tick, state, 0, 1000);

    void Tick(object? o)
    {
        var s = (WatchState)o!;
        s.Ticks++;
        log.LogDebug("{Ticks} ticks since {Started}", s.Ticks, s.Started);
        if (s.Ticks > 600)
            log.LogWarning("{Alias} is idle", s.Alias); // LEAK INS3001
    }
}

private sealed class WatchState
{
    public string Alias = "";
    public DateTime Started;
    public int Ticks;
}

//// ConcurrentOnline !
internal sealed class Presence(ILogger<Presence> log)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, DateTime> _seen = new(StringComparer.OrdinalIgnoreCase);

    public void Seen(User user)
    {
        var first = _seen.TryAdd(user.Email, DateTime.UtcNow);
        if (!first) _seen[user.Email] = DateTime.UtcNow;
        log.LogInformation("First time: {First}, online: {Online}", first, _seen.Count);
    }

    public void Expire(TimeSpan age)
    {
        var limit = DateTime.UtcNow - age;
        foreach (var key in _seen.Keys)
        {
            if (_seen.TryGetValue(key, out var at) && at < limit && _seen.TryRemove(key, out var removed))
                log.LogInformation("Expired an entry of {Removed:O}", removed);
        }
    }
}

//// PriorityLine !
internal sealed class Triage(ILogger<Triage> log)
{
    private readonly PriorityQueue<string, int> _waiting = new();

    public void Arrive(User patient, int severity)
    {
        _waiting.Enqueue(patient.FullName, -severity);
        log.LogInformation("Waiting: {Count}", _waiting.Count);
    }

    public void Next()
    {
        if (!_waiting.TryDequeue(out var who, out var priority)) return;
        log.LogInformation("Next one has severity {Severity}", -priority);
        log.LogInformation("Calling {Who}", who); // LEAK INS3001
    }
}

//// CompletionSourceAgain
private readonly Dictionary<Guid, TaskCompletionSource<User>> _pending = new();

private async Task<int> Ask(ILogger log, Guid key, Action<Guid> send)
{
    var source = new TaskCompletionSource<User>(TaskCreationOptions.RunContinuationsAsynchronously);
    _pending[key] = source;
    send(key);
    var user = await source.Task;
    log.LogInformation("Answer to {Key}: user {Id}, mail given {HasMail}", key, user.Id, !string.IsNullOrWhiteSpace(user.Email));
    return user.Id;
}

private void Answer(ILogger log, Guid key, User user)
{
    if (_pending.Remove(key, out var source))
        log.LogInformation("Accepted answer {Key}: {Accepted}", key, source.TrySetResult(user));
}

//// CompletionPhone
private async Task Verify(ILogger log, User user, Action<TaskCompletionSource<string>, User> dial)
{
    var source = new TaskCompletionSource<string>();
    ThreadPool.QueueUserWorkItem(_ => source.SetResult("+" + user.Phone));
    var confirmed = await source.Task;
    log.LogInformation("Confirmed {Number}", confirmed); // LEAK INS3001
}

//// ContinueWithAgain
private Task Print(IUsers users, int id)
{
    return users.GetAsync(id)
        .ContinueWith(t => (t.Result.Home, t.Result.Email))
        .ContinueWith(t => Console.WriteLine("country " + t.Result.Home.Country), TaskContinuationOptions.OnlyOnRanToCompletion);
}

//// AsyncLocalActor !
internal static class Actor
{
    private static readonly AsyncLocal<User?> _current = new();
    public static User? Current => _current.Value;
    public static IDisposable As(User user)
    {
        var before = _current.Value;
        _current.Value = user;
        return new Restore(before);
    }
    private sealed class Restore(User? before) : IDisposable
    {
        public void Dispose() => _current.Value = before;
    }
}

internal sealed class Stock(ILogger<Stock> log)
{
    public async Task MoveAsync(User clerk, string article)
    {
        using (Actor.As(clerk))
        {
            await Task.Yield();
            Write(article);
        }
    }

    private void Write(string article)
    {
        log.LogInformation("{Article} moved by {Clerk}", article, Actor.Current?.Id);
        log.LogInformation("{Article} moved by {Clerk}", article, Actor.Current?.Display()); // LEAK INS3001
    }
}

//// ObserverFeed !
internal sealed class CityObserver(ILogger log) : IObserver<Address>
{
    private int _seen;
    public void OnNext(Address value)
    {
        _seen++;
        log.LogInformation("Address {Number} lies in {Country}", _seen, value.Country);
    }
    public void OnError(Exception error) => log.LogError("Feed broke: {Type}", error.GetType().FullName);
    public void OnCompleted() => log.LogInformation("{Seen} addresses", _seen);
}

internal sealed class AddressFeed : IObservable<Address>
{
    private readonly List<IObserver<Address>> _observers = new();
    public IDisposable Subscribe(IObserver<Address> observer)
    {
        _observers.Add(observer);
        return new Subscription(() => _observers.Remove(observer));
    }
    public void Publish(User user) => _observers.ForEach(o => o.OnNext(user.Home));
    private sealed class Subscription(Action stop) : IDisposable { public void Dispose() => stop(); }
}

//// ParallelSums
private void Totals(ILogger log, IReadOnlyList<User> staff)
{
    var missing = 0;
    var lengths = new int[staff.Count];
    Parallel.For(0, staff.Count, i =>
    {
        if (staff[i].Phone is null) Interlocked.Increment(ref missing);
        lengths[i] = staff[i].FullName.Length;
    });
    log.LogInformation("{Missing} phones missing, longest name has {Max} letters, lengths {Lengths}", missing, lengths.Max(), lengths);
}

//// BackgroundImport !
internal sealed class ImportOptions
{
    public int BatchSize { get; set; } = 100;
    public string Source { get; set; } = "crm";
}

internal sealed class ImportRow
{
    public int Line { get; init; }
    [Pii] public string Email { get; init; } = "";
    [Pii] public string Name { get; init; } = "";
    public string Country { get; init; } = "";
}

internal sealed class ImportError
{
    public int Line { get; init; }
    public string Code { get; init; } = "";
    public string Detail { get; init; } = "";
    public override string ToString() => $"line {Line}: {Code}";
}

internal interface IRowValidator { ImportError? Validate(ImportRow row); }

internal sealed class EmailValidator : IRowValidator
{
    public ImportError? Validate(ImportRow row) =>
        row.Email.Contains('@') ? null : new ImportError { Line = row.Line, Code = "E_MAIL", Detail = "not a mail address: " + row.Email };
}

internal sealed class CountryValidator : IRowValidator
{
    public ImportError? Validate(ImportRow row) =>
        row.Country.Length == 2 ? null : new ImportError { Line = row.Line, Code = "E_COUNTRY", Detail = "unknown country" };
}

internal sealed class BackgroundImporter
{
    private readonly ImportOptions _options;
    private readonly IReadOnlyList<IRowValidator> _validators;
    private readonly ILogger<BackgroundImporter> _log;
    private readonly Queue<ImportError> _errors = new();

    public BackgroundImporter(ImportOptions options, IEnumerable<IRowValidator> validators, ILogger<BackgroundImporter> log)
    {
        _options = options;
        _validators = validators.ToList();
        _log = log;
    }

    public async Task RunAsync(IAsyncEnumerable<ImportRow> rows, Func<IReadOnlyList<ImportRow>, Task> save, CancellationToken cancel)
    {
        var batch = new List<ImportRow>(_options.BatchSize);
        var total = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var errors = _validators.Select(v => v.Validate(row)).OfType<ImportError>().ToList();
            if (errors.Count > 0)
            {
                foreach (var e in errors) _errors.Enqueue(e);
                continue;
            }
            batch.Add(row);
            if (batch.Count < _options.BatchSize) continue;
            await save(batch);
            total += batch.Count;
            _log.LogInformation("Saved lines {First} to {Last} from {Source}", batch[0].Line, batch[^1].Line, _options.Source);
            batch.Clear();
        }
        if (batch.Count > 0) await save(batch);
        _log.LogInformation("{Total} rows saved, last batch {Batch}", total, batch);
        Report();
    }

    private void Report()
    {
        while (_errors.TryDequeue(out var error))
        {
            _log.LogWarning("Rejected {Error}", error);
            if (_log.IsEnabled(LogLevel.Debug))
                _log.LogDebug("Rejected because {Detail}", error.Detail); // LEAK INS3001
        }
    }
}

//// CacheAside !
internal sealed class Memo<TKey, TValue> where TKey : notnull
{
    private readonly Dictionary<TKey, Lazy<TValue>> _items = new();
    public TValue Get(TKey key, Func<TKey, TValue> make)
    {
        if (!_items.TryGetValue(key, out var lazy))
            _items[key] = lazy = new Lazy<TValue>(() => make(key));
        return lazy.Value;
    }
}

internal sealed class ProfileCache(IUsers users, ILogger<ProfileCache> log)
{
    private readonly Memo<int, string> _headlines = new();
    private readonly Memo<int, int> _sizes = new();

    public void Visit(int id)
    {
        var size = _sizes.Get(id, key => users.Get(key).FullName.Length);
        log.LogInformation("Headline needs {Size} characters", size);
        var headline = _headlines.Get(id, key => users.Get(key).FullName.ToUpper());
        log.LogInformation("Headline {Headline}", headline); // LEAK INS3001
    }
}

//// OldestId
private void Seniority(ILogger log, IUsers users)
{
    var oldest = users.All().MinBy(u => u.BirthDate);
    var richest = users.All().OrderByDescending(u => u.Salary).Select(u => u.Id).Take(3).ToArray();
    var distinct = users.All().DistinctBy(u => u.Email).Count();
    var shared = users.All().Select(u => u.Home.Street).Intersect(users.All().SelectMany(u => u.Aliases)).Any();
    log.LogInformation("Oldest {Oldest}, best paid {Paid}, distinct {Distinct}, shared {Shared}", oldest?.Id, richest, distinct, shared);
}

//// IdStream
private static async IAsyncEnumerable<int> Ids(IAsyncEnumerable<User> users, Func<User, ValueTask<bool>> filter)
{
    await foreach (var user in users)
    {
        if (await filter(user)) yield return user.Id;
    }
}

private async Task Blocked(ILogger log, IUsers users, ISet<string> blockedMails)
{
    await foreach (var id in Ids(users.Stream(), u => ValueTask.FromResult(blockedMails.Contains(u.Email))))
        log.LogWarning("User {Id} is blocked", id);
    log.LogInformation("{Count} addresses are on the list", blockedMails.Count);
}

//// DoorMachine !
internal enum DoorState { Closed, Identified, Open, Alarm }

internal sealed class Door(ILogger<Door> log, int number)
{
    private DoorState _state;
    private User? _visitor;
    private readonly Stack<(DoorState From, DoorState To, DateTime At)> _moves = new();

    private void Go(DoorState next)
    {
        log.LogInformation("Door {Door}: {From} -> {To}", number, _state, next);
        _moves.Push((_state, next, DateTime.UtcNow));
        _state = next;
    }

    public void Badge(User user)
    {
        _visitor = user;
        Go(user.Aliases.Contains("banned") ? DoorState.Alarm : DoorState.Identified);
    }

    public void Pin(string name)
    {
        Go(_visitor?.FullName == name && _state == DoorState.Identified ? DoorState.Open : DoorState.Alarm);
        log.LogDebug("Moves of the door: {Moves}", _moves);
    }

    public void Reset()
    {
        _visitor = null;
        Go(DoorState.Closed);
        _moves.Clear();
    }
}

//// BlockingMailer !
internal sealed class BlockingMailer(ILogger<BlockingMailer> log) : IDisposable
{
    private readonly System.Collections.Concurrent.BlockingCollection<(string To, string Body, int Template)> _mails = new(1000);

    public void Post(User user, int template)
    {
        if (!_mails.TryAdd((user.Email, "Hello " + user.FullName, template), 50))
            log.LogWarning("Queue is full ({Count}), template {Template} dropped", _mails.Count, template);
    }

    public void Pump(Action<string, string> send)
    {
        foreach (var (to, body, template) in _mails.GetConsumingEnumerable())
        {
            try
            {
                send(to, body);
                log.LogDebug("Template {Template} sent, {Left} left", template, _mails.Count);
            }
            catch (IOException)
            {
                log.LogError("Template {Template} failed, body of {Size} characters", template, body.Length);
            }
        }
    }

    public void Dispose() => _mails.Dispose();
}

//// TimeoutRace
private async Task<bool> Lookup(ILogger log, User user, Func<string, CancellationToken, Task<string>> geocode)
{
    using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(5));
    var work = geocode($"{user.Home.Street}, {user.Home.City}", cancel.Token);
    var first = await Task.WhenAny(work, Task.Delay(2000, cancel.Token));
    if (first != work)
    {
        log.LogWarning("Geocoding of {Id} timed out in state {Status}", user.Id, work.Status);
        cancel.Cancel();
        return false;
    }
    log.LogInformation("Geocoding of {Id} finished, empty: {Empty}", user.Id, string.IsNullOrEmpty(await work));
    return true;
}

//// EventRelay !
internal sealed class Auction
{
    public event Action<User, int>? Bid;
    public event Action<int, int>? Closed;
    private readonly SortedDictionary<int, User> _bids = new();

    public void Place(User user, int amount)
    {
        _bids[amount] = user;
        Bid?.Invoke(user, amount);
    }

    public void Close()
    {
        if (_bids.Count == 0) return;
        var (amount, winner) = _bids.Last();
        Closed?.Invoke(winner.Id, amount);
    }
}

internal sealed class Auctioneer
{
    public Auctioneer(Auction auction, ILogger log, Action<string, string> mail)
    {
        auction.Bid += (user, amount) => mail(user.Email, "Your bid of " + amount);
        auction.Bid += (_, amount) => log.LogInformation("Bid of {Amount}", amount);
        auction.Closed += (winner, amount) => log.LogInformation("Closed at {Amount} by {Winner}", amount, winner);
    }
}
//// OrderConfirmationQueue !
public sealed class ConfirmationDispatcher(ILogger<ConfirmationDispatcher> logger, IUsers users)
{
    private sealed class Confirmation
    {
        public int OrderId { get; init; }
        public string To { get; init; } = "";
        public string Template { get; init; } = "";
    }

    private readonly System.Threading.Channels.Channel<Confirmation> _queue = System.Threading.Channels.Channel.CreateUnbounded<Confirmation>();

    public async Task EnqueueAsync(int orderId, int userId, CancellationToken ct)
    {
        var user = await users.GetAsync(userId, ct);
        await _queue.Writer.WriteAsync(new Confirmation { OrderId = orderId, To = user.Email, Template = "order-v2" }, ct);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var item in _queue.Reader.ReadAllAsync(ct))
        {
            logger.LogDebug("Rendering {Template} for order {OrderId}", item.Template, item.OrderId);
            logger.LogInformation("Confirmation {OrderId} handed over to {Recipient}", item.OrderId, item.To); // LEAK INS3001
        }
    }
}

//// RenewalReminderQueue !
public sealed class RenewalReminders(ILogger<RenewalReminders> logger, IUsers users)
{
    private readonly System.Threading.Channels.Channel<(int UserId, string Plan)> _work = System.Threading.Channels.Channel.CreateBounded<(int UserId, string Plan)>(64);

    public async Task ScheduleAsync(int id)
    {
        var user = await users.GetAsync(id);
        if (user.Email.Length == 0)
            return;
        await _work.Writer.WriteAsync((user.Id, user.Plan));
    }

    public async Task DrainAsync(CancellationToken ct)
    {
        while (await _work.Reader.WaitToReadAsync(ct))
            while (_work.Reader.TryRead(out var next))
                logger.LogInformation("Reminding {UserId} on plan {Plan}", next.UserId, next.Plan);
    }
}

//// ParallelExport
private readonly IUsers _users = null!;
private readonly ILogger _log = null!;
private int _done;

public async Task ExportAllAsync(CancellationToken ct)
{
    await Parallel.ForEachAsync(_users.Stream(), ct, async (user, token) =>
    {
        await Task.Delay(5, token);
        var n = Interlocked.Increment(ref _done);
        if (n % 100 == 0)
            Console.WriteLine($"{n} rows written");
        if (user.Phone is null)
            Console.Error.WriteLine("no phone for " + user.FullName); // LEAK INS3005
    });
    _log.LogInformation("Export finished, {Count} rows", _done);
}

//// WhenAllProfiles
private readonly IUsers _users = null!;
private readonly ILogger _log = null!;

private async Task<(string Mail, int Visits)> LoadAsync(int id)
{
    var user = await _users.GetAsync(id).ConfigureAwait(false);
    return (user.Email, user.Roles.Count);
}

public async Task CompareAsync(int first, int second)
{
    var rows = await Task.WhenAll(LoadAsync(first), LoadAsync(second));
    var total = rows.Sum(r => r.Visits);
    _log.LogInformation("Compared {Count} profiles with {Total} roles", rows.Length, total);
    var mails = string.Join(" / ", rows.Select(r => r.Mail));
    _log.LogInformation("Compared {Pair}", mails); // LEAK INS3001
}

//// AmbientCaller !
public static class CallerScope
{
    private static readonly AsyncLocal<string?> Current = new();

    public static string? Name => Current.Value;

    public static async Task RunAs(User user, Func<Task> body)
    {
        Current.Value = user.FullName;
        try { await body(); }
        finally { Current.Value = null; }
    }
}

public class InvoiceService(ILogger<InvoiceService> logger)
{
    public Task Approve(User approver, int invoice) => CallerScope.RunAs(approver, () => ApproveCore(invoice));

    private async Task ApproveCore(int invoice)
    {
        await Task.Yield();
        logger.LogInformation("Invoice {Invoice} approved by {Caller}", invoice, CallerScope.Name); // LEAK INS3001
    }
}

//// AmbientTenant !
public static class TenantScope
{
    private static readonly AsyncLocal<string?> Current = new();

    public static string? Plan => Current.Value;

    public static async Task RunFor(User user, Func<Task> body)
    {
        Current.Value = user.Plan;
        try { await body(); }
        finally { Current.Value = null; }
    }
}

public class QuotaService(ILogger<QuotaService> logger)
{
    public Task Check(User user) => TenantScope.RunFor(user, CheckCore);

    private async Task CheckCore()
    {
        await Task.Yield();
        logger.LogInformation("Quota checked for plan {Plan}", TenantScope.Plan);
    }
}

//// PendingReply
private readonly TaskCompletionSource<string> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

public void OnAnswer(Customer customer)
{
    if (customer.Level == "gold")
        _reply.TrySetResult(customer.Email);
    else
        _reply.TrySetCanceled();
}

public async Task<bool> WaitAsync(System.Diagnostics.Activity? activity)
{
    try
    {
        var answer = await _reply.Task.WaitAsync(TimeSpan.FromSeconds(3));
        activity?.SetTag("reply.length", answer.Length);
        activity?.SetTag("reply.from", answer); // LEAK INS3002
        return true;
    }
    catch (TimeoutException)
    {
        activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "no answer in time");
        return false;
    }
}

//// ContinuationChain
private readonly IUsers _users = null!;
private readonly ILogger _log = null!;

public Task WarmUp(int id)
{
    return _users.GetAsync(id)
        .ContinueWith(t => t.Result.Home, TaskScheduler.Default)
        .ContinueWith(t => t.Result.Country, TaskScheduler.Default)
        .ContinueWith(t => _log.LogInformation("Warmed cache for {Country}", t.Result), TaskScheduler.Default);
}

//// RetryingLookup
private readonly IUsers _users = null!;
private readonly ILogger _log = null!;

private async Task<T> Retry<T>(Func<int, Task<T>> action, int attempts)
{
    for (var i = 1; ; i++)
    {
        try
        {
            return await action(i);
        }
        catch (HttpRequestException e) when (i < attempts)
        {
            _log.LogWarning("Attempt {Attempt} failed with {Status}", i, e.StatusCode);
            await Task.Delay(i * 100);
        }
    }
}

internal async Task<string> PhoneOf(int id)
{
    var phone = await Retry(async _ => (await _users.GetAsync(id)).Phone, 3);
    var plan = await Retry(async _ => (await _users.GetAsync(id)).Plan, 3);
    _log.LogDebug("Plan is {Plan}", plan);
    return phone ?? "";
}

//// AsyncStreamDigest
private readonly IUsers _users = null!;
private readonly NLog.Logger _log = NLog.LogManager.GetCurrentClassLogger();

private async IAsyncEnumerable<string> Digest([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
{
    await foreach (var user in _users.Stream().WithCancellation(ct))
    {
        if (!user.IsAdmin)
            continue;
        yield return $"{user.Id}: {user.Plan}";
        if (user.Manager is { } boss)
            yield return "reports to " + boss.FullName;
    }
}

public async Task PrintAsync()
{
    var count = 0;
    await foreach (var line in Digest())
    {
        count++;
        _log.Info(line); // LEAK INS3001
    }
    _log.Info("{0} lines", count);
}

//// StreamOfPlans
private readonly IUsers _users = null!;
private readonly NLog.Logger _log = NLog.LogManager.GetCurrentClassLogger();

private async IAsyncEnumerable<string> Plans()
{
    await foreach (var user in _users.Stream())
    {
        if (user.Email.EndsWith("@example.org"))
            continue;
        yield return $"{user.Id}: {user.Plan}";
    }
}

public async Task PrintAsync()
{
    await foreach (var line in Plans())
        _log.Info(line);
}

//// AwaitedGreeting !
internal sealed class GreetingService(IUsers users, ILogger<GreetingService> logger)
{
    public async Task GreetAsync(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel).ConfigureAwait(false);
        if (user.Home.Country.Length == 0)
        {
            logger.LogWarning("No country for {Id}", user.Id);
            return;
        }
        logger.LogInformation("Greeting {Contact} in {Country}", user.Email, user.Home.Country); // LEAK INS3001
    }
}

//// TwoChannels !
internal sealed class SignupFeed(ILogger<SignupFeed> logger)
{
    private readonly System.Threading.Channels.Channel<string> _addresses = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly System.Threading.Channels.Channel<string> _plans = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public ValueTask EnqueueAsync(User user, CancellationToken cancel)
    {
        _plans.Writer.TryWrite(user.Plan);
        return _addresses.Writer.WriteAsync(user.Email, cancel);
    }

    public async Task DrainPlansAsync(CancellationToken cancel)
    {
        await foreach (var plan in _plans.Reader.ReadAllAsync(cancel))
            logger.LogInformation("Plan {Plan}", plan);
    }

    public async Task DrainAddressesAsync(CancellationToken cancel)
    {
        while (await _addresses.Reader.WaitToReadAsync(cancel))
        {
            while (_addresses.Reader.TryRead(out var address))
                logger.LogInformation("Sending to {Address}", address); // LEAK INS3001
        }
    }
}

//// ChannelOfJobs !
internal sealed record MailJob(int UserId, string Recipient, string Template);

internal sealed class MailWorker(IUsers users, ILogger<MailWorker> logger)
{
    private readonly System.Threading.Channels.Channel<MailJob> _jobs = System.Threading.Channels.Channel.CreateBounded<MailJob>(100);

    public async Task ScheduleAsync(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel);
        await _jobs.Writer.WriteAsync(new MailJob(user.Id, user.Email, "welcome"), cancel);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync(cancel))
        {
            var started = DateTime.UtcNow;
            await Task.Delay(10, cancel);
            logger.LogInformation("Sent {Template} to user {Id} ({Chars} chars) at {Started}", job.Template, job.UserId, job.Recipient.Length, started);
        }
    }
}

//// PrefetchedPlans
public async Task<int> PrefetchAsync(IUsers users, int[] ids, ILogger logger)
{
    var loads = ids.Select(id => users.GetAsync(id)).ToList();
    var loaded = await Task.WhenAll(loads);
    foreach (var group in loaded.GroupBy(u => u.Tier))
        logger.LogInformation("{Count} users at {Tier}", group.Count(), group.Key);
    if (loaded.Length > 0)
        logger.LogInformation("Last {Plan}", loaded[^1].Plan);
    return loaded.Length;
}

//// StreamedLabels
private static readonly System.Diagnostics.ActivitySource Spans = new("export");

private static async IAsyncEnumerable<(int Id, string Label)> LabelsAsync(IUsers users)
{
    await foreach (var user in users.Stream())
    {
        if (user.IsAdmin)
            continue;
        yield return (user.Id, user.FullName.ToUpperInvariant());
    }
}

public async Task ExportAsync(IUsers users, ILogger logger)
{
    using var span = Spans.StartActivity("export");
    await foreach (var (id, label) in LabelsAsync(users))
    {
        logger.LogDebug("Exporting {Id}", id);
        span?.SetTag("export.last", label); // LEAK INS3002
    }
}

//// PendingReplyAgain !
internal sealed class ReplyBroker(ILogger<ReplyBroker> logger)
{
    private readonly TaskCompletionSource<string> _contact = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _plan = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Complete(User user)
    {
        _contact.TrySetResult(user.Phone ?? user.Email);
        _plan.TrySetResult(user.Plan);
    }

    public async Task WaitAsync()
    {
        var plan = await _plan.Task;
        logger.LogInformation("Plan is {Plan}", plan);
        var contact = await _contact.Task;
        logger.LogInformation("Contact is {Contact}", contact); // LEAK INS3001
    }
}

//// AmbientCorrelation !
internal sealed class AmbientRequest(ILogger<AmbientRequest> logger)
{
    private static readonly AsyncLocal<string?> Correlation = new();
    private static readonly AsyncLocal<string?> Recipient = new();

    public async Task HandleAsync(User user)
    {
        Correlation.Value = Guid.NewGuid().ToString("n");
        Recipient.Value = user.Email;
        await StepAsync();
    }

    private async Task StepAsync()
    {
        await Task.Yield();
        var hasRecipient = !string.IsNullOrEmpty(Recipient.Value);
        using (logger.BeginScope("request {Correlation}", Correlation.Value))
            logger.LogInformation("Recipient known: {Known}", hasRecipient);
    }
}

//// ContinuedLookup
public Task AnnounceAsync(IUsers users, int id, ILogger logger) =>
    users.GetAsync(id)
        .ContinueWith(t => t.IsCompletedSuccessfully ? t.Result.Display() : "unknown", TaskScheduler.Default)
        .ContinueWith(
            t => logger.LogInformation("Resolved {Name}", t.Result), // LEAK INS3001
            TaskScheduler.Default);

//// RetriedPlan !
internal sealed class Retrier(ILogger<Retrier> logger)
{
    public async Task<T> RunAsync<T>(string operation, Func<Task<T>> action)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (IOException ex) when (attempt < 3)
            {
                logger.LogWarning("{Operation} failed with {Kind}, attempt {Attempt}", operation, ex.GetType().Name, attempt);
            }
        }
    }

    public async Task<int> WarmAsync(IUsers users, int id)
    {
        var plan = await RunAsync("plan", async () => (await users.GetAsync(id)).Plan);
        var email = await RunAsync("email", async () => (await users.GetAsync(id)).Email);
        logger.LogInformation("Warmed {Plan}", plan);
        return email.Length;
    }
}

//// ParallelBags
public async Task CollectAsync(IUsers users, int[] ids, ILogger logger)
{
    var seen = new System.Collections.Concurrent.ConcurrentBag<int>();
    var cities = new System.Collections.Concurrent.ConcurrentBag<string>();
    await Parallel.ForEachAsync(ids, async (id, cancel) =>
    {
        var user = await users.GetAsync(id, cancel);
        seen.Add(user.Id);
        cities.Add(user.Home.City);
    });
    logger.LogInformation("Seen {Ids}", string.Join(",", seen));
    logger.LogInformation("Cities {Cities}", string.Join(",", cities.Distinct())); // LEAK INS3001
}

//// SharedUserTask !
internal sealed class UserLoader(IUsers users, ILogger<UserLoader> logger)
{
    private readonly Dictionary<int, Task<User>> _running = [];

    private Task<User> Load(int id)
    {
        if (!_running.TryGetValue(id, out var task))
            _running[id] = task = users.GetAsync(id);
        return task;
    }

    public async Task<bool> IsPaidAsync(int id)
    {
        var task = Load(id);
        logger.LogDebug("Load state {State}", task.Status);
        var user = await task;
        logger.LogDebug("Loaded {User} with plan {Plan} and {Roles} roles", user.Id, user.Plan, user.Roles.Count);
        return user.Tier == Tier.Paid;
    }
}

//// OutboxChannels
private readonly System.Threading.Channels.Channel<string> _mails = System.Threading.Channels.Channel.CreateUnbounded<string>();
private readonly System.Threading.Channels.Channel<string> _plans = System.Threading.Channels.Channel.CreateUnbounded<string>();

internal async Task Enqueue(User user)
{
    await _mails.Writer.WriteAsync(user.Email);
    _plans.Writer.TryWrite(user.Plan);
}

internal async Task Drain(ILogger log, CancellationToken stop)
{
    await foreach (var plan in _plans.Reader.ReadAllAsync(stop))
        log.LogInformation("Plan {Plan}", plan);
    while (await _mails.Reader.WaitToReadAsync(stop))
    {
        while (_mails.Reader.TryRead(out var next))
            log.LogInformation("Sending to {To}", next); // LEAK INS3001
    }
}

//// ReplyTable
private readonly Dictionary<int, TaskCompletionSource<string>> _pending = new();

private Task<string> Ask(int id)
{
    var source = new TaskCompletionSource<string>();
    _pending[id] = source;
    return source.Task;
}

internal void Answer(User user)
{
    if (_pending.Remove(user.Id, out var waiting))
        waiting.SetResult(user.Email);
}

internal async Task Run(ILogger log, int id)
{
    var reply = Ask(id);
    log.LogDebug("Asked, task is {Status}", reply.Status);
    var text = await reply;
    log.LogInformation("Reply of {Length} characters", text.Length);
    log.LogInformation("Reply was {Text}", text); // LEAK INS3001
}

//// AckTable
private readonly Dictionary<int, TaskCompletionSource<string>> _acks = new();
private readonly Dictionary<int, TaskCompletionSource<string>> _addresses = new();

private Task<string> Register(Dictionary<int, TaskCompletionSource<string>> table, int id)
{
    var source = new TaskCompletionSource<string>();
    table[id] = source;
    return source.Task;
}

internal void Complete(User user)
{
    if (_addresses.Remove(user.Id, out var address)) address.SetResult(user.Email);
    if (_acks.Remove(user.Id, out var ack)) ack.SetResult(user.Plan);
}

internal async Task Run(ILogger log, int id)
{
    var address = Register(_addresses, id);
    var ack = Register(_acks, id);
    log.LogInformation("Acknowledged {Ack}", await ack);
    log.LogInformation("Address has {Length} characters", (await address).Length);
}

//// ContinueChain
internal Task Load(IUsers users, ILogger log, int id) =>
    users.GetAsync(id)
        .ContinueWith(t => (t.Result.Id, Mail: t.Result.Email))
        .ContinueWith(t =>
        {
            log.LogInformation("Loaded {Id}", t.Result.Id);
            log.LogInformation("Loaded {Mail}", t.Result.Mail); // LEAK INS3001
        });

//// AmbientPlan
private static readonly AsyncLocal<string?> Ambient = new();

internal async Task Handle(User user, ILogger log)
{
    Ambient.Value = user.Email;
    var size = await Measure();
    Ambient.Value = user.Plan;
    Report(log, size);
}

private async Task<int> Measure()
{
    await Task.Yield();
    return Ambient.Value?.Length ?? 0;
}

private void Report(ILogger log, int size)
    => log.LogInformation("Handled {Ambient} with {Size}", Ambient.Value, size);

//// StreamPairs
private async IAsyncEnumerable<(int Id, string Contact)> Contacts(IUsers users)
{
    await foreach (var user in users.Stream())
    {
        if (user.IsAdmin) continue;
        yield return (user.Id, user.Phone ?? "none");
    }
}

internal async Task Export(IUsers users)
{
    var seen = 0;
    await foreach (var (id, contact) in Contacts(users))
    {
        seen++;
        Console.WriteLine($"{seen}: {id}");
        Console.Error.WriteLine(contact); // LEAK INS3005
    }
}

//// FaultedLookup
private async Task<User> Find(IUsers users, [Pii] string mail)
{
    foreach (var user in users.All())
    {
        await Task.Yield();
        if (user.Email == mail) return user;
    }
    throw new KeyNotFoundException($"No account for {mail}"); // LEAK INS3004
}

internal async Task<int> Resolve(IUsers users, [Pii] string mail, ILogger log)
{
    try
    {
        return (await Find(users, mail)).Id;
    }
    catch (KeyNotFoundException missing) when (mail.Length > 0)
    {
        log.LogWarning("Lookup failed with {Kind}", missing.GetType().Name);
        log.LogWarning(missing, "Lookup failed"); // LEAK INS3001
        return -1;
    }
}

//// SwapSlot
private string? _slot;

internal void Rotate(User user, ILogger log)
{
    string? held = user.Email;
    var size = held.Length;
    held = Interlocked.Exchange(ref _slot, user.Plan);
    log.LogInformation("Rotated out {Held} of {Size}", held, size);
}

internal void Reset() => Volatile.Write(ref _slot, "idle");

//// ProgressLines
internal async Task Import(IUsers users, ILogger log)
{
    IProgress<(int Done, string Current)> progress = new Progress<(int Done, string Current)>(p =>
        log.LogInformation("Imported {Done}, last {Length}", p.Done, p.Current.Length));
    var done = 0;
    await foreach (var user in users.Stream())
    {
        done++;
        progress.Report((done, user.Email));
    }
}


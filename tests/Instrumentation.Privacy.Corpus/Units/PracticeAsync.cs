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

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

//// LoginController !
[Microsoft.AspNetCore.Mvc.ApiController]
internal class LoginController : Microsoft.AspNetCore.Mvc.ControllerBase
{
    private readonly IUsers _users;
    private readonly ILogger<LoginController> _logger;
    private static readonly Dictionary<string, int> Failures = new();
    public LoginController(IUsers users, ILogger<LoginController> logger) { _users = users; _logger = logger; }
    public record LoginRequest([Pii] string Email, string Password);
    [Microsoft.AspNetCore.Mvc.HttpPost("/login")]
    public Microsoft.AspNetCore.Mvc.IActionResult Post(LoginRequest request)
    {
        var user = _users.All().SingleOrDefault(u => u.Email == request.Email);
        if (user is null)
        {
            _logger.LogWarning("Unknown login {Login}", request.Email.Trim()); // LEAK INS3001
            return Unauthorized();
        }
        Failures.TryGetValue(request.Email, out var count);
        if (request.Password.Length < 8)
        {
            Failures[request.Email] = ++count;
            _logger.LogWarning("Failure {Count} of user {Id}", count, user.Id);
            return Unauthorized();
        }
        Failures.Remove(request.Email);
        return NoContent();
    }
}
//// AppointmentService !
internal class Appointment { public Guid Id { get; init; } = Guid.NewGuid(); public int PatientId { get; init; } [Pii] public string Reason { get; set; } = ""; public DateTime At { get; set; } public bool Cancelled { get; set; } }
internal interface IAppointments { Task<Appointment?> Find(Guid id); Task Save(Appointment a); Task<int> CountOn(DateTime day); }
internal class AppointmentService(IAppointments store, IUsers users, ILogger<AppointmentService> log, TimeProvider clock)
{
    private const int Capacity = 20;
    public async Task<Guid?> Book(int patientId, DateTime at, [Pii] string reason)
    {
        var patient = await users.GetAsync(patientId);
        if (await store.CountOn(at.Date) >= Capacity)
        {
            log.LogInformation("{Day:d} is full, patient {Patient} rejected", at, patient.Id);
            return null;
        }
        var a = new Appointment { PatientId = patient.Id, Reason = reason, At = at };
        await store.Save(a);
        log.LogInformation("Booked {Appointment} at {At} ({Urgent})", a.Id, a.At, IsUrgent(reason) ? "urgent" : "normal");
        return a.Id;
    }
    public async Task Cancel(Guid id)
    {
        var a = await store.Find(id) ?? throw new KeyNotFoundException($"No appointment {id}");
        a.Cancelled = true;
        await store.Save(a);
        log.LogInformation("Cancelled {Id}, {Hours:F1} h ahead", id, (a.At - clock.GetUtcNow().DateTime).TotalHours);
    }
    private static bool IsUrgent(string reason) => reason.Contains("pain", StringComparison.OrdinalIgnoreCase) || reason.Contains("urgent");
}
//// ReminderWorker !
internal class ReminderOptions { public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5); public string Sender { get; set; } = "noreply@clinic.example"; }
internal interface ISms { Task<bool> Send(string number, string text); }
internal class ReminderWorker : Microsoft.Extensions.Hosting.BackgroundService
{
    private readonly IUsers _users;
    private readonly ISms _sms;
    private readonly ReminderOptions _options;
    private readonly ILogger<ReminderWorker> _log;
    public ReminderWorker(IUsers users, ISms sms, Microsoft.Extensions.Options.IOptions<ReminderOptions> options, ILogger<ReminderWorker> log)
    {
        _users = users;
        _sms = sms;
        _options = options.Value;
        _log = log;
    }
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _log.LogInformation("Reminders every {Interval} from {Sender}", _options.Interval, _options.Sender);
        while (!stoppingToken.IsCancellationRequested)
        {
            var failed = new List<string>();
            await foreach (var user in _users.Stream().WithCancellation(stoppingToken))
            {
                if (user.Phone is null) continue;
                if (!await _sms.Send(user.Phone, "See you tomorrow"))
                    failed.Add(user.Phone);
            }
            if (failed.Count > 0)
                _log.LogError("{Count} reminders failed: {Numbers}",
                    failed.Count,
                    string.Join(", ", failed)); // LEAK INS3001
            await Task.Delay(_options.Interval, stoppingToken);
        }
    }
}
//// ChannelWorker !
internal record MailJob(Guid Id, [Pii] string To, string Template, int Attempt = 0);
internal class MailQueue
{
    private readonly System.Threading.Channels.Channel<MailJob> _channel = System.Threading.Channels.Channel.CreateBounded<MailJob>(100);
    public ValueTask Enqueue(User u, string template) => _channel.Writer.WriteAsync(new MailJob(Guid.NewGuid(), u.Email, template));
    public ValueTask Retry(MailJob job) => _channel.Writer.WriteAsync(job with { Attempt = job.Attempt + 1 });
    public IAsyncEnumerable<MailJob> Read(CancellationToken cancel) => _channel.Reader.ReadAllAsync(cancel);
}
internal class MailWorker(MailQueue queue, ILogger<MailWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var job in queue.Read(stop))
        {
            using var scope = log.BeginScope("job {Id}", job.Id);
            try
            {
                await Deliver(job.To, job.Template);
                log.LogInformation("{Template} delivered in attempt {Attempt}", job.Template, job.Attempt);
            }
            catch (TimeoutException) when (job.Attempt < 3)
            {
                log.LogWarning("{Template} will be retried", job.Template);
                await queue.Retry(job);
            }
        }
    }
    private static Task Deliver(string to, string template) => to.Length > template.Length ? Task.CompletedTask : throw new TimeoutException();
}
//// ChannelWorkerPrintsJob !
internal record MailJob(Guid Id, [Pii] string To, string Template);
internal class MailQueue
{
    private readonly System.Threading.Channels.Channel<MailJob> _channel = System.Threading.Channels.Channel.CreateUnbounded<MailJob>();
    public bool Enqueue(User u, string template) => _channel.Writer.TryWrite(new MailJob(Guid.NewGuid(), u.Email, template));
    public System.Threading.Channels.ChannelReader<MailJob> Reader => _channel.Reader;
}
internal class MailWorker(MailQueue queue, ILogger<MailWorker> log)
{
    public async Task Run(CancellationToken stop)
    {
        while (await queue.Reader.WaitToReadAsync(stop))
            while (queue.Reader.TryRead(out var job))
            {
                log.LogInformation("processing {Id}", job.Id);
                if (job.Template.Length == 0)
                    log.LogError("job without template: {Job}", job); // LEAK INS3001
            }
    }
}
//// UserRepositoryCache !
internal interface IUserCache { Task<User?> Find(string mail); void Evict(string mail); }
internal class UserCache(Microsoft.Extensions.Caching.Memory.IMemoryCache cache, IUsers users, ILogger<UserCache> log) : IUserCache
{
    private static string Key(string mail) => "user:" + mail.ToLowerInvariant();
    public async Task<User?> Find(string mail)
    {
        var key = Key(mail);
        if (cache.TryGetValue(key, out var hit) && hit is User known)
        {
            log.LogTrace("Cache hit for user {Id}", known.Id);
            return known;
        }
        await foreach (var u in users.Stream())
        {
            if (!string.Equals(u.Email, mail, StringComparison.OrdinalIgnoreCase)) continue;
            using var entry = cache.CreateEntry(key);
            entry.Value = u;
            log.LogDebug("Cache miss, stored user {Id}", u.Id);
            return u;
        }
        return null;
    }
    public void Evict(string mail)
    {
        var key = Key(mail);
        cache.Remove(key);
        log.LogDebug("Evicted {Key}", key); // LEAK INS3001
    }
}
internal class MailChange(IUserCache cache) { public void Change(User u, string to) { cache.Evict(u.Email); u.Email = to; } }
//// OrderPipelineMetrics !
internal class OrderMetrics
{
    private readonly System.Diagnostics.Metrics.Counter<long> _orders;
    private readonly System.Diagnostics.Metrics.Histogram<double> _value;
    public OrderMetrics(System.Diagnostics.Metrics.IMeterFactory factory)
    {
        var meter = factory.Create(new System.Diagnostics.Metrics.MeterOptions("Shop.Orders"));
        _orders = meter.CreateCounter<long>("orders");
        _value = meter.CreateHistogram<double>("order.value");
    }
    public void Placed(User u, double value)
    {
        var tags = new System.Diagnostics.TagList { { "tier", u.Tier.ToString() }, { "country", u.Home.Country } };
        _orders.Add(1, tags);
        _value.Record(value, new KeyValuePair<string, object?>("returning", u.Aliases.Length > 0));
    }
    public void Refunded(User u) =>
        _orders.Add(-1, new KeyValuePair<string, object?>("city", u.Home.City)); // LEAK INS3003
}
//// TicketStateMachine !
internal enum TicketState { Open, Assigned, Solved, Closed }
internal class Ticket
{
    public int Number { get; init; }
    public TicketState State { get; private set; }
    public User? Agent { get; private set; }
    [Pii] public string Question { get; init; } = "";
    private readonly List<(TicketState From, TicketState To, DateTime At)> _history = new();
    public int Moves => _history.Count;
    public void Assign(User agent) { Agent = agent; Move(TicketState.Assigned); }
    public void Solve() => Move(TicketState.Solved);
    private void Move(TicketState to)
    {
        if (to < State) throw new InvalidOperationException($"Ticket {Number} cannot go from {State} to {to}");
        _history.Add((State, to, DateTime.UtcNow));
        State = to;
    }
    public string History() => string.Join(" > ", _history.Select(h => h.To));
}
internal class TicketDesk(ILogger<TicketDesk> log)
{
    public void Work(Ticket t, User agent)
    {
        t.Assign(agent);
        log.LogInformation("Ticket {Number} is {State} with agent {Agent}", t.Number, t.State, t.Agent?.Id);
        if (t.Question.Contains("refund")) t.Solve();
        log.LogInformation("Ticket {Number}: {History} ({Moves} moves)", t.Number, t.History(), t.Moves);
    }
}
//// ImportParser !
internal sealed class ParsedRow
{
    public int Line { get; init; }
    [Pii] public string Name { get; init; } = "";
    [Pii] public string Iban { get; init; } = "";
    public decimal Amount { get; init; }
}
internal class BankFileParser
{
    public List<ParsedRow> Rows { get; } = new();
    public List<string> Problems { get; } = new();
    public void Parse(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var cells = line.Split(';');
            if (cells.Length != 3) { Problems.Add($"line {number}: {cells.Length} cells"); continue; }
            var row = new ParsedRow { Line = number, Name = cells[0], Iban = cells[1], Amount = decimal.Parse(cells[2]) };
            if (row.Iban.Length < 15)
            {
                Problems.Add($"line {number}: account {row.Iban} of {row.Name} is too short");
                continue;
            }
            Rows.Add(row);
        }
    }
}
internal class BankImport(ILogger<BankImport> log)
{
    public decimal Run(TextReader reader)
    {
        var parser = new BankFileParser();
        parser.Parse(reader);
        log.LogInformation("{Rows} rows, {Problems} problems", parser.Rows.Count, parser.Problems.Count);
        foreach (var p in parser.Problems)
            log.LogWarning("Import: {Problem}", p); // LEAK INS3001
        return parser.Rows.Sum(r => r.Amount);
    }
}

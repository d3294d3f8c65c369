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
//// CachingDecoratorKey
interface IProfiles { Task<User?> ByMail(string mail); }
sealed class CachingProfiles(IProfiles inner, ILogger<CachingProfiles> logger) : IProfiles
{
    readonly Dictionary<string, User?> _cache = [];
    static string Key(string mail) => $"profiles:{mail.ToLowerInvariant()}";
    public async Task<User?> ByMail(string mail)
    {
        var key = Key(mail);
        if (_cache.TryGetValue(key, out var hit))
            return hit;
        logger.LogDebug("Cache miss for {Key}", key); // LEAK INS3001
        return _cache[key] = await inner.ByMail(mail);
    }
}
async Task<bool> Exists(CachingProfiles profiles, Customer customer) => await profiles.ByMail(customer.Email) is not null;
//// CacheOfProfilesById
sealed class ProfileCache(IUsers inner, ILogger<ProfileCache> logger)
{
    readonly Dictionary<string, User> _cache = [];
    readonly Dictionary<string, string> _mails = [];
    public User Get(int id)
    {
        var key = $"profiles:{id}";
        if (_cache.TryGetValue(key, out var hit))
        {
            logger.LogDebug("Cache hit {Key} of {Count}: {Entry}", key, _cache.Count, hit);
            return hit;
        }
        var user = inner.Get(id);
        _cache[key] = user;
        _mails[key] = user.Email;
        logger.LogDebug("Cache miss {Key}, keys now {Keys}", key, string.Join(",", _mails.Keys));
        return user;
    }
}
string Mail(ProfileCache cache, int id) => cache.Get(id).Email;
//// ResultErrorText
readonly record struct Outcome<T>(T? Value, string? Error)
{
    public static Outcome<T> Ok(T value) => new(value, null);
    public static Outcome<T> Fail(string error) => new(default, error);
}
sealed class Registration(IUsers users)
{
    public Outcome<Guid> Register(Customer c)
    {
        var existing = users.All().FirstOrDefault(u => u.Email == c.Email);
        return existing is null ? Outcome<Guid>.Ok(Guid.NewGuid()) : Outcome<Guid>.Fail($"{c.Email} belongs to user {existing.Id}");
    }
}
void Post(Registration registration, ILogger logger, Customer customer)
{
    var outcome = registration.Register(customer);
    if (outcome.Error is { } error)
        logger.LogWarning("Registration refused: {Error}", error); // LEAK INS3001
}
//// ResultCarriesValueAndCode
sealed class Outcome<T>
{
    public T? Value { get; private init; }
    public string? Error { get; private init; }
    public bool Succeeded => Error is null;
    public static Outcome<T> Ok(T value) => new() { Value = value };
    public static Outcome<T> Fail(string error, T? value = default) => new() { Error = error, Value = value };
}
static Outcome<string> Normalize(User u)
{
    var mail = u.Email.Trim().ToLowerInvariant();
    return mail.Contains('@') ? Outcome<string>.Ok(mail) : Outcome<string>.Fail("mail.invalid", mail);
}
void Put(ILogger logger, IUsers users, int id)
{
    var outcome = Normalize(users.Get(id));
    if (!outcome.Succeeded)
        logger.LogWarning("Update of {Id} refused: {Error} ({Outcome})", id, outcome.Error, outcome);
}
//// MailQueueWorker
sealed record Outgoing(string Recipient, string Template);
sealed class MailQueue
{
    readonly System.Threading.Channels.Channel<Outgoing> _channel = System.Threading.Channels.Channel.CreateUnbounded<Outgoing>();
    public void Enqueue(User u, string template) => _channel.Writer.TryWrite(new Outgoing(u.Email, template));
    public IAsyncEnumerable<Outgoing> Read(CancellationToken stop) => _channel.Reader.ReadAllAsync(stop);
}
sealed class MailWorker(MailQueue queue, ILogger<MailWorker> logger) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in queue.Read(stoppingToken))
            logger.LogInformation("Sending {Item}", item); // LEAK INS3001
    }
}
void Welcome(MailQueue queue, User u) => queue.Enqueue(u, "welcome");
//// DigestWorkerCounts
sealed class DigestWorker(IUsers users, Func<string, string, Task> send, ILogger<DigestWorker> logger) : Microsoft.Extensions.Hosting.IHostedService
{
    readonly Dictionary<string, int> _sent = [];
    string? _last;
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await foreach (var u in users.Stream().WithCancellation(cancellationToken))
        {
            _last = u.Email;
            _sent[u.Email] = _sent.GetValueOrDefault(u.Email) + 1;
            await send(u.Email, $"Dear {u.FullName}, your digest");
            logger.LogInformation("Digest for {Id}: {Times} times", u.Id, _sent.GetValueOrDefault(u.Email));
        }
    }
    public Task StopAsync(CancellationToken cancellationToken)
    {
        logger.LogInformation("{Total} digests to {Distinct} users, any {Any}", _sent.Values.Sum(), _sent.Count, _last != null);
        return Task.CompletedTask;
    }
}
//// JobTemplateMethod
abstract class Job(Serilog.ILogger log)
{
    public async Task Run()
    {
        log.Information("Job {Name} for {Target}", GetType().Name, Target()); // LEAK INS3001
        await Work();
    }
    protected virtual string Target() => "all";
    protected abstract Task Work();
}
sealed class CleanupJob(Serilog.ILogger log) : Job(log)
{
    protected override Task Work() => Task.CompletedTask;
}
sealed class EraseJob(Serilog.ILogger log, User subject, Func<User, Task> erase) : Job(log)
{
    protected override string Target() => subject.Display();
    protected override Task Work() => erase(subject);
}
async Task Nightly(Serilog.ILogger log, IUsers users, int id, Func<User, Task> erase)
{
    foreach (Job job in new Job[] { new CleanupJob(log), new EraseJob(log, await users.GetAsync(id), erase) })
        await job.Run();
}
//// JobTemplateOtherHook
abstract class Job(ILogger logger)
{
    public void Run(Action<string> deliver)
    {
        deliver(Body());
        logger.LogInformation("Delivered {Subject}", Subject());
    }
    protected abstract string Subject();
    protected abstract string Body();
}
sealed class BirthdayJob(ILogger logger, User u) : Job(logger)
{
    protected override string Subject() => $"birthday mail of user {u.Id}";
    protected override string Body() => $"Dear {u.FullName}, you were born on {u.BirthDate:d}";
}
sealed class InvoiceJob(ILogger logger, User u) : Job(logger)
{
    protected override string Subject() => u.Tier == Tier.Paid ? "invoice" : "trial note";
    protected override string Body() => $"{u.FullName}\n{u.Home.Street}\n{u.Home.City}";
}
//// ValidatorMessages
interface IValidator<in T> { IEnumerable<string> Validate(T value); }
sealed class PhoneValidator : IValidator<User>
{
    public IEnumerable<string> Validate(User value)
    {
        if (value.Phone is { } phone && !phone.All(char.IsDigit))
            yield return $"'{phone}' is not a phone number";
        if (value.Plan == "")
            yield return "Plan is required";
    }
}
sealed class Profiles(IEnumerable<IValidator<User>> validators)
{
    public void Save(User u)
    {
        var problems = validators.SelectMany(v => v.Validate(u)).ToList();
        if (problems.Count > 0)
            throw new System.ComponentModel.DataAnnotations.ValidationException(string.Join("; ", problems)); // LEAK INS3004
    }
}
Profiles Create() => new([new PhoneValidator()]);
//// ValidatorPropertyNames
interface IRule { string Property { get; } bool Holds(User u); }
sealed class Rule<T>(string property, Func<User, T> read, Predicate<T> holds) : IRule
{
    public string Property => property;
    public bool Holds(User u) => holds(read(u));
}
static readonly IRule[] Rules =
[
    new Rule<string>(nameof(User.Email), u => u.Email, m => m.Contains('@')),
    new Rule<string?>(nameof(User.Phone), u => u.Phone, p => p is null or { Length: > 6 }),
    new Rule<DateTime>(nameof(User.BirthDate), u => u.BirthDate, d => d < DateTime.Today),
];
bool Save(ILogger logger, User u)
{
    var broken = Rules.Where(r => !r.Holds(u)).Select(r => r.Property).ToArray();
    if (broken.Length > 0)
        logger.LogWarning("User {Id} has invalid {Properties}", u.Id, string.Join(", ", broken));
    return broken.Length == 0;
}
//// GeocoderUrl !
public static class GeocoderMapping
{
    extension(Address address)
    {
        public string OneLine => $"{address.Street}, {address.City}, {address.Country}";
        public string ToQuery() => "q=" + Uri.EscapeDataString(address.OneLine);
    }
}
public interface IGeocoder { Task<string> Locate(User u, CancellationToken cancel); }
public sealed class HttpGeocoder(HttpClient http) : IGeocoder
{
    public async Task<string> Locate(User u, CancellationToken cancel)
    {
        var url = "https://geo.example.org/search?" + u.Home.ToQuery();
        return await http.GetStringAsync(url, cancel); // LEAK INS3008
    }
}
//// SummaryMapping !
public sealed record UserSummary(int Id, string Plan, int Aliases, bool Reachable);
public static class SummaryMapping
{
    extension(User user)
    {
        public bool Reachable => !string.IsNullOrEmpty(user.Phone) || user.Email.Contains('@');
        public UserSummary ToSummary() => new(user.Id, user.Plan, user.Aliases.Length, user.Reachable);
    }
    public static IEnumerable<UserSummary> ToSummaries(this IEnumerable<User> users) => users.OrderBy(u => u.FullName).Select(u => u.ToSummary());
}
public sealed class SummaryService(IUsers users, ILogger<SummaryService> logger)
{
    public void Report()
    {
        foreach (var summary in users.All().ToSummaries())
            logger.LogInformation("Summary {Summary}", summary);
    }
}
//// SpecificationText
abstract class Specification<T>
{
    public abstract bool IsSatisfiedBy(T item);
    public Specification<T> And(Specification<T> other) => new Both(this, other);
    sealed class Both(Specification<T> left, Specification<T> right) : Specification<T>
    {
        public override bool IsSatisfiedBy(T item) => left.IsSatisfiedBy(item) && right.IsSatisfiedBy(item);
        public override string ToString() => $"({left} and {right})";
    }
}
sealed class OnPlan(string plan) : Specification<User>
{
    public override bool IsSatisfiedBy(User item) => item.Plan == plan;
    public override string ToString() => "plan = " + plan;
}
sealed class SameCity(Address home) : Specification<User>
{
    public override bool IsSatisfiedBy(User item) => item.Home.City == home.City;
    public override string ToString() => "city = " + home.City;
}
List<User> Neighbours(ILogger logger, IUsers users, User u)
{
    var spec = new OnPlan(u.Plan).And(new SameCity(u.Home));
    logger.LogDebug("Searching with {Specification}", spec); // LEAK INS3001
    return users.All().Where(spec.IsSatisfiedBy).ToList();
}
//// SpecificationVerdict
interface ISpecification<in T> { bool IsSatisfiedBy(T item); }
sealed class SameHousehold(User reference) : ISpecification<User>
{
    public User Reference => reference;
    public bool IsSatisfiedBy(User item) => item.Home.Street == reference.Home.Street && item.Home.City == reference.Home.City;
}
static bool Check<T>(ILogger logger, ISpecification<T> specification, T item)
{
    var verdict = specification.IsSatisfiedBy(item);
    logger.LogDebug("{Specification} says {Verdict} about {Item}", specification, verdict, item);
    return verdict;
}
int Household(ILogger logger, IUsers users, User u)
{
    var spec = new SameHousehold(u);
    return users.All().Count(other => Check(logger, spec, other));
}
//// OptionsStartupLog
sealed class AlertOptions
{
    [Pii(PiiKind.Email)] public string OnCall { get; set; } = "";
    public int Retries { get; set; }
}
sealed class Alerts
{
    static readonly Action<ILogger, string, int, Exception?> Configured =
        LoggerMessage.Define<string, int>(LogLevel.Information, new EventId(7), "Alerts go to {Target}, {Retries} retries");
    readonly string _target;
    public Alerts(Microsoft.Extensions.Options.IOptions<AlertOptions> options, ILogger<Alerts> logger)
    {
        var value = options.Value;
        _target = "mailto:" + value.OnCall;
        Configured(logger, _target, value.Retries, null); // LEAK INS3001
    }
}
//// OptionsEndpointLog
sealed class SmtpOptions
{
    public string Host { get; set; } = "";
    public int Port { get; set; } = 25;
    [Pii] public string Account { get; set; } = "";
    public Uri ToUri(bool withAccount) => new($"smtp://{(withAccount ? Account + "@" : "")}{Host}:{Port}");
}
sealed class Smtp
{
    readonly Uri _uri;
    public Smtp(Microsoft.Extensions.Options.IOptionsMonitor<SmtpOptions> monitor, ILogger<Smtp> logger)
    {
        var options = monitor.CurrentValue;
        _uri = options.ToUri(withAccount: true);
        logger.LogInformation("SMTP over {Host}:{Port}, account set: {HasAccount}, scheme {Scheme}", options.Host, options.Port, options.Account.Length > 0, _uri.Scheme);
        monitor.OnChange((changed, name) => logger.LogInformation("{Name} now uses {Host}, {Options}", name, changed.Host, changed));
    }
}
//// ResponseNamesOwner
sealed class FileEntry
{
    public FileEntry(string path, User owner) => (Path, Owner) = (path, owner.FullName);
    public string Path { get; }
    public string Owner { get; }
}
interface IFiles { FileEntry? Find(string path); }
sealed class InMemoryFiles(IUsers users) : IFiles
{
    public FileEntry? Find(string path) => users.All().Select(u => new FileEntry($"/{u.Id}/readme", u)).FirstOrDefault(f => f.Path == path);
}
static async Task Download(Microsoft.AspNetCore.Http.HttpContext context, InMemoryFiles files)
{
    var entry = files.Find(context.Request.Path);
    context.Response.StatusCode = entry is null ? 404 : 200;
    var body = entry is null ? "not found" : "file of " + entry.Owner;
    await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, body); // LEAK INS3008
}
//// SenderDecoratorTimes
interface ISender { Task<bool> Send(string to, string text); }
sealed class TimedSender(ISender inner, ILogger<TimedSender> logger) : ISender
{
    public async Task<bool> Send(string to, string text)
    {
        var started = DateTime.UtcNow;
        var sent = await inner.Send(to, text);
        var (size, took) = (text.Length, DateTime.UtcNow - started);
        logger.LogInformation("{Method} sent {Size} characters in {Took}: {Sent}", nameof(Send), size, took, sent);
        return sent;
    }
}
async Task Welcome(TimedSender sender, IUsers users, int id)
{
    var u = await users.GetAsync(id);
    await sender.Send(u.Email, $"Welcome {u.FullName}!");
}
//// AuditTrailFile
static class AuditTrail
{
    public static string Folder { get; set; } = "audit";
    public static void Write(string action, params IEnumerable<(string Name, object? Value)> details)
    {
        var line = action + details.Aggregate("", (text, d) => $"{text} {d.Name}={d.Value}");
        File.AppendAllLines(Path.Combine(Folder, "trail.log"), [line]); // LEAK INS3008
    }
}
interface IRepository<T> { void Remove(T item); }
sealed class AuditedRepository<T>(IRepository<T> inner, Func<T, object?> label) : IRepository<T>
{
    public void Remove(T item)
    {
        inner.Remove(item);
        AuditTrail.Write("remove", ("type", typeof(T).Name), ("item", label(item)));
    }
}
IRepository<User> Decorate(IRepository<User> inner) => new AuditedRepository<User>(inner, u => u.Email);
//// AuditedRepositoryByKey
interface IRepository<TKey, TItem> where TKey : notnull
{
    void Put(TItem item);
    IReadOnlyDictionary<TKey, TItem> All { get; }
}
sealed class MemoryRepository<TKey, TItem>(ILogger logger, Func<TItem, TKey> keyOf) : IRepository<TKey, TItem> where TKey : notnull
{
    readonly Dictionary<TKey, TItem> _items = [];
    public IReadOnlyDictionary<TKey, TItem> All => _items;
    public void Put(TItem item)
    {
        var key = keyOf(item);
        _items[key] = item;
        logger.LogInformation("Put {Type} {Key}, {Count} items", typeof(TItem).Name, key, _items.Count);
    }
}
void Fill(ILogger logger, IUsers users)
{
    var byKey = new MemoryRepository<Guid, Customer>(logger, c => new Guid(c.Id, 0, 0, new byte[8]));
    foreach (var u in users.All())
        byKey.Put(new Customer(u.Id, u.Email, u.Plan));
}
//// LoggingDecorator
interface IDirectory { User? Find(string key); }
class StoredDirectory(IUsers users) : IDirectory
{
    public User? Find(string key) => users.All().FirstOrDefault(u => u.Email == key);
}
class LoggingDirectory(IDirectory inner, ILogger<LoggingDirectory> logger) : IDirectory
{
    public User? Find(string key)
    {
        var found = inner.Find(key);
        if (found is null)
            logger.LogWarning("Nothing found for {Key}", key); // LEAK INS3001
        return found;
    }
}
class MergeService(IDirectory directory)
{
    public bool IsDuplicate(User u) => directory.Find(u.Email.ToLowerInvariant()) is { } other && other.Id != u.Id;
}
MergeService Compose(IUsers users, ILogger<LoggingDirectory> logger) => new(new LoggingDirectory(new StoredDirectory(users), logger));
//// TimingDecorator
interface IDirectory { User? Find(string key); }
class StoredDirectory(IUsers users) : IDirectory
{
    public User? Find(string key) => users.All().FirstOrDefault(u => u.Email == key);
}
class TimingDirectory(IDirectory inner, ILogger<TimingDirectory> logger) : IDirectory
{
    public User? Find(string key)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = inner.Find(key);
        logger.LogInformation("Looked up {Length} characters in {Elapsed} ms: {Id}", key.Length, watch.ElapsedMilliseconds, found?.Id);
        return found;
    }
}
class MergeService(IDirectory directory)
{
    public bool IsDuplicate(User u) => directory.Find(u.Email.ToLowerInvariant()) is { } other && other.Id != u.Id;
}
MergeService Compose(IUsers users, ILogger<TimingDirectory> logger) => new(new TimingDirectory(new StoredDirectory(users), logger));
//// DevelopmentNotifier
record Letter(string To, string Subject, string Body);
interface INotifier { Task SendAsync(Letter letter, CancellationToken cancel); }
class ConsoleNotifier : INotifier
{
    public Task SendAsync(Letter letter, CancellationToken cancel)
    {
        Console.WriteLine($"[mail] {letter.To}: {letter.Subject}"); // LEAK INS3005
        return Task.CompletedTask;
    }
}
class PasswordReset(IUsers users, INotifier notifier)
{
    public async Task RequestAsync(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel);
        await notifier.SendAsync(new Letter(user.Email, "Reset your password", "..."), cancel);
    }
}
PasswordReset Compose(IUsers users) => new(users, new ConsoleNotifier());
//// SubjectNotifier
record Letter(string To, string Subject, string Body);
interface INotifier { Task SendAsync(Letter letter, CancellationToken cancel); }
class CountingNotifier(ILogger logger) : INotifier
{
    int sent;
    public Task SendAsync(Letter letter, CancellationToken cancel)
    {
        sent++;
        logger.LogInformation("Letter {Number}: {Subject}, {Size} characters", sent, letter.Subject, letter.Body.Length);
        return Task.CompletedTask;
    }
}
class PasswordReset(IUsers users, INotifier notifier)
{
    public async Task RequestAsync(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel);
        await notifier.SendAsync(new Letter(user.Email, "Reset your password", "Dear " + user.FullName), cancel);
    }
}
PasswordReset Compose(IUsers users, ILogger logger) => new(users, new CountingNotifier(logger));
//// RepositoryDescribes
class Repository<T>(ILogger logger, Func<T, string> describe)
{
    readonly List<T> items = [];
    public void Save(T item)
    {
        items.Add(item);
        logger.LogInformation("Saved {Item} as number {Count}", describe(item), items.Count); // LEAK INS3001
    }
}
class Signup(Repository<User> repository)
{
    public void Complete(User u) => repository.Save(u);
}
Signup Compose(ILogger logger) => new(new Repository<User>(logger, u => $"{u.FullName} ({u.Tier})"));
//// RepositoryNumbers
class Repository<T>(ILogger logger, Func<T, string> keyOf, Func<T, string> describe)
{
    readonly Dictionary<string, T> items = [];
    public void Save(T item)
    {
        items[keyOf(item)] = item;
        logger.LogInformation("Saved {Item} as number {Count}", describe(item), items.Count);
    }
    public T? Find(string key) => items.GetValueOrDefault(key);
}
class Signup(Repository<User> repository)
{
    public void Complete(User u) => repository.Save(u);
}
Signup Compose(ILogger logger) => new(new Repository<User>(logger, keyOf: u => u.Email, describe: u => $"{u.Id} ({u.Tier})"));
//// QueueWorker
record Job(string Address, string Template);
class JobQueue
{
    readonly System.Threading.Channels.Channel<Job> channel = System.Threading.Channels.Channel.CreateBounded<Job>(100);
    public ValueTask EnqueueAsync(Job job) => channel.Writer.WriteAsync(job);
    public IAsyncEnumerable<Job> ReadAsync(CancellationToken cancel) => channel.Reader.ReadAllAsync(cancel);
}
class Campaign(IUsers users, JobQueue queue)
{
    public async Task StartAsync()
    {
        await foreach (var u in users.Stream())
            await queue.EnqueueAsync(new Job(u.Email, "autumn"));
    }
}
class Worker(JobQueue queue, ILogger<Worker> logger)
{
    public async Task ExecuteAsync(CancellationToken stopping)
    {
        await foreach (var job in queue.ReadAsync(stopping))
            logger.LogInformation("Mailing {Template} to {Address}", job.Template, job.Address); // LEAK INS3001
    }
}
(Campaign, Worker) Compose(IUsers users, ILogger<Worker> logger)
{
    var queue = new JobQueue();
    return (new Campaign(users, queue), new Worker(queue, logger));
}
//// QueueWorkerTemplates
record Job(Guid Id, string Address, string Template);
interface IMailer { Task SendAsync(string to, string template); }
class JobQueue
{
    readonly System.Collections.Concurrent.ConcurrentQueue<Job> jobs = new();
    public void Enqueue(Job job) => jobs.Enqueue(job);
    public bool TryTake(out Job? job) => jobs.TryDequeue(out job);
}
class Campaign(IUsers users, JobQueue queue)
{
    public void Start()
    {
        foreach (var u in users.All())
            queue.Enqueue(new Job(Guid.NewGuid(), u.Email, "autumn"));
    }
}
class Worker(JobQueue queue, IMailer mailer, ILogger<Worker> logger)
{
    public async Task ExecuteAsync()
    {
        while (queue.TryTake(out var job) && job is not null)
        {
            await mailer.SendAsync(job.Address, job.Template);
            logger.LogInformation("Job {Id} done with {Template}", job.Id, job.Template);
        }
    }
}
//// CacheKeyLogged
class Cache<T>(ILogger logger)
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, T> entries = new();
    public T GetOrAdd(string key, Func<T> load)
    {
        if (entries.TryGetValue(key, out var hit))
            return hit;
        logger.LogTrace("Cache miss for {Key}", key); // LEAK INS3001
        return entries.GetOrAdd(key, _ => load());
    }
}
class Permissions(Cache<string[]> cache)
{
    static string KeyFor(string scope, string mail) => $"{scope}:{mail}";
    public string[] Of(User u) => cache.GetOrAdd(KeyFor("roles", u.Email), () => u.Roles.ToArray());
}
//// CacheRegionLogged
class Cache<T>(string region, ILogger logger)
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, T> entries = new();
    public T GetOrAdd(string key, Func<T> load)
    {
        if (entries.TryGetValue(key, out var hit))
            return hit;
        logger.LogTrace("Cache miss in {Region} with {Count} entries", region, entries.Count);
        return entries.GetOrAdd(key, _ => load());
    }
}
class Permissions(Cache<string[]> cache)
{
    public string[] Of(User u) => cache.GetOrAdd("roles:" + u.Email, () => u.Roles.ToArray());
}
Permissions Compose(ILogger logger) => new(new Cache<string[]>("permissions", logger));
//// AmbientUserEnriches
interface ICurrentUser { string? Name { get; } }
class AmbientUser : ICurrentUser
{
    static readonly AsyncLocal<string?> current = new();
    public string? Name => current.Value;
    public void Enter(User u) => current.Value = u.FullName;
}
interface IEnricher { void Enrich(System.Diagnostics.Activity activity); }
class UserEnricher(ICurrentUser user) : IEnricher
{
    public void Enrich(System.Diagnostics.Activity activity)
    {
        if (user.Name is { Length: > 0 } name)
            activity.AddTag("enduser.name", name); // LEAK INS3002
    }
}
IEnricher Compose(IUsers users, int id)
{
    var ambient = new AmbientUser();
    ambient.Enter(users.Get(id));
    return new UserEnricher(ambient);
}
//// SalaryMeasured
class PayrollMetrics(System.Diagnostics.Metrics.Meter meter)
{
    readonly System.Diagnostics.Metrics.Histogram<double> paid = meter.CreateHistogram<double>("payroll.paid");
    public void Paid(decimal amount, string plan)
        => paid.Record((double)amount, new KeyValuePair<string, object?>("plan", plan));
}
class Payroll(IUsers users, PayrollMetrics metrics)
{
    public void Run(Action<string, decimal> transfer)
    {
        foreach (var u in users.All())
        {
            transfer(u.FullName, u.Salary);
            metrics.Paid(u.Salary, u.Plan);
        }
    }
}
//// CrmClientUrl
record ContactQuery(string? Mail, int Limit);
class CrmClient(HttpClient http)
{
    static string Query(ContactQuery q) => "?limit=" + q.Limit + "&mail=" + Uri.EscapeDataString(q.Mail ?? "");
    public async Task<string> FindAsync(ContactQuery query, CancellationToken cancel)
    {
        var address = "https://crm.example/contacts" + Query(query);
        return await http.GetStringAsync(address, cancel); // LEAK INS3008
    }
}
class Sync(IUsers users, CrmClient crm)
{
    public async Task<bool> KnownAsync(int id, CancellationToken cancel)
    {
        var u = await users.GetAsync(id, cancel);
        return (await crm.FindAsync(new ContactQuery(u.Email, 1), cancel)) != "[]";
    }
}
//// SenderOptions
class MailOptions
{
    public string From { get; set; } = "noreply@shop.example";
    public string ReplyTo { get; set; } = "";
}
interface IMailer { void Send(MailOptions options, string body); }
class SupportChat(MailOptions defaults, IMailer mailer, ILogger<SupportChat> logger)
{
    MailOptions For(User u) => new() { From = defaults.From, ReplyTo = u.Email };
    public void Forward(User u, string body)
    {
        var options = For(u);
        mailer.Send(options, body);
        logger.LogInformation("Forwarded from {From} with {Type}", options.From, options);
    }
}
//// PseudonymService
interface IPseudonyms { string Of(string value); }
class KeyedPseudonyms(byte[] key) : IPseudonyms
{
    public string Of(string value)
    {
        using var mac = new System.Security.Cryptography.HMACSHA512(key);
        byte[] hash = mac.ComputeHash(System.Text.Encoding.UTF8.GetBytes(value));
        return Convert.ToBase64String(hash);
    }
}
class Tracking(IPseudonyms pseudonyms, ILogger<Tracking> logger)
{
    public void Visited(Visit visit)
    {
        var visitor = pseudonyms.Of(visit.IpAddress);
        using (logger.BeginScope("visitor {Visitor}", visitor))
            logger.LogInformation("Visit {Id} of {Visitor}", visit.Id, visitor);
    }
}
Tracking Compose(byte[] key, ILogger<Tracking> logger) => new(new KeyedPseudonyms(key), logger);
//// DecoratorLogsReceiver
interface INotifier { Task Notify(string to, string text); }
sealed class SmsNotifier : INotifier
{
    public Task Notify(string to, string text) => Task.Delay(text.Length + to.Length);
}
sealed class LoggingNotifier(INotifier inner, ILogger log) : INotifier
{
    public async Task Notify(string to, string text)
    {
        await inner.Notify(to, text);
        log.LogInformation("Notified {To} with {Length} characters", to, text.Length); // LEAK INS3001
    }
}
async Task Remind(INotifier notifier, IUsers users, int id)
{
    var u = await users.GetAsync(id);
    if (u.Phone is { } phone)
        await notifier.Notify(phone, "Your appointment is tomorrow");
}
//// DecoratorMeasures
interface IGreeter { string Greet(string name, string plan); }
sealed class Greeter : IGreeter
{
    public string Greet(string name, string plan) => "Dear " + name + ", you have plan " + plan;
}
sealed class MeasuringGreeter(IGreeter inner, ILogger log) : IGreeter
{
    public string Greet(string name, string plan)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var text = inner.Greet(name, plan);
        log.LogDebug("{Type} took {Ms} ms for plan {Plan}, {Length} characters", inner.GetType().Name, watch.ElapsedMilliseconds, plan, text.Length);
        return text;
    }
}
string Welcome(User u, ILogger log)
{
    IGreeter greeter = new MeasuringGreeter(new Greeter(), log);
    return greeter.Greet(u.FullName, u.Plan);
}
//// StrategyOfTitles
interface ITitle { string Of(User u); }
sealed class FormalTitle : ITitle { public string Of(User u) => "Dr. " + u.Display(); }
sealed class NeutralTitle : ITitle { public string Of(User u) => "member " + u.Id; }
readonly Dictionary<Tier, ITitle> _titles = new() { [Tier.Paid] = new FormalTitle(), [Tier.Free] = new NeutralTitle() };
void Visit(IUsers users, int id)
{
    var u = users.Get(id);
    var title = _titles[u.Tier].Of(u);
    Serilog.Log.Information("Visit of {Title}", title); // LEAK INS3001
}
//// StrategyOfGroups
interface IGrouping2 { string GroupOf(User u); }
sealed class ByAddressKind : IGrouping2
{
    public string GroupOf(User u) => u.Email.EndsWith(".gov", StringComparison.OrdinalIgnoreCase) ? "public" : "private";
}
sealed class BySize : IGrouping2
{
    public string GroupOf(User u) => u.FullName.Length switch { < 10 => "short", < 30 => "usual", _ => "long" };
}
void Group(IUsers users, IGrouping2 grouping, System.Diagnostics.Metrics.Counter<int> counter)
{
    foreach (var u in users.All())
    {
        var group = grouping.GroupOf(u);
        counter.Add(1, new KeyValuePair<string, object?>("group", group));
        Serilog.Log.Information("User in {Group}", group);
    }
}
//// PipelineCarriesItem
sealed class Exchange { public Dictionary<string, object?> Items { get; } = new(); }
interface IStage { Task Run(Exchange x, Func<Task> next); }
sealed class IdentifyStage(IUsers users) : IStage
{
    public async Task Run(Exchange x, Func<Task> next)
    {
        var u = await users.GetAsync(1);
        x.Items["subject"] = u.Email;
        await next();
    }
}
sealed class TraceStage(ILogger log) : IStage
{
    public async Task Run(Exchange x, Func<Task> next)
    {
        var subject = x.Items.TryGetValue("subject", out var s) ? s as string : null;
        using (log.BeginScope("subject {Subject}", subject)) // LEAK INS3006
            await next();
    }
}
static Func<Task> Build(IReadOnlyList<IStage> stages, Exchange x)
{
    Func<Task> run = () => Task.CompletedTask;
    for (var i = stages.Count - 1; i >= 0; i--)
    {
        var (stage, next) = (stages[i], run);
        run = () => stage.Run(x, next);
    }
    return run;
}
Task Go(IUsers users, ILogger log) => Build(new IStage[] { new IdentifyStage(users), new TraceStage(log) }, new Exchange())();
//// PipelineReadsOtherItem
sealed class Exchange
{
    public Dictionary<string, object?> Items { get; } = new();
    public int Steps { get; set; }
}
static void Identify(Exchange x, User u)
{
    x.Items["subject"] = u.Email;
    x.Items["plan"] = u.Plan;
    x.Steps++;
}
static void Route(Exchange x) { x.Items["route"] = x.Items["plan"] is "gold" ? "fast" : "slow"; x.Steps++; }
static void Trace(Exchange x, ILogger log)
{
    using (log.BeginScope("route {Route}", x.Items["route"]))
        log.LogInformation("{Plan} after {Steps} steps", x.Items["plan"], x.Steps);
}
void Go(User u, ILogger log)
{
    var x = new Exchange();
    var stages = new Action<Exchange>[] { e => Identify(e, u), Route, e => Trace(e, log) };
    foreach (var stage in stages) stage(x);
}
//// MediatorAnswersName
interface IAsk<TAnswer> { }
interface IHandle<TAsk, TAnswer> where TAsk : IAsk<TAnswer> { TAnswer Handle(TAsk ask); }
sealed record ManagerOf(int UserId) : IAsk<string>;
sealed class ManagerOfHandler(IUsers users) : IHandle<ManagerOf, string>
{
    public string Handle(ManagerOf ask) => users.Get(ask.UserId).Manager?.FullName ?? "none";
}
sealed class Mediator
{
    readonly Dictionary<Type, object> _handlers = new();
    public void Add<TAsk, TAnswer>(IHandle<TAsk, TAnswer> handler) where TAsk : IAsk<TAnswer> => _handlers[typeof(TAsk)] = handler;
    public TAnswer Send<TAsk, TAnswer>(TAsk ask) where TAsk : IAsk<TAnswer> => ((IHandle<TAsk, TAnswer>)_handlers[typeof(TAsk)]).Handle(ask);
}
void Run(IUsers users)
{
    var mediator = new Mediator();
    mediator.Add(new ManagerOfHandler(users));
    var manager = mediator.Send<ManagerOf, string>(new ManagerOf(12));
    Console.WriteLine("Manager of 12: {0}", manager); // LEAK INS3005
}
//// MediatorAnswersKey
interface IAsk<TAnswer> { }
interface IHandle<TAsk, TAnswer> where TAsk : IAsk<TAnswer> { TAnswer Handle(TAsk ask); }
sealed record KeyOf(string Email) : IAsk<Guid?>;
sealed class KeyOfHandler(IUsers users) : IHandle<KeyOf, Guid?>
{
    public Guid? Handle(KeyOf ask) => users.All().FirstOrDefault(u => u.Email == ask.Email)?.Key;
}
static TAnswer Send<TAsk, TAnswer>(IHandle<TAsk, TAnswer> handler, TAsk ask, ILogger log) where TAsk : IAsk<TAnswer>
{
    log.LogDebug("Handling {Ask} with {Handler}", typeof(TAsk).Name, handler.GetType().Name);
    return handler.Handle(ask);
}
void Run(IUsers users, User u, ILogger log)
{
    var key = Send<KeyOf, Guid?>(new KeyOfHandler(users), new KeyOf(u.Email), log);
    Console.WriteLine("Key: {0}", key);
}
//// ValidatorQuotesValue
interface IRule { string? Check(User u); }
sealed class PhoneRule : IRule
{
    public string? Check(User u) => u.Phone is { } p && !p.StartsWith('+') ? $"'{p}' has no country code" : null;
}
sealed class PlanRule : IRule
{
    public string? Check(User u) => u.Plan == "" ? "no plan" : null;
}
static List<string> Validate(User u, IEnumerable<IRule> rules)
{
    var errors = new List<string>();
    foreach (var rule in rules)
        if (rule.Check(u) is { } error)
            errors.Add(error);
    return errors;
}
void Save(User u, ILogger log)
{
    var errors = Validate(u, new IRule[] { new PlanRule(), new PhoneRule() });
    if (errors.Count > 0)
        log.LogWarning("User {Id} is invalid: {Errors}", u.Id, string.Join("; ", errors)); // LEAK INS3001
}
//// OptionsBesideAddress
sealed class MailOptions
{
    public string Host { get; set; } = "localhost";
    public int Port { get; set; } = 25;
    public string Sender { get; set; } = "noreply@shop.example";
}
interface ITransport { Task Send(string host, int port, string from, string to); }
sealed class Mails(Microsoft.Extensions.Options.IOptions<MailOptions> options, ITransport transport, ILogger<Mails> log)
{
    public async Task Send(string to)
    {
        var o = options.Value;
        await transport.Send(o.Host, o.Port, o.Sender, to);
        log.LogInformation("Sent from {Sender} over {Host}:{Port}", o.Sender, o.Host, o.Port);
    }
}
async Task Newsletter(Mails mails, IUsers users)
{
    await foreach (var u in users.Stream())
        await mails.Send(u.Email);
}
//// SpecificationAnswers
interface ISpecification<T> { string Name { get; } bool Holds(T item); }
sealed class SameAddress(string email) : ISpecification<User>
{
    public string Name => "same-address";
    public bool Holds(User item) => string.Equals(item.Email, email, StringComparison.OrdinalIgnoreCase);
}
sealed class Both<T>(ISpecification<T> a, ISpecification<T> b) : ISpecification<T>
{
    public string Name => a.Name + "&" + b.Name;
    public bool Holds(T item) => a.Holds(item) && b.Holds(item);
}
void Search(IUsers users, User asked, ILogger log)
{
    var spec = new Both<User>(new SameAddress(asked.Email), new SameAddress(asked.Manager?.Email ?? ""));
    var hits = users.All().Where(spec.Holds).Select(u => u.Id).ToList();
    log.LogInformation("{Spec} holds for {Count}: {Ids}", spec.Name, hits.Count, string.Join(",", hits));
}
//// SpecificationDescribesItself
interface ISpecification<T> { bool Holds(T item); }
sealed class LivesIn(string city) : ISpecification<User>
{
    public bool Holds(User item) => item.Home.City == city;
    public override string ToString() => "city = " + city;
}
int Search(IUsers users, ISpecification<User> spec, ILogger log)
{
    log.LogDebug("Searching by {Spec}", spec); // LEAK INS3001
    return users.All().Count(spec.Holds);
}
int Neighbours(IUsers users, User u, ILogger log) => Search(users, new LivesIn(u.Home.City), log);
//// DomainEventIsPrinted
interface IDomainEvent { DateTime At { get; } }
sealed record Moved(int UserId, string To, DateTime At) : IDomainEvent;
abstract class Aggregate
{
    readonly List<IDomainEvent> _events = new();
    protected void Raise(IDomainEvent e) => _events.Add(e);
    public IReadOnlyList<IDomainEvent> Pull() { var all = _events.ToArray(); _events.Clear(); return all; }
}
sealed class Account(int id) : Aggregate
{
    public void Move(Address to) => Raise(new Moved(id, to.Street + ", " + to.City, DateTime.UtcNow));
}
void Dispatch(Aggregate a, ILogger log)
{
    foreach (var e in a.Pull())
        log.LogInformation("Dispatching {Event}", e); // LEAK INS3001
}
void Handle(User u, ILogger log)
{
    var account = new Account(u.Id);
    account.Move(u.Home);
    Dispatch(account, log);
}
//// DomainEventTypeIsTold
interface IDomainEvent { DateTime At { get; } int Subject { get; } }
sealed record Renamed(int Subject, string From, string To, DateTime At) : IDomainEvent;
interface IDomainHandler { void Handle(IDomainEvent e); }
sealed class AuditHandler(ILogger log) : IDomainHandler
{
    public void Handle(IDomainEvent e)
    {
        log.LogInformation("{Type} at {At} for {Subject}", e.GetType().Name, e.At, e.Subject);
        if (e is Renamed { From: var from, To: var to })
            log.LogInformation("Only upper and lower case changed: {Same}", from.Equals(to, StringComparison.OrdinalIgnoreCase));
    }
}
void Rename(User before, User after, ILogger log)
{
    IDomainHandler handler = new AuditHandler(log);
    handler.Handle(new Renamed(after.Id, before.FullName, after.FullName, DateTime.UtcNow));
}
//// OutboxLogsPayload
sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public string Type { get; init; } = "";
    public string Payload { get; init; } = "";
    public bool Sent { get; set; }
}
readonly List<OutboxMessage> _outbox = new();
void Add<T>(T message) => _outbox.Add(new OutboxMessage { Type = typeof(T).Name, Payload = System.Text.Json.JsonSerializer.Serialize(message) });
void Register(Customer c) => Add(new { c.Id, Contact = c.Email });
void Publish(ILogger log)
{
    foreach (var m in _outbox.Where(x => !x.Sent))
    {
        log.LogInformation("Publishing {Type}: {Payload}", m.Type, m.Payload); // LEAK INS3007
        m.Sent = true;
    }
}
//// HostedCrawlerAsksGeocoder
sealed class Geocoder(IUsers users, HttpClient http) : Microsoft.Extensions.Hosting.BackgroundService
{
    static Uri Address(Address home)
    {
        var builder = new UriBuilder("https", "geo.example") { Path = "/v1/search" };
        builder.Query = "country=" + home.Country + "&street=" + Uri.EscapeDataString(home.Street);
        return builder.Uri;
    }
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var u in users.Stream().WithCancellation(stop))
        {
            var uri = Address(u.Home);
            await http.GetStringAsync(uri, stop); // LEAK INS3008
        }
    }
}
//// OrderMediator !
internal interface IRequest<TResult> { }
internal interface IHandler<in TRequest, TResult> where TRequest : IRequest<TResult>
{
    Task<TResult> Handle(TRequest request, CancellationToken cancel);
}
internal interface IBehavior<TRequest, TResult> where TRequest : IRequest<TResult>
{
    Task<TResult> Handle(TRequest request, Func<Task<TResult>> next);
}

internal sealed record PlaceOrder(int ProductId, int Quantity, [property: Pii] string DeliverTo) : IRequest<int>;

internal sealed class PlaceOrderHandler(ILogger<PlaceOrderHandler> log) : IHandler<PlaceOrder, int>
{
    private int _last;
    private readonly Dictionary<int, string> _labels = new();

    public Task<int> Handle(PlaceOrder request, CancellationToken cancel)
    {
        int number = Interlocked.Increment(ref _last);
        _labels[number] = request.DeliverTo;
        log.LogInformation("Order {Number}: {Quantity} of {Product}", number, request.Quantity, request.ProductId);
        if (_labels[number].Length > 80) log.LogWarning("Address of {Number} is too long for the label", number);
        return Task.FromResult(number);
    }
}

internal sealed class TimingBehavior<TRequest, TResult>(ILogger log) : IBehavior<TRequest, TResult> where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, Func<Task<TResult>> next)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = await next();
        log.LogInformation("{Request} took {Elapsed}", typeof(TRequest).Name, watch.Elapsed);
        return result;
    }
}

internal sealed class DumpBehavior(ILogger log) : IBehavior<PlaceOrder, int>
{
    public async Task<int> Handle(PlaceOrder request, Func<Task<int>> next)
    {
        log.LogDebug("Handling {Request}", request); // LEAK INS3001
        var number = await next();
        log.LogDebug("Handled as {Number}", number);
        return number;
    }
}

//// AppointmentRepository !
internal sealed class AppointmentRow
{
    public int Id { get; init; }
    public int PatientId { get; init; }
    [Pii] public string Reason { get; set; } = "";
    public DateTime At { get; set; }
    public bool Cancelled { get; set; }
}

internal interface IRepository<T, TKey> where TKey : notnull
{
    Task<T?> Find(TKey key);
    Task Save(T row);
}

internal sealed class InMemoryRepository<T, TKey>(Func<T, TKey> keyOf, ILogger log) : IRepository<T, TKey> where TKey : notnull where T : class
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<TKey, T> _rows = new();

    public Task<T?> Find(TKey key)
    {
        var found = _rows.TryGetValue(key, out var row);
        log.LogDebug("{Type} {Key}: {Outcome}", typeof(T).Name, key, found ? "found" : "missing");
        return Task.FromResult(row);
    }

    public Task Save(T row)
    {
        _rows[keyOf(row)] = row;
        log.LogDebug("{Type} saved, now {Count}", typeof(T).Name, _rows.Count);
        return Task.CompletedTask;
    }
}

internal sealed class Reception(ILogger<Reception> log)
{
    private readonly IRepository<AppointmentRow, int> _rows = new InMemoryRepository<AppointmentRow, int>(r => r.Id, log);

    public async Task Cancel(int id, [Pii] string why)
    {
        var row = await _rows.Find(id) ?? throw new KeyNotFoundException($"No appointment {id}");
        row.Cancelled = true;
        row.Reason += "; cancelled: " + why;
        await _rows.Save(row);
        log.LogInformation("Appointment {Id} at {At} cancelled", row.Id, row.At);
    }
}

//// RequestMiddleware !
internal sealed class TenantMiddleware(Microsoft.AspNetCore.Http.RequestDelegate next, IUsers users, ILogger<TenantMiddleware> log)
{
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        if (!int.TryParse(context.Request.Headers["X-Tenant"], out int id))
        {
            context.Response.StatusCode = 400;
            return;
        }
        var tenant = await users.GetAsync(id, context.RequestAborted);
        context.Items["tenant"] = tenant;
        using (log.BeginScope(new Dictionary<string, object> { ["TenantId"] = tenant.Id, ["Plan"] = tenant.Plan }))
        {
            await next(context);
        }
        log.LogInformation("{Method} {Path} for {Tenant}: {Status}", context.Request.Method, context.Request.Path, tenant.Id, context.Response.StatusCode);
    }
}

//// ScopedMiddleware !
internal sealed class ActorMiddleware(Microsoft.AspNetCore.Http.RequestDelegate next, IUsers users, ILogger<ActorMiddleware> log)
{
    private async Task<Dictionary<string, object>> StateOf(int id)
    {
        var u = await users.GetAsync(id);
        var state = new Dictionary<string, object> { ["UserId"] = id };
        if (u.IsAdmin) state["Actor"] = u.FullName;
        return state;
    }

    public async Task Invoke(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var state = await StateOf(7);
        using var scope = log.BeginScope(state); // LEAK INS3006
        await next(context);
    }
}

//// ValidationErrors !
internal sealed record Violation(string Field, string Rule);

internal sealed class Validator<T>
{
    private readonly List<(string Field, string Rule, Func<T, bool> Ok)> _rules = new();
    public Validator<T> Rule(string field, string rule, Func<T, bool> ok) { _rules.Add((field, rule, ok)); return this; }
    public IReadOnlyList<Violation> Check(T value) => _rules.Where(r => !r.Ok(value)).Select(r => new Violation(r.Field, r.Rule)).ToList();
}

internal sealed class RegistrationService(ILogger<RegistrationService> log)
{
    private static readonly Validator<User> Rules = new Validator<User>()
        .Rule(nameof(User.Email), "has an @", u => u.Email.Contains('@'))
        .Rule(nameof(User.FullName), "is not empty", u => u.FullName.Trim().Length > 0)
        .Rule(nameof(User.BirthDate), "is adult", u => u.BirthDate < DateTime.Today.AddYears(-18));

    public bool Register(User u)
    {
        var violations = Rules.Check(u);
        foreach (var v in violations) log.LogWarning("{Field} breaks '{Rule}'", v.Field, v.Rule);
        if (violations.Count > 2) throw new ArgumentException("Too many errors: " + string.Join(", ", violations), nameof(u));
        log.LogInformation("Violations: {All}", violations);
        return violations.Count == 0;
    }
}

//// ValidationWithValues !
internal sealed record FieldError(string Field, object? Attempted, string Message);

internal abstract class FormValidator<T>
{
    protected List<FieldError> Errors { get; } = new();
    protected void Require(bool ok, string field, object? value, string message)
    {
        if (!ok) Errors.Add(new FieldError(field, value, message));
    }
    public abstract void Validate(T form);
}

internal sealed class CustomerValidator(ILogger log) : FormValidator<Customer>
{
    public override void Validate(Customer form)
    {
        Require(form.Email.Contains('@'), "Email", form.Email, "must be an address");
        Require(form.Level.Length > 0, "Level", form.Level, "is missing");
        foreach (var e in Errors)
        {
            log.LogWarning("{Field} {Message}", e.Field, e.Message);
            log.LogWarning("Attempted {Value}", e.Attempted); // LEAK INS3001
        }
    }
}

//// NewsletterWorker !
internal sealed class NewsletterWorker(IUsers users, ILogger<NewsletterWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    private int _sent, _failed;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stop))
        {
            await foreach (var u in users.Stream().WithCancellation(stop))
            {
                try
                {
                    await Send(u.Email, "News for " + u.FullName);
                    _sent++;
                }
                catch (TimeoutException)
                {
                    _failed++;
                    log.LogWarning("Could not reach user {Id}", u.Id);
                }
            }
            log.LogInformation("Sent {Sent}, failed {Failed}", _sent, _failed);
        }
    }

    private static async Task Send(string to, string text)
    {
        if (to.Length == 0) throw new TimeoutException("no address");
        await Task.Delay(text.Length);
    }
}

//// ExportWorker !
internal sealed class ExportWorker(IUsers users, ILogger<ExportWorker> log) : Microsoft.Extensions.Hosting.IHostedService
{
    private readonly List<string> _lines = new() { "id;name" };

    public async Task StartAsync(CancellationToken cancel)
    {
        await foreach (var u in users.Stream()) _lines.Add(ToLine(u));
        log.LogInformation("{Count} lines prepared", _lines.Count);
        await File.WriteAllTextAsync("marker.txt", _lines.Count.ToString(), cancel);
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        await File.WriteAllLinesAsync("export.csv", _lines, cancel); // LEAK INS3008
    }

    private static string ToLine(User u) => $"{u.Id};\"{u.FullName.Replace("\"", "\"\"")}\"";
}

//// PaymentExceptions !
internal sealed class PaymentDeclinedException : Exception
{
    public PaymentDeclinedException(int order, string holder) : base($"Order {order} declined") => Holder = holder;
    public string Holder { get; }
}

internal sealed class PaymentService(ILogger<PaymentService> log)
{
    public void Charge(int order, User payer, decimal amount)
    {
        if (amount > payer.Salary) throw new PaymentDeclinedException(order, payer.FullName);
        log.LogInformation("Charged {Amount} for {Order}", amount, order);
    }

    public bool TryCharge(int order, User payer, decimal amount)
    {
        try
        {
            Charge(order, payer, amount);
            return true;
        }
        catch (PaymentDeclinedException e)
        {
            log.LogWarning("Declined: {Message}", e.Message);
            log.LogWarning("Declined for {Holder}", e.Holder); // LEAK INS3001
            return false;
        }
    }
}

//// TransferGuard !
internal static class Guard
{
    public static T NotNull<T>(T? value, string what) where T : class => value ?? throw new InvalidOperationException(what + " is missing");
    public static void That(bool ok, Func<string> message)
    {
        if (!ok) throw new InvalidOperationException(message());
    }
}

internal sealed class TransferService(IUsers users)
{
    public decimal Transfer(int from, int to, decimal amount)
    {
        var sender = Guard.NotNull(users.Get(from), "Sender " + from);
        var receiver = Guard.NotNull(users.Get(to), "Receiver " + to);
        Guard.NotNull(sender.Phone, "Phone of " + sender.Id);
        Guard.That(amount > 0, () => $"Amount {amount} from {sender.Id} is not positive");
        Guard.That(sender.Email != receiver.Email, () => $"{from} and {to} are the same person");
        return amount;
    }
}

//// EnrolmentExceptions
private static string Describe(User u, string course) => $"{u.FullName} cannot attend {course}";

public void Enrol(User u, string course, int free)
{
    var seats = free - 1;
    if (seats < 0) throw new InvalidOperationException($"{course} is full for {u.Id}");
    if (u.Manager is null)
    {
        var message = Describe(u, course);
        throw new UnauthorizedAccessException(message); // LEAK INS3004
    }
}

//// ResilientClient !
internal sealed class GeoClient(HttpClient http, ILogger<GeoClient> log)
{
    private async Task<T> Retry<T>(string operation, Func<Task<T>> action)
    {
        for (int attempt = 1; ; attempt++)
        {
            try { return await action(); }
            catch (HttpRequestException e) when (attempt < 3)
            {
                log.LogWarning("{Operation} failed with {Status}, attempt {Attempt}", operation, e.StatusCode, attempt);
                await Task.Delay(100 * attempt);
            }
        }
    }

    public async Task<int> Score(User u)
    {
        using var body = new StringContent($"{u.Home.Country};{u.Home.Street.Length > 0};{u.Home.City.Length}");
        var answer = await Retry("score", async () =>
        {
            using var response = await http.PostAsync("/score", body);
            return (int)response.StatusCode;
        });
        log.LogInformation("Score call in {Country} answered {Status}", u.Home.Country, answer);
        return answer;
    }
}

//// LookupByUrl !
internal sealed class CrmClient(HttpClient http)
{
    private static string Query(IEnumerable<KeyValuePair<string, string>> parts) =>
        "?" + string.Join('&', parts.Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value)));

    public async Task<bool> Known(User u)
    {
        var plan = await http.GetStringAsync("/plans" + Query(new Dictionary<string, string> { ["plan"] = u.Plan }));
        var url = "/contacts" + Query(new Dictionary<string, string> { ["mail"] = u.Email });
        var found = await http.GetStringAsync(url); // LEAK INS3008
        return found.Length + plan.Length > 0;
    }
}

//// OutboxProcessor !
internal abstract record DomainEvent(Guid Id);
internal sealed record UserMoved(Guid Id, int UserId, [property: Pii] string NewStreet) : DomainEvent(Id);
internal sealed record PlanChanged(Guid Id, int UserId, string Plan) : DomainEvent(Id);

internal sealed class Outbox(ILogger<Outbox> log)
{
    private readonly Queue<DomainEvent> _pending = new();
    public void Add(DomainEvent e) => _pending.Enqueue(e);

    public void Flush()
    {
        while (_pending.TryDequeue(out var e))
        {
            var text = e switch
            {
                UserMoved m => $"user {m.UserId} moved",
                PlanChanged p => $"user {p.UserId} has now {p.Plan}",
                _ => "event " + e.Id,
            };
            log.LogInformation("Event: {Text}", text);
            if (e is PlanChanged changed) log.LogDebug("Details {Details}", changed);
            if (e is UserMoved { UserId: > 0 } moved) log.LogDebug("Details {Details}", moved); // LEAK INS3001
        }
    }
}

//// TicketStateMachineAgain !
internal enum TicketState { Open, Assigned, Resolved }

internal sealed class SupportTicket(int id, [Pii] string reporter)
{
    private readonly List<(TicketState State, DateTime At)> _history = new();
    private string _assignee = "";
    public int Id => id;
    public TicketState State { get; private set; }
    public bool ReportedBy(string who) => reporter == who;

    public void Assign(User agent)
    {
        _assignee = agent.FullName;
        Move(TicketState.Assigned);
    }

    public void Resolve()
    {
        if (_assignee.Length == 0) throw new InvalidOperationException($"Ticket {id} is {State} and has no agent");
        Move(TicketState.Resolved);
    }

    private void Move(TicketState next)
    {
        _history.Add((next, DateTime.UtcNow));
        State = next;
    }

    public string Trail() => string.Join(" > ", _history.Select(h => h.State));
}

internal sealed class Helpdesk(ILogger<Helpdesk> log)
{
    public void Work(SupportTicket t, User agent)
    {
        t.Assign(agent);
        t.Resolve();
        log.LogInformation("Ticket {Id} went {Trail}, own ticket: {Own}", t.Id, t.Trail(), t.ReportedBy(agent.FullName));
    }
}

//// SerializedAudit !
internal sealed class AuditEntry
{
    public string Action { get; init; } = "";
    public DateTime At { get; init; }
    [System.Text.Json.Serialization.JsonIgnore] public User? Actor { get; init; }
}

internal sealed class FullEntry
{
    public string Action { get; init; } = "";
    [Pii] public string Actor { get; init; } = "";
}

internal sealed class AuditTrail(ILogger<AuditTrail> log)
{
    private static readonly System.Text.Json.JsonSerializerOptions Options = new() { WriteIndented = false };

    public void Record(string action, User actor)
    {
        var entry = new AuditEntry { Action = action, At = DateTime.UtcNow, Actor = actor };
        log.LogInformation("Audit {Json}", System.Text.Json.JsonSerializer.Serialize(entry, Options));
        var full = new FullEntry { Action = action, Actor = actor.FullName };
        var json = System.Text.Json.JsonSerializer.Serialize(full, Options);
        log.LogInformation("Bytes {Count}", System.Text.Encoding.UTF8.GetByteCount(json));
        log.LogInformation("Audit {Json}", json); // LEAK INS3007
    }
}

//// CheckoutSpans !
internal sealed class Checkout(System.Diagnostics.ActivitySource source)
{
    private System.Diagnostics.Activity? Begin(string name, params (string Key, object? Value)[] tags)
    {
        var a = source.StartActivity(name, System.Diagnostics.ActivityKind.Internal);
        foreach (var (key, value) in tags) a?.SetTag(key, value); // LEAK INS3002
        return a;
    }

    public void Pay(User u, decimal total)
    {
        using var a = Begin("pay", ("total", total), ("user.email", u.Email));
        a?.SetStatus(System.Diagnostics.ActivityStatusCode.Ok);
    }
}

//// BillingMetrics !
internal sealed class BillingMetrics
{
    private readonly System.Diagnostics.Metrics.Counter<long> _bills;
    private readonly System.Diagnostics.Metrics.Histogram<double> _amounts;

    public BillingMetrics(System.Diagnostics.Metrics.Meter meter)
    {
        _bills = meter.CreateCounter<long>("bills");
        _amounts = meter.CreateHistogram<double>("amounts");
    }

    public void Billed(User u, double amount)
    {
        var country = u.Home.Country;
        var tags = new System.Diagnostics.TagList { { "tier", u.Tier.ToString() }, { "country", country } };
        _amounts.Record(amount, tags);
        tags.Add("city", u.Home.City);
        _bills.Add(1, tags); // LEAK INS3003
    }
}

//// SafeMetrics !
internal sealed class GymMetrics
{
    private readonly Dictionary<string, int> _visitsByPlan = new();
    private readonly HashSet<string> _members = new();

    public GymMetrics(System.Diagnostics.Metrics.Meter meter)
    {
        meter.CreateObservableGauge("gym.members", () => _members.Count);
        meter.CreateObservableGauge("gym.visits", () => _visitsByPlan.Select(p => new System.Diagnostics.Metrics.Measurement<int>(p.Value, new KeyValuePair<string, object?>("plan", p.Key))));
    }

    public void Enter(User u)
    {
        bool first = _members.Add(u.Email);
        _visitsByPlan[u.Plan] = _visitsByPlan.GetValueOrDefault(u.Plan) + (first ? 1 : 0);
    }
}

//// RedactingLogger !
internal interface IAppLog { void Info(string template, string value); }

internal sealed class PlainLog(ILogger log) : IAppLog
{
    public void Info(string template, string value) => log.LogInformation(template + " {Length}", value.Length);
}

internal sealed class RedactedLog(ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor redactor) : IAppLog
{
    public void Info(string template, string value)
    {
        var safe = redactor.Redact(value);
        log.LogInformation(template + " {Value}", safe);
    }
}

internal sealed class Signups(IAppLog log)
{
    public void Add(User u)
    {
        log.Info("Signed up", u.Email);
        if (u.Phone is { } phone) log.Info("With phone", phone);
    }
}

//// SagaCompensation !
internal sealed class Saga(ILogger log)
{
    private readonly Stack<(string Name, Action Undo)> _steps = new();
    public void Do(string name, Action act, Action undo) { act(); _steps.Push((name, undo)); }
    public void Rollback()
    {
        while (_steps.TryPop(out var step))
        {
            log.LogWarning("Undoing {Step}", step.Name);
            step.Undo();
        }
    }
}

internal sealed class TripBooking(ILogger<TripBooking> log)
{
    private readonly Dictionary<string, string> _rooms = new(), _seats = new();

    public void Book(User u, string hotel, string flight)
    {
        var saga = new Saga(log);
        saga.Do("hotel " + hotel, () => _rooms[hotel] = u.FullName, () => _rooms.Remove(hotel));
        saga.Do("flight " + flight, () => _seats[flight] = u.FullName, () => _seats.Remove(flight));
        if (_seats.Count > 100) saga.Rollback();
        log.LogInformation("{Rooms} rooms and {Seats} seats", _rooms.Count, _seats.Count);
    }
}

//// SerilogEnriched !
internal sealed class PayrollRun(Serilog.ILogger log, IUsers users)
{
    private Serilog.ILogger For(string name, object? value) => log.ForContext(name, value); // LEAK INS3006

    public void Run()
    {
        foreach (var u in users.All())
        {
            using (Serilog.Context.LogContext.PushProperty("EmployeeId", u.Id))
            {
                For("Employee", u.FullName).Information("Paid in {Month}", DateTime.Today.Month);
            }
        }
    }
}

//// PagedEndpoint !
internal sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    public Page<R> Select<R>(Func<T, R> f) => new(Items.Select(f).ToList(), Number, Total);
}

internal sealed class DirectoryService(IUsers users, ILogger<DirectoryService> log)
{
    private Page<User> Load(int number, int size)
    {
        var all = users.All().OrderBy(u => u.FullName).ToList();
        return new Page<User>(all.Skip(number * size).Take(size).ToList(), number, all.Count);
    }

    public int Show(int number)
    {
        var page = Load(number, 20);
        var ids = page.Select(u => u.Id);
        log.LogInformation("Page {Number} of {Total}: {Ids}", page.Number, page.Total, ids.Items);
        var cards = page.Select(u => $"{u.FullName} ({u.Plan})");
        log.LogDebug("Cards {Cards}", cards.Items); // LEAK INS3001
        return cards.Items.Count;
    }
}

//// FeatureDisabled !
internal static class Build
{
    public const bool Verbose = false;
}

internal sealed class Kitchen(ILogger<Kitchen> log)
{
    private readonly PriorityQueue<string, int> _orders = new();

    public void Order(User guest, string dish, int table)
    {
        _orders.Enqueue(guest.FullName + ": " + dish, table);
        if (Build.Verbose) log.LogDebug("Order by {Guest}", guest.FullName);
        const int Level = 2;
        if (Level > 3) Console.WriteLine(guest.Email);
        log.LogInformation("{Dish} for table {Table}, {Waiting} waiting", dish, table, _orders.Count);
    }
}
//// CsvCustomerImport
class Row { public int Line; [Pii] public string Email { get; set; } = ""; public string Level { get; set; } = ""; }
ILogger log = null!;
IEnumerable<Row> Read(TextReader reader)
{
    int n = 0;
    while (reader.ReadLine() is { } line)
    {
        var cells = line.Split(';');
        yield return new Row { Line = ++n, Email = cells[0], Level = cells.Length > 1 ? cells[1] : "free" };
    }
}
public int Import(TextReader reader)
{
    var errors = new List<string>();
    int good = 0;
    foreach (var row in Read(reader))
    {
        if (!row.Email.Contains('@')) errors.Add($"line {row.Line}: {row.Email} is no address");
        else good++;
    }
    log.LogInformation("{Good} rows imported, {Bad} refused", good, errors.Count);
    if (errors.Count > 0)
        log.LogWarning("Refused rows: {Rows}", string.Join("; ", errors)); // LEAK INS3001
    return good;
}
//// CsvImportByColumn
class Row { public int Line; [Pii] public string Email { get; set; } = ""; [Pii] public string Phone { get; set; } = ""; }
ILogger log = null!;
public void Import(IReadOnlyList<string> lines)
{
    var problems = new Dictionary<string, int> { ["email"] = 0, ["phone"] = 0 };
    var accepted = new List<Row>();
    for (int i = 1; i < lines.Count; i++)
    {
        var cells = lines[i].Split(',');
        var row = new Row { Line = i, Email = cells[0].Trim(), Phone = cells[1].Trim() };
        string? column = !row.Email.Contains('@') ? "email" : row.Phone.Length < 6 ? "phone" : null;
        if (column is null) { accepted.Add(row); continue; }
        problems[column]++;
        log.LogWarning("Line {Line}: column {Column} is not valid", row.Line, column);
    }
    foreach (var (column, count) in problems)
        log.LogInformation("{Column}: {Count} problems", column, count);
    log.LogInformation("{Accepted} accepted, the last on line {Line}", accepted.Count, accepted.LastOrDefault()?.Line);
}
//// PayrollExport
class PayrollExporter(IUsers users, ILogger<PayrollExporter> log)
{
    static string Line(User u) => string.Join(';', u.Id, u.FullName, u.Salary.ToString("F2"));
    public void Export(string folder)
    {
        var lines = new List<string> { "id;name;salary" };
        foreach (var u in users.All()) lines.Add(Line(u));
        var path = Path.Combine(folder, $"payroll-{DateTime.UtcNow:yyyyMM}.csv");
        File.WriteAllLines(path, lines); // LEAK INS3008
        log.LogInformation("Wrote {Count} lines to {Path}", lines.Count - 1, path);
    }
}
//// CursorPagination
ILogger log = null!;
record Page<T>(IReadOnlyList<T> Items, string? Next);
Page<User> Load(IUsers users, string? after, int size)
{
    var items = users.All().OrderBy(u => u.Email).SkipWhile(u => after != null && string.CompareOrdinal(u.Email, after) <= 0).Take(size).ToList();
    var next = items.Count == size ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(items[^1].Email)) : null;
    return new Page<User>(items, next);
}
public void Walk(IUsers users)
{
    var page = Load(users, null, 50);
    log.LogDebug("Page of {Count} items", page.Items.Count);
    log.LogDebug("Continue at {Cursor}", page.Next); // LEAK INS3001
}
//// OffsetPagination
ILogger log = null!;
class PageOf<T>
{
    public required IReadOnlyList<T> Items { get; init; }
    public required int Number { get; init; }
    public required int Total { get; init; }
    public int Pages => (Total + 19) / 20;
    public bool HasNext => Number < Pages;
}
PageOf<string> Names(IUsers users, int number)
{
    var all = users.All().Select(u => u.FullName).Order().ToList();
    return new() { Items = all.Skip((number - 1) * 20).Take(20).ToArray(), Number = number, Total = all.Count };
}
public int Show(IUsers users)
{
    int number = 1;
    PageOf<string> page;
    do
    {
        page = Names(users, number++);
        log.LogInformation("Page {Number}/{Pages}: {Count} names, more: {More}", page.Number, page.Pages, page.Items.Count, page.HasNext);
    }
    while (page.HasNext);
    return page.Total;
}
//// ValidationFailures
ILogger log = null!;
record Failure(string Field, string Rule, object? Attempted);
static IEnumerable<Failure> Validate(User u)
{
    if (u.Plan.Length == 0) yield return new Failure(nameof(u.Plan), "required", null);
    if (u.Phone is { Length: < 6 } phone) yield return new Failure(nameof(u.Phone), "too short", phone);
}
public bool Check(User user)
{
    var failures = Validate(user).ToList();
    foreach (var failure in failures)
    {
        log.LogWarning("{Field} of user {Id}: {Rule}", failure.Field, user.Id, failure.Rule);
        log.LogDebug("Failure {Failure}", failure); // LEAK INS3001
    }
    return failures.Count == 0;
}
//// RuleSetValidator
ILogger log = null!;
enum Code { Ok, NoAddress, TooYoung, NoName }
delegate Code Rule(User user);
static readonly Rule[] rules =
[
    u => string.IsNullOrWhiteSpace(u.FullName) ? Code.NoName : Code.Ok,
    u => u.Email.IndexOf('@') < 1 ? Code.NoAddress : Code.Ok,
    u => u.BirthDate > DateTime.Today.AddYears(-18) ? Code.TooYoung : Code.Ok,
];
public void Check(User user)
{
    var broken = rules.Select(r => r(user)).Where(c => c != Code.Ok).Distinct().ToArray();
    if (broken.Length == 0) return;
    log.LogWarning("User {Id} breaks {Codes}", user.Id, string.Join(',', broken));
    throw new InvalidOperationException($"User {user.Id} breaks {broken.Length} rules, first {broken[0]}");
}
//// MapperToListItem
ILogger log = null!;
record ListItem(int Id, string Plan, bool HasPhone, int AliasCount);
static ListItem Map(User u) => new(u.Id, u.Plan, u.Phone != null, u.Aliases.Length);
public void List(IUsers users)
{
    var items = users.All().Select(Map).ToArray();
    foreach (var item in items) log.LogInformation("Item {Item}", item);
    log.LogInformation("All: {Items}", string.Join(" | ", items.Select(i => i.ToString())));
}
//// MapperToContact
class ContactDto { public int Id { get; init; } public string Label { get; init; } = ""; public override string ToString() => $"#{Id} {Label}"; }
interface IMap<in TFrom, out TTo> { TTo Map(TFrom from); }
class ContactMap : IMap<User, ContactDto>
{
    public ContactDto Map(User from) => new() { Id = from.Id, Label = $"{from.FullName} ({from.Plan})" };
}
class Directory(IMap<User, ContactDto> map, ILogger log)
{
    public void Print(IEnumerable<User> users)
    {
        foreach (var dto in users.Select(map.Map))
        {
            log.LogTrace("Mapped {Id}", dto.Id);
            log.LogTrace("Mapped {Contact}", dto); // LEAK INS3001
        }
    }
}
//// PlanReport
class Report
{
    readonly System.Text.StringBuilder text = new();
    int section;
    public Report Section(string title) { text.AppendLine($"{++section}. {title}"); return this; }
    public Report Row(string label, int value) { text.Append("  ").Append(label.PadRight(12)).Append(value).AppendLine(); return this; }
    public override string ToString() => text.ToString();
}
public void Monthly(IUsers users)
{
    var all = users.All().ToList();
    var report = new Report().Section("Plans");
    foreach (var g in all.GroupBy(u => u.Plan)) report.Row(g.Key, g.Count());
    report.Section("Contact").Row("phone", all.Count(u => !string.IsNullOrEmpty(u.Phone))).Row("mail", all.Count(u => u.Email.EndsWith(".org")));
    Console.WriteLine(report);
    File.WriteAllText("monthly.txt", report.ToString());
}
//// BirthdayReport
class Table
{
    readonly List<string[]> rows = [];
    public void Add(params string[] cells) => rows.Add(cells);
    public int Height => rows.Count;
    public string Render()
    {
        var b = new System.Text.StringBuilder();
        foreach (var row in rows)
        {
            for (int i = 0; i < row.Length; i++) b.Append(row[i].PadRight(20));
            b.Append('\n');
        }
        return b.ToString();
    }
}
public void Today(IUsers users)
{
    var table = new Table();
    table.Add("id", "name");
    foreach (var u in users.All().Where(u => u.BirthDate.Month == DateTime.Today.Month)) table.Add(u.Id.ToString(), u.FullName);
    Console.WriteLine(table.Height + " rows");
    Console.WriteLine(table.Render()); // LEAK INS3005
}
//// ReminderScheduler
readonly PriorityQueue<(int Job, string To), DateTime> due = new();
public void Plan(User user, DateTime when) => due.Enqueue((user.Id, user.Email), when);
public void Run(DateTime now)
{
    while (due.TryPeek(out var next, out var at) && at <= now)
    {
        due.Dequeue();
        var (job, to) = next;
        Console.WriteLine($"job {job} was due {now - at} ago");
        Console.Error.WriteLine("reminding " + to); // LEAK INS3005
    }
}
//// CronScheduler !
internal interface IJob { string Name { get; } TimeSpan Every { get; } Task RunAsync(CancellationToken cancel); }
internal sealed class NewsletterJob(IUsers users) : IJob
{
    readonly List<string> recipients = [];
    public string Name => "newsletter";
    public TimeSpan Every => TimeSpan.FromHours(6);
    public int Recipients => recipients.Count;
    public async Task RunAsync(CancellationToken cancel)
    {
        recipients.Clear();
        await foreach (var u in users.Stream().WithCancellation(cancel))
            if (u.Roles.Contains("news")) recipients.Add(u.Email);
    }
}
internal sealed class Scheduler(IEnumerable<IJob> jobs, ILogger<Scheduler> log)
{
    readonly Dictionary<string, DateTime> last = [];
    public async Task TickAsync(DateTime now, CancellationToken cancel)
    {
        foreach (var job in jobs)
        {
            if (last.TryGetValue(job.Name, out var at) && now - at < job.Every) continue;
            last[job.Name] = now;
            try
            {
                await job.RunAsync(cancel);
                log.LogInformation("{Job} has run", job.Name);
                if (job is NewsletterJob n) log.LogInformation("{Count} recipients", n.Recipients);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError("{Job} failed: {Kind}", job.Name, e.GetType().Name);
            }
        }
    }
}
//// MailComposer
record Letter(string To, string Subject, string Body);
interface IMailer { bool Send(Letter letter); }
class Composer
{
    string to = "", subject = "", body = "";
    public Composer For(User u) { to = u.Email; body = $"Dear {u.FullName},\n"; return this; }
    public Composer About(string topic) { subject = "About " + topic; return this; }
    public Composer Line(string text) { body += text + "\n"; return this; }
    public Letter Build() => new(to, subject, body);
}
class Notifier(IMailer mailer, ILogger log)
{
    public void Overdue(User user, int invoice)
    {
        var letter = new Composer().For(user).About($"invoice {invoice}").Line("Please pay.").Build();
        bool sent = mailer.Send(letter);
        log.LogInformation("Letter '{Subject}' of {Length} characters sent: {Sent}", letter.Subject, letter.Body.Length, sent);
    }
}
//// MailTemplate
ILogger log = null!;
static readonly Dictionary<string, Func<User, string>> placeholders = new()
{
    ["{{name}}"] = u => u.FullName,
    ["{{plan}}"] = u => u.Plan,
};
static string Fill(string template, User user)
{
    var result = template;
    foreach (var (key, value) in placeholders) result = result.Replace(key, value(user));
    return result;
}
public void Preview(User user)
{
    string template = "Hello {{name}}, your plan {{plan}} ends.";
    log.LogDebug("Template: {Template}", template);
    var text = Fill(template, user);
    log.LogDebug("Preview: {Text}", text[..Math.Min(40, text.Length)]); // LEAK INS3001
}
//// PatientSearch
ILogger log = null!;
readonly Dictionary<string, List<int>> index = [];
static string Normalise(string term) => term.Trim().ToLowerInvariant();
public IReadOnlyList<int> Search([Pii] string term, int limit = 10)
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var key = Normalise(term);
    if (key.Length < 3)
    {
        log.LogInformation("Search term of {Length} characters is too short", key.Length);
        return [];
    }
    if (!index.TryGetValue(key, out var hits))
    {
        log.LogInformation("Nothing found for '{Key}'", key); // LEAK INS3001
        return [];
    }
    log.LogInformation("{Hits} hits in {Ms} ms", hits.Count, watch.ElapsedMilliseconds);
    return hits.Take(limit).ToArray();
}
//// FacetedSearch
ILogger log = null!;
sealed class Query
{
    [Pii] public string? Name { get; init; }
    public string? Plan { get; init; }
    public int Take { get; init; } = 20;
    public string Shape => (Name is null ? "-" : "name") + "/" + (Plan is null ? "-" : "plan") + "/" + Take;
}
static IEnumerable<User> Apply(IEnumerable<User> users, Query q)
{
    if (q.Name is { Length: > 0 } name) users = users.Where(u => u.FullName.StartsWith(name, StringComparison.CurrentCultureIgnoreCase));
    if (q.Plan is { } plan) users = users.Where(u => u.Plan == plan);
    return users.OrderBy(u => u.FullName).Take(q.Take);
}
public void Search(IUsers users, [Pii] string name)
{
    var query = new Query { Name = name, Plan = "gold" };
    var found = Apply(users.All(), query).ToList();
    log.LogInformation("Query {Shape} found {Count}: {Ids}", query.Shape, found.Count, string.Join(",", found.Select(u => u.Id)));
}
//// RetryNamedOperation
ILogger log = null!;
async Task<T> RetryAsync<T>(string what, int times, Func<Task<T>> action)
{
    for (int i = 1; ; i++)
    {
        try { return await action(); }
        catch (HttpRequestException) when (i < times)
        {
            log.LogWarning("Attempt {I} of '{What}' failed", i, what); // LEAK INS3001
            await Task.Delay(100 * i);
        }
    }
}
static Task<int> Push(string phone) => Task.FromResult(phone.Length);
public Task<int> Send(User user) => RetryAsync($"push to {user.Phone}", 3, () => Push(user.Phone!));
//// RetryClosure
ILogger log = null!;
int attempts;
T Retry<T>(Func<T> action, string what)
{
    while (true)
    {
        attempts++;
        try { return action(); }
        catch (TimeoutException) when (attempts < 5)
        {
            log.LogWarning("{What}: attempt {Attempt} timed out", what, attempts);
        }
    }
}
static bool Deliver(string address, string text) => address.Length + text.Length > 3;
public void Send(User user)
{
    var mail = user.Email;
    bool ok = Retry(() => Deliver(mail, "Hi " + user.FullName), nameof(Deliver));
    log.LogInformation("{What} of {Id}: {Ok}", nameof(Deliver), user.Id, ok);
}
//// ChangeDiffNames
ILogger log = null!;
readonly record struct Change(string Field, string? Old, string? New);
static List<Change> Compare(User a, User b)
{
    var changes = new List<Change>();
    void Add(string field, string? x, string? y) { if (x != y) changes.Add(new(field, x, y)); }
    Add("email", a.Email, b.Email);
    Add("phone", a.Phone, b.Phone);
    Add("city", a.Home.City, b.Home.City);
    return changes;
}
public void Save(User before, User after)
{
    var changes = Compare(before, after);
    log.LogInformation("Changed {Fields}", string.Join(", ", changes.Select(c => c.Field)));
    foreach (var c in changes.Where(c => c.Old is null)) log.LogInformation("{Field} is new", c.Field);
}
//// AuditTrail
ILogger log = null!;
class Entry { public DateTime At; public string Field = ""; public string From = ""; public string To = ""; }
class Trail
{
    readonly LinkedList<Entry> entries = new();
    public void Record(string field, string from, string to) => entries.AddLast(new Entry { At = DateTime.UtcNow, Field = field, From = from, To = to });
    public IEnumerable<Entry> Since(DateTime t) => entries.Where(e => e.At >= t);
}
public void Move(User user, [Pii] string newStreet)
{
    var trail = new Trail();
    trail.Record("street", user.Home.Street, newStreet);
    user.Home.Street = newStreet;
    foreach (var e in trail.Since(DateTime.Today))
    {
        log.LogInformation("{At}: {Field} changed", e.At, e.Field);
        log.LogInformation("was {Old}", e.From); // LEAK INS3001
    }
}
//// Duplicates
ILogger log = null!;
public void Find(IUsers users)
{
    var groups = from u in users.All()
                 group u.Id by u.Email.ToUpperInvariant() into g
                 where g.Count() > 1
                 select g;
    foreach (var g in groups)
    {
        log.LogWarning("Accounts {Ids} share one address", string.Join(", ", g));
        log.LogWarning("Duplicate: {Key}", g.Key); // LEAK INS3001
    }
}
//// CacheAside
ILogger log = null!;
readonly Dictionary<string, object> cache = [];
T GetOrAdd<T>(string key, Func<T> create) where T : notnull
{
    if (cache.TryGetValue(key, out var hit)) return (T)hit;
    log.LogDebug("cache miss for {Key}", key); // LEAK INS3001
    var made = create();
    cache[key] = made;
    return made;
}
public int Orders(User user) => GetOrAdd("orders:" + user.Email, () => user.Roles.Count);
public DateTime Clock() => GetOrAdd("clock", () => DateTime.UtcNow);
//// CacheByTypedKey
ILogger log = null!;
readonly struct CacheKey(string area, string value) : IEquatable<CacheKey>
{
    public string Area { get; } = area;
    readonly string value = value;
    public bool Equals(CacheKey o) => o.Area == Area && o.value == value;
    public override bool Equals(object? o) => o is CacheKey k && Equals(k);
    public override int GetHashCode() => HashCode.Combine(Area, value);
    public override string ToString() => Area + ":…";
}
readonly Dictionary<CacheKey, int> cache = [];
public int Points(User user, Func<string, int> load)
{
    var key = new CacheKey("points", user.Email);
    if (!cache.TryGetValue(key, out int points))
    {
        log.LogDebug("miss of {Key} ({Hash})", key.ToString(), key.GetHashCode());
        cache[key] = points = load(user.Email);
    }
    log.LogDebug("{Area}: {Count} entries", key.Area, cache.Count);
    return points;
}
//// BookingHandler !
internal record Book(int Flight, [property: Pii] string Passenger, string Seat);
internal record Booked(int Number, int Flight, string Seat);
internal interface IBookings { int Insert(int flight, string passenger, string seat); bool Taken(int flight, string seat); }
internal abstract class Handler<TCommand, TResult>(ILogger log)
{
    public TResult Handle(TCommand command)
    {
        log.LogInformation("Handling {Command}", typeof(TCommand).Name);
        var result = Do(command);
        log.LogInformation("Result {Result}", result);
        return result;
    }
    protected abstract TResult Do(TCommand command);
}
internal sealed class BookHandler(IBookings bookings, ILogger log) : Handler<Book, Booked>(log)
{
    protected override Booked Do(Book command)
    {
        if (bookings.Taken(command.Flight, command.Seat))
            throw new InvalidOperationException($"Seat {command.Seat} on {command.Flight} is taken");
        int number = bookings.Insert(command.Flight, command.Passenger, command.Seat);
        return new Booked(number, command.Flight, command.Seat);
    }
}
//// ExportWorkerAgain !
internal sealed class ExportRequest
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public int UserId { get; init; }
    public string Format { get; init; } = "csv";
    public string? Outcome { get; set; }
}
internal interface IExportFormat { string Name { get; } string Write(User user); }
internal sealed class CsvFormat : IExportFormat
{
    public string Name => "csv";
    public string Write(User user) => $"{user.Id},{user.FullName},{user.Email}";
}
internal sealed class KeyFormat : IExportFormat
{
    public string Name => "key";
    public string Write(User user) => user.Key.ToString("N");
}
internal sealed class ExportStore
{
    readonly Dictionary<Guid, string> done = [];
    public void Put(Guid id, string text) { lock (done) done[id] = text; }
    public string? Take(Guid id) { lock (done) return done.Remove(id, out var text) ? text : null; }
    public int Count { get { lock (done) return done.Count; } }
}
internal sealed class ExportWorker(IUsers users, IEnumerable<IExportFormat> formats, ExportStore store, ILogger<ExportWorker> log)
{
    readonly System.Threading.Channels.Channel<ExportRequest> queue = System.Threading.Channels.Channel.CreateBounded<ExportRequest>(100);
    public ValueTask EnqueueAsync(ExportRequest request) => queue.Writer.WriteAsync(request);
    public async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var request in queue.Reader.ReadAllAsync(cancel))
        {
            var format = formats.FirstOrDefault(f => f.Name == request.Format);
            if (format is null)
            {
                request.Outcome = "unknown format " + request.Format;
                log.LogWarning("{Id}: {Outcome}", request.Id, request.Outcome);
                continue;
            }
            var user = await users.GetAsync(request.UserId, cancel);
            var text = format.Write(user);
            store.Put(request.Id, text);
            request.Outcome = "ok";
            log.LogInformation("{Id}: {Format} of {Length} characters, {Count} waiting", request.Id, format.Name, text.Length, store.Count);
        }
    }
    public void Drop(Guid id)
    {
        if (store.Take(id) is { } text)
            log.LogInformation("Dropped {Text}", text); // LEAK INS3001
        else
            log.LogInformation("Nothing to drop for {Id}", id);
    }
}
//// LookupClient
class GeoClient(HttpClient http)
{
    readonly UriTemplate template = new("https://geo.example/lookup");
    class UriTemplate(string root)
    {
        public string With(params (string Name, string Value)[] query) => root + "?" + string.Join('&', query.Select(q => q.Name + "=" + Uri.EscapeDataString(q.Value)));
    }
    public Task<string> Country(User user) => http.GetStringAsync(template.With(("country", user.Home.Country)));
    internal async Task<int> Route(User user)
    {
        var url = template.With(("format", "json"), ("street", user.Home.Street));
        using var response = await http.GetAsync(url); // LEAK INS3008
        return (int)response.StatusCode;
    }
}
//// ResultsByAddress
ILogger log = null!;
internal enum Delivery { Sent, Bounced, Deferred }
internal void Summarise(IUsers users, Func<string, Delivery> send)
{
    var results = new SortedDictionary<string, Delivery>(StringComparer.OrdinalIgnoreCase);
    foreach (var u in users.All()) results.TryAdd(u.Email, send(u.Email));
    foreach (var (_, delivery) in results) log.LogDebug("{Delivery}", delivery);
    foreach (var kind in Enum.GetValues<Delivery>())
        log.LogInformation("{Kind}: {Count}", kind, results.Values.Count(v => v == kind));
    int bounced = results.Where(r => r.Value == Delivery.Bounced).Select(r => r.Key).Distinct().Count();
    Console.WriteLine($"{bounced} of {results.Count} bounced");
}
//// TimingMiddleware !
internal sealed class TimingMiddleware(ILogger<TimingMiddleware> log, IUsers users) : Microsoft.AspNetCore.Http.IMiddleware
{
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var user = await users.GetAsync(7, context.RequestAborted);
        context.Items["user"] = user;
        context.Items["mail"] = user.Email;
        try
        {
            await next(context);
        }
        finally
        {
            log.LogInformation("{Status} after {Elapsed} ms, {Items} items, admin {Admin}", context.Response.StatusCode, watch.ElapsedMilliseconds, context.Items.Count, user.IsAdmin);
        }
    }
}

//// ItemsCarry
private static readonly object MailKey = new();
private void Remember(Microsoft.AspNetCore.Http.HttpContext context, User user)
{
    context.Items[MailKey] = user.Email;
}

public void Recall(Microsoft.AspNetCore.Http.HttpContext context, User user, ILogger log)
{
    Remember(context, user);
    log.LogDebug("Known: {Known}", context.Items.ContainsKey(MailKey));
    if (context.Items.TryGetValue(MailKey, out var who) && who is string mail)
        log.LogDebug("Request by {Who}", mail); // LEAK INS3001
}

//// ClaimsOfUser
public void SignIn(User user, ILogger log)
{
    var identity = new System.Security.Claims.ClaimsIdentity("cookie");
    identity.AddClaim(new System.Security.Claims.Claim("plan", user.Plan));
    identity.AddClaim(new System.Security.Claims.Claim(System.Security.Claims.ClaimTypes.Email, user.Email));
    var principal = new System.Security.Claims.ClaimsPrincipal(identity);
    log.LogInformation("{Count} claims of types {Types}", principal.Claims.Count(), string.Join(",", principal.Claims.Select(c => c.Type)));
    log.LogInformation("Has mail: {Has}", principal.HasClaim(c => c.Type == System.Security.Claims.ClaimTypes.Email));
    log.LogInformation("Signed in {Mail}", principal.FindFirst(System.Security.Claims.ClaimTypes.Email)?.Value); // LEAK INS3001
}

//// FormValidation !
internal sealed class SignupForm
{
    [Pii] public string Mail { get; set; } = "";
    [Pii] public string Phone { get; set; } = "";
    public bool Terms { get; set; }
}

internal sealed class SignupValidator
{
    internal IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> Validate(SignupForm form)
    {
        if (!form.Mail.Contains('@'))
            yield return new System.ComponentModel.DataAnnotations.ValidationResult("The mail address lacks an @", [nameof(form.Mail)]);
        if (form.Phone.Length is < 6 or > 15)
            yield return new System.ComponentModel.DataAnnotations.ValidationResult($"A phone number of {form.Phone.Length} digits", [nameof(form.Phone)]);
        if (!form.Terms)
            yield return new System.ComponentModel.DataAnnotations.ValidationResult("The terms were not accepted", [nameof(form.Terms)]);
    }
}

internal sealed class SignupHandler(SignupValidator validator, ILogger<SignupHandler> log)
{
    internal bool Handle(SignupForm form)
    {
        var errors = validator.Validate(form).ToList();
        foreach (var error in errors)
            log.LogWarning("Rejected: {Message} ({Members})", error.ErrorMessage, string.Join(",", error.MemberNames));
        return errors.Count == 0;
    }
}

//// ModelErrors !
internal sealed class ErrorBag
{
    private readonly Dictionary<string, List<string>> _errors = new();
    internal void Add(string field, string message)
    {
        if (!_errors.TryGetValue(field, out var list)) _errors[field] = list = new List<string>();
        list.Add(message);
    }
    internal bool IsValid => _errors.Count == 0;
    internal IReadOnlyCollection<string> Fields => _errors.Keys;
    internal IEnumerable<string> Messages => _errors.Values.SelectMany(m => m);
}

internal sealed class ProfileUpdate(ILogger<ProfileUpdate> log)
{
    internal bool Check(User user, ISet<string> blocked)
    {
        var bag = new ErrorBag();
        if (user.FullName.Any(char.IsDigit)) bag.Add("name", "has digits");
        if (blocked.Contains(user.Email)) bag.Add("mail", $"'{user.Email}' is blocked");
        if (bag.IsValid) return true;
        log.LogWarning("Invalid fields {Fields}", string.Join(", ", bag.Fields));
        log.LogWarning("Because: {Why}", string.Join("; ", bag.Messages)); // LEAK INS3001
        return false;
    }
}

//// CursorPaging !
internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? Next);

internal sealed class UserListing(IUsers users, ILogger<UserListing> log)
{
    private Page<User> Load(string? after, int size)
    {
        var all = users.All().OrderBy(u => u.Email, StringComparer.Ordinal).ToList();
        var rest = after is null ? all : all.SkipWhile(u => string.CompareOrdinal(u.Email, after) <= 0).ToList();
        var items = rest.Take(size).ToList();
        var next = items.Count == size ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(items[^1].Email)) : null;
        return new Page<User>(items, all.Count, next);
    }

    internal void Walk()
    {
        var page = Load(null, 20);
        log.LogInformation("{Shown} of {Total}, more: {More}", page.Items.Count, page.Total, page.Next is not null);
        log.LogDebug("Cursor {Cursor}", page.Next); // LEAK INS3001
    }
}

//// OffsetPaging
private sealed class Paged<T>
{
    public required List<T> Rows { get; init; }
    public required int Number { get; init; }
    public int Size => Rows.Count;
    public bool Last { get; init; }
    public override string ToString() => $"page {Number} with {Size} rows{(Last ? ", the last" : "")}";
}

public void Browse(IUsers users, ILogger log)
{
    var number = 0;
    foreach (var chunk in users.All().Select(u => u.Email).Order().Chunk(50))
    {
        var page = new Paged<string> { Rows = chunk.ToList(), Number = ++number, Last = chunk.Length < 50 };
        log.LogInformation("Sent {Page}", page);
        Console.WriteLine($"{page}: {page.Rows}");
    }
}

//// FlagRollout !
internal interface IFlag { bool On(User user); string Name { get; } }

internal sealed class PercentageFlag(string name, int percent) : IFlag
{
    public string Name => name;
    public bool On(User user)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name + ":" + user.Email));
        return hash[0] % 100 < percent;
    }
}

internal sealed class DomainFlag(string name, string domain) : IFlag
{
    public string Name => name;
    public bool On(User user) => user.Email.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase);
}

internal sealed class Flags(IEnumerable<IFlag> flags, ILogger<Flags> log)
{
    private readonly Dictionary<(int User, string Flag), bool> _decisions = new();
    internal bool IsOn(User user, string name)
    {
        if (_decisions.TryGetValue((user.Id, name), out var known)) return known;
        var on = flags.Any(f => f.Name == name && f.On(user));
        _decisions[(user.Id, name)] = on;
        log.LogInformation("Flag {Flag} is {State} for user {Id}, {Count} decisions", name, on ? "on" : "off", user.Id, _decisions.Count);
        System.Diagnostics.Activity.Current?.SetTag("feature." + name, on);
        return on;
    }
}

//// AuditTrailAgain !
internal sealed record Change(string Field, string? Before, string? After)
{
    internal bool Cleared => After is null;
}

internal sealed class AuditTrail(ILogger<AuditTrail> log)
{
    private readonly List<Change> _changes = new();
    internal AuditTrail Track(string field, string? before, string? after)
    {
        if (before != after) _changes.Add(new Change(field, before, after));
        return this;
    }

    internal void Commit(int actor)
    {
        foreach (var (field, before, after) in _changes)
        {
            log.LogInformation("{Actor} changed {Field}: {Kind}", actor, field, before is null ? "set" : after is null ? "cleared" : "replaced");
            log.LogDebug("Old value was {Old}", before); // LEAK INS3001
        }
        _changes.Clear();
    }
}

internal static class ProfileEditor
{
    internal static void Apply(User user, string plan, string? phone, AuditTrail trail)
    {
        trail.Track("plan", user.Plan, plan).Track("phone", user.Phone, phone).Commit(user.Id);
        user.Plan = plan;
    }
}

//// Outbox !
internal sealed class Mail
{
    internal Guid Id { get; } = Guid.NewGuid();
    internal required string To { get; init; }
    internal required string Subject { get; init; }
    internal int Attempts { get; set; }
}

internal interface ISmtp { Task SendAsync(string to, string subject, CancellationToken cancel); }

internal sealed class Outbox
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<Mail> _mails = new();
    internal void Enqueue(User user, string subject) => _mails.Enqueue(new Mail { To = user.Email, Subject = subject });
    internal bool TryTake(out Mail? mail) => _mails.TryDequeue(out mail);
    internal void Return(Mail mail) { mail.Attempts++; _mails.Enqueue(mail); }
    internal int Waiting => _mails.Count;
}

internal sealed class OutboxWorker(Outbox outbox, ISmtp smtp, ILogger<OutboxWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!outbox.TryTake(out var mail) || mail is null)
            {
                await Task.Delay(500, stoppingToken);
                continue;
            }
            try
            {
                await smtp.SendAsync(mail.To, mail.Subject, stoppingToken);
                log.LogInformation("Mail {Id} sent: {Subject}, {Waiting} waiting", mail.Id, mail.Subject, outbox.Waiting);
            }
            catch (IOException) when (mail.Attempts < 3)
            {
                outbox.Return(mail);
                log.LogWarning("Mail {Id} failed, attempt {Attempt}", mail.Id, mail.Attempts);
            }
            catch (IOException e)
            {
                log.LogError(e, "Gave up on {Recipient}", mail.To); // LEAK INS3001
            }
        }
    }
}

internal static class Signup
{
    internal static void Welcome(Outbox outbox, User user) => outbox.Enqueue(user, "Welcome!");
}

//// IdempotencyKeys
private readonly HashSet<string> _seen = new();
public bool Once(User user, string operation, ILogger log)
{
    using var hmac = new System.Security.Cryptography.HMACSHA256(new byte[32]);
    var key = Convert.ToHexString(hmac.ComputeHash(System.Text.Encoding.UTF8.GetBytes($"{operation}|{user.Email}")));
    var first = _seen.Add(key);
    log.LogInformation("{Operation} with key {Key}: {First}", operation, key[..12], first);
    if (!first) throw new InvalidOperationException($"Operation {operation} was already done (key {key})");
    return first;
}

//// SessionStore !
internal sealed class Session(Guid id, User user)
{
    internal Guid Id => id;
    internal User User => user;
    internal DateTimeOffset Seen { get; set; } = DateTimeOffset.UtcNow;
}

internal sealed class Sessions(ILogger<Sessions> log)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, Session> _open = new();
    internal Session Open(User user)
    {
        var session = new Session(Guid.NewGuid(), user);
        _open[session.Id] = session;
        log.LogInformation("Opened {Session} as {Id}", session, session.Id);
        return session;
    }

    internal int Sweep(TimeSpan idle)
    {
        var gone = _open.Values.Where(s => DateTimeOffset.UtcNow - s.Seen > idle).ToArray();
        foreach (var s in gone)
        {
            _open.TryRemove(s.Id, out _);
            log.LogDebug("Session {Id} of user {User} on plan {Plan} expired", s.Id, s.User.Id, s.User.Plan);
        }
        Console.WriteLine("Swept " + gone);
        return gone.Length;
    }
}

//// RateLimit !
internal sealed class Limiter<TKey>(int limit) where TKey : notnull
{
    private readonly Dictionary<TKey, int> _counts = new();
    internal void Hit(TKey key)
    {
        var count = _counts.GetValueOrDefault(key) + 1;
        _counts[key] = count;
        if (count > limit)
            throw new TimeoutException($"Limit of {limit} exceeded by {key}"); // LEAK INS3004
    }
    internal int Partitions => _counts.Count;
}

internal sealed class VisitGate(ILogger<VisitGate> log)
{
    private readonly Limiter<string> _perAddress = new(100);
    internal void Enter(Visit visit)
    {
        _perAddress.Hit(visit.IpAddress);
        log.LogTrace("Visit {Id} at {At}, {Partitions} partitions", visit.Id, visit.At, _perAddress.Partitions);
    }
}

//// ExceptionMapping !
internal sealed class AccountLockedException(User account, int failures) : Exception("The account is locked")
{
    internal User Account => account;
    internal int Failures => failures;
}

internal sealed class ProblemFilter(ILogger<ProblemFilter> log)
{
    internal async Task<int> RunAsync(Func<Task> action)
    {
        try
        {
            await action();
            return 200;
        }
        catch (AccountLockedException e)
        {
            log.LogWarning(e, "{Type} of user {Id} after {Failures} failures", e.GetType().Name, e.Account.Id, e.Failures);
            return 423;
        }
    }
}

internal sealed class LoginEndpoint(IUsers users, ProblemFilter filter)
{
    internal Task<int> Post(int id, int failures) => filter.RunAsync(async () =>
    {
        var user = await users.GetAsync(id);
        if (failures > 5) throw new AccountLockedException(user, failures);
    });
}

//// RedirectAfterLogin
public void Land(Microsoft.AspNetCore.Http.HttpContext context, User user, bool known)
{
    if (user.Email.Length == 0)
    {
        context.Response.Redirect("/login?reason=mail");
        return;
    }
    var query = new System.Text.StringBuilder("?plan=").Append(user.Plan);
    if (known)
    {
        context.Response.Redirect("/home" + query);
        return;
    }
    query.Append("&hint=").Append(Uri.EscapeDataString(user.Email));
    context.Response.Redirect("/welcome" + query); // LEAK INS3008
}

//// CookieJar
public void Remember(Microsoft.AspNetCore.Http.HttpResponse response, User user, string theme)
{
    var options = new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true, MaxAge = TimeSpan.FromDays(user.Salary > 0 ? 30 : 7) };
    response.Cookies.Append("theme", theme, options);
    response.Cookies.Append("uid", user.Key.ToString("N"), options);
    response.Cookies.Append("named", string.IsNullOrWhiteSpace(user.FullName) ? "0" : "1", options);
    response.Cookies.Append("greeting", "Hi " + user.FullName.Split(' ')[0], options); // LEAK INS3008
}

//// EntityTag
public void Conditional(Microsoft.AspNetCore.Http.HttpContext context, User user, ILogger log)
{
    var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(user);
    var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body))[..16]}\"";
    context.Response.Headers["ETag"] = tag;
    var match = context.Request.Headers["If-None-Match"].ToString() == tag;
    context.Response.StatusCode = match ? 304 : 200;
    log.LogDebug("Entity {Id}: tag {Tag}, {Size} bytes, unchanged {Match}", user.Id, tag, body.Length, match);
}

//// AvatarFetch
public async Task<int> Avatar(HttpClient http, User user, bool legacy)
{
    var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(user.Email.Trim().ToLowerInvariant())));
    if (!legacy)
        return (await http.GetByteArrayAsync("https://avatars.example/" + digest)).Length;
    var url = string.Format("https://avatars.example/by-mail/{0}?size={1}", Uri.EscapeDataString(user.Email), 80);
    return (await http.GetByteArrayAsync(url)).Length; // LEAK INS3008
}

//// JobChannel !
internal abstract record Job(Guid Id);
internal sealed record ExportJob(Guid Id, int UserId) : Job(Id);
internal sealed record InviteJob(Guid Id, string Address) : Job(Id);

internal sealed class Jobs
{
    private readonly System.Threading.Channels.Channel<Job> _channel = System.Threading.Channels.Channel.CreateBounded<Job>(100);
    internal ValueTask Add(Job job) => _channel.Writer.WriteAsync(job);
    internal IAsyncEnumerable<Job> All(CancellationToken cancel) => _channel.Reader.ReadAllAsync(cancel);
}

internal sealed class InviteController(Jobs jobs)
{
    internal async Task Invite(User friend) => await jobs.Add(new InviteJob(Guid.NewGuid(), friend.Email));
    internal async Task Export(User self) => await jobs.Add(new ExportJob(Guid.NewGuid(), self.Id));
}

internal sealed class JobWorker(Jobs jobs, ILogger<JobWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in jobs.All(stoppingToken))
        {
            log.LogInformation("Job {Id} of {Type}", job.Id, job.GetType().Name);
            switch (job)
            {
                case ExportJob export:
                    log.LogInformation("Begin {Export}", export);
                    break;
                case InviteJob invite:
                    log.LogInformation("Begin {Invite}", invite); // LEAK INS3001
                    break;
            }
        }
    }
}

//// MediatorBehaviour !
internal interface IRequest<TResponse>;
internal sealed record ChangeAddress(int Id, Address To) : IRequest<bool>;
internal sealed record RenameUser(int Id, string NewName) : IRequest<bool>;

internal sealed class LoggingBehaviour(ILogger<LoggingBehaviour> log)
{
    internal async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, Func<IRequest<TResponse>, Task<TResponse>> next)
    {
        log.LogInformation("Begin {Name}", request.GetType().Name);
        try
        {
            return await next(request);
        }
        catch (Exception e)
        {
            log.LogError(e, "Failed: {Request}", request); // LEAK INS3001
            throw;
        }
    }
}

internal sealed class UserFacade(LoggingBehaviour pipeline)
{
    internal Task<bool> Rename(User user) => pipeline.Send(new RenameUser(user.Id, user.FullName.Trim()), _ => Task.FromResult(true));
}

//// MediatorIds !
internal interface ICommand { string Describe(); }
internal sealed class MoveHouse(int id, Address to) : ICommand
{
    internal Address To => to;
    public string Describe() => $"move of {id} within {to.Country}";
}
internal sealed class CloseAccount(User user, string reason) : ICommand
{
    internal User User => user;
    public string Describe() => $"closing {user.Id} ({reason}), {user.Roles.Count} roles, phone {(user.Phone is null ? "missing" : "known")}";
}

internal sealed class CommandBus(ILogger<CommandBus> log)
{
    private readonly Dictionary<Type, Action<ICommand>> _handlers = new();
    internal void On<T>(Action<T> handler) where T : ICommand => _handlers[typeof(T)] = c => handler((T)c);
    internal void Dispatch(ICommand command)
    {
        using var scope = log.BeginScope(command.Describe());
        if (!_handlers.TryGetValue(command.GetType(), out var handler))
            throw new NotSupportedException($"No handler for {command}: {command.Describe()}");
        handler(command);
        log.LogInformation("Done: {Command} - {Text}", command, command.Describe());
    }
    internal void Close(User user) => Dispatch(new CloseAccount(user, "asked"));
    internal void Move(User user) => Dispatch(new MoveHouse(user.Id, user.Home));
}

//// ReadThroughCache !
internal sealed class ReadThrough<TKey, TValue>(Func<TKey, TValue> load, ILogger log) where TKey : notnull
{
    private readonly Dictionary<TKey, (TValue Value, DateTime Until)> _entries = new();
    internal TValue Get(TKey key)
    {
        if (_entries.TryGetValue(key, out var entry) && entry.Until > DateTime.UtcNow)
        {
            log.LogTrace("Hit, valid until {Until}", entry.Until);
            return entry.Value;
        }
        log.LogDebug("Miss of {Key}", key); // LEAK INS3001
        var value = load(key);
        _entries[key] = (value, DateTime.UtcNow.AddMinutes(5));
        return value;
    }
}

internal sealed class Quotas(ILogger<Quotas> log)
{
    internal int QuotaOf(User user)
    {
        var cache = new ReadThrough<string, int>(mail => mail.Length * 10, log);
        var quota = cache.Get(user.Email);
        log.LogInformation("Quota {Quota}", quota);
        return quota;
    }
}

//// LoginOutcome
private enum Outcome { Ok, UnknownMail, Locked, NeedsPhone }
private static Outcome Judge(User? user, string typed) => user switch
{
    null => Outcome.UnknownMail,
    { Email: var mail } when !mail.Equals(typed, StringComparison.OrdinalIgnoreCase) => Outcome.UnknownMail,
    { Phone: null or "" } => Outcome.NeedsPhone,
    { IsAdmin: true, Roles.Count: 0 } => Outcome.Locked,
    _ => Outcome.Ok,
};

public int Login(User? user, [Pii] string typed, ILogger log, System.Diagnostics.Metrics.Counter<int> logins)
{
    var outcome = Judge(user, typed);
    logins.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    log.LogInformation("Login: {Outcome}", outcome);
    var (status, text) = outcome switch
    {
        Outcome.Ok => (200, "welcome"),
        Outcome.Locked => (423, "locked"),
        _ => (401, "unknown"),
    };
    log.LogDebug("{Status} {Text}", status, text);
    return status;
}

//// ApiContracts
private sealed class ProfileDto
{
    public int Id { get; set; }
    [System.Text.Json.Serialization.JsonIgnore] public string Mail { get; set; } = "";
    public string Level { get; set; } = "";
}
private sealed class ContactDto
{
    public int Id { get; set; }
    [System.Text.Json.Serialization.JsonPropertyName("m")] public string Mail { get; set; } = "";
}

public void Contracts(Customer customer, ILogger log)
{
    var profile = new ProfileDto { Id = customer.Id, Mail = customer.Email, Level = customer.Level };
    log.LogDebug("Response {Body}", System.Text.Json.JsonSerializer.Serialize(profile));
    var contact = new ContactDto { Id = customer.Id, Mail = customer.Email };
    var body = System.Text.Json.JsonSerializer.Serialize(contact);
    log.LogDebug("Response of {Size} chars", body.Length);
    log.LogDebug("Response {Body}", body); // LEAK INS3007
}

//// TenantMetrics
private readonly System.Diagnostics.Metrics.Histogram<double> _duration = new System.Diagnostics.Metrics.Meter("shop").CreateHistogram<double>("request.duration");
private static (string Tenant, string Tier) Resolve(User user)
{
    var at = user.Email.LastIndexOf('@');
    return (at < 0 ? "none" : user.Email[(at + 1)..], user.Tier.ToString());
}

public void Observe(User user, double elapsed)
{
    var (tenant, tier) = Resolve(user);
    _duration.Record(elapsed, new KeyValuePair<string, object?>("tier", tier), new KeyValuePair<string, object?>("tenant.known", tenant != "none"));
    var tags = new System.Diagnostics.TagList { { "tier", tier } };
    _duration.Record(elapsed, tags);
    tags.Add("tenant", tenant);
    _duration.Record(elapsed, tags); // LEAK INS3003
}

//// UnsignedToken
private static string Issue(User user)
{
    var payload = System.Text.Json.JsonSerializer.Serialize(new { sub = user.Id, email = user.Email, plan = user.Plan });
    string Encode(string s) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(s)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    return $"{Encode("{\"alg\":\"none\"}")}.{Encode(payload)}.";
}

public void Token(User user)
{
    var token = Issue(user);
    Console.WriteLine($"A token of {token.Length} chars, dots {token.Count(c => c == '.')}");
    Console.Error.WriteLine("Bearer " + token); // LEAK INS3005
}

//// RequestPipeline
private delegate Task Handler(Dictionary<string, object?> env);
private static Handler Build(Handler last, params Func<Handler, Handler>[] parts)
{
    for (var i = parts.Length - 1; i >= 0; i--) last = parts[i](last);
    return last;
}

public async Task Run(IUsers users, ILogger log)
{
    var app = Build(
        env => { log.LogInformation("Handled with {Keys}", string.Join(",", env.Keys)); return Task.CompletedTask; },
        next => async env =>
        {
            env["user"] = await users.GetAsync(1);
            await next(env);
            env.Remove("user");
        },
        next => env =>
        {
            var user = (User)env["user"]!;
            env["authorized"] = user.IsAdmin || user.Email.EndsWith("@example.org");
            log.LogInformation("User {Id} is authorized: {Authorized}", user.Id, env["authorized"]);
            return next(env);
        });
    await app(new Dictionary<string, object?> { ["path"] = "/orders" });
}

//// HealthReport !
internal sealed class Probe(string name)
{
    internal string Name => name;
    internal Dictionary<string, object> Data { get; } = new();
    internal bool Healthy { get; set; } = true;
}

internal sealed class DirectoryProbe(IUsers users, ILogger<DirectoryProbe> log)
{
    internal async Task<Probe> CheckAsync(CancellationToken cancel)
    {
        var probe = new Probe("directory");
        int seen = 0, incomplete = 0;
        User? oldest = null;
        await foreach (var user in users.Stream().WithCancellation(cancel))
        {
            seen++;
            if (user.Phone is null || user.Home.Street == "") incomplete++;
            if (oldest is null || user.BirthDate < oldest.BirthDate) oldest = user;
        }
        probe.Data["seen"] = seen;
        probe.Data["incomplete"] = incomplete;
        probe.Data["oldest"] = oldest?.Id ?? -1;
        probe.Healthy = incomplete * 10 < seen;
        log.LogInformation("{Probe}: {Healthy} {Data}", probe.Name, probe.Healthy, string.Join(" ", probe.Data.Select(p => p.Key + "=" + p.Value)));
        return probe;
    }
}

//// ScopedRequests
private static IEnumerable<KeyValuePair<string, object?>> Context(User user, string path)
{
    yield return new("Path", path);
    yield return new("UserId", user.Id);
    if (user.Manager is { } boss) yield return new("Manager", boss.FullName);
}

public void Serve(User user, string path, ILogger log)
{
    using (log.BeginScope("{Path} for {User}", path, user.Id))
        log.LogInformation("First");
    using (log.BeginScope(Context(user, path).ToDictionary(p => p.Key, p => p.Value))) // LEAK INS3006
        log.LogInformation("Second");
}

//// SpanDecorator !
internal interface IOrders { Task<int> PlaceAsync(User buyer, string sku); }

internal sealed class Orders : IOrders
{
    public Task<int> PlaceAsync(User buyer, string sku) => Task.FromResult(sku.Length + buyer.Id);
}

internal sealed class TracedOrders(IOrders inner, System.Diagnostics.ActivitySource source) : IOrders
{
    public async Task<int> PlaceAsync(User buyer, string sku)
    {
        using var span = source.StartActivity("place " + sku);
        span?.SetTag("buyer", buyer.Key).SetTag("buyer.tier", buyer.Tier);
        try
        {
            return await inner.PlaceAsync(buyer, sku);
        }
        catch (Exception e)
        {
            span?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, $"{e.GetType().Name} for {buyer.Home.Street}"); // LEAK INS3002
            throw;
        }
    }
}

//// RetryPolicy !
internal sealed class Retry(int times, ILogger<Retry> log)
{
    internal async Task<T> RunAsync<T>(string what, Func<int, Task<T>> action)
    {
        List<Exception> failures = [];
        for (var attempt = 1; attempt <= times; attempt++)
        {
            try
            {
                var result = await action(attempt);
                log.LogInformation("{What} succeeded at attempt {Attempt} with a {Type}", what, attempt, typeof(T).Name);
                return result;
            }
            catch (HttpRequestException e)
            {
                failures.Add(e);
                log.LogWarning("{What} failed with {Status}: {Type}", what, e.StatusCode, e.GetType().Name);
            }
        }
        throw new AggregateException($"{what} failed {failures.Count} times", failures);
    }
}
internal sealed class Lookup(IUsers users, Retry retry, ILogger<Lookup> log)
{
    internal async Task<bool> ReachableAsync(int id)
    {
        var phone = await retry.RunAsync("phone of " + id, async _ => (await users.GetAsync(id)).Phone ?? "");
        var mail = await retry.RunAsync<string>(nameof(User.Email), async attempt => (await users.GetAsync(id + attempt - attempt)).Email);
        log.LogInformation("User {Id}: {Digits} digits, mail {Mail}", id, phone.Length, mail.Length > 0);
        return phone.Length > 0 || mail.Length > 0;
    }
}

//// PatchDocument
private static readonly Dictionary<string, Action<User, string>> Setters = new(StringComparer.OrdinalIgnoreCase)
{
    ["email"] = (u, v) => u.Email = v,
    ["name"] = (u, v) => u.FullName = v,
    ["phone"] = (u, v) => u.Phone = v,
};
public int Patch(User user, [Pii] IReadOnlyDictionary<string, string> body, ILogger log)
{
    int applied = 0, unknown = 0;
    foreach (var (name, setter) in Setters)
    {
        if (!body.TryGetValue(name, out var value)) continue;
        if (value.Length > 200) throw new InvalidOperationException($"'{name}' has {value.Length} chars");
        setter(user, value);
        applied++;
        log.LogInformation("Set {Property} of {Id}", name, user.Id);
    }
    unknown = body.Count - applied;
    log.LogInformation("{Applied} applied, {Unknown} unknown", applied, unknown);
    return unknown == 0 ? 204 : 422;
}

//// PurgeWorker !
internal interface IPurgeStore { Task<IReadOnlyList<User>> DueAsync(DateTime before, CancellationToken cancel); Task DeleteAsync([Pii] string mail, CancellationToken cancel); }
internal sealed class PurgeWorker(IPurgeStore store, TimeProvider clock, System.Diagnostics.Metrics.Meter meter, ILogger<PurgeWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    private readonly System.Diagnostics.Metrics.Counter<long> _purged = meter.CreateCounter<long>("purged");
    private readonly Dictionary<string, int> _failures = new();
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var before = clock.GetUtcNow().UtcDateTime.AddYears(-3);
            var due = await store.DueAsync(before, stoppingToken);
            using var scope = log.BeginScope("Purge of {Count} before {Before}", due.Count, before);
            foreach (var user in due)
            {
                if (_failures.TryGetValue(user.Email, out var failed) && failed > 3)
                {
                    log.LogError("Gave up on {Id} after {Failed} failures", user.Id, failed);
                    continue;
                }
                try
                {
                    await store.DeleteAsync(user.Email, stoppingToken);
                    _failures.Remove(user.Email);
                    _purged.Add(1, new KeyValuePair<string, object?>("tier", user.Tier), new KeyValuePair<string, object?>("country", user.Home.Country));
                }
                catch (TimeoutException)
                {
                    _failures[user.Email] = failed + 1;
                    log.LogWarning("Not purged: {Id}, {Failing} failing", user.Id, _failures.Count);
                }
            }
        }
    }
}

//// FacetedSearchAgain
private sealed record Facet(string Name, IReadOnlyDictionary<string, int> Buckets);
public void Search(IUsers users, [Pii] string text, ILogger log)
{
    var hits = users.All().Where(u => u.FullName.Contains(text, StringComparison.OrdinalIgnoreCase) || u.Email.StartsWith(text)).ToList();
    var facets = new[]
    {
        new Facet("plan", hits.GroupBy(u => u.Plan).ToDictionary(g => g.Key, g => g.Count())),
        new Facet("contact", hits.GroupBy(u => u.Phone is null ? "mail only" : "phone").ToDictionary(g => g.Key, g => g.Count())),
    };
    foreach (var (name, buckets) in facets)
        log.LogInformation("{Facet}: {Buckets}", name, string.Join(" ", buckets.Select(b => $"{b.Key}({b.Value})")));
    log.LogInformation("{Hits} hits for {Length} chars", hits.Count, text.Length);
}
//// ReminderWorkerAgain !
internal sealed record Reminder(int Appointment, string Target, DateTime Due, int Attempts);

internal interface ISmsGateway { Task<bool> SendAsync(string number, string text, CancellationToken cancel); }

internal sealed class ReminderWorker(IUsers users, ISmsGateway sms, ILogger<ReminderWorker> log)
{
    private readonly System.Threading.Channels.Channel<Reminder> _due = System.Threading.Channels.Channel.CreateUnbounded<Reminder>();
    private int _sent;

    internal async Task PlanAsync(int patient, int appointment, DateTime at, CancellationToken cancel)
    {
        var user = await users.GetAsync(patient, cancel);
        if (user.Phone is not { Length: > 5 } phone)
        {
            log.LogInformation("Patient {Patient} has no usable number", patient);
            return;
        }
        await _due.Writer.WriteAsync(new Reminder(appointment, phone, at.AddDays(-1), 0), cancel);
        log.LogDebug("Planned reminder for {Appointment}", appointment);
    }

    internal async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var next in _due.Reader.ReadAllAsync(cancel))
        {
            if (await sms.SendAsync(next.Target, "See you tomorrow", cancel))
            {
                _sent++;
                log.LogInformation("Reminder {Appointment} sent, {Sent} so far", next.Appointment, _sent);
                continue;
            }
            var again = next with { Attempts = next.Attempts + 1 };
            if (again.Attempts < 3)
                await _due.Writer.WriteAsync(again, cancel);
            else
                log.LogError("Giving up on {Reminder}", again); // LEAK INS3001
        }
    }
}

//// CardPayments !
internal sealed class PaymentRequest
{
    public Guid Id { get; init; }
    [Pii(PiiKind.Financial)] public string CardNumber { get; init; } = "";
    [Pii] public string Holder { get; init; } = "";
    public decimal Amount { get; init; }
    public string Currency { get; init; } = "EUR";
}

internal enum PaymentState { Accepted, Declined, Invalid }

internal sealed record PaymentResult(Guid Id, PaymentState State, string Network);

internal interface IAcquirer { Task<bool> AuthorizeAsync(string card, string holder, decimal amount); }

internal sealed class PaymentService(IAcquirer acquirer, ILogger<PaymentService> log)
{
    private readonly Dictionary<Guid, PaymentResult> _results = new();

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            if (i % 2 == 1) d = d > 4 ? d * 2 - 9 : d * 2;
            sum += d;
        }
        return sum % 10 == 0;
    }

    private static string NetworkOf(string card) => card switch
    {
        ['4', ..] => "visa",
        ['5', >= '1' and <= '5', ..] => "mastercard",
        ['3', '4' or '7', ..] => "amex",
        _ => "other",
    };

    internal async Task<PaymentResult> PayAsync(PaymentRequest request)
    {
        var digits = new string(request.CardNumber.Where(char.IsAsciiDigit).ToArray());
        var network = NetworkOf(digits);
        if (digits.Length < 12 || !Luhn(digits))
        {
            log.LogWarning("Payment {Id}: card of {Digits} digits ({Network}) is not valid", request.Id, digits.Length, network);
            return _results[request.Id] = new PaymentResult(request.Id, PaymentState.Invalid, network);
        }
        var accepted = await acquirer.AuthorizeAsync(digits, request.Holder.ToUpperInvariant(), request.Amount);
        var result = new PaymentResult(request.Id, accepted ? PaymentState.Accepted : PaymentState.Declined, network);
        _results[request.Id] = result;
        log.LogInformation("Payment {Result} of {Amount} {Currency}", result, request.Amount, request.Currency);
        return result;
    }
}

//// CachedDirectory !
internal interface IDirectory { User? FindByMail(string mail); }

internal sealed class SlowDirectory(IUsers users) : IDirectory
{
    public User? FindByMail(string mail) => users.All().FirstOrDefault(u => u.Email == mail);
}

internal sealed class CachedDirectory(IDirectory inner, ILogger<CachedDirectory> log) : IDirectory
{
    private readonly Dictionary<string, (User? User, DateTime Until)> _entries = new(StringComparer.OrdinalIgnoreCase);
    private int _hits, _misses;

    public User? FindByMail(string mail)
    {
        if (_entries.TryGetValue(mail, out var entry) && entry.Until > DateTime.UtcNow)
        {
            _hits++;
            return entry.User;
        }
        _misses++;
        var user = inner.FindByMail(mail);
        _entries[mail] = (user, DateTime.UtcNow.AddMinutes(5));
        log.LogDebug("Cache has {Count} entries, {Hits} hits, {Misses} misses", _entries.Count, _hits, _misses);
        return user;
    }

    internal void Evict()
    {
        var stale = _entries.Where(e => e.Value.Until <= DateTime.UtcNow).Select(e => e.Key).ToArray();
        foreach (var key in stale)
        {
            _entries.Remove(key);
            log.LogTrace("Evicted {Key}", key); // LEAK INS3001
        }
        log.LogInformation("Evicted {Count}", stale.Length);
    }
}

internal sealed class Invitations(CachedDirectory directory)
{
    internal bool Known(User candidate) => directory.FindByMail(candidate.Email) != null;
}

//// CachedById !
internal interface IProfileSource { Task<User> LoadAsync(int id); }

internal sealed class ProfileCache(IProfileSource source, ILogger<ProfileCache> log)
{
    private sealed class Slot(User user)
    {
        public User User { get; } = user;
        public DateTime LoadedAt { get; } = DateTime.UtcNow;
        public int Reads;
    }

    private readonly Dictionary<int, Slot> _slots = new();
    private readonly LinkedList<int> _order = new();

    internal async Task<User> GetAsync(int id)
    {
        if (_slots.TryGetValue(id, out var slot))
        {
            slot.Reads++;
            _order.Remove(id);
            _order.AddFirst(id);
            log.LogTrace("Hit {Id}, read {Reads} times since {At}", id, slot.Reads, slot.LoadedAt);
            return slot.User;
        }
        var user = await source.LoadAsync(id);
        _slots[id] = new Slot(user);
        _order.AddFirst(id);
        if (_order.Count > 100)
        {
            var last = _order.Last!.Value;
            _order.RemoveLast();
            _slots.Remove(last, out var gone);
            log.LogDebug("Dropped {Id} of plan {Plan}: {Slot}", last, gone?.User.Plan, gone);
        }
        log.LogInformation("Order is {Order}", string.Join(',', _order));
        return user;
    }
}

//// OrderImporter !
internal sealed class ImportReport
{
    private readonly List<string> _problems = [];
    public int Read { get; private set; }
    public int Stored { get; private set; }
    public void Ok() { Read++; Stored++; }
    public void Failed(string why) { Read++; _problems.Add(why); }
    public IReadOnlyList<string> Problems => _problems;
    public override string ToString() => $"{Read} read, {Stored} stored" + (_problems.Count > 0 ? ": " + string.Join("; ", _problems) : "");
}

internal sealed class OrderImporter(IUsers users, ILogger<OrderImporter> log)
{
    private readonly List<(int User, decimal Total)> _orders = [];

    internal void Import(IEnumerable<(int UserId, string Total)> rows)
    {
        var report = new ImportReport();
        foreach (var (userId, text) in rows)
        {
            var buyer = users.Get(userId);
            if (!decimal.TryParse(text, out var total))
            {
                report.Failed($"total of order by {buyer.FullName} is no number");
                continue;
            }
            _orders.Add((buyer.Id, total));
            report.Ok();
        }
        log.LogInformation("{Stored} of {Read} orders stored, {Bad} bad", report.Stored, report.Read, report.Problems.Count);
        log.LogInformation("Import finished: {Report}", report); // LEAK INS3001
    }
}

//// PupilImporter !
internal sealed class PupilRow
{
    public int Line { get; init; }
    [Pii] public string Name { get; init; } = "";
    [Pii] public string BornOn { get; init; } = "";
    public string ClassName { get; init; } = "";
}

internal enum Fault { None, NameMissing, DateInvalid, TooYoung }

internal sealed class PupilImporter(ILogger<PupilImporter> log)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<PupilRow> Rows(TextReader reader)
    {
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            var cells = text.Split(';');
            if (cells.Length < 3) continue;
            yield return new PupilRow { Line = line, Name = cells[0], BornOn = cells[1], ClassName = cells[2] };
        }
    }

    private static Fault Check(PupilRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Name)) return Fault.NameMissing;
        if (!DateTime.TryParse(row.BornOn, out var born)) return Fault.DateInvalid;
        return born > DateTime.Today.AddYears(-5) ? Fault.TooYoung : Fault.None;
    }

    internal void Import(TextReader reader)
    {
        var faults = new List<(int Line, Fault Fault)>();
        foreach (var row in Rows(reader))
        {
            var fault = Check(row);
            if (fault != Fault.None) faults.Add((row.Line, fault));
            else if (!_names.Add(row.Name)) log.LogWarning("Line {Line} repeats a pupil", row.Line);
        }
        foreach (var (line, fault) in faults)
            log.LogWarning("Line {Line}: {Fault}", line, fault);
        log.LogInformation("{Pupils} pupils, faults {Faults}", _names.Count, faults.CountBy(f => f.Fault).ToDictionary());
    }
}

//// NotificationChannels !
internal sealed record Receipt(bool Ok, string Detail);

internal interface INotificationChannel
{
    string Name { get; }
    bool Accepts(User user);
    Receipt Deliver(User user, string text);
}

internal sealed class PushChannel : INotificationChannel
{
    public string Name => "push";
    public bool Accepts(User user) => user.Tier == Tier.Paid;
    public Receipt Deliver(User user, string text) => new(true, $"device of {user.Key:N}");
}

internal sealed class SmsChannel : INotificationChannel
{
    public string Name => "sms";
    public bool Accepts(User user) => !string.IsNullOrEmpty(user.Phone);
    public Receipt Deliver(User user, string text)
    {
        var target = user.Phone!.Replace(" ", "");
        return new Receipt(target.StartsWith('+'), $"{text.Length} chars to {target}");
    }
}

internal sealed class NotificationHub(IEnumerable<INotificationChannel> channels, ILogger<NotificationHub> log)
{
    internal bool Notify(User user, string text)
    {
        foreach (var channel in channels)
        {
            if (!channel.Accepts(user))
            {
                log.LogTrace("{Channel} skipped user {Id}", channel.Name, user.Id);
                continue;
            }
            var receipt = channel.Deliver(user, text);
            log.LogDebug("{Channel}: ok {Ok}", channel.Name, receipt.Ok);
            if (receipt.Ok) return true;
            log.LogWarning("{Channel} failed, {Detail}", channel.Name, receipt.Detail); // LEAK INS3001
        }
        return false;
    }
}

//// OutboxProcessorAgain !
internal sealed class OutboxMessage
{
    public Guid Id { get; } = Guid.NewGuid();
    public string Type { get; init; } = "";
    public string Payload { get; init; } = "";
    public int Attempts { get; set; }
}

internal interface IBus { Task PublishAsync(string type, ReadOnlyMemory<byte> body); }

internal sealed class Outbox(IBus bus, ILogger<Outbox> log)
{
    private readonly Queue<OutboxMessage> _pending = new();

    internal void Enqueue(User user)
    {
        var message = new OutboxMessage { Type = "user.changed", Payload = System.Text.Json.JsonSerializer.Serialize(user) };
        _pending.Enqueue(message);
        log.LogDebug("Queued {Id} ({Type}, {Size} chars)", message.Id, message.Type, message.Payload.Length);
    }

    internal async Task FlushAsync()
    {
        while (_pending.TryDequeue(out var message))
        {
            var body = System.Text.Encoding.UTF8.GetBytes(message.Payload);
            try
            {
                await bus.PublishAsync(message.Type, body);
                log.LogInformation("Published {Id}: {Bytes} bytes, {Left} left", message.Id, body.Length, _pending.Count);
            }
            catch (TimeoutException)
            {
                message.Attempts++;
                if (message.Attempts > 5)
                    throw new InvalidOperationException($"Message {message.Id} of type {message.Type} failed {message.Attempts} times");
                _pending.Enqueue(message);
            }
        }
    }
}

//// BookingSaga !
internal enum Step { Started, SeatHeld, Charged, Done, Undone }

internal sealed class BookingSaga(User passenger, string flight)
{
    private readonly List<string> _history = [];
    public Step Step { get; private set; } = Step.Started;
    public string Flight => flight;

    public void Advance(bool ok)
    {
        var before = Step;
        Step = (Step, ok) switch
        {
            (Step.Started, true) => Step.SeatHeld,
            (Step.SeatHeld, true) => Step.Charged,
            (Step.Charged, true) => Step.Done,
            (_, false) => Step.Undone,
            var (s, _) => s,
        };
        _history.Add(Step == Step.Undone ? $"undone for {passenger.Email}" : $"{before} -> {Step}");
    }

    internal IEnumerable<string> History => _history.AsReadOnly();
}

internal sealed class BookingCoordinator(ILogger<BookingCoordinator> log)
{
    internal void Run(User passenger, string flight, Queue<bool> answers)
    {
        var saga = new BookingSaga(passenger, flight);
        while (saga.Step is not (Step.Done or Step.Undone) && answers.TryDequeue(out var ok))
        {
            saga.Advance(ok);
            log.LogInformation("{Flight} is at {Step}", saga.Flight, saga.Step);
        }
        foreach (var (index, entry) in saga.History.Index())
            log.LogDebug("{Index}: {Entry}", index, entry); // LEAK INS3001
    }
}

//// LoginThrottle !
internal sealed class LoginThrottle(ILogger<LoginThrottle> log, byte[] secret)
{
    private sealed class Window { public DateTime Start = DateTime.UtcNow; public int Failures; }
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Window> _windows = new();

    private string KeyFor(string login)
    {
        var normal = login.Trim().ToLowerInvariant();
        return Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(secret, System.Text.Encoding.UTF8.GetBytes(normal)));
    }

    internal bool Allow([Pii] string login)
    {
        var key = KeyFor(login);
        var window = _windows.GetOrAdd(key, _ => new Window());
        if (DateTime.UtcNow - window.Start > TimeSpan.FromMinutes(10))
        {
            _windows.TryUpdate(key, new Window(), window);
            log.LogDebug("Window of {Key} starts anew", key);
            return true;
        }
        if (window.Failures < 5) return true;
        log.LogWarning("Login {Key} is throttled after {Failures} failures", key, window.Failures);
        return false;
    }

    internal void Failed([Pii] string login)
    {
        if (_windows.TryGetValue(KeyFor(login), out var window))
            Interlocked.Increment(ref window.Failures);
        log.LogInformation("Busiest {Keys}", _windows.OrderByDescending(w => w.Value.Failures).Take(3).Select(w => w.Key).ToList());
    }
}

//// SignInHandler !
internal sealed class SignInAttempt
{
    public required Guid Id { get; init; }
    [Pii] public required string Login { get; init; }
    public string Client { get; init; } = "web";
}

internal interface IPasswords { bool Verify(User user, string password); }

internal sealed class SignInHandler(IUsers users, IPasswords passwords, ILogger<SignInHandler> log)
{
    private static Dictionary<string, object> Context(SignInAttempt attempt, User? user)
    {
        var context = new Dictionary<string, object> { ["attempt"] = attempt.Id, ["client"] = attempt.Client };
        if (user is null) context["login"] = attempt.Login;
        else context["user"] = user.Id;
        return context;
    }

    internal bool Handle(SignInAttempt attempt, string password)
    {
        var user = users.All().SingleOrDefault(u => string.Equals(u.Email, attempt.Login, StringComparison.OrdinalIgnoreCase));
        using var scope = log.BeginScope(Context(attempt, user)); // LEAK INS3006
        if (user is null)
        {
            log.LogWarning("Unknown login of {Length} chars", attempt.Login.Length);
            return false;
        }
        var ok = passwords.Verify(user, password);
        using (log.BeginScope("user {Id}", user.Id))
            log.LogInformation("Password matched: {Ok}", ok);
        return ok;
    }
}

//// InvoiceRun !
internal sealed class Invoice
{
    public string Number { get; init; } = "";
    [Pii] public string BillTo { get; init; } = "";
    public decimal Net { get; init; }
    public decimal Gross => Net * 1.19m;
}

internal sealed class InvoiceRun(IUsers users)
{
    private static readonly System.Diagnostics.ActivitySource Source = new("billing");
    private int _next = 1000;

    private Invoice Draft(User user) => new()
    {
        Number = $"R{Interlocked.Increment(ref _next)}",
        BillTo = $"{user.FullName}, {user.Home.Street}, {user.Home.City}",
        Net = user.Tier == Tier.Paid ? 20 : 0,
    };

    internal int Run()
    {
        using var run = Source.StartActivity("invoice run");
        var invoices = users.All().Select(Draft).Where(i => i.Net > 0).ToList();
        run?.SetTag("invoice.count", invoices.Count);
        foreach (var invoice in invoices)
        {
            using var one = Source.StartActivity("invoice");
            one?.SetTag("invoice.number", invoice.Number);
            one?.SetTag("invoice.gross", invoice.Gross);
            var lines = invoice.BillTo.Split(", ");
            if (lines.Length != 3)
                one?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, "address with " + lines.Length + " lines");
            else
                one?.SetTag("invoice.place", lines[^1]); // LEAK INS3002
        }
        return invoices.Count;
    }
}

//// AdoptionMetrics !
internal sealed class AdoptionMetrics
{
    private readonly System.Diagnostics.Metrics.Counter<long> _signups;
    private readonly System.Diagnostics.Metrics.Histogram<int> _nameLengths;

    public AdoptionMetrics(System.Diagnostics.Metrics.Meter meter)
    {
        _signups = meter.CreateCounter<long>("signups");
        _nameLengths = meter.CreateHistogram<int>("name.length");
    }

    private static string Provider(string mail)
    {
        var host = mail[(mail.IndexOf('@') + 1)..];
        return host.ToLowerInvariant() switch
        {
            "gmail.com" or "googlemail.com" => "google",
            "outlook.com" or "hotmail.com" => "microsoft",
            _ => "other",
        };
    }

    internal void SignedUp(User user)
    {
        var tags = new System.Diagnostics.TagList
        {
            { "plan", user.Plan },
            { "provider", Provider(user.Email) },
            { "phone", user.Phone is not null },
            { "tier", user.Tier },
        };
        _signups.Add(1, tags);
        _nameLengths.Record(user.FullName.Length, new KeyValuePair<string, object?>("country", user.Home.Country));
    }
}

//// PatientRepository !
internal sealed class PatientEntity
{
    public int Id { get; init; }
    [Pii] public string InsuranceNumber { get; set; } = "";
    public int Version { get; set; }
}

internal sealed class ConcurrencyException(int id, int expected, int actual) : Exception($"Row {id} has version {actual}, not {expected}");

internal sealed class PatientRepository(ILogger<PatientRepository> log)
{
    private readonly Dictionary<int, PatientEntity> _rows = new();
    private readonly Dictionary<string, int> _byInsurance = new();

    internal PatientEntity Get(int id)
        => _rows.TryGetValue(id, out var row) ? row : throw new KeyNotFoundException($"No patient {id} among {_rows.Count}");

    internal void Save(PatientEntity entity)
    {
        if (_rows.TryGetValue(entity.Id, out var old))
        {
            if (old.Version != entity.Version) throw new ConcurrencyException(entity.Id, entity.Version, old.Version);
            if (old.InsuranceNumber != entity.InsuranceNumber) _byInsurance.Remove(old.InsuranceNumber);
        }
        if (_byInsurance.TryGetValue(entity.InsuranceNumber, out var other) && other != entity.Id)
            throw new InvalidOperationException($"Patients {other} and {entity.Id} have the same insurance");
        _byInsurance[entity.InsuranceNumber] = entity.Id;
        entity.Version++;
        _rows[entity.Id] = entity;
        log.LogInformation("Saved {Entity} {Id}", entity, entity.Id);
    }
}

//// MediatorPipeline !
internal interface IRequest<TResponse>;
internal interface IHandler<TRequest, TResponse> where TRequest : IRequest<TResponse> { TResponse Handle(TRequest request); }

internal sealed record RenameGuest(int Room, [Pii] string NewName) : IRequest<bool>;
internal sealed record CleanRoom(int Room, bool Towels) : IRequest<int>;

internal sealed class RenameGuestHandler : IHandler<RenameGuest, bool>
{
    private readonly Dictionary<int, string> _guests = new();
    public bool Handle(RenameGuest request) => _guests.TryAdd(request.Room, request.NewName);
}

internal sealed class CleanRoomHandler : IHandler<CleanRoom, int>
{
    public int Handle(CleanRoom request) => request.Towels ? 25 : 15;
}

internal sealed class LoggingBehavior<TRequest, TResponse>(IHandler<TRequest, TResponse> next, ILogger log) : IHandler<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public TResponse Handle(TRequest request)
    {
        log.LogDebug("Handling {Type}", typeof(TRequest).Name);
        log.LogTrace("Request is {Request}", request); // LEAK INS3001
        var response = next.Handle(request);
        log.LogDebug("Handled with {Response}", response);
        return response;
    }
}

internal sealed class FrontDesk(ILogger<FrontDesk> log)
{
    internal void Arrive([Pii] string guest, int room)
    {
        var rename = new LoggingBehavior<RenameGuest, bool>(new RenameGuestHandler(), log);
        var clean = new LoggingBehavior<CleanRoom, int>(new CleanRoomHandler(), log);
        rename.Handle(new RenameGuest(room, guest));
        clean.Handle(new CleanRoom(room, true));
    }
}

//// GameLobby !
internal sealed class JoinedEventArgs(int seat, string shownAs) : EventArgs
{
    public int Seat => seat;
    public string ShownAs => shownAs;
}

internal sealed class Lobby
{
    private readonly SortedDictionary<int, User> _seats = new();
    public event EventHandler<JoinedEventArgs>? Joined;
    public event EventHandler<int>? Left;

    internal void Join(User player)
    {
        var seat = Enumerable.Range(1, 8).Except(_seats.Keys).First();
        _seats[seat] = player;
        Joined?.Invoke(this, new JoinedEventArgs(seat, player.IsAdmin ? "host" : player.FullName.Split(' ')[0]));
    }

    internal void Leave(int seat)
    {
        if (_seats.Remove(seat)) Left?.Invoke(this, seat);
    }
}

internal sealed class LobbyMonitor
{
    private readonly log4net.ILog _log = log4net.LogManager.GetLogger(typeof(LobbyMonitor));

    internal void Watch(Lobby lobby)
    {
        lobby.Left += (_, seat) => _log.InfoFormat("Seat {0} is free", seat);
        lobby.Joined += OnJoined;
    }

    private void OnJoined(object? sender, JoinedEventArgs e)
    {
        _log.InfoFormat("Seat {0} taken, sender {1}", e.Seat, sender);
        _log.Debug("player is called " + e.ShownAs); // LEAK INS3001
    }
}

//// SalaryReview !
internal sealed class SalaryReview(IUsers users, ILogger<SalaryReview> log)
{
    private enum Outcome { Raise, Keep, Talk }

    private static Outcome Judge(User employee, decimal median) => employee.Salary switch
    {
        var s when s < median * 0.8m => Outcome.Raise,
        var s when s > median * 1.5m => Outcome.Talk,
        _ => Outcome.Keep,
    };

    internal void Run(decimal median, int year)
    {
        var outcomes = new Dictionary<Outcome, int>();
        var raised = new List<int>();
        foreach (var employee in users.All())
        {
            var outcome = Judge(employee, median);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (outcome == Outcome.Raise)
            {
                employee.Salary *= 1.05m;
                raised.Add(employee.Id);
            }
            var reportsToAdmin = employee.Manager is { IsAdmin: true };
            log.LogTrace("Employee {Id}: {Outcome}, admin's report {Admin}", employee.Id, outcome, reportsToAdmin);
        }
        foreach (var (outcome, count) in outcomes)
            log.LogInformation("{Year}: {Outcome} {Count} times", year, outcome, count);
        log.LogInformation("Raised {Ids}", raised);
    }
}

//// ThermostatBridge !
internal sealed class Device
{
    public string Serial { get; init; } = "";
    [Pii] public string OwnerMail { get; set; } = "";
    public double Target { get; set; } = 20;
    public Queue<double> Readings { get; } = new();
}

internal abstract class DeviceRule
{
    public abstract bool Fires(Device device);
    public virtual string Explain(Device device) => GetType().Name + " on " + device.Serial;
}

internal sealed class TooCold : DeviceRule
{
    public override bool Fires(Device device) => device.Readings.Count > 3 && device.Readings.Average() < device.Target - 2;
}

internal sealed class Orphaned : DeviceRule
{
    public override bool Fires(Device device) => !device.OwnerMail.Contains('@');
    public override string Explain(Device device) => $"{device.Serial} has a bad owner: '{device.OwnerMail}'";
}

internal sealed class Bridge(IEnumerable<DeviceRule> rules, ILogger<Bridge> log)
{
    internal void Report(Device device, double temperature)
    {
        device.Readings.Enqueue(temperature);
        while (device.Readings.Count > 10) device.Readings.Dequeue();
        log.LogTrace("{Serial}: {Readings}", device.Serial, device.Readings);
        foreach (var rule in rules)
        {
            if (!rule.Fires(device)) continue;
            log.LogInformation("Rule {Rule} fired", rule.GetType().Name);
            log.LogWarning("{Why}", rule.Explain(device)); // LEAK INS3001
        }
    }
}

//// TenantPipeline !
internal sealed class RequestContext
{
    public string Path { get; init; } = "/";
    public Dictionary<string, object?> Items { get; } = new();
}

internal delegate Task Next(RequestContext context);

internal sealed class PipelineBuilder
{
    private readonly Stack<Func<Next, Next>> _parts = new();
    public PipelineBuilder Use(Func<RequestContext, Next, Task> part) { _parts.Push(next => c => part(c, next)); return this; }
    public Next Build() => _parts.Aggregate<Func<Next, Next>, Next>(_ => Task.CompletedTask, (next, part) => part(next));
}

internal sealed class Gateway(IUsers users, ILogger<Gateway> log)
{
    internal Task HandleAsync(int userId, string path)
    {
        var pipeline = new PipelineBuilder()
            .Use(async (c, next) =>
            {
                var user = await users.GetAsync(userId);
                c.Items["tenant"] = user.Plan;
                c.Items["caller"] = user.Email;
                await next(c);
            })
            .Use(async (c, next) =>
            {
                log.LogDebug("{Path} for tenant {Tenant}", c.Path, c.Items["tenant"]);
                log.LogDebug("{Path} called by {Caller}", c.Path, c.Items["caller"]); // LEAK INS3001
                await next(c);
            })
            .Build();
        return pipeline(new RequestContext { Path = path });
    }
}

//// NewsletterJob !
internal interface IMailer { Task SendAsync(string to, string subject, string body); }

internal sealed class Template(string text)
{
    public string Fill(IReadOnlyDictionary<string, string> values)
        => values.Aggregate(text, (t, v) => t.Replace("{{" + v.Key + "}}", v.Value));
    public int Holes => text.Split("{{").Length - 1;
}

internal sealed class NewsletterJob(IUsers users, IMailer mailer, ILogger<NewsletterJob> log)
{
    private readonly Template _template = new("Dear {{name}}, your plan is {{plan}}.");

    internal async Task SendAsync(CancellationToken cancel)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var failed = new List<int>();
        var sent = 0;
        await foreach (var user in users.Stream().WithCancellation(cancel))
        {
            if (user.Roles.Contains("optout")) continue;
            var values = new Dictionary<string, string> { ["name"] = user.FullName, ["plan"] = user.Plan };
            var body = _template.Fill(values);
            try
            {
                await mailer.SendAsync(user.Email, "News", body);
                sent++;
            }
            catch (IOException)
            {
                failed.Add(user.Id);
            }
            log.LogTrace("Filled {Keys} of {Holes} holes, {Length} chars", values.Keys, _template.Holes, body.Length);
        }
        log.LogInformation("Sent {Sent} in {Elapsed}, failed for {Failed}", sent, watch.Elapsed, failed);
    }
}
//// OrderService !
interface IPricing { decimal Quote(Customer customer, int items); }

sealed class LevelPricing : IPricing
{
    public decimal Quote(Customer customer, int items) => customer.Level == "gold" ? items * 9m : items * 10m;
}

sealed class OrderService(IPricing pricing, ILogger<OrderService> log)
{
    internal decimal Place(Customer customer, int items)
    {
        var price = pricing.Quote(customer, items);
        log.LogInformation("customer {Id} pays {Price} at {Level}", customer.Id, price, customer.Level);
        return price;
    }
}

//// UserCache !
sealed class UserCache(IUsers users, ILogger<UserCache> log)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, User> byId = new();

    internal User Get(int id)
    {
        if (byId.TryGetValue(id, out var hit))
        {
            log.LogDebug("hit {Id} ({Plan})", id, hit.Plan);
            return hit;
        }
        var user = byId.GetOrAdd(id, key => users.Get(key));
        log.LogDebug("miss {Id}, {Count} cached", id, byId.Count);
        if (user.Email == "") log.LogWarning("no mail for {User}", user);
        return user;
    }
}

//// DomainEvents !
record PlanChanged(int UserId, string Plan);

record MailChanged(int UserId, [Pii] string Mail);

sealed class EventBus(ILogger<EventBus> log)
{
    private event Action<PlanChanged>? Plans;
    private event Action<MailChanged>? Mails;

    internal void Wire()
    {
        Plans += e => log.LogInformation("plan changed {Event}", e);
        Mails += e => log.LogInformation("mail changed {UserId}", e.UserId);
        Mails += e => log.LogTrace("mail changed {Event}", e); // LEAK INS3001
    }

    internal void Raise(User user)
    {
        Plans?.Invoke(new PlanChanged(user.Id, user.Plan));
        Mails?.Invoke(new MailChanged(user.Id, user.Email));
    }
}

//// AnonymizerJob
private static string Anonymize(string value, int index) => "user-" + index;

private static string Pad(string value, int width) => value.PadLeft(width, '.');

void Run(ILogger log, IUsers users)
{
    var index = 0;
    foreach (var user in users.All())
    {
        var label = Anonymize(user.FullName, index++);
        log.LogInformation("exported {Label}", label);
        log.LogInformation("exported {Label}", Pad(label, 20));
        log.LogInformation("exported {Label}", Pad(user.Plan, 20));
    }
}

//// QueryHandler !
sealed record FindUser(int Id, bool WithContact);

sealed record UserAnswer(int Id, string Plan, int RoleCount);

sealed class FindUserHandler(IUsers users, ILogger<FindUserHandler> log)
{
    internal async Task<UserAnswer> HandleAsync(FindUser query, CancellationToken stop)
    {
        log.LogDebug("handling {Query}", query);
        var user = await users.GetAsync(query.Id, stop);
        var answer = new UserAnswer(user.Id, user.Plan, query.WithContact ? user.Aliases.Length : user.Roles.Count);
        log.LogDebug("answer {Answer}", answer);
        log.LogDebug("answer {Json}", System.Text.Json.JsonSerializer.Serialize(answer));
        return answer;
    }
}

//// MapperWithContact !
sealed record ContactDto(int Id, string Plan, [Pii] string Mail);

sealed class ContactHandler(IUsers users, ILogger<ContactHandler> log)
{
    private static ContactDto Map(User user) => new(user.Id, user.Plan, user.Email);

    internal async Task HandleAsync(int id, CancellationToken stop)
    {
        var dto = Map(await users.GetAsync(id, stop));
        log.LogDebug("mapped {Id} {Plan}", dto.Id, dto.Plan);
        var (_, plan, mail) = dto;
        log.LogDebug("mapped {Plan} {Long}", plan, mail.Length > 40);
        log.LogDebug("mapped {Dto}", dto); // LEAK INS3001
    }
}

//// HealthWorker !
sealed class HealthWorker(IUsers users, ILogger<HealthWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    private User? last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            last = users.All().FirstOrDefault(u => u.Phone is null);
            log.LogInformation("first without phone: {Id}", last?.Id);
            log.LogInformation("manager: {Id}", last?.Manager?.Id ?? 0);
            log.LogInformation("found: {Last}", last);
        }
    }
}

//// LazyGreeting !
sealed class Greeting
{
    private readonly Lazy<string> text;
    private readonly Lazy<int> size;

    internal Greeting(User user)
    {
        text = new Lazy<string>(() => "Dear " + user.FullName);
        size = new Lazy<int>(() => user.FullName.Length);
    }

    internal void Trace(System.Diagnostics.Activity? activity)
    {
        activity?.SetTag("greeting.size", size.Value);
        activity?.SetTag("greeting.ready", text.IsValueCreated);
        activity?.SetTag("greeting.length", text.Value.Length);
    }
}

//// StrategySink !
abstract class Notifier
{
    internal abstract string Target(User user);
}

sealed class PushNotifier : Notifier
{
    internal override string Target(User user) => user.Key.ToString();
}

sealed class SmsNotifier : Notifier
{
    internal override string Target(User user) => user.Phone ?? "none";
}

sealed class NotifyAll(ILogger<NotifyAll> log)
{
    internal void Push(PushNotifier notifier, User user) => log.LogInformation("to {Target}", notifier.Target(user));

    internal void Any(Notifier notifier, User user) => log.LogInformation("to {Target}", notifier.Target(user)); // LEAK INS3001
}

//// FluentBuilder !
sealed class InvoiceBuilder
{
    private string number = "";
    private string? receiver;
    private decimal sum;

    internal InvoiceBuilder Number(string value) { number = value; return this; }
    internal InvoiceBuilder Receiver(string value) { receiver = value; return this; }
    internal InvoiceBuilder Line(decimal price) { sum += price; return this; }
    internal string Summary() => $"{number}: {sum:0.00}{(receiver is null ? " (no receiver)" : "")}";
}

sealed class Invoicing(ILogger<Invoicing> log)
{
    internal void Create(User user, decimal price)
    {
        var builder = new InvoiceBuilder().Number("R-" + user.Id).Receiver(user.FullName).Line(price);
        log.LogInformation("invoice {Summary}", builder.Summary());
        Console.WriteLine(builder);
    }
}

//// RetryPolicyAgain
private static async Task<T> Retry<T>(Func<Task<T>> work, ILogger log, string name)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await work();
        }
        catch (TimeoutException) when (attempt < 3)
        {
            log.LogWarning("{Name} timed out, attempt {Attempt}", name, attempt);
        }
    }
}

async Task<int> Load(IUsers users, ILogger log, int id)
{
    var user = await Retry(() => users.GetAsync(id), log, "load " + id);
    var mail = await Retry(() => Task.FromResult(user.Email), log, nameof(user.Email));
    log.LogInformation("loaded {Length}", mail.Length);
    return mail.Length;
}

//// DispatchedSinks !
internal interface IReceiver { void Receive(string text); }

internal sealed class PrintingReceiver : IReceiver
{
    public void Receive(string text) => Console.WriteLine(text);
}

internal sealed class CountingReceiver : IReceiver
{
    internal int Total;
    public void Receive(string text) => Total += text.Length;
}

internal sealed class Dispatcher
{
    private readonly IReceiver _plans = new PrintingReceiver();
    private readonly IReceiver _mails = new CountingReceiver();
    internal void Dispatch(User user)
    {
        _plans.Receive(user.Plan);
        _mails.Receive(user.Email);
    }
}

//// DefaultAudit !
internal interface IAudit
{
    ILogger Log { get; }
    string Subject { get; }
    void Write() => Log.LogInformation("Audit {Subject}", Subject); // LEAK INS3001
    void WriteKind() => Log.LogInformation("Audit {Kind}", GetType().Name);
}

internal sealed class PlanAudit(ILogger log, User user) : IAudit
{
    public ILogger Log => log;
    public string Subject => user.Plan;
}

internal sealed class NameAudit(ILogger log, User user) : IAudit
{
    public ILogger Log => log;
    public string Subject => user.FullName;
}

internal static class Audits
{
    internal static void All(params IAudit[] audits)
    {
        foreach (var audit in audits) { audit.WriteKind(); audit.Write(); }
    }
}

//// OverriddenAudit !
internal interface IAudit
{
    ILogger Log { get; }
    string Subject { get; }
    string Shown => Subject;
    void Write() => Log.LogInformation("Audit {Subject}", Shown);
}

internal sealed class PlanAudit(ILogger log, User user) : IAudit
{
    public ILogger Log => log;
    public string Subject => user.Plan;
}

internal sealed class NameAudit(ILogger log, User user) : IAudit
{
    public ILogger Log => log;
    public string Subject => user.FullName;
    string IAudit.Shown => "name of " + Subject.Length;
}

//// PipelineContext
private sealed class Context { internal User? User; internal Dictionary<string, string> Items { get; } = new(); }
private delegate Task Step(Context context);
private readonly List<Func<Step, Step>> _steps = [];

internal void Configure(ILogger log)
{
    _steps.Add(next => async context =>
    {
        context.Items["who"] = context.User?.Email ?? "anonymous";
        context.Items["plan"] = context.User?.Plan ?? "none";
        await next(context);
    });
    _steps.Add(next => async context =>
    {
        log.LogInformation("Plan {Plan}", context.Items["plan"]);
        using (log.BeginScope("for {Who}", context.Items["who"])) // LEAK INS3006
            await next(context);
    });
}

internal Task Run(User user)
{
    Step chain = _ => Task.CompletedTask;
    for (var i = _steps.Count - 1; i >= 0; i--) chain = _steps[i](chain);
    return chain(new Context { User = user });
}

//// TaggedMeters
private static readonly System.Diagnostics.Metrics.Meter Meter = new("accounts");
private readonly System.Diagnostics.Metrics.Counter<long> _logins = Meter.CreateCounter<long>("logins");
private readonly System.Diagnostics.Metrics.Histogram<double> _pay = Meter.CreateHistogram<double>("pay");

internal void Record(User user)
{
    var safe = new System.Diagnostics.TagList { { "plan", user.Plan } };
    var tags = safe;
    tags.Add("mail", user.Email);
    _logins.Add(1, safe);
    _logins.Add(1, tags); // LEAK INS3003
    _pay.Record((double)user.Salary, safe);
    _pay.Record(1, new KeyValuePair<string, object?>("pay", user.Salary)); // LEAK INS3003
}

//// OwnFailures
private sealed class LookupException(string what, int code) : Exception($"Cannot find {what}")
{
    internal int Code { get; } = code;
}
private sealed class CodeException(string what, int code) : Exception("Code " + code)
{
    internal int Size { get; } = what.Length;
}

internal void Check(User user, bool strict)
{
    if (strict) throw new CodeException(user.Email, 4);
    if (user.Plan.Length == 0) throw new LookupException(user.Plan, 5);
    throw new LookupException(
        user.Email, // LEAK INS3004
        user.Id);
}

//// CodedFailures
private sealed class RuleException(string rule, object culprit) : Exception("Rule " + rule + " failed")
{
    internal object Culprit { get; } = culprit;
}

private void Validate(User user)
{
    if (!user.Email.Contains('@')) throw new RuleException("mail", user.Email);
    if (user.Salary < 0) throw new ArgumentOutOfRangeException(nameof(user), "negative");
}

internal bool Try(User user, ILogger log)
{
    try { Validate(user); return true; }
    catch (RuleException broken)
    {
        log.LogWarning("Broken {Reason} on {Kind}", broken.Message, broken.Culprit.GetType());
        log.LogWarning(broken, "Rule failed");
        return false;
    }
}

//// RuleEngine
private sealed record Rule(string Name, Func<User, bool> Holds, Func<User, string> Explain);

private static readonly Rule[] Rules =
[
    new("mail", u => u.Email.Length > 3, u => "mail of " + u.Email.Length),
    new("phone", u => u.Phone is not null, u => "phone " + (u.Phone?.Length ?? 0)),
    new("adult", u => u.BirthDate < DateTime.Today.AddYears(-18), u => u.Plan),
];

internal void Evaluate(User user, ILogger log)
{
    var broken = from rule in Rules
                 where !rule.Holds(user)
                 select (rule.Name, Text: rule.Explain(user));
    foreach (var (name, text) in broken)
        log.LogWarning("Rule {Name}: {Text}", name, text);
}

//// QueryHandlers !
internal interface IQuery<TResult>;
internal sealed record PlanQuery(int Id) : IQuery<string>;
internal sealed record MailQuery(int Id) : IQuery<string>;

internal interface IHandler<TQuery, TResult> where TQuery : IQuery<TResult> { TResult Handle(TQuery query); }

internal sealed class PlanHandler(IUsers users) : IHandler<PlanQuery, string>
{
    public string Handle(PlanQuery query) => users.Get(query.Id).Plan;
}

internal sealed class MailHandler(IUsers users) : IHandler<MailQuery, string>
{
    public string Handle(MailQuery query) => users.Get(query.Id).Email;
}

internal sealed class Endpoint(IHandler<PlanQuery, string> plans, IHandler<MailQuery, string> mails, HttpClient http)
{
    internal async Task Forward(int id)
    {
        var mail = mails.Handle(new MailQuery(id));
        await http.GetAsync("https://partner.example/plans/" + plans.Handle(new PlanQuery(id)));
        await http.GetAsync("https://partner.example/sizes/" + mail.Length);
    }
}


//// ImportParserNumbersOnly !
internal sealed class ParsedRow
{
    public int Line { get; init; }
    [Pii] public string Name { get; init; } = "";
    public decimal Amount { get; init; }
}
internal class PayoutImport
{
    private readonly ILogger<PayoutImport> _log;
    private readonly Action<ILogger, int, string, Exception?> _rejected =
        LoggerMessage.Define<int, string>(LogLevel.Warning, new EventId(7, "Rejected"), "Line {Line} rejected: {Reason}");
    public PayoutImport(ILogger<PayoutImport> log) => _log = log;
    public IEnumerable<ParsedRow> Accept(IEnumerable<ParsedRow> rows)
    {
        var names = new HashSet<string>();
        foreach (var row in rows)
        {
            var reason = Reason(row);
            if (reason is null && !names.Add(row.Name)) reason = "duplicate name";
            if (reason is not null) { _rejected(_log, row.Line, reason, null); continue; }
            yield return row;
        }
        CorpusLog.Counted(_log, names.Count, "payouts");
    }
    private static string? Reason(ParsedRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Name)) return "name missing";
        if (row.Name.Any(char.IsDigit)) return "digits in name";
        return row.Amount <= 0 ? "amount not positive" : null;
    }
}
//// InvoiceEndpointTracing !
internal class InvoiceService
{
    private static readonly System.Diagnostics.ActivitySource Source = new("Invoices");
    private readonly IUsers _users;
    public InvoiceService(IUsers users) => _users = users;
    public async Task<decimal> Create(int userId, decimal net, CancellationToken cancel)
    {
        using var activity = Source.StartActivity("invoice.create");
        activity?.SetTag("user.id", userId);
        var user = await _users.GetAsync(userId, cancel);
        activity?.SetTag("user.tier", user.Tier);
        var rate = VatRate(user.Home);
        activity?.SetTag("vat.rate", rate);
        activity?.AddEvent(new System.Diagnostics.ActivityEvent("vat", tags: new System.Diagnostics.ActivityTagsCollection { ["country"] = user.Home.Country }));
        if (rate == 0m)
            activity?.AddEvent(new System.Diagnostics.ActivityEvent("vat.free", tags: new System.Diagnostics.ActivityTagsCollection { ["address"] = Format(user.Home) })); // LEAK INS3002
        return net * (1 + rate);
    }
    private static decimal VatRate(Address a) => a.Country switch { "DE" => a.City == "Büsingen" ? 0m : 0.19m, "FR" => 0.20m, _ => 0m };
    private static string Format(Address a) => $"{a.Street}, {a.City}";
}
//// ConsentService !
internal sealed class ConsentOptions { public int Version { get; set; } = 3; public bool Strict { get; set; } }
internal interface IConsentStore { Task<IReadOnlyDictionary<string, DateTime>> Load(int userId); Task Save(string mail, string purpose, DateTime at); }
internal class ConsentService
{
    private readonly IConsentStore _store;
    private readonly ConsentOptions _options;
    private readonly Serilog.ILogger _log;
    public ConsentService(IConsentStore store, Microsoft.Extensions.Options.IOptionsMonitor<ConsentOptions> options, Serilog.ILogger log)
    {
        _store = store;
        _options = options.CurrentValue;
        _log = log.ForContext<ConsentService>();
    }
    public async Task<bool> Allows(User u, string purpose)
    {
        var given = await _store.Load(u.Id);
        if (given.TryGetValue(purpose, out var since))
        {
            _log.Information("Consent of {Id} for {Purpose} since {Since}", u.Id, purpose, since);
            return true;
        }
        _log.Warning("No consent for {Purpose}", purpose);
        return !_options.Strict;
    }
    public async Task Give(User u, string purpose)
    {
        await _store.Save(u.Email, purpose, DateTime.UtcNow);
        _log.Information("Consent v{Version} for {Purpose} from {Who}", _options.Version, purpose, u.Display()); // LEAK INS3001
    }
}
//// CompositionRoot !
internal interface IGreetingSource { string For(User u); }
internal class FormalGreeting : IGreetingSource { public string For(User u) => "Dear customer " + u.Id; }
internal class WelcomeService(IGreetingSource source, ILogger<WelcomeService> log)
{
    public void Welcome(User u) => log.LogInformation("{Greeting}", source.For(u));
}
internal static class Startup2
{
    public static void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IGreetingSource, FormalGreeting>(services);
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<WelcomeService>(services);
    }
}
//// ShippingWorkflow !
internal interface IStep { string Name { get; } Task<StepResult> Run(ShippingContext context); }
internal record StepResult(bool Ok, string Detail);
internal class ShippingContext
{
    public int OrderId { get; init; }
    public User Customer { get; init; } = new();
    public Dictionary<string, string> Bag { get; } = new();
}
internal class AddressStep : IStep
{
    public string Name => "address";
    public Task<StepResult> Run(ShippingContext c)
    {
        if (c.Customer.Home.Street.Length == 0) return Task.FromResult(new StepResult(false, "no street"));
        c.Bag["label"] = c.Customer.FullName + "\n" + c.Customer.Home.Street;
        return Task.FromResult(new StepResult(true, "label ready"));
    }
}
internal class CarrierStep : IStep
{
    public string Name => "carrier";
    public Task<StepResult> Run(ShippingContext c) =>
        Task.FromResult(c.Customer.Home.Country == "" ? new StepResult(false, "no country") : new StepResult(true, "carrier for " + c.Customer.Home.City));
}
internal class ShippingWorkflow
{
    private readonly IEnumerable<IStep> _steps;
    private readonly ILogger<ShippingWorkflow> _log;
    public ShippingWorkflow(IEnumerable<IStep> steps, ILogger<ShippingWorkflow> log) { _steps = steps; _log = log; }
    public async Task<bool> Ship(ShippingContext context)
    {
        foreach (var step in _steps)
        {
            var result = await step.Run(context);
            _log.LogInformation("Order {Order}: step {Step} ok: {Ok}", context.OrderId, step.Name, result.Ok);
            _log.LogDebug("{Detail}", result.Detail); // LEAK INS3001
            if (!result.Ok) return false;
        }
        return context.Bag.ContainsKey("label");
    }
}
//// RateLimiter !
internal class RateLimitOptions { public int PerMinute { get; set; } = 60; }
internal class RateLimiter
{
    private sealed class Window { public int Count; public DateTime Start; }
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Window> _windows = new();
    private readonly RateLimitOptions _options;
    private readonly ILogger<RateLimiter> _log;
    public RateLimiter(Microsoft.Extensions.Options.IOptions<RateLimitOptions> options, ILogger<RateLimiter> log)
    {
        _options = options.Value;
        _log = log;
    }
    public bool Allow(Visit visit)
    {
        var window = _windows.GetOrAdd(visit.IpAddress, _ => new Window { Start = visit.At });
        lock (window)
        {
            if (visit.At - window.Start > TimeSpan.FromMinutes(1))
            {
                window.Start = visit.At;
                window.Count = 0;
            }
            window.Count++;
            if (window.Count <= _options.PerMinute) return true;
            _log.LogWarning("Visit {Visit} refused, {Count} since {Start}", visit.Id, window.Count, window.Start);
            return false;
        }
    }
    public void Sweep(DateTime now)
    {
        var old = _windows.Where(w => now - w.Value.Start > TimeSpan.FromHours(1)).Select(w => w.Key).ToList();
        foreach (var ip in old) _windows.TryRemove(ip, out _);
        _log.LogDebug("Swept {Count}, {Left} left", old.Count, _windows.Count);
    }
}
//// RateLimiterTopTalkers !
internal class TopTalkers
{
    private readonly Dictionary<string, int> _hits = new();
    private readonly ILogger _log;
    public TopTalkers(ILoggerFactory factory) => _log = factory.CreateLogger<TopTalkers>();
    public void Hit(Visit visit)
    {
        lock (_hits)
        {
            _hits.TryGetValue(visit.IpAddress, out var n);
            _hits[visit.IpAddress] = n + 1;
        }
    }
    public void Report(int top)
    {
        KeyValuePair<string, int>[] snapshot;
        lock (_hits) snapshot = _hits.OrderByDescending(h => h.Value).Take(top).ToArray();
        _log.LogInformation("{Count} clients, busiest made {Max} visits", snapshot.Length, snapshot.Length > 0 ? snapshot[0].Value : 0);
        foreach (var (client, hits) in snapshot)
            _log.LogInformation("{Client}: {Hits}", client, hits); // LEAK INS3001
    }
}
//// LoanDecision !
internal enum Decision { Granted, Refused, Review }
internal record LoanApplication(int Number, User Applicant, decimal Amount, int Months);
internal interface ILoanRule { Decision? Decide(LoanApplication a); }
internal class IncomeRule : ILoanRule
{
    public Decision? Decide(LoanApplication a) => a.Amount / a.Months > a.Applicant.Salary * 0.4m ? Decision.Refused : null;
}
internal class AgeRule(TimeProvider clock) : ILoanRule
{
    public Decision? Decide(LoanApplication a)
    {
        var age = clock.GetUtcNow().Year - a.Applicant.BirthDate.Year;
        return age switch { < 18 => Decision.Refused, > 75 => Decision.Review, _ => null };
    }
}
internal class LoanDesk
{
    private readonly IReadOnlyList<ILoanRule> _rules;
    private readonly ILogger<LoanDesk> _log;
    public LoanDesk(IEnumerable<ILoanRule> rules, ILogger<LoanDesk> log)
    {
        _rules = rules.ToArray();
        _log = log;
    }
    public Decision Decide(LoanApplication application)
    {
        using var scope = _log.BeginScope("loan {Number}", application.Number);
        foreach (var rule in _rules)
        {
            if (rule.Decide(application) is not { } decision) continue;
            _log.LogInformation("{Rule} decided {Decision} for user {User}", rule.GetType().Name, decision, application.Applicant.Id);
            return decision;
        }
        _log.LogInformation("No objection to {Application}", application);
        return Decision.Granted;
    }
}
//// AuditTrail !
internal record AuditEntry(DateTime At, int Actor, string Action, string Target);
internal interface IAuditSink { void Write(AuditEntry entry); }
internal class LogAuditSink(NLog.Logger log) : IAuditSink
{
    public void Write(AuditEntry entry) => log.Info("{0}", entry); // LEAK INS3001
}
internal class MemoryAuditSink : IAuditSink
{
    private readonly LinkedList<AuditEntry> _entries = new();
    public void Write(AuditEntry entry)
    {
        _entries.AddLast(entry);
        while (_entries.Count > 1000) _entries.RemoveFirst();
    }
    public int Count => _entries.Count;
}
internal class AuditTrail(IEnumerable<IAuditSink> sinks)
{
    public void Record(User actor, string action, string target)
    {
        var entry = new AuditEntry(DateTime.UtcNow, actor.Id, action, target);
        foreach (var sink in sinks) sink.Write(entry);
    }
}
internal class PermissionService(AuditTrail audit)
{
    public void Grant(User admin, User to, string role)
    {
        to.Roles.Add(role);
        audit.Record(admin, "grant " + role, to.Email);
    }
    public void Purge(User admin) => audit.Record(admin, "purge", "everything");
}
//// NewsletterSender !
internal interface IMailer { Task<int> Send(string to, string subject, string body); }
internal class Template(string subject, string body)
{
    public string Subject => subject;
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        var text = new System.Text.StringBuilder(body);
        foreach (var (key, value) in values) text.Replace("{{" + key + "}}", value);
        return text.ToString();
    }
    public int Placeholders => body.Split("{{").Length - 1;
}
internal class NewsletterSender
{
    private readonly IMailer _mailer;
    private readonly ILogger<NewsletterSender> _log;
    public NewsletterSender(IMailer mailer, ILogger<NewsletterSender> log) => (_mailer, _log) = (mailer, log);
    public async Task Send(Template template, IEnumerable<User> readers)
    {
        int sent = 0, skipped = 0;
        long bytes = 0;
        _log.LogInformation("Sending {Subject} with {Count} placeholders", template.Subject, template.Placeholders);
        foreach (var reader in readers)
        {
            if (string.IsNullOrEmpty(reader.Email)) { skipped++; continue; }
            var values = new Dictionary<string, string> { ["name"] = reader.FullName, ["plan"] = reader.Plan };
            var body = template.Render(values);
            bytes += body.Length;
            await _mailer.Send(reader.Email, template.Subject, body);
            sent++;
            if (sent % 100 == 0) _log.LogDebug("{Sent} sent, last values: {Keys}", sent, string.Join(",", values.Keys));
        }
        _log.LogInformation("{Sent} sent, {Skipped} skipped, {Bytes} bytes", sent, skipped, bytes);
    }
}
//// LookupEndpointDescribesUser
record Lookup(int Id, string Reason);
static async Task<Microsoft.AspNetCore.Http.IResult> Handle(Lookup query, IUsers users, ILogger<Lookup> log, CancellationToken cancel)
{
    var user = await users.GetAsync(query.Id, cancel);
    if (user.Tier == Tier.Free)
        return Microsoft.AspNetCore.Http.Results.NotFound();
    var subject = Describe(user);
    log.LogInformation("Lookup of {Subject} because of {Reason}", subject, query.Reason); // LEAK INS3001
    return Microsoft.AspNetCore.Http.Results.NoContent();
}
static string Describe(User user) => user.Display() + " (" + user.Plan + ")";
//// InviteEndpointHandsAddressToMailer
interface IMailer { Task<Guid> SendAsync(string to, string template, CancellationToken cancel); }
static async Task<Microsoft.AspNetCore.Http.IResult> Invite(int id, IUsers users, IMailer mailer, ILogger<IMailer> log, CancellationToken cancel)
{
    var user = await users.GetAsync(id, cancel);
    var template = user.Tier == Tier.Paid ? "invite-paid" : "invite-free";
    var ticket = await mailer.SendAsync(user.Email, template, cancel);
    log.LogInformation("Sent {Template} to user {Id} as {Ticket}", template, user.Id, ticket);
    return Microsoft.AspNetCore.Http.Results.Accepted("/invites/" + ticket);
}
//// ConflictControllerProblem
class AccountsController(IUsers users) : Microsoft.AspNetCore.Mvc.ControllerBase
{
    public async Task<Microsoft.AspNetCore.Mvc.IActionResult> Rename(int id, string name, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel);
        var taken = users.All().FirstOrDefault(x => x.FullName == name && x.Id != id);
        if (taken is null)
            return NoContent();
        return Conflict(Explain(taken.Email, user.Plan));
    }
    private static Microsoft.AspNetCore.Mvc.ProblemDetails Explain(string owner, string plan)
    {
        var text = string.Format("Already used by {0} in plan {1}", owner, plan);
        return new Microsoft.AspNetCore.Mvc.ProblemDetails { Title = "Conflict", Detail = text }; // LEAK INS3008
    }
}
//// IdentityHeaderMiddleware
class IdentityMiddleware(Microsoft.AspNetCore.Http.RequestDelegate next, IUsers users)
{
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var user = users.Get(int.Parse(context.TraceIdentifier));
        var identity = (user.Id, Name: user.FullName);
        Stamp(context.Response, identity.Name);
        await next(context);
    }
    private static void Stamp(Microsoft.AspNetCore.Http.HttpResponse response, string who)
    {
        if (response.HasStarted)
            return;
        response.Headers["X-Served-For"] = who; // LEAK INS3008
    }
}
//// CurrentUserMiddlewareKeepsUserInItems
class CurrentUserMiddleware(Microsoft.AspNetCore.Http.RequestDelegate next, IUsers users, ILogger<User> log)
{
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var user = await users.GetAsync(7, context.RequestAborted);
        context.Items["user"] = user;
        context.Items["mail"] = user.Email;
        log.LogDebug("Context has {Count} items, user is a {User}", context.Items.Count, context.Items["user"]);
        context.Response.Headers["X-User-Id"] = user.Id.ToString();
        await next(context);
    }
}
//// ArgumentLoggingFilter
class ArgumentFilter(ILogger<ArgumentFilter> log) : Microsoft.AspNetCore.Mvc.Filters.IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.ActionExecutionDelegate next)
    {
        foreach (var argument in context.ActionArguments.Values)
        {
            if (argument is Customer customer)
                log.LogInformation("Called for {Customer}", customer); // LEAK INS3001
        }
        await next();
    }
}
//// ReminderServiceRemembersLast
class ReminderService(IUsers users) : Microsoft.Extensions.Hosting.BackgroundService
{
    private string? _last;
    private int _sent;
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var user in users.Stream().WithCancellation(stop))
        {
            if (user.Phone is { Length: > 0 } phone)
            {
                _last = phone;
                _sent++;
            }
        }
    }
    public override Task StopAsync(CancellationToken cancel)
    {
        var summary = _sent + " reminders, the last to " + _last;
        Console.WriteLine(summary); // LEAK INS3005
        return base.StopAsync(cancel);
    }
}
//// DomainCensusWorker
class CensusWorker(IUsers users, ILogger<CensusWorker> log) : Microsoft.Extensions.Hosting.BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var domains = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var longest = 0;
        await foreach (var user in users.Stream().WithCancellation(stop))
        {
            domains.Add(user.Email[(user.Email.IndexOf('@') + 1)..]);
            longest = Math.Max(longest, user.FullName.Length);
        }
        log.LogInformation("{Domains} domains, longest name {Longest}", domains.Count, longest);
    }
}
//// RepositoryNotFoundMessage
interface IUserStore { IQueryable<User> Users { get; } }
class UserRepository(IUserStore store)
{
    public User Single(string mail)
    {
        var found = store.Users.FirstOrDefault(x => x.Email == mail);
        return found ?? throw new KeyNotFoundException($"There is no account for {mail.Trim()}"); // LEAK INS3004
    }
}
User ManagerOf(UserRepository repository, User user)
{
    var mail = user.Manager?.Email ?? user.Email;
    return repository.Single(mail);
}
//// RepositoryProjection
interface IUserStore { IQueryable<User> Users { get; } }
class UserRepository(IUserStore store, ILogger<UserRepository> log)
{
    public int CountByCity(User like)
    {
        var city = like.Home.City;
        var rows = store.Users.Where(x => x.Home.City == city).Select(x => new { x.Id, x.Plan, x.Home.Country }).ToList();
        foreach (var row in rows)
            log.LogDebug("Neighbour {Row}", row);
        if (rows.Count == 0)
            throw new InvalidOperationException("No neighbours of user " + like.Id);
        return rows.Count;
    }
}
//// MediatorLoggingBehavior
interface IRequest<T>;
record InviteCommand(string Address, string Plan) : IRequest<bool>;
class LoggingBehavior<TRequest, TResponse>(ILogger log) where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, Func<TRequest, Task<TResponse>> next)
    {
        log.LogInformation("Handling {Request}", request); // LEAK INS3001
        return await next(request);
    }
}
Task<bool> Invite(User user, ILogger log)
{
    var command = new InviteCommand(user.Email, user.Plan);
    var pipeline = new LoggingBehavior<InviteCommand, bool>(log);
    return pipeline.Handle(command, c => Task.FromResult(c.Plan.Length > 0));
}
//// MediatorTimingBehavior
interface IRequest<T>;
record MoveCommand([Pii] string Street, int UserId) : IRequest<int>;
class TimingBehavior<TRequest, TResponse>(ILogger log) where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, Func<TRequest, Task<TResponse>> next)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var response = await next(request);
        log.LogInformation("{Request} gave {Response} in {Ms} ms", typeof(TRequest).Name, response, watch.ElapsedMilliseconds);
        return response;
    }
}
Task<int> Move(User user, ILogger log)
    => new TimingBehavior<MoveCommand, int>(log).Handle(new MoveCommand(user.Home.Street, user.Id), c => Task.FromResult(c.UserId));
//// MappedContactExported
class ContactDto { public string Contact { get; set; } = ""; public string Segment { get; set; } = ""; }
static class ContactMapper
{
    public static ContactDto ToDto(User user) => new() { Contact = user.Phone ?? user.Email, Segment = user.Plan };
}
void Export(IUsers users, string path)
{
    var rows = users.All().Select(ContactMapper.ToDto).ToList();
    foreach (var row in rows)
    {
        var line = string.Join(';', row.Segment, row.Contact);
        File.AppendAllText(path, line + Environment.NewLine); // LEAK INS3008
    }
}
//// MappedSegmentExported
class ContactDto { public string Contact { get; set; } = ""; public string Segment { get; set; } = ""; public int Owner { get; set; } }
static ContactDto Map(User user)
{
    var dto = new ContactDto { Contact = user.Phone ?? user.Email, Owner = user.Id };
    dto.Segment = user.Tier + "/" + user.Plan;
    return dto;
}
void Export(IUsers users, string path)
{
    var rows = users.All().Select(Map).Where(x => x.Contact != "").OrderBy(x => x.Contact);
    File.WriteAllLines(path, rows.Select(x => x.Owner + ";" + x.Segment));
}
//// ValidationErrorsQuoteInput
class Outcome { public List<string> Errors { get; } = []; public bool Valid => Errors.Count == 0; }
static Outcome Validate(Customer customer)
{
    var outcome = new Outcome();
    if (!customer.Email.Contains('@'))
        outcome.Errors.Add($"'{customer.Email}' is no address");
    if (customer.Level.Length == 0)
        outcome.Errors.Add("Level is missing");
    return outcome;
}
void Save(Customer customer, ILogger log)
{
    var outcome = Validate(customer);
    if (!outcome.Valid)
        log.LogWarning("Customer {Id} was refused: {Errors}", customer.Id, string.Join(", ", outcome.Errors)); // LEAK INS3001
}
//// ValidationErrorsNameMembers
record Failure(string Member, string Text, object? Attempted) { public string Short => Member + ": " + Text; }
static IEnumerable<Failure> Validate(Customer customer)
{
    if (!customer.Email.Contains('@'))
        yield return new Failure(nameof(customer.Email), "has no @", customer.Email);
    if (customer.Email.Length > 200)
        yield return new Failure(nameof(customer.Email), "is longer than 200", customer.Email);
}
void Save(Customer customer, ILogger log)
{
    var failures = Validate(customer).ToList();
    if (failures.Count > 0)
        throw new ArgumentException(string.Join("; ", failures.Select(x => x.Short)), nameof(customer));
    log.LogInformation("Customer {Id} is valid", customer.Id);
}
//// ImporterReportsRejectedRow
void Import(IEnumerable<string> lines, ILogger log)
{
    var number = 0;
    foreach (var line in lines)
    {
        number++;
        var columns = line.Split(';');
        var user = new User { Id = int.Parse(columns[0]), Email = columns[1], Plan = columns[2] };
        if (!user.Email.Contains('@'))
            Reject(log, number, user);
    }
}
void Reject(ILogger log, int number, User user)
{
    var reason = "no valid address: " + user.Email;
    log.LogError("Row {Row} rejected, {Reason}", number, reason); // LEAK INS3001
}
//// ChangeEmailHandler !
public record ChangeEmail(int UserId, [Pii(PiiKind.Email)] string NewEmail);

public interface ICommandHandler<in TCommand>
{
    Task HandleAsync(TCommand command, CancellationToken ct);
}

public sealed class ChangeEmailHandler(IUsers users, ILogger<ChangeEmailHandler> logger) : ICommandHandler<ChangeEmail>
{
    public async Task HandleAsync(ChangeEmail command, CancellationToken ct)
    {
        var user = await users.GetAsync(command.UserId, ct);
        user.Email = command.NewEmail;
        logger.LogInformation("User {Id} changed the address", command.UserId);
    }
}

public sealed class LoggingDecorator<TCommand>(ICommandHandler<TCommand> inner, ILogger logger) : ICommandHandler<TCommand>
{
    public async Task HandleAsync(TCommand command, CancellationToken ct)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await inner.HandleAsync(command, ct);
        logger.LogInformation("{Command} took {Elapsed} ms", typeof(TCommand).Name, watch.ElapsedMilliseconds);
    }
}

//// CommandLogger !
public record CreateLead(string Campaign, [Pii(PiiKind.Phone)] string Phone);

public record CloseLead(int LeadId, string Reason);

public sealed class Bus(ILogger<Bus> logger)
{
    public void Send<T>(T command) where T : notnull
    {
        logger.LogInformation("Dispatching {Name}", typeof(T).Name);
        logger.LogDebug("Dispatching {Command}", command); // LEAK INS3001
    }
}

public sealed class LeadsController(Bus bus)
{
    public void Create(string campaign, User user) => bus.Send(new CreateLead(campaign, user.Phone ?? ""));
    public void Close(int id) => bus.Send(new CloseLead(id, "closed"));
}

//// RequestMiddleware !
public sealed class RequestContext
{
    public string Path { get; init; } = "";
    public User? User { get; set; }
    public Dictionary<string, object?> Items { get; } = [];
}

public sealed class UserMiddleware(Func<RequestContext, Task> next, ILogger<UserMiddleware> logger)
{
    public async Task InvokeAsync(RequestContext context)
    {
        if (context.User is null)
        {
            logger.LogInformation("Anonymous request to {Path}", context.Path);
            await next(context);
            return;
        }
        context.Items["userId"] = context.User.Id;
        using (logger.BeginScope("{UserId} {Path}", context.Items["userId"], context.Path))
        using (logger.BeginScope("{UserName}", context.User.FullName)) // LEAK INS3006
        {
            await next(context);
        }
    }
}

//// AddressMapper !
public sealed class AddressDto
{
    public string Line { get; set; } = "";
    public string Country { get; set; } = "";
}

public static class AddressMapper
{
    public static AddressDto ToDto(this Address address) => new()
    {
        Line = $"{address.Street}, {address.City}",
        Country = address.Country.ToUpperInvariant(),
    };
}

public sealed class ShippingService(ILogger<ShippingService> logger)
{
    public decimal Quote(User user)
    {
        var dto = user.Home.ToDto();
        logger.LogInformation("Quote for {Country}", dto.Country);
        if (dto.Line.Length > 60)
            logger.LogWarning("Line too long: {Line}", dto.Line); // LEAK INS3001
        return dto.Country == "DE" ? 4.90m : 14.50m;
    }
}

//// CountryMapper !
public sealed class DestinationDto
{
    public string Line { get; set; } = "";
    public string Country { get; set; } = "";
}

public sealed class TariffService(ILogger<TariffService> logger)
{
    private static DestinationDto Map(Address address) => new()
    {
        Line = address.Street + " " + address.City,
        Country = address.Country,
    };

    public decimal Quote(User user)
    {
        var dto = Map(user.Home);
        logger.LogInformation("Quote for {Destination}", dto);
        if (dto.Line.Length > 60)
            logger.LogWarning("Line has {Length} chars, country {Country}", dto.Line.Length, dto.Country);
        return dto is { Country: "DE" } ? 4.90m : 14.50m;
    }
}

//// LogLineParser !
public sealed class AccessLogParser
{
    public readonly record struct Entry(string Method, string Path, int Status);

    public static Entry Parse([Pii] string line)
    {
        var parts = line.Split(' ');
        var status = int.TryParse(parts[^1], out var code) ? code : 0;
        return new Entry(parts[0], parts.Length > 1 ? parts[1] : "/", status);
    }
}

public sealed class AccessLogImport(ILogger<AccessLogImport> logger)
{
    public void Run([Pii] string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var entry = AccessLogParser.Parse(line);
            logger.LogDebug("Status {Status}", entry.Status);
            logger.LogDebug("Path {Path}", entry.Path); // LEAK INS3001
        }
    }
}

//// QueryBuilder !
public sealed class SearchQuery
{
    private readonly List<string> _conditions = [];
    private readonly List<object> _arguments = [];

    public SearchQuery Where(string column, object value)
    {
        _conditions.Add($"{column} = @p{_arguments.Count}");
        _arguments.Add(value);
        return this;
    }

    public string Sql => "select * from users where " + string.Join(" and ", _conditions);
    public IReadOnlyList<object> Arguments => _arguments;
}

public sealed class UserStore(ILogger<UserStore> logger)
{
    public void Search(User like)
    {
        var query = new SearchQuery().Where("email", like.Email).Where("plan", like.Plan);
        logger.LogDebug("SQL {Sql} with {Count} arguments", query.Sql, query.Arguments.Count);
    }
}

//// InlineQuery !
public sealed class SqlText
{
    private readonly System.Text.StringBuilder _sql = new("select id from users where 1 = 1");

    public SqlText And(string column, string value)
    {
        _sql.Append(" and ").Append(column).Append(" = '").Append(value.Replace("'", "''")).Append('\'');
        return this;
    }

    public override string ToString() => _sql.ToString();
}

public sealed class LegacyStore(log4net.ILog log)
{
    public void Search(User like)
    {
        var plans = new SqlText().And("plan", like.Plan);
        log.Debug(plans.ToString());
        var people = new SqlText().And("country", like.Home.Country).And("phone", like.Phone ?? "");
        log.Debug(people.ToString()); // LEAK INS3001
    }
}

//// MailerProcess
private readonly ILogger _log = null!;

public void Send(User user, string template)
{
    var info = new System.Diagnostics.ProcessStartInfo("mailer") { UseShellExecute = false };
    info.ArgumentList.Add("--template");
    info.ArgumentList.Add(template);
    info.ArgumentList.Add("--to");
    info.ArgumentList.Add(user.Email); // LEAK INS3008
    using var process = System.Diagnostics.Process.Start(info);
    process?.WaitForExit();
    _log.LogInformation("mailer for {Template} ended with {Code}", template, process?.ExitCode);
}

//// GdprEraser !
public sealed class GdprEraser(IUsers users, ILogger<GdprEraser> logger)
{
    private const string Erased = "(erased)";

    public void Erase(int id)
    {
        var user = users.Get(id);
        var had = new { Phone = user.Phone is not null, Aliases = user.Aliases.Length };
        user.Phone = null;
        user.FullName = Erased;
        user.Aliases = [];
        logger.LogInformation("Erased {Id}: {Had}", user.Id, had);
        logger.LogInformation("Placeholder {Text}", Erased);
    }
}

//// WeeklyReport !
public sealed class WeeklyReport(IUsers users, ILogger<WeeklyReport> logger)
{
    private sealed class Line(string title)
    {
        public string Title { get; } = title;
        public int Members { get; set; }
        public decimal Cost { get; set; }
    }

    public void Run()
    {
        var lines = new Dictionary<string, Line>();
        foreach (var user in users.All())
        {
            if (!lines.TryGetValue(user.Plan, out var line))
                lines[user.Plan] = line = new Line("Plan " + user.Plan);
            line.Members++;
            line.Cost += user.Salary;
        }
        foreach (var line in lines.Values)
        {
            logger.LogInformation("{Title}: {Members}", line.Title, line.Members);
            logger.LogInformation("{Title} costs {Cost}", line.Title, line.Cost); // LEAK INS3001
        }
    }
}

//// PasswordResetService
private readonly Dictionary<Guid, string> _pending = new();

internal Guid Request(User user)
{
    var token = Guid.NewGuid();
    _pending[token] = user.Email;
    return token;
}

public void Complete(Guid token, ILogger logger)
{
    if (!_pending.Remove(token, out var address))
    {
        logger.LogWarning("Unknown token {Token}", token);
        return;
    }
    logger.LogInformation("Reset finished for {Address}", address); // LEAK INS3001
}

//// PasswordResetMonitor
private readonly Dictionary<Guid, string> _waiting = new();

internal Guid Request(User user)
{
    var token = Guid.NewGuid();
    _waiting[token] = user.Email;
    return token;
}

public void Dump(ILogger logger)
{
    logger.LogInformation("{Count} resets open", _waiting.Count);
    foreach (var token in _waiting.Keys)
    {
        logger.LogInformation("Open token {Token}", token);
    }
    logger.LogDebug("Tokens {Tokens}", string.Join(", ", _waiting.Keys));
}

//// RegisterCustomerCommand !
internal interface ICommandHandler<in TCommand>
{
    Task HandleAsync(TCommand command, CancellationToken ct);
}

internal sealed record RegisterCustomer([Pii] string Email, string Channel);

internal sealed class RegisterCustomerHandler(ILogger<RegisterCustomerHandler> logger) : ICommandHandler<RegisterCustomer>
{
    public async Task HandleAsync(RegisterCustomer command, CancellationToken ct)
    {
        logger.LogDebug("Handling {Command} via {Channel}", command.GetType().Name, command.Channel);
        await Task.Delay(10, ct);
        logger.LogInformation("Registered: {Command}", command); // LEAK INS3001
    }
}

//// AuditedCommandPipeline !
internal abstract record AuditedCommand
{
    public sealed override string ToString() => GetType().Name;
}

internal sealed record ChangePhone(int UserId, [Pii] string Phone) : AuditedCommand;

internal sealed class AuditedPipeline(ILogger<AuditedPipeline> logger)
{
    public async Task<bool> SendAsync(AuditedCommand command, Func<AuditedCommand, Task<bool>> next)
    {
        logger.LogInformation("Begin {Command}", command);
        var done = await next(command);
        logger.LogInformation("End {Command}: {Done}", command.ToString(), done);
        return done;
    }

    public Task<bool> ChangeAsync(User user)
        => SendAsync(new ChangePhone(user.Id, user.Phone ?? ""), _ => Task.FromResult(true));
}

//// OutboxWorker
private readonly System.Threading.Channels.Channel<(string To, int Attempt)> _queue =
    System.Threading.Channels.Channel.CreateUnbounded<(string To, int Attempt)>();

public ValueTask EnqueueAsync(User user) => _queue.Writer.WriteAsync((user.Email, 0));

public async Task RunAsync(ILogger logger, CancellationToken stop)
{
    await foreach (var mail in _queue.Reader.ReadAllAsync(stop))
    {
        logger.LogDebug("Attempt {Attempt}", mail.Attempt);
        if (mail.Attempt > 3)
        {
            logger.LogError("Giving up on {Mail}", mail); // LEAK INS3001
            continue;
        }
        await _queue.Writer.WriteAsync((mail.To, mail.Attempt + 1), stop);
    }
}

//// ContactValidator
private static IEnumerable<(string Field, string Problem)> Check(User user)
{
    if (!user.Email.Contains('@'))
        yield return ("Email", "has no @");
    if (user.Phone is { Length: < 6 } phone)
        yield return ("Phone", $"only {phone.Length} characters");
    if (user.BirthDate > DateTime.UtcNow)
        yield return ("BirthDate", "lies in the future");
}

public void Ensure(User user)
{
    var problems = Check(user).Select(p => $"{p.Field}: {p.Problem}").ToList();
    if (problems.Count > 0)
        throw new InvalidOperationException(string.Join("; ", problems));
}

//// ContactValidatorVerbose
private static IEnumerable<(string Field, string Problem)> Check(User user)
{
    if (!user.Email.Contains('@'))
        yield return ("Email", $"'{user.Email}' has no @");
    if (user.Phone is { Length: < 6 } phone)
        yield return ("Phone", $"only {phone.Length} characters");
}

public void Ensure(User user)
{
    var problems = Check(user).Select(p => $"{p.Field}: {p.Problem}").ToList();
    if (problems.Count > 0)
        throw new InvalidOperationException(string.Join("; ", problems)); // LEAK INS3004
}

//// VisitRateLimiter
private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _hits = new();

public bool Allow(Visit visit, ILogger logger)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(visit.IpAddress);
    var key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));
    var hits = _hits.AddOrUpdate(key, 1, (_, seen) => seen + 1);
    if (hits <= 100)
        return true;

    logger.LogWarning("Throttled {Key} after {Hits} hits, visit {Visit}", key, hits, visit.Id);
    return false;
}

//// MailingListExport
public async Task<int> ExportAsync(IUsers users, string folder, ILogger logger)
{
    var lines = new List<string> { "id;plan;mail" };
    var plans = new HashSet<string>();
    await foreach (var user in users.Stream())
    {
        plans.Add(user.Plan);
        lines.Add(string.Join(';', user.Id, user.Plan, user.Email));
    }

    await File.WriteAllLinesAsync(Path.Combine(folder, "plans.txt"), plans);
    await File.WriteAllLinesAsync(Path.Combine(folder, "list.csv"), lines); // LEAK INS3008
    logger.LogInformation("Wrote {Lines} lines to {Folder}", lines.Count, folder);
    return lines.Count;
}


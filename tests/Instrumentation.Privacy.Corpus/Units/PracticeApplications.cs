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

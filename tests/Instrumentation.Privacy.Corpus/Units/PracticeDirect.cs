//// LgBounceWarning
void Bounced(ILogger<Unit> log, Exception ex, User u)
{
    log.LogWarning(ex, "Newsletter {Issue} to {Recipient} bounced", 42, u.Email); // LEAK INS3001
}
//// LgBounceWarningById
void Bounced(ILogger<Unit> log, Exception ex, User u)
{
    log.LogWarning(ex, "Newsletter {Issue} to {Recipient} bounced after {Chars} characters", 42, u.Key, u.Email.Length);
}
//// LgDynamicLevel
void Report(ILogger log, User u, bool retry)
{
    var level = retry ? LogLevel.Warning : LogLevel.Error;
    object?[] args = [u.Id, u.Phone];
    log.Log(level, "SMS gateway refused user {Id} on {Number}", args); // LEAK INS3001
}
//// LgInterpolatedTemplate
void M(ILogger log, User u)
{
    if (!log.IsEnabled(LogLevel.Debug)) return;
    log.LogDebug($"cache miss for {u.FullName.ToUpperInvariant(),-20}"); // LEAK INS3001
}
//// LgUserAsObject
// User has no ToString of its own, so only the type name is written.
void M(ILogger log, User u, List<User> all)
{
    log.LogInformation("Processing {User}", u);
    log.LogInformation("Processing {Users}", all);
    log.LogInformation($"Processing {u} of {all.Count}");
}
//// LgRecordAsObject
void M(ILogger log, Customer c) =>
    log.LogInformation("Processing {Customer}", c); // LEAK INS3001
//// LgStateAndFormatter
void Write(ILogger log, User u)
{
    log.Log(LogLevel.Information, new EventId(12, "Export"), u, null, (s, _) => "exported user " + s.Id);
    log.Log(LogLevel.Information, new EventId(13, "Import"), u.Id, null, (s, _) => s + " is " + u.Display()); // LEAK INS3001
}
//// LgStatePairs
void Write(ILogger log, Visit v)
{
    var state = new List<KeyValuePair<string, object?>>
    {
        new("visit", v.Id),
        new("client.address", v.IpAddress),
    };
    log.Log(LogLevel.Trace, default, state, null, static (_, _) => "visit recorded"); // LEAK INS3001
}
//// LgCategory
ILogger ForTenant(ILoggerFactory factory, User u) => factory.CreateLogger("Tenant." + u.FullName); // LEAK INS3001
//// LgCategoryOfPlan
ILogger ForTenant(ILoggerFactory factory, User u)
{
    var log = factory.CreateLogger($"Tenant.{u.Plan}.{u.Tier}");
    log.LogInformation("Logger for {Id} made, name known: {Known}", u.Id, !string.IsNullOrEmpty(u.FullName));
    return log;
}
//// LgDefined
static readonly Action<ILogger, int, string, Exception?> PasswordReset =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(30, nameof(PasswordReset)), "Password of {Id} reset, mail sent to {Address}");
static readonly Func<ILogger, string, IDisposable?> Tenant = LoggerMessage.DefineScope<string>("tenant {Tenant}");

void Reset(ILogger log, User u)
{
    using (Tenant(log, u.Plan))
        PasswordReset(log, u.Id, u.Email, null); // LEAK INS3001
    using (Tenant(log, u.Home.City)) // LEAK INS3006
        PasswordReset(log, u.Id, "(hidden)", null);
}
//// LgSharedMessages
void SignIn(ILogger log, User u, bool anonymous)
{
    var shown = anonymous ? "anonymous" : "user-" + u.Key.ToString("N");
    CorpusLog.SignedIn(log, u.Id, shown);
    CorpusLog.SignedIn(log, u.Email.Length, u.Tier.ToString());
}
//// LgGeneratedMessages !
internal sealed partial class InvoiceMailer(ILogger<InvoiceMailer> logger, IUsers users)
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "Invoice {Number} queued for {Customer}")]
    private static partial void Queued(ILogger logger, string number, string customer);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "Invoice {Number} not sent")]
    private static partial void NotSent(ILogger logger, Exception ex, string number);

    private static partial void Queued(ILogger logger, string number, string customer) { }
    private static partial void NotSent(ILogger logger, Exception ex, string number) { }

    public async Task SendAsync(int userId, string number, CancellationToken ct)
    {
        var user = await users.GetAsync(userId, ct);
        Queued(logger, number, $"customer #{user.Id}");
        try
        {
            await DeliverAsync(user.Email, number, ct);
            Queued(logger, number, $"{user.FullName} (#{user.Id})"); // LEAK INS3001
        }
        catch (TimeoutException ex)
        {
            NotSent(logger, ex, number);
        }
    }

    private Task DeliverAsync(string to, string number, CancellationToken ct)
        => to.Length == 0 ? Task.CompletedTask : Task.Delay(number.Length, ct);
}
//// LgAuditExtensions !
internal static class AuditLogExtensions
{
    public static void Audit(this ILogger log, string action, params object?[] details)
    {
        var text = string.Join("; ", details);
        log.LogInformation("AUDIT {Action}: {Details}", action, text); // LEAK INS3001
    }

    public static void AuditCount(this ILogger log, string action, params object?[] details)
        => log.LogInformation("AUDIT {Action}: {Count} details", action, details.Length);
}

internal class AccountService
{
    private readonly ILogger<AccountService> _log;
    private readonly IUsers _users;

    public AccountService(ILogger<AccountService> log, IUsers users)
    {
        _log = log;
        _users = users;
    }

    public void Close(int id)
    {
        var user = _users.Get(id);
        _log.AuditCount("close", user.Email, user.Phone);
        _log.Audit("close", user.Id, user.Phone);
    }

    public void Open(int id) => _log.Audit("open", id, DateTime.UtcNow);
}
//// LgPseudonyms !
internal interface IPseudonyms { string For(string value); }

internal sealed class HmacPseudonyms(byte[] key) : IPseudonyms
{
    public string For(string value)
    {
        var hash = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(value.Trim().ToLowerInvariant()));
        return Convert.ToHexString(hash)[..16];
    }
}

internal class LoginAttempts(ILogger<LoginAttempts> log, HmacPseudonyms pseudonyms)
{
    private readonly Dictionary<string, int> _failures = new(StringComparer.OrdinalIgnoreCase);

    public bool Register(User user, bool succeeded)
    {
        if (succeeded)
        {
            _failures.Remove(user.Email);
            log.LogInformation("{Who} signed in", pseudonyms.For(user.Email));
            return true;
        }

        var count = _failures.TryGetValue(user.Email, out var n) ? n + 1 : 1;
        _failures[user.Email] = count;
        log.LogWarning("{Who} failed {Times} times, {Total} accounts under watch", pseudonyms.For(user.Email), count, _failures.Count);
        return count < 5;
    }
}
//// LgBaseWorker !
internal abstract class JobBase(ILogger logger)
{
    protected abstract string Describe();
    protected virtual string Tag => "job";

    public void Run()
    {
        logger.LogInformation("Start of {Tag}", Tag);
        try
        {
            Execute();
        }
        catch (InvalidOperationException e)
        {
            logger.LogError(e, "Job failed: {Description}", Describe()); // LEAK INS3001
        }
    }

    protected abstract void Execute();
}

internal class ReminderJob(ILogger<ReminderJob> logger, User patient) : JobBase(logger)
{
    protected override string Tag => $"reminder/{patient.Id}";
    protected override string Describe() => "reminder for " + patient.FullName;
    protected override void Execute()
    {
        if (patient.Plan.Length == 0)
            throw new InvalidOperationException("no plan");
    }
}

internal class CleanupJob(ILogger<CleanupJob> logger) : JobBase(logger)
{
    protected override string Describe() => "cleanup";
    protected override void Execute() { }
}
//// LgRedactedMiddleware !
internal class RequestTrace(Microsoft.AspNetCore.Http.RequestDelegate next, ILogger<RequestTrace> log, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider redactors, IUsers users)
{
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        User? user = null;
        if (int.TryParse(context.User.FindFirst("sub")?.Value, out var id))
            user = await users.GetAsync(id, context.RequestAborted);

        var redactor = redactors.GetRedactor("private");
        using var scope = log.BeginScope("user {User}", user is null ? "-" : redactor.Redact(user.Email));
        await next(context);
        log.LogInformation("{Method} answered {Status} in {Ms} ms for {Who}",
            context.Request.Method,
            context.Response.StatusCode,
            System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            redactor.Redact(user?.FullName));
    }
}
//// LgOverriddenToString
internal class Recipient
{
    [Pii] public string Address { get; init; } = "";
    public int Attempts { get; set; }
    public override string ToString() => $"<{Address}> after {Attempts}";
}
internal class Parcel
{
    [Pii] public string Consignee { get; init; } = "";
    public int Number { get; init; }
    public override string ToString() => "parcel " + Number;
}
void M(ILogger log, Recipient r, Parcel p)
{
    log.LogInformation("Shipping {Parcel}", p);
    log.LogInformation("Shipping {Parcel} to {Recipient}", p, r); // LEAK INS3001
}
//// LgNotCompiled
void M(ILogger log, User u)
{
#if TRACE_CUSTOMERS_IN_CLEAR
    log.LogTrace("customer {Email}", u.Email);
#else
    log.LogTrace("customer {Id}", u.Id);
#endif
}
//// LgScopeDictionary !
internal class BookingHandler
{
    private readonly ILogger _logger;

    public BookingHandler(ILoggerFactory loggers)
    {
        _logger = loggers.CreateLogger<BookingHandler>();
    }

    public void Handle(Guid bookingId, User guest)
    {
        var safe = new Dictionary<string, object>
        {
            ["booking"] = bookingId,
            ["guest"] = guest.Key,
            ["vip"] = guest.Salary > 200_000m,
        };
        using (_logger.BeginScope(safe))
        {
            _logger.LogInformation("Booking confirmed");
        }

        var detailed = new Dictionary<string, object>(safe) { ["name"] = guest.FullName };
        using (_logger.BeginScope(detailed)) // LEAK INS3006
        {
            _logger.LogInformation("Room assigned to {Guest}", guest.Id);
        }
    }
}
//// LoginController !
public class LoginController(IUsers users, ILogger<LoginController> logger)
{
    public bool Login(int id, [Pii] string phone)
    {
        var user = users.Get(id);
        if (user.Phone != phone)
        {
            logger.LogWarning("Login of {Id} failed, match: {Match}", id, user.Phone == phone);
            logger.LogWarning("Login of {Id} failed with {Phone}", id, phone); // LEAK INS3001
            return false;
        }
        CorpusLog.SignedIn(logger, id, user.Plan);
        CorpusLog.SignedIn(logger, id, user.FullName); // LEAK INS3001
        return true;
    }
}

//// SpanEnrichment
private static readonly System.Diagnostics.ActivitySource Source = new("billing");

public void Charge(User user, decimal amount)
{
    using var activity = Source.StartActivity("charge");
    activity?.SetTag("user.id", user.Id);
    activity?.SetTag("user.plan", user.Plan);
    activity?.SetTag("amount", amount);
    activity?.SetTag("user.salary", user.Salary); // LEAK INS3002
    activity?.SetBaggage("user.phone", user.Phone); // LEAK INS3002
    activity?.AddEvent(new System.Diagnostics.ActivityEvent("charged"));
}

//// SpanIdentity
private static readonly System.Diagnostics.ActivitySource Source = new("billing");

public void Charge(User user, decimal amount)
{
    using var activity = Source.StartActivity("charge");
    activity?.SetTag("user.key", user.Key);
    activity?.SetTag("user.tier", user.Tier);
    activity?.SetTag("has.phone", user.Phone is not null);
    activity?.SetTag("high.income", user.Salary > 100_000m);
    activity?.SetTag("birth.year", user.BirthDate.Year);
    activity?.SetStatus(user.Email.Contains('@') ? System.Diagnostics.ActivityStatusCode.Ok : System.Diagnostics.ActivityStatusCode.Error, "mail check");
}

//// CheckoutMetrics
private static readonly System.Diagnostics.Metrics.Meter Meter = new("shop");
private static readonly System.Diagnostics.Metrics.Counter<long> Orders = Meter.CreateCounter<long>("orders");
private static readonly System.Diagnostics.Metrics.Histogram<double> Income = Meter.CreateHistogram<double>("income");

public void Ordered(User user)
{
    Orders.Add(1, new KeyValuePair<string, object?>("plan", user.Plan));
    Income.Record((double)user.Salary, new KeyValuePair<string, object?>("country", user.Home.Country));
    Orders.Add(1, new KeyValuePair<string, object?>("city", user.Home.City)); // LEAK INS3003
}

//// TierMetrics
private static readonly System.Diagnostics.Metrics.Meter Meter = new("shop");
private static readonly System.Diagnostics.Metrics.Counter<long> Logins = Meter.CreateCounter<long>("logins");
private static readonly System.Diagnostics.Metrics.Histogram<double> Income = Meter.CreateHistogram<double>("income");

public void LoggedIn(User user)
{
    Logins.Add(1, new KeyValuePair<string, object?>("tier", user.Tier));
    Logins.Add(user.FullName.Length, new KeyValuePair<string, object?>("admin", user.IsAdmin));
    Income.Record((double)user.Salary);
}

//// RequestScopes
public void Handle(User user, ILogger log, Serilog.ILogger serilog)
{
    using (log.BeginScope("Request of {Id}", user.Id))
    using (log.BeginScope("Request of {Mail}", user.Email)) // LEAK INS3006
    using (Serilog.Context.LogContext.PushProperty("Plan", user.Plan))
    using (Serilog.Context.LogContext.PushProperty("Name", user.Display())) // LEAK INS3006
    {
        log.LogInformation("Handling");
        serilog.ForContext("Tier", user.Tier).Information("Handling");
    }
}

//// HashedScope
public void Handle(User user, ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
{
    var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Email));
    using (log.BeginScope("Request of {Subject}", Convert.ToHexString(digest)))
    using (log.BeginScope("Phone {Phone}", redactor.Redact(user.Phone)))
    {
        log.LogInformation("Handling {Id}", user.Id);
    }
}

//// EncodedToken
public void Issue(User user, ILogger log)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(user.Email);
    var token = Convert.ToBase64String(bytes);
    log.LogDebug("Token has {Length} bytes", bytes.Length);
    log.LogDebug("Token {Token}", token); // LEAK INS3001
    var url = Uri.EscapeDataString(user.FullName);
    System.Diagnostics.Debug.WriteLine(url); // LEAK INS3005
}

//// LastFourDigits
public void Verify(User user, Serilog.ILogger log)
{
    var phone = user.Phone ?? "";
    log.Information("Phone with {Digits} digits", phone.Count(char.IsDigit));
    log.Information("Phone starts with plus: {Plus}", phone.StartsWith('+'));
    if (phone.Length > 4)
        log.Information("Phone ends in {LastFour}", phone[^4..]); // LEAK INS3001
}

//// ChosenWords
public void Classify(User user, Serilog.ILogger log)
{
    var origin = user.Phone switch
    {
        null => "unknown",
        var p when p.StartsWith("+49") => "domestic",
        _ => "foreign",
    };
    log.Information("Origin {Origin}", origin);
    var band = user.Salary >= 80_000m ? "high" : "normal";
    Console.WriteLine("band: " + band);
    string label;
    if (user.Email.EndsWith(".edu", StringComparison.OrdinalIgnoreCase))
        label = "student";
    else
        label = "regular";
    System.Diagnostics.Trace.TraceInformation("label {0}", label);
}

//// LoggerNames
public void Open(ILoggerFactory factory, User user, string tenant)
{
    var general = factory.CreateLogger("Import." + tenant);
    general.LogInformation("opened for {Id}", user.Id);
    var personal = factory.CreateLogger($"Import.{user.Email}"); // LEAK INS3001
    personal.LogInformation("opened");
}

//// LoginAttempt
public bool Login(IUsers users, int id, ILogger logger)
{
    var user = users.Get(id);
    if (user.Roles.Count == 0)
    {
        logger.LogWarning("Login of {Email} refused", user.Email); // LEAK INS3001
        return false;
    }
    logger.LogInformation("Login of {Id} on plan {Plan}", user.Id, user.Plan);
    return true;
}

//// FeatureAccess
public bool CanTrade(User user, ILogger logger)
{
    var adult = user.BirthDate <= DateTime.Today.AddYears(-18);
    var reachable = !string.IsNullOrEmpty(user.Phone);
    logger.LogInformation("Adult {Adult}, reachable {Reachable}, tier {Tier}", adult, reachable, user.Tier);
    logger.LogDebug("Mail of {Length} characters, {Aliases} aliases", user.Email.Length, user.Aliases.Length);
    Console.WriteLine($"{user.Key}: {user.Home.Country} {(user.Salary > 50_000m ? "high" : "low")}");
    return adult && reachable;
}

//// GeneratedLogMethods
public void OnSignedIn(User user, ILogger logger)
{
    CorpusLog.SignedIn(logger, user.Id, user.Plan);
    CorpusLog.Counted(logger, user.Aliases.Length, user.Home.Country);
    if (user.IsAdmin)
    {
        CorpusLog.SignedIn(logger, user.Id, user.Display()); // LEAK INS3001
    }
}

//// DefinedLogMessages
private static readonly Action<ILogger, int, string, Exception?> Moved =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7, "Moved"), "User {Id} moved to {Place}");

public void Relocate(User user, Address target, ILogger logger)
{
    if (user.Home.Country != target.Country)
    {
        Moved(logger, user.Id, target.Country, null);
    }
    var sameCity = user.Home.City == target.City;
    user.Home = target;
    Moved(logger, user.Id, sameCity ? "same city" : "other city", null);
}

//// OrderScopes
public void Place(Customer customer, Guid order, ILogger logger)
{
    using (logger.BeginScope("order {Order} of customer {Customer}", order, customer.Id))
    {
        logger.LogInformation("Placing for level {Level}", customer.Level);
    }
    using (logger.BeginScope("order {Order} of {Field}", order, nameof(customer.Email)))
    {
        logger.LogInformation("Confirming");
    }
}

//// ThirdPartyLoggers
private static readonly NLog.Logger Nlog = NLog.LogManager.GetCurrentClassLogger();
private static readonly log4net.ILog Classic = log4net.LogManager.GetLogger(typeof(User));

public void Trail(User user)
{
    using var tenant = Serilog.Context.LogContext.PushProperty("plan", user.Plan);
    using var mail = Serilog.Context.LogContext.PushProperty("mail", user.Email); // LEAK INS3006
    log4net.ThreadContext.Properties["user"] = user.Id;
    log4net.ThreadContext.Properties["name"] = user.FullName; // LEAK INS3006
    Nlog.Info("seen {0}", user.Key);
    Nlog.Debug(() => "phone " + user.Phone); // LEAK INS3001
    Classic.InfoFormat("{0} roles", user.Roles.Count);
    Serilog.Log.Warning("no manager for {Id}", user.Id);
}

//// ContextTags
private static readonly NLog.Logger Nlog = NLog.LogManager.GetCurrentClassLogger();

public void Enter(User user, Serilog.ILogger serilog)
{
    log4net.LogicalThreadContext.Properties["tier"] = user.Tier;
    log4net.ThreadContext.Properties["hasPhone"] = user.Phone != null;
    using var scope = NLog.ScopeContext.PushProperty("user", user.Key);
    Nlog.WithProperty("plan", user.Plan).Info("entered");
    serilog.ForContext("country", user.Home.Country).Information("entered {Field}", nameof(user.Email));
}

//// SalaryBand
public int BandOf(User user)
{
    if (user.Salary < 0)
        throw new ArgumentOutOfRangeException(
            nameof(user),
            user.Salary, // LEAK INS3004
            "Salary cannot be negative");
    if (user.Email.Length == 0)
        throw new ArgumentException("Needs " + nameof(User.Email), nameof(user));
    return user.Salary switch
    {
        < 30_000m => 1,
        < 60_000m => 2,
        _ => 3,
    };
}

//// MailerProcess
public void Deliver(User user, string template)
{
    var version = new System.Diagnostics.ProcessStartInfo("mailer") { Arguments = "--check " + user.Plan };
    System.Diagnostics.Process.Start(version);

    System.Diagnostics.Process.Start("mailer", $"--template {template} --to {user.Email}"); // LEAK INS3008

    var failure = new TimeoutException("mailer gave no answer");
    failure.Data["user"] = user.Id;
    failure.Data["phone"] = user.Phone; // LEAK INS3008
    throw failure;
}


//// SignupAuditKeepsLast
class SignupAudit(ILogger<SignupAudit> log)
{
    private string _last = "";

    public void Registered(User user)
    {
        _last = user.Email.Trim();
        Flush();
    }

    private void Flush() => log.LogInformation("Last signup was {Who}", _last); // LEAK INS3001
}
//// InvitationDefinedDelegate
private static readonly Action<ILogger, int, string, Exception?> InviteSent =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(12, "Invite"), "Invitation {Number} went to {Address}");

class InviteService(IUsers users, ILogger<InviteService> logger)
{
    public async Task SendAsync(int id, int number)
    {
        var user = await users.GetAsync(id);
        var address = Recipient(user);
        InviteSent(logger, number, address, null); // LEAK INS3001
    }

    private static string Recipient(User user) => user.Home.City.Length > 0 ? user.Email : "none";
}
//// SerilogDestructuresProfile
class Profile
{
    public int Id { get; init; }
    public string Contact { get; init; } = "";
}

Profile Map(User u) => new() { Id = u.Id, Contact = u.Phone ?? u.Email };

void Imported(User u)
{
    var profile = Map(u);
    Serilog.Log.Information("Imported {@Profile}", profile); // LEAK INS3001
}
//// NLogEventProperties
private readonly NLog.Logger _log = NLog.LogManager.GetCurrentClassLogger();

void PasswordReset(IUsers users, int id)
{
    var user = users.Get(id);
    var entry = NLog.LogEventInfo.Create(2, "security", "Password was reset");
    Enrich(entry, user);
    _log.Log(entry);
}

static void Enrich(NLog.LogEventInfo entry, User user)
{
    entry.Properties["userId"] = user.Id;
    entry.Properties["recipient"] = user.Email; // LEAK INS3001
}
//// Log4NetLegacyRepository
class CustomerRepository
{
    private static readonly log4net.ILog Log = log4net.LogManager.GetLogger(typeof(CustomerRepository));
    private readonly Dictionary<int, Customer> _rows = new Dictionary<int, Customer>();

    public void Save(Customer customer)
    {
        if (customer == null) throw new ArgumentNullException("customer");
        _rows[customer.Id] = customer;
        string description = Describe(customer);
        Log.InfoFormat("Saved {0} at {1}", description, DateTime.UtcNow); // LEAK INS3001
    }

    private static string Describe(Customer c)
    {
        return String.Format("#{0} ({1})", c.Id, c.Email);
    }
}
//// RawLogWithState
void CallBack(ILogger logger, User user)
{
    var state = new KeyValuePair<string, object?>("number", Normalise(user.Phone));
    logger.Log(LogLevel.Warning, new EventId(7), state, null, static (s, _) => "call back " + s.Value); // LEAK INS3001
}

static string Normalise(string? phone) => "+" + (phone ?? "0").TrimStart('0', '+');
//// AuditSinkBehindInterface
interface IAuditSink { void Write(string action, string subject); }

class LoggerAuditSink(ILogger<LoggerAuditSink> logger) : IAuditSink
{
    public void Write(string action, string subject)
    {
        if (!logger.IsEnabled(LogLevel.Information)) return;
        logger.LogInformation("{Action} by {Subject}", action, subject); // LEAK INS3001
    }
}

class DocumentHandler(IAuditSink audit, IUsers users)
{
    public void Open(int userId, string document)
    {
        var user = users.Get(userId);
        audit.Write("open " + document.Length, user.Display());
    }
}
//// OutboxPayloadTrace
record OutboxMessage(Guid Id, string Type, string Payload);

class Outbox(ILogger<Outbox> logger)
{
    private readonly List<OutboxMessage> _pending = new();

    public void Enqueue(User u)
    {
        var payload = System.Text.Json.JsonSerializer.Serialize(new { u.Id, Mail = u.Email });
        var message = new OutboxMessage(Guid.NewGuid(), "UserChanged", payload);
        _pending.Add(message);
        logger.LogDebug("Queued {Type}: {Payload}", message.Type, message.Payload); // LEAK INS3007
    }
}
//// RequestScopeDictionary
class ScopeMiddleware(ILogger<ScopeMiddleware> logger, IUsers users)
{
    public async Task InvokeAsync(int userId, Func<Task> next)
    {
        var user = await users.GetAsync(userId);
        var scope = new Dictionary<string, object>
        {
            ["UserId"] = user.Id,
            ["Contact"] = user.Email,
        };
        using (logger.BeginScope(scope)) // LEAK INS3006
        {
            await next();
        }
    }
}
//// NLogDeferredMessage
class BillingJob
{
    private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();

    public void Run(IEnumerable<User> users)
    {
        foreach (var user in users)
        {
            var holder = user.FullName;
            Log.Debug(() => $"Billing {holder} for plan {user.Plan}"); // LEAK INS3001
        }
    }
}
//// PlainClassAsArgument
class LoginHandler(ILogger<LoginHandler> logger, IUsers users)
{
    public void Handle(int id)
    {
        var user = users.Get(id);
        logger.LogInformation("Login handled for {User}", user);
        Serilog.Log.Information("Login handled for {User}", user);
        if (user.Manager is { } boss)
            logger.LogInformation($"Manager is a {boss}");
    }
}
//// RecipientStatistics
class Newsletter(ILogger<Newsletter> logger)
{
    public void Send(IReadOnlyList<User> users, Action<string, string> mailer)
    {
        var recipients = users.Select(u => u.Email).Where(e => e.Length > 0).ToList();
        foreach (var mail in recipients)
            mailer(mail, "News of the month");
        var inHouse = recipients.Count(e => e.EndsWith("@corp.example"));
        logger.LogInformation("{Total} mails sent, {InHouse} in house, longest {Max}",
            recipients.Count, inHouse, recipients.Max(e => e.Length));
    }
}
//// GeneratedMethodGetsPlan
class SignInService(ILogger logger, IUsers users)
{
    public bool SignIn(string login, string secret)
    {
        var user = users.All().FirstOrDefault(x => x.Email == login && Check(x.Id, secret));
        if (user == null) return false;
        var name = user.FullName;
        name = user.Plan;
        CorpusLog.SignedIn(logger, user.Id, name);
        return true;
    }

    private static bool Check(int id, string secret) => secret.Length > id % 3;
}
//// DefinedDelegateCountsOnly
private static readonly Action<ILogger, string, int, Exception?> Merged =
    LoggerMessage.Define<string, int>(LogLevel.Information, new EventId(31), "Merged accounts in {Country}: {Count}");

class Merger(ILogger<Merger> logger)
{
    public void Merge(IEnumerable<User> users)
    {
        foreach (var same in users.GroupBy(u => u.Email.ToUpperInvariant()))
        {
            var first = same.First();
            var mail = same.Key;
            foreach (var other in same.Skip(1))
                other.Email = mail;
            Merged(logger, first.Home.Country, same.Count(), null);
        }
    }
}
//// WrapperDropsSubject
interface IActivityLog { void Record(string what, string? subject); }

class AnonymousLog(ILogger<AnonymousLog> logger) : IActivityLog
{
    private int _withSubject;

    public void Record(string what, string? subject)
    {
        if (!string.IsNullOrEmpty(subject)) _withSubject++;
        logger.LogInformation("{What} ({Known} with subject)", what, _withSubject);
    }
}

class Upload(IActivityLog log)
{
    public void Done(User user) => log.Record("upload", user.Email);
}
//// NLogTwoEvents
void Closed(NLog.Logger log, User user, Action<NLog.LogEventInfo> vault)
{
    var open = NLog.LogEventInfo.Create(2, "audit", "Account closed");
    var sealedEntry = NLog.LogEventInfo.Create(2, "audit", "Account closed");
    open.Properties["plan"] = user.Plan;
    open.Properties["hasPhone"] = user.Phone != null;
    sealedEntry.Properties["mail"] = user.Email;
    log.Log(open);
    vault(sealedEntry);
}
//// RedactedBeforeLogging
class SupportDesk(ILogger<SupportDesk> logger, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider redactors)
{
    public void TicketOpened(User user, int ticket)
    {
        var caller = user.FullName;
        var redactor = redactors.GetRedactor("private");
        caller = redactor.Redact(caller);
        var line = $"Ticket {ticket} was opened by {caller}";
        logger.LogWarning(line);
    }
}
//// KeyedHashAsPseudonym
class Pseudonyms(byte[] key)
{
    public string Of([Pii] string value)
    {
        byte[] mac = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(value));
        return Convert.ToHexString(mac);
    }
}

void Visited(log4net.ILog log, Pseudonyms names, Visit visit)
{
    var who = names.Of(visit.IpAddress);
    log.Info("visit of " + who + " at " + visit.At.ToString("O"));
}
//// ScopeOfKeysOnly
void Import(ILogger logger, User user, string tenant, Action<User> store)
{
    var scope = new Dictionary<string, object>();
    scope["Tenant"] = tenant;
    scope["Key"] = user.Key;
    scope["Mail"] = user.Email;
    scope["Mail"] = user.Email.Contains('@');
    using (logger.BeginScope(scope))
    {
        store(user);
        logger.LogInformation("Stored");
    }
}
//// MissingFieldNames
class CompletenessCheck(Serilog.ILogger log)
{
    public void Check(User u)
    {
        var missing = new List<string>();
        if (string.IsNullOrEmpty(u.Email)) missing.Add(nameof(u.Email));
        if (string.IsNullOrEmpty(u.Phone)) missing.Add(nameof(User.Phone));
        if (u.FullName == "") missing.Add("FullName");
        log.Warning("User lacks {Fields}", string.Join(", ", missing));
        log.ForContext("Complete", missing.Count == 0).Information("Checked");
    }
}

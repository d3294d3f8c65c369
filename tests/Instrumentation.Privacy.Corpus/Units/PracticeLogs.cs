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
//// ScopeDictionary
private void Handle(ILogger log, User user, Guid correlation)
{
    var basics = new Dictionary<string, object> { ["UserId"] = user.Id, ["Correlation"] = correlation };
    using (log.BeginScope(basics))
    {
        var state = new Dictionary<string, object?> { ["Tier"] = user.Tier, ["Contact"] = user.Phone };
        using (log.BeginScope(state)) // LEAK INS3006
        {
            log.LogInformation("Handled on plan {Plan}", user.Plan);
        }
    }
}

//// ScopeTemplate
private IDisposable? Enter(ILogger log, IUsers users, int id)
{
    var user = users.Get(id);
    var city = user.Home.City;
    var inCity = city.Length > 0;
    return log.BeginScope("user {Id} in {Country} (city known: {Known})", user.Id, user.Home.Country, inCity);
}

//// SerilogContexts
private void Rent(Serilog.ILogger log, User driver, string plate)
{
    var child = log.ForContext("Plate", plate).ForContext("Driver", driver.Id);
    child.Information("Rented on {Plan}", driver.Plan);
    var licence = driver.Aliases.Length > 0 ? driver.Aliases[0] : "none";
    using (Serilog.Context.LogContext.PushProperty("Licence", licence)) // LEAK INS3006
    {
        child.Information("Key handed out");
    }
}

//// DestructureOrNot
private sealed class Basket
{
    public int Lines { get; set; }
    public User? Owner { get; set; }
}

private void Checkout(Serilog.ILogger log, User user, int lines)
{
    var basket = new Basket { Lines = lines, Owner = user };
    log.Information("Basket {Basket} of {Lines} lines", basket, basket.Lines);
    log.Information("Basket {@Basket}", basket); // LEAK INS3001
}

//// DefinedMessage !
internal static class StoreLog
{
    private static readonly Action<ILogger, int, string, Exception?> _moved = LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(31, "Moved"), "User {Id} moved within {Country}");
    public static void Moved(this ILogger log, int id, string country) => _moved(log, id, country, null);
}

internal sealed class Relocation(ILogger<Relocation> log)
{
    public void Move(User user, Address target)
    {
        var sameCity = string.Equals(user.Home.City, target.City, StringComparison.OrdinalIgnoreCase);
        user.Home = target;
        log.Moved(user.Id, sameCity ? target.Country : user.Home.Country);
    }
}

//// AuditSinks !
internal interface IAudit
{
    void Write(string action, object? subject);
}

internal sealed class ConsoleAudit : IAudit
{
    public void Write(string action, object? subject) => Console.WriteLine(action + ": " + subject); // LEAK INS3005
}

internal sealed class CountingAudit(ILogger log) : IAudit
{
    private int _count;
    public void Write(string action, object? subject)
    {
        _count++;
        log.LogInformation("{Action} is number {Count}", action, _count);
    }
}

internal sealed class Archive
{
    private readonly IAudit _audit;
    public Archive(IAudit audit) => _audit = audit;
    public void Store(User user) => _audit.Write("stored", user.FullName);
}

internal static class ArchiveStart
{
    public static Archive Create(ILogger log, bool interactive) => new(interactive ? new ConsoleAudit() : new CountingAudit(log));
}

//// SpanTags
private static readonly System.Diagnostics.ActivitySource Source = new("clinic");

private void Examine(User patient, string room)
{
    using var activity = Source.StartActivity("examine " + room);
    activity?.SetTag("patient.id", patient.Id);
    activity?.SetTag("patient.adult", patient.BirthDate < DateTime.Today.AddYears(-18));
    activity?.SetTag("patient.name", patient.Display()); // LEAK INS3002
    activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, $"no record for {patient.FullName}"); // LEAK INS3002
}

//// SpanEvents
private void Trace(System.Diagnostics.Activity activity, User user, int attempt)
{
    var tags = new System.Diagnostics.ActivityTagsCollection
    {
        ["attempt"] = attempt,
        ["mail.length"] = user.Email.Length,
        ["mail.domain.known"] = user.Email.EndsWith("@example.org"),
    };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("login.failed", DateTimeOffset.UtcNow, tags));
    activity.DisplayName = "login/" + user.Tier;
    activity.AddBaggage("user.key", user.Key.ToString());
}

//// BaggageHeader
private void Start(OpenTelemetry.Trace.Tracer tracer, IUsers users, int id)
{
    var user = users.Get(id);
    var span = tracer.StartSpan("load-profile");
    span.SetAttribute("user.id", user.Id).SetAttribute("user.plan", user.Plan);
    var header = user.Email.ToLowerInvariant().Trim();
    OpenTelemetry.Baggage.SetBaggage("user", header); // LEAK INS3002
    span.UpdateName("load-profile " + (header.Length > 0 ? "known" : "unknown"));
}

//// MeterLabels
private static readonly System.Diagnostics.Metrics.Meter Shop = new("shop");
private static readonly System.Diagnostics.Metrics.Counter<long> Orders = Shop.CreateCounter<long>("orders");
private static readonly System.Diagnostics.Metrics.Histogram<int> NameLength = Shop.CreateHistogram<int>("name.length");

private void Record(User buyer)
{
    Orders.Add(1, new KeyValuePair<string, object?>("country", buyer.Home.Country), new KeyValuePair<string, object?>("tier", buyer.Tier.ToString()));
    NameLength.Record(buyer.FullName.Length, new KeyValuePair<string, object?>("has.phone", buyer.Phone is not null));
    var tags = new System.Diagnostics.TagList { { "plan", buyer.Plan }, { "admin", buyer.IsAdmin } };
    Orders.Add(2, tags);
}

//// TagListCity
private static readonly System.Diagnostics.Metrics.Histogram<double> Duration = new System.Diagnostics.Metrics.Meter("delivery").CreateHistogram<double>("duration");

private void Delivered(User customer, System.Diagnostics.Stopwatch watch, bool late)
{
    watch.Stop();
    var tags = new System.Diagnostics.TagList();
    tags.Add("late", late);
    Duration.Record(watch.Elapsed.TotalSeconds, tags);
    tags.Add("town", customer.Home.City.ToUpperInvariant());
    Duration.Record(watch.Elapsed.TotalMinutes, tags); // LEAK INS3003
}

//// OwnException !
internal sealed class MemberLockedException : Exception
{
    public MemberLockedException(int id, [Pii] string email) : base($"Member {id} is locked.")
    {
        Id = id;
        Email = email;
    }
    public int Id { get; }
    [Pii] public string Email { get; }
    public override string ToString() => nameof(MemberLockedException) + " " + Id;
}

internal sealed class Login(ILogger<Login> log)
{
    public void Try(User user, Func<string, bool> locked)
    {
        try
        {
            if (locked(user.Email)) throw new MemberLockedException(user.Id, user.Email);
            log.LogInformation("{Id} signed in", user.Id);
        }
        catch (MemberLockedException ex)
        {
            log.LogWarning("Locked: {Id}, {Message}", ex.Id, ex.Message);
        }
    }
}

//// OwnExceptionText !
internal class TransferException : Exception
{
    public TransferException(string message, int code) : base(message) => Code = code;
    public int Code { get; }
}

internal sealed class Bank
{
    private readonly Dictionary<string, decimal> _balances = new();

    public void Transfer([Pii(PiiKind.Financial)] string from, [Pii(PiiKind.Financial)] string to, decimal amount)
    {
        if (amount <= 0) throw new TransferException("The amount must be positive.", 1);
        if (!_balances.TryGetValue(from, out var balance))
            throw new TransferException("Unknown account " + from, 2); // LEAK INS3004
        if (balance < amount) throw new TransferException("Not enough money on the account.", 3);
        var text = string.Format("The account {0} cannot be found", to);
        if (!_balances.ContainsKey(to))
            throw new TransferException(text, 4); // LEAK INS3004
        _balances[from] -= amount;
        _balances[to] += amount;
    }
}

//// IgnoredMembers !
internal sealed class Reservation
{
    public int Id { get; set; }
    public DateTime From { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Guest { get; set; } = "";
    [Pii] internal string Card { get; set; } = "";
}

internal sealed class Hotel(ILogger<Hotel> log)
{
    public void Reserve(User user, DateTime from)
    {
        var reservation = new Reservation { Id = user.Id, From = from, Guest = user.FullName, Card = user.Aliases.FirstOrDefault() ?? "" };
        var json = System.Text.Json.JsonSerializer.Serialize(reservation);
        log.LogInformation("Reserved {Json}", json);
    }
}

//// IgnoredWhenNull !
internal sealed class Enrolment
{
    public int Course { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string? Student { get; set; }
}

internal sealed class School(ILogger<School> log)
{
    public void Enrol(User user, int course)
    {
        var enrolment = new Enrolment { Course = course, Student = user.FullName };
        byte[] bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(enrolment);
        log.LogInformation("Enrolment takes {Bytes} bytes", bytes.Length);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        log.LogInformation("Enrolment {Text}", text); // LEAK INS3007
    }
}

//// XmlReport !
public sealed class LetterXml
{
    public int Number { get; set; }
    [Pii] public string Recipient { get; set; } = "";
}

internal sealed class LetterShop(ILogger<LetterShop> log)
{
    private static string ToXml<T>(T value)
    {
        using var writer = new StringWriter();
        new System.Xml.Serialization.XmlSerializer(typeof(T)).Serialize(writer, value);
        return writer.ToString();
    }

    public void Print(User user, int number)
    {
        var letter = new LetterXml { Number = number, Recipient = user.FullName };
        var xml = ToXml(letter);
        log.LogInformation("Letter {Number}: {Size} characters of XML", letter.Number, xml.Length);
        log.LogDebug("Letter {Xml}", xml); // LEAK INS3007
    }
}

//// JsonProjection
private void Publish(ILogger log, IEnumerable<User> users)
{
    var payload = users.Where(u => u.Email.Length > 0).Select(u => new { u.Id, u.Plan, Country = u.Home.Country, Aliases = u.Aliases.Length });
    var json = System.Text.Json.JsonSerializer.Serialize(payload, new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    log.LogInformation("Published {Payload}", json);
}

//// NewtonsoftConsole
private void Dump(User user, ILogger log)
{
    var settings = Newtonsoft.Json.JsonConvert.SerializeObject(new { user.Plan, user.Tier, user.Roles });
    log.LogInformation("Settings {Settings}", settings);
    var full = Newtonsoft.Json.JsonConvert.SerializeObject(user);
    log.LogInformation("User {User}", full); // LEAK INS3007
    Console.Error.WriteLine(full); // LEAK INS3005
}

//// HashedKey
private static string Fingerprint(string text, byte[] salt)
{
    using var hmac = new System.Security.Cryptography.HMACSHA256(salt);
    var hash = hmac.ComputeHash(System.Text.Encoding.UTF8.GetBytes(text.Trim().ToLowerInvariant()));
    return System.Convert.ToHexString(hash.AsSpan(0, 8)).ToLowerInvariant();
}

private void Count(ILogger log, User voter, byte[] salt, HashSet<string> voted)
{
    var key = Fingerprint(voter.Email, salt);
    if (!voted.Add(key))
        log.LogWarning("Second vote of {Key}", key);
    else
        log.LogInformation("Vote of {Key}, {Total} in all", key, voted.Count);
}

//// EncodedIsNotHashed
private static string Encode(string text) => System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

private void Link(ILogger log, User user)
{
    var digest = System.Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Email)));
    log.LogInformation("Unsubscribe digest {Digest}", digest);
    var token = Encode(user.Email).TrimEnd('=').Replace('+', '-');
    log.LogInformation("Unsubscribe token {Token}", token); // LEAK INS3001
}

//// RedactedView !
internal sealed class SafeUser
{
    private readonly User _user;
    private readonly Microsoft.Extensions.Compliance.Redaction.Redactor _redactor;
    public SafeUser(User user, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
    {
        _user = user;
        _redactor = redactor;
    }
    public string Mail => _redactor.Redact(_user.Email);
    public override string ToString() => _user.Id + " <" + Mail + "> " + _redactor.Redact(_user.Phone);
}

internal sealed class Support(ILogger<Support> log, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider redactors)
{
    public void Call(User user)
    {
        var safe = new SafeUser(user, redactors.GetRedactor("private"));
        using (log.BeginScope("call of {User}", safe.Mail))
            log.LogInformation("Support call of {User}", safe);
    }
}

//// StarHandler !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct StarHandler
{
    private readonly System.Text.StringBuilder _text;
    public StarHandler(int literalLength, int formattedCount) => _text = new System.Text.StringBuilder(literalLength + formattedCount * 3);
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append(value is null ? "-" : "***");
    public string Take() => _text.ToString();
}

internal static class Starred
{
    public static void Line(ILogger log, StarHandler handler) => log.LogInformation("{Line}", handler.Take());
}

internal sealed class Reception(ILogger<Reception> log)
{
    public void Welcome(User guest) => Starred.Line(log, $"guest {guest.FullName}, phone {guest.Phone}, room {guest.Id}");
}

//// JournalFile !
internal sealed class Journal : IDisposable
{
    private readonly StreamWriter _writer;
    public Journal(string folder, int shop) => _writer = new StreamWriter(Path.Combine(folder, "shop-" + shop + ".log"), append: true);
    public void Sale(User buyer, decimal total)
    {
        _writer.Write(DateTime.UtcNow.ToString("s"));
        _writer.Write(";");
        _writer.Write(buyer.Email == "" ? "anonymous" : "member");
        _writer.Write(";");
        _writer.WriteLine(total);
    }
    public void Return(User buyer, string reason)
    {
        var line = $"{DateTime.UtcNow:s};{buyer.FullName};{reason}";
        _writer.WriteLine(line); // LEAK INS3008
    }
    public void Dispose() => _writer.Dispose();
}

//// LookupUrl !
internal sealed class CrmClient(HttpClient http, ILogger<CrmClient> log)
{
    private static string Query(IDictionary<string, string> values) => string.Join('&', values.Select(v => v.Key + "=" + Uri.EscapeDataString(v.Value)));

    public async Task<bool> KnownAsync(User user)
    {
        var path = $"https://crm.example.org/contacts/{user.Id}";
        log.LogDebug("GET {Path}", path);
        using var byId = await http.GetAsync(path);
        if (byId.IsSuccessStatusCode) return true;
        var query = Query(new Dictionary<string, string> { ["plan"] = user.Plan, ["mail"] = user.Email });
        using var byMail = await http.GetAsync("https://crm.example.org/contacts?" + query); // LEAK INS3008
        return byMail.IsSuccessStatusCode;
    }
}

//// GameEvents !
internal sealed class GameEventSource : System.Diagnostics.Tracing.EventSource
{
    public static readonly GameEventSource Instance = new();
    [System.Diagnostics.Tracing.Event(1)] public void Joined(int player, int room) => WriteEvent(1, player, room);
    [System.Diagnostics.Tracing.Event(2)] public void Chatted(int room, string from) => WriteEvent(2, room, from); // LEAK INS3005
    [System.Diagnostics.Tracing.Event(3)] public void Muted(int room, bool byAdmin) => WriteEvent(3, room, byAdmin ? 1 : 0);
}

internal sealed class GameRoom(int room)
{
    private readonly List<User> _players = new();
    public void Join(User player)
    {
        _players.Add(player);
        GameEventSource.Instance.Joined(player.Id, room);
    }
    public void Chat(User player, string text)
    {
        if (text.Contains(player.FullName)) GameEventSource.Instance.Muted(room, player.IsAdmin);
        else GameEventSource.Instance.Chatted(room, player.Aliases.Length == 0 ? player.FullName : player.Aliases[0]);
    }
}

//// TraceListeners
private static readonly System.Diagnostics.TraceSource Trc = new("hr");

private void Hire(User applicant, int position)
{
    Trc.TraceEvent(System.Diagnostics.TraceEventType.Information, 10, "position {0} filled, salary set: {1}", position, applicant.Salary > 0);
    System.Diagnostics.Debug.Assert(applicant.FullName.Length > 0, "applicant without a name: " + applicant.Id);
    System.Diagnostics.Trace.WriteLineIf(applicant.Phone == null, "no phone for " + applicant.Id, "hr");
    System.Diagnostics.Trace.TraceWarning("position {0} filled by {1}", position, applicant.FullName); // LEAK INS3005
}

//// NLogLazy
private static readonly NLog.Logger Nlog = NLog.LogManager.GetCurrentClassLogger();

private void Land(User pilot, string runway)
{
    Nlog.Info("Landing on {Runway}, pilot {Pilot}", runway, pilot.Id);
    var crew = new[] { pilot.FullName, pilot.Manager?.FullName ?? "-" };
    Nlog.Debug(() => "crew size " + crew.Length);
    Nlog.Debug(() => "crew " + string.Join("/", crew)); // LEAK INS3001
}

//// Log4netContext
private static readonly log4net.ILog Log4 = log4net.LogManager.GetLogger(typeof(string));

private void Sign(User notary, string deed)
{
    log4net.ThreadContext.Properties["notary.id"] = notary.Id;
    log4net.LogicalThreadContext.Properties["notary"] = notary.FullName; // LEAK INS3006
    try
    {
        Log4.InfoFormat("Deed {0} signed: {1}", deed, notary.FullName.Equals(deed));
    }
    finally
    {
        log4net.LogicalThreadContext.Properties["notary"] = null;
    }
}

//// WrappedFailure
private void Save(ILogger log, User user, Action<User> store)
{
    var what = $"user {user.FullName} <{user.Email}>";
    try
    {
        store(user);
    }
    catch (IOException ex)
    {
        if (what.Length > 512) log.LogWarning("Very long name of {Id}", user.Id);
        throw new InvalidOperationException($"Could not save user {user.Id} of tier {user.Tier}.", ex);
    }
}

//// StateLog
private readonly record struct MeterState(int Device, string Where)
{
    public override string ToString() => $"device {Device}";
}

private void Reading(ILogger log, User owner, int device, double value)
{
    var state = new MeterState(device, owner.Home.Country);
    log.Log(LogLevel.Information, new EventId(4), state, null, (s, _) => s + " reads " + value);
    var place = (device, owner.Home.Street);
    log.Log(LogLevel.Debug, new EventId(5, "place"), place, null, (s, _) => s.device + " at " + s.Street); // LEAK INS3001
}

//// RequestPipeline !
internal interface IRequest<TResult> { }

internal interface IHandler<in TRequest, TResult> where TRequest : IRequest<TResult>
{
    Task<TResult> Handle(TRequest request, CancellationToken cancel);
}

internal sealed record RenameUser(int Id, [property: Pii(PiiKind.Name)] string NewName) : IRequest<bool>;

internal sealed class RenameHandler(IUsers users, ILogger<RenameHandler> log) : IHandler<RenameUser, bool>
{
    public async Task<bool> Handle(RenameUser request, CancellationToken cancel)
    {
        var user = await users.GetAsync(request.Id, cancel);
        if (user.FullName == request.NewName)
        {
            log.LogInformation("Nothing to do for {Id}", request.Id);
            return false;
        }
        user.FullName = request.NewName;
        log.LogInformation("Renamed {Id}, {Length} characters", user.Id, request.NewName.Length);
        return true;
    }
}

internal sealed class TimingHandler<TRequest, TResult>(IHandler<TRequest, TResult> inner, ILogger log) : IHandler<TRequest, TResult> where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancel)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            return await inner.Handle(request, cancel);
        }
        finally
        {
            log.LogInformation("{Request} took {Elapsed} ms", typeof(TRequest).Name, watch.ElapsedMilliseconds);
        }
    }
}

internal sealed class GuardHandler<TRequest, TResult>(IHandler<TRequest, TResult> inner, Func<TRequest, string?> validate, ILogger log) : IHandler<TRequest, TResult> where TRequest : IRequest<TResult>
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancel)
    {
        var problem = validate(request);
        if (problem is not null)
        {
            log.LogWarning("{Request} refused: {Problem}", request.GetType().Name, problem);
            throw new InvalidOperationException("Refused: " + problem);
        }
        return inner.Handle(request, cancel);
    }
}

internal sealed class RenameEndpoint(IUsers users, ILoggerFactory loggers)
{
    public async Task<bool> PostAsync(int id, [Pii(PiiKind.Name)] string name, CancellationToken cancel)
    {
        var log = loggers.CreateLogger("rename");
        IHandler<RenameUser, bool> handler = new RenameHandler(users, loggers.CreateLogger<RenameHandler>());
        handler = new TimingHandler<RenameUser, bool>(handler, log);
        handler = new GuardHandler<RenameUser, bool>(handler, r => string.IsNullOrWhiteSpace(r.NewName) ? "empty name" : r.NewName.Length > 80 ? "name too long" : null, log);
        var request = new RenameUser(id, name.Trim());
        return await handler.Handle(request, cancel);
    }
}

//// CountingWrapper !
internal sealed class QuietLog(ILogger log)
{
    private readonly Dictionary<string, int> _calls = new();
    public void Info(string template, params object?[] args)
    {
        _calls[template] = _calls.GetValueOrDefault(template) + 1;
        var nulls = args.Count(a => a is null);
        log.LogInformation("{Template} was written with {Args} arguments, {Nulls} of them null", template, args.Length, nulls);
    }
    public void Flush()
    {
        foreach (var (template, calls) in _calls)
            log.LogInformation("{Template}: {Calls} calls", template, calls);
    }
}

internal sealed class Voting(QuietLog log)
{
    public void Cast(User voter, int list)
    {
        log.Info("{Voter} voted for {List}", voter.FullName, list);
        log.Info("{Voter} lives in {City}", voter.Email, voter.Home.City);
    }
}

//// CsvInMemory
private async Task<int> Build(ILogger log, IUsers users, Func<Stream, Task> upload)
{
    using var memory = new MemoryStream();
    using var writer = new StreamWriter(memory, leaveOpen: true);
    var lines = 0;
    writer.WriteLine("id;name;mail");
    foreach (var user in users.All())
    {
        writer.WriteLine(user.Id + ";" + user.FullName + ";" + user.Email);
        lines++;
    }
    writer.Flush();
    memory.Position = 0;
    await upload(memory);
    log.LogInformation("Uploaded {Lines} lines, {Bytes} bytes", lines, memory.Length);
    return lines;
}

//// SealedPrint !
internal abstract record Envelope(Guid Id, DateTime Sent)
{
    public sealed override string ToString() => $"{GetType().Name} {Id:N} of {Sent:s}";
}

internal sealed record MailEnvelope(Guid Id, DateTime Sent, [property: Pii] string To, [property: Pii] string Body) : Envelope(Id, Sent);

internal sealed class PostOffice(ILogger<PostOffice> log)
{
    public void Send(User user)
    {
        var mail = new MailEnvelope(Guid.NewGuid(), DateTime.UtcNow, user.Email, "Dear " + user.FullName);
        log.LogInformation("Sending {Envelope}", mail);
        Console.WriteLine($"sent {mail}");
    }
}

//// DebuggerView !
[System.Diagnostics.DebuggerDisplay("{Name} ({Mail})")]
internal sealed class Contestant
{
    [Pii] public string Name { get; init; } = "";
    [Pii] public string Mail { get; init; } = "";
    public int Score { get; set; }
}

internal sealed class Contest(ILogger<Contest> log)
{
    private readonly List<Contestant> _contestants = new();
    public void Enter(User user)
    {
        var contestant = new Contestant { Name = user.FullName, Mail = user.Email };
        _contestants.Add(contestant);
        log.LogInformation("Entered {Contestant}", contestant);
        log.LogInformation("Contestants {All}, scores {Scores}", _contestants, _contestants.Select(c => c.Score));
    }
}

//// GaugeByTier
private static readonly System.Diagnostics.Metrics.Meter Subscriptions = new("subscriptions");

private void Observe(IUsers users)
{
    Subscriptions.CreateObservableGauge("members", () => users.All()
        .Where(u => u.Email != "")
        .GroupBy(u => (u.Tier, HasPhone: u.Phone is not null))
        .Select(g => new System.Diagnostics.Metrics.Measurement<int>(g.Count(), new KeyValuePair<string, object?>("tier", g.Key.Tier.ToString()), new KeyValuePair<string, object?>("phone", g.Key.HasPhone))));
}

//// XmlIgnored !
public class DeedXml
{
    public int Number { get; set; }
    public string Court { get; set; } = "";
    [Pii, System.Xml.Serialization.XmlIgnore] public string Owner { get; set; } = "";
}

internal sealed class DeedOffice(ILogger<DeedOffice> log)
{
    private static readonly System.Xml.Serialization.XmlSerializer Serializer = new(typeof(DeedXml));
    public void Register(User user, int number)
    {
        var deed = new DeedXml { Number = number, Court = "Ghent", Owner = user.FullName };
        using var text = new StringWriter();
        Serializer.Serialize(text, deed);
        log.LogInformation("Deed {Deed}, owner given: {Owner}", text.ToString(), deed.Owner.Length > 0);
    }
}

//// ReportFileName
private void Write(ILogger log, User user, string folder)
{
    var key = System.Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Email)));
    var file = Path.Combine(folder, key[..12] + ".txt");
    File.WriteAllText(file, $"plan={user.Plan}\ncountry={user.Home.Country}\naliases={user.Aliases.Length}\n");
    log.LogInformation("Report written to {File}", file);
}
//// OrderPlaced
void Placed(ILogger log, Customer customer, int order)
{
    log.LogInformation("order {Order} by customer {Customer}", order, customer.Id);
    log.LogInformation("level {Level}", customer.Level);
    log.LogDebug("order {Order} by {Customer}", order, customer); // LEAK INS3001
    log.LogDebug("order {Order} by {Kind}", order, customer.GetType().Name);
}

//// VaccinationReminder
async Task RemindAsync(ILogger log, IUsers users, CancellationToken stop)
{
    var sent = 0;
    await foreach (var u in users.Stream())
    {
        if (stop.IsCancellationRequested) break;
        var age = DateTime.Today.Year - u.BirthDate.Year;
        log.LogTrace("age {Age}", age);
        if (age < 60) continue;
        log.LogTrace("born {Birth:yyyy-MM}", u.BirthDate); // LEAK INS3001
        sent++;
    }
    log.LogInformation("{Sent} reminders", sent);
}

//// DefinedMessages
private static readonly Action<ILogger, int, string, Exception?> Enrolled =
    LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(7, "Enrolled"), "pupil {Id} enrolled in {Course}");

void Enrol(ILogger log, User pupil, string course)
{
    Enrolled(log, pupil.Id, course, null);
    if (course.Length == 0)
        Enrolled(log, pupil.FullName.Length, nameof(pupil.FullName), null);
}

//// GroupedRoles
void Summary(ILogger log, IUsers users)
{
    var perPlan = users.All().GroupBy(u => u.Plan).ToDictionary(g => g.Key, g => g.Count());
    log.LogInformation("plans: {Plans}", perPlan);
    var byMail = users.All().ToDictionary(u => u.Email, u => u.Roles.Count);
    log.LogInformation("roles: {Roles}", byMail.Values);
    log.LogInformation("roles: {Roles}", byMail.Values.Sum());
    log.LogInformation("roles: {Roles}", byMail.Keys); // LEAK INS3001
}

//// CategoryPerUser
ILogger Create(ILoggerFactory factory, User user, bool detailed)
{
    if (!detailed) return factory.CreateLogger("Session." + user.Plan);
    var name = "Session." + user.Email.Replace('@', '.');
    name = name.Length > 40 ? "Session.Long" : "Session." + user.Key;
    return factory.CreateLogger(name);
}

//// GeneratedCall
void SignIn(ILogger log, User user)
{
    CorpusLog.SignedIn(log, user.Id, user.IsAdmin ? "admin" : "user");
    CorpusLog.Counted(log, user.Aliases.Length, user.Plan);
    CorpusLog.SignedIn(log, user.Id, user.Aliases[0]); // LEAK INS3001
    CorpusLog.Counted(log, user.Email.Length, nameof(user.Email));
}

//// BatchLists
void Batch(ILogger log, IReadOnlyList<User> users)
{
    var ids = users.Select(u => u.Id).ToArray();
    var phones = users.Where(u => u.Phone != null).Select(u => u.Phone!).ToList();
    log.LogInformation("ids {Ids}", string.Join(' ', ids));
    log.LogInformation("{Count} phones", phones.Count);
    log.LogInformation($"phones {phones}");
    log.LogInformation("phones {Phones}", phones.Select(p => p.Length).ToList());
    phones.Clear();
    log.LogInformation("first {Id}", ids.FirstOrDefault());
}

//// StateMachine
private enum Stage { New, Verified, Rejected }
private Stage stage;
private string? note;

void Verify(ILogger log, User user)
{
    stage = user.Phone?.StartsWith("+49") == true ? Stage.Verified : Stage.Rejected;
    note = stage switch
    {
        Stage.Verified => "ok",
        Stage.Rejected when user.IsAdmin => "skipped",
        _ => "rejected",
    };
    log.LogInformation("{Stage}: {Note}", stage, note);
}

void Reject(ILogger log, User user)
{
    var reason = user.Phone switch
    {
        null => "missing",
        "" => "empty",
        var other => other.Trim(),
    };
    log.LogWarning("rejected: {Reason}", reason); // LEAK INS3001
}

//// SerializedAudit
void Audit(ILogger log, User before, User after)
{
    var changes = new { before.Id, Plan = new { Old = before.Plan, New = after.Plan } };
    log.LogInformation("changed {Json}", System.Text.Json.JsonSerializer.Serialize(changes));
    var full = new { before.Id, Mail = new { Old = before.Email, New = after.Email } };
    log.LogInformation("changed {Json}", System.Text.Json.JsonSerializer.Serialize(full)); // LEAK INS3007
}

//// QueueWorker !
sealed class MailQueue(ILogger<MailQueue> log)
{
    private readonly System.Threading.Channels.Channel<(int Id, string To)> channel = System.Threading.Channels.Channel.CreateBounded<(int, string)>(16);

    internal ValueTask EnqueueAsync(User user) => channel.Writer.WriteAsync((user.Id, user.Email));

    internal async Task RunAsync(CancellationToken stop)
    {
        await foreach (var (id, to) in channel.Reader.ReadAllAsync(stop))
        {
            log.LogInformation("sending mail for {Id}", id);
            if (!to.Contains('@'))
                log.LogWarning("bad address {To}", to); // LEAK INS3001
        }
    }
}

//// ConstantSwitch
private const bool Verbose = false;

void Handle(ILogger log, User user, object payload)
{
    if (Verbose)
    {
        log.LogDebug("handling {Name}", user.FullName);
    }
    var shown = payload is int n ? n.ToString() : "other";
    log.LogInformation("payload {Payload} for {Key}", shown, user.Key);
    string text = user.FullName;
    text = text.Length > 20 ? "long" : "short";
    log.LogInformation("name is {Text}", text);
}


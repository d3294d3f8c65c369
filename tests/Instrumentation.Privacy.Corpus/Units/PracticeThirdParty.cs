//// VlSerilogDestructured
void M(Serilog.ILogger log, User u)
{
    log.Information("Registered {User}", u);
    log.Information("Registered {@User}", u); // LEAK INS3001
}
//// VlSerilogAnonymous
void M(Serilog.ILogger log, User u)
{
    var view = new { u.Id, u.Plan, MailLength = u.Email.Length };
    log.Information("Registered {@View}", view);
}
//// VlSerilogForContext
Serilog.ILogger Enrich(Serilog.ILogger log, User u) => log
    .ForContext("UserId", u.Id)
    .ForContext("Region", u.Home.Country)
    .ForContext("MailKnown", u.Email.Length > 0)
    .ForContext<Unit>();
//// VlSerilogLogContext
async Task Handle(IUsers users, int id, CancellationToken ct)
{
    var u = await users.GetAsync(id, ct);
    using (Serilog.Context.LogContext.PushProperty("Plan", u.Plan))
    using (Serilog.Context.LogContext.PushProperty("Phone", u.Phone ?? "none")) // LEAK INS3006
    {
        Serilog.Log.Information("Handled");
    }
}
//// VlSerilogNested !
internal class Basket
{
    public Guid Id { get; init; }
    public List<Line> Lines { get; } = [];
    public Buyer Owner { get; init; } = new();
}
internal class Line { public string Sku { get; init; } = ""; public int Quantity { get; init; } }
internal class Buyer
{
    public int Number { get; init; }
    [Pii] public string Name { get; init; } = "";
}

internal class Checkout(Serilog.ILogger log)
{
    private readonly Serilog.ILogger _log = log.ForContext<Checkout>();

    public decimal Pay(Basket basket, Func<string, decimal> price)
    {
        var total = 0m;
        foreach (var line in basket.Lines)
        {
            _log.Debug("Line {@Line}", line);
            total += price(line.Sku) * line.Quantity;
        }

        _log.Information("Paying {Total} for {@Lines}", total, basket.Lines);
        if (total > 10_000m)
            _log.Information("Large basket {@Basket}", basket); // LEAK INS3001
        return total;
    }
}
//// VlSerilogError
void M(Serilog.ILogger log, Exception e, Customer c)
{
    log.Error(e, "Level {Level} of {Id} not computed", c.Level, c.Id);
    log.Error(e, "Level of {@Customer} not computed", new { c.Id, c.Level, HasMail = c.Email is not "" });
}
//// VlNlogDeferred
private static readonly NLog.Logger Logger = NLog.LogManager.GetCurrentClassLogger();
void M(User u, int[] codes)
{
    Logger.Debug(() => "codes " + string.Join(",", codes) + " for " + u.Key);
    Logger.Debug(() => "codes " + string.Join(",", codes) + " for " + u.Email); // LEAK INS3001
}
//// VlNlogEvent
void M(NLog.Logger logger, User u)
{
    logger.Log(NLog.LogEventInfo.Create(2, "mailer", "sent to " + u.Email)); // LEAK INS3001
    logger.Log(NLog.LogEventInfo.Create(2, "mailer", "sent to " + (u.IsAdmin ? "an admin" : "a user")));
}
//// VlNlogScope
void M(NLog.Logger logger, User u)
{
    using var a = NLog.ScopeContext.PushProperty("plan", u.Plan);
    using var b = NLog.ScopeContext.PushNestedState($"user={u.Id};admin={u.IsAdmin}");
    using var c = NLog.ScopeContext.PushNestedState($"user={u.Display()}"); // LEAK INS3006
    logger.Info("in scope");
}
//// VlNlogBatch !
internal class StatementBatch
{
    private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();
    private readonly Dictionary<int, Exception> _errors = new Dictionary<int, Exception>();

    public int Run(IEnumerable<User> clients, Action<User, string> print)
    {
        int done = 0;
        foreach (User client in clients)
        {
            string heading = string.Format("Statement for {0}, {1}", client.FullName, client.Home.City);
            try
            {
                print(client, heading);
                done++;
                Log.Info("Statement {0} printed, heading of {1} characters", done, heading.Length);
            }
            catch (Exception e)
            {
                _errors[client.Id] = e;
                Log.Error(e, "Statement failed for client {0}", client.Id);
            }
        }

        foreach (var pair in _errors)
        {
            Log.Info("Client {0}: {1}", pair.Key, pair.Value.GetType().Name);
        }
        return done;
    }
}
//// VlLog4netObject
void M(log4net.ILog log, User u, Customer c)
{
    log.Debug(u);
    log.Debug(u.Home);
    log.Info(c with { Email = "" });
}
//// VlLog4netContext
void Begin(log4net.ILog log, User u)
{
    log4net.ThreadContext.Properties["request"] = Guid.NewGuid();
    log4net.LogicalThreadContext.Properties["user"] = u.Email; // LEAK INS3006
    log.Info("begin");
    log4net.LogicalThreadContext.Properties["user"] = null;
}
//// VlLog4netLegacyRepository !
internal class PatientRow
{
    public int PatientNo;
    [Pii] public string Surname = "";
    [Pii] public string Insurance = "";
    public string Ward = "";
}

internal class PatientRepository
{
    private static readonly log4net.ILog log = log4net.LogManager.GetLogger(typeof(PatientRepository));
    private readonly List<PatientRow> rows = new List<PatientRow>();

    public PatientRow? Find(string surname)
    {
        PatientRow? hit = null;
        for (int i = 0; i < rows.Count; i++)
        {
            if (string.Compare(rows[i].Surname, surname, StringComparison.OrdinalIgnoreCase) == 0)
            {
                hit = rows[i];
                break;
            }
        }
        if (hit == null)
        {
            log.Warn("patient not found among " + rows.Count, null);
            return null;
        }
        log.Info("patient found: " + hit.PatientNo + ", ward " + hit.Ward);
        return hit;
    }

    public void Discharge(int no)
    {
        PatientRow? row = rows.Find(delegate(PatientRow r) { return r.PatientNo == no; });
        if (row == null)
            return;
        rows.Remove(row);
        log.Info("discharged " + row.PatientNo + "/" + row.Insurance); // LEAK INS3001
    }
}
//// VlSerilogTypedView !
internal sealed class UserLogView(User user)
{
    private readonly User _user = user;
    public int Id => _user.Id;
    public string Initial => _user.IsAdmin ? "A" : "U";
    public string Token { get; } = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user.Email)));
}

internal class TransferService(Serilog.ILogger log, IUsers users)
{
    public void Transfer(int from, int to, decimal amount)
    {
        var payer = new UserLogView(users.Get(from));
        var payee = new UserLogView(users.Get(to));
        log.Information("Transfer {@Payer} -> {@Payee}", payer, payee);
        if (amount > 1000)
            log.Warning("Large transfer by {Token}", payer.Token);
    }
}
//// VlNlogCounters
private static readonly NLog.Logger Logger = NLog.LogManager.GetCurrentClassLogger();
void M(Dictionary<string, User> byEmail, User u)
{
    bool known = byEmail.ContainsKey(u.Email);
    Logger.Info("{0} of {1}: {2}", u.Id, byEmail.Count, known ? "known" : "new");
}
//// VlLog4netMasked
private static readonly log4net.ILog Log = log4net.LogManager.GetLogger(typeof(Unit));
static string Mask(string value) { return "".PadLeft(value.Length, '*'); }
void M(User u)
{
    Log.InfoFormat("{0}: {1}", u.Id, Mask(u.FullName));
    Log.Error("user " + u.Id + " has no phone: " + (u.Phone == null));
}
//// VlSerilogBehindFacade !
internal interface IAppLog { void Event(string name, object? data = null); }

internal class SerilogAppLog : IAppLog
{
    private readonly Serilog.ILogger inner;
    public SerilogAppLog(Serilog.ILogger inner) => this.inner = inner;
    public void Event(string name, object? data = null)
    {
        if (data is null)
            inner.Information("{Event}", name);
        else
            inner.Information("{Event}: {Data}", name, data); // LEAK INS3001
    }
}

internal class NullAppLog : IAppLog
{
    public void Event(string name, object? data = null) { }
}

internal class Newsletter(IAppLog log)
{
    public void Subscribe(User u)
    {
        log.Event("subscribe");
        log.Event("plan", u.Plan);
    }

    public void Unsubscribe(User u, string? reason) => log.Event("unsubscribe", reason ?? u.Email);
}
//// SerilogBasics
void Register(Serilog.ILogger log, User user)
{
    log.Information("registered {Id} on {Plan}", user.Id, user.Plan);
    log.Debug("registered {Id} {Tier} {Admin}", user.Id, user.Tier, user.IsAdmin);
    log.Warning("weak password for {User}", user);
    log.Warning("weak password for {@User}", user); // LEAK INS3001
}

//// SerilogStaticAgain
void Refund(Customer customer, decimal amount)
{
    Serilog.Log.Information("refund {Amount}", amount);
    Serilog.Log.Warning("refund for {Level}", customer.Level);
    Serilog.Log.Warning("refund for {Customer}", customer); // LEAK INS3001
    Serilog.Log.Information("refund for " + customer.Email); // LEAK INS3001
}

//// NLogGeneratorAgain
private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();

void Heartbeat(User owner, int devices)
{
    Log.Debug(() => $"{devices} devices of {owner.Id}");
    Log.Debug(() => $"{devices} devices of {owner}");
    Log.Info("beat of {0}", owner.Key);
    Log.Info("beat of {Name} {Devices}", owner.Email.Split('@').Length, devices);
}

//// NLogEvents
void Record(NLog.Logger log, User user)
{
    var plain = NLog.LogEventInfo.Create(2, "audit", "user changed");
    plain.Properties["id"] = user.Id;
    plain.Properties["hasPhone"] = user.Phone is not null;
    log.Log(plain);
}

//// LogForNet
private static readonly log4net.ILog Audit = log4net.LogManager.GetLogger(typeof(User));

void Grant(User admin, User target, string role)
{
    Audit.InfoFormat("{0} granted {1} to {2}", admin.Id, role, target.Id);
    Audit.InfoFormat("{0} granted {1} to {2}", admin.Id, role, target.FullName); // LEAK INS3001
    Audit.Info(target);
    Audit.Info(target.Home);
    Audit.WarnFormat("role {0}", role);
    Audit.Debug("granted to " + target.Phone); // LEAK INS3001
}

//// Spans
void Trace(OpenTelemetry.Trace.Tracer tracer, User user, Visit visit)
{
    var span = tracer.StartActiveSpan("visit");
    span.SetAttribute("visit.id", visit.Id.ToString());
    span.SetAttribute("user.id", user.Id);
    span.SetAttribute("client.address", visit.IpAddress); // LEAK INS3002
    span.SetAttribute("client.v6", visit.IpAddress.Contains(':') ? "yes" : "no");
    span.AddEvent("seen at " + visit.At.ToString("O"));
    span.UpdateName("visit of " + user.Display()); // LEAK INS3002
}

//// BaggageHop
void Forward(User user)
{
    OpenTelemetry.Baggage.SetBaggage("tenant.plan", user.Plan);
    OpenTelemetry.Baggage.SetBaggage("tenant.key", user.Key.ToString("N"));
    var compact = user.FullName.Count(char.IsUpper).ToString();
    OpenTelemetry.Baggage.SetBaggage("tenant.capitals", compact);
}

//// NewtonsoftDump
private sealed class CartView
{
    public int Lines { get; set; }
    [Newtonsoft.Json.JsonIgnore, Pii] public string? Buyer { get; set; }
}

void Dump(ILogger log, User buyer, int lines)
{
    var view = new CartView { Lines = lines, Buyer = buyer.FullName };
    log.LogInformation("cart {Cart}", Newtonsoft.Json.JsonConvert.SerializeObject(view));
    var json = Newtonsoft.Json.JsonConvert.SerializeObject(new { lines, buyer = buyer.Email });
    Console.WriteLine(json.Length);
    log.LogInformation("cart {Cart}", json); // LEAK INS3007
    Console.WriteLine(json); // LEAK INS3005
}

//// RedactedPatient
void Admit(Serilog.ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor redactor, User patient)
{
    log.Information("admitted {Name}", redactor.Redact(patient.FullName));
    log.Information("ward {Ward} {Hash}", 3, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(patient.Email))));
    var masked = patient.Phone is null ? "-" : new string('*', patient.Phone.Length - 2) + patient.Phone[^2..];
    log.Information("phone {Phone}", masked); // LEAK INS3001
    var stars = patient.Phone is null ? "-" : new string('*', patient.Phone.Length);
    log.Information("phone {Phone}", stars);
}

//// AdapterOverSerilog !
interface IShopLog { void Write(string text, object? value); }

sealed class SerilogShopLog(Serilog.ILogger inner) : IShopLog
{
    public void Write(string text, object? value) => inner.Information(text, value); // LEAK INS3001
}

sealed class NullShopLog : IShopLog
{
    public void Write(string text, object? value) { }
}

sealed class Checkout(IShopLog log)
{
    internal void Pay(User user, decimal sum)
    {
        log.Write("paid {Sum}", sum);
        log.Write("paid by {Who}", user.Home.Street);
    }
}

//// ErrorWithException
void Sync(NLog.Logger nlog, Serilog.ILogger serilog, User user)
{
    try
    {
        if (user.Phone is null) throw new FormatException("no phone for " + user.Id);
        if (user.Phone.Length < 5) throw new FormatException("short phone " + user.Phone); // LEAK INS3004
    }
    catch (FormatException e)
    {
        nlog.Info("sync failed for {0}", user.Id);
        serilog.Error(e, "sync failed for {Id}", user.Id); // LEAK INS3001
    }
}


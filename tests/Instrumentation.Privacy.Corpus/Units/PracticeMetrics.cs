//// MtMeasuredNumber
static readonly System.Diagnostics.Metrics.Meter Meter = new("payroll");
static readonly System.Diagnostics.Metrics.Histogram<double> Pay = Meter.CreateHistogram<double>("pay");
static readonly System.Diagnostics.Metrics.Counter<long> Letters = Meter.CreateCounter<long>("letters");
void M(User u)
{
    Pay.Record((double)u.Salary);
    Pay.Record((double)u.Salary, new KeyValuePair<string, object?>("plan", u.Plan));
    Letters.Add(u.FullName.Length, new KeyValuePair<string, object?>("tier", u.Tier));
}
//// MtTagValue
static readonly System.Diagnostics.Metrics.Counter<int> Logins = new System.Diagnostics.Metrics.Meter("web").CreateCounter<int>("logins");
void M(User u)
{
    Logins.Add(1, new KeyValuePair<string, object?>("user", u.Id), new KeyValuePair<string, object?>("admin", u.IsAdmin));
    Logins.Add(1, new KeyValuePair<string, object?>("user", u.Email)); // LEAK INS3003
}
//// MtTagKey
static readonly System.Diagnostics.Metrics.UpDownCounter<int> Sessions = new System.Diagnostics.Metrics.Meter("web").CreateUpDownCounter<int>("sessions");
void M(User u) => Sessions.Add(-1, new KeyValuePair<string, object?>("session." + u.FullName, true)); // LEAK INS3003
//// MtTagList
static readonly System.Diagnostics.Metrics.Histogram<long> Size = new System.Diagnostics.Metrics.Meter("mail").CreateHistogram<long>("size", "By");
void M(User u, string body)
{
    var tags = new System.Diagnostics.TagList { { "plan", u.Plan }, { "host_length", u.Email.Length - u.Email.IndexOf('@') } };
    Size.Record(body.Length, tags);
    tags.Add("host", u.Email[(u.Email.IndexOf('@') + 1)..]);
    Size.Record(body.Length, tags); // LEAK INS3003
}
//// MtInstrumentName
static readonly System.Diagnostics.Metrics.Meter Meter = new("tenants");
System.Diagnostics.Metrics.Counter<long> M(User u) => Meter.CreateCounter<long>("requests." + u.Home.City.ToLowerInvariant()); // LEAK INS3003
//// MtInstrumentNameOfPlan
static readonly System.Diagnostics.Metrics.Meter Meter = new("tenants");
readonly Dictionary<string, System.Diagnostics.Metrics.Counter<long>> counters = [];
void M(User u)
{
    if (!counters.TryGetValue(u.Email, out var counter))
    {
        counter = Meter.CreateCounter<long>($"requests.{u.Plan}.{u.Tier}".ToLowerInvariant(), description: "requests of one account");
        counters[u.Email] = counter;
    }
    counter.Add(1);
}
//// MtObservable
static readonly System.Diagnostics.Metrics.Meter Meter = new("desk");
void Register(IUsers users)
{
    Meter.CreateObservableGauge("users", () => users.All().Count(u => u.Phone != null));
    Meter.CreateObservableGauge("users.by.plan", () => users.All()
        .GroupBy(u => u.Plan)
        .Select(g => new System.Diagnostics.Metrics.Measurement<int>(g.Count(), new KeyValuePair<string, object?>("plan", g.Key))));
}
//// MtObservableByCity
static readonly System.Diagnostics.Metrics.Meter Meter = new("desk");
readonly List<User> waiting = [];
IEnumerable<System.Diagnostics.Metrics.Measurement<int>> Measure()
{
    foreach (var city in waiting.GroupBy(u => u.Home.City))
        yield return new System.Diagnostics.Metrics.Measurement<int>(city.Count(), new KeyValuePair<string, object?>("city", city.Key)); // LEAK INS3003
}
void Register() => Meter.CreateObservableUpDownCounter("waiting", Measure);
//// MtBuckets
static readonly System.Diagnostics.Metrics.Counter<long> Signups = new System.Diagnostics.Metrics.Meter("crm").CreateCounter<long>("signups");
static string AgeBand(DateTime birth) => (DateTime.Today - birth).TotalDays switch
{
    < 18 * 365.25 => "minor",
    < 65 * 365.25 => "adult",
    _ => "senior",
};
void M(User u)
{
    var host = u.Email.EndsWith("@gmail.com") ? "gmail" : u.Email.EndsWith("@gmx.de") ? "gmx" : "other";
    Signups.Add(1, new KeyValuePair<string, object?>("age", AgeBand(u.BirthDate)), new KeyValuePair<string, object?>("host", host));
}
//// MtServiceMetrics !
internal sealed class LoginMetrics : IDisposable
{
    private readonly System.Diagnostics.Metrics.Meter _meter;
    private readonly System.Diagnostics.Metrics.Counter<long> _attempts;
    private readonly System.Diagnostics.Metrics.Histogram<double> _duration;

    public LoginMetrics(System.Diagnostics.Metrics.IMeterFactory factory)
    {
        _meter = factory.Create(new System.Diagnostics.Metrics.MeterOptions("Bank.Login"));
        _attempts = _meter.CreateCounter<long>("bank.login.attempts");
        _duration = _meter.CreateHistogram<double>("bank.login.duration", "ms");
    }

    public void Attempt(bool succeeded, string method)
        => _attempts.Add(1, new KeyValuePair<string, object?>("ok", succeeded), new KeyValuePair<string, object?>("method", method));

    public void Took(TimeSpan time, string client)
    {
        var tags = new System.Diagnostics.TagList();
        tags.Add("client", client);
        _duration.Record(time.TotalMilliseconds, tags); // LEAK INS3003
    }

    public void Dispose() => _meter.Dispose();
}

internal class LoginController(LoginMetrics metrics, IUsers users) : Microsoft.AspNetCore.Mvc.ControllerBase
{
    public async Task<bool> Login(int id, string pin)
    {
        var started = DateTime.UtcNow;
        var user = await users.GetAsync(id);
        var ok = user.Phone is { } phone && phone.EndsWith(pin);
        metrics.Attempt(ok, user.Phone is null ? "none" : "phone");
        metrics.Took(DateTime.UtcNow - started, user.FullName);
        return ok;
    }
}
//// MtWarehouseMetrics !
internal class PickingMetrics(System.Diagnostics.Metrics.Meter meter)
{
    private readonly System.Diagnostics.Metrics.Counter<int> _picked = meter.CreateCounter<int>("picked");
    private readonly System.Diagnostics.Metrics.Gauge<double> _load = meter.CreateGauge<double>("load");

    public void Picked(int items, params ReadOnlySpan<KeyValuePair<string, object?>> tags) => _picked.Add(items, tags);
    public void Load(double value) => _load.Record(value);
}

internal class Picking(PickingMetrics metrics, IReadOnlyDictionary<string, User> pickersByBadge)
{
    private readonly Dictionary<string, int> _done = [];

    public void Pick(string badge, string sku, int items)
    {
        if (!pickersByBadge.TryGetValue(badge, out var picker))
        {
            metrics.Picked(items, new KeyValuePair<string, object?>("known", false));
            return;
        }

        var initials = string.Concat(picker.FullName.Split(' ').Select(p => p[..1]));
        _done[initials] = _done.GetValueOrDefault(initials) + items;
        metrics.Picked(items,
            new KeyValuePair<string, object?>("sku", sku),
            new KeyValuePair<string, object?>("shift", picker.Plan),
            new KeyValuePair<string, object?>("initials.count", initials.Length));
        metrics.Load(_done[initials] / (double)Math.Max(1, _done.Count));
    }
}
//// MtHashedTag
static readonly System.Diagnostics.Metrics.Counter<long> Calls = new System.Diagnostics.Metrics.Meter("api").CreateCounter<long>("calls");
void M(User u, byte[] salt)
{
    Span<byte> hash = stackalloc byte[32];
    System.Security.Cryptography.HMACSHA256.HashData(salt, System.Text.Encoding.UTF8.GetBytes(u.Email), hash);
    var bucket = hash[0] % 16;
    Calls.Add(1, new KeyValuePair<string, object?>("bucket", bucket), new KeyValuePair<string, object?>("caller", Convert.ToHexStringLower(hash[..8])));
}
//// MtCacheStatistics !
internal class StatisticsCache
{
    private readonly Dictionary<string, (User User, DateTime Read)> _entries = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _requests;
    private long _evicted;

    public StatisticsCache(System.Diagnostics.Metrics.Meter meter, string name)
    {
        _requests = meter.CreateCounter<long>(name + ".requests");
        meter.CreateObservableGauge(name + ".entries", () => _entries.Count);
        meter.CreateObservableCounter(name + ".evicted", () => new System.Diagnostics.Metrics.Measurement<long>(_evicted, new KeyValuePair<string, object?>("cache", name)));
    }

    public User Get([Pii] string email, Func<string, User> load)
    {
        if (_entries.TryGetValue(email, out var entry) && entry.Read > DateTime.UtcNow.AddMinutes(-5))
        {
            _requests.Add(1, new KeyValuePair<string, object?>("result", "hit"));
            return entry.User;
        }

        var user = load(email);
        if (_entries.Count >= 1000)
        {
            var oldest = _entries.MinBy(e => e.Value.Read).Key;
            if (_entries.Remove(oldest))
                _evicted++;
        }
        _entries[email] = (user, DateTime.UtcNow);
        _requests.Add(1, new KeyValuePair<string, object?>("result", "miss"), new KeyValuePair<string, object?>("plan", user.Plan));
        return user;
    }
}
internal class Caches
{
    public StatisticsCache Users { get; } = new(new System.Diagnostics.Metrics.Meter("cache"), "users");
}
//// MtTagBuilder !
internal sealed class MetricTags
{
    private System.Diagnostics.TagList _tags;

    public MetricTags With(string key, object? value)
    {
        _tags.Add(key, value);
        return this;
    }

    public MetricTags Without(string key)
    {
        for (var i = _tags.Count - 1; i >= 0; i--)
            if (_tags[i].Key == key)
                _tags.RemoveAt(i);
        return this;
    }

    public System.Diagnostics.TagList Build() => _tags;
}

internal class Prescriptions(System.Diagnostics.Metrics.Meter meter)
{
    private readonly System.Diagnostics.Metrics.Counter<int> _issued = meter.CreateCounter<int>("issued");
    private readonly System.Diagnostics.Metrics.Counter<int> _refused = meter.CreateCounter<int>("refused");

    public bool Issue(User doctor, User patient, string drug, bool allowed)
    {
        if (!allowed)
        {
            _refused.Add(1, new MetricTags().With("drug", drug).With("adult", patient.BirthDate < DateTime.Today.AddYears(-18)).Build());
            return false;
        }

        _issued.Add(1, new MetricTags().With("drug", drug).With("doctor", doctor.Display()).Build()); // LEAK INS3003
        return true;
    }
}
//// TagListFromHelper
static readonly System.Diagnostics.Metrics.Meter Meter = new("shop");
static readonly System.Diagnostics.Metrics.Counter<long> Orders = Meter.CreateCounter<long>("orders");
static System.Diagnostics.TagList TagsOf(User user, string channel)
{
    var tags = new System.Diagnostics.TagList { { "channel", channel } };
    var buyer = user.Manager is null ? user.Email : user.Manager.Email;
    tags.Add("buyer", buyer);
    return tags;
}
void Ordered(User user)
{
    var tags = TagsOf(user, "web");
    Orders.Add(1, tags); // LEAK INS3003
}
//// SalaryIsMeasured
static readonly System.Diagnostics.Metrics.Histogram<double> Salaries = new System.Diagnostics.Metrics.Meter("hr").CreateHistogram<double>("salaries");
void Report(IUsers users)
{
    foreach (var user in users.All())
    {
        var monthly = (double)user.Salary / 12;
        var plan = new KeyValuePair<string, object?>("plan", user.Plan);
        Salaries.Record(monthly, plan, new KeyValuePair<string, object?>("tier", user.Tier));
    }
}
//// PairArrayExpression
readonly System.Diagnostics.Metrics.Counter<int> _logins = new System.Diagnostics.Metrics.Meter("auth").CreateCounter<int>("logins");
static KeyValuePair<string, object?>[] Labels(User user) => [new("tier", user.Tier), new("city", user.Home.City)];
void SignedIn(User user)
{
    var labels = Labels(user);
    if (labels.Length > 1)
        _logins.Add(1, labels); // LEAK INS3003
}
//// PairReplacedBeforeUse
readonly System.Diagnostics.Metrics.Counter<int> _logins = new System.Diagnostics.Metrics.Meter("auth").CreateCounter<int>("logins");
void SignedIn(User user)
{
    var label = new KeyValuePair<string, object?>("user", user.Email);
    if (user.Email.Length == 0)
        return;
    label = new KeyValuePair<string, object?>("user", user.Key);
    _logins.Add(1, label);
}
//// GaugeCallbackLabelsLastUser
User? _last;
void Observe(System.Diagnostics.Metrics.Meter meter)
{
    meter.CreateObservableGauge("last.roles", Read);
}
void Seen(User user) => _last = user;
System.Diagnostics.Metrics.Measurement<int> Read()
{
    var name = _last?.FullName ?? "nobody";
    return new System.Diagnostics.Metrics.Measurement<int>(_last?.Roles.Count ?? 0, new KeyValuePair<string, object?>("name", name)); // LEAK INS3003
}
//// GaugeCallbackGroupsByPlan
void Observe(System.Diagnostics.Metrics.Meter meter, IUsers users)
{
    meter.CreateObservableGauge("users", () => Groups(users));
}
static IEnumerable<System.Diagnostics.Metrics.Measurement<int>> Groups(IUsers users)
{
    foreach (var group in users.All().GroupBy(x => x.Plan, x => x.Email))
    {
        var distinct = group.Distinct().Count();
        yield return new System.Diagnostics.Metrics.Measurement<int>(distinct, new KeyValuePair<string, object?>("plan", group.Key));
    }
}
//// LinkOfFormerVisit
void Resume(Visit former, System.Diagnostics.Activity activity, System.Diagnostics.ActivityContext context)
{
    var tags = Describe(former);
    Link(activity, context, tags);
}
static System.Diagnostics.ActivityTagsCollection Describe(Visit visit)
{
    var tags = new System.Diagnostics.ActivityTagsCollection { { "at", visit.At } };
    tags.Add("from", visit.IpAddress.Split(',')[0]);
    return tags;
}
static void Link(System.Diagnostics.Activity activity, System.Diagnostics.ActivityContext context, System.Diagnostics.ActivityTagsCollection tags)
{
    activity.AddLink(new System.Diagnostics.ActivityLink(context, tags)); // LEAK INS3002
}
//// SpanTagsOfDerivedFacts
static readonly System.Diagnostics.ActivitySource Source = new("billing");
void Charge(User user)
{
    using var activity = Source.StartActivity("charge");
    activity?.SetTag("user.id", user.Id);
    activity?.SetTag("user.internal", user.Email.EndsWith("@corp.example", StringComparison.OrdinalIgnoreCase));
    activity?.SetTag("user.phone", user.Phone is null ? "missing" : "present");
    activity?.AddTag("user.aliases", user.Aliases.Length);
    activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Ok, "charged " + user.Plan);
}
//// BaggageThroughLocalFunction
void Propagate(Visit visit)
{
    var current = System.Diagnostics.Activity.Current;
    if (current is null)
        return;
    Put("visit", visit.Id.ToString());
    Put("origin", visit.IpAddress);
    void Put(string key, string value)
    {
        current.SetBaggage("shop." + key, value); // LEAK INS3002
    }
}
//// BaggageOfTenant
void Propagate(User user)
{
    var tenant = user.Email.Length > 0 ? user.Plan : "anonymous";
    OpenTelemetry.Baggage.SetBaggage("tenant", tenant);
    OpenTelemetry.Baggage.SetBaggage("email", user.Key.ToString());
    System.Diagnostics.Activity.Current?.SetBaggage("phone", (user.Phone != null).ToString());
}
//// EventTagsCollection
void Moved(User user, System.Diagnostics.Activity activity)
{
    var tags = new System.Diagnostics.ActivityTagsCollection { ["country"] = user.Home.Country };
    if (user.Home.Country == "CH")
        tags["street"] = user.Home.Street;
    var moved = new System.Diagnostics.ActivityEvent("moved", tags: tags); // LEAK INS3002
    activity.AddEvent(moved);
}
//// EventOfCounts
void Moved(User user, System.Diagnostics.Activity activity)
{
    var words = user.Home.Street.Split(' ');
    var tags = new System.Diagnostics.ActivityTagsCollection
    {
        ["words"] = words.Length,
        ["country"] = user.Home.Country,
        ["changed"] = user.Home.City != user.Manager?.Home.City,
    };
    activity.AddEvent(new System.Diagnostics.ActivityEvent("moved", DateTimeOffset.UtcNow, tags));
}
//// StartActivityWithTags
static readonly System.Diagnostics.ActivitySource Source = new("mail");
void Send(Customer customer)
{
    var tags = new List<KeyValuePair<string, object?>> { new("level", customer.Level) };
    AddRecipient(tags, customer);
    using var activity = Source.StartActivity("send", System.Diagnostics.ActivityKind.Producer, default(System.Diagnostics.ActivityContext), tags); // LEAK INS3002
}
static void AddRecipient(List<KeyValuePair<string, object?>> tags, Customer customer)
    => tags.Add(new("recipient", customer.Email));
//// StatusDescriptionOfFailure
void Finish(Customer customer, bool ok, System.Diagnostics.Activity activity)
{
    var description = (ok, customer) switch
    {
        (true, _) => "sent",
        (false, { Email: var mail }) => "bounced from " + mail,
    };
    activity.SetStatus(ok ? System.Diagnostics.ActivityStatusCode.Ok : System.Diagnostics.ActivityStatusCode.Error, description); // LEAK INS3002
}
//// OwnTypeNamedLikeSpan
class Shipment
{
    private readonly Dictionary<string, object?> _tags = [];
    public Shipment SetTag(string key, object? value) { _tags[key] = value; return this; }
    public Shipment AddBaggage(string key, string? value) => SetTag(key, value);
    public int Count => _tags.Count;
}
void Pack(User user, System.Diagnostics.Activity? activity)
{
    var shipment = new Shipment().SetTag("to", user.FullName).AddBaggage("city", user.Home.City);
    activity?.SetTag("shipment.tags", shipment.Count);
}
//// TagListForOwnAudit
readonly List<System.Diagnostics.TagList> _audit = [];
readonly System.Diagnostics.Metrics.UpDownCounter<int> _sessions = new System.Diagnostics.Metrics.Meter("auth").CreateUpDownCounter<int>("sessions");
void Begin(User user)
{
    var audit = new System.Diagnostics.TagList { { "mail", user.Email }, { "name", user.FullName } };
    _audit.Add(audit);
    var tags = new System.Diagnostics.TagList { { "plan", user.Plan }, { "audits", _audit.Count } };
    _sessions.Add(1, tags);
}
//// DisplayNameOfSpan
void Name(User user, System.Diagnostics.Activity activity)
{
    var path = new[] { "users", user.Home.Country, user.FullName };
    var name = string.Join('/', path);
    activity.DisplayName = name; // LEAK INS3002
}
//// TagListIsCopied
private static readonly System.Diagnostics.Metrics.Counter<long> Orders = new System.Diagnostics.Metrics.Meter("Shop").CreateCounter<long>("orders");

public void Count(User user)
{
    var tags = new System.Diagnostics.TagList { { "plan", user.Plan } };
    var extended = tags;
    extended.Add("mail", user.Email);
    Orders.Add(extended.Count, tags);
}

//// TagListByRefAndByValue
private static readonly System.Diagnostics.Metrics.Histogram<double> Latency = new System.Diagnostics.Metrics.Meter("Shop").CreateHistogram<double>("latency");

private static void EnrichCopy(System.Diagnostics.TagList tags, User user) => tags.Add("mail", user.Email);
private static void Enrich(ref System.Diagnostics.TagList tags, User user) => tags.Add("mail", user.Email);

public void Record(User user, double seconds)
{
    var tags = new System.Diagnostics.TagList { { "plan", user.Plan } };
    EnrichCopy(tags, user);
    Latency.Record(seconds, tags);
    Enrich(ref tags, user);
    Latency.Record(seconds, tags); // LEAK INS3003
}

//// MeasuredNumberIsFine
private static readonly System.Diagnostics.Metrics.Histogram<double> Incomes = new System.Diagnostics.Metrics.Meter("Payroll").CreateHistogram<double>("income");

public void Pay(User user)
{
    Incomes.Record((double)user.Salary, new KeyValuePair<string, object?>("tier", user.Tier));
    Incomes.Record(user.Email.Length, new KeyValuePair<string, object?>("high", user.Salary > 5000m));
}

//// DimensionSelectors !
public interface IDimension { KeyValuePair<string, object?> For(User user); }

public sealed class PlanDimension : IDimension
{
    public KeyValuePair<string, object?> For(User user) => new("plan", user.Plan);
}

public sealed class CityDimension : IDimension
{
    public KeyValuePair<string, object?> For(User user) => new("city", user.Home.City);
}

public sealed class SignInMeter(System.Diagnostics.Metrics.Counter<int> signIns, IDimension configured)
{
    private readonly IDimension _fixed = new PlanDimension();

    public void SignedIn(User user)
    {
        signIns.Add(1, _fixed.For(user));
        signIns.Add(1, configured.For(user)); // LEAK INS3003
    }
}

public static class SignInSetup
{
    public static SignInMeter Create(System.Diagnostics.Metrics.Counter<int> signIns) => new(signIns, new CityDimension());
}

//// ObservedPerUser
private readonly Dictionary<string, int> _failures = new();

public void Failed(User user) => _failures[user.Email] = _failures.GetValueOrDefault(user.Email) + 1;

private IEnumerable<System.Diagnostics.Metrics.Measurement<int>> PerUser()
{
    foreach (var (who, count) in _failures)
        yield return new System.Diagnostics.Metrics.Measurement<int>(count, new KeyValuePair<string, object?>("who", who)); // LEAK INS3003
}

private IEnumerable<System.Diagnostics.Metrics.Measurement<int>> PerCount()
{
    foreach (var count in _failures.Values)
        yield return new System.Diagnostics.Metrics.Measurement<int>(count, new KeyValuePair<string, object?>("repeated", count > 1));
}

public void Register(System.Diagnostics.Metrics.Meter meter)
{
    meter.CreateObservableGauge("failures", PerUser);
    meter.CreateObservableGauge("failure-kinds", PerCount);
}

//// BucketedTags
private static readonly System.Diagnostics.Metrics.Counter<int> Visits = new System.Diagnostics.Metrics.Meter("Web").CreateCounter<int>("visits");

private static string Bucket(int age) => age switch { < 18 => "minor", < 65 => "adult", _ => "senior" };

public void Visit(User user, DateTime today)
{
    var age = today.Year - user.BirthDate.Year;
    Visits.Add(1, new KeyValuePair<string, object?>("age", Bucket(age)));
    Visits.Add(1, new KeyValuePair<string, object?>("born", user.BirthDate.ToString("yyyy-MM"))); // LEAK INS3003
}

//// AllowedTagNames
private static readonly System.Diagnostics.Metrics.Counter<int> Events = new System.Diagnostics.Metrics.Meter("Web").CreateCounter<int>("events");
private static readonly string[] Regions = ["north", "south"];

public void Publish(User user)
{
    var region = Regions.FirstOrDefault(r => r == user.Home.City) ?? "other";
    Events.Add(1, new KeyValuePair<string, object?>("region", region));
    var city = Regions.Contains(user.Home.City) ? "known" : user.Home.City;
    Events.Add(1, new KeyValuePair<string, object?>("city", city)); // LEAK INS3003
}

//// TagBuilderWithReset !
public sealed class TagBuilder
{
    private readonly Dictionary<string, object?> _values = new();

    public TagBuilder With(string key, object? value)
    {
        _values[key] = value;
        return this;
    }

    public TagBuilder Reset()
    {
        _values.Clear();
        return this;
    }

    public KeyValuePair<string, object?>[] Build() => _values.ToArray();
}

public sealed class CheckoutMetrics(System.Diagnostics.Metrics.Counter<int> checkouts)
{
    public void Done(User user)
    {
        var builder = new TagBuilder().With("plan", user.Plan);
        checkouts.Add(1, builder.Build());
        checkouts.Add(builder.With("mail", user.Email).Build().Length);
        checkouts.Add(1, builder.Reset().With("tier", user.Tier).Build());
    }
}

//// MeterNamedByTenant
private readonly System.Collections.Concurrent.ConcurrentDictionary<string, System.Diagnostics.Metrics.Counter<int>> _counters = new();

private System.Diagnostics.Metrics.Counter<int> Named(System.Diagnostics.Metrics.Meter meter, string name) => _counters.GetOrAdd(name, n => meter.CreateCounter<int>("tenant." + n)); // LEAK INS3003

public void Hit(System.Diagnostics.Metrics.Meter meter, User user)
{
    Named(meter, user.Plan).Add(1);
    Named(meter, user.Email).Add(1);
}

//// SpanOfTags
private static readonly System.Diagnostics.Metrics.Counter<int> Mails = new System.Diagnostics.Metrics.Meter("Mail").CreateCounter<int>("mails");

public void Sent(User user)
{
    KeyValuePair<string, object?>[] tags = [new("plan", user.Plan), new("mail", user.Email), new("tier", user.Tier)];
    tags[1] = new("mail", "hidden");
    Mails.Add(1, tags.AsSpan());
}

//// TwoTypedGauges
private sealed class Dimension<T>(string name, Func<User, T> read)
{
    public KeyValuePair<string, object?> Tag(User user) => new(name, read(user));
}

public void Track(System.Diagnostics.Metrics.Counter<int> counter, User user)
{
    var length = new Dimension<int>("length", u => u.Email.Length);
    var plan = new Dimension<string>("plan", u => u.Plan);
    var domain = new Dimension<string>("domain", u => u.Email.Split('@')[^1]);
    counter.Add(1, length.Tag(user), plan.Tag(user));
    counter.Add(1, new KeyValuePair<string, object?>("dimension", domain.Tag(user).Key));
}

//// CheckoutCounter
private static readonly System.Diagnostics.Metrics.Meter Shop = new("shop.checkout");
private static readonly System.Diagnostics.Metrics.Counter<long> Orders = Shop.CreateCounter<long>("orders");

public void Placed(Customer customer, int items)
{
    Orders.Add(1, new KeyValuePair<string, object?>("level", customer.Level));
    Orders.Add(items, new KeyValuePair<string, object?>("internal", customer.Email.EndsWith("@shop.example")));
}

//// PayrollHistogram
private static readonly System.Diagnostics.Metrics.Meter Hr = new("hr.payroll");
private static readonly System.Diagnostics.Metrics.Histogram<double> Pay = Hr.CreateHistogram<double>("pay", "EUR");

public void Record(User user)
{
    var band = user.Salary switch { > 100_000m => "top", > 40_000m => "middle", _ => "base" };
    Pay.Record((double)user.Salary, new KeyValuePair<string, object?>("band", band));
    Pay.Record(Convert.ToDouble(user.Salary) / 12, new("tier", user.Tier), new("admin", user.IsAdmin));
}

//// PayrollHistogramTagged
private static readonly System.Diagnostics.Metrics.Meter Hr = new("hr.payroll.tagged");
private static readonly System.Diagnostics.Metrics.Histogram<double> Pay = Hr.CreateHistogram<double>("pay", "EUR");

public void Record(User user, double hours)
{
    var rate = Math.Round(user.Salary / 1000m);
    Pay.Record(hours, new KeyValuePair<string, object?>("tier", user.Tier));
    Pay.Record(hours, new KeyValuePair<string, object?>("rate", rate)); // LEAK INS3003
}

//// RequestTags
private static readonly System.Diagnostics.Metrics.Meter Web = new("web");
private static readonly System.Diagnostics.Metrics.Counter<int> Requests = Web.CreateCounter<int>("requests");

private static System.Diagnostics.TagList TagsFor(Visit visit, bool detailed)
{
    var tags = new System.Diagnostics.TagList();
    tags.Add("hour", visit.At.Hour);
    if (detailed)
        tags.Add("ip", visit.IpAddress);
    return tags;
}

public void Count(Visit visit)
{
    var tags = TagsFor(visit, true);
    Requests.Add(1, tags); // LEAK INS3003
}

//// RequestTagsReduced
private static readonly System.Diagnostics.Metrics.Meter Web = new("web.reduced");
private static readonly System.Diagnostics.Metrics.Counter<int> Requests = Web.CreateCounter<int>("requests");

private static System.Diagnostics.TagList TagsFor(Visit visit)
{
    var tags = new System.Diagnostics.TagList();
    tags.Add("hour", visit.At.Hour);
    tags.Add("v6", visit.IpAddress.Contains(':'));
    tags.Add("local", visit.IpAddress is "127.0.0.1" or "::1" ? "yes" : "no");
    return tags;
}

public void Count(Visit visit)
{
    var tags = TagsFor(visit);
    Requests.Add(1, tags);
}

//// ObservedSessions
private readonly Dictionary<string, int> _sessions = new();
private readonly System.Diagnostics.Metrics.Meter _meter = new("sessions");

public void Start()
{
    _meter.CreateObservableGauge("sessions.total", () => _sessions.Count);
    _meter.CreateObservableGauge("sessions.by_user", Observe);
}

public void Opened(User user) => _sessions[user.Email] = _sessions.GetValueOrDefault(user.Email) + 1;

private IEnumerable<System.Diagnostics.Metrics.Measurement<int>> Observe()
{
    foreach (var (who, count) in _sessions)
        yield return new System.Diagnostics.Metrics.Measurement<int>(count, new KeyValuePair<string, object?>("who", who)); // LEAK INS3003
}

//// ObservedTiers
private readonly Dictionary<Tier, HashSet<string>> _members = new();
private readonly System.Diagnostics.Metrics.Meter _meter = new("tiers");

public void Start() => _meter.CreateObservableUpDownCounter("tiers.members", Observe, "{user}");

public void Joined(User user)
{
    if (!_members.TryGetValue(user.Tier, out var set))
        _members[user.Tier] = set = [];
    set.Add(user.Email);
}

private IEnumerable<System.Diagnostics.Metrics.Measurement<int>> Observe()
{
    foreach (var (tier, set) in _members)
        yield return new System.Diagnostics.Metrics.Measurement<int>(set.Count, new KeyValuePair<string, object?>("tier", tier));
}

//// InstrumentNames
private readonly System.Diagnostics.Metrics.Meter _meter = new("tenants");

public void Register(User owner)
{
    var country = owner.Home.Country.ToLowerInvariant();
    var city = owner.Home.City.ToLowerInvariant();
    var perCountry = _meter.CreateCounter<int>($"tenants.{country}");
    var perCity = _meter.CreateCounter<int>($"tenants.{country}.{city}"); // LEAK INS3003
    perCountry.Add(1);
    perCity.Add(1);
}

//// BatchedTags
private static readonly System.Diagnostics.Metrics.Counter<long> Sent =
    new System.Diagnostics.Metrics.Meter("mail").CreateCounter<long>("sent");

public void Flush(IEnumerable<User> batch)
{
    foreach (var group in batch.GroupBy(u => (u.Plan, u.Home.Country)))
    {
        KeyValuePair<string, object?>[] tags =
        [
            new("plan", group.Key.Plan),
            new("country", group.Key.Country),
            new("phones", group.Any(u => u.Phone is not null)),
        ];
        Sent.Add(group.Count(), tags);
    }
}


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

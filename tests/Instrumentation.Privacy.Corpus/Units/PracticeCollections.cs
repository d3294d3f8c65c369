//// CoListInPlaceholder
void M(ILogger log, List<User> users)
{
    var mails = new List<string>(users.Count);
    users.ForEach(u => mails.Add(u.Email));
    log.LogInformation("{Count} mails", mails.Count);
    log.LogInformation("Mails: {Mails}", mails); // LEAK INS3001
}
//// CoListInterpolated
// Interpolation writes the type name of a list.
void M(ILogger log, List<User> users)
{
    List<string> names = [];
    foreach (var u in users) names.Add(u.FullName);
    Console.WriteLine($"names: {names}");
    Console.WriteLine(names);
}
//// CoArraySlots
void M(ILogger log, User u)
{
    var row = new string[3];
    row[0] = u.Id.ToString();
    row[1] = u.Email;
    row[2] = u.Plan;
    log.LogInformation("{Cells} cells, plan {Plan}", row.Length, row[2]);
}
//// CoParamsCovariance
void M(ILogger log, User u) => log.LogInformation("Also known as {First}", u.Aliases); // LEAK INS3001
//// CoClearedList
void M(ILogger log, IUsers users)
{
    var buffer = new List<string>();
    foreach (var u in users.All())
        buffer.Add(u.Email);
    buffer.Clear();
    buffer.Add("flushed");
    log.LogInformation("{Buffer}", string.Join(",", buffer));
}
//// CoDictionaryKeys
void M(IEnumerable<User> users)
{
    var logins = new Dictionary<string, int>();
    foreach (var u in users)
        logins[u.Email] = logins.GetValueOrDefault(u.Email) + 1;
    foreach (var (mail, count) in logins)
    {
        Console.WriteLine(count);
        Console.WriteLine(mail + ": " + count); // LEAK INS3005
    }
    Console.WriteLine(string.Join(" ", logins.Values));
}
//// CoDictionaryOtherKey
void M(ILogger log, User u)
{
    var fields = new Dictionary<string, string>
    {
        ["email"] = u.Email,
        ["plan"] = u.Plan,
    };
    log.LogInformation("Fields {Names}", string.Join(",", fields.Keys));
    log.LogInformation("Plan is {Plan}", fields["plan"]);
}
//// CoDictionaryKeyNames
void M(ILogger log, User u)
{
    var fields = new SortedDictionary<string, object?> { { "email", u.Email }, { "born", u.BirthDate }, { "plan", u.Plan } };
    foreach (var name in fields.Keys)
        log.LogInformation("Field {Name} set: {Set}", name, fields[name] is not null);
    if (fields.TryGetValue("email", out var v) && v is string { Length: 0 })
        log.LogInformation("no mail");
}
//// CoQueueWorker !
internal class MailQueue(ILogger<MailQueue> log)
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<(Guid Id, string To)> _queue = new();
    private int _sent;

    public Guid Enqueue(User user)
    {
        var id = Guid.NewGuid();
        _queue.Enqueue((id, user.Email));
        log.LogDebug("Queued {Id} for user {User}, {Count} waiting", id, user.Id, _queue.Count);
        return id;
    }

    public int Drain(Func<string, bool> send)
    {
        while (_queue.TryDequeue(out var mail))
        {
            if (send(mail.To))
            {
                Interlocked.Increment(ref _sent);
                log.LogInformation("Sent {Id}", mail.Id);
                continue;
            }

            log.LogWarning("Could not send {Id}, {Rest} left", mail.Id, _queue.Count);
            if (!_queue.TryPeek(out var next))
                break;
            log.LogWarning("Next is {Next}", next); // LEAK INS3001
        }
        return _sent;
    }
}
//// CoStackOfIds
void M(ILogger log, User? u)
{
    var path = new Stack<int>();
    for (; u is not null; u = u.Manager)
        path.Push(u.Id);
    log.LogInformation("Chain {Chain}, top {Top}", path, path.Count > 0 ? path.Peek() : 0);
}
//// CoSpreadExpression
void M(ILogger log, User a, User b)
{
    string[] ids = [.. a.Roles, .. b.Roles, a.Plan];
    string[] all = ["start", .. a.Aliases, .. ids];
    log.LogInformation("{Ids}", string.Join(' ', ids));
    log.LogInformation("{All}", string.Join(' ', all[1..])); // LEAK INS3001
}
//// CoImmutableStaysOld
void M(ILogger log, User u)
{
    var fixedTags = System.Collections.Immutable.ImmutableList.Create("app", "eu");
    var withUser = fixedTags.Add(u.Email);
    log.LogInformation("{Tags}", string.Join(",", fixedTags));
    log.LogInformation("{Count}", withUser.Count);
}
//// CoImmutableBuilder
void M(ILogger log, IEnumerable<Visit> visits)
{
    var builder = System.Collections.Immutable.ImmutableArray.CreateBuilder<string>();
    foreach (var v in visits)
        builder.Add(v.IpAddress);
    var addresses = builder.ToImmutable();
    for (var i = addresses.Length - 1; i >= 0; i--)
        log.LogInformation("{Address}", addresses[i]); // LEAK INS3001
}
//// CoConcurrentCache !
internal class ProfileCache(IUsers users, ILogger<ProfileCache> log)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, User> _byId = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _idByEmail = new(StringComparer.OrdinalIgnoreCase);

    public User Get(int id) => _byId.GetOrAdd(id, key =>
    {
        var user = users.Get(key);
        _idByEmail.TryAdd(user.Email, key);
        log.LogDebug("Cached {Id}; {Count} entries", key, _byId.Count);
        return user;
    });

    public bool TryFind([Pii] string email, out int id)
    {
        var found = _idByEmail.TryGetValue(email, out id);
        log.LogDebug("Lookup {Result}: {Id}", found ? "hit" : "miss", id);
        return found;
    }

    public void Invalidate(int id)
    {
        if (!_byId.TryRemove(id, out var old))
            return;
        _idByEmail.TryRemove(old.Email, out _);
        log.LogInformation("Dropped {Id} ({Plan}), left {Left}", id, old.Plan, _idByEmail.Count);
    }

    public void Dump()
    {
        foreach (var entry in _byId)
            log.LogTrace("{Id} -> {Roles}", entry.Key, entry.Value.Roles);
        foreach (var entry in _idByEmail)
            log.LogTrace("{Entry}", entry); // LEAK INS3001
    }
}
//// CoLookup
void M(ILogger log, IEnumerable<User> users)
{
    var byCity = users.ToLookup(u => u.Home.City, u => u.Id);
    log.LogInformation("{Cities} cities", byCity.Count);
    foreach (var city in byCity)
    {
        log.LogInformation("{Ids}", string.Join(",", city));
        log.LogInformation("{City}: {Number}", city.Key, city.Count()); // LEAK INS3001
    }
}
//// CoHashSetDuplicates
int M(ILogger log, IEnumerable<User> users)
{
    var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    var doubles = new HashSet<int>();
    foreach (var u in users)
    {
        if (!seen.Add(u.Email))
            doubles.Add(u.Id);
    }
    log.LogWarning("{Doubles} duplicates of {All}: {Ids}", doubles.Count, seen.Count, doubles);
    return doubles.Count;
}
//// CoOldArrayList
void M(User u)
{
    System.Collections.ArrayList list = new System.Collections.ArrayList();
    list.Add(u.Id);
    list.Add(u.Home.Street);
    System.Collections.Hashtable table = new System.Collections.Hashtable();
    table["rows"] = list.Count;
    System.Diagnostics.Debug.WriteLine(table["rows"]);
    foreach (object o in list)
        System.Diagnostics.Debug.WriteLine(o); // LEAK INS3005
}
//// CoIndexer !
internal class FormValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string this[string name]
    {
        get => _values.TryGetValue(name, out var v) ? v : "";
        set => _values[name] = value;
    }

    public int Filled => _values.Count(v => v.Value.Length > 0);
    public IEnumerable<string> Names => _values.Keys;
}

internal class ContactForm(ILogger<ContactForm> log)
{
    public void Submit(User u, string topic)
    {
        var contact = new FormValues { ["name"] = u.FullName, ["mail"] = u.Email };
        log.LogInformation("{Filled} of {Names}", contact.Filled, string.Join(",", contact.Names));

        var meta = new FormValues { ["topic"] = topic, ["locale"] = u.Home.Country };
        log.LogInformation("Form about {Topic} sent", meta["topic"]);
    }
}
//// CoMergedDictionaries !
internal class TemplateModel
{
    public IDictionary<string, string> Values { get; } = new Dictionary<string, string>();

    public TemplateModel Merge(IEnumerable<KeyValuePair<string, string>> other)
    {
        foreach (var pair in other)
            Values[pair.Key] = pair.Value;
        return this;
    }
}

internal static class Templates
{
    public static IEnumerable<KeyValuePair<string, string>> Defaults()
    {
        yield return new("company", "Contoso");
        yield return new("year", DateTime.UtcNow.Year.ToString());
    }

    public static IEnumerable<KeyValuePair<string, string>> For(User u)
    {
        yield return new("id", u.Id.ToString());
        yield return new("fullname", u.FullName);
    }
}

internal class Renderer(ILogger<Renderer> log)
{
    public TemplateModel Build(User u)
    {
        var basic = new TemplateModel().Merge(Templates.Defaults());
        log.LogDebug("Defaults: {Values}", string.Join(", ", basic.Values));
        var model = new TemplateModel().Merge(Templates.Defaults()).Merge(Templates.For(u));
        log.LogDebug("Model: {Values}", string.Join(", ", model.Values.Select(v => v.Key + "=" + v.Value))); // LEAK INS3001
        return model;
    }
}
//// CoFrozenAndPriority
void M(ILogger log, IReadOnlyList<User> users)
{
    var plans = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(users, u => u.Email, u => u.Plan);
    log.LogInformation("Plans in use {Plans}", string.Join(",", plans.Values));
    var queue = new PriorityQueue<int, decimal>();
    foreach (var u in users)
        queue.Enqueue(u.Id, -u.Salary);
    while (queue.TryDequeue(out var id, out _))
        log.LogDebug("Paying {Id}", id);
}
//// IndexByIdTryGetValue
class MailDirectory(IUsers users, ILogger<MailDirectory> logger)
{
    private readonly Dictionary<int, string> _byId = new();

    public void Load()
    {
        foreach (var user in users.All())
            _byId.TryAdd(user.Id, user.Email);
    }

    public bool Remind(int id)
    {
        if (!_byId.TryGetValue(id, out var target)) return false;
        logger.LogInformation("Reminder for {Id} to {Target}", id, target); // LEAK INS3001
        return true;
    }
}
//// DuplicatesByGroupKey
class DuplicateFinder
{
    private static IEnumerable<IGrouping<string, User>> Duplicates(IEnumerable<User> users) =>
        users.GroupBy(u => u.Email.ToLowerInvariant()).Where(g => g.Count() > 1);

    public void Report(IUsers users)
    {
        foreach (var group in Duplicates(users.All()))
        {
            var ids = string.Join(',', group.Select(u => u.Id));
            Console.Error.WriteLine($"{group.Key}: {ids}"); // LEAK INS3005
        }
    }
}
//// LookupFeedsMetric
class CityStatistics(System.Diagnostics.Metrics.Counter<int> counter)
{
    public void Publish(List<User> users)
    {
        ILookup<string, string> byCountry = users.ToLookup(u => u.Home.Country, u => u.Home.City);
        foreach (var country in byCountry)
        {
            foreach (string city in country.Distinct())
                counter.Add(1, new KeyValuePair<string, object?>("city", city)); // LEAK INS3003
        }
    }
}
//// QueueDrainedByWorker
class RetryWorker
{
    private readonly Queue<(int Attempt, string Address)> _queue = new Queue<(int, string)>();
    private readonly NLog.Logger _log = NLog.LogManager.GetCurrentClassLogger();

    public void Failed(User user) => _queue.Enqueue((1, user.Email));

    public void Drain(Func<string, bool> send)
    {
        int n = _queue.Count;
        while (n-- > 0)
        {
            var item = _queue.Dequeue();
            if (send(item.Address)) continue;
            _log.Info("Attempt {0} for {1} failed", item.Attempt, item.Address); // LEAK INS3001
            _queue.Enqueue((item.Attempt + 1, item.Address));
        }
    }
}
//// RingBufferWithIndexer
class Ring<T>(int capacity) : IEnumerable<T>
{
    private readonly T[] _items = new T[capacity];
    private int _next;
    public T this[int i] => _items[i % _items.Length];
    public void Push(T item) => _items[_next++ % _items.Length] = item;
    public IEnumerator<T> GetEnumerator() { for (int i = 0; i < Math.Min(_next, _items.Length); i++) yield return this[i]; }
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

class RecentCallers(ILogger<RecentCallers> logger)
{
    private readonly Ring<string> _recent = new(16);
    public void Called(User user) => _recent.Push(user.Phone ?? "unknown");

    public void Dump()
    {
        foreach (var caller in _recent)
            logger.LogDebug("Recent: {Caller}", caller); // LEAK INS3001
    }
}
//// ImmutableBuilderToFile
System.Collections.Immutable.ImmutableList<string> Collect(IEnumerable<Visit> visits)
{
    var builder = System.Collections.Immutable.ImmutableList.CreateBuilder<string>();
    foreach (var visit in visits.OrderBy(v => v.At))
        if (!builder.Contains(visit.IpAddress))
            builder.Add(visit.IpAddress);
    return builder.ToImmutable();
}

void Block(IEnumerable<Visit> visits)
{
    var deny = Collect(visits).Insert(0, "# generated");
    File.WriteAllLines("/etc/deny.list", deny); // LEAK INS3008
}
//// ConcurrentCacheOfNames
class NameCache(IUsers users)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _names = new();
    public string this[int id] => _names.GetOrAdd(id, static (key, source) => source.Get(key).Display(), users);
}

class Approval(NameCache names)
{
    public void Approve(int documentId, int userId)
    {
        if (documentId == userId)
            throw new InvalidOperationException("Document " + documentId + " was approved before by " + names[userId]); // LEAK INS3004
    }
}
//// QueryWithJoinAndLet
record Order(int Number, int UserId, decimal Total);

void OpenOrders(IUsers users, IEnumerable<Order> orders, Serilog.ILogger log)
{
    var open =
        from o in orders
        join u in users.All() on o.UserId equals u.Id
        let contact = u.Phone ?? u.Email
        where o.Total > 0
        orderby o.Number descending
        select new { o.Number, Contact = contact };

    foreach (var row in open.Take(10))
        log.Information("Order {Number} is open, call {Contact}", row.Number, row.Contact); // LEAK INS3001
}
//// SpreadAndSlice
string[] Columns(User u) => [u.Id.ToString(), u.Plan, u.FullName, .. u.Aliases];

void Trace(User user)
{
    var columns = Columns(user);
    var names = columns[2..];
    string[] line = ["names", .. names];
    System.Diagnostics.Debug.WriteLine(string.Join('\t', line)); // LEAK INS3005
}
//// ListAsTemplateArgument
class BounceHandler(ILogger<BounceHandler> logger, IUsers users)
{
    public int Handle(IReadOnlyCollection<int> bounced)
    {
        var addresses = bounced
            .Select(users.Get)
            .Where(u => !u.IsAdmin)
            .Select(u => u.Email)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (addresses.Count > 0)
            logger.LogWarning("Bounced: {Addresses}", addresses); // LEAK INS3001
        return addresses.Count;
    }
}
//// ConstantKeysSideBySide
Dictionary<string, string> Fields(User u) => new()
{
    ["mail"] = u.Email,
    ["plan"] = u.Plan,
    ["country"] = u.Home.Country,
};

void Changed(ILogger logger, User user, Action<string> mailer)
{
    var fields = Fields(user);
    mailer(fields["mail"]);
    logger.LogInformation("Plan is {Plan} in {Country}", fields["plan"], fields["country"]);
}
//// GroupsAreCounted
void Report(IUsers users)
{
    var sizes = users.All()
        .GroupBy(u => u.Home.City)
        .Select(g => g.Count())
        .OrderDescending()
        .ToArray();
    Console.WriteLine($"{sizes.Length} cities, largest {sizes.FirstOrDefault()}: {string.Join(", ", sizes)}");
}
//// SortedByNamePrintsPlans
void Plans(IUsers users, ILogger logger)
{
    var rows = users.All()
        .OrderBy(u => u.FullName, StringComparer.Ordinal)
        .ThenByDescending(u => u.Salary)
        .DistinctBy(u => u.Email)
        .Select((u, i) => new { Position = i, u.Plan, u.Tier, Mail = u.Email });
    foreach (var row in rows)
        logger.LogInformation("{Position}: {Plan} {Tier}", row.Position, row.Plan, row.Tier);
}
//// TwoQueuesOneLogged
class Dispatcher(ILogger<Dispatcher> logger, Action<string> send)
{
    private readonly Queue<string> _mails = new();
    private readonly Queue<string> _events = new();

    public void Accept(User user)
    {
        _mails.Enqueue(user.Email);
        _events.Enqueue("accepted " + user.Id);
    }

    public void Drain()
    {
        while (_mails.TryDequeue(out var mail)) send(mail);
        while (_events.TryDequeue(out var text)) logger.LogInformation("{Event}", text);
    }
}
//// SetSaysSeenBefore
class Uniqueness
{
    private readonly HashSet<string> _seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    private readonly log4net.ILog _log = log4net.LogManager.GetLogger(typeof(Uniqueness));

    public bool Accept(Customer customer)
    {
        bool added = _seen.Add(customer.Email);
        _log.InfoFormat("customer {0} new={1} known={2} level={3}", customer.Id, added, _seen.Count, customer.Level);
        if (!added) _log.Warn("duplicate " + customer.Id, null);
        return added;
    }
}
//// RowByConstantIndex
object?[] ToRow(User u)
{
    var row = new object?[4];
    row[0] = u.Id;
    row[1] = u.Email;
    row[2] = u.Plan;
    row[3] = u.BirthDate;
    return row;
}

void Insert(User user, Action<object?[]> database)
{
    object?[] row = ToRow(user);
    database(row);
    Console.WriteLine("inserted {0} with plan {1}", row[0], row[2]);
}
//// CollectionTellsMembership
class SuppressionList
{
    private readonly SortedSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    public int Count => _addresses.Count;
    public bool this[[Pii] string address] => _addresses.Contains(address);
    public void Add(User user) => _addresses.Add(user.Email);
}

void Check(SuppressionList list, IUsers users, ILogger logger)
{
    foreach (var user in users.All())
        if (user.IsAdmin) list.Add(user);
    foreach (var user in users.All())
        logger.LogInformation("{Id} suppressed: {Suppressed} (of {Count})", user.Id, list[user.Email], list.Count);
}
//// EntryReplacedBeforeTagging
void Annotate(System.Diagnostics.Activity activity, User user, Action<IDictionary<string, string>> vault)
{
    var tags = new SortedDictionary<string, string>();
    tags["who"] = user.FullName;
    tags["plan"] = user.Plan;
    vault(tags);
    tags = new SortedDictionary<string, string>();
    tags["who"] = user.Key.ToString("N");
    foreach (var (key, value) in tags)
        activity.SetTag(key, value);
}
//// ListTypeNameOnly
class Snapshot(NLog.Logger log)
{
    public void Take(IUsers users)
    {
        List<string> phones = users.All().Where(u => u.Phone != null).Select(u => u.Phone!).ToList();
        string text = $"snapshot of {phones.GetType().Name} with {phones.Count} of {phones.Capacity}";
        log.Info(text);
        log.Info("kind: " + phones.ToString());
    }
}
//// AggregateOfLengths
void Widths(IEnumerable<User> users, System.Diagnostics.Metrics.Histogram<int> histogram)
{
    var widths = users.Aggregate(new SortedDictionary<int, int>(), (map, u) =>
    {
        int width = u.FullName.Length + u.Aliases.Sum(a => a.Length);
        map[width] = map.GetValueOrDefault(width) + 1;
        return map;
    });
    foreach (var pair in widths)
        histogram.Record(pair.Value, new KeyValuePair<string, object?>("width", pair.Key));
}
//// PlansAndNumbers
static Dictionary<string, SortedDictionary<int, string>> Index(IEnumerable<User> users)
{
    var index = new Dictionary<string, SortedDictionary<int, string>>();
    foreach (var u in users)
    {
        if (!index.TryGetValue(u.Plan, out var inner))
            index[u.Plan] = inner = [];
        inner[u.Id] = u.FullName;
    }
    return index;
}
void Show(ILogger logger, IUsers users)
{
    foreach (var (plan, members) in Index(users.All()))
    {
        var first = members.First();
        logger.LogInformation("{Plan} begins with {Id} {Name}", plan, first.Key, first.Value); // LEAK INS3001
    }
}
//// SectionsBeside
void Send(ILogger logger, User u, Action<Dictionary<string, Dictionary<string, string>>> smtp)
{
    var settings = new Dictionary<string, Dictionary<string, string>>
    {
        ["envelope"] = new() { ["to"] = u.Email, ["subject"] = "Welcome" },
        ["server"] = new() { ["host"] = "mail.example" },
    };
    settings["envelope"]["name"] = u.FullName;
    settings["server"]["port"] = "25";
    smtp(settings);
    logger.LogInformation("Sent over {Host}:{Port}", settings["server"]["host"], settings["server"]["port"]);
}
//// LookupOfPlan
void Print(IUsers users, string plan)
{
    ILookup<string, string> byPlan = users.All().ToLookup(u => u.Plan, u => u.Phone ?? u.Email);
    string[] contacts = byPlan[plan].Order().ToArray();
    Console.WriteLine("{0}: {1}", plan, string.Join(", ", contacts)); // LEAK INS3005
}
//// GroupSizesOnly
void Print(ILogger logger, IUsers users)
{
    var sizes = users.All()
        .GroupBy(u => u.Email.ToLowerInvariant())
        .Where(g => g.Count() > 1)
        .Select(g => g.Count())
        .ToList();
    logger.LogWarning("{Groups} duplicate addresses, at most {Most} times: {Sizes}", sizes.Count, sizes.DefaultIfEmpty().Max(), string.Join("/", sizes));
}
//// GroupKeysCounted
void Count(System.Diagnostics.Metrics.Counter<int> duplicates, IUsers users)
{
    var groups = from u in users.All()
                 group u.Id by u.Home.City into g
                 where g.Count() > 1
                 select new { Place = g.Key, Many = g.Count() };
    foreach (var row in groups)
        duplicates.Add(row.Many, new KeyValuePair<string, object?>("place", row.Place)); // LEAK INS3003
}
//// CountriesCounted
void Count(System.Diagnostics.Metrics.Counter<int> people, IUsers users)
{
    var groups = from u in users.All()
                 group u.FullName by u.Home.Country into g
                 select new { Place = g.Key, Many = g.Distinct().Count() };
    foreach (var row in groups)
        people.Add(row.Many, new KeyValuePair<string, object?>("place", row.Place));
}
//// AggregatedNames
static string Enumerate(IEnumerable<string> names)
    => names.Aggregate(new System.Text.StringBuilder(), (b, n) => b.Length == 0 ? b.Append(n) : b.Append(", ").Append(n), b => b.ToString());
void CloseTeam(List<User> team)
{
    var open = team.Where(u => u.Roles.Count > 0).Select(u => u.FullName);
    var list = Enumerate(open);
    if (list != "")
        throw new InvalidOperationException("Still have roles: " + list); // LEAK INS3004
}
//// AggregatedLengths
static (int Longest, int Total) Measure(IEnumerable<string> names)
    => names.Aggregate((Longest: 0, Total: 0), (sum, n) => (Math.Max(sum.Longest, n.Length), sum.Total + n.Length));
void CloseTeam(List<User> team, int limit)
{
    var (longest, total) = Measure(team.Select(u => u.FullName));
    if (total > limit)
        throw new InvalidOperationException($"The names take {total} characters, the longest {longest}");
}
//// ZippedRows
static IEnumerable<(string Code, string Mail)> Invite(IReadOnlyList<string> codes, IEnumerable<User> users)
    => codes.Zip(users.Select(u => u.Email));
async Task Announce(HttpClient http, IUsers users, IReadOnlyList<string> codes)
{
    foreach (var (code, mail) in Invite(codes, users.All()))
    {
        var query = new Dictionary<string, string> { ["code"] = code, ["for"] = mail };
        var url = "/invite?" + string.Join("&", query.Select(q => q.Key + "=" + q.Value));
        using var answer = await http.GetAsync(url); // LEAK INS3008
    }
}
//// ZippedCodes
static IEnumerable<(string Code, string Mail)> Invite(IReadOnlyList<string> codes, IEnumerable<User> users)
    => codes.Zip(users.Select(u => u.Email));
async Task Announce(HttpClient http, IUsers users, IReadOnlyList<string> codes, Action<string, string> remember)
{
    foreach (var (code, mail) in Invite(codes, users.All()))
    {
        remember(code, mail);
        using var answer = await http.GetAsync("/invite?code=" + code);
    }
}
//// JoinedOrders
record Order(int Number, int UserId, decimal Total);
void Report(System.Diagnostics.Activity activity, IUsers users, IEnumerable<Order> orders)
{
    var rows = orders.Join(users.All(), o => o.UserId, u => u.Id, (o, u) => new { o.Number, Buyer = u });
    var largest = rows.OrderByDescending(r => r.Number).Select(r => (r.Number, Who: r.Buyer.FullName)).First();
    activity.SetTag("order.number", largest.Number);
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Ok, "largest of " + largest.Who); // LEAK INS3002
}
//// JoinedByMail
record Order(int Number, string Mail, decimal Total);
void Report(System.Diagnostics.Activity activity, IUsers users, IEnumerable<Order> orders)
{
    var rows = orders.Join(users.All(), o => o.Mail, u => u.Email, (o, u) => new { o.Number, o.Total, u.Tier, u.Home.Country });
    foreach (var row in rows)
        activity.SetTag("order." + row.Number, $"{row.Total} {row.Tier} {row.Country}");
}
//// RingOfAddresses
class Ring<T>(int size) : IEnumerable<T>
{
    readonly T[] slots = new T[size];
    int written;
    public T this[int back] => slots[(written - 1 - back + size) % size];
    public void Add(T item) => slots[written++ % size] = item;
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Math.Min(size, written); i++)
            yield return this[i];
    }
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
readonly Ring<(DateTime At, string From)> recent = new(16);
void Seen(Visit visit) => recent.Add((visit.At, visit.IpAddress));
void Dump(ILogger logger)
{
    foreach (var (at, from) in recent)
        logger.LogDebug("{At}: {From}", at, from); // LEAK INS3001
}
//// RingOfPaths
class Ring<T>(int size)
{
    readonly T[] slots = new T[size];
    int written;
    public int Count => Math.Min(size, written);
    public T this[int back] => slots[(written - 1 - back + size) % size];
    public void Add(T item) => slots[written++ % size] = item;
}
readonly Ring<string> addresses = new(16);
readonly Ring<string> paths = new(16);
void Seen(Visit visit, string route)
{
    addresses.Add(visit.IpAddress);
    paths.Add(route);
}
bool Known(string address) => Enumerable.Range(0, addresses.Count).Any(i => addresses[i] == address);
void Dump(ILogger logger)
{
    for (int i = 0; i < paths.Count; i++)
        logger.LogDebug("{Index}: {Path} of {Count}", i, paths[i], addresses.Count);
}
//// SortedByMail
void Print(ILogger logger, IUsers users)
{
    var order = users.All()
        .Select((u, i) => (User: u, Index: i, Key: u.FullName + u.Email))
        .OrderBy(x => x.Key, StringComparer.Ordinal)
        .DistinctBy(x => x.Key)
        .Select(x => new { x.User.Id, x.Index, x.User.Plan });
    foreach (var row in order)
        logger.LogInformation("{Row}", row);
}
//// LinkedListNodes
readonly LinkedList<string> _recent = new();
void Remember(User user)
{
    _recent.AddFirst(user.Home.Street);
    if (_recent.Count > 10)
        _recent.RemoveLast();
}
void Dump(ILogger log)
{
    for (var node = _recent.First; node != null; node = node.Next)
        log.LogDebug("Recent {Street}", node.Value); // LEAK INS3001
}
//// DictionaryConstantKeyBeside
static Dictionary<string, string> Fields(User user) => new() { ["mail"] = user.Email, ["plan"] = user.Plan, ["id"] = user.Id.ToString() };
void M(User user, ILogger log)
{
    var fields = Fields(user);
    var plan = fields["plan"];
    if (fields.TryGetValue("id", out var id) && fields["mail"] != "")
        log.LogInformation("User {Id} has plan {Plan}", id, plan);
}
//// DictionaryKeyedByAddress
void M(IUsers users, ILogger log)
{
    var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
    foreach (var user in users.All())
    {
        counts.TryGetValue(user.Email, out var n);
        counts[user.Email] = n + 1;
    }
    foreach (var (key, count) in counts.Where(x => x.Value > 1))
        log.LogWarning("{Key} occurs {Count} times", key, count); // LEAK INS3001
}
//// SetOfAddressesAsked
readonly HashSet<string> _blocked = [];
readonly SortedSet<string> _names = [];
void Block(User user)
{
    _blocked.Add(user.Email);
    _names.Add(user.FullName);
}
void Check(User user, ILogger log)
{
    var blocked = _blocked.Contains(user.Email);
    log.LogInformation("User {Id} blocked {Blocked} of {Count}, {Names} names", user.Id, blocked, _blocked.Count, _names.Count);
    Console.WriteLine(_blocked);
}
//// QueueDrainedToFile
readonly Queue<(int Id, string Line)> _pending = new();
void Enqueue(Visit visit, int id) => _pending.Enqueue((id, visit.At.ToString("O") + " " + visit.IpAddress));
void Flush(string path)
{
    using var writer = new StreamWriter(path, append: true);
    while (_pending.TryDequeue(out var item))
    {
        var (id, line) = item;
        writer.WriteLine(line); // LEAK INS3008
    }
}
//// StackOfUsersByKey
readonly Stack<User> _undo = new();
void Push(User user) => _undo.Push(user);
void Undo(ILogger log)
{
    while (_undo.TryPop(out var user))
        log.LogInformation("Undone {Key} of {Plan}", user.Key, user.Plan);
    log.LogDebug("Left {Users}", _undo.Count);
}
//// ArrayRangeWithAddress
void M(User user, ILogger log)
{
    var row = new[] { user.Id.ToString(), user.Email, user.Plan };
    var head = row[..2];
    log.LogInformation("Row {Row}", string.Join('|', head)); // LEAK INS3001
}
//// ArrayRangeWithoutAddress
void M(User user, ILogger log)
{
    var row = new[] { user.Email, user.Id.ToString(), user.Plan };
    var tail = row[1..];
    var last = row[^1];
    log.LogInformation("Row {Row}, plan {Plan}", string.Join('|', tail), last);
}
//// SpanInMessage
static ReadOnlySpan<char> LocalPart(ReadOnlySpan<char> mail)
{
    var at = mail.IndexOf('@');
    return at < 0 ? mail : mail[..at];
}
void M(Customer customer)
{
    var local = LocalPart(customer.Email);
    if (local.Length > 64)
        throw new FormatException("Too long: " + local.ToString()); // LEAK INS3004
}
//// ImmutableAddIgnored
void M(User user, ILogger log)
{
    var names = System.Collections.Immutable.ImmutableList.Create("admin", "guest");
    names.Add(user.FullName);
    names.Insert(0, user.Email);
    log.LogInformation("Reserved {Names}", string.Join(", ", names));
}
//// ConcurrentCacheOfNamesAgain
readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _names = new();
string NameOf(IUsers users, int id) => _names.GetOrAdd(id, key => users.Get(key).Display());
void M(IUsers users, int id, System.Diagnostics.Activity? activity)
{
    var name = NameOf(users, id);
    activity?.SetTag("operator", name); // LEAK INS3002
    activity?.SetTag("cache", _names.Count);
}
//// LookupKeysAndCounts
void M(IUsers users, ILogger log)
{
    var lookup = users.All().ToLookup(x => x.Home.Country, x => x.Email);
    foreach (var group in lookup)
        log.LogInformation("{Country}: {Count} addresses, any of the company {Any}", group.Key, group.Count(), group.Any(x => x.EndsWith(".corp")));
    log.LogInformation("Swiss {Count}", lookup["CH"].Count());
}
//// PriorityIsTheSalary
void M(IUsers users)
{
    var queue = new PriorityQueue<int, decimal>();
    foreach (var user in users.All())
        queue.Enqueue(user.Id, user.Salary);
    while (queue.TryDequeue(out var id, out var priority))
        Console.WriteLine("{0} at {1}", id, priority); // LEAK INS3005
}
//// PriorityOnlyOrders
void M(IUsers users)
{
    var queue = new PriorityQueue<int, string>(StringComparer.Ordinal);
    foreach (var user in users.All())
        queue.Enqueue(user.Id, user.FullName);
    while (queue.Count > 0)
    {
        var id = queue.Dequeue();
        Console.WriteLine("Next is {0}", id);
    }
}
//// OwnCollectionEnumerated
class Recipients : IEnumerable<string>
{
    private readonly List<string> _items = [];
    public void Add(string item) => _items.Add(item);
    public string this[Index index] => _items[index];
    public IEnumerator<string> GetEnumerator() { foreach (var item in _items) yield return item; }
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
void M(User user, Customer customer, ILogger log)
{
    var recipients = new Recipients { "office@corp.example", customer.Email, user.Email };
    foreach (var recipient in recipients)
        log.LogInformation("Mailing {Recipient}", recipient); // LEAK INS3001
    var last = recipients[^1];
    log.LogInformation("Done with {Last}", last); // LEAK INS3001
}
//// GroupedByCity
public void Demand(IUsers users, ILogger log)
{
    var groups = users.All().GroupBy(u => u.Home.City).OrderByDescending(g => g.Count()).ToList();
    log.LogInformation("{Cities} cities, the largest has {Most}", groups.Count, groups[0].Count());
    foreach (var g in groups.Take(3))
    {
        log.LogInformation("{Plans} plans", g.Select(u => u.Plan).Distinct().Count());
        log.LogInformation("City {City}", g.Key); // LEAK INS3001
    }
}

//// ListsAsText
public void Addresses(IUsers users)
{
    List<string> mails = users.All().Select(u => u.Email).ToList();
    Console.WriteLine(mails);
    Console.WriteLine("All of " + mails.ToArray());
    System.Diagnostics.Debug.WriteLine($"{mails} with capacity {mails.Capacity}");
    Console.WriteLine("Sorted? {0}", mails.SequenceEqual(mails.Order()));
}

//// PlaceholderElements
public void Roster(IEnumerable<User> team, ILogger log)
{
    var names = new HashSet<string>();
    foreach (var u in team) names.Add(u.FullName);
    log.LogInformation("A team of {Size}", names.Count);
    log.LogInformation("The team: {Names}", names); // LEAK INS3001
}

//// MixedDictionary
public void Attributes(User u, ILogger log)
{
    var d = new Dictionary<string, object?>
    {
        ["plan"] = u.Plan,
        ["phone"] = u.Phone,
        ["roles"] = u.Roles.Count,
    };
    log.LogInformation("Plan {Plan}, keys {Keys}", d["plan"], string.Join(",", d.Keys));
    d.Remove("phone", out var phone);
    log.LogInformation("Removed {Phone}", phone); // LEAK INS3001
}

//// PersonalKeys
public void Votes(IEnumerable<User> voters, Func<User, int> vote, ILogger log)
{
    var byMail = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
    foreach (var v in voters) byMail[v.Email] = vote(v);
    log.LogInformation("Votes {Votes}", byMail.Values.ToArray());
    var winner = byMail.MaxBy(p => p.Value);
    log.LogInformation("Most votes {Count}", winner.Value);
    log.LogInformation("Winner {Winner}", winner.Key); // LEAK INS3001
}

//// LinkedListUndo
public void Undo(User u, string next)
{
    var edits = new LinkedList<string>();
    edits.AddLast("start");
    var mine = edits.AddLast(u.FullName);
    edits.AddLast(next);
    Console.WriteLine(edits.First!.Value + ".." + edits.Last!.Value);
}

//// StackPeek
public void Backtrack(User u, ILogger log)
{
    var stack = new Stack<string>();
    stack.Push("root");
    stack.Push(u.Email);
    var top = stack.Pop();
    log.LogInformation("Popped {Length}, below is {Depth} more", top.Length, stack.Count);
    var other = new Stack<string>(new[] { "a", "b" });
    log.LogInformation("Peek {Value}", other.Peek());
}

//// SalaryAggregate
public void Payslip(IReadOnlyList<User> staff)
{
    var line = staff.Aggregate(new System.Text.StringBuilder("Salaries:"), (sb, u) => sb.Append(' ').Append(u.Salary), sb => sb.ToString());
    Console.WriteLine("Staff: {0}", staff.Count);
    Console.WriteLine("Width: {0}", line.Length);
    Console.WriteLine(line); // LEAK INS3005
}

//// JoinedTables
public sealed record Booking(int UserId, string Flight);

public void Manifest(IUsers users, List<Booking> bookings, ILogger log)
{
    var rows = from b in bookings
               join u in users.All() on b.UserId equals u.Id
               let initial = u.FullName
               where initial != ""
               orderby u.BirthDate
               select new { b.Flight, u.Id, Name = initial };
    foreach (var r in rows)
    {
        log.LogInformation("{Flight}: {Id}", r.Flight, r.Id);
        log.LogDebug("{Flight}: {Row}", r.Flight, r); // LEAK INS3001
    }
}

//// SortedByBirth
public void Oldest(List<User> players, ILogger log)
{
    players.Sort((a, b) => a.BirthDate.CompareTo(b.BirthDate));
    var order = players.ConvertAll(p => p.Id);
    int at = players.FindIndex(p => p.FullName.StartsWith('A'));
    log.LogInformation("Order by age: {Order}, first A at {At}", order, at);
    log.LogInformation("Any adult: {Any}", players.Exists(p => p.BirthDate.Year < 2000));
    log.LogInformation("Longest name: {Max}", players.Max(p => p.FullName.Length));
}

//// ChannelPipeline !
internal sealed class LetterPress(ILogger<LetterPress> log)
{
    private readonly System.Threading.Channels.Channel<string> _jobs = System.Threading.Channels.Channel.CreateBounded<string>(16);
    private int _done;

    public async Task Submit(User u)
    {
        await _jobs.Writer.WriteAsync($"Dear {u.FullName}");
        log.LogDebug("Submitted for {Id}", u.Id);
    }

    public async Task Run(CancellationToken stop)
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync(stop))
        {
            _done++;
            log.LogDebug("Printing {Job}", job); // LEAK INS3001
        }
        log.LogInformation("Printed {Done}", _done);
    }
}

//// ChannelOfIds !
internal sealed class IdPump(IUsers users, ILogger<IdPump> log)
{
    private readonly System.Threading.Channels.Channel<int> _ids = System.Threading.Channels.Channel.CreateUnbounded<int>();

    public async Task Fill()
    {
        await foreach (var u in users.Stream())
            if (u.Email.EndsWith(".org")) _ids.Writer.TryWrite(u.Id);
        _ids.Writer.Complete();
    }

    public async Task Drain()
    {
        while (await _ids.Reader.WaitToReadAsync())
            while (_ids.Reader.TryRead(out var id))
            {
                var u = await users.GetAsync(id);
                log.LogInformation("User {Id} has {Roles} roles: {List}", id, u.Roles.Count, u.Roles);
            }
    }
}

//// LookupOfDevices
public sealed class Device
{
    public string Serial { get; init; } = "";
    public string Model { get; init; } = "";
    [Pii] public string Owner { get; init; } = "";
}

public void Fleet(IEnumerable<Device> devices, ILogger log)
{
    var byModel = devices.ToLookup(d => d.Model, d => d.Owner);
    log.LogInformation("{Models} models", byModel.Count);
    foreach (var model in byModel)
    {
        log.LogInformation("{Model}: {Owners} owners", model.Key, model.Distinct().Count());
        var text = string.Join(" and ", model.OrderBy(o => o).Take(2));
        log.LogTrace("For example {Owners}", text); // LEAK INS3001
    }
}

//// ZipAndChunk
public void Tables(IReadOnlyList<User> guests, string[] places)
{
    foreach (var (guest, place) in guests.Zip(places))
        Console.WriteLine($"{place}: {(guest.IsAdmin ? "host" : "guest")}");
    foreach (var group in guests.Select(g => g.FullName).Chunk(4))
    {
        Console.WriteLine("Table of " + group.Length);
        Console.WriteLine(string.Join("; ", group)); // LEAK INS3005
    }
}

//// ConcurrentPresence !
internal sealed class Presence(ILogger<Presence> log)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _online = new();

    public void Enter(User u)
    {
        _online.AddOrUpdate(u.Id, _ => u.FullName, (_, old) => old.Length == 0 ? u.FullName : old);
        log.LogInformation("{Count} online: {Ids}", _online.Count, _online.Keys);
    }

    public void Leave(User u)
    {
        if (!_online.TryRemove(u.Id, out var name)) log.LogWarning("{Id} was not online", u.Id);
        else if (name.Length > 0) log.LogInformation("{Id} left, empty now: {Empty}", u.Id, _online.IsEmpty);
    }
}

//// ImmutableHistory
public void History(User u, ILogger log)
{
    var names = System.Collections.Immutable.ImmutableList<string>.Empty;
    names.Add(u.FullName);
    log.LogInformation("Names {Names}", names);
    var more = names.Add("n/a").Add(u.FullName);
    log.LogInformation("First {Name}", more.Count);
    log.LogInformation("Names {Names}", more); // LEAK INS3001
}

//// IteratorWithState
private static IEnumerable<string> Lines(IEnumerable<User> users)
{
    yield return "BEGIN";
    int n = 0;
    foreach (var u in users)
    {
        if (u.Phone is null) continue;
        yield return $"{++n}: {u.Phone}";
    }
    yield return "END " + n;
}

public void Phones(IUsers users, TextWriter report)
{
    var lines = Lines(users.All());
    Console.WriteLine(lines.Count() - 2 + " phones");
    foreach (var line in lines) Console.WriteLine(line); // LEAK INS3005
}

//// AsyncFilter
private static async IAsyncEnumerable<string> Vips(IAsyncEnumerable<User> users)
{
    await foreach (var u in users)
        if (u.Salary > 100_000m) yield return u.FullName;
}

public async Task CountVips(IUsers users, ILogger log)
{
    int n = 0;
    bool any = false;
    await foreach (var name in Vips(users.Stream()))
    {
        n++;
        any |= name.Contains("von ");
    }
    log.LogInformation("{Count} VIPs, noble: {Any}", n, any);
}

//// QueuePriority
public void Triage(IEnumerable<User> patients, Func<User, int> urgency, ILogger log)
{
    var queue = new PriorityQueue<(int Id, string Name), int>();
    foreach (var p in patients) queue.Enqueue((p.Id, p.FullName), -urgency(p));
    while (queue.TryDequeue(out var next, out var priority))
    {
        log.LogInformation("Next {Id} at {Priority}", next.Id, -priority);
        if (priority < -8) log.LogCritical("Emergency: {Name}", next.Name); // LEAK INS3001
    }
}

//// RangesAndSpread
public void Spread(User u, ILogger log)
{
    string[] fixedParts = ["x", "y"];
    string[] all = [.. fixedParts, u.Plan, .. u.Aliases];
    log.LogInformation("{Parts} and {Count}", fixedParts, all.Length);
    log.LogInformation("Tail {Tail}", string.Join('|', all[3..])); // LEAK INS3001
}

//// CustomCollection !
internal sealed class RingBuffer<T>(int capacity) : IEnumerable<T>
{
    private readonly T[] _items = new T[capacity];
    private int _next, _count;
    public int Count => _count;
    public void Add(T item)
    {
        _items[_next] = item;
        _next = (_next + 1) % _items.Length;
        if (_count < _items.Length) _count++;
    }
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < _count; i++) yield return _items[(_next - _count + i + _items.Length) % _items.Length];
    }
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class RecentVisits(ILogger<RecentVisits> log)
{
    private readonly RingBuffer<string> _addresses = new(8);
    private readonly RingBuffer<DateTime> _times = new(8);

    public void Visit(Visit v)
    {
        _addresses.Add(v.IpAddress);
        _times.Add(v.At);
        log.LogInformation("Recent times {Times}", string.Join(", ", _times));
        log.LogInformation("Recent count {Count}", _addresses.Count);
        foreach (var a in _addresses) log.LogInformation("Recent address {Address}", a); // LEAK INS3001
    }
}

//// KeyedComparer !
internal sealed class ByFamilyName : IComparer<User>, IEqualityComparer<User>
{
    private static string Family(User u) => u.FullName.Split(' ')[^1];
    public int Compare(User? x, User? y) => string.CompareOrdinal(Family(x!), Family(y!));
    public bool Equals(User? x, User? y) => Compare(x, y) == 0;
    public int GetHashCode(User u) => Family(u).GetHashCode();
}

internal static class Reunion
{
    public static void Plan(IUsers users, ILogger log)
    {
        var comparer = new ByFamilyName();
        var families = users.All().Distinct(comparer).ToList();
        var sorted = new SortedSet<User>(families, comparer);
        log.LogInformation("{Families} families, first has id {Id}", sorted.Count, sorted.Min?.Id);
        log.LogInformation("Index of family: {At}", families.BinarySearch(families[0], comparer));
    }
}

//// WindowOfReadings
public sealed record Reading(string Sensor, [property: Pii] double Glucose, DateTime At);

public void Trend(IEnumerable<Reading> readings, ILogger log)
{
    var window = new Queue<Reading>(3);
    foreach (var r in readings)
    {
        window.Enqueue(r);
        if (window.Count > 3) window.Dequeue();
        var rising = window.Zip(window.Skip(1)).All(p => p.First.Glucose < p.Second.Glucose);
        log.LogInformation("{Sensor} rising: {Rising}", r.Sensor, rising);
        var oldest = window.Peek();
        log.LogDebug("Oldest from {At} of {Sensor}", oldest.At, oldest.Sensor);
    }
}

//// DictionaryMerge
public Dictionary<string, string?> Merge(User u, IReadOnlyDictionary<string, string?> defaults)
{
    var mine = new Dictionary<string, string?>(defaults) { ["display"] = u.Display() };
    foreach (var key in mine.Keys.Except(defaults.Keys)) Console.WriteLine("added " + key);
    foreach (var (key, value) in defaults) Console.WriteLine(key + "=" + value);
    return mine;
}

//// BitsAndFlags
public void Completeness(IUsers users, ILogger log)
{
    var bits = new System.Collections.BitArray(3);
    var missing = new SortedSet<string>();
    foreach (var u in users.All())
    {
        bits[0] = u.Email.Length > 0;
        bits[1] = !string.IsNullOrWhiteSpace(u.Phone);
        bits[2] = u.Aliases.Any();
        if (!bits[0]) missing.Add(nameof(u.Email));
        if (!bits[1]) missing.Add(nameof(u.Phone));
        log.LogDebug("{Id}: {Bits}", u.Id, string.Concat(bits.Cast<bool>().Select(b => b ? '1' : '0')));
    }
    log.LogInformation("Missing: {Missing}", missing);
}

//// HistogramOfLetters
public void Letters(IUsers users)
{
    var byLength = users.All().CountBy(u => u.FullName.Length).ToDictionary();
    foreach (var (length, n) in byLength.OrderBy(p => p.Key)) Console.WriteLine($"{length,3} {new string('*', n)}");
    var (adults, minors) = (users.All().Count(u => u.BirthDate < DateTime.Today.AddYears(-18)), 0);
    Console.WriteLine($"{adults} adults, {minors} minors");
}

//// NestedFlatten
public sealed class Course
{
    public string Title { get; init; } = "";
    public List<List<User>> Groups { get; } = new();
}

public void Classes(IEnumerable<Course> courses, System.Diagnostics.ActivitySource source)
{
    using var a = source.StartActivity("classes");
    var flat = courses.SelectMany(c => c.Groups.SelectMany(g => g), (c, u) => (c.Title, u.FullName)).ToList();
    a?.SetTag("courses", string.Join(",", flat.Select(f => f.Title).Distinct()));
    a?.SetTag("pupils", flat.Count);
    var last = flat.LastOrDefault();
    a?.AddEvent(new System.Diagnostics.ActivityEvent("last " + last.FullName)); // LEAK INS3002
}
//// KeyedRepository !
internal abstract class Repository<TEntity, TKey>(ILogger log) where TEntity : class where TKey : notnull
{
    private readonly Dictionary<TKey, TEntity> _rows = new();
    protected abstract TKey KeyOf(TEntity entity);
    internal void Add(TEntity entity)
    {
        if (!_rows.TryAdd(KeyOf(entity), entity))
            log.LogWarning("Duplicate {Key}", KeyOf(entity)); // LEAK INS3001
        log.LogDebug("{Type}: {Count} rows", typeof(TEntity).Name, _rows.Count);
    }
}

internal sealed class CustomerRows(ILogger log) : Repository<Customer, string>(log)
{
    protected override string KeyOf(Customer entity) => entity.Email.ToUpperInvariant();
}

//// IdRepository !
internal interface IEntity<out TKey> { TKey Key { get; } }

internal sealed class Patient(int number, [Pii] string name) : IEntity<int>
{
    [Pii] internal string Name => name;
    public int Key => number;
}

internal class Ward<TEntity, TKey>(ILogger log) where TEntity : IEntity<TKey> where TKey : notnull
{
    private readonly SortedDictionary<TKey, TEntity> _rows = new();
    internal event Action<TEntity>? Added;
    internal void Admit(TEntity entity)
    {
        if (_rows.ContainsKey(entity.Key))
            throw new InvalidOperationException($"{entity} number {entity.Key} was admitted before");
        _rows.Add(entity.Key, entity);
        Added?.Invoke(entity);
        log.LogInformation("Admitted {Key}, {First}..{Last}", entity.Key, _rows.Keys.First(), _rows.Keys.Last());
    }
}

internal sealed class Reception(ILogger log)
{
    internal void Open([Pii] string name)
    {
        var ward = new Ward<Patient, int>(log);
        ward.Added += p => log.LogDebug("New {Patient} with {Letters} letters", p, p.Name.Length);
        ward.Admit(new Patient(1, name));
    }
}

//// DirectoryCollection !
internal sealed class UserDirectory : System.Collections.ObjectModel.KeyedCollection<string, User>
{
    internal UserDirectory() : base(StringComparer.OrdinalIgnoreCase) { }
    protected override string GetKeyForItem(User item) => item.Email;
    internal IEnumerable<string> Keys => Dictionary?.Keys ?? [];
}

internal sealed class DirectoryLoader(IUsers users, ILogger<DirectoryLoader> log)
{
    internal void Load()
    {
        var directory = new UserDirectory();
        foreach (var user in users.All())
            if (!directory.Contains(user.Email)) directory.Add(user);
        log.LogInformation("{Count} users, first {First}", directory.Count, directory[0].Id);
        log.LogDebug("Keys: {Keys}", directory.Keys.Order().ToList()); // LEAK INS3001
    }
}

//// JoinOnMail
private sealed record Order(int Number, string BuyerMail, decimal Total);
public void Revenue(IUsers users, ILogger log)
{
    var orders = new List<Order>();
    foreach (var user in users.All()) orders.Add(new Order(orders.Count, user.Email, 12.5m));
    var joined = from u in users.All()
                 join o in orders on u.Email equals o.BuyerMail into mine
                 from o in mine.DefaultIfEmpty()
                 orderby u.FullName, u.BirthDate descending
                 select new { u.Id, u.Plan, Number = o?.Number ?? -1, Total = o?.Total ?? 0 };
    foreach (var row in joined)
        log.LogInformation("Row {Row}", row);
    log.LogInformation("{Totals}", orders.ToLookup(o => o.BuyerMail, o => o.Total).Select(g => g.Sum()).ToArray());
}

//// JoinShowsMail
private readonly record struct Basket(int Owner, int Items);
public void Abandoned(IUsers users, IEnumerable<int> owners, ILogger log)
{
    var baskets = owners.Select((id, i) => new Basket(id, i));
    var rows = baskets.Join(users.All(), b => b.Owner, u => u.Id, (b, u) => new { Basket = b, u.Plan, Contact = u.Phone ?? u.Email }).Where(r => r.Basket.Items > 0).ToList();
    foreach (var row in rows)
    {
        log.LogInformation("{Basket} of plan {Plan}", row.Basket, row.Plan);
        log.LogInformation("Remind {Row}", row); // LEAK INS3001
    }
}

//// CsvImport !
internal sealed class ContactRow
{
    internal int Line { get; init; }
    internal string Name { get; init; } = "";
    internal int Postcode { get; init; }
}

internal static class ContactCsv
{
    internal static ContactRow Parse([Pii] string line, int number)
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        if (fields.Length != 3)
            throw new FormatException($"Line {number} has {fields.Length} fields instead of 3");
        if (!int.TryParse(fields[2], out var postcode))
            throw new FormatException($"Line {number}: '{fields[2]}' is no postcode"); // LEAK INS3004
        return new ContactRow { Line = number, Name = fields[1], Postcode = postcode };
    }
}

//// CsvExport
public void Export(IUsers users, string path, ILogger log)
{
    var csv = new StringWriter();
    csv.WriteLine("id;plan;mail");
    var rows = 0;
    foreach (var user in users.All().Where(u => !u.IsAdmin))
    {
        csv.Write(user.Id);
        csv.Write(';');
        csv.Write(user.Plan);
        csv.Write(';');
        csv.WriteLine('"' + user.Email.Replace("\"", "\"\"") + '"');
        rows++;
    }
    log.LogInformation("{Rows} rows, {Size} chars to {Path}", rows, csv.GetStringBuilder().Length, path);
    File.WriteAllText(path, csv.ToString()); // LEAK INS3008
}

//// CsvOfIds
public void ExportIds(IUsers users, string path)
{
    using var file = new StreamWriter(path);
    file.WriteLine("id;tier;has phone;mail length");
    foreach (var (user, index) in users.All().OrderBy(u => u.FullName).Select((u, i) => (u, i)))
    {
        object[] cells = [user.Id, user.Tier, user.Phone is { Length: > 0 }, user.Email.Length];
        file.WriteLine(string.Join(';', cells));
        if (index % 100 == 99) file.Flush();
    }
}

//// JsonShape
public void Shape(User user, ILogger log)
{
    using var document = System.Text.Json.JsonDocument.Parse(System.Text.Json.JsonSerializer.Serialize(user));
    var names = new List<string>();
    foreach (var property in document.RootElement.EnumerateObject())
        names.Add($"{property.Name}:{property.Value.ValueKind}");
    log.LogInformation("A user has {Properties}", names);
}

//// InvertedIndex !
internal sealed class NameIndex
{
    private readonly Dictionary<string, SortedSet<int>> _postings = new(StringComparer.OrdinalIgnoreCase);
    internal void Add(User user)
    {
        foreach (var word in user.FullName.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            ref var set = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _);
            (set ??= new SortedSet<int>()).Add(user.Id);
        }
    }
    internal IReadOnlyCollection<int> Find(string word) => _postings.TryGetValue(word, out var ids) ? ids : Array.Empty<int>();
    internal int Terms => _postings.Count;
    internal string Commonest() => _postings.MaxBy(p => p.Value.Count).Key;
    internal int LongestPosting() => _postings.Values.Max(v => v.Count);
}

internal sealed class Indexer(IUsers users, ILogger<Indexer> log)
{
    internal void Build()
    {
        var index = new NameIndex();
        foreach (var user in users.All()) index.Add(user);
        log.LogInformation("{Terms} terms, longest {Longest}, smiths {Smiths}", index.Terms, index.LongestPosting(), index.Find("smith"));
        log.LogInformation("Commonest {Term}", index.Commonest()); // LEAK INS3001
    }
}

//// MatrixColumns
public void Grid(User[] team, ILogger log)
{
    var ids = new int[team.Length, 2];
    var texts = new string[team.Length, 2];
    for (var r = 0; r < team.Length; r++)
    {
        ids[r, 0] = team[r].Id;
        ids[r, 1] = team[r].Email.Length;
        texts[r, 0] = team[r].FullName;
        texts[r, 1] = team[r].Phone ?? "-";
    }
    log.LogInformation("{Rows}x{Columns}", texts.GetLength(0), texts.GetLength(1));
    for (var r = 0; r < ids.GetLength(0); r++)
    {
        log.LogDebug("{Id}: {Size}", ids[r, 0], ids[r, 1]);
        log.LogDebug("{Row}: {Cell}", r, texts[r, 1]); // LEAK INS3001
    }
}

//// StackBuffer
public void Initials(User user)
{
    Span<char> buffer = stackalloc char[32];
    ReadOnlySpan<char> name = user.FullName;
    var written = 0;
    while (!name.IsEmpty && written < buffer.Length)
    {
        var space = name.IndexOf(' ');
        var word = space < 0 ? name : name[..space];
        if (!word.IsEmpty) buffer[written++] = word[0];
        name = space < 0 ? [] : name[(space + 1)..];
    }
    Console.WriteLine("{0} initials", written);
    buffer.Fill('*');
    Console.WriteLine(new string(buffer[..written]));
    user.Email.AsSpan(0, Math.Min(8, user.Email.Length)).CopyTo(buffer);
    Console.WriteLine(buffer[..8].ToString()); // LEAK INS3005
}

//// PooledBytes
public void Upload(User user, ILogger log)
{
    var pool = System.Buffers.ArrayPool<byte>.Shared;
    var rented = pool.Rent(System.Text.Encoding.UTF8.GetMaxByteCount(user.Email.Length));
    try
    {
        var count = System.Text.Encoding.UTF8.GetBytes(user.Email, rented);
        Span<byte> digest = stackalloc byte[System.Security.Cryptography.SHA256.HashSizeInBytes];
        System.Security.Cryptography.SHA256.HashData(rented.AsSpan(0, count), digest);
        log.LogInformation("{Count} of {Rented} bytes, digest {Digest}", count, rented.Length, Convert.ToHexString(digest));
    }
    finally
    {
        pool.Return(rented, clearArray: true);
    }
}

//// MemorySegments
private sealed class Chunk(ReadOnlyMemory<char> text)
{
    internal ReadOnlyMemory<char> Text => text;
    internal Chunk? Next { get; set; }
}
public void Chunks(User user, ILogger log)
{
    Chunk? head = null, tail = null;
    var rest = user.Home.Street.AsMemory();
    while (rest.Length > 0)
    {
        var chunk = new Chunk(rest[..Math.Min(4, rest.Length)]);
        rest = rest[chunk.Text.Length..];
        if (tail is null) head = chunk; else tail.Next = chunk;
        tail = chunk;
    }
    for (var c = head; c is not null; c = c.Next)
    {
        log.LogTrace("{Chunk} of {Length}, more {More}", c, c.Text.Length, c.Next is not null);
        log.LogTrace("[{Text}]", c.Text.ToString()); // LEAK INS3001
    }
}

//// BookingBuilder !
internal sealed record Booking(string Hotel, int Nights, string Guest, string? Wishes);

internal sealed class BookingBuilder
{
    private string _hotel = "", _guest = "";
    private int _nights = 1;
    private string? _wishes;
    internal BookingBuilder At(string hotel) { _hotel = hotel; return this; }
    internal BookingBuilder For(User guest) { _guest = guest.FullName; return this; }
    internal BookingBuilder Nights(int nights) { _nights = nights; return this; }
    internal BookingBuilder When(bool condition, Func<BookingBuilder, BookingBuilder> then) => condition ? then(this) : this;
    internal BookingBuilder Wishing(string wish) { _wishes = _wishes is null ? wish : _wishes + ", " + wish; return this; }
    internal Booking Build()
    {
        if (_guest.Length == 0) throw new InvalidOperationException($"A booking at {_hotel} for {_nights} nights lacks a guest");
        return new Booking(_hotel, _nights, _guest, _wishes);
    }
}

internal sealed class Travel(ILogger<Travel> log)
{
    internal void Book(User guest)
    {
        var booking = new BookingBuilder().At("Seaview").For(guest).Nights(3).When(guest.IsAdmin, b => b.Wishing("quiet room")).Build();
        log.LogInformation("Booked {Hotel} for {Nights}, wishes {Wishes}", booking.Hotel, booking.Nights, booking.Wishes);
        log.LogInformation("Booked {Booking}", booking with { Nights = 0 }); // LEAK INS3001
        log.LogInformation("Booked {Booking}", booking with { Guest = "(guest)" });
    }
}

//// DataTableRows
public void Table(IUsers users, ILogger log)
{
    var table = new System.Data.DataTable("users");
    table.Columns.Add("id", typeof(int));
    table.Columns.Add("mail", typeof(string));
    foreach (var user in users.All())
    {
        var row = table.NewRow();
        row["id"] = user.Id;
        row["mail"] = user.Email;
        table.Rows.Add(row);
    }
    log.LogInformation("{Table} with {Rows} rows of {Columns}", table.TableName, table.Rows.Count, table.Columns.Count);
    foreach (System.Data.DataRow row in table.Rows)
        log.LogDebug("mail {Mail}", row["mail"]); // LEAK INS3001
}

//// CountingComparer
private sealed class ByName : IComparer<User>
{
    internal int Calls { get; private set; }
    public int Compare(User? x, User? y)
    {
        Calls++;
        var byName = string.Compare(x?.FullName, y?.FullName, StringComparison.CurrentCulture);
        return byName != 0 ? byName : Nullable.Compare(x?.BirthDate, y?.BirthDate);
    }
}
public void SortTeam(List<User> team, ILogger log)
{
    var comparer = new ByName();
    team.Sort(comparer);
    var index = team.BinarySearch(team[0], comparer);
    log.LogInformation("{Calls} comparisons by {Comparer}, found at {Index}: {Order}", comparer.Calls, comparer, index, team.ConvertAll(u => u.Id));
    Console.WriteLine($"{comparer.Compare(team[0], team[^1])}");
}

//// SalaryHeap
public void BestPaid(IEnumerable<User> staff, ILogger log)
{
    var heap = new PriorityQueue<int, decimal>();
    foreach (var user in staff)
    {
        heap.Enqueue(user.Id, user.Salary);
        if (heap.Count > 10) heap.Dequeue();
    }
    log.LogInformation("Ten best: {Ids}", heap.UnorderedItems.Select(i => i.Element).ToArray());
    if (heap.TryPeek(out var id, out var threshold))
    {
        log.LogInformation("The tenth is {Id}", id);
        log.LogInformation("Threshold {Threshold:N2}", threshold); // LEAK INS3001
    }
}

//// LruEviction !
internal sealed class Lru<TKey, TValue>(int capacity) where TKey : notnull
{
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = new();
    internal Action<TKey, TValue>? Evicted { get; set; }
    internal void Put(TKey key, TValue value)
    {
        if (_nodes.Remove(key, out var old)) _order.Remove(old);
        _nodes[key] = _order.AddFirst((key, value));
        if (_nodes.Count <= capacity) return;
        var last = _order.Last!;
        _order.RemoveLast();
        _nodes.Remove(last.Value.Key);
        Evicted?.Invoke(last.Value.Key, last.Value.Value);
    }
}

internal sealed class Geocoder(ILogger<Geocoder> log)
{
    private readonly Lru<string, int> _zones = new(1000);
    private readonly Lru<int, string> _streets = new(1000);
    internal void Start()
    {
        _zones.Evicted = (street, zone) => log.LogDebug("Evicted {Street}", street); // LEAK INS3001
        _streets.Evicted = (id, street) => log.LogDebug("Evicted {Id} ({Length})", id, street.Length);
    }
    internal void Learn(User user, int zone)
    {
        _zones.Put(user.Home.Street, zone);
        _streets.Put(user.Id, user.Home.Street);
    }
}

//// MailTrie !
internal sealed class TrieNode
{
    internal SortedDictionary<char, TrieNode> Children { get; } = new();
    internal bool End { get; set; }
    internal int Count() => (End ? 1 : 0) + Children.Values.Sum(c => c.Count());
    internal int Depth() => Children.Count == 0 ? 0 : 1 + Children.Values.Max(c => c.Depth());
    internal IEnumerable<string> Words(string prefix)
    {
        if (End) yield return prefix;
        foreach (var (letter, child) in Children)
            foreach (var word in child.Words(prefix + letter))
                yield return word;
    }
}

internal sealed class Suggester(ILogger<Suggester> log)
{
    private readonly TrieNode _root = new();
    internal void Learn(User user)
    {
        var node = _root;
        foreach (var letter in user.Email)
        {
            if (!node.Children.TryGetValue(letter, out var next)) node.Children[letter] = next = new TrieNode();
            node = next;
        }
        node.End = true;
    }
    internal void Report()
    {
        log.LogInformation("{Count} words, depth {Depth}, root {Root}", _root.Count(), _root.Depth(), _root);
        log.LogInformation("First five: {Words}", string.Join(' ', _root.Words("").Take(5))); // LEAK INS3001
    }
}

//// BloomFilter
private sealed class Bloom(int bits)
{
    private readonly System.Collections.BitArray _bits = new(bits);
    private IEnumerable<int> Slots(string text)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));
        for (var i = 0; i < 4; i++) yield return (int)(BitConverter.ToUInt32(hash, i * 4) % (uint)bits);
    }
    internal void Add(string text) { foreach (var s in Slots(text)) _bits[s] = true; }
    internal bool MayContain(string text) => Slots(text).All(s => _bits[s]);
    internal int Ones => _bits.Cast<bool>().Count(b => b);
}
public void Unsubscribed(IUsers users, User candidate, ILogger log)
{
    var bloom = new Bloom(1 << 16);
    foreach (var user in users.All()) bloom.Add(user.Email);
    log.LogInformation("{Ones} bits are set, candidate {Id}: {May}", bloom.Ones, candidate.Id, bloom.MayContain(candidate.Email));
}

//// ChangedProperties
private static List<string> Differences<T>(T before, T after) =>
    typeof(T).GetProperties().Where(p => p.CanRead && !Equals(p.GetValue(before), p.GetValue(after))).Select(p => p.Name).ToList();

public void Save(User before, User after, ILogger log)
{
    var changed = Differences(before, after);
    if (changed.Count == 0) return;
    log.LogInformation("User {Id}: changed {Properties}", after.Id, changed);
    if (changed.Contains(nameof(User.Email))) log.LogWarning("The mail address of {Id} was changed", after.Id);
}

//// ZippedColumns
public void Columns(IReadOnlyList<User> users, ILogger log)
{
    int[] ids = users.Select(u => u.Id).ToArray();
    string[] plans = users.Select(u => u.Plan).ToArray();
    var phones = users.Select(u => u.Phone ?? "none").ToList();
    foreach (var (id, plan, phone) in ids.Zip(plans, phones))
    {
        log.LogDebug("{Id} {Plan} {Known}", id, plan, phone != "none");
        System.Diagnostics.Trace.WriteLine(id + "/" + plan);
        System.Diagnostics.Trace.WriteLine(plan + "/" + phone); // LEAK INS3005
    }
}

//// XmlFeed
public void Feed(IUsers users, ILogger log)
{
    var feed = new System.Xml.Linq.XElement("users",
        from u in users.All()
        select new System.Xml.Linq.XElement("user", new System.Xml.Linq.XAttribute("id", u.Id), new System.Xml.Linq.XAttribute("name", u.FullName)));
    foreach (var element in feed.Elements())
    {
        log.LogDebug("{Name} with {Attributes}", element.Name.LocalName, string.Join(",", element.Attributes().Select(a => a.Name.LocalName)));
        log.LogDebug("{Who}", (string?)element.Attribute("name")); // LEAK INS3001
    }
}

//// Anonymised
private sealed class Row { internal int Id; internal string Mail = ""; internal string? Phone; }
public void Forget(IUsers users, ILogger log)
{
    foreach (var user in users.All().Where(u => u.Tier == Tier.Free))
    {
        var row = new Row { Id = user.Id, Mail = user.Email, Phone = user.Phone };
        var had = row.Phone is not null;
        row.Mail = $"deleted-{row.Id}@invalid";
        row.Phone = null;
        log.LogInformation("Forgot {Id}: now {Mail}, had phone {Had}", row.Id, row.Mail, had);
        Console.WriteLine(row.Mail);
    }
}

//// DuplicateAccounts
public void Duplicates(IUsers users, ILogger log)
{
    var groups = users.All()
        .GroupBy(u => u.Email.Trim(), u => u.Id, (mail, ids) => ids.ToArray(), StringComparer.OrdinalIgnoreCase)
        .Where(ids => ids.Length > 1);
    foreach (var ids in groups)
        log.LogWarning("The same person: {Ids}", ids);
    log.LogInformation("{Distinct} distinct, {Longest} longest", users.All().DistinctBy(u => u.Email).Count(), users.All().Max(u => u.FullName.Length));
    var spans = users.All().CountBy(u => u.Home.City).Select(p => p.Value).ToList();
    log.LogInformation("Sizes of cities {Sizes}", spans);
}

//// BinaryRecord
private static byte[] Pack(User user)
{
    using var stream = new MemoryStream();
    using var writer = new BinaryWriter(stream);
    writer.Write(user.Id);
    writer.Write(user.Phone ?? "");
    writer.Flush();
    return stream.ToArray();
}
public void Binary(User user)
{
    var packed = Pack(user);
    Console.WriteLine("{0} bytes in {1}", packed.Length, packed);
    Console.WriteLine(Convert.ToBase64String(packed)); // LEAK INS3005
}

//// OrgChart !
internal sealed class Staff(User user)
{
    internal User User => user;
    internal List<Staff> Reports { get; } = new();
    internal void Render(System.Text.StringBuilder text, Func<User, object> label, int depth = 0)
    {
        text.Append(' ', depth * 2).Append(label(user)).AppendLine();
        foreach (var report in Reports) report.Render(text, label, depth + 1);
    }
}

internal sealed class Chart(ILogger<Chart> log)
{
    internal void Numbers(Staff boss)
    {
        var text = new System.Text.StringBuilder();
        boss.Render(text, u => u.Roles.Count);
        log.LogInformation("Chart:\n{Chart}", text.ToString());
        log.LogInformation("Span {Span}", boss.Reports.Max(r => r.User.FullName.Length));
    }
}

//// RingBuffer !
internal sealed class Ring<T>(int size)
{
    private readonly T[] _slots = new T[size];
    private int _next;
    internal ref T Next() => ref _slots[_next++ % size];
    internal int Written => _next;
    internal T this[Index index] => _slots[index.GetOffset(size)];
}

internal sealed class Sensors(OpenTelemetry.Trace.Tracer tracer)
{
    private readonly Ring<string> _owners = new(16);
    private readonly Ring<double> _values = new(16);
    internal void Measure(User owner, double value)
    {
        ref var slot = ref _owners.Next();
        slot = owner.FullName;
        _values.Next() = value;
    }
    internal void Flush()
    {
        var span = tracer.StartSpan("flush");
        span.SetAttribute("written", _owners.Written).SetAttribute("last", _values[^1].ToString("F2"));
        span.SetAttribute("owner", _owners[^1]); // LEAK INS3002
    }
}

//// OutParameters
private static bool TryLocate(IUsers users, Predicate<User> test, out int position, out string contact, ref int scanned)
{
    position = 0;
    contact = "";
    foreach (var user in users.All())
    {
        scanned++;
        if (test(user)) { contact = user.Phone ?? ""; return true; }
        position++;
    }
    position = -1;
    return false;
}
public void Locate(IUsers users, System.Diagnostics.TraceSource trace)
{
    var scanned = 0;
    if (!TryLocate(users, u => u.IsAdmin, out var at, out var contact, ref scanned))
    {
        trace.TraceInformation("No admin among {0}", scanned);
        return;
    }
    trace.TraceEvent(System.Diagnostics.TraceEventType.Information, 1, "Admin at {0} of {1}, phone known: {2}", at, scanned, contact.Length > 0);
    trace.TraceInformation("Call {0}", contact); // LEAK INS3005
}

//// MissingFields !
[Flags]
internal enum Missing { None = 0, Phone = 1, Street = 2, Name = 4, Mail = 8 }
internal sealed class Completeness(IUsers users, ILogger<Completeness> log)
{
    private static Missing Of(User user)
    {
        var missing = Missing.None;
        if (string.IsNullOrEmpty(user.Phone)) missing |= Missing.Phone;
        if (user.Home.Street is "" or "-") missing |= Missing.Street;
        if (user.FullName.AsSpan().Trim().IsEmpty) missing |= Missing.Name;
        return user.Email.Contains('@') ? missing : missing | Missing.Mail;
    }
    internal void Report()
    {
        foreach (var group in users.All().ToLookup(Of))
            log.LogInformation("Missing {Missing}: {Ids}", group.Key, group.Select(u => u.Id).Order().ToArray());
        if (users.All().FirstOrDefault(u => Of(u) == (Missing.Phone | Missing.Mail)) is { } worst)
            throw new InvalidOperationException($"User {worst.Id} lacks {Of(worst):G}");
    }
}

//// ManagerCycle
private static void Visit(User user, Dictionary<int, bool> state, Stack<User> path)
{
    if (state.TryGetValue(user.Id, out var done))
    {
        if (done) return;
        throw new InvalidOperationException("A cycle of managers: " + string.Join(" > ", path.Reverse().Select(u => u.Id)));
    }
    state[user.Id] = false;
    path.Push(user);
    if (user.Manager is not null) Visit(user.Manager, state, path);
    path.Pop();
    state[user.Id] = true;
}
public void CheckManagers(IUsers users, ILogger log)
{
    var state = new Dictionary<int, bool>();
    foreach (var user in users.All().OrderBy(u => u.FullName)) Visit(user, state, new Stack<User>());
    log.LogInformation("Without cycle: {State}", state);
}

//// SortedMerge
private static int CountCommon(List<string> a, List<string> b, out (int Left, int Right) only)
{
    int i = 0, j = 0, common = 0;
    only = default;
    while (i < a.Count && j < b.Count)
    {
        var order = string.CompareOrdinal(a[i], b[j]);
        if (order == 0) { common++; i++; j++; }
        else if (order < 0) { only.Left++; i++; }
        else { only.Right++; j++; }
    }
    only = (only.Left + a.Count - i, only.Right + b.Count - j);
    return common;
}
public void Overlap(IEnumerable<User> shop, IEnumerable<User> club)
{
    var left = shop.Select(u => u.Email.ToLowerInvariant()).Order(StringComparer.Ordinal).ToList();
    var right = club.Select(u => u.Email.ToLowerInvariant()).Order(StringComparer.Ordinal).ToList();
    var common = CountCommon(left, right, out var only);
    Console.WriteLine($"{common} in both, {only}");
    System.Diagnostics.Trace.TraceInformation("{0} of {1}", common, left.Count + right.Count);
}

//// AttachedState !
internal sealed class Presence
{
    internal int Clicks { get; set; }
    internal string? LastPage { get; set; }
    public override string ToString() => $"{Clicks} clicks, last {LastPage ?? "nothing"}";
}
internal sealed class PresenceTracker(ILogger<PresenceTracker> log)
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<User, Presence> _table = new();
    internal void Click(User user, string page)
    {
        var presence = _table.GetOrCreateValue(user);
        presence.Clicks++;
        presence.LastPage = page;
        log.LogTrace("{Presence}", presence);
    }
    internal void Summary()
    {
        foreach (KeyValuePair<User, Presence> entry in _table)
        {
            log.LogInformation("{Entry}", entry);
            if (entry.Key.FullName.Length > 0) log.LogInformation("{Id}: {Presence}", entry.Key.Id, entry.Value);
        }
    }
}
//// ByConstantKey
void Form(ILogger log, User user)
{
    var form = new Dictionary<string, string> { ["mail"] = user.Email, ["plan"] = user.Plan };
    form["country"] = user.Home.Country;
    log.LogInformation("plan {Plan} in {Country}", form["plan"], form["country"]);
    log.LogInformation("to {Mail}", form["mail"]); // LEAK INS3001
}
//// KeyOverwritten
void Masked(ILogger log, User user)
{
    var row = new Dictionary<string, object?> { ["id"] = user.Id, ["phone"] = user.Phone };
    row["phone"] = row["phone"] is null ? "absent" : "present";
    log.LogInformation("row {Id} {Phone}", row["id"], row["phone"]);
}
//// CountsPerAddress
void Attempts(ILogger log, IEnumerable<User> logins)
{
    var attempts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
    foreach (var user in logins)
        attempts[user.Email] = attempts.GetValueOrDefault(user.Email) + 1;
    foreach (var n in attempts.Values) log.LogDebug("{N} attempts", n);
    log.LogInformation("{People} people, at most {Max}", attempts.Count, attempts.Values.Max());
    foreach (var (who, n) in attempts)
        if (n > 5) log.LogWarning("{Who} tried {N} times", who, n); // LEAK INS3001
}
//// IdsByAddress
void Index(ILogger log, IUsers users, string wanted)
{
    var byMail = users.All().ToDictionary(u => u.Email, u => u.Id);
    if (byMail.TryGetValue(wanted, out int id)) log.LogInformation("found {Id}", id);
    log.LogInformation("ids {Ids}", string.Join(',', byMail.Values));
}
//// AddressesById
void Lookup(ILogger log, IUsers users)
{
    var byId = users.All().ToDictionary(u => u.Id, u => u.Email);
    log.LogInformation("ids {Ids}", string.Join(',', byId.Keys.Order()));
    if (byId.TryGetValue(7, out var found)) log.LogInformation("seven is {Found}", found); // LEAK INS3001
}
//// GroupsByPlan
void Plans(ILogger log, IUsers users)
{
    foreach (var group in users.All().GroupBy(u => u.Plan, u => u.FullName))
    {
        log.LogInformation("{Plan}: {N}", group.Key, group.Count());
        if (group.Key == "trial")
            log.LogInformation("on trial: {Names}", string.Join(", ", group.Take(3))); // LEAK INS3001
    }
}
//// GroupsByCity
void Cities(ILogger log, IUsers users)
{
    var cities = from u in users.All() group u.Id by u.Home.City into g orderby g.Count() descending select g;
    foreach (var city in cities)
        log.LogInformation("{N} users, first {Id}", city.Count(), city.First());
    log.LogInformation("largest {City}", cities.First().Key); // LEAK INS3001
}
//// SortedBySecret
void Sorted(ILogger log, IUsers users)
{
    var ids = users.All().Where(u => u.Email.EndsWith(".org")).OrderBy(u => u.FullName).ThenByDescending(u => u.BirthDate).Select(u => u.Id).ToList();
    log.LogInformation("order {Ids}", ids);
    log.LogInformation("oldest {Id}", users.All().MinBy(u => u.BirthDate)?.Id);
    log.LogInformation("same names {Any}", users.All().Select(u => u.FullName).Distinct().Count() != ids.Count);
}
//// OldestDate
void Oldest(ILogger log, IUsers users)
{
    var oldest = users.All().Where(u => u.IsAdmin).Select(u => u.BirthDate).DefaultIfEmpty(DateTime.MaxValue).Min();
    log.LogInformation("oldest admin since {Date:yyyy-MM-dd}", oldest); // LEAK INS3001
}
//// TwoQueues
sealed class Outbox
{
    private readonly Queue<string> _addresses = new();
    private readonly Queue<int> _ids = new();
    public void Enqueue(User user) { _addresses.Enqueue(user.Email); _ids.Enqueue(user.Id); }
    public void Flush(ILogger log, Action<string> send)
    {
        while (_addresses.TryDequeue(out var address))
        {
            send(address);
            log.LogInformation("sent to {Id}, {Left} left", _ids.Dequeue(), _addresses.Count);
        }
    }
}
//// QueueInOrder
void Waiting(ILogger log, IUsers users)
{
    var waiting = new PriorityQueue<string, DateTime>();
    foreach (var u in users.All()) waiting.Enqueue(u.Plan, u.BirthDate);
    log.LogInformation("next plan {Plan} of {N}", waiting.Dequeue(), waiting.Count);
    if (waiting.TryDequeue(out var plan, out var born))
    {
        log.LogInformation("then {Plan}", plan);
        log.LogInformation("born {Born}", born); // LEAK INS3001
    }
}
//// SiblingsOfTicket
sealed class Ticket { public int Number; public string Title = ""; public string Reporter = ""; public List<string> Labels { get; } = []; }
void Open(ILogger log, User user, string title)
{
    var ticket = new Ticket { Number = user.Id * 100, Title = title, Reporter = user.FullName };
    ticket.Labels.Add(user.Plan);
    var open = new List<Ticket> { ticket };
    foreach (var t in open.Where(t => t.Reporter != "")) log.LogInformation("{Number} {Title} {Labels}", t.Number, t.Title, t.Labels);
    log.LogInformation("newest {Ticket}", open[^1]);
}
//// ZippedLists
void Zip(ILogger log, IReadOnlyList<User> crew, string[] cabins)
{
    var pairs = crew.Select(u => u.FullName).Zip(cabins, (name, cabin) => (name, cabin)).ToArray();
    foreach (var p in pairs) log.LogInformation("cabin {Cabin} taken", p.cabin);
    foreach (var (name, cabin) in pairs.Skip(1)) log.LogInformation("cabin {Cabin} by {Name}", cabin, name); // LEAK INS3001
}
//// Flattened
void Flatten(ILogger log, IUsers users)
{
    log.LogInformation("roles {Roles}", users.All().SelectMany(u => u.Roles).Distinct());
    log.LogInformation("aliases {N}", users.All().SelectMany(u => u.Aliases).Count());
    log.LogInformation("aliases {Aliases}", users.All().SelectMany(u => u.Aliases, (u, a) => u.Id + "=" + a).ToList()); // LEAK INS3001
}
//// KnownSet
void Import(ILogger log, IEnumerable<User> old, IEnumerable<User> arriving)
{
    var known = new HashSet<string>(old.Select(u => u.Email));
    int before = known.Count;
    foreach (var user in arriving)
        log.LogDebug("{Id} new: {New}", user.Id, known.Add(user.Email));
    known.IntersectWith(arriving.Select(u => u.Email));
    log.LogInformation("{Before} before, {Common} in common, overlap {Any}", before, known.Count, known.Overlaps(old.Select(u => u.Email)));
}
//// PrintedWithoutElements
void Types(User user, IUsers users)
{
    var names = users.All().Select(u => u.FullName).ToList();
    Console.WriteLine("names: " + names);
    Console.WriteLine($"aliases: {user.Aliases}");
    Console.WriteLine("{0} and {1}", names.Count, users.All().ToDictionary(u => u.Id, u => u.Email));
    Console.WriteLine(string.Join("; ", names)); // LEAK INS3005
}
//// Aggregated
void Aggregate(IUsers users)
{
    var longest = users.All().Aggregate(0, (n, u) => Math.Max(n, u.FullName.Length));
    Console.WriteLine("longest name: " + longest);
    var all = users.All().Aggregate(new System.Text.StringBuilder(), (b, u) => b.Append(u.FullName[0]).Append(u.FullName.AsSpan(1)).Append(';'), b => b.ToString());
    Console.WriteLine("all: " + all); // LEAK INS3005
}
//// JoinedTablesAgain
sealed class Loan { public int UserId { get; init; } public string Book { get; init; } = ""; public DateTime Due { get; init; } }
void Overdue(ILogger log, IUsers users, IEnumerable<Loan> loans, DateTime today)
{
    var late = loans.Where(l => l.Due < today).Join(users.All(), l => l.UserId, u => u.Id, (l, u) => new { l.Book, u.Phone, Days = (today - l.Due).Days });
    foreach (var l in late)
    {
        log.LogInformation("{Book} late by {Days}", l.Book, l.Days);
        if (l.Days > 30) log.LogWarning("call {Phone} for {Book}", l.Phone, l.Book); // LEAK INS3001
    }
}
//// ChannelWorker !
internal sealed record Job(int Number, User Target, string Kind);
internal sealed class JobWorker(ILogger log)
{
    private readonly System.Threading.Channels.Channel<Job> _jobs = System.Threading.Channels.Channel.CreateBounded<Job>(10);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Job> _running = new();
    public ValueTask Add(Job job) => _jobs.Writer.WriteAsync(job);
    public async Task Run(Func<string, Task> send, CancellationToken cancel)
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync(cancel))
        {
            if (!_running.TryAdd(job.Target.Email, job)) { log.LogWarning("{Kind} already runs", job.Kind); continue; }
            await send(job.Target.Email);
            if (_running.TryRemove(job.Target.Email, out var done)) log.LogInformation("{Number} {Kind} done, {Left} run", done.Number, done.Kind, _running.Count);
        }
    }
}
//// ChannelOfAddresses
async Task Pump(ILogger log, IUsers users, CancellationToken cancel)
{
    var channel = System.Threading.Channels.Channel.CreateUnbounded<(int Id, string To)>();
    await foreach (var u in users.Stream()) await channel.Writer.WriteAsync((u.Id, u.Email), cancel);
    channel.Writer.Complete();
    while (await channel.Reader.WaitToReadAsync(cancel))
        while (channel.Reader.TryRead(out var next))
        {
            log.LogDebug("reading {Id}", next.Id);
            if (next.Id < 0) log.LogError("lost {To}", next.To); // LEAK INS3001
        }
}
//// CachedNames
private readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _names = new();
void Cached(ILogger log, IUsers users, int id)
{
    var name = _names.GetOrAdd(id, static (i, source) => source.Get(i).Display(), users);
    log.LogInformation("cache holds {N}, has {Id}: {Has}", _names.Count, id, _names.ContainsKey(id));
    if (name.Length > 80) log.LogWarning("odd name {Name}", name); // LEAK INS3001
}
//// LookupElements
void Look(ILogger log, IUsers users)
{
    ILookup<string, int> byStreet = users.All().ToLookup(u => u.Home.Street, u => u.Id);
    foreach (var street in byStreet)
        log.LogInformation("{N} in one street: {Ids}", street.Count(), string.Join('/', street));
}
//// ArraySlots
void Columns(ILogger log, User user)
{
    var line = $"{user.Id};{user.Email};{user.Plan}";
    string[] columns = ["id", "mail", "plan"];
    string[] cells = [user.Id.ToString(), user.Email, user.Plan];
    for (int i = 0; i < columns.Length; i++) log.LogDebug("column {Name} given: {Given}", columns[i], cells[i] != "");
    log.LogInformation("{Length} characters in {N} cells", line.Length, cells.Length);
    for (int i = 0; i < cells.Length; i++) log.LogDebug("{Name}={Cell}", columns[i], cells[i]); // LEAK INS3001
}
//// ChunkedBatches
async Task Batches(ILogger log, IUsers users, Func<string[], Task<int>> send)
{
    int batch = 0;
    foreach (var addresses in users.All().Select(u => u.Email).Distinct().Chunk(50))
    {
        int accepted = await send(addresses);
        log.LogInformation("batch {Batch}: {Accepted} of {N}", ++batch, accepted, addresses.Length);
    }
}
//// PartitionedUsers
void Partition(ILogger log, IUsers users)
{
    var byAge = users.All().ToLookup(u => u.BirthDate < new DateTime(1960, 1, 1));
    log.LogInformation("{Old} old, {Young} young", byAge[true].Count(), byAge[false].Count());
    log.LogInformation("plans of the old {Plans}", byAge[true].Select(u => u.Plan).Distinct().ToArray());
}
//// SequencesCompared
void Compare(ILogger log, IList<User> before, IList<User> after)
{
    var mails = before.Select(u => u.Email).ToList();
    log.LogInformation("same {Same}", mails.SequenceEqual(after.Select(u => u.Email)));
    log.LogInformation("gone {N}", mails.Except(after.Select(u => u.Email)).Count());
    log.LogInformation("all known {All}", after.All(u => mails.Contains(u.Email)));
    log.LogInformation("new ids {Ids}", after.ExceptBy(mails, u => u.Email).Select(u => u.Id).ToList());
}
//// HitCounter
private readonly Dictionary<string, int> _hits = new();
private readonly ILogger _log = null!;

public void Hit(Visit visit)
{
    _hits[visit.IpAddress] = _hits.GetValueOrDefault(visit.IpAddress) + 1;
}

public void Report()
{
    _log.LogInformation("{Count} clients, busiest {Max}", _hits.Count, _hits.Values.DefaultIfEmpty().Max());
    foreach (var (client, hits) in _hits)
    {
        _log.LogDebug("{Hits} hits", hits);
        if (hits > 1000)
            _log.LogWarning("{Client} is flooding us", client); // LEAK INS3001
    }
}

//// PlanByMail
private readonly Dictionary<string, string> _plans = new(StringComparer.OrdinalIgnoreCase);
private readonly ILogger _log = null!;

public void Load(IEnumerable<User> users)
{
    foreach (var user in users)
        _plans[user.Email] = user.Plan;
}

public void Report()
{
    foreach (var plan in _plans.Values.Distinct())
        _log.LogInformation("Plan in use: {Plan}", plan);
    _log.LogInformation("All: {Plans}", string.Join(',', _plans.Values));
}

//// MailMergeFields
public void Merge(User user, ILogger log)
{
    var fields = new Dictionary<string, object?>
    {
        ["id"] = user.Id,
        ["name"] = user.FullName,
        ["plan"] = user.Plan,
    };
    log.LogInformation("Merging for {Id}", fields["id"]);
    log.LogInformation("Plan {Plan}", fields["plan"]);
    if (fields.TryGetValue("name", out var name))
        log.LogInformation("Dear {Name}", name); // LEAK INS3001
}

//// MergeWithoutName
public void Merge(User user, ILogger log)
{
    var fields = new Dictionary<string, object?>
    {
        ["id"] = user.Id,
        ["name"] = user.FullName,
        ["plan"] = user.Plan,
    };
    Send(fields);
    if (fields.TryGetValue("plan", out var plan))
        log.LogInformation("Plan {Plan}", plan);
    log.LogInformation("Merged {Count} fields: {Names}", fields.Count, string.Join(", ", fields.Keys));
}

private static void Send(IReadOnlyDictionary<string, object?> fields)
{
    if (fields.Count == 0)
        throw new ArgumentException("nothing to merge", nameof(fields));
}

//// CsvRow
public void Write(User user, ILogger log)
{
    var row = new string[4];
    row[0] = user.Id.ToString();
    row[1] = user.Plan;
    row[2] = user.Phone ?? "-";
    row[3] = user.Home.Country;
    var line = string.Join(';', row);
    log.LogTrace("row of {Length} chars", line.Length);
    File.WriteAllText($"user-{user.Id}.csv", line); // LEAK INS3008
}

//// RecentSearches
private readonly Queue<string> _recent = new();
private readonly ILogger _log = null!;

public void Add([Pii] string term)
{
    _recent.Enqueue(term);
    if (_recent.Count > 10)
    {
        var dropped = _recent.Dequeue();
        _log.LogDebug("Dropped {Length} chars", dropped.Length);
        _log.LogDebug("Dropped {Term}", dropped); // LEAK INS3001
    }
}

//// ClearedBuffer
private readonly ILogger _log = null!;

public void Flush(IReadOnlyList<User> users)
{
    var buffer = new List<string>();
    foreach (var user in users)
        buffer.Add(user.Email);
    Deliver(buffer);
    buffer.Clear();
    buffer.Add($"{users.Count} delivered");
    _log.LogInformation("Flush: {Result}", buffer[0]);
}

private static void Deliver(List<string> lines) => Thread.Sleep(lines.Count);

//// RetryQueue
private readonly PriorityQueue<Customer, int> _retries = new();
private readonly log4net.ILog _log = log4net.LogManager.GetLogger(typeof(Customer));

public void Later(Customer customer, int delay) => _retries.Enqueue(customer, delay);

public void Next()
{
    if (!_retries.TryDequeue(out var customer, out var delay))
    {
        _log.Info("nothing to retry");
        return;
    }
    _log.InfoFormat("retrying {0} after {1}", customer.Id, delay);
    _log.Info(customer); // LEAK INS3001
}

//// ListInText
public void Summarize(List<Customer> customers, ILogger log)
{
    var levels = customers.ConvertAll(c => c.Level);
    Console.WriteLine($"customers: {customers}");
    Console.WriteLine(customers);
    log.LogInformation("Levels {Levels}", levels);
    log.LogInformation("Ids {Ids}", customers.ConvertAll(c => c.Id));
}

//// ListAsArgument
public void Summarize(List<Customer> customers, ILogger log)
{
    Console.WriteLine($"customers: {customers}");
    log.LogInformation("Count {Count}", customers.Count);
    log.LogInformation("Importing {Customers}", customers); // LEAK INS3001
}

//// SortedAliases
public void Show(User user, ILogger log)
{
    var set = new SortedSet<string>(user.Roles);
    log.LogInformation("First role {Role}", set.Min);
    var names = new SortedSet<string>(user.Aliases, StringComparer.Ordinal);
    log.LogInformation("{Count} aliases", names.Count);
    log.LogInformation("Longest alias has {Length} chars", names.Max(n => n.Length));
    log.LogInformation("Known: {Known}", names.Contains("admin"));
}

//// RowDictionary
private static Dictionary<string, string> ToRow(User user) => new()
{
    ["id"] = user.Id.ToString(),
    ["mail"] = user.Email,
    ["plan"] = user.Plan,
};

public void Write(User user, ILogger logger)
{
    var row = ToRow(user);
    logger.LogInformation("Row {Id} {Plan}", row["id"], row["plan"]);
    if (row.TryGetValue("mail", out var mail))
        logger.LogInformation("Mail {Mail}", mail); // LEAK INS3001
}

//// KeyedByMail
public void Report(IUsers users, ILogger logger)
{
    var plans = new Dictionary<string, string>();
    foreach (var user in users.All())
        plans[user.Email] = user.Plan;
    foreach (var plan in plans.Values.Distinct())
        logger.LogInformation("Plan in use {Plan}", plan);
    foreach (var pair in plans)
    {
        logger.LogDebug("Value {Plan}", pair.Value);
        logger.LogDebug("Key {Mail}", pair.Key); // LEAK INS3001
    }
}

//// KeyedByPlan
public void Report(IUsers users, ILogger logger)
{
    var byPlan = new SortedDictionary<string, List<string>>();
    foreach (var user in users.All())
    {
        if (!byPlan.TryGetValue(user.Plan, out var names))
            byPlan.Add(user.Plan, names = []);
        names.Add(user.FullName);
    }
    foreach (var (plan, names) in byPlan)
        logger.LogInformation("{Plan}: {Count}", plan, names.Count);
    logger.LogInformation("Plans {Plans}", string.Join(", ", byPlan.Keys));
}

//// NestedInbox
private readonly Dictionary<int, Dictionary<string, List<string>>> _inbox = [];

public void Add(int tenant, Customer customer)
{
    if (!_inbox.ContainsKey(tenant))
        _inbox[tenant] = [];
    var folders = _inbox[tenant];
    if (!folders.ContainsKey(customer.Level))
        folders[customer.Level] = [];
    folders[customer.Level].Add(customer.Email);
}

public void Dump(ILogger logger)
{
    foreach (var (tenant, folders) in _inbox)
    {
        foreach (var (level, entries) in folders)
        {
            logger.LogInformation("{Tenant}/{Level} has {Count}", tenant, level, entries.Count);
            foreach (var entry in entries)
                logger.LogTrace("Entry {Entry}", entry); // LEAK INS3001
        }
    }
}

//// QueueOfTickets
public void Process(IUsers users, ILogger logger)
{
    var queue = new PriorityQueue<(int Id, string Name), int>();
    foreach (var user in users.All())
        queue.Enqueue((user.Id, user.FullName), user.Tier == Tier.Paid ? 0 : 1);
    while (queue.TryDequeue(out var ticket, out var priority))
        logger.LogInformation("Ticket {Id} at {Priority}, name of {Chars} chars", ticket.Id, priority, ticket.Name.Length);
}

//// PrintedList
public void Show(IUsers users, ILogger logger)
{
    var mails = users.All().Select(u => u.Email).ToList();
    Console.WriteLine(mails);
    Console.WriteLine(string.Join(';', mails)); // LEAK INS3005
    logger.LogInformation($"Loaded {mails.Count} into {mails.GetType().Name}");
    logger.LogInformation("Loaded {Mails}", mails); // LEAK INS3001
}

//// PrintedUsers
public void Show(IUsers users, ILogger logger)
{
    var admins = new List<User>();
    foreach (var user in users.All())
    {
        if (user.IsAdmin)
            admins.Add(user);
    }
    logger.LogInformation("Admins {Admins}", admins);
    Console.WriteLine($"{admins.Count} admins, first {admins.FirstOrDefault()}");
}

//// ReusedBatch
public void Run(IUsers users, ILogger logger)
{
    var batch = new List<string>();
    foreach (var user in users.All())
        batch.Add(user.Email);
    Send(batch);
    batch.Clear();
    batch.Add("finished");
    batch.Add(DateTime.UtcNow.ToString("O"));
    logger.LogInformation("{Summary}", string.Join(" ", batch));
}

private static void Send(List<string> recipients)
{
    if (recipients.Count == 0)
        return;
    recipients.Sort(StringComparer.Ordinal);
}

//// HashSetMembership
private static readonly HashSet<string> Blocked = new(StringComparer.OrdinalIgnoreCase) { "spam@example.org" };

public bool Allow(User user, ILogger logger)
{
    var blocked = Blocked.Contains(user.Email);
    var hit = Blocked.FirstOrDefault(b => b == user.Email) is not null;
    logger.LogInformation("Blocked {Blocked} {Hit}, list of {Count}: {List}", blocked, hit, Blocked.Count, string.Join(",", Blocked));
    return !blocked;
}

//// ArraySlotsAgain
public void Emit(User user, Serilog.ILogger log)
{
    var cells = new string[3];
    cells[0] = user.Id.ToString();
    cells[1] = user.Plan;
    cells[2] = user.Phone ?? "";
    log.Information("Cells {First} {Second}", cells[0], cells[1]);
    log.Information("Line {Line}", string.Join('|', cells)); // LEAK INS3001
}

//// LinkedHistory !
internal sealed class LoginHistory(ILogger<LoginHistory> logger)
{
    private readonly LinkedList<Visit> _visits = new();

    public void Record(Visit visit)
    {
        _visits.AddFirst(visit);
        if (_visits.Count > 10)
            _visits.RemoveLast();
    }

    public void Describe()
    {
        if (_visits.First is { } newest)
            logger.LogInformation("Newest {Id} at {At}", newest.Value.Id, newest.Value.At);
        if (_visits.Last is { Previous: { } before })
            logger.LogInformation("Before oldest {Visit}", before.Value); // LEAK INS3001
    }
}

//// SpreadReport
internal void Report(User user, ILogger log)
{
    List<string> head = [user.Plan, "eu"];
    List<string> all = [.. head, user.Email, .. user.Roles];
    log.LogInformation("Head {Head}", head);
    log.LogInformation("All {All}", all); // LEAK INS3001
    head.AddRange(user.Aliases);
    log.LogInformation("Head {Head}", head); // LEAK INS3001
}

//// DiscardedImmutable
internal void Track(User user, ILogger log)
{
    var names = System.Collections.Immutable.ImmutableList<string>.Empty.Add(user.Plan);
    var grown = names.Add(user.Email);
    names = names.Add("end");
    log.LogInformation("Tracked {Names} beside {Count}", names, grown.Count);
}

//// ImmutableKept
internal void Track(User user, ILogger log)
{
    var map = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
    var first = map.SetItem("plan", user.Plan);
    var second = first.SetItem("mail", user.Email);
    var third = second.Remove("plan");
    log.LogInformation("First {Map}", first);
    log.LogInformation("Third {Map}", third); // LEAK INS3001
}

//// KeysApart
private readonly Dictionary<string, string> _planByMail = new(StringComparer.OrdinalIgnoreCase);

internal void Learn(User user) => _planByMail[user.Email] = user.Plan;

internal void Dump(ILogger log, User probe)
{
    foreach (var plan in _planByMail.Values)
        log.LogInformation("Plan {Plan}", plan);
    if (_planByMail.TryGetValue(probe.Email, out var found))
        log.LogInformation("Probe has {Plan}", found);
    foreach (var (mail, plan) in _planByMail)
        log.LogInformation("{Length} {Plan}", mail.Length, plan);
}

//// GroupedKeys
internal void Summarize(IUsers users, ILogger log)
{
    foreach (var group in users.All().GroupBy(u => u.Plan, u => u.Email))
        log.LogInformation("Plan {Plan}: {Count}", group.Key, group.Count());
    foreach (var group in users.All().ToLookup(u => u.Home.City, u => u.Id))
    {
        log.LogInformation("Members {Ids}", group.ToList());
        log.LogInformation("City {City}", group.Key); // LEAK INS3001
    }
    var busiest = users.All().CountBy(u => u.Email).MaxBy(p => p.Value);
    log.LogInformation("Busiest has {Count}", busiest.Value);
    log.LogInformation("Busiest is {Mail}", busiest.Key); // LEAK INS3001
}

//// ClearedBufferAgain
internal void Flush(User user, ILogger log)
{
    var lines = new List<string> { user.Email, user.FullName };
    var alias = lines;
    var sent = alias.Count;
    alias.Clear();
    lines.Add(user.Plan);
    log.LogInformation("Left {Lines} after {Sent}", lines, sent);
}

//// PoppedStack
internal void Edit(User user, ILogger log)
{
    var history = new Stack<string>();
    history.Push(user.Plan);
    history.Push(user.Email);
    var undone = history.Pop();
    log.LogInformation("Undid {Length} characters", undone.Length);
    log.LogInformation("Top is {Top}", history.Peek());
}

//// SlotReference
internal void Count(IEnumerable<User> users, ILogger log)
{
    var last = new Dictionary<string, string?>();
    var sizes = new Dictionary<string, int>();
    foreach (var user in users)
    {
        ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(last, user.Plan, out _);
        slot = user.FullName;
        ref var size = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sizes, user.Plan, out _);
        size += user.FullName.Length;
    }
    log.LogInformation("Sizes {Sizes}", sizes);
    log.LogInformation("Last {Last}", last); // LEAK INS3001
}

//// ListInTextAgain
internal void Describe(IUsers users)
{
    var mails = users.All().Select(u => u.Email).ToList();
    var byId = users.All().ToDictionary(u => u.Id, u => u.FullName);
    Console.WriteLine($"collected {mails}");
    Console.WriteLine(byId);
    Console.WriteLine("ids " + string.Join(",", byId.Keys));
}


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

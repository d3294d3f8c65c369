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

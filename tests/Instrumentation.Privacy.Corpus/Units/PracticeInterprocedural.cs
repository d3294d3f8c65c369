//// OverrideReturnsKind
abstract class Party { protected readonly User Who; protected Party(User who) => Who = who; public abstract string Kind(); }
class Person : Party { public Person(User u) : base(u) { } public override string Kind() => "person" + (Who.IsAdmin ? "+" : ""); }
class Company : Party { public Company(User u) : base(u) { } public override string Kind() => "company/" + Who.Tier; }
void M(ILogger log, User u, bool firm)
{
    Party p = firm ? new Company(u) : new Person(u);
    log.LogInformation("party is {Kind}", p.Kind());
}
//// BaseNumberOnly
class Entity { protected int Number; public void Dump(ILogger log) => log.LogDebug("entity {T}", Number); }
class Employee : Entity
{
    private readonly string _name;
    public Employee(User u) { _name = u.FullName; Number = _name.GetHashCode() == 0 ? 0 : u.Id; }
}
void M(ILogger log, User u) => new Employee(u).Dump(log);
//// ShadowedByNew
class Contact { public string Info { get; set; } = "n/a"; }
class PrivateContact : Contact { public new string Info { get; set; } = ""; }
void M(ILogger log, User u)
{
    var c = new PrivateContact { Info = u.Email };
    Contact plain = c;
    log.LogInformation("{Info}", plain.Info);
}
//// GenericHolder
class Holder<T> { public T? Value; public Holder<T> With(T v) { Value = v; return this; } }
void M(ILogger log, User u)
{
    var ids = new Holder<int>().With(u.Id);
    var names = new Holder<string>().With(u.FullName);
    log.LogInformation("{Id}", ids.Value);
    log.LogInformation("{Name}", names.Value); // LEAK INS3001
}
//// GenericDescribe
static string Describe<T>(T item) where T : notnull => typeof(T).Name + " #" + item.GetType().GetHashCode();
void M(ILogger log, User u, Customer c) => log.LogInformation("{A} {B}", Describe(u), Describe(c));
//// DiscountStrategy !
internal interface IDiscount { string Name { get; } decimal Rate(User u); }
internal class AgeDiscount : IDiscount
{
    public string Name => "age";
    public decimal Rate(User u) => u.BirthDate < new DateTime(1960, 1, 1) ? 0.10m : 0m;
}
internal class SalaryDiscount : IDiscount
{
    public string Name => "income";
    public decimal Rate(User u) => u.Salary < 20000m ? 0.2m : 0.05m;
}
internal class Checkout
{
    private readonly IReadOnlyList<IDiscount> _all;
    private readonly ILogger<Checkout> _log;
    public Checkout(IEnumerable<IDiscount> all, ILogger<Checkout> log) { _all = all.ToList(); _log = log; }
    public decimal Price(User u, decimal list)
    {
        var best = _all[0];
        foreach (var d in _all)
            if (d.Rate(u) > best.Rate(u))
                best = d;
        _log.LogInformation("Applied {Discount} at rate {Rate}", best.Name, best.Rate(u));
        return list * (1 - best.Rate(u));
    }
}
//// NotifierStrategies !
internal interface INotifier { string Target(User u); void Send(User u, string text); }
internal class SmsNotifier : INotifier
{
    public string Target(User u) => u.Phone ?? "none";
    public void Send(User u, string text) { }
}
internal class PushNotifier : INotifier
{
    public string Target(User u) => "device of " + u.Key.ToString("N");
    public void Send(User u, string text) { }
}
internal class Notifications
{
    private readonly Dictionary<string, INotifier> _byChannel = new() { ["sms"] = new SmsNotifier(), ["push"] = new PushNotifier() };
    private readonly ILogger _log;
    public Notifications(ILogger<Notifications> log) => _log = log;
    public void Notify(User u, string channel)
    {
        if (!_byChannel.TryGetValue(channel, out var notifier))
        {
            _log.LogError("Unknown channel {Channel}", channel);
            return;
        }
        notifier.Send(u, "Your parcel arrives today");
        _log.LogInformation("Sent {Channel} to {Target}", channel, notifier.Target(u)); // LEAK INS3001
    }
}
//// CachingDecorator !
internal interface INameSource { string Find(int id); }
internal class DbNames(IUsers users) : INameSource { public string Find(int id) => users.Get(id).FullName; }
internal class CachedNames(INameSource inner, ILogger<CachedNames> log) : INameSource
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _cache = new();
    public string Find(int id)
    {
        if (_cache.TryGetValue(id, out var hit))
        {
            log.LogDebug("hit for {Id}", id);
            return hit;
        }
        var value = inner.Find(id);
        _cache[id] = value;
        log.LogDebug("loaded {Id} ({Length} chars)", id, value.Length);
        return value;
    }
}
//// TracingDecorator !
internal interface ISearch { IReadOnlyList<int> Search(string term); }
internal class IndexSearch : ISearch { public IReadOnlyList<int> Search(string term) => new[] { term.Length }; }
internal class TracedSearch(ISearch inner, System.Diagnostics.ActivitySource source) : ISearch
{
    public IReadOnlyList<int> Search(string term)
    {
        using var activity = source.StartActivity("search");
        activity?.SetTag("search.term", term); // LEAK INS3002
        var found = inner.Search(term);
        activity?.SetTag("search.hits", found.Count);
        return found;
    }
}
internal class Frontdesk(ISearch search)
{
    public int FindPatient(User u) => search.Search(u.FullName).FirstOrDefault();
    public int FindWard(string ward) => search.Search(ward).FirstOrDefault();
}
//// DocumentVisitor !
internal abstract class Node { public abstract void Accept(INodeVisitor v); }
internal sealed class TextNode(string text) : Node { public string Text => text; public override void Accept(INodeVisitor v) => v.Text(this); }
internal sealed class FieldNode(string name, [Pii] string value) : Node
{
    public string Name => name;
    [Pii] public string Value => value;
    public override void Accept(INodeVisitor v) => v.Field(this);
}
internal interface INodeVisitor { void Text(TextNode n); void Field(FieldNode n); }
internal class Outline : INodeVisitor
{
    private readonly System.Text.StringBuilder _text = new();
    public void Text(TextNode n) => _text.Append(n.Text);
    public void Field(FieldNode n) => _text.Append('<').Append(n.Name).Append('>');
    public override string ToString() => _text.ToString();
}
internal class Render : INodeVisitor
{
    private readonly System.Text.StringBuilder _text = new();
    public void Text(TextNode n) => _text.Append(n.Text);
    public void Field(FieldNode n) => _text.Append(n.Value);
    public string Result() => _text.ToString();
}
internal class Letters(ILogger<Letters> log)
{
    public string Write(IEnumerable<Node> nodes)
    {
        var outline = new Outline();
        var render = new Render();
        foreach (var n in nodes) { n.Accept(outline); n.Accept(render); }
        log.LogInformation("letter {Outline}", outline.ToString());
        log.LogTrace("letter {Body}", render.Result()); // LEAK INS3001
        return render.Result();
    }
}
//// CountingVisitor !
internal abstract class Claim { [Pii] public string Diagnosis { get; set; } = ""; public abstract T Accept<T>(IClaimVisitor<T> v); }
internal class Inpatient : Claim { public int Nights { get; set; } public override T Accept<T>(IClaimVisitor<T> v) => v.Visit(this); }
internal class Outpatient : Claim { public override T Accept<T>(IClaimVisitor<T> v) => v.Visit(this); }
internal interface IClaimVisitor<T> { T Visit(Inpatient c); T Visit(Outpatient c); }
internal class Weigher : IClaimVisitor<int>
{
    public int Visit(Inpatient c) => c.Nights * 3 + (c.Diagnosis.StartsWith('Z') ? 1 : 2);
    public int Visit(Outpatient c) => c.Diagnosis.Length > 0 ? 1 : 0;
}
internal class Namer : IClaimVisitor<string>
{
    public string Visit(Inpatient c) => "inpatient";
    public string Visit(Outpatient c) => "outpatient";
}
internal class ClaimDesk(ILogger<ClaimDesk> log)
{
    public int Weigh(IEnumerable<Claim> claims)
    {
        var sum = 0;
        foreach (var c in claims)
        {
            var w = c.Accept(new Weigher());
            log.LogInformation("{Kind} weighs {W}", c.Accept(new Namer()), w);
            sum += w;
        }
        return sum;
    }
}
//// TemplateMethod !
internal abstract class Importer
{
    protected abstract IEnumerable<string> Read();
    protected virtual string Mask(string line) => "line of " + line.Length;
    public void Run(ILogger log)
    {
        foreach (var line in Read())
            log.LogInformation("Imported {Line}", Mask(line)); // LEAK INS3001
    }
}
internal class UserImporter(IUsers users) : Importer
{
    protected override IEnumerable<string> Read() => users.All().Select(u => u.Id + ";" + u.Email);
    protected override string Mask(string line) => line.Split(';')[1];
}
//// TemplateMethodMasked !
internal abstract class Importer
{
    protected abstract IEnumerable<string> Read();
    protected virtual string Mask(string line) => "line of " + line.Length;
    public void Run(ILogger log)
    {
        foreach (var line in Read())
            log.LogInformation("Imported {Line}", Mask(line));
    }
}
internal class UserImporter(IUsers users) : Importer
{
    protected override IEnumerable<string> Read() => users.All().Select(u => u.Id + ";" + u.Email);
}

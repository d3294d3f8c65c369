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
//// OutParameterMail
class Directory(IUsers users, ILogger<Directory> log)
{
    bool TryFind(int id, out string contact, out string plan)
    {
        var u = users.Get(id);
        contact = u.Phone ?? u.Email;
        plan = u.Plan;
        return u.IsAdmin;
    }
    public void Call(int id)
    {
        if (TryFind(id, out var contact, out _))
            log.LogInformation("Calling {Contact}", contact); // LEAK INS3001
    }
}
//// OutParameterPlan
class Directory(IUsers users, ILogger<Directory> log)
{
    static void Take(User u, out (string Mail, string? Phone) contact, out string plan, ref int count)
    {
        contact = (u.Email, u.Phone);
        plan = u.Plan;
        count++;
    }
    public void Count(int[] ids)
    {
        int count = 0;
        foreach (var id in ids)
        {
            Take(users.Get(id), out var contact, out var plan, ref count);
            if (contact.Mail.Length > 0) log.LogInformation("{Plan} {Count}", plan, count);
        }
    }
}
//// RefSwap
static void Swap<T>(ref T left, ref T right) => (left, right) = (right, left);
void Order(User u, System.Diagnostics.Metrics.Counter<int> counter)
{
    string label = u.Plan;
    string who = u.FullName;
    if (u.IsAdmin) Swap(ref label, ref who);
    counter.Add(1, new KeyValuePair<string, object?>("label", label)); // LEAK INS3003
}
//// NamedArgumentsReordered
class Notes(ILogger<Notes> log)
{
    int _length;
    void Write(string detail, string secret = "", int level = 0)
    {
        _length += secret.Length;
        log.LogInformation("{Level}: {Detail} ({Length})", level, detail, _length);
    }
    public void Changed(User u)
    {
        Write(secret: u.Email, detail: u.Plan);
        Write(level: 2, secret: u.FullName, detail: u.Tier.ToString());
        Write("done", u.Home.Street);
    }
}
//// ParamsHelper
class Out
{
    static void Line(string title, params object?[] values)
    {
        var text = title + ": " + string.Join(" / ", values);
        Console.Out.WriteLine(text); // LEAK INS3005
    }
    public void Card(User u)
    {
        Line("plan", u.Plan);
        Line("card", u.Id, u.Tier, u.BirthDate);
    }
}
//// OverloadChosenByType
class Tracer(ILogger<Tracer> log)
{
    int _total;
    void Trace(int value) => log.LogInformation("Value {Value}", value);
    void Trace(Guid value) => log.LogInformation("Key {Value}", value);
    void Trace(string value) => _total += value.Length;
    public void User(User u)
    {
        Trace(u.Id);
        Trace(u.Key);
        Trace(u.Email);
        Trace(_total);
    }
}
//// VirtualOverrideLeaks
abstract class Label
{
    public virtual string For(User u) => u.Plan;
    public static Label Create(bool full) => full ? new FullLabel() : new ShortLabel();
}
class ShortLabel : Label { }
class FullLabel : Label
{
    public override string For(User u) => base.For(u) + " of " + u.FullName;
}
void Show(User u, bool full, Serilog.ILogger log)
{
    Label label = Label.Create(full);
    log.Warning("Limit reached for {Label}", label.For(u)); // LEAK INS3001
}
//// HidingIsNotOverriding
class Label
{
    public string For(User u) => "plan " + u.Plan;
}
class FullLabel : Label
{
    public new string For(User u) => u.FullName;
}
void Show(User u, ILogger log)
{
    FullLabel full = new FullLabel();
    Label label = full;
    log.LogInformation("Label {Label}", label.For(u));
    if (full.For(u).Length > 30) log.LogInformation("Long name");
}
//// DefaultInterfaceMethodAgain
interface INamed
{
    string Name { get; }
    string Greeting() => "Hi " + Name + "!";
}
class Member(User user) : INamed
{
    public string Name => user.Manager is null ? user.Display() : user.Display() + " (managed)";
}
void Greet(IUsers users, int id, ILogger log)
{
    INamed named = new Member(users.Get(id));
    log.LogDebug("Said {Greeting}", named.Greeting()); // LEAK INS3001
}
//// ResultMonad
readonly struct Result<T>(T? value, string? error)
{
    public Result<TOut> Map<TOut>(Func<T, TOut> map) => error is null ? new(map(value!), null) : new(default, error);
    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, TOut> bad) => error is null ? ok(value!) : bad(error);
}
static Result<User> Load(IUsers users, int id) => id > 0 ? new(users.Get(id), null) : new(null, "bad id");
void Show(IUsers users, int id, System.Diagnostics.Activity activity)
{
    var text = Load(users, id).Map(u => u.Home).Map(h => h.City).Match(city => "lives in " + city, error => error);
    activity.SetStatus(System.Diagnostics.ActivityStatusCode.Ok, text); // LEAK INS3002
}
//// GenericPairSecond
class Pair<TFirst, TSecond>(TFirst first, TSecond second)
{
    public TFirst First { get; } = first;
    public TSecond Second { get; } = second;
    public Pair<TSecond, TFirst> Flip() => new(Second, First);
    public void Deconstruct(out TFirst a, out TSecond b) => (a, b) = (First, Second);
}
void Work(User u, ILogger log)
{
    var pair = new Pair<string, string>(u.Email, u.Plan);
    var (plan, mail) = pair.Flip();
    log.LogInformation("{Plan} {Second} {Length}", plan, pair.Second, mail.Length);
}
//// ManagerChain
static string Chain(User u, int depth = 0)
{
    if (depth > 10) return "...";
    return u.Manager is { } boss ? u.FullName + " > " + Chain(boss, depth + 1) : u.FullName;
}
void Escalate(User u, Exception cause)
{
    var path = Chain(u);
    cause.Data["path"] = path; // LEAK INS3008
    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
}
//// ManagerDepth
static int Depth(User? u, [Pii] string wanted, HashSet<string> seen)
{
    if (u is null || !seen.Add(u.Email)) return -1;
    if (u.FullName == wanted) return 0;
    int above = Depth(u.Manager, wanted, seen);
    return above < 0 ? above : above + 1;
}
void Report(User u, User boss, ILogger log)
{
    var seen = new HashSet<string>();
    int depth = Depth(u, boss.FullName, seen);
    if (depth < 0) throw new InvalidOperationException($"{boss.Id} is not above {u.Id}, {seen.Count} looked at");
    log.LogInformation("{Boss} is {Depth} above {User}", boss.Id, depth, u.Id);
}
//// ExtensionWithSelector !
public static class SelectorExtensions
{
    public static string Pick(this User u, Func<User, string?> selector, string fallback = "-") => selector(u) ?? fallback;
}
public class SelectorUse(ILogger<SelectorUse> log)
{
    private readonly HashSet<string> _known = [];
    public void Run(User u)
    {
        bool isNew = _known.Add(u.Pick(x => x.Email).ToUpperInvariant());
        var plan = u.Pick(x => x.Plan, fallback: "free");
        log.LogInformation("{Plan} user, new {New}", plan, isNew);
    }
}
//// StaticAbstractFormatter
interface IShape<TSelf> where TSelf : IShape<TSelf>
{
    static abstract string Format(User u);
}
class Brief : IShape<Brief> { public static string Format(User u) => "#" + u.Id; }
class Wide : IShape<Wide> { public static string Format(User u) => "#" + u.Id + " " + u.Email; }
static string Render<T>(User u) where T : IShape<T> => "[" + T.Format(u) + "]";
void Both(User u, NLog.Logger log)
{
    log.Info("brief " + Render<Brief>(u));
    log.Info("wide " + Render<Wide>(u)); // LEAK INS3001
}
//// ArgumentExpressionText
class Guard(ILogger<Guard> log)
{
    bool Filled(string? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string what = "",
        [System.Runtime.CompilerServices.CallerMemberName] string where = "")
    {
        if (!string.IsNullOrWhiteSpace(value)) return true;
        log.LogWarning("{What} is empty in {Where}", what, where);
        return false;
    }
    public bool Check(User u) => Filled(u.Email) & Filled(u.Phone) & Filled(u.Home.Street);
}
//// ImplicitConversion
readonly struct MailBox
{
    readonly string _address;
    MailBox(string address) => _address = address;
    public static implicit operator MailBox(User u) => new(u.Email);
    public static implicit operator string(MailBox box) => "mailto:" + box._address;
}
static void Link(MailBox box, System.Text.StringBuilder to)
{
    string link = box;
    to.Append("<a href='").Append(link).Append("'>");
}
void Page(User u)
{
    var html = new System.Text.StringBuilder();
    Link(u, html);
    File.WriteAllText("contact.html", html.ToString()); // LEAK INS3008
}
//// ServiceRepositoryFormatter
interface IFormat { string Render(User user); }
sealed class LongFormat : IFormat { public string Render(User user) => user.Plan + " / " + user.Display(); }
sealed class Directory(IUsers users)
{
    public string Entry(int id, IFormat format) => format.Render(users.Get(id));
}
abstract class ServiceBase(ILogger log)
{
    protected void Trace(string step, string detail) => log.LogTrace("{Step}: {Detail}", step, detail); // LEAK INS3001
}
sealed class DirectoryService(ILogger log, Directory directory) : ServiceBase(log)
{
    public void Lookup(int id) => Trace("lookup", directory.Entry(id, new LongFormat()));
}
void Run(ILogger log, IUsers users) => new DirectoryService(log, new Directory(users)).Lookup(3);
//// SameLayersButKeyOnly
sealed record Found(Guid Key, int Hits);
sealed class Index(IUsers users)
{
    public Found Find(string mail)
    {
        var all = users.All().Where(x => x.Email == mail).ToList();
        return new Found(all.Count > 0 ? all[0].Key : Guid.Empty, all.Count);
    }
}
sealed class Search(Index index)
{
    public string Explain(string mail) => Say(index.Find(mail));
    private static string Say(Found f) => $"{f.Hits} hits, first {f.Key}";
}
void Run(ILogger log, IUsers users, User u) => log.LogInformation("{Text}", new Search(new Index(users)).Explain(u.Email));
//// StaticAbstractPrinter
interface IPrintable<TSelf> where TSelf : IPrintable<TSelf>
{
    static abstract string Print(TSelf value);
}
sealed class Parcel(string receiver, int weight) : IPrintable<Parcel>
{
    private readonly string receiver = receiver;
    private readonly int weight = weight;
    public static string Print(Parcel p) => $"{p.weight} g to {p.receiver}";
}
static void Write<T>(T value) where T : IPrintable<T> => Emit(T.Print(value));
static void Emit(string line) => Console.Out.WriteLine(line); // LEAK INS3005
void Ship(Customer c) => Write(new Parcel(c.Email, 120));
//// StaticAbstractChoosesPlan
interface ISelector { static abstract string Select(User u); }
readonly struct ByPlan : ISelector { public static string Select(User u) => u.Plan; }
readonly struct ByMail : ISelector { public static string Select(User u) => u.Email; }
static string Read<S>(User u) where S : ISelector => S.Select(u).Trim();
static void Note<S>(ILogger log, User u) where S : ISelector => log.LogInformation("note {Text}", Read<S>(u));
void Both(ILogger log, User u, Action<string> post)
{
    post(Read<ByMail>(u));
    Note<ByPlan>(log, u);
}
//// ExtensionBlockLabel !
static class UserLabels
{
    extension(User user)
    {
        public string Label => Tidy(user.FullName) + " (" + user.Id + ")";
        public string Shelf() => user.Plan + "/" + user.Tier;
    }
    private static string Tidy(string s) => s.Replace("  ", " ");
}
class LabelScreen(ILogger log)
{
    public void Show(User u)
    {
        log.LogInformation("shelf {Shelf}", u.Shelf());
        log.LogInformation("label {Label}", u.Label); // LEAK INS3001
    }
}
//// ExtensionBlockFacts !
static class UserFacts
{
    extension(User user)
    {
        public bool Reachable => user.Phone is { Length: > 0 } || user.Email.Contains('@');
        public int NameLength => user.FullName.Length;
        public string Facts() => $"reachable={user.Reachable};name={user.NameLength}";
    }
}
class FactsEndpoint
{
    public void Write(User u, System.Diagnostics.Activity activity) => activity.AddTag("user.facts", u.Facts());
}
//// PartialHookReceivesText !
partial class Importer(IUsers users)
{
    private int done;
    partial void Imported(string what);
    public void Import(int id)
    {
        var user = users.Get(id);
        done++;
        Imported(Describe(user));
    }
}
partial class Importer
{
    private string Describe(User user) => done + ". " + user.Home.Street;
    partial void Imported(string what) => System.Diagnostics.Debug.WriteLine(what); // LEAK INS3005
}
//// TreeRecursionText
sealed class Branch(string text, params Branch[] children)
{
    public string Text { get; } = text;
    public Branch[] Children { get; } = children;
}
static string Outline(Branch b, int level = 0)
{
    var own = new string(' ', level) + b.Text;
    foreach (var child in b.Children)
        own += "\n" + Outline(child, level + 1);
    return own;
}
void Save(User u, string path)
{
    var root = new Branch("team", new Branch("leads", new Branch(u.Manager?.FullName ?? "?")), new Branch("guests"));
    using var writer = new StreamWriter(path);
    writer.WriteLine(root.Children[1].Text);
    writer.WriteLine(Outline(root)); // LEAK INS3008
}
//// TreeRecursionMeasures
sealed class Leafy(string text)
{
    public string Text { get; } = text;
    public List<Leafy> Kids { get; } = [];
}
static int Height(Leafy l) => 1 + (l.Kids.Count == 0 ? 0 : l.Kids.Max(Height));
static int Chars(Leafy l) => l.Text.Length + l.Kids.Sum(Chars);
static bool Holds(Leafy l, string text) => l.Text == text || l.Kids.Any(k => Holds(k, text));
void Measure(IUsers users, ILogger log, User u)
{
    var root = new Leafy("all");
    foreach (var x in users.All())
        root.Kids.Add(new Leafy(x.Email));
    log.LogInformation("{Height} {Chars} {Holds}", Height(root), Chars(root), Holds(root, u.Email));
}
//// RefParameterRefilled
static void Fill(ref string target, User u)
{
    if (target.Length == 0)
        Load(ref target, u);
}
static void Load(ref string target, User u) => target = u.Phone ?? "-";
void Dial(User u, ILogger log, string other)
{
    var number = "";
    var second = other;
    Fill(ref number, u);
    log.LogInformation("second {Number}", second);
    log.LogInformation("dial {Number}", number); // LEAK INS3001
}
//// OutParametersSplit
static bool TryRead(IUsers users, int id, out string mail, out string plan)
{
    var u = users.Get(id);
    mail = u.Email;
    plan = u.Plan;
    return u.IsAdmin;
}
static bool Forward(IUsers users, int id, out string address, out string level) => TryRead(users, id, out address, out level);
void Notify(IUsers users, ILogger log, Action<string> send)
{
    if (Forward(users, 9, out var a, out var p))
        send(a);
    log.LogInformation("notified a {Plan} customer", p);
}
//// RefReturnIntoArray
static ref string SlotOf(string[] slots, int i) => ref slots[i % slots.Length];
static void Put(string[] slots, int i, string text)
{
    ref var slot = ref SlotOf(slots, i);
    slot = text;
}
void Fail(User u)
{
    var kept = new string[4];
    var names = new string[4];
    Put(kept, 1, "timeout");
    Put(names, 1, u.FullName);
    if (kept[1].Length > 20)
        throw new TimeoutException(string.Join(',', kept));
    throw new TimeoutException(string.Join(',', names)); // LEAK INS3004
}
//// ParamsSpanJoin
static string Lines(params ReadOnlySpan<string> parts)
{
    var text = "";
    foreach (var part in parts)
        text = Glue(text, part);
    return text;
}
static string Glue(string left, string right) => left.Length == 0 ? right : left + "|" + right;
void Call(User u, log4net.ILog log)
{
    log.Info(Lines("begin", u.Plan, "end"));
    log.Info(Lines("begin", u.Home.City, "end")); // LEAK INS3001
}
//// TupleHandedBack
static (string Mail, int Visits, string Plan) Read(IUsers users, int id)
{
    var u = users.Get(id);
    return (u.Email, u.Roles.Count, u.Plan);
}
static (string Plan, string Mail) Swap((string Mail, int Visits, string Plan) t) => (t.Plan, t.Mail);
void Report(IUsers users, ILogger log, Action<string> send)
{
    var t = Read(users, 1);
    var s = Swap(t);
    send(s.Mail);
    log.LogInformation("{Visits} visits on {Plan}", t.Visits, s.Plan);
}
//// InParameterStruct
readonly struct Envelope(string to, string topic)
{
    public string To { get; } = to;
    public string Topic { get; } = topic;
}
static void Sent(ILogger log, in Envelope e)
{
    log.LogInformation("topic {Topic}", e.Topic);
    Deep(log, in e);
}
static void Deep(ILogger log, in Envelope e) => log.LogInformation("to {To}", e.To); // LEAK INS3001
async Task Go(IUsers users, ILogger log)
{
    var u = await users.GetAsync(5);
    Sent(log, new Envelope(u.Email, "bill"));
}
//// GenericRepositoryProjection
interface IStore<TKey, TItem> where TKey : notnull { TItem Load(TKey key); }
sealed class UserStore(IUsers users) : IStore<int, User> { public User Load(int key) => users.Get(key); }
sealed class Cached<TKey, TItem>(IStore<TKey, TItem> inner) : IStore<TKey, TItem> where TKey : notnull
{
    private readonly Dictionary<TKey, TItem> map = [];
    public int Count => map.Count;
    public TItem Load(TKey key) => map.TryGetValue(key, out var v) ? v : map[key] = inner.Load(key);
}
static R Map<TKey, TItem, R>(IStore<TKey, TItem> s, TKey key, Func<TItem, R> f) where TKey : notnull => f(s.Load(key));
void Use(IUsers users, System.Diagnostics.Metrics.Counter<int> hits)
{
    var store = new Cached<int, User>(new UserStore(users));
    var length = Map(store, 8, x => x.FullName.Length);
    hits.Add(length, new KeyValuePair<string, object?>("tier", Map(store, 8, x => x.Tier)), new KeyValuePair<string, object?>("cached", store.Count));
}

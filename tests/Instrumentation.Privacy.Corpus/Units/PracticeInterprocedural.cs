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
//// SameHelperTwice
static string Quote(string s) => "'" + s.Trim() + "'";
void Twice(ILogger log, User user)
{
    var plan = Quote(user.Plan);
    var name = Quote(user.FullName);
    log.LogInformation("plan {Plan}", plan);
    log.LogInformation("name {Name}", name); // LEAK INS3001
}
//// TwoBoxes
sealed class Box<T>(T content) { public T Content { get; } = content; public Box<R> Map<R>(Func<T, R> f) => new(f(Content)); }
void Boxes(ILogger log, User user)
{
    var secret = new Box<string>(user.Email);
    var open = new Box<string>(user.Plan);
    log.LogInformation("open {Content}", open.Content);
    log.LogInformation("length {Length}", secret.Map(s => s.Length).Content);
    log.LogInformation("upper {Upper}", secret.Map(s => s.ToUpper()).Content); // LEAK INS3001
}
//// TwoLabellers !
internal interface ILabeller { string Label(User user); }
internal sealed class ByNumber : ILabeller { public string Label(User user) => $"no. {user.Id}"; }
internal sealed class ByName : ILabeller { public string Label(User user) => user.FullName.Length == 0 ? "?" : user.FullName; }
internal sealed class Register(ILabeller labeller, ILogger log)
{
    private readonly ByNumber _numbers = new();
    public void Enter(User user)
    {
        log.LogInformation("entering {Label}", _numbers.Label(user));
        log.LogInformation("entered {Label}", labeller.Label(user)); // LEAK INS3001
    }
}
//// VirtualCaption !
internal abstract class Panel(User owner)
{
    protected User Owner => owner;
    protected virtual string Caption() => "panel of " + Owner.Id;
    public void Draw(ILogger log) => log.LogDebug("drawing {Caption}", Caption()); // LEAK INS3001
}
internal sealed class Summary(User owner) : Panel(owner) { }
internal sealed class Contact(User owner) : Panel(owner) { protected override string Caption() => base.Caption() + " at " + Owner.Home.Street; }
//// OnlySafeOverrides !
internal abstract class Report
{
    protected abstract string Key(User user);
    public void Print(User user) => Console.WriteLine("{0}: {1}", GetType().Name, Key(user));
}
internal sealed class AgeReport : Report { protected override string Key(User user) => user.BirthDate > DateTime.Today.AddYears(-18) ? "minor" : "adult"; }
internal sealed class MailReport : Report { protected override string Key(User user) => user.Email.Contains('+') ? "tagged" : "plain"; }
//// ChainedConstructors !
internal sealed class Session
{
    private readonly string _who;
    private readonly int _number;
    public Session(User user) : this(user.Email, user.Id) { }
    private Session(string who, int number) { _who = who; _number = number; }
    public void Begin(ILogger log) => log.LogInformation("session {Number} begins", _number);
    public void End(ILogger log)
    {
        var text = $"session {_number} of {_who} ends";
        log.LogInformation(text); // LEAK INS3001
    }
}
//// KeptButNotLogged !
internal sealed class Mailer
{
    private readonly string _target;
    private readonly Func<string, string, Task<bool>> _send;
    public Mailer(User user, Func<string, string, Task<bool>> send) { _target = user.Email; _send = send; Ticket = user.Key.ToString("N"); }
    public string Ticket { get; }
    public async Task Send(ILogger log, string body)
    {
        log.LogInformation("{Ticket}: sending {Length} characters", Ticket, body.Length);
        bool done = await _send(_target, body);
        log.LogInformation("{Ticket}: {Result}", Ticket, done ? "sent" : "refused");
    }
}
//// PlainNames !
internal static class Shapes
{
    public static string Outline(this string text) => new('x', text.Length);
    public static string Print(this string text) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    public static string OrNone(this string? text) => string.IsNullOrWhiteSpace(text) ? "none" : "some";
    public static string Caption(this User user) => user.Tier + "-" + user.Id;
}
internal sealed class Desk(ILogger log)
{
    public void Serve(User user) => log.LogInformation("{A} {B} {C} {D}", user.Email.Outline(), user.FullName.Print(), user.Phone.OrNone(), user.Caption());
}
//// DeafWrapper !
internal sealed class Journal(ILogger log)
{
    private int _entries;
    public void Note(int id, string who, string what)
    {
        if (string.IsNullOrEmpty(who)) throw new ArgumentException("nobody", nameof(who));
        _entries++;
        log.LogInformation("{Id}: {What} ({Entries}, {Size})", id, what, _entries, who.Length);
    }
}
internal sealed class Library(Journal journal)
{
    public void Lend(User reader, string book) => journal.Note(reader.Id, reader.FullName, "borrows " + book);
    public void Return(User reader, string book) => journal.Note(reader.Id, reader.Email, "returns " + book);
}
//// EventArguments !
internal sealed class Arrived(User visitor) : EventArgs { public int Gate { get; init; } public string Who { get; } = visitor.FullName; }
internal sealed class Door
{
    public event EventHandler<Arrived>? Opened;
    public void Open(User visitor, int gate) => Opened?.Invoke(this, new Arrived(visitor) { Gate = gate });
}
internal sealed class Porter(ILogger log)
{
    public void Watch(Door door)
    {
        door.Opened += (_, e) => log.LogInformation("gate {Gate} opened", e.Gate);
        door.Opened += Greet;
    }
    private void Greet(object? sender, Arrived e) => log.LogInformation("welcome {Who}", e.Who); // LEAK INS3001
}
//// SelectedFunctions
private readonly Func<User, string> _key = u => u.Key.ToString();
private readonly Func<User, string> _title = u => u.Plan + " " + u.FullName;
void Apply(ILogger log, IEnumerable<User> users)
{
    foreach (var user in users)
    {
        log.LogInformation("key {Key}", _key(user));
        log.LogInformation("title {Title}", _title(user)); // LEAK INS3001
    }
}
//// AwaitedTogether
async Task<string> NameOf(IUsers users, int id) => (await users.GetAsync(id)).FullName;
async Task<int> RolesOf(IUsers users, int id) { var u = await users.GetAsync(id).ConfigureAwait(false); return u.Roles.Count; }
async Task Together(ILogger log, IUsers users)
{
    int[] counts = await Task.WhenAll(RolesOf(users, 1), RolesOf(users, 2));
    log.LogInformation("roles {Counts}", counts);
    string[] names = await Task.WhenAll(NameOf(users, 1), NameOf(users, 2));
    log.LogInformation("{N} names", names.Length);
    log.LogInformation("second {Name}", names[1]); // LEAK INS3001
}
//// LazyIterator
IEnumerable<string> Lines(IEnumerable<User> users)
{
    yield return "id;phone";
    foreach (var u in users) { if (u.Phone is null) continue; yield return u.Id + ";" + u.Phone; }
}
void Dump(IUsers users)
{
    int n = 0;
    foreach (var line in Lines(users.All())) n += line.Length;
    Console.WriteLine("{0} characters", n);
    foreach (var line in Lines(users.All())) Console.WriteLine(line); // LEAK INS3005
}
//// AsyncIterator
async IAsyncEnumerable<(int Row, string Hash)> Rows(IUsers users)
{
    int row = 0;
    await foreach (var u in users.Stream())
    {
        byte[] hash = System.Security.Cryptography.HMACSHA256.HashData(new byte[32], System.Text.Encoding.UTF8.GetBytes(u.Email));
        yield return (++row, Convert.ToBase64String(hash));
    }
}
async Task Audit(ILogger log, IUsers users)
{
    await foreach (var (row, hash) in Rows(users)) log.LogInformation("{Row}: {Hash}", row, hash);
}
//// ResultChain !
internal readonly record struct Outcome<T>(T? Value, string? Problem)
{
    public Outcome<R> Then<R>(Func<T, Outcome<R>> next) => Problem is null ? next(Value!) : new(default, Problem);
    public static Outcome<T> Bad(string problem) => new(default, problem);
}
internal sealed class Booking(ILogger log, IUsers users)
{
    private Outcome<User> Find(int id) => id > 0 ? new(users.Get(id), null) : Outcome<User>.Bad("no such id " + id);
    private Outcome<int> Reserve(User user) => user.IsAdmin ? new(user.Id, null) : Outcome<int>.Bad("not allowed for " + user.FullName);
    public void Book(int id)
    {
        var found = Find(id);
        if (found.Problem is not null) log.LogWarning(found.Problem);
        var reserved = found.Then(Reserve);
        if (reserved.Problem != null) log.LogWarning(reserved.Problem); // LEAK INS3001
        else log.LogInformation("reserved {Number}", reserved.Value);
    }
}
//// CachingDecoratorAgain !
internal interface INames { string Of(int id); int Count { get; } }
internal sealed class StoredNames(IUsers users) : INames { public string Of(int id) => users.Get(id).FullName; public int Count => users.All().Count(); }
internal sealed class CachedNames(INames inner, ILogger log) : INames
{
    private readonly Dictionary<int, string> _cache = [];
    public int Count => inner.Count;
    public string Of(int id)
    {
        if (_cache.TryGetValue(id, out var hit)) { log.LogDebug("hit {Id} of {N}", id, _cache.Count); return hit; }
        var name = _cache[id] = inner.Of(id);
        log.LogDebug("loaded {Id}: {Name}", id, name); // LEAK INS3001
        return name;
    }
}
//// Pipeline !
internal interface ICommand { Guid Correlation { get; } }
internal sealed class Rename(User user, string to) : ICommand { public Guid Correlation { get; } = Guid.NewGuid(); public User Target => user; public string From { get; } = user.FullName; public string To => to; }
internal interface IHandler<in T> where T : ICommand { Task Handle(T command, CancellationToken cancel); }
internal sealed class RenameHandler : IHandler<Rename>
{
    public Task Handle(Rename command, CancellationToken cancel) { if (command.From != command.To) command.Target.FullName = command.To; return Task.CompletedTask; }
}
internal sealed class Logged<T>(IHandler<T> inner, ILogger<Logged<T>> log) : IHandler<T> where T : ICommand
{
    public async Task Handle(T command, CancellationToken cancel)
    {
        using var scope = log.BeginScope("{Correlation}", command.Correlation);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try { await inner.Handle(command, cancel); log.LogInformation("{Command} took {Ms}", typeof(T).Name, clock.ElapsedMilliseconds); }
        catch (Exception e) { log.LogError("{Command} failed with {Type}", command.GetType().Name, e.GetType()); throw; }
    }
}
//// ClosureReassigned
void Later(ILogger log, User user, List<Action> actions)
{
    string text = user.Plan;
    actions.Add(() => log.LogInformation("closing {Text}", text)); // LEAK INS3001
    int tries = 0;
    actions.Add(() => log.LogInformation("tried {Tries}", tries));
    text = user.Email.ToLower();
    tries = text.Length;
    foreach (var action in actions) action();
}
//// TemplateMethodAgain !
internal abstract class Exporter(IUsers users)
{
    public void Run(string path)
    {
        using var file = new StreamWriter(path);
        foreach (var user in users.All()) file.WriteLine(Row(user)); // LEAK INS3008
        Console.WriteLine(Footer(users.All()));
    }
    protected abstract string Row(User user);
    protected virtual string Footer(IEnumerable<User> all) => all.Count() + " rows";
}
internal sealed class CsvExporter(IUsers users) : Exporter(users)
{
    protected override string Row(User user) => string.Join(',', user.Id, user.Home.City, user.Plan);
    protected override string Footer(IEnumerable<User> all) => base.Footer(all.Where(u => u.Home.City != ""));
}
//// MaskingOperator !
internal readonly struct Veiled
{
    private readonly string _text;
    private Veiled(string text) => _text = text;
    public static implicit operator Veiled(string text) => new(text);
    public static Veiled operator +(Veiled a, Veiled b) => new(a._text + b._text);
    public static bool operator true(Veiled v) => v._text.Length > 0;
    public static bool operator false(Veiled v) => v._text.Length == 0;
    public override string ToString() => $"[{_text.Length} characters]";
}
internal sealed class Till(ILogger log)
{
    public void Pay(User user)
    {
        Veiled who = user.FullName;
        Veiled both = who + user.Email;
        if (both) log.LogInformation("paid by {Who}", both);
        Console.WriteLine("receipt for " + who);
    }
}
//// ConfiguredOptions !
internal sealed class AlertOptions { public string Prefix { get; set; } = "alert"; public string Recipient { get; set; } = ""; public int Level { get; set; } }
internal sealed class Alerts
{
    private readonly AlertOptions _options = new();
    public Alerts(Action<AlertOptions> configure) => configure(_options);
    public static Alerts For(User user) => new(o => { o.Recipient = user.Phone ?? ""; o.Level = user.IsAdmin ? 2 : 1; });
    public void Raise(ILogger log)
    {
        log.LogWarning("{Prefix} on level {Level}", _options.Prefix, _options.Level);
        if (_options.Level > 1) log.LogWarning("texting {Recipient}", _options.Recipient); // LEAK INS3001
    }
}
//// BackgroundCleaner !
internal interface IStore { Task<IReadOnlyList<User>> Inactive(DateTime since); Task<bool> Delete(string key); }
internal sealed class CleanerState
{
    private readonly Dictionary<string, DateTime> _seen = new();
    public int Deleted { get; private set; }
    public int Failed { get; private set; }
    public string Phase { get; private set; } = "idle";
    public bool Mark(string key, DateTime at) => _seen.TryAdd(key, at);
    public void Move(string phase) => Phase = phase;
    public void Count(bool ok) { if (ok) Deleted++; else Failed++; }
    public override string ToString() => $"{Phase}: {Deleted} deleted, {Failed} failed of {_seen.Count}";
}
internal sealed class Cleaner(IStore store, ILogger<Cleaner> log, TimeProvider time)
{
    private readonly CleanerState _state = new();
    private string? _current;
    public async Task Run(CancellationToken cancel)
    {
        _state.Move("running");
        while (!cancel.IsCancellationRequested)
        {
            var now = time.GetUtcNow().UtcDateTime;
            foreach (var user in await store.Inactive(now.AddYears(-2)))
            {
                _current = user.Email;
                if (!_state.Mark(_current, now)) { log.LogDebug("{Id} was seen already", user.Id); continue; }
                try { _state.Count(await store.Delete(_current)); }
                catch (TimeoutException) { _state.Move("waiting"); log.LogWarning("{State} at {Id}", _state, user.Id); }
                finally { _current = null; }
            }
            log.LogInformation("{State}; busy: {Busy}", _state.ToString(), _current is not null);
            await Task.Delay(TimeSpan.FromHours(1), time, cancel);
        }
        _state.Move("stopped");
    }
}
//// ConcreteOnly !
internal interface ITagger { string Tag(User user); }
internal sealed class PhoneTagger : ITagger { public string Tag(User user) => user.Phone ?? "-"; }
internal sealed class LengthTagger : ITagger { public string Tag(User user) => user.Phone?.Length.ToString() ?? "-"; }
internal sealed class Sms(ILogger log, Action<string> gateway)
{
    private readonly PhoneTagger _to = new();
    private readonly LengthTagger _shown = new();
    public void Send(User user)
    {
        gateway(_to.Tag(user));
        log.LogInformation("texted {Tag}", _shown.Tag(user));
    }
}
//// StaleState !
internal sealed class Wizard
{
    private string _step = "start", _answer = "";
    public void Answer(User user) { _answer = user.FullName; _step = _answer.Length == 0 ? "asked" : "answered"; }
    public string Take() { var a = _answer; _answer = ""; return a; }
    public string Step => _step;
}
internal sealed class WizardPage(ILogger log)
{
    public int Show(Wizard wizard, User user)
    {
        wizard.Answer(user);
        int size = wizard.Take().Length;
        log.LogInformation("at {Step} with {Size}", wizard.Step, size);
        return size;
    }
}
//// VisitorPattern !
internal interface INodeVisitor<T> { T Text(string value); T Number(int value); T Pair(Node a, Node b); }
internal abstract class Node { public abstract T Accept<T>(INodeVisitor<T> v); }
internal sealed class TextNode(string value) : Node { public override T Accept<T>(INodeVisitor<T> v) => v.Text(value); }
internal sealed class NumberNode(int value) : Node { public override T Accept<T>(INodeVisitor<T> v) => v.Number(value); }
internal sealed class PairNode(Node a, Node b) : Node { public override T Accept<T>(INodeVisitor<T> v) => v.Pair(a, b); }
internal sealed class Depth : INodeVisitor<int>
{
    public int Text(string value) => 1;
    public int Number(int value) => 1;
    public int Pair(Node a, Node b) => 1 + Math.Max(a.Accept(this), b.Accept(this));
}
internal static class Trees
{
    public static void Measure(User user)
    {
        Node tree = new PairNode(new TextNode(user.Home.Street), new NumberNode(user.Id));
        Console.WriteLine("depth {0}", tree.Accept(new Depth()));
    }
}
//// LocalFunctionSteps
void Steps(ILogger log, User user, Func<string, bool> accept)
{
    var rest = user.Email;
    int hops = 0;
    while (Next()) hops++;
    log.LogInformation("{Hops} hops, done {Done}", hops, rest.Length == 0);
    bool Next()
    {
        if (rest.Length == 0 || !accept(rest)) return false;
        rest = rest[1..];
        return true;
    }
}
//// AuditHelper
private readonly ILogger _log = null!;

private void Audit(string action, string subject, int count = 1)
{
    if (string.IsNullOrWhiteSpace(subject))
        return;
    _log.LogInformation("{Action} x{Count}", action, count);
    _log.LogInformation("{Action} on {Subject}", action, subject); // LEAK INS3001
}

public void Rename(User user) => Audit("rename", subject: user.FullName);

public void Upgrade(User user) => Audit("upgrade", user.Plan, 2);

//// AuditById
private readonly ILogger _log = null!;

private void Audit(string action, string subject, string owner)
{
    if (owner.Length == 0)
        return;
    _log.LogInformation("{Action} on {Subject}", action, subject);
}

public void Rename(User user) => Audit("rename", owner: user.FullName, subject: user.Key.ToString("N"));

public void Upgrade(User user) => Audit("upgrade", user.Plan, user.Email);

//// TryParseContact
private static bool TryParse(User user, out string channel, out string target)
{
    if (user.Phone is { } phone)
    {
        channel = "sms";
        target = phone;
        return true;
    }
    channel = "mail";
    target = user.Email;
    return user.Email.Length > 0;
}

public void Contact(User user, ILogger log)
{
    if (TryParse(user, out var channel, out var target))
    {
        log.LogInformation("Using {Channel}", channel);
        log.LogInformation("Contacting {Target}", target); // LEAK INS3001
    }
}

//// TryChooseChannel
private static bool TryChoose(User user, out string channel, ref string target)
{
    channel = user.Phone is null ? "mail" : "sms";
    target = user.Phone ?? user.Email;
    return target.Length > 0;
}

public void Contact(User user, ILogger log)
{
    var target = "none";
    log.LogDebug("Starting with {Target}", target);
    var chosen = TryChoose(user, out var channel, ref target);
    target = chosen ? "chosen" : "not chosen";
    log.LogInformation("Channel {Channel}, target {Target}", channel, target);
}

//// NotifierImplementations !
public interface INotifier
{
    void Notify(string address, string subject);
}

public sealed class SilentNotifier : INotifier
{
    public int Sent { get; private set; }
    public void Notify(string address, string subject) => Sent++;
}

public sealed class ConsoleNotifier : INotifier
{
    public void Notify(string address, string subject)
    {
        Console.WriteLine(subject);
        Console.WriteLine($"-> {address}"); // LEAK INS3005
    }
}

public sealed class NotificationService(INotifier notifier)
{
    public void PlanChanged(User user) => notifier.Notify(user.Email, "Your plan is now " + user.Plan);
}

//// ChannelImplementations !
public abstract class OutboundChannel
{
    protected abstract string Describe(User user);

    public void Deliver(User user, ILogger log)
    {
        log.LogInformation("Delivering via {Channel}", Describe(user));
    }
}

public sealed class MailChannel : OutboundChannel
{
    protected override string Describe(User user) => user.Email.Contains('@') ? "mail" : "bad mail";
}

public sealed class SmsChannel(string provider) : OutboundChannel
{
    protected override string Describe(User user) => $"sms/{provider}/{user.Phone?.Length ?? 0}";
}

//// TemplateMethodAgainAgain !
internal abstract class ReportBase(ILogger logger)
{
    protected abstract string Title { get; }
    protected virtual string Footer(User user) => "user " + user.Id;

    public void Print(User user)
    {
        logger.LogInformation("Title: {Title}", Title);
        logger.LogInformation("Footer: {Footer}", Footer(user)); // LEAK INS3001
    }
}

internal class SalaryReport(ILogger logger) : ReportBase(logger)
{
    protected override string Title => "Salaries";
    protected override string Footer(User user) => base.Footer(user) + ", " + user.Salary.ToString("C");
}

//// IdentityHelper
private static T Tap<T>(T value, Action<T>? also = null)
{
    also?.Invoke(value);
    return value;
}

public void Show(User user, ILogger log)
{
    var mail = Tap(user.Email);
    var plan = Tap(user.Plan);
    var id = Tap(user.Id);
    log.LogInformation("{Id} has plan {Plan}", id, plan);
    if (mail.Length == 0)
        log.LogWarning("{Id} has no mail", id);
}

//// RecursiveManagers
private static string Chain(User user, int depth)
{
    if (depth == 0 || user.Manager is null)
        return user.FullName;
    return Chain(user.Manager, depth - 1) + " > " + user.FullName;
}

private static int Depth(User? user) => user is null ? 0 : 1 + Depth(user.Manager);

public void Explain(User user, System.Diagnostics.Activity? activity)
{
    activity?.SetTag("org.depth", Depth(user));
    activity?.SetTag("org.chain", Chain(user, 5)); // LEAK INS3002
}

//// ExtensionFormat !
internal static class UserFormatting
{
    extension(User user)
    {
        public string Slug => $"u{user.Id}-{user.Plan}".ToLowerInvariant();
        public string Greeting() => "Hi " + user.FullName.Split(' ')[0];
    }
}

internal class Greeter(ILogger<Greeter> logger)
{
    public void Greet(User user)
    {
        logger.LogInformation("Greeting {Slug}", user.Slug);
        logger.LogInformation("Said {Greeting}", user.Greeting()); // LEAK INS3001
    }
}

//// LocalFunctions
public void Check(User user, IUsers users, ILogger log)
{
    var sameCity = Matches(u => u.Home.City == user.Home.City);
    log.LogInformation("{Count} neighbours", sameCity);
    Note(sameCity > 10 ? "crowded" : "quiet");
    Note(user.Home.Country);

    int Matches(Func<User, bool> test)
    {
        var n = 0;
        foreach (var other in users.All())
            if (test(other))
                n++;
        return n;
    }

    void Note(string what) => log.LogInformation("Note: {What}", what);
}

//// VerboseNever !
internal sealed class AccountPrinter(ILogger<AccountPrinter> logger)
{
    public void Brief(User user) => logger.LogInformation("Account {Text}", Render(user, verbose: false));

    public int Measure(User user) => Render(user, verbose: true).Length;

    private static string Render(User user, bool verbose) => Head(user, verbose) + "/" + user.Plan;

    private static string Head(User user, bool verbose)
    {
        if (verbose)
            return user.FullName;
        return user.Id.ToString();
    }
}

//// VerboseOnce !
internal sealed class AccountPrinter(ILogger<AccountPrinter> logger)
{
    public void Brief(User user) => logger.LogInformation("Account {Text}", Render(user, verbose: false));

    public void Full(User user) => logger.LogInformation("Account {Text}", Render(user, verbose: true)); // LEAK INS3001

    private static string Render(User user, bool verbose) => Head(user, verbose) + "/" + user.Plan;

    private static string Head(User user, bool verbose)
    {
        if (verbose)
            return user.FullName;
        return user.Id.ToString();
    }
}

//// FieldByKey
private static string Read(User user, string field) => Lookup(user, field.Length == 0 ? "id" : field);

private static string Lookup(User user, string field)
{
    switch (field)
    {
        case "mail":
            return user.Email;
        case "plan":
            return user.Plan;
        default:
            return user.Id.ToString();
    }
}

public void Write(User user, ILogger logger)
{
    logger.LogInformation("Plan {Value}", Lookup(user, "plan"));
    logger.LogInformation("Id {Value}", Lookup(user, "id"));
    logger.LogInformation("Mail {Value}", Read(user, "mail")); // LEAK INS3001
}

//// SplitOut
private static bool TrySplit(string text, out string left, out string right)
{
    var at = text.IndexOf('@');
    left = at < 0 ? text : text[..at];
    right = at < 0 ? "" : text[(at + 1)..];
    return at >= 0;
}

public void Check(User user, ILogger logger)
{
    if (!TrySplit(user.Plan, out var family, out var size))
        logger.LogWarning("Plan {Family} has no size {Size}", family, size);
    if (TrySplit(user.Email, out _, out var domain))
        logger.LogInformation("Domain {Domain}", domain); // LEAK INS3001
}

//// RefCounter
private static void Tally(User user, ref int longNames, ref string longest)
{
    if (user.FullName.Length <= longest.Length)
        return;
    longNames++;
    longest = user.FullName;
}

public void Sum(IUsers users, ILogger logger)
{
    var count = 0;
    var longest = "";
    foreach (var user in users.All())
        Tally(user, ref count, ref longest);
    logger.LogInformation("{Count} records, longest has {Chars}", count, longest.Length);
}

//// MutualWalk
private static void Even(User user, List<string> path, int depth)
{
    path.Add("#" + user.Id);
    if (user.Manager is not null && depth > 0)
        Odd(user.Manager, path, depth - 1);
}

private static void Odd(User user, List<string> path, int depth)
{
    path.Add(user.Display());
    if (user.Manager is not null && depth > 0)
        Even(user.Manager, path, depth - 1);
}

public void Trail(User user, System.Diagnostics.Activity activity)
{
    var path = new List<string>();
    Even(user, path, 8);
    activity.SetTag("path.length", path.Count);
    activity.SetTag("path", string.Join(">", path)); // LEAK INS3002
}

//// DomainFailure !
internal sealed class DuplicateUserException(string detail, string code) : Exception("Duplicate: " + detail)
{
    public string Code { get; } = code;
}

internal sealed class Signup(ILogger<Signup> logger)
{
    private static void Ensure(User user, HashSet<string> taken)
    {
        if (!taken.Add(user.Email))
            throw new DuplicateUserException(
                user.Email, // LEAK INS3004
                "E" + user.Id);
    }

    public void Handle(User user, HashSet<string> taken)
    {
        try
        {
            Ensure(user, taken);
        }
        catch (DuplicateUserException ex)
        {
            logger.LogWarning("Rejected with {Code}", ex.Code);
            logger.LogError(ex, "Rejected"); // LEAK INS3001
        }
    }
}

//// DomainFailureById !
internal sealed class MissingUserException(int id, Exception? inner = null) : Exception($"User {id} is missing", inner)
{
    public int Id { get; } = id;
}

internal sealed class Deactivation(IUsers users, ILogger<Deactivation> logger)
{
    private User Find(int id)
    {
        var user = users.All().FirstOrDefault(u => u.Id == id && u.Email.Length > 0);
        return user ?? throw new MissingUserException(id);
    }

    public void Handle(int id)
    {
        try
        {
            var user = Find(id);
            user.Roles.Clear();
        }
        catch (MissingUserException ex)
        {
            logger.LogError(ex, "No user {Id}", ex.Id);
        }
    }
}

//// RedactedByInterface !
internal interface IPresenter
{
    string Present(User user);
}

internal sealed class PlanPresenter : IPresenter
{
    public string Present(User user) => user.Plan;
}

internal sealed class StarPresenter : IPresenter
{
    public string Present(User user) => user.FullName.Length == 0 ? "-" : "*****";
}

internal sealed class PresentingHandler(IPresenter presenter, ILogger<PresentingHandler> logger)
{
    public void Handle(User user) => logger.LogInformation("Handled {User}", presenter.Present(user));
}

//// GenericPick
private static T Pick<T>(bool first, T a, T b) => first ? a : b;
private static T Tap<T>(T value, Action<T> action)
{
    action(value);
    return value;
}

public void Run(User user, ILogger logger)
{
    var plan = Tap(user.Plan, p => logger.LogInformation("Plan {Plan}", p));
    var shown = Pick(user.IsAdmin, plan, user.FullName);
    Tap(shown, s => logger.LogInformation("Shown {Shown}", s)); // LEAK INS3001
    Tap(Pick(user.IsAdmin, shown.Length, 0), n => logger.LogInformation("Length {Length}", n));
}

//// ExtensionChain !
internal static class UserText
{
    internal static string Initials(this User user) => string.Concat(user.FullName.Split(' ').Where(p => p.Length > 0).Select(p => p[0]));
    internal static string Badge(this User user) => $"{user.Tier}-{user.Id:D6}";
    internal static void Trace(this ILogger logger, string key, params string[] parts) =>
        logger.LogTrace("{Key}: {Parts}", key, string.Join(' ', parts)); // LEAK INS3001
}

internal sealed class BadgeOffice(ILogger<BadgeOffice> logger)
{
    public void Issue(User user)
    {
        logger.LogInformation("Badge {Badge}", user.Badge());
        logger.Trace("badge", user.Badge(), user.Plan);
        logger.Trace("initials", user.Plan, user.Initials());
    }
}

//// SplitNameByRef
private static bool TrySplit(string full, out string first, out int words)
{
    var parts = full.Split(' ');
    first = parts[0];
    words = parts.Length;
    return words > 1;
}

public void Greet(User user, ILogger logger)
{
    if (!TrySplit(user.FullName, out var first, out var words))
    {
        logger.LogDebug("Single name of {Words} word", words);
        return;
    }
    user.Plan = first.Length > 20 ? "long" : "short";
    logger.LogInformation("First of {Length}, {Words} words, {Plan}", first.Length, words, user.Plan);
}

//// SelectorCalls
private static string Pick(User user, Func<User, string> selector) => selector(user).Trim();

public void Describe(User user, ILogger logger)
{
    var plan = Pick(user, u => u.Plan);
    var mail = Pick(user, u => u.Email);
    logger.LogInformation("Plan {Plan}", plan);
    logger.LogInformation("Mail {Mail}", mail); // LEAK INS3001
}

//// NoteHelper
private readonly ILogger _logger = null!;

private void Note(string what, string detail)
{
    if (detail.Length > 0)
        _logger.LogInformation("{What}: {Detail}", what, detail); // LEAK INS3001
}

private void Step(string what) => _logger.LogInformation("Step {What}", what);

public void Rename(User user, string newPlan)
{
    Step("rename");
    Note("plan", newPlan);
    user.Plan = newPlan;
    Note("alias", user.Aliases.FirstOrDefault() ?? "");
    Step(user.Plan);
}

//// NoteHelperPlain
private readonly ILogger _logger = null!;

private void Note(string what, string detail)
{
    if (detail.Length > 0)
        _logger.LogInformation("{What}: {Detail}", what, detail);
}

public void Rename(User user, string newPlan)
{
    Note("plan", newPlan);
    Note("alias", user.Aliases.Length > 0 ? "some" : "none");
    Note(nameof(user.Phone), user.Phone is null ? "missing" : "present");
    Note("mail", user.Email.Length.ToString());
}

//// NoticeKinds
private abstract class Notice
{
    public abstract string Render();
}

private sealed class WelcomeNotice(User user) : Notice
{
    public override string Render() => $"Welcome {user.FullName}";
}

private sealed class QuotaNotice(int left) : Notice
{
    public override string Render() => $"{left} left";
}

public void Send(User user, ILogger logger)
{
    Notice[] batch = [new WelcomeNotice(user), new QuotaNotice(3)];
    foreach (var notice in batch)
        logger.LogInformation("Sending {Text}", notice.Render()); // LEAK INS3001

    Notice last = new QuotaNotice(0);
    logger.LogInformation("Sending {Text}", last.Render());
}

//// NoticeHandlersSafe
private interface IChannel
{
    string Send(User user);
}

private sealed class MailChannel(List<string> outbox) : IChannel
{
    public string Send(User user)
    {
        outbox.Add(user.Email);
        return "mail";
    }
}

private sealed class PushChannel : IChannel
{
    public string Send(User user) => user.Phone is null ? "skipped" : "push";
}

public void Broadcast(User user, bool push, ILogger logger)
{
    var outbox = new List<string>();
    IChannel channel = push ? new PushChannel() : new MailChannel(outbox);
    var result = channel.Send(user);
    logger.LogInformation("Sent by {Result}, {Count} in outbox", result, outbox.Count);
}

//// CapturedVariable
public void Flush(User user, ILogger logger)
{
    var current = user.Email;
    Action early = () => logger.LogInformation("Flushing {Current}", current); // LEAK INS3001
    early();

    var later = user.Phone;
    var length = later?.Length ?? 0;
    later = "cleared";
    Action late = () => logger.LogInformation("Flushed {Later} ({Length})", later, length);
    late();
}

//// SessionOpenedEvent
private sealed class SessionOpenedArgs(Guid session, string owner) : EventArgs
{
    internal Guid Session { get; } = session;
    internal string Owner { get; } = owner;
}

private event EventHandler<SessionOpenedArgs>? Opened;

public void Attach(ILogger logger)
{
    Opened += (_, e) => logger.LogInformation("Opened {Session}", e.Session);
    Opened += (_, e) => logger.LogInformation("Opened by {Owner}", e.Owner); // LEAK INS3001
}

public void Open(User user) => Opened?.Invoke(this, new SessionOpenedArgs(Guid.NewGuid(), user.Display()));

//// LazyProfile
private sealed class Profile(IUsers users, int id)
{
    private readonly Lazy<User> _user = new(() => users.Get(id));
    internal string Plan => _user.Value.Plan;
    internal string Contact => _user.Value.Phone ?? _user.Value.Email;
    internal bool HasPhone => _user.Value.Phone is not null;
}

public void Show(IUsers users, ILogger logger)
{
    var profile = new Profile(users, 12);
    logger.LogInformation("Plan {Plan}, phone {HasPhone}", profile.Plan, profile.HasPhone);
    if (profile.Contact.StartsWith('+'))
        logger.LogInformation("International contact");
}


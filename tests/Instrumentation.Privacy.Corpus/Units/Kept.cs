//// InListOfObjects
List<object> All(string mail) { var l = new List<object>(); l.Add(new Customer(1, mail, "z")); return l; }
void M(ILogger log, string s) { var all = All(s); log.LogInformation("{C}", all[0]); } // LEAK INS3001
//// InListOfObjectsPrinted
List<object> All(string mail) => [new Customer(1, mail, "z")];
void M(ILogger log, string s) { log.LogInformation("{C}", All(s)); } // LEAK INS3001
//// InField
class Box { public object? Item { get; set; } }
Box Wrap(string mail) => new() { Item = new Customer(1, mail, "z") };
void M(ILogger log, string s) { log.LogInformation("{C}", Wrap(s).Item); } // LEAK INS3001
//// InTupleOnce
(int, object) Pair(string mail) => (1, new Customer(1, mail, "z"));
void M(ILogger log, string s) { var (_, o) = Pair(s); log.LogInformation("{C}", o); } // LEAK INS3001
//// InDictionary
Dictionary<string, object> Map(string mail) => new() { ["c"] = new Customer(1, mail, "z") };
void M(ILogger log, string s) { log.LogInformation("{C}", Map(s)["c"]); } // LEAK INS3001
//// DeeperOnce
class Box { public object? Item { get; set; } }
List<Box> Wrap(string mail) => [new() { Item = new Customer(1, mail, "z") }];
List<Box> Again(string mail) => Wrap(mail).ToList();
void M(ILogger log, string s) { foreach (var b in Again(s)) log.LogInformation("{C}", b.Item); } // LEAK INS3001
//// FromField
readonly System.Collections.Concurrent.ConcurrentDictionary<int, object> _all = new();
void Put(string mail) => _all[1] = new Customer(1, mail, "z");
IEnumerable<object> All => _all.Values.OrderBy(o => o.GetHashCode());
object? One(int n) => All.FirstOrDefault();
void M(ILogger log) { log.LogInformation("{C}", One(1)); } // LEAK INS3001
//// NullObject
object Make(bool b) => b ? new object() : "x";
void M(ILogger log, User u) { var o = Make(u.Email == ""); log.LogInformation("{C}", o); }
//// CyclicTypes !
public record Order(int Id, Buyer? Buyer);
public record Buyer { public List<Order> Orders { get; } = []; [Pii] public string Email { get; init; } = ""; }
public interface IOrders { Order Get(int id); }
internal class S(ILogger log, IOrders orders) { public void M() { var o = orders.Get(1); log.LogInformation("{O}", o); } } // LEAK INS3001
//// CyclicClasses !
internal class Buyer { public List<Order> Orders { get; } = []; [Pii] public string Email { get; init; } = ""; public override string ToString() => Email; }
internal class Order { public Buyer? Buyer { get; set; } public override string ToString() => $"order of {Buyer}"; }
internal interface IOrders { Buyer GetBuyer(int id); Order Get(int id); }
internal class R(ILogger log, IOrders orders) { public void A() { var o = orders.GetBuyer(1); var n = o.Orders.Count; log.LogInformation("{O}", n); } }
internal class S(ILogger log, IOrders orders) { public void M() { var o = orders.Get(1); log.LogInformation("{O}", o); } } // LEAK INS3001
//// FromFieldObjectOnce
static object? s_last;
void Put(string mail) => s_last = new Customer(1, mail, "z");
void M(ILogger log) { log.LogInformation("{C}", s_last); } // LEAK INS3001
//// FromFieldOfInterface !
public interface IEvent { }
public record SignedUp(int Id, [Pii] string Email) : IEvent;
public record Ticked(int Id) : IEvent;
public class Log(ILogger log) { readonly List<IEvent> _events = []; public void Add(int id, string mail) => _events.Add(new SignedUp(id, mail)); public void Flush() { foreach (var e in _events) log.LogInformation("{E}", e); } } // LEAK INS3001
//// FromFieldOfInterfaceSafeOnce !
public interface IEvent { int Id { get; } }
public record SignedUp(int Id, [Pii] string Email) : IEvent;
public class Log(ILogger log) { readonly List<IEvent> _events = []; public void Add(int id, string mail) => _events.Add(new SignedUp(id, mail)); public void Flush() { foreach (var e in _events) log.LogInformation("{E} {N}", e.Id, _events.Count); } }
//// Bus !
public interface IEvent { }
public record SignedUp(int Id, [Pii] string Email) : IEvent;
public class Bus(ILogger log) { public void Publish(IEvent e) => log.LogInformation("{E}", e); } // LEAK INS3001
public class Users(Bus bus) { public void Add(int id, string mail) => bus.Publish(new SignedUp(id, mail)); }
//// BusOverInterface !
public interface IEvent { }
public record SignedUp(int Id, [Pii] string Email) : IEvent;
public interface IBus { void Publish(IEvent e); }
public class Bus(ILogger<Bus> log) : IBus { readonly Queue<IEvent> _all = new(); public void Publish(IEvent e) => _all.Enqueue(e); public void Run() { while (_all.TryDequeue(out var e)) log.LogInformation("{E}", e); } } // LEAK INS3001
public class Users(IBus bus) { public void Add(int id, string mail) => bus.Publish(new SignedUp(id, mail)); }
//// Channels !
public interface IJob { }
public record Mail([Pii] string To, string Body) : IJob;
public class Jobs(ILogger<Jobs> log) { readonly System.Threading.Channels.Channel<IJob> _jobs = System.Threading.Channels.Channel.CreateUnbounded<IJob>(); public void Add(string to) => _jobs.Writer.TryWrite(new Mail(to, "hi")); public async Task Run() { await foreach (var job in _jobs.Reader.ReadAllAsync()) log.LogInformation("job {J}", job); } } // LEAK INS3001
//// BusOfTextsOnce !
public interface IBus { void Publish(string e); }
public class Bus(ILogger<Bus> log) : IBus { readonly Queue<string> _all = new(); public void Publish(string e) => _all.Enqueue(e); public void Run() { while (_all.TryDequeue(out var e)) log.LogInformation("{E}", e); } } // LEAK INS3001
public class Users(IBus bus) { public void Add(User u) => bus.Publish(u.Email); }
//// BusOfTextsBase !
public abstract class BusBase { public abstract void Publish(string e); }
public class Bus(ILogger<Bus> log) : BusBase { string? _last; public override void Publish(string e) => _last = e; public void Run() { log.LogInformation("{E}", _last); } } // LEAK INS3001
public class Users(BusBase bus) { public void Add(User u) => bus.Publish(u.Email); }
//// InBaseField !
public abstract class BusBase { private string? _last; public virtual void Publish(string e) => _last = e; protected string? Last => _last; }
public class Bus(ILogger<Bus> log) : BusBase { public void Run() { log.LogInformation("{E}", Last); } } // LEAK INS3001
public class Users(Bus bus) { public void Add(User u) => bus.Publish(u.Email); }
//// ProtectedField !
public abstract class BusBase { protected string? _last; public virtual void Publish(string e) => _last = e; }
public class Bus(ILogger<Bus> log) : BusBase { public void Run() { log.LogInformation("{E}", _last); } } // LEAK INS3001
public class Users(BusBase bus) { public void Add(User u) => bus.Publish(u.Email); }
//// AutoProperty !
public interface IContext { string? UserMail { get; set; } }
public class Context : IContext { public string? UserMail { get; set; } }
public class Auth(IContext context) { public void In(User u) => context.UserMail = u.Email; }
public class Page(IContext context, ILogger<Page> log) { public void Show() => log.LogInformation("{U}", context.UserMail); } // LEAK INS3001
//// PublicFieldOnce !
public class Context { public string? UserMail; public int Count; }
public class Auth(Context context) { public void In(User u) { context.UserMail = u.Email; context.Count++; } }
public class Page(Context context, ILogger<Page> log) { public void Show() => log.LogInformation("{U} {C}", context.UserMail, context.Count); } // LEAK INS3001
//// PublicFieldSafe !
public class Context { public string? UserMail; public int Count; }
public class Auth(Context context) { public void In(User u) { context.UserMail = u.Email; context.Count++; } }
public class Page(Context context, ILogger<Page> log) { public void Show() => log.LogInformation("{C}", context.Count); }
//// Accessor !
public interface IAccessor { User? Current { get; } }
public class Accessor : IAccessor { static readonly AsyncLocal<User?> s_current = new(); public User? Current => s_current.Value; public static void Set(User u) => s_current.Value = u; }
public class Page(IAccessor accessor, ILogger<Page> log) { public void Show() => log.LogInformation("{U}", accessor.Current?.Email ?? "nobody"); } // LEAK INS3001
//// AccessorOfTextOnce !
public static class Current { static readonly AsyncLocal<string?> s_mail = new(); public static string? Mail { get => s_mail.Value; set => s_mail.Value = value; } }
public class Auth { public void In(User u) { Current.Mail = u.Email; } }
public class Page(ILogger<Page> log) { public void Show() => log.LogInformation("{U}", Current.Mail); } // LEAK INS3001
//// Printed !
internal class Badge(User u) { public override string ToString() => u.FullName; }
internal class Door(Badge b) { public override string ToString() => "door of " + b; }
internal class Page(ILogger<Page> log) { public void Show(Door d) { log.LogInformation("{D}", d); } } // LEAK INS3001
//// PrintedJoin !
internal class Badge(User u) { public override string ToString() => u.FullName; }
internal class Door(List<Badge> b) { public override string ToString() => string.Join(", ", b); }
internal class Page(ILogger<Page> log) { public void Show(Door d) { var t = string.Format("{0}", d); log.LogInformation("{D}", t); } } // LEAK INS3001
//// PrintedObject !
internal class Badge(User u) { public override string ToString() => u.FullName; }
internal class Box { public object? Item { get; set; } public override string ToString() => $"<{Item}>"; }
internal class Page(ILogger<Page> log) { public void Show(User u) { var box = new Box { Item = new Badge(u) }; log.LogInformation("{D}", box); } } // LEAK INS3001
//// PrintedSafeOnce !
internal class Badge(User u) { public override string ToString() => u.Id.ToString(); }
internal class Door(Badge b) { public override string ToString() => "door of " + b; }
internal class Page(ILogger<Page> log) { public void Show(Door d) { log.LogInformation("{D}", d); } }
//// KeptPartly !
interface IStep { void Do(string x); }
class A : IStep { [Pii] string _secret = ""; public void Do(string x) { _secret = x; } }
class B(ILogger log) : IStep { public void Do(string x) => log.LogInformation("{X}", x); } // LEAK INS3001
class Runner { IStep _step; public Runner() { _step = new A(); } public Runner(ILogger log) { _step = new B(log); } public void Run(User u) => _step.Do(u.Email); }
//// KeptPartlyWithTextOnce !
interface IStep { void Do(string x); }
class A(string t) : IStep { string _t = t; public void Do(string x) { _t = x; } }
class B(ILogger log) : IStep { public void Do(string x) => log.LogInformation("{X}", x); } // LEAK INS3001
class Runner { IStep _step; public Runner(User u) { _step = new A(u.Email); } public Runner(ILogger log) { _step = new B(log); } public void Run(User u) => _step.Do(u.Email); }
//// SharedContextField !
public class Context { public string? UserMail; public int Count; }
public class Auth(Context context) { public void In(User u) { context.UserMail = u.Email; context.Count++; } }
public class Page(Context context, ILogger<Page> log) { public void Show() => log.LogInformation("{U}", context.UserMail); } // LEAK INS3001
//// SharedContextProperty !
public class Context { public string? UserMail { get; set; } }
public class Auth(Context context) { public void In(User u) { context.UserMail = u.Email; } }
public class Page(Context context, ILogger<Page> log) { public void Show() => log.LogInformation("{U}", context.UserMail); } // LEAK INS3001
//// SharedContextOldStyle !
public class Context { public string? UserMail { get; set; } }
public class Auth { private readonly Context _context; public Auth(Context context) { _context = context; } public void In(User u) { _context.UserMail = u.Email; } }
public class Page { private readonly Context _c; private readonly ILogger _log; public Page(Context c, ILogger log) { _c = c; _log = log; } public void Show() => _log.LogInformation("{U}", _c.UserMail); } // LEAK INS3001
//// HiddenByMethods !
internal class Context { string? _m; public void Set(string m) => _m = m; public string? Get() => _m; }
internal class Auth { public void In(Context context, User u) { context.Set(u.Email); } }
internal class Page { public void Show(Context c, ILogger log) => log.LogInformation("{U}", c.Get()); } // LEAK INS3001
//// PrintedInterfaceOnce !
internal interface IBadge { }
internal class Badge(User u) : IBadge { public override string ToString() => u.FullName; }
internal class Box { public IBadge? Item { get; set; } public override string ToString() => $"<{Item}>"; }
internal class Page(ILogger<Page> log) { public void Show(Box box) { log.LogInformation("{D}", box); } } // LEAK INS3001
//// PrintedGeneric !
internal class Badge(User u) { public override string ToString() => u.FullName; }
internal class Box<T> { public T? Item { get; set; } public override string ToString() => $"<{Item}>"; }
internal class Page(ILogger<Page> log) { public void Show(Box<Badge> box) { log.LogInformation("{D}", box); } } // LEAK INS3001
//// StaticSession !
internal class Session { public string? Mail { get; set; } public string Page { get; set; } = ""; }
internal static class App { public static Session Current { get; } = new(); }
internal class Auth { public void In(User u) { App.Current.Mail = u.Email; } }
internal class Page(ILogger<Page> log) { public void Show() { log.LogInformation("{D}", App.Current.Mail); } } // LEAK INS3001
//// StaticSessionSafeOnce !
internal class Session { public string? Mail { get; set; } public string Page { get; set; } = ""; }
internal static class App { public static Session Current { get; } = new(); }
internal class Auth { public void In(User u) { App.Current.Mail = u.Email; } }
internal class Page(ILogger<Page> log) { public void Show() { log.LogInformation("{D}", App.Current.Page); } }
//// MapperSafe !
internal class Row { public string Text { get; set; } = ""; public int Id { get; set; } }
internal class Mapper { public void Fill(Row row, User u) { row.Text = u.FullName; } }
internal class Other(ILogger<Other> log) { public void Show(Row row) { log.LogInformation("{D}", row.Id); } public void Menu() { var r = new Row { Text = "menu" }; log.LogInformation("{T}", r.Text); } }
//// OtherObjectSafe !
internal class Label { public string Text { get; set; } = ""; }
internal class Form(ILogger<Form> log) { readonly Label _name = new(); readonly Label _title = new(); public void Show(User u) { _name.Text = u.FullName; _title.Text = "Welcome"; log.LogInformation("{T}", _title.Text); } }
//// OtherFieldSafe !
internal class Label { public string Text { get; set; } = ""; }
internal class Form(ILogger<Form> log) { readonly Label _name = new(); readonly Label _title = new(); public void Show(User u) { _name.Text = u.FullName; } public void Title(string t) { _title.Text = t; } public void Log() { log.LogInformation("{T}", _title.Text); } }
//// QueueOfInterfaceOnce !
public interface IJob { }
public record Mail([Pii] string To, string Body) : IJob;
public class Jobs(ILogger<Jobs> log) { readonly Queue<IJob> _jobs = new(); public void Add(string to) => _jobs.Enqueue(new Mail(to, "hi")); public void Run() { foreach (var job in _jobs) log.LogInformation("job {J}", job); } } // LEAK INS3001
//// ChannelReadOnce !
public interface IJob { }
public record Mail([Pii] string To, string Body) : IJob;
public class Jobs(ILogger<Jobs> log) { readonly System.Threading.Channels.Channel<IJob> _jobs = System.Threading.Channels.Channel.CreateUnbounded<IJob>(); public void Add(string to) => _jobs.Writer.TryWrite(new Mail(to, "hi")); public async Task Run() { var j = await _jobs.Reader.ReadAsync(); log.LogInformation("job {J}", j); } } // LEAK INS3001
//// ChannelOfTexts !
public class Jobs(ILogger<Jobs> log) { readonly System.Threading.Channels.Channel<string> _jobs = System.Threading.Channels.Channel.CreateUnbounded<string>(); public void Add(User u) => _jobs.Writer.TryWrite(u.Email); public async Task Run() { await foreach (var job in _jobs.Reader.ReadAllAsync()) log.LogInformation("job {J}", job); } } // LEAK INS3001
//// ChannelOfRecords !
public record Mail([Pii] string To, string Body);
public class Jobs(ILogger<Jobs> log) { readonly System.Threading.Channels.Channel<Mail> _jobs = System.Threading.Channels.Channel.CreateUnbounded<Mail>(); public void Add(string to) => _jobs.Writer.TryWrite(new Mail(to, "hi")); public async Task Run() { await foreach (var job in _jobs.Reader.ReadAllAsync()) log.LogInformation("job {J}", job); } } // LEAK INS3001
//// EntryThatComesLater !
public class Jobs(ILogger<Jobs> log) { readonly Dictionary<string, string> _d = new(); void A(User u) { _d["a"] = u.Plan; _d["x"] = u.Email; } string L(User u) => G(u); string G(User u) => u.Phone ?? ""; void B(User u) { _d["b"] = L(u); } public void Run() { log.LogInformation("job {J}", _d["a"]); log.LogInformation("job {J}", _d["b"]); } } // LEAK INS3001
//// EitherIsClearedOnce
class P { public string V = ""; public void Clear() => V = ""; }
void M(ILogger log, bool b, User u) { var x = new P { V = u.Email }; var y = new P { V = u.Email }; (b ? x : y).Clear(); log.LogInformation("{V}", x.V); } // LEAK INS3001
//// EitherIsOverwritten
class P { public string V { get; set; } = ""; }
void M(ILogger log, bool b, User u) { var x = new P { V = u.Email }; var y = new P { V = u.Email }; var z = b ? x : y; z.V = "x"; log.LogInformation("{V}", x.V); } // LEAK INS3001
//// EitherCleanerIsCalled !
internal class P { public string V = ""; }
internal interface ICleaner { void Do(P p); }
internal class A : ICleaner { public void Do(P p) { p.V = ""; } }
internal class B : ICleaner { public void Do(P p) { } }
internal class S(ILogger log) { public void M(ICleaner c, User u) { var p = new P { V = u.Email }; c.Do(p); log.LogInformation("{V}", p.V); } } // LEAK INS3001
//// OnlyCleanerIsCalled !
internal class P { public string V = ""; }
internal interface ICleaner { void Do(P p); }
internal class A : ICleaner { public void Do(P p) { p.V = ""; } }
internal class S(ILogger log) { public void M(ICleaner c, User u) { var p = new P { V = u.Email }; c.Do(p); log.LogInformation("{V}", p.V); } }
//// EitherListAsArray
void M(ILogger log, bool b, User u) { var x = new List<string> { u.Email }; var y = new List<string> { "z" }; var s = (b ? x : y).ToArray(); log.LogInformation("{V}", s[0]); } // LEAK INS3001
//// EitherReader
void M(ILogger log, bool b, User u) { TextReader x = new StringReader(u.Email), y = new StringReader("z"); var s = (b ? x : y).ReadToEnd(); log.LogInformation("{V}", s); } // LEAK INS3001
//// EitherStreamOnce
async Task M(ILogger log, bool b, User u) { IAsyncEnumerable<string> One() => Make(u.Email); async IAsyncEnumerable<string> Make(string s) { await Task.Yield(); yield return s; } var x = b ? One() : Make("z"); await foreach (var s in x) log.LogInformation("{V}", s); } // LEAK INS3001
//// EitherListIsClearedOnce
void M(ILogger log, bool b, User u) { var x = new List<string> { u.Email }; var y = new List<string> { u.Email }; (b ? x : y).Clear(); log.LogInformation("{V}", x[0]); } // LEAK INS3001
//// OwnSequenceBesideLinq !
internal class Bag : IEnumerable<string> { readonly List<string> _l = []; public IEnumerator<string> GetEnumerator() { foreach (var s in _l) yield return s.ToUpperInvariant(); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
internal class S(ILogger log) { public void M(IEnumerable<User> us) { foreach (var s in us.Select(u => u.Email)) log.LogInformation("{V}", s); } } // LEAK INS3001
//// OwnWriterBesideStringWriterOnce !
internal class Upper : TextWriter { public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; readonly System.Text.StringBuilder _b = new(); public override void Write(char c) => _b.Append(char.ToUpperInvariant(c)); public override string ToString() => _b.ToString(); }
internal class S(ILogger log) { public void M(User u) { TextWriter w = new StringWriter(); w.Write(u.Email); log.LogInformation("{V}", w.ToString()); } } // LEAK INS3001
//// OwnComparerOnce !
internal class ById : IComparer<User> { public int Compare(User? a, User? b) => a!.Id - b!.Id; }
internal class S(ILogger log) { public void M(List<User> us, IComparer<User> by) { us.Sort(by); log.LogInformation("{V} {C}", us[0].Id, by.Compare(us[0], us[1])); } }
//// OwnFormatter !
internal class Stars : IFormatter2 { public string Format(string s) => "***"; }
internal interface IFormatter2 { string Format(string s); }
internal class S(ILogger log, IFormatter2 f) { public void M(User u) { log.LogInformation("{V}", f.Format(u.Email)); } }
//// OwnProgressOnce !
internal class Progress2(ILogger log) : IProgress<string> { public void Report(string s) => log.LogInformation("{V}", s); } // LEAK INS3001
internal class S(IProgress<string> p) { public void M(User u) { p.Report(u.Email); } }
//// OwnProgressOfNumbers !
internal class Progress2(ILogger log) : IProgress<int> { public void Report(int s) => log.LogInformation("{V}", s); }
internal class S(IProgress<string> p) { public void M(User u) { p.Report(u.Email); } }
//// ObjectFieldGiven
object? _last;
void Put(Customer u) => _last = u;
void M(ILogger log) => log.LogInformation("{L}", _last); // LEAK INS3001
//// ObjectReturned
Customer _c = null!;
object Get() => _c;
void M(ILogger log) => log.LogInformation("{L}", Get()); // LEAK INS3001
//// ObjectPutIntoArgument
class Holder { public object? O; }
void Put(Holder h, Customer u) => h.O = u;
void M(ILogger log, Customer u) { var h = new Holder(); Put(h, u); log.LogInformation("{L}", h.O); } // LEAK INS3001
//// ListOfItself
class Json : IEnumerable<Json> { public IEnumerator<Json> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
class Nest<T> { public Nest<List<T>>? Next { get; set; } public T? Value { get; set; } }
void M(ILogger log, Json j, Nest<User> u) { log.LogInformation("{J}", j); var t = $"{j}{u}"; log.LogInformation("{J}", u.Next!.Value![0].Email); } // LEAK INS3001
//// ListOfItself2
abstract class Node<T> : IEnumerable<Node<T>> { public abstract IEnumerator<Node<T>> GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public abstract Node<T> With(Node<T> n); }
static Node<T> All<T>(IEnumerable<Node<T>> all, Node<T> one) => all.Concat(one).Aggregate((a, b) => a.With(b));
void M(ILogger log, Node<User> n, User u) { var m = n.With(n); var l = n.ToList(); log.LogInformation("{J} {K}", m.Count(), l.Count); log.LogInformation("{J}", u.Email); } // LEAK INS3001
//// BuilderInField !
internal class Printer { private readonly System.Text.StringBuilder _text = new(); public void Visit(string p) { _text.Append(p); } public string Text() => _text.ToString(); }
internal class Report { public void Print(User x) { var p = new Printer(); p.Visit(x.Email); Console.WriteLine(p.Text()); } } // LEAK INS3005
//// BuilderInPublicField !
internal class Printer { public System.Text.StringBuilder _text = new(); public void Visit(string p) { _text.Append(p); } }
internal class Report { public void Print(User x) { var p = new Printer(); p.Visit(x.Email); Console.WriteLine(p._text.ToString()); } } // LEAK INS3005
//// BuilderOfGivenObject !
internal class Printer { public System.Text.StringBuilder _text = new(); public void Visit(string p) { _text.Append(p); } }
internal class Report { public void Print(User x, Printer p) { p.Visit(x.Email); Console.WriteLine(p._text.ToString()); } } // LEAK INS3005
//// BuilderFilledFromOutside !
internal class Printer { public System.Text.StringBuilder _text = new(); public string Text() => _text.ToString(); }
internal class Report { public void Print(User x) { var p = new Printer(); p._text.Append(x.Email); Console.WriteLine(p.Text()); } } // LEAK INS3005
//// BuilderThatReadsTheSourceOnce !
internal class Printer { private readonly System.Text.StringBuilder _text = new(); public void Visit(User p) => _text.Append(p.Email); public string Text() => _text.ToString(); }
internal class Report { public void Print(User x) { var p = new Printer(); p.Visit(x); Console.WriteLine(p.Text()); } } // LEAK INS3005
//// ListThatReadsTheSource !
internal class Printer { private readonly List<string> _text = new(); public void Visit(User p) => _text.Add(p.Email); public string Text() => string.Join(",", _text); }
internal class Report { public void Print(User x) { var p = new Printer(); p.Visit(x); Console.WriteLine(p.Text()); } } // LEAK INS3005
//// BuilderOfGivenReader !
internal class Printer { private readonly System.Text.StringBuilder _text = new(); public void Visit(User p) => _text.Append(p.Email); public string Text() => _text.ToString(); }
internal class Report { public void Print(User x, Printer p) { p.Visit(x); Console.WriteLine(p.Text()); } } // LEAK INS3005
//// GroupKeyAndCount
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Home.City)) log.LogInformation("{C} {N}", g.Key, g.Count()); } // LEAK INS3001
//// GroupKeyAndCountApart
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Home.City)) { var n = g.Count(); log.LogInformation("{C} {N}", g.Key, n); } } // LEAK INS3001
//// PrinterVisits !
internal class Person { [Pii] public string Name { get; set; } = ""; public void Accept(Printer v) => v.Visit(this); }
internal class Printer { private readonly System.Text.StringBuilder _text = new(); public void Visit(Person p) => _text.AppendLine(p.Name); public string Text => _text.ToString(); }
internal class Report { public void Print(Person x) { var p = new Printer(); x.Accept(p); Console.WriteLine(p.Text); } } // LEAK INS3005
//// PrinterIsCalled !
internal class Person { [Pii] public string Name { get; set; } = ""; }
internal class Printer { private readonly System.Text.StringBuilder _text = new(); public void Visit(Person p) => _text.AppendLine(p.Name); public string Text => _text.ToString(); }
internal class Report { public void Print(Person x) { var p = new Printer(); p.Visit(x); Console.WriteLine(p.Text); } } // LEAK INS3005
//// PrinterIsWritten !
internal class Person { [Pii] public string Name { get; set; } = ""; }
internal class Printer { private readonly System.Text.StringBuilder _text = new(); public void Visit(Person p) => _text.Append(p.Name); public override string ToString() => _text.ToString(); }
internal class Report { public void Print(Person x) { var p = new Printer(); p.Visit(x); Console.WriteLine(p); } } // LEAK INS3005
//// PrinterWithList !
internal class Person { [Pii] public string Name { get; set; } = ""; }
internal class Printer { private readonly List<string> _text = []; public void Visit(Person p) => _text.Add(p.Name); public string Text() => _text[0]; }
internal class Report { public void Print(Person x) { var p = new Printer(); p.Visit(x); Console.WriteLine(p.Text()); } } // LEAK INS3005
//// EitherSetterCleans !
internal class P { public string V = ""; }
internal interface ICleaner { P Of { set; } }
internal class A : ICleaner { public P Of { set { value.V = ""; } } }
internal class B : ICleaner { public P Of { set { } } }
internal class S(ILogger log) { public void M(ICleaner c, User u) { var p = new P { V = u.Email }; c.Of = p; log.LogInformation("{V}", p.V); } } // LEAK INS3001
//// OnlySetterCleans !
internal class P { public string V = ""; }
internal interface ICleaner { P Of { set; } }
internal class A : ICleaner { public P Of { set { value.V = ""; } } }
internal class S(ILogger log) { public void M(ICleaner c, User u) { var p = new P { V = u.Email }; c.Of = p; log.LogInformation("{V}", p.V); } }
//// ForAWhileS1 !
public static class Scope1
{
    private static readonly AsyncLocal<string?> Current = new();
    public static string? Name => Current.Value;
    public static async Task RunAs(User user, Func<Task> body)
    {
        Current.Value = user.FullName;
        try { await body(); }
        finally { Current.Value = null; }
    }
}
public class Invoices1(ILogger<Invoices1> logger)
{
    public Task Approve(User approver, int invoice) => Scope1.RunAs(approver, () => ApproveCore(invoice));
    private async Task ApproveCore(int invoice)
    {
        await Task.Yield();
        logger.LogInformation("by {Caller}", Scope1.Name); // LEAK INS3001
    }
}
//// ForAWhileS2 !
public class Work2(ILogger<Work2> logger)
{
    private static string? s_current;
    public void Run(User user)
    {
        s_current = user.Email;
        Step();
        s_current = null;
        After();
    }
    private void Step() => logger.LogInformation("{X}", s_current); // LEAK INS3001
    private void After() => logger.LogInformation("after");
}
//// ForAWhileS3 !
public class Work3(ILogger<Work3> logger)
{
    private string? _current;
    public void Run(User user)
    {
        _current = user.Email;
        Step();
        _current = null;
    }
    private void Step() => logger.LogInformation("{X}", _current); // LEAK INS3001
}
//// ForAWhileS4 !
public class Work4(ILogger<Work4> logger, Steps4 steps)
{
    [ThreadStatic] internal static string? Current;
    public void Run(User user)
    {
        Current = user.Email;
        try { steps.Go(); } finally { Current = null; }
    }
}
public class Steps4(ILogger<Steps4> logger)
{
    public void Go() => Inner();
    private void Inner() => logger.LogInformation("{X}", Work4.Current); // LEAK INS3001
}
//// ForAWhileS5 !
public class Work5(ILogger<Work5> logger)
{
    private static string? s_last;
    public void Run(User user)
    {
        s_last = user.Email;
        s_last = "none";
        Step();
    }
    private void Step() => logger.LogInformation("{X}", s_last);
}
//// ForAWhileS6 !
public class Work6(ILogger<Work6> logger)
{
    private string? _current;
    public void Run(User user, Action<Action> around)
    {
        _current = user.Email;
        around(() => Step());
        _current = null;
    }
    private void Step() => logger.LogInformation("{X}", _current); // LEAK INS3001
}

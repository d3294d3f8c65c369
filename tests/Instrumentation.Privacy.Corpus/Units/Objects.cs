//// RecordLogged
void M(ILogger log, Customer c) => log.LogInformation("{C}", c); // LEAK INS3001
//// RecordId
void M(ILogger log, Customer c) => log.LogInformation("{C}", c.Id);
//// ClassLogged
void M(ILogger log, User u) => log.LogInformation("{U}", u);
//// RecordInterpolated
void M(ILogger log, Customer c) => log.LogInformation($"got {c}"); // LEAK INS3001
//// RecordWithRedacted
void M(ILogger log, Customer c) => log.LogInformation("{C}", c with { Email = "***" });
//// RecordWithOther
void M(ILogger log, Customer c) => log.LogInformation("{C}", c with { Level = "x" }); // LEAK INS3001
//// RecordWithKeepsOriginal
void M(ILogger log, Customer c) { var d = c with { Email = "***" }; log.LogInformation("{C} {D}", d.Email, c.Id); }
//// RecordWithTainted
record Row(int Id, string Note);
void M(ILogger log, User u, Row r) { var x = r with { Note = u.Email }; log.LogInformation("{X}", x.Note); } // LEAK INS3001
//// RecordWithTaintedOther
record Row(int Id, string Note);
void M(ILogger log, User u, Row r) { var x = r with { Note = u.Email }; log.LogInformation("{X} {Y}", x.Id, r.Note); }
//// RecordDeconstructed
void M(ILogger log, Customer c) { var (id, mail, level) = c; log.LogInformation("{A} {B}", id, mail); } // LEAK INS3001
//// RecordDeconstructedSafe
void M(ILogger log, Customer c) { var (id, mail, level) = c; log.LogInformation("{A} {B}", id, level); }
//// PropertyTargetRecord
void M(ILogger log, Visit v) => log.LogInformation("{Ip}", v.IpAddress); // LEAK INS3001
//// PropertyTargetRecordWhole
void M(ILogger log, Visit v) => log.LogInformation("{V}", v); // LEAK INS3001
//// PropertyTargetRecordSafe
void M(ILogger log, Visit v) => log.LogInformation("{V}", v.At);
//// ObjectInitializer
class Dto { public string? A { get; set; } public string? B { get; set; } }
void M(ILogger log, User u) { var d = new Dto { A = u.Email, B = "b" }; log.LogInformation("{X}", d.A); } // LEAK INS3001
//// ObjectInitializerSibling
class Dto { public string? A { get; set; } public string? B { get; set; } }
void M(ILogger log, User u) { var d = new Dto { A = u.Email, B = "b" }; log.LogInformation("{X}", d.B); }
//// NestedInitializer
class In { public string? V { get; set; } } class Out { public In I { get; } = new(); public string? W { get; set; } }
void M(ILogger log, User u) { var d = new Out { I = { V = u.Email } }; log.LogInformation("{X}", d.I.V); } // LEAK INS3001
//// NestedInitializerSibling
class In { public string? V { get; set; } } class Out { public In I { get; } = new(); public string? W { get; set; } }
void M(ILogger log, User u) { var d = new Out { I = { V = u.Email } }; log.LogInformation("{X}", d.W); }
//// FieldSetLater
class Dto { public string? A; }
void M(ILogger log, User u) { var d = new Dto(); d.A = u.Email; log.LogInformation("{X}", d.A); } // LEAK INS3001
//// FieldOverwritten
class Dto { public string? A; }
void M(ILogger log, User u) { var d = new Dto(); d.A = u.Email; d.A = null; log.LogInformation("{X}", d.A); }
//// TwoInstances
class Dto { public string? A; }
void M(ILogger log, User u) { var d = new Dto { A = u.Email }; var e = new Dto { A = "e" }; log.LogInformation("{X}", e.A); Use(d); }
static void Use(Dto d) { }
//// AliasedObject
class Dto { public string? A; }
void M(ILogger log, User u) { var d = new Dto(); var e = d; e.A = u.Email; log.LogInformation("{X}", d.A); } // LEAK INS3001
//// StructCopy
struct P { public string? A; }
void M(ILogger log, User u) { var d = new P { A = "x" }; var e = d; e.A = u.Email; log.LogInformation("{X} {N}", d.A, e.A?.Length); }
//// ConstructorKept
class Box(string v) { public string V { get; } = v; }
void M(ILogger log, User u) { var b = new Box(u.Email); log.LogInformation("{X}", b.V); } // LEAK INS3001
//// ConstructorKeptSafe
class Box(string v) { public string V { get; } = v; }
void M(ILogger log, User u) { var a = new Box(u.Email); var b = new Box(u.Plan); log.LogInformation("{X}", b.V); }
//// ConstructorAssigned
class Box { private readonly string _v; public Box(string v) { _v = v; } public string Get() => _v; }
void M(ILogger log, User u) { log.LogInformation("{X}", new Box(u.Email).Get()); } // LEAK INS3001
//// ConstructorChained
class Box { public string V; public Box(string v) { V = v; } public Box(int n, string v) : this(v) { } }
void M(ILogger log, User u) { log.LogInformation("{X}", new Box(1, u.Email).V); } // LEAK INS3001
//// BaseConstructor
class Base(string v) { public string V => v; } class Derived(string w, int n) : Base(w) { public int N => n; }
void M(ILogger log, User u) { log.LogInformation("{X}", new Derived(u.Email, 1).V); } // LEAK INS3001
//// BaseConstructorSafe
class Base(string v) { public string V => v; } class Derived(string w, int n) : Base("x") { public int N => n; public string W => w; }
void M(ILogger log, User u) { log.LogInformation("{X}", new Derived(u.Email, 1).V); }
//// SetterWithBody
class Box { private string _v = ""; public string V { get => _v; set => _v = value.Trim(); } }
void M(ILogger log, User u) { var b = new Box(); b.V = u.Email; log.LogInformation("{X}", b.V); } // LEAK INS3001
//// SetterThatMasks
class Box { private string _v = ""; public string V { get => _v; set => _v = value.Length > 0 ? "set" : "unset"; } }
void M(ILogger log, User u) { var b = new Box(); b.V = u.Email; log.LogInformation("{X}", b.V); }
//// FieldKeyword
class Box { public string V { get => field; set => field = value ?? ""; } = ""; }
void M(ILogger log, User u) { var b = new Box { V = u.Email }; log.LogInformation("{X}", b.V); } // LEAK INS3001
//// ComputedProperty
class Card { public User Owner = new(); public string Label => $"{Owner.FullName} ({Owner.Plan})"; }
void M(ILogger log, Card c) => log.LogInformation("{X}", c.Label); // LEAK INS3001
//// ComputedPropertySafe
class Card { public User Owner = new(); public string Label => $"{Owner.Id} ({Owner.Plan})"; }
void M(ILogger log, Card c) => log.LogInformation("{X}", c.Label);
//// FieldAcrossMethods
private string _last = "";
void Remember(User u) { _last = u.Email; }
void Show(ILogger log) => log.LogInformation("{L}", _last); // LEAK INS3001
//// FieldAcrossMethodsSafe
private string _last = ""; private string _mail = "";
void Remember(User u) { _last = u.Plan; _mail = u.Email; }
void Show(ILogger log) => log.LogInformation("{L}", _last);
//// FieldFromConstructor
class Greeter { private readonly string _who; private readonly ILogger _log; public Greeter(User u, ILogger log) { _who = u.FullName; _log = log; } public void Hi() => _log.LogInformation("hi {Who}", _who); } // LEAK INS3001
//// FieldFromConstructorSafe
class Greeter { private readonly string _who; private readonly ILogger _log; public Greeter(User u, ILogger log) { _who = u.Key.ToString(); _log = log; } public void Hi() => _log.LogInformation("hi {Who}", _who); }
//// PrimaryConstructorCapture
class Greeter(User u, ILogger log) { public void Hi() => log.LogInformation("hi {Who}", u.FullName); } // LEAK INS3001
//// PrimaryConstructorField
class Greeter(User u, ILogger log) { private readonly string _who = u.Email; public void Hi() => log.LogInformation("hi {Who}", _who); } // LEAK INS3001
//// PrimaryConstructorMarked
class Greeter([Pii] string mail, ILogger log) { public void Hi() => log.LogInformation("hi {Who}", mail); } // LEAK INS3001
//// PrimaryConstructorMarkedSafe
class Greeter([Pii] string mail, ILogger log) { public void Hi() => log.LogInformation("hi {Who}", mail.Length); }
//// StaticField
private static string? s_current;
static void Set(User u) => s_current = u.Email;
static void Show(ILogger log) => log.LogInformation("{C}", s_current); // LEAK INS3001
//// StaticFieldSafe
private static string? s_current; private static string? s_other;
static void Set(User u) { s_current = u.Plan; s_other = u.Email; }
static void Show(ILogger log) => log.LogInformation("{C}", s_current);
//// HeldObject
class Session { public string Who { get; private set; } = ""; public void Start(User u) => Who = u.FullName; }
class App(Session s, ILogger log) { public void Run() => log.LogInformation("{W}", s.Who); } // LEAK INS3001
//// HeldObjectSafe
class Session { public int Who { get; private set; } public void Start(User u) => Who = u.Id; }
class App(Session s, ILogger log) { public void Run() => log.LogInformation("{W}", s.Who); }
//// Tuple
void M(ILogger log, User u) { var t = (u.Id, u.Email); log.LogInformation("{T}", t.Email); } // LEAK INS3001
//// TupleOther
void M(ILogger log, User u) { var t = (u.Id, u.Email); log.LogInformation("{T}", t.Id); }
//// TupleWhole
void M(ILogger log, User u) { var t = (u.Id, u.Email); log.LogInformation("{T}", t); } // LEAK INS3001
//// TupleSwap
void M(ILogger log, User u) { var (a, b) = (u.Email, u.Plan); (a, b) = (b, a); log.LogInformation("{T}", a); }
//// TupleSwapLeak
void M(ILogger log, User u) { var (a, b) = (u.Email, u.Plan); (a, b) = (b, a); log.LogInformation("{T}", b); } // LEAK INS3001
//// TupleReturned
static (string Mail, int Id) Pair(User u) => (u.Email, u.Id);
void M(ILogger log, User u) { var (mail, _) = Pair(u); log.LogInformation("{T}", mail); } // LEAK INS3001
//// TupleReturnedOther
static (string Mail, int Id) Pair(User u) => (u.Email, u.Id);
void M(ILogger log, User u) { var (_, id) = Pair(u); log.LogInformation("{T}", id); }
//// ClassicTuple
void M(ILogger log, User u) { var t = Tuple.Create(u.Id, u.Email); log.LogInformation("{T}", t.Item2); } // LEAK INS3001
//// ClassicTupleOther
void M(ILogger log, User u) { var t = Tuple.Create(u.Id, u.Email); log.LogInformation("{T}", t.Item1); }
//// Anonymous
void M(ILogger log, User u) { var a = new { u.Id, Who = u.FullName }; log.LogInformation("{A}", a.Who); } // LEAK INS3001
//// AnonymousOther
void M(ILogger log, User u) { var a = new { u.Id, Who = u.FullName }; log.LogInformation("{A}", a.Id); }
//// AnonymousWhole
void M(ILogger log, User u) { var a = new { u.Id, Who = u.FullName }; log.LogInformation("{A}", a); } // LEAK INS3001
//// NullableStruct
void M(ILogger log, User? u) { DateTime? d = u?.BirthDate; if (d.HasValue) log.LogInformation("{A}", d.Value); } // LEAK INS3001
//// NullableHasValue
void M(ILogger log, User? u) { DateTime? d = u?.BirthDate; log.LogInformation("{A}", d.HasValue); }
//// LazyValue
void M(ILogger log, User u) { var l = new Lazy<string>(() => u.Email); log.LogInformation("{A}", l.Value); } // LEAK INS3001
//// LazyValueSafe
void M(ILogger log, User u) { var l = new Lazy<string>(() => u.Plan); log.LogInformation("{A}", l.Value); }
//// DeepPath
void M(ILogger log, User u) => log.LogInformation("{A}", u.Manager!.Manager!.Home.Street); // LEAK INS3001
//// DeepPathSafe
void M(ILogger log, User u) => log.LogInformation("{A}", u.Manager!.Manager!.Home.Country);
//// MarkedObjectPart
class Person { [Pii] public Address Home { get; set; } = new(); public Address Work { get; set; } = new(); }
void M(ILogger log, Person p) => log.LogInformation("{A}", p.Home.Country); // LEAK INS3001
//// MarkedObjectPartSafe
class Person { [Pii] public Address Home { get; set; } = new(); public Address Work { get; set; } = new(); }
void M(ILogger log, Person p) => log.LogInformation("{A}", p.Work.Country);
//// MarkedMemberSetToConstant
void M(ILogger log, User u) { u.Email = "removed@example.invalid"; log.LogInformation("{A}", u.Email); }
//// MarkedMemberSetToInput
void M(ILogger log, User u, string input) { u.Email = input; log.LogInformation("{A}", u.Email); } // LEAK INS3001
//// Indexer
class Bag { private readonly Dictionary<string, string> _d = new(); public string this[string k] { get => _d[k]; set => _d[k] = value; } }
void M(ILogger log, User u) { var b = new Bag(); b["m"] = u.Email; log.LogInformation("{A}", b["m"]); } // LEAK INS3001
//// WrapperGeneric
class Holder<T>(T value) { public T Value => value; public bool Has => value is not null; }
void M(ILogger log, User u) { var h = new Holder<string>(u.Email); log.LogInformation("{A}", h.Value); } // LEAK INS3001
//// WrapperGenericFlag
class Holder<T>(T value) { public T Value => value; public bool Has => value is not null; }
void M(ILogger log, User u) { var h = new Holder<string>(u.Email); log.LogInformation("{A}", h.Has); }
//// ResultType
record Result<T>(bool Ok, T? Value, string? Error);
static Result<User> Load(IUsers users) => new(true, users.Get(1), null);
void M(ILogger log, IUsers users) { var r = Load(users); log.LogInformation("{A} {B}", r.Ok, r.Error); }
//// ResultTypeLeak
record Result<T>(bool Ok, T? Value, string? Error);
static Result<string> Load(IUsers users) => new(true, users.Get(1).Email, null);
void M(ILogger log, IUsers users) { var r = Load(users); log.LogInformation("{A}", r.Value); } // LEAK INS3001
//// LibraryObjectOtherProperty
void M(ILogger log, User u) { var m = new System.Net.Mail.MailMessage(); m.Subject = u.Email; log.LogInformation("{Body}", m.Body); }
//// LibraryObjectSameProperty
void M(ILogger log, User u) { var m = new System.Net.Mail.MailMessage(); m.Subject = u.Email; log.LogInformation("{Subject}", m.Subject); } // LEAK INS3001
//// LibraryObjectMadeOfProperties
void M(ILogger log, User u) { var b = new UriBuilder("https://acme.test"); b.Query = u.Email; log.LogInformation("{Uri}", b.Uri); } // LEAK INS3001
//// LibraryObjectConnectionText
void M(ILogger log, User u) { var b = new System.Data.Common.DbConnectionStringBuilder(); b["User"] = u.FullName; log.LogInformation("{Text}", b.ConnectionString); } // LEAK INS3001
//// LibraryObjectOtherInitializer
void M(ILogger log, User u) { var r = new HttpRequestMessage { Content = new StringContent(u.Email) }; log.LogInformation("{Method}", r.Method); }

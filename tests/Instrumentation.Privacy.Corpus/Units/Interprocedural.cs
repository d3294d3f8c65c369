//// Helper
void M(ILogger log, User u) => Note(log, u.Email);
static void Note(ILogger log, string text) => log.LogInformation("{T}", text); // LEAK INS3001
//// HelperSafe
void M(ILogger log, User u) => Note(log, u.Plan);
static void Note(ILogger log, string text) => log.LogInformation("{T}", text);
//// TwoDeep
void M(ILogger log, User u) => A(log, u.Email);
static void A(ILogger log, string t) => B(log, "a:" + t);
static void B(ILogger log, string t) => log.LogInformation(t); // LEAK INS3001
//// FourDeep
void M(ILogger log, User u) => A(log, u);
static void A(ILogger log, User u) => B(log, u.Email);
static void B(ILogger log, string t) => C(log, t);
static void C(ILogger log, string t) => D(log, t.Trim());
static void D(ILogger log, string t) => log.LogInformation(t); // LEAK INS3001
//// FourDeepSafe
void M(ILogger log, User u) => A(log, u);
static void A(ILogger log, User u) => B(log, u.Email);
static void B(ILogger log, string t) => C(log, t.Length);
static void C(ILogger log, int t) => D(log, t);
static void D(ILogger log, int t) => log.LogInformation("{T}", t);
//// ReturnIdentity
static string Same(string s) => s;
void M(ILogger log, User u) => log.LogInformation("{S}", Same(u.Email)); // LEAK INS3001
//// ReturnConstant
static string Hidden(string s) => "***";
void M(ILogger log, User u) => log.LogInformation("{S}", Hidden(u.Email));
//// ReturnLength
static int Size(string s) => s.Length;
void M(ILogger log, User u) => log.LogInformation("{S}", Size(u.Email));
//// ReturnField
static string MailOf(User u) => u.Email;
void M(ILogger log, User u) => log.LogInformation("{S}", MailOf(u)); // LEAK INS3001
//// ReturnOtherField
static string PlanOf(User u) => u.Plan;
void M(ILogger log, User u) => log.LogInformation("{S}", PlanOf(u));
//// CallSensitive
static string Quote(string s) => "'" + s + "'";
void M(ILogger log, User u) { var a = Quote(u.Email); var b = Quote(u.Plan); log.LogInformation("{B} {N}", b, a.Length); }
//// SecondParameter
static string Pick(string a, string b) => b;
void M(ILogger log, User u) => log.LogInformation("{S}", Pick(u.Email, u.Plan));
//// SecondParameterLeak
static string Pick(string a, string b) => b;
void M(ILogger log, User u) => log.LogInformation("{S}", Pick(u.Plan, u.Email)); // LEAK INS3001
//// EitherParameter
static string Pick(bool x, string a, string b) => x ? a : b;
void M(ILogger log, User u) => log.LogInformation("{S}", Pick(u.IsAdmin, u.Plan, u.Email)); // LEAK INS3001
//// OptionalParameter
static string Show(string a, string b = "-") => a + b;
void M(ILogger log, User u) => log.LogInformation("{S}", Show("x", b: u.Email)); // LEAK INS3001
//// ParamsParameter
static string All(params string[] parts) => string.Join("/", parts);
void M(ILogger log, User u) => log.LogInformation("{S}", All("a", u.Email)); // LEAK INS3001
//// ParamsParameterSafe
static string All(params string[] parts) => string.Join("/", parts);
void M(ILogger log, User u) => log.LogInformation("{S}", All("a", u.Plan));
//// Recursion
static string Rep(string s, int n) => n == 0 ? s : Rep(s + ".", n - 1);
void M(ILogger log, User u) => log.LogInformation("{S}", Rep(u.Email, 3)); // LEAK INS3001
//// RecursionSafe
static int Depth(User? u) => u is null ? 0 : 1 + Depth(u.Manager);
void M(ILogger log, User u) => log.LogInformation("{S}", Depth(u));
//// MutualRecursion
static string Even(string s, int n) => n == 0 ? s : Odd(s, n - 1);
static string Odd(string s, int n) => n == 0 ? "" : Even(s, n - 1);
void M(ILogger log, User u) => log.LogInformation("{S}", Even(u.Email, 3)); // LEAK INS3001
//// RecursiveTree
class Node { public string Text = ""; public List<Node> Kids = []; }
static string Print(Node n) => n.Text + string.Concat(n.Kids.Select(Print));
void M(ILogger log, User u) { var n = new Node { Kids = { new Node { Text = u.Email } } }; log.LogInformation("{S}", Print(n)); } // LEAK INS3001
//// Extension !
public static class Ext { public static string Masked(this string s) => s.Length > 2 ? "##" : "#"; public static string Shout(this string s) => s.ToUpper() + "!"; }
public class Unit { void M(ILogger log, User u) => log.LogInformation("{S}", u.Email.Masked()); }
//// ExtensionLeak !
public static class Ext { public static string Masked(this string s) => s.Length > 2 ? "##" : "#"; public static string Shout(this string s) => s.ToUpper() + "!"; }
public class Unit { void M(ILogger log, User u) => log.LogInformation("{S}", u.Email.Shout()); } // LEAK INS3001
//// ExtensionBlock !
public static class Ext { extension(string s) { public string Shout() => s.ToUpper() + "!"; public string Loud => s + "!"; } }
public class Unit { void M(ILogger log, User u) => log.LogInformation("{S}", u.Email.Shout()); } // LEAK INS3001
//// ExtensionBlockSafe !
public static class Ext { extension(string s) { public string Dots() => new string('.', s.Length); } }
public class Unit { void M(ILogger log, User u) => log.LogInformation("{S}", u.Email.Dots()); }
//// LoggerExtension !
public static class Ext { public static void Audit(this ILogger log, string what, object? value) => log.LogInformation("{What}: {Value}", what, value); } // LEAK INS3001
public class Unit { void M(ILogger log, User u) => log.Audit("mail", u.Email); }
//// LoggerExtensionSafe !
public static class Ext { public static void Audit(this ILogger log, string what, object? value) => log.LogInformation("{What}: {Value}", what, value); }
public class Unit { void M(ILogger log, User u) => log.Audit("mail", u.Email.Length); }
//// VirtualOverride
abstract class Fmt { public abstract string F(string s); }
sealed class Plain : Fmt { public override string F(string s) => s; }
sealed class Hide : Fmt { public override string F(string s) => "x"; }
void M(ILogger log, User u, Fmt f) => log.LogInformation("{S}", f.F(u.Email)); // LEAK INS3001
//// VirtualExact
abstract class Fmt { public abstract string F(string s); }
sealed class Plain : Fmt { public override string F(string s) => s; }
sealed class Hide : Fmt { public override string F(string s) => "x"; }
void M(ILogger log, User u) { Fmt f = new Hide(); log.LogInformation("{S}", f.F(u.Email)); }
//// InterfaceImplementation
interface IFmt { string F(string s); }
sealed class Hide : IFmt { public string F(string s) => "x"; }
void M(ILogger log, User u, IFmt f) => log.LogInformation("{S}", f.F(u.Email));
//// InterfaceImplementationLeak
interface IFmt { string F(string s); }
sealed class Plain : IFmt { string IFmt.F(string s) => s; }
void M(ILogger log, User u, IFmt f) => log.LogInformation("{S}", f.F(u.Email)); // LEAK INS3001
//// InterfaceSink
interface IAudit { void Write(string s); }
sealed class LogAudit(ILogger log) : IAudit { public void Write(string s) => log.LogInformation(s); } // LEAK INS3001
void M(IAudit a, User u) => a.Write(u.Email);
//// InterfaceSinkSafe
interface IAudit { void Write(string s); }
sealed class LogAudit(ILogger log) : IAudit { public void Write(string s) => log.LogInformation("{N}", s.Length); }
void M(IAudit a, User u) => a.Write(u.Email);
//// DefaultInterfaceMethod
interface INamed { string Name { get; } string Greeting() => "hi " + Name; }
sealed class P(User u) : INamed { public string Name => u.FullName; }
void M(ILogger log, User u) { INamed p = new P(u); log.LogInformation("{S}", p.Greeting()); } // LEAK INS3001
//// BaseCall
class A { public virtual string T(User u) => u.Email; } class B : A { public override string T(User u) => "b:" + base.T(u); }
void M(ILogger log, User u) => log.LogInformation("{S}", new B().T(u)); // LEAK INS3001
//// OverrideHides
class A { public virtual string T(User u) => u.Email; } class B : A { public override string T(User u) => "b"; }
void M(ILogger log, User u) => log.LogInformation("{S}", new B().T(u));
//// StaticAbstract
interface IShow<T> where T : IShow<T> { static abstract string Show(string s); }
sealed class Raw : IShow<Raw> { public static string Show(string s) => s; }
static string Run<T>(string s) where T : IShow<T> => T.Show(s);
void M(ILogger log, User u) => log.LogInformation("{S}", Run<Raw>(u.Email)); // LEAK INS3001
//// GenericEcho
static T Echo<T>(T value) => value;
void M(ILogger log, User u) => log.LogInformation("{S}", Echo(u.Email)); // LEAK INS3001
//// GenericEchoSafe
static T Echo<T>(T value) => value;
void M(ILogger log, User u) { var m = Echo(u.Email); log.LogInformation("{S} {T}", Echo(u.Id), m.Length); }
//// OperatorInSource
readonly record struct Mail(string V) { public static implicit operator Mail(string s) => new(s); public static string operator +(Mail a, string b) => a.V + b; }
void M(ILogger log, User u) { Mail m = u.Email; log.LogInformation("{S}", m + "!"); } // LEAK INS3001
//// OperatorHides
class Secret(string v) { public static implicit operator Secret(string s) => new(s); public static string operator +(Secret a, string b) => "?" + b; public int L => v.Length; }
void M(ILogger log, User u) { Secret m = u.Email; log.LogInformation("{S}", m + "!"); }
//// ExplicitConversion
class Wrap(string v) { public string V => v; public static explicit operator string(Wrap w) => w.V; }
void M(ILogger log, User u) => log.LogInformation("{S}", (string)new Wrap(u.Email)); // LEAK INS3001
//// FillsObject
class Dto { public string? A; public string? B; }
static void Fill(Dto d, User u) { d.A = u.Email; d.B = u.Plan; }
void M(ILogger log, User u) { var d = new Dto(); Fill(d, u); log.LogInformation("{S}", d.A); } // LEAK INS3001
//// FillsObjectSibling
class Dto { public string? A; public string? B; }
static void Fill(Dto d, User u) { d.A = u.Email; d.B = u.Plan; }
void M(ILogger log, User u) { var d = new Dto(); Fill(d, u); log.LogInformation("{S}", d.B); }
//// FillsList
static void Fill(List<string> l, User u) => l.Add(u.Email);
void M(ILogger log, User u) { var l = new List<string>(); Fill(l, u); log.LogInformation("{S}", l[0]); } // LEAK INS3001
//// FillsBuilder
static void Fill(System.Text.StringBuilder l, User u) => l.Append(u.Email);
void M(ILogger log, User u) { var l = new System.Text.StringBuilder(); Fill(l, u); log.LogInformation("{S}", l.ToString()); } // LEAK INS3001
//// FluentBuilder
class Msg { private readonly List<string> _p = []; public Msg With(string s) { _p.Add(s); return this; } public string Build() => string.Join(" ", _p); }
void M(ILogger log, User u) => log.LogInformation("{S}", new Msg().With("x").With(u.Email).Build()); // LEAK INS3001
//// FluentBuilderSafe
class Msg { private readonly List<string> _p = []; public Msg With(string s) { _p.Add(s); return this; } public string Build() => string.Join(" ", _p); }
void M(ILogger log, User u) => log.LogInformation("{S}", new Msg().With("x").With(u.Plan).Build());
//// MapperMethod
class Dto { public int Id; public string Mail = ""; }
static Dto Map(User u) => new() { Id = u.Id, Mail = u.Email };
void M(ILogger log, User u) => log.LogInformation("{S}", Map(u).Mail); // LEAK INS3001
//// MapperMethodSibling
class Dto { public int Id; public string Mail = ""; }
static Dto Map(User u) => new() { Id = u.Id, Mail = u.Email };
void M(ILogger log, User u) => log.LogInformation("{S}", Map(u).Id);
//// ReturnsList
static List<string> Mails(IUsers us) => us.All().Select(u => u.Email).ToList();
void M(ILogger log, IUsers us) => log.LogInformation("{S}", Mails(us)); // LEAK INS3001
//// ReturnsListCount
static List<string> Mails(IUsers us) => us.All().Select(u => u.Email).ToList();
void M(ILogger log, IUsers us) => log.LogInformation("{S}", Mails(us).Count);
//// Iterator
static IEnumerable<string> Mails(IUsers us) { foreach (var u in us.All()) yield return u.Email; }
void M(ILogger log, IUsers us) { foreach (var m in Mails(us)) log.LogInformation("{S}", m); } // LEAK INS3001
//// IteratorSafe
static IEnumerable<string> Plans(IUsers us) { foreach (var u in us.All()) { if (u.Email == "") yield break; yield return u.Plan; } }
void M(ILogger log, IUsers us) { foreach (var m in Plans(us)) log.LogInformation("{S}", m); }
//// DeconstructMethod
class Pt { public string A = "", B = ""; public void Deconstruct(out string a, out string b) { a = A; b = B; } }
void M(ILogger log, User u) { var (x, y) = new Pt { A = u.Email, B = "b" }; log.LogInformation("{S}", x); } // LEAK INS3001
//// DeconstructMethodSafe
class Pt { public string A = "", B = ""; public void Deconstruct(out string a, out string b) { a = A; b = B; } }
void M(ILogger log, User u) { var (x, y) = new Pt { A = u.Email, B = "b" }; log.LogInformation("{S}", y); }
//// MarkedReturnIgnoredBody
[return: Pii] static string Secret() => "";
void M(ILogger log) => log.LogInformation("{S}", Secret()); // LEAK INS3001
//// SharedSinkManySources
static void Note(ILogger log, string text) => log.LogInformation("{T}", text); // LEAK INS3001
void A(ILogger log, User u) => Note(log, u.Email);
void B(ILogger log, User u) => Note(log, u.Phone ?? "");
//// LocalConstantBranch
static string Label(User u) { if (u.Phone == null) return "no phone"; return "phone"; }
void M(ILogger log, User u) => log.LogInformation("{S}", Label(u));
//// UnusedParameter
static void Note(ILogger log, string text, User who) => log.LogInformation("{T}", text);
void M(ILogger log, User u) => Note(log, "hello", u);
//// PartialMethod !
public partial class Unit { static partial void Tell(ILogger log, string s); void M(ILogger log, User u) => Tell(log, u.Email); }
public partial class Unit { static partial void Tell(ILogger log, string s) => log.LogInformation(s); } // LEAK INS3001
//// NestedGenericMethod
static List<T> Wrap<T>(T item) => [item];
void M(ILogger log, User u) => log.LogInformation("{S}", Wrap(Wrap(u.Email))[0][0]); // LEAK INS3001
//// LazyInitField
private string? _cache;
string Get(User u) => _cache ??= u.FullName;
void M(ILogger log, User u) => log.LogInformation("{S}", Get(u)); // LEAK INS3001
//// CastToWhatADerivedClassImplements
void M(Page page, User u) => ((IPut)page).Put(u.Email);
interface IPut { void Put(string text); }
class Page;
sealed class Screen : Page, IPut { public void Put(string text) => Console.WriteLine(text); } // LEAK INS3005
sealed class Blank : IPut { public void Put(string text) { } }

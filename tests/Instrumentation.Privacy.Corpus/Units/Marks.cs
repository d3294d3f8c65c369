//// InheritedProperty
abstract class P { [Pii] public abstract string Name { get; } } class Q : P { public override string Name => "q"; }
void M(ILogger log, Q q) => log.LogInformation("{N}", q.Name); // LEAK INS3001
//// InheritedPropertySibling
abstract class P { [Pii] public abstract string Name { get; } public abstract string Kind { get; } } class Q : P { public override string Name => "q"; public override string Kind => "k"; }
void M(ILogger log, Q q) => log.LogInformation("{N}", q.Kind);
//// InterfaceProperty
interface INamed { [Pii] string Name { get; } } class Q : INamed { public string Name { get; set; } = ""; }
void M(ILogger log, Q q) => log.LogInformation("{N}", q.Name); // LEAK INS3001
//// InterfacePropertyExplicit
interface INamed { [Pii] string Name { get; } } class Q : INamed { string INamed.Name => ""; public string Name => "public"; }
void M(ILogger log, Q q) => log.LogInformation("{N}", q.Name);
//// InterfaceParameter
interface ISend { void To([Pii] string mail); } class S(ILogger log) : ISend { public void To(string mail) => log.LogInformation("{M}", mail); } // LEAK INS3001
//// InterfaceParameterSafe
interface ISend { void To([Pii] string mail); } class S(ILogger log) : ISend { public void To(string mail) => log.LogInformation("{M}", mail.Length); }
//// InterfaceReturn
interface IGet { [return: Pii] string Mail(); } class G : IGet { public string Mail() => "x"; }
void M(ILogger log, G g) => log.LogInformation("{M}", g.Mail()); // LEAK INS3001
//// Classification
class C { [Private] public string Ssn { get; set; } = ""; [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Plan { get; set; } = ""; }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Ssn); // LEAK INS3001
//// NoClassification
class C { [Private] public string Ssn { get; set; } = ""; [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Plan { get; set; } = ""; }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Plan);
//// RecordParameterClassified
record R([Private] string Ssn, int Id);
void M(ILogger log, R r) => log.LogInformation("{M}", r); // LEAK INS3001
//// RecordParameterClassifiedSafe
record R([Private] string Ssn, int Id);
void M(ILogger log, R r) => log.LogInformation("{M}", r.Id);
//// FieldTarget
class C { [field: Pii] public string Token { get; set; } = ""; }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Token); // LEAK INS3001
//// MarkedType
[Pii] class Location { public double Lat; public double Lon; public string Label = ""; }
void M(ILogger log, Location l) => log.LogInformation("{M}", l.Label); // LEAK INS3001
//// MarkedTypeBase
[Pii] class Secret { public string Text = ""; } class Password : Secret { }
void M(ILogger log, Password p) => log.LogInformation("{M}", p.Text); // LEAK INS3001
//// MarkedInterface
[Pii] interface ISecret { string Text { get; } } class Password : ISecret { public string Text => "x"; }
void M(ILogger log, ISecret p) => log.LogInformation("{M}", p.Text); // LEAK INS3001
//// MarkedTypeExempt
[Pii] class Person { public string Name = ""; [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Plan = ""; }
void M(ILogger log, Person p) => log.LogInformation("{M}", p.Plan);
//// MarkedTypeList
[Pii] record Person(string Name);
void M(ILogger log, List<Person> ps) => log.LogInformation("{M}", ps); // LEAK INS3001
//// MarkedTypeListCount
[Pii] record Person(string Name);
void M(ILogger log, List<Person> ps) => log.LogInformation("{M}", ps.Count);
//// MarkedBool
class C { [Pii] public bool IsIll { get; set; } }
void M(ILogger log, C c) => log.LogInformation("{M}", c.IsIll); // LEAK INS3001
//// MarkedGuid
class C { [Pii] public Guid Device { get; set; } public Guid Id { get; set; } }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Device); // LEAK INS3001
//// UnmarkedGuid
class C { [Pii] public Guid Device { get; set; } public Guid Id { get; set; } }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Id);
//// MarkedInt
class C { [Pii] public int Age; }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Age + 1); // LEAK INS3001
//// MarkedIndexer
class C { [Pii] public string this[int i] => "x"; }
void M(ILogger log, C c) => log.LogInformation("{M}", c[1]); // LEAK INS3001
//// OutParameterMarked
static void Get([Pii] out string mail) => mail = "x";
void M(ILogger log) { Get(out var m); log.LogInformation("{M}", m); } // LEAK INS3001
//// LambdaParameterMarked
void M(ILogger log) { Action<string> f = ([Pii] m) => log.LogInformation("{M}", m); f("x" + Environment.MachineName); } // LEAK INS3001
//// PropertyOfGeneric
class Box<T> { [Pii] public T? Value { get; set; } public int N; }
void M(ILogger log, Box<string> b) => log.LogInformation("{M}", b.Value); // LEAK INS3001
//// PropertyOfGenericSafe
class Box<T> { [Pii] public T? Value { get; set; } public int N; }
void M(ILogger log, Box<string> b) => log.LogInformation("{M}", b.N);
//// Reviewed
[PiiReviewed("Support needs it; the log is encrypted.")]
void M(ILogger log, User u) => log.LogInformation("{M}", u.Email);
//// ReviewedWithLambda
[PiiReviewed("Support needs it; the log is encrypted.")]
void M(ILogger log, User u) { Action a = () => log.LogInformation("{M}", u.Email); a(); }
//// ReviewedOtherMethod
[PiiReviewed("Support needs it; the log is encrypted.")]
void A(ILogger log, User u) => log.LogInformation("{M}", u.Email);
void B(ILogger log, User u) => log.LogInformation("{M}", u.Email); // LEAK INS3001
//// ReviewedWithoutReason
[PiiReviewed("")]
void M(ILogger log, User u) => log.LogInformation("{M}", u.Email); // LEAK INS3001
//// ReviewedCaller
[PiiReviewed("Support needs it; the log is encrypted.")]
void M(ILogger log, User u) => Note(log, u.Email);
static void Note(ILogger log, string s) => log.LogInformation("{M}", s);
//// ReviewExpired
[PiiReviewed("For the migration.", Expires = "2020-01-01")]
void M(ILogger log, User u) => log.LogInformation("{M}", u.Email); // LEAK INS3001
//// Suppressed
void M(ILogger log, User u)
{
#pragma warning disable INS3001
    log.LogInformation("{M}", u.Email);
#pragma warning restore INS3001
}
//// UnrelatedAttribute
class C { [System.ComponentModel.DisplayName("Pii")] public string Mail { get; set; } = ""; }
void M(ILogger log, C c) => log.LogInformation("{M}", c.Mail);

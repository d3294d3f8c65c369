//// OwnToString
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, Card c) => log.LogInformation("{C}", c); // LEAK INS3001
//// OwnToStringSafe
class Card { public User Owner = new(); [Pii] public string Name = ""; public override string ToString() => "card of " + Owner.Id; }
void M(ILogger log, Card c) => log.LogInformation("{C}", c);
//// OwnToStringInterpolated
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, Card c) => log.LogInformation($"{c}"); // LEAK INS3001
//// OwnToStringConcat
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, Card c) => log.LogInformation("c=" + c); // LEAK INS3001
//// OwnToStringExplicit
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, Card c) { var s = c.ToString(); log.LogInformation(s); } // LEAK INS3001
//// RecordOverridesToString
record Member(int Id, [Pii] string Name) { public override string ToString() => $"member {Id}"; }
void M(ILogger log, Member m) => log.LogInformation("{M}", m);
//// RecordOverridesPrintMembers
record Member(int Id, [Pii] string Name) { protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append("Id = ").Append(Id); return true; } }
void M(ILogger log, Member m) => log.LogInformation("{M}", m);
//// RecordOverridesPrintMembersLeak
record Member(int Id, [Pii] string Name) { protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append(Name); return true; } }
void M(ILogger log, Member m) => log.LogInformation("{M}", m); // LEAK INS3001
//// RecordHiddenMember
record Member(int Id) { [Pii] internal string Name { get; init; } = ""; [Pii] private string _x = ""; }
void M(ILogger log, Member m) => log.LogInformation("{M}", m);
//// RecordPublicField
record Member(int Id) { [Pii] public string Name = ""; }
void M(ILogger log, Member m) => log.LogInformation("{M}", m); // LEAK INS3001
//// RecordStaticMember
record Member(int Id) { [Pii] public static string Owner { get; set; } = ""; }
void M(ILogger log, Member m) => log.LogInformation("{M}", m);
//// RecordInherited
record Base([Pii] string Mail); record Derived(string Mail, int Id) : Base(Mail);
void M(ILogger log, Derived d) => log.LogInformation("{D}", d); // LEAK INS3001
//// RecordNested
record Inner([Pii] string Mail); record Outer(int Id, Inner In);
void M(ILogger log, Outer o) => log.LogInformation("{O}", o); // LEAK INS3001
//// RecordNestedClass
class Inner { [Pii] public string Mail { get; set; } = ""; } record Outer(int Id, Inner In);
void M(ILogger log, Outer o) => log.LogInformation("{O}", o);
//// RecordWithList
record Team(string Name, List<string> Mails);
void M(ILogger log, User u) { var t = new Team("a", [u.Email]); log.LogInformation("{T}", t); }
//// RecordStruct
record struct Point([Pii] double Lat, [Pii] double Lon);
void M(ILogger log, Point p) => log.LogInformation("at {P}", p); // LEAK INS3001
//// RecordComputed
record Person(string First, string Last) { [Pii] public string Full => First + Last; }
void M(ILogger log, Person p) => log.LogInformation("{P}", p); // LEAK INS3001
//// RecordCyclic
record Node(int Id, Node? Next);
void M(ILogger log, Node n) => log.LogInformation("{N}", n);
//// RecordTaintedByValue
record Note(int Id, string Text);
void M(ILogger log, User u) => log.LogInformation("{N}", new Note(1, u.Email)); // LEAK INS3001
//// RecordTaintedByValueSafe
record Note(int Id, string Text);
void M(ILogger log, User u) => log.LogInformation("{N}", new Note(1, u.Plan));
//// ClassHoldingTainted
class Note { public string Text { get; set; } = ""; }
void M(ILogger log, User u) => log.LogInformation("{N}", new Note { Text = u.Email });
//// StructToString
struct Mail(string v) { public override string ToString() => v; }
void M(ILogger log, User u) => log.LogInformation("{N}", new Mail(u.Email)); // LEAK INS3001
//// StructNoToString
struct Mail(string v) { public int L => v.Length; }
void M(ILogger log, User u) => log.LogInformation("{N}", new Mail(u.Email));
//// TypeLevelMark
[Pii] class Person { public string Name { get; set; } = ""; public int Id { get; set; } }
void M(ILogger log, Person p) => log.LogInformation("{P}", p.Name); // LEAK INS3001
//// TypeLevelMarkId
[Pii] class Person { public string Name { get; set; } = ""; public int Id { get; set; } }
void M(ILogger log, Person p) => log.LogInformation("{P}", p.Id);
//// TypeLevelRecordWhole
[Pii] record Person(string Name, int Id);
void M(ILogger log, Person p) => log.LogInformation("{P}", p); // LEAK INS3001
//// AnonymousNested
void M(ILogger log, User u) => log.LogInformation("{P}", new { A = new { B = u.Email } }); // LEAK INS3001
//// AnonymousNestedSafe
void M(ILogger log, User u) => log.LogInformation("{P}", new { A = new { B = u.Id }, U = u });
//// GetTypeName
void M(ILogger log, User u) => log.LogInformation("{T}", u.GetType().Name);
//// HashCode
void M(ILogger log, User u) => log.LogInformation("{T}", u.Email.GetHashCode());
//// EnumerableOfCards
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, List<Card> cs) => log.LogInformation("{C}", cs); // LEAK INS3001
//// EnumerableOfCardsInterpolated
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, List<Card> cs) => log.LogInformation($"{cs}");
//// JoinOfCards
class Card { public User Owner = new(); public override string ToString() => Owner.FullName; }
void M(ILogger log, List<Card> cs) => log.LogInformation(string.Join(";", cs)); // LEAK INS3001
//// ObjectParameterPrinted
static void Show(ILogger log, object o) => log.LogInformation("{O}", o); // LEAK INS3001
void M(ILogger log, Customer c) => Show(log, c);
//// ObjectParameterPrintedSafe
static void Show(ILogger log, object o) => log.LogInformation("{O}", o);
void M(ILogger log, User u) => Show(log, u);
//// GenericPrinted
static void Show<T>(ILogger log, T o) => log.LogInformation("{O}", o); // LEAK INS3001
void M(ILogger log, Customer c) => Show(log, c);
//// FormattableType
class Mail(string v) : IFormattable { public override string ToString() => "mail"; public string ToString(string? f, IFormatProvider? p) => v; }
void M(ILogger log, User u) => log.LogInformation("{N}", new Mail(u.Email).ToString(null, null)); // LEAK INS3001
//// ConvertToString
void M(ILogger log, User u) => log.LogInformation(Convert.ToString((object)u.Email) ?? ""); // LEAK INS3001
//// ArrayPrintedPlain
void M(ILogger log, User u) => log.LogInformation("n: " + u.Aliases);
//// DerivedRecordThroughBase
record Animal(int Id); record Dog(int Id, [Pii] string Owner) : Animal(Id);
void M(ILogger log) { Animal a = new Dog(1, Environment.UserName); log.LogInformation("{A}", a); } // LEAK INS3001

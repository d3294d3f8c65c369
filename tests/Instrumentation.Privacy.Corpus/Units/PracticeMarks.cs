//// MarkedTypeCount
[Pii] record Note(string Text, string Author);
void M(ILogger log, List<Note> notes)
{
    log.LogInformation("{Count} notes, {Empty} empty", notes.Count, notes.Count(n => n.Text == ""));
}
//// MarkedReturn
[return: Pii] static string Lookup(int id) => "name" + id;
static string Room(int id) => "room" + id;
void M(ILogger log)
{
    log.LogInformation("in {Room}", Room(3));
    log.LogInformation("is {Name}", Lookup(3)); // LEAK INS3001
}
//// MarkedParameterOfLambda
void M(ILogger log, IEnumerable<string> rows)
{
    Action<string> work = ([Pii] string row) => log.LogInformation("row {Row}", row); // LEAK INS3001
    foreach (var r in rows) work(r);
}
//// DerivedClassification
sealed class HealthAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
class Finding { public int Code { get; set; } [Health] public string Text { get; set; } = ""; }
void M(ILogger log, Finding f)
{
    log.LogInformation("finding {Code}", f.Code);
    log.LogInformation("finding {Text}", f.Text); // LEAK INS3001
}
//// NoClassificationAgain
class Finding { [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Text { get; set; } = ""; public string Ward { get; set; } = ""; }
void M(ILogger log, Finding f) => log.LogInformation("finding {Text} in {Ward}", f.Text, f.Ward);
//// PrivateAttributeOnField
[Private] private string _motherMaiden = "";
private string _hint = "";
void Set(string answer) { _motherMaiden = answer; _hint = "set at " + DateTime.UtcNow.ToString("O"); }
void M(ILogger log)
{
    log.LogInformation("hint {Hint}", _hint);
    log.LogInformation("answer {Answer}", _motherMaiden); // LEAK INS3001
}
//// MarkedNumberCompared
class Reading { [Pii] public int Pulse { get; set; } public int Device { get; set; } }
void M(ILogger log, List<Reading> all)
{
    log.LogInformation("{Alarms} alarms", all.Count(r => r.Pulse is < 40 or > 180));
    foreach (var g in all.GroupBy(r => r.Device))
        log.LogInformation("{Device}: {Count}, any high {High}", g.Key, g.Count(), g.Any(r => r.Pulse > 120));
}
//// OverrideInherits
abstract class Account { [Pii] public abstract string Holder { get; } public virtual string Branch => "main"; }
class Savings : Account { public override string Holder => "h"; public override string Branch => "north"; }
void M(ILogger log, Savings s)
{
    log.LogInformation("branch {Branch}", s.Branch);
    log.LogInformation("holder {Holder}", s.Holder); // LEAK INS3001
}
//// InterfaceMethodReturn
interface IPhoneBook { [return: Pii] string? Find(int id); bool Has(int id); }
class Book : IPhoneBook { private readonly Dictionary<int, string> _d = new(); public string? Find(int id) => _d.GetValueOrDefault(id); public bool Has(int id) => _d.ContainsKey(id); }
void M(ILogger log, Book book)
{
    if (book.Has(1))
        log.LogInformation("call {Number}", book.Find(1)); // LEAK INS3001
}
//// RecordParameterMark
record Lead([Pii] string Company, string Source, int Score);
void M(ILogger log, Lead lead)
{
    var (_, source, score) = lead;
    log.LogInformation("lead from {Source} scored {Score}, long name: {Long}", source, score, lead.Company.Length > 30);
}
//// MarkedDictionary !
internal class SeatMap
{
    [Pii] private readonly Dictionary<int, string> _names = new();
    public void Assign(int seat, string passenger) => _names[seat] = passenger;
    public IEnumerable<int> Taken => _names.Keys.OrderBy(k => k);
    public int Free => 180 - _names.Count;
    [return: Pii] public string? At(int seat) => _names.TryGetValue(seat, out var n) ? n : null;
}
internal class Boarding(ILogger<Boarding> log)
{
    public void Board(SeatMap map, int seat)
    {
        if (map.At(seat) is null)
        {
            log.LogWarning("seat {Seat} is empty", seat);
            return;
        }
        log.LogInformation("seat {Seat} boards, {Free} free", seat, map.Free);
    }
}
//// ClassifiedRecordHierarchy !
[Pii]
internal abstract record Evidence(string Text);
internal sealed record Photo(string Text, string Camera) : Evidence(Text);
internal sealed record Statement(string Text, string Witness) : Evidence(Text);
internal class EvidenceRoom
{
    private readonly List<Evidence> _shelf = new();
    private readonly ILogger<EvidenceRoom> _log;
    public EvidenceRoom(ILogger<EvidenceRoom> log) => _log = log;
    public void Store(Evidence e)
    {
        _shelf.Add(e);
        var kind = e switch { Photo => "photo", Statement => "statement", _ => "other" };
        _log.LogInformation("stored {Kind}, shelf holds {Count}", kind, _shelf.Count);
    }
    public void Audit()
    {
        foreach (var e in _shelf)
            _log.LogDebug("item {Item}", e.Text); // LEAK INS3001
    }
}
//// MarkedTypeNestedInMarkedList
[Pii] sealed class Diagnosis(string text) { public override string ToString() => text; }
class Patient { public int Bed { get; set; } public List<Diagnosis> History { get; } = []; }
class Ward { public List<Patient> Patients { get; } = []; }
void M(Ward ward, ILogger log)
{
    foreach (var patient in ward.Patients)
    {
        var latest = patient.History.LastOrDefault();
        log.LogInformation("Bed {Bed} with {Latest}", patient.Bed, latest); // LEAK INS3001
    }
}
//// MarkedParameterMeasured
void Register([Pii] string mail, string source, ILogger log)
{
    var at = mail.IndexOf('@');
    if (at < 0)
        throw new ArgumentException("An address of " + mail.Length + " characters without @", nameof(mail));
    var company = mail.EndsWith("@corp.example", StringComparison.Ordinal);
    log.LogInformation("Signup by {Source}, of the company: {Company}, at sign at {At}", source, company, at);
}
//// InterfaceMarkOnImplementation
interface IReachable { [Pii] string Address { get; } string Channel { get; } }
class SmsTarget : IReachable
{
    public string Address { get; init; } = "";
    public string Channel => "sms";
}
void Deliver(SmsTarget target, ILogger log)
{
    var route = $"{target.Channel}:{target.Address}";
    log.LogInformation("Delivered over {Route}", route); // LEAK INS3001
}
//// AbstractMarkOnOverride
abstract class Party
{
    [Pii] public abstract string LegalName { get; }
    public abstract string Kind { get; }
}
class Person(string first, string last) : Party
{
    public override string LegalName => first + " " + last;
    public override string Kind => "person";
}
void M(Person person)
{
    var header = new System.Text.StringBuilder().Append(person.Kind).Append(' ').Append(person.LegalName);
    Console.WriteLine(header.ToString()); // LEAK INS3005
}
//// MarkedCollectionsCounted
class Household
{
    [Pii] public List<string> Members { get; } = [];
    [Pii] public Dictionary<string, DateTime> Births { get; } = [];
    public List<string> Rooms { get; } = [];
}
void M(Household household, ILogger log)
{
    var adults = household.Births.Values.Count(x => x.AddYears(18) < DateTime.UtcNow);
    log.LogInformation("{Members} members, {Adults} adults", household.Members.Count, adults);
    foreach (var room in household.Rooms)
        log.LogInformation("Room {Room}", room);
}
//// HidingMemberIsAnother
class Account
{
    public int Number { get; set; }
    [Pii] public string Label { get; set; } = "";
}
class ServiceAccount : Account
{
    public new string Label => "svc-" + Number;
}
void M(ServiceAccount account, ILogger log)
{
    var label = account.Label;
    log.LogInformation("Rotated the key of {Label}", label);
}
//// PublicTwinOfExplicitMember
interface IOwned { [Pii] string Owner { get; } }
class Server(User admin, string team) : IOwned
{
    public string Owner => team;
    string IOwned.Owner => admin.FullName;
}
void M(Server server, ILogger log)
{
    var owner = server.Owner;
    log.LogInformation("Server of {Owner} restarted", owner);
}
//// ExplicitMemberThroughInterface
interface IOwned { [Pii] string Owner { get; } }
class Server(User admin, string team) : IOwned
{
    public string Owner => team;
    string IOwned.Owner => admin.FullName;
}
void M(Server server, ILogger log)
{
    IOwned owned = server;
    var text = "Server of " + owned.Owner + " restarted";
    log.LogInformation("{Text}", text); // LEAK INS3001
}
//// MarkedReturnAsMethodGroup
void M(IUsers users, HttpClient client)
{
    Func<User, string> display = Show;
    var names = users.All().Where(x => x.IsAdmin).Select(display);
    var query = string.Join(",", names);
    client.GetAsync("https://directory.example/find?names=" + query); // LEAK INS3008
}
[return: Pii] static string Show(User user) => user.FullName + " of " + user.Home.Country;
//// OverloadWithoutMark
[return: Pii] static string Label(User user) => user.FullName;
static string Label(int id) => "user-" + id.ToString("D6");
void M(User user, System.Diagnostics.Activity? activity, ILogger log)
{
    var label = Label(user.Id);
    if (Label(user) == label)
        return;
    activity?.SetTag("user.label", label);
    log.LogInformation("Opened {Label}", label);
}
//// DeconstructedUnmarkedPart
record Signup([Pii] string Mail, [Pii] string Name, string Plan, DateTime At);
void M(Signup signup, ILogger log)
{
    var (mail, name, plan, at) = signup;
    if (mail.Length == 0 || name.Length == 0)
        log.LogWarning("Incomplete signup for {Plan}", plan);
    log.LogInformation("Signup for {Plan} at {At}", plan, at);
}
//// DerivedRecordPrintsBase
record Signup([Pii] string Mail, string Plan);
record PaidSignup(string Mail, string Plan, decimal Price) : Signup(Mail, Plan);
void M(PaidSignup signup, ILogger log)
{
    Queue(signup, log);
}
void Queue(Signup signup, ILogger log)
{
    log.LogInformation("Queued {Signup}", signup); // LEAK INS3001
}
//// MarkedStructInMessage
[Pii] readonly struct Iban(string value)
{
    public override string ToString() => value;
}
class Payout { public Iban Target { get; init; } public decimal Amount { get; init; } }
void Pay(Payout payout)
{
    var target = payout.Target;
    if (payout.Amount <= 0)
        throw new InvalidOperationException("Nothing to pay to " + target); // LEAK INS3004
}
//// MarkedClassCompared
[Pii] sealed class Passport(string number) : IEquatable<Passport>
{
    public bool Equals(Passport? other) => other is not null && other.ToString() == ToString();
    public override string ToString() => number;
}
void Check(Passport shown, Passport? stored, string gate, ILogger log)
{
    var same = shown.Equals(stored);
    var known = stored != null;
    log.LogInformation("Gate {Gate}: known {Known}, same {Same}", gate, known, same);
    if (!same)
        throw new UnauthorizedAccessException("Wrong passport at gate " + gate);
}
//// EnvelopeTraceOfMarkedBody
class Envelope<T>(T body, string trace) { public T Body { get; } = body; public string Trace { get; } = trace; }
Envelope<User> Wrap(User user) => new(user, user.Key.ToString("N"));
void M(User user, ILogger log)
{
    var envelope = Wrap(user);
    var again = new Envelope<string>(envelope.Body.Email, envelope.Trace);
    log.LogInformation("Enqueued {Trace}", again.Trace);
}
//// EnvelopeRecordPrintsBody
record Envelope<T>(Guid Trace, T Body);
void M(Visit visit, ILogger log)
{
    var envelope = Wrap(visit.Id, visit);
    log.LogInformation("Enqueued {Envelope}", envelope); // LEAK INS3001
}
static Envelope<T> Wrap<T>(Guid id, T body) => new(id, body);
//// MarkedOutParameter
interface IDirectory { bool TryFind(int id, [Pii] out string mail, out string site); }
void M(IDirectory directory, int id, ILogger log)
{
    if (!directory.TryFind(id, out var mail, out var site))
        return;
    var target = mail;
    log.LogInformation("User {Id} is reached by {Target}", id, target); // LEAK INS3001
    log.LogInformation("User {Id} sits in {Site}", id, site);
}
//// UnmarkedOutParameterBeside
interface IDirectory { bool TryFind(int id, [Pii] out string mail, out string site); }
void M(IDirectory directory, int id, ILogger log)
{
    var found = directory.TryFind(id, out var mail, out var site);
    log.LogInformation("User {Id} found {Found} in {Site}, has address {Has}", id, found, site, !string.IsNullOrEmpty(mail));
}

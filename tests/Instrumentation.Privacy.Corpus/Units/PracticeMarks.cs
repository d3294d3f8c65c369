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
//// FieldAndSibling !
internal sealed class Tenant
{
    public string Flat = "";
    [Pii] public string Bell = "";
    private readonly DateTime _since = new(2020, 1, 1);
    public override string ToString() => $"flat {Flat} since {_since:yyyy}";
}

internal sealed class Caretaker(log4net.ILog log)
{
    internal void Round(IEnumerable<Tenant> tenants)
    {
        foreach (var tenant in tenants)
        {
            log.Info(tenant);
            log.Debug(tenant.Flat + "/" + tenant.Bell.Length);
            log.Warn("bell reads " + tenant.Bell.Trim(), null); // LEAK INS3001
        }
    }
}

//// MarkedParameter
private void Track(ILogger log, [Pii] string clientAddress, string path, int status)
{
    var line = $"{path} -> {status}";
    log.LogInformation("{Line}", line);
    line = $"{clientAddress} {line}";
    log.LogInformation("{Line}", line); // LEAK INS3001
}

//// MarkedReturnAgain !
internal interface IGeoLookup
{
    [return: Pii] string Locate(int stationId);
    string Station(int stationId);
}

internal sealed class GeoLookup : IGeoLookup
{
    private readonly Dictionary<int, string> _places = new();
    public string Locate(int stationId) => _places.GetValueOrDefault(stationId, "");
    public string Station(int stationId) => "station " + stationId;
}

internal sealed class CarSharing(IGeoLookup geo, GeoLookup direct, ILogger<CarSharing> log)
{
    internal void Start(int station)
    {
        log.LogInformation("Starts at {Station}", geo.Station(station));
        log.LogInformation("Starts in {Place}", geo.Locate(station)); // LEAK INS3001
        var place = direct.Locate(station);
        Console.WriteLine($"was in {place}"); // LEAK INS3005
    }
}

//// InheritedPropertyAgain !
internal abstract class Person
{
    [Pii] public abstract string Title { get; }
    public abstract string Role { get; }
}

internal sealed class Doctor(string name, string ward) : Person
{
    public override string Title => "Dr. " + name;
    public override string Role => "doctor of " + ward;
}

internal sealed class RosterService(ILogger<RosterService> log)
{
    internal void Assign(Doctor doctor, DateOnly day)
    {
        log.LogInformation("{Day}: {Role}", day, doctor.Role);
        log.LogInformation("{Day}: {Title}", day, doctor.Title); // LEAK INS3001
    }
}

//// InterfacePropertyAgain !
internal interface IHasContact
{
    int Number { get; }
    [Pii] string Contact { get; }
}

internal sealed class Supplier : IHasContact
{
    public int Number { get; init; }
    public string Contact { get; init; } = "";
    public string Goods { get; init; } = "";
}

internal static class Ordering
{
    internal static void Order(Supplier supplier, int amount, NLog.Logger log)
    {
        log.Info("{0} x {1} of supplier {2}", amount, supplier.Goods, supplier.Number);
        var text = string.Format("mail to {0}", supplier.Contact);
        log.Info(text); // LEAK INS3001
    }
}

//// ExplicitImplementation !
internal interface IBadge { [Pii] string Text { get; } }

internal sealed class Visitor(string name, int pass) : IBadge
{
    string IBadge.Text => name + " #" + pass;
    public string Text => "pass " + pass;
}

internal static class Gate
{
    internal static void Open(Visitor visitor)
    {
        Console.WriteLine(visitor.Text);
        IBadge badge = visitor;
        Console.WriteLine(badge.Text); // LEAK INS3005
    }
}

//// ClassificationAttribute !
internal sealed class Loan
{
    public int Number { get; init; }
    [Corpus.Private] public string Iban { get; init; } = "";
    [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Branch { get; init; } = "";
    public int Months { get; init; }
}

internal sealed class LoanDesk(ILogger<LoanDesk> log)
{
    internal void Grant(Loan loan)
    {
        log.LogInformation("Loan {Number} at {Branch} for {Months} months", loan.Number, loan.Branch, loan.Months);
        var bank = loan.Iban.Substring(4, 8);
        log.LogInformation("Pays from bank {Bank}", bank); // LEAK INS3001
    }
}

//// PositionalSiblings
private sealed record Shipment(int Id, [Pii] string Receiver, string Carrier, int Weight)
{
    public string Label => $"{Carrier}-{Id}";
    public bool Heavy => Weight > 30;
}
private void Ship(Shipment shipment, ILogger log)
{
    var (id, _, carrier, weight) = shipment;
    log.LogInformation("{Carrier} takes {Id} with {Weight} kg", carrier, id, weight);
    log.LogInformation("{Label}, heavy: {Heavy}", shipment.Label, shipment.Heavy);
}

//// PositionalDeconstructed
private sealed record Parcel(int Id, [Pii] string Receiver, string Carrier);
private void Hand(Parcel parcel, ILogger log)
{
    var (number, who, by) = parcel;
    log.LogInformation("{By} brought {Number}", by, number);
    var note = string.Concat(by, ": ", who);
    log.LogInformation("{Note}", note); // LEAK INS3001
}

//// MarkedTypeAgain !
[Pii] internal sealed class Passport(string number, string country)
{
    private readonly string _number = number;
    public override string ToString() => country + " " + _number;
}

internal sealed class Border(ILogger<Border> log)
{
    internal void Check(Passport? passport, int lane)
    {
        if (passport is null)
        {
            log.LogWarning("Lane {Lane}: no passport", lane);
            return;
        }
        log.LogInformation("Lane {Lane}: {Passport}", lane, passport); // LEAK INS3001
    }
}

//// MarkedTypeCounted !
[Pii] internal readonly record struct Diagnosis(string Code, string Text);

internal sealed class Ward
{
    private readonly List<Diagnosis> _all = [];
    private static readonly System.Diagnostics.Metrics.Meter Meter = new("ward");
    private readonly System.Diagnostics.Metrics.Counter<int> _counter = Meter.CreateCounter<int>("diagnoses");

    internal void Add(Diagnosis diagnosis, string station)
    {
        var known = _all.Contains(diagnosis);
        if (!known) _all.Add(diagnosis);
        _counter.Add(1, new KeyValuePair<string, object?>("station", station), new KeyValuePair<string, object?>("known", known));
        Console.WriteLine($"{station} has {_all.Count} diagnoses");
    }
}

//// OverriddenMethodReturn !
internal abstract class Labeler
{
    [return: Pii] public abstract string For(User user);
    public abstract string Kind { get; }
}

internal sealed class EnvelopeLabeler : Labeler
{
    public override string For(User user) => user.FullName + "\n" + user.Home.Street;
    public override string Kind => "envelope";
}

internal sealed class Printer(EnvelopeLabeler labeler, Serilog.ILogger log)
{
    internal void Print(User user, int copies)
    {
        var label = labeler.For(user);
        for (var copy = 1; copy <= copies; copy++)
            log.Information("{Kind} copy {Copy}", labeler.Kind, copy);
        log.Warning("Printed {Label}", label); // LEAK INS3001
    }
}

//// MarkedInterfaceParameter !
internal interface ISearch { int Find([Pii] string query, int page); }

internal sealed class PeopleSearch(ILogger<PeopleSearch> log) : ISearch
{
    public int Find(string query, int page)
    {
        log.LogDebug("Page {Page}, {Words} words", page, query.Split(' ').Length);
        var pattern = "%" + query + "%";
        log.LogDebug("Searching {Pattern}", pattern); // LEAK INS3001
        return page;
    }
}

//// UnmarkedTwin !
internal sealed class Hotel
{
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public string Phone { get; init; } = "";
}

internal sealed class HotelSync(ILogger<HotelSync> log)
{
    internal void Compare(Hotel hotel, User guest)
    {
        log.LogInformation("{Name} ({Email}, {Phone})", hotel.Name, hotel.Email, hotel.Phone);
        if (hotel.Email == guest.Email)
            log.LogWarning("Guest {Id} uses the address of the hotel's {Name}", guest.Id, hotel.Name);
        var contact = new { hotel.Email, Guest = guest.Id, Matches = hotel.Phone == guest.Phone };
        log.LogInformation("{Contact}", contact);
    }
}

//// InheritedFieldOfBase !
internal class Account
{
    [Pii(PiiKind.Financial)] protected string Iban = "";
    protected string Bank = "";
    public virtual string Summary() => Bank;
}

internal sealed class SharedAccount : Account
{
    private readonly List<int> _owners = [];
    public override string Summary() => $"{base.Summary()}, {_owners.Count} owners";
    internal void Open(string bank, [Pii] string iban, ILogger log)
    {
        (Bank, Iban) = (bank, iban);
        log.LogInformation("Opened {Summary}", Summary());
        log.LogInformation("{Bank}/{Tail}", Bank, Iban[^4..]); // LEAK INS3001
    }
}

//// RecordPrintsMarked
private record Guest(int Room, [Pii] string Name);
private sealed record Vip(int Room, string Name, string Lounge) : Guest(Room, Name);
private sealed record Housekeeping(int Room, string Note);
internal void CheckIn(ILogger log, [Pii] string name)
{
    Guest guest = new Vip(12, name, "west");
    var task = new Housekeeping(guest.Room, "flowers");
    log.LogInformation("Task {Task}", task);
    log.LogInformation("Arrived {Guest}", guest); // LEAK INS3001
}

//// MarkedIndexerAgain !
internal sealed class SeatMap
{
    private readonly string[] _names = new string[200];
    [Pii] internal string this[int seat] { get => _names[seat]; set => _names[seat] = value; }
    internal int Free => _names.Count(string.IsNullOrEmpty);
}

internal static class Boarding
{
    internal static void Swap(SeatMap map, int a, int b)
    {
        (map[a], map[b]) = (map[b], map[a]);
        System.Diagnostics.Trace.WriteLine($"swapped {a} and {b}, {map.Free} free, same: {map[a] == map[b]}");
        System.Diagnostics.Trace.WriteLine(map[b], "seat"); // LEAK INS3005
    }
}

//// ConstructorParameterMark !
internal sealed class AuditEntry([Pii] string actor, string action, DateTime at)
{
    internal string Action { get; } = action.ToLowerInvariant();
    internal string Who { get; } = actor.Trim();
    internal DateTime At => at;
}

internal sealed class Audit(ILogger<Audit> log)
{
    private readonly List<AuditEntry> _entries = [];
    internal void Add(AuditEntry entry)
    {
        _entries.Add(entry);
        log.LogInformation("{Action} at {At}", entry.Action, entry.At);
    }
    internal void Last()
    {
        if (_entries is [.., var last])
            log.LogInformation("Last actor {Who}", last.Who); // LEAK INS3001
    }
}

//// NestedObjectSiblings
internal void Deliver(User user, ILogger log)
{
    var home = user.Home;
    using var scope = log.BeginScope("delivery to {Country}", home.Country);
    log.LogInformation("{Id} in {Country}, roles {Roles}", user.Id, home.Country, user.Roles);
    log.LogInformation("Manager {Manager} has plan {Plan}", user.Manager?.Id, user.Manager?.Plan ?? "none");
    if (user.Manager is { Home: { City.Length: > 0, Country: var land } })
        log.LogInformation("Manager lives in {Land}", land);
}

//// MarkedOutParameterAgain
private static bool TryReadHolder(string line, out int account, [Pii] out string holder)
{
    var cut = line.IndexOf(':');
    account = cut < 0 ? 0 : cut;
    holder = cut < 0 ? "" : line[(cut + 1)..];
    return cut > 0;
}
internal void Read(IEnumerable<string> file, ILogger log)
{
    var number = 0;
    foreach (var line in file)
    {
        number++;
        if (!TryReadHolder(line, out var account, out _))
            log.LogWarning("Line {Number} is broken", number);
        else
            log.LogDebug("Line {Number}: account {Account}", number, account);
    }
}

//// MarkedDateAndNumber !
internal sealed class Athlete
{
    public int StartNumber { get; init; }
    [Pii] public DateOnly Born { get; init; }
    [Pii] public double HeartRate { get; set; }
    public TimeSpan Time { get; set; }
}

internal sealed class Race(ILogger<Race> log)
{
    internal void Finish(IReadOnlyCollection<Athlete> athletes)
    {
        var ranking = athletes.OrderBy(a => a.Time).ThenBy(a => a.Born).Select(a => a.StartNumber).ToList();
        log.LogInformation("Ranking {Ranking}", ranking);
        log.LogInformation("{Alarm} alarms", athletes.Count(a => a.HeartRate > 190));
        var oldest = athletes.MinBy(a => a.Born)!;
        log.LogInformation("Oldest: {Number}, {Time:g}", oldest.StartNumber, oldest.Time);
        log.LogInformation("Birth {Date:d}", oldest.Born); // LEAK INS3001
    }
}

//// HiddenProperty !
internal class Card
{
    [Pii] public string Caption { get; init; } = "";
    public int Id { get; init; }
}

internal sealed class GiftCard : Card
{
    public new string Caption => "gift card " + Id;
}

internal sealed class Shop(ILogger<Shop> log)
{
    internal void Sell(GiftCard card, Card loyalty)
    {
        log.LogInformation("Sold {Caption}", card.Caption);
        log.LogInformation("With loyalty {Id}, captions differ: {Differ}", loyalty.Id, !loyalty.Caption.Equals(card.Caption));
    }
}

//// MarkedParameterOnlyCompared
private int _wrong;
private bool Unlock([Pii] string pin, User owner, string door, ILogger log)
{
    var right = pin == owner.Phone?[^4..];
    if (!right) _wrong++;
    var state = right ? "open" : _wrong > 3 ? "blocked" : "closed";
    log.LogInformation("{Door} is {State} after {Wrong} wrong pins of {Digits} digits", door, state, _wrong, pin.Length);
    return right;
}

//// OverrideWithoutPersonal !
internal abstract class Exporter
{
    protected abstract string Render([Pii] string name, int number);
    internal void Export(IEnumerable<User> users)
    {
        foreach (var user in users) Console.Out.WriteLine(Render(user.FullName, user.Id));
    }
}

internal sealed class AnonymousExporter : Exporter
{
    private readonly Dictionary<string, int> _aliases = new();
    protected override string Render(string name, int number)
    {
        if (!_aliases.TryGetValue(name, out var alias)) _aliases[name] = alias = _aliases.Count + 1;
        return $"person {alias} (record {number})";
    }
}

//// StaticallyTypedThroughBase !
internal interface INamed { string Name { get; } }
internal sealed class Project : INamed { public string Name => "project"; }
internal sealed class Member : INamed { [Pii] public string Name { get; init; } = ""; public string Team { get; init; } = ""; }

internal sealed class Board(ILogger<Board> log)
{
    internal void Open(Project project, Member member)
    {
        INamed title = project;
        log.LogInformation("Board of {Name}, team {Team}", title.Name, member.Team);
        var names = new List<string> { title.Name };
        log.LogInformation("{Names}", names);
        names.Add(member.Name);
        log.LogInformation("{Count} names", names.Count);
    }
}
//// OverrideKeepsTheMark
private abstract class Party
{
    [Pii] public abstract string Contact { get; }
    public abstract string Kind { get; }
}
private sealed class Company(string desk) : Party
{
    public override string Contact => desk;
    public override string Kind => "company";
}

public void Print(ILogger log, string desk)
{
    var company = new Company(desk);
    log.LogInformation("Kind {Kind}", company.Kind);
    log.LogInformation("Contact {Contact}", company.Contact); // LEAK INS3001
    log.LogInformation("Reachable: {Yes}", company.Contact.Length > 0);
}

//// ExplicitImplementationAgain
private interface IAddressed { [Pii] string Address { get; } }
private sealed class Parcel(string code) : IAddressed
{
    string IAddressed.Address => code + "/1";
    public string Address => "depot";
}

public void Sort(ILogger log, string code)
{
    var parcel = new Parcel(code);
    log.LogInformation("Goes to {Address}", parcel.Address);
    log.LogInformation("Goes {Far}", ((IAddressed)parcel).Address.Length > 5 ? "far" : "near");
}

//// DefaultMemberBuildsALabel !
public interface IPerson
{
    [Pii] string Name { get; }
    string Badge { get; }
    string Label => $"{Badge} {Name}";
}

public sealed class Guest(string name) : IPerson
{
    public string Name => name;
    public string Badge => "guest";
}

public sealed class Robot(int number) : IPerson
{
    public string Name => "robot";
    public string Badge => "robot " + number;
    string IPerson.Label => Badge;
}

public sealed class Door(ILogger log)
{
    public void Enter(Guest guest)
    {
        IPerson person = guest;
        log.LogInformation("Entered: {Badge}", person.Badge);
    }

    public void Enter(Robot robot)
    {
        IPerson person = robot;
        log.LogInformation("Entered: {Label}", person.Label);
    }
}

//// StaticAbstractDescriptor !
internal interface IDescriptor<TSelf> where TSelf : IDescriptor<TSelf>
{
    static abstract string Describe(User user);
}

internal readonly struct ByPlan : IDescriptor<ByPlan>
{
    public static string Describe(User user) => user.Plan;
}

internal readonly struct ByMail : IDescriptor<ByMail>
{
    public static string Describe(User user) => user.Email;
}

internal sealed class DescriptorService(ILogger log)
{
    private static string Of<T>(User user) where T : IDescriptor<T> => T.Describe(user);

    public void Run(User user)
    {
        log.LogInformation("Plan: {Text}", Of<ByPlan>(user));
        log.LogInformation("Mail: {Length}", Of<ByMail>(user).Length);
    }
}

//// PrimaryConstructorParameter !
public sealed class Subscription([Pii] string owner, string channel, ILogger log)
{
    private readonly string _stamp = channel + "!";
    private string _owner = owner;

    public void Open() => log.LogInformation("Opened {Channel} {Stamp}", channel, _stamp);
    public void Close() => log.LogInformation("Closed for {Owner}", owner); // LEAK INS3001
    public void Touch() => log.LogInformation("Touched by {Owner}", _owner); // LEAK INS3001
    public bool IsFor(string who) => _owner == who;
}

//// MarkedNumberAndDerivedNumber
private sealed class Citizen
{
    [Pii] public int TaxNumber { get; set; }
    [Pii] public string Name { get; set; } = "";
    public int NameLength => Name.Length;
    public bool Known => TaxNumber != 0;
}

private static void Register(ILogger log, Citizen citizen)
{
    log.LogInformation("Known {Known}, length {Length}", citizen.Known, citizen.NameLength);
    log.LogInformation("Registered {Number}", citizen.TaxNumber); // LEAK INS3001
    log.LogInformation("Number of names {Count}", citizen.Name.Split(' ').Length);
}

public void Run(ILogger log, int number) => Register(log, new Citizen { TaxNumber = number });

//// FieldKeywordSetter
private sealed class Login
{
    public string Shown
    {
        get;
        set => field = value.Contains('@') ? "address" : "nickname";
    } = "";

    public string Raw
    {
        get => field;
        set => field = value.Trim();
    } = "";
}

public void Remember(ILogger log, User user)
{
    var login = new Login { Shown = user.Email, Raw = user.Email };
    log.LogInformation("Signed in with an {Kind}", login.Shown);
}

//// MarkedParameterIsInherited
private interface INotifier { void Notify([Pii] string recipient, string template); }
private sealed class LoudNotifier(ILogger log) : INotifier
{
    public void Notify(string recipient, string template)
    {
        log.LogInformation("Using {Template}", template);
        log.LogInformation("Notifying {Recipient}", recipient); // LEAK INS3001
    }
}
private sealed class QuietNotifier(ILogger log) : INotifier
{
    public void Notify(string recipient, string template)
    {
        recipient = template;
        log.LogInformation("Notifying by {Recipient}", recipient);
    }
}
public void Send(ILogger log, bool loud)
{
    INotifier notifier = loud ? new LoudNotifier(log) : new QuietNotifier(log);
    notifier.Notify("desk", "welcome");
}

//// ExtensionProperties !
public static class UserExtensions
{
    extension(User user)
    {
        public string Initial => user.FullName.Length == 0 ? "" : user.FullName[..1];
        public string Segment => user.Email.EndsWith(".edu") ? "school" : "other";
        public string Slug() => user.Plan.ToLowerInvariant() + "-" + user.Id;
    }
}

public sealed class SegmentJob(ILogger log)
{
    public void Run(User user)
    {
        log.LogInformation("Segment {Segment}, slug {Slug}", user.Segment, user.Slug());
        log.LogInformation("Initial {Initial}", user.Initial); // LEAK INS3001
    }
}

//// GenericOverMarkedInterface
private interface IHasEmail { [Pii] string Email { get; } string Source { get; } }
private sealed record Lead(string Email, string Source) : IHasEmail;

private static string Pick<T>(T item, Func<T, string> choose) where T : IHasEmail => choose(item);

public void Import(ILogger log, string line)
{
    var parts = line.Split(',');
    var lead = new Lead(parts[0], parts[1]);
    log.LogInformation("Imported from {Source}", Pick(lead, l => l.Source));
    log.LogInformation("Imported {Email}", Pick(lead, l => l.Email)); // LEAK INS3001
}

//// MarkedWrapperType !
[Pii]
internal readonly record struct PhoneNumber(string Digits)
{
    public override string ToString() => "+" + Digits;
}

internal sealed class CallLog(ILogger log)
{
    private readonly Dictionary<PhoneNumber, int> _calls = new();

    public void Add(PhoneNumber number)
    {
        _calls[number] = _calls.GetValueOrDefault(number) + 1;
        log.LogInformation("Called {Times} times", _calls[number]);
        log.LogInformation("Known numbers {Count}", _calls.Count);
    }
}

//// InheritedMark !
abstract class Party
{
    public int Number { get; set; }
    [Pii] public abstract string Title { get; }
    public virtual string Kind => "party";
}

sealed class Firm(string name) : Party
{
    public override string Title => name;
    public override string Kind => "firm";
}

sealed class PartyLog(ILogger<PartyLog> log)
{
    internal void Show(Firm firm)
    {
        log.LogInformation("{Number} {Kind}", firm.Number, firm.Kind);
        log.LogInformation("{Title}", firm.Title); // LEAK INS3001
    }
}

//// MarkedTypeAgainAgain
[Pii] private sealed class Diagnosis
{
    public string Code { get; set; } = "";
    public override string ToString() => Code;
}

void Close(ILogger log, List<Diagnosis> all)
{
    log.LogInformation("{Count} diagnoses", all.Count);
    log.LogInformation("any {Any}", all.Any(d => d.Code == "A00"));
    log.LogInformation("last {Diagnosis}", all[^1]); // LEAK INS3001
}

//// MarkedParameterAgain
void Lookup(ILogger log, [Pii] string search, string scope)
{
    log.LogInformation("searching in {Scope}, {Words} words", scope, search.Split(' ').Length);
    if (string.IsNullOrWhiteSpace(search))
        log.LogInformation("empty search: {Empty}", search == "");
    var normalized = search.Normalize().Trim();
    log.LogInformation("scope {Scope} {Short}", scope, normalized.Length < 3);
}

//// MarkedIdentifier
private sealed class Pupil
{
    [Pii] public int SocialNumber { get; set; }
    public int ClassNumber { get; set; }
    [Pii] public Guid Passport { get; set; }
    public Guid Row { get; set; }
}

void Enter(ILogger log, Pupil pupil)
{
    log.LogInformation("class {Class} row {Row}", pupil.ClassNumber, pupil.Row);
    log.LogInformation("number {Number}", pupil.SocialNumber); // LEAK INS3001
    log.LogInformation("passport {Passport}", pupil.Passport); // LEAK INS3001
    log.LogInformation("same {Same}", pupil.Passport == pupil.Row);
}

//// InterfaceMark !
interface IContact
{
    [return: Pii] string Reach(int how);
    string Region();
}

sealed class Warehouse(string mail) : IContact
{
    public string Reach(int how) => how == 0 ? mail : "";
    public string Region() => "north";
}

sealed class ContactTrace
{
    internal void Run(System.Diagnostics.Activity activity, Warehouse warehouse, IContact any)
    {
        activity.SetTag("region", warehouse.Region());
        activity.SetTag("region.any", any.Region());
        activity.SetTag("reachable", warehouse.Reach(0) != "");
        activity.SetTag("reach.length", any.Reach(1).Length);
    }
}

//// RecordPositions
private sealed record Shipment(int Id, [Pii] string Receiver, string Depot);

void Depart(ILogger log, Shipment shipment)
{
    var (id, _, depot) = shipment;
    log.LogInformation("{Id} leaves {Depot}", id, depot);
    log.LogInformation("{Id} via {Depot}", shipment.Id, shipment.Depot);
    log.LogInformation("same {Same}", shipment == shipment with { Depot = "x" });
}

//// RecordPositionsPrinted
private sealed record Parcel(int Id, [Pii] string Receiver, string Depot);

void Arrive(ILogger log, Parcel parcel)
{
    var (id, receiver, depot) = parcel;
    log.LogInformation("{Id} in {Depot}", id, depot);
    log.LogInformation("{Id} for {Receiver}", id, receiver); // LEAK INS3001
    log.LogInformation("{Parcel}", parcel); // LEAK INS3001
}

//// HiddenPrint
private sealed record Account(int Id, [Pii] string Iban)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id);
        return true;
    }
}

private sealed record Loan(int Id, Account Account, string State);

void Pay(ILogger log, Loan loan)
{
    log.LogInformation("account {Account}", loan.Account);
    log.LogInformation("loan {Loan}", loan);
    Console.WriteLine(loan);
    Console.WriteLine($"{loan.Account} {loan.State}");
}

//// MarkedReturnAgainAgain
[return: Pii] private static string Nickname(int id) => "n" + id;

private static string Badge(int id) => "b" + id;

void Greet(System.Diagnostics.Metrics.Counter<int> greetings, User user)
{
    greetings.Add(1, new KeyValuePair<string, object?>("badge", Badge(user.Id)));
    var nick = Nickname(user.Id);
    greetings.Add(nick.Length, new KeyValuePair<string, object?>("known", nick != ""));
    nick = Badge(user.Id);
    greetings.Add(1, new KeyValuePair<string, object?>("nick", nick));
}

//// UnmarkedNeighbours
private sealed class Lesson
{
    public string Room { get; set; } = "";
    public DateTime Start { get; set; }
    [Pii] public string? Teacher { get; set; }
    internal string Describe() => $"{Room} at {Start:t}";
}

void Schedule(ILogger log, Lesson lesson)
{
    log.LogInformation("{Lesson} {Room}", lesson.Describe(), lesson.Room);
    log.LogInformation("{Lesson}", lesson);
    using var scope = log.BeginScope(lesson.Start);
    Console.WriteLine($"{lesson.Room}: {(lesson.Teacher is null ? "free" : "taken")}");
    if (lesson.Start < DateTime.UtcNow) throw new InvalidOperationException("over: " + lesson.Describe());
}

//// DerivedRecordPrint
private abstract record Device(int Serial, [Pii] string Owner);
private sealed record Lamp(int Serial, string Owner, int Watts) : Device(Serial, Owner);
private abstract record Machine(int Serial);
private sealed record Drill(int Serial, int Watts) : Machine(Serial)
{
    [Pii] internal string Owner { get; init; } = "";
}

void List(ILogger log, Lamp lamp, Drill drill)
{
    log.LogInformation("{Serial} {Watts}", lamp.Serial, lamp.Watts);
    log.LogInformation("{Drill}", drill);
    log.LogInformation("{Lamp}", lamp); // LEAK INS3001
}

//// ContractMark !
internal interface IReachable
{
    [Pii] string Contact { get; }
    string Channel { get; }
}

internal sealed class PhoneLine(string number) : IReachable
{
    public string Contact => number;
    public string Channel => "phone";
}

internal sealed class Dialer(ILogger<Dialer> log)
{
    internal void Dial(PhoneLine line)
    {
        log.LogInformation("Dialing over {Channel}", line.Channel);
        log.LogInformation("Dialing {Contact}", line.Contact); // LEAK INS3001
    }
}

//// HiddenByNew !
internal class Sender
{
    [Pii] internal string Address { get; set; } = "";
}

internal sealed class SystemSender : Sender
{
    internal new string Address => "noreply";
}

internal static class Senders
{
    internal static void Report(SystemSender sender, ILogger log)
    {
        log.LogInformation("Sent by {Address}", sender.Address);
        log.LogInformation("Same {Same}", ((Sender)sender).Address == sender.Address);
    }

    internal static void ReportBase(SystemSender sender, ILogger log)
        => log.LogInformation("Sent by {Address}", ((Sender)sender).Address); // LEAK INS3001
}

//// ResolvedReturn !
internal interface IResolver
{
    [return: Pii] string NameOf(int id);
    string PlanOf(int id);
}

internal sealed class TableResolver(Dictionary<int, string> table) : IResolver
{
    public string NameOf(int id) => table[id];
    public string PlanOf(int id) => id % 2 == 0 ? "free" : "paid";
}

internal sealed class ResolverReport(IResolver resolver)
{
    internal void Write(System.Diagnostics.Activity span, int id)
    {
        span.SetTag("plan", resolver.PlanOf(id));
        Func<int, string> byId = resolver.NameOf;
        span.SetTag("name.length", byId(id).Length);
        span.SetTag("name", byId(id)); // LEAK INS3002
    }
}

//// SplitParameters
internal void Register([Pii] string nationalId, string region, ILogger log)
{
    var key = (Region: region, Id: nationalId);
    log.LogInformation("Region {Region}", key.Region);
    var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key.Id)));
    log.LogInformation("Digest {Digest}", digest);
    key.Id = region;
    log.LogInformation("Key {Key}", key);
}

//// EncodedParameters
internal void Register([Pii] string nationalId, string region, ILogger log)
{
    var key = (Region: region, Id: nationalId);
    log.LogInformation("Region {Region}", key.Region);
    var text = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key.Id));
    log.LogInformation("Encoded {Text}", text); // LEAK INS3001
    log.LogInformation("Key {Key}", key); // LEAK INS3001
}

//// PatientRecords
internal record Patient([Pii] string Name, int Ward);
internal sealed record Quiet([Pii] string Name, int Ward)
{
    public override string ToString() => $"Patient in {Ward}";
}
internal sealed record Partial([Pii] string Name, int Ward)
{
    private bool PrintMembers(System.Text.StringBuilder builder) { builder.Append("Ward = ").Append(Ward); return true; }
}

internal void Admit(Patient patient, Quiet quiet, Partial partial, ILogger log)
{
    log.LogInformation("Quiet {Quiet}", quiet);
    log.LogInformation("Partial {Partial}", partial);
    log.LogInformation("Admitted {Patient}", patient); // LEAK INS3001
}

//// QuietRecords
internal abstract record Entry(int Id)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder) { builder.Append("Id = ").Append(Id); return true; }
}
internal sealed record NamedEntry(int Id, [Pii] string Name) : Entry(Id)
{
    protected override bool PrintMembers(System.Text.StringBuilder builder) => base.PrintMembers(builder);
}
internal sealed record PrivateEntry(int Id) : Entry(Id)
{
    [Pii] internal string Name { get; init; } = "";
}

internal void Append(NamedEntry named, ILogger log)
{
    Entry entry = new PrivateEntry(named.Id) { Name = named.Name };
    log.LogInformation("Appended {Entry}", entry);
    log.LogInformation("Appended {Entry}", $"{named}");
}

//// GenericBox
internal sealed class Sealed<T>(T value, string tag)
{
    [Pii] internal T Value { get; } = value;
    internal string Tag { get; } = tag;
    internal Sealed<TNext> Map<TNext>(Func<T, TNext> map) => new(map(Value), Tag);
}

internal void Open(string raw, ILogger log)
{
    var box = new Sealed<string>(raw, "import").Map(s => s.Trim());
    log.LogInformation("Tag {Tag}", box.Tag);
    log.LogInformation("Box {Box}", box);
    log.LogInformation("Value {Value}", box.Value); // LEAK INS3001
}

//// ExtensionHandle !
internal static class UserExtensions
{
    extension(User user)
    {
        internal string Handle => user.Email.Split('@')[0];
        internal string Badge => user.Tier + "/" + user.Plan;
        internal bool Same(User other) => user.Email == other.Email;
    }
}

internal sealed class Badges(ILogger<Badges> log)
{
    internal void Print(User a, User b)
    {
        log.LogInformation("Badge {Badge}", a.Badge);
        log.LogInformation("Same {Same}", a.Same(b));
        log.LogInformation("Handle of {Length}", a.Handle.Length);
    }
}


//// DestructuredHarmless
void M(ILogger log, User u) => log.LogInformation("user {@User}", new { u.Id, u.Tier, Admin = u.IsAdmin });
//// RecordWithListAgain
record Batch(int Number, List<Customer> Items);
void M(ILogger log, Batch b) => log.LogInformation("batch {Batch}", b);
//// RecordWithRecord
record Order(int Number, Customer Buyer);
void M(ILogger log, Order o) => log.LogInformation("order {Order}", o); // LEAK INS3001
//// AnonymousType
void M(ILogger log, User u)
{
    var row = new { u.Id, u.Email };
    log.LogInformation("row {Row}", row.Id);
    Console.WriteLine(row); // LEAK INS3005
}
//// TuplePrinted
void M(ILogger log, User u)
{
    var t = (u.Id, u.Phone);
    log.LogInformation("{T}", t); // LEAK INS3001
}
//// RecordWithOwnToString
record Patient(int Id, [Pii] string Name, string Ward) { public override string ToString() => $"Patient {Id} in {Ward}"; }
void M(ILogger log, Patient p) => log.LogInformation("moved {Patient}", p);
//// PrintMembersHidden
record Patient(int Id, [Pii] string Name)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append("Id = ").Append(Id); return true; }
}
void M(ILogger log, Patient p) => log.LogInformation("moved {Patient}", p);
//// InternalMemberOfRecord
record Patient(int Id, string Ward) { [Pii] internal string Name { get; init; } = ""; [Pii] private string? Note { get; set; } }
void M(ILogger log, User u) => log.LogInformation("moved {Patient}", new Patient(u.Id, "W1") { Name = u.FullName });
//// DebuggerDisplayIsNoText
[System.Diagnostics.DebuggerDisplay("{Name} <{Mail}>")]
class Contact { [Pii] public string Name { get; set; } = ""; [Pii] public string Mail { get; set; } = ""; }
void M(ILogger log, Contact c) => log.LogInformation("contact {C}", c);
//// FormattableShows
class Person(User u) : IFormattable
{
    public override string ToString() => "person";
    public string ToString(string? format, IFormatProvider? provider) => u.FullName;
}
void M(ILogger log, User u)
{
    var p = new Person(u);
    log.LogInformation("{P}", p.ToString());
    Console.WriteLine($"hello {p}"); // LEAK INS3005
}
//// DerivedRecord
record Animal(string Chip);
record Dog(string Chip, [Pii] string OwnerName) : Animal(Chip);
void M(ILogger log, Animal a)
{
    if (a is Dog d) log.LogInformation("chip {Chip}", d.Chip);
    log.LogInformation("animal {Animal}", a); // LEAK INS3001
}
void N(ILogger log, User u) => M(log, new Dog("c1", u.FullName));
//// SealedToStringInBase
record Animal(string Chip) { public sealed override string ToString() => "animal " + Chip; }
record Dog(string Chip, [Pii] string OwnerName) : Animal(Chip);
void M(ILogger log, User u)
{
    Animal a = new Dog("c1", u.FullName);
    log.LogInformation("animal {Animal}", a);
}
//// DictionaryPrinted
void M(ILogger log, IUsers users)
{
    var plans = users.All().ToDictionary(u => u.Id, u => u.Plan);
    var mails = users.All().ToDictionary(u => u.Id, u => u.Email);
    log.LogInformation("plans {Plans}", plans);
    log.LogInformation("mails {Mails}", mails); // LEAK INS3001
}
//// ShipmentToString !
internal class Parcel
{
    public string Code { get; }
    private readonly Address _to;
    private readonly string _receiver;
    public Parcel(string code, User receiver) { Code = code; _to = receiver.Home; _receiver = receiver.FullName; }
    public bool IsDomestic => _to.Country == "DE";
    public override string ToString()
    {
        var b = new System.Text.StringBuilder("Parcel ");
        b.Append(Code);
        if (!IsDomestic) b.Append(" (abroad)");
        b.Append(" -> ").Append(_to.Country);
        return b.ToString();
    }
    public string Label() => ToString() + "\n" + _receiver + "\n" + _to.Street + "\n" + _to.City;
}
internal class Depot
{
    private readonly ILogger<Depot> _log;
    private readonly Queue<Parcel> _queue = new();
    public Depot(ILogger<Depot> log) => _log = log;
    public void Receive(Parcel p)
    {
        _queue.Enqueue(p);
        _log.LogInformation("Received {Parcel}, {Count} waiting", p, _queue.Count);
    }
    public string? Ship()
    {
        if (!_queue.TryDequeue(out var p)) return null;
        var label = p.Label();
        _log.LogInformation("Label of {Parcel} has {Lines} lines", p, label.Count(c => c == '\n') + 1);
        return label;
    }
}
//// CartToString !
internal class Cart
{
    private readonly User _owner;
    private readonly List<(string Sku, int Count)> _items = new();
    public Cart(User owner) => _owner = owner;
    public void Add(string sku, int count) => _items.Add((sku, count));
    public override string ToString() => $"Cart of {_owner.Display()} [{string.Join(", ", _items.Select(i => i.Count + "x" + i.Sku))}]";
    public string Summary => _items.Sum(i => i.Count) + " pieces";
}
internal class CartService(log4net.ILog log)
{
    public void Checkout(Cart cart)
    {
        log.Info(cart.Summary);
        log.InfoFormat("checkout {0}", cart); // LEAK INS3001
    }
}
//// RecordInTemplate
class Shop(ILogger<Shop> log)
{
    Customer? _last;
    public void Enter(int id, [Pii] string email)
    {
        _last = new Customer(id, email, "gold");
        Greet(_last);
    }
    void Greet(Customer c)
    {
        log.LogInformation("Entered: {Customer}", c); // LEAK INS3001
    }
}
//// ClassPrintsTypeName
void Show(IUsers users, int id, ILogger log)
{
    User u = users.Get(id);
    log.LogInformation("Loaded {User} with {Home}", u, u.Home);
    log.LogDebug($"Loaded {u}");
    Console.WriteLine("User is " + u);
    Console.WriteLine(string.Format("{0} lives at {1}", u, u.Home.ToString()));
}
//// PrintMembersHidesMail
record Account(int Id, [property: Pii] string Mail, string Plan)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Plan = ").Append(Plan);
        return true;
    }
}
void Open(User u, ILogger log)
{
    var account = new Account(u.Id, u.Email, u.Plan);
    log.LogInformation("Opened {Account}", account);
    if (account.Mail.Length == 0) throw new InvalidOperationException($"No mail in {account}");
}
//// RecordStructInSpan
readonly record struct Position(string Street, string Country)
{
    public Position(Address a) : this(a.Street, a.Country) { }
}
void Locate(User u, System.Diagnostics.Activity? activity)
{
    var position = new Position(u.Home);
    activity?.SetTag("country", position.Country);
    activity?.AddTag("position", $"at {position}"); // LEAK INS3002
}
//// DerivedRecordPrintsBase
abstract record Notice(int Number, string Recipient);
record Overdue(int Number, string Recipient, int Days) : Notice(Number, Recipient);
record Paid(int Number, string Recipient) : Notice(Number, Recipient);
static Notice Make(User u, int days) => days > 0 ? new Overdue(1, u.FullName, days) : new Paid(1, u.FullName);
void Run(User u, int days)
{
    Notice notice = Make(u, days);
    Console.WriteLine(notice.Number);
    Console.WriteLine(notice); // LEAK INS3005
}
//// DerivedClassToStringIsHarmless
class Person(User user)
{
    protected User User => user;
    public override string ToString() => user.FullName + " <" + user.Email + ">";
}
sealed class Anonymous(User user) : Person(user)
{
    public override string ToString() => "anonymous on " + User.Plan;
}
void Show(User u, ILogger log)
{
    var anonymous = new Anonymous(u);
    log.LogInformation("Visitor {Visitor}", anonymous);
    Console.WriteLine($"Visitor: {anonymous}");
}
//// WithExpressionClearsMail
void Log(Customer c, NLog.Logger log)
{
    var clean = c with { Email = "(removed)" };
    log.Info("Customer {0}", clean);
    log.Info("Customer " + (c with { Email = "", Level = c.Level.ToUpperInvariant() }));
    if (!clean.Equals(c)) log.Info("had a mail");
}
//// AnonymousObjectPrinted
void Fail(User u, int attempts)
{
    var details = new { u.Id, attempts, Contact = u.Phone };
    var text = "Login refused: " + details;
    if (attempts > 3)
        throw new UnauthorizedAccessException(text); // LEAK INS3004
}
//// TuplePrintedAgain
class Rows(IUsers users, log4net.ILog log)
{
    (int, string) Row(int id)
    {
        var u = users.Get(id);
        return (u.Id, u.Aliases.FirstOrDefault() ?? "");
    }
    public void Dump(int id)
    {
        object row = Row(id);
        log.Info(row); // LEAK INS3001
    }
}
//// ListInterpolatedPrintsTypeName
void Dump(IUsers users)
{
    List<string> mails = users.All().Select(u => u.Email).ToList();
    string[] names = users.All().Select(u => u.FullName).ToArray();
    var byId = users.All().ToDictionary(u => u.Id, u => u.Email);
    Console.WriteLine($"Collected {mails} and {names}");
    Console.WriteLine("Index: " + byId);
    System.Diagnostics.Debug.WriteLine(mails.ToString());
}
//// ListInTemplatePrintsElements
void Dump(IUsers users, ILogger log)
{
    var mails = new List<string>();
    foreach (var u in users.All())
        if (u.Tier == Tier.Paid) mails.Add(u.Email);
    mails.Sort();
    log.LogInformation("Paying {Count}: {Mails}", mails.Count, mails); // LEAK INS3001
}
//// DestructuredHolder
class Ticket
{
    public int Number { get; set; }
    public User? Reporter { get; set; }
}
class Desk(Serilog.ILogger log)
{
    readonly List<Ticket> _open = [];
    public void Open(User u) => _open.Add(new Ticket { Number = _open.Count + 1, Reporter = u });
    public void Review()
    {
        foreach (var ticket in _open)
        {
            log.Information("Reviewing {Number} {Ticket}", ticket.Number, ticket);
            log.Information("Stale {@Ticket}", ticket); // LEAK INS3001
        }
    }
}
//// RecordHoldsPlainClass
record Order(int Number, User Owner, List<string> Lines)
{
    public decimal Total { get; init; }
}
void Place(User u, int number, ILogger log)
{
    var order = new Order(number, u, ["to " + u.Home.Street, u.Plan]) { Total = 12.5m };
    log.LogInformation("Placed {Order}", order);
    Console.WriteLine("Placed " + order);
}
//// SealedToStringInBaseRecord
abstract record Entity(int Id)
{
    public sealed override string ToString() => GetType().Name + "#" + Id;
}
record Contact(int Id, [property: Pii] string Mail) : Entity(Id);
void Save(User u, System.Diagnostics.Activity activity)
{
    var contact = new Contact(u.Id, u.Email);
    activity.SetTag("entity", contact.ToString());
    activity.DisplayName = $"save {contact}";
}
//// ExceptionMessageOverride
class RejectedException(User user) : Exception
{
    public int Id => user.Id;
    public override string Message => "Rejected " + user.Email;
}
void Check(User u)
{
    try
    {
        if (!u.IsAdmin) throw new RejectedException(u);
    }
    catch (RejectedException e)
    {
        Console.WriteLine("Rejection of " + e.Id);
        Console.WriteLine(e.Message); // LEAK INS3005
    }
}
//// PrivateMemberOfRecord
record Ticket(Guid Key)
{
    [Pii] private string Holder { get; init; } = "";
    internal string Phone { get; init; } = "";
    public static Ticket For(User u) => new(u.Key) { Holder = u.FullName, Phone = u.Phone ?? "" };
    public bool BelongsTo(User u) => Holder == u.FullName && Phone == u.Phone;
}
void Issue(User u, User other, ILogger log)
{
    var ticket = Ticket.For(u);
    log.LogInformation("Issued {Ticket}, shared: {Shared}", ticket, ticket.BelongsTo(other));
}
//// RecordInException !
internal sealed record Claim(int Number, [Pii] string Insured, decimal Amount);
internal static class Claims
{
    public static void Check(Claim claim)
    {
        if (claim.Amount < 0) throw new InvalidOperationException($"negative amount in {claim.Number}");
        if (claim.Amount > 10000) throw new InvalidOperationException($"too much in {claim}"); // LEAK INS3004
    }
}
//// HiddenRecordMember !
internal sealed record Appointment(int Room, DateTime At)
{
    [Pii] internal string Patient { get; init; } = "";
    [Pii] private string Complaint { get; init; } = "";
    public bool IsKnown => Patient != "" && Complaint != "";
}
internal sealed class Calendar(ILogger log)
{
    public void Add(Appointment a, User user)
    {
        var full = a with { Patient = user.FullName };
        log.LogInformation("added {Appointment}", full);
        Console.WriteLine($"added {full}");
    }
}
//// RecordOwnText !
internal record Guest([Pii] string Name, int Room) { public sealed override string ToString() => "guest in " + Room; }
internal sealed record SuiteGuest([Pii] string Name, int Room, [Pii] string Butler) : Guest(Name, Room);
internal sealed class Hall(ILogger log)
{
    public void Enter(Guest guest, SuiteGuest suite) => log.LogInformation("{Guest} and {Suite} in {Lobby}", guest, suite, string.Concat("lobby of ", suite));
}
//// RecordPrintMembers !
internal sealed record Card([Pii] string Holder, string Brand)
{
    private bool PrintMembers(System.Text.StringBuilder builder) { builder.Append("Brand = ").Append(Brand); return true; }
}
internal static class Cards { public static void Show(Card card) => Console.WriteLine("card " + card); }
//// RecordsInRecords !
internal sealed record Order(int Number, User Buyer, List<Customer> Others);
internal sealed record Offer(int Number, Customer Buyer);
internal sealed class Shop(ILogger log)
{
    public void Sell(Order order, Offer offer)
    {
        log.LogInformation("order {Order}", order);
        log.LogInformation("offer {Offer}", offer); // LEAK INS3001
        log.LogInformation("others {N}", order.Others.Count);
        log.LogInformation("others {Others}", order.Others); // LEAK INS3001
    }
}
//// AnonymousSelections
void Anonymous(ILogger log, User user)
{
    var small = new { user.Id, user.Plan, Known = user.Email != "" };
    log.LogInformation("small {Small}", small);
    var large = new { small.Id, Name = user.FullName };
    log.LogInformation("large {Id}", large.Id);
    log.LogInformation("large {Large}", large); // LEAK INS3001
    var nested = new { small, user };
    log.LogInformation("nested {Nested}", nested);
}
//// TuplesAndPairs
void Pairs(User user)
{
    var whole = (user.Id, user);
    Console.WriteLine(whole);
    var pair = KeyValuePair.Create(user.Id, user.Email);
    Console.WriteLine("pair " + pair.Key);
    Console.WriteLine("pair " + pair); // LEAK INS3005
    var triple = Tuple.Create(user.Id, user.Tier, user.Home);
    Console.WriteLine(triple.ToString());
}
//// OwnToStringAgain !
internal class Member(User user) { protected User User => user; public override string ToString() => "member " + user.Id; }
internal sealed class Trainer(User user) : Member(user) { }
internal sealed class Patron(User user) : Member(user) { public override string ToString() => base.ToString() + " (" + User.Home.City + ")"; }
internal sealed class Club(ILogger log)
{
    public void Join(Trainer trainer, Patron patron)
    {
        log.LogInformation("joined {Trainer}", trainer);
        log.LogInformation("joined {Patron}", patron); // LEAK INS3001
    }
}
//// DebuggerText !
[System.Diagnostics.DebuggerDisplay("{Name} {Born}")]
internal sealed class Pupil { [Pii] public string Name { get; init; } = ""; [Pii] public DateTime Born { get; init; } public int Form { get; init; } }
internal sealed class School(ILogger log)
{
    public void Move(List<Pupil> pupils)
    {
        foreach (var pupil in pupils) log.LogDebug("moving {Pupil} from {Form}", pupil, pupil.Form);
        log.LogInformation("moved {Pupils}", pupils);
        Console.WriteLine("done: " + pupils[0]);
    }
}
//// FormattableThing !
internal sealed class Passport([Pii] string number, string country) : IFormattable
{
    public override string ToString() => country;
    public string ToString(string? format, IFormatProvider? provider) => country + number;
}
internal static class Border
{
    public static void Pass(Passport passport)
    {
        Console.WriteLine("passport " + passport.ToString());
        Console.WriteLine($"passport {passport}"); // LEAK INS3005
    }
}
//// IgnoredInJson !
internal sealed class Profile
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Mail { get; set; } = "";
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Always)] public string? Street { get; set; }
}
internal sealed class Profiles(ILogger log)
{
    public void Save(User user)
    {
        var profile = new Profile { Id = user.Id, Mail = user.Email, Street = user.Home.Street };
        var json = System.Text.Json.JsonSerializer.Serialize(profile, new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        log.LogInformation("saved {Json}", json);
    }
}
//// IgnoredOnlyWhenNull !
internal sealed class Delivery
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string? Doorbell { get; set; }
}
internal sealed class Deliveries(ILogger log)
{
    public void Start(Delivery delivery)
    {
        string body = System.Text.Json.JsonSerializer.Serialize(delivery);
        log.LogDebug("{Length} characters", body.Length);
        log.LogDebug("body {Body}", body); // LEAK INS3007
    }
}
//// JsonFields !
internal sealed class Sample { public int Tube { get; set; } [Pii] public string Donor = ""; [Pii] internal string Doctor { get; set; } = ""; }
internal sealed class Lab(ILogger log)
{
    private static readonly System.Text.Json.JsonSerializerOptions Fields = new() { IncludeFields = true };
    public void Test(Sample sample)
    {
        log.LogInformation("sample {Sample}", System.Text.Json.JsonSerializer.Serialize(sample));
        log.LogInformation("whole {Sample}", System.Text.Json.JsonSerializer.Serialize(sample, Fields)); // LEAK INS3007
    }
}
//// WrongIgnore !
internal sealed class Rider { public int Horse { get; set; } [Pii, Newtonsoft.Json.JsonIgnore] public string Nick { get; set; } = ""; }
internal sealed class Race(ILogger log)
{
    public void Start(Rider rider)
    {
        log.LogInformation("rider {Json}", Newtonsoft.Json.JsonConvert.SerializeObject(rider));
        log.LogInformation("rider {Json}", System.Text.Json.JsonSerializer.Serialize(rider)); // LEAK INS3007
    }
}
//// JsonOfSelection
void Selection(ILogger log, User user, string path)
{
    var json = System.Text.Json.JsonSerializer.Serialize(new { user.Id, user.Plan, Home = user.Home.Country, Phone = user.Phone is not null });
    log.LogInformation("selected {Json}", json);
    var copy = System.Text.Json.JsonSerializer.Deserialize<User>(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(user))!;
    log.LogInformation("copied {Id} {Plan}", copy.Id, copy.Plan);
    File.WriteAllText(path, System.Text.Json.JsonSerializer.Serialize(copy.Roles));
}
//// JsonElsewhere
void Elsewhere(ILogger log, User user, string path)
{
    var json = System.Text.Json.JsonSerializer.Serialize(user);
    log.LogInformation("stored at {Path}", path);
    File.WriteAllText(path, json); // LEAK INS3008
    Console.WriteLine(json); // LEAK INS3005
    log.LogInformation("has {N} lines", json.Split('\n').Length);
}
//// ContractMembers !
[System.Runtime.Serialization.DataContract]
internal sealed class Invoice
{
    [System.Runtime.Serialization.DataMember] public int Number { get; set; }
    [Pii] public string Payer { get; set; } = "";
}
internal sealed class Invoices(ILogger log)
{
    public void Write(Invoice invoice)
    {
        using var stream = new MemoryStream();
        new System.Runtime.Serialization.DataContractSerializer(typeof(Invoice)).WriteObject(stream, invoice);
        log.LogInformation("invoice {Xml}", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
//// XmlOfUser
void Xml(ILogger log, User user)
{
    var serializer = new System.Xml.Serialization.XmlSerializer(typeof(User));
    using var writer = new StringWriter();
    serializer.Serialize(writer, user);
    var xml = writer.ToString();
    log.LogInformation("{Length} characters of {Type}", xml.Length, typeof(User));
    log.LogInformation("written {Xml}", xml); // LEAK INS3007
}
//// Destructured
void Destructure(Serilog.ILogger log, User user, Customer customer)
{
    log.Information("user {User}", user);
    log.Information("user {@User}", new { user.Id, user.Tier });
    log.Information("user {@User} in {Plan}", user, user.Plan); // LEAK INS3001
    log.Information("customer {Customer}", customer); // LEAK INS3001
    log.Information("customer {Level}", customer.Level);
}
//// SilentException !
internal sealed class AccountLocked(User user) : Exception("account locked")
{
    public int Number { get; } = user.Id;
    [Pii] public string Owner { get; } = user.FullName;
}
internal sealed class Bank(ILogger log)
{
    public void Withdraw(User user, Func<User, bool> locked)
    {
        try { if (locked(user)) throw new AccountLocked(user); }
        catch (AccountLocked e) when (e.Owner != "")
        {
            log.LogError(e, "account {Number}: {Message}", e.Number, e.Message);
        }
    }
}
//// ChattyException !
internal class BookingException : Exception { public BookingException(string text) : base("booking: " + text) { } }
internal sealed class GuestException : BookingException
{
    public GuestException(User guest, int room) : base($"room {room} refused to {guest.FullName}") { } // LEAK INS3004
    public GuestException(int room) : base($"room {room} is taken") { }
}
internal static class Hotel
{
    public static Exception Taken(int room) => new GuestException(room);
    public static Exception Full(User guest) => new BookingException("full, " + guest.Id);
    public static Exception Unpaid(User guest) => new BookingException("unpaid by " + guest.Phone); // LEAK INS3004
}
//// PrintedPromises
void Promises(IUsers users, User user)
{
    Task<User> pending = users.GetAsync(1);
    Task<string> mail = Task.FromResult(user.Email);
    Func<string> later = () => user.FullName;
    Console.WriteLine($"{pending} {mail} {later}");
    Console.WriteLine("status {0} {1}", mail.Status, mail.IsCompleted);
    Console.WriteLine(later.Method.Name + " of " + typeof(User).Name);
}
//// ConvertedJson !
internal sealed class Hidden : System.Text.Json.Serialization.JsonConverter<string>
{
    public override string? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString();
    public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue("***");
}
internal sealed class Login { public int Id { get; set; } [Pii, System.Text.Json.Serialization.JsonConverter(typeof(Hidden))] public string Account { get; set; } = ""; }
internal sealed class Logins(ILogger log)
{
    public void Try(Login login) => log.LogInformation("login {Json}", System.Text.Json.JsonSerializer.Serialize(login));
}
//// EnumsAndTypes
enum Match { None, Name, Phone }
void Matched(ILogger log, User user, string search)
{
    var match = user.FullName.Contains(search) ? Match.Name : user.Phone == search ? Match.Phone : Match.None;
    log.LogInformation("matched by {Match} on {Type}.{Member}", match, user.GetType().Name, nameof(User.FullName));
    Console.WriteLine($"{match:G} {match:D} {typeof(User).GetProperty(nameof(User.Email))}");
}
//// PlainStruct !
internal readonly struct Seat([Pii] string holder, int row) { public int Row => row; public bool Free => holder.Length == 0; }
internal static class Plane
{
    public static void Show(Seat seat, Seat[] all)
    {
        Console.WriteLine("seat " + seat);
        Console.WriteLine($"row {seat.Row}: {seat.Free}, {all.Count(s => s.Free)} free in {all}");
        if (seat.Row < 0) throw new InvalidOperationException($"no row for {seat}");
    }
}
//// RecordHidesItsMembers !
public record Contact([Pii] string Email, string Plan)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Plan = ").Append(Plan);
        return true;
    }
}

public record Prospect([Pii] string Email, string Plan, string Source) : Contact(Email, Plan);

public record Caller([Pii] string Email, string Plan, [Pii] string Phone) : Contact(Email, Plan);

public sealed class ContactLog(ILogger log)
{
    public void Write(string source, Contact contact, [Pii] string phone)
    {
        var prospect = new Prospect(contact.Email, contact.Plan, source);
        log.LogInformation("Prospect {Prospect}", prospect);
        log.LogInformation("Caller {Caller}", new Caller("", contact.Plan, phone)); // LEAK INS3001
    }
}

//// SealedToString !
public record Ticket(int Number)
{
    public sealed override string ToString() => "Ticket " + Number;
}

public record OwnedTicket(int Number, [Pii] string Owner) : Ticket(Number);

public sealed class TicketDesk(ILogger log)
{
    public void Open(int number, User user)
    {
        log.LogInformation("Opened {Ticket}", new OwnedTicket(number, user.FullName));
        log.LogInformation($"Opened {new OwnedTicket(number, user.FullName)}");
    }
}

//// RecordHoldingAClass
private sealed record Shipment(int Number, Address To);
private sealed record Arrival(int Number, Visit By);

public void Ship(ILogger log, User user, Visit visit)
{
    var shipment = new Shipment(1, user.Home);
    log.LogInformation("Shipping {Shipment}", shipment);
    log.LogInformation("Shipping {@Shipment}", shipment); // LEAK INS3001
    log.LogInformation("Arrived {Arrival}", new Arrival(2, visit)); // LEAK INS3001
}

//// NonPublicRecordMembers
private sealed record Session(int Number)
{
    [Pii] internal string Owner { get; init; } = "";
    [Pii] private string Device { get; init; } = "";
    public static string Version => "2";
    public bool Owned => Owner.Length + Device.Length > 0;
}

public void Start(ILogger log, User user)
{
    log.LogInformation("Started {Session}", new Session(1) { Owner = user.Email });
}

//// FormattableCard !
internal sealed class Card(User user) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => format switch
    {
        "F" => $"{user.FullName} ({user.Plan})",
        _ => $"#{user.Id} ({user.Plan})",
    };

    public override string ToString() => ToString("S", null);
}

internal sealed class CardPrinter(ILogger log)
{
    public void Print(User user)
    {
        var card = new Card(user);
        log.LogInformation("Card {Card}", card.ToString());
        log.LogInformation("Card {Card}", card.ToString("S", null));
    }
}

//// HandlerThatHides !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public readonly ref struct HidingHandler
{
    private readonly System.Text.StringBuilder _text;
    public HidingHandler(int literalLength, int formattedCount) => _text = new System.Text.StringBuilder(literalLength);
    public void AppendLiteral(string text) => _text.Append(text);
    public void AppendFormatted<T>(T value) => _text.Append(value is null ? "null" : "***");
    public string Text => _text.ToString();
}

public static class HidingLog
{
    public static void Say(ILogger log, HidingHandler handler) => log.LogInformation("{Text}", handler.Text);
    public static void Greet(ILogger log, User user) => Say(log, $"Hello {user.FullName}, born {user.BirthDate}");
}

//// HandlerThatHidesStringsOnly !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public readonly ref struct StringHidingHandler
{
    private readonly System.Text.StringBuilder _text;
    public StringHidingHandler(int literalLength, int formattedCount) => _text = new System.Text.StringBuilder(literalLength);
    public void AppendLiteral(string text) => _text.Append(text);
    public void AppendFormatted(string? value) => _text.Append("***");
    public void AppendFormatted<T>(T value) => _text.Append(value);
    public string Text => _text.ToString();
}

public static class StringHidingLog
{
    private static string Render(StringHidingHandler handler) => handler.Text;

    public static void Greet(ILogger log, User user)
    {
        log.LogInformation("{Text}", Render($"Hello {user.FullName} on {user.Tier}"));
        log.LogInformation("{Text}", Render($"Born on {user.BirthDate}")); // LEAK INS3001
    }
}

//// ListsInTextAndAsArguments
public void Dump(ILogger log, User user)
{
    var names = new List<string> { user.FullName, user.Email };
    Console.WriteLine($"Names: {names}");
    Console.WriteLine(names);
    log.LogInformation("Names: {Names}", names); // LEAK INS3001
    Console.WriteLine(string.Join(", ", names)); // LEAK INS3005
    log.LogInformation("Names: {Names}", names.ToString());
    log.LogInformation("Names: {Count}", names.Count);
}

//// ImplicitConversionToText !
public sealed class Recipient(User user)
{
    public static implicit operator string(Recipient recipient) => recipient.Address;
    public static explicit operator int(Recipient recipient) => recipient.Address.Length;
    private string Address => user.Email;
    public override string ToString() => "recipient of " + user.Plan;
}

public sealed class RecipientJob(ILogger log)
{
    public void Run(User user)
    {
        var recipient = new Recipient(user);
        log.LogInformation("Serving {Recipient}", recipient);
        log.LogInformation("Serving {Length}", (int)recipient);
        string text = recipient;
        log.LogInformation("Serving {Words} words", text.Split(' ').Length);
    }
}

//// OperatorsOnALine !
public readonly struct LogLine(string text)
{
    public string Text { get; } = text;
    public static LogLine operator +(LogLine line, string more) => new(line.Text + more);
    public static LogLine operator -(LogLine line, string gone) => new("cut " + gone.Length);
    public static bool operator true(LogLine line) => line.Text.Length > 0;
    public static bool operator false(LogLine line) => line.Text.Length == 0;
}

public sealed class LineWriter(ILogger log)
{
    public void Write(User user)
    {
        var line = new LogLine("user ");
        var cut = line - user.Email;
        log.LogInformation("{Line}", cut.Text);
        line += user.Email;
        log.LogInformation("{Line}", line.Text); // LEAK INS3001
        log.LogInformation("{Set}", line ? "set" : "unset");
    }
}

//// TuplesAndAnonymous
public void Trace(ILogger log, User user)
{
    var pair = (user.Id, Mail: user.Email);
    var summary = new { user.Id, Length = user.Email.Length, Manager = user.Manager?.Id };
    log.LogInformation("Pair {Pair}", pair); // LEAK INS3001
    log.LogInformation("Pair {Id} {Length}", pair.Id, pair.Mail.Length);
    log.LogInformation("Summary {Summary}", summary);
    pair.Mail = user.Plan;
    log.LogInformation("Pair {Pair}", pair);
    log.LogInformation("User {User}", user);
}

//// NestedRecord
private sealed record Line(int Quantity, string Article);
private sealed record Order(Guid Id, Customer Buyer, Line First);

public void Print(Customer buyer)
{
    var order = new Order(Guid.NewGuid(), buyer, new Line(2, "book"));
    Console.WriteLine(order.First);
    Console.WriteLine($"{order.Id} for {order.Buyer.Level}");
    Console.WriteLine(order); // LEAK INS3005
}

//// RecordWithPrintMembers
private sealed record Ticket(int Number, [Pii] string Reporter)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Number = ").Append(Number);
        return true;
    }
}

public void Open(User user, ILogger logger)
{
    var ticket = new Ticket(17, user.FullName);
    logger.LogInformation("Opened {Ticket}", ticket);
    Console.WriteLine($"Opened {ticket with { Number = 18 }}");
}

//// ClassWithoutToString
private sealed class Cart(string owner)
{
    internal string Owner { get; } = owner;
    internal List<string> Items { get; } = [];
}

public void Checkout(User user, ILogger logger)
{
    var cart = new Cart(user.Email);
    cart.Items.Add("book");
    logger.LogInformation("Checkout {Cart} with {Items}", cart, cart.Items);
    Console.WriteLine(cart);
    Console.WriteLine("User " + user);
}

//// ClassWithToString
private sealed class Basket(string owner)
{
    internal string Owner { get; } = owner;
    internal List<string> Items { get; } = [];

    [return: Pii]
    public override string ToString() => $"{Items.Count} items of {Owner}";
}

public void Checkout(User user, ILogger logger)
{
    var basket = new Basket(user.Email);
    basket.Items.Add("book");
    logger.LogDebug("Items {Items}", basket.Items);
    logger.LogInformation("Checkout {Basket}", basket); // LEAK INS3001
}

//// ListsInTexts
public void Show(User user, ILogger logger)
{
    var contacts = new List<string> { user.Email, user.Phone ?? "" };
    Console.WriteLine(contacts);
    Console.WriteLine($"Contacts: {contacts}");
    var message = "Contacts: " + contacts;
    logger.LogInformation("{Message}", message);
    logger.LogInformation("{Contacts}", contacts); // LEAK INS3001
}

//// DestructuredUser
public void Audit(User user, Serilog.ILogger log)
{
    log.Information("User {User}", user);
    log.Information("Tier {@Tier} of {Id}", user.Tier, user.Id);
    log.Information("User {@User}", user); // LEAK INS3001
    log.Information("Summary {@Summary}", new { user.Id, user.Plan, Aliases = user.Aliases.Length });
}

//// TuplesAndAnonymousAgain
public void Trace(User user)
{
    var safe = (user.Id, user.Plan, Adult: user.BirthDate < DateTime.Today.AddYears(-18));
    System.Diagnostics.Trace.WriteLine(safe);
    var row = new { user.Id, Name = new { Parts = user.FullName.Split(' ').Length } };
    System.Diagnostics.Trace.WriteLine(row.Id);
    System.Diagnostics.Trace.WriteLine($"row {row}");
}

//// WrappedReference !
internal readonly record struct UserRef(int Id, Guid Key)
{
    internal static UserRef Of(User user) => new(user.Id, user.Key);
}

internal abstract record Activity2(UserRef Who);

internal sealed record PhoneChanged(UserRef Who, int Digits) : Activity2(Who);

internal sealed class ActivityFeed(ILogger<ActivityFeed> logger)
{
    private readonly Queue<Activity2> _feed = new();

    public void OnPhoneChanged(User user, [Pii] string phone)
    {
        user.Phone = phone;
        Activity2 entry = new PhoneChanged(UserRef.Of(user), phone.Length);
        _feed.Enqueue(entry);
        logger.LogInformation("Activity {Entry}", entry);
        logger.LogInformation("Feed {Feed}", _feed);
    }
}

//// DerivedRecordPrint !
internal abstract record Reading(DateTime At);

internal sealed record DoorReading(DateTime At, int Door) : Reading(At);

internal sealed record BadgeReading(DateTime At, [Pii] string Holder) : Reading(At);

internal sealed class ReadingLog(ILogger<ReadingLog> logger)
{
    public void Door(int door)
    {
        Reading reading = new DoorReading(DateTime.UtcNow, door);
        logger.LogInformation("Got {Reading}", reading);
    }

    public void Badge(User user)
    {
        Reading reading = new BadgeReading(DateTime.UtcNow, user.FullName);
        logger.LogInformation("Got {Reading}", reading); // LEAK INS3001
    }
}


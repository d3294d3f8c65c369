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

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

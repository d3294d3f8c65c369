//// PropertyWithFallback
private string _name = "";
public string Name { get => _name; set => _name = value ?? "anonymous"; }
void Take(User u) => Name = u.FullName;
void Say(ILogger log) => log.LogWarning("No quota for {Name}", Name); // LEAK INS3001
//// ConstructorChain
class Ticket
{
    private readonly string _owner;
    private readonly int _priority;
    public Ticket(User u) : this(u.FullName, u.Tier == Tier.Paid ? 1 : 3) { }
    public Ticket(string owner, int priority) { _owner = owner; _priority = priority; }
    public string Header => "#" + _priority + " for " + _owner;
    public int Priority => _priority;
}
void Open(ILogger log, User u)
{
    var t = new Ticket(u);
    log.LogDebug("ticket priority {P}", t.Priority);
    log.LogInformation("opened {Header}", t.Header); // LEAK INS3001
}
//// ConstructorDropsAllButNumbers
class LoginAttempt
{
    private readonly int _userId;
    private readonly int _passwordLength;
    private readonly bool _hasPhone;
    public LoginAttempt(User u, string password)
    {
        _userId = u.Id;
        _passwordLength = password.Length;
        _hasPhone = u.Phone is not null;
    }
    public string Describe() => $"user {_userId}, pw {_passwordLength} chars, phone: {_hasPhone}";
}
void Try(ILogger log, User u, string password)
{
    var attempt = new LoginAttempt(u, password);
    log.LogInformation("attempt {Attempt}", attempt.Describe());
}
//// WithMaskedCopy
void M(ILogger log, Customer c)
{
    var safe = c with { Email = "(hidden)" };
    log.LogInformation("Customer {Customer}", safe);
}
//// AsyncLocalCorrelation
static readonly AsyncLocal<string?> Current = new();
static void Enter(User u) => Current.Value = u.Email.ToLowerInvariant();
static void Trace1(ILogger log) => log.LogTrace("in call of {Who}", Current.Value); // LEAK INS3001
//// AmbientTenant
static readonly AsyncLocal<Guid> CurrentKey = new();
static readonly AsyncLocal<string?> CurrentMail = new();
static void Enter(User u) { CurrentKey.Value = u.Key; CurrentMail.Value = u.Email; }
static void Trace1(ILogger log) => log.LogTrace("in call of {Who}", CurrentKey.Value);
static bool Mine(string mail) => CurrentMail.Value == mail;
//// LogFirstAssignLater
void M(ILogger log, IUsers users, int id)
{
    string subject = "user " + id;
    log.LogInformation("Loading {Subject}", subject);
    subject = users.Get(id).FullName;
    Send(subject);
}
void Send(string subject) { }
//// AccountStatementBuilder !
internal class StatementBuilder
{
    private readonly List<string> _lines = new();
    private string _title = "";
    private decimal _total;
    public StatementBuilder For(User u)
    {
        _title = u.FullName + ", " + u.Home.City;
        return this;
    }
    public StatementBuilder Add(string text, decimal amount)
    {
        _lines.Add(text);
        _total += amount;
        return this;
    }
    public int LineCount => _lines.Count;
    public string Build() => _title + Environment.NewLine + string.Join(Environment.NewLine, _lines) + Environment.NewLine + _total;
}
internal class StatementJob
{
    private readonly ILogger<StatementJob> _log;
    private readonly IUsers _users;
    public StatementJob(ILogger<StatementJob> log, IUsers users)
    {
        _log = log;
        _users = users;
    }
    public void Run(int id)
    {
        var builder = new StatementBuilder().For(_users.Get(id)).Add("Card fee", 2.50m).Add("Transfer", 100m);
        _log.LogInformation("Statement has {Count} lines", builder.LineCount);
        var text = builder.Build();
        if (text.Length > 4000)
            _log.LogWarning("Statement too long: {Text}", text); // LEAK INS3001
    }
}
//// PatientRegistryStatic !
internal static class PatientRegistry
{
    private static readonly Dictionary<int, string> Names = new();
    private static readonly Dictionary<int, DateTime> Seen = new();
    private static readonly object Gate = new();
    public static void Register(User u)
    {
        lock (Gate)
        {
            Names[u.Id] = u.FullName;
            Seen[u.Id] = DateTime.UtcNow;
        }
    }
    public static string NameOf(int id)
    {
        lock (Gate)
            return Names.TryGetValue(id, out var n) ? n : "?";
    }
    public static DateTime? LastSeen(int id) => Seen.TryGetValue(id, out var s) ? s : null;
    public static int Count => Names.Count;
}
internal class WardRound
{
    private readonly ILogger _log;
    public WardRound(ILoggerFactory factory) => _log = factory.CreateLogger("ward.round");
    public void Start(IUsers users)
    {
        foreach (var u in users.All())
            PatientRegistry.Register(u);
        _log.LogInformation("{Count} patients registered", PatientRegistry.Count);
    }
    public void Visit(int id)
    {
        _log.LogInformation("Visiting {Patient}, last seen {Seen}",
            PatientRegistry.NameOf(id), // LEAK INS3001
            PatientRegistry.LastSeen(id));
    }
}
//// VisitorCounterStatic !
internal static class VisitorCounter
{
    private static readonly HashSet<string> Unique = new(StringComparer.OrdinalIgnoreCase);
    private static long _hits;
    public static void Hit(Visit v)
    {
        Interlocked.Increment(ref _hits);
        lock (Unique) Unique.Add(v.IpAddress);
    }
    public static (long Hits, int Unique) Snapshot()
    {
        lock (Unique) return (Interlocked.Read(ref _hits), Unique.Count);
    }
    public static bool Knows(string ip) { lock (Unique) return Unique.Contains(ip); }
}
internal class VisitorReport(ILogger<VisitorReport> log)
{
    public void Track(Visit v)
    {
        if (VisitorCounter.Knows(v.IpAddress))
            log.LogDebug("returning visitor, visit {Id}", v.Id);
        VisitorCounter.Hit(v);
        var (hits, unique) = VisitorCounter.Snapshot();
        log.LogInformation("{Hits} hits of {Unique} visitors at {At}", hits, unique, v.At);
    }
}
//// TupleMiddleElement
(int Id, string Mail, string Plan) Summary(User u) => (u.Id, u.Email, u.Plan);
void M(ILogger log, User u)
{
    var (id, mail, plan) = Summary(u);
    log.LogInformation("{Id} on {Plan}", id, plan);
    if (mail.Length == 0) log.LogWarning("no address for {Id}", id);
}
//// PrimaryConstructorCaptureInPractice !
internal class Greeter(ILogger<Greeter> log, string who)
{
    public void Greet() => log.LogInformation("Hello {Who}", who); // LEAK INS3001
    public static void Run(ILogger<Greeter> log, User u)
    {
        new Greeter(log, "world").Greet();
        new Greeter(log, u.FullName).Greet();
    }
}
//// LazyProfile !
internal class ProfileView
{
    private readonly Lazy<string> _headline;
    private readonly Lazy<int> _age;
    public ProfileView(User u)
    {
        _headline = new Lazy<string>(() => u.FullName + " (" + u.Plan + ")");
        _age = new Lazy<int>(() => u.Roles.Count);
    }
    public string Headline => _headline.Value;
    public int RoleCount => _age.Value;
}
internal static class ProfilePrinter
{
    public static void Print(ILogger log, User u)
    {
        var view = new ProfileView(u);
        log.LogInformation("{Roles} roles", view.RoleCount);
        log.LogInformation("{Headline}", view.Headline); // LEAK INS3001
    }
}
//// PropertyWithBodyJoins
class ContactCard
{
    private string _name = "", _phone = "";
    public string Name { get => _name; set => _name = value.Trim(); }
    public string Phone { get => _phone; set => _phone = value ?? "none"; }
    public string Headline => $"{Name} <{Phone}>";
}

class CardPrinter
{
    private static ContactCard From(User u) { var card = new ContactCard(); card.Name = u.Plan; card.Phone = u.Phone!; return card; }

    public void Print(User user)
    {
        var card = From(user);
        Console.WriteLine(card.Headline); // LEAK INS3005
    }
}
//// RecordWithPrinted
record Ticket(int Number, string Subject, string Reporter)
{
    public Ticket AssignedTo(string reporter) => this with { Reporter = reporter };
}

class Desk(ILogger<Desk> logger)
{
    private static readonly Ticket Empty = new(0, "", "nobody");

    public Ticket Open(User user, int number)
    {
        var ticket = (Empty with { Number = number }).AssignedTo(user.Email);
        logger.LogInformation("Opened {Ticket}", ticket); // LEAK INS3001
        return ticket;
    }
}
//// StructCopyKeepsValue
struct Caller
{
    public int Line;
    public string Number;
    public readonly Caller OnLine(int line) { var copy = this; copy.Line = line; return copy; }
    public override readonly string ToString() => Line + ":" + Number;
}

void Ring(User user, System.Diagnostics.Activity activity)
{
    Caller caller = default;
    caller.Number = user.Phone ?? "";
    var second = caller.OnLine(2);
    caller.Number = "";
    activity.AddTag("caller", second.ToString()); // LEAK INS3002
}
//// OverrideDecidesText
abstract class Event
{
    public DateTime At { get; } = DateTime.UtcNow;
    protected abstract string Details();
    public sealed override string ToString() => $"{At:O} {GetType().Name} {Details()}";
}
class Started : Event { protected override string Details() => "ok"; }
class AddressChanged(Address next) : Event { protected override string Details() => "moves to " + next.Street; }

class EventStore(Serilog.ILogger log)
{
    public void Append(Event e) => log.Information("Event {Event}", e); // LEAK INS3001
}

class AddressService(EventStore store)
{
    public void Change(User user, Address next) { user.Home = next; store.Append(new AddressChanged(next)); }
    public void Start() => store.Append(new Started());
}
//// OperatorsMergeValues !
public readonly struct Line
{
    private readonly string _text;
    private Line(string text) => _text = text;
    public static implicit operator Line(string text) => new(text);
    public static explicit operator string(Line line) => line._text;
    public static Line operator +(Line a, Line b) => new(a._text + " / " + b._text);
}

public class LineReport
{
    public static void Write(User user)
    {
        Line line = user.Plan;
        line += user.Home.Street;
        System.Diagnostics.Debug.WriteLine((string)line); // LEAK INS3005
    }
}
//// GenericResultCarriesValue
abstract record Result<T>
{
    public sealed record Ok(T Value) : Result<T>;
    public sealed record Error(string Reason) : Result<T>;
    public Result<TOut> Map<TOut>(Func<T, TOut> f) => this is Ok ok ? new Result<TOut>.Ok(f(ok.Value)) : new Result<TOut>.Error(((Error)this).Reason);
    public T OrElse(T other) => this is Ok { Value: var v } ? v : other;
}

class Lookup(IUsers users, ILogger<Lookup> logger)
{
    private Result<User> Find(int id) => users.All().SingleOrDefault(u => u.Id == id) is { } u ? new Result<User>.Ok(u) : new Result<User>.Error("no user");

    public void Show(int id)
    {
        string name = Find(id).Map(u => u.FullName).OrElse("nobody");
        logger.LogInformation("User {Id} is {Name}", id, name); // LEAK INS3001
    }
}
//// FluentBuilderOfRequest
class RequestBuilder
{
    private readonly List<string> _query = [];
    private string _path = "/";
    public RequestBuilder Path(string path) { _path = path; return this; }
    public RequestBuilder With(string name, string value) { _query.Add(name + "=" + Uri.EscapeDataString(value)); return this; }
    public Uri Build() => new Uri("https://crm.example" + _path + "?" + string.Join('&', _query));
}

class CrmClient(HttpClient http)
{
    public Task<string> FindAsync(User user, CancellationToken cancel)
    {
        var uri = new RequestBuilder().Path("/contacts").With("page", "1").With("mail", user.Email).Build();
        return http.GetStringAsync(uri, cancel); // LEAK INS3008
    }
}
//// LazyStaticState
static class Session
{
    private static Lazy<string>? _owner;
    public static void Begin(User user) => _owner = new Lazy<string>(() => user.Display(), isThreadSafe: true);
    public static string Owner => _owner?.Value ?? "anonymous";
}

class SessionReport
{
    private static readonly log4net.ILog Log = log4net.LogManager.GetLogger(typeof(SessionReport));
    public void Tick() => Log.Debug("session of " + Session.Owner); // LEAK INS3001
    public void Login(IUsers users, int id) => Session.Begin(users.Get(id));
}
//// RefAndOutParameters
class Parser
{
    public static void Split(User user, out string head, out string rest)
    {
        head = user.Plan;
        rest = user.FullName;
    }
    public static void Decorate(ref string text, in int width) => text = text.PadLeft(width, '.');
}

void Table(User user)
{
    Parser.Split(user, out _, out var cell);
    Parser.Decorate(ref cell, 20);
    using var file = File.CreateText("table.txt");
    file.Write(cell); // LEAK INS3008
}
//// ExplicitInterfaceOnPartial
interface IAuditable { string AuditText { get; } }

partial class Contract
{
    private readonly User _owner;
    public int Number { get; }
    public Contract(User owner, int number) => (_owner, Number) = (owner, number);
}
partial class Contract : IAuditable
{
    string IAuditable.AuditText => Number + " of " + _owner.Email;
    public string AuditText => "contract " + Number;
}

class Cancellation
{
    private static void Deny<T>(T item) where T : IAuditable =>
        throw new NotSupportedException("Cannot cancel " + item.AuditText); // LEAK INS3004

    public void Cancel(User user, int number) => Deny(new Contract(user, number));
}
//// RecordWithOverwritesMark
record Member(int Id, string Contact, string Level);

void Join(ILogger logger, Customer customer, Action<Member> store)
{
    var member = new Member(customer.Id, customer.Email, customer.Level);
    store(member);
    var printable = member with { Contact = "(hidden)" };
    logger.LogInformation("Joined {Member}", printable);
}
//// StructCopyIsIndependent
struct Label
{
    public string Text;
    public int Size;
}

void Paint(User user, Action<Label> printer)
{
    var neutral = new Label { Text = "user " + user.Id, Size = 12 };
    var personal = neutral;
    personal.Text = user.FullName;
    printer(personal);
    Console.WriteLine(neutral.Text + " in " + personal.Size);
}
//// HidingMemberIsNeutral
class Person
{
    public string Caption { get; }
    public Person(string caption) => Caption = caption;
}
class Guest : Person
{
    public Guest(User user) : base(user.FullName) => Table = user.Id % 10;
    public int Table { get; }
    public new string Caption => "guest at table " + Table;
}

void Seat(ILogger logger, IUsers users, int id)
{
    var guest = new Guest(users.Get(id));
    logger.LogInformation("Seated {Guest}", guest.Caption);
}
//// ClassWithoutToStringInText
class Envelope
{
    public required string Recipient { get; init; }
    public required int Pages { get; init; }
}

void Post(User user, Action<Envelope> printer)
{
    var envelope = new Envelope { Recipient = user.Display() + "\n" + user.Home.Street, Pages = 2 };
    printer(envelope);
    Console.WriteLine($"posted {envelope} with {envelope.Pages} pages");
    if (envelope.Pages > 3)
        throw new InvalidOperationException("Too thick: " + envelope);
}
//// RecordPrintsItsOwnWay
record Payment([Pii] string Iban, decimal Amount)
{
    public override string ToString() => $"Payment of {Amount} ({Iban.Length} characters)";
}

class PaymentHandler(ILogger<PaymentHandler> logger)
{
    public void Handle(Payment payment)
    {
        logger.LogInformation("Handling {Payment}", payment);
        if (payment.Amount <= 0)
            throw new InvalidOperationException($"{payment} is not positive");
    }
}
//// EqualityOfValueObjects
sealed class MailAddress(string value) : IEquatable<MailAddress>
{
    private readonly string _value = value;
    public bool Equals(MailAddress? other) => other is not null && string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);
    public override bool Equals(object? obj) => Equals(obj as MailAddress);
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value);
    public static bool operator ==(MailAddress a, MailAddress b) => a.Equals(b);
    public static bool operator !=(MailAddress a, MailAddress b) => !a.Equals(b);
}

void Compare(User a, User b, System.Diagnostics.Activity activity)
{
    var x = new MailAddress(a.Email);
    var y = new MailAddress(b.Email);
    activity.SetTag("same", x == y);
    activity.SetTag("bucket", x.GetHashCode() % 16);
}
//// ScrubbedBeforeAlias
class Draft
{
    public string? To;
    public string Kind = "draft";
}

void Discard(ILogger logger, User user, Action<Draft> send)
{
    var draft = new Draft { To = user.Email };
    send(draft);
    var alias = draft;
    alias.To = null;
    alias.Kind = "discarded";
    logger.LogInformation("Draft {Kind} to {To}", draft.Kind, draft.To);
}
//// OutParametersInOrder
static bool TryRead(User user, out string secret, out string shown)
{
    secret = user.FullName + "|" + user.BirthDate.ToString("d");
    shown = user.Tier switch { Tier.Paid => "paid", _ => "free" };
    return secret.Length > 1;
}

void Verify(User user, Func<string, bool> vault)
{
    if (TryRead(user, out string secret, out string shown) && vault(secret))
        System.Diagnostics.Trace.TraceInformation("verified " + shown);
    secret = shown;
    System.Diagnostics.Trace.TraceInformation("last: " + secret);
}
//// TwoInstancesOfOneClass
class Slot
{
    private string _value;
    public Slot(string value) { _value = value; }
    public string Value => _value;
    public void Swap(Slot other) { (_value, other._value) = (other._value, _value); }
}

void Fill(User user, Action<string> mailer, Serilog.ILogger log)
{
    var plan = new Slot(user.Plan);
    var mail = new Slot(user.Email);
    var country = new Slot(user.Home.Country);
    plan.Swap(country);
    mailer(mail.Value);
    log.Information("{Country} has {Plan}", plan.Value, country.Value);
}
//// ExtensionPropertyOfFacts !
public static class UserFacts
{
    extension(User user)
    {
        public bool Reachable => user.Email.Length > 0 || user.Phone is not null;
        public int Age => DateTime.Today.Year - user.BirthDate.Year;
        public string Reference => $"U-{user.Id:D8}-{user.Home.Country}";
    }
}

public class FactService(ILogger<FactService> logger)
{
    public void Report(IEnumerable<User> users)
    {
        foreach (var user in users)
            logger.LogInformation("{Reference}: reachable {Reachable}, {Age} years", user.Reference, user.Reachable, user.Age);
    }
}
//// TeamTree
class TreeNode(string label)
{
    public string Label => label;
    public List<TreeNode> Children { get; } = [];
    public TreeNode Add(string text)
    {
        var child = new TreeNode(text);
        Children.Add(child);
        return child;
    }
}
static void Print(TreeNode node, int depth)
{
    Console.WriteLine(new string(' ', 2 * depth) + node.Label); // LEAK INS3005
    foreach (var child in node.Children)
        Print(child, depth + 1);
}
void Show(IUsers users)
{
    var root = new TreeNode("all");
    foreach (var group in users.All().GroupBy(u => u.Plan))
    {
        var branch = root.Add(group.Key);
        foreach (var u in group)
            branch.Add(u.FullName);
    }
    Print(root, 0);
}
//// TeamTreeTitles
class TreeNode
{
    public string Title = "";
    public string Owner = "";
    public List<TreeNode> Children { get; } = [];
    public int Size => 1 + Children.Sum(c => c.Size);
}
static void Print(TreeNode node, string indent)
{
    Console.WriteLine($"{indent}{node.Title} [{node.Size}]");
    foreach (var child in node.Children)
        Print(child, indent + "  ");
}
void Show(IUsers users)
{
    var root = new TreeNode { Title = "all", Owner = users.Get(1).FullName };
    foreach (var group in users.All().GroupBy(u => u.Plan))
        root.Children.Add(new TreeNode { Title = group.Key, Owner = group.First().FullName });
    Print(root, "");
}
//// LinkedVisits
class Link<T>(T value, Link<T>? next)
{
    public readonly T Value = value;
    public readonly Link<T>? Next = next;
}
class History
{
    Link<string>? head;
    public void Push(string address) => head = new Link<string>(address, head);
    public IEnumerable<string> Latest(int count)
    {
        for (var link = head; link != null && count-- > 0; link = link.Next)
            yield return link.Value;
    }
}
void Trace(ILogger logger, IEnumerable<Visit> visits)
{
    var history = new History();
    foreach (var visit in visits)
        history.Push(visit.IpAddress);
    foreach (var address in history.Latest(3))
        logger.LogInformation("Recently from {Address}", address); // LEAK INS3001
}
//// StructIsCopied
struct Label
{
    public string Text;
    public int Width;
}
void Print(ILogger logger, User u, Action<Label> engrave)
{
    var blank = new Label { Text = "(blank)", Width = 20 };
    var own = blank;
    own.Text = u.FullName;
    engrave(own);
    logger.LogInformation("Engraved over {Text}, width {Width}", blank.Text, own.Width);
}
//// ClassIsShared
class Label
{
    public string Text = "(blank)";
    public int Width = 20;
}
class Sheet
{
    public Label First = new();
    public Label Last = new();
}
void Print(ILogger logger, User u)
{
    var sheet = new Sheet();
    sheet.Last = sheet.First;
    var own = sheet.Last;
    own.Text = u.FullName;
    logger.LogInformation("First label: {Text}", sheet.First.Text); // LEAK INS3001
}
//// RecordWithOtherAgain
record Entry(int Number, string Who, string What);
static Entry Anonymous(Entry entry) => entry with { Who = "-" };
void Book(ILogger logger, User u, Action<Entry> store)
{
    var entry = new Entry(u.Id, u.Email, "booking");
    store(entry);
    logger.LogInformation("Stored {Entry}", Anonymous(entry));
}
//// RecordWithAnotherNumber
record Entry(int Number, string Who, string What);
static Entry Numbered(Entry entry, int number) => entry with { Number = number };
void Book(ILogger logger, User u, Action<Entry> store)
{
    var entry = Numbered(new Entry(0, u.Email, "booking"), 17);
    store(entry);
    string text = entry.ToString();
    logger.LogInformation("Stored: {Entry}", text); // LEAK INS3001
}
//// AbstractLabel
abstract class Party(int id)
{
    public int Id => id;
    protected abstract string Label { get; }
    public override string ToString() => $"{GetType().Name} {Id}: {Label}";
}
class Person(User user) : Party(user.Id)
{
    protected override string Label => user.FullName;
}
class Firm(int id, string legalForm) : Party(id)
{
    protected override string Label => legalForm;
}
void Contract(ILogger logger, User u)
{
    Party[] parties = [new Firm(1, "Ltd"), new Person(u)];
    foreach (var party in parties)
        logger.LogInformation("Signed by {Party}", party); // LEAK INS3001
}
//// AbstractLabelNumber
abstract class Party(int id)
{
    public int Id => id;
    protected abstract string Label { get; }
    public abstract string Contact { get; }
    public override string ToString() => $"{GetType().Name} {Id}: {Label}";
}
class Person(User user) : Party(user.Id)
{
    protected override string Label => user.Tier.ToString();
    public override string Contact => user.Email;
}
class Firm(int id, string mailbox) : Party(id)
{
    protected override string Label => "legal entity";
    public override string Contact => mailbox;
}
void Contract(ILogger logger, User u, Action<string> send)
{
    Party[] parties = [new Firm(1, "office@firm.example"), new Person(u)];
    foreach (var party in parties)
    {
        send(party.Contact);
        logger.LogInformation("Signed by {Party}", party);
    }
}
//// HidingField
class Item
{
    public string Name = "item";
}
class PersonalItem : Item
{
    public new string Name = "";
}
static string NameOf(Item item) => item.Name;
void Lend(ILogger logger, User u, Action<PersonalItem> store)
{
    var item = new PersonalItem { Name = u.FullName };
    store(item);
    logger.LogInformation("Lent {Name}", NameOf(item));
}
//// HiddenTextMethod
class Parcel(string recipient)
{
    // Hides object.ToString, does not override it: a logger prints the type's name.
    public new string ToString() => "to " + recipient;
}
void Dispatch(ILogger logger, User u, Action<string> print)
{
    var parcel = new Parcel(u.FullName + ", " + u.Home.City);
    print(parcel.ToString());
    logger.LogInformation("Dispatched {Parcel}", parcel);
}
//// FluentLetter
class LetterBuilder
{
    readonly List<string> lines = [];
    string salutation = "Dear customer";
    public LetterBuilder For(User u)
    {
        salutation = "Dear " + u.FullName;
        return this;
    }
    public LetterBuilder Line(string text)
    {
        lines.Add(text);
        return this;
    }
    public string Build() => salutation + Environment.NewLine + string.Join(Environment.NewLine, lines);
}
void Write(IUsers users, string path)
{
    var letter = new LetterBuilder().Line("Your contract ends.").For(users.Get(3)).Line("Regards").Build();
    File.AppendAllText(path, letter); // LEAK INS3008
}
//// BuilderCleared
void Report(ILogger logger, IUsers users, Action<string> send)
{
    var text = new System.Text.StringBuilder();
    foreach (var u in users.All())
        text.Append(u.FullName).AppendLine(u.Phone);
    send(text.ToString());
    int size = text.Length;
    text.Clear();
    text.Append("Report of ").Append(size).Append(" characters sent");
    logger.LogInformation("{Text}", text.ToString());
}
//// PlainObjectsNamed
class Account
{
    public required User Owner { get; init; }
    public decimal Balance { get; set; }
}
class Ledger
{
    public List<Account> Accounts { get; } = [];
    public Account Open(User u)
    {
        var account = new Account { Owner = u };
        Accounts.Add(account);
        return account;
    }
}
void Open(ILogger logger, IUsers users)
{
    var ledger = new Ledger();
    var account = ledger.Open(users.Get(5));
    logger.LogInformation("Opened {Account} of {Owner} in {Ledger}", account, account.Owner, ledger);
}
//// SwappedPair
readonly struct Pair<A, B>(A first, B second)
{
    public A First { get; } = first;
    public B Second { get; } = second;
    public Pair<B, A> Swap() => new(Second, First);
    public Pair<A, C> Map<C>(Func<B, C> f) => new(First, f(Second));
}
void Assign(System.Diagnostics.Activity activity, User u)
{
    var pair = new Pair<int, User>(u.Id, u).Map(x => x.Phone).Swap();
    activity.SetBaggage("id", pair.Second.ToString());
    activity.SetBaggage("line", pair.First); // LEAK INS3002
}
//// SlotRemembersPrevious
sealed class Slot<T>(T first)
{
    public T Current { get; private set; } = first;
    public T? Previous { get; private set; }
    public void Replace(T next)
    {
        Previous = Current;
        Current = next;
    }
}
void Rotate(ILogger log, User u)
{
    var slot = new Slot<string>(u.Email);
    slot.Replace("n/a");
    log.LogInformation("now {Value}", slot.Current);
    log.LogInformation("before {Value}", slot.Previous); // LEAK INS3001
}
//// CellOverwrittenBeforeLog
sealed class Cell<T>
{
    public T? Value { get; set; }
    public bool Has => Value is not null;
}
void Deliver(ILogger log, User u, Action<string> send)
{
    var cell = new Cell<string> { Value = u.Email };
    if (cell.Has)
        send(cell.Value!);
    cell.Value = u.Plan;
    log.LogInformation("delivered for {Plan}, {Has}", cell.Value, cell.Has);
}
//// BreadcrumbChain
sealed class Crumb
{
    public required string Text { get; init; }
    public Crumb? Next { get; set; }
}
sealed class Trail
{
    private Crumb? head;
    private Crumb? tail;
    public void Add(string text)
    {
        var crumb = new Crumb { Text = text };
        if (tail is null)
            head = crumb;
        else
            tail.Next = crumb;
        tail = crumb;
    }
    public void Dump()
    {
        for (var c = head; c is not null; c = c.Next)
            Console.WriteLine(c.Text); // LEAK INS3005
    }
}
void Checkout(User u)
{
    var trail = new Trail();
    trail.Add("cart opened");
    trail.Add($"ships to {u.Home.Street}");
    trail.Dump();
}
//// TwoChainsOneLogged
sealed class Link<T>(T item, Link<T>? rest)
{
    public T Item { get; } = item;
    public Link<T>? Rest { get; } = rest;
}
void Summarize(IUsers users, log4net.ILog log, Action<string> mailer)
{
    Link<string>? mails = null;
    Link<string>? plans = null;
    foreach (var u in users.All())
    {
        mails = new Link<string>(u.Email, mails);
        plans = new Link<string>(u.Plan, plans);
    }
    for (var m = mails; m is not null; m = m.Rest)
        mailer(m.Item);
    for (var p = plans; p is not null; p = p.Rest)
        log.Info(p.Item);
}
//// FolderPathThroughParents
sealed class Folder(string name, Folder? parent)
{
    public string Name { get; } = name;
    public Folder? Parent { get; } = parent;
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;
    public string Path() => Parent is null ? Name : Parent.Path() + "/" + Name;
}
void Create(ILogger log, User u)
{
    var home = new Folder(u.FullName, null);
    var docs = new Folder("docs", home);
    var tax = new Folder("tax", docs);
    log.LogDebug("created {Name} at depth {Depth}", tax.Name, tax.Depth);
    log.LogInformation("full path {Path}", tax.Path()); // LEAK INS3001
}
//// SeatAsksItsRow
sealed class Row
{
    public List<Seat> Seats { get; } = [];
    public string Code { get; set; } = "";
    public Seat Place(string guest)
    {
        var seat = new Seat { Guest = guest, Row = this, Number = Seats.Count + 1 };
        Seats.Add(seat);
        return seat;
    }
}
sealed class Seat
{
    public string Guest { get; set; } = "";
    public required Row Row { get; init; }
    public int Number { get; init; }
    public string Label => Row.Code + Number;
}
void Book(IUsers users, System.Diagnostics.Activity activity)
{
    var row = new Row { Code = "C" };
    foreach (var u in users.All())
    {
        var seat = row.Place(u.FullName);
        activity.SetTag("seat", seat.Label);
        activity.SetTag("row.size", seat.Row.Seats.Count);
    }
}
//// StructCopiedBeforeFill
struct Draft
{
    public string Subject;
    public string To;
    public readonly string Line() => Subject + " -> " + To;
}
void Prepare(User u, Action<string> queue)
{
    var template = new Draft { Subject = "Welcome", To = "(nobody)" };
    var filled = template;
    filled.To = u.Email;
    queue(filled.Line());
    Console.WriteLine(template.Line());
}
//// ReferenceAliasNotCopied
sealed class Letter
{
    public string Subject = "";
    public string To = "";
    public string Line() => Subject + " -> " + To;
}
void Prepare(User u, Action<Letter> queue)
{
    var template = new Letter { Subject = "Welcome", To = "(nobody)" };
    var filled = template;
    filled.To = u.Email;
    queue(filled);
    Console.WriteLine(template.Line()); // LEAK INS3005
}
//// RecordStructWith
readonly record struct Contact(int Id, string Mail, string Channel);
static Contact Anonymize(Contact c) => c with { Mail = "***" };
void Export(IUsers users, ILogger log, int id)
{
    var u = users.Get(id);
    var contact = new Contact(u.Id, u.Email, "web");
    var masked = Anonymize(contact);
    var moved = contact with { Channel = "store" };
    log.LogInformation("masked {Contact}", masked);
    log.LogInformation("moved {Contact}", moved); // LEAK INS3001
}
//// RequiredInitMembers
sealed class Invoice
{
    public required string Number { get; init; }
    public required string Recipient { get; init; }
    public string? Remark { get; init; }
    public override string ToString() => Remark is null ? $"invoice {Number}" : $"invoice {Number}: {Remark}";
}
void Bill(Serilog.ILogger log, User u, int number)
{
    var invoice = new Invoice { Number = "R" + number, Recipient = u.FullName };
    log.Information("issued {Invoice}", invoice);
    var reminder = new Invoice { Number = invoice.Number, Recipient = "-", Remark = "second notice to " + invoice.Recipient };
    log.Warning("issued {Invoice}", reminder); // LEAK INS3001
}
//// HeaderIndexer
sealed class Headers
{
    private readonly Dictionary<string, string> map = new(StringComparer.OrdinalIgnoreCase);
    public string this[string name]
    {
        get => map.TryGetValue(name, out var v) ? v : "";
        set => map[name] = value.Trim();
    }
    public IEnumerable<string> Names => map.Keys;
}
void Send(ILogger log, User u, Action<Headers> transport)
{
    var headers = new Headers();
    headers["To"] = u.Email;
    headers["X-Plan"] = u.Plan;
    transport(headers);
    log.LogInformation("headers {Names}", string.Join(",", headers.Names));
}
//// DefaultInterfaceGreeting
interface IAddressee
{
    string Name { get; }
    string Salutation() => "Dear " + Name;
}
sealed class Subscriber(User user) : IAddressee
{
    public string Name => user.FullName;
}
sealed class Anonymous(User user) : IAddressee
{
    public string Name => user.FullName;
    public string Salutation() => "Dear customer";
}
void Greet(User u, NLog.Logger log)
{
    IAddressee plain = new Subscriber(u);
    log.Info(plain.Salutation()); // LEAK INS3001
}
//// DefaultInterfaceReplaced
interface IDescribed
{
    string Detail { get; }
    string Describe() => "entry " + Detail;
}
sealed class HiddenEntry(User user) : IDescribed
{
    public string Detail { get; } = user.Phone ?? "";
    string IDescribed.Describe() => "entry of " + user.Id;
}
void Report(User u, ILogger log, Action<string> dial)
{
    IDescribed entry = new HiddenEntry(u);
    dial(entry.Detail);
    log.LogInformation("{Entry}", entry.Describe());
}
//// CovariantReceipt
abstract class Producer
{
    public abstract object Produce();
}
sealed class CityProducer(Address address) : Producer
{
    public override string Produce() => address.City + ", " + address.Country;
}
void Label(Address a, System.Diagnostics.Activity? span)
{
    var producer = new CityProducer(a);
    string text = producer.Produce();
    Producer general = producer;
    span?.SetTag("has.text", text.Length > 2);
    span?.SetTag("destination", general.Produce()); // LEAK INS3002
}
//// OperatorPlusJoinsNotes
sealed class Note(string text)
{
    public string Text { get; } = text;
    public static Note operator +(Note a, Note b) => new(a.Text + "; " + b.Text);
    public static bool operator >(Note a, Note b) => a.Text.Length > b.Text.Length;
    public static bool operator <(Note a, Note b) => b > a;
    public static implicit operator Note(string s) => new(s);
    public static explicit operator string(Note n) => n.Text;
}
void Close(User u, bool strict)
{
    Note reason = "account closed";
    Note who = u.FullName;
    var both = reason + who;
    if (strict)
        throw new InvalidOperationException((string)both); // LEAK INS3004
    throw new InvalidOperationException((string)reason + (who > reason));
}
//// NestedBuilderMail
sealed class MailBuilder
{
    private readonly BodyBuilder body = new();
    private string to = "";
    public MailBuilder To(string address) { to = address; return this; }
    public MailBuilder Body(Action<BodyBuilder> configure) { configure(body); return this; }
    public (string Recipient, string Content) Build() => (to, body.Render());
    public sealed class BodyBuilder
    {
        private readonly List<string> lines = [];
        public BodyBuilder Line(string line) { lines.Add(line); return this; }
        public string Render() => string.Join('\n', lines);
    }
}
void Compose(User u, string path)
{
    var mail = new MailBuilder().To(u.Email).Body(b => b.Line("Hello").Line("Your plan: " + u.Plan)).Build();
    File.WriteAllText(path, mail.Content);
}
//// PoolForgetsToReset
sealed class Ticket { public string Memo = ""; public int Number; }
sealed class TicketPool
{
    private readonly Stack<Ticket> free = new();
    public Ticket Rent() => free.Count > 0 ? free.Pop() : new Ticket();
    public void Return(Ticket t) { t.Number = 0; free.Push(t); }
}
void Handle(User u, ILogger log)
{
    var pool = new TicketPool();
    var first = pool.Rent();
    first.Memo = "call back " + u.Phone;
    first.Number = 7;
    pool.Return(first);
    var second = pool.Rent();
    log.LogInformation("ticket number {Number}", second.Number);
    log.LogInformation("ticket memo {Memo}", second.Memo); // LEAK INS3001
}
//// LightStateMachine
enum Step { Start, Asked, Done }
sealed class SignUp
{
    private string answer = "";
    public Step Step { get; private set; }
    public void Feed(string input)
    {
        (Step, answer) = Step switch
        {
            Step.Start => (Step.Asked, ""),
            Step.Asked => (Step.Done, input),
            _ => (Step, answer),
        };
    }
    public bool Finished => Step == Step.Done && answer.Length > 0;
}
void Run(User u, ILogger log)
{
    var machine = new SignUp();
    machine.Feed("hi");
    machine.Feed(u.FullName);
    log.LogInformation("state {Step}, finished {Finished}", machine.Step, machine.Finished);
}
//// PartyLabels
public abstract class Party
{
    public abstract string Label();
    public virtual string Kind => GetType().Name;
}

public sealed class Person(string name) : Party
{
    public override string Label() => "Person: " + name;
}

public sealed class Company(string vat) : Party
{
    public override string Label() => $"Company {vat}";
}

public void Contract(User signer, ILogger log)
{
    Party buyer = new Person(signer.FullName);
    Party seller = new Company("DE129273398");
    log.LogInformation("Contract between {Kind} and {Other}", buyer.Kind, seller.Kind);
    log.LogInformation("Seller {Seller}", seller.Label());
    log.LogInformation("Buyer {Buyer}", buyer.Label()); // LEAK INS3001
}

//// BoxedValues
public sealed class Box<T>
{
    private T _value;
    public Box(T value) => _value = value;
    public Box<R> Map<R>(Func<T, R> f) => new(f(_value));
    public T Open() => _value;
}

public void Open(User u, ILogger log)
{
    var mail = new Box<string>(u.Email);
    var size = mail.Map(m => m.Length);
    var loud = mail.Map(m => m.ToUpperInvariant());
    log.LogDebug("Box of {Size}", size.Open());
    log.LogDebug("Box holds {Content}", loud.Open()); // LEAK INS3001
}

//// LoyaltyUpgrade
public Customer Upgrade(Customer c, ILogger log)
{
    var anonymous = c with { Email = "(removed)" };
    log.LogInformation("Upgrading {Customer}", anonymous);
    var gold = c with { Level = "Gold" };
    log.LogInformation("Upgraded {Customer}", gold); // LEAK INS3001
    return gold;
}

//// QuietRecord !
internal sealed record Passenger(int Seat, [property: Pii] string Name, [property: Pii] string Passport)
{
    public override string ToString() => $"Passenger in seat {Seat}";
}

internal class Boarding(ILogger<Boarding> log)
{
    private readonly List<Passenger> _aboard = new();

    public void Board(Passenger p)
    {
        _aboard.Add(p);
        log.LogInformation("Boarded {Passenger}", p);
        Console.WriteLine($"{p} is aboard, {_aboard.Count} in all");
    }
}

//// PrintMembersRecord !
internal record Donor(string Campaign, [property: Pii] string Name)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder b)
    {
        b.Append("Campaign = ").Append(Campaign);
        return true;
    }
}

internal record NamedDonor(string Campaign, [property: Pii] string Name, [property: Pii] string Iban) : Donor(Campaign, Name)
{
    protected override bool PrintMembers(System.Text.StringBuilder b)
    {
        base.PrintMembers(b);
        b.Append(", Iban = ").Append(Iban);
        return true;
    }
}

internal static class Donations
{
    public static void Thank(ILogger log, string campaign, [Pii] string name, [Pii] string iban)
    {
        var simple = new Donor(campaign, name);
        log.LogInformation("Thanking {Donor}", simple);
        var named = new NamedDonor(campaign, name, iban);
        log.LogInformation("Thanking {Donor}", named); // LEAK INS3001
    }
}

//// TtlCache !
internal sealed class TtlCache<TKey, TValue>(TimeSpan ttl) where TKey : notnull
{
    private readonly Dictionary<TKey, (TValue Value, DateTime Expires)> _entries = new();
    private int _hits, _misses;

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        if (_entries.TryGetValue(key, out var e) && e.Expires > DateTime.UtcNow)
        {
            _hits++;
            return e.Value;
        }
        _misses++;
        var made = make(key);
        _entries[key] = (made, DateTime.UtcNow + ttl);
        return made;
    }

    public string Stats() => $"{_hits} hits, {_misses} misses, {_entries.Count} entries";
}

internal class PhoneBook(IUsers users, ILogger<PhoneBook> log)
{
    private readonly TtlCache<int, string?> _phones = new(TimeSpan.FromMinutes(5));

    public string? Phone(int id)
    {
        var phone = _phones.GetOrAdd(id, k => users.Get(k).Phone);
        log.LogTrace("Cache: {Stats}", _phones.Stats());
        if (phone is null) log.LogWarning("No phone for {Id}", id);
        return phone;
    }
}

//// MailBuilder !
internal sealed class MailDraft
{
    public string To { get; init; } = "";
    public string Subject { get; init; } = "";
    public int Priority { get; init; }
}

internal sealed class MailDraftBuilder
{
    private string _to = "", _subject = "";
    private int _priority;
    public MailDraftBuilder For(User u) { _to = u.FullName + " <" + u.Email + ">"; return this; }
    public MailDraftBuilder About(string subject) { _subject = subject; return this; }
    public MailDraftBuilder Urgent() { _priority = 9; return this; }
    public MailDraft Build() => new() { To = _to, Subject = _subject, Priority = _priority };
}

internal static class Invoicing
{
    public static MailDraft Remind(User debtor, int invoice)
    {
        var draft = new MailDraftBuilder().For(debtor).About($"Invoice {invoice}").Urgent().Build();
        System.Diagnostics.Trace.WriteLine(draft.Subject + " with priority " + draft.Priority);
        System.Diagnostics.Trace.WriteLine("Recipient is " + draft.To); // LEAK INS3005
        return draft;
    }
}

//// AuditableDefault !
internal interface IAuditable
{
    int Id { get; }
    string Owner { get; }
    string AuditLine() => $"#{Id} by {Owner}";
}

internal sealed class Prescription([Pii] string patient, int id) : IAuditable
{
    public int Id => id;
    public string Owner => patient;
}

internal sealed class BedBooking([Pii] string patient, int id) : IAuditable
{
    private readonly string _patient = patient;
    public int Id => id;
    public string Owner => "ward " + id / 100;
    public bool IsFor(string name) => name == _patient;
}

internal static class WardAudit
{
    public static void Run(ILogger log, User u)
    {
        IAuditable bed = new BedBooking(u.FullName, 304);
        log.LogInformation("Audit {Line}", bed.AuditLine());
        IAuditable prescription = new Prescription(u.FullName, 77);
        log.LogInformation("Audit {Line}", prescription.AuditLine()); // LEAK INS3001
    }
}

//// LabelOperators
public readonly struct Label
{
    private readonly string _text;
    public Label(string text) => _text = text;
    public static Label operator +(Label a, Label b) => new(a._text + "/" + b._text);
    public static implicit operator Label(string s) => new(s);
    public static explicit operator string(Label l) => l._text;
    public static bool operator ==(Label a, Label b) => a._text == b._text;
    public static bool operator !=(Label a, Label b) => !(a == b);
    public override bool Equals(object? o) => o is Label l && l == this;
    public override int GetHashCode() => _text.GetHashCode();
}

public void Tag(User u, ILogger log)
{
    Label area = "clinic";
    Label who = u.FullName;
    var both = area + who;
    log.LogInformation("Same: {Same}", area == who);
    log.LogInformation("Area {Area}", (string)area);
}

//// ProfileIndexer
public sealed class Profile
{
    private readonly string?[] _slots = new string?[4];
    public string? this[string name]
    {
        get => _slots[Slot(name)];
        set => _slots[Slot(name)] = value;
    }
    public int Filled => _slots.Count(s => s is not null);
    private static int Slot(string name) => name switch { "mail" => 0, "phone" => 1, "name" => 2, _ => 3 };
}

public void Fill(User u, ILogger log)
{
    var p = new Profile { ["mail"] = u.Email, ["phone"] = u.Phone };
    log.LogInformation("{Filled} of 4 filled", p.Filled);
}

//// LazyDossier
public sealed class Dossier
{
    private readonly Lazy<string> _title;
    private readonly Lazy<int> _pages;
    public Dossier(User u)
    {
        _title = new Lazy<string>(() => $"Dossier of {u.FullName}");
        _pages = new Lazy<int>(() => u.Roles.Count * 2 + 1);
    }
    public string Title => _title.Value;
    public int Pages => _pages.Value;
    public bool Opened => _title.IsValueCreated;
}

public void Archive(User u)
{
    var d = new Dossier(u);
    Console.WriteLine("Opened: " + d.Opened);
    Console.WriteLine("Pages: {0}", d.Pages);
}

//// NotifierDecorators !
internal interface INotifier { void Notify(string recipient, string text); }

internal sealed class SmtpNotifier : INotifier
{
    private readonly Queue<(string, string)> _outbox = new();
    public void Notify(string recipient, string text) => _outbox.Enqueue((recipient, text));
}

internal sealed class CountingNotifier(INotifier inner, ILogger log) : INotifier
{
    private int _count;
    public void Notify(string recipient, string text)
    {
        inner.Notify(recipient, text);
        log.LogDebug("Notification {Number} of {Length} characters", ++_count, text.Length);
    }
}

internal sealed class TimedNotifier(INotifier inner, ILogger log) : INotifier
{
    public void Notify(string recipient, string text)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try { inner.Notify(recipient, text); }
        finally { log.LogDebug("Notified in {Elapsed} ms", watch.ElapsedMilliseconds); }
    }
}

internal static class Reminders
{
    public static void Send(User u, ILogger log)
    {
        INotifier n = new TimedNotifier(new CountingNotifier(new SmtpNotifier(), log), log);
        n.Notify(u.Email, $"Dear {u.FullName}, your appointment is tomorrow");
    }
}

//// StructCopies
public struct Ticket
{
    public int Number;
    public string Holder;
    public Ticket WithHolder(string holder) { var t = this; t.Holder = holder; return t; }
}

public void Issue(User u, ILogger log)
{
    var blank = new Ticket { Number = 7, Holder = "nobody" };
    var copy = blank;
    copy.Holder = u.FullName;
    blank.WithHolder(u.Email);
    log.LogInformation("Blank ticket of {Holder}", blank.Holder);
    var issued = blank.WithHolder(copy.Holder.Trim());
}

//// GeoPoint
public readonly record struct GeoPoint([property: Pii] double Lat, [property: Pii] double Lon, string Device);

public void Locate(GeoPoint p, ILogger log, System.Diagnostics.ActivitySource source)
{
    using var a = source.StartActivity("locate");
    a?.SetTag("device", p.Device);
    a?.SetTag("point", p.ToString()); // LEAK INS3002
    var (_, _, device) = p;
    log.LogInformation("Located device {Device}", device);
}

//// StaticAbstractDescriber !
internal interface IDescriber<TSelf> where TSelf : IDescriber<TSelf>
{
    static abstract string Describe(User u);
}

internal sealed class ByPlan : IDescriber<ByPlan> { public static string Describe(User u) => u.Plan + "/" + u.Tier; }
internal sealed class ByName : IDescriber<ByName> { public static string Describe(User u) => u.FullName; }

internal static class Describers
{
    private static string Run<T>(User u) where T : IDescriber<T> => "[" + T.Describe(u) + "]";

    public static void Show(User u, ILogger log)
    {
        log.LogInformation("Plan {Text}", Run<ByPlan>(u));
        log.LogInformation("Name {Text}", Run<ByName>(u)); // LEAK INS3001
    }
}

//// SensorEvents !
internal sealed class PulseEventArgs(int device, [Pii] string wearer) : EventArgs
{
    public int Device => device;
    public string Wearer { get; } = wearer;
}

internal sealed class PulseMonitor
{
    public event EventHandler<PulseEventArgs>? Alarm;
    public void Measure(int device, User wearer, int bpm)
    {
        if (bpm > 180) Alarm?.Invoke(this, new PulseEventArgs(device, wearer.FullName));
    }
}

internal sealed class NurseDesk
{
    private readonly ILogger _log;
    public NurseDesk(PulseMonitor monitor, ILogger log)
    {
        _log = log;
        monitor.Alarm += OnAlarm;
        monitor.Alarm += (_, e) => _log.LogWarning("Device {Device} raises an alarm", e.Device);
    }

    private void OnAlarm(object? sender, PulseEventArgs e)
    {
        _log.LogWarning("Alarm for {Wearer}", e.Wearer); // LEAK INS3001
    }
}

//// DeconstructedGuest
public sealed class Guest
{
    public int Room { get; init; }
    [Pii] public string Name { get; init; } = "";
    public string Country { get; init; } = "";
    public void Deconstruct(out int room, out string name, out string country) => (room, name, country) = (Room, Name, Country);
}

public void CheckIn(Guest g, ILogger log)
{
    var (room, name, country) = g;
    log.LogInformation("Room {Room} taken from {Country}", room, country);
    if (name.Length == 0) log.LogWarning("A guest without a name in {Room}", room);
}

//// ClonedTemplate
public sealed class Letter
{
    public string Salutation = "Hello";
    public string Body = "";
    public Letter Copy() => (Letter)MemberwiseClone();
}

public IEnumerable<Letter> Mailing(IUsers users)
{
    var template = new Letter { Body = "Our shop moves on 1 May." };
    foreach (var u in users.All())
    {
        var letter = template.Copy();
        letter.Salutation = "Dear " + u.FullName;
        yield return letter;
    }
    Console.WriteLine(template.Salutation + ": " + template.Body);
}

//// ClaimVisitors !
internal interface IClaimVisitor<out T> { T Visit(InjuryClaim c); T Visit(WaterClaim c); }
internal abstract class Claim
{
    public decimal Amount { get; init; }
    public abstract T Accept<T>(IClaimVisitor<T> v);
}
internal sealed class InjuryClaim : Claim
{
    [Pii] public string Injured { get; init; } = "";
    public override T Accept<T>(IClaimVisitor<T> v) => v.Visit(this);
}
internal sealed class WaterClaim : Claim
{
    [Pii] public string Tenant { get; init; } = "";
    public int Floor { get; init; }
    public override T Accept<T>(IClaimVisitor<T> v) => v.Visit(this);
}
internal sealed class RiskVisitor : IClaimVisitor<int>
{
    public int Visit(InjuryClaim c) => string.IsNullOrEmpty(c.Injured) ? 0 : 10;
    public int Visit(WaterClaim c) => c.Floor > 2 ? 1 : 5;
}
internal sealed class TitleVisitor : IClaimVisitor<string>
{
    public string Visit(InjuryClaim c) => "Injury of " + c.Injured;
    public string Visit(WaterClaim c) => $"Water on floor {c.Floor}";
}
internal static class ClaimDesk
{
    public static void Register(InjuryClaim injury, WaterClaim water, ILogger log)
    {
        log.LogInformation("Risk {A} and {B}", injury.Accept(new RiskVisitor()), water.Accept(new RiskVisitor()));
        log.LogInformation("Claim: {Title}", water.Accept(new TitleVisitor()));
    }
}

//// OptionType
public readonly struct Option<T>
{
    private readonly T? _value;
    private readonly bool _some;
    private Option(T v) { _value = v; _some = true; }
    public static Option<T> Some(T v) => new(v);
    public static Option<T> None => default;
    public R Match<R>(Func<T, R> some, Func<R> none) => _some ? some(_value!) : none();
}

private static Option<string> PhoneOf(User u) => u.Phone is { Length: > 0 } p ? Option<string>.Some(p) : Option<string>.None;

public void Call(User u, ILogger log)
{
    log.LogInformation("Phone known: {Known}", PhoneOf(u).Match(_ => "yes", () => "no"));
}

//// PersonalType !
[Pii]
internal sealed class Iban(string country, string account)
{
    public string Country => country;
    public override string ToString() => country + account;
}

internal sealed class Transfer
{
    public Iban From { get; init; } = null!;
    public Iban Into { get; init; } = null!;
    public bool SameAccount => From.Equals(Into);
}

internal static class TransferDesk
{
    public static void Execute(Transfer t, ILogger log)
    {
        log.LogInformation("Same account: {Same}", t.SameAccount);
        log.LogInformation("To account {Iban}", t.Into); // LEAK INS3001
    }
}

//// InheritedMark !
internal interface IContact
{
    [Pii] string Reach { get; }
    string Channel { get; }
}

internal sealed class Pager(string number) : IContact
{
    public string Reach => number;
    public string Channel => "pager";
}

internal abstract class Worker2
{
    [Corpus.Private] public abstract string Badge { get; }
    public virtual string Shift => "early";
}

internal sealed class Driver : Worker2
{
    public override string Badge => "D-" + Environment.TickCount;
    public override string Shift => "late";
}

internal static class Rota
{
    public static void Print(Pager pager, Driver driver)
    {
        Console.WriteLine(pager.Channel + " for " + driver.Shift);
        Console.WriteLine(pager.Reach); // LEAK INS3005
        Console.WriteLine("Badge " + driver.Badge); // LEAK INS3005
    }
}

//// OverwrittenState
public sealed class Session
{
    private string _actor = "anonymous";
    public void SignIn(User u) => _actor = u.Email;
    public void SignOut() => _actor = "anonymous";
    public string Actor => _actor;
}

public void Round(User u, ILogger log)
{
    var s = new Session();
    log.LogDebug("Before: {Actor}", s.Actor);
    s.SignIn(u);
    log.LogDebug("During: {Actor}", s.Actor); // LEAK INS3001
}

//// ShadowedMember !
internal class Pet
{
    [Pii] public string OwnerName { get; set; } = "";
    public string Species { get; set; } = "";
    public virtual string Card() => Species + " of " + OwnerName;
}

internal sealed class ShelterPet : Pet
{
    public override string Card() => Species + " in shelter";
    public new string OwnerName => "city shelter";
}

internal static class Vet
{
    public static void Admit(ShelterPet stray, Pet pet, ILogger log)
    {
        log.LogInformation("Admitted {Card}", stray.Card());
        log.LogInformation("Owner {Owner}", stray.OwnerName);
    }
}

//// EqualityOnPersonalKey !
internal sealed class ApplicantKey([Pii] string mail, [Pii] DateTime born) : IEquatable<ApplicantKey>
{
    private readonly string _mail = mail.Trim().ToLowerInvariant();
    private readonly DateTime _born = born.Date;
    public bool Equals(ApplicantKey? o) => o is not null && o._mail == _mail && o._born == _born;
    public override bool Equals(object? o) => Equals(o as ApplicantKey);
    public override int GetHashCode() => HashCode.Combine(_mail, _born);
}

internal sealed class Admissions(ILogger<Admissions> log)
{
    private readonly HashSet<ApplicantKey> _seen = new();

    public bool Apply(User u)
    {
        var key = new ApplicantKey(u.Email, u.BirthDate);
        if (!_seen.Add(key))
        {
            log.LogWarning("Applicant {Id} applied twice ({Hash:x8})", u.Id, key.GetHashCode());
            return false;
        }
        log.LogInformation("{Key} accepted as number {Number}", key, _seen.Count);
        return true;
    }
}

//// CovariantFactories !
internal abstract class Kiosk
{
    public abstract object Pass(User u);
}
internal sealed class MuseumKiosk : Kiosk
{
    public override Voucher Pass(User u) => new(u.Id, u.Plan) { Bearer = u.FullName };
}
internal sealed class Voucher(int number, string plan)
{
    public int Number => number;
    public string Plan => plan;
    public string Bearer { get; init; } = "";
}
internal static class Museum
{
    public static void Enter(MuseumKiosk kiosk, User u)
    {
        var v = kiosk.Pass(u);
        Console.WriteLine($"{v.Number} {v.Plan} {v}");
        if (v.Bearer.StartsWith("Dr")) Console.Error.WriteLine("An academic enters");
        throw new InvalidOperationException($"Gate closed for {v.Bearer}"); // LEAK INS3004
    }
}
//// EntityStoreLookup !
internal interface IEntity<TKey> where TKey : struct { TKey Id { get; } }
internal sealed class Pupil : IEntity<int>
{
    public int Id { get; init; }
    [Pii] public string GuardianPhone { get; init; } = "";
    public string ClassName { get; init; } = "";
}
internal class Store<TKey, T> where TKey : struct where T : class, IEntity<TKey>
{
    private readonly Dictionary<TKey, T> _rows = new();
    public void Put(T row) => _rows[row.Id] = row;
    public T? Find(TKey id) => _rows.GetValueOrDefault(id);
    public TOut Project<TOut>(TKey id, Func<T, TOut> how, TOut otherwise) => _rows.TryGetValue(id, out var row) ? how(row) : otherwise;
}
internal sealed class PupilDesk(Store<int, Pupil> store, ILogger<PupilDesk> log)
{
    public void CallHome(int id)
    {
        var phone = store.Project(id, p => p.GuardianPhone, "unknown");
        var room = store.Project(id, p => p.ClassName, "none");
        log.LogInformation("Leaving room {Room}", room);
        log.LogInformation("Dialling {Number}", phone); // LEAK INS3001
        if (store.Find(id) is null) log.LogWarning("Pupil {Id} is gone", id);
    }
}

//// EitherFold
private abstract class Either<L, R>
{
    public abstract T Match<T>(Func<L, T> left, Func<R, T> right);
    public sealed class LeftOf(L value) : Either<L, R> { public override T Match<T>(Func<L, T> left, Func<R, T> right) => left(value); }
    public sealed class RightOf(R value) : Either<L, R> { public override T Match<T>(Func<L, T> left, Func<R, T> right) => right(value); }
}
private static Either<int, User> Load(IUsers users, int id)
{
    if (id <= 0) return new Either<int, User>.LeftOf(404);
    return new Either<int, User>.RightOf(users.Get(id));
}
internal void Show(IUsers users, int id)
{
    var found = Load(users, id);
    var line = found.Match(code => "error " + code, u => "hello " + u.FullName);
    Console.WriteLine(line); // LEAK INS3005
}

//// EitherStatusOnly
private abstract class Either<L, R>
{
    public abstract T Match<T>(Func<L, T> left, Func<R, T> right);
    public sealed class LeftOf(L value) : Either<L, R> { public override T Match<T>(Func<L, T> left, Func<R, T> right) => left(value); }
    public sealed class RightOf(R value) : Either<L, R> { public override T Match<T>(Func<L, T> left, Func<R, T> right) => right(value); }
}
private static Either<string, User> Load(IUsers users, int id)
{
    if (id <= 0) return new Either<string, User>.LeftOf("bad id");
    return new Either<string, User>.RightOf(users.Get(id));
}
internal void Show(IUsers users, int id, ILogger log)
{
    var found = Load(users, id);
    var status = found.Match(why => why, u => u.Email.Contains('@') ? "mailable" : "no mail");
    log.LogInformation("Lookup of {Id}: {Status}", id, status);
}

//// StaticAbstractDescription !
internal interface IAuditable<TSelf> where TSelf : IAuditable<TSelf>
{
    static abstract string Describe(TSelf item);
    static virtual string Topic => typeof(TSelf).Name;
}
internal sealed class Parcel : IAuditable<Parcel>
{
    public string TrackingCode = "";
    [Pii] public string Recipient = "";
    public static string Describe(Parcel item) => $"parcel {item.TrackingCode} for {item.Recipient}";
}
internal static class Audit
{
    public static void Write<T>(ILogger log, T item) where T : IAuditable<T>
    {
        log.LogDebug("Topic {Topic}", T.Topic);
        log.LogInformation("{What}", T.Describe(item)); // LEAK INS3001
    }
}
internal sealed class Depot(ILogger<Depot> log)
{
    public void Arrive(Parcel p) => Audit.Write(log, p);
}

//// StaticAbstractMetricName !
internal interface IMetered<TSelf> where TSelf : IMetered<TSelf>
{
    static abstract string MetricName { get; }
    static abstract KeyValuePair<string, object?> TagOf(TSelf item);
}
internal sealed class Prescription : IMetered<Prescription>
{
    [Pii] public string Patient { get; set; } = "";
    public int Doses { get; set; }
    public static string MetricName => "prescriptions";
    public static KeyValuePair<string, object?> TagOf(Prescription item) => new("large", item.Doses > 10);
}
internal sealed class Meters(System.Diagnostics.Metrics.Meter meter)
{
    public void Count<T>(T item) where T : IMetered<T>
    {
        var counter = meter.CreateCounter<long>(T.MetricName);
        counter.Add(1, T.TagOf(item));
    }
    public void Dispense(Prescription p, Queue<string> printer)
    {
        printer.Enqueue(p.Patient);
        Count(p);
    }
}

//// LargestByGenericMath
private static T Largest<T>(IEnumerable<T> values) where T : System.Numerics.INumber<T>
{
    var best = T.Zero;
    foreach (var v in values) best = T.Max(best, v);
    return best;
}
internal void Payroll(IUsers users, ILogger log)
{
    var people = users.All().ToList();
    var longest = Largest(people.Select(u => u.FullName.Length));
    log.LogInformation("Column width {Width}", longest);
    log.LogInformation("Top pay is {Pay}", Largest(people.Select(u => u.Salary))); // LEAK INS3001
}

//// TallyGroups
private sealed class Tally<T> where T : notnull
{
    private readonly Dictionary<T, int> _seen = new();
    public void See(T item) => _seen[item] = _seen.TryGetValue(item, out var n) ? n + 1 : 1;
    public int Distinct => _seen.Count;
    public int Repeats => _seen.Values.Count(n => n > 1);
    public IEnumerable<T> Items => _seen.Keys;
}
internal void FindDuplicates(IUsers users, ILogger log)
{
    var mails = new Tally<string>();
    foreach (var u in users.All()) mails.See(u.Email.Trim().ToLowerInvariant());
    log.LogInformation("{Distinct} addresses, {Repeats} used more than once", mails.Distinct, mails.Repeats);
}

//// VisitorOfHousehold !
internal interface INodeVisitor<out TResult> { TResult Leaf(Tenant t); TResult Group(Household h); }
internal abstract class Node { public abstract TResult Accept<TResult>(INodeVisitor<TResult> v); }
internal sealed class Tenant : Node
{
    [Pii] public string Name { get; init; } = "";
    public override TResult Accept<TResult>(INodeVisitor<TResult> v) => v.Leaf(this);
}
internal sealed class Household : Node
{
    public List<Node> Children { get; } = new();
    public override TResult Accept<TResult>(INodeVisitor<TResult> v) => v.Group(this);
}
internal sealed class CountVisitor : INodeVisitor<int>
{
    public int Leaf(Tenant t) => t.Name.Length == 0 ? 0 : 1;
    public int Group(Household h) => h.Children.Sum(c => c.Accept(this));
}
internal sealed class DoorbellVisitor : INodeVisitor<string>
{
    public string Leaf(Tenant t) => t.Name;
    public string Group(Household h) => string.Join(" / ", h.Children.Select(c => c.Accept(this)));
}
internal static class Building
{
    public static void Inspect(Node root, ILogger log)
    {
        log.LogInformation("{Count} tenants", root.Accept(new CountVisitor()));
        log.LogInformation("Bell: {Label}", root.Accept(new DoorbellVisitor())); // LEAK INS3001
    }
}

//// ResultFailureTexts
private readonly struct Result<T>
{
    public T? Value { get; private init; }
    public string Error { get; private init; }
    public bool Ok => Error is null;
    public static Result<T> Of(T value) => new() { Value = value };
    public static Result<T> Fail(string error) => new() { Error = error };
}
private static Result<User> Find(IUsers users, int id)
{
    var u = users.Get(id);
    return u is null ? Result<User>.Fail("not found") : u.IsAdmin ? Result<User>.Fail("admins are hidden") : Result<User>.Of(u);
}
internal string? Greeting(IUsers users, int id, ILogger log)
{
    var r = Find(users, id);
    if (!r.Ok) { log.LogWarning("Lookup {Id} failed: {Error}", id, r.Error); return null; }
    log.LogDebug("Plan {Plan}", r.Value!.Plan);
    return r.Value.FullName.Length > 0 ? "known" : "anonymous";
}

//// ResultFailureWithInput
private readonly record struct Outcome<T>(T? Value, string? Problem)
{
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Problem is null ? next(Value!) : new Outcome<TNext>(default, Problem);
}
private static Outcome<string> Normalise([Pii] string iban)
    => iban.Length < 15 ? new(null, $"'{iban}' is too short") : new(iban.Replace(" ", ""), null);
private static Outcome<int> Checksum(string iban) => new(iban.Sum(c => c) % 97, null);
internal void Check([Pii] string iban, NLog.Logger nlog)
{
    var done = Normalise(iban).Then(Checksum);
    if (done.Problem != null) nlog.Info("Rejected: {0}", done.Problem); // LEAK INS3001
}

//// OptionPipeline
private sealed class Option<T>
{
    public static readonly Option<T> None = new(default!, false);
    private readonly T _value; private readonly bool _has;
    private Option(T value, bool has) { _value = value; _has = has; }
    public static Option<T> Some(T value) => new(value, true);
    public Option<R> Map<R>(Func<T, R> f) => _has ? Option<R>.Some(f(_value)) : Option<R>.None;
    public Option<T> Where(Func<T, bool> keep) => _has && keep(_value) ? this : None;
    public T Or(T other) => _has ? _value : other;
}
internal void Notify(IUsers users, int id, ILogger log)
{
    var user = Option<User>.Some(users.Get(id));
    var country = user.Map(u => u.Home).Map(h => h.Country).Or("??");
    var target = user.Where(u => u.Tier == Tier.Paid).Map(u => u.Phone).Or(null);
    log.LogInformation("Country {Country}", country);
    log.LogInformation("SMS goes to {Target}", target); // LEAK INS3001
}

//// ExpressionAccessor !
internal sealed class Accessor<T, TValue>
{
    private readonly Func<T, TValue> _read;
    public string Path { get; }
    public Accessor(System.Linq.Expressions.Expression<Func<T, TValue>> path)
    {
        Path = path.Body.ToString();
        _read = path.Compile();
    }
    public TValue Read(T from) => _read(from);
}
internal sealed class GridExport(ILogger<GridExport> log)
{
    private readonly Accessor<User, string> _mail = new(u => u.Email);
    public int Run(IEnumerable<User> rows)
    {
        log.LogInformation("Exporting column {Path}", _mail.Path);
        var filled = 0;
        foreach (var row in rows)
            if (!string.IsNullOrEmpty(_mail.Read(row))) filled++;
        log.LogInformation("{Filled} cells", filled);
        return filled;
    }
}

//// ExpressionAccessorValue !
internal static class Reader
{
    public static Func<T, TValue> For<T, TValue>(System.Linq.Expressions.Expression<Func<T, TValue>> path) => path.Compile();
}
internal sealed class CsvDump
{
    private readonly Func<User, string> _cell = Reader.For<User, string>(u => u.Email);
    public void Dump(User row)
    {
        Console.Out.WriteLine(row.Id);
        Console.WriteLine("cell = " + _cell(row)); // LEAK INS3005
    }
}

//// SpecificationTree
private abstract class Spec<T>
{
    public abstract bool Holds(T item);
    public Spec<T> And(Spec<T> other) => new Both(this, other);
    public abstract string Explain();
    private sealed class Both(Spec<T> a, Spec<T> b) : Spec<T>
    {
        public override bool Holds(T item) => a.Holds(item) && b.Holds(item);
        public override string Explain() => $"({a.Explain()} and {b.Explain()})";
    }
}
private sealed class LivesIn(string country) : Spec<User>
{
    public override bool Holds(User item) => item.Home.Country == country;
    public override string Explain() => "country=" + country;
}
private sealed class HasMailAt(string domain) : Spec<User>
{
    public override bool Holds(User item) => item.Email.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase);
    public override string Explain() => "mail at " + domain;
}
internal void Segment(IUsers users, ILogger log)
{
    var spec = new LivesIn("CH").And(new HasMailAt("example.org"));
    var hits = users.All().Where(spec.Holds).ToList();
    log.LogInformation("{Spec} matches {Count}", spec.Explain(), hits.Count);
}

//// CovariantProducer
private interface IProducer<out T> { T Next(); }
private sealed class MailProducer(User u) : IProducer<string> { public string Next() => u.Email; }
private sealed class TicketProducer : IProducer<string> { private int _n; public string Next() => "T-" + ++_n; }
private static void Trace2(IProducer<object> source) => System.Diagnostics.Trace.WriteLine(source.Next()); // LEAK INS3005
internal void Both(User u)
{
    IProducer<string> tickets = new TicketProducer();
    Console.WriteLine(u.Id);
    Trace2(tickets);
    Trace2(new MailProducer(u));
}

//// ContravariantHandler
private interface IConsumer<in T> { void Take(T item); }
private sealed class TypeLogger(ILogger log) : IConsumer<object>
{
    public void Take(object item) => log.LogInformation("Got a {Type} (same as before: {Same})", item.GetType().Name, ReferenceEquals(item, _last) | (_last = item) is null);
    private object? _last;
}
internal void Feed(IUsers users, ILogger log)
{
    IConsumer<string> consumer = new TypeLogger(log);
    foreach (var u in users.All()) consumer.Take(u.Email);
    IConsumer<User> forUsers = new TypeLogger(log);
    forUsers.Take(users.Get(1));
}

//// SelfTypedBuilder !
internal abstract class LetterBuilder<TSelf> where TSelf : LetterBuilder<TSelf>
{
    protected readonly List<string> Lines = new();
    public TSelf Line(string text) { Lines.Add(text); return (TSelf)this; }
}
internal sealed class ReminderBuilder : LetterBuilder<ReminderBuilder>
{
    private string _signature = "";
    public ReminderBuilder Signed(string by) { _signature = by; return this; }
    public string Build() => string.Join('\n', Lines) + "\n" + _signature;
    public int LineCount => Lines.Count;
}
internal static class Reminders
{
    public static void Send(User debtor, Serilog.ILogger serilog)
    {
        var b = new ReminderBuilder().Line("Dear " + debtor.FullName).Signed("The library").Line("please bring the book back");
        serilog.Information("Letter with {Lines} lines", b.LineCount);
        serilog.Information("Letter text {Text}", b.Build()); // LEAK INS3001
    }
}

//// TypeKeyedBag
private sealed record Locale(string Tag);
private sealed record Contact([Pii] string Mail, [Pii] string Phone);
private sealed class Bag
{
    private readonly Dictionary<Type, object> _items = new();
    public Bag Set<T>(T item) where T : notnull { _items[typeof(T)] = item; return this; }
    public T Get<T>() where T : notnull => (T)_items[typeof(T)];
}
internal void Handle(User user, ILogger log)
{
    var bag = new Bag().Set(new Contact(user.Email, user.Phone ?? "")).Set(new Locale("de-AT"));
    log.LogInformation("Locale {Tag}", bag.Get<Locale>().Tag);
    var contact = bag.Get<Contact>();
    log.LogInformation("Reachable: {Yes}", contact.Phone.Length + contact.Mail.Length > 0);
    log.LogInformation("Contact {Contact}", contact); // LEAK INS3001
}

//// FlippedPair
private readonly struct Pair<TA, TB>(TA first, TB second)
{
    public TA First { get; } = first;
    public TB Second { get; } = second;
    public Pair<TB, TA> Flip() => new(Second, First);
    public Pair<TA, TC> With<TC>(TC other) => new(First, other);
}
internal void Label(User passenger, string seat, ILogger log)
{
    var pair = new Pair<string, string>(seat, passenger.FullName);
    var flipped = pair.Flip();
    log.LogInformation("Seat {Seat}", flipped.Second);
    log.LogInformation("Seat {Seat} with row {Row}", pair.First, pair.With(12).Second);
    log.LogInformation("Passenger {Name}", flipped.First); // LEAK INS3001
}

//// MemoKeys !
internal sealed class Memo<TKey, TValue>(Func<TKey, TValue> make) where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _known = new();
    public TValue Get(TKey key)
    {
        if (!_known.TryGetValue(key, out var v)) _known[key] = v = make(key);
        return v;
    }
    public string Dump() => string.Join(",", _known.Select(p => p.Key + "=" + p.Value));
}
internal sealed class SpamScorer(ILogger<SpamScorer> log)
{
    private readonly Memo<string, int> _scores = new(mail => mail.Count(char.IsDigit));
    public void Score(User user)
    {
        var score = _scores.Get(user.Email);
        log.LogInformation("Score of {Id} is {Score}", user.Id, score);
        if (score > 5) log.LogDebug("All scores: " + _scores.Dump()); // LEAK INS3001
    }
}

//// ParsableCard !
internal readonly struct CardNumber : IParsable<CardNumber>
{
    private readonly string _digits;
    private CardNumber(string digits) => _digits = digits;
    public static CardNumber Parse(string s, IFormatProvider? provider) => new(s.Replace("-", ""));
    public static bool TryParse(string? s, IFormatProvider? provider, out CardNumber result)
    {
        result = s is { Length: > 11 } ? Parse(s, provider) : default;
        return s is { Length: > 11 };
    }
    public override string ToString() => _digits;
}
internal static class Forms
{
    public static T Field<T>(string raw) where T : IParsable<T> => T.TryParse(raw, null, out var v) ? v : throw new FormatException("Field is not a " + typeof(T).Name);
    public static void Pay([Pii] string card, string amount)
    {
        var sum = Field<decimal>(amount);
        var number = Field<CardNumber>(card);
        Console.WriteLine("Amount " + sum);
        Console.WriteLine("Card " + number); // LEAK INS3005
    }
}

//// AccumulatedValidation
private sealed class Validation<T>(T value)
{
    private readonly List<string> _errors = new();
    public Validation<T> Rule(string name, Func<T, bool> holds) { if (!holds(value)) _errors.Add(name); return this; }
    public IReadOnlyList<string> Errors => _errors;
    public T Value => _errors.Count == 0 ? value : throw new InvalidOperationException(string.Join("; ", _errors));
}
internal void Register(User applicant, ILogger log)
{
    var check = new Validation<User>(applicant)
        .Rule("mail has no at sign", u => u.Email.Contains('@'))
        .Rule("name is empty", u => !string.IsNullOrWhiteSpace(u.FullName))
        .Rule("too young", u => u.BirthDate < DateTime.Today.AddYears(-16));
    if (check.Errors.Count > 0) log.LogWarning("Refused: {Errors}", check.Errors);
    else log.LogInformation("Accepted {Id}", check.Value.Id);
}

//// FoldedTree !
internal sealed class Tree<T>(T value, params Tree<T>[] kids)
{
    public TAcc Fold<TAcc>(Func<T, IReadOnlyList<TAcc>, TAcc> f) => f(value, kids.Select(k => k.Fold(f)).ToArray());
}
internal static class OrgChart
{
    public static void Report(Tree<User> company, ILogger log)
    {
        var depth = company.Fold<int>((_, below) => 1 + below.DefaultIfEmpty(0).Max());
        var outline = company.Fold<string>((u, below) => u.FullName + "(" + string.Concat(below) + ")");
        log.LogInformation("Depth {Depth}, outline size {Size}", depth, outline.Length);
        using var span = System.Diagnostics.Activity.Current;
        span?.SetTag("org.depth", depth);
        span?.SetTag("org.outline", outline); // LEAK INS3002
    }
}

//// OwnAddition !
internal readonly record struct Remark(string Text) : System.Numerics.IAdditionOperators<Remark, Remark, Remark>, System.Numerics.IAdditiveIdentity<Remark, Remark>
{
    public static Remark AdditiveIdentity => new("");
    public static Remark operator +(Remark a, Remark b) => new(a.Text + "|" + b.Text);
}
internal static class Folding
{
    public static T Total<T>(IEnumerable<T> parts) where T : System.Numerics.IAdditionOperators<T, T, T>, System.Numerics.IAdditiveIdentity<T, T>
    {
        var sum = T.AdditiveIdentity;
        foreach (var p in parts) sum += p;
        return sum;
    }
    public static void Shift(IUsers nurses, log4net.ILog log)
    {
        var all = Total(nurses.All().Select(n => new Remark(n.FullName)));
        log.Info("remarks: " + all.Text.Length);
        log.Info(all.Text); // LEAK INS3001
    }
}

//// ComposedFunctions
private static Func<A, C> Compose<A, B, C>(Func<A, B> f, Func<B, C> g) => a => g(f(a));
internal void Run(User u, ILogger log)
{
    Func<User, string> mail = x => x.Email;
    var domainIsOurs = Compose(mail, m => m.EndsWith("@corp.test"));
    var digest = Compose(mail, m => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(m))));
    var words = Compose(digest, d => d[..8]);
    log.LogInformation("Ours: {Ours}, key {Key}", domainIsOurs(u), words(u));
}

//// DefaultOfGeneric
private static T Blank<T>(T like) where T : new() { _ = like; return new T(); }
private static T? Nothing<T>(T like) => default;
private static T Pick<T>(bool first, T a, T b) => first ? a : b;
internal void Demo([Pii] string pesel, ILogger log)
{
    log.LogInformation("Empty: {Value}", Nothing(pesel));
    log.LogInformation("Kind: {Kind}", typeof(Dictionary<string, User>).GenericTypeArguments.Length);
    log.LogInformation("List: {Count}", Blank(new List<string> { pesel }).Count);
    log.LogInformation("Picked: {Value}", Pick(DateTime.Now.Hour > 12, "n/a", pesel)); // LEAK INS3001
}
//// MailValue !
internal readonly struct MailAddressValue : IEquatable<MailAddressValue>
{
    private readonly string _value;
    private MailAddressValue(string value) => _value = value;
    public static MailAddressValue Parse(string text) => new(text.Trim().ToLowerInvariant());
    public bool Equals(MailAddressValue other) => string.Equals(_value, other._value, StringComparison.Ordinal);
    public override bool Equals(object? obj) => obj is MailAddressValue other && Equals(other);
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);
    public static bool operator ==(MailAddressValue a, MailAddressValue b) => a.Equals(b);
    public static bool operator !=(MailAddressValue a, MailAddressValue b) => !a.Equals(b);
    public override string ToString() => _value;
}

internal sealed class Newsletter(ILogger<Newsletter> log)
{
    public void Change(User before, User after)
    {
        var old = MailAddressValue.Parse(before.Email);
        var now = MailAddressValue.Parse(after.Email);
        log.LogInformation("Same address: {Same}, hash {Hash}", old == now, now.GetHashCode());
        if (old != now)
            log.LogInformation("New address {Address}", now); // LEAK INS3001
    }
}

//// PlainEntity !
internal sealed class Patient
{
    public int Number { get; init; }
    [Pii(PiiKind.Name)] public string Name { get; set; } = "";
    [Pii] public string Insurance { get; set; } = "";
    public Ward? Ward { get; set; }
}

internal sealed class Ward
{
    public string Code { get; init; } = "";
    public List<Patient> Beds { get; } = new();
    public override string ToString() => $"{Code} ({Beds.Count} beds taken)";
}

internal sealed class Admission(ILogger<Admission> log)
{
    public void Admit(Patient patient, Ward ward)
    {
        patient.Ward = ward;
        ward.Beds.Add(patient);
        log.LogInformation("Admitted {Patient} to {Ward}", patient, ward);
        Console.WriteLine("ward is now " + ward + ", last " + patient);
    }
}

//// LedgerRecord !
internal record LedgerEntry(int Id, [property: Pii(PiiKind.Financial)] string Iban, string Currency)
{
    public override string ToString() => $"entry {Id} in {Currency}";
}

internal sealed record ReversedEntry(int Id, [property: Pii(PiiKind.Financial)] string Iban, string Currency, int Original) : LedgerEntry(Id, Iban, Currency);

internal sealed class Ledger(ILogger<Ledger> log)
{
    private readonly Dictionary<int, LedgerEntry> _entries = new();

    public void Post(int id, [Pii(PiiKind.Financial)] string iban, string currency)
    {
        var entry = new LedgerEntry(id, iban, currency);
        _entries[entry.Id] = entry;
        log.LogInformation("Posted {Entry}", entry);
    }

    public void Reverse(int id, int newId)
    {
        var entry = _entries[id];
        var reversed = new ReversedEntry(newId, entry.Iban, entry.Currency, id);
        _entries[newId] = reversed;
        log.LogInformation("Reversed as {Entry}", reversed); // LEAK INS3001
    }
}

//// TravellerPrint !
internal record Traveller(int Id, [property: Pii] string Passport)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Passport = ").Append(Passport.Length > 0 ? "given" : "missing");
        return true;
    }
}

internal sealed class Gate(ILogger<Gate> log)
{
    public void Board(Traveller traveller, string flight)
    {
        var copy = traveller with { Id = traveller.Id + 1 };
        log.LogInformation("{Traveller} boards {Flight}; next {Next}", traveller, flight, copy.ToString());
    }
}

//// PartyHierarchy !
internal abstract record Party(int Id, string Country);
internal sealed record Company(int Id, string Country, string Register) : Party(Id, Country);
internal sealed record Person(int Id, string Country, [property: Pii] DateTime Born) : Party(Id, Country);

internal sealed class Onboarding(ILogger<Onboarding> log)
{
    public void Add(User user, bool business)
    {
        if (business)
        {
            Party firm = new Company(user.Id, user.Home.Country, "HRB");
            log.LogInformation("Onboarded {Party}", firm);
            return;
        }
        Party party = new Person(user.Id, user.Home.Country, user.BirthDate);
        log.LogInformation("Onboarding {Country}", party.Country);
        log.LogInformation("Onboarded {Party}", party); // LEAK INS3001
    }
}

//// Describers !
internal interface IDescriber<in T>
{
    string Describe(T item);
}

internal sealed class ShortDescriber : IDescriber<User>
{
    public string Describe(User item) => $"{item.Id} [{item.Tier}]";
}

internal sealed class LongDescriber : IDescriber<User>
{
    private readonly IDescriber<User> _inner;
    public LongDescriber(IDescriber<User> inner) => _inner = inner;
    public string Describe(User item) => _inner.Describe(item) + " " + item.FullName;
}

internal sealed class MemberBoard(ILogger<MemberBoard> log)
{
    public void Show(User user)
    {
        var brief = new ShortDescriber();
        var full = new LongDescriber(brief);
        log.LogInformation("Member {Member}", brief.Describe(user));
        log.LogInformation("Member {Member}", full.Describe(user)); // LEAK INS3001
    }
}

//// TemplateJob !
internal abstract class NightJob
{
    private readonly ILogger _log;
    protected NightJob(ILogger log) => _log = log;

    public void Execute(IUsers users)
    {
        foreach (var user in users.All())
        {
            Handle(user);
            _log.LogInformation("Handled {Line}", Describe(user)); // LEAK INS3001
            _log.LogDebug("Key {Key}", KeyOf(user));
        }
    }

    protected abstract void Handle(User user);
    protected abstract string Describe(User user);
    protected virtual string KeyOf(User user) => user.Key.ToString("N");
}

internal sealed class CleanupJob(ILogger log) : NightJob(log)
{
    protected override void Handle(User user) => user.Roles.Clear();
    protected override string Describe(User user) => "cleaned " + user.Email;
    protected override string KeyOf(User user) => "cleanup-" + base.KeyOf(user);
}

//// FluentTicket !
internal sealed class Ticket
{
    internal string Subject = "";
    internal string Body = "";
    internal int Priority;
}

internal sealed class TicketBuilder
{
    private readonly Ticket _ticket = new();
    public TicketBuilder About(string subject) { _ticket.Subject = subject; return this; }
    public TicketBuilder From(User user) { _ticket.Body = $"Reported by {user.FullName}\n"; return this; }
    public TicketBuilder Urgent() { _ticket.Priority = 1; return this; }
    public Ticket Build() => _ticket;
}

internal sealed class HelpDesk(ILogger<HelpDesk> log)
{
    public void Open(User user, string area)
    {
        var ticket = new TicketBuilder().About(area).From(user).Urgent().Build();
        log.LogInformation("Ticket {Subject} with priority {Priority}", ticket.Subject, ticket.Priority);
        log.LogDebug("Ticket body {Body}", ticket.Body); // LEAK INS3001
    }
}

//// MapperPair !
internal sealed record UserRow(int Id, string Country, string Plan, int AliasCount);
internal sealed record UserContact(int Id, string To, string Plan);

internal static class UserMapper
{
    public static UserRow ToRow(this User u) => new(u.Id, u.Home.Country, u.Plan, u.Aliases.Length);
    public static UserContact ToContact(this User u) => new(u.Id, u.Email ?? u.Phone ?? "", u.Plan);
}

internal sealed class Exporter(ILogger<Exporter> log)
{
    public void Export(User user)
    {
        log.LogInformation("Row {Row}", user.ToRow());
        var contact = user.ToContact();
        log.LogInformation("Contact of {Id}, plan {Plan}", contact.Id, contact.Plan);
        log.LogInformation("Contact {Contact}", contact); // LEAK INS3001
    }
}

//// OutcomeType !
internal sealed class Outcome<T>
{
    private Outcome(T? value, string? error) { Value = value; Error = error; }
    public T? Value { get; }
    public string? Error { get; }
    public static Outcome<T> Ok(T value) => new(value, null);
    public static Outcome<T> Fail(string error) => new(default, error);
    public Outcome<R> Then<R>(Func<T, R> next) => Error is null ? Outcome<R>.Ok(next(Value!)) : Outcome<R>.Fail(Error);
}

internal sealed class Claims(ILogger<Claims> log)
{
    public void Settle(User user)
    {
        var outcome = user.Phone is null ? Outcome<string>.Fail("no-phone") : Outcome<string>.Ok(user.Phone);
        if (outcome.Error is not null)
        {
            log.LogWarning("Claim of {Id} failed: {Error}", user.Id, outcome.Error);
            return;
        }
        var formatted = outcome.Then(p => "tel:" + p);
        log.LogInformation("Settled, informing {Target}", formatted.Value); // LEAK INS3001
    }
}

//// ErasedCustomer
private void Forget(ILogger log, Customer customer)
{
    var erased = customer with { Email = "(erased)" };
    log.LogInformation("Erased {Customer}", erased);
    var promoted = customer with { Level = "gold" };
    log.LogInformation("Promoted to {Level}: {Same}", promoted.Level, promoted == customer);
}

//// PromotedCustomer
private void Promote(ILogger log, Customer customer)
{
    var gold = customer with { Level = "gold" };
    var (id, _, level) = gold;
    log.LogInformation("{Id} is {Level}", id, level);
    log.LogInformation("Promoted {Customer}", gold); // LEAK INS3001
}

//// OperatorSum !
internal readonly struct Words
{
    private readonly string _text;
    public Words(string text) => _text = text;
    public static Words operator +(Words a, Words b) => new(a._text + " " + b._text);
    public static bool operator true(Words w) => w._text.Length > 0;
    public static bool operator false(Words w) => w._text.Length == 0;
    public static implicit operator string(Words w) => w._text;
    public static explicit operator int(Words w) => w._text.Length;
    public static implicit operator Words(string s) => new(s);
}

internal sealed class Certificates(ILogger<Certificates> log)
{
    public void Issue(User pupil)
    {
        Words title = "Certificate";
        Words line = title + pupil.FullName;
        if (line) log.LogInformation("Certificate has {Count} characters", (int)line);
        string plain = title;
        log.LogInformation("Issuing {Plain}", plain);
        string text = line;
        log.LogInformation("Issuing {Text}", text); // LEAK INS3001
    }
}

//// MoneyFormat !
internal sealed class Holder : IFormattable
{
    private readonly User _user;
    public Holder(User user) => _user = user;
    public override string ToString() => "holder " + _user.Id;
    public string ToString(string? format, IFormatProvider? provider) => string.Format(provider, "holder {0} ({1})", _user.Id, _user.FullName);
}

internal static class Vault
{
    public static void Open(ILogger log, User user)
    {
        var holder = new Holder(user);
        log.LogInformation("Vault opened by {Holder}", holder.ToString());
        Console.WriteLine($"Vault opened by {holder}"); // LEAK INS3005
    }
}

//// OrderEvents !
internal abstract record DomainEvent(Guid Id);
internal sealed record OrderPlaced(Guid Id, int Lines) : DomainEvent(Id);
internal sealed record RecipientChanged(Guid Id, [property: Pii] string Recipient) : DomainEvent(Id);

internal sealed class Order
{
    private readonly List<DomainEvent> _events = new();
    public Guid Id { get; } = Guid.NewGuid();
    public IReadOnlyList<DomainEvent> Events => _events;
    public void Place(int lines) => _events.Add(new OrderPlaced(Id, lines));
    public void ShipTo(User user) => _events.Add(new RecipientChanged(Id, user.FullName));
}

internal sealed class OrderHandler(ILogger<OrderHandler> log)
{
    public void Handle(User user)
    {
        var order = new Order();
        order.Place(3);
        order.ShipTo(user);
        foreach (var e in order.Events)
        {
            switch (e)
            {
                case OrderPlaced placed:
                    log.LogInformation("Placed: {Event}", placed);
                    break;
                case RecipientChanged changed:
                    log.LogInformation("Recipient of {Id} changed by {Type}", changed.Id, changed.GetType().Name);
                    break;
            }
        }
        log.LogInformation("Committed {Count} events of {Order}", order.Events.Count, order);
    }
}

//// DeconstructVisit !
internal sealed class Appointment
{
    private readonly User _patient;
    public Appointment(User patient, DateTime at) { _patient = patient; At = at; }
    public DateTime At { get; }
    public void Deconstruct(out DateTime at, out int patient, out string caption)
    {
        at = At;
        patient = _patient.Id;
        caption = _patient.FullName + " at " + At.ToString("t");
    }
}

internal sealed class Calendar(ILogger<Calendar> log)
{
    public void Book(User user, DateTime at)
    {
        var (when, who, caption) = new Appointment(user, at);
        log.LogInformation("Booked {When} for {Who}", when, who);
        log.LogInformation("Booked {Caption}", caption); // LEAK INS3001
    }
}

//// PagedIndexer !
internal sealed class Directory
{
    private readonly SortedList<int, string> _names = new();
    public string this[int id]
    {
        get => _names.TryGetValue(id, out var n) ? n : "?";
        set => _names[id] = value.ToUpperInvariant();
    }
    public bool this[string name] => _names.ContainsValue(name);
}

internal sealed class DirectoryService(ILogger<DirectoryService> log)
{
    public void Enter(User user)
    {
        var directory = new Directory();
        directory[user.Id] = user.FullName;
        log.LogDebug("Known: {Known}", directory[user.FullName]);
        log.LogDebug("Entered {Entry}", directory[user.Id]); // LEAK INS3001
    }
}

//// NationalNumber !
[Pii]
internal sealed class NationalNumber
{
    public NationalNumber(string digits) => Digits = digits;
    public string Digits { get; }
    public bool Plausible => Digits.Length == 11;
    public override string ToString() => Digits.Insert(3, "-");
}

internal sealed class Registry(ILogger<Registry> log)
{
    public void Register(NationalNumber number, int office)
    {
        log.LogInformation("Office {Office}: plausible {Plausible}", office, number.Digits.Length == 11);
        log.LogInformation("Office {Office} registered {Number}", office, number); // LEAK INS3001
    }
}

//// InheritedMarkAgain !
internal abstract class Account
{
    public abstract int Number { get; }
    [Pii(PiiKind.Name)] public abstract string Owner { get; }
    public virtual string Branch => "main";
}

internal sealed class JointAccount(int number, string first, string second) : Account
{
    public override int Number => number;
    public override string Owner => first + " & " + second;
    public override string Branch => "joint";
}

internal sealed class Teller(ILogger<Teller> log)
{
    public void Serve(JointAccount account)
    {
        log.LogInformation("Serving {Number} at {Branch}", account.Number, account.Branch);
        log.LogInformation("Serving {Owner}", account.Owner); // LEAK INS3001
    }
}

//// HiddenMember !
internal class Contact
{
    [Pii] public string Name { get; set; } = "";
    [Pii] public virtual string Phone { get; set; } = "";
}

internal sealed class HotlineContact : Contact
{
    public new string Name => "Hotline";
    public int Extension { get; set; }
}

internal sealed class Switchboard(ILogger<Switchboard> log)
{
    public void Connect(HotlineContact hotline)
    {
        log.LogInformation("Connecting {Name}/{Extension}", hotline.Name, hotline.Extension);
        Contact plain = hotline;
        log.LogInformation("Connecting {Name}", plain.Name); // LEAK INS3001
    }
}

//// ShapeVisitor !
internal interface IMemberVisitor<out R>
{
    R VisitGuest(GuestMember guest);
    R VisitFull(FullMember full);
}

internal abstract class Member
{
    public abstract R Accept<R>(IMemberVisitor<R> visitor);
}

internal sealed class GuestMember(int pass) : Member
{
    public int Pass => pass;
    public override R Accept<R>(IMemberVisitor<R> visitor) => visitor.VisitGuest(this);
}

internal sealed class FullMember(User user) : Member
{
    public User User => user;
    public override R Accept<R>(IMemberVisitor<R> visitor) => visitor.VisitFull(this);
}

internal sealed class FeeVisitor : IMemberVisitor<decimal>
{
    public decimal VisitGuest(GuestMember guest) => 5m;
    public decimal VisitFull(FullMember full) => full.User.Email.EndsWith(".edu") ? 20m : 40m;
}

internal sealed class CodeVisitor : IMemberVisitor<string>
{
    public string VisitGuest(GuestMember guest) => "G" + guest.Pass;
    public string VisitFull(FullMember full) => "F" + full.User.Id;
}

internal sealed class Club(ILogger<Club> log)
{
    public void Charge(User user)
    {
        Member member = new FullMember(user);
        var fee = member.Accept(new FeeVisitor());
        var code = member.Accept(new CodeVisitor());
        log.LogInformation("Charging {Fee} to {Code}", fee, code);
    }
}

//// SpecRules !
internal abstract class Rule<T>
{
    public abstract bool Holds(T item);
    public Rule<T> And(Rule<T> other) => new AndRule<T>(this, other);
    public static Rule<T> operator !(Rule<T> rule) => new NotRule<T>(rule);
}

internal sealed class AndRule<T>(Rule<T> a, Rule<T> b) : Rule<T>
{
    public override bool Holds(T item) => a.Holds(item) && b.Holds(item);
}

internal sealed class NotRule<T>(Rule<T> inner) : Rule<T>
{
    public override bool Holds(T item) => !inner.Holds(item);
}

internal sealed class AdultRule : Rule<User>
{
    public override bool Holds(User item) => item.BirthDate.AddYears(18) <= DateTime.Today;
}

internal sealed class DomainRule(string domain) : Rule<User>
{
    public override bool Holds(User item) => item.Email.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase);
}

internal sealed class LoanDesk(ILogger<LoanDesk> log)
{
    public void Decide(User user)
    {
        var rule = new AdultRule().And(!new DomainRule("mailinator.com"));
        var accepted = rule.Holds(user);
        log.LogInformation("Loan of {Id}: {Accepted} by {Rule}", user.Id, accepted, rule);
    }
}

//// GuardClauses !
internal sealed class Subscriber
{
    private readonly string _email;
    public Subscriber([Pii] string email, int plan)
    {
        if (string.IsNullOrEmpty(email)) throw new ArgumentNullException(nameof(email));
        if (plan < 0) throw new ArgumentOutOfRangeException(nameof(plan), plan, "The plan must not be negative.");
        if (!email.Contains('@'))
            throw new FormatException($"'{email}' is no mail address."); // LEAK INS3004
        if (email.Length > 254)
            throw new FormatException($"The mail address has {email.Length} characters, which is too much.");
        _email = email;
    }
    public bool Matches(string other) => _email == other;
}

//// DefaultMethod !
internal interface ISensorOwner
{
    [Pii] string OwnerName { get; }
    int Serial { get; }
    string Title => $"sensor {Serial} of {OwnerName}";
    string Topic => $"sensors/{Serial}";
}

internal sealed class Thermometer(User user, int serial) : ISensorOwner
{
    [Pii] public string OwnerName => user.FullName;
    public int Serial => serial;
}

internal sealed class Hub(ILogger<Hub> log)
{
    public void Attach(User user, int serial)
    {
        ISensorOwner sensor = new Thermometer(user, serial);
        log.LogInformation("Subscribed to {Topic}", sensor.Topic);
        log.LogInformation("Attached {Title}", sensor.Title); // LEAK INS3001
    }
}

//// StaticAbstract !
internal interface IRenders<TSelf> where TSelf : IRenders<TSelf>
{
    static abstract string Render(User user);
}

internal sealed class IdRender : IRenders<IdRender>
{
    public static string Render(User user) => "#" + user.Id;
}

internal sealed class CardRender : IRenders<CardRender>
{
    public static string Render(User user) => user.FullName + ", " + user.Home.City;
}

internal static class Screen
{
    private static string Line<T>(User user) where T : IRenders<T> => "> " + T.Render(user);

    public static void Show(User user)
    {
        Console.WriteLine(Line<IdRender>(user));
        var card = Line<CardRender>(user);
        Console.WriteLine(card.Length);
        Console.WriteLine(card); // LEAK INS3005
    }
}

//// BookingAggregate !
internal enum BookingState { Draft, Held, Confirmed, Cancelled }

internal readonly record struct Seat(int Row, char Letter);

internal sealed class PassengerInfo
{
    [Pii(PiiKind.Name)] public required string Name { get; init; }
    [Pii] public string? Passport { get; init; }
    public required string MealCode { get; init; }
}

internal sealed class Booking
{
    private readonly Dictionary<Seat, PassengerInfo> _seats = new();
    private readonly List<string> _history = new();
    public Guid Id { get; } = Guid.NewGuid();
    public BookingState State { get; private set; }
    public IEnumerable<string> History => _history;
    public int Passengers => _seats.Count;
    public IEnumerable<Seat> Seats => _seats.Keys;

    public void Hold(Seat seat, PassengerInfo passenger)
    {
        if (!_seats.TryAdd(seat, passenger))
            throw new InvalidOperationException($"Seat {seat} is taken.");
        State = BookingState.Held;
        _history.Add($"held {seat} with meal {passenger.MealCode}");
    }

    public void Confirm()
    {
        if (State != BookingState.Held)
            throw new InvalidOperationException($"Cannot confirm a booking that is {State}.");
        foreach (var (seat, passenger) in _seats)
        {
            if (passenger.Passport is null)
                throw new InvalidOperationException($"Passenger {passenger.Name} at {seat} has no passport."); // LEAK INS3004
        }
        State = BookingState.Confirmed;
        _history.Add("confirmed");
    }
}

internal interface IBookings
{
    Booking? Find(Guid id);
    void Save(Booking booking);
}

internal sealed class MemoryBookings : IBookings
{
    private readonly Dictionary<Guid, Booking> _all = new();
    public Booking? Find(Guid id) => _all.GetValueOrDefault(id);
    public void Save(Booking booking) => _all[booking.Id] = booking;
}

internal sealed class BookingService(IBookings bookings, IUsers users, ILogger<BookingService> log)
{
    public Guid Start(int userId, Seat seat, string meal)
    {
        var user = users.Get(userId);
        var booking = new Booking();
        var passenger = new PassengerInfo { Name = user.FullName, MealCode = meal, Passport = null };
        booking.Hold(seat, passenger);
        bookings.Save(booking);
        log.LogInformation("Booking {Id} holds {Seats} for {User}", booking.Id, booking.Seats, user.Id);
        foreach (var line in booking.History)
            log.LogDebug("{Id}: {Line}", booking.Id, line);
        return booking.Id;
    }

    public void Confirm(Guid id)
    {
        var booking = bookings.Find(id) ?? throw new KeyNotFoundException($"No booking {id}.");
        try
        {
            booking.Confirm();
            log.LogInformation("Booking {Id} is {State} with {Count} passengers", id, booking.State, booking.Passengers);
        }
        catch (InvalidOperationException)
        {
            log.LogWarning("Booking {Id} could not be confirmed in state {State}", id, booking.State);
        }
    }
}

//// GradeEnumeration !
internal sealed class Region
{
    public static readonly Region North = new("N", "north");
    public static readonly Region South = new("S", "south");
    private readonly string _code;
    private Region(string code, string name) { _code = code; Name = name; }
    public string Name { get; }
    public override string ToString() => _code;
    public static Region Of(Address address)
    {
        if (string.Equals(address.City, "Hamburg", StringComparison.OrdinalIgnoreCase)) return North;
        return address.Street.Contains("Alp") ? South : North;
    }
}

internal sealed class PupilTransport(ILogger<PupilTransport> log)
{
    public void Plan(IEnumerable<User> pupils)
    {
        var perRegion = new Dictionary<Region, int>();
        foreach (var pupil in pupils)
        {
            var region = Region.Of(pupil.Home);
            perRegion[region] = perRegion.GetValueOrDefault(region) + 1;
        }
        foreach (var (region, count) in perRegion)
            log.LogInformation("Region {Region} ({Name}): {Count} pupils", region, region.Name, count);
    }
}

//// ComparerSort !
internal sealed class BySurname : IComparer<User>, IEqualityComparer<User>
{
    public int Compare(User? x, User? y) => string.CompareOrdinal(x?.FullName, y?.FullName);
    public bool Equals(User? x, User? y) => x?.FullName == y?.FullName;
    public int GetHashCode(User u) => HashCode.Combine(u.FullName, u.BirthDate);
}

internal sealed class ClassRegister(ILogger<ClassRegister> log)
{
    public void Sort(List<User> pupils)
    {
        var comparer = new BySurname();
        pupils.Sort(comparer);
        var distinct = new HashSet<User>(pupils, comparer);
        for (var i = 1; i < pupils.Count; i++)
        {
            if (comparer.Compare(pupils[i - 1], pupils[i]) == 0)
                log.LogWarning("Pupils {A} and {B} share a name, bucket {Hash}", pupils[i - 1].Id, pupils[i].Id, comparer.GetHashCode(pupils[i]) % 16);
        }
        log.LogInformation("{Distinct} of {Count} names are distinct", distinct.Count, pupils.Count);
    }
}

//// ClinicalOption !
internal abstract class Option<T>
{
    public abstract R Match<R>(Func<T, R> some, Func<R> none);
    public Option<R> Map<R>(Func<T, R> f) => Match<Option<R>>(v => new Some<R>(f(v)), () => new None<R>());
}

internal sealed class Some<T>(T value) : Option<T>
{
    public override R Match<R>(Func<T, R> some, Func<R> none) => some(value);
}

internal sealed class None<T> : Option<T>
{
    public override R Match<R>(Func<T, R> some, Func<R> none) => none();
}

internal sealed class Reminder(ILogger<Reminder> log)
{
    private static Option<string> PhoneOf(User u) => u.Phone is { } p ? new Some<string>(p) : new None<string>();

    public void Remind(User patient, Action<string> sms)
    {
        var phone = PhoneOf(patient);
        var digits = phone.Map(p => p.Count(char.IsDigit)).Match(n => n, () => 0);
        var way = phone.Match(p => { sms(p); return "sms"; }, () => "letter");
        log.LogInformation("Reminded {Patient} by {Way} with {Digits} digits", patient.Id, way, digits);
    }
}

//// UnitOfWork !
internal interface IEntity { int Id { get; } }

internal sealed class Guest : IEntity
{
    public int Id { get; init; }
    [Pii] public string Name { get; set; } = "";
    [Pii] public string Diet { get; set; } = "";
}

internal sealed class ChangeTracker<T> where T : class, IEntity
{
    private readonly Dictionary<int, (T Entity, HashSet<string> Fields)> _dirty = new();

    public void Touch<V>(T entity, string field, V before, V after)
    {
        if (EqualityComparer<V>.Default.Equals(before, after)) return;
        if (!_dirty.TryGetValue(entity.Id, out var entry))
            _dirty[entity.Id] = entry = (entity, new HashSet<string>());
        entry.Fields.Add(field);
    }

    public IEnumerable<string> Summary()
    {
        foreach (var (id, (_, fields)) in _dirty)
            yield return typeof(T).Name + " " + id + ": " + string.Join(", ", fields);
    }
}

internal sealed class GuestEditor(ILogger<GuestEditor> log)
{
    private readonly ChangeTracker<Guest> _tracker = new();

    public void Edit(Guest guest, User source)
    {
        _tracker.Touch(guest, nameof(Guest.Name), guest.Name, source.FullName);
        guest.Name = source.FullName;
        _tracker.Touch(guest, nameof(Guest.Diet), guest.Diet, source.Aliases.FirstOrDefault() ?? "");
        guest.Diet = source.Aliases.FirstOrDefault() ?? "";
        foreach (var line in _tracker.Summary())
            log.LogInformation("Changed {Line}", line);
    }
}
//// PrintedRecord
public void Import(Customer customer, Visit visit, User user, ILogger log)
{
    log.LogInformation("User {User}", user);
    log.LogInformation("Customer {Level}", customer.Level);
    log.LogInformation("Customer {Customer}", customer); // LEAK INS3001
    Console.WriteLine(visit.At);
    Console.WriteLine(visit); // LEAK INS3005
}

//// HidingRecord !
public record Patient([Pii(PiiKind.Name)] string Name, string Ward)
{
    public override string ToString() => $"Patient on {Ward}";
}

public class WardService(ILogger<WardService> logger)
{
    public void Admit(Patient patient)
    {
        logger.LogInformation("Admitted {Patient}", patient);
        Console.WriteLine(patient.ToString());
        var text = $"{patient} arrived";
        logger.LogInformation("Event {Text}", text);
    }

    public void Move(Patient patient, string ward) => logger.LogInformation("Moved {Patient}", patient with { Ward = ward });
}

//// NestedRecords !
public record Recipient([Pii(PiiKind.Name)] string Name, string Country);

public record Parcel(int Number, Recipient To, double Weight);

public class Depot(ILogger<Depot> logger)
{
    public void Scan(Parcel parcel)
    {
        var (number, to, weight) = parcel;
        logger.LogInformation("Scanned {Number}, {Weight} kg to {Country}", number, weight, to.Country);
        logger.LogInformation("Scanned {Parcel}", parcel); // LEAK INS3001
    }
}

//// ClassInsideRecord !
public class Guest
{
    [Pii] public string Name { get; set; } = "";
    public int Room { get; set; }
}

public record Booking(int Nights, Guest Who);

public class FrontDesk(ILogger<FrontDesk> logger)
{
    public void CheckIn(Booking booking)
    {
        logger.LogInformation("Check-in {Booking}", booking);
        logger.LogInformation("Room {Room}", booking.Who.Room);
        Console.WriteLine($"{booking} for {booking.Nights} nights");
    }
}

//// OwnToString !
internal class Employee
{
    public int Number { get; init; }
    [Pii(PiiKind.Name)] public string Name { get; init; } = "";
    public override string ToString() => $"{Number}: {Name}";
}

internal class Contractor : Employee
{
    public string Company { get; init; } = "";
}

internal class Payroll(ILogger<Payroll> logger)
{
    public void Pay(Contractor contractor, Employee employee)
    {
        logger.LogInformation("Paying {Company}", contractor.Company);
        logger.LogInformation("Paying {Contractor}", contractor); // LEAK INS3001
        System.Diagnostics.Debug.WriteLine("paid " + employee); // LEAK INS3005
    }
}

//// Destructured
public void Handle(User user, Address address, ILogger log, Serilog.ILogger serilog)
{
    serilog.Information("Got {User}", user);
    serilog.Information("Got {Roles}", user.Roles);
    serilog.Information("Got {@User}", user); // LEAK INS3001
    serilog.Warning("Shipping to {@Address}", address); // LEAK INS3001
    log.LogInformation("Type {Type}", address.GetType().Name);
}

//// TupleAndAnonymous
public void Track(User user, ILogger log)
{
    var point = (user.Id, user.Plan);
    log.LogInformation("Point {Point}", point);
    var contact = (user.Id, user.Email);
    log.LogInformation("Contact {Id}", contact.Id);
    log.LogInformation("Contact {Length}", contact.Email.Length);
    var shape = new { user.Tier, Owner = user };
    log.LogInformation("Shape {Shape}", shape);
}

//// SerializedForLog !
public class Prescription
{
    public int Id { get; set; }
    [Pii(PiiKind.Health)] public string Drug { get; set; } = "";
    [System.Text.Json.Serialization.JsonIgnore, Pii] public string Doctor { get; set; } = "";
}

public class Pharmacy(ILogger<Pharmacy> logger)
{
    public void Receive(Prescription prescription)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(prescription);
        logger.LogDebug("Payload of {Size} chars", json.Length);
        logger.LogDebug("Payload {Json}", json); // LEAK INS3007
        Console.WriteLine(json); // LEAK INS3005
    }
}

//// SerializedIgnored !
public class LabSample
{
    public int Id { get; set; }
    public string Tube { get; set; } = "";
    [System.Text.Json.Serialization.JsonIgnore, Pii(PiiKind.Health)] public string Finding { get; set; } = "";
}

public class Laboratory(ILogger<Laboratory> logger)
{
    public void Receive(LabSample sample)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(sample);
        logger.LogDebug("Payload {Json}", json);
        logger.LogDebug("Sample {Sample}", sample);
        Console.WriteLine(json);
    }
}

//// MarkedType !
[Pii(PiiKind.Financial)]
public readonly record struct Iban(string Value);

public class Account
{
    public required Iban Iban { get; init; }
    public required string Currency { get; init; }
}

public class Ledger(ILogger<Ledger> logger)
{
    public void Open(Account account)
    {
        logger.LogInformation("Opening {Currency} account", account.Currency);
        logger.LogInformation("Opening {Account}", account);
        logger.LogInformation("Opening {Iban}", account.Iban); // LEAK INS3001
    }
}

//// InheritedMarkAgainAgain !
public interface IPerson
{
    [Pii(PiiKind.Name)] string Name { get; }
    string Team { get; }
}

public class Player(string name, string team) : IPerson
{
    public string Name { get; } = name;
    public string Team { get; } = team;
    public string Initials => $"{Team[0]}{Team.Length}";
}

public class Roster(ILogger<Roster> logger)
{
    public void Add(Player player)
    {
        logger.LogInformation("Adding to {Team} ({Initials})", player.Team, player.Initials);
        logger.LogInformation("Adding {Player}", player.Name); // LEAK INS3001
    }
}

//// MessageBuilder !
internal sealed class MessageBuilder
{
    private string _subject = "";
    private string _recipient = "";
    private readonly List<string> _tags = [];

    internal MessageBuilder Subject(string value) { _subject = value; return this; }
    internal MessageBuilder To(string value) { _recipient = value; return this; }
    internal MessageBuilder Tag(string value) { _tags.Add(value); return this; }
    internal Message Build() => new(_subject, _recipient, [.. _tags]);
}

internal sealed record Message(string Subject, string Recipient, string[] Tags);

internal sealed class Mailer(ILogger<Mailer> logger)
{
    public void Send(User user)
    {
        var message = new MessageBuilder().Subject("Welcome").To(user.Email).Tag(user.Plan).Build();
        logger.LogInformation("Sending {Subject} {Tags}", message.Subject, message.Tags);
        logger.LogInformation("Sending {Message}", message); // LEAK INS3001
    }
}

//// TwoBoxes
private sealed class Box(string value)
{
    internal string Value { get; private set; } = value;
    internal void Append(string more) => Value += more;
}

public void Run(User user, ILogger logger)
{
    var open = new Box("plan:");
    var closed = new Box("mail:");
    open.Append(user.Plan);
    closed.Append(user.Email);
    logger.LogInformation("Open {Value}", open.Value);
    logger.LogInformation("Closed {Length}", closed.Value.Length);
    var alias = closed;
    logger.LogInformation("Alias {Value}", alias.Value); // LEAK INS3001
}

//// WithCopy
private sealed record Line(string Label, string Text, int Number);

public void Run(User user, ILogger logger)
{
    var personal = new Line("name", user.FullName, 1);
    var cleaned = personal with { Text = "removed" };
    logger.LogInformation("Line {Line}", cleaned);
    var renumbered = cleaned with { Number = personal.Number + 1 };
    logger.LogInformation("Line {Line} {Same}", renumbered, renumbered == personal);
}

//// WithCopyKept
private sealed record Line(string Label, string Text, int Number);

public void Run(User user, ILogger logger)
{
    var personal = new Line("name", user.FullName, 1);
    var cleaned = personal with { Text = "removed" };
    logger.LogInformation("Line {Line}", cleaned);
    var renumbered = personal with { Label = "text", Number = 2 };
    logger.LogInformation("Line {Line}", renumbered); // LEAK INS3001
}

//// HiddenToString
private sealed record Login(int Id, [Pii] string Address)
{
    public override string ToString() => $"Login {Id}";
}

private sealed class Token(string owner, string scope)
{
    public override string ToString() => scope + ":" + owner.Length;
}

public void Run(User user, ILogger logger)
{
    logger.LogInformation("Created {Login}", new Login(user.Id, user.Email));
    logger.LogInformation("Created {Token}", new Token(user.Email, user.Plan));
    Console.WriteLine(new Login(user.Id, user.Email));
}

//// ShownToString
private sealed record Login(int Id, [Pii] string Address);

private sealed class Token(string owner, string scope)
{
    public override string ToString() => scope + ":" + owner;
}

public void Run(User user, ILogger logger)
{
    logger.LogInformation("Created {Login}", new Login(user.Id, user.Email)); // LEAK INS3001
    logger.LogInformation("Created {Token}", new Token(user.Plan, "plan"));
    Console.WriteLine(new Token(user.FullName, user.Plan)); // LEAK INS3005
}

//// DecoratedNotifier !
internal interface INotifier
{
    void Notify(string target, string text);
}

internal sealed class SmtpNotifier : INotifier
{
    internal int Sent { get; private set; }
    public void Notify(string target, string text) => Sent++;
}

internal sealed class LoggingNotifier(INotifier inner, ILogger logger) : INotifier
{
    public void Notify(string target, string text)
    {
        logger.LogDebug("Notifying {Chars} chars: {Text}", target.Length, text);
        inner.Notify(target, text);
    }
}

internal sealed class Welcome(ILogger<Welcome> logger)
{
    private readonly INotifier _notifier = new LoggingNotifier(new SmtpNotifier(), logger);

    public void Run(User user) => _notifier.Notify(user.Email, "Welcome to " + user.Plan);
}

//// DecoratedRepository !
internal interface INames
{
    string NameOf(int id);
}

internal sealed class StoredNames(IUsers users) : INames
{
    public string NameOf(int id) => users.Get(id).FullName;
}

internal sealed class TimedNames(INames inner, ILogger logger) : INames
{
    public string NameOf(int id)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var name = inner.NameOf(id);
        logger.LogDebug("{Id} took {Elapsed}", id, watch.ElapsedMilliseconds);
        logger.LogTrace("{Id} gave {Name}", id, name); // LEAK INS3001
        return name;
    }
}

internal static class NamesFactory
{
    internal static INames Create(IUsers users, ILogger logger) => new TimedNames(new StoredNames(users), logger);
}

//// TemplateMethod !
internal abstract class Exporter(ILogger logger)
{
    protected abstract string Caption(User user);

    public void Export(User user)
    {
        logger.LogInformation("Exporting {Caption}", Caption(user));
        Write(user);
    }

    protected virtual void Write(User user) => Console.WriteLine(user.Id);
}

internal sealed class PlanExporter(ILogger logger) : Exporter(logger)
{
    protected override string Caption(User user) => user.Plan;
}

internal sealed class ContactExporter(ILogger logger) : Exporter(logger)
{
    protected override string Caption(User user) => "contact of " + user.Id;

    protected override void Write(User user)
    {
        base.Write(user);
        Console.WriteLine(user.Phone); // LEAK INS3005
    }
}

//// StructCopyAgain
private struct Cell
{
    internal string Text;
    internal int Row;
}

public void Run(User user, ILogger logger)
{
    var first = new Cell { Text = user.Plan, Row = 1 };
    var second = first;
    second.Text = user.FullName;
    second.Row = first.Row + second.Text.Length;
    logger.LogInformation("First {Text}", first.Text);
    logger.LogInformation("Second row {Row}", second.Row);
}

//// SerializedDtos
private sealed class ProfileDto
{
    public int Id { get; init; }
    [System.Text.Json.Serialization.JsonIgnore] [Pii] public string Mail { get; init; } = "";
    public string Plan { get; init; } = "";
}

private sealed class ContactDto
{
    public int Id { get; init; }
    [Pii] public string Mail { get; init; } = "";
}

public void Run(User user, ILogger logger)
{
    var profile = new ProfileDto { Id = user.Id, Mail = user.Email, Plan = user.Plan };
    var contact = new ContactDto { Id = user.Id, Mail = user.Email };
    logger.LogInformation("Profile {Json}", System.Text.Json.JsonSerializer.Serialize(profile));
    logger.LogInformation("Contact {Contact}", contact);
    var json = System.Text.Json.JsonSerializer.Serialize(contact);
    logger.LogInformation("Contact {Json}", json); // LEAK INS3007
}

//// AliasCleared
private sealed class Holder { internal string Value = ""; internal Holder? Next; }

internal void Run(User user, ILogger log)
{
    var first = new Holder { Value = user.Email };
    var second = first;
    var third = new Holder { Next = second };
    third.Next.Value = user.Plan;
    log.LogInformation("First {Value}", first.Value);
    log.LogInformation("Second {Value}", second.Value);
}

//// StructCopiesAgain
private struct Slot { internal string Text; internal int Rank; }

private static void Fill(Slot slot, string text) => slot.Text = text;
private static void FillRef(ref Slot slot, string text) => slot.Text = text;

internal void Run(User user, ILogger log)
{
    var slot = new Slot { Text = user.Plan, Rank = 1 };
    Fill(slot, user.Email);
    log.LogInformation("After copy {Text}", slot.Text);
    var before = slot;
    FillRef(ref slot, user.Email);
    log.LogInformation("Before {Text}", before.Text);
    log.LogInformation("After {Text}", slot.Text); // LEAK INS3001
}

//// RowCopies
private sealed record Row(int Id, string Mail, string Note);

internal void Run(User user, ILogger log)
{
    var row = new Row(user.Id, user.Email, user.Plan);
    var clean = row with { Mail = "-" };
    log.LogInformation("Row {Row}", clean);
    var again = clean with { Note = user.Plan + "!" };
    log.LogInformation("Row {Row} {Mail}", again, again.Mail);
    var (id, _, note) = row;
    log.LogInformation("Row {Id} {Note}", id, note);
}

//// ShallowClone
private sealed class Body { internal string Text { get; set; } = ""; }
private sealed record Document(string Title, Body Body);

internal void Run(User user, ILogger log)
{
    var original = new Document(user.Plan, new Body());
    var copy = original with { Title = "copy" };
    copy.Body.Text = user.FullName;
    log.LogInformation("Document {Document}", original);
    log.LogInformation("Title {Title}", copy.Title);
    log.LogInformation("Text {Text}", original.Body.Text); // LEAK INS3001
}

//// DeepClone
private sealed class Body { internal string Text { get; set; } = ""; }
private sealed record Document(string Title, Body Body);

internal void Run(User user, ILogger log)
{
    var original = new Document(user.Plan, new Body { Text = "draft" });
    var copy = original with { Body = new Body { Text = original.Body.Text } };
    copy.Body.Text = user.FullName;
    log.LogInformation("Text {Text}", original.Body.Text);
    log.LogInformation("Length {Length}", copy.Body.Text.Length);
}

//// IgnoredMembers
private sealed class Account
{
    public int Id { get; set; }
    public string Plan { get; set; } = "";
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Mail { get; set; } = "";
}

internal void Save(User user, ILogger log)
{
    var account = new Account { Id = user.Id, Plan = user.Plan, Mail = user.Email };
    var json = System.Text.Json.JsonSerializer.Serialize(account);
    log.LogInformation("Saved {Json}", json);
    Console.WriteLine(json);
}

//// WrittenMembers
internal void Save(Customer customer, ILogger log)
{
    var json = System.Text.Json.JsonSerializer.Serialize(customer);
    var size = json.Length;
    log.LogInformation("Saved {Size} of {Level}", size, customer.Level);
    log.LogInformation("Saved {Json}", json); // LEAK INS3007
    Console.WriteLine(json.Trim()); // LEAK INS3005
    File.WriteAllText("customer.json", json); // LEAK INS3008
    json = System.Text.Json.JsonSerializer.Serialize(customer.Id);
    log.LogInformation("Saved {Json}", json);
}

//// ReportBuilder
private sealed class ReportBuilder
{
    private string _title = "none";
    private string? _owner;
    private readonly List<string> _lines = [];
    internal ReportBuilder Title(string title) { _title = title; return this; }
    internal ReportBuilder Owner(string owner) { _owner = owner; return this; }
    internal ReportBuilder Line(string line) { _lines.Add(line); return this; }
    internal string Summary() => $"{_title}: {_lines.Count} lines, owned {_owner is not null}";
    internal string Full() => $"{_title} by {_owner}";
}

internal void Build(User user, ILogger log)
{
    var report = new ReportBuilder().Title(user.Plan).Owner(user.FullName).Line(user.Email);
    log.LogInformation("{Summary}", report.Summary());
    log.LogInformation("{Full}", report.Full()); // LEAK INS3001
    report.Owner("system");
    log.LogInformation("{Full}", report.Full());
}

//// TypeNamesOnly
private sealed class Envelope(User user) { internal User User { get; } = user; public string Mail { get; } = user.Email; }
private sealed class Label(User user) { private readonly string _mail = user.Email; public override string ToString() => "label " + (_mail.Length > 3); }

internal void Print(User user, ILogger log)
{
    var envelope = new Envelope(user);
    List<User> team = [user];
    log.LogInformation("Envelope {Envelope} {Home}", envelope, user.Home);
    log.LogInformation("Team {Team}", team);
    log.LogInformation("Label {Label}", new Label(user));
    Console.WriteLine(envelope);
}


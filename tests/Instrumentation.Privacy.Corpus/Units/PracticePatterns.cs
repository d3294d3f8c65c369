//// PtDeconstructRecord
void M(ILogger log, Customer c)
{
    var (id, _, level) = c;
    log.LogInformation("{Id} is {Level}", id, level);
    (_, var mail, _) = c;
    log.LogInformation("{Id} at {Contact}", id, mail); // LEAK INS3001
}
//// PtWithReplaced
void M(ILogger log, Customer c)
{
    var shown = c with { Email = "(hidden)" };
    log.LogInformation("Customer {Customer}", shown);
    log.LogInformation("Customer {Text}", shown.ToString());
}
//// PtWithOther
void M(ILogger log, Visit v)
{
    var rounded = v with { At = v.At.Date, Id = Guid.Empty };
    log.LogInformation($"{rounded}"); // LEAK INS3001
}
//// PtPropertyPatterns
string Classify(User u) => u switch
{
    { Email.Length: 0, Phone: null } => "unreachable",
    { Home: { City: "Berlin" or "Hamburg" } } => "local",
    { Salary: > 5000m and < 9000m, IsAdmin: false } => "middle",
    { FullName: ['D', 'r', '.', ..] } => "academic",
    { BirthDate: { Month: 2, Day: 29 } } => "leap",
    { Roles: [var only] } => only,
    _ => u.Plan,
};
void M(ILogger log, User u) => log.LogInformation("{Id}: {Class}", u.Id, Classify(u));
//// PtCapturedInPattern
void M(ILogger log, object o)
{
    switch (o)
    {
        case User { IsAdmin: true, Id: var id }:
            log.LogInformation("admin {Id}", id);
            break;
        case User { Home: { Street: var street, Country: "DE" } }:
            log.LogInformation("lives in {Street}", street); // LEAK INS3001
            break;
        case Customer(var number, _, "gold" or "silver"):
            log.LogInformation("good customer {Number}", number);
            break;
        case string s:
            log.LogInformation("text {Text}", s);
            break;
    }
}
void Call(ILogger log, User u) => M(log, u);
//// PtTupleParts
(string Contact, int Score, string Plan) Rate(User u) => (u.Email, u.Email.Length + u.Roles.Count, u.Plan);
void M(ILogger log, User u)
{
    var rated = Rate(u);
    log.LogInformation("{Score} {Plan}", rated.Score, rated.Item3);
    var (_, score, plan) = Rate(u);
    log.LogInformation("{Pair}", (score, plan));
    log.LogInformation("{Rated}", rated); // LEAK INS3001
}
//// PtTupleSwap
void M(User u)
{
    var pair = (Left: u.Plan, Right: u.Phone);
    (pair.Left, pair.Right) = (pair.Right ?? "", pair.Left);
    Console.WriteLine(pair.Right);
    Console.WriteLine(pair.Left); // LEAK INS3005
}
//// PtListPattern
void M(ILogger log, User u)
{
    var text = u.Aliases switch
    {
        [] => "none",
        [_] => "one",
        [{ Length: < 3 }, ..] => "short first",
        [.., var last] when last == u.FullName => "ends with full name",
        { Length: var n } => n + " aliases",
    };
    log.LogInformation("{Id} has {Text}", u.Id, text);
}
//// PtRecordPrintMembers !
internal record Account(int Number, [Pii] string Iban)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Number = ").Append(Number);
        return true;
    }
}

internal record struct Money(decimal Amount, string Currency)
{
    public override readonly string ToString() => Amount.ToString("0.00") + " " + Currency;
}

internal record Payment(Guid Id, Account From, Account To, Money Money);

internal class Clearing(ILogger<Clearing> log)
{
    private readonly List<Payment> _open = [];

    public void Add(Payment payment)
    {
        _open.Add(payment);
        log.LogInformation("Open: {Payment}", payment);
        if (payment is { From: var from, To: var to } && from == to)
            log.LogWarning("Payment {Id} goes from {Account} to itself", payment.Id, from);
    }

    public decimal Settle()
    {
        var sum = 0m;
        foreach (var (id, from, _, (amount, currency)) in _open)
        {
            log.LogDebug("Settling {Id}: {Amount} {Currency} of {Number}", id, amount, currency, from.Number);
            sum += amount;
        }
        _open.Clear();
        return sum;
    }
}
//// PtDerivedRecords !
internal abstract record DomainEvent(Guid Id, DateTimeOffset At);
internal record UserRenamed(Guid Id, DateTimeOffset At, int UserId, [property: Pii] string NewName) : DomainEvent(Id, At);
internal record PlanChanged(Guid Id, DateTimeOffset At, int UserId, string Plan) : DomainEvent(Id, At);

internal interface IHandler<in T> where T : DomainEvent { void Handle(T e); }

internal class PlanChangedHandler(ILogger<PlanChangedHandler> log) : IHandler<PlanChanged>
{
    public void Handle(PlanChanged e) => log.LogInformation("Event {Event}", e);
}

internal class UserRenamedHandler(ILogger<UserRenamedHandler> log) : IHandler<UserRenamed>
{
    public void Handle(UserRenamed e)
    {
        var (id, at, user, name) = e;
        log.LogInformation("Event {Id} at {At}: user {User}, {Length} characters", id, at, user, name.Length);
        log.LogDebug("Event {Event}", e); // LEAK INS3001
    }
}
//// PtMarkedType !
[Pii]
internal class Diagnosis
{
    public int Id { get; set; }
    public string Code { get; set; } = "";
    public string Finding { get; set; } = "";
    public bool Confirmed { get; set; }
    public void Deconstruct(out int id, out string code, out bool confirmed) => (id, code, confirmed) = (Id, Code, Confirmed);
}

internal class WardRound(ILogger<WardRound> log)
{
    public void Visit(int bed, params Diagnosis[] findings)
    {
        log.LogInformation("Bed {Bed}: {Count} findings", bed, findings.Length);
        foreach (var finding in findings)
        {
            var (id, code, confirmed) = finding;
            log.LogInformation("Finding {Id} confirmed: {Confirmed}, long: {Long}", id, confirmed, finding.Finding.Length > 200);
            if (!confirmed)
                log.LogWarning("Please confirm {Code}", code); // LEAK INS3001
        }
    }
}
//// PtPrivateMembersOfRecord !
internal record Ticket(int Number, string Topic)
{
    [Pii] internal string Reporter { get; init; } = "";
    [Pii] private string? Notes { get; set; }
    public Ticket Note(string? text) => this with { Notes = text };
    public bool HasNotes => Notes is { Length: > 0 };
}

internal class Desk(ILogger<Desk> log)
{
    private int _last;

    public Ticket Open(User reporter, string topic)
    {
        var ticket = new Ticket(++_last, topic) { Reporter = reporter.Email };
        log.LogInformation("Opened {Ticket}", ticket);
        var noted = ticket.Note("called from " + reporter.Phone);
        log.LogInformation("Noted {Ticket}: {Has}", noted, noted.HasNotes);
        return noted;
    }
}
//// PtAnonymousAndIsVar
void M(ILogger log, User u)
{
    var card = new { u.Id, Contact = new { u.Plan, Digits = u.Phone?.Length ?? 0 } };
    log.LogInformation("{Card}", card);
    if (u.Manager is { Id: > 0 } boss and not { IsAdmin: true })
        log.LogInformation("{Boss} leads {Id}", boss.Id, u.Id);
    if (u.Manager?.Home is { City: { Length: > 0 } city, Country: var country })
        log.LogInformation("{Country}: {Same}", country, city == u.Home.City);
}
//// PtResultType !
internal abstract record Result<T>
{
    public sealed record Ok(T Value) : Result<T>;
    public sealed record Error(string Code, int Field) : Result<T>;

    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, int, TOut> error) => this switch
    {
        Ok(var value) => ok(value),
        Error(var code, var field) => error(code, field),
        _ => throw new InvalidOperationException(),
    };
}

internal class PhoneValidator(ILogger<PhoneValidator> log)
{
    public Result<string> Validate(User u) => u.Phone switch
    {
        null or "" => new Result<string>.Error("missing", 3),
        { Length: > 20 } => new Result<string>.Error("too long", 3),
        ['+', .. var rest] when rest.All(char.IsDigit) => new Result<string>.Ok("00" + rest),
        var other => other.All(char.IsDigit) ? new Result<string>.Ok(other) : new Result<string>.Error("not a number", 3),
    };

    public bool Check(User u)
    {
        var result = Validate(u);
        var text = result.Match(_ => "valid", (code, field) => $"field {field}: {code}");
        log.LogInformation("Phone of {Id}: {Text}", u.Id, text);
        if (result is Result<string>.Error error)
            log.LogWarning("{Error}", error);
        return result is Result<string>.Ok { Value.Length: > 6 };
    }
}
//// PtMapper !
internal record UserDto(int Id, string Plan, bool Admin, int Mail);
internal record AddressDto(string Country, bool HasStreet);

internal static class Mapper
{
    public static UserDto ToDto(this User u) => new(u.Id, u.Plan, u.IsAdmin, u.Email.Length);
    public static AddressDto ToDto(this Address a) => new(a.Country, a is { Street.Length: > 0 });

    public static (UserDto User, AddressDto Address) Split(this User u)
    {
        var (user, address) = (u.ToDto(), u.Home.ToDto());
        return (user with { Plan = user.Plan.ToUpperInvariant() }, address);
    }

    public static void Deconstruct(this User u, out int id, out string name, out Address home)
    {
        id = u.Id;
        name = u.FullName;
        home = u.Home;
    }
}

internal class Sync(ILogger<Sync> log)
{
    public int Push(params User[] users)
    {
        var changed = 0;
        foreach (var user in users)
        {
            var dto = user.Split();
            log.LogInformation("Pushing {Dto}", dto);
            var (id, name, home) = user;
            if (name.Length > 0 && home is not { City: "" })
                changed++;
            else
                log.LogWarning("User {Id} in {Country} is incomplete: {Home}", id, home.Country, home);
        }
        return changed;
    }
}
//// SwitchExpressionPicksContact
enum Channel { Mail, Phone, Post, None }

static string Target(User user, Channel channel) => (channel, user) switch
{
    (Channel.Mail, { Email: { Length: > 0 } mail }) => mail,
    (Channel.Phone, { Phone: string phone }) => phone,
    (Channel.Post, { Home.Street: var street }) => street,
    (_, { Plan: var plan }) => "plan " + plan,
};

void Deliver(NLog.Logger log, User user, Channel channel)
{
    var target = Target(user, channel);
    log.Info("Delivering by {0}: {1}", channel, target); // LEAK INS3001
}
//// ListPatternTakesRest
void Shell(IUsers users, string command)
{
    string[] words = [.. command.Split(' '), users.Get(1).FullName];
    var text = words switch
    {
        [] => "nothing",
        ["show", .. var rest] => string.Join(' ', rest),
        [var only] => only,
        [.., var last] => "last " + last,
    };
    Console.Out.WriteLine(text); // LEAK INS3005
}
//// DeconstructedCustomer
void Welcome(Customer customer, Action<string> print)
{
    var (id, mail, level) = customer;
    (level, mail) = (mail, level);
    print(mail);
    if (id < 0)
        throw new InvalidDataException($"Customer {id} has level {level}"); // LEAK INS3004
}
//// OwnDeconstructMethod
class Reading
{
    private readonly User _user;
    private readonly int _value;
    public Reading(User user, int value) { _user = user; _value = value; }
    public void Deconstruct(out string owner, out int value) => (owner, value) = (_user.Display(), _value);
}

class ReadingLog(ILogger<ReadingLog> logger)
{
    public void Write(IEnumerable<Reading> readings)
    {
        foreach (var (owner, value) in readings)
            if (value is > 100 or < 0)
                logger.LogWarning("Odd value {Value} from {Owner}", value, owner); // LEAK INS3001
    }
}
//// LocalFunctionCaptures
void Print(User user, int copies)
{
    var header = "";
    Prepare();
    for (int i = 0; i < copies; i++)
        Emit(i);

    void Prepare() => header = Compose(user.Home);
    static string Compose(Address a) => a.Country + "-" + a.City;
    void Emit(int i) => Console.Write($"{i}: {header}{Environment.NewLine}"); // LEAK INS3005
}
//// ValueFromFinally
class Transfer(ILogger<Transfer> logger)
{
    public void Run(User user, Func<decimal, bool> pay)
    {
        string outcome = "not started";
        try
        {
            outcome = pay(user.Salary) ? "paid" : "refused " + user.Salary.ToString("F2");
        }
        catch (TimeoutException)
        {
            outcome = "timeout";
        }
        finally
        {
            logger.LogInformation("Transfer {Outcome}", outcome); // LEAK INS3001
        }
    }
}
//// IteratorComposesRows
static IEnumerable<string> Rows(IUsers users)
{
    yield return "id\tname";
    foreach (var user in users.All())
    {
        if (user.IsAdmin) continue;
        yield return user.Id + "\t" + user.FullName;
    }
}

void Export(IUsers users, FileInfo target)
{
    using (StreamWriter writer = target.CreateText())
    {
        using var rows = Rows(users).GetEnumerator();
        while (rows.MoveNext())
            writer.WriteLine(rows.Current); // LEAK INS3008
    }
}
//// LoopCarriesPrevious
void Gaps(IEnumerable<Visit> visits, log4net.ILog log)
{
    string? previous = null;
    DateTime last = DateTime.MinValue;
    foreach (var visit in visits)
    {
        if (previous != null && visit.At - last > TimeSpan.FromMinutes(5))
            log.WarnFormat("gap after {0}", previous); // LEAK INS3001
        previous = visit.IpAddress;
        last = visit.At;
    }
}
//// NullChainUpToManager
static string? Boss(User? user)
{
    while (user is { Manager: { } next })
        user = next;
    return user?.Home?.City ?? user?.Plan;
}

void Escalate(System.Diagnostics.Activity? activity, User user)
{
    string boss = "none";
    if (Boss(user) is not { Length: > 0 } found) return;
    boss = found;
    activity?.SetBaggage("escalated", boss); // LEAK INS3002
}
//// RecursiveDescentOfTree
record Node(string Name, params Node[] Children);

class TreePrinter
{
    private static Node Build(User u) => new("root", new Node(u.Plan), new Node("contact", new Node(u.Email)));

    private static void Walk(Node node, int depth)
    {
        System.Diagnostics.Trace.WriteLine(new string(' ', depth * 2) + node.Name); // LEAK INS3005
        foreach (var child in node.Children)
            Walk(child, depth + 1);
    }

    public static void Print(User user) => Walk(Build(user), 0);
}
//// SwitchGivesNamesOfCases
void Classify(ILogger logger, User user)
{
    var kind = user switch
    {
        { Email: "" } => "without mail",
        { Email: var m } when m.EndsWith("@corp.example") => "employee",
        { Phone: null, Aliases: [] } => "minimal",
        { Salary: > 1_000_000m } => "rich",
        { FullName: ['D', 'r', '.', ..] } => "doctor",
        _ => "ordinary",
    };
    logger.LogInformation("User {Id} is {Kind}", user.Id, kind);
}
//// TupleOtherElement
static (string Mail, string Plan, int Roles) Facts(User u) => (u.Email, u.Plan, u.Roles.Count);

void Sync(IUsers users, int id, Action<string> mailer)
{
    var facts = Facts(users.Get(id));
    mailer(facts.Mail);
    Console.WriteLine($"{facts.Plan} with {facts.Item3} roles");
    var (_, plan, _) = facts;
    if (plan.Length == 0)
        throw new InvalidOperationException("No plan: '" + plan + "' for " + id);
}
//// SwappedAway
void Swap(ILogger logger, User user, Action<string> vault)
{
    string shown = user.FullName, hidden = user.Plan;
    (shown, hidden) = (hidden, shown);
    vault(hidden);
    logger.LogInformation("Shown is {Shown}", shown);
}
//// LocalFunctionReturnsLength
void Stats(IUsers users, Serilog.ILogger log)
{
    int longest = 0, total = 0;
    foreach (var user in users.All())
        Add(user.FullName);
    log.Information("{Total} users, longest {Longest}, average {Average}", total, longest, total == 0 ? 0 : longest / total);

    void Add(string text)
    {
        total++;
        if (Measure(text) is var length && length > longest)
            longest = length;
    }

    static int Measure(string text) => text.EnumerateRunes().Count();
}
//// CatchKnowsNothing
bool Deliver(User user, Action<string> send, ILogger logger)
{
    string stage = "prepare";
    string? content = null;
    try
    {
        content = "Dear " + user.FullName;
        stage = "send";
        send(content);
        stage = "done";
        return true;
    }
    catch (OperationCanceledException) when (content is not null)
    {
        logger.LogWarning("Canceled in {Stage} for {Id}", stage, user.Id);
        return false;
    }
    finally
    {
        logger.LogDebug("Ended in {Stage}, {Kind}", stage, content is null ? "empty" : "filled");
    }
}
//// IteratorYieldsNumbers
static IEnumerable<int> Suspicious(IEnumerable<User> users)
{
    var seen = new HashSet<string>();
    foreach (var user in users)
    {
        if (user.Phone is not { } phone) { yield return -user.Id; continue; }
        if (!seen.Add(phone)) yield return user.Id;
    }
}

void List(IUsers users)
{
    foreach (int id in Suspicious(users.All()).Distinct())
        Console.WriteLine(id < 0 ? $"{-id} has no phone" : $"{id} shares a phone");
}
//// ResetInEachRound
void Rounds(IEnumerable<User> users, Action<string> send, ILogger logger)
{
    string text = "";
    foreach (var user in users)
    {
        text = "round of " + user.Id;
        logger.LogInformation(text);
        text = user.Display();
        send(text);
        text = "";
    }
    logger.LogInformation("At the end: {Text}", text);
}
//// ConstantConditionIsOff
private const bool Verbose = false;

void Save(User user, ILogger logger, Action<User> store)
{
    var detail = user.Id.ToString();
    if (Verbose)
        detail += " " + user.Email;
    store(user);
    logger.LogInformation("Saved {Detail}", detail);
    var mode = Verbose ? user.FullName : "short";
    logger.LogDebug("Mode {Mode}", mode);
}
//// OutVariableOfParse
void Area(User user, System.Diagnostics.Activity activity)
{
    var phone = user.Phone;
    if (phone is ['+', >= '1' and <= '9', ..] && Enum.TryParse<Tier>(user.Plan, out var tier))
    {
        activity.SetTag("tier", tier);
        activity.SetTag("international", true);
        activity.SetStatus(System.Diagnostics.ActivityStatusCode.Ok, "phone of " + phone.Length + " characters");
    }
    else
    {
        activity.SetTag("international", phone is null ? null : "no");
    }
}
//// TypePatternSelectsMessage
abstract record Command(int UserId);
record Rename(int UserId, string NewName) : Command(UserId);
record ChangePlan(int UserId, string Plan) : Command(UserId);

class CommandLog(log4net.ILog log)
{
    public void Write(Command command) => log.Info(command switch
    {
        ChangePlan { Plan: var plan } => "plan " + plan,
        Rename { NewName.Length: var n } => "rename to " + n + " characters",
        _ => "command for " + command.UserId,
    });
}

void Execute(CommandLog log, User user)
{
    log.Write(new Rename(user.Id, user.FullName));
    log.Write(new ChangePlan(user.Id, user.Plan));
}
//// OwnDeconstruct
class Contact(User user)
{
    public void Deconstruct(out int id, out string name, out string? line)
    {
        id = user.Id;
        name = user.FullName;
        line = user.Phone;
    }
}
void Call(ILogger logger, IUsers users)
{
    foreach (var (id, _, line) in users.All().Select(u => new Contact(u)))
        logger.LogInformation("Calling {Id} at {Line}", id, line); // LEAK INS3001
}
//// OwnDeconstructNumber
class Contact(User user)
{
    public void Deconstruct(out int id, out string name, out string? line)
    {
        id = user.Id;
        name = user.FullName;
        line = user.Phone;
    }
}
void Call(ILogger logger, IUsers users, Action<string, string?> dial)
{
    foreach (var (id, name, line) in users.All().Select(u => new Contact(u)))
    {
        dial(name, line);
        logger.LogInformation("Called {Id}, line known: {Known}", id, line is not null);
    }
}
//// PositionalGold
abstract record Message;
record Invoice(Customer Customer, decimal Total) : Message;
record Reminder(int Number) : Message;
void Handle(Message message)
{
    switch (message)
    {
        case Invoice(Customer(_, var mail, "gold"), > 100):
            System.Diagnostics.Debug.WriteLine("Big invoice to " + mail); // LEAK INS3005
            break;
        case Reminder(var number):
            System.Diagnostics.Debug.WriteLine("Reminder " + number);
            break;
    }
}
//// PositionalLevel
abstract record Message;
record Invoice(Customer Customer, decimal Total) : Message;
record Reminder(int Number, Customer Customer) : Message;
void Handle(Message message)
{
    var text = message switch
    {
        Invoice(Customer(var id, { Length: > 0 }, var level), var total) => $"{total} of {level} customer {id}",
        Reminder(var number, (_, "", _)) => $"Reminder {number} without address",
        Reminder { Number: var number } => $"Reminder {number}",
        _ => "Other",
    };
    System.Diagnostics.Debug.WriteLine(text);
}
//// ListPatternTail
static string[] Row(User u) => [u.Id.ToString(), u.Plan, u.Email, u.Phone ?? ""];
void Show(string path, IUsers users)
{
    foreach (var row in users.All().Select(Row))
    {
        if (row is ["0", ..])
            continue;
        if (row is [_, _, .. var contact])
            File.AppendAllLines(path, contact); // LEAK INS3008
    }
}
//// ListPatternShape
void Show(ILogger logger, IUsers users)
{
    foreach (var u in users.All())
    {
        string shape = u.Aliases switch
        {
            [] => "none",
            [_] => "one",
            [var first, ..] when first == u.FullName => "starts with the name",
            { Length: var n } => $"{n} aliases",
        };
        logger.LogInformation("User {Id}: {Shape}", u.Id, shape);
    }
}
//// ChainOfManagers
static string Chain(User u) => u.Manager is { } boss ? Chain(boss) + " > " + u.FullName : u.FullName;
void Report(ILogger logger, IUsers users, int id)
{
    var chain = Chain(users.Get(id));
    using (logger.BeginScope("reporting line {Chain}", chain)) // LEAK INS3006
        logger.LogInformation("Reported {Id}", id);
}
//// DepthOfManagers
static (int Depth, User Top) Climb(User u, int depth = 0) => u.Manager is null ? (depth, u) : Climb(u.Manager, depth + 1);
void Report(ILogger logger, IUsers users, int id, Action<string> invite)
{
    var (depth, top) = Climb(users.Get(id));
    invite(top.Email);
    using (logger.BeginScope("reporting line of {Depth}", depth))
        logger.LogInformation("Top is {Top}", top.Id);
}
//// LinesOfIterator
static IEnumerable<string> Lines(IEnumerable<User> users, int level)
{
    foreach (var u in users)
    {
        yield return new string('-', level) + u.Plan;
        foreach (var alias in u.Aliases)
            yield return new string('-', level + 1) + alias;
    }
}
void Print(IUsers users)
{
    using var lines = Lines(users.All(), 1).GetEnumerator();
    while (lines.MoveNext())
        Console.Error.WriteLine(lines.Current); // LEAK INS3005
}
//// NumberedIterator
static IEnumerable<(int Number, string Name)> Numbered(IEnumerable<User> users)
{
    int n = 0;
    foreach (var u in users)
        yield return (++n, u.FullName);
}
void Print(IUsers users, Action<string> badge)
{
    foreach (var entry in Numbered(users.All()))
    {
        badge(entry.Name);
        Console.Error.WriteLine($"Badge {entry.Number} printed");
    }
}
//// LabelBySwitch
enum Detail { Number, Plan, Contact }
static string Label(User u, Detail detail) => detail switch
{
    Detail.Number => "#" + u.Id,
    Detail.Plan => u.Plan,
    Detail.Contact when u.Phone is { Length: > 3 } phone => phone,
    _ => "?",
};
void Show(System.Diagnostics.ActivitySource source, User u, Detail detail)
{
    using var activity = source.StartActivity("show");
    activity?.SetTag("label", Label(u, detail)); // LEAK INS3002
}
//// SortBySwitch
static string Kind(User u) => u.Email switch
{
    "" => "without",
    var mail when mail.EndsWith("@corp.example") => "internal",
    { Length: > 40 } => "long",
    _ => "external",
};
void Show(System.Diagnostics.ActivitySource source, User u)
{
    using var activity = source.StartActivity("show");
    activity?.SetTag("kind", Kind(u));
    activity?.SetTag("tier", (u.FullName, u.Tier) switch { (_, Tier.Paid) => "paid", ("", _) => "nameless", _ => "free" });
}
//// SlotByReference
static ref string Slot(string[] slots, string key) => ref slots[key.Length % slots.Length];
static void Fill(ref string slot, User u) => slot = u.Display();
void Seat(ILogger logger, User u)
{
    var seats = new string[] { "free", "free", "free" };
    Fill(ref Slot(seats, "window"), u);
    logger.LogInformation("Seats: {Seats}", string.Join(", ", seats)); // LEAK INS3001
}
//// ParsedByOut
static bool TryRead(User u, out string contact, out string problem)
{
    contact = u.Phone ?? u.Email;
    problem = contact.Length < 5 ? "too short" : "";
    return problem == "";
}
void Read(ILogger logger, User u, Action<string> store)
{
    if (TryRead(u, out var contact, out var problem))
        store(contact);
    else
        logger.LogWarning("User {Id}: {Problem}", u.Id, problem);
}
//// TupleSwap
void Swap(ILogger logger, User u, Action<string> send)
{
    var (current, previous) = (u.Email, "none");
    send(current);
    (current, previous) = (previous, current);
    logger.LogInformation("Current address is now {Current}", current);
    send(previous);
}
//// NestedPropertyPatternAgain
static string Where(User u) => u switch
{
    { Manager.Home: { Country: "CH", City: var city } } => "near " + city,
    { Home.Country: var country } => country,
};
void Locate(User u, ILogger log)
{
    var place = Where(u);
    log.LogInformation("located {Place}", place); // LEAK INS3001
}
//// SwitchYieldsConstants
static string Kind(User u) => u switch
{
    { Email: ['a' or 'A', ..] } => "first",
    { Email: var m, Phone: { Length: > 5 } p } when m.Length > p.Length => "long",
    { FullName: "root", IsAdmin: true } => "root",
    { Phone: null } => "unreachable",
    _ => "other",
};
void Classify(User u, ILogger log, System.Diagnostics.Activity activity)
{
    var kind = Kind(u);
    activity.SetTag("kind", kind);
    log.LogInformation("kind {Kind}", kind);
}
//// ListPatternMailParts
void Split(IUsers users, int id)
{
    var parts = users.Get(id).Email.Split('@');
    var text = parts switch
    {
        [] => "empty",
        [var local, _] => $"mailbox {local}",
        [_, _, .. var rest] => rest.Length + " extra parts",
        _ => "odd",
    };
    Console.Error.WriteLine(text); // LEAK INS3005
}
//// SliceDropsFirst
void Tail(User u, ILogger log, Action<string> send)
{
    string[] args = [u.Email, "--plan", u.Plan, "--dry"];
    if (args is [var to, .. var rest])
    {
        send(to);
        log.LogInformation("arguments {Rest}", string.Join(' ', rest));
    }
}
//// OwnDeconstructDiscards
sealed class Order(int number, string buyer, string status)
{
    public void Deconstruct(out int number1, out string buyer1, out string status1)
    {
        number1 = number;
        buyer1 = buyer;
        status1 = status;
    }
}
void Track(User u, NLog.Logger log, int number)
{
    var order = new Order(number, u.FullName, "paid");
    var (n, _, status) = order;
    log.Info("order {Number} is {Status}", n, status);
    if (order is (> 0, _, "paid"))
        log.Info("order complete");
}
//// DeconstructByExtension !
static class AddressParts
{
    public static void Deconstruct(this Address a, out string street, out string country)
    {
        street = a.Street;
        country = a.Country;
    }
}
class Courier(ILogger log)
{
    public void Plan(User u)
    {
        var (street, country) = u.Home;
        log.LogInformation("country {Country}", country);
        var stop = (country, street);
        log.LogInformation("next stop {Stop}", stop); // LEAK INS3001
    }
}
//// PatternVariableInWhile
void Drain(IUsers users, ILogger log)
{
    var queue = new Queue<object>();
    foreach (var u in users.All())
        queue.Enqueue(u.IsAdmin ? u.Id : u.Home);
    while (queue.TryDequeue(out var item))
    {
        if (item is int id)
            log.LogInformation("admin {Id}", id);
        else if (item is Address { Street: { Length: > 0 } street })
            log.LogInformation("lives at {Street}", street); // LEAK INS3001
    }
}
//// GotoRetryKeepsText
void Retry(User u, Func<string, bool> send)
{
    var tries = 0;
    var last = "nothing";
again:
    if (tries > 0)
        Console.WriteLine("retry after " + last); // LEAK INS3005
    last = u.Email;
    if (!send(last) && ++tries < 3)
        goto again;
}
//// GotoAlwaysResets
void Steps(User u, Func<string, bool> send)
{
    var tries = 0;
    var text = u.Email;
    goto work;
report:
    Console.WriteLine(text + " after " + tries);
    return;
work:
    while (!send(text) && tries < 5)
        tries++;
    text = tries == 5 ? "failed" : "done";
    goto report;
}
//// FinallyClears
void Mailing(User u, ILogger log, Action<string> send)
{
    var current = "idle";
    try
    {
        try
        {
            current = u.Email;
            send(current);
        }
        finally
        {
            current = "finished";
        }
    }
    finally
    {
        log.LogInformation("mailing {State}", current);
    }
}
//// FinallySeesWork
void Mailing(User u, ILogger log, Action<string> send)
{
    var current = "idle";
    var step = 0;
    try
    {
        step = 1;
        try
        {
            current = $"sending to {u.Email}";
            send(u.Email);
            step = 2;
        }
        finally
        {
            log.LogInformation("step {Step}", step);
        }
    }
    finally
    {
        log.LogInformation("stopped while {State}", current); // LEAK INS3001
    }
}
//// IteratorOfNames
static IEnumerable<string> Chain(User u)
{
    for (User? x = u; x is not null; x = x.Manager)
    {
        if (x.IsAdmin)
            yield break;
        yield return x.FullName;
    }
}
static IEnumerable<string> Framed(IEnumerable<string> inner)
{
    yield return "<<";
    foreach (var s in inner)
        yield return s;
    yield return ">>";
}
void Show(User u, ILogger log)
{
    log.LogInformation("{Count} in chain", Chain(u).Count());
    foreach (var s in Framed(Chain(u)))
        log.LogInformation("chain: {Name}", s); // LEAK INS3001
}
//// IteratorYieldsPositions
static IEnumerable<(int Index, bool Long)> Positions(IEnumerable<User> users)
{
    var i = 0;
    foreach (var u in users)
    {
        if (u is { Email: { Length: var n } } && n > 30)
            yield return (i, true);
        else
            yield return (i, false);
        i++;
    }
}
void Show(IUsers users)
{
    foreach (var (index, isLong) in Positions(users.All()))
        Console.WriteLine($"{index}: {isLong}");
}
//// UsingDeclarationScope
sealed class Timed(string name) : IDisposable
{
    private readonly long start = Environment.TickCount64;
    public void Dispose() => System.Diagnostics.Trace.TraceInformation("{0} took {1} ms", name, Environment.TickCount64 - start); // LEAK INS3005
}
void Work(User u, Action<User> work)
{
    using var outer = new Timed("all of " + u.FullName);
    work(u);
}
//// ObjectSwitchStatement
static string Text(object? value)
{
    switch (value)
    {
        case string { Length: 0 }:
            return "(empty)";
        case string s when !s.StartsWith('#'):
            return s;
        case DateTime { Year: > 1900 } d:
            return d.ToString("d");
        case null:
            return "(null)";
        default:
            return "(other)";
    }
}
void Push(User u, System.Diagnostics.Activity activity)
{
    activity.SetTag("key", Text(u.Key));
    activity.SetTag("born", Text(u.BirthDate)); // LEAK INS3002
}
//// NegatedPatternThrows
static string Require(User u)
{
    if (u.Phone is not { Length: >= 6 and <= 15 } phone)
        throw new InvalidOperationException($"user {u.Id} has a bad phone: {u.Phone?.Length ?? 0} digits");
    if (phone is not ['+', .. { Length: > 3 } digits])
        throw new InvalidOperationException($"user {u.Id} has no country code, {phone.Count(char.IsDigit)} digits");
    return digits;
}
void Dial(User u, Action<string> dial) => dial(Require(u));

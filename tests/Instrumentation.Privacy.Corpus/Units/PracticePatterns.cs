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
//// CourierManifest
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Print(IUsers users)
{
    var manifest = new System.Text.StringBuilder("Route: ");
    var stops = 0;
    foreach (var user in users.All())
    {
        if (user.Tier == Tier.Free) continue;
        manifest.Append(user.Home.Street).Append(" -> ");
        stops++;
    }
    _log.LogInformation("Van leaves with {Stops} stops", stops);
    _log.LogInformation("Manifest {Manifest}", manifest.ToString()); // LEAK INS3001
}

//// NewsletterOverwrite
private readonly ILogger<Unit> _log;
private readonly HttpClient _http;
public Unit(ILogger<Unit> log, HttpClient http) { _log = log; _http = http; }
public async Task Subscribe(User user)
{
    var contact = user.Email.Trim().ToLowerInvariant();
    using var body = new StringContent(contact);
    var response = await _http.PostAsync("https://news.example/subscribe", body);
    contact = response.IsSuccessStatusCode ? "accepted" : "refused";
    _log.LogInformation("Subscription {Contact}", contact);
}

//// ConsentBranch
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Register(User patient, bool consent)
{
    string shown = patient.FullName;
    if (!consent)
    {
        shown = "(anonymous)";
        _log.LogInformation("No consent: {Shown}", shown);
    }
    _log.LogInformation("Registered {Shown}", shown); // LEAK INS3001
}

//// PhoneClass
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static string Classify(User user) => user.Phone switch
{
    null => "none",
    ['+', '4', '1', ..] => "swiss",
    ['+', ..] => "foreign",
    { Length: < 6 } => "extension",
    _ => "domestic",
};
public void Route(User caller)
{
    var line = Classify(caller);
    _log.LogInformation("Call {Id} routed to the {Line} queue", caller.Id, line);
}

//// TicketOwner !
internal abstract record Ticket(int Number);
internal record Bug(int Number, User Reporter) : Ticket(Number);
internal record Chore(int Number, string Team) : Ticket(Number);
internal class Board
{
    private readonly ILogger<Board> _log;
    public Board(ILogger<Board> log) => _log = log;
    public void Move(Ticket ticket)
    {
        var owner = ticket switch
        {
            Bug { Reporter: { IsAdmin: false, Email: var mail } } => mail,
            Bug { Number: var n } => "admin-" + n,
            Chore(_, var team) => team,
            _ => "nobody",
        };
        var kind = ticket switch { Bug => "bug", Chore => "chore", _ => "other" };
        _log.LogInformation("Moved a {Kind} with number {Number}", kind, ticket.Number);
        _log.LogInformation("Moved ticket of {Owner}", owner); // LEAK INS3001
    }
}

//// LoyaltyDeconstruct
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Upgrade(Customer customer)
{
    var (id, email, level) = customer;
    _log.LogInformation("Upgrading {Id} from {Level}", id, level);
    if (email.EndsWith(".edu")) _log.LogInformation("Student discount for {Id}", id);
    var (number, _, old) = customer with { Level = "gold" };
    _log.LogInformation("Now {Number} {Old}", number, old);
    _log.LogInformation("Mail goes to {Target}", email); // LEAK INS3001
}

//// ParcelLabel !
internal sealed class ParcelLabel
{
    private readonly Address _address;
    private readonly int _weight;
    public ParcelLabel(Address address, int weight) { _address = address; _weight = weight; }
    public void Deconstruct(out string line, out string country, out int weight)
    {
        line = $"{_address.Street}, {_address.City}";
        country = _address.Country;
        weight = _weight;
    }
}
internal sealed class Depot
{
    public void Sort(ParcelLabel label)
    {
        var (line, country, weight) = label;
        Console.WriteLine($"bin {country} ({weight} g)");
        if (weight > 20000)
            Console.WriteLine("heavy: " + line); // LEAK INS3005
    }
}

//// SeatSwap
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static void Swap(ref string left, ref string right)
{
    var t = left;
    left = right;
    right = t;
}
public void Exchange(User passenger)
{
    string seat = "12A", holder = passenger.FullName;
    Swap(ref seat, ref holder);
    _log.LogInformation("Seat {Seat}", seat); // LEAK INS3001
}

//// LookupOut
private readonly ILogger<Unit> _log;
private readonly IUsers _users;
public Unit(ILogger<Unit> log, IUsers users) { _log = log; _users = users; }
private bool TryFind(int id, out string label, out string plan)
{
    label = plan = "";
    var user = _users.Get(id);
    if (user is null) return false;
    label = user.Display();
    plan = user.Plan;
    return true;
}
public void Show(int id)
{
    if (!TryFind(id, out var label, out var plan))
    {
        _log.LogWarning("{Id} is unknown", id);
        return;
    }
    _log.LogInformation("{Id} pays for {Plan}", id, plan);
    _log.LogInformation("{Id} is {Label}", id, label); // LEAK INS3001
}

//// PayrollOutcome
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static void Transfer(string account, decimal amount) { if (amount <= 0) throw new InvalidOperationException("nothing to pay"); }
public void Run(User employee)
{
    var outcome = "started";
    try
    {
        Transfer(employee.FullName, employee.Salary);
        outcome = "paid";
    }
    catch (InvalidOperationException)
    {
        outcome = employee.Salary < 0 ? "negative" : "empty";
    }
    finally
    {
        _log.LogInformation("Payroll of {Id}: {Outcome}", employee.Id, outcome);
    }
}

//// MigrationFinally
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static void Import(string key) { if (key.Length > 80) throw new FormatException("too long"); }
public void Migrate(IEnumerable<User> users)
{
    string current = "(none)";
    var done = 0;
    try
    {
        foreach (var user in users)
        {
            current = user.Email;
            Import(current);
            done++;
        }
    }
    finally
    {
        _log.LogInformation("Migrated {Done}", done);
        _log.LogInformation("Stopped at {Current}", current); // LEAK INS3001
    }
}

//// PresenceExtension !
internal static class PresenceExtensions
{
    public static string Presence(this string? value) => string.IsNullOrWhiteSpace(value) ? "missing" : "given";
    public static bool LooksLikeMail(this string value) => value.Contains('@') && value.IndexOf('.') > 0;
    public static T Also<T>(this T value, Action<T> act) { act(value); return value; }
}
internal class ProfileAudit
{
    private readonly ILogger<ProfileAudit> _log;
    public ProfileAudit(ILogger<ProfileAudit> log) => _log = log;
    public void Check(User user)
    {
        _log.LogInformation("phone {Phone}, mail {Mail}", user.Phone.Presence(), user.Email.LooksLikeMail());
        var same = user.Also(u => u.Plan = "checked");
        _log.LogInformation("{Id} {Plan} {City}", same.Id, same.Plan, same.Home.City.Presence());
    }
}

//// ShoutExtension !
internal static class TextExtensions
{
    public static string Titled(this string text) => text.Length < 2 ? text.ToUpper() : char.ToUpper(text[0]) + text[1..].ToLower();
    public static string Quote(this string text, char mark = '"') => mark + text.Replace("\"", "'") + mark;
}
internal class Greeter
{
    public void Greet(User guest, ILogger log)
    {
        var banner = "welcome aboard".Titled().Quote('*');
        log.LogInformation(banner);
        var badge = guest.FullName.Titled().Quote();
        log.LogInformation("Badge {Badge}", badge); // LEAK INS3001
    }
}

//// ReportLineOperator !
internal readonly struct ReportLine
{
    private readonly string _text;
    public ReportLine(string text) => _text = text;
    public static ReportLine operator +(ReportLine left, string right) => new(left._text + " | " + right);
    public static ReportLine operator +(ReportLine left, int right) => new(left._text + " # " + right);
    public override string ToString() => _text;
}
internal class SchoolReport
{
    public void Print(User pupil, int mark)
    {
        var head = new ReportLine("Report") + mark;
        Console.WriteLine(head.ToString());
        var full = head + pupil.FullName;
        Console.WriteLine(full.ToString()); // LEAK INS3005
    }
}

//// MailboxConversion !
internal sealed class Mailbox
{
    private readonly string _raw;
    private readonly int _id;
    private Mailbox(string raw, int id) { _raw = raw; _id = id; }
    public static implicit operator Mailbox(User user) => new(user.Email, user.Id);
    public static implicit operator string(Mailbox box) => box._raw;
    public static explicit operator int(Mailbox box) => box._id;
}
internal class MailGateway
{
    private readonly ILogger<MailGateway> _log;
    public MailGateway(ILogger<MailGateway> log) => _log = log;
    public void Send(User user)
    {
        Mailbox box = user;
        int key = (int)box;
        _log.LogInformation("Box {Key}", key);
        _log.LogInformation("Box object {Box}", box);
        string to = box;
        _log.LogInformation("Sent to {To}", to); // LEAK INS3001
    }
}

//// GridIndexer !
internal sealed class GridRow
{
    private readonly string[] _cells;
    public GridRow(int width) => _cells = new string[width];
    public string this[int column]
    {
        get => _cells[column];
        set => _cells[column] = value;
    }
    public int Width => _cells.Length;
}
internal class Export
{
    public void Dump(User user)
    {
        var row = new GridRow(3);
        row[0] = user.Id.ToString();
        row[1] = user.Phone ?? "";
        row[2] = user.Plan;
        Console.WriteLine("columns: " + row.Width);
        for (var i = 0; i < row.Width; i++)
            Console.Write(row[i]); // LEAK INS3005
    }
}

//// LoopCarried
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Deduplicate(List<User> sorted)
{
    var previous = "";
    var i = 0;
    while (i < sorted.Count)
    {
        _log.LogDebug("Before {Index}: {Previous}", i, previous); // LEAK INS3001
        var now = sorted[i].Email;
        if (now == previous) _log.LogDebug("Duplicate at {Index}", i);
        previous = now;
        i++;
    }
}

//// CompiledOut
private const bool Verbose = false;
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Authenticate(User user, string password)
{
    if (Verbose)
        _log.LogTrace("Login of {Email}", user.Email);
    if (password.Length < 8 && Verbose)
        Console.WriteLine(user.FullName);
    var detail = Verbose ? user.Email : "login";
    _log.LogInformation("{Detail} of {Id}", detail, user.Id);
}

//// ThermostatTuple
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static (string Room, string Owner, double Degrees) Read(User tenant, double raw)
    => ("living-" + tenant.Id, tenant.FullName, Math.Round(raw * 0.1, 1));
public void Poll(User tenant, double raw)
{
    var reading = Read(tenant, raw);
    _log.LogInformation("{Room} {Degrees}", reading.Room, reading.Degrees);
    var (room, _, degrees) = reading;
    if (degrees > 30) _log.LogWarning("{Room} is hot", room);
    var alarm = (reading.Owner, When: 5);
    _log.LogWarning("Alarm {Alarm}", alarm); // LEAK INS3001
}

//// AliasPattern
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Match(User player)
{
    if (player.Aliases is [])
    {
        _log.LogInformation("Player {Id} has no alias", player.Id);
        return;
    }
    if (player.Aliases is [_, _, .. var rest])
        _log.LogInformation("Player {Id} has {Count} further", player.Id, rest.Length);
    if (player.Aliases is [var first, ..] && first is not "root")
        _log.LogInformation("Player {Alias}", first); // LEAK INS3001
}

//// FormCleared !
internal sealed class ContactForm
{
    public string Contact { get; set; } = "";
    public string Subject { get; set; } = "";
}
internal class HelpDesk
{
    private readonly ILogger<HelpDesk> _log;
    public HelpDesk(ILogger<HelpDesk> log) => _log = log;
    private static int Submit(ContactForm form) => form.Contact.Length + form.Subject.Length;
    public void File(User user)
    {
        var form = new ContactForm { Contact = user.Email, Subject = "billing" };
        var size = Submit(form);
        form.Contact = "cleared";
        _log.LogInformation("{Size} bytes on {Subject}; {Contact}", size, form.Subject, form.Contact);
    }
}

//// SpanSlice
public void Announce(User user)
{
    ReadOnlySpan<char> mail = user.Email;
    var at = mail.IndexOf('@');
    if (at < 0) { Console.WriteLine("no mail for " + user.Id); return; }
    var local = mail[..at];
    Span<char> buffer = stackalloc char[64];
    local.ToUpperInvariant(buffer);
    var text = new string(buffer[..local.Length]);
    Console.WriteLine(text); // LEAK INS3005
}

//// ReportingLine
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static int Depth(User user) => user.Manager is { } boss ? 1 + Depth(boss) : 0;
private static string Chain(User user) => user.Manager is { } boss ? user.Display() + "/" + Chain(boss) : "board";
public void Explain(User user)
{
    _log.LogInformation("{Id} is {Depth} below the board", user.Id, Depth(user));
    _log.LogInformation("Path {Path}", Chain(user)); // LEAK INS3001
}

//// BlankedRecord
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Archive(Customer customer)
{
    var blank = customer with { Email = "" };
    _log.LogInformation("Archived {Customer}", blank);
    var moved = customer with { Level = "archived" };
    _log.LogInformation("Moved {Customer}", moved); // LEAK INS3001
}

//// TriageDesk !
internal enum Urgency { Low, Normal, Immediate }
internal sealed class Arrival
{
    public required User Patient { get; init; }
    public string Complaint { get; init; } = "";
    public Urgency Urgency { get; set; }
}
internal interface ITriageRule { Urgency? Judge(Arrival arrival); }
internal sealed class AgeRule : ITriageRule
{
    public Urgency? Judge(Arrival arrival)
    {
        if (arrival.Patient.BirthDate > new DateTime(2020, 1, 1)) return Urgency.Immediate;
        return null;
    }
}
internal sealed class ComplaintRule : ITriageRule
{
    public Urgency? Judge(Arrival arrival) => arrival.Complaint switch
    {
        "chest" or "stroke" => Urgency.Immediate,
        "cut" => Urgency.Normal,
        _ => null,
    };
}
internal sealed class TriageDesk
{
    private readonly List<ITriageRule> _rules = [new AgeRule(), new ComplaintRule()];
    private readonly ILogger<TriageDesk> _log;
    private readonly Dictionary<Urgency, Queue<Arrival>> _queues = new();
    public TriageDesk(ILogger<TriageDesk> log) => _log = log;
    public void Admit(Arrival arrival)
    {
        var urgency = Urgency.Low;
        foreach (var rule in _rules)
        {
            if (rule.Judge(arrival) is not { } found) continue;
            if (found > urgency) urgency = found;
            _log.LogDebug("{Rule} says {Found}", rule.GetType().Name, found);
        }
        arrival.Urgency = urgency;
        if (!_queues.TryGetValue(urgency, out var queue)) _queues[urgency] = queue = new Queue<Arrival>();
        queue.Enqueue(arrival);
        _log.LogInformation("Patient {Id} is {Urgency}, {Waiting} waiting", arrival.Patient.Id, arrival.Urgency, queue.Count);
    }
    public void Next(Urgency urgency)
    {
        if (!_queues.TryGetValue(urgency, out var queue) || queue.Count == 0)
        {
            _log.LogInformation("Nobody waits in {Urgency}", urgency);
            return;
        }
        var arrival = queue.Dequeue();
        _log.LogInformation("Calling {Id} for {Complaint}", arrival.Patient.Id, arrival.Complaint);
    }
}

//// DisposableVisit !
internal sealed class Timed : IDisposable
{
    private readonly string _what;
    private readonly long _start = System.Diagnostics.Stopwatch.GetTimestamp();
    private readonly ILogger _log;
    public Timed(ILogger log, string what) { _log = log; _what = what; }
    public void Dispose() => _log.LogInformation("{What} took {Ms}", _what, System.Diagnostics.Stopwatch.GetElapsedTime(_start).TotalMilliseconds); // LEAK INS3001
}
internal class Surgery
{
    public int Operate(User patient, ILogger log)
    {
        using var timed = new Timed(log, "operation on " + patient.FullName);
        return patient.FullName.Length;
    }
}

//// CheckedCounters
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Census(IEnumerable<User> people)
{
    int withPhone = 0, rich = 0, longest = 0;
    bool any = false;
    foreach (var p in people)
    {
        if (!string.IsNullOrEmpty(p.Phone)) withPhone++;
        if (p.Salary >= 100_000m) rich += 1;
        longest = Math.Max(longest, p.FullName.Length);
        any |= p.Home.City == "Bern";
    }
    _log.LogInformation($"{withPhone} have a phone, {rich} are rich, {longest} chars, Bern: {any}");
}

//// GotoRetry
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static bool Dial(string number, int attempt) => number.Length + attempt > 11;
public void Call(User user)
{
    var attempt = 0;
    var number = user.Phone;
    if (number is null) { _log.LogInformation("User {Id} has no number", user.Id); return; }
again:
    if (Dial(number, attempt)) { _log.LogInformation("Connected after {Attempt}", attempt); return; }
    if (++attempt < 3) goto again;
    number = "busy";
    _log.LogInformation("Gave up: {Number}", number);
}

//// RefReturnSlot !
internal sealed class Scoreboard
{
    private readonly string[] _names = new string[10];
    private readonly int[] _points = new int[10];
    public ref string NameAt(int rank) => ref _names[rank];
    public ref int PointsAt(int rank) => ref _points[rank];
}
internal class Tournament
{
    private readonly Scoreboard _board = new();
    public void Win(User player, ILogger log)
    {
        ref var points = ref _board.PointsAt(0);
        points += 3;
        _board.NameAt(0) = player.FullName;
        log.LogInformation("Leader has {Points}", _board.PointsAt(0));
        log.LogInformation("Leader is {Name}", _board.NameAt(0)); // LEAK INS3001
    }
}

//// FilteredCatch
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private bool Note(string who) { _log.LogError("Failure while serving {Who}", who); return false; } // LEAK INS3001
public void Serve(User user, Action work)
{
    try { work(); }
    catch (TimeoutException) when (Note(user.Email)) { }
}

//// ReusedVariable
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Ticket(IReadOnlyList<User> users)
{
    string text;
    for (var i = 0; i < users.Count; i++)
    {
        text = users[i].FullName;
        var letters = text.Count(char.IsLetter);
        text = i % 2 == 0 ? "even" : "odd";
        _log.LogInformation("{Index} {Text} {Letters}", i, text, letters);
    }
    text = "end";
    _log.LogInformation(text);
}

//// ComparisonOperators !
internal readonly struct Wage : IComparable<Wage>
{
    private readonly decimal _amount;
    public Wage(User user) => _amount = user.Salary;
    public int CompareTo(Wage other) => _amount.CompareTo(other._amount);
    public static bool operator <(Wage a, Wage b) => a._amount < b._amount;
    public static bool operator >(Wage a, Wage b) => a._amount > b._amount;
    public static implicit operator bool(Wage w) => w._amount != 0;
}
internal sealed class PayGap
{
    public void Compare(User left, User right, ILogger log)
    {
        Wage a = new(left), b = new(right);
        log.LogInformation("{Left} earns less than {Right}: {Less}", left.Id, right.Id, a < b);
        bool paid = a;
        log.LogInformation("{Order} {Paid}", Math.Sign(a.CompareTo(b)), paid);
    }
}

//// OutDiscard
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static bool Split(User user, out string local, out bool corporate)
{
    var parts = user.Email.Split('@');
    local = parts[0];
    corporate = parts.Length == 2 && parts[1] == "corp.example";
    return parts.Length == 2;
}
public void Inspect(User user)
{
    var valid = Split(user, out _, out var corporate);
    _log.LogInformation("valid {Valid}, corporate {Corporate}", valid, corporate);
}

//// EnumFromPattern
private enum Region { Unknown, Alps, Coast }
private static Region Of(Address address) => (address.City, address.Country) switch
{
    ("Chur" or "Davos", "CH") => Region.Alps,
    ({ Length: > 0 } c, "IT") when c.StartsWith("San") => Region.Coast,
    _ => Region.Unknown,
};
public void Offer(User traveller, ILogger log)
{
    var region = Of(traveller.Home);
    log.LogInformation("Offer {Region} to {Id}", region, traveller.Id);
    Console.WriteLine($"{region:G} {(int)region}");
}

//// SettersSideBySide !
internal sealed class Draft
{
    private string _to = "", _subject = "";
    public Draft To(string to) { _to = to; return this; }
    public Draft Subject(string subject) { _subject = subject; return this; }
    public bool Ready => _to.Length > 0 && _subject.Length > 0;
    public string Title => _subject.ToUpperInvariant();
}
internal sealed class Composer
{
    public void Compose(User user, ILogger log)
    {
        var draft = new Draft().To(user.Email).Subject("Your " + user.Plan + " plan");
        log.LogInformation("Draft {Title}, ready {Ready}", draft.Title, draft.Ready);
        log.LogInformation("Draft {Draft}", draft);
    }
}

//// UnreachableReturn
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static string Label(User user)
{
    const int level = 1;
    if (level > 2) return user.FullName;
    return "user " + user.Id;
}
public void Print(User user) => _log.LogInformation("Label {Label}", Label(user));

//// StateMachine !
internal enum Phase { Asked, Confirmed, Closed }
internal sealed class Verification
{
    private readonly string _phone;
    private int _tries;
    public Verification(User user) => _phone = user.Phone ?? "";
    public Phase Phase { get; private set; } = Phase.Asked;
    public bool Enter(string code)
    {
        switch (Phase)
        {
            case Phase.Asked when code == _phone[^4..]:
                Phase = Phase.Confirmed;
                return true;
            case Phase.Asked when ++_tries >= 3:
                Phase = Phase.Closed;
                goto default;
            default:
                return false;
        }
    }
    public override string ToString() => $"{Phase} after {_tries}";
}
internal sealed class Gate
{
    public void Try(User user, string[] codes, ILogger log)
    {
        var check = new Verification(user);
        foreach (var code in codes)
            if (check.Enter(code)) break;
        log.LogInformation("Verification of {Id}: {Check}", user.Id, check);
    }
}

//// BinarySearch
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Place(string[] sortedNames, User user)
{
    int low = 0, high = sortedNames.Length - 1;
    while (low <= high)
    {
        var mid = (low + high) >>> 1;
        switch (string.CompareOrdinal(sortedNames[mid], user.FullName))
        {
            case 0: _log.LogInformation("Found at {Rank}", mid); return;
            case < 0: low = mid + 1; break;
            default: high = mid - 1; break;
        }
    }
    _log.LogInformation("Would be at {Rank} of {Total}", low, sortedNames.Length);
}
//// RecordWithOwnText !
internal sealed record Admission(int Bed, [property: Pii] string Patient, string Ward)
{
    public override string ToString() => $"bed {Bed} in {Ward}";
}
internal static class WardBoard
{
    public static void Admit(Admission a, ILogger log)
    {
        log.LogInformation("Admitted {Admission}", a);
        var moved = a with { Bed = a.Bed + 1 };
        log.LogInformation($"Moved to {moved}, same patient: {moved.Patient == a.Patient}");
    }
}

//// DerivedRecordBehindBase !
internal abstract record Change(DateTime At);
internal sealed record PriceChange(DateTime At, decimal To) : Change(At);
internal sealed record OwnerChange(DateTime At, [property: Pii] string NewOwner) : Change(At);
internal sealed class ChangeFeed
{
    private readonly List<Change> _all = [];
    public void Sold(User buyer) => _all.Add(new OwnerChange(DateTime.UtcNow, buyer.FullName));
    public void Priced(decimal to) => _all.Add(new PriceChange(DateTime.UtcNow, to));
    public void Replay()
    {
        Console.WriteLine($"{_all.Count} changes");
        foreach (var change in _all)
            Console.WriteLine(change); // LEAK INS3005
    }
}

//// PrintMembersLimited !
internal record Ticket(string Number, [property: Pii] string Holder)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Number = ").Append(Number);
        return true;
    }
}
internal static class BoxOffice
{
    public static void Sell(IEnumerable<User> queue, ILogger log)
    {
        var n = 0;
        foreach (var u in queue)
        {
            var t = new Ticket($"A{n++:000}", u.FullName);
            log.LogInformation("Sold {Ticket}", t.ToString());
        }
    }
}

//// DeconstructedCustomerAgain
internal void Greet(Customer c, ILogger log)
{
    var (id, address, level) = c;
    (string shown, string kept) = level == "gold" ? ("gold guest", address) : ("guest", address);
    log.LogInformation("{Id} is a {Shown}", id, shown);
    log.LogDebug("Kept {Kept}", kept); // LEAK INS3001
}

//// NestedPropertyPatternAgainAgain
internal void Ship(User u, ILogger log)
{
    if (u is { Plan: "pro", Home: { Country: var country, City: { Length: > 3 } city }, Manager.Id: var boss })
    {
        log.LogInformation("Ship to {Country}, boss {Boss}", country, boss);
        log.LogInformation("Ship to {City}", city); // LEAK INS3001
    }
}

//// ListPatternEnds
internal void Aliases(User u, NLog.Logger nlog)
{
    var text = u.Aliases switch
    {
        [] => "none",
        [_] => "one",
        [var first, .., var last] => $"from {first} to {last}",
    };
    nlog.Info(text); // LEAK INS3001
}

//// ListPatternShapes
internal void Aliases(User u, NLog.Logger nlog)
{
    var shape = u.Aliases switch
    {
        [] => "none",
        [{ Length: 0 }] => "one empty",
        [_, _] => "two",
        [.. var rest, "admin"] => rest.Length + " before admin",
        [var a, .. { Length: var middle }] when a == u.FullName => "self and " + middle,
        { Length: var n } => n + " of them",
    };
    nlog.Info(shape);
}

//// SwitchFallsThroughToValue
internal void Region(User u, System.Diagnostics.Metrics.Counter<long> orders)
{
    var region = u.Home.City switch
    {
        "Berlin" or "Hamburg" => "north",
        "Munich" => "south",
        null or "" => "unknown",
        var other => other,
    };
    orders.Add(1, new KeyValuePair<string, object?>("plan", u.Plan));
    orders.Add(1, new KeyValuePair<string, object?>("region", region)); // LEAK INS3003
}

//// SwitchToConstants
internal enum Age { Minor, Adult, Senior }
internal void Region(User u, System.Diagnostics.Metrics.Counter<long> orders)
{
    var region = u.Home.City switch { "Berlin" or "Hamburg" => "north", "Munich" => "south", null or "" => "unknown", _ => "elsewhere" };
    var age = (DateTime.Today - u.BirthDate).TotalDays switch { < 18 * 365.25 => Age.Minor, > 65 * 365.25 => Age.Senior, _ => Age.Adult };
    orders.Add(1, new System.Diagnostics.TagList { { "region", region }, { "age", age }, { "has.phone", u.Phone is not null } });
}

//// CapturedPrimaryParameter !
internal class Reminder(User patient, DateOnly due)
{
    public DateOnly Due => due;
    protected string Head { get; } = patient.Plan + "/" + due.DayOfWeek;
    public virtual string Text() => Head;
}
internal sealed class PhoneReminder(User patient, DateOnly due) : Reminder(patient, due)
{
    public override string Text() => $"{Head}: call {patient.Phone}";
}
internal static class Nurse
{
    public static void Remind(User p, Serilog.ILogger serilog)
    {
        Reminder plain = new(p, DateOnly.FromDateTime(DateTime.Today));
        serilog.Information("Due {Due}", plain.Due);
        PhoneReminder spoken = new(p, plain.Due.AddDays(1));
        serilog.Information("Text {Text}", spoken.Text()); // LEAK INS3001
    }
}

//// SpreadIntoArray
internal void Mailing(IUsers users, ILogger log)
{
    string[] vips = [.. users.All().Where(u => u.Tier == Tier.Paid).Select(u => u.Email)];
    string[] everyone = ["office", .. vips, "archive"];
    log.LogInformation("{Count} recipients, {Vips} of them paid", everyone.Length, vips is { Length: var n } ? n : 0);
    log.LogInformation("Recipients {All}", string.Join(';', everyone)); // LEAK INS3001
}

//// SpanBeforeAt
internal void LocalPart(User u, ILogger log)
{
    ReadOnlySpan<char> mail = u.Email.AsSpan().Trim();
    var at = mail.IndexOf('@');
    if (at < 0) { log.LogWarning("User {Id}: no at sign in {Length} characters", u.Id, mail.Length); return; }
    var local = mail[..at];
    if (local.SequenceEqual("postmaster")) log.LogInformation("Postmaster wrote at {At}", at);
    log.LogInformation("Local part {Local}", local.ToString()); // LEAK INS3001
}

//// StackallocDigest
internal void Digest(User u, ILogger log)
{
    Span<byte> raw = stackalloc byte[256];
    var used = System.Text.Encoding.UTF8.GetBytes(u.FullName.AsSpan(0, Math.Min(60, u.FullName.Length)), raw);
    Span<byte> digest = stackalloc byte[32];
    System.Security.Cryptography.SHA256.HashData(raw[..used], digest);
    log.LogInformation("Digest {Digest} of {Used} bytes", Convert.ToHexString(digest), used);
    raw.Clear();
}

//// StackallocHex
internal void Hex([Pii] string passport, ILogger log)
{
    Span<byte> raw = stackalloc byte[64];
    var used = System.Text.Encoding.ASCII.GetBytes(passport, raw);
    raw[..used].Reverse();
    var hex = Convert.ToHexString(raw[..used]);
    log.LogInformation("Read {Used} bytes", used);
    log.LogInformation("Read {Hex}", hex); // LEAK INS3001
}

//// RefStructWords !
internal ref struct Words(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;
    public ReadOnlySpan<char> Current { get; private set; }
    public Words GetEnumerator() => this;
    public bool MoveNext()
    {
        if (_rest.IsEmpty) return false;
        var cut = _rest.IndexOf(' ');
        Current = cut < 0 ? _rest : _rest[..cut];
        _rest = cut < 0 ? default : _rest[(cut + 1)..];
        return true;
    }
}
internal static class NameTools
{
    public static void Explain(User u)
    {
        var count = 0;
        foreach (var word in new Words(u.FullName))
        {
            count++;
            if (word.Length > 1) Console.WriteLine(word.ToString()); // LEAK INS3005
        }
        Console.WriteLine(count);
    }
}

//// RefReturnSlotAgain
private readonly string[] _slots = ["-", "-", "-"];
private ref string Slot(int i) => ref _slots[i % _slots.Length];
internal void Seat(User u, ILogger log)
{
    ref var mine = ref Slot(u.Id);
    var old = mine.Length;
    mine = u.FullName;
    log.LogInformation("Old label had {Length} characters", old);
    log.LogInformation("Table plan {Plan}", string.Join(" | ", _slots)); // LEAK INS3001
}

//// MaskedByRef
private static void Mask(ref string text) => text = new string('*', text.Length);
private static void Take(User u, out string name, out string plan) { name = u.FullName; plan = u.Plan; }
internal void Show(User u, ILogger log)
{
    Take(u, out var name, out var plan);
    Mask(ref name);
    log.LogInformation("{Name} has {Plan}", name, plan);
}

//// RequiredInit !
internal sealed class Enrolment
{
    public required string Course { get; init; }
    public required string Student { get; init; }
    public string Code => Course[..3].ToUpperInvariant();
    public string Seal => $"{Code}:{Student}";
}
internal static class School
{
    public static void Enrol(User u, string course, ILogger log)
    {
        var e = new Enrolment { Course = course, Student = u.FullName };
        log.LogInformation("Enrolled in {Code}", e.Code);
        log.LogInformation("Seal {Seal}", e.Seal); // LEAK INS3001
    }
}

//// ExtensionMembers !
internal static class UserExtras
{
    extension(User u)
    {
        public string Signature => $"-- {u.FullName}";
        public bool CanCall => !string.IsNullOrEmpty(u.Phone);
        public string Badge(char sep) => u.Id + sep.ToString() + u.Plan;
    }
    extension(User)
    {
        public static string Key(User u) => u.Key.ToString("N");
    }
}
internal sealed class MailFoot(ILogger<MailFoot> log)
{
    public void Sign(User u)
    {
        log.LogInformation("{Badge} {Key} callable: {Can}", u.Badge('#'), User.Key(u), u.CanCall);
        log.LogInformation("{Signature}", u.Signature); // LEAK INS3001
    }
}

//// LocalFunctionsShare
internal void Import(IEnumerable<User> rows, ILogger log)
{
    var bad = new List<string>();
    var ids = new List<int>();
    foreach (var row in rows) Check(row);
    Report();

    void Check(User r)
    {
        if (!r.Email.Contains('@')) { bad.Add(r.Email); ids.Add(r.Id); }
    }
    void Report()
    {
        log.LogInformation("{Count} bad rows: {Ids}", bad.Count, Join(ids));
    }
    static string Join(List<int> xs) => string.Join(",", xs);
}

//// RawJsonText
internal void Export(User u, string path)
{
    var head = $$"""
        {"id": {{u.Id}}, "plan": "{{u.Plan}}"}
        """;
    var body = $$"""
        {"mail": "{{u.Email}}", "braces": "{}"}
        """;
    File.WriteAllText(path, head);
    File.AppendAllText(path, body); // LEAK INS3008
}

//// HandlerOfShapes !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct ShapeHandler
{
    private readonly System.Text.StringBuilder _text;
    public ShapeHandler(int literalLength, int formattedCount) => _text = new(literalLength + 8 * formattedCount);
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append('<').Append(typeof(T).Name).Append('>');
    public void AppendFormatted(int value) => _text.Append(value);
    public string Done() => _text.ToString();
}
internal static class Shapes
{
    private static void Write(ILogger log, ShapeHandler message) => log.LogInformation("{Message}", message.Done());
    public static void Hello(User u, ILogger log) => Write(log, $"User {u.Id} signed up with {u.Email} and {u.BirthDate}");
}

//// HandlerOfEverything !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal struct TraceHandler
{
    private readonly List<string> _parts = new();
    public TraceHandler(int literalLength, int formattedCount, bool on, out bool go) => go = on;
    public void AppendLiteral(string s) => _parts.Add(s);
    public void AppendFormatted<T>(T value, string? format = null) => _parts.Add(value is IFormattable f ? f.ToString(format, null) : value?.ToString() ?? "");
    public override string ToString() => string.Concat(_parts);
}
internal static class TraceTool
{
    private static void Write(bool on, [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(nameof(on))] TraceHandler text)
    {
        if (on) System.Diagnostics.Trace.TraceInformation(text.ToString()); // LEAK INS3005
    }
    public static void Born(User u, bool verbose) => Write(verbose, $"{u.Id} was born on {u.BirthDate:yyyy-MM-dd}");
}

//// ParamsSpanJoin
private static string Path(params ReadOnlySpan<string> parts)
{
    var sb = new System.Text.StringBuilder();
    foreach (var p in parts) sb.Append('/').Append(p);
    return sb.ToString();
}
private static int Depth(params ReadOnlySpan<string> parts) => parts.Length;
internal async Task Upload(User u, HttpClient http, ILogger log)
{
    log.LogInformation("Depth {Depth} of {Root}", Depth("home", u.FullName, "in"), Path("home", u.Plan));
    await http.GetAsync("https://files.test" + Path("home", u.FullName)); // LEAK INS3008
}

//// FieldKeyword !
internal sealed class Nameplate
{
    public string Text { get => field ?? "free"; set => field = value.ToUpperInvariant(); }
    public int Width { get; set => field = Math.Clamp(value, 1, 40); }
}
internal static class Office
{
    public static void Assign(User u, Nameplate? plate, ILogger log)
    {
        plate?.Text = u.FullName;
        plate?.Width = u.FullName.Length;
        log.LogInformation("Width {Width}", plate?.Width);
        log.LogInformation("Plate {Text}", plate?.Text); // LEAK INS3001
    }
}

//// SwappedTuple
internal void Swap(User u, ILogger log)
{
    string a = u.Email, b = u.Plan;
    (a, b) = (b, a);
    log.LogInformation("Plan {A}", a);
    var t = (Shown: a, Hidden: b);
    log.LogInformation("Plan again {A}, hidden {Size}", t.Shown, t.Hidden.Length);
}

//// ArgumentExpressionText
private static string NotEmpty(string? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string expression = "")
{
    if (string.IsNullOrWhiteSpace(value)) throw new InvalidOperationException($"{expression} must not be empty");
    return value;
}
internal void Check(User u, ILogger log)
{
    NotEmpty(u.Email);
    var phone = NotEmpty(u.Phone);
    log.LogInformation("{Member} of {Id} has {Length} digits", nameof(u.Phone), u.Id, phone.Count(char.IsDigit));
}

//// InlineBuffer !
[System.Runtime.CompilerServices.InlineArray(3)]
internal struct Three { private string _first; }
internal static class Podium
{
    public static void Announce(IReadOnlyList<User> runners, ILogger log)
    {
        var names = new Three();
        for (var i = 0; i < 3; i++) names[i] = runners[i].FullName;
        ReadOnlySpan<string> top = names;
        log.LogInformation("Places {Count}", top.Length);
        log.LogInformation("Winner {Name}", names[0]); // LEAK INS3001
    }
}

//// StringCreateLabel
internal void Tag(User u, string shelf, ILogger log)
{
    var dots = string.Create(u.FullName.Length, '.', (span, c) => span.Fill(c));
    var label = string.Create(u.FullName.Length + 1, u.FullName, (span, s) => { span[0] = '>'; s.AsSpan().CopyTo(span[1..]); });
    log.LogInformation("Leader {Dots} to shelf {Shelf}", dots, shelf);
    log.LogInformation("Label {Label}", label); // LEAK INS3001
}

//// WithBlankText !
internal sealed record Memo(int Number, string Text);
internal static class Memos
{
    public static void Forward(User from, ILogger log)
    {
        var memo = new Memo(from.Id, "from " + from.FullName);
        var envelope = memo with { Text = "(confidential)" };
        log.LogInformation("Forwarding {Memo}, original has {Length}", envelope, memo.Text.Length);
    }
}

//// AnonymousRows
internal void Rows(IUsers users, ILogger log)
{
    var rows = users.All().Select(u => new { u.Id, u.Plan, Mailable = u.Email is { Length: > 0 } }).ToList();
    foreach (var row in rows) log.LogInformation("Row {Row}", row);
    var summary = new { rows.Count, First = rows.Select(r => r.Id).FirstOrDefault() };
    log.LogInformation("Summary {Summary}", summary);
}

//// ConvertedMail !
internal readonly struct MailAddress2
{
    private readonly string _text;
    private MailAddress2(string text) => _text = text;
    public static implicit operator MailAddress2(string text) => new(text.Trim());
    public static explicit operator string(MailAddress2 m) => m._text;
    public static bool operator true(MailAddress2 m) => m._text.Contains('@');
    public static bool operator false(MailAddress2 m) => !m._text.Contains('@');
}
internal static class Converted
{
    public static void Use(User u, ILogger log)
    {
        MailAddress2 m = u.Email;
        if (m) log.LogInformation("{Id} has a mail", u.Id);
        else log.LogWarning("Unusable: {Text}", (string)m); // LEAK INS3001
        log.LogInformation("As type: {Type}", m.ToString());
    }
}

//// SerialisedRecordIgnore !
internal sealed record Claim(int Number, [property: Pii, System.Text.Json.Serialization.JsonIgnore] string Insured, decimal Amount);
internal static class Claims
{
    public static void File2(Claim c, User agent, ILogger log)
    {
        log.LogInformation("Claim {Json}", System.Text.Json.JsonSerializer.Serialize(c));
        var wide = new { c.Number, agent.FullName };
        var json = System.Text.Json.JsonSerializer.Serialize(wide);
        log.LogDebug("Size {Size}", json.Length);
        log.LogDebug("Wide {Json}", json); // LEAK INS3007
    }
}
//// SpreadElements
private void Recipients(User sender, IReadOnlyList<User> others, ILogger log)
{
    string[] fixedPart = ["office", "archive"];
    List<string> all = [.. fixedPart, sender.Email, .. others.Select(o => o.Email)];
    int[] ids = [sender.Id, .. others.Select(o => o.Id)];
    log.LogInformation("{Count} recipients, ids {Ids}, fixed {Fixed}", all.Count, ids, fixedPart);
    log.LogDebug("To {All}", all); // LEAK INS3001
}

//// PrimaryConstructorCapture !
internal sealed class Session(User user, TimeProvider clock)
{
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly string _initial = user.FullName[..1];
    public override string ToString() => $"session of {user.Id} since {_started:t}";
    internal bool Matches(string initial) => _initial == initial;
}

internal sealed class Sessions(ILogger<Sessions> log)
{
    private readonly List<Session> _open = [];
    internal void Open(User user, TimeProvider clock)
    {
        var session = new Session(user, clock);
        _open.Add(session);
        log.LogInformation("Opened {Session}, {Count} with A", session, _open.Count(s => s.Matches("A")));
    }
}

//// PrimaryConstructorToString !
internal sealed class Greeting(string name, string language)
{
    public override string ToString() => language switch
    {
        "de" => $"Hallo {name}",
        "fr" => $"Bonjour {name}",
        _ => "Hello",
    };
}

internal static class Kiosk
{
    internal static void Show(User user, string language)
    {
        var greeting = new Greeting(user.FullName, language);
        System.Diagnostics.Debug.WriteLine(language, "kiosk");
        System.Diagnostics.Debug.WriteLine(greeting); // LEAK INS3005
    }
}

//// SpanSlices
private void Parse(User user, ILogger log)
{
    ReadOnlySpan<char> mail = user.Email;
    var at = mail.IndexOf('@');
    var host = mail[(at + 1)..];
    var dots = host.Count('.');
    log.LogInformation("{Dots} dots, com: {Com}", dots, host.EndsWith(".com", StringComparison.OrdinalIgnoreCase));
    Span<char> upper = stackalloc char[host.Length];
    host.ToUpperInvariant(upper);
    log.LogInformation("Host {Host}", upper.ToString()); // LEAK INS3001
}

//// SpanOverwritten
private void Fill(User user, ILogger log)
{
    var buffer = new char[16];
    user.FullName.AsSpan(0, Math.Min(16, user.FullName.Length)).CopyTo(buffer);
    var vowels = buffer.Count(c => "aeiou".Contains(c));
    buffer = new char[4];
    Array.Fill(buffer, 'x');
    log.LogInformation("{Vowels} vowels, {Buffer}", vowels, new string(buffer));
}

//// GenericMathTotals
private static T Total<T>(IEnumerable<T> items) where T : System.Numerics.IAdditionOperators<T, T, T>, System.Numerics.IAdditiveIdentity<T, T>
{
    var total = T.AdditiveIdentity;
    foreach (var item in items) total += item;
    return total;
}
private void Sizes(IUsers users, ILogger log)
{
    var people = users.All().ToList();
    log.LogInformation("{Chars} chars in names", Total(people.Select(p => p.FullName.Length)));
    log.LogInformation("{Aliases} aliases", Total(people.Select(p => (long)p.Aliases.Length)));
}

//// StaticAbstractFactory !
internal interface ICsv<TSelf> where TSelf : ICsv<TSelf>
{
    static abstract string Header { get; }
    static abstract string Line(TSelf item);
}

internal sealed record Score(int Player, int Points) : ICsv<Score>
{
    public static string Header => "player;points";
    public static string Line(Score item) => $"{item.Player};{item.Points}";
}

internal sealed record Entrant(int Player, [Pii] string Mail) : ICsv<Entrant>
{
    public static string Header => "player;mail";
    public static string Line(Entrant item) => string.Join(';', item.Player, item.Mail);
}

internal static class Csv
{
    internal static string Render<T>(IEnumerable<T> items) where T : ICsv<T>
        => items.Aggregate(T.Header, (text, item) => text + "\n" + T.Line(item));
}

internal sealed class Tournament(ILogger<Tournament> log)
{
    internal void Finish(List<Score> scores, List<Entrant> entrants)
    {
        log.LogInformation("Headers {A}, {B}", Score.Header, Entrant.Header);
        log.LogInformation("{Entrants}", Csv.Render(entrants)); // LEAK INS3001
    }
}

//// StaticAbstractTopic !
internal interface IEvent { static abstract string Topic { get; } int Key { get; } }
internal sealed record Moved(int Key, [Pii] string NewStreet) : IEvent { public static string Topic => "moved"; }
internal sealed record Cancelled(int Key) : IEvent { public static string Topic => "cancelled"; }

internal sealed class Publisher(ILogger<Publisher> log)
{
    private readonly Dictionary<string, List<object>> _topics = [];
    private void Publish<T>(T e) where T : class, IEvent
    {
        if (!_topics.TryGetValue(T.Topic, out var list)) _topics[T.Topic] = list = [];
        list.Add(e);
        log.LogInformation("{Topic}: {Key}, {Count} events", T.Topic, e.Key, list.Count);
    }
    internal void Move(User user)
    {
        Publish(new Moved(user.Id, user.Home.Street));
        Publish(new Cancelled(user.Id));
    }
}

//// LocalFunctions
private void Tree(User root, ILogger log)
{
    var depth = 0;
    string Path(User u) => u.Manager is null ? u.FullName : Path(u.Manager) + "/" + u.FullName;
    string Ids(User u) => u.Manager is null ? $"{u.Id}" : $"{Ids(u.Manager)}/{u.Id}";
    void Descend() => depth += Path(root).Count(c => c == '/');
    Descend();
    log.LogInformation("Depth {Depth}: {Ids}", depth, Ids(root));
    log.LogInformation("Path {Path}", Path(root)); // LEAK INS3001
}

//// StaticLocalFunction
private void Pages(IEnumerable<User> users, ILogger log)
{
    foreach (var chunk in users.Chunk(50))
        log.LogInformation("Page {Page}", Describe(chunk));

    static string Describe(User[] page)
    {
        var (first, last) = (page[0], page[^1]);
        var sorted = StringComparer.Ordinal.Compare(first.FullName, last.FullName) <= 0;
        return $"{first.Id}..{last.Id} ({page.Length}, sorted {sorted})";
    }
}

//// PatternCombinators
private void Classify(object item, ILogger log)
{
    var text = item switch
    {
        User { IsAdmin: true, Id: > 0 and var id } => $"admin {id}",
        User { Manager: not null and { Plan: var plan } } => $"managed under {plan}",
        User { Email: { Length: > 0 } mail } and not { Tier: Tier.Free } => $"paying {mail}",
        Customer(var id, _, "gold" or "silver") => $"good customer {id}",
        null or "" => "nothing",
        _ => "something",
    };
    log.LogInformation("It is {Text}", text); // LEAK INS3001
}

//// ListPatterns
private void Names(User user, ILogger log)
{
    var shape = user.FullName.Split(' ') switch
    {
        [] or [""] => "none",
        [_] => "single",
        [_, _] => "double",
        [_, "van" or "von" or "de", ..] => "particle",
        [_, .. var middle, _] => $"{middle.Length} middle names",
    };
    log.LogInformation("Name shape: {Shape}", shape);
}

//// RequiredInitAgain !
internal sealed class Booking
{
    public required int Room { get; init; }
    public required string Note { get; init; }
    public string? Extra { get; init => field = value?.Trim(); }
}

internal sealed class Reception(ILogger<Reception> log)
{
    private static Booking For(User guest, int room) => new()
    {
        Room = room,
        Note = guest.Tier == Tier.Paid ? "welcome drink" : "",
        Extra = $"  call {guest.Phone} on arrival ",
    };

    internal void Book(User guest, int room)
    {
        var booking = For(guest, room);
        log.LogInformation("{Booking}: room {Room}, {Note}", booking, booking.Room, booking.Note);
        log.LogInformation("Extra wish: {Extra}", booking.Extra); // LEAK INS3001
    }
}

//// ExtensionMethods !
internal static class UserExtensions
{
    internal static string Short(this User user) => $"U{user.Id}/{user.Tier}";
    internal static string Initials(this User user) => string.Concat(user.FullName.Split(' ').Select(w => w[0]));
    internal static TOut Pipe<TIn, TOut>(this TIn value, Func<TIn, TOut> f) => f(value);
    internal static T Tap<T>(this T value, Action<T> f) { f(value); return value; }
}

internal sealed class Chat(ILogger<Chat> log)
{
    internal void Say(User user, string text)
    {
        user.Tap(u => log.LogTrace("{Short} types", u.Short())).Pipe(u => u.FullName).Tap(n => log.LogTrace("{Length}", n.Length));
        text.Length.Pipe(n => n * 2).Tap(n => log.LogTrace("{Bytes} bytes", n));
        log.LogInformation("{Initials} said {Chars} chars", user.Initials(), text.Length); // LEAK INS3001
    }
}

//// AsyncStream
private static async IAsyncEnumerable<(int Id, string Line)> Letters(IUsers users)
{
    await foreach (var user in users.Stream())
    {
        if (user.Home.Country is "CH") continue;
        await Task.Yield();
        yield return (user.Id, $"{user.FullName}, {user.Home.City}");
    }
}
private async Task Print(IUsers users, ILogger log)
{
    await foreach (var (id, line) in Letters(users).ConfigureAwait(false))
    {
        log.LogDebug("Letter to {Id} of {Chars} chars", id, line.Length);
        await Console.Out.WriteLineAsync(line); // LEAK INS3005
    }
}

//// AsyncStreamBatches
private static async IAsyncEnumerable<List<T>> Batch<T>(IAsyncEnumerable<T> source, int size)
{
    List<T> batch = [];
    await foreach (var item in source)
    {
        batch.Add(item);
        if (batch.Count < size) continue;
        yield return batch;
        batch = [];
    }
    if (batch is not []) yield return batch;
}
private async Task Sync(IUsers users, Func<IEnumerable<string>, Task> send, ILogger log)
{
    var number = 0;
    await foreach (var batch in Batch(users.Stream(), 20))
    {
        await send(batch.Select(u => u.Email));
        log.LogInformation("Batch {Number}: {Count} users up to {Id}", ++number, batch.Count, batch[^1].Id);
    }
}

//// ChannelFanIn !
internal readonly record struct Signal(string Kind, int Device, object? Detail);

internal sealed class SignalBus(ILogger<SignalBus> log)
{
    private readonly System.Threading.Channels.Channel<Signal> _signals = System.Threading.Channels.Channel.CreateBounded<Signal>(64);

    internal bool Motion(int device) => _signals.Writer.TryWrite(new Signal("motion", device, null));
    internal bool Doorbell(int device, User visitor) => _signals.Writer.TryWrite(new Signal("bell", device, visitor.FullName));

    internal async Task PumpAsync(CancellationToken cancel)
    {
        while (await _signals.Reader.WaitToReadAsync(cancel))
            while (_signals.Reader.TryRead(out var signal))
            {
                log.LogTrace("{Kind} at {Device}, has detail {Has}", signal.Kind, signal.Device, signal.Detail is not null);
                if (signal is { Kind: "bell", Detail: string detail })
                    log.LogInformation("Someone rang: {Detail}", detail); // LEAK INS3001
            }
    }
}

//// ChannelOfWork
private async Task Work(IUsers users, int workers, ILogger log)
{
    var channel = System.Threading.Channels.Channel.CreateUnbounded<Func<Task<int>>>();
    foreach (var user in users.All())
        channel.Writer.TryWrite(async () => { await Task.Delay(1); return user.Email.Count(char.IsDigit); });
    channel.Writer.Complete();
    var sums = new int[workers];
    await Task.WhenAll(Enumerable.Range(0, workers).Select(async w =>
    {
        await foreach (var job in channel.Reader.ReadAllAsync()) sums[w] += await job();
    }));
    log.LogInformation("Digits per worker {Sums}, all {Total}", sums, sums.Sum());
}

//// RecordInheritancePrintMembers !
internal abstract record Payment(decimal Amount)
{
    public string Reference { get; init; } = "";
}

internal sealed record CashPayment(decimal Amount, int Till) : Payment(Amount);

internal sealed record BankPayment(decimal Amount, [Pii(PiiKind.Financial)] string Iban) : Payment(Amount)
{
    protected override bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Amount = ").Append(Amount).Append(", Iban = ").Append(Iban.Length);
        return true;
    }
}

internal sealed class Ledger(ILogger<Ledger> log)
{
    internal void Post(BankPayment bank, CashPayment cash)
    {
        log.LogInformation("Cash {Payment}", cash with { Reference = "till " + cash.Till });
        log.LogInformation("Sum {Sum}", bank.Amount + cash.Amount);
        log.LogInformation("Bank {Payment}", bank);
        log.LogInformation("Bank hash {Hash}", bank.GetHashCode());
    }
}

//// RecordSealedToString !
internal abstract record Subject(int Id)
{
    public sealed override string ToString() => $"{GetType().Name} {Id}";
}

internal sealed record Teacher(int Id, [Pii] string Name) : Subject(Id);
internal sealed record Pupil(int Id, [Pii] string Name, string Class) : Subject(Id);

internal static class School
{
    internal static void Enter(Subject subject, NLog.Logger log)
    {
        log.Info("Entered: {0}", subject);
        if (subject is Pupil { Class: var c }) log.Info("Class " + c);
        using (NLog.ScopeContext.PushProperty("subject", subject.ToString()))
            log.Info($"at {DateTime.Now:t}");
        if (subject is Teacher(_, var name)) log.Info("Teacher " + name); // LEAK INS3001
    }
}

//// InterpolatedHandler !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct CountingHandler(int literalLength, int formattedCount)
{
    private int _holes;
    public void AppendLiteral(string text) { }
    public void AppendFormatted<T>(T value) => _holes++;
    internal readonly string Result => $"{literalLength} literal chars, {_holes} of {formattedCount} holes";
}

internal static class Measure
{
    internal static string Text(CountingHandler handler) => handler.Result;
    internal static void Run(User user, ILogger log)
    {
        log.LogInformation("{Result}", Text($"Dear {user.FullName} of {user.Home.City}"));
    }
}

//// OperatorsAndImplicit !
internal readonly struct Markup(string html)
{
    private readonly string _html = html;
    public static implicit operator Markup(string text) => new(text.Replace("<", "&lt;"));
    public static Markup operator +(Markup a, Markup b) => new(a._html + b._html);
    public static explicit operator int(Markup m) => m._html.Length;
    public override string ToString() => "<p>" + _html + "</p>";
}

internal static class Page
{
    internal static void Render(User user, Serilog.ILogger log)
    {
        Markup head = "Welcome ";
        Markup name = user.FullName;
        var whole = head + name;
        log.Information("Head {Head}, size {Size}", head.ToString(), (int)whole);
        log.Information("Page {Page}", whole.ToString()); // LEAK INS3001
    }
}
//// NestedPropertyPatternAgainAgainAgain
public void Check(ILogger log, User user)
{
    if (user is { Home: { City: var city, Country: var country }, Manager: { Plan: var plan } boss })
    {
        log.LogInformation("In {Country} under {Plan} of {Boss}", country, plan, boss.Id);
        log.LogInformation("In {City}", city); // LEAK INS3001
    }
}

//// ConstantArmsOnly
public void Classify(ILogger log, User user)
{
    var band = user.Salary switch
    {
        < 1000m => "low",
        < 5000m => "middle",
        _ => "high",
    };
    log.LogInformation("Band {Band}", band);

    var shown = user.Salary switch
    {
        0m => "none",
        var s when s < 1000m => "low",
        var s => s.ToString("N0"),
    };
    log.LogInformation("Salary {Shown}", shown); // LEAK INS3001
}

//// ListPatternSlices
public void Read(ILogger log, User user)
{
    string[] columns = [user.Id.ToString(), user.Email, user.Plan];
    if (columns is [var id, _, var plan])
        log.LogInformation("Row {Id} on {Plan}", id, plan);
    if (columns is [_, .. var rest])
        log.LogInformation("Rest {Rest}", string.Join(' ', rest)); // LEAK INS3001
    if (columns is [.., var last])
        log.LogInformation("Last {Last}", last);
}

//// StringListPattern
public void Read(ILogger log, User user)
{
    if (user.FullName is [var first, .., var final])
    {
        log.LogInformation("Starts with a letter: {Yes}", char.IsLetter(first));
        log.LogInformation("Ends with {Final}", final); // LEAK INS3001
    }
    if (user.Plan is [var mark, ..])
        log.LogInformation("Plan starts with {Mark}", mark);
}

//// SealedTypeCannotMatch
private abstract class Message { public int Number; }
private sealed class Ping : Message { public string Text = ""; }
private sealed class Mail : Message { public string Text = ""; }

private static string Render(Message message) => message switch
{
    Mail mail => "mail " + mail.Text,
    Ping ping => "ping " + ping.Number,
    _ => "unknown",
};

public void Handle(ILogger log, User user)
{
    log.LogInformation("Handled {Text}", Render(new Ping { Text = user.Email, Number = user.Id }));
}

//// DeconstructOrder
private sealed class Account(string mail, string plan, int id)
{
    public void Deconstruct(out string first, out string second) => (first, second) = (plan, mail);
    public void Deconstruct(out int number, out string shown, out int length) => (number, shown, length) = (id, plan, mail.Length);
}

public void Show(ILogger log, User user)
{
    var account = new Account(user.Email, user.Plan, user.Id);
    if (account is (string first, string second))
    {
        log.LogInformation("First {First}", first);
        log.LogInformation("Second {Second}", second.Length);
    }
    var (number, shown, length) = account;
    log.LogInformation("{Number} {Shown} {Length}", number, shown, length);
}

//// EqualityGivesTheConstant
public void Match(ILogger log, User user)
{
    var domain = user.Email[(user.Email.IndexOf('@') + 1)..];
    var provider = domain switch
    {
        "gmail.com" or "googlemail.com" => "google",
        "outlook.com" => "microsoft",
        { Length: 0 } => "none",
        _ => "other",
    };
    log.LogInformation("Provider {Provider}", provider);
    var label = domain is "gmail.com" or "outlook.com" ? "big" : domain;
    log.LogInformation("Provider {Label}", label); // LEAK INS3001
}

//// ParcelStateMachine
private enum Phase { Header, Recipient, Weight }

public void Parse(ILogger log, User user, int grams)
{
    var phase = Phase.Header;
    var buffer = "parcel";
    while (true)
    {
        switch (phase)
        {
            case Phase.Header:
                log.LogDebug("Header {Buffer}", buffer);
                buffer = user.Home.Street;
                phase = Phase.Recipient;
                break;
            case Phase.Recipient:
                log.LogDebug("Recipient {Known}", buffer.Length > 0 ? "known" : "unknown");
                buffer = grams.ToString();
                phase = Phase.Weight;
                break;
            default:
                log.LogDebug("Weight {Buffer}", buffer);
                return;
        }
    }
}

//// ResultUnion !
public abstract record Outcome
{
    public sealed record Found(User User) : Outcome;
    public sealed record Missing(string Query) : Outcome;
    public sealed record Denied(int Code) : Outcome;
}

public sealed class LookupHandler(IUsers users, ILogger log)
{
    private Outcome Find(int id, bool allowed) => allowed
        ? users.Get(id) is { Plan.Length: > 0 } user ? new Outcome.Found(user) : new Outcome.Missing("#" + id)
        : new Outcome.Denied(403);

    public void Handle(int id, bool allowed)
    {
        switch (Find(id, allowed))
        {
            case Outcome.Found { User: { IsAdmin: true, Plan: var plan } }:
                log.LogInformation("Admin on {Plan}", plan);
                break;
            case Outcome.Found { User: var user }:
                log.LogInformation("Found {Email}", user.Email); // LEAK INS3001
                break;
            case Outcome.Missing(var query):
                log.LogInformation("Nothing for {Query}", query);
                break;
            case Outcome.Denied denied:
                log.LogInformation("Denied {Denied}", denied);
                break;
        }
    }
}

//// ObjectPatternPicksTheInt
private static string Text(object value) => value switch
{
    int n => n.ToString(),
    bool b => b ? "yes" : "no",
    string s => s,
    _ => "?",
};

public void Dump(ILogger log, User user)
{
    object address = user.Home;
    if (address is string text)
        log.LogInformation("Address {Text}", text);
    log.LogInformation("Id {Id}", Text(user.Id));
    log.LogInformation("Length {Length}", Text(user.Email.Length));
    log.LogInformation("Home {Home}", Text(address));
}

//// TupleSwitch
public void Decide(ILogger log, User user, bool verbose)
{
    var (code, text) = (user.Tier, user.IsAdmin) switch
    {
        (Tier.Free, _) => (1, user.Plan),
        (_, true) => (2, "admin"),
        var (tier, _) => (3, tier.ToString()),
    };
    log.LogInformation("Decision {Code} {Text}", code, text);

    var (reason, detail) = verbose switch
    {
        true => ("verbose", user.Email),
        false => ("plain", user.Plan),
    };
    log.LogInformation("Reason {Reason}", reason);
    log.LogInformation("Detail of {Length}", detail.Length);
}

//// NotificationUnion !
internal abstract record Notification(int UserId);
internal sealed record ByMail(int UserId, string Recipient) : Notification(UserId);
internal sealed record ByPush(int UserId, Guid Device) : Notification(UserId);

internal sealed class Notifier(ILogger<Notifier> logger)
{
    private static string Describe(Notification n) => n switch
    {
        ByMail { Recipient.Length: > 0 } m => "mail to " + m.Recipient,
        ByMail => "mail to nobody",
        ByPush p => "push to " + p.Device,
        _ => "unknown",
    };

    public void Send(User user, bool push)
    {
        Notification n = push ? new ByPush(user.Id, user.Key) : new ByMail(user.Id, user.Email);
        logger.LogInformation("Sending for {Id}", n.UserId);
        logger.LogInformation("Sending {What}", Describe(n)); // LEAK INS3001
    }
}

//// NotificationKinds !
internal abstract record Notification(int UserId);
internal sealed record ByMail(int UserId, string Recipient) : Notification(UserId);
internal sealed record ByPush(int UserId, Guid Device) : Notification(UserId);

internal sealed class Notifier(ILogger<Notifier> logger)
{
    private static string Describe(Notification n) => n switch
    {
        ByMail { Recipient.Length: > 0 } => "mail",
        ByMail(var id, _) => $"mail without recipient for {id}",
        ByPush p => "push to " + p.Device,
        _ => "unknown",
    };

    public void Send(User user, bool push)
    {
        Notification n = push ? new ByPush(user.Id, user.Key) : new ByMail(user.Id, user.Email);
        logger.LogInformation("Sending {What}", Describe(n));
        if (n is ByPush)
            logger.LogInformation("Sending {Notification}", n);
    }
}

//// AgeBands
private static string Band(DateTime born) => (DateTime.UtcNow - born).TotalDays switch
{
    < 18 * 365.25 => "minor",
    < 65 * 365.25 => "adult",
    _ => "senior",
};

public void Run(User user, System.Diagnostics.Metrics.Counter<int> counter)
{
    var tags = new System.Diagnostics.TagList { { "band", Band(user.BirthDate) }, { "tier", user.Tier } };
    counter.Add(1, tags);
    tags.Add("month", user.BirthDate.ToString("MMMM"));
    counter.Add(1, tags); // LEAK INS3003
}

//// ListPatternAgain
public void Parse(User user, ILogger logger)
{
    var name = user.FullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => "none",
        [_] => "single",
        [_, .., var last] => last,
    };
    logger.LogInformation("Sort key {Key}", name); // LEAK INS3001
    var shape = user.Plan.Split('-') switch
    {
        [var family, var size] => $"{family} in {size}",
        [var only] => only,
        _ => "other",
    };
    logger.LogInformation("Plan shape {Shape}", shape);
}

//// ListPatternCountAgain
public void Parse(User user, ILogger logger)
{
    var parts = user.FullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    var form = parts switch
    {
        [] => "none",
        [{ Length: 1 }, ..] => "initial",
        [_, .. var middle, _] when middle.Length > 0 => $"{middle.Length} middle names",
        _ => "plain",
    };
    logger.LogInformation("Name form {Form}", form);
}

//// TupleState
private enum Step { Start, Asked, Done }

private static (Step Next, string Say) Advance(Step step, User user) => (step, user.Phone) switch
{
    (Step.Start, null) => (Step.Done, "no phone"),
    (Step.Start, _) => (Step.Asked, "asking " + user.Id),
    (Step.Asked, { } phone) => (Step.Done, "calling " + phone),
    _ => (Step.Done, "finished"),
};

public void Run(User user, ILogger logger)
{
    var (next, say) = Advance(Step.Start, user);
    logger.LogInformation("Now {Step}", next);
    (next, say) = Advance(next, user);
    logger.LogInformation("Now {Step}", next);
    logger.LogInformation("Says {Say}", say); // LEAK INS3001
}

//// TypeTest
private static string Text(object? value) => value switch
{
    null => "null",
    int n => n.ToString(),
    Tier t => t.ToString(),
    DateTime d => d.ToString("O"),
    _ => value.GetType().Name,
};

public void Run(User user, ILogger logger)
{
    object? boxedTier = user.Tier;
    logger.LogInformation("{Value}", Text(user.Id));
    logger.LogInformation("{Value}", Text(boxedTier));
    logger.LogInformation("{Value}", Text(user));
    logger.LogInformation("{Value}", Text(user.Email));
}

//// VisitorTree !
internal abstract class Node
{
    internal abstract T Accept<T>(INodeVisitor<T> visitor);
}

internal sealed class Leaf(string text) : Node
{
    internal string Text { get; } = text;
    internal override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}

internal sealed class Branch(params Node[] children) : Node
{
    internal Node[] Children { get; } = children;
    internal override T Accept<T>(INodeVisitor<T> visitor) => visitor.Visit(this);
}

internal interface INodeVisitor<T>
{
    T Visit(Leaf leaf);
    T Visit(Branch branch);
}

internal sealed class CountVisitor : INodeVisitor<int>
{
    public int Visit(Leaf leaf) => leaf.Text.Length;
    public int Visit(Branch branch) => branch.Children.Sum(c => c.Accept(this));
}

internal sealed class TextVisitor : INodeVisitor<string>
{
    public string Visit(Leaf leaf) => leaf.Text;
    public string Visit(Branch branch) => "(" + string.Join(' ', branch.Children.Select(c => c.Accept(this))) + ")";
}

internal sealed class Letters(ILogger<Letters> logger)
{
    public void Compose(User user)
    {
        var tree = new Branch(new Leaf("Dear"), new Branch(new Leaf(user.FullName), new Leaf(",")));
        logger.LogInformation("Letter of {Chars}", tree.Accept(new CountVisitor()));
        logger.LogInformation("Letter {Text}", tree.Accept(new TextVisitor())); // LEAK INS3001
    }
}

//// Specifications !
internal abstract class Spec
{
    internal abstract bool Holds(User user);
    internal abstract string Name { get; }
    internal Spec And(Spec other) => new AndSpec(this, other);
}

internal sealed class AndSpec(Spec left, Spec right) : Spec
{
    internal override bool Holds(User user) => left.Holds(user) && right.Holds(user);
    internal override string Name => $"({left.Name} and {right.Name})";
}

internal sealed class InCity(string city) : Spec
{
    internal override bool Holds(User user) => user.Home.City == city;
    internal override string Name => "city is " + city;
}

internal sealed class OnPlan(string plan) : Spec
{
    internal override bool Holds(User user) => user.Plan == plan;
    internal override string Name => "plan is " + plan;
}

internal sealed class Campaign(ILogger<Campaign> logger)
{
    public int Match(IUsers users)
    {
        var spec = new InCity("Utrecht").And(new OnPlan("gold"));
        var count = users.All().Count(spec.Holds);
        logger.LogInformation("{Spec} matched {Count}", spec.Name, count);
        return count;
    }
}

//// Strategies !
internal interface IIdStrategy
{
    string IdOf(User user);
}

internal sealed class NumberId : IIdStrategy
{
    public string IdOf(User user) => user.Id.ToString("D8");
}

internal sealed class MailId : IIdStrategy
{
    public string IdOf(User user) => user.Email.Split('@')[0];
}

internal sealed class IdService(ILogger<IdService> logger)
{
    private static IIdStrategy For(Tier tier) => tier switch
    {
        Tier.Paid => new MailId(),
        _ => new NumberId(),
    };

    public void Assign(User user)
    {
        var number = new NumberId();
        logger.LogInformation("Number {Id}", number.IdOf(user));
        logger.LogInformation("Chosen {Id}", For(user.Tier).IdOf(user)); // LEAK INS3001
    }
}

//// DeconstructedCustomerAgainAgain
private static string Slot(Customer customer) => customer switch
{
    (_, { Length: 0 }, var level) => level + "-empty",
    (var id, _, "gold") => "gold-" + id,
    var (id, _, level) => level + id,
};

public void Run(Customer customer, ILogger logger)
{
    var (id, mail, level) = customer;
    logger.LogInformation("Slot {Slot} for {Id} at {Level}", Slot(customer), id, level);
    if (mail is [.., '.', 'n', 'l'])
        logger.LogInformation("Dutch domain");
}

//// PropertyBindings
internal void Match(object subject, ILogger log)
{
    if (subject is User { Email: var mail, Plan: var plan, Home: { Country: var country, City: { Length: > 0 } city } })
    {
        log.LogInformation("On {Plan} in {Country}", plan, country);
        log.LogInformation("Has mail {Has}", mail.Contains('@'));
        log.LogInformation("City {City}", city); // LEAK INS3001
    }
}

//// ClassifiedMail
internal void Match(User user, ILogger log)
{
    var kind = user.Email switch
    {
        "" => "empty",
        [.., 'x'] => "odd",
        var m when m.EndsWith(".test", StringComparison.Ordinal) => "test",
        { Length: > 40 } => "long",
        _ => user.Plan,
    };
    log.LogInformation("Kind {Kind}", kind);
}

//// FallbackMail
internal void Match(User user, ILogger log)
{
    var kind = user.Email switch
    {
        "" => "empty",
        var m when m.EndsWith(".test", StringComparison.Ordinal) => "test",
        { Length: > 40 } => "long",
        var other => other.ToUpperInvariant(),
    };
    log.LogInformation("Kind {Kind}", kind); // LEAK INS3001
}

//// ImpossibleType
private sealed class Ticket { internal int Number { get; init; } }

internal void Match(User user, ILogger log)
{
    object value = user.Email;
    var length = ((string)value).Length;
    value = new Ticket { Number = length };
    if (value is string text)
        log.LogInformation("Text {Text}", text);
    if (value is Ticket { Number: var n })
        log.LogInformation("Ticket {Number}", n);
}

//// MailParts
internal void Match(User user, ILogger log)
{
    switch (user.Email.Split('@', '.'))
    {
        case []:
            log.LogInformation("Nothing");
            break;
        case [_, _] parts:
            log.LogInformation("Parts {Count}", parts.Length);
            break;
        case [var local, .. var rest]:
            log.LogInformation("Local part has {Length}", local.Length);
            log.LogInformation("Domain {Domain}", string.Join('.', rest)); // LEAK INS3001
            break;
    }
}

//// OwnDeconstructAgain
private sealed class Session(User user)
{
    internal void Deconstruct(out int id, out string contact) { id = user.Id; contact = user.Phone ?? user.Email; }
    internal void Deconstruct(out int id, out string plan, out string country) { id = user.Id; plan = user.Plan; country = user.Home.Country; }
}

internal void Match(User user, ILogger log)
{
    var session = new Session(user);
    var (id, plan, country) = session;
    log.LogInformation("{Id} {Plan} {Country}", id, plan, country);
    if (session is (> 0, { Length: > 2 } contact))
        log.LogInformation("Contact {Contact}", contact); // LEAK INS3001
}

//// DomainEvents
private abstract record Happened(int Id);
private sealed record Registered(int Id, string Mail) : Happened(Id);
private sealed record Upgraded(int Id, string Plan) : Happened(Id);

private static IEnumerable<Happened> Replay(User user)
{
    yield return new Registered(user.Id, user.Email);
    yield return new Upgraded(user.Id, user.Plan);
}

internal void Project(User user, ILogger log)
{
    foreach (var happened in Replay(user))
    {
        var line = happened switch
        {
            Registered r => $"registered {r.Id} {r.Mail.Length}",
            Upgraded u => $"upgraded {u.Id} to {u.Plan}",
            _ => "unknown",
        };
        log.LogInformation("{Line}", line);
    }
}

//// PrintedEvents
private abstract record Happened(int Id);
private sealed record Registered(int Id, string Mail) : Happened(Id);
private sealed record Upgraded(int Id, string Plan) : Happened(Id);

private static Happened Latest(User user)
    => user.IsAdmin ? new Upgraded(user.Id, user.Plan) : new Registered(user.Id, user.Email);

internal void Project(User user, ILogger log)
{
    var latest = Latest(user);
    if (latest is Upgraded upgraded)
        log.LogInformation("{Event}", upgraded);
    if (latest is not Upgraded)
        log.LogInformation("{Event}", latest); // LEAK INS3001
}

//// TupleDecision
internal void Decide(User user, Customer customer, ILogger log)
{
    var (who, why) = (user, customer) switch
    {
        ({ IsAdmin: true }, _) => (user.FullName, "admin"),
        ({ Tier: Tier.Paid }, { Level: var level }) => (user.Plan, level),
        (_, (_, var mail, _)) when mail.Length > 0 => (customer.Email, "mail"),
        _ => ("nobody", "default"),
    };
    log.LogInformation("Decided because {Why}", why);
    log.LogInformation("Decided for someone of {Length}", who.Length);
}


//// ParamNameOnly
void Check(User u)
{
    if (string.IsNullOrWhiteSpace(u.Email))
        throw new ArgumentException("Email is required", nameof(u.Email));
    if (u.Phone is null)
        throw new ArgumentNullException(nameof(u.Phone));
    ArgumentException.ThrowIfNullOrEmpty(u.FullName);
}
//// OwnExceptionBuildsMessage
class DuplicateMailException : Exception
{
    public DuplicateMailException(string mail) : base("The address " + mail + " is already registered") { }
}
void M(IUsers users, User u)
{
    if (users.All().Any(x => x.Email == u.Email))
        throw new DuplicateMailException(u.Email); // LEAK INS3004
}
//// OwnExceptionKeepsProperty
class DuplicateMailException : Exception
{
    [Pii] public string Address { get; }
    public DuplicateMailException(string address) : base("The address is already registered") => Address = address;
}
void M(IUsers users, User u)
{
    if (users.All().Any(x => x.Email == u.Email))
        throw new DuplicateMailException(u.Email);
}
//// DataDictionaryLogged
void M(ILogger log, User u)
{
    try { Charge(u); }
    catch (InvalidOperationException e)
    {
        e.Data["phone"] = u.Phone; // LEAK INS3008
        log.LogError("charging failed, call {Phone}", e.Data["phone"]); // LEAK INS3001
    }
}
void Charge(User u) => throw new InvalidOperationException("card declined");
//// InnerWrapped
class StageException(string stage, Exception inner) : Exception("stage " + stage + " failed", inner) { public string Stage => stage; }
void M(User u)
{
    try { int.Parse(u.Plan); }
    catch (FormatException e) { throw new StageException("plan", e); }
}
//// WrappedWithValue
class StageException(string stage, Exception inner) : Exception("stage " + stage + " failed", inner); // LEAK INS3004
void M(User u)
{
    try { decimal.Parse(u.Plan); }
    catch (FormatException e)
    {
        throw new StageException("payroll of " + u.FullName, e);
    }
}
//// ThrowHelper
static void Fail(string why) => throw new InvalidOperationException("Cannot continue: " + why); // LEAK INS3004
void M(User u)
{
    if (u.Tier == Tier.Free) Fail("tier " + u.Tier);
    if (u.Home.Street == "") Fail("no street in " + u.Home.City);
}
//// ThrowHelperWithReason
static void Fail(string why) => throw new InvalidOperationException("Cannot continue: " + why);
void M(User u)
{
    if (u.Tier == Tier.Free) Fail("tier " + u.Tier);
    if (u.Home.Street == "") Fail("street missing, city " + (u.Home.City == "" ? "missing" : "given"));
}
//// TransferService !
internal class InsufficientFundsException : Exception
{
    public InsufficientFundsException(Guid account, string currency) : base($"Account {account:N} has insufficient funds in {currency}") { Account = account; }
    public Guid Account { get; }
}
internal class AccountOwnerException : Exception
{
    public AccountOwnerException(string message) : base(message) { } // LEAK INS3004
    public static AccountOwnerException For(User owner, string operation)
    {
        var who = owner.IsAdmin ? "an administrator" : owner.Display();
        return new AccountOwnerException(operation + " is not allowed for " + who);
    }
}
internal class TransferService
{
    private readonly IUsers _users;
    private readonly ILogger<TransferService> _log;
    public TransferService(IUsers users, ILogger<TransferService> log) { _users = users; _log = log; }
    public async Task Transfer(int from, int to, decimal amount)
    {
        var payer = await _users.GetAsync(from);
        var payee = await _users.GetAsync(to);
        if (payer.Salary < amount)
            throw new InsufficientFundsException(payer.Key, "EUR");
        if (payee.Tier == Tier.Free && amount > 10000m)
            throw AccountOwnerException.For(payee, "receive");
        _log.LogInformation("{Amount} from {From} to {To}", amount, payer.Id, payee.Id);
    }
}
//// ValidationErrors !
internal sealed class ValidationFailed : Exception
{
    public ValidationFailed(IReadOnlyCollection<string> fields) : base(fields.Count + " invalid fields: " + string.Join(", ", fields)) => Fields = fields;
    public IReadOnlyCollection<string> Fields { get; }
}
internal class SignupValidator
{
    public void Validate(User u)
    {
        var bad = new List<string>();
        if (!u.Email.Contains('@')) bad.Add(nameof(u.Email));
        if (u.Phone is { Length: < 6 }) bad.Add(nameof(u.Phone));
        if (u.BirthDate > DateTime.Today) bad.Add(nameof(u.BirthDate));
        if (u.FullName.Any(char.IsDigit)) bad.Add("name");
        if (bad.Count > 0) throw new ValidationFailed(bad);
    }
}
//// ValidationErrorsWithValues !
internal sealed class ValidationFailed : Exception
{
    public ValidationFailed(string message) : base(message) { } // LEAK INS3004
}
internal class Rule(string field, Func<User, object?> value, Func<object?, bool> valid)
{
    public string? Check(User u)
    {
        var v = value(u);
        return valid(v) ? null : $"{field} has the invalid value '{v}'";
    }
}
internal class SignupValidator
{
    private static readonly Rule[] Rules =
    [
        new("phone", u => u.Phone, v => v is string { Length: > 5 }),
        new("email", u => u.Email, v => v is string s && s.Contains('@')),
    ];
    public void Validate(User u)
    {
        var errors = Rules.Select(r => r.Check(u)).OfType<string>().ToList();
        if (errors.Count == 0) return;
        throw new ValidationFailed(string.Join(Environment.NewLine, errors));
    }
}
//// RetryThenGiveUp !
internal class MailGateway(ILogger<MailGateway> log)
{
    private readonly int _attempts = 3;
    public async Task SendAsync(User u, string body)
    {
        Exception? last = null;
        for (var i = 1; i <= _attempts; i++)
        {
            try
            {
                await Deliver(u.Email, body);
                log.LogInformation("mail for {Id} sent in attempt {Attempt}", u.Id, i);
                return;
            }
            catch (TimeoutException e)
            {
                last = e;
                log.LogWarning("attempt {Attempt} for {Id} timed out after {Bytes} bytes", i, u.Id, body.Length);
            }
        }
        throw new InvalidOperationException($"gave up on mail for {u.Id} after {_attempts} attempts", last);
    }
    private static Task Deliver(string address, string body) => address.Contains('@') ? Task.CompletedTask : Task.FromException(new TimeoutException());
}
//// LockoutReasonFormatted
static string Holder(User u) => $"{u.FullName} ({u.Plan})";
void EnsureUnlocked(IUsers users, int id, DateTime? lockedUntil)
{
    if (lockedUntil is not { } until || until < DateTime.UtcNow)
        return;
    var holder = Holder(users.Get(id));
    var reason = string.Format("Account of {0} is locked until {1:t}", holder, until);
    throw new InvalidOperationException(reason); // LEAK INS3004
}
//// GuardWithCallerExpression
static class Guard
{
    public static string NotBlank(string? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? expression = null)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"{expression} must not be blank", nameof(value));
        return value;
    }
}
string Recipient(User u)
{
    var mail = Guard.NotBlank(u.Email);
    var phone = Guard.NotBlank(u.Phone);
    return mail + ";" + phone;
}
//// SignUpCollision
class MailTakenException : Exception
{
    public MailTakenException(string mail, Exception? inner)
        : base($"Address {mail} is already taken", inner) // LEAK INS3004
    {
    }
}
async Task Register(Customer candidate, Func<Customer, Task> insert)
{
    try
    {
        await insert(candidate);
    }
    catch (IOException ex)
    {
        var (_, mail, _) = candidate;
        throw new MailTakenException(mail, ex);
    }
}
//// CarriesUserLogsId
class DeliveryException : Exception
{
    public DeliveryException(User recipient, int code) : base($"Delivery failed with code {code}")
    {
        Recipient = recipient;
        Address = recipient.Email;
        Code = code;
    }
    public User Recipient { get; }
    [Pii] public string Address { get; }
    public int Code { get; }
}
void Send(ILogger logger, IUsers users, int id, Func<string, int> smtp)
{
    var user = users.Get(id);
    try
    {
        if (smtp(user.Email) is var code and >= 400)
            throw new DeliveryException(user, code);
    }
    catch (DeliveryException ex)
    {
        logger.LogError(ex, "Delivery to user {UserId} failed: {Code}", ex.Recipient.Id, ex.Code);
    }
}
//// ThrowHelperTwoHops
static class Fail
{
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void NotFound(string kind, object key) => Raise(kind + " not found: " + key);
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    static void Raise(string text) => throw new KeyNotFoundException(text); // LEAK INS3004
}
Customer Find(IReadOnlyList<Customer> customers, User u)
{
    foreach (var c in customers)
    {
        if (string.Equals(c.Email, u.Email, StringComparison.OrdinalIgnoreCase))
            return c;
    }
    Fail.NotFound("customer", u.Email);
    return null!;
}
//// WrapsCarrierInPlainOuter
class RejectedException(string address) : Exception("The relay rejected an address")
{
    [Pii] public string Address { get; } = address;
}
void Notify(ILogger logger, User u, Action<string> relay)
{
    try
    {
        try
        {
            relay(u.Email);
        }
        catch (IOException)
        {
            throw new RejectedException(u.Email);
        }
    }
    catch (RejectedException inner)
    {
        var outer = new InvalidOperationException("Notification was not sent", inner);
        logger.LogError(outer, "Relay problem, type {Type}", outer.InnerException?.GetType().Name);
        throw outer;
    }
}
//// PayrollCap
sealed class Payslip
{
    public int Month { get; init; }
    public decimal Gross { get; init; }
}
static Payslip Slip(User u, int month) => new() { Month = month, Gross = u.Salary };
void Pay(IUsers users, decimal cap)
{
    foreach (var u in users.All())
    {
        var slip = Slip(u, DateTime.UtcNow.Month);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slip.Gross, cap); // LEAK INS3004
    }
}
//// ExceptionDataOtherKey
void Import(ILogger logger, User u, Action<User> store)
{
    try
    {
        store(u);
    }
    catch (IOException ex)
    {
        ex.Data["owner"] = u.Email; // LEAK INS3008
        ex.Data["plan"] = u.Plan;
        Report(logger, ex);
        throw;
    }
}
static void Report(ILogger logger, Exception ex)
{
    var plan = ex.Data["plan"] as string ?? "none";
    logger.LogError("Import failed on plan {Plan}: {Kind}", plan, ex.GetType().Name);
}
//// ExceptionDataDumped
void Import(ILogger logger, User u, Action<User> store)
{
    try
    {
        store(u);
    }
    catch (IOException ex)
    {
        ex.Data["owner"] = u.Phone; // LEAK INS3008
        ex.Data["stage"] = "import";
        Report(logger, ex);
        throw;
    }
}
static void Report(ILogger logger, Exception ex)
{
    var text = new System.Text.StringBuilder();
    foreach (System.Collections.DictionaryEntry entry in ex.Data)
        text.Append(entry.Key).Append('=').Append(entry.Value).Append(' ');
    logger.LogError("Import failed: {Details}", text.ToString()); // LEAK INS3001
}
//// FilterOnAddress
class BouncedException : Exception
{
    [Pii] public required string Address { get; init; }
    public override string Message => "The message bounced";
}
async Task Deliver(ILogger logger, User u, Func<string, Task<bool>> send)
{
    try
    {
        if (!await send(u.Email))
            throw new BouncedException { Address = u.Email };
    }
    catch (BouncedException ex) when (ex.Address.EndsWith("@test.local", StringComparison.Ordinal))
    {
        logger.LogInformation("A test address bounced: {Reason}", ex.Message);
    }
}
//// FilterWritesNote
class BookingException : Exception
{
    public BookingException(User guest) : base("Booking failed") => Guest = guest;
    public User Guest { get; }
}
NLog.Logger _log = NLog.LogManager.GetCurrentClassLogger();
bool Note(string who)
{
    _log.Info("Booking failed for {Who}", who); // LEAK INS3001
    return false;
}
void Book(IUsers users, int id, Action<User> book)
{
    try
    {
        book(users.Get(id));
    }
    catch (BookingException ex) when (Note(ex.Guest.Display()))
    {
        throw;
    }
}
//// MergeTwoUsers
static string Conflict(User left, User right)
{
    var text = $"Cannot merge {left} into {right}";
    if (left.Email == right.Email)
        text += ", same address";
    return text;
}
User Merge(User left, User right)
{
    if (left.Key == right.Key)
        throw new InvalidOperationException(Conflict(left, right));
    return right;
}
//// BillingSwitchArm
decimal Fee(Customer customer) => customer switch
{
    { Level: "gold" } => 0m,
    { Level: "basic" } => 5m,
    null => throw new ArgumentNullException(nameof(customer)),
    var other => throw Unsupported("billing", other),
};
static NotSupportedException Unsupported(string area, object subject)
{
    var text = $"{area} does not support {subject}";
    return new NotSupportedException(text); // LEAK INS3004
}
//// MeasuresInMessage
void CheckProfile(User u)
{
    var blank = u.Aliases.Count(string.IsNullOrEmpty);
    var at = u.Email.IndexOf('@');
    if (at < 0 || blank > 0)
    {
        var text = new System.Text.StringBuilder("Profile of user ").Append(u.Id)
            .Append(": ").Append(blank).Append(" blank aliases, name of ").Append(u.FullName.Length)
            .Append(" characters, @ at ").Append(at).Append(", tier ").Append(u.Tier).ToString();
        throw new FormatException(text);
    }
}
//// BatchCollectsFailures
async Task SyncAll(IUsers users, Func<User, Task> sync)
{
    var failed = new List<string>();
    var errors = new List<Exception>();
    await foreach (var u in users.Stream())
    {
        try
        {
            await sync(u);
        }
        catch (IOException ex)
        {
            failed.Add(u.Email.ToLowerInvariant());
            errors.Add(ex);
        }
    }
    if (failed is [var first, ..])
        throw new AggregateException($"Sync failed, first for {first}", errors); // LEAK INS3004
}
//// BatchCountsFailures
async Task SyncAll(IUsers users, Func<User, Task> sync)
{
    var failed = new HashSet<string>();
    var errors = new List<Exception>();
    await foreach (var u in users.Stream())
    {
        try
        {
            await sync(u);
        }
        catch (IOException ex)
        {
            failed.Add(u.Email);
            errors.Add(ex);
        }
    }
    if (failed.Count > 0)
        throw new AggregateException($"Sync failed for {failed.Count} of all users", errors);
}
//// MessageOverrideAgain
class QuotaException(User owner, int limit) : Exception
{
    public int Limit => limit;
    public override string Message => $"{owner.Email} exceeded {limit} uploads";
}
void Upload(ILogger logger, User u, int used, int limit)
{
    try
    {
        if (used > limit)
            throw new QuotaException(u, limit);
    }
    catch (QuotaException ex)
    {
        var reason = ex.Message;
        logger.LogWarning("Upload refused: {Reason}", reason); // LEAK INS3001
    }
}
//// OwnToStringOfException
class ConflictException : Exception
{
    readonly User _left;
    readonly User _right;
    public ConflictException(string message, User left, User right) : base(message) => (_left, _right) = (left, right);
    public override string ToString() => $"{nameof(ConflictException)}: {_left.Id} against {_right.Id}, same name: {_left.FullName == _right.FullName}";
}
void Resolve(ILogger logger, User a, User b, Action<User, User> merge)
{
    try
    {
        merge(a, b);
    }
    catch (IOException)
    {
        var conflict = new ConflictException("Merge conflict", a, b);
        logger.LogWarning("Unresolved: {Conflict}", conflict.ToString());
    }
}
//// UnknownBand
enum Band { Low, High }
static Band Classify(decimal amount, string argument) => amount switch
{
    > 0 and < 50_000 => Band.Low,
    >= 50_000 => Band.High,
    _ => throw new ArgumentOutOfRangeException(argument, amount, "No band for this amount"), // LEAK INS3004
};
Dictionary<Guid, Band> Bands(IUsers users)
{
    var result = new Dictionary<Guid, Band>();
    foreach (var u in users.All())
    {
        var yearly = u.Salary;
        result[u.Key] = Classify(yearly, nameof(users));
    }
    return result;
}
//// ProbeThenRename
async Task Probe(User u, Func<string, Task<bool>> probe)
{
    var subject = u.Email;
    var attempts = 0;
    while (attempts++ < 3)
    {
        if (await probe(subject))
            return;
    }
    subject = "user #" + u.Id;
    throw new TimeoutException($"No reply for {subject} after {attempts} attempts");
}
//// FactoryOfOwnException
class AccountLockedException : Exception
{
    private AccountLockedException(string message)
        : base(message) { } // LEAK INS3004
    public static AccountLockedException For(User u, int attempts)
    {
        var who = u.FullName.ToUpperInvariant();
        return new AccountLockedException($"{who} is locked after {attempts} attempts");
    }
}
void SignIn(User u, int attempts)
{
    if (attempts > 5)
        throw AccountLockedException.For(u, attempts);
}
//// ImportRowFails
(int Line, string Label) Locate(List<User> rows, int index) => (index + 1, rows[index].FullName);
void Import(List<User> rows, Action<User> store)
{
    for (int i = 0; i < rows.Count; i++)
    {
        try
        {
            store(rows[i]);
        }
        catch (FormatException ex)
        {
            var place = Locate(rows, i);
            var text = string.Format("Line {0} ({1}) cannot be read", place.Line, place.Label);
            throw new InvalidDataException(text, ex); // LEAK INS3004
        }
    }
}
//// BuiltThenLogged
static Exception Rejected(User u, string why)
{
    string text = "Rejected " + u.Phone + ": " + why;
    return new InvalidOperationException(text); // LEAK INS3004
}
void Call(ILogger logger, IUsers users, int id)
{
    var problem = Rejected(users.Get(id), "no such line");
    logger.LogWarning("Call failed: {Reason}", problem.Message); // LEAK INS3001
}
//// MessageWithoutAddress
class MailboxFullException : Exception
{
    [Pii] public string Address { get; }
    public MailboxFullException(string address, int size) : base($"The mailbox is full ({size} MB)") => Address = address;
}
void Deliver(ILogger logger, User u, Action<string> retryLater)
{
    try
    {
        if (u.Roles.Count > 3)
            throw new MailboxFullException(u.Email, 50);
    }
    catch (MailboxFullException ex)
    {
        retryLater(ex.Address);
        logger.LogError(ex, "Delivery failed: {Message}", ex.Message);
    }
}
//// CaughtAddressLogged
class BouncedException : Exception
{
    [Pii] public string Recipient { get; }
    public int Code { get; }
    public BouncedException(string recipient, int code) : base("A message bounced")
    {
        Recipient = recipient;
        Code = code;
    }
}
void Send(User u, Func<string, int> smtp)
{
    int code = smtp(u.Email);
    if (code >= 500)
        throw new BouncedException(u.Email, code);
}
void SendAll(ILogger logger, IUsers users, Func<string, int> smtp)
{
    foreach (var u in users.All())
    {
        try { Send(u, smtp); }
        catch (BouncedException ex)
        {
            var details = new { ex.Code, To = ex.Recipient };
            logger.LogWarning("Bounced with {Code}: {To}", details.Code, details.To); // LEAK INS3001
        }
    }
}
//// GuardWithText
static class Require
{
    public static void That(bool condition, Func<string> text)
    {
        if (!condition)
            Fail(text());
    }
    static void Fail(string message)
    {
        throw new ArgumentException(message); // LEAK INS3004
    }
}
void Promote(User u)
{
    Require.That(u.IsAdmin, () => $"{u.Email} may not be promoted");
}
//// GuardNamesExpression
static string NotBlank(string? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? expression = null)
{
    if (string.IsNullOrWhiteSpace(value))
        throw new ArgumentException($"{expression} must not be blank", expression);
    return value;
}
void Register(User u, Action<string, string> store)
{
    var mail = NotBlank(u.Email);
    var phone = NotBlank(u.Phone?.Trim());
    store(mail, phone);
}
//// DataHoldsSizes
void Check(User u, string path)
{
    try
    {
        File.Delete(path);
    }
    catch (IOException ex)
    {
        var name = u.FullName;
        ex.Data["nameLength"] = name.Length;
        ex.Data["hasPhone"] = u.Phone != null;
        ex.Data["user"] = u.Id;
        throw;
    }
}
//// DataHelper
static T Annotate<T>(T exception, params (string Key, object? Value)[] facts) where T : Exception
{
    foreach (var (key, value) in facts)
        exception.Data[key] = value; // LEAK INS3008
    return exception;
}
void Charge(User u, decimal amount)
{
    if (amount > 1000)
        throw Annotate(new InvalidOperationException("Limit exceeded"), ("amount", amount), ("payer", u.Email));
}
//// ActualValueInMessage
static void CheckPhone(string number)
{
    if (number.Any(char.IsLetter))
        throw new ArgumentOutOfRangeException(nameof(number), number, "Only digits are allowed"); // LEAK INS3004
}
void Save(User u, Action<User> store)
{
    string number = (u.Phone ?? "").Replace(" ", "");
    CheckPhone(number);
    store(u);
}
//// NameOfParameterInMessage
static void CheckPhone(string number)
{
    if (number.Any(char.IsLetter))
        throw new ArgumentOutOfRangeException(nameof(number), "Only digits are allowed");
    if (number.Length < 5)
        throw new ArgumentException($"{number.Length} digits are too few", nameof(number));
}
void Save(User u, Action<User> store)
{
    string number = (u.Phone ?? "").Replace(" ", "");
    CheckPhone(number);
    store(u);
}
//// CodesIntoTexts
enum Problem { None, NoMail, NoName }
static readonly Dictionary<Problem, string> Texts = new() { [Problem.NoMail] = "The mail address is missing", [Problem.NoName] = "The name is missing" };
static Problem Validate(User u)
{
    if (!u.Email.Contains('@')) return Problem.NoMail;
    return u.FullName == "" ? Problem.NoName : Problem.None;
}
void Save(User u)
{
    var problem = Validate(u);
    if (problem != Problem.None)
        throw new InvalidOperationException($"{problem}: {Texts[problem]}");
}
//// ValidationSummary
static IEnumerable<string> Problems(User u)
{
    if (u.Roles.Count == 0)
        yield return "no roles";
    if (!u.Email.EndsWith(".org"))
        yield return $"'{u.Email}' is not of our domain";
}
void Save(User u)
{
    var problems = Problems(u).ToList();
    if (problems.Count > 0)
    {
        var summary = string.Join("; ", problems);
        throw new System.ComponentModel.DataAnnotations.ValidationException(summary); // LEAK INS3004
    }
}
//// MissingKeyCounts
static TValue Find<TKey, TValue>(Dictionary<TKey, TValue> map, TKey key) where TKey : notnull
{
    if (map.TryGetValue(key, out var value))
        return value;
    throw new KeyNotFoundException($"None of the {map.Count} keys of type {typeof(TKey).Name} fits");
}
int Visits(Dictionary<string, int> visitsByMail, User u) => Find(visitsByMail, u.Email.ToLowerInvariant());
//// TextReplacedBeforeThrow
void Withdraw(User u, decimal amount, Action<string> notify)
{
    var message = $"{u.FullName} has no cover for {amount}";
    if (amount > u.Salary)
    {
        notify(message);
        message = "The account has no cover";
        throw new InvalidOperationException(message);
    }
}
//// OwnBaseChain
abstract class ShopException : Exception
{
    public int Code { get; }
    protected ShopException(int code, string message, Exception? inner = null)
        : base($"[{code}] {message}", inner) // LEAK INS3004
    {
        Code = code;
    }
}
sealed class CustomerBlockedException : ShopException
{
    public CustomerBlockedException(string who) : base(4031, who + " may not order") { }
}
void Order(Customer c)
{
    if (c.Level == "blocked")
        throw new CustomerBlockedException(c.Email);
}
//// PropertyStaysInException
sealed class MailRejectedException : Exception
{
    public string Address { get; }
    public MailRejectedException(string address) : base("The mail server rejected the receiver") => Address = address;
}
void Deliver(User u) => throw new MailRejectedException(u.Email);
void Send(IUsers users, int id, ILogger log)
{
    try
    {
        Deliver(users.Get(id));
    }
    catch (MailRejectedException ex)
    {
        log.LogError(ex, "Mail for user {Id} was rejected: {Reason}", id, ex.Message);
    }
}
//// MessageIsOverridden
sealed class BookingConflictException : Exception
{
    readonly string _guest;
    public BookingConflictException(string guest) : base("conflict") => _guest = guest;
    public override string Message => "The room is booked by " + _guest;
}
void Book(User current, DateTime day)
{
    if (day < DateTime.Today.AddDays(3))
        throw new BookingConflictException(current.FullName);
}
void TryBook(User current, DateTime day, ILogger log)
{
    try { Book(current, day); }
    catch (BookingConflictException ex)
    {
        log.LogWarning("Booking failed: {Reason}", ex.Message); // LEAK INS3001
    }
}
//// DataEntryOfReceiver
static TException With<TException>(TException ex, string key, object? value) where TException : Exception
{
    ex.Data[key] = value; // LEAK INS3008
    return ex;
}
void Pay(User u, decimal amount)
{
    if (amount <= 0)
        throw With(new InvalidOperationException("Payment refused"), "phone", u.Phone);
}
//// FilterOnlyLooks
sealed class SignupException : Exception
{
    public string Address { get; }
    public SignupException(string address) : base("Signup failed") => Address = address;
}
void Create(User u) => throw new SignupException(u.Email);
void Signup(User u, ILogger log)
{
    try { Create(u); }
    catch (SignupException ex) when (ex.Address.EndsWith("@example.org"))
    {
        log.LogInformation("Test account was refused, {Length} characters", ex.Address.Length);
    }
    catch (SignupException ex) when (ex.Address == u.Manager?.Email)
    {
        log.LogWarning(ex, "Same address as the manager");
    }
}
//// FilterNotes
sealed class TransferException : Exception
{
    public string Holder { get; }
    public TransferException(string holder) : base("Transfer failed") => Holder = holder;
}
static bool Note(TransferException ex)
{
    var who = ex.Holder.Trim();
    Console.Error.WriteLine($"transfer of {who} failed"); // LEAK INS3005
    return false;
}
void Start(User u) => throw new TransferException(u.FullName);
void Transfer(User u)
{
    try { Start(u); }
    catch (TransferException ex) when (Note(ex)) { }
}
//// ResultBecomesException
sealed class Outcome
{
    public bool Ok { get; private init; }
    public string? Error { get; private init; }
    public static Outcome Success { get; } = new() { Ok = true };
    public static Outcome Fail(string error) => new() { Error = error };
    public void ThrowIfFailed()
    {
        if (!Ok)
            throw new InvalidOperationException(Error); // LEAK INS3004
    }
}
Outcome Check(User u) => u.Aliases.Length > 5 ? Outcome.Fail("Too many aliases for " + u.Email) : Outcome.Success;
void Save(IUsers users, int id)
{
    var outcome = Check(users.Get(id));
    outcome.ThrowIfFailed();
}
//// ExceptionBecomesCode
enum Failure { None, AddressTaken, AddressMalformed }
sealed class AddressException : Exception
{
    public Failure Failure { get; }
    public string Address { get; }
    public AddressException(Failure failure, string address) : base("Address problem: " + failure)
    {
        Failure = failure;
        Address = address;
    }
}
void Change(IUsers users, User u)
{
    if (!u.Email.Contains('@')) throw new AddressException(Failure.AddressMalformed, u.Email);
    if (users.All().Any(x => x.Email == u.Email)) throw new AddressException(Failure.AddressTaken, u.Email);
}
Failure Try(IUsers users, User u)
{
    try { Change(users, u); return Failure.None; }
    catch (AddressException ex) { return ex.Failure; }
}
void Run(IUsers users, User u, ILogger log) => log.LogInformation("Change of {Id}: {Failure}", u.Id, Try(users, u));
//// ProblemDetailNamesPerson
static string Describe(User u) => $"{u.FullName} has no rights in {u.Plan}";
static void Fill(Microsoft.AspNetCore.Mvc.ProblemDetails problem, string text)
{
    problem.Title = "Forbidden";
    problem.Status = 403;
    problem.Detail = text; // LEAK INS3008
}
Microsoft.AspNetCore.Mvc.ProblemDetails Forbid(User u)
{
    var problem = new Microsoft.AspNetCore.Mvc.ProblemDetails();
    Fill(problem, Describe(u));
    return problem;
}
//// ProblemDetailOfId
sealed class LockedOutException : Exception
{
    public User Account { get; }
    public LockedOutException(User account) : base("The account is locked") => Account = account;
}
Microsoft.AspNetCore.Mvc.ProblemDetails ToProblem(LockedOutException ex)
{
    var problem = new Microsoft.AspNetCore.Mvc.ProblemDetails();
    problem.Detail = ex.Message;
    problem.Instance = "/accounts/" + ex.Account.Id;
    problem.Extensions["tier"] = ex.Account.Tier;
    problem.Extensions["hasPhone"] = ex.Account.Phone is not null;
    return problem;
}
Microsoft.AspNetCore.Mvc.ProblemDetails? SignIn(User u)
{
    try { throw new LockedOutException(u); }
    catch (LockedOutException ex) { return ToProblem(ex); }
}
//// GuardNamesOnly
static class Guard
{
    public static string NotEmpty(string? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
        => string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"{name} must not be empty", name) : value;
    public static string MaxLength(string value, int max, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
        => value.Length > max ? throw new ArgumentException($"{name} has {value.Length} characters, allowed are {max}") : value;
}
string Normalise(User u)
{
    var mail = Guard.NotEmpty(u.Email);
    var phone = Guard.NotEmpty(u.Phone, nameof(u.Phone));
    Guard.MaxLength(u.FullName, 80);
    return mail.ToLowerInvariant() + "/" + phone;
}
//// GuardShowsValue
static class Ensure
{
    public static string Matches(string value, string pattern, string name)
    {
        if (System.Text.RegularExpressions.Regex.IsMatch(value, pattern)) return value;
        throw new FormatException($"{name} '{value}' does not match {pattern}"); // LEAK INS3004
    }
}
void Check(IUsers users, int id)
{
    var u = users.Get(id);
    foreach (var alias in u.Aliases)
        Ensure.Matches(alias, "^[a-z]+$", "alias");
}
//// ActualValueIsShown
static decimal InRange(decimal value, decimal min, string name)
{
    if (value < min)
        throw new ArgumentOutOfRangeException(name, value, "Below the legal minimum"); // LEAK INS3004
    return value;
}
decimal Net(User u)
{
    var gross = InRange(u.Salary, 1200m, "salary");
    return gross * 0.7m;
}
//// AggregateIsCounted
sealed class PushFailedException : Exception
{
    public string Phone { get; }
    public PushFailedException(string phone) : base("Push failed") => Phone = phone;
}
Task Push(User u) => u.Phone is null ? Task.CompletedTask : Task.FromException(new PushFailedException(u.Phone));
void PushAll(IUsers users, ILogger log)
{
    try { Task.WaitAll(users.All().Select(Push).ToArray()); }
    catch (AggregateException all)
    {
        var flat = all.Flatten();
        var kinds = flat.InnerExceptions.GroupBy(e => e.GetType().Name).Select(g => g.Key + "=" + g.Count());
        var distinct = flat.InnerExceptions.OfType<PushFailedException>().Select(e => e.Phone).Distinct().Count();
        log.LogError(all, "{Count} pushes failed ({Kinds}), {Distinct} numbers", flat.InnerExceptions.Count, string.Join(",", kinds), distinct);
    }
}
//// WrapKeepsMessageNeutral
sealed class LookupException : Exception
{
    public string Term { get; }
    public LookupException(string term) : base("Lookup failed") => Term = term;
}
User Find(IUsers users, string term) => users.All().FirstOrDefault(x => x.Email == term) ?? throw new LookupException(term);
User Load(IUsers users, User asked)
{
    try { return Find(users, asked.Email); }
    catch (LookupException ex)
    {
        throw new InvalidOperationException($"User {asked.Id} cannot be loaded: {ex.Message}", ex);
    }
}
//// CaughtMessageTravels
void Route(User u)
{
    if (u.Home.Country != "DE")
        throw new NotSupportedException("No carrier for " + u.Home.City); // LEAK INS3004
}
string? TryRoute(User u)
{
    try { Route(u); return null; }
    catch (NotSupportedException ex) { return ex.Message; }
}
void Ship(IUsers users, int id, ILogger log)
{
    var reason = TryRoute(users.Get(id));
    if (reason is not null)
        log.LogWarning("Parcel stays here: {Reason}", reason); // LEAK INS3001
}
//// CaughtMessageHasId
sealed class QuotaException : Exception
{
    public QuotaException(string text) : base(text) { }
}
static string Text(User u) => u.FullName.Length > 0 ? $"User {u.Id} ({u.Plan}) is over quota" : "Anonymous is over quota";
void Upload(User u)
{
    if (u.Roles.Count == 0)
        throw new QuotaException(Text(u));
}
void TryUpload(User u, ILogger log)
{
    try { Upload(u); }
    catch (QuotaException ex)
    {
        log.LogWarning(ex, "Upload refused: {Reason}", ex.Message);
        Console.Error.WriteLine(ex);
    }
}

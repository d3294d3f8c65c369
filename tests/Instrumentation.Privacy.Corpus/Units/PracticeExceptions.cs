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
class StageException(string stage, Exception inner) : Exception("stage " + stage + " failed", inner);
void M(User u)
{
    try { decimal.Parse(u.Plan); }
    catch (FormatException e)
    {
        throw new StageException("payroll of " + u.FullName, e); // LEAK INS3004
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
    public AccountOwnerException(string message) : base(message) { }
    public static AccountOwnerException For(User owner, string operation)
    {
        var who = owner.IsAdmin ? "an administrator" : owner.Display();
        return new AccountOwnerException(operation + " is not allowed for " + who); // LEAK INS3004
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
    public ValidationFailed(string message) : base(message) { }
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
        throw new ValidationFailed(string.Join(Environment.NewLine, errors)); // LEAK INS3004
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
        : base($"Address {mail} is already taken", inner)
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
        throw new MailTakenException(mail, ex); // LEAK INS3004
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
        : base(message) { }
    public static AccountLockedException For(User u, int attempts)
    {
        var who = u.FullName.ToUpperInvariant();
        return new AccountLockedException($"{who} is locked after {attempts} attempts"); // LEAK INS3004
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
        : base($"[{code}] {message}", inner)
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
        throw new CustomerBlockedException(c.Email); // LEAK INS3004
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
//// UserNotFound
public User Find(IUsers users, int id, string plan)
{
    var user = users.Get(id) ?? throw new KeyNotFoundException($"No user {id} on {plan}");
    if (user.Phone is null) throw new InvalidOperationException("User " + user.Id + " has no phone");
    if (user.Tier != Tier.Paid) throw new NotSupportedException($"{user.Tier} of {user.Key}");
    if (user.Email.Length > 254) throw new FormatException($"mail has {user.Email.Length} characters");
    return user;
}

//// DuplicateAccount
public void Register(IUsers users, User fresh)
{
    foreach (var other in users.All())
    {
        if (other.Id == fresh.Id) throw new ArgumentException("duplicate id " + fresh.Id, nameof(fresh));
        if (other.Email == fresh.Email)
        {
            var message = string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} is taken by {1}", fresh.Email, other.Id);
            throw new InvalidOperationException(message); // LEAK INS3004
        }
    }
}

//// GuardClauses
internal string Greet(User user, string language)
{
    ArgumentNullException.ThrowIfNull(user);
    ArgumentException.ThrowIfNullOrWhiteSpace(user.FullName);
    ArgumentException.ThrowIfNullOrEmpty(user.Email);
    return language switch
    {
        "de" => "Hallo " + user.FullName,
        "fr" => "Bonjour " + user.FullName,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "unsupported language"),
    };
}

//// QuietException !
internal sealed class DeliveryFailed : Exception
{
    public DeliveryFailed(string recipient, int code) : base("delivery failed with " + code) { Recipient = recipient; Code = code; }
    public string Recipient { get; }
    public int Code { get; }
}
internal sealed class Postman
{
    private readonly ILogger<Postman> _log;
    public Postman(ILogger<Postman> log) => _log = log;
    private static void Send(string to, int code) { if (code != 250) throw new DeliveryFailed(to, code); }
    public bool Try(User user, int code)
    {
        try { Send(user.Email, code); return true; }
        catch (DeliveryFailed failed)
        {
            _log.LogWarning("Failure {Code}: {Message}", failed.Code, failed.Message);
            return failed.Recipient.EndsWith(".invalid");
        }
    }
}

//// ExceptionProperty !
internal class PatientException : Exception
{
    public PatientException(string text, string patient) : base(text) => Patient = patient;
    public string Patient { get; }
}
internal sealed class OverdoseException : PatientException
{
    public OverdoseException(User patient, double dose) : base("dose too high", patient.FullName) => Dose = dose;
    public double Dose { get; }
}
internal sealed class Pharmacy
{
    public void Dispense(User patient, double dose, ILogger log)
    {
        try
        {
            if (dose > 2.5) throw new OverdoseException(patient, dose);
        }
        catch (PatientException e) when (e is OverdoseException { Dose: var d })
        {
            log.LogError("Refused {Dose}: {Text}", d, e.Message);
            log.LogError("Refused for {Patient}", e.Patient); // LEAK INS3001
        }
    }
}

//// BaseMessage !
internal class DomainException : Exception
{
    public DomainException(string code, string detail) : base($"[{code}] {detail}") => Code = code;
    public string Code { get; }
}
internal sealed class Enrolment
{
    public void Check(User pupil, int year)
    {
        if (year < 1) throw new DomainException("YEAR", "year " + year + " of " + pupil.Id);
        if (pupil.BirthDate.AddYears(4) > DateTime.Today)
            throw new DomainException("AGE", $"{pupil.FullName} is too young"); // LEAK INS3004
    }
}

//// ExceptionData
public void Charge(User user, decimal amount)
{
    if (amount < 0) throw new InvalidOperationException("negative") { Data = { ["user"] = user.Id, ["plan"] = user.Plan } };
    if (amount > 9999) throw new InvalidOperationException("too much") { Data = { ["card"] = user.Phone } }; // LEAK INS3008
}

//// ExceptionFactory
private static Exception Malformed(string what, string value) => new FormatException(what + " is malformed: " + value); // LEAK INS3004
private static Exception Missing(string what) => new FormatException(what + " is missing");
public void Validate(User user)
{
    if (user.Home.City == "") throw Missing("city");
    if (user.Phone is null) throw Missing("phone");
    if (!user.Phone.All(char.IsAsciiDigit)) throw Malformed("phone", user.Phone);
}

//// WrappedImport
public int Import(IEnumerable<string> lines, Func<string, User> parse)
{
    var last = "";
    var number = 0;
    try
    {
        foreach (var line in lines)
        {
            number++;
            last = parse(line).Display();
        }
    }
    catch (FormatException e)
    {
        throw new InvalidDataException("line " + number, e);
    }
    catch (OverflowException e)
    {
        throw new InvalidDataException($"line {number}, after {last}", e); // LEAK INS3004
    }
    return number;
}

//// AggregatedFailures
public void CheckAll(List<User> users)
{
    var failures = new List<Exception>();
    foreach (var user in users)
    {
        try { if (user.Email is "" or "x") throw new ArgumentException("bad mail of " + user.Id); }
        catch (ArgumentException e) { failures.Add(e); }
    }
    if (failures.Count > 0) throw new AggregateException($"{failures.Count} of {users.Count} failed", failures);
}

//// ErrorCodes
private enum Fault { None, Mail, Phone, Age }
private static readonly Dictionary<Fault, string> Texts = new() { [Fault.Mail] = "mail is invalid", [Fault.Phone] = "phone is invalid", [Fault.Age] = "minor" };
private static Fault Inspect(User user)
{
    if (!user.Email.Contains('@')) return Fault.Mail;
    if (user.Phone is { } p && p.Any(char.IsLetter)) return Fault.Phone;
    return user.BirthDate.AddYears(18) > DateTime.UtcNow ? Fault.Age : Fault.None;
}
public void Accept(User user, ILogger log)
{
    var fault = Inspect(user);
    if (fault == Fault.None) return;
    log.LogWarning("User {Id}: {Fault}", user.Id, fault);
    throw new System.ComponentModel.DataAnnotations.ValidationException(Texts[fault]);
}

//// ResultType !
internal readonly struct Result<T>
{
    private Result(T? value, string? error) { Value = value; Error = error; }
    public T? Value { get; }
    public string? Error { get; }
    public bool Ok => Error is null;
    public static Result<T> Success(T value) => new(value, null);
    public static Result<T> Fail(string error) => new(default, error);
    public Result<R> Map<R>(Func<T, R> f) => Ok ? Result<R>.Success(f(Value!)) : Result<R>.Fail(Error!);
}
internal sealed class Visa
{
    public void Apply(User user, ILogger log)
    {
        var age = user.BirthDate > new DateTime(2010, 1, 1) ? Result<User>.Fail("minor") : Result<User>.Success(user);
        log.LogInformation("Granted: {Ok}", age.Ok);
        var boss = user.Manager is null ? Result<int>.Fail(user.FullName + " has no sponsor") : Result<int>.Success(user.Manager.Id);
        log.LogInformation("Sponsor {Sponsor}", boss.Value);
        if (!boss.Ok) log.LogInformation("Refused: {Error}", boss.Map(x => x + 1).Error); // LEAK INS3001
    }
}

//// JsonIgnored !
internal sealed class Reservation
{
    public int Table { get; set; }
    public DateTime At { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Guest { get; set; } = "";
    [System.Text.Json.Serialization.JsonIgnore] public User? Host { get; set; }
}
internal sealed class Restaurant
{
    public void Reserve(User guest, ILogger log)
    {
        var reservation = new Reservation { Table = 4, At = DateTime.UtcNow, Guest = guest.FullName, Host = guest };
        var json = System.Text.Json.JsonSerializer.Serialize(reservation);
        log.LogInformation("Reserved {Json}", json);
    }
}

//// JsonWhole !
internal sealed class Prescription
{
    public string Drug { get; set; } = "";
    [Pii] public string Patient { get; set; } = "";
}
internal sealed class Ward
{
    private static readonly System.Text.Json.JsonSerializerOptions Options = new() { WriteIndented = true };
    public void Prescribe(Prescription prescription, ILogger log)
    {
        var slim = System.Text.Json.JsonSerializer.Serialize(new { prescription.Drug, Named = prescription.Patient.Length > 0 }, Options);
        log.LogInformation("Slim {Slim}", slim);
        var text = System.Text.Json.JsonSerializer.Serialize(prescription, Options);
        log.LogInformation("{Chars} chars", text.Length);
        log.LogInformation("Full {Text}", text); // LEAK INS3007
    }
}

//// WrongIgnore !
internal sealed class CardHolder
{
    public int Number { get; set; }
    [Pii, Newtonsoft.Json.JsonIgnore] public string Holder { get; set; } = "";
}
internal sealed class CardService
{
    public void Issue(CardHolder card, ILogger log)
    {
        var first = Newtonsoft.Json.JsonConvert.SerializeObject(card);
        log.LogInformation("Issued {Card}", first);
        var second = System.Text.Json.JsonSerializer.Serialize(card);
        log.LogInformation("Issued {Card}", second); // LEAK INS3007
    }
}

//// NewtonsoftPayload
private readonly HttpClient _http;
private readonly ILogger<Unit> _log;
public Unit(HttpClient http, ILogger<Unit> log) { _http = http; _log = log; }
public async Task Push(User user)
{
    var payload = Newtonsoft.Json.JsonConvert.SerializeObject(user.Home);
    using var content = new StringContent(payload, System.Text.Encoding.UTF8, "application/json");
    var answer = await _http.PostAsync("https://crm.example/addresses", content);
    _log.LogInformation("CRM answered {Status} to {Bytes} bytes", answer.StatusCode, payload.Length);
    if (!answer.IsSuccessStatusCode) _log.LogError("CRM refused {Payload}", payload); // LEAK INS3007
}

//// XmlInvoice !
public sealed class Invoice
{
    public int Number { get; set; }
    public decimal Total { get; set; }
    [Pii, System.Xml.Serialization.XmlIgnore] public string Payer { get; set; } = "";
}
internal sealed class Billing
{
    public void Send(Invoice invoice, ILogger log)
    {
        var serializer = new System.Xml.Serialization.XmlSerializer(typeof(Invoice));
        using var writer = new StringWriter();
        serializer.Serialize(writer, invoice);
        log.LogInformation("Invoice {Xml}", writer.ToString());
        log.LogInformation("Payer known: {Known}", !string.IsNullOrEmpty(invoice.Payer));
    }
}

//// Utf8Bytes
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Publish(Customer customer)
{
    byte[] message = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(customer);
    _log.LogInformation("Published {Size}", message.Length);
    var body = System.Text.Encoding.UTF8.GetString(message);
    _log.LogInformation("Published {Body}", body); // LEAK INS3007
}

//// JsonClone
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public User? Clone(User user)
{
    var text = System.Text.Json.JsonSerializer.Serialize(user);
    var copy = System.Text.Json.JsonSerializer.Deserialize<User>(text);
    _log.LogInformation("Cloned {Id} on {Plan}", copy?.Id, copy?.Plan);
    return copy;
}

//// SerialisedIds
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
public void Notify(IEnumerable<User> users)
{
    var due = users.Where(u => u.BirthDate.Month == DateTime.Today.Month).ToList();
    _log.LogInformation("Ids {Ids}", System.Text.Json.JsonSerializer.Serialize(due.Select(u => u.Id)));
    _log.LogInformation("Tiers {Tiers}", System.Text.Json.JsonSerializer.Serialize(due.ToDictionary(u => u.Id, u => u.Tier)));
    Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(due.Select(u => u.Email))); // LEAK INS3005
}

//// RedactedMail
private readonly Microsoft.Extensions.Compliance.Redaction.Redactor _redactor;
private readonly ILogger<Unit> _log;
public Unit(Microsoft.Extensions.Compliance.Redaction.IRedactorProvider provider, ILogger<Unit> log) { _redactor = provider.GetRedactor("private"); _log = log; }
public void Reset(User user)
{
    var safe = _redactor.Redact(user.Email);
    _log.LogInformation("Reset for {Mail}", safe);
    using (_log.BeginScope("phone {Phone}", _redactor.Redact(user.Phone)))
        if (user.IsAdmin) throw new UnauthorizedAccessException("admin " + safe + " may not reset");
}

//// HashedIdentity
private static string Pseudonym(User user)
{
    using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
    hash.AppendData(System.Text.Encoding.UTF8.GetBytes(user.Email));
    return Convert.ToBase64String(hash.GetHashAndReset());
}
public void Sync(User user, ILogger log)
{
    log.LogInformation("Sync of {Pseudonym}", Pseudonym(user));
    log.LogInformation("Shard {Shard}", Math.Abs(user.Email.GetHashCode() % 16));
    if (user.Plan == "") throw new InvalidOperationException("no plan for " + Pseudonym(user));
}

//// LineBreakSanitizer
private readonly ILogger<Unit> _log;
public Unit(ILogger<Unit> log) => _log = log;
private static string Sanitize(string? text) => (text ?? "").Replace("\r", "").Replace("\n", " ").Trim();
public void Feedback(User user, string comment)
{
    _log.LogInformation("Comment of {Size}", Sanitize(comment).Length);
    _log.LogInformation("On plan {Plan}", Sanitize(user.Plan));
    _log.LogInformation("From {Name}", Sanitize(user.FullName)); // LEAK INS3001
}

//// Asterisks
private static string Mask(string? secret) => secret is null ? "-" : new string('*', secret.Length);
public void Show(User user)
{
    Console.WriteLine("phone " + Mask(user.Phone));
    Console.WriteLine("wage " + Mask(user.Salary.ToString("F2")));
    if (Mask(user.FullName).Length < 2) throw new FormatException("name is too short: " + Mask(user.FullName));
}

//// SanitizerChoice !
internal interface ISanitizer { string Clean(string text); }
internal sealed class DropAll : ISanitizer { public string Clean(string text) => text.Length == 0 ? "empty" : "hidden"; }
internal sealed class KeepAll : ISanitizer { public string Clean(string text) => text; }
internal sealed class ChatServer
{
    private readonly ISanitizer _sanitizer;
    private readonly DropAll _strict = new();
    public ChatServer(bool development) => _sanitizer = development ? new KeepAll() : new DropAll();
    public void Join(User user, ILogger log)
    {
        log.LogInformation("Join of {Name}", _strict.Clean(user.FullName));
        log.LogInformation("Join from {City}", _sanitizer.Clean(user.Home.City)); // LEAK INS3001
    }
}

//// LetterFiles
public async Task Write(IReadOnlyList<User> users, string folder)
{
    await File.WriteAllLinesAsync(Path.Combine(folder, "ids.txt"), users.Select(u => u.Id.ToString()));
    File.AppendAllText(Path.Combine(folder, "count.txt"), users.Count(u => u.Salary > 1000) + "\n");
    var letters = new System.Text.StringBuilder();
    foreach (var user in users) letters.AppendLine("Dear " + user.FullName + ",");
    await File.WriteAllTextAsync(Path.Combine(folder, "letters.txt"), letters.ToString()); // LEAK INS3008
}

//// MemoryReport
public long Build(IEnumerable<User> users)
{
    using var memory = new MemoryStream();
    using (var writer = new StreamWriter(memory, leaveOpen: true))
        foreach (var user in users) writer.WriteLine(user.Email);
    using (var file = new StreamWriter("sizes.log", append: true))
        file.WriteLine(memory.Length);
    return memory.Length;
}

//// CookieJar
public async Task Login(Microsoft.AspNetCore.Http.HttpContext context, User user)
{
    context.Response.Cookies.Append("uid", user.Key.ToString("N"));
    context.Response.Headers["X-Plan"] = user.Plan;
    context.Response.Cookies.Append("remember", user.Email); // LEAK INS3008
    await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, user.Phone is null ? "add a phone" : "complete");
}

//// GeoLookup
private readonly HttpClient _http;
public Unit(HttpClient http) => _http = http;
public async Task<string> Locate(User user)
{
    var weather = await _http.GetStringAsync($"https://weather.example/{user.Home.Country}");
    var query = Uri.EscapeDataString(user.Home.Street + " " + user.Home.City);
    var place = await _http.GetStringAsync("https://geo.example/search?q=" + query); // LEAK INS3008
    return weather + place;
}

//// ErrorMiddleware !
internal sealed class ErrorMiddleware
{
    private readonly Microsoft.AspNetCore.Http.RequestDelegate _next;
    private readonly ILogger<ErrorMiddleware> _log;
    private readonly IUsers _users;
    public ErrorMiddleware(Microsoft.AspNetCore.Http.RequestDelegate next, ILogger<ErrorMiddleware> log, IUsers users) { _next = next; _log = log; _users = users; }
    public async Task InvokeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var user = await _users.GetAsync(1, context.RequestAborted);
        context.Items["mail"] = user.Email;
        try
        {
            await _next(context);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            _log.LogWarning("{Type} in {Trace} for {Id}", e.GetType().Name, context.TraceIdentifier, user.Id);
            context.Response.StatusCode = user.Tier == Tier.Paid ? 503 : 429;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "try again later");
        }
    }
}

//// InheritedMark !
internal interface IGuest { [Pii] string Name { get; } int Nights { get; } }
internal abstract class Lodger : IGuest
{
    public abstract string Name { get; }
    public abstract int Nights { get; }
}
internal sealed class Camper : Lodger
{
    public override string Name { get; } = "";
    public override int Nights => 2;
    [Corpus.Private] public string Plate { get; set; } = "";
    public string Pitch { get; set; } = "";
}
internal sealed class Campsite
{
    public void Arrive(Camper camper)
    {
        if (camper.Nights > 14) throw new InvalidOperationException($"{camper.Nights} nights on {camper.Pitch}");
        if (camper.Pitch == "") throw new InvalidOperationException("no pitch for " + camper.Name); // LEAK INS3004
        if (camper.Plate == "") throw new InvalidOperationException("no plate on " + camper.Pitch);
        Console.WriteLine("car " + camper.Plate.ToUpperInvariant()); // LEAK INS3005
    }
}

//// SilentRecord !
internal sealed record Donor(int Id, [Pii] string Name, [Pii] string Group)
{
    public override string ToString() => "Donor " + Id;
}
internal sealed class BloodBank
{
    public void Donate(Donor donor, ILogger log)
    {
        log.LogInformation("Thanks {Donor}", donor);
        Console.WriteLine(donor);
        var ok = donor.Group is "0-" or "0+";
        if (!ok && donor.Name.Length == 0) throw new InvalidOperationException($"{donor} is anonymous");
    }
}

//// ReturnsService !
internal sealed record ReturnRequest(int Order, User Buyer, string Reason);
internal interface IReturnStore { Task Save(ReturnRequest request, CancellationToken cancel); Task<int> OpenReturns(string mail, CancellationToken cancel); }
internal sealed class ReturnRefused : Exception
{
    public ReturnRefused(string rule, int order) : base($"return of {order} refused by {rule}") => Rule = rule;
    public string Rule { get; }
}
internal abstract class ReturnRule
{
    public virtual string Name => GetType().Name;
    public abstract Task<bool> Allows(ReturnRequest request, CancellationToken cancel);
}
internal sealed class OpenLimit(IReturnStore store) : ReturnRule
{
    public override async Task<bool> Allows(ReturnRequest request, CancellationToken cancel) => await store.OpenReturns(request.Buyer.Email, cancel) < 3;
}
internal sealed class AddressKnown : ReturnRule
{
    public override string Name => "address";
    public override Task<bool> Allows(ReturnRequest request, CancellationToken cancel) => Task.FromResult(request.Buyer.Home is { Street.Length: > 0, City.Length: > 0 });
}
internal sealed class ReturnsService
{
    private readonly IReturnStore _store;
    private readonly ILogger<ReturnsService> _log;
    private readonly List<ReturnRule> _rules;
    public ReturnsService(IReturnStore store, ILogger<ReturnsService> log)
    {
        _store = store;
        _log = log;
        _rules = [new OpenLimit(store), new AddressKnown()];
    }
    public async Task Submit(ReturnRequest request, CancellationToken cancel)
    {
        foreach (var rule in _rules)
        {
            if (await rule.Allows(request, cancel)) continue;
            _log.LogInformation("{Rule} refuses {Order} of {Buyer}", rule.Name, request.Order, request.Buyer.Id);
            throw new ReturnRefused(rule.Name, request.Order);
        }
        await _store.Save(request, cancel);
        _log.LogInformation("Return of {Order} for {Reason}", request.Order, request.Reason);
    }
    public async Task<string> TrySubmit(ReturnRequest request, CancellationToken cancel)
    {
        try { await Submit(request, cancel); return "ok"; }
        catch (ReturnRefused refused)
        {
            _log.LogWarning(refused, "Refused by {Rule}", refused.Rule);
            return refused.Rule;
        }
    }
}
//// OwnExceptionPropertyAgain !
internal sealed class AccountLockedException([Pii] string email, int attempts) : Exception($"The account is locked after {attempts} attempts")
{
    [Pii] public string Email { get; } = email;
    public int Attempts { get; } = attempts;
}
internal sealed class SignIn(ILogger<SignIn> log, Func<string, int> failures)
{
    public bool Try(User user)
    {
        try
        {
            int n = failures(user.Email);
            if (n > 5) throw new AccountLockedException(user.Email, n);
            return true;
        }
        catch (AccountLockedException e)
        {
            log.LogWarning(e, "User {Id} locked after {N}", user.Id, e.Attempts);
            return false;
        }
    }
}
//// OwnExceptionMessage !
internal abstract class DomainException(string code, string message) : Exception(code + ": " + message)
{
    public string Code { get; } = code;
}
internal sealed class NoSeatException(string who, int train) : DomainException("SEAT", $"no seat for {who} in train {train}");
internal sealed class NoTrainException(int train) : DomainException("TRAIN", $"train {train} does not run");
internal sealed class Trains(IReadOnlyDictionary<int, int> seats)
{
    public int Reserve(User traveller, int train)
    {
        if (!seats.TryGetValue(train, out int free)) throw new NoTrainException(train);
        var who = traveller.FullName.Length > 0 ? traveller.FullName : "#" + traveller.Id;
        if (free == 0) throw new NoSeatException(who, train); // LEAK INS3004
        return free;
    }
}
//// CaughtOwnProperty !
internal sealed class BounceException(string address, int code) : Exception("The letter bounced with code " + code)
{
    public string Address { get; } = address;
    public int Code => code;
}
internal sealed class Postman(ILogger<Postman> log)
{
    void Deliver(User user, int code)
    {
        if (code >= 500) throw new BounceException(user.Email, code);
    }
    public void Run(IUsers users)
    {
        foreach (var user in users.All())
        {
            try { Deliver(user, user.Id % 600); }
            catch (BounceException e)
            {
                log.LogWarning("{Message} ({Code})", e.Message, e.Code);
                log.LogWarning("Bounced: {Address}", e.Address); // LEAK INS3001
            }
        }
    }
}
//// DataDictionary
static T With<T>(T exception, string key, object? value) where T : Exception { exception.Data[key] = value; return exception; }
public void Pay(User user, decimal amount)
{
    if (amount < 0) throw With(new InvalidOperationException("negative amount"), "user", user.Id);
    if (user.Phone is null)
    {
        var missing = new InvalidOperationException("no phone number");
        missing.Data["plan"] = user.Plan;
        missing.Data.Add("hasMail", user.Email.Length > 0);
        throw missing;
    }
}
//// InnerWrappedAgain
sealed class ImportException(string message, Exception inner) : Exception(message, inner);
static DateTime Parse(string text)
{
    if (!DateTime.TryParse(text, out var date)) throw new FormatException("no date");
    return date;
}
public void Import(User user, IReadOnlyList<string> cells)
{
    string cell = "birth date of " + user.FullName;
    try { user.BirthDate = Parse(cells[2]); }
    catch (FormatException e)
    {
        throw new ImportException($"{cell} cannot be read", e); // LEAK INS3004
    }
    catch (ArgumentOutOfRangeException e)
    {
        throw new ImportException($"only {cells.Count} cells for user {user.Id}", e);
    }
}
//// FilterByAddress
ILogger log = null!;
public async Task Load(User user, HttpClient http)
{
    bool Internal(Exception e) => user.Email.EndsWith("@example.com") && e is not OperationCanceledException;
    try
    {
        using var r = await http.GetAsync("https://api.example/users/" + user.Id);
        r.EnsureSuccessStatusCode();
    }
    catch (HttpRequestException e) when (e.StatusCode is System.Net.HttpStatusCode.NotFound)
    {
        log.LogInformation("User {Id} is unknown there", user.Id);
    }
    catch (Exception e) when (Internal(e))
    {
        log.LogError(e, "Load failed for colleague {Id}", user.Id);
    }
}
//// AggregateErrors
ILogger log = null!;
public void NotifyAll(IUsers users, Action<string> send)
{
    var failed = new List<Exception>();
    foreach (var u in users.All())
    {
        try { send(u.Email); }
        catch (TimeoutException) { failed.Add(new TimeoutException("user " + u.Id)); }
        catch (InvalidOperationException e) { failed.Add(e); }
    }
    log.LogInformation("{Count} failures of {Kinds}", failed.Count, string.Join(',', failed.Select(f => f.GetType().Name).Distinct()));
    if (failed.OfType<TimeoutException>().Any()) throw new AggregateException("notification failed", failed.OfType<TimeoutException>());
}
//// AggregateMessageAgain
public void CheckAll(IUsers users)
{
    var bad = new List<string>();
    foreach (var u in users.All().Where(u => u.Phone is { Length: > 15 })) bad.Add(u.Phone!);
    if (bad.Count > 10) throw new AggregateException($"{bad.Count} phone numbers are too long");
    if (bad.Count > 0) throw new AggregateException("Too long: " + string.Join(", ", bad)); // LEAK INS3004
}
//// NeverThrown
ILogger log = null!;
static Exception Describe(User u) => new KeyNotFoundException($"{u.Display()} is not in the list");
public bool Remove(List<User> list, User user)
{
    if (list.Remove(user)) return true;
    var problem = Describe(user);
    log.LogWarning("{Type} for {Id}", problem.GetType().Name, user.Id);
    log.LogWarning("Problem: {Text}", problem.Message); // LEAK INS3001
    return false;
}
//// ResultTypes !
internal enum Error { None, BadAddress, Blocked, Unknown }
internal readonly struct Result<T>
{
    readonly T? value;
    Result(T? value, Error error, string? hint) { this.value = value; Error = error; Hint = hint; }
    public Error Error { get; }
    public string? Hint { get; }
    public bool Ok => Error == Error.None;
    public static Result<T> Success(T value) => new(value, Error.None, null);
    public static Result<T> Fail(Error error, string hint) => new(default, error, hint);
    public Result<TOut> Then<TOut>(Func<T, Result<TOut>> next) => Ok ? next(value!) : Result<TOut>.Fail(Error, Hint ?? "");
    public TOut Match<TOut>(Func<T, TOut> ok, Func<Error, TOut> fail) => Ok ? ok(value!) : fail(Error);
}
internal sealed class Registration(ILogger<Registration> log)
{
    static Result<string> Address(User u) => u.Email.Contains('@') ? Result<string>.Success(u.Email.ToLowerInvariant()) : Result<string>.Fail(Error.BadAddress, "no @ in the address");
    static Result<string> Allowed(string mail) => mail.EndsWith(".invalid") ? Result<string>.Fail(Error.Blocked, "domain is blocked") : Result<string>.Success(mail);
    public void Register(User user)
    {
        var result = Address(user).Then(Allowed);
        log.LogInformation("User {Id}: {Error} {Hint}", user.Id, result.Error, result.Hint);
        int status = result.Match(mail => mail.Length > 0 ? 200 : 204, e => 400 + (int)e);
        log.LogInformation("Status {Status}", status);
    }
}
//// OneOfResult
abstract record Outcome
{
    public sealed record Done(int Id) : Outcome;
    public sealed record Rejected(string Reason) : Outcome;
}
ILogger log = null!;
static Outcome Decide(User u) => u.Salary > 1000 ? new Outcome.Done(u.Id) : new Outcome.Rejected("income of " + u.Salary.ToString("N0") + " is too low");
public void Loan(User user)
{
    switch (Decide(user))
    {
        case Outcome.Done done: log.LogInformation("{Done}", done); break;
        case Outcome.Rejected { Reason: var why }:
            log.LogInformation("Rejected because {Why}", why); // LEAK INS3001
            break;
    }
}
//// GuardHelpers !
internal static class Guard
{
    public static T NotNull<T>(T? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null) where T : class
        => value ?? throw new ArgumentNullException(name);
    public static string MaxLength(string value, int max, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
        => value.Length <= max ? value : throw new ArgumentException($"{name} has {value.Length} characters, {max} are allowed", name);
}
internal sealed class Card
{
    readonly string holder, street;
    public Card(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentException.ThrowIfNullOrWhiteSpace(user.Email);
        holder = Guard.MaxLength(Guard.NotNull(user.FullName), 26);
        street = Guard.MaxLength(user.Home.Street, 100);
    }
    public bool Ready => holder.Length > 0 && street.Length > 0;
}
//// ThrowHelperWithValue
static class Throw
{
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Invalid<T>(string field, T value) => throw new InvalidDataException(string.Format("{0} has the invalid value '{1}'", field, value)); // LEAK INS3004
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Missing(string field) => throw new InvalidDataException(field + " is missing");
}
public void Check(User user)
{
    if (user.Phone is null) Throw.Missing(nameof(user.Phone));
    if (!user.Phone.StartsWith('+')) Throw.Invalid(nameof(user.Phone), user.Phone);
}
//// OutOfRangeActual
static readonly DateTime first = new(1900, 1, 1);
public int Year(User user)
{
    if (user.BirthDate == default) throw new ArgumentOutOfRangeException(nameof(user), user.Id, "no birth date");
    var date = user.BirthDate;
    if (date < first) throw new ArgumentOutOfRangeException(nameof(user), date, "before 1900"); // LEAK INS3004
    return first.Year;
}
//// SwitchThrows
string Greeting(User user) => user.Home.Country switch
{
    "DE" => "Hallo " + user.FullName,
    "FR" => "Salut " + user.FullName,
    "" => throw new InvalidOperationException($"User {user.Id} has no country"),
    var other => throw new NotSupportedException($"No greeting for {other}"),
};
ILogger log = null!;
public int Greet(User user)
{
    try { return Greeting(user).Length; }
    catch (NotSupportedException e) { log.LogWarning(e, "No greeting"); return 0; }
}
//// Assertions
public void Merge(User a, User b)
{
    System.Diagnostics.Debug.Assert(a.Id != b.Id, "the same user twice", "ids " + a.Id + " and " + b.Id);
    System.Diagnostics.Debug.Assert(a.Email == b.Email, "addresses differ");
    string detail = $"{a.FullName}/{b.FullName}";
    System.Diagnostics.Debug.Assert(detail.Length > 1);
    System.Diagnostics.Debug.Assert(a.BirthDate == b.BirthDate, detail); // LEAK INS3005
}
//// HashedSubject
ILogger log = null!;
readonly byte[] key = [1, 2, 3, 4];
string Pseudonym(User u)
{
    using var hmac = new System.Security.Cryptography.HMACSHA256(key);
    var digest = hmac.ComputeHash(System.Text.Encoding.UTF8.GetBytes(u.Email.Trim().ToLowerInvariant()));
    return Convert.ToBase64String(digest, 0, 9).Replace('+', '-').Replace('/', '_');
}
public void Vote(User voter, ISet<string> voted)
{
    var pseudonym = Pseudonym(voter);
    log.LogInformation("Voter {Pseudonym}", pseudonym);
    if (!voted.Add(pseudonym)) throw new InvalidOperationException($"{pseudonym} has voted already");
    Console.WriteLine($"{voted.Count} votes, the last by {pseudonym[..4]}");
}
//// RedactedAddress !
internal sealed class Redacting(Microsoft.Extensions.Compliance.Redaction.IRedactorProvider provider)
{
    readonly Dictionary<string, Microsoft.Extensions.Compliance.Redaction.Redactor> redactors = [];
    public string this[string kind, string? value]
    {
        get
        {
            if (!redactors.TryGetValue(kind, out var redactor)) redactors[kind] = redactor = provider.GetRedactor(kind);
            return redactor.Redact(value);
        }
    }
}
internal sealed class Parcels(Redacting redacting, ILogger<Parcels> log)
{
    public void Send(User user)
    {
        var city = redacting["address", user.Home.City];
        log.LogInformation("Parcel for {Phone} to {City}", redacting["phone", user.Phone], city);
        if (user.Home.Street == "") throw new InvalidOperationException("No street in " + city);
    }
}
//// PartlyRedacted
ILogger log = null!;
Microsoft.Extensions.Compliance.Redaction.Redactor redactor = null!;
Dictionary<string, string?> Fields(User u, bool redact)
{
    var fields = new Dictionary<string, string?> { ["mail"] = u.Email, ["phone"] = u.Phone };
    if (redact) foreach (var name in fields.Keys.ToArray()) fields[name] = redactor.Redact(fields[name]);
    return fields;
}
public void Show(User user)
{
    log.LogInformation("Fields {Names}", string.Join(' ', Fields(user, true).Keys));
    var raw = Fields(user, false);
    raw["mail"] = "…";
    log.LogInformation("Phone {Phone}", raw["phone"]); // LEAK INS3001
}
//// MaskedByConstant
ILogger log = null!;
const string Hidden = "***";
static User Scrub(User u) => new() { Id = u.Id, Plan = u.Plan, Email = Hidden };
string Label(User u, bool secret)
{
    string label = u.FullName;
    if (secret) label = Hidden;
    else label = "user " + u.Id;
    return label;
}
public void Show(User user)
{
    var label = Label(user, DateTime.Today.Day > 3);
    log.LogInformation("Label {Label}", label);
    var scrubbed = Scrub(user);
    Console.WriteLine(scrubbed.Plan + label);
    log.LogInformation("Scrubbed {User} of {Plan}", scrubbed, scrubbed.Plan);
}
//// FinallyReport
ILogger log = null!;
public void Backup(IUsers users, Action<string> copy)
{
    string current = "nothing";
    int done = 0;
    try
    {
        foreach (var u in users.All())
        {
            current = Path.Combine("home", u.FullName);
            copy(current);
            done++;
        }
        current = "finished";
    }
    finally
    {
        log.LogInformation("{Done} copied", done);
        log.LogInformation("Last: {Current}", current); // LEAK INS3001
    }
}
//// CatchAndReset
ILogger log = null!;
public void Convert(User user, Func<string, int> score)
{
    string state = user.Email;
    try
    {
        int s = score(state);
        state = s > 10 ? "good" : "poor";
    }
    catch (ArithmeticException e)
    {
        state = "failed with " + e.GetType().Name;
    }
    log.LogInformation("User {Id} is {State}", user.Id, state);
}
//// CapturedDispatch !
internal sealed class Pump
{
    System.Runtime.ExceptionServices.ExceptionDispatchInfo? first;
    public int Failures { get; private set; }
    public void Run(Action action)
    {
        try { action(); }
        catch (Exception e)
        {
            first ??= System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
            Failures++;
        }
    }
    public void Rethrow() => first?.Throw();
}
internal sealed class Sensor(ILogger<Sensor> log)
{
    static void Push(User owner, double value)
    {
        if (double.IsNaN(value)) throw new ArithmeticException($"sensor of user {owner.Id} sends no number");
        if (value > 100) throw new OverflowException("too hot at " + owner.Home.Street); // LEAK INS3004
    }
    public void Measure(User owner, IEnumerable<double> values)
    {
        var pump = new Pump();
        foreach (var v in values) pump.Run(() => Push(owner, v));
        log.LogInformation("{Failures} failures of the sensor of {Id}", pump.Failures, owner.Id);
        pump.Rethrow();
    }
}
//// TaskFailure
readonly TaskCompletionSource<int> answer = new();
public void Ask(User user, Func<string, bool> reachable)
{
    if (reachable(user.Phone ?? "")) answer.TrySetResult(user.Phone!.Length);
    else answer.TrySetException(new TimeoutException($"user {user.Id} on plan {user.Plan} did not answer"));
}
public async Task<int> Wait()
{
    try { return await answer.Task.WaitAsync(TimeSpan.FromSeconds(5)); }
    catch (TimeoutException e) { Console.Error.WriteLine(e.Message); return -1; }
}
//// JsonFailure
ILogger log = null!;
sealed class Snapshot
{
    public int Id { get; init; }
    [System.Text.Json.Serialization.JsonIgnore] public string Name { get; init; } = "";
    public string Plan { get; init; } = "";
}
static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
public void Save(User user, Action<byte[]> store)
{
    var json = Json(new { user.Id, user.Home.City });
    try { store(System.Text.Encoding.UTF8.GetBytes(json)); }
    catch (IOException e)
    {
        log.LogError(e, "Not stored: {Snapshot}", Json(new Snapshot { Id = user.Id, Name = user.FullName, Plan = user.Plan }));
        log.LogError("Not stored: {Json}", json); // LEAK INS3007
    }
}
//// SafeMessages
private static User Require(IEnumerable<User> users, string mail, int tenant)
{
    var found = users.Where(u => u.Email == mail).ToList();
    return found.Count switch
    {
        0 => throw new KeyNotFoundException($"No user of tenant {tenant} has the given address of {mail.Length} chars"),
        1 => found[0],
        var n => throw new InvalidOperationException($"{n} users share one address: " + string.Join(", ", found.Select(u => u.Id))),
    };
}
private void Check(IUsers users, User candidate) => Require(users.All(), candidate.Email, 4);

//// HelperThrowsAgain
private static T Ensure<T>(T? value, string what) where T : class
    => value ?? throw new InvalidOperationException("Missing " + what); // LEAK INS3004
private void Admit(IUsers users, int id)
{
    var user = users.Get(id);
    Ensure(user.Manager, "manager of " + user.FullName);
}

//// OwnTypePassesOn !
internal sealed class RefusedException : Exception
{
    public int Desk { get; }
    public RefusedException(int desk, string message) : base(message) => Desk = desk;
}

internal sealed class BoardingDesk(int desk)
{
    internal void Board(User passenger, bool seatFree)
    {
        if (passenger.Tier == Tier.Free) throw new RefusedException(desk, "Tier " + passenger.Tier + " may not board yet");
        if (!seatFree) throw new RefusedException(desk, $"No seat for {passenger.FullName}"); // LEAK INS3004
    }
}

//// OwnTypeReadsMember !
internal sealed class DuplicatePatientException : Exception
{
    public DuplicatePatientException(User existing) : base($"Patient {existing.FullName} exists already") // LEAK INS3004
        => Id = existing.Id;
    public int Id { get; }
}

internal static class Intake
{
    internal static void Add(Dictionary<string, User> patients, User patient)
    {
        if (patients.TryGetValue(patient.Email, out var existing)) throw new DuplicatePatientException(existing);
        patients.Add(patient.Email, patient);
    }
}

//// OwnTypeKeepsProperty !
internal sealed class DeliveryFailedException(int parcel, string reason) : Exception($"Parcel {parcel}: {reason}")
{
    [Pii] public string? Recipient { get; init; }
}

internal sealed class Courier(ILogger<Courier> log)
{
    private static void Deliver(int parcel, User to)
    {
        if (to.Home.Street.Length == 0)
            throw new DeliveryFailedException(parcel, "no street") { Recipient = to.FullName };
    }

    internal void Run(int parcel, User to)
    {
        try { Deliver(parcel, to); }
        catch (DeliveryFailedException e)
        {
            log.LogWarning("Parcel {Parcel} failed, recipient known: {Known}", parcel, e.Recipient != null);
        }
    }
}

//// OwnTypePropertyLogged !
internal sealed class TransferException(string message) : Exception(message)
{
    [Pii(PiiKind.Financial)] public string Iban { get; init; } = "";
    public string Code { get; init; } = "";
}

internal sealed class Bank(ILogger<Bank> log)
{
    internal void Try(Action transfer)
    {
        try
        {
            transfer();
        }
        catch (TransferException e) when (e.Iban.StartsWith("DE"))
        {
            log.LogWarning("Domestic transfer failed with {Code}", e.Code);
        }
        catch (TransferException e)
        {
            log.LogError("Transfer to {Country} failed with {Code}", e.Iban[..2] + "/" + e.Iban[^6..], e.Code); // LEAK INS3001
        }
    }
}

//// CatchAndLogSafe
private async Task Refresh(IUsers users, int id, ILogger log)
{
    var attempts = 0;
    while (true)
    {
        attempts++;
        try
        {
            var user = await users.GetAsync(id);
            user.Phone = user.Phone?.Replace("00", "+");
            return;
        }
        catch (HttpRequestException e) when (attempts < 3)
        {
            log.LogWarning(e, "Attempt {Attempt} for {Id}: {Status}", attempts, id, e.StatusCode);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"User {id} not loaded after {attempts} attempts", e);
        }
    }
}

//// CatchLogsState
private void Renew(User member, Action<User> renew, Serilog.ILogger log)
{
    var stage = "start";
    try
    {
        stage = "renewing " + member.Plan;
        renew(member);
        stage = "mailing " + member.Email;
    }
    catch (Exception e) when (e is IOException or TimeoutException)
    {
        log.Error(e, "Failed for {Id}", member.Id);
    }
    finally
    {
        log.Information("Ended at {Stage}", stage); // LEAK INS3001
    }
}

//// WrapWithContext
private static TResult Guarded<TResult>(string operation, Func<TResult> body)
{
    try
    {
        return body();
    }
    catch (FormatException e)
    {
        throw new InvalidDataException($"{operation} failed", e); // LEAK INS3004
    }
}
private int Ages(User user, string file)
{
    var rows = Guarded("reading " + user.Display(), () => int.Parse(file));
    return rows + Guarded("counting", () => file.Length);
}

//// WrapWithSafeContext
private static void Guarded(string operation, Action body)
{
    try { body(); }
    catch (Exception e) { throw new InvalidOperationException("In " + operation, e); }
}
private void Settle(User payer, User payee, decimal amount, Dictionary<string, decimal> balances)
{
    Guarded($"debit of {payer.Id}", () => balances[payer.Email] = balances.GetValueOrDefault(payer.Email) - amount);
    Guarded($"credit of {payee.Id}", () => balances[payee.Email] = balances.GetValueOrDefault(payee.Email) + amount);
    Guarded(nameof(payer.Email), () => balances.TrimExcess());
}

//// AggregateErrorsAgain
private void SendAll(IEnumerable<User> users, Func<string, bool> send)
{
    var errors = new List<Exception>();
    foreach (var user in users)
        if (!send(user.Email))
            errors.Add(new IOException($"Mail server refused {user.Email}")); // LEAK INS3004
    if (errors.Count > 0) throw new AggregateException($"{errors.Count} mails failed", errors);
}

//// AggregateOfIds
private void CheckAll(IUsers users)
{
    var errors = users.All()
        .Where(u => string.IsNullOrWhiteSpace(u.FullName) || u.Aliases.Contains(u.FullName))
        .Select(u => new InvalidDataException($"User {u.Id} has {u.Aliases.Length} aliases"))
        .ToArray<Exception>();
    if (errors is [var only]) throw only;
    if (errors is [_, _, ..]) throw new AggregateException("several: " + errors.Length, errors);
}

//// ThrowHelperAgain !
internal static class Throw
{
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    internal static void Conflict(string entity, object key) => throw new InvalidOperationException(entity + " '" + key + "' is taken"); // LEAK INS3004

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    internal static void Missing(string entity, object key) => throw new KeyNotFoundException($"{entity} '{key}' is missing");
}

internal sealed class Nicknames
{
    private readonly Dictionary<string, int> _taken = new();
    internal void Take(User user, string nickname)
    {
        if (!_taken.TryAdd(user.Email, user.Id)) Throw.Conflict("address", user.Email);
        if (nickname.Length == 0) Throw.Missing("nickname", user.Id);
    }
}

//// ArgumentNames
private static void Rename(User user, string? name)
{
    ArgumentException.ThrowIfNullOrWhiteSpace(name);
    ArgumentNullException.ThrowIfNull(user.Phone);
    ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, 80, nameof(user.FullName));
    if (name == user.FullName) throw new ArgumentException("Same name as before", nameof(name));
    if (name.Contains('@') && user.Email.Contains(name)) throw new ArgumentException($"Name of {name.Length} chars is in the mail of {user.Id}");
    user.FullName = name;
}

//// OutOfRangeMessage
private static DateTime Admission(User child, int year)
{
    var limit = new DateTime(year, 9, 1).AddYears(-6);
    if (year < 2000) throw new ArgumentOutOfRangeException(nameof(year), year, "too early");
    if (child.BirthDate > limit)
    {
        var text = string.Format("Born {0:d}, must be before {1:d}", child.BirthDate, limit);
        throw new ArgumentOutOfRangeException(nameof(child), text); // LEAK INS3004
    }
    return limit;
}

//// ExceptionDataAgain
private void Enroll(User student, string course, int free)
{
    if (free > 0) return;
    var full = new InvalidOperationException("Course is full");
    full.Data["course"] = course;
    full.Data["student"] = student.Id;
    full.Data["contact"] = student.Phone ?? "none"; // LEAK INS3008
    throw full;
}

//// ResultTypesAgain !
internal abstract record Result
{
    internal sealed record Ok(int Booking) : Result;
    internal sealed record Rejected(string Code, int Guests) : Result;
    internal sealed record Blocked([Pii] string Guest, string Code) : Result;
}

internal sealed class Reservations(ILogger<Reservations> log)
{
    private static Result Reserve(User guest, int guests) => guests switch
    {
        > 8 => new Result.Rejected("TOO_MANY", guests),
        _ when guest.Roles.Contains("blocked") => new Result.Blocked(guest.FullName, "BLOCKED"),
        _ => new Result.Ok(guest.Id * 100 + guests),
    };

    internal void Handle(User guest, int guests)
    {
        switch (Reserve(guest, guests))
        {
            case Result.Ok ok: log.LogInformation("{Ok}", ok); break;
            case Result.Rejected rejected: log.LogWarning("{Rejected}", rejected); break;
            case Result.Blocked { Code: var code, Guest: var who }:
                log.LogWarning("Blocked with {Code}", code);
                log.LogDebug("Blocked {Who}", who); // LEAK INS3001
                break;
        }
    }
}

//// ResultErrorCode !
internal readonly struct Try<T>
{
    private Try(T? value, string? error) => (Value, Error) = (value, error);
    internal T? Value { get; }
    internal string? Error { get; }
    internal static Try<T> Of(T value) => new(value, null);
    internal static Try<T> Fail(string error) => new(default, error);
    internal Try<U> Then<U>(Func<T, Try<U>> f) => Error is null ? f(Value!) : Try<U>.Fail(Error);
}

internal sealed class Prescriptions(ILogger<Prescriptions> log)
{
    private static Try<string> Insurance(User u) => u.Phone is { Length: > 0 } p ? Try<string>.Of(p) : Try<string>.Fail("E_PHONE");
    private static Try<bool> Covered(string number) => number.StartsWith('0') ? Try<bool>.Fail("E_COVER") : Try<bool>.Of(true);

    internal void Fill(User patient)
    {
        var result = Insurance(patient).Then(Covered);
        if (result.Error is { } code) log.LogWarning("Refused {Id}: {Code}", patient.Id, code);
        else log.LogInformation("Covered: {Value}", result.Value);
    }
}

//// FilterWithSideEffect
private bool Note(Exception e, string context, ILogger log)
{
    log.LogError("{Type} in {Context}", e.GetType().Name, context); // LEAK INS3001
    return false;
}
private void Upload(User user, Stream photo, ILogger log)
{
    try
    {
        photo.CopyTo(Stream.Null);
    }
    catch (IOException e) when (Note(e, $"photo of {user.FullName}", log))
    {
        throw;
    }
}

//// RethrowKeepsStack
private static void Retry(Action action, int times, Action<int, Exception> failed)
{
    System.Runtime.ExceptionServices.ExceptionDispatchInfo? last = null;
    for (var i = 1; i <= times; i++)
    {
        try { action(); return; }
        catch (IOException e)
        {
            failed(i, e);
            last = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
        }
    }
    last?.Throw();
}
private void Push(User user, Action<string> push, ILogger log)
{
    var target = user.Email;
    Retry(() => push(target), 3, (attempt, e) => log.LogWarning(e, "Push {Attempt} to user {Id} failed", attempt, user.Id));
}

//// LazyMessage
private void Verify(bool condition, Func<string> message)
{
    if (!condition) throw new InvalidOperationException(message()); // LEAK INS3004
}
private void Transfer(User from, User to, decimal amount)
{
    Verify(amount > 0, () => "Amount is " + amount);
    Verify(from.Id != to.Id, () => $"{from.Email} pays himself");
}
//// MissingUser
public User Find(IReadOnlyList<User> users, [Pii] string email)
{
    if (email.Length > 200)
        throw new ArgumentException($"address of {email.Length} chars is too long", nameof(email));
    foreach (var user in users)
    {
        if (string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase))
            return user;
    }
    throw new KeyNotFoundException($"no user with address {email}"); // LEAK INS3004
}

//// MissingUserById
public User Find(IReadOnlyList<User> users, [Pii] string email, int tenant)
{
    foreach (var user in users)
    {
        if (string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase))
            return user;
    }
    var close = users.Count(u => u.Email.Length == email.Length);
    throw new KeyNotFoundException($"no such user among {users.Count} of tenant {tenant}, {close} similar");
}

//// CaughtAndLoggedAgain
private readonly ILogger _log = null!;

private static void EnsureAdult(User user)
{
    if (user.BirthDate.AddYears(18) > DateTime.UtcNow)
        throw new InvalidOperationException("too young: born " + user.BirthDate.ToShortDateString()); // LEAK INS3004
}

public void Register(User user)
{
    try
    {
        EnsureAdult(user);
    }
    catch (InvalidOperationException e)
    {
        _log.LogWarning("Registration refused: {Kind}", e.GetType().Name);
        _log.LogWarning(e, "Registration refused"); // LEAK INS3001
    }
}

//// CaughtHarmless
private readonly ILogger _log = null!;

private static void EnsureAdult(User user)
{
    if (user.BirthDate.AddYears(18) > DateTime.UtcNow)
        throw new InvalidOperationException("too young: user " + user.Id);
}

public void Register(User user)
{
    try
    {
        EnsureAdult(user);
    }
    catch (InvalidOperationException e)
    {
        _log.LogWarning(e, "Registration refused: {Text}", e.Message);
    }
}

//// BirthDateRange
public static int AgeOn(DateTime day, [Pii] DateTime born)
{
    if (born > day)
        throw new ArgumentOutOfRangeException(nameof(born), born, "born after the given day"); // LEAK INS3004
    if (day.Year < 1900)
        throw new ArgumentOutOfRangeException(nameof(day), day, "too long ago");
    var age = day.Year - born.Year;
    return born.AddYears(age) > day ? age - 1 : age;
}

//// QuietDomainException !
public sealed class AccountLockedException : Exception
{
    public AccountLockedException(string owner, int attempts) : base($"locked after {attempts} attempts") => Owner = owner;

    [Pii] public string Owner { get; }
}

public class LockService(ILogger<LockService> logger)
{
    public void Check(User user, int attempts)
    {
        if (attempts > 3)
            throw new AccountLockedException(user.Email, attempts);
    }

    public void Guard(User user, int attempts)
    {
        try { Check(user, attempts); }
        catch (AccountLockedException e) { logger.LogWarning(e, "Locked: {Message}", e.Message); }
    }
}

//// LoudDomainException !
public sealed class DuplicateAccountException : Exception
{
    public DuplicateAccountException(string owner) : base($"{owner} is registered already") { }
}

public class SignUpService(ILogger<SignUpService> logger)
{
    private readonly HashSet<string> _known = [];

    public void SignUp(User user)
    {
        if (!_known.Add(user.Email))
            throw new DuplicateAccountException(user.Email); // LEAK INS3004
        logger.LogInformation("{Count} accounts", _known.Count);
    }

    public bool TrySignUp(User user)
    {
        try { SignUp(user); return true; }
        catch (DuplicateAccountException e)
        {
            logger.LogInformation("Not signed up: {Reason}", e.Message); // LEAK INS3001
            return false;
        }
    }
}

//// ExceptionDataAgainAgain
public void Transfer(User from, User to, decimal amount)
{
    if (amount <= 0)
    {
        var error = new InvalidOperationException("amount has to be positive");
        error.Data["from.id"] = from.Id;
        error.Data["to.plan"] = to.Plan;
        error.Data["to.name"] = to.FullName; // LEAK INS3008
        throw error;
    }
}

//// FilterThatLogs
private readonly ILogger _log = null!;

private bool Report(Exception e, string step)
{
    _log.LogError(e, "Step {Step} failed", step);
    return false;
}

public void Notify(User user)
{
    try
    {
        Send(user.Phone ?? throw new InvalidOperationException($"user {user.Id} has no phone"));
    }
    catch (InvalidOperationException e) when (Report(e, "notify"))
    {
        throw;
    }
}

private static void Send(string number)
{
    if (number.Length < 5)
        throw new InvalidOperationException("number too short");
}

//// WrappedCause
private readonly log4net.ILog _log = log4net.LogManager.GetLogger(typeof(User));

public void Sync(User user)
{
    try
    {
        Push(user);
    }
    catch (Exception inner)
    {
        var outer = new ApplicationException("sync failed for " + user.Id, inner);
        _log.Warn("sync", outer); // LEAK INS3001
    }
}

private static void Push(User user)
{
    if (user.Home.Street.Length == 0)
        throw new FormatException("no street in " + user.Home.City); // LEAK INS3004
}

//// ResultNotThrown
private static Exception Invalid(string field, string detail) => new FormatException($"{field}: {detail}"); // LEAK INS3004

public Exception? Check(User user)
{
    if (user.Phone is { Length: < 5 } phone)
        return Invalid("phone", phone);
    if (user.Roles.Count == 0)
        return Invalid("roles", "none");
    return null;
}

//// ValidateAge
void Validate(User user)
{
    if (user.BirthDate > DateTime.Today)
        throw new ArgumentException("birth date in the future for " + user.Id, nameof(user));
    if (user.BirthDate.Year < 1900)
        throw new ArgumentOutOfRangeException(nameof(user), "year " + user.BirthDate.Year + " is too early");
    if (user.Email.Length > 254)
        throw new ArgumentException($"address has {user.Email.Length} characters");
}

//// ActualValueAgain
void CheckSalary(User user, int level)
{
    if (level < 0)
        throw new ArgumentOutOfRangeException(nameof(level), level, "level must not be negative");
    if (user.Salary < 1000 * level)
        throw new ArgumentOutOfRangeException(nameof(user), user.Salary, "salary too low"); // LEAK INS3004
}

//// OwnExceptionAgain !
sealed class UnknownMemberException : Exception
{
    internal UnknownMemberException(string member, int code) : base("unknown member (" + code + ")")
    {
        Code = code;
        Size = member.Length;
    }

    internal int Code { get; }
    internal int Size { get; }
}

sealed class Members(IUsers users, ILogger<Members> log)
{
    internal void Find(User wanted)
    {
        try
        {
            if (users.All().All(u => u.Email != wanted.Email))
                throw new UnknownMemberException(wanted.Email, 17);
        }
        catch (UnknownMemberException e)
        {
            log.LogWarning(e, "member not found, {Size}", e.Size);
        }
    }
}

//// OwnExceptionMessageAgain !
sealed class UnknownPatientException(string patient, int ward) : Exception($"no {patient} in ward {ward}")
{
    internal int Ward => ward;
}

sealed class Wards
{
    internal void Move(User patient, int from, int to)
    {
        if (from == to)
            throw new UnknownPatientException("patient " + patient.Id, from);
        if (to < 0)
            throw new UnknownPatientException(patient.FullName, to); // LEAK INS3004
    }
}

//// CaughtMessage
private static void Parse([Pii] string iban)
{
    if (iban.Length < 15) throw new FormatException("IBAN with " + iban.Length + " characters");
    if (!char.IsLetter(iban[0])) throw new NotSupportedException("unsupported start");
}

void Read(ILogger log, [Pii] string iban)
{
    try
    {
        Parse(iban);
    }
    catch (FormatException e)
    {
        log.LogError(e, "cannot parse");
    }
    catch (NotSupportedException e)
    {
        log.LogError("cannot parse: {Reason}", e.Message);
    }
}

//// CaughtPersonal
private static void Send(User user)
{
    if (user.Phone is null) throw new InvalidOperationException($"{user.FullName} has no phone"); // LEAK INS3004
    if (user.Phone.Length > 20) throw new ArgumentException("phone too long");
}

void Notify(ILogger log, User user)
{
    try
    {
        Send(user);
    }
    catch (ArgumentException e)
    {
        log.LogError(e, "cannot notify {Id}", user.Id);
    }
    catch (InvalidOperationException e)
    {
        log.LogError(e, "cannot notify {Id}", user.Id); // LEAK INS3001
    }
}

//// ThrowHelperAgainAgain
[System.Diagnostics.CodeAnalysis.DoesNotReturn]
private static void Fail(string what, string detail) => throw new InvalidOperationException(what + ": " + detail); // LEAK INS3004

void Deliver(User receiver, int parcel)
{
    if (parcel == 0) Fail("no parcel", "0");
    if (receiver.Home.Country == "") Fail("no country", receiver.Home.City);
}

//// ThrowHelperQuiet
[System.Diagnostics.CodeAnalysis.DoesNotReturn]
private static void Fail(string what, string detail) => throw new InvalidOperationException(what + " (" + detail.Length + ")");

void Deliver(User receiver, int parcel)
{
    if (parcel == 0) Fail("no parcel", "0");
    if (receiver.Home.Country == "") Fail("no country", receiver.Home.City);
}

//// WrappedTwice
void Store(User user, Action<User> save)
{
    try
    {
        save(user);
    }
    catch (TimeoutException e)
    {
        throw new InvalidOperationException("cannot store " + user.Key, e);
    }
    catch (System.IO.IOException) when (user.Email.EndsWith(".test"))
    {
        throw new InvalidOperationException("test account cannot be stored");
    }
    finally
    {
        user.Roles.Clear();
    }
}

//// AggregateSteps
void RunAll(IEnumerable<User> users, Action<User> step)
{
    var failures = new List<Exception>();
    foreach (var user in users)
    {
        try { step(user); }
        catch (Exception) { failures.Add(new InvalidOperationException("step failed for " + user.Id)); }
    }
    if (failures.Count > 0)
        throw new AggregateException($"{failures.Count} failures", failures);
}

//// SwitchThrow
decimal Rate(User user, string? product) => product switch
{
    "car" when user.Salary > 3000m => 0.03m,
    "car" => 0.05m,
    null => throw new ArgumentNullException(nameof(product), "product missing for plan " + user.Plan),
    { Length: > 10 } => throw new NotSupportedException($"product {product} for {user.Tier}"),
    _ => throw new NotSupportedException($"product {product} for {user.Home.City}"), // LEAK INS3004
};


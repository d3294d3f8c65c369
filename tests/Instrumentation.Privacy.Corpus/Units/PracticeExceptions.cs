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

//// RedactorHelps
void M(ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor redactor, User u) =>
    log.LogInformation("mail to {Mail}", redactor.Redact(u.Email));
//// Sha256Hex
static string Fingerprint(string s) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(s)))[..16];
void M(ILogger log, User u) => log.LogInformation("user {Print}", Fingerprint(u.Email.ToUpperInvariant()));
//// HexIsNoHash
static string Fingerprint(string s) => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(s));
void M(ILogger log, User u) => log.LogInformation("user {Print}", Fingerprint(u.Email)); // LEAK INS3001
//// Base64IsNoMask
void M(ILogger log, User u)
{
    var token = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(u.Id + ":" + u.Email));
    log.LogInformation("token {Token}", token); // LEAK INS3001
}
//// StarsOfLength
static string Stars(string s) => new('*', s.Length);
void M(ILogger log, User u) => log.LogInformation("phone {Phone}", Stars(u.Phone ?? ""));
//// RegexDigitsOnly
void M(ILogger log, User u)
{
    var street = System.Text.RegularExpressions.Regex.Replace(u.Home.Street, @"\d+", "#");
    log.LogInformation("street {Street}", street); // LEAK INS3001
}
//// EncryptedThenLogged
static byte[] Encrypt(byte[] key, string text)
{
    using var aes = System.Security.Cryptography.Aes.Create();
    aes.Key = key;
    var plain = System.Text.Encoding.UTF8.GetBytes(text);
    return aes.EncryptCbc(plain, aes.IV);
}
void M(ILogger log, User u, byte[] key)
{
    var secret = Encrypt(key, u.FullName + "|" + u.BirthDate.ToString("O"));
    log.LogInformation("stored {Secret}", Convert.ToBase64String(secret));
}
//// AgeBandEnum
enum Band { Child, Adult, Senior }
static Band BandOf(DateTime birth, int year) => (year - birth.Year) switch { < 18 => Band.Child, < 65 => Band.Adult, _ => Band.Senior };
void M(ILogger log, User u, DateTime now) => log.LogInformation("visitor is {Band}", BandOf(u.BirthDate, now.Year));
//// BirthDateShort
void M(ILogger log, User u)
{
    var day = u.BirthDate.Date;
    log.LogInformation("weekend child: {Weekend}", day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    log.LogInformation("born {Date}", day.ToString("d")); // LEAK INS3001
}
//// PseudonymTable !
internal class Pseudonyms
{
    private readonly Dictionary<string, Guid> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _gate = new();
    public Guid For(string text)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(text, out var id))
            {
                id = Guid.NewGuid();
                _known.Add(text, id);
            }
            return id;
        }
    }
    public int Size { get { lock (_gate) return _known.Count; } }
}
internal class ResearchExport(Pseudonyms names, ILogger<ResearchExport> log)
{
    public void Export(IEnumerable<User> patients)
    {
        foreach (var p in patients)
        {
            var pseudonym = names.For(p.FullName + p.BirthDate.Ticks);
            log.LogInformation("exported {Pseudonym} as {Short}", pseudonym, pseudonym.ToString("N")[..8]);
        }
        log.LogInformation("{Size} pseudonyms in use", names.Size);
    }
}
//// ReversedPseudonym !
internal class Pseudonyms
{
    private readonly Dictionary<string, Guid> _forward = new();
    private readonly Dictionary<Guid, string> _back = new();
    public Guid For(string text)
    {
        if (_forward.TryGetValue(text, out var id)) return id;
        id = Guid.NewGuid();
        _forward[text] = id;
        _back[id] = text;
        return id;
    }
    public string Resolve(Guid id) => _back.TryGetValue(id, out var text) ? text : "unknown";
}
internal class Callback(Pseudonyms names, ILogger<Callback> log)
{
    private readonly Queue<Guid> _waiting = new();
    public void Wish(User u) => _waiting.Enqueue(names.For(u.Phone ?? "none"));
    public void Next()
    {
        if (!_waiting.TryDequeue(out var id)) return;
        log.LogInformation("next is {Id}", id);
        log.LogInformation("calling {Number}", names.Resolve(id)); // LEAK INS3001
    }
}
//// MaskerService !
internal interface IMasker { string Mask(string? value); }
internal class NullMasker : IMasker { public string Mask(string? value) => string.Empty; }
internal class HashMasker : IMasker
{
    public string Mask(string? value)
    {
        if (value is null) return "none";
        var hash = System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.Unicode.GetBytes(value));
        return BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
    }
}
internal class MaskedAudit
{
    private readonly IMasker _masker;
    private readonly ILogger _log;
    public MaskedAudit(IMasker masker, ILogger<MaskedAudit> log) { _masker = masker; _log = log; }
    public void Viewed(User viewer, User subject)
    {
        _log.LogInformation("{Viewer} viewed {Subject} in {City}", viewer.Id, _masker.Mask(subject.FullName), _masker.Mask(subject.Home.City));
    }
}
//// MaskKeepsFirstLetter
static class Mask
{
    public static string Mail(string value)
    {
        var at = value.IndexOf('@');
        return at < 1 ? "***" : value[0] + new string('*', at - 1) + "@***";
    }
}
void SignIn(ILogger logger, IUsers users, int id)
{
    var u = users.Get(id);
    var masked = Mask.Mail(u.Email);
    logger.LogInformation("User {Id} signed in as {Mail}", u.Id, masked); // LEAK INS3001
}
//// MaskKeepsLengthOnly
static class Mask
{
    public static string Mail(string value)
    {
        var at = value.IndexOf('@');
        return at < 1 ? "***" : new string('*', at) + "@" + new string('*', value.Length - at - 1);
    }
    public static string All(string? value) => string.IsNullOrEmpty(value) ? "(none)" : "(hidden)";
}
void SignIn(ILogger logger, IUsers users, int id)
{
    var u = users.Get(id);
    var masked = Mask.Mail(u.Email);
    logger.LogInformation("User {Id} signed in as {Mail}, phone {Phone}", u.Id, masked, Mask.All(u.Phone));
}
//// DomainSurvives
static string Anonymize(string mail) => mail.Split('@', 2) switch
{
    [_, var domain] => "user@" + domain,
    _ => "user",
};
void CountDomain(System.Diagnostics.Metrics.Counter<long> signups, Customer c)
{
    var who = Anonymize(c.Email);
    signups.Add(1, new KeyValuePair<string, object?>("level", c.Level), new KeyValuePair<string, object?>("account", who)); // LEAK INS3003
}
//// RedactorFromProvider
sealed class SafeLog(ILogger logger, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider provider)
{
    readonly Microsoft.Extensions.Compliance.Redaction.Redactor _redactor = provider.GetRedactor("personal");
    public void Contact(int id, params string?[] values)
    {
        var safe = values.Select(v => _redactor.Redact(v)).ToArray();
        logger.LogInformation("Contact {Id}: {Values}", id, string.Join('|', safe));
    }
}
void Audit(SafeLog log, IUsers users)
{
    foreach (var u in users.All())
        log.Contact(u.Id, u.Email, u.Phone, u.Home.Street);
}
//// ReplaceResultDropped
static string Hide(string text, params string?[] secrets)
{
    foreach (var secret in secrets)
    {
        if (!string.IsNullOrEmpty(secret))
            text.Replace(secret, "***");
    }
    return text;
}
void Send(ILogger logger, User u)
{
    var letter = $"Dear {u.FullName}, we will call {u.Phone}";
    var safe = Hide(letter, u.FullName, u.Phone);
    logger.LogDebug("Letter: {Letter}", safe); // LEAK INS3001
}
//// KeyedHashOfMail
sealed class Pseudonyms(byte[] key)
{
    readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);
    public string Of(string value)
    {
        if (!_known.TryGetValue(value, out var token))
        {
            var hash = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(value));
            _known[value] = token = "p-" + Convert.ToHexString(hash)[..12];
        }
        return token;
    }
}
void Track(NLog.Logger log, Pseudonyms pseudonyms, Visit visit, User u)
{
    var (person, place) = (pseudonyms.Of(u.Email), pseudonyms.Of(visit.IpAddress));
    log.Info("{0} came from {1}, known: {2}", person, place, person == place);
}
//// SaltIsNotAHash
static string Token(string value, string salt)
{
    var mixed = salt + ":" + value.ToUpperInvariant() + ":" + salt;
    return mixed.Normalize();
}
void Propagate(User u, string salt)
{
    var token = Token(u.Email, salt);
    System.Diagnostics.Activity.Current?.SetBaggage("enduser.token", token); // LEAK INS3002
}
//// RecordCopyWithoutMail
static Customer Public(Customer c) => c with { Email = "(withheld)" };
void List(ILogger logger, IEnumerable<Customer> customers)
{
    var shown = customers.Where(c => c.Email != "").Select(Public).OrderBy(c => c.Level).ToList();
    foreach (var c in shown)
        logger.LogInformation("Customer {Customer}", c);
    logger.LogInformation("All: {Customers}", string.Join("; ", shown));
}
//// RecordCopyOfOtherMember
static Customer Public(Customer c)
{
    _ = c with { Email = "" };
    return c with { Level = "hidden" };
}
void List(IEnumerable<Customer> customers)
{
    foreach (var c in customers.Select(Public))
        Console.Out.WriteLine("Customer {0}", c); // LEAK INS3005
}
//// AllowListOfKeys
static readonly HashSet<string> Allowed = ["plan", "tier"];
static Dictionary<string, string?> Facts(User u) => new()
{
    ["plan"] = u.Plan,
    ["tier"] = u.Tier.ToString(),
    ["mail"] = u.Email,
    ["name"] = u.FullName,
};
void Audit(ILogger logger, User u)
{
    var facts = Facts(u);
    foreach (var key in Allowed)
        logger.LogInformation("{Key}: {Value}", key, facts[key]);
    foreach (var denied in facts.Keys.Except(Allowed))
        logger.LogDebug("{Key} is not logged", denied);
}
//// DenyListMissesOne
static readonly string[] Denied = ["mail", "name"];
static Dictionary<string, string?> Facts(User u) => new()
{
    ["plan"] = u.Plan,
    ["mail"] = u.Email,
    ["name"] = u.FullName,
    ["phone"] = u.Phone,
};
void Audit(ILogger logger, User u)
{
    var facts = Facts(u);
    foreach (var key in Denied)
        facts.Remove(key);
    var text = string.Join(", ", facts.Select(f => f.Key + "=" + f.Value));
    logger.LogInformation("User: {Facts}", text); // LEAK INS3001
}
//// AgeGroups
enum AgeGroup { Minor, Adult, Senior }
static AgeGroup GroupOf(DateTime born, DateTime today) => (today.Year - born.Year) switch
{
    < 18 => AgeGroup.Minor,
    < 65 => AgeGroup.Adult,
    _ => AgeGroup.Senior,
};
static string Bracket(decimal salary) => salary < 30_000 ? "low" : salary < 90_000 ? "middle" : "high";
void Survey(ILogger logger, System.Diagnostics.Metrics.Counter<int> counter, User u)
{
    var group = GroupOf(u.BirthDate, DateTime.Today);
    var bracket = Bracket(u.Salary);
    counter.Add(1, new KeyValuePair<string, object?>("age", group), new KeyValuePair<string, object?>("income", bracket));
    logger.LogInformation("Answered by {Group} with {Bracket} income", group, bracket);
}
//// TruncatedNote
static string Shorten(string text, int max) => text.Length <= max ? text : text[..max] + "…";
void Fail(User u, Func<string, bool> charge)
{
    var subject = Shorten($"{u.Home.Street}, {u.Home.City}", 24);
    if (!charge(subject))
        throw new InvalidOperationException($"Could not charge the household at {subject}"); // LEAK INS3004
}
//// SecretWrapper
readonly struct Secret<T>(T value)
{
    public T Reveal() => value;
    public override string ToString() => "[secret]";
}
sealed record Login(Secret<string> Mail, Secret<DateTime> Born, string Plan);
static Login From(User u) => new(new(u.Email), new(u.BirthDate), u.Plan);
void Audit(ILogger logger, IUsers users, Action<string> deliver)
{
    foreach (var login in users.All().Select(From))
    {
        deliver(login.Mail.Reveal());
        logger.LogInformation("Login {Login}, mail {Mail}", login, login.Mail);
    }
}
//// MaskedInOneBranch
string Safe(string value, bool masking)
{
    var shown = value;
    if (masking)
        shown = new string('#', value.Length);
    return shown;
}
void Visit(Serilog.ILogger log, Visit visit, bool masking)
{
    var remote = Safe(visit.IpAddress, masking);
    var scoped = log.ForContext("Remote", remote); // LEAK INS3006
    scoped.Information("Visited at {At}", visit.At);
}
//// ParameterReassigned
void Check(ILogger logger, [Pii] string iban, [Pii] string holder)
{
    var country = iban switch
    {
        null or "" => "none",
        ['D', 'E', ..] => "domestic",
        _ => "foreign",
    };
    iban = country;
    if (!TryHide(ref holder))
        holder = "nobody";
    logger.LogInformation("Account {Iban} of {Holder}", iban, holder);
}
static bool TryHide(ref string value)
{
    var given = value.Length > 0;
    value = given ? "somebody" : "";
    return given;
}
//// MarkedByInterfaceReturn
interface IDirectory
{
    [return: Pii(PiiKind.Name)] string NameOf(int id);
    [return: Pii] Task<string?> MobileOf(int id);
    string DepartmentOf(int id);
}
async Task Call(IDirectory directory, HttpClient http, int id)
{
    var mobile = await directory.MobileOf(id);
    var query = new Dictionary<string, string?> { ["to"] = mobile, ["dept"] = directory.DepartmentOf(id) };
    var builder = new UriBuilder("https://sms.example.org/send")
    {
        Query = string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value ?? "")}")),
    };
    await http.PostAsync(builder.Uri, null); // LEAK INS3008
}
//// UnmarkedSibling
abstract class Party
{
    public abstract string Caption { get; }
    public int Number { get; init; }
}
sealed class Person : Party
{
    [Pii] public override string Caption => First + " " + Last;
    [Pii] public string First { get; init; } = "";
    [Pii] public string Last { get; init; } = "";
}
sealed class Company : Party
{
    public string Trade { get; init; } = "";
    public Person? Owner { get; init; }
    public override string Caption => Trade + " (company)";
}
void Print(ILogger logger, Company company)
{
    logger.LogInformation("Invoice for {Caption}, owner {Number}, natural person: {Natural}", company.Caption, company.Owner?.Number, company.Owner is { Last.Length: > 0 });
}
//// MarkedType
[Pii]
readonly record struct PhoneNumber(string Country, string Digits)
{
    public string Formatted => $"+{Country} {Digits}";
}
sealed class Device
{
    public Guid Id { get; init; }
    public PhoneNumber? Number { get; init; }
}
void Pair(ILogger logger, Device device)
{
    if (device.Number is not { } number)
        return;
    var text = number.ToString();
    logger.LogInformation("Paired {Id} with {Number}", device.Id, text); // LEAK INS3001
}
//// GenericBoxOtherMember
class Boxed<T>
{
    public string Label { get; init; } = "";
    public int Version { get; init; }
    [Pii] public T? Content { get; init; }
}
static Boxed<string> Box(User u) => new() { Label = "contact of " + u.Id, Version = 2, Content = u.Email };
static Boxed<TOut> Convert<TIn, TOut>(Boxed<TIn> box, Func<TIn?, TOut?> convert) =>
    new() { Label = box.Label, Version = box.Version + 1, Content = convert(box.Content) };
void Store(ILogger logger, User u, Action<object> store)
{
    var box = Convert(Box(u), mail => mail?.Split('@'));
    store(box);
    logger.LogInformation("Stored {Label} v{Version}, {Box}, parts {Parts}", box.Label, box.Version, box, box.Content?.Length);
}
//// StarsOfSameLength
static string Mask(string? text) => string.IsNullOrEmpty(text) ? "(none)" : new string('*', text.Length);
void M(User user, ILogger log)
{
    var phone = Mask(user.Phone);
    var mail = Mask(user.Email.Trim());
    log.LogInformation("Reached over {Phone} or {Mail}", phone, mail);
}
//// CharacterClassesOnly
static string Shape(string text)
{
    var shape = new System.Text.StringBuilder();
    foreach (var c in text)
        shape.Append(char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'a' : '-');
    return shape.ToString();
}
void M(User user)
{
    if (user.Phone is { } phone && !phone.StartsWith('+'))
        throw new FormatException("A phone of the form " + Shape(phone));
}
//// DigitsMaskedInAddress
static string Clean(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9]", "#");
void M(User user, ILogger log)
{
    var cleaned = Clean(user.Email);
    log.LogInformation("Bounced: {Address}", cleaned); // LEAK INS3001
}
//// Base64InUrl
static string Token(string text)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(text);
    return Convert.ToBase64String(bytes).TrimEnd('=');
}
async Task<bool> M(User user, HttpClient client, CancellationToken cancel)
{
    var url = "https://newsletter.example/leave/" + Token(user.Email);
    using var response = await client.GetAsync(url, cancel); // LEAK INS3008
    return response.IsSuccessStatusCode;
}
//// UpperCaseIsNoMask
static string Normalize(string text) => text.Trim().Normalize().ToUpperInvariant();
void M(IUsers users)
{
    var keys = users.All().Select(x => Normalize(x.FullName)).Distinct().Order();
    foreach (var key in keys)
        System.Diagnostics.Trace.WriteLine("key " + key); // LEAK INS3005
}
//// HmacPseudonym
class Pseudonyms(byte[] secret)
{
    public string Of(string text)
    {
        var hash = System.Security.Cryptography.HMACSHA256.HashData(secret, System.Text.Encoding.UTF8.GetBytes(text));
        return Convert.ToHexString(hash)[..16];
    }
}
void M(User user, Pseudonyms pseudonyms, ILogger log)
{
    var who = pseudonyms.Of(user.Email.ToLowerInvariant());
    log.LogInformation("Session of {Who}", who);
    System.Diagnostics.Activity.Current?.SetTag("enduser.pseudo.id", who);
}
//// HmacOnlyWithSecret
class Pseudonyms(byte[]? secret)
{
    public string Of(string text)
    {
        if (secret is null)
            return text;
        var hash = System.Security.Cryptography.HMACSHA256.HashData(secret, System.Text.Encoding.UTF8.GetBytes(text));
        return Convert.ToHexString(hash);
    }
}
void M(User user, Pseudonyms pseudonyms, ILogger log)
{
    var who = pseudonyms.Of(user.Email);
    log.LogInformation("Session of {Who}", who); // LEAK INS3001
}
//// RedactorApplied
void M(Customer customer, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider provider, ILogger log)
{
    var redactor = provider.GetRedactor("private");
    var redacted = redactor.Redact(customer.Email);
    using var scope = log.BeginScope("Customer {Mail}", redacted);
    log.LogInformation("Level {Level} for {Mail}", customer.Level, redacted);
}
//// RedactorResultDropped
void M(Customer customer, Microsoft.Extensions.Compliance.Redaction.Redactor redactor, ILogger log)
{
    var mail = customer.Email;
    redactor.Redact(mail);
    log.LogInformation("Level {Level} for {Mail}", customer.Level, mail); // LEAK INS3001
}
//// CopyWithoutMarkedMember
static Customer Public(Customer customer) => customer with { Email = "" };
void M(Customer customer, ILogger log)
{
    var copy = Public(customer);
    log.LogInformation("Loaded {Customer}", copy);
    if (customer.Email != copy.Email)
        log.LogDebug("Hid the address of {Id}", copy.Id);
}
//// CopyOfOtherMember
static Customer Public(Customer customer) => customer with { Level = "hidden" };
void M(Customer customer, ILogger log)
{
    var copy = Public(customer);
    log.LogInformation("Loaded {Customer}", copy); // LEAK INS3001
}
//// LongTextCutOff
static string Cut(string text, int length = 80) => text.Length <= length ? text : text.Substring(0, length) + "...";
void M(User user, ILogger log)
{
    var address = user.Home.Street + ", " + user.Home.City;
    var shown = Cut(address);
    log.LogWarning("Undeliverable: {Address}", shown); // LEAK INS3001
}
//// ScrubbedByReference
static void Scrub(ref string text) => text = "(removed)";
static void Empty(out string text) => text = "";
void M(User user, ILogger log)
{
    var mail = user.Email;
    var name = user.FullName;
    var both = mail.Length + name.Length;
    Scrub(ref mail);
    Empty(out name);
    log.LogInformation("{Mail} {Name} of {Length}", mail, name, both);
}
//// ScrubbedByValue
static void Scrub(string text)
{
    text = "(removed)";
}
void M(User user)
{
    var mail = user.Email;
    Scrub(mail);
    Console.WriteLine("Left over: " + mail); // LEAK INS3005
}
//// AllowedMembersOnly
static readonly string[] Allowed = [nameof(User.Id), nameof(User.Plan), nameof(User.Tier)];
static object Read(User user, string member) => member switch
{
    nameof(User.Id) => user.Id,
    nameof(User.Plan) => user.Plan,
    nameof(User.Tier) => user.Tier,
    _ => "?",
};
void M(User user, ILogger log)
{
    user.Email = user.Email.Trim();
    var parts = Allowed.Select(x => x + "=" + Read(user, x));
    log.LogInformation("User {Parts}", string.Join(' ', parts));
}
//// BuilderClearedBetween
void M(User user, Func<string, bool> send, ILogger log)
{
    var text = new System.Text.StringBuilder();
    text.Append("Dear ").Append(user.FullName).AppendLine(",");
    var sent = send(text.ToString());
    text.Clear();
    text.Append("Letter to ").Append(user.Id).Append(sent ? " sent" : " kept");
    log.LogInformation("{Text}", text.ToString());
}
//// MaskKeepsTail
static string Tail(string? number)
{
    if (string.IsNullOrEmpty(number)) return "-";
    return number.Length < 8 ? number : new string('*', 4) + number[4..];
}
void Call(IUsers users, int id, ILogger log)
{
    var u = users.Get(id);
    var shown = Tail(u.Phone);
    log.LogInformation("Calling {Number}", shown); // LEAK INS3001
}
//// MaskOnlyReplacesSign
static string Obscure(string mail) => mail.Replace("@", " (at) ").Replace(".", " (dot) ");
void Publish(Customer c)
{
    var line = $"{c.Level}: {Obscure(c.Email)}";
    File.AppendAllText("contacts.txt", line); // LEAK INS3008
}
//// MaskKeepsNothing
static string Stars(string? text) => string.IsNullOrEmpty(text) ? "" : new string('*', Math.Min(text.Length, 12));
static string Dots(string text)
{
    var chars = new char[text.Length];
    for (var i = 0; i < chars.Length; i++)
        chars[i] = '.';
    return new string(chars);
}
void Call(IUsers users, ILogger log)
{
    foreach (var u in users.All())
        log.LogInformation("{Id}: {Phone} {Name}", u.Id, Stars(u.Phone), Dots(u.FullName));
}
//// LookupFallsBack
readonly Dictionary<string, string> _pseudonyms = new() { ["root@shop.example"] = "admin" };
string Pseudonym(string mail)
{
    if (_pseudonyms.TryGetValue(mail, out var known))
        return known;
    return mail;
}
void Count(User u, System.Diagnostics.Metrics.Counter<int> counter)
{
    var label = Pseudonym(u.Email);
    counter.Add(1, new KeyValuePair<string, object?>("who", label)); // LEAK INS3003
}
//// LookupHasDefault
static readonly Dictionary<string, string> Regions = new(StringComparer.OrdinalIgnoreCase)
{
    ["Berlin"] = "east", ["Hamburg"] = "north", ["Munich"] = "south",
};
static string Region(Address home) => Regions.TryGetValue(home.City, out var region) ? region : "elsewhere";
void Count(User u, System.Diagnostics.Metrics.Counter<int> counter, ILogger log)
{
    var region = Region(u.Home);
    counter.Add(1, new KeyValuePair<string, object?>("region", region));
    log.LogInformation("Order from {Region}", region);
}
//// AllowListFilters
static readonly HashSet<string> Allowed = new() { "plan", "tier", "country" };
static Dictionary<string, object?> Facts(User u) => new()
{
    ["plan"] = u.Plan, ["tier"] = u.Tier, ["country"] = u.Home.Country, ["email"] = u.Email, ["phone"] = u.Phone,
};
void Trace(User u, ILogger log)
{
    var facts = Facts(u).Where(f => Allowed.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);
    using (log.BeginScope(facts))
        log.LogInformation("{Count} facts", facts.Count);
}
//// DenyListForgetsCity
static readonly string[] Denied = { "email", "phone" };
static Dictionary<string, object?> Facts(User u) => new()
{
    ["plan"] = u.Plan, ["email"] = u.Email, ["phone"] = u.Phone, ["city"] = u.Home.City,
};
void Trace(IUsers users, int id, ILogger log)
{
    var facts = Facts(users.Get(id));
    foreach (var name in Denied)
        facts.Remove(name);
    log.LogInformation("Facts: {Facts}", string.Join(", ", facts.Select(f => f.Key + "=" + f.Value))); // LEAK INS3001
}
//// DeletedBeforeLog
static Dictionary<string, string?> Fields(Customer c, User u) => new()
{
    ["id"] = c.Id.ToString(), ["mail"] = c.Email, ["level"] = c.Level, ["phone"] = u.Phone,
};
void Trace(Customer c, User u, ILogger log)
{
    var fields = Fields(c, u);
    var reachable = fields["mail"] is { Length: > 0 } || fields["phone"] is not null;
    fields.Remove("mail");
    fields.Remove("phone");
    log.LogInformation("Reachable {Reachable}: {Fields}", reachable, string.Join(", ", fields.Select(f => f.Key + "=" + f.Value)));
}
//// CopyWithoutMail
static Customer Anonymous(Customer c) => c with { Email = "***" };
void Trace(Customer c, ILogger log)
{
    var copy = Anonymous(c);
    log.LogInformation("Order by {Customer}", copy);
    Console.WriteLine($"same person: {copy.Id == c.Id}, {copy.Level}");
}
//// CopyWithOtherLevel
static Customer Anonymous(Customer c) => c with { Id = 0, Level = "***" };
void Trace(Customer c, ILogger log)
{
    var copy = Anonymous(c);
    var text = $"Order by {copy}";
    log.LogInformation("{Text}", text); // LEAK INS3001
}
//// OverwrittenInFinally
interface ICrypto { void Use(string secret); }
void Verify(User u, ICrypto crypto, ILogger log)
{
    var secret = u.BirthDate.ToString("yyyyMMdd") + u.FullName;
    try
    {
        crypto.Use(secret);
    }
    finally
    {
        secret = "";
    }
    log.LogInformation("Verified, left over: '{Secret}'", secret);
}
//// LoggedBeforeFinally
interface ICrypto { void Use(string secret); }
void Verify(User u, ICrypto crypto, log4net.ILog log)
{
    var secret = u.FullName + "/" + u.Id;
    try
    {
        crypto.Use(secret);
    }
    catch (TimeoutException ex)
    {
        log.Warn("No answer for " + secret, ex); // LEAK INS3001
    }
    finally
    {
        secret = "";
    }
    log.Info("Verified " + secret);
}
//// KeyedHashIsTagged
sealed class Pseudonyms(byte[] key)
{
    public string Of(string mail)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(mail.Trim().ToLowerInvariant());
        return Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(key, bytes));
    }
}
void SignIn(User u, Pseudonyms pseudonyms, ILogger log)
{
    var who = pseudonyms.Of(u.Email);
    System.Diagnostics.Activity.Current?.SetTag("enduser.pseudonym", who);
    log.LogInformation("{Who} signed in, bucket {Bucket}", who, (u.Email.GetHashCode() & int.MaxValue) % 16);
}
//// RedactorForDevelopment
interface IMask { string Apply(string value); }
sealed class FullMask : IMask { public string Apply(string value) => "***"; }
sealed class NoMask : IMask { public string Apply(string value) => value; }
sealed class SafeLog(IMask mask, ILogger log)
{
    public void Contacted(int id, string address)
    {
        log.LogInformation("Contacted {Id} at {Address}", id, mask.Apply(address)); // LEAK INS3001
    }
}
void Contact(IUsers users, ILogger log, bool development)
{
    IMask mask = development ? new NoMask() : new FullMask();
    var safe = new SafeLog(mask, log);
    foreach (var u in users.All())
        safe.Contacted(u.Id, u.Email);
}
//// RedactorsThatDrop
interface IMask { string Apply(string? value); }
sealed class FixedMask(string text) : IMask { public string Apply(string? value) => value is null ? "none" : text; }
sealed class LengthMask : IMask { public string Apply(string? value) => "[" + (value?.Length ?? 0) + "]"; }
sealed class SafeLog(IMask mask, ILogger log)
{
    public void Contacted(int id, string? address) => log.LogInformation("Contacted {Id} at {Address}", id, mask.Apply(address));
}
void Contact(IUsers users, ILogger log, bool development)
{
    var safe = new SafeLog(development ? new LengthMask() : new FixedMask("<removed>"), log);
    foreach (var u in users.All())
        safe.Contacted(u.Id, u.Phone);
}
//// ConditionalMask
sealed class Settings { public bool ShowNames { get; set; } }
static string Shown(string name, Settings settings)
{
    var text = name;
    if (!settings.ShowNames)
        text = "(hidden)";
    return text;
}
void Enter(User u, Settings settings)
{
    var name = Shown(u.Display(), settings);
    System.Diagnostics.Debug.WriteLine("entered: " + name, "door"); // LEAK INS3005
}
//// ValidationGivesCodes
[Flags] enum Faults { None = 0, MailMissing = 1, MailMalformed = 2, PhoneForeign = 4, TooYoung = 8 }
static Faults Check(User u)
{
    var faults = Faults.None;
    if (u.Email.Length == 0) faults |= Faults.MailMissing;
    else if (!u.Email.Contains('@')) faults |= Faults.MailMalformed;
    if (u.Phone?.StartsWith("+49") == false) faults |= Faults.PhoneForeign;
    if (u.BirthDate > DateTime.Today.AddYears(-16)) faults |= Faults.TooYoung;
    return faults;
}
void Save(User u, ILogger log)
{
    var faults = Check(u);
    if (faults == Faults.None) return;
    log.LogWarning("User {Id}: {Faults} ({Code})", u.Id, faults, (int)faults);
    throw new InvalidOperationException($"User {u.Id} has faults {faults}");
}
//// RedactorService !
internal sealed class SupportDesk(Microsoft.Extensions.Compliance.Redaction.IRedactorProvider provider, ILogger<SupportDesk> log)
{
    private readonly Microsoft.Extensions.Compliance.Redaction.Redactor _redactor = provider.GetRedactor("private");

    private string Safe(string? text) => text is null ? "(none)" : _redactor.Redact(text);

    internal void Open(User caller, string topic)
    {
        var who = Safe(caller.FullName);
        var phone = Safe(caller.Phone);
        log.LogInformation("{Who} ({Phone}) asks about {Topic}", who, phone, topic);
    }
}

//// RedactorForgottenBranch !
internal sealed class ComplaintDesk(Microsoft.Extensions.Compliance.Redaction.Redactor redactor, ILogger<ComplaintDesk> log)
{
    private string Show(string text, bool redact)
    {
        if (redact) return redactor.Redact(text);
        return text.Length > 30 ? text[..30] + "..." : text;
    }

    internal void Complain(User user, bool production)
    {
        log.LogInformation("Complaint of {Who}", Show(user.FullName, production)); // LEAK INS3001
        log.LogInformation("Reply to {Mail}", redactor.Redact(user.Email));
    }
}

//// Pseudonym
private static string Pseudonym(string text)
{
    Span<byte> hash = stackalloc byte[32];
    System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text), hash);
    return "p-" + Convert.ToHexString(hash[..6]);
}
private void Visit(User patient, string clinic, ILogger log)
{
    var names = new[] { patient.FullName, patient.Email };
    var marks = Array.ConvertAll(names, Pseudonym);
    log.LogInformation("{Clinic}: {Marks}", clinic, marks);
}

//// HashedButLoggedInput
private void Register(User player, log4net.ILog log)
{
    var normal = player.Email.Normalize().ToUpperInvariant();
    var bytes = System.Text.Encoding.UTF8.GetBytes(normal);
    var hash = System.Security.Cryptography.SHA512.HashData(bytes);
    log.Info("hash " + Convert.ToBase64String(hash));
    log.Debug("input " + Convert.ToHexString(bytes)); // LEAK INS3001
}

//// MaskByConstant
private static string Masked(string? value) => string.IsNullOrEmpty(value) ? "-" : "***";
private void Compare(User before, User after, ILogger log)
{
    var changes = new List<string>();
    if (before.Email != after.Email) changes.Add("email: " + Masked(before.Email) + " -> " + Masked(after.Email));
    if (before.Phone != after.Phone) changes.Add("phone: " + Masked(before.Phone) + " -> " + Masked(after.Phone));
    if (before.Plan != after.Plan) changes.Add($"plan: {before.Plan} -> {after.Plan}");
    log.LogInformation("Changes: {Changes}", string.Join("; ", changes));
}

//// MaskKeepsDomain
private static string MaskMail(string mail)
{
    var at = mail.LastIndexOf('@');
    return at <= 0 ? "***" : mail[0] + new string('*', at - 1) + mail[at..];
}
private void Subscribe(User reader, ILogger log)
{
    var masked = MaskMail(reader.Email);
    log.LogDebug("Mask has {Length} chars", masked.Length);
    log.LogInformation("Subscribed {Masked}", masked); // LEAK INS3001
}

//// StarsOfLengthAgain
private void Draw(IEnumerable<User> users)
{
    foreach (var user in users)
    {
        var stars = new string('*', user.FullName.Length);
        var dashes = "".PadLeft(user.Email.IndexOf('@') + 1, '-');
        Console.WriteLine("{0,-8}{1}{2}", user.Id, stars, dashes);
    }
}

//// AllowListBySwitch
private static string Salutation(string title) => title.Trim().ToLowerInvariant() switch
{
    "mr" or "mr." => "Mr",
    "mrs" or "ms" => "Ms",
    "dr" or "prof" => "Dr",
    { Length: 0 } => "empty",
    _ => "other",
};
private void Greet(User guest, ILogger log)
{
    var first = guest.FullName.Split(' ', 2)[0];
    log.LogInformation("Salutation {Salutation}", Salutation(first));
}

//// AllowListWithFallback
private static string Region(string city) => city switch
{
    "Berlin" or "Potsdam" => "east",
    "Hamburg" or "Bremen" => "north",
    _ => city.ToLower(),
};
private void Route(User customer, ILogger log)
{
    var known = customer.Home.City is "Berlin" or "Hamburg";
    log.LogDebug("Known city: {Known}", known);
    log.LogInformation("Region {Region}", Region(customer.Home.City)); // LEAK INS3001
}

//// OverwrittenField
private string _last = "";
private void Process(IEnumerable<User> users, ILogger log)
{
    var remaining = 0;
    foreach (var user in users)
    {
        _last = user.Email;
        if (!_last.Contains('@')) remaining++;
        _last = "#" + user.Id;
        log.LogTrace("Processed {Last}", _last);
    }
    log.LogInformation("{Remaining} bad, last {Last}", remaining, _last);
}

//// ClearedBeforeScope
private void Impersonate(User admin, User target, ILogger log)
{
    string? label = admin.FullName + " as " + target.FullName;
    if (label.Length > 100) Console.Beep();
    label = null;
    using (log.BeginScope("impersonation {Label}", label))
        log.LogInformation("User {Admin} acts as {Target}", admin.Id, target.Id);
}

//// RefClear
private static void Scrub(ref string text) => text = $"({text.Length} chars)";
private static void Tidy(ref string text) => text = text.Trim().TrimEnd('.');
private void Store(User user, ILogger log)
{
    var a = user.Email;
    Scrub(ref a);
    log.LogInformation("Stored {A}", a);
    var b = user.Email;
    Tidy(ref b);
    log.LogInformation("Stored {B}", b); // LEAK INS3001
}

//// TryParseFlags
private void Validate(User user, ILogger log)
{
    var okMail = System.Net.Mail.MailAddress.TryCreate(user.Email, out _);
    var okPhone = long.TryParse(user.Phone, out _);
    var okCity = !string.IsNullOrWhiteSpace(user.Home.City);
    var flags = (okMail ? 1 : 0) | (okPhone ? 2 : 0) | (okCity ? 4 : 0);
    log.LogInformation("Mail {Mail}, phone {Phone}, flags {Flags:X}", okMail, okPhone, flags);
    if (flags != 7) throw new InvalidOperationException($"User {user.Id} is incomplete: {flags}");
}

//// ParsedNumberShown
private void Dial(User user, ILogger log)
{
    if (!ulong.TryParse(user.Phone?.TrimStart('+'), out var number))
    {
        log.LogWarning("User {Id} has no dialable number", user.Id);
        return;
    }
    log.LogInformation("Dialling {Number:N0}", number); // LEAK INS3001
}

//// EnumFromText
private enum Provider { Other, Swisscom, Telekom, Orange }
private static Provider Detect(string phone)
{
    if (phone.StartsWith("+4179")) return Provider.Swisscom;
    if (phone.StartsWith("+49151")) return Provider.Telekom;
    return phone.AsSpan().StartsWith("+336") ? Provider.Orange : Provider.Other;
}
private void Count(IEnumerable<User> users, System.Diagnostics.Metrics.Counter<int> counter)
{
    foreach (var user in users.Where(u => u.Phone != null))
        counter.Add(1, new KeyValuePair<string, object?>("provider", Detect(user.Phone!).ToString()));
}

//// ScrubbedRecord
private sealed record Ticket(int Id, [Pii] string Author, string Subject);
private void Close(Ticket ticket, ILogger log)
{
    log.LogInformation("Closed {Ticket}", ticket with { Author = "***" });
    var renamed = ticket with { Subject = "closed: " + ticket.Subject };
    log.LogInformation("Closed {Ticket}", renamed); // LEAK INS3001
}

//// RegexScrub
private static readonly System.Text.RegularExpressions.Regex Digits = new("[0-9]");
private void Sms(User user, ILogger log)
{
    var shape = Digits.Count(user.Phone ?? "");
    var matches = Digits.IsMatch(user.FullName);
    log.LogInformation("{Digits} digits in the phone, digits in the name: {Matches}", shape, matches);
    var found = Digits.Match(user.Phone ?? "");
    log.LogInformation("First digit at {Index}: {Success}", found.Index, found.Success);
}

//// RegexGroupValue
private static readonly System.Text.RegularExpressions.Regex MailParts = new("^(?<local>[^@]+)@(?<host>.+)$");
private void Split(User user, ILogger log)
{
    var match = MailParts.Match(user.Email);
    if (!match.Success) return;
    log.LogDebug("{Groups} groups", match.Groups.Count);
    log.LogInformation("Local part {Local}", match.Groups["local"].Value); // LEAK INS3001
}

//// TokenVault !
internal sealed class TokenVault
{
    private readonly Dictionary<string, Guid> _tokens = new();
    private readonly Dictionary<Guid, string> _values = new();

    internal Guid Tokenize(string value)
    {
        if (_tokens.TryGetValue(value, out var token)) return token;
        token = Guid.NewGuid();
        _tokens.Add(value, token);
        _values.Add(token, value);
        return token;
    }

    internal string Detokenize(Guid token) => _values[token];
}

internal sealed class Checkout(TokenVault vault, ILogger<Checkout> log)
{
    internal void Pay(User buyer, decimal amount)
    {
        var token = vault.Tokenize(buyer.Email);
        log.LogInformation("{Token} pays {Amount}", token, amount);
        var again = vault.Tokenize(buyer.Email) == token;
        log.LogDebug("Stable: {Again}", again);
        log.LogTrace("Receipt for {Target}", vault.Detokenize(token)); // LEAK INS3001
    }
}

//// AnonymisedCopy !
internal sealed class Answer
{
    public int Question { get; init; }
    [Pii] public string Author { get; set; } = "";
    public int Score { get; init; }
}

internal sealed record PublicAnswer(int Question, int Score, bool Signed)
{
    internal static PublicAnswer From(Answer a) => new(a.Question, a.Score, a.Author is not "" and not "anonymous");
}

internal sealed class Survey(ILogger<Survey> log)
{
    internal void Close(List<Answer> answers)
    {
        foreach (var published in answers.OrderBy(a => a.Author).Select(PublicAnswer.From).Distinct())
            log.LogInformation("{Answer}", published);
        log.LogInformation("{Json}", System.Text.Json.JsonSerializer.Serialize(answers.ConvertAll(PublicAnswer.From)));
    }
}

//// GroupedCounts
private void Statistics(IUsers users, ILogger log)
{
    var cities = users.All().GroupBy(u => u.Home.City).ToDictionary(g => g.Key, g => g.Count());
    log.LogInformation("{Cities} cities, largest has {Largest}", cities.Count, cities.Values.Max());
    log.LogInformation("Sizes {Sizes}", cities.Values.OrderDescending().ToList());
    var biggest = cities.MaxBy(c => c.Value);
    log.LogInformation("{Users} users live together", biggest.Value);
    log.LogInformation("They live in {City}", biggest.Key); // LEAK INS3001
}

//// ConstantSwitchedOff
private const bool ShowPersonal = false;
private void Dump(User user, ILogger log)
{
    if (ShowPersonal)
        log.LogDebug("Full dump: {Name} {Mail}", user.FullName, user.Email);
    var text = ShowPersonal ? user.FullName : "user " + user.Id;
    log.LogInformation("Dumped {Text}", text);
}
//// HashedOrOnlyEncoded
public void Identify(ILogger log, User user)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(user.Email.ToLowerInvariant());
    var hash = System.Security.Cryptography.SHA256.HashData(bytes);
    log.LogInformation("User {Hash}", Convert.ToHexString(hash));
    log.LogInformation("User {Hash}", Convert.ToHexString(hash)[..8]);
    log.LogInformation("User {Bytes}", Convert.ToHexString(bytes)); // LEAK INS3001
}

//// EncryptedAndDecrypted
public void RoundTrip(ILogger log, User user)
{
    using var aes = System.Security.Cryptography.Aes.Create();
    var secret = aes.EncryptCbc(System.Text.Encoding.UTF8.GetBytes(user.Email), aes.IV);
    log.LogInformation("Stored {Secret}", Convert.ToBase64String(secret));
    var clear = System.Text.Encoding.UTF8.GetString(aes.DecryptCbc(secret, aes.IV));
    log.LogInformation("Restored {Length} characters", clear.Length);
    log.LogInformation("Restored {Clear}", clear); // LEAK INS3001
}

//// CleanersBehindAnInterface !
public interface ICleaner { string Clean(string value); }
public sealed class FullCleaner : ICleaner { public string Clean(string value) => value.Length == 0 ? "" : "***"; }
public sealed class EdgeCleaner : ICleaner { public string Clean(string value) => value.Length < 3 ? "***" : value[0] + "***" + value[^1]; }

public sealed class CleaningService(ILogger log, ICleaner configured)
{
    private readonly ICleaner _strict = new FullCleaner();

    public static CleaningService Default(ILogger log) => new(log, new EdgeCleaner());

    public void Handle(User user)
    {
        log.LogInformation("Handling {Mail}", _strict.Clean(user.Email));
        log.LogInformation("Handling {Mail}", configured.Clean(user.Email)); // LEAK INS3001
    }
}

//// MaskWithSwitch
private static string Mask(string value, bool full) => full ? new string('*', value.Length) : value[..1] + "***";

public void Show(ILogger log, User user)
{
    log.LogInformation("Mail {Mail}", Mask(user.Email, full: true));
    log.LogInformation("Plan {Plan}", Mask(user.Plan, full: false));
}

//// RedactorWithFallback
public void Write(ILogger log, User user, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
{
    var redacted = redactor.Redact(user.Email);
    log.LogInformation("Mail {Mail}", redacted);
    var shown = redacted.Length > 0 ? redacted : user.Email;
    log.LogInformation("Mail {Mail}", shown); // LEAK INS3001
    shown = redacted.Length > 0 ? redacted : "empty";
    log.LogInformation("Mail {Mail}", shown);
}

//// KnownCitiesOnly
private static readonly Dictionary<string, string> Hubs = new() { ["Paris"] = "eu-west", ["Oslo"] = "eu-north" };

public void Place(ILogger log, User user)
{
    var hub = Hubs.TryGetValue(user.Home.City, out var found) ? found : "default";
    log.LogInformation("Hub {Hub}", hub);
    var city = Hubs.Keys.SingleOrDefault(k => string.Equals(k, user.Home.City, StringComparison.OrdinalIgnoreCase));
    log.LogInformation("City {City}", city ?? "elsewhere");
}

//// PseudonymRegister
private readonly Dictionary<string, string> _names = new();

private string Pseudonym(string real)
{
    if (_names.TryGetValue(real, out var known))
        return known;
    var made = "person-" + (_names.Count + 1);
    _names.Add(real, made);
    return made;
}

public void Note(ILogger log, User user)
{
    log.LogInformation("Noted {Who}", Pseudonym(user.FullName));
    log.LogInformation("Everyone: {All}", string.Join(',', _names.Values));
}

//// RedactedWrapper !
public readonly struct Redacted<T>(T value)
{
    public T Value => value;
    public override string ToString() => "[" + typeof(T).Name + "]";
    public static implicit operator Redacted<T>(T value) => new(value);
    public Redacted<R> Map<R>(Func<T, R> map) => new(map(value));
}

public sealed class RedactedUse(ILogger log)
{
    public void Run(User user)
    {
        Redacted<string> mail = user.Email;
        log.LogInformation("Mail {Mail}", mail.ToString());
        log.LogInformation("Length {Length}", mail.Map(m => m.Length).Value);
        log.LogInformation($"Domain {mail.Map(m => m.Split('@')[^1])}");
    }
}

//// CollectionThatMasks !
public sealed class MaskedNames : IEnumerable<string>
{
    private readonly List<string> _items = [];
    public void Add(string name) => _items.Add(name.Length > 10 ? "long" : "short");
    public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class PlainNames : IEnumerable<string>
{
    private readonly List<string> _items = [];
    public void Add(string name) => _items.Insert(0, name);
    public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class NameReport(ILogger log)
{
    public void Write(User user)
    {
        MaskedNames masked = [user.FullName, .. user.Aliases];
        PlainNames plain = [user.Plan, .. user.Aliases];
        log.LogInformation("Names {Names}", string.Join(' ', masked));
        log.LogInformation("Names {Names}", string.Join(' ', plain)); // LEAK INS3001
    }
}

//// CharacterLoop
private static string Stars(string value)
{
    var result = new System.Text.StringBuilder();
    foreach (var c in value)
        result.Append(c == '@' ? '@' : '*');
    return result.ToString();
}

private static string KeepDigits(string value)
{
    var result = new System.Text.StringBuilder();
    foreach (var c in value)
        result.Append(char.IsDigit(c) ? c : '*');
    return result.ToString();
}

public void Show(ILogger log, User user)
{
    log.LogInformation("Mail {Mail}", Stars(user.Email));
    log.LogInformation("Street {Street}", KeepDigits(user.Home.Street)); // LEAK INS3001
}

//// ConfiguredScrubber !
public sealed class Scrubber(Func<string, string> rule)
{
    public static Scrubber None { get; } = new(s => s);
    public static Scrubber All { get; } = new(_ => "(removed)");
    public string Apply(string value) => rule(value);
    public Scrubber After(Scrubber first) => new(s => rule(first.Apply(s)));
}

public sealed class ScrubbedLog(ILogger log)
{
    public void Write(User user)
    {
        log.LogInformation("{Name}", Scrubber.All.Apply(user.FullName));
        log.LogInformation("{Name}", Scrubber.None.After(Scrubber.All).Apply(user.FullName));
    }
}

//// HashedMail
private static string Fingerprint(string value)
{
    var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(value));
    return Convert.ToBase64String(hash)[..12];
}

public void Subscribed(User user, ILogger logger)
{
    var id = Fingerprint(user.Email.Trim().ToLowerInvariant());
    logger.LogInformation("Subscribed {Fingerprint}", id);
    Console.WriteLine($"subscribed {id}");
}

//// EncodedMail
private static string Fingerprint(string value)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(value);
    return Convert.ToBase64String(bytes).TrimEnd('=');
}

public void Subscribed(User user, ILogger logger)
{
    var id = Fingerprint(user.Email.Trim().ToLowerInvariant());
    logger.LogInformation("Subscribed {Length} characters", id.Length);
    logger.LogInformation("Subscribed {Fingerprint}", id); // LEAK INS3001
}

//// LastFourDigits
private static string Mask(string number)
    => number.Length <= 4 ? "****" : new string('*', number.Length - 4) + number[^4..];

private static string Stars(string number) => new('*', number.Length);

public void Dialled(User user, ILogger logger)
{
    if (user.Phone is not { Length: > 0 } phone)
        return;
    logger.LogInformation("Dialled {Phone}", Stars(phone));
    logger.LogInformation("Dialled {Phone}", Mask(phone)); // LEAK INS3001
}

//// RedactedFields
public void Update(User user, Microsoft.Extensions.Compliance.Redaction.Redactor redactor, ILogger logger)
{
    var before = redactor.Redact(user.Email);
    using (logger.BeginScope(new Dictionary<string, object> { ["mail"] = before, ["user"] = user.Id }))
    {
        logger.LogInformation("Updating {Name}", redactor.Redact(user.FullName));
    }
    if (before.Length == 0)
        throw new InvalidOperationException($"No mail for {redactor.Redact(user.Display())}");
}

//// RedactedUnlessVerbose
public void Update(User user, bool verbose, Microsoft.Extensions.Compliance.Redaction.Redactor redactor, ILogger logger)
{
    var hidden = redactor.Redact(user.Email);
    var shown = verbose ? user.Email : hidden;
    logger.LogInformation("Updating {Hidden}", hidden);
    logger.LogInformation("Updating {Shown}", shown); // LEAK INS3001

    var name = user.FullName;
    name = redactor.Redact(name);
    logger.LogInformation("Named {Name}", name);
}

//// KeyedHash
private readonly byte[] _pepper = new byte[32];

internal string Pseudonym([Pii] string phone)
{
    using var hmac = new System.Security.Cryptography.HMACSHA256(_pepper);
    return Convert.ToHexString(hmac.ComputeHash(System.Text.Encoding.UTF8.GetBytes(phone)));
}

public void Called(User user, System.Diagnostics.Activity? span)
{
    if (user.Phone is null)
        return;
    var alias = Pseudonym(user.Phone);
    span?.SetTag("caller", alias);
    System.Diagnostics.Debug.WriteLine("caller " + alias);
}

//// CipheredNote
public void Store(User user, byte[] key, string path)
{
    using var aes = System.Security.Cryptography.Aes.Create();
    aes.Key = key;
    aes.GenerateIV();
    var plain = System.Text.Encoding.UTF8.GetBytes(user.FullName + "|" + user.Phone);
    var sealedBytes = aes.EncryptCbc(plain, aes.IV);
    File.WriteAllBytes(path + ".bin", sealedBytes);
    File.WriteAllText(path + ".len", plain.Length.ToString());
    File.WriteAllBytes(path + ".raw", plain); // LEAK INS3008
}

//// CompressedProfile
private static byte[] Squeeze(string text)
{
    using var target = new MemoryStream();
    using (var zip = new System.IO.Compression.GZipStream(target, System.IO.Compression.CompressionLevel.Fastest))
    {
        var raw = System.Text.Encoding.UTF8.GetBytes(text);
        zip.Write(raw, 0, raw.Length);
    }
    return target.ToArray();
}

public void Report(User user, ILogger logger)
{
    var plan = Squeeze(user.Plan);
    logger.LogInformation("Plan {Plan}", Convert.ToHexString(plan));
    var street = Squeeze(user.Home.Street);
    logger.LogInformation("Street of {Size} bytes", street.Length);
    logger.LogInformation("Street {Street}", Convert.ToHexString(street)); // LEAK INS3001
}

//// MaskerStrategies
private static readonly Dictionary<string, Func<string, string>> Maskers = new()
{
    ["stars"] = _ => "***",
    ["length"] = s => $"<{s.Length}>",
    ["state"] = s => string.IsNullOrWhiteSpace(s) ? "empty" : "filled",
};

public void Log(User user, string mode, ILogger logger)
{
    if (!Maskers.TryGetValue(mode, out var masker))
        masker = static _ => "hidden";
    logger.LogInformation("Mail {Mail}", masker(user.Email));
    logger.LogInformation("Name {Name}", masker(user.FullName));
}


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

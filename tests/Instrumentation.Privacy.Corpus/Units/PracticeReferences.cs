//// OutParameter
bool TryMail(IUsers users, int id, out string mail) { mail = users.Get(id).Email; return mail != ""; }
void M(ILogger log, IUsers users)
{
    if (TryMail(users, 4, out var found))
        log.LogInformation("found {Mail}", found); // LEAK INS3001
}
//// OutIsCode
bool TryClassify(User u, out int code) { code = u.Phone is null ? 404 : u.Phone.StartsWith("+49") ? 49 : 1; return code != 404; }
void M(ILogger log, User u)
{
    if (TryClassify(u, out var code))
        log.LogInformation("region {Code}", code);
}
//// RefOverwrites
void Scrub(ref string text) => text = "(" + text.Length + " chars)";
void M(ILogger log, User u)
{
    var name = u.FullName;
    Scrub(ref name);
    log.LogInformation("name {Name}", name);
}
//// IndexerReturnsPresence
class Registry
{
    private readonly Dictionary<string, User> _byMail = new();
    public bool this[string mail] => _byMail.ContainsKey(mail);
    public void Add(User u) => _byMail[u.Email] = u;
    public int Count => _byMail.Count;
}
void M(ILogger log, User u)
{
    var r = new Registry();
    r.Add(u);
    log.LogInformation("known: {Known} of {Count}", r[u.Email], r.Count);
}
//// ImplicitConversionToString
readonly struct Iban(string value)
{
    public static implicit operator string(Iban i) => i.Masked();
    public static implicit operator Iban(string s) => new(s);
    public string Masked() => "IBAN of " + value.Length + " digits";
}
void M(ILogger log, [Pii] string account)
{
    Iban iban = account;
    string text = iban;
    log.LogInformation("transfer to {Iban}", text);
}
//// ExplicitConversionKeeps
sealed class Mail
{
    private readonly string _value;
    private Mail(string v) => _value = v.Trim();
    public static explicit operator Mail(string s) => new(s);
    public static explicit operator string(Mail m) => m._value;
}
void M(ILogger log, User u)
{
    var mail = (Mail)u.Email;
    log.LogInformation("boxed {Mail}", mail);
    log.LogInformation("mail {Mail}", (string)mail); // LEAK INS3001
}
//// LoggerExtension !
internal static class LoggerExtensions2
{
    public static void Audit(this ILogger log, string action, string subject)
    {
        if (!log.IsEnabled(LogLevel.Information)) return;
        log.LogInformation("AUDIT {Action} {Subject}", action, subject); // LEAK INS3001
    }
    public static void Metric(this ILogger log, string name, long value) => log.LogInformation("METRIC {Name}={Value}", name, value);
}
internal class Archive(ILogger<Archive> log)
{
    public void Delete(User u)
    {
        log.Audit("delete", u.FullName);
        log.Metric("deleted.name.length", u.FullName.Length);
    }
}
//// OwnHandlerDropsValues !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct RedactingHandler
{
    private readonly System.Text.StringBuilder _text;
    public RedactingHandler(int literalLength, int formattedCount) => _text = new(literalLength + formattedCount * 3);
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append("***");
    public string Done() => _text.ToString();
}
internal static class SafeLog
{
    public static void Info(this ILogger log, RedactingHandler handler) => log.LogInformation(handler.Done());
}
internal class Portal(ILogger<Portal> log)
{
    public void Show(User u) => log.Info($"portal opened by {u.FullName} from {u.Home.City}");
}
//// OwnHandlerKeepsValues !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct LazyHandler
{
    private readonly System.Text.StringBuilder? _text;
    public LazyHandler(int literalLength, int formattedCount, ILogger log, out bool enabled)
    {
        enabled = log.IsEnabled(LogLevel.Debug);
        _text = enabled ? new System.Text.StringBuilder(literalLength) : null;
    }
    public void AppendLiteral(string s) => _text!.Append(s);
    public void AppendFormatted<T>(T value) => _text!.Append(value);
    public string Done() => _text?.ToString() ?? "";
}
internal static class LazyLog
{
    public static void Fine(this ILogger log, [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument("log")] LazyHandler handler)
    {
        var text = handler.Done();
        if (text.Length > 0)
            log.LogDebug(text); // LEAK INS3001
    }
}
internal class Portal(ILogger<Portal> log)
{
    public void Show(User u) => log.Fine($"portal opened by {u.FullName}");
}
//// DeconstructPart
class Pair(User u) { public void Deconstruct(out int id, out string name) { id = u.Id; name = u.FullName; } }
void M(ILogger log, User u)
{
    var (id, _) = new Pair(u);
    log.LogInformation("pair {Id}", id);
}
//// ParamsCounted
static string Count(params object?[] things) => things.Length + " things, " + things.Count(t => t is null) + " missing";
void M(ILogger log, User u) => log.LogInformation("{C}", Count(u.Email, u.Phone, u.FullName));
//// ParamsJoined
static string Join(string sep, params string?[] things) => string.Join(sep, things.Where(t => t != null));
void M(ILogger log, User u)
{
    log.LogInformation("{J}", Join("/", u.Plan, u.Home.Country));
    log.LogInformation("{J}", Join("/", u.Plan, u.Home.City)); // LEAK INS3001
}

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
//// OutContact
private static bool TryContact(User user, out string plan, out string? phone)
{
    plan = user.Plan;
    phone = user.Phone;
    return phone != null;
}

void Contact(ILogger log, User user)
{
    if (TryContact(user, out var plan, out var phone))
    {
        log.LogInformation("plan {Plan}", plan);
        log.LogInformation("phone {Phone}", phone); // LEAK INS3001
    }
    if (TryContact(user, out _, out var other))
        log.LogInformation("phone has {N} digits", other!.Length);
}

//// RefReplace
private static void Mask(ref string text) => text = "***";

private static void Trim(ref string text) => text = text.Trim();

void Masked(ILogger log, User user)
{
    var name = user.FullName;
    Mask(ref name);
    log.LogInformation("hello {Name}", name);
    Trim(ref name);
    log.LogInformation("hello again {Name}", name);
}

void Trimmed(ILogger log, User user)
{
    var name = user.FullName;
    Trim(ref name);
    log.LogInformation("hello {Name}", name); // LEAK INS3001
}

//// StructCopy
private struct Seat
{
    internal int Row;
    internal string Holder;
}

void Book(ILogger log, User guest)
{
    var seat = new Seat { Row = 4, Holder = "free" };
    var copy = seat;
    copy.Holder = guest.FullName;
    log.LogInformation("row {Row} {Holder}", seat.Row, seat.Holder);
    log.LogInformation("row {Row}", copy.Row);
}

//// ClassAlias
private sealed class Desk
{
    internal int Row;
    internal string Holder = "free";
}

void Reserve(ILogger log, User guest)
{
    var desk = new Desk { Row = 4 };
    var alias = desk;
    log.LogInformation("row {Row} {Holder}", desk.Row, desk.Holder);
    alias.Holder = guest.FullName;
    log.LogInformation("row {Row}", desk.Row);
    log.LogInformation("holder {Holder}", desk.Holder); // LEAK INS3001
}

//// RefLocalSlots
void Fill(User[] players)
{
    var names = new string[2];
    var plans = new string[2];
    ref var slot = ref plans[0];
    slot = players[0].Plan;
    Console.WriteLine(plans[0]);
    slot = ref names[0];
    slot = players[0].FullName;
    Console.WriteLine(plans[0]);
    Console.WriteLine(names[0]); // LEAK INS3005
}

//// SpanWindow
void Window(System.Diagnostics.Activity activity, User user)
{
    ReadOnlySpan<char> mail = user.Email;
    var at = mail.IndexOf('@');
    activity.SetTag("mail.at", at);
    activity.SetTag("mail.length", mail.Length);
    ReadOnlySpan<char> rest = at < 0 ? "none" : "some";
    activity.SetTag("mail.rest", rest.ToString());
    Span<char> stars = stackalloc char[mail.Length];
    stars.Fill('*');
    activity.SetTag("mail.masked", stars.ToString());
}

//// SpanCopied
void Copy(System.Diagnostics.Activity activity, User user)
{
    Span<char> buffer = stackalloc char[64];
    buffer.Fill(' ');
    activity.SetTag("before", new string(buffer));
    user.FullName.AsSpan().CopyTo(buffer);
    activity.SetTag("after", new string(buffer)); // LEAK INS3002
    activity.SetTag("size", buffer.Length);
}

//// InParameter
private readonly struct Reading(int sensor, string owner, double value)
{
    internal int Sensor { get; } = sensor;
    internal string Owner { get; } = owner;
    internal double Value { get; } = value;
}

private static void Report(in Reading reading, System.Diagnostics.Metrics.Counter<double> counter)
{
    counter.Add(reading.Value, new KeyValuePair<string, object?>("sensor", reading.Sensor));
}

void Measure(System.Diagnostics.Metrics.Counter<double> counter, User owner)
{
    var reading = new Reading(3, owner.FullName, 21.5);
    Report(in reading, counter);
    Report(new Reading(4, owner.Email, 20.0), counter);
}

//// SwapPair
private static void Swap<T>(ref T left, ref T right)
{
    var keep = left;
    left = right;
    right = keep;
}

void Exchange(ILogger log, User user)
{
    var first = user.Plan;
    var second = user.Email;
    log.LogInformation("first {First}", first);
    Swap(ref first, ref second);
    log.LogInformation("first {First}", first); // LEAK INS3001
}

//// ListHandedOver
private static void Collect(List<int> ids, List<string> names, User user)
{
    ids.Add(user.Id);
    names.Add(user.FullName);
}

void Gather(ILogger log, IUsers users)
{
    var ids = new List<int>();
    var names = new List<string>();
    foreach (var user in users.All())
        Collect(ids, names, user);
    log.LogInformation("{Count} names", names.Count);
    log.LogInformation("ids {Ids}", ids);
    names = ["nobody"];
    log.LogInformation("names {Names}", names);
}

//// InterlockedLast
private string current = "-";
private string? previous;

void Track(ILogger log, User user)
{
    Interlocked.Exchange(ref current, user.Plan);
    previous = Interlocked.Exchange(ref current, "none");
    log.LogInformation("now {Current} before {Previous}", current, previous);
    var mail = user.Email;
    var taken = Interlocked.Exchange(ref mail, "gone");
    log.LogInformation("taken {Length}", taken.Length);
}


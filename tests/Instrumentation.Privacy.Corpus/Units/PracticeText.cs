//// TxBuilderChain
void M(ILogger log, User u)
{
    var sb = new System.Text.StringBuilder("Dear ").Append(u.FullName).Append(',').AppendLine().AppendFormat("your plan is {0}", u.Plan);
    log.LogInformation("{Length} characters", sb.Length);
    log.LogInformation("{Letter}", sb.ToString()); // LEAK INS3001
}
//// TxBuilderCleared
void M(ILogger log, IEnumerable<User> users)
{
    var sb = new System.Text.StringBuilder();
    foreach (var u in users)
        sb.Append(u.Email).Append(';');
    var size = sb.Length;
    sb.Clear();
    sb.Append(size).Append(" characters of addresses");
    log.LogInformation("{Summary}", sb.ToString());
}
//// TxFormatSkipsArgument
void M(User u) => Console.WriteLine(string.Format("{0}/{1}", u.Id, u.Plan, u.Email));
//// TxStringCreate
static string Stars(string s) => string.Create(s.Length, s, static (span, source) =>
{
    span.Fill('*');
    if (source.Length > 40) span[0] = '+';
});
static string Reversed(string s) => string.Create(s.Length, s, static (span, source) =>
{
    source.AsSpan().CopyTo(span);
    span.Reverse();
});
void M(ILogger log, User u)
{
    log.LogInformation("{Stars}", Stars(u.Email));
    log.LogInformation("{Reversed}", Reversed(u.Email)); // LEAK INS3001
}
//// TxSpanDomain
void M(ILogger log, User u)
{
    ReadOnlySpan<char> mail = u.Email;
    var at = mail.LastIndexOf('@');
    log.LogDebug("@ at {Position}", at);
    var domain = mail[(at + 1)..];
    if (domain.SequenceEqual("example.org"))
        log.LogDebug("internal");
    else
        log.LogDebug("external: {Domain}", domain.ToString()); // LEAK INS3001
}
//// TxSpanOnlyMeasured
void M(ILogger log, User u)
{
    var phone = u.Phone.AsSpan().Trim();
    var digits = 0;
    foreach (var c in phone)
        if (char.IsAsciiDigit(c)) digits++;
    var kind = phone.StartsWith("+49") ? "domestic" : "foreign";
    log.LogInformation("{Kind} number with {Digits} digits, empty: {Empty}", kind, digits, phone.IsEmpty);
}
//// TxHashedBytes
void M(User u)
{
    byte[] bytes = System.Text.Encoding.UTF8.GetBytes(u.FullName);
    using (var sha = System.Security.Cryptography.SHA256.Create())
    {
        byte[] digest = sha.ComputeHash(bytes);
        System.Diagnostics.Trace.WriteLine(bytes.Length + " bytes -> " + BitConverter.ToString(digest).Replace("-", ""));
    }
}
//// TxRegexGroups
void M(ILogger log, User u)
{
    var match = System.Text.RegularExpressions.Regex.Match(u.Email, "^(?<name>[^@]+)@(?<host>.+)$");
    if (!match.Success)
    {
        log.LogWarning("Bad address of {Id}", u.Id);
        return;
    }
    log.LogInformation("Host begins at {Index}", match.Groups["host"].Index);
    log.LogInformation("Host is {Host}", match.Groups["host"].Value); // LEAK INS3001
}
//// TxRegexPartialMask
static readonly System.Text.RegularExpressions.Regex Inner = new("(?<=^..).+(?=@)");
void M(ILogger log, User u) => log.LogInformation("Sent to {Masked}", Inner.Replace(u.Email, "***")); // LEAK INS3001
//// TxRegexEvaluatorOnTemplate
void M(ILogger log, string template, User u)
{
    int filled = 0;
    string letter = System.Text.RegularExpressions.Regex.Replace(template, @"\{(\w+)\}", m =>
    {
        filled++;
        return m.Groups[1].Value == "name" ? u.FullName : u.Plan;
    });
    log.LogInformation("{Filled} fields filled, {Length} characters", filled, letter.Length);
}
//// TxInterpolationHandlers
void M(User u)
{
    var at = FormattableString.Invariant($"{u.BirthDate:yyyy-MM-dd}");
    Console.Out.WriteLine(at); // LEAK INS3005
    Span<char> buffer = stackalloc char[64];
    if (u.Id.TryFormat(buffer, out var written))
        Console.Out.WriteLine(buffer[..written].ToString());
}
//// TxFormattableArguments
void M(ILogger log, User u)
{
    FormattableString text = $"{u.Id} lives in {u.Home.City}";
    log.LogInformation("{Count} arguments in {Format}", text.ArgumentCount, text.Format);
}
//// TxCsvExporter !
internal class CsvExporter
{
    private readonly ILogger _logger;
    private readonly char _separator;

    public CsvExporter(ILogger<CsvExporter> logger, char separator = ';')
    {
        _logger = logger;
        _separator = separator;
    }

    public string Export(IReadOnlyList<User> users)
    {
        var csv = new System.Text.StringBuilder();
        Header(csv, "id", "name", "email");
        var longest = 0;
        for (var i = 0; i < users.Count; i++)
        {
            var row = Row(users[i].Id.ToString(), users[i].FullName, users[i].Email);
            longest = Math.Max(longest, row.Length);
            csv.AppendLine(row);
            if (i % 1000 == 999)
                _logger.LogDebug("{Rows} rows, {Bytes} bytes", i + 1, csv.Length);
        }

        _logger.LogInformation("Exported {Rows} rows with {Header}, longest {Longest}", users.Count, FirstLine("id", "name", "email"), longest);
        return csv.ToString();
    }

    private void Header(System.Text.StringBuilder csv, params string[] names) => csv.AppendLine(FirstLine(names));

    private string FirstLine(params string[] names) => string.Join(_separator, names);

    private string Row(params string[] cells) => string.Join(_separator, cells.Select(Quote));

    private static string Quote(string cell) => cell.Contains('"') ? '"' + cell.Replace("\"", "\"\"") + '"' : cell;
}
//// TxMailComposer !
internal sealed class MailComposer(ILogger<MailComposer> log)
{
    private const string Greeting = "Dear {0},";
    private readonly System.Text.StringBuilder _body = new();

    public MailComposer Greet(User u)
    {
        _body.AppendFormat(Greeting, u.FullName).AppendLine();
        return this;
    }

    public MailComposer Line(string text)
    {
        _body.AppendLine(text);
        return this;
    }

    public MailComposer Sign(string team)
    {
        _body.AppendLine().Append("-- ").Append(team);
        return this;
    }

    public string Compose()
    {
        var text = _body.ToString();
        log.LogDebug("Composed from {Greeting}", Greeting);
        log.LogDebug("Composed {Text}", text.ReplaceLineEndings(" ")); // LEAK INS3001
        return text;
    }
}

internal class Welcome(MailComposer mail)
{
    public string For(User u) => mail.Greet(u).Line("Your account is ready.").Sign("Support").Compose();
}
//// TxUrlAndHtml
void M(ILogger log, User u)
{
    string query = "q=" + Uri.EscapeDataString(u.Home.Street);
    string html = System.Net.WebUtility.HtmlEncode(u.FullName);
    log.LogDebug("geocoding, {Length} characters of html", html.Length);
    log.LogDebug("geocoding {Query}", query); // LEAK INS3001
}
//// TxParserTokens !
internal enum TokenKind { Word, Number, Symbol }
internal readonly struct Token(TokenKind kind, string text)
{
    public TokenKind Kind { get; } = kind;
    [Pii] public string Text { get; } = text;
}

internal class NoteTokenizer(ILogger<NoteTokenizer> log)
{
    public List<Token> Read([Pii] string note)
    {
        var tokens = new List<Token>();
        var start = 0;
        while (start < note.Length)
        {
            if (char.IsWhiteSpace(note[start])) { start++; continue; }
            var end = start + 1;
            var kind = char.IsLetter(note[start]) ? TokenKind.Word : char.IsDigit(note[start]) ? TokenKind.Number : TokenKind.Symbol;
            while (end < note.Length && kind != TokenKind.Symbol && char.IsLetterOrDigit(note[end])) end++;
            tokens.Add(new Token(kind, note.Substring(start, end - start)));
            start = end;
        }

        foreach (var group in tokens.GroupBy(t => t.Kind))
            log.LogDebug("{Kind}: {Count}", group.Key, group.Count());
        if (tokens.Count > 0 && tokens[^1].Kind == TokenKind.Symbol)
            log.LogWarning("Note of {Length} characters ends with a symbol at {Start}", note.Length, start);
        return tokens;
    }
}
//// TxCharLoop
string Digits(string text)
{
    var kept = "";
    foreach (char c in text)
        if (char.IsDigit(c))
            kept += c;
    return kept;
}
void M(ILogger log, User u)
{
    var digits = Digits(u.Phone ?? "");
    log.LogInformation("dialing ...{Tail}", digits.Length > 4 ? digits.Substring(digits.Length - 4) : digits); // LEAK INS3001
}
//// TxFixedWidthRecord !
internal static class Sepa
{
    public static string Field(string value, int width)
    {
        if (value.Length > width)
            return value.Substring(0, width);
        return value.PadRight(width);
    }

    public static string Number(decimal value, int width)
    {
        return ((long)(value * 100)).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width, '0');
    }
}

internal class PaymentFile
{
    private readonly ILogger logger;
    private readonly System.Text.StringBuilder content = new System.Text.StringBuilder();
    private int records;
    private decimal total;

    public PaymentFile(ILogger<PaymentFile> logger) { this.logger = logger; }

    public void Add(User payee, decimal amount, string purpose)
    {
        string record = "C" + Sepa.Field(payee.FullName, 27) + Sepa.Number(amount, 11) + Sepa.Field(purpose, 27);
        content.AppendLine(record);
        records++;
        total += amount;
        logger.LogDebug("Record {Number} of {Length} characters: {Amount}, {Purpose}", records, record.Length, Sepa.Number(amount, 11), purpose.Trim());
    }

    public byte[] Close()
    {
        string trailer = "E" + Sepa.Number(total, 15) + records.ToString("D7");
        content.AppendLine(trailer);
        logger.LogInformation("Closed with {Trailer}", trailer);
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(content.ToString());
        logger.LogInformation("{Bytes} bytes, digest {Digest}", bytes.Length, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)));
        return bytes;
    }
}
//// LetterFromBuilder
class LetterWriter
{
    private readonly System.Text.StringBuilder _letter = new();

    private void Salutation(User user)
    {
        _letter.Append("Dear ").Append(user.Display());
        _letter.AppendLine(",");
    }

    public void Write(User user, string folder)
    {
        _letter.Clear();
        Salutation(user);
        _letter.AppendLine("your plan ends soon.");
        File.WriteAllText(Path.Combine(folder, user.Id + ".txt"), _letter.ToString()); // LEAK INS3008
    }
}
//// LabelByStringCreate
static string Label(string name) => string.Create(name.Length + 2, name, static (span, state) =>
{
    span[0] = '[';
    state.AsSpan().CopyTo(span[1..]);
    span[^1] = ']';
});

void Print(User user)
{
    var label = Label(user.FullName);
    Console.WriteLine("{0,-30}|{1}", label, user.Plan); // LEAK INS3005
}
//// OwnHandlerCollects
[System.Runtime.CompilerServices.InterpolatedStringHandler]
ref struct TraceHandler
{
    private readonly System.Text.StringBuilder _text;
    public TraceHandler(int literalLength, int formattedCount) => _text = new System.Text.StringBuilder(literalLength + 8 * formattedCount);
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append('<').Append(value?.ToString()).Append('>');
    public string Finish() => _text.ToString();
}

class Tracer(ILogger<Tracer> logger)
{
    public void Line(TraceHandler handler)
    {
        string text = handler.Finish();
        logger.LogTrace("{Line}", text); // LEAK INS3001
    }

    public void Moved(User u) => Line($"user {u.Id} moved to {u.Home.Street}");
}
//// RegexFillsPlaceholder
class Templates
{
    private static readonly System.Text.RegularExpressions.Regex Hole = new(@"\{(\w+)\}");

    public static string Fill(string template, User user) => Hole.Replace(template, match => match.Groups[1].Value switch
    {
        "plan" => user.Plan,
        "mail" => user.Email,
        _ => match.Value,
    });
}

void Reject(User user)
{
    string reason = Templates.Fill("No plan {plan} for {mail}", user);
    throw new InvalidOperationException(reason); // LEAK INS3004
}
//// BytesThereAndBack
byte[] Pack(User user)
{
    using var stream = new MemoryStream();
    using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
    writer.Write(user.Id);
    writer.Write(user.Email);
    writer.Flush();
    return stream.ToArray();
}

void Dump(User user)
{
    byte[] packet = Pack(user);
    string readable = System.Text.Encoding.UTF8.GetString(packet, 5, packet.Length - 5);
    System.Diagnostics.Trace.WriteLine("packet: " + readable); // LEAK INS3005
}
//// StackBufferTryWrite
void Tag(User user)
{
    Span<char> buffer = stackalloc char[96];
    if (!buffer.TryWrite($"{user.Plan}/{user.FullName}", out int written))
        return;
    ReadOnlySpan<char> used = buffer[..written];
    int slash = used.IndexOf('/');
    string tail = new string(used[(slash + 1)..]);
    System.Diagnostics.Activity.Current?.SetTag("owner", tail); // LEAK INS3002
}
//// BirthDateInvariant
static class DateText
{
    public static string Iso(DateTime date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

class AgeValidator(ILogger<AgeValidator> logger)
{
    public bool Validate(User user)
    {
        if (user.BirthDate.AddYears(18) <= DateTime.Today) return true;
        var culture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
        var text = string.Format(culture, "{0}: born {1}", user.Id, DateText.Iso(user.BirthDate));
        logger.LogWarning("Too young. " + text); // LEAK INS3001
        return false;
    }
}
//// DigitsOfPhone
class SmsGateway(HttpClient http)
{
    private static string Digits(string raw)
    {
        var chars = new char[raw.Length];
        int n = 0;
        foreach (char c in raw)
        {
            if (char.IsDigit(c)) chars[n++] = c;
        }
        return new string(chars, 0, n);
    }

    public async Task<bool> SendAsync(User user)
    {
        if (user.Phone == null) return false;
        var number = Digits(user.Phone);
        var answer = await http.GetAsync($"https://sms.example/send?to={Uri.EscapeDataString(number)}"); // LEAK INS3008
        return answer.IsSuccessStatusCode;
    }
}
//// CsvThroughTextWriter
class CsvExport
{
    private static string Quote(string s) => "\"" + s.Replace("\"", "\"\"") + "\"";

    private static string Row(User u)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        writer.Write(u.Id);
        writer.Write(';');
        writer.Write(Quote(u.Email));
        return writer.ToString();
    }

    public void Export(IUsers users, string path)
    {
        using var file = new StreamWriter(path, append: false);
        file.WriteLine("Id;Mail");
        foreach (var u in users.All())
            file.WriteLine(Row(u)); // LEAK INS3008
    }
}
//// WithoutDiacritics
static string Plain(string text)
{
    var parts = text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
        .ToArray();
    return string.Concat(parts).ToLowerInvariant().Replace(' ', '.');
}

void StartHome(System.Diagnostics.ActivitySource source, User user)
{
    var slug = Plain(user.FullName);
    using var activity = source.StartActivity("home");
    if (activity == null) return;
    activity.DisplayName = slug; // LEAK INS3002
}
//// BuilderClearedBeforeUse
void Notify(ILogger logger, User user, Action<string> mailer)
{
    var text = new System.Text.StringBuilder();
    text.Append("Hello ").Append(user.FullName).Append('!');
    mailer(text.ToString());
    text.Clear();
    text.Append("Notified user ").Append(user.Id);
    logger.LogInformation(text.ToString());
}
//// PositionsInText
class MailSyntax(ILogger<MailSyntax> logger)
{
    public bool Check(User user)
    {
        var span = user.Email.AsSpan().Trim();
        int at = span.IndexOf('@');
        int dots = span.Count('.');
        bool ok = at > 0 && at < span.Length - 1 && dots > 0;
        if (!ok)
            logger.LogWarning("Bad mail of {Id}: @ at {At}, {Dots} dots, {Length} characters", user.Id, at, dots, span.Length);
        return ok;
    }
}
//// RegexOnlyTests
class PhoneRules
{
    private static readonly System.Text.RegularExpressions.Regex Number = new(@"^\+?\d{6,15}$");

    public void Report(IUsers users)
    {
        foreach (var u in users.All())
        {
            var phone = u.Phone ?? "";
            var cleaned = System.Text.RegularExpressions.Regex.Replace(phone, @"[\s/-]", "");
            string verdict = Number.IsMatch(cleaned) ? "valid" : "invalid";
            Console.WriteLine($"{u.Id}: {verdict} ({Number.Count(cleaned)} matches)");
        }
    }
}
//// OwnHandlerDiscards
[System.Runtime.CompilerServices.InterpolatedStringHandler]
struct ShapeHandler
{
    private readonly System.Text.StringBuilder _shape;
    private int _holes;
    public ShapeHandler(int literalLength, int formattedCount) { _shape = new System.Text.StringBuilder(literalLength); _holes = 0; }
    public void AppendLiteral(string s) => _shape.Append(s);
    public void AppendFormatted<T>(T value) { _holes++; _shape.Append('_'); }
    public override string ToString() => _shape.ToString() + " (" + _holes + ")";
}

void Shape(ILogger logger, ShapeHandler handler)
{
    var shape = handler.ToString();
    logger.LogInformation("Shape: {Shape}", shape);
}

void Call(ILogger logger, User u) => Shape(logger, $"mail {u.Email} of {u.FullName}");
//// StarsOfSameLength
static string Mask(string? value)
{
    if (string.IsNullOrEmpty(value)) return "-";
    var masked = new char[value.Length];
    for (int i = 0; i < value.Length; i++)
        masked[i] = char.IsLetterOrDigit(value[i]) ? 'x' : '*';
    return new string(masked);
}

void Show(User user)
{
    Console.WriteLine("Phone: " + Mask(user.Phone));
    Console.WriteLine("Mail: " + new string('*', user.Email.Length));
    Console.WriteLine("Name: ".PadRight(user.FullName.Length, '.'));
}
//// OrderByCulture
class Sorter(ILogger<Sorter> logger)
{
    private static readonly StringComparer German = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);

    public User First(User a, User b)
    {
        int order = German.Compare(a.FullName, b.FullName);
        bool same = a.Email.Equals(b.Email, StringComparison.OrdinalIgnoreCase);
        logger.LogDebug("Compared {A} with {B}: {Order}, same mail: {Same}", a.Id, b.Id, Math.Sign(order), same);
        return order <= 0 ? a : b;
    }
}
//// TwoBuildersSideBySide
class Receipt
{
    public System.Text.StringBuilder Body { get; } = new();
    public System.Text.StringBuilder Journal { get; } = new();
}

void Charge(User user, decimal amount, Action<string, string> mailer)
{
    var receipt = new Receipt();
    receipt.Body.AppendJoin('\n', user.FullName, user.Home.Street, user.Home.City);
    receipt.Journal.AppendJoin(' ', "charged", user.Id, amount);
    mailer(user.Email, receipt.Body.ToString());
    File.AppendAllText("journal.txt", receipt.Journal.ToString());
}
//// BytesAreCounted
class SizeMeter(System.Diagnostics.Metrics.Counter<long> bytes)
{
    public void Measure(User user)
    {
        var encoding = System.Text.Encoding.UTF8;
        byte[] content = encoding.GetBytes(user.FullName + user.Email);
        long total = content.Length + encoding.GetByteCount(user.Phone ?? "");
        string bucket = total switch { < 64 => "small", < 256 => "medium", _ => "large" };
        bytes.Add(total, new KeyValuePair<string, object?>("bucket", bucket), new KeyValuePair<string, object?>("encoding", encoding.WebName));
    }
}
//// BufferOverwritten
void Rejected(User user, Action<string> vault)
{
    char[] buffer = user.Email.ToCharArray();
    vault(new string(buffer));
    Array.Fill(buffer, '#');
    var text = new string(buffer);
    text = $"Rejected user {user.Id:D6}";
    throw new InvalidOperationException(text);
}
//// TernaryTextOfFacts
string Summary(User user)
{
    var builder = new System.Text.StringBuilder();
    builder.Append(user.Email.EndsWith(".de", StringComparison.Ordinal) ? "german" : "foreign");
    builder.Append(", ").Append(user.Phone is null ? "no phone" : "phone");
    builder.Append(", ").Append(user.Salary > 100_000m ? "high" : "normal").Append(" income");
    builder.Append(", ").Append(user.Aliases.Length).Append(" aliases");
    return builder.ToString();
}

void Log(Serilog.ILogger log, User user) => log.Information("Summary: {Summary}", Summary(user));
//// BuilderAppendJoinAgain
class WelcomeLetters(ILogger<WelcomeLetters> log, IUsers users)
{
    string Head(User u)
    {
        var sb = new System.Text.StringBuilder();
        sb.AppendFormat("#{0} ", u.Id).AppendJoin(", ", new[] { u.Plan, u.FullName });
        sb.Insert(0, "To: ");
        return sb.ToString();
    }
    public void Send(int id)
    {
        var head = Head(users.Get(id)).TrimEnd();
        log.LogInformation("Letter prepared: {Head}", head); // LEAK INS3001
    }
}
//// BuilderClearedAndReused
interface IMailer { void Send(string text); }
void Notify(IEnumerable<User> users, IMailer mailer, ILogger log)
{
    var sb = new System.Text.StringBuilder();
    foreach (var u in users)
    {
        sb.Clear();
        sb.Append("Dear ").Append(u.FullName).AppendLine(",").Append("your plan is ").Append(u.Plan);
        mailer.Send(sb.ToString());
        sb.Clear();
        sb.Append("sent to #").Append(u.Id);
        log.LogInformation("{Line}", sb.ToString());
    }
}
//// StringCreateWithState
static string Code(User u) =>
    string.Create(u.FullName.Length + 1, u.FullName, static (span, name) =>
    {
        span[0] = '@';
        name.AsSpan().CopyTo(span[1..]);
    });
void Open(User u, System.Diagnostics.Activity? activity)
{
    var handle = Code(u);
    activity?.SetTag("user.handle", handle.ToLowerInvariant()); // LEAK INS3002
}
//// CharArrayCapitalised
static string Capitalise(string text)
{
    if (text.Length == 0) return text;
    char[] chars = text.ToCharArray();
    chars[0] = char.ToUpperInvariant(chars[0]);
    for (int i = 1; i < chars.Length; i++)
        if (chars[i - 1] == ' ') chars[i] = char.ToUpperInvariant(chars[i]);
    return new string(chars);
}
void Greet(IUsers users, int id)
{
    var u = users.Get(id);
    var nice = Capitalise(u.FullName);
    Console.WriteLine("Hello " + nice); // LEAK INS3005
}
//// PositionsOnly
void Validate(User u, ILogger log)
{
    var mail = u.Email.Trim();
    int at = mail.IndexOf('@');
    int dot = mail.LastIndexOf('.');
    int digits = mail.Count(char.IsDigit);
    if (at <= 0 || dot < at)
        log.LogWarning("Address of {Id} is malformed: length {Length}, at-sign at {At}, last dot at {Dot}", u.Id, mail.Length, at, dot);
    else
        log.LogDebug($"Address of {u.Id} has {digits} digits and {mail.Split('.').Length - 1} dots");
}
//// LocalPartByRange
class Nicknames(NLog.Logger logger)
{
    static string NickOf(string mail)
    {
        var at = mail.IndexOf('@');
        return at < 0 ? mail : mail[..at];
    }
    public void Assign(User u, ISet<string> taken)
    {
        var nick = NickOf(u.Email);
        for (int i = 2; taken.Contains(nick); i++) nick = NickOf(u.Email) + i;
        taken.Add(nick);
        logger.Info("Assigned nickname {Nick}", nick); // LEAK INS3001
    }
}
//// MaskOfEqualLength
string Mask(string? value)
{
    if (string.IsNullOrEmpty(value)) return "(none)";
    return new string('*', Math.Min(value.Length, 12));
}
void Show(User u)
{
    var lines = new List<string> { "User " + u.Id, "Mail " + Mask(u.Email), "Phone " + Mask(u.Phone) };
    Console.WriteLine(string.Join(Environment.NewLine, lines));
}
//// TemplateFilledByReplace
class Templates
{
    readonly Dictionary<string, string> _templates = new() { ["welcome"] = "Welcome {name}, you use {plan}" };
    string Fill(string key, User u)
    {
        var text = _templates[key];
        var values = new Dictionary<string, string> { ["plan"] = u.Plan, ["name"] = u.Display() };
        foreach (var (name, value) in values)
            text = text.Replace("{" + name + "}", value);
        return text;
    }
    public void Export(User u, string folder)
    {
        var body = Fill("welcome", u);
        File.WriteAllText(Path.Combine(folder, u.Id + ".txt"), body); // LEAK INS3008
    }
}
//// TemplateNotTheFilledText
interface IMailer { void Send(string to, string text); }
void Remind(User u, IMailer mailer, log4net.ILog log)
{
    const string fallback = "Dear {0}, please pay.";
    var template = u.Plan.Length > 0 ? "Dear {0}, please pay for " + u.Plan + "." : fallback;
    var text = string.Format(template, u.FullName);
    mailer.Send(u.Email, text);
    log.InfoFormat("Reminder used template '{0}' and came out {1} characters long", template, text.Length);
}
//// FormattableArguments
void Audit(User u, ILogger log)
{
    FormattableString line = $"{u.Id} changed the address to {u.Email}";
    log.LogDebug("Audit with {Count} holes", line.ArgumentCount);
    var text = FormattableString.Invariant(line);
    log.LogInformation("{Text}", text); // LEAK INS3001
}
//// FormattableFormatOnly
interface IDb { int Execute(string sql, object?[] args); }
void Store(User u, IDb db, ILogger log)
{
    FormattableString sql = $"update users set email = {u.Email}, phone = {u.Phone} where id = {u.Id}";
    int rows = db.Execute(sql.Format, sql.GetArguments());
    log.LogInformation("{Sql} changed {Rows} rows", sql.Format, rows);
}
//// BytesAndBackAgain
void Dump(IUsers users, int id)
{
    var u = users.Get(id);
    byte[] bytes = System.Text.Encoding.UTF8.GetBytes("name=" + u.FullName);
    using var memory = new MemoryStream();
    memory.Write(bytes, 0, bytes.Length);
    memory.Position = 0;
    using var reader = new StreamReader(memory);
    var first = reader.ReadLine();
    System.Diagnostics.Trace.TraceInformation(first); // LEAK INS3005
}
//// StringWriterReport
class Report
{
    static void Section(TextWriter to, string title, string value)
    {
        to.Write(title);
        to.Write(": ");
        to.WriteLine(value);
    }
    public void Fail(User u, IReadOnlyList<string> problems)
    {
        var writer = new StringWriter();
        Section(writer, "User", u.Id.ToString());
        Section(writer, "Street", u.Home.Street);
        foreach (var p in problems) Section(writer, "Problem", p);
        throw new InvalidOperationException(writer.ToString()); // LEAK INS3004
    }
}
//// ClassifiedByPrefix
static string Carrier(string? phone) => phone switch
{
    null or "" => "none",
    ['+', '4', '9', ..] => "de",
    ['+', '4', '3', ..] => "at",
    _ when phone.StartsWith("+1", StringComparison.Ordinal) => "us",
    _ => "other",
};
void Count(User u, System.Diagnostics.Metrics.Counter<long> counter)
{
    var region = Carrier(u.Phone);
    counter.Add(1, new KeyValuePair<string, object?>("region", region));
    counter.Add(1, new KeyValuePair<string, object?>("freemail", u.Email.EndsWith("@gmail.com") ? "yes" : "no"));
}
//// QueryStringOfParts
class Crm(HttpClient http)
{
    static string Query(params (string Key, string Value)[] parts) =>
        "?" + string.Join('&', parts.Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value)));
    public async Task<bool> Exists(User u)
    {
        var builder = new UriBuilder("https", "crm.example.com") { Path = "find" };
        var url = builder.Uri.AbsoluteUri + Query(("plan", u.Plan), ("mail", u.Email));
        var answer = await http.GetAsync(url); // LEAK INS3008
        return answer.IsSuccessStatusCode;
    }
}
//// KeyedHashAsHex
class Pseudonyms(byte[] key, Serilog.ILogger log)
{
    string Of(string value)
    {
        var normal = value.Trim().ToUpperInvariant();
        var hash = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(normal));
        return Convert.ToHexString(hash).Substring(0, 16);
    }
    public void SignIn(User u)
    {
        var pseudonym = Of(u.Email);
        log.Information("Sign-in of {Pseudonym} with {Plan}", "u-" + pseudonym, u.Plan);
    }
}
//// CommonPrefixChecks
void Compare(User a, User b, ILogger log)
{
    bool same = string.Equals(a.Email, b.Email, StringComparison.OrdinalIgnoreCase);
    int order = string.CompareOrdinal(a.FullName, b.FullName);
    var verdict = string.Concat(same ? "same mail" : "other mail", " / ", order == 0 ? "same name" : order < 0 ? "before" : "after");
    using var scope = log.BeginScope("{Verdict}", verdict);
    log.LogInformation("Merge candidates {A} and {B}: {Verdict}", a.Id, b.Id, verdict);
}
//// BuilderPassedAround
static void Head(System.Text.StringBuilder sb, int id) => sb.Append("user ").Append(id).Append(": ");
static System.Text.StringBuilder Body(System.Text.StringBuilder sb, User u)
{
    foreach (var role in u.Roles)
        sb.Append('[').Append(role).Append(']');
    return sb.AppendLine().AppendFormat("{0,-20}", u.FullName);
}
void Describe(User u, ILogger log)
{
    var sb = new System.Text.StringBuilder(64);
    Head(sb, u.Id);
    log.LogInformation("head {Text}", sb.ToString());
    Body(sb, u);
    log.LogInformation("text {Text}", sb.ToString()); // LEAK INS3001
}
//// BuilderClearedBetween
static string Take(System.Text.StringBuilder sb)
{
    var text = sb.ToString();
    sb.Clear();
    return text;
}
void Mail(User u, ILogger log, Action<string> send)
{
    var sb = new System.Text.StringBuilder();
    sb.Append("To: ").Append(u.Email);
    send(Take(sb));
    sb.Append("sent one mail, plan ").Append(u.Plan);
    log.LogInformation("{Text}", Take(sb));
}
//// StringCreateCopies
static string Frame(string inner) => string.Create(inner.Length + 2, inner, static (span, s) =>
{
    span[0] = '<';
    s.AsSpan().CopyTo(span[1..]);
    span[^1] = '>';
});
void Publish(User u, System.Diagnostics.Activity activity)
{
    var framed = Frame(u.FullName);
    activity.SetTag("frame.length", framed.Length);
    activity.AddEvent(new System.Diagnostics.ActivityEvent("published " + framed)); // LEAK INS3002
}
//// StringCreateStars
static string Mask(string secret) => string.Create(secret.Length, secret.Length, static (span, n) =>
{
    span.Fill('*');
    if (n > 8)
        span[n / 2] = '-';
});
void Publish(User u, ILogger log)
{
    var masked = Mask(u.Phone ?? "");
    var line = new string('=', u.FullName.Length);
    log.LogInformation("phone {Masked}\n{Line}", masked, line);
}
//// SpanSlicesMailbox
static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char mark)
{
    var at = text.IndexOf(mark);
    return at < 0 ? text : text[..at];
}
void Check(Customer c, bool known)
{
    var box = Before(c.Email, '@');
    if (box.IsEmpty)
        throw new FormatException($"customer {c.Id} has no mailbox");
    if (!known)
        throw new KeyNotFoundException("no mailbox " + box.ToString()); // LEAK INS3004
}
//// StringWriterToText
static void Table(TextWriter w, IEnumerable<User> users)
{
    w.WriteLine("id;city");
    foreach (var u in users)
    {
        w.Write(u.Id);
        w.Write(';');
        w.WriteLine(u.Home.City);
    }
}
void Export(IUsers users, string path)
{
    using var buffer = new StringWriter();
    Table(buffer, users.All());
    var text = buffer.ToString();
    File.WriteAllText(path + ".len", text.Length.ToString());
    File.WriteAllText(path, text); // LEAK INS3008
}
//// StringWriterOnlyMeasured
void Preview(IUsers users, ILogger log, Action<string> show)
{
    using var mails = new StringWriter();
    using var plans = new StringWriter();
    foreach (var u in users.All())
    {
        mails.WriteLine("{0} <{1}>", u.FullName, u.Email);
        plans.WriteLine(u.Plan);
    }
    show(mails.ToString());
    log.LogInformation("{Length} chars, plans {Plans}", mails.GetStringBuilder().Length, plans.ToString());
}
//// CustomFormatterHides
sealed class HidingFormat : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? type) => type == typeof(ICustomFormatter) ? this : null;
    public string Format(string? format, object? arg, IFormatProvider? provider) => arg switch
    {
        int n => n.ToString(),
        string s => "(" + s.Length + " chars)",
        _ => "?",
    };
}
void Say(User u, log4net.ILog log)
{
    var text = string.Format(new HidingFormat(), "user {0} {1} born {2}", u.Id, u.FullName, u.BirthDate);
    log.Info(text);
}
//// FormattableShortForm
readonly struct Caller(int id, string number) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => format switch
    {
        "n" => number,
        "i" => id.ToString(provider),
        _ => "caller",
    };
    public override string ToString() => ToString(null, null);
}
void Ring(User u, Serilog.ILogger log)
{
    var caller = new Caller(u.Id, u.Phone ?? "");
    log.Information($"ringing {caller}");
    log.Information($"ringing {caller:i}");
    log.Information($"ringing {caller:n}"); // LEAK INS3001
}
//// HandlerDropsValues
[System.Runtime.CompilerServices.InterpolatedStringHandler]
ref struct ShapeHandler
{
    private readonly System.Text.StringBuilder text;
    private int holes;
    public ShapeHandler(int literalLength, int formattedCount) => text = new System.Text.StringBuilder(literalLength + formattedCount * 3);
    public void AppendLiteral(string s) => text.Append(s);
    public void AppendFormatted<T>(T value) => text.Append('{').Append(holes++).Append('}');
    public override string ToString() => text.ToString();
}
static string Shape(ShapeHandler handler) => handler.ToString();
void Query(User u, ILogger log)
{
    var sql = Shape($"select * from users where mail = {u.Email} and plan = {u.Plan}");
    log.LogDebug("running {Sql}", sql);
}
//// HandlerKeepsValues
[System.Runtime.CompilerServices.InterpolatedStringHandler]
ref struct LineHandler
{
    private readonly List<string> pieces;
    public LineHandler(int literalLength, int formattedCount) => pieces = new List<string>(formattedCount * 2 + 1);
    public void AppendLiteral(string s) => pieces.Add(s);
    public void AppendFormatted(int value) => pieces.Add(value.ToString("D6"));
    public void AppendFormatted(string? value) => pieces.Add("'" + value + "'");
    public readonly string Finish() => string.Concat(pieces);
}
static void Print(LineHandler line) => Console.WriteLine(line.Finish()); // LEAK INS3005
void Query(User u) => Print($"user {u.Id} has phone {u.Phone}");
//// ArrayElementsBesideMail
static object[] Values(User u) => [u.Email, u.Plan, u.Tier];
static string Write(string format, object[] values) => string.Format(format, values);
void Label(User u, ILogger log, Action<string> send)
{
    var values = Values(u);
    send(Write("<{0}>", values));
    log.LogInformation("customer with {Plan} / {Tier}", values[1], values[2]);
}
//// ConcatOfArrayWithGap
void Join(User u, HttpClient http, string site)
{
    var parts = new string[5];
    parts[0] = "https://";
    parts[1] = site;
    parts[2] = "/lookup?by=";
    parts[3] = Uri.EscapeDataString(u.Aliases.FirstOrDefault() ?? "none");
    parts[4] = "&exact=1";
    http.DeleteAsync(string.Concat(parts[..2]));
    http.DeleteAsync(string.Concat(parts)); // LEAK INS3008
}
//// CharArrayWiped
static char[] Copy(string s)
{
    var chars = s.ToCharArray();
    return chars;
}
void Spell(User u, ILogger log, Action<char[]> speak)
{
    var chars = Copy(u.FullName);
    speak(chars);
    Array.Fill(chars, '.');
    log.LogInformation("spelled {Dots}", new string(chars));
}
//// BytesThereAndBackAgain
static byte[] Pack(string text)
{
    var body = System.Text.Encoding.UTF8.GetBytes(text);
    var packet = new byte[body.Length + 1];
    packet[0] = (byte)body.Length;
    body.CopyTo(packet, 1);
    return packet;
}
static string Unpack(byte[] packet) => System.Text.Encoding.UTF8.GetString(packet, 1, packet.Length - 1);
void Relay(User u, ILogger log, Action<byte[]> wire)
{
    var packet = Pack(u.Email);
    wire(packet);
    log.LogDebug("{Bytes} bytes", packet.Length);
    log.LogDebug("relayed {Text}", Unpack(packet)); // LEAK INS3001
}
//// KeyedHashHex
static string Token(byte[] key, string text)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(text.Trim().ToUpperInvariant());
    var hash = System.Security.Cryptography.HMACSHA256.HashData(key, bytes);
    return Convert.ToHexString(hash)[..16];
}
void Correlate(User u, byte[] key, System.Diagnostics.Activity activity, ILogger log)
{
    var token = Token(key, u.Email);
    activity.SetBaggage("user", token);
    log.LogInformation("user {Token}, {Bytes} bytes", token, System.Text.Encoding.Unicode.GetByteCount(u.Email));
}
//// ClearedBuilder
internal string Render(User u, ILogger log)
{
    var sb = new System.Text.StringBuilder();
    sb.Append("Dear ").Append(u.FullName).AppendLine(",");
    var letter = sb.ToString();
    sb.Clear();
    sb.Append("letter of ").Append(letter.Length).Append(" characters");
    log.LogInformation("Rendered {Result}", sb.ToString());
    return letter;
}

//// InsertedHeader
public void Header(User u, int page)
{
    var sb = new System.Text.StringBuilder("page ");
    sb.Append(page);
    Console.WriteLine(sb);
    sb.Insert(0, "Report on " + u.FullName + ", ");
    Console.WriteLine(sb); // LEAK INS3005
}

//// SlicedDomain
private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, char c)
{
    int at = text.IndexOf(c);
    return at < 0 ? default : text[(at + 1)..];
}

public void Domain(User u, ILogger log)
{
    var domain = After(u.Email.AsSpan(), '@');
    log.LogDebug("Domain of {Length} characters", domain.Length);
    if (domain.SequenceEqual("example.com")) log.LogDebug("A test address");
    log.LogDebug("Domain {Domain}", domain.ToString()); // LEAK INS3001
}

//// CreatedString
public void Spaced(User u, ILogger log)
{
    var spaced = string.Create(u.FullName.Length * 2, u.FullName, static (span, name) =>
    {
        for (int i = 0; i < name.Length; i++)
        {
            span[2 * i] = name[i];
            span[2 * i + 1] = ' ';
        }
    });
    log.LogInformation("S p a c e d: {Text}", spaced); // LEAK INS3001
}

//// StarMask
public void Masked(User u, ILogger log)
{
    var stars = string.Create(u.Email.Length, '*', static (span, c) => span.Fill(c));
    var same = new string('#', u.FullName.Length);
    log.LogInformation("{Mail} / {Name}", stars, same);
    Console.WriteLine("".PadLeft(u.Salary.ToString().Length, '.'));
}

//// FormattableStringParts
public void Query(User u, ILogger log)
{
    FormattableString sql = $"select * from users where mail = {u.Email} and plan = {u.Plan}";
    log.LogDebug("SQL {Sql} with {Count} arguments", sql.Format, sql.ArgumentCount);
    log.LogDebug("Plan {Plan}", sql.GetArgument(1));
    log.LogTrace("Whole {Sql}", FormattableString.Invariant(sql)); // LEAK INS3001
}

//// UnusedArgument
public void Formats(User u)
{
    Console.WriteLine(string.Format("User {0} has plan {2}", u.Id, u.FullName, u.Plan));
    Console.WriteLine("Tier {0:G} of {0:D}", u.Tier);
    var line = string.Format("{0,-8}|{1,30}|", u.Id, u.FullName);
    Console.WriteLine(new string('-', line.Length));
}

//// CompositeCached
private static readonly System.Text.CompositeFormat Greeting = System.Text.CompositeFormat.Parse("Welcome {0}, this is visit {1:N0}");

public void Welcome(User u, int visits, ILogger log)
{
    var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Greeting, u.FullName, visits);
    log.LogInformation("Banner needs {Width} columns for {Args} arguments", text.Length, Greeting.MinimumArgumentCount);
}

//// FormatSwitch !
internal sealed class Pupil([Pii] string name, int number) : IFormattable
{
    public override string ToString() => ToString("N", null);

    public string ToString(string? format, IFormatProvider? provider) => "Pupil " + number.ToString("0000", provider);

    public bool Matches(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}

internal static class Register
{
    public static void Call(IEnumerable<Pupil> pupils, ILogger log)
    {
        foreach (var p in pupils)
        {
            log.LogInformation("Present: {Pupil}", p);
            Console.WriteLine($"{p:F} and {p}");
        }
    }
}

//// FormattableCitizen !
internal readonly struct Citizen([Pii] string name, [Pii] string taxNumber) : IFormattable
{
    private readonly string _name = name;
    private readonly string _tax = taxNumber;
    public override string ToString() => "citizen";
    public string ToString(string? format, IFormatProvider? provider) => _name + " (" + _tax + ")";
}

internal static class TownHall
{
    public static void Serve(Citizen c)
    {
        Console.WriteLine("Serving " + c.ToString());
        Console.WriteLine($"Serving {c:F}"); // LEAK INS3005
    }
}

//// RegexGroups
private static readonly System.Text.RegularExpressions.Regex Mail = new(@"^(?<local>[^@]+)@(?<host>.+)$");

public void Inspect(User u, ILogger log)
{
    var m = Mail.Match(u.Email);
    log.LogInformation("Well formed: {Ok}, {Groups} groups", m.Success, m.Groups.Count);
    if (m.Success) log.LogInformation("Local part {Local}", m.Groups["local"].Value); // LEAK INS3001
}

//// RegexScrub
public void Scrub(User u, ILogger log)
{
    var pattern = new System.Text.RegularExpressions.Regex("[0-9]");
    int digits = pattern.Matches(u.Phone ?? "").Count;
    bool odd = pattern.IsMatch(u.FullName);
    log.LogInformation("{Digits} digits in phone, odd name: {Odd}", digits, odd);
    log.LogInformation("Pattern {Pattern}", pattern.ToString());
}

//// BasicHeaderText
public void Encoded(User u, ILogger log)
{
    byte[] raw = System.Text.Encoding.UTF8.GetBytes(u.Email + ":x");
    log.LogDebug("{Count} bytes", raw.Length);
    byte[] hash = System.Security.Cryptography.SHA256.HashData(raw);
    log.LogDebug("Digest {Digest}", Convert.ToHexString(hash));
    log.LogDebug("Basic {Header}", Convert.ToBase64String(raw)); // LEAK INS3001
}

//// HmacPseudonym
public string Pseudonym(User u, byte[] secret, ILogger log)
{
    using var mac = new System.Security.Cryptography.HMACSHA256(secret);
    var bytes = mac.ComputeHash(System.Text.Encoding.Unicode.GetBytes(u.Email.ToLowerInvariant()));
    var text = Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-');
    log.LogInformation("Joined as {Pseudonym}", text[..12]);
    return text;
}

//// ReversedName
public void Palindrome(User u)
{
    var letters = u.FullName.Where(char.IsLetter).Select(char.ToLower).ToArray();
    bool palindrome = letters.SequenceEqual(letters.Reverse());
    Console.WriteLine("Palindrome? " + palindrome);
    Array.Reverse(letters);
    Console.WriteLine("Reversed: " + new string(letters)); // LEAK INS3005
}

//// TypeNamePrinted
public void Types(User u, User[] team, ILogger log)
{
    Console.WriteLine("Got " + u);
    Console.WriteLine($"Team {team} and home {u.Home}");
    Console.WriteLine("Aliases: " + u.Aliases);
    log.LogInformation("Type {Type}", u.Email.GetType().Name);
    System.Diagnostics.Debug.WriteLine(string.Concat(nameof(u.Email), "=", u.Aliases.GetType()));
}

//// AnonymousPrinted
public void Summary(User u, ILogger log)
{
    var brief = new { u.Id, u.Plan, Named = u.FullName.Length > 0 };
    log.LogInformation("Brief {Brief}", brief);
    var full = new { brief.Id, Contact = new { u.Email, u.Home.Country } };
    log.LogInformation("Full {Full}", full.Contact.Country);
    log.LogInformation("Full {Full}", full); // LEAK INS3001
}

//// TuplePrinted
public void Pair(User u)
{
    (int Id, string Text) pair = (u.Id, u.FullName);
    Console.WriteLine(pair.Id);
    var bare = (pair.Id, Blank: pair.Text is "");
    Console.WriteLine(bare.ToString());
}

//// DroppingHandler !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct ShapeHandler
{
    private readonly System.Text.StringBuilder _shape;
    private int _holes;
    public ShapeHandler(int literalLength, int formattedCount) => _shape = new System.Text.StringBuilder(literalLength + formattedCount);
    public void AppendLiteral(string s) => _shape.Append(s);
    public void AppendFormatted<T>(T value) { _holes++; _shape.Append('?'); }
    public readonly string Shape => _shape + " (" + _holes + ")";
}

internal static class ShapeLog
{
    public static void Write(ShapeHandler h) => Console.WriteLine(h.Shape);

    public static void Example(User u) => Write($"Mail {u.Email} of {u.FullName} changed");
}

//// DigitCounter
public void Strength(User u, string password, ILogger log)
{
    int digits = 0, upper = 0;
    foreach (var c in u.FullName)
    {
        if (char.IsDigit(c)) digits++;
        else if (char.IsUpper(c)) upper++;
    }
    var verdict = digits > 0 ? "suspicious" : upper is 1 or 2 or 3 ? "usual" : "odd";
    bool contained = password.Contains(u.FullName, StringComparison.OrdinalIgnoreCase);
    log.LogInformation("Name looks {Verdict}; contained in the password: {Contained}", verdict, contained);
}

//// TruncateExtension !
internal static class TextTools
{
    public static string Truncate(this string s, int max) => s.Length <= max ? s : string.Concat(s.AsSpan(0, max), "…");
    public static string OrNone(this string? s) => string.IsNullOrWhiteSpace(s) ? "none" : "given";
}

internal sealed class FeedbackForm(ILogger<FeedbackForm> log)
{
    public void Submit(User u, string topic)
    {
        log.LogInformation("Feedback on {Topic}, phone {Phone}", topic.Truncate(20), u.Phone.OrNone());
        log.LogInformation("Feedback by {Name}", u.FullName.Truncate(20)); // LEAK INS3001
    }
}

//// StringWriterTable
private static void Row(TextWriter w, params object[] cells)
{
    foreach (var c in cells) w.Write("| {0} ", c);
    w.WriteLine("|");
}

public void Table(IUsers users)
{
    using var head = new StringWriter();
    using var body = new StringWriter();
    Row(head, "Id", "Name", "Plan");
    foreach (var u in users.All()) Row(body, u.Id, u.FullName, u.Plan);
    Console.Write(head.ToString());
    Console.Write(body.ToString()); // LEAK INS3005
}

//// SplitPattern
public void Names(User u, ILogger log)
{
    var kind = u.FullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => "empty",
        [_] => "single",
        [_, _] => "common",
        [_, .., _] => "long",
    };
    log.LogInformation("A {Kind} name", kind);
    if (u.FullName.Split(' ') is [.., var last]) log.LogInformation("Family {Last}", last); // LEAK INS3001
}

//// TemplateFill
private const string Template = """
    Dear {{name}},
    your {{plan}} plan ends on {{date}}.
    """;

public void Fill(User u, DateTime end, ILogger log)
{
    var common = Template.Replace("{{plan}}", u.Plan).Replace("{{date}}", end.ToString("d"));
    log.LogTrace("Common text {Text}", common);
    var values = new Dictionary<string, string> { ["name"] = u.FullName };
    var text = common;
    foreach (var (key, value) in values) text = text.Replace("{{" + key + "}}", value);
    log.LogTrace("Text {Text}", text); // LEAK INS3001
}

//// TryFormatBuffer
public void Slip(User u)
{
    Span<char> buffer = stackalloc char[32];
    if (u.Id.TryFormat(buffer, out int n)) Console.WriteLine(buffer[..n].ToString());
    if (u.Salary.TryFormat(buffer, out int written, "F2", System.Globalization.CultureInfo.InvariantCulture))
    {
        Console.WriteLine(written);
    }
}

//// EditDistance
private static int Distance(string a, string b)
{
    var row = Enumerable.Range(0, b.Length + 1).ToArray();
    for (int i = 1; i <= a.Length; i++)
    {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.Length; j++)
        {
            int above = row[j];
            row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
            diagonal = above;
        }
    }
    return row[^1];
}

public bool Similar(User a, User b, ILogger log)
{
    int d = Distance(a.FullName, b.FullName);
    log.LogInformation("{A} and {B} differ by {Distance}", a.Id, b.Id, d);
    return d < 3;
}

//// JoinedDates
public void Birthdays(IUsers users)
{
    var days = string.Join("; ", users.All().Select(u => u.BirthDate.ToString("dd MMM")));
    var plans = string.Join("; ", users.All().Select(u => u.Plan).Distinct());
    Console.WriteLine(plans);
    Console.Error.WriteLine(days); // LEAK INS3005
}

//// DebuggerOnly !
[System.Diagnostics.DebuggerDisplay("{Holder} {Balance}")]
internal sealed class Account
{
    public int Number { get; init; }
    [Pii] public string Holder { get; init; } = "";
    [Pii] public decimal Balance { get; init; }
    public string Currency { get; init; } = "EUR";
    public override string ToString() => $"{Currency} account {Number} ({(Balance < 0 ? "overdrawn" : "fine")})";
}

internal static class Bank
{
    public static void Close(Account a, ILogger log)
    {
        log.LogInformation("Closing {Account}", a);
        if (a.Balance != 0) throw new InvalidOperationException("Not empty: " + a);
    }
}

//// CustomFormatter !
internal sealed class PhoneFormatter : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? t) => t == typeof(ICustomFormatter) ? this : null;
    public string Format(string? format, object? arg, IFormatProvider? provider)
    {
        if (format == "hidden") return "***";
        return arg is string s ? "+" + s.TrimStart('0') : arg?.ToString() ?? "";
    }
}

internal static class Switchboard
{
    public static void Connect(User u)
    {
        var text = string.Format(new PhoneFormatter(), "call {0:intl} on line {1}", u.Phone, 4);
        Console.WriteLine(text); // LEAK INS3005
    }
}

//// RunesAndBytes
public void Bytes(User u, ILogger log)
{
    Span<byte> utf8 = stackalloc byte[64];
    int n = System.Text.Encoding.UTF8.GetBytes(u.FullName.AsSpan(0, Math.Min(16, u.FullName.Length)), utf8);
    int wide = 0;
    foreach (var r in u.FullName.EnumerateRunes()) if (r.Utf8SequenceLength > 1) wide++;
    log.LogDebug("{Bytes} bytes, {Wide} wide runes", n, wide);
    utf8.Clear();
    "unknown"u8.CopyTo(utf8);
    log.LogDebug("Now {Text}", System.Text.Encoding.UTF8.GetString(utf8[..7]));
}
//// BuilderByReference
ILogger log = null!;
static void AppendName(System.Text.StringBuilder b, User u) => b.Append('<').Append(u.FullName).Append('>');
static void AppendPlan(System.Text.StringBuilder b, User u) => b.Append('[').Append(u.Plan).Append(']');
public void Show(User user)
{
    var plan = new System.Text.StringBuilder();
    AppendPlan(plan, user);
    var name = new System.Text.StringBuilder(64);
    AppendName(name, user);
    log.LogInformation("{Plan}", plan.ToString());
    log.LogInformation("{Name}", name.ToString()); // LEAK INS3001
}
//// BuilderClearedAgain
readonly System.Text.StringBuilder buffer = new(256);
string Sign(User user)
{
    buffer.Clear();
    buffer.Append(user.Email).Append('|').Append(user.Id);
    var bytes = System.Text.Encoding.UTF8.GetBytes(buffer.ToString());
    buffer.Clear();
    return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));
}
public void Print(User user)
{
    var signature = Sign(user);
    buffer.Append("signature of ").Append(user.Id).Append(": ").Append(signature, 0, 8);
    Console.WriteLine(buffer.ToString());
}
//// SpanSlices
ILogger log = null!;
public void Domain(User user)
{
    ReadOnlySpan<char> mail = user.Email.AsSpan().Trim();
    int at = mail.LastIndexOf('@');
    log.LogInformation("@ at {At} of {Length}", at, mail.Length);
    var local = at < 0 ? mail : mail.Slice(0, at);
    Span<char> upper = stackalloc char[local.Length];
    local.ToUpperInvariant(upper);
    log.LogInformation("Local part {Local}", new string(upper)); // LEAK INS3001
}
//// SpanCompare
ILogger log = null!;
static int CommonPrefix(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
{
    int i = 0;
    while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
    return i;
}
public void Compare(User a, User b)
{
    int common = CommonPrefix(a.Email, b.Email);
    bool same = a.Email.AsSpan().Equals(b.Email, StringComparison.OrdinalIgnoreCase);
    int order = a.FullName.AsSpan().CompareTo(b.FullName, StringComparison.CurrentCulture);
    log.LogInformation("{A} and {B}: prefix {Common}, same {Same}, order {Order}", a.Id, b.Id, common, same, Math.Sign(order));
}
//// RegexGroupsAgain
ILogger log = null!;
static readonly System.Text.RegularExpressions.Regex phone = new(@"^\+(?<country>\d{1,3})\s?(?<rest>[\d ]+)$");
public void Parse(User user)
{
    var match = phone.Match(user.Phone ?? "");
    if (!match.Success)
    {
        log.LogWarning("User {Id} has a phone number that {Pattern} does not match", user.Id, phone.ToString());
        return;
    }
    var rest = match.Groups["rest"];
    log.LogInformation("{Count} groups, rest at {Index}", match.Groups.Count, rest.Index);
    log.LogInformation("Local number {Rest}", rest.Value.Replace(" ", "")); // LEAK INS3001
}
//// RegexMatches
ILogger log = null!;
static readonly System.Text.RegularExpressions.Regex word = new(@"\p{L}+");
public void Words(User user)
{
    bool valid = word.IsMatch(user.FullName);
    int words = word.Matches(user.FullName).Count;
    int longest = 0;
    foreach (System.Text.RegularExpressions.Match m in word.Matches(user.FullName)) longest = Math.Max(longest, m.Length);
    log.LogInformation("Name of {Id}: valid {Valid}, {Words} words, longest {Longest}", user.Id, valid, words, longest);
    if (word.Split(user.FullName).Length > 8) throw new FormatException($"The name of user {user.Id} has too many parts: {words}");
}
//// RegexEvaluator
ILogger log = null!;
static readonly System.Text.RegularExpressions.Regex hole = new(@"\$(\w+)");
public void Greeting(User user)
{
    var values = new Dictionary<string, string> { ["id"] = user.Id.ToString(), ["city"] = user.Home.City };
    var text = hole.Replace("Greetings to $city, no. $id", m => values[m.Groups[1].Value]);
    log.LogInformation(text); // LEAK INS3001
}
//// HexDump
static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", " ");
public void Dump(User user)
{
    var key = user.Key.ToByteArray();
    Console.WriteLine("key  " + Hex(key));
    var name = System.Text.Encoding.Unicode.GetBytes(user.FullName);
    Console.WriteLine("size {0}", name.Length);
    Console.WriteLine("name " + Convert.ToHexString(name, 0, Math.Min(8, name.Length))); // LEAK INS3005
}
//// EncodingSizes
ILogger log = null!;
public void Sizes(User user)
{
    foreach (var encoding in new[] { System.Text.Encoding.UTF8, System.Text.Encoding.Unicode, System.Text.Encoding.Latin1 })
        log.LogDebug("{Encoding}: {Bytes} bytes at most {Max}", encoding.WebName, encoding.GetByteCount(user.FullName), encoding.GetMaxByteCount(user.FullName.Length));
    var buffer = new byte[128];
    int written = System.Text.Encoding.UTF8.GetBytes(user.Email, 0, user.Email.Length, buffer, 0);
    log.LogDebug("{Written} of {Size} bytes used", written, buffer.Length);
    System.Security.Cryptography.CryptographicOperations.ZeroMemory(buffer);
}
//// UriBuilderQuery
ILogger log = null!;
static Uri Confirm(string host, string mail)
{
    var builder = new UriBuilder("https", host) { Path = "confirm" };
    builder.Query = "m=" + Uri.EscapeDataString(mail);
    return builder.Uri;
}
public void Send(User user)
{
    var link = Confirm("shop.example", user.Email);
    log.LogInformation("Link on {Host}, {Scheme}", link.Host, link.Scheme);
    log.LogInformation("Link {Link}", link.PathAndQuery); // LEAK INS3001
}
//// UriWithoutQuery
ILogger log = null!;
public async Task<bool> Probe(User user, HttpClient http)
{
    var builder = new UriBuilder("https://status.example/users") { Port = 8443, Fragment = "top" };
    builder.Path += "/" + user.Id;
    var address = builder.Uri;
    var body = new StringContent(user.Email);
    using var response = await http.PostAsync(address, body);
    log.LogInformation("Posted to {Address}: {Status}", address.AbsoluteUri, (int)response.StatusCode);
    return response.IsSuccessStatusCode;
}
//// ScanPath
ILogger log = null!;
static string Safe(string name)
{
    foreach (char c in Path.GetInvalidFileNameChars()) name = name.Replace(c, '_');
    return name;
}
public void Store(User patient, byte[] scan)
{
    var folder = Path.Combine("scans", patient.Key.ToString("N"));
    log.LogInformation("Folder {Folder}", Path.GetFullPath(folder));
    var file = Path.ChangeExtension(Path.Join(folder, Safe(patient.FullName)), ".dcm");
    log.LogInformation("{Bytes} bytes to {File}", scan.Length, Path.GetFileName(file)); // LEAK INS3001
}
//// ReaderLines
public void Letter(User user)
{
    string text = $"To {user.Home.Country}:\n{user.FullName}\n{user.Home.Street}\n";
    using var reader = new StringReader(text);
    int lines = 0;
    string? last = null;
    while (reader.ReadLine() is { } line) { lines++; last = line; }
    Console.WriteLine(lines);
    Console.WriteLine("Last line: " + last); // LEAK INS3005
}
//// WriterColumns
static void Head(TextWriter w) { w.Write("{0,-8}|", "id"); w.WriteLine("{0,6}", "roles"); }
static void Row(TextWriter w, User u, IFormatProvider p) { w.Write(string.Create(p, $"{u.Id,-8}|")); w.WriteLine(string.Create(p, $"{u.Roles.Count,6}")); }
public void Print(IUsers users)
{
    using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
    Head(writer);
    foreach (var u in users.All().Where(u => u.FullName.Length > 0).OrderByDescending(u => u.BirthDate)) Row(writer, u, writer.FormatProvider);
    Console.Write(writer.GetStringBuilder());
}
//// CreateWithState
ILogger log = null!;
static string Reverse(string s) => string.Create(s.Length, s, static (span, source) =>
{
    for (int i = 0; i < span.Length; i++) span[i] = source[^(i + 1)];
});
static string Stars(string s) => string.Create(s.Length, 'x', static (span, c) => span.Fill(c));
public void Show(User user)
{
    log.LogInformation("Stars {Text}", Stars(user.Email));
    log.LogInformation("Reversed {Text}", Reverse(user.Email)); // LEAK INS3001
}
//// ParsedFormat
static readonly System.Text.CompositeFormat pattern = System.Text.CompositeFormat.Parse("{0:D6} {1,-20}");
ILogger log = null!;
public void Line(User user)
{
    var culture = System.Globalization.CultureInfo.InvariantCulture;
    log.LogDebug("{Line}", string.Format(culture, pattern, user.Id, user.Plan));
    var line = string.Format(culture, pattern, user.Id, user.FullName);
    log.LogDebug("{Count} arguments needed", pattern.MinimumArgumentCount);
    log.LogDebug("{Line}", line); // LEAK INS3001
}
//// CultureMoney
readonly Dictionary<string, System.Globalization.CultureInfo> cultures = new() { ["DE"] = new("de-DE"), ["US"] = new("en-US") };
public void Payslip(User user)
{
    var culture = cultures.GetValueOrDefault(user.Home.Country, System.Globalization.CultureInfo.InvariantCulture);
    var day = DateTime.Today.ToString("d", culture);
    System.Diagnostics.Debug.WriteLine($"{day} {culture.NumberFormat.CurrencySymbol}");
    var amount = user.Salary.ToString("C2", culture);
    System.Diagnostics.Debug.WriteLine(day + " " + amount); // LEAK INS3005
}
//// TitleCaseNames
ILogger log = null!;
public void Names(IUsers users)
{
    var text = System.Globalization.CultureInfo.CurrentCulture.TextInfo;
    log.LogInformation("Culture {Culture}, right to left {Rtl}", text.CultureName, text.IsRightToLeft);
    var names = users.All().Select(u => text.ToTitleCase(u.FullName.ToLower()));
    var line = names.Aggregate((a, b) => a + text.ListSeparator + b);
    log.LogInformation("Guests {Line}", line); // LEAK INS3001
}
//// MaskAll
ILogger log = null!;
static string Mask(string? value) => string.IsNullOrEmpty(value) ? "(none)" : new string('*', value.Length);
static string Presence(string? value) => value switch { null => "missing", "" => "empty", { Length: > 20 } => "long", _ => "present" };
public void Show(User user)
{
    log.LogInformation("phone {Phone}, mail {Mail}", Mask(user.Phone), Mask(user.Email));
    log.LogInformation("street {Street}", Presence(user.Home.Street));
    Console.WriteLine("".PadLeft(user.FullName.Length, '#'));
}
//// MaskSome
ILogger log = null!;
static string Mask(string card) => string.Concat(new string('*', card.Length - 4), card.AsSpan(card.Length - 4));
static string Ellipsis(string s, int max) => s.Length <= max ? s : s.Remove(max - 1) + "…";
public void Pay([Pii] string card, string reason)
{
    log.LogInformation("Paying for {Reason}", Ellipsis(reason, 20));
    log.LogInformation("Card {Card}", Ellipsis(card, 12)); // LEAK INS3001
    log.LogInformation("Reason {Reason}", Mask("0000" + reason));
}
//// CharClasses
ILogger log = null!;
[Flags] enum Kinds { None = 0, Lower = 1, Upper = 2, Digit = 4, Other = 8 }
static Kinds Classify(string s)
{
    var kinds = Kinds.None;
    foreach (char c in s)
        kinds |= char.IsLower(c) ? Kinds.Lower : char.IsUpper(c) ? Kinds.Upper : char.IsAsciiDigit(c) ? Kinds.Digit : Kinds.Other;
    return kinds;
}
public void Password([Pii] string password, int userId)
{
    var kinds = Classify(password);
    bool weak = password.Length < 10 || System.Numerics.BitOperations.PopCount((uint)kinds) < 3;
    log.LogInformation("Password of {Id}: {Kinds}, weak {Weak}", userId, kinds, weak);
}
//// CharLoopDigits
ILogger log = null!;
static string Digits(string s)
{
    var kept = new List<char>();
    foreach (var c in s)
    {
        if (c is >= '0' and <= '9') kept.Add(c);
        else if (c == '+') { kept.Add('0'); kept.Add('0'); }
    }
    return new string(kept.ToArray());
}
public void Dial(User user)
{
    if (user.Phone is not { Length: > 0 } phone) { log.LogInformation("{Id} has no phone", user.Id); return; }
    var number = Digits(phone);
    log.LogInformation("{Count} digits", number.Length);
    log.LogInformation("Dialling {Number}", number); // LEAK INS3001
}
//// XmlInvoice
static System.Xml.Linq.XElement Party(User u) =>
    new("party", new System.Xml.Linq.XAttribute("id", u.Id), new System.Xml.Linq.XElement("street", u.Home.Street));
static System.Xml.Linq.XElement Total(User u, int amount) =>
    new("total", new System.Xml.Linq.XAttribute("plan", u.Plan), amount);
public void Print(User user)
{
    var total = Total(user, 12);
    Console.WriteLine(total);
    var document = new System.Xml.Linq.XDocument(new System.Xml.Linq.XElement("invoice", Party(user), total));
    Console.WriteLine(document.Root!.Name.LocalName);
    Console.WriteLine(document.ToString(System.Xml.Linq.SaveOptions.DisableFormatting)); // LEAK INS3005
}
//// XmlWriterCounts
ILogger log = null!;
public void Write(IUsers users, Stream target)
{
    using var xml = System.Xml.XmlWriter.Create(target);
    int n = 0;
    xml.WriteStartElement("users");
    foreach (var u in users.All())
    {
        xml.WriteStartElement("user");
        xml.WriteAttributeString("mail", u.Email);
        xml.WriteElementString("name", u.FullName);
        xml.WriteEndElement();
        n++;
        log.LogTrace("{N}: user {Id}, state {State}", n, u.Id, xml.WriteState);
    }
    xml.WriteEndElement();
    xml.Flush();
    log.LogInformation("{N} users, {Bytes} bytes", n, target.Position);
}
//// HtmlCell
ILogger log = null!;
static string Cell(object value, string css = "") => $"<td class=\"{css}\">{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(value.ToString() ?? "")}</td>";
public void Row(User user)
{
    var plain = Cell(user.Id, "id") + Cell(user.Tier);
    log.LogDebug("{Html}", plain);
    var named = plain + Cell(user.FullName, "name");
    log.LogDebug("{Html}", System.Net.WebUtility.HtmlDecode(named)); // LEAK INS3001
}
//// FormattableParts
ILogger log = null!;
static string Shape(FormattableString f) => f.Format + " with " + f.ArgumentCount;
static string Invariant(FormattableString f) => f.ToString(System.Globalization.CultureInfo.InvariantCulture);
public void Born(User user)
{
    log.LogInformation("{Shape}", Shape($"{user.FullName} was born {user.BirthDate:d}"));
    log.LogInformation("{Text}", Invariant($"{user.Id} has {user.Roles.Count:N0} roles"));
    log.LogInformation("{Text}", Invariant($"{user.Id} was born {user.BirthDate:yyyy-MM-dd}")); // LEAK INS3001
}
//// EditDistanceAgain
ILogger log = null!;
static int Distance(string a, string b)
{
    var previous = new int[b.Length + 1];
    for (int j = 0; j <= b.Length; j++) previous[j] = j;
    for (int i = 1; i <= a.Length; i++)
    {
        var current = new int[b.Length + 1];
        current[0] = i;
        for (int j = 1; j <= b.Length; j++)
            current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        previous = current;
    }
    return previous[^1];
}
public void Similar(User a, User b)
{
    int d = Distance(a.FullName.Normalize(), b.FullName.Normalize());
    log.LogInformation("Users {A} and {B} differ by {Distance}: {Verdict}", a.Id, b.Id, d, d <= 2 ? "maybe the same" : "different");
}
//// TryFormatBufferAgain
ILogger log = null!;
public void Stamp(User user)
{
    Span<char> buffer = stackalloc char[40];
    if (user.Key.TryFormat(buffer, out int n, "D")) log.LogInformation("Key {Key}", buffer[..n].ToString());
    if (user.BirthDate.TryFormat(buffer, out n, "yyyyMMdd", null)) log.LogInformation("Stamp {Stamp}", buffer[..n].ToString()); // LEAK INS3001
}
//// StreamRoundTripAgain
public void Spool(User user)
{
    using var memory = new MemoryStream();
    using (var writer = new StreamWriter(memory, leaveOpen: true)) { writer.Write(user.Id); writer.Write('\t'); writer.WriteLine(user.Email); }
    Console.WriteLine(memory.Length);
    memory.Position = 0;
    using var reader = new StreamReader(memory);
    var cells = reader.ReadToEnd().Split('\t', StringSplitOptions.TrimEntries);
    Console.WriteLine(cells.Length);
    Console.WriteLine(cells[1]); // LEAK INS3005
}
//// SortKeys
ILogger log = null!;
public void Rank(IUsers users)
{
    var compare = System.Globalization.CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
    var keyed = users.All().Select(u => (u.Id, Key: compare.GetSortKey(u.FullName, System.Globalization.CompareOptions.IgnoreCase))).ToList();
    keyed.Sort((x, y) => System.Globalization.SortKey.Compare(x.Key, y.Key));
    log.LogInformation("Order: {Ids}", string.Join(" < ", keyed.Select(k => k.Id.ToString("D4"))));
    log.LogInformation("Sorted by {Culture}", compare.Name);
}
//// AvatarAddress
ILogger log = null!;
static Uri Avatar(string mail)
{
    byte[] digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(mail.Trim().ToLowerInvariant()));
    var hex = new System.Text.StringBuilder(digest.Length * 2);
    foreach (byte b in digest) hex.Append(b.ToString("x2"));
    return new UriBuilder("https://avatars.example") { Path = "/a/" + hex, Query = "s=80" }.Uri;
}
public void Show(User user)
{
    var uri = Avatar(user.Email);
    log.LogInformation("Avatar of {Id}: {Uri}", user.Id, uri);
    Console.WriteLine(uri.Segments[^1]);
}
//// MentionCount
ILogger log = null!;
public int Mentions(User author, string article)
{
    var pattern = new System.Text.RegularExpressions.Regex(@"\b" + System.Text.RegularExpressions.Regex.Escape(author.FullName) + @"\b");
    int n = pattern.Matches(article).Count, at = pattern.Match(article).Index;
    log.LogInformation("Author {Id} is mentioned {N} times, first at {At}; the options are {Options}", author.Id, n, at, pattern.Options);
    return n;
}
//// RuneCategories
public void Scripts(User user)
{
    var counts = new SortedDictionary<System.Globalization.UnicodeCategory, int>();
    foreach (var rune in user.FullName.EnumerateRunes())
    {
        var category = System.Text.Rune.GetUnicodeCategory(rune);
        counts[category] = counts.GetValueOrDefault(category) + 1;
    }
    bool ascii = System.Text.Ascii.IsValid(user.FullName);
    Console.WriteLine("ascii: {0}, {1} categories, {2} marks", ascii, counts.Count, counts.GetValueOrDefault(System.Globalization.UnicodeCategory.NonSpacingMark));
}
//// BufferOverwrittenAgain
ILogger log = null!;
static void Check(char[] chars, out bool valid)
{
    valid = Array.TrueForAll(chars, c => !char.IsControl(c));
}
public void Pin([Pii] string pin, int terminal)
{
    string text = pin;
    char[] chars = text.ToCharArray();
    Check(chars, out bool valid);
    Array.Clear(chars);
    text = "terminal " + terminal.ToString("X4");
    text += valid ? " accepted" : " refused";
    log.LogInformation(text);
}
//// TemplateOnly
ILogger log = null!;
sealed class Template(string text)
{
    readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
    public Template Set(string name, string value) { values[name] = value; return this; }
    public string Source => text;
    public IEnumerable<string> Missing => text.Split('%').Where((_, i) => i % 2 == 1).Where(n => !values.ContainsKey(n));
    public string Render() => values.Aggregate(text, (t, v) => t.Replace("%" + v.Key + "%", v.Value));
}
public void Send(User user, Action<string, string> send)
{
    var template = new Template("Dear %name%, we reach you at %phone%.").Set("name", user.FullName);
    if (user.Phone is { } phone) template.Set("phone", phone);
    log.LogInformation("'{Source}' lacks {Missing}", template.Source, string.Join(',', template.Missing));
    send(user.Email, template.Render());
}
//// BuilderReused
public void Lines(User user, Action<string> sms, ILogger log)
{
    var text = new System.Text.StringBuilder(64);
    text.Append("Dear ").Append(user.FullName).Append(',').AppendLine().Append("your code is ready");
    sms(text.ToString());
    var length = text.Length;
    text.Clear();
    text.Append("Sent ").Append(length).Append(" chars to user ").Append(user.Id);
    log.LogInformation("{Text}", text.ToString());
    text.Insert(0, '[').Append("] ").AppendJoin('/', user.Roles);
    log.LogInformation("{Text}", text);
}

//// BuilderCutBack
public void Receipt(User user, Action<string> printer, ILogger log)
{
    var text = new System.Text.StringBuilder();
    text.Append("Receipt of user ").Append(user.Id).Append(" on ").Append(user.Plan);
    var mark = text.Length;
    text.AppendFormat(", {0}", user.Home.Street);
    printer(text.ToString());
    log.LogDebug("Printed {Chars} chars, {Extra} of them address", text.Length, text.Length - mark);
    foreach (var part in text.GetChunks())
        log.LogTrace("Chunk {Chunk}", part.ToString()); // LEAK INS3001
}

//// RegexGroupsAgainAgain
private static readonly System.Text.RegularExpressions.Regex MailPattern = new(@"^(?<local>[^@]+)@(?<host>[^@]+)$");
public void Host(User user, ILogger log)
{
    var match = MailPattern.Match(user.Email);
    log.LogDebug("{Pattern}: {Success} at {Index}, groups {Groups}", MailPattern, match.Success, match.Index, MailPattern.GetGroupNames());
    if (!match.Success) throw new FormatException($"User {user.Id} has a mail address that does not match {MailPattern}");
    log.LogDebug("Local part of {Length}", match.Groups["local"].Length);
    log.LogDebug("Local part {Local}", match.Groups["local"].Value); // LEAK INS3001
}

//// FormatStrings !
internal sealed class Guest(User user) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => format switch
    {
        "N" => user.FullName,
        "P" => user.Plan,
        _ => user.Id.ToString(provider),
    };
    public override string ToString() => ToString(null, null);
}
internal sealed class Lobby(ILogger<Lobby> log)
{
    internal void Enter(Guest guest)
    {
        log.LogInformation("Room list of {Guest}", guest.ToString("N", System.Globalization.CultureInfo.InvariantCulture)); // LEAK INS3001
    }
    internal void Leave(Visitor visitor)
    {
        log.LogInformation("{Visitor} left, {Text}", visitor, $"{visitor:G} and {visitor,10:S}");
    }
}
internal sealed class Visitor(User user) : IFormattable
{
    internal bool Named => user.FullName.Length > 0;
    public string ToString(string? format, IFormatProvider? provider) => format == "S" ? $"{user.Tier}" : $"visitor {user.Id}{(Named ? "" : " (nameless)")}";
    public override string ToString() => ToString("G", null);
}

//// StarFormatter
private sealed class Stars : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;
    public string Format(string? format, object? arg, IFormatProvider? provider) => arg switch
    {
        null => "-",
        string s => new string('*', Math.Min(s.Length, 8)),
        IFormattable f => f.ToString(format, System.Globalization.CultureInfo.InvariantCulture),
        _ => arg.GetType().Name,
    };
}
public void Starred(User user)
{
    var line = string.Format(new Stars(), "{0} called from {1}, line {2:D3}", user.FullName, user.Phone, user.Id);
    Console.WriteLine(line);
}

//// CountingHandler !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct ShapeHandler(int literalLength, int formattedCount)
{
    private int _chars = 0;
    internal readonly int Literals => literalLength;
    internal readonly int Holes => formattedCount;
    internal readonly int Chars => _chars;
    public void AppendLiteral(string s) => _chars += s.Length;
    public void AppendFormatted<T>(T value) => _chars += value?.ToString()?.Length ?? 0;
}
internal sealed class Sms(ILogger<Sms> log)
{
    private int Cost(ShapeHandler text)
    {
        log.LogDebug("{Holes} holes, {Chars} chars, {Literals} of them fixed", text.Holes, text.Chars, text.Literals);
        return (text.Chars + 159) / 160;
    }
    internal void Quote(User user) => log.LogInformation("{Parts} parts", Cost($"Dear {user.FullName}, we ship to {user.Home.Street} in {user.Home.City}"));
}

//// CollectingHandler !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
internal ref struct NoteHandler
{
    private readonly System.Text.StringBuilder _text;
    public NoteHandler(int literalLength, int formattedCount, Notes notes, out bool enabled)
    {
        enabled = notes.Enabled;
        _text = new System.Text.StringBuilder(literalLength);
    }
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append('<').Append(value).Append('>');
    internal readonly string Finish() => _text.ToString();
}
internal sealed class Notes
{
    internal bool Enabled { get; set; } = true;
    internal void Add([System.Runtime.CompilerServices.InterpolatedStringHandlerArgument("")] NoteHandler note)
    {
        if (!Enabled) return;
        Console.WriteLine(note.Finish()); // LEAK INS3005
    }
}
internal sealed class Lesson(Notes notes)
{
    internal void Mark(User pupil, int mark) => notes.Add($"{pupil.FullName} got {mark}");
}

//// CreatedStrings
public void Created(User user, ILogger log)
{
    var hidden = string.Create(user.Email.Length, user.Email.IndexOf('@'), static (span, at) =>
    {
        span.Fill('x');
        if (at >= 0) span[at] = '@';
    });
    log.LogDebug("Shape {Shape}", hidden.Length);
    var upper = string.Create(user.Email.Length, user.Email, static (span, mail) =>
    {
        mail.AsSpan().CopyTo(span);
        for (var i = 0; i < span.Length; i++) span[i] = char.ToUpperInvariant(span[i]);
    });
    log.LogDebug("Upper {Upper}", upper); // LEAK INS3001
}

//// OwnToStrings !
internal class Person(User user)
{
    protected User User => user;
    public override string ToString() => $"person {user.Id}";
}
internal class Student(User user, string school) : Person(user)
{
    public override string ToString() => $"{base.ToString()} at {school}, {(User.BirthDate.AddYears(18) > DateTime.Today ? "minor" : "adult")}";
}
internal sealed class Teacher(User user) : Person(user)
{
    public override string ToString() => base.ToString() + " aka " + User.FullName;
}
internal sealed class Register(ILogger<Register> log)
{
    internal void Enrol(User user, string school)
    {
        Person student = new Student(user, school);
        log.LogInformation("Enrolled {Student}", student);
        Person[] pair = [student, new Person(user)];
        log.LogInformation("Pair {Pair}", string.Join<Person>(" and ", pair));
    }
    internal void Hire(User user)
    {
        Person teacher = new Teacher(user);
        log.LogInformation("Hired {Teacher}", teacher); // LEAK INS3001
    }
}

//// RecordsWithLists
private sealed record Team(string Title, List<string> Mails, int[] Ids)
{
    private readonly string _lead = Mails.FirstOrDefault() ?? "";
    internal string Lead => _lead;
    internal int Size => Mails.Count;
}
public void Teams(IReadOnlyList<User> members)
{
    var team = new Team("reds", members.Select(m => m.Email).ToList(), members.Select(m => m.Id).ToArray());
    Console.WriteLine(team);
    Console.WriteLine($"{team.Size}: {team with { Title = "blues" }}");
    Console.WriteLine(team.Lead); // LEAK INS3005
}

//// RecordOverrides !
internal abstract record Reading(string Device)
{
    public sealed override string ToString() => $"{GetType().Name} of {Device}";
}
internal sealed record Pulse(string Device, [Pii] string Wearer, int Beats) : Reading(Device);
internal sealed record Weight(string Device, [Pii] string Wearer, double Kilos) : Reading(Device);
internal record struct Alarm(Reading Cause, int Level);

internal sealed class Watch(ILogger<Watch> log)
{
    internal void Receive(User wearer, string device, int beats)
    {
        Reading reading = beats > 0 ? new Pulse(device, wearer.FullName, beats) : new Weight(device, wearer.FullName, -beats);
        log.LogInformation("Received {Reading}", reading);
        if (beats > 150) log.LogWarning("{Alarm}", new Alarm(reading, beats / 50));
    }
}

//// NestedRecord
private sealed record Slot(int Hour, Occupant? By);
private sealed record Occupant(string Name, bool Confirmed);
public void Calendar(User patient, ILogger log)
{
    var free = new Slot(9, null);
    var taken = free with { Hour = 10, By = new Occupant(patient.Display(), true) };
    log.LogInformation("{Free}, hour {Hour}, confirmed {Confirmed}", free, taken.Hour, taken.By is { Confirmed: true });
    var text = taken.ToString();
    log.LogInformation("Length {Length}", text.Length);
    log.LogInformation("{Taken}", text); // LEAK INS3001
}

//// TemplateEngine
private static string Render(string template, IReadOnlyDictionary<string, Func<object?>> values) =>
    System.Text.RegularExpressions.Regex.Replace(template, @"\{\{(\w+)\}\}", m => values.TryGetValue(m.Groups[1].Value, out var get) ? get()?.ToString() ?? "" : "?");

public void Letter(User user, ILogger log)
{
    var values = new Dictionary<string, Func<object?>> { ["id"] = () => user.Id, ["name"] = () => user.FullName };
    var neutral = new Dictionary<string, Func<object?>> { ["id"] = () => user.Id, ["named"] = () => user.FullName != "" };
    log.LogInformation("{Letter}", Render("No. {{id}}: {{named}}", neutral));
    var letter = Render("Dear {{name}}, your number is {{id}}", values);
    log.LogInformation("{Words} words", letter.Split(' ').Length);
    log.LogInformation("{Letter}", letter); // LEAK INS3001
}

//// SplitLengths
public void Parts(User user, ILogger log)
{
    var parts = user.FullName.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
    log.LogInformation("Lengths {Lengths}", string.Join("+", parts.Select(p => p.Length)));
    log.LogInformation("Stars {Stars}", string.Join(' ', Array.ConvertAll(parts, p => new string('*', p.Length))));
    log.LogInformation("Longest at {Index}", Array.IndexOf(parts, parts.MaxBy(p => p.Length)));
    var slug = string.Join('-', parts.Select(p => p.ToLowerInvariant())).Replace("'", "");
    log.LogInformation("Slug {Slug}", slug); // LEAK INS3001
}

//// HexDumpAgain
private static string Dump(ReadOnlySpan<byte> bytes, int width)
{
    var lines = new List<string>();
    for (var at = 0; at < bytes.Length; at += width)
        lines.Add($"{at:x4}  {Convert.ToHexString(bytes.Slice(at, Math.Min(width, bytes.Length - at)))}");
    return string.Join(Environment.NewLine, lines);
}
public void Wire(User user)
{
    byte[] frame = new byte[2 + System.Text.Encoding.Latin1.GetByteCount(user.Phone ?? "")];
    System.Buffers.Binary.BinaryPrimitives.WriteInt16BigEndian(frame, (short)user.Id);
    System.Diagnostics.Debug.WriteLine(Dump(frame.AsSpan(0, 2), 16));
    System.Text.Encoding.Latin1.GetBytes(user.Phone ?? "", frame.AsSpan(2));
    System.Diagnostics.Debug.Assert(frame.Length < 64, $"The frame has {frame.Length} bytes");
    System.Diagnostics.Debug.WriteLine(Dump(frame, 16)); // LEAK INS3005
}

//// IbanParsing !
internal readonly struct Iban : IParsable<Iban>
{
    private readonly string _text;
    private Iban(string text) => _text = text;
    public static bool TryParse([Pii] string? s, IFormatProvider? provider, out Iban result)
    {
        var compact = s?.Replace(" ", "").ToUpperInvariant() ?? "";
        result = new Iban(compact);
        return compact.Length is >= 15 and <= 34 && char.IsLetter(compact[0]);
    }
    public static Iban Parse([Pii] string s, IFormatProvider? provider) => TryParse(s, provider, out var iban) ? iban : throw new FormatException($"No IBAN of {s.Length} chars");
    public override string ToString() => _text is null ? "(none)" : $"IBAN of {_text.Length} chars";
    internal string Grouped() => string.Join(' ', _text.Chunk(4).Select(c => new string(c)));
}
internal sealed class Transfers(ILogger<Transfers> log)
{
    internal void Order([Pii] string typed, decimal amount)
    {
        if (!Iban.TryParse(typed, null, out var iban))
        {
            log.LogWarning("Not valid: {Iban}", iban);
            return;
        }
        log.LogInformation("{Amount:N2} to {Iban}", amount, iban);
        log.LogInformation("Confirm {Iban}", iban.Grouped()); // LEAK INS3001
    }
}

//// LastFour
private static string Tail(string number, int visible) =>
    number.Length <= visible ? new string('•', number.Length) : string.Concat(new string('•', number.Length - visible), number.AsSpan(number.Length - visible));
public void Masked(User user, Microsoft.Extensions.Compliance.Redaction.Redactor redactor, ILogger log)
{
    var phone = user.Phone ?? "";
    log.LogInformation("Redacted {Phone}", redactor.Redact(phone));
    log.LogInformation("Stars {Phone}", new string('•', phone.Length));
    log.LogInformation("Masked {Phone}", Tail(phone, 4)); // LEAK INS3001
}

//// Truncation
private static string Ellipsis(string text, int max) => text.Length <= max ? text : text[..(max - 1)] + "…";
public void Shorten(User user, string comment)
{
    using var activity = new System.Diagnostics.Activity("shorten");
    activity.SetTag("comment", Ellipsis(comment, 20));
    activity.SetTag("cut", user.Home.Street.Length > 20);
    activity.SetTag("street", Ellipsis(user.Home.Street, 20)); // LEAK INS3002
}

//// CompositeFormats
private static readonly System.Text.CompositeFormat Badge = System.Text.CompositeFormat.Parse("[{0,6}] {1}");
public void Badges(IEnumerable<User> team, ILogger log)
{
    foreach (var user in team)
    {
        log.LogInformation("{Badge}", string.Format(null, Badge, user.Id, user.Tier));
        log.LogInformation("{Format} takes {Count}", Badge.Format, Badge.MinimumArgumentCount);
        log.LogInformation("{Badge}", string.Format(null, Badge, user.Id, user.FullName)); // LEAK INS3001
    }
}

//// Transliteration
private static readonly Dictionary<char, string> Umlauts = new() { ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss" };
private static string Ascii(string text, out int replaced)
{
    var result = new List<char>(text.Length);
    replaced = 0;
    foreach (var c in text)
    {
        if (Umlauts.TryGetValue(c, out var two)) { result.AddRange(two); replaced++; }
        else result.Add(c);
    }
    return new string(result.ToArray());
}
public void Mrz(User user, ILogger log)
{
    var line = Ascii(user.FullName, out var replaced).PadRight(30, '<');
    log.LogDebug("{Replaced} letters replaced, {Fill} fill", replaced, line.Count(c => c == '<'));
    log.LogDebug("MRZ {Line}", line); // LEAK INS3001
}

//// CallerExpressions !
internal static class Guard
{
    internal static T NotNull<T>(T? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? text = null) where T : class =>
        value ?? throw new InvalidOperationException($"{text} is missing");
    internal static string Within(string value, int max, [System.Runtime.CompilerServices.CallerArgumentExpression("value")] string text = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0)
    {
        if (value.Length > max) throw new InvalidOperationException($"{text} has {value.Length} chars instead of {max} (line {line})");
        return value;
    }
}
internal sealed class Label(ILogger<Label> log)
{
    internal void Print(User user, Action<string> printer)
    {
        var phone = Guard.NotNull(user.Phone);
        printer(Guard.Within(user.FullName.Trim(), 40) + " " + Guard.Within(phone, 20));
        log.LogInformation("Printed {Fields}", string.Join(", ", nameof(user.FullName), nameof(user.Phone)));
    }
}

//// FormattableTexts
public void Queries(User user, ILogger log)
{
    FormattableString query = $"select * from users where mail = {user.Email} and plan = {user.Plan}";
    log.LogDebug("{Query} with {Count} arguments", query.Format, query.ArgumentCount);
    log.LogDebug("Plan {Plan}", query.GetArgument(1));
    log.LogDebug("{Query}", FormattableString.Invariant(query)); // LEAK INS3001
}

//// EditDistanceAgainAgain
private static int Distance(string a, string b)
{
    var row = Enumerable.Range(0, b.Length + 1).ToArray();
    for (var i = 1; i <= a.Length; i++)
    {
        var diagonal = row[0];
        row[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var cost = a[i - 1] == b[j - 1] ? 0 : 1;
            (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
        }
    }
    return row[b.Length];
}
public void Similar(User a, User b, System.Diagnostics.Metrics.Histogram<int> distances)
{
    var distance = Distance(a.FullName, b.FullName);
    distances.Record(distance, new KeyValuePair<string, object?>("plan", a.Plan), new KeyValuePair<string, object?>("close", distance < 3));
    Console.WriteLine($"{a.Id} ~ {b.Id}: {distance}");
}

//// TextTable
private sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> _rows = new();
    internal void Add(params object?[] cells) => _rows.Add(Array.ConvertAll(cells, c => c?.ToString() ?? ""));
    internal IEnumerable<int> Widths() => heads.Select((h, i) => Math.Max(h.Length, _rows.Select(r => r[i].Length).DefaultIfEmpty().Max()));
    internal string Rule() => string.Join("-+-", Widths().Select(w => new string('-', w)));
    internal IEnumerable<string> Body() => _rows.Select(r => string.Join(" | ", r.Zip(Widths(), (cell, width) => cell.PadRight(width))));
}
public void Report(IEnumerable<User> users)
{
    var table = new TextTable("id", "city");
    foreach (var user in users) table.Add(user.Id, user.Home.City);
    Console.WriteLine("Widths {0}", string.Join(",", table.Widths()));
    Console.WriteLine(table.Rule());
    foreach (var line in table.Body()) Console.WriteLine(line); // LEAK INS3005
}

//// XmlText
public void Xml(User user, ILogger log)
{
    var writer = new StringWriter();
    new System.Xml.Serialization.XmlSerializer(typeof(User)).Serialize(writer, user);
    log.LogInformation("{Size} chars of {Type}", writer.GetStringBuilder().Length, typeof(User).FullName);
    log.LogInformation("{Xml}", writer.ToString()); // LEAK INS3007
}

//// UriParts
public void Link(User user, string host, ILogger log)
{
    var builder = new UriBuilder("https", host, 443, "/confirm") { Query = "mail=" + Uri.EscapeDataString(user.Email) };
    var uri = builder.Uri;
    log.LogInformation("Link to {Host}{Path}, {Length} chars", uri.Host, uri.AbsolutePath, uri.AbsoluteUri.Length);
    log.LogInformation("Query {Query}", uri.Query); // LEAK INS3001
}

//// TuplesPrinted
public void Tuples(User user, Visit visit, ILogger log)
{
    var plain = (user.Id, user.Plan, Size: user.FullName.Length);
    log.LogInformation("{Plain} {Pair}", plain, KeyValuePair.Create(user.Id, user));
    var swapped = (plain.Plan, Owner: user);
    Console.WriteLine($"{swapped}");
    var where = Tuple.Create(visit.Id, visit.IpAddress);
    log.LogInformation("{Id} at {Length}", where.Item1, where.Item2.Length);
    log.LogInformation("{Where}", where); // LEAK INS3001
}

//// EntryState !
internal readonly struct Entry(string action, string actor)
{
    internal string Action => action;
    internal string Actor => actor;
    internal string Line() => $"{Actor} did {Action}";
}
internal sealed class Journal(ILogger<Journal> log)
{
    internal void Write(User user, string action)
    {
        var safe = new Entry(action, "user " + user.Id);
        log.Log(LogLevel.Information, new EventId(3, "journal"), safe, null, static (e, _) => e.Line());
        var named = new Entry(action, user.FullName);
        log.Log(LogLevel.Information, new EventId(4, action), action.Length, null, (n, _) => $"{n}: {named.Line()}"); // LEAK INS3001
    }
}

//// DebuggerOnlyAgain !
[System.Diagnostics.DebuggerDisplay("{Mail} ({Id})")]
internal sealed class Subscriber(int id, [Pii] string mail)
{
    internal int Id => id;
    [Pii] internal string Mail => mail;
    internal string ToCsv() => $"{id};{mail}";
}
internal sealed class Subscriptions(ILogger<Subscriptions> log)
{
    private readonly List<Subscriber> _all = new();
    internal void Add(Subscriber subscriber)
    {
        if (_all.Exists(s => string.Equals(s.Mail, subscriber.Mail, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"{subscriber} {subscriber.Id} is known, {_all.Count} in all");
        _all.Add(subscriber);
        log.LogInformation("Added {Subscriber}, {Bytes} bytes", subscriber, _all.Sum(s => s.ToCsv().Length));
        log.LogDebug("All: {All}", string.Join(", ", _all));
    }
}

//// IndentedReport
private static void Write(TextWriter writer, User user, bool full)
{
    var indented = new System.CodeDom.Compiler.IndentedTextWriter(writer, "  ");
    indented.WriteLine("user {0}", user.Id);
    indented.Indent++;
    if (full) indented.WriteLine("born {0:yyyy-MM-dd}", user.BirthDate);
    indented.WriteLine(user.Plan);
    indented.Flush();
}
public void Describe(User user, ILogger log)
{
    using var text = new StringWriter();
    Write(text, user, true);
    var lines = text.ToString().Split('\n');
    log.LogDebug("{Lines} lines", lines.Length);
    log.LogDebug("{Text}", lines[1].Trim()); // LEAK INS3001
}

//// LuhnCheck
private static bool Luhn(string digits)
{
    var sum = 0;
    for (var i = 0; i < digits.Length; i++)
    {
        var d = digits[^(i + 1)] - '0';
        if (i % 2 == 1) d = d > 4 ? d * 2 - 9 : d * 2;
        sum += d;
    }
    return sum % 10 == 0;
}
public bool Card([Pii] string number, int terminal, ILogger log)
{
    var digits = string.Concat(number.Where(char.IsAsciiDigit));
    if (digits.Length is < 12 or > 19)
    {
        log.LogWarning("Terminal {Terminal}: {Length} digits", terminal, digits.Length);
        return false;
    }
    var valid = Luhn(digits);
    log.LogInformation("Terminal {Terminal}: card {Valid}", terminal, valid ? "accepted" : "refused");
    return valid;
}

//// PasswordScore !
internal enum Strength { Empty, Weak, Fair, Strong }
internal sealed class PasswordMeter(ILogger<PasswordMeter> log)
{
    private static Strength Judge([Pii] string password, User owner)
    {
        if (password.Length == 0) return Strength.Empty;
        var kinds = password.Select(c => char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '1' : '#').Distinct().Count();
        var bad = password.Contains(owner.FullName, StringComparison.OrdinalIgnoreCase) || owner.Aliases.Any(password.Contains);
        return (kinds, bad, password.Length) switch
        {
            (_, true, _) or (1, _, < 12) => Strength.Weak,
            (3, _, >= 12) => Strength.Strong,
            _ => Strength.Fair,
        };
    }
    internal void Set(User owner, [Pii] string password)
    {
        var strength = Judge(password, owner);
        log.LogInformation("Password of {Id} is {Strength:G} ({Name})", owner.Id, strength, Enum.GetName(strength));
        if (strength < Strength.Fair) throw new InvalidOperationException($"The password is {strength.ToString().ToLowerInvariant()}");
    }
}

//// LocalizedTexts
private static readonly Dictionary<(string Country, bool Formal), string> Greetings = new()
{
    [("DE", true)] = "Guten Tag",
    [("DE", false)] = "Hallo",
    [("FR", true)] = "Bonjour",
};
public void Greet(User user, Action<string> screen, ILogger log)
{
    var formal = user.BirthDate < new DateTime(1970, 1, 1) || user.FullName.StartsWith("Dr.");
    var greeting = Greetings.GetValueOrDefault((user.Home.Country, formal), "Hello");
    screen($"{greeting}, {user.FullName}!");
    log.LogInformation("Greeted {Id} with '{Greeting}' ({Formal})", user.Id, greeting, formal);
    Console.WriteLine(greeting.PadRight(user.FullName.Length, '.'));
}

//// SpanFormattable !
internal readonly struct Seat(int row, char letter, [Pii] string passenger) : ISpanFormattable
{
    internal bool Taken => passenger.Length > 0;
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        format.SequenceEqual("L")
            ? System.MemoryExtensions.TryWrite(destination, provider, $"{row:D2}{letter} {(Taken ? "taken" : "free")}", out charsWritten)
            : System.MemoryExtensions.TryWrite(destination, provider, $"{row}{letter}", out charsWritten);
    public string ToString(string? format, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[24];
        return TryFormat(buffer, out var n, format, provider) ? new string(buffer[..n]) : row.ToString(provider);
    }
    public override string ToString() => ToString(null, null);
}
internal sealed class SeatMap(ILogger<SeatMap> log)
{
    internal void Assign(User passenger, int row)
    {
        var seat = new Seat(row, 'C', passenger.FullName);
        log.LogInformation("Seat {Seat}: {Text}", seat, $"{seat:L}");
        Console.WriteLine($"{seat,8}|{new Seat(row, 'D', "")}");
    }
}

//// GraphemeStats
public void Graphemes(User user, ILogger log)
{
    int letters = 0, marks = 0, others = 0;
    var elements = System.Globalization.StringInfo.GetTextElementEnumerator(user.FullName);
    var position = -1;
    while (elements.MoveNext())
    {
        position = elements.ElementIndex;
        var rune = elements.GetTextElement().EnumerateRunes().First();
        switch (System.Text.Rune.GetUnicodeCategory(rune))
        {
            case System.Globalization.UnicodeCategory.UppercaseLetter or System.Globalization.UnicodeCategory.LowercaseLetter: letters++; break;
            case System.Globalization.UnicodeCategory.NonSpacingMark: marks++; break;
            default: others++; break;
        }
    }
    log.LogInformation("{Letters} letters, {Marks} marks, {Others} others, last at {Position}", letters, marks, others, position);
    if (letters == 0) throw new FormatException($"The name of {user.Id} has no letter among {user.FullName.Length} chars");
}
//// SpanSlicesAgain
public void Inspect(ILogger log, User user)
{
    ReadOnlySpan<char> span = user.Email;
    var at = span.IndexOf('@');
    log.LogInformation("At position {Position} of {Length}", at, span.Length);
    span = span[(at + 1)..];
    log.LogInformation("Domain {Domain}", span.ToString()); // LEAK INS3001
    span = user.Plan;
    log.LogInformation("Plan {Plan}", span[..1].ToString());
}

//// BuilderClearedAndReusedAgain
public void Lines(ILogger log, User user)
{
    var text = new System.Text.StringBuilder();
    var same = text.Append("To: ").Append(user.Email);
    log.LogInformation("Header of {Length}", text.Length);
    text.Clear();
    same.Append("Plan: ").Append(user.Plan);
    log.LogInformation("{Line}", text.ToString());
    same.AppendLine().Append(user.Phone);
    same.Length = 0;
    log.LogInformation("{Line}", text.Append("end").ToString());
}

//// CreatedStringsAgain
public void Create(ILogger log, User user)
{
    var stars = string.Create(user.Email.Length, user.Email, (target, source) => target.Fill('*'));
    var upper = string.Create(user.Email.Length, user.Email, (target, source) => source.AsSpan().ToUpperInvariant(target));
    log.LogInformation("Stars {Stars}", stars);
    log.LogInformation("Upper {Upper}", upper); // LEAK INS3001
}

//// HidingFormatProvider !
public sealed class HidingProvider : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? type) => type == typeof(ICustomFormatter) ? this : null;
    public string Format(string? format, object? arg, IFormatProvider? provider) => arg is null ? "null" : "[" + arg.GetType().Name + "]";
}

public sealed class UpperProvider : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? type) => type == typeof(ICustomFormatter) ? this : null;
    public string Format(string? format, object? arg, IFormatProvider? provider) => (arg?.ToString() ?? "").ToUpperInvariant();
}

public sealed class ProviderUse(ILogger log)
{
    public void Write(User user)
    {
        log.LogInformation("{Text}", string.Format(new HidingProvider(), "Mail {0} born {1}", user.Email, user.BirthDate));
        log.LogInformation("{Text}", string.Format(new UpperProvider(), "Plan {0}", user.Plan));
    }
}

//// StackBuffer
public void Copy(ILogger log, User user)
{
    Span<char> buffer = stackalloc char[64];
    var source = user.FullName.AsSpan();
    source = source[..Math.Min(64, source.Length)];
    source.CopyTo(buffer);
    log.LogInformation("Copied {Text}", buffer[..source.Length].ToString()); // LEAK INS3001
    buffer.Clear();
    user.Tier.ToString().CopyTo(buffer);
    log.LogInformation("Copied {Text}", new string(buffer.TrimEnd('\0')));
}

//// RefStructWriter !
public ref struct LineBuffer(Span<char> space)
{
    private readonly Span<char> _space = space;
    private int _used;
    public void Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(_space[_used..]);
        _used += text.Length;
    }
    public readonly int Used => _used;
    public readonly override string ToString() => _space[.._used].ToString();
}

public sealed class LineBufferUse(ILogger log)
{
    public void Write(User user)
    {
        var plans = new LineBuffer(new char[256]);
        var mails = new LineBuffer(new char[256]);
        plans.Add("plan ");
        plans.Add(user.Plan);
        mails.Add("mail ");
        mails.Add(user.Email);
        log.LogInformation("{Line} and {Used}", plans.ToString(), mails.Used);
    }
}

//// ParsedParts
public void Parse(ILogger log, User user)
{
    var parsed = new System.Net.Mail.MailAddress(user.Email, user.Plan);
    log.LogInformation("Host {Host}", parsed.Host); // LEAK INS3001
    var digits = new string((user.Phone ?? "").Where(char.IsDigit).ToArray());
    log.LogInformation("Digits {Digits}", digits); // LEAK INS3001
    log.LogInformation("Digits {Count}", digits.Count(c => c == '0'));
}

//// YieldedLines
private static IEnumerable<string> Lines(User user)
{
    yield return "plan=" + user.Plan;
    yield return "tier=" + user.Tier;
    foreach (var alias in user.Aliases)
        yield return "alias=" + alias.Length;
}

private static IEnumerable<string> Wordy(User user)
{
    foreach (var line in Lines(user))
        yield return line;
    if (user.Aliases is [var main, ..])
        yield return "main=" + main;
}

public void Report(ILogger log, User user)
{
    log.LogInformation("{Lines}", string.Join('\n', Lines(user)));
    log.LogInformation("{Lines}", Wordy(user).Sum(l => l.Length));
}

//// TemplateDictionary
private static void Put(IDictionary<string, string> values, string key, string value) => values[key] = value;
private static string Take(IDictionary<string, string> values, string key) => values[key];

public void Render(ILogger log, User user)
{
    var values = new Dictionary<string, string>();
    Put(values, "name", user.FullName);
    Put(values, "plan", user.Plan);
    log.LogInformation("Rendered for {Plan}", Take(values, "plan"));
    Put(values, "name", "someone");
    log.LogInformation("Rendered for {Name}", Take(values, "name"));
    log.LogInformation("Rendered {Keys}", string.Join(',', values.Keys));
}

//// TwoBoxesOfText
private sealed class Box<T>(T value)
{
    public T Value { get; private set; } = value;
    public Box<R> Select<R>(Func<T, R> map) => new(map(Value));
    public void Replace(T value) => Value = value;
}

public void Unbox(ILogger log, User user)
{
    var mail = new Box<string>(user.Email);
    var plan = new Box<string>(user.Plan);
    var length = mail.Select(m => m.Length);
    log.LogInformation("{Plan} {Length}", plan.Value, length.Value);
    log.LogInformation("{Upper}", mail.Select(m => m.ToUpperInvariant()).Value); // LEAK INS3001
    mail.Replace("gone");
    plan.Replace(user.FullName);
    log.LogInformation("{Mail}", mail.Value);
    log.LogInformation("{Plan}", plan.Value); // LEAK INS3001
}

//// ExceptionParts
private sealed class QuotaException(string plan, string address) : Exception("Quota of " + plan)
{
    public string Plan => plan;
    public int AddressLength => address.Length;
}
private sealed class BounceException(int code, string address) : Exception($"Bounce {code} from {address}");

public void Send(ILogger log, User user, int code)
{
    try
    {
        if (code > 500)
            throw new BounceException(code, user.Email); // LEAK INS3004
        throw new QuotaException(user.Plan, user.Email);
    }
    catch (QuotaException e)
    {
        log.LogError(e, "Quota on {Plan} {Length}", e.Plan, e.AddressLength);
    }
    catch (BounceException e)
    {
        log.LogError(e, "Bounced"); // LEAK INS3001
    }
}

//// BuilderReuse
public void Lines(User user, ILogger logger)
{
    var builder = new System.Text.StringBuilder();
    builder.Append("id ").Append(user.Id);
    logger.LogInformation("{Line}", builder.ToString());
    builder.AppendLine().AppendFormat("mail {0}", user.Email);
    logger.LogInformation("{Line}", builder.ToString()); // LEAK INS3001
    builder.Clear();
    builder.Append("plan ").Append(user.Plan);
    logger.LogInformation("{Line}", builder.ToString());
}

//// FormattedLine
public void Write(User user)
{
    var safe = string.Format("{0,-8}|{1}|{2}", user.Id, user.Plan, user.FullName.Length);
    Console.WriteLine(safe);
    Console.WriteLine("{0}|{1}", user.Tier, user.Home.Country);
    Console.Error.WriteLine("{0}|{1}", user.Id, nameof(user.FullName));
    System.Diagnostics.Trace.TraceInformation("{0} roles", user.Roles.Count);
}

//// FormattedLineNamed
public void Write(User user)
{
    const string Format = "{0,-8}|{1}|{2}";
    Console.WriteLine(string.Format(Format, user.Id, user.Plan, user.Roles.Count));
    var named = string.Format(Format, user.Id, user.Plan, user.FullName.ToUpperInvariant());
    Console.Error.WriteLine(named); // LEAK INS3005
    System.Diagnostics.Trace.TraceInformation("{0} since {1:yyyy-MM}", user.Id, user.BirthDate); // LEAK INS3005
}

//// MailParts
public void Inspect([Pii] string mail, ILogger logger)
{
    var at = mail.LastIndexOf('@');
    if (at < 0)
    {
        logger.LogWarning("No @ within {Length} characters", mail.Length);
        return;
    }
    ReadOnlySpan<char> local = mail.AsSpan(0, at);
    logger.LogInformation("Local part of {Length}, plus {Plus}", local.Length, local.Contains('+'));
    logger.LogInformation("Initial {Initial}", mail[0]); // LEAK INS3001
    logger.LogInformation("Local {Local}", local.ToString()); // LEAK INS3001
}

//// CharBuffers
public void Print(User user)
{
    var chars = user.Email.ToCharArray();
    Console.WriteLine($"buffer {chars}");
    Console.WriteLine(chars.Length);
    Array.Reverse(chars);
    Console.WriteLine(chars); // LEAK INS3005
    chars = ['d', 'o', 'n', 'e'];
    Console.WriteLine(chars);
}

//// CsvReader
private sealed class Row
{
    [Pii] internal string Name { get; set; } = "";
    internal string Country { get; set; } = "";
}

private static Row Parse(string line)
{
    var cells = line.Split(';');
    return new Row { Name = cells[0], Country = cells.Length > 1 ? cells[1] : "?" };
}

public void Import(IEnumerable<string> lines, ILogger logger)
{
    var number = 0;
    foreach (var line in lines)
    {
        var row = Parse(line);
        logger.LogDebug("Row {Number} from {Country}, name of {Length}", ++number, row.Country, row.Name.Length);
        if (row.Name.Length == 0)
            throw new FormatException($"Row {number} has no name");
    }
}

//// BirthdayText
public void Remind(User user, ILogger logger)
{
    var next = user.BirthDate.AddYears(40);
    var soon = next - DateTime.Today < TimeSpan.FromDays(30);
    logger.LogInformation("Reminder for {Id}: {Soon}", user.Id, soon);
    var text = next.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);
    logger.LogInformation("Reminder on {Day}", text); // LEAK INS3001
    text = DateTime.UtcNow.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);
    logger.LogInformation("Reminded on {Day}", text);
}

//// TemplateEngineAgain
private static string Fill(string template, IReadOnlyDictionary<string, string> values)
{
    foreach (var (key, value) in values)
        template = template.Replace("{{" + key + "}}", value);
    return template;
}

public void Render(User user, ILogger logger)
{
    var letter = Fill("Dear {{name}}", new Dictionary<string, string> { ["name"] = user.FullName });
    var footer = Fill("Plan {{plan}}", new Dictionary<string, string> { ["plan"] = user.Plan });
    logger.LogInformation("Footer {Footer}", footer);
    logger.LogInformation("Letter {Letter}", letter); // LEAK INS3001
}

//// TypedCells
private static string Cell(object? value) => value switch
{
    null => "-",
    int number => $"#{number}",
    string { Length: > 0 } => "text",
    DateTime => "date",
    _ => value.GetType().Name,
};

public void Row(User user)
{
    object?[] cells = [user.Id, user.Email, user.Phone, user.BirthDate, user.Salary];
    Console.WriteLine(string.Join(" | ", cells.Select(Cell)));
    object key = user.Id;
    if (key is string text)
        Console.WriteLine(text);
    Console.WriteLine(cells.Length);
}


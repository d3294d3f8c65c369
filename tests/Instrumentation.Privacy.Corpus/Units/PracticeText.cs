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

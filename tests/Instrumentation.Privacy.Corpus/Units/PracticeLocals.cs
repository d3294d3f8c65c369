//// FlOverwritten
void M(ILogger log, User u)
{
    var subject = u.Email;
    var length = subject.Length;
    subject = "user#" + u.Id;
    log.LogInformation("{Subject} ({Length})", subject, length);
}
//// FlOverwrittenInOneBranch
void M(ILogger log, User u, bool verbose)
{
    var subject = u.Email;
    if (!verbose)
        subject = "user#" + u.Id;
    log.LogInformation("{Subject}", subject); // LEAK INS3001
}
//// FlOverwrittenInBothBranches
void M(ILogger log, User u)
{
    string subject = u.Email;
    if (subject.EndsWith(".example"))
    {
        subject = "test account";
    }
    else
    {
        subject = u.Key.ToString();
    }
    log.LogInformation("{Subject}", subject);
}
//// FlPreviousInLoop
void M(IEnumerable<User> users)
{
    var previous = "none";
    foreach (var u in users)
    {
        Console.WriteLine("after " + previous); // LEAK INS3005
        previous = u.FullName;
    }
}
//// FlPreviousIdInLoop
void M(IEnumerable<User> users)
{
    User? previous = null;
    foreach (var u in users)
    {
        if (previous != null && previous.FullName == u.FullName)
            Console.WriteLine($"{u.Id} duplicates {previous.Id}");
        previous = u;
    }
}
//// FlSwitchStatement
string Channel(User u, int kind)
{
    switch (kind)
    {
        case 0:
            return "none";
        case 1:
        case 2:
            return u.Email.Contains('@') ? "mail" : "bad mail";
        case 3 when u.Phone is not null:
            goto case 4;
        case 4:
            return "phone";
        default:
            return u.Tier.ToString();
    }
}
void M(ILogger log, User u, int kind) => log.LogInformation("Contact by {Channel}", Channel(u, kind));
//// FlSwitchFallsToValue
string Target(User u, int kind)
{
    switch (kind)
    {
        case 0:
            return "none";
        case 1:
            goto default;
        case 2:
            return u.Plan;
        default:
            return u.Phone ?? "unknown";
    }
}
void M(ILogger log, User u, int kind) => log.LogInformation("Contact at {Target}", Target(u, kind)); // LEAK INS3001
//// FlTryCatch
void M(ILogger log, User u, Action<string> send)
{
    var step = "start";
    try
    {
        step = u.Email;
        send(step);
        step = "done";
        log.LogDebug("Now {Step}", step);
    }
    catch (TimeoutException)
    {
        log.LogError("Failed at {Step}", step); // LEAK INS3001
    }
}
//// FlFinallyResets
void M(ILogger log, User u, Action<string> send)
{
    string current = "";
    try
    {
        current = u.Email;
        send(current);
    }
    finally
    {
        current = "(none)";
    }
    log.LogInformation("Current is {Current}", current);
}
//// FlGotoRetry
void M(ILogger log, User u, Func<string, bool> dial)
{
    var attempts = 0;
    string note = "first try";
again:
    log.LogInformation("Dialing, {Note}", note); // LEAK INS3001
    if (!dial(u.Phone ?? ""))
    {
        attempts++;
        note = "again to " + u.Phone;
        if (attempts < 3)
            goto again;
    }
    note = "gave up";
    log.LogInformation("Finished, {Note}", note);
}
//// FlOutAndRef !
internal static class NameParts
{
    public static bool TrySplit(string full, out string first, out string last)
    {
        var i = full.IndexOf(' ');
        if (i < 0)
        {
            first = "";
            last = full;
            return false;
        }
        first = full[..i];
        last = full[(i + 1)..];
        return true;
    }

    public static void Blank(ref string value) => value = new string('_', 3);
}

internal class Badge(ILogger<Badge> log)
{
    public string Print(User u)
    {
        var ok = NameParts.TrySplit(u.FullName, out var first, out var last);
        log.LogInformation("Split {Id}: {Ok}, first name empty: {Empty}", u.Id, ok, first == "");
        var badge = first + " " + last;
        NameParts.Blank(ref first);
        log.LogInformation("First is now {First}", first);
        log.LogInformation("Last is {Last}", last); // LEAK INS3001
        return badge;
    }
}
//// FlSwappedLocals
void M(ILogger log, User u)
{
    string a = u.Plan, b = u.Email;
    var t = a;
    a = b;
    b = t;
    log.LogInformation("{B}", b);
    log.LogInformation("{A}", a); // LEAK INS3001
}
//// FlConditionalConstants
void M(ILogger log, User u)
{
    string greeting;
    if (u.FullName.StartsWith("Dr", StringComparison.Ordinal)) greeting = "doctor";
    else if (u.FullName.Length > 30) greeting = "long";
    else greeting = u.Salary switch { < 0 => "odd", < 1000m => "low", _ => "normal" };
    var i = 0;
    while (i < u.Aliases.Length && u.Aliases[i] != u.FullName) i++;
    do { log.LogInformation("{Greeting} {I}", greeting, i); } while (i-- > 0);
}
//// FlStateMachine !
internal enum ImportState { Start, Header, Body, Done, Failed }

internal class ContactImport
{
    private readonly ILogger log;
    private ImportState state = ImportState.Start;
    private string pending = "";
    private int line;

    public ContactImport(ILogger<ContactImport> log)
    {
        this.log = log;
    }

    public List<User> Contacts { get; } = [];

    public void Feed([Pii] string text)
    {
        line++;
        switch (state)
        {
            case ImportState.Start:
                state = text.Length == 0 ? ImportState.Failed : ImportState.Header;
                break;
            case ImportState.Header:
                pending = text;
                state = ImportState.Body;
                break;
            case ImportState.Body when text == ".":
                Contacts.Add(new User { Id = line, FullName = pending });
                pending = "";
                state = ImportState.Done;
                break;
            case ImportState.Body:
                pending += " " + text;
                break;
            default:
                log.LogWarning("Line {Line} ignored in {State}", line, state);
                break;
        }
        log.LogDebug("{Line}: {State}, {Pending} characters pending, {Count} contacts", line, state, pending.Length, Contacts.Count);
    }
}
//// FlRetryPolicy !
internal class Retry
{
    private readonly ILogger _log;
    public Retry(ILogger<Retry> log) { _log = log; }

    public T Run<T>(string operation, Func<T> action, int times = 3)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = action();
                if (attempt > 1)
                    _log.LogInformation("{Operation} worked at attempt {Attempt}", operation, attempt);
                return result;
            }
            catch (TimeoutException) when (attempt < times)
            {
                _log.LogWarning("{Operation} timed out, attempt {Attempt}", operation, attempt);
            }
        }
    }
}

internal class Scoring(Retry retry, IUsers users, ILogger<Scoring> log)
{
    public string NameOf(int id) => retry.Run("name", () => users.Get(id).FullName);

    public int Score(int id)
    {
        var score = retry.Run("score", () =>
        {
            var u = users.Get(id);
            return u.FullName.Length + u.Roles.Count;
        });
        var name = NameOf(id);
        log.LogInformation("Score of {Id} is {Score}, named: {Named}", id, score, name is { Length: > 0 });
        return score;
    }
}
//// FlUsingDeclaration
sealed class Step(ILogger log, string name) : IDisposable
{
    public string Result { get; set; } = "ok";
    public void Dispose() => log.LogInformation("{Name}: {Result}", name, Result); // LEAK INS3001
}
void M(ILogger log, User u)
{
    using (var s = new Step(log, "validate"))
        s.Result = u.Email.Contains('@') ? "valid" : "invalid";
    using var load = new Step(log, "load");
    if (u.Manager is null)
        load.Result = "no manager for " + u.Display();
}
//// FlThrowExpressions
string Require(User u) => u.Phone ?? throw new InvalidOperationException("user " + u.Email + " has no phone"); // LEAK INS3004
string RequireSafe(User u) => u.Phone ?? throw new InvalidOperationException("user " + u.Id + " has no phone");
//// FlCatchRethrow !
internal class ImportException(string message, Exception? inner = null) : Exception(message, inner)
{
    public int Row { get; init; }
}

internal class PayrollImport(ILogger<PayrollImport> log)
{
    public decimal Import(IList<User> staff)
    {
        var imported = 0;
        for (var row = 0; row < staff.Count; row++)
        {
            var u = staff[row];
            try
            {
                if (u.Salary < 0)
                    throw new ArgumentOutOfRangeException(nameof(staff), "negative salary");
                if (u.BirthDate > DateTime.Today)
                    throw new ImportException($"row {row}: birth date is in the future") { Row = row };
                imported++;
            }
            catch (ArgumentOutOfRangeException e)
            {
                throw new ImportException($"row {row} is invalid", e) { Row = row };
            }
            catch (ImportException e) when (e.Row % 2 == 0)
            {
                log.LogWarning("Row {Row} skipped", e.Row);
            }
            finally
            {
                log.LogTrace("Row {Row} of {Rows}, {Imported} imported", row, staff.Count, imported);
            }
        }
        return imported;
    }
}
//// FlFieldKeepsValue !
internal class Kiosk
{
    private string _status = "idle";
    private User? _guest;

    public void Arrive(User guest)
    {
        _guest = guest;
        _status = "serving " + guest.FullName;
    }

    public void Leave()
    {
        _guest = null;
        _status = "idle";
    }

    public void Heartbeat(ILogger log)
    {
        log.LogInformation("Busy: {Busy}, guest {Id}", _guest != null, _guest?.Id);
        log.LogInformation("Status: {Status}", _status); // LEAK INS3001
    }
}
//// FlRuleChain !
internal enum Verdict { Accept, Review, Reject }

internal class CreditRules(ILogger<CreditRules> log, Action<string, string> mail)
{
    public Verdict Decide(User applicant, decimal amount)
    {
        var verdict = Verdict.Accept;
        var reason = "";
        var salutation = applicant.FullName;

        if (string.IsNullOrWhiteSpace(salutation))
        {
            salutation = "customer";
            verdict = Verdict.Review;
            reason = "no name";
        }

        for (var boss = applicant.Manager; boss != null; boss = boss.Manager)
        {
            if (boss.Email != applicant.Email)
                continue;
            verdict = Verdict.Review;
            reason = "circular management at " + boss.Id;
            break;
        }

        if (applicant.Salary * 12 < amount)
        {
            verdict = Verdict.Reject;
            reason = applicant.Salary == 0 ? "no income" : "income too low";
        }

        mail(applicant.Email, $"Dear {salutation}, your application: {verdict}");
        salutation = verdict == Verdict.Reject ? "rejected applicant" : "applicant";
        log.LogInformation("{Salutation} {Id}: {Verdict} ({Reason})", salutation, applicant.Id, verdict, reason);
        return verdict;
    }
}
//// PickupNotice
private void Notify(ILogger log, User parent, bool emergency)
{
    string target;
    if (emergency)
        target = parent.Phone ?? "no phone on file";
    else
        target = "office-" + parent.Id;
    log.LogWarning("Pickup notice goes to {Target}", target); // LEAK INS3001
}

//// BoardingLabel
private void Print(ILogger log, User passenger, int seat)
{
    var label = passenger.FullName;
    if (label.Length > 20)
    {
        label = "seat " + seat;
    }
    else if (passenger.IsAdmin)
    {
        label = "crew";
    }
    else
    {
        label = $"passenger {passenger.Id}";
    }
    log.LogInformation("Printing {Label}", label);
}

//// QueuePredecessor
private void Walk(ILogger log, IUsers users)
{
    string previous = "(start)";
    var position = 0;
    foreach (var u in users.All())
    {
        log.LogDebug("Position {Position} comes after {Previous}", position, previous); // LEAK INS3001
        position++;
        previous = u.FullName;
    }
}

//// RowLabels
private void Export(ILogger log, IEnumerable<User> rows)
{
    var width = 0;
    foreach (var row in rows)
    {
        var text = row.FullName + " " + row.Email;
        width = Math.Max(width, text.Length);
        text = "row " + row.Id.ToString("D6");
        log.LogTrace("Measured {Row}, width is now {Width}", text, width);
    }
    log.LogInformation("Column width {Width}", width);
}

//// SlotByRef
private static void Assign(ref string slot, User guest)
{
    if (slot.Length == 0) slot = guest.Email;
}

private void Seat(ILogger log, User guest)
{
    var table = "";
    var hall = "north";
    Assign(ref table, guest);
    log.LogInformation("Hall {Hall}", hall);
    log.LogInformation("Table reserved: {Table}", table); // LEAK INS3001
}

//// TryLookup
private bool TryLookup(IUsers users, int id, out string contact, out string plan)
{
    contact = "";
    plan = "";
    var u = users.Get(id);
    if (u.Phone is null) return false;
    contact = u.Phone;
    plan = u.Plan;
    return true;
}

private void Run(ILogger log, IUsers users, int id)
{
    if (!TryLookup(users, id, out var contact, out var plan))
    {
        log.LogWarning("Nothing for {Id}", id);
        return;
    }
    log.LogInformation("Plan is {Plan}", plan);
    Console.WriteLine("Calling " + contact); // LEAK INS3005
}

//// ShippingZone
private static string Zone(Address a) => a switch
{
    { Country: "FR", City: "Paris" or "Lyon" } => "metro",
    { Country: "FR" } => "domestic",
    { Country: "DE" or "BE", Street.Length: > 40 } => "neighbour-long",
    { Country: "DE" or "BE" } => "neighbour",
    _ => "world",
};

private void Quote(ILogger log, User buyer)
{
    var zone = Zone(buyer.Home);
    log.LogInformation("Quoting {Id} for zone {Zone} in {Country}", buyer.Id, zone, buyer.Home.Country);
}

//// CityCapture
private void Route(ILogger log, User rider)
{
    switch (rider)
    {
        case { IsAdmin: true, Plan: var plan }:
            log.LogInformation("Staff ride on plan {Plan}", plan);
            break;
        case { Home: { Country: "NL", City: var city } } when city.Length > 0:
            log.LogInformation("Dutch ride from {From}", city); // LEAK INS3001
            break;
        case { Home.Country: var country }:
            log.LogInformation("Ride from {From}", country);
            break;
    }
}

//// FinallyReport
private void Charge(ILogger log, User payer, Action<User> gateway)
{
    var stage = "start";
    try
    {
        stage = "validate";
        if (payer.Salary <= 0) return;
        stage = "charge " + payer.Email;
        gateway(payer);
        stage = "done";
    }
    finally
    {
        log.LogInformation("Charge left at stage {Stage}", stage); // LEAK INS3001
    }
}

//// FinallyStage
private async Task ChargeAsync(ILogger log, IUsers users, int id, Func<string, decimal, Task<bool>> gateway)
{
    var stage = Stage.Load;
    var ok = false;
    try
    {
        var payer = await users.GetAsync(id);
        stage = Stage.Send;
        ok = await gateway(payer.Email, payer.Salary);
        stage = Stage.Done;
    }
    finally
    {
        log.LogInformation("Charge {Id} left at {Stage}, ok={Ok}", id, stage, ok);
    }
}

private enum Stage { Load, Send, Done }

//// TupleSwap
private void Swap(ILogger log, User user)
{
    var (left, right) = (user.Plan, user.FullName);
    log.LogInformation("left {Left}", left);
    (left, right) = (right, left);
    log.LogInformation("right {Right}", right);
    log.LogInformation("left {Left}", left); // LEAK INS3001
}

//// VerboseSwitch
private const bool DumpContacts = false;

private void Sync(ILogger log, User user)
{
    if (DumpContacts)
    {
        log.LogDebug("Contact is {Mail} / {Phone}", user.Email, user.Phone);
    }
    const int level = 1;
    if (level > 2) Console.WriteLine(user.FullName);
    log.LogInformation("Synchronised {Id}", user.Id);
}

//// NicknameFallback
private void Greet(ILogger log, User player, string? nickname)
{
    var shown = nickname;
    shown ??= player.Aliases.Length > 0 ? player.Aliases[0] : "anonymous";
    log.LogInformation("{Player} joined the lobby", shown); // LEAK INS3001
}

//// StackBuffer
private void Badge(ILogger log, User visitor)
{
    Span<char> buffer = stackalloc char[24];
    buffer.Fill(' ');
    ReadOnlySpan<char> source = visitor.FullName.AsSpan();
    if (source.Length > buffer.Length) source = source[..buffer.Length];
    source.CopyTo(buffer);
    var text = buffer.TrimEnd(' ').ToString();
    log.LogInformation("Badge text [{Text}]", text); // LEAK INS3001
}

//// ReusedBuilder
private void Letters(ILogger log, IEnumerable<User> people, Action<string> printer)
{
    var sb = new System.Text.StringBuilder();
    foreach (var p in people)
    {
        sb.Append("Dear ").Append(p.FullName).AppendLine(",");
        sb.Append("your plan is ").Append(p.Plan);
        printer(sb.ToString());
        sb = new System.Text.StringBuilder();
    }
    var summary = new System.Text.StringBuilder();
    summary.Append("letters printed at ").Append(DateTime.UtcNow.ToString("O"));
    log.LogInformation("{Summary}", summary);
}

//// RefLocalCell
private void Fill(ILogger log, User patient)
{
    var cells = new string[2];
    ref var slot = ref cells[0];
    slot = "bed " + patient.Id;
    log.LogInformation("Cell {Cell}", cells[0]);
    slot = ref cells[1];
    slot = patient.Phone ?? "";
    log.LogInformation("Cell {Cell}", cells[1]); // LEAK INS3001
}

//// IbanCheck
private static bool Valid(string iban)
{
    if (iban.Length < 15) return false;
    var moved = iban[4..] + iban[..4];
    var rest = 0;
    foreach (var c in moved)
    {
        if (char.IsDigit(c)) rest = (rest * 10 + (c - '0')) % 97;
        else if (char.IsLetter(c)) rest = (rest * 100 + (char.ToUpperInvariant(c) - 'A' + 10)) % 97;
        else return false;
    }
    return rest == 1;
}

private void Check(ILogger log, int account, [Pii(PiiKind.Financial)] string iban)
{
    var valid = Valid(iban);
    if (valid) log.LogInformation("IBAN of account {Account} accepted", account);
    else log.LogWarning("IBAN of account {Account} has a wrong check sum: {Valid}", account, valid);
}

//// ListPattern
private void Show(User user)
{
    if (user.Aliases is [var only])
        Console.WriteLine("one alias: {0}", only); // LEAK INS3005
    else if (user.Aliases is [_, .., var last])
        Console.WriteLine($"several aliases, last {last}"); // LEAK INS3005
    else if (user.Aliases is { Length: var n })
        Console.WriteLine("aliases: {0}", n);
}

//// ColumnNames
private void Describe(ILogger log, User user, Func<string, object?, bool> validate)
{
    string[] columns = [nameof(user.Email), nameof(User.Phone), nameof(User.Salary)];
    object?[] values = [user.Email, user.Phone, user.Salary];
    for (var i = 0; i < columns.Length; i++)
    {
        if (!validate(columns[i], values[i]))
            log.LogWarning("Column {Column} of {Id} is invalid (value {State})", columns[i], user.Id, values[i] is null ? "missing" : "present");
    }
}

//// ChainOfCommand
private static string Chain(User u) => u.Manager is null ? u.FullName : Chain(u.Manager) + " > " + u.FullName;

private static int Depth(User u)
{
    var depth = 0;
    for (var at = u; at.Manager is not null; at = at.Manager) depth++;
    return depth;
}

private void Report(ILogger log, User clerk)
{
    log.LogInformation("Depth {Depth}", Depth(clerk));
    log.LogInformation("Chain {Chain}", Chain(clerk)); // LEAK INS3001
}

//// FilterPeek
private bool Peek(ILogger log, Exception ex, string context)
{
    log.LogError("Import broke with {Kind} at {Context}", ex.GetType().Name, context); // LEAK INS3001
    return false;
}

private void Import(ILogger log, IEnumerable<User> batch, Action<User> save)
{
    var current = "";
    try
    {
        foreach (var u in batch)
        {
            current = $"{u.Id}/{u.Email}";
            save(u);
        }
    }
    catch (IOException ex) when (Peek(log, ex, current))
    {
    }
}

//// CapturedNote
private void Review(ILogger log, User applicant)
{
    var note = "none";
    var verdict = "open";
    void Decide(bool hired)
    {
        verdict = hired ? "hired" : "rejected";
        note = applicant.Salary.ToString("C");
    }
    Decide(applicant.Roles.Count > 2);
    log.LogInformation("Verdict {Verdict}", verdict);
    log.LogInformation("Note {Note}", note); // LEAK INS3001
}

//// CharByChar
private void Reverse(ILogger log, User user)
{
    var mail = user.Email;
    var chars = new char[mail.Length];
    for (int i = 0, j = mail.Length - 1; j >= 0; i++, j--)
        chars[i] = mail[j];
    var reversed = new string(chars);
    log.LogDebug("Palindrome test: {Equal}", reversed == mail);
    log.LogDebug("Reversed {Text}", reversed); // LEAK INS3001
}

//// StarsOnly
private static string Stars(string s)
{
    var chars = new char[s.Length];
    for (var i = 0; i < s.Length; i++)
        chars[i] = '*';
    return new string(chars);
}

private void Confirm(ILogger log, User user)
{
    var stars = Stars(user.Phone ?? "");
    log.LogInformation("Confirm the phone {Stars}", stars);
}

//// ParamsJoin
private static string Join(char glue, params string?[] parts)
{
    var result = "";
    foreach (var part in parts)
    {
        if (string.IsNullOrWhiteSpace(part)) continue;
        result += (result == "" ? "" : glue.ToString()) + part.Trim();
    }
    return result;
}

private void Label(ILogger log, User tenant)
{
    var unit = Join('/', tenant.Plan, tenant.Tier.ToString(), tenant.Home.Country);
    var door = Join(',', tenant.Home.Street, tenant.Home.Country);
    log.LogInformation("Unit {Unit}", unit);
    log.LogInformation("Door {Door}", door); // LEAK INS3001
}

//// GotoRetry
private void Deliver(ILogger log, User addressee, Func<string, int> send)
{
    var attempt = 0;
    var address = addressee.Home.Street + ", " + addressee.Home.City;
again:
    attempt++;
    var code = send(address);
    switch (code)
    {
        case 0:
            log.LogInformation("Delivered at attempt {Attempt}", attempt);
            return;
        case 7:
            address = addressee.Home.Country;
            goto case 8;
        case 8:
            if (attempt < 3) goto again;
            break;
    }
    log.LogError("Gave up after {Attempt} attempts with {Code}", attempt, code);
}

//// PayrollRun !
internal sealed class Payslip
{
    public int EmployeeId;
    public string Currency = "EUR";
    public decimal Net;
    public string Remark = "";
}

internal sealed class PayrollService
{
    private readonly IUsers _users;
    private readonly ILogger<PayrollService> _log;
    private int _failures;

    public PayrollService(IUsers users, ILogger<PayrollService> log)
    {
        _users = users;
        _log = log;
    }

    public void Run(DateTime month, decimal rate)
    {
        var slips = new List<Payslip>();
        var skipped = 0;
        foreach (var employee in _users.All())
        {
            if (employee.Salary == 0m)
            {
                skipped++;
                continue;
            }
            try
            {
                var slip = Compute(employee, rate);
                slips.Add(slip);
                _log.LogDebug("Slip of {Id} in {Currency}", slip.EmployeeId, slip.Currency);
            }
            catch (OverflowException)
            {
                _failures++;
                _log.LogError("Slip of {Id} overflowed", employee.Id);
            }
        }

        decimal highest = 0m;
        Payslip? top = null;
        foreach (var slip in slips)
        {
            if (slip.Net <= highest) continue;
            highest = slip.Net;
            top = slip;
        }
        _log.LogInformation("{Month:yyyy-MM}: {Slips} slips, {Skipped} skipped, {Failures} failed", month, slips.Count, skipped, _failures);
        if (top is not null)
        {
            _log.LogInformation("Top slip belongs to {Id}", top.EmployeeId);
            _log.LogInformation("Top slip is {Net}", highest); // LEAK INS3001
            if (top.Remark.Length > 0)
                _log.LogInformation("Remark: {Remark}", top.Remark); // LEAK INS3001
        }
    }

    private static Payslip Compute(User employee, decimal rate)
    {
        var slip = new Payslip { EmployeeId = employee.Id };
        checked
        {
            slip.Net = decimal.Round(employee.Salary, 2);
        }
        if (employee.Home.Country != "DE")
            slip.Remark = "foreign resident of " + employee.Home.City;
        return slip;
    }
}

//// NamesThatLie
private sealed class SmtpSettings
{
    public string Sender = "no-reply@shop.example";
    public string Hotline = "0800";
}

private void Configure(ILogger log, SmtpSettings settings, User admin, Action<string, string> apply)
{
    var email = settings.Sender;
    var phone = settings.Hotline;
    apply(admin.Email, admin.Phone ?? phone);
    log.LogInformation("Mails are sent from {Email}, hotline {Phone}", email, phone);
}

//// EditDistance
private static int Distance(string a, string b)
{
    var previous = new int[b.Length + 1];
    for (var j = 0; j <= b.Length; j++) previous[j] = j;
    for (var i = 1; i <= a.Length; i++)
    {
        var current = new int[b.Length + 1];
        current[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var cost = a[i - 1] == b[j - 1] ? 0 : 1;
            current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
        }
        previous = current;
    }
    return previous[b.Length];
}

private void Duplicates(ILogger log, User a, User b)
{
    var distance = Distance(a.FullName, b.FullName);
    if (distance <= 2)
        log.LogInformation("Users {A} and {B} may be the same, distance {Distance}", a.Id, b.Id, distance);
}

//// SortedKeys
private void Order(ILogger log, List<User> pupils)
{
    var names = new string[pupils.Count];
    var ids = new int[pupils.Count];
    for (var i = 0; i < pupils.Count; i++)
        (names[i], ids[i]) = (pupils[i].FullName, pupils[i].Id);
    Array.Sort(names, ids, StringComparer.OrdinalIgnoreCase);
    var position = Array.BinarySearch(names, "M");
    log.LogInformation("Alphabetical order {Order}, split at {Position}", string.Join(" ", ids), position < 0 ? ~position : position);
}

//// Pseudonyms
private readonly Dictionary<string, int> _numbers = new();

private string Pseudonym(string name)
{
    if (!_numbers.TryGetValue(name, out var number))
    {
        number = _numbers.Count + 1;
        _numbers.Add(name, number);
    }
    return "P" + number.ToString("D4");
}

private void Study(ILogger log, User participant, double measure)
{
    var code = Pseudonym(participant.FullName);
    log.LogInformation("Participant {Code} measured {Measure}", code, measure);
}

//// InnerScopeName
private void Visits(ILogger log, User[] patients, string[] rooms)
{
    {
        var line = string.Empty;
        foreach (var patient in patients) line += patient.FullName + ";";
        if (line.Length > 4000) return;
    }
    foreach (var room in rooms)
    {
        var line = "room " + room;
        log.LogInformation("{Line}", line);
    }
}

//// PasswordRules
private static IEnumerable<string> Problems(string password, string name)
{
    if (password.Length < 12) yield return "too short";
    if (!password.Any(char.IsDigit)) yield return "no digit";
    if (password.Contains(name, StringComparison.OrdinalIgnoreCase)) yield return "contains the name";
}

private bool Check(ILogger log, User user, [Pii] string password)
{
    var problems = Problems(password, user.FullName).ToList();
    if (problems.Count > 0)
        log.LogInformation("Password of {Id} refused: {Problems}", user.Id, string.Join(", ", problems));
    return problems.Count == 0;
}
//// RewrittenLocal
void Overwrite(ILogger log, User user)
{
    var label = user.Email;
    var known = label.EndsWith("@corp.example");
    label = known ? "employee" : "customer";
    log.LogInformation("a {Label} with id {Id}", label, user.Id);
}
//// PreviousOfLoop
void Duplicates(ILogger log, IEnumerable<User> sorted)
{
    string previous = "";
    foreach (var user in sorted)
    {
        if (previous.Length > 0) log.LogInformation("after {Previous} comes {Id}", previous, user.Id); // LEAK INS3001
        previous = user.FullName;
    }
}
//// CounterOfLoop
void Count(ILogger log, IEnumerable<User> users)
{
    var last = "";
    int changes = 0;
    foreach (var user in users)
    {
        if (!string.Equals(last, user.FullName, StringComparison.Ordinal)) changes++;
        last = user.FullName;
    }
    log.LogInformation("{Changes} different names, last {Empty}", changes, last == "");
}
//// BuilderByCharacter
void Digits(User user)
{
    var text = new System.Text.StringBuilder("tel:");
    foreach (char c in user.Phone ?? "")
        if (char.IsDigit(c)) text.Append(c);
    text.Insert(0, '<').Append('>');
    Console.WriteLine(text); // LEAK INS3005
    var marks = new System.Text.StringBuilder();
    for (int i = 0; i < user.Phone?.Length; i++) marks.Append('*');
    Console.WriteLine(marks.ToString());
}
//// TupleParts
(int Id, string Mail, string Plan) Pack(User user) => (user.Id, user.Email, user.Plan);
void Tuples(ILogger log, User user)
{
    var (id, mail, plan) = Pack(user);
    log.LogInformation("{Id} on {Plan}", id, plan);
    (mail, plan) = (plan, mail);
    log.LogInformation("first {Mail}", mail);
    log.LogInformation("second {Plan}", plan); // LEAK INS3001
}
//// PropertyPatterns
void Match(ILogger log, object message)
{
    switch (message)
    {
        case User { IsAdmin: true, Id: var id }: log.LogInformation("admin {Id}", id); break;
        case User { Phone: { Length: > 3 } phone }: log.LogInformation("call {Phone}", phone); break; // LEAK INS3001
        case Customer(var number, _, "gold"): log.LogInformation("gold {Number}", number); break;
        case Customer(_, var mail, _): log.LogInformation("other {Mail}", mail); break; // LEAK INS3001
        case null: log.LogInformation("nothing"); break;
    }
}
//// ListPatternAgain
void Split(ILogger log, User user)
{
    if (user.Email.Split('@') is [var local, var domain])
    {
        log.LogInformation("domain has {N} letters", domain.Length);
        log.LogInformation("local {Local}", local); // LEAK INS3001
    }
    if (user.Roles is [var first, .. var rest])
        log.LogInformation("{First} and {N} more", first, rest.Count);
}
//// SwitchToWords
void Classify(ILogger log, User user)
{
    var kind = user.Email switch
    {
        "" => "missing",
        var m when m.EndsWith(".edu") => "school",
        { Length: > 60 } => "long",
        _ => "usual",
    };
    log.LogInformation("address is {Kind}", kind);
    using var activity = new System.Diagnostics.Activity("classify");
    activity.SetTag("kind", kind);
}
//// SwitchToText
void Salute(ILogger log, User user, int hour)
{
    string words = hour switch
    {
        < 6 => "still up?",
        < 12 when user.IsAdmin => "morning, admin",
        < 12 => string.Join(' ', "morning,", user.FullName),
        _ => "hello",
    };
    log.LogInformation(words); // LEAK INS3001
}
//// WithExpressions
void Copies(ILogger log, Customer customer)
{
    var shown = customer with { Email = "-" };
    log.LogInformation("customer {Customer}", shown);
    var raised = customer with { Level = "gold" };
    log.LogInformation("customer {Customer}", raised); // LEAK INS3001
    log.LogInformation("raised to {Level}", raised.Level);
}
//// Deconstructed
sealed class Stay(User guest, int room, int nights)
{
    public void Deconstruct(out int room_, out string who, out int nights_) { room_ = room; who = guest.FullName; nights_ = nights; }
}
void Leave(ILogger log, Stay stay)
{
    var (room, who, nights) = stay;
    log.LogInformation("room {Room} free after {Nights}", room, nights);
    log.LogInformation("bye {Who}", who); // LEAK INS3001
    var (again, _, _) = stay;
    log.LogInformation("clean {Room}", again);
}
//// OutArguments
bool TryContact(User user, out string channel, out string address)
{
    if (user.Phone is { } p) { channel = "sms"; address = p; return true; }
    (channel, address) = ("none", "");
    return false;
}
void Contact(ILogger log, User user)
{
    if (TryContact(user, out var channel, out var address))
    {
        log.LogInformation("via {Channel}", channel);
        log.LogInformation("to {Address}", address); // LEAK INS3001
    }
}
//// RefReplaced
void Blank(ref string text) => text = text.Length == 0 ? "absent" : "present";
void Swap<T>(ref T a, ref T b) { T c = a; a = b; b = c; }
void Refs(ILogger log, User user)
{
    string mail = user.Email, plan = user.Plan;
    Swap(ref mail, ref plan);
    log.LogInformation("now plan is {Plan}", plan); // LEAK INS3001
    Blank(ref plan);
    log.LogInformation("and now {Plan}", plan);
}
//// DeadBranch
const bool Diagnose = false;
void Quiet(ILogger log, User user)
{
    string text = "user " + user.Id;
    if (Diagnose) text += " " + user.Email;
    log.LogDebug(text);
}
//// FirstAndLater
void Retry(ILogger log, User user, Func<string, bool> send)
{
    string status = "not tried";
    for (int attempt = 0; attempt < 3; attempt++)
    {
        log.LogInformation("attempt {N}: {Status}", attempt, status); // LEAK INS3001
        if (send(user.Email)) return;
        status = $"refused by {user.Email[(user.Email.IndexOf('@') + 1)..]}";
    }
    status = "gave up";
    log.LogInformation("finally {Status}", status);
}
//// SpansAndSlices
void Slice(ILogger log, User user)
{
    ReadOnlySpan<char> phone = user.Phone.AsSpan();
    var tail = phone.Length > 4 ? phone[^4..] : phone;
    log.LogInformation("ends with {Tail}", tail.ToString()); // LEAK INS3001
    Span<char> stars = stackalloc char[phone.Length];
    stars.Fill('*');
    log.LogInformation("masked {Stars}", new string(stars));
    log.LogInformation("area code given: {Area}", phone.StartsWith("+"));
}
//// EncodedStill
void Encode(ILogger log, User user)
{
    byte[] bytes = System.Text.Encoding.UTF8.GetBytes(user.Email);
    log.LogInformation("{Bytes} bytes", bytes.Length);
    log.LogInformation("key {Key}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)));
    log.LogInformation("token {Token}", Convert.ToBase64String(bytes)); // LEAK INS3001
    log.LogInformation("escaped {Text}", Uri.EscapeDataString(user.Email)); // LEAK INS3001
}
//// CoalesceChain
void Call(ILogger log, User user)
{
    string? contact = null;
    contact ??= user.Plan == "vip" ? user.Phone : null;
    contact ??= "reception";
    log.LogInformation("contact {Contact}", contact); // LEAK INS3001
    string desk = user.Phone is null ? "reception" : "direct";
    desk = desk ?? user.Phone!;
    log.LogInformation("desk {Length}", desk.Length);
}
//// TryFinally
void Import(ILogger log, IEnumerable<string> lines, User owner)
{
    string stage = "start";
    try
    {
        stage = "reading";
        foreach (var line in lines)
            if (line.StartsWith(owner.Email)) stage = line.Contains(';') ? "rows" : "header";
    }
    catch (IOException) { stage = "broken near " + owner.Home.Street; }
    finally { log.LogInformation("left at {Stage}", stage); } // LEAK INS3001
}
//// FormattableParts
void Fancy(ILogger log, User user)
{
    FormattableString text = $"{user.Id} moved to {user.Home.City}";
    log.LogInformation("pattern {Format} with {N}", text.Format, text.ArgumentCount);
    log.LogInformation(FormattableString.Invariant(text)); // LEAK INS3001
}
//// DatesFormatted
void Birthday(User user, DateTime today)
{
    var day = user.BirthDate;
    Console.WriteLine("birthday today: " + (day.Month == today.Month && day.Day == today.Day));
    Console.WriteLine("asked on {0:d}", today);
    string text = day.ToString("dd MMM", System.Globalization.CultureInfo.InvariantCulture);
    Console.WriteLine(text.PadLeft(12)); // LEAK INS3005
}
//// ReusedBuilderAgain
void Letters(ILogger log, IEnumerable<User> users, Action<string> mail)
{
    foreach (var user in users)
    {
        var text = new System.Text.StringBuilder();
        text.Append("Dear ").Append(user.FullName).Append(", your plan is ").Append(user.Plan);
        mail(text.ToString());
        var size = text.Length;
        text = new System.Text.StringBuilder("sent ").Append(size).Append(" characters to ").Append(user.Id);
        log.LogInformation(text.ToString());
    }
}
//// NestedTernaries
void Badge(ILogger log, User user)
{
    string shown = user.FullName;
    shown = shown.Length switch { 0 => "nameless", > 40 => "long name", _ => user.IsAdmin ? "admin" : "member" };
    var (first, second) = (user.Email, shown);
    log.LogInformation("{First} {Second}", first == second, second);
}
//// GotoStates
void Machine(ILogger log, User user, Queue<string> inputs)
{
    string expected = user.Phone ?? "", state = "idle";
next:
    if (inputs.Count == 0) { log.LogInformation("ended in {State}", state); return; }
    string input = inputs.Dequeue();
    state = (state, input == expected) switch { ("idle", true) => "known", ("known", true) => "twice", _ => "idle" };
    goto next;
}
//// SwappedAway
void Exchange(ILogger log, User user)
{
    string shown = user.FullName, kept = "account " + user.Id;
    (shown, kept) = (kept, shown);
    log.LogInformation("working on {Shown}", shown);
    kept = kept.Length > 0 ? nameof(kept) : nameof(shown);
    log.LogInformation("finished {Kept}", kept);
}
//// ParsedParts
void Parse(ILogger log, User user)
{
    bool valid = System.Net.Mail.MailAddress.TryCreate(user.Email, out var address);
    int parts = user.Email.Split('.', StringSplitOptions.RemoveEmptyEntries).Length;
    log.LogInformation("valid {Valid}, {Parts} parts, shown {Shown}", valid, parts, address?.DisplayName is { Length: > 0 });
}
//// DiscardedOut
static void Divide(User user, out string personal, out string general)
{
    personal = user.FullName + " " + user.Phone;
    general = user.Plan + " " + user.Tier;
}
void Divided(ILogger log, User user)
{
    Divide(user, out _, out var general);
    log.LogInformation("general {General}", general);
    Divide(user, out var text, out general);
    text = string.Empty;
    log.LogInformation("text {Text} {General}", text, general);
}
//// SwappedByTuple
public void Swap(ILogger log, User user)
{
    var (left, right) = (user.Email, user.Plan);
    (left, right) = (right, left);
    log.LogInformation("Left is {Left}", left);
    (right, left) = (left, "");
    log.LogInformation("Now {Left} and {Right}", left, right);
}

//// RefLocalClears
public void Label(ILogger log, User user)
{
    var label = user.Email;
    ref var slot = ref label;
    var length = slot.Length;
    slot = user.Plan;
    log.LogInformation("Label {Label} was {Length} long", label, length);
}

//// RefLocalFills
public void Label(ILogger log, User user)
{
    var label = "none";
    var other = "none";
    ref var slot = ref label;
    slot = user.Email;
    slot = ref other;
    slot = user.Plan;
    log.LogInformation("Label {Label}", label); // LEAK INS3001
    log.LogInformation("Other {Other}", other);
}

//// ConditionalRefClearsOnlyOne
public void Reset(ILogger log, User user, bool primary)
{
    var mail = user.Email;
    var phone = user.Phone;
    ref var victim = ref (primary ? ref mail : ref phone!);
    victim = "cleared";
    log.LogInformation("Victim {Victim}", victim);
    log.LogInformation("Mail {Mail}", mail); // LEAK INS3001
    mail = phone = "cleared";
    log.LogInformation("Mail {Mail}, phone {Phone}", mail, phone);
}

//// StructCopiesAndClassAliases
private struct Line { public string Text; }
private sealed class Note { public string Text = ""; }

public void Compare(ILogger log, User user)
{
    var line = new Line { Text = user.Plan };
    var copy = line;
    copy.Text = user.Email;
    log.LogInformation("Line {Text}", line.Text);

    var note = new Note { Text = user.Plan };
    var alias = note;
    alias.Text = user.Email;
    note.Text = "gone";
    log.LogInformation("Alias {Text}", alias.Text);
}

//// PreviousOfTheLoop
public void Walk(ILogger log, IUsers users)
{
    var previous = "start";
    var shown = "start";
    foreach (var user in users.All())
    {
        log.LogDebug("After {Previous}", previous); // LEAK INS3001
        log.LogDebug("Shown after {Shown}", shown);
        previous = user.Email;
        shown = previous;
        if (shown.Length > 0)
            shown = user.Plan;
        else
            shown = "empty";
    }
}

//// FinallyOverwrites
public void Send(ILogger log, User user, Action<string> deliver)
{
    var text = "";
    try
    {
        text = user.Email;
        deliver(text);
    }
    catch (TimeoutException)
    {
        log.LogWarning("Timed out on {Text}", text); // LEAK INS3001
    }
    finally
    {
        text = "sent";
    }
    log.LogInformation("State {Text}", text);
}

//// SwitchWithOneForgottenCase
public void Route(ILogger log, User user, int kind)
{
    var target = user.Email;
    var reply = user.Email;
    switch (kind)
    {
        case 0:
            target = "queue";
            reply = "queue";
            break;
        case 1:
            target = user.Plan;
            break;
        default:
            target = reply = "dead-letter";
            break;
    }
    log.LogInformation("Routed to {Target}", target);
    log.LogInformation("Replying to {Reply}", reply); // LEAK INS3001
}

//// RowWithConstantIndexes
public void Row(ILogger log, User user)
{
    var row = new string[3];
    row[0] = user.Id.ToString();
    row[1] = user.Email;
    row[2] = user.Plan;
    log.LogInformation("Plan {Plan}", row[2]);
    row[1] = "-";
    log.LogInformation("Row {Row}", string.Join(';', row));
}

//// TwoSlotsInline
[System.Runtime.CompilerServices.InlineArray(2)]
private struct Slots { private string _first; }

public void Fill(ILogger log, User user)
{
    var slots = new Slots();
    slots[0] = user.Email;
    slots[1] = user.Plan;
    var copy = slots;
    copy[0] = "";
    log.LogInformation("Slot one {Value}", slots[1]);
    log.LogInformation("Slot zero of the copy {Value}", copy[0]);
}

//// OutOverwritesOnFailure
private static bool TryContact(User user, bool allowed, out string contact)
{
    contact = user.Email;
    if (allowed)
        return true;
    contact = "withheld";
    return false;
}

private static void Withhold(User user, out string contact)
{
    contact = user.Email;
    if (contact.Length > 0)
        contact = "withheld";
    else
        contact = "missing";
}

public void Show(ILogger log, User user, bool allowed)
{
    TryContact(user, allowed, out var contact);
    log.LogInformation("Contact {Contact}", contact); // LEAK INS3001
    Withhold(user, out contact);
    log.LogInformation("Contact {Contact}", contact);
}

//// ReassignedLabel
public void Run(User user, ILogger logger)
{
    var label = user.FullName;
    if (label.Length > 30)
        logger.LogInformation("Long label");
    label = user.IsAdmin ? "admin" : "member";
    logger.LogInformation("Label {Label}", label);
}

//// ReassignedOnOneBranch
public void Run(User user, ILogger logger)
{
    var label = user.FullName;
    if (user.IsAdmin)
        label = "admin";
    logger.LogInformation("Label {Label}", label); // LEAK INS3001
    label ??= "none";
    label = label.Length.ToString();
    logger.LogInformation("Label {Label}", label);
}

//// LoopCarriedAgain
public void Run(IUsers users, ILogger logger)
{
    var previous = "";
    foreach (var user in users.All())
    {
        logger.LogDebug("After {Previous}", previous); // LEAK INS3001
        logger.LogDebug("At {Id}", user.Id);
        previous = user.Display();
    }
}

//// LoopReset
public void Run(IUsers users, ILogger logger)
{
    var current = "";
    foreach (var user in users.All())
    {
        current = user.Display();
        var words = current.Split(' ').Length;
        current = words > 2 ? "many" : "few";
        logger.LogDebug("At {Id}: {Words}", user.Id, current);
    }
    logger.LogInformation("Ended on {Words}", current);
}

//// SwappedTuple
public void Run(User user, ILogger logger)
{
    var left = user.Email;
    var right = user.Plan;
    (left, right) = (right, left);
    logger.LogInformation("Left {Left}", left);
    logger.LogInformation("Right {Right}", right); // LEAK INS3001
}

//// ClearedBuilder
public void Run(User user, ILogger logger)
{
    var text = new System.Text.StringBuilder();
    text.Append(user.FullName).Append(' ').Append(user.Home.Street);
    var width = text.Length;
    text.Clear();
    text.AppendFormat("{0}:{1}", user.Id, width);
    logger.LogInformation("Width {Text}", text.ToString());
}

//// KeyValueTokens
private static IEnumerable<(string Key, string Value)> Tokens(string line)
{
    foreach (var part in line.Split(';', StringSplitOptions.RemoveEmptyEntries))
    {
        var eq = part.IndexOf('=');
        if (eq > 0)
            yield return (part[..eq].Trim(), part[(eq + 1)..].Trim());
    }
}

public void Parse([Pii] string line, string settings, ILogger logger)
{
    foreach (var (key, value) in Tokens(settings))
        logger.LogInformation("Setting {Key}={Value}", key, value);
    var count = 0;
    foreach (var (_, value) in Tokens(line))
    {
        count++;
        if (value.Length > 0)
            logger.LogInformation("Token {Value}", value); // LEAK INS3001
    }
    logger.LogInformation("{Count} tokens", count);
}

//// CharScanner
public void Scan(User user, ILogger logger)
{
    var digits = 0;
    var shape = new System.Text.StringBuilder();
    foreach (var c in user.Phone ?? "")
    {
        if (char.IsAsciiDigit(c))
        {
            digits++;
            shape.Append('9');
        }
        else
        {
            shape.Append('x');
        }
    }
    logger.LogInformation("{Digits} digits in shape {Shape}", digits, shape.ToString());
}

//// CharCopier
public void Scan(User user, ILogger logger)
{
    var digits = 0;
    var shape = new System.Text.StringBuilder();
    foreach (var c in user.Phone ?? "")
    {
        if (char.IsAsciiDigit(c))
        {
            digits++;
            shape.Append(c);
        }
        else
        {
            shape.Append('x');
        }
    }
    logger.LogInformation("{Digits} digits", digits);
    logger.LogInformation("Shape {Shape}", shape.ToString()); // LEAK INS3001
}

//// FinallyLabel
public void Run(User user, IUsers users, ILogger logger)
{
    var stage = "begin";
    var detail = user.Email;
    try
    {
        stage = "load";
        var manager = users.Get(user.Manager?.Id ?? 0);
        detail = manager.Plan;
        stage = "done";
    }
    finally
    {
        logger.LogInformation("Stage {Stage}", stage);
        logger.LogInformation("Detail {Detail}", detail); // LEAK INS3001
    }
}

//// ConstantSwitch
private const bool IncludeContact = false;

public void Run(User user, ILogger logger)
{
    var suffix = "";
    if (IncludeContact)
        suffix = " (" + user.Email + ")";
    var line = $"user {user.Id}{suffix}";
    logger.LogInformation("Line {Line}", line);
    using (logger.BeginScope(new Dictionary<string, object> { ["plan"] = user.Plan, ["suffix"] = suffix }))
        logger.LogInformation("Scoped {Tier}", user.Tier);
}

//// LoopCarriedAgainAgain
internal void Walk(IEnumerable<User> users, ILogger log)
{
    var previous = "none";
    foreach (var user in users)
    {
        log.LogInformation("After {Previous}", previous); // LEAK INS3001
        previous = user.Plan;
        if (user.Tier == Tier.Free) continue;
        previous = user.Email;
    }
}

//// LoopResetAgain
internal void Walk(IEnumerable<User> users, ILogger log)
{
    var previous = "none";
    var total = 0;
    foreach (var user in users)
    {
        log.LogInformation("After {Previous}", previous);
        previous = user.Email;
        total += previous.Length;
        previous = user.Plan;
        if (user.Tier == Tier.Free) continue;
        previous = "paid";
    }
    log.LogInformation("Ended on {Previous} with {Total}", previous, total);
}

//// TupleSwapAgain
internal void Swap(User user, ILogger log)
{
    var (a, b, c) = (user.Email, user.Plan, "none");
    (a, b) = (b, a);
    log.LogInformation("A {A}", a);
    (b, c) = (c, b);
    log.LogInformation("B {B}", b);
    log.LogInformation("C {C}", c); // LEAK INS3001
    (c, a) = (a, b);
    log.LogInformation("{A} {B} {C}", a, b, c);
}

//// FinallyOverwritesAgain
internal async Task Send(User user, ILogger log)
{
    var status = "new";
    try
    {
        status = user.Email;
        await Task.Delay(status.Length);
    }
    catch (OperationCanceledException)
    {
        status = user.FullName;
    }
    finally
    {
        status = "done";
    }
    log.LogInformation("Status {Status}", status);
}

//// ReboundReference
internal void Point(User user, ILogger log)
{
    var left = "left";
    var right = "right";
    ref var target = ref left;
    target = user.Plan;
    target = ref right;
    target = user.Email;
    log.LogInformation("Left {Left}", left);
    log.LogInformation("Right {Right}", right); // LEAK INS3001
    right = "again";
    log.LogInformation("Target {Target}", target);
}

//// SpanCursor
private ref struct Cursor(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;
    internal int Left => _rest.Length;
    internal ReadOnlySpan<char> Until(char stop)
    {
        var at = _rest.IndexOf(stop);
        var head = at < 0 ? _rest : _rest[..at];
        _rest = at < 0 ? default : _rest[(at + 1)..];
        return head;
    }
}

internal void Parse(User user, ILogger log)
{
    var plan = new Cursor(user.Plan);
    log.LogInformation("Plan {Head}", plan.Until('-').ToString());
    var mail = new Cursor(user.Email);
    mail.Until('@');
    log.LogInformation("Left {Left}", mail.Left);
    log.LogInformation("Domain {Domain}", mail.Until('.').ToString()); // LEAK INS3001
}

//// OutputArguments
private static bool TryPlan(User user, out string plan, out string mail)
{
    mail = user.Email;
    plan = mail.Length > 0 ? user.Plan : "none";
    return plan.Length > 0;
}

private static void Blank(ref string text) => text = text.Length == 0 ? "empty" : "set";

internal void Use(User user, ILogger log)
{
    if (TryPlan(user, out var plan, out var mail))
        log.LogInformation("Plan {Plan}", plan);
    Blank(ref mail);
    log.LogInformation("Mail {Mail}", mail);
}

//// TokenMachine
private enum State { Key, Value, Done }

internal void Parse(User user, ILogger log)
{
    var input = "mail=" + user.Email + ";";
    var state = State.Key;
    var value = new System.Text.StringBuilder();
    var keys = 0;
    foreach (var c in input)
    {
        (state, keys) = (state, c) switch
        {
            (State.Key, '=') => (State.Value, keys + 1),
            (State.Value, ';') => (State.Done, keys),
            _ => (state, keys),
        };
        if (state == State.Value && c != '=') value.Append(c);
    }
    log.LogInformation("Ended in {State} after {Keys}", state, keys);
    log.LogInformation("Value {Value}", value); // LEAK INS3001
}

//// CompiledOut
private const bool Verbose = false;

internal void Trace(User user, ILogger log)
{
    if (Verbose)
        log.LogDebug("Mail {Mail}", user.Email);
    var text = Verbose ? user.FullName : user.Plan;
    log.LogInformation("Text {Text}", text);
    return;
    log.LogInformation("Phone {Phone}", user.Phone);
}


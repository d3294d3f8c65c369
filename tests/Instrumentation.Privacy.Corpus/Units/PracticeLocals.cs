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

//// MarkedTypeCount
[Pii] record Note(string Text, string Author);
void M(ILogger log, List<Note> notes)
{
    log.LogInformation("{Count} notes, {Empty} empty", notes.Count, notes.Count(n => n.Text == ""));
}
//// MarkedReturn
[return: Pii] static string Lookup(int id) => "name" + id;
static string Room(int id) => "room" + id;
void M(ILogger log)
{
    log.LogInformation("in {Room}", Room(3));
    log.LogInformation("is {Name}", Lookup(3)); // LEAK INS3001
}
//// MarkedParameterOfLambda
void M(ILogger log, IEnumerable<string> rows)
{
    Action<string> work = ([Pii] string row) => log.LogInformation("row {Row}", row); // LEAK INS3001
    foreach (var r in rows) work(r);
}
//// DerivedClassification
sealed class HealthAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
class Finding { public int Code { get; set; } [Health] public string Text { get; set; } = ""; }
void M(ILogger log, Finding f)
{
    log.LogInformation("finding {Code}", f.Code);
    log.LogInformation("finding {Text}", f.Text); // LEAK INS3001
}
//// NoClassificationAgain
class Finding { [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Text { get; set; } = ""; public string Ward { get; set; } = ""; }
void M(ILogger log, Finding f) => log.LogInformation("finding {Text} in {Ward}", f.Text, f.Ward);
//// PrivateAttributeOnField
[Private] private string _motherMaiden = "";
private string _hint = "";
void Set(string answer) { _motherMaiden = answer; _hint = "set at " + DateTime.UtcNow.ToString("O"); }
void M(ILogger log)
{
    log.LogInformation("hint {Hint}", _hint);
    log.LogInformation("answer {Answer}", _motherMaiden); // LEAK INS3001
}
//// MarkedNumberCompared
class Reading { [Pii] public int Pulse { get; set; } public int Device { get; set; } }
void M(ILogger log, List<Reading> all)
{
    log.LogInformation("{Alarms} alarms", all.Count(r => r.Pulse is < 40 or > 180));
    foreach (var g in all.GroupBy(r => r.Device))
        log.LogInformation("{Device}: {Count}, any high {High}", g.Key, g.Count(), g.Any(r => r.Pulse > 120));
}
//// OverrideInherits
abstract class Account { [Pii] public abstract string Holder { get; } public virtual string Branch => "main"; }
class Savings : Account { public override string Holder => "h"; public override string Branch => "north"; }
void M(ILogger log, Savings s)
{
    log.LogInformation("branch {Branch}", s.Branch);
    log.LogInformation("holder {Holder}", s.Holder); // LEAK INS3001
}
//// InterfaceMethodReturn
interface IPhoneBook { [return: Pii] string? Find(int id); bool Has(int id); }
class Book : IPhoneBook { private readonly Dictionary<int, string> _d = new(); public string? Find(int id) => _d.GetValueOrDefault(id); public bool Has(int id) => _d.ContainsKey(id); }
void M(ILogger log, Book book)
{
    if (book.Has(1))
        log.LogInformation("call {Number}", book.Find(1)); // LEAK INS3001
}
//// RecordParameterMark
record Lead([Pii] string Company, string Source, int Score);
void M(ILogger log, Lead lead)
{
    var (_, source, score) = lead;
    log.LogInformation("lead from {Source} scored {Score}, long name: {Long}", source, score, lead.Company.Length > 30);
}
//// MarkedDictionary !
internal class SeatMap
{
    [Pii] private readonly Dictionary<int, string> _names = new();
    public void Assign(int seat, string passenger) => _names[seat] = passenger;
    public IEnumerable<int> Taken => _names.Keys.OrderBy(k => k);
    public int Free => 180 - _names.Count;
    [return: Pii] public string? At(int seat) => _names.TryGetValue(seat, out var n) ? n : null;
}
internal class Boarding(ILogger<Boarding> log)
{
    public void Board(SeatMap map, int seat)
    {
        if (map.At(seat) is null)
        {
            log.LogWarning("seat {Seat} is empty", seat);
            return;
        }
        log.LogInformation("seat {Seat} boards, {Free} free", seat, map.Free);
    }
}
//// ClassifiedRecordHierarchy !
[Pii]
internal abstract record Evidence(string Text);
internal sealed record Photo(string Text, string Camera) : Evidence(Text);
internal sealed record Statement(string Text, string Witness) : Evidence(Text);
internal class EvidenceRoom
{
    private readonly List<Evidence> _shelf = new();
    private readonly ILogger<EvidenceRoom> _log;
    public EvidenceRoom(ILogger<EvidenceRoom> log) => _log = log;
    public void Store(Evidence e)
    {
        _shelf.Add(e);
        var kind = e switch { Photo => "photo", Statement => "statement", _ => "other" };
        _log.LogInformation("stored {Kind}, shelf holds {Count}", kind, _shelf.Count);
    }
    public void Audit()
    {
        foreach (var e in _shelf)
            _log.LogDebug("item {Item}", e.Text); // LEAK INS3001
    }
}

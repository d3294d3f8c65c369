//// CallbackOfCapturedServiceOnce !
internal interface IUsers { IEnumerable<User> All(); User One(); }
internal class G(ILogger<G> log, IUsers users)
{
    public void Run(Action<string> p) => p(users.One().Email);
    public void V() => Run(s => log.LogInformation("{C}", s)); // LEAK INS3001
}
//// CallbackInLoop !
internal interface IUsers { IEnumerable<User> All(); User One(); }
internal class G(ILogger<G> log, IUsers users)
{
    public void Run(Action<string> p) { foreach (var u in users.All()) p(u.Email); }
    public void V() => Run(s => log.LogInformation("{C}", s)); // LEAK INS3001
}
//// CallbackSafe !
internal interface IUsers { IEnumerable<User> All(); User One(); }
internal class G(ILogger<G> log, IUsers users)
{
    public void Run(Action<string> p) { foreach (var u in users.All()) p(u.Email); }
    public void V() => Run(s => log.LogInformation("{C}", s.Length));
}
//// ProgressOfCapturedServiceOnce !
internal record Step(int N, string Text);
internal interface IUsers { IEnumerable<User> All(); User One(); }
internal class G(ILogger<G> log, IUsers users)
{
    public void Run(IProgress<Step> p) { foreach (var u in users.All()) p.Report(new Step(1, u.Email)); }
    public void V() => Run(new Progress<Step>(s => log.LogInformation("{C}", s.Text))); // LEAK INS3001
    public void W() => Run(new Progress<Step>(s => log.LogInformation("{C}", s.N)));
}
//// CallbackThroughAnother !
internal interface IUsers { User One(); }
internal class G(ILogger<G> log, IUsers users)
{
    private void Inner(Func<string, bool> p) => p(users.One().Email);
    public void Run(Func<string, bool> p) => Inner(p);
    public void V() => Run(s => { log.LogInformation("{C}", s); return true; }); // LEAK INS3001
}
//// ValueTaskOfValue
ValueTask<string> Get(User u) => new(u.Email);
async Task M(ILogger log, User u) => log.LogInformation("{S}", await Get(u)); // LEAK INS3001
//// ValueTaskOfLength
ValueTask<int> Get(User u) => new(u.Email.Length);
async Task M(ILogger log, User u) => log.LogInformation("{S}", await Get(u));
//// ValueTaskItselfOnce
void M(ILogger log, User u) { var t = new ValueTask<string>(u.Email); log.LogInformation("{S}", t); } // LEAK INS3001
//// TaskItself
async Task M(ILogger log, User u) { var t = Task.FromResult(u.Email); log.LogInformation("{S}", t); await t; }
//// PriorityIsApart
void M(ILogger log, User u) { var q = new PriorityQueue<int, string>(); q.Enqueue(1, u.Email); while (q.TryDequeue(out var id, out var mail)) { log.LogInformation("{I}", id); log.LogInformation("{I}", mail); } } // LEAK INS3001
//// ProgressOfLength
void M(ILogger log, User u) { IProgress<string> p = new Progress<string>(s => log.LogInformation("{S}", s.Length)); p.Report(u.Email); }
//// LookupKeySafe
void M(ILogger log, List<User> us) { foreach (var g in us.ToLookup(u => u.Email, u => u.Id)) log.LogInformation("{S}", g); }
//// LookupValues
void M(ILogger log, List<User> us) { foreach (var g in us.ToLookup(u => u.Plan, u => u.Email)) { log.LogInformation("{S}", g.Key); log.LogInformation("{S}", g); } } // LEAK INS3001
//// FormatWithoutIt
void M(ILogger log, User u) => log.LogInformation("{S}", string.Format("{0}", u.Id, u.Email));
//// FormatWithIt
void M(ILogger log, User u) => log.LogInformation("{S}", string.Format("{0} {1}", u.Id, u.Email)); // LEAK INS3001
//// RulesOfFunctions
class Rule(string field, Func<User, object?> value, Func<object?, bool> valid) { public string? Check(User u) { var v = value(u); return valid(v) ? null : $"{field} bad {v}"; } }
static readonly Rule[] Rules = [new("a", u => u.Phone, v => v is string { Length: > 5 }), new("b", u => u.Email, v => v is string s && s.Contains('@'))];
void M(ILogger log, User u) { var e = Rules.Select(r => r.Check(u)).OfType<string>().ToList(); log.LogInformation("{E}", string.Join(",", e)); } // LEAK INS3001
//// RulesSelected
class Rule(string field, Func<User, object?> value) { public string? Check(User u) { var v = value(u); return v is null ? null : $"{field} bad {v}"; } }
static readonly Rule[] Rules = [new("a", u => u.Phone), new("b", u => u.Email)];
void M(ILogger log, User u) { var e = Rules.Select(r => r.Check(u)).ToList(); log.LogInformation("{E}", string.Join(",", e)); } // LEAK INS3001
//// RulesOfType
class Rule(string field, Func<User, object?> value) { public string? Check(User u) { var v = value(u); return v is null ? null : $"{field} bad {v}"; } }
static readonly Rule[] Rules = [new("a", u => u.Phone), new("b", u => u.Email)];
void M(ILogger log, User u) { var e = Rules.Select(r => r.Check(u)).OfType<string>().ToList(); log.LogInformation("{E}", string.Join(",", e)); } // LEAK INS3001
//// RuleMadeHereOnce
class Rule(string field, Func<User, object?> value, Func<object?, bool> valid) { public string? Check(User u) { var v = value(u); return valid(v) ? null : $"{field} bad {v}"; } }
void M(ILogger log, User u) { var r = new Rule("a", u => u.Phone, v => v is string { Length: > 5 }); log.LogInformation("{E}", r.Check(u)); } // LEAK INS3001
//// RulesInExceptionOnce
class Failed : Exception { public Failed(string message) : base(message) { } }
class Rule(string field, Func<User, object?> value) { public string? Check(User u) { var v = value(u); return v is null ? null : $"{field} bad {v}"; } }
static readonly Rule[] Rules = [new("a", u => u.Phone), new("b", u => u.Email)];
void M(ILogger log, User u) { var e = Rules.Select(r => r.Check(u)).ToList(); throw new Failed(string.Join(",", e)); } // LEAK INS3004
//// RulesOfAClassOnce !
internal class Rule(string field, Func<User, object?> value) { public string? Check(User u) { var v = value(u); return v is null ? null : $"{field} bad {v}"; } }
internal class V { static readonly Rule[] Rules = [new("a", u => u.Phone), new("b", u => u.Email)];
public void M(ILogger log, User u) { var e = Rules.Select(r => r.Check(u)).ToList(); log.LogInformation("{E}", string.Join(",", e)); } } // LEAK INS3001
//// OfTypeOther !
internal abstract record Party; internal record Person([Pii] string Name) : Party; internal record Firm(string Name) : Party;
internal class S(ILogger log) { public void M(string n) { var all = new List<Party> { new Person(n), new Firm("x") }; foreach (var f in all.OfType<Firm>()) log.LogInformation("{F}", f); } }
//// OfTypeRecord !
internal abstract record Party; internal record Person([Pii] string Name) : Party; internal record Firm(string Name) : Party;
internal class S(ILogger log) { public void M(string n) { var all = new List<Party> { new Person(n), new Firm("x") }; foreach (var f in all.OfType<Person>()) log.LogInformation("{F}", f); } } // LEAK INS3001
//// CastOfArrayListOnce
void M(ILogger log, System.Collections.ArrayList l, User u) { l.Add(u.Email); foreach (var s in l.Cast<string>()) log.LogInformation("{F}", s); } // LEAK INS3001
//// OfTypeOfObjects
void M(ILogger log, List<object> l) { foreach (var s in l.OfType<User>()) log.LogInformation("{F}", s.Email); } // LEAK INS3001
//// EventRaisedElsewhere !
internal class Sent(string to) : EventArgs { public string To => to; }
internal interface IMailer { event EventHandler<Sent> Done; }
internal class Mailer : IMailer { public event EventHandler<Sent>? Done; public void Send(User u) => Done?.Invoke(this, new Sent(u.Email)); }
internal class Audit
{
    private readonly ILogger<Audit> _log;
    public Audit(IMailer mailer, ILogger<Audit> log) { _log = log; mailer.Done += OnDone; }
    private void OnDone(object? sender, Sent e) => _log.LogInformation("{To}", e.To); // LEAK INS3001
}
//// EventRaisedWithId !
internal class Sent(int id) : EventArgs { public int Id => id; }
internal interface IMailer { event EventHandler<Sent> Done; }
internal class Mailer : IMailer { public event EventHandler<Sent>? Done; public void Send(User u) => Done?.Invoke(this, new Sent(u.Id)); }
internal class Audit
{
    private readonly ILogger<Audit> _log;
    public Audit(IMailer mailer, ILogger<Audit> log) { _log = log; mailer.Done += OnDone; }
    private void OnDone(object? sender, Sent e) => _log.LogInformation("{Id}", e.Id);
}
//// HandlerSetAndCalled !
internal class Pipe
{
    public Func<string, Task>? OnText { get; set; }
    private Task Push(string text) => OnText?.Invoke(text) ?? Task.CompletedTask;
    public Task Run(User u) => Push(u.Email);
}
internal class Host(ILogger<Host> log)
{
    public Pipe Make() => new() { OnText = text => { log.LogInformation("{T}", text); return Task.CompletedTask; } }; // LEAK INS3001
}
//// HandlerSetAndCalledSafe !
internal class Pipe
{
    public Func<string, Task>? OnText { get; set; }
    private Task Push(string text) => OnText?.Invoke(text) ?? Task.CompletedTask;
    public Task Run(User u) => Push(u.Plan);
}
internal class Host(ILogger<Host> log)
{
    public Pipe Make() => new() { OnText = text => { log.LogInformation("{T}", text); return Task.CompletedTask; } };
}
//// ProviderOfText !
internal class Box(ILogger<Box> log)
{
    private Func<string> _name = static () => "";
    public void Set(User u) => _name = () => u.FullName;
    public void Tell() => log.LogInformation("{N}", _name()); // LEAK INS3001
}
//// ProviderByMethod !
internal class Box(ILogger<Box> log, User user)
{
    private Func<string>? _name;
    public void Set() => _name = Name;
    private string Name() => user.FullName;
    public void Tell() => log.LogInformation("{N}", _name?.Invoke()); // LEAK INS3001
}
//// ProviderOfPlan !
internal class Box(ILogger<Box> log, User user)
{
    private Func<string>? _name;
    public void Set() => _name = Name;
    private string Name() => user.Plan;
    public void Tell() => log.LogInformation("{N}", _name?.Invoke());
}
//// KeptByGenericClass !
internal class Bus<T> { private Action<T>? _sub; public void Sub(Action<T> sub) => _sub = sub; public void Pub(T item) => _sub?.Invoke(item); }
internal class App(ILogger<App> log, Bus<string> bus)
{
    public void Start() => bus.Sub(s => log.LogInformation("{S}", s)); // LEAK INS3001
    public void Work(User u) => bus.Pub(u.Email);
}
//// KeptOfAnotherKind !
internal class Two(ILogger<Two> log)
{
    private Action<string>? _text;
    private Action<int>? _number;
    public void Start() { _text = s => log.LogInformation("{S}", s); _number = n => log.LogInformation("{N}", n); }
    public void Work(User u) { _number?.Invoke(u.Email.Length); _text?.Invoke(u.Plan); }
}
//// TakenApartInside
record Inner([property: Pii] string Mail, int N);
record Outer(Inner In, int K);
void M(ILogger log, Outer o) { var ((mail, n), k) = o; log.LogInformation("{N} {K}", n, k); log.LogInformation("{M}", mail); } // LEAK INS3001
//// TakenApartInLoop
record Inner([property: Pii] string Mail, int N);
void M(ILogger log, List<Inner> all) { foreach (var (mail, n) in all) { log.LogInformation("{N}", n); log.LogInformation("{M}", mail); } } // LEAK INS3001
//// OnlyLookedAt
void M(ILogger log, User u) { ArgumentNullException.ThrowIfNull(u); using var x = new System.IO.MemoryStream(); if (ReferenceEquals(u, null)) return; log.LogInformation("{P}", u.Plan); }
//// WrittenByLibraryMethod
void M(ILogger log, Customer c) => log.LogInformation("{P}", Convert.ToString(c)); // LEAK INS3001

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
class Failed : Exception { public Failed(string message) : base(message) { } } // LEAK INS3004
class Rule(string field, Func<User, object?> value) { public string? Check(User u) { var v = value(u); return v is null ? null : $"{field} bad {v}"; } }
static readonly Rule[] Rules = [new("a", u => u.Phone), new("b", u => u.Email)];
void M(ILogger log, User u) { var e = Rules.Select(r => r.Check(u)).ToList(); throw new Failed(string.Join(",", e)); }
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

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

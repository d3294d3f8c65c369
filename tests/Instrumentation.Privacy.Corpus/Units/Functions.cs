//// LambdaCapture
void M(ILogger log, User u) { var mail = u.Email; Action a = () => log.LogInformation("{M}", mail); a(); } // LEAK INS3001
//// LambdaCaptureSafe
void M(ILogger log, User u) { var mail = u.Plan; Action a = () => log.LogInformation("{M}", mail); a(); }
//// LambdaCaptureLater
void M(ILogger log, User u) { var text = ""; Action a = () => log.LogInformation("{M}", text); text = u.Email; a(); } // LEAK INS3001
//// LambdaArgument
void M(ILogger log, User u) { Action<string> a = s => log.LogInformation("{M}", s); a(u.Email); } // LEAK INS3001
//// LambdaArgumentSafe
void M(ILogger log, User u) { Action<string> a = s => log.LogInformation("{M}", s); a(u.Plan); }
//// LambdaReturn
void M(ILogger log, User u) { Func<User, string> f = x => x.Email; log.LogInformation("{M}", f(u)); } // LEAK INS3001
//// LambdaReturnSafe
void M(ILogger log, User u) { Func<User, string> f = x => x.Plan; log.LogInformation("{M}", f(u)); }
//// LambdaWritesCapture
void M(ILogger log, User u) { string? got = null; Action a = () => got = u.Email; a(); log.LogInformation("{M}", got); } // LEAK INS3001
//// LocalFunction
void M(ILogger log, User u) { void Say(string s) => log.LogInformation("{M}", s); Say(u.Email); } // LEAK INS3001
//// LocalFunctionSafe
void M(ILogger log, User u) { void Say(string s) => log.LogInformation("{M}", s); Say(u.Plan); }
//// LocalFunctionReturn
void M(ILogger log, User u) { string Mail() => u.Email; log.LogInformation("{M}", Mail()); } // LEAK INS3001
//// LocalFunctionWrites
void M(ILogger log, User u) { var s = ""; void Set() { s = u.FullName; } Set(); log.LogInformation("{M}", s); } // LEAK INS3001
//// LocalFunctionNotCalled
void M(ILogger log, User u) { var s = ""; log.LogInformation("{M}", s); void Set() { s = u.FullName; } Set(); }
//// LocalRecursive
void M(ILogger log, User u) { string Walk(User? x) => x is null ? "" : x.FullName + Walk(x.Manager); log.LogInformation("{M}", Walk(u)); } // LEAK INS3001
//// StaticLocal
void M(ILogger log, User u) { static string Id(string s) => s; log.LogInformation("{M}", Id(u.Email)); } // LEAK INS3001
//// PassedToHelper
static void With(User u, Action<string> f) => f(u.Email);
void M(ILogger log, User u) => With(u, m => log.LogInformation("{M}", m)); // LEAK INS3001
//// PassedToHelperSafe
static void With(User u, Action<string> f) => f(u.Plan);
void M(ILogger log, User u) => With(u, m => log.LogInformation("{M}", m));
//// HelperReturns
static T Time<T>(Func<T> f) => f();
void M(ILogger log, User u) { var m = Time(() => u.Email); log.LogInformation("{M}", m); } // LEAK INS3001
//// HelperReturnsSafe
static T Time<T>(Func<T> f) => f();
void M(ILogger log, User u) { var m = Time(() => u.Id); log.LogInformation("{M}", m); }
//// HelperTwoDeep
static void Outer(Action a) => Inner(a); static void Inner(Action a) => a();
void M(ILogger log, User u) => Outer(() => log.LogInformation("{M}", u.Email)); // LEAK INS3001
//// MethodGroup
static string MailOf(User u) => u.Email;
void M(ILogger log, User u) { Func<User, string> f = MailOf; log.LogInformation("{M}", f(u)); } // LEAK INS3001
//// MethodGroupSafe
static string PlanOf(User u) => u.Plan;
void M(ILogger log, User u) { Func<User, string> f = PlanOf; log.LogInformation("{M}", f(u)); }
//// MethodGroupSink
void M(ILogger log, User u) { Action<string> f = Say; f(u.Email); void Say(string s) => log.LogInformation(s); } // LEAK INS3001
//// DelegateField
private readonly Func<User, string> _show = u => u.FullName;
void M(ILogger log, User u) => log.LogInformation("{M}", _show(u)); // LEAK INS3001
//// DelegateFieldSafe
private readonly Func<User, string> _show = u => u.Plan;
void M(ILogger log, User u) => log.LogInformation("{M}", _show(u));
//// DelegateFieldSink
class W { private readonly Action<string> _say; public W(ILogger log) { _say = s => log.LogInformation(s); } public void Go(User u) => _say(u.Email); } // LEAK INS3001
//// DelegateDictionary
void M(ILogger log, User u) { var d = new Dictionary<string, Func<string>> { ["m"] = () => u.Email }; log.LogInformation("{M}", d["m"]()); } // LEAK INS3001
//// EventHandlerRaised
class Bus { public event Action<string>? Said; public void Say(string s) => Said?.Invoke(s); }
void M(ILogger log, User u) { var b = new Bus(); b.Said += s => log.LogInformation(s); b.Say(u.Email); } // LEAK INS3001
//// EventHandlerRaisedSafe
class Bus { public event Action<string>? Said; public void Say(string s) => Said?.Invoke(s); }
void M(ILogger log, User u) { var b = new Bus(); b.Said += s => log.LogInformation(s); b.Say(u.Plan); }
//// EventInField
class Hub(ILogger log) { event Action<User>? Changed; void Init() { Changed += u => log.LogInformation("{M}", u.Email); } void Fire(User u) => Changed?.Invoke(u); } // LEAK INS3001
//// MulticastDelegate
void M(ILogger log, User u) { Action<string> a = _ => { }; a += s => log.LogInformation(s); a(u.Email); } // LEAK INS3001
//// Curried
void M(ILogger log, User u) { Func<string, Func<string>> f = a => () => a; log.LogInformation("{M}", f(u.Email)()); } // LEAK INS3001
//// LambdaParameterMarked
void M(ILogger log) { var f = ([Pii] string m) => log.LogInformation("{M}", m); f("x"); f(Environment.MachineName); } // LEAK INS3001
//// TaskRunLambda
void M(ILogger log, User u) => Task.Run(() => log.LogInformation("{M}", u.Email)); // LEAK INS3001
//// ThreadLambda
void M(ILogger log, User u) => new Thread(() => log.LogInformation("{M}", u.Email)).Start(); // LEAK INS3001
//// TimerSafe
void M(ILogger log, User u) => new Timer(_ => log.LogInformation("{M}", u.Id)).Dispose();
//// AsyncLambda
async Task M(ILogger log, IUsers us) { Func<Task<string>> f = async () => (await us.GetAsync(1)).Email; log.LogInformation("{M}", await f()); } // LEAK INS3001
//// AsyncLambdaSafe
async Task M(ILogger log, IUsers us) { Func<Task<string>> f = async () => (await us.GetAsync(1)).Plan; log.LogInformation("{M}", await f()); }
//// RetryHelper
static async Task<T> Retry<T>(Func<Task<T>> f) { for (var i = 0; ; i++) { try { return await f(); } catch (IOException) when (i < 3) { await Task.Delay(10); } } }
async Task M(ILogger log, IUsers us) { var u = await Retry(() => us.GetAsync(1)); log.LogInformation("{M}", u.Email); } // LEAK INS3001
//// RetryHelperResult
static async Task<T> Retry<T>(Func<Task<T>> f) { for (var i = 0; ; i++) { try { return await f(); } catch (IOException) when (i < 3) { await Task.Delay(10); } } }
async Task M(ILogger log, IUsers us) { var m = await Retry(async () => (await us.GetAsync(1)).Email); log.LogInformation("{M}", m); } // LEAK INS3001
//// OptionMatch
class Opt<T>(T? v) { public R Match<R>(Func<T, R> some, Func<R> none) => v is null ? none() : some(v); }
void M(ILogger log, User u) => log.LogInformation("{M}", new Opt<User>(u).Match(x => x.Email, () => "-")); // LEAK INS3001
//// OptionMatchSafe
class Opt<T>(T? v) { public R Match<R>(Func<T, R> some, Func<R> none) => v is null ? none() : some(v); }
void M(ILogger log, User u) => log.LogInformation("{M}", new Opt<User>(u).Match(x => x.Plan, () => "-"));
//// FuncReturningUser
void M(ILogger log, Func<int, User> load) => log.LogInformation("{M}", load(3).Email); // LEAK INS3001
//// FuncReturningUserSafe
void M(ILogger log, Func<int, User> load) => log.LogInformation("{M}", load(3).Tier);
//// DeferredLogMessage
static void Debug(ILogger log, Func<string> text) { if (log.IsEnabled(LogLevel.Debug)) log.LogDebug(text()); } // LEAK INS3001
void M(ILogger log, User u) => Debug(log, () => "mail " + u.Email);
//// DeferredLogMessageSafe
static void Debug(ILogger log, Func<string> text) { if (log.IsEnabled(LogLevel.Debug)) log.LogDebug(text()); }
void M(ILogger log, User u) => Debug(log, () => "id " + u.Id);
//// LambdaInTry
void M(ILogger log, User u) { try { Action a = () => log.LogInformation("{M}", u.Email); a(); } catch (IOException) { } } // LEAK INS3001
//// LambdaInUsing
void M(ILogger log, User u) { using (var s = new MemoryStream()) { Action a = () => log.LogInformation("{M}", u.Id); a(); } }
//// ClosureKeepTwice
static Func<string, Func<string>> Keep() => s => () => s;
void M(User u, ILogger log)
{
    var k = Keep();
    var a = k(u.Email);
    var b = k(u.Plan);
    log.LogInformation("{X}", a()); // LEAK INS3001
    log.LogInformation("{X}", b());
}
//// ClosureFactoryTwice
static Func<string> Keep(string s) => () => s;
void M(User u, ILogger log)
{
    var a = Keep(u.Email);
    var b = Keep(u.Plan);
    log.LogInformation("{X}", a()); // LEAK INS3001
    log.LogInformation("{X}", b());
}
//// ClosureOverFunctionTwice
static Func<User, string> Part(string head, Func<User, string> f) => u => head + f(u);
void M(User u, ILogger log)
{
    var a = Part("m", x => x.Email);
    var b = Part("p", x => x.Plan);
    log.LogInformation("{X}", a(u)); // LEAK INS3001
    log.LogInformation("{X}", b(u));
}
//// ClosureCells
static (Action<string> Set, Func<string> Get) Cell()
{
    var v = "";
    return (s => v = s, () => v);
}
void M(User u, ILogger log)
{
    var (setA, getA) = Cell();
    var (setB, getB) = Cell();
    setA(u.Email);
    setB(u.Plan);
    log.LogInformation("{X}", getA()); // LEAK INS3001
    log.LogInformation("{X}", getB());
}
//// ClosureOfRules !
class Rule<T>(string name, Func<T, string> get)
{
    public Func<T, string> Line() => t => name + get(t);
}
class Uses
{
    void M(User u, ILogger log)
    {
        var a = new Rule<User>("m", x => x.Email).Line();
        var b = new Rule<User>("p", x => x.Plan).Line();
        log.LogInformation("{X}", a(u)); // LEAK INS3001
        log.LogInformation("{X}", b(u));
    }
}
//// ClosureLocalFactory
void M(User u, ILogger log)
{
    Func<string> Keep(string s) => () => s;
    var a = Keep(u.Email);
    var b = Keep(u.Plan);
    log.LogInformation("{X}", a()); // LEAK INS3001
    log.LogInformation("{X}", b());
}
//// ClosuresInList
void M(User u, ILogger log)
{
    var all = new List<Func<string>>();
    foreach (var s in new[] { u.Plan, u.Email }) all.Add(() => s);
    foreach (var f in all) log.LogInformation("{X}", f()); // LEAK INS3001
}
//// ClosureComposed
static Func<T, T> Compose<T>(Func<T, T> f, Func<T, T> g) => x => g(f(x));
void M(User u, ILogger log)
{
    Func<string, string> trim = s => s.Trim(), star = s => "***";
    var a = Compose(trim, star);
    var b = Compose(trim, trim);
    log.LogInformation("{X}", a(u.Email));
    log.LogInformation("{X}", b(u.Email)); // LEAK INS3001
    log.LogInformation("{X}", Compose(a, trim)(u.Email));
}
//// ClosureCounters
static Func<int> Counter(string name, ILogger log)
{
    var n = 0;
    return () => { log.LogInformation("{N}", name); return n++; }; // LEAK INS3001
}
void M(User u, ILogger log)
{
    Counter(u.Plan, log)();
    Counter(u.Email, log)();
}
//// ClosureWriters
static Action<string> Writer(ILogger log) => s => log.LogInformation("{S}", s); // LEAK INS3001
static Action<string> Quiet(ILogger log) => s => log.LogInformation("{S}", s.Length);
void M(User u, ILogger log)
{
    Quiet(log)(u.Email);
    Writer(log)(u.Email);
}
//// ClosureMemo
static Func<string, string> Memo(Func<string, string> load)
{
    var known = new Dictionary<string, string>();
    return key => known.TryGetValue(key, out var v) ? v : known[key] = load(key);
}
void M(User u, ILogger log)
{
    var mail = Memo(id => u.Email);
    var plan = Memo(id => u.Plan);
    log.LogInformation("{S}", plan("1"));
    log.LogInformation("{S}", mail("1")); // LEAK INS3001
}

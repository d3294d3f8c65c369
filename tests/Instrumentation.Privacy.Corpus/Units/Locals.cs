//// PlainLocal
void M(ILogger log, User u) { var mail = u.Email; log.LogInformation("{Mail}", mail); } // LEAK INS3001
//// PlainLocalSafe
void M(ILogger log, User u) { var mail = u.Plan; log.LogInformation("{Mail}", mail); }
//// TwoSteps
void M(ILogger log, User u)
{
    var mail = u.Email;
    var shown = mail;
    log.LogInformation("{Mail}", shown); // LEAK INS3001
}
//// OverwrittenByConstant
void M(ILogger log, User u)
{
    var mail = u.Email;
    Send(mail);
    mail = "(hidden)";
    log.LogInformation("{Mail}", mail);
}
static void Send(string to) { }
//// OverwrittenById
void M(ILogger log, User u)
{
    string who = u.FullName;
    who = u.Id.ToString();
    log.LogInformation("{Who}", who);
}
//// OverwrittenInOneBranch
void M(ILogger log, User u)
{
    var who = u.FullName;
    if (u.IsAdmin) who = "admin";
    log.LogInformation("{Who}", who); // LEAK INS3001
}
//// OverwrittenInBothBranches
void M(ILogger log, User u)
{
    var who = u.FullName;
    if (u.IsAdmin) who = "admin"; else who = "user";
    log.LogInformation("{Who}", who);
}
//// AssignedInBranch
void M(ILogger log, User u, bool verbose)
{
    string who;
    if (verbose) who = u.Email; else who = u.Id.ToString();
    log.LogInformation("{Who}", who); // LEAK INS3001
}
//// AssignedAfterUse
void M(ILogger log, User u)
{
    var text = "nobody";
    log.LogInformation("{Text}", text);
    text = u.Email;
    Keep(text);
}
static void Keep(string s) { }
//// LoopCarried
void M(ILogger log, IEnumerable<User> users)
{
    string last = "";
    foreach (var u in users)
    {
        log.LogInformation("previous was {Last}", last); // LEAK INS3001
        last = u.Email;
    }
}
//// LoopCarriedSafe
void M(ILogger log, IEnumerable<User> users)
{
    int last = 0;
    foreach (var u in users)
    {
        log.LogInformation("previous was {Last}", last);
        last = u.Id;
    }
}
//// AfterLoop
void M(ILogger log, List<User> users)
{
    string? found = null;
    for (var i = 0; i < users.Count; i++) { if (users[i].IsAdmin) { found = users[i].FullName; break; } }
    log.LogInformation("found {Who}", found); // LEAK INS3001
}
//// WhileLoop
void M(ILogger log, Queue<User> q) { while (q.Count > 0) { var n = q.Dequeue(); log.LogInformation("next {Who}", n.FullName); } } // LEAK INS3001
//// WhileLoopSafe
void M(ILogger log, Queue<User> q) { while (q.Count > 0) { var n = q.Dequeue(); log.LogInformation("next {Who}", n.Key); } }
//// CompoundAssign
void M(ILogger log, User u)
{
    var s = "user ";
    s += u.Email;
    log.LogInformation(s); // LEAK INS3001
}
//// CompoundAssignSafe
void M(ILogger log, User u)
{
    var s = "user ";
    s += u.Id;
    log.LogInformation(s);
}
//// CoalesceAssign
void M(ILogger log, User u, string? given) { given ??= u.Phone; log.LogInformation("{P}", given); } // LEAK INS3001
//// CoalesceAssignSafe
void M(ILogger log, User u, string? given) { given ??= u.Plan; log.LogInformation("{P}", given); }
//// ParameterOverwritten
void M(ILogger log, [Pii] string mail) { mail = mail.Length > 3 ? "long" : "short"; log.LogInformation("{Mail}", mail); }
//// ParameterOverwrittenByOther
void M(ILogger log, [Pii] string mail, string host) { Send(mail); mail = host; log.LogInformation("{Mail}", mail); }
static void Send(string s) { }
//// ParameterTainted
void M(ILogger log, string text, User u) { text = u.Email; log.LogInformation("{T}", text); } // LEAK INS3001
//// RefLocal
void M(ILogger log, User u) { string a = "x"; ref string r = ref a; r = u.Email; log.LogInformation("{A}", a); } // LEAK INS3001
//// RefLocalSafe
void M(ILogger log, User u) { string a = "x", b = ""; ref string r = ref b; r = u.Email; log.LogInformation("{A}", a); }
//// OutVariable
void M(ILogger log, User u) { Take(u, out var mail); log.LogInformation("{M}", mail); } // LEAK INS3001
static void Take(User u, out string mail) => mail = u.Email;
//// OutVariableSafe
void M(ILogger log, User u) { Take(u, out var mail); log.LogInformation("{M}", mail); }
static void Take(User u, out string mail) => mail = u.Plan;
//// RefParameter
void M(ILogger log, User u) { var s = ""; Fill(u, ref s); log.LogInformation("{S}", s); } // LEAK INS3001
static void Fill(User u, ref string s) { if (u.IsAdmin) s = u.FullName; }
//// RefParameterCleared
void M(ILogger log, User u) { var s = u.FullName; Wipe(ref s); log.LogInformation("{S}", s); }
static void Wipe(ref string s) { s = "***"; }
//// SwitchStatement
void M(ILogger log, User u)
{
    string label;
    switch (u.Tier) { case Tier.Paid: label = u.FullName; break; default: label = "free"; break; }
    log.LogInformation("{L}", label); // LEAK INS3001
}
//// SwitchExpression
void M(ILogger log, User u) { var label = u.Tier switch { Tier.Paid => u.FullName, _ => "free" }; log.LogInformation("{L}", label); } // LEAK INS3001
//// SwitchExpressionSafe
void M(ILogger log, User u) { var label = u.Email switch { "" => "none", _ => "some" }; log.LogInformation("{L}", label); }
//// TryCatchFlow
void M(ILogger log, User u)
{
    var who = "?";
    try { who = u.Email; Risky(); who = "done"; }
    catch (IOException) { log.LogWarning("failed for {Who}", who); } // LEAK INS3001
}
static void Risky() { }
//// TryCatchAfter
void M(ILogger log, User u)
{
    var who = "?";
    try { who = u.Email; Risky(); }
    finally { who = "done"; }
    log.LogWarning("finished {Who}", who);
}
static void Risky() { }
//// FinallyLeak
void M(ILogger log, User u)
{
    string? who = null;
    try { who = u.Email; Risky(); }
    finally { log.LogWarning("finished {Who}", who); } // LEAK INS3001
}
static void Risky() { }
//// UsingThenReset
void M(ILogger log, User u)
{
    var who = u.Email;
    using (var s = new MemoryStream()) { who = "x"; }
    log.LogWarning("finished {Who}", who);
}
//// EarlyReturn
void M(ILogger log, User u)
{
    var s = u.Email;
    if (s.Length > 0) { s = "set"; log.LogInformation("{S}", s); return; }
    s = "unset";
    log.LogInformation("{S}", s);
}
//// GotoLoop
void M(ILogger log, User u)
{
    var s = ""; var n = 0;
again:
    log.LogInformation("{S}", s); // LEAK INS3001
    s = u.Email;
    if (n++ < 3) goto again;
}
//// ConstOnly
void M(ILogger log, User u) { const string Email = "email"; log.LogInformation("{F}", Email); }
//// ShadowedName
void M(ILogger log, User u) { { var email = u.Email; Keep(email); } { var email = u.Plan; log.LogInformation("{E}", email); } }
static void Keep(string s) { }
//// DynamicLocal
void M(ILogger log, User u) { dynamic d = u; string s = d.Email; log.LogInformation("{S}", s); } // LEAK INS3001
//// ObjectLocal
void M(ILogger log, User u) { object o = u.Email; log.LogInformation("{O}", o); } // LEAK INS3001
//// CastBack
void M(ILogger log, User u) { object o = u.Email; var s = (string)o; log.LogInformation("{O}", s.ToUpper()); } // LEAK INS3001
//// AsCast
void M(ILogger log, object x) { var u = x as User; log.LogInformation("{O}", u?.Email); } // LEAK INS3001
//// CheckedArithmetic
void M(ILogger log, User u) { var monthly = u.Salary / 12; var s = (int)monthly; log.LogInformation("{S}", s); } // LEAK INS3001
//// Increment
void M(ILogger log, User u) { var n = u.Id; n++; log.LogInformation("{N}", n); }
//// ConstantK1
static string Show(User u, bool full) => full ? u.Email : u.Plan;
void M(User u, ILogger log)
{
    log.LogInformation("{X}", Show(u, false));
    log.LogInformation("{X}", Show(u, full: true)); // LEAK INS3001
}
//// ConstantK2
void M(User u, ILogger log)
{
    var stop = false;
    Action a = () => stop = true;
    Register(a);
    if (stop) log.LogInformation("{X}", u.Email); // LEAK INS3001
}
static void Register(Action a) { }
//// ConstantK3
void M(User u, ILogger log)
{
    var n = 0;
    Interlocked.Increment(ref n);
    if (n == 1) log.LogInformation("{X}", u.Email); // LEAK INS3001
    var on = false;
    if (on) log.LogInformation("{X}", u.Email);
}
//// ConstantK4
void M(User u, ILogger log)
{
    var first = true;
    foreach (var r in u.Roles)
    {
        if (!first) log.LogInformation("{X}", u.Email); // LEAK INS3001
        first = false;
    }
}
//// ConstantK5
delegate void Change(ref bool flag);
void M(User u, ILogger log, Change change)
{
    var flag = false;
    change(ref flag);
    if (flag) log.LogInformation("{X}", u.Email); // LEAK INS3001
}
//// ConstantK6
static string? Find(User u, string? part = null)
{
    if (part == null) return u.Plan;
    return part switch { "mail" => u.Email, "plan" => u.Plan, _ => null };
}
void M(User u, ILogger log, string any)
{
    log.LogInformation("{X}", Find(u));
    log.LogInformation("{X}", Find(u, "plan"));
    log.LogInformation("{X}", Find(u, "mail")); // LEAK INS3001
    log.LogInformation("{X}", Find(u, any)); // LEAK INS3001
}
//// ConstantK7
void M(User u, ILogger log)
{
    var tries = 0;
    while (tries != 3)
    {
        try { log.LogInformation("x"); tries = 3; }
        catch { tries++; }
        if (tries == 2) log.LogInformation("{X}", u.Email); // LEAK INS3001
    }
}
//// ConstantK8
async Task M(User u, ILogger log, CancellationToken cancel)
{
    bool done = false;
    cancel.Register(() => { done = true; });
    await Task.Yield();
    if (done) log.LogInformation("{X}", u.Email); // LEAK INS3001
}
//// ConstantK9
unsafe void M(User u, ILogger log)
{
    var flag = 0;
    int* p = &flag;
    *p = 1;
    if (flag == 1) log.LogInformation("{X}", u.Email); // LEAK INS3001
}
//// ConstantK10
void M(User u, ILogger log)
{
    var flag = false;
    ref var other = ref flag;
    other = true;
    if (flag) log.LogInformation("{X}", u.Email); // LEAK INS3001
}
//// ConstantK11
void M(User u, ILogger log, bool outer)
{
    var shown = "";
    void Set() { shown = "x"; }
    if (outer) Set();
    if (shown != "") log.LogInformation("{X}", u.Email); // LEAK INS3001
}
//// ConstantK12
void M(User u, ILogger log)
{
    (bool ok, var text) = (false, u.Email);
    bool.TryParse(u.Plan, out ok);
    if (ok) log.LogInformation("{X}", text); // LEAK INS3001
}
//// ConstantK13
void M(User u, ILogger log)
{
    var state = 0;
    again:
    if (state == 1) { log.LogInformation("{X}", u.Email); return; } // LEAK INS3001
    state = 1;
    goto again;
}

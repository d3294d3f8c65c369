//// Pipeline !
public interface IRequest<T> { }
public interface IHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request, CancellationToken ct); }
public interface IBehavior<TRequest, T> { Task<T> Handle(TRequest request, Func<Task<T>> next, CancellationToken ct); }
public record Register([Pii] string Mail, string Plan) : IRequest<int>;
public class RegisterHandler : IHandler<Register, int> { public Task<int> Handle(Register request, CancellationToken ct) => Task.FromResult(1); }
public class Logging<TRequest, T>(ILogger<Logging<TRequest, T>> log) : IBehavior<TRequest, T>
{
    public async Task<T> Handle(TRequest request, Func<Task<T>> next, CancellationToken ct)
    {
        log.LogInformation("Handling {Request}", request); // LEAK INS3001
        return await next();
    }
}
public class Mediator(Logging<Register, int> behavior, RegisterHandler handler)
{
    public Task<int> Send(Register request, CancellationToken ct) => behavior.Handle(request, () => handler.Handle(request, ct), ct);
}
//// PipelineSafe !
public interface IRequest<T> { }
public record Register([Pii] string Mail, string Plan) : IRequest<int>;
public class Logging<TRequest, T>(ILogger<Logging<TRequest, T>> log)
{
    public async Task<T> Handle(TRequest request, Func<Task<T>> next)
    {
        log.LogInformation("Handling {Request}", typeof(TRequest).Name);
        return await next();
    }
}
public class Mediator(Logging<Register, int> behavior)
{
    public Task<int> Send(Register request) => behavior.Handle(request, () => Task.FromResult(request.Mail.Length));
}
//// BuilderOnce
class MailBuilder
{
    private string _to = "", _subject = "";
    public MailBuilder To(string to) { _to = to; return this; }
    public MailBuilder Subject(string s) { _subject = s; return this; }
    public (string To, string Subject) Build() => (_to, _subject);
}
void M(ILogger log, User u)
{
    var mail = new MailBuilder().To(u.Email).Subject("Welcome").Build();
    log.LogInformation("sending {S}", mail.Subject);
    log.LogInformation("sending to {T}", mail.To); // LEAK INS3001
}
//// VisitorLeak !
public interface IVisitor { void Visit(Person p); void Visit(Company c); }
public abstract class Party { public abstract void Accept(IVisitor v); }
public class Person : Party { [Pii] public string Name { get; set; } = ""; public override void Accept(IVisitor v) => v.Visit(this); }
public class Company : Party { public string Title { get; set; } = ""; public override void Accept(IVisitor v) => v.Visit(this); }
public class Printer : IVisitor
{
    private readonly System.Text.StringBuilder _text = new();
    public void Visit(Person p) => _text.AppendLine(p.Name);
    public void Visit(Company c) => _text.AppendLine(c.Title);
    public string Text => _text.ToString();
}
public class Report { public void Print(List<Party> all) { var p = new Printer(); foreach (var x in all) x.Accept(p); Console.WriteLine(p.Text); } } // LEAK INS3005
//// Errors
class ValidationException(IEnumerable<string> errors) : Exception(string.Join("; ", errors));
void M(User u)
{
    var errors = new List<string>();
    if (!u.Email.Contains('@')) errors.Add($"'{u.Email}' is no address");
    if (u.Plan == "") errors.Add("no plan");
    if (errors.Count > 0) throw new ValidationException(errors); // LEAK INS3004
}
//// ErrorsSafe
class ValidationException(IEnumerable<string> errors) : Exception(string.Join("; ", errors));
void M(User u)
{
    var errors = new List<string>();
    if (!u.Email.Contains('@')) errors.Add($"{nameof(u.Email)} is no address");
    if (u.Plan == "") errors.Add("no plan");
    if (errors.Count > 0) throw new ValidationException(errors);
}
//// Retry
async Task<T> Retry<T>(Func<Task<T>> work, Action<Exception> failed) { for (var i = 0; ; i++) { try { return await work(); } catch (Exception e) when (i < 3) { failed(e); } } }
Task<string> Load(int id) => Task.FromResult("x");
async Task M(ILogger log, User u)
{
    var text = await Retry(async () => await Load(u.Id) + " " + u.Email, e => log.LogWarning("failed {T}", e.GetType().Name));
    log.LogInformation("loaded {T}", text); // LEAK INS3001
}
//// RetrySafeOnce
async Task<T> Retry<T>(Func<Task<T>> work, Action<Exception> failed) { for (var i = 0; ; i++) { try { return await work(); } catch (Exception e) when (i < 3) { failed(e); } } }
Task<bool> Send(string to) => Task.FromResult(to != "");
async Task M(ILogger log, User u)
{
    var ok = await Retry(() => Send(u.Email), e => log.LogWarning("failed {T}", e.GetType().Name));
    log.LogInformation("sent {T} to {Id}", ok, u.Id);
}
//// LazyUserOnce
Lazy<User> _user = new(() => new User());
void M(ILogger log) => log.LogInformation("{M}", _user.Value.Email); // LEAK INS3001
//// LazyTextOnce
void M(ILogger log, User u) { var text = new Lazy<string>(() => "for " + u.FullName); log.LogInformation("{M}", text.Value); } // LEAK INS3001
//// EventsOnce !
public class SignedInArgs(User user) : EventArgs { public User User { get; } = user; public DateTime At { get; } = DateTime.UtcNow; }
public class Accounts { public event EventHandler<SignedInArgs>? SignedIn; public void In(User u) => SignedIn?.Invoke(this, new SignedInArgs(u)); }
public class Audit
{
    private readonly ILogger _log;
    public Audit(Accounts a, ILogger log) { _log = log; a.SignedIn += OnSignedIn; }
    private void OnSignedIn(object? sender, SignedInArgs e) { _log.LogInformation("{At} {Id}", e.At, e.User.Id); _log.LogInformation("{Mail}", e.User.Email); } // LEAK INS3001
}
//// EmailStruct
readonly struct Mail(string value) { public override string ToString() => value; public static implicit operator string(Mail m) => m.ToString(); public string Domain => value[(value.IndexOf('@') + 1)..]; }
void M(ILogger log, User u) { var m = new Mail(u.Email); log.LogInformation("{D}", m.Domain); } // LEAK INS3001
//// EmailStructWritten
readonly struct Mail(string value) { public override string ToString() => value; public static implicit operator string(Mail m) => m.ToString(); public int Length => value.Length; }
void M(ILogger log, User u) { var m = new Mail(u.Email); log.LogInformation("{D}", m.Length); log.LogInformation("{D}", m); } // LEAK INS3001
//// EmailStructConvertedOnce
readonly struct Mail(string value) { public override string ToString() => value; public static implicit operator string(Mail m) => m.ToString(); public static explicit operator Mail(string m) => new(m); }
void M(ILogger log, User u) { string s = (Mail)u.Email; log.LogInformation("{D}", s); } // LEAK INS3001
//// ActionsOnce
void M(ILogger log, List<User> us)
{
    var actions = new List<Action>();
    foreach (var u in us) actions.Add(() => log.LogInformation("{M}", u.Email)); // LEAK INS3001
    actions.ForEach(a => a());
}
//// ActionsSafe
void M(ILogger log, List<User> us)
{
    var actions = new List<Action>();
    foreach (var u in us) actions.Add(() => log.LogInformation("{M}", u.Id));
    foreach (var a in actions) a();
}
//// TimerState
Timer? _timer;
void M(ILogger log, User u) { _timer = new Timer(state => log.LogInformation("{S}", state), u.Email, 0, 1000); } // LEAK INS3001
//// TimerStateCastOnce
Timer? _timer;
void Tick(object? state) { var u = (User)state!; Console.WriteLine(u.Phone); } // LEAK INS3005
void M(User u) { _timer = new Timer(Tick, u, 0, 1000); }
//// PoolStateOnce
void M(User u) => ThreadPool.QueueUserWorkItem(s => Console.WriteLine(s), u.FullName); // LEAK INS3005
//// PoolStateTypedOnce
void M(User u) => ThreadPool.QueueUserWorkItem(static s => Console.WriteLine(s), u.FullName, true); // LEAK INS3005
//// FactoryState
void M(User u) => Task.Factory.StartNew(s => Console.WriteLine(s), u.FullName); // LEAK INS3005
//// RegisterOnce
void M(ILogger log, CancellationToken ct, User u) => ct.Register(s => log.LogInformation("cancelled {S}", s), u.Email); // LEAK INS3001
//// Items
void Put(Microsoft.AspNetCore.Http.HttpContext c, User u) => c.Items["user"] = u;
void M(ILogger log, Microsoft.AspNetCore.Http.HttpContext c) { if (c.Items["user"] is User u) log.LogInformation("{M}", u.Email); } // LEAK INS3001
//// RefLocal
void M(ILogger log, User u) { var a = new string[2]; ref var slot = ref a[1]; slot = u.Email; log.LogInformation("{M}", a[1]); } // LEAK INS3001
//// RefLocalSafeOnce
void M(ILogger log, User u) { var a = new string[2]; ref var slot = ref a[1]; slot = u.Email; a[0] = "x"; log.LogInformation("{M}", a[0]); }
//// Template
string Fill(string template, Dictionary<string, string> values) => System.Text.RegularExpressions.Regex.Replace(template, @"\{(\w+)\}", m => values.TryGetValue(m.Groups[1].Value, out var v) ? v : "");
void M(ILogger log, User u) { var text = Fill("Dear {name}", new() { ["name"] = u.FullName }); log.LogInformation("{T}", text); } // LEAK INS3001
//// TemplateSafe
string Fill(string template, Dictionary<string, string> values) => System.Text.RegularExpressions.Regex.Replace(template, @"\{(\w+)\}", m => values.TryGetValue(m.Groups[1].Value, out var v) ? v : "");
void M(ILogger log, User u) { var text = Fill("Dear {name}", new() { ["name"] = u.FullName }); log.LogInformation("{T}", text.Length); }
//// JsonWriterOnce
void M(ILogger log, User u)
{
    using var stream = new MemoryStream();
    using (var w = new System.Text.Json.Utf8JsonWriter(stream)) { w.WriteStartObject(); w.WriteString("mail", u.Email); w.WriteEndObject(); }
    log.LogInformation("{J}", System.Text.Encoding.UTF8.GetString(stream.ToArray())); // LEAK INS3001
}
//// JsonNode
void M(ILogger log, User u) { var o = new System.Text.Json.Nodes.JsonObject { ["mail"] = u.Email, ["id"] = u.Id }; log.LogInformation("{J}", o.ToJsonString()); } // LEAK INS3001
//// JsonNodeSafe
void M(ILogger log, User u) { var o = new System.Text.Json.Nodes.JsonObject { ["plan"] = u.Plan, ["id"] = u.Id }; log.LogInformation("{J}", o.ToJsonString()); }
//// Xml
void M(ILogger log, User u) { var x = new System.Xml.Linq.XElement("user", new System.Xml.Linq.XAttribute("id", u.Id), new System.Xml.Linq.XElement("mail", u.Email)); log.LogInformation("{J}", x); } // LEAK INS3001
//// XmlSafe
void M(ILogger log, User u) { var x = new System.Xml.Linq.XElement("user", new System.Xml.Linq.XAttribute("id", u.Id)); log.LogInformation("{J}", x); }
//// WriterParam
void Write(TextWriter w, User u) { w.Write(u.Email); w.WriteLine(); } // LEAK INS3005
void M(User u) { Write(Console.Out, u); }
//// WriterParamSafe
void Write(TextWriter w, User u) { w.Write(u.Email); w.WriteLine(); }
int M(User u) { var s = new StringWriter(); Write(s, u); return s.ToString().Length; }
//// ReflectionOnce
void M(ILogger log, User u) { foreach (var p in typeof(User).GetProperties()) log.LogInformation("{N}={V}", p.Name, p.GetValue(u)); } // LEAK INS3007
//// WhenAllOnce
async Task<string> Card(User u) { await Task.Yield(); return u.FullName; }
async Task M(ILogger log, List<User> us) { var all = await Task.WhenAll(us.Select(Card)); log.LogInformation("{N} {A}", all.Length, string.Join(",", all)); } // LEAK INS3001
//// WhenAllSafe
async Task<int> Card(User u) { await Task.Yield(); return u.FullName.Length; }
async Task M(ILogger log, List<User> us) { var all = await Task.WhenAll(us.Select(Card)); log.LogInformation("{N} {A}", all.Length, string.Join(",", all)); }
//// LinkedOnce
class Node<T>(T value, Node<T>? next) { public T Value { get; } = value; public Node<T>? Next { get; } = next; }
void M(ILogger log, User u) { var list = new Node<string>("x", new Node<string>(u.Email, null)); for (var n = list; n != null; n = n.Next) log.LogInformation("{V}", n.Value); } // LEAK INS3001
//// CustomCollection
class Bag : IEnumerable<string> { private readonly List<string> _all = []; public void Add(string s) => _all.Add(s); public IEnumerator<string> GetEnumerator() { foreach (var s in _all) yield return s; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public string this[int i] => _all[i]; }
void M(ILogger log, User u) { var b = new Bag { "x", u.Email }; foreach (var s in b) log.LogInformation("{S}", s); log.LogInformation("{S}", b.Count()); } // LEAK INS3001
//// CustomIndexer
class Bag { private readonly Dictionary<string, string> _all = []; public string this[string k] { get => _all[k]; set => _all[k] = value; } }
void M(ILogger log, User u) { var b = new Bag(); b["m"] = u.Email; log.LogInformation("{S}", b["m"]); } // LEAK INS3001
//// Mask
static string Mask(string s) => s.Length < 3 ? "***" : s[0] + new string('*', s.Length - 2) + s[^1];
void M(ILogger log, User u) => log.LogInformation("{S}", Mask(u.Email)); // LEAK INS3001
//// MaskAllOnce
static string Mask(string s) => new string('*', s.Length);
void M(ILogger log, User u) => log.LogInformation("{S}", Mask(u.Email));
//// MaskRegexOnce
static string Mask(string s) => System.Text.RegularExpressions.Regex.Replace(s, ".", "*");
void M(ILogger log, User u) => log.LogInformation("{S}", System.Text.RegularExpressions.Regex.Replace(u.Email, @"(?<=.).(?=.*@)", "*")); // LEAK INS3001
//// SpanCopyOnce
void M(ILogger log, User u) { Span<char> b = stackalloc char[100]; u.Email.AsSpan().CopyTo(b); log.LogInformation("{S}", new string(b)); } // LEAK INS3001
//// StringCreateOnce
void M(ILogger log, User u) { var s = string.Create(u.Email.Length, u.Email, (span, mail) => mail.AsSpan().CopyTo(span)); log.LogInformation("{S}", s); } // LEAK INS3001
//// StaticLazy
static readonly Lazy<User> s_admin = new(() => new User { Id = 1 });
void M(ILogger log) => log.LogInformation("{S} {I}", s_admin.Value.Phone, s_admin.Value.Id); // LEAK INS3001
//// GroupKey
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Home.City)) log.LogInformation("{C} {N}", g.Key, g.Count()); } // LEAK INS3001
//// GroupKeySafe
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Plan)) log.LogInformation("{C} {N}", g.Key, g.Count()); }
//// DictionaryKeys
void M(ILogger log, List<User> us) { var d = us.ToDictionary(u => u.Email, u => u.Id); log.LogInformation("{V}", string.Join(",", d.Values)); log.LogInformation("{K}", string.Join(",", d.Keys)); } // LEAK INS3001
//// HashSafeOnce
void M(ILogger log, User u) { log.LogInformation("{K}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(u.Email)))); }
//// NotHash
void M(ILogger log, User u) { log.LogInformation("{K}", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(u.Email))); } // LEAK INS3001
//// NullableOnce
void M(ILogger log, User? u) { var d = u?.BirthDate; if (d is { } date) log.LogInformation("{K}", date.ToString("yyyy-MM-dd")); } // LEAK INS3001
//// AverageOnce
void M(ILogger log, List<User> us) { log.LogInformation("{K}", us.Average(u => u.Salary)); } // LEAK INS3001
//// CountSafe
void M(ILogger log, List<User> us) { log.LogInformation("{K} {L}", us.Count(u => u.Salary > 1000), us.Any(u => u.Email == "")); }
//// GroupByMail
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Email)) log.LogInformation("{C}", g.Key); } // LEAK INS3001
//// GroupByCity
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Home.City)) log.LogInformation("{C}", g.Key); } // LEAK INS3001
//// SelectCity
void M(ILogger log, List<User> us) { foreach (var g in us.Select(u => u.Home.City)) log.LogInformation("{C}", g); } // LEAK INS3001
//// GroupByMailAndCount
void M(ILogger log, List<User> us) { foreach (var g in us.GroupBy(u => u.Email)) log.LogInformation("{C} {N}", g.Key, g.Count()); } // LEAK INS3001
//// VisitorWithText !
public interface IVisitor { void Visit(Person p); }
public class Person { [Pii] public string Name { get; set; } = ""; public void Accept(IVisitor v) => v.Visit(this); }
public class Printer : IVisitor { private string _text = ""; public void Visit(Person p) => _text += p.Name; public string Text => _text; }
public class Report { public void Print(Person x) { var p = new Printer(); x.Accept(p); Console.WriteLine(p.Text); } } // LEAK INS3005
//// VisitorWithBuilderOnce !
public interface IVisitor { void Visit(Person p); }
public class Person { [Pii] public string Name { get; set; } = ""; public void Accept(IVisitor v) => v.Visit(this); }
public class Printer : IVisitor { private readonly System.Text.StringBuilder _text = new(); public void Visit(Person p) => _text.AppendLine(p.Name); public string Text => _text.ToString(); }
public class Report { public void Print(Person x) { var p = new Printer(); x.Accept(p); Console.WriteLine(p.Text); } } // LEAK INS3005
//// VisitorOfTwo !
public interface IVisitor { void Visit(Person p); void Visit(Company c); }
public abstract class Party { public abstract void Accept(IVisitor v); }
public class Person : Party { [Pii] public string Name { get; set; } = ""; public override void Accept(IVisitor v) => v.Visit(this); }
public class Company : Party { public string Title { get; set; } = ""; public override void Accept(IVisitor v) => v.Visit(this); }
public class Printer : IVisitor { private string _text = ""; public void Visit(Person p) => _text += p.Name; public void Visit(Company c) => _text += c.Title; public string Text => _text; }
public class Report { public void Print(Party x) { var p = new Printer(); x.Accept(p); Console.WriteLine(p.Text); } } // LEAK INS3005
//// PartsPutIntoBuilder !
public abstract class Party { public abstract void Put(System.Text.StringBuilder v); }
public class Person : Party { [Pii] public string Name { get; set; } = ""; public override void Put(System.Text.StringBuilder v) => v.Append(Name); }
public class Report { public void Print(Party x) { var p = new System.Text.StringBuilder(); x.Put(p); Console.WriteLine(p.ToString()); } } // LEAK INS3005
//// PartsOfAbstract !
internal abstract class Party { public abstract string Text(); }
internal class Person : Party { [Pii] public string Name { get; set; } = ""; public override string Text() => Name; }
internal class Report { public void Print(List<Party> all) { foreach (var x in all) Console.WriteLine(x.Text()); } } // LEAK INS3005
//// CharsCopied
void M(ILogger log, User u) { var b = new char[100]; u.Email.CopyTo(0, b, 0, 5); log.LogInformation("{S}", new string(b)); } // LEAK INS3001
//// CharsCopiedAsSpan
void M(ILogger log, User u) { var b = new char[100]; u.Email.AsSpan().CopyTo(b); log.LogInformation("{S}", new string(b)); } // LEAK INS3001
//// SpanFilledByIndexOnce
void M(ILogger log, User u) { Span<char> b = new char[100]; for (var i = 0; i < u.Email.Length; i++) b[i] = u.Email[i]; log.LogInformation("{S}", b.ToString()); } // LEAK INS3001
//// SpanTried
void M(ILogger log, User u) { Span<char> b = stackalloc char[100]; u.Email.TryCopyTo(b); log.LogInformation("{S}", b[..5].ToString()); } // LEAK INS3001
//// ReflectionOfOne
void M(ILogger log, User u) { log.LogInformation("{V}", typeof(User).GetProperty("Email")!.GetValue(u)); } // LEAK INS3007
//// SpanOverArrayOnce
void M(ILogger log, User u) { var b = new char[100]; Span<char> s = b; u.Email.CopyTo(s); log.LogInformation("{S}", new string(b)); } // LEAK INS3001
//// SpanOnStackInitialized
void M(ILogger log, User u) { Span<char> s = stackalloc char[] { u.Email[0], 'x' }; log.LogInformation("{S}", s.ToString()); } // LEAK INS3001
//// SpanOfConstantOnce
void M(ILogger log, User u) { Span<char> s = stackalloc char[10]; "abc".CopyTo(s); log.LogInformation("{S} {L}", s.ToString(), u.Email.Length); }
//// SpanSliced
void M(ILogger log, User u) { var b = new char[100]; u.Email.CopyTo(b.AsSpan(3).Slice(2)); log.LogInformation("{S}", new string(b, 0, 10)); } // LEAK INS3001
//// Dump
string Dump(object o) { var sb = new System.Text.StringBuilder(); foreach (var p in o.GetType().GetProperties()) sb.Append(p.Name).Append('=').Append(p.GetValue(o)).Append(' '); return sb.ToString(); }
void M(ILogger log, User u, Dictionary<string, int> d) { log.LogInformation("{D}", Dump(u)); } // LEAK INS3007
//// DumpSafe
string Dump(object o) { var sb = new System.Text.StringBuilder(); foreach (var p in o.GetType().GetProperties()) sb.Append(p.Name).Append('=').Append(p.GetValue(o)).Append(' '); return sb.ToString(); }
void M(ILogger log, User u, Dictionary<string, int> d) { log.LogInformation("{D}", Dump(d)); }

//// GuidKey
void M(ILogger log, User u) => log.LogInformation("{K}", u.Key);
//// GuidText
void M(ILogger log, User u) { var k = u.Key.ToString("N")[..8]; log.LogInformation("{K}", k); }
//// LookupId
interface IIds { Guid For(string mail); int Number(string mail); }
void M(ILogger log, User u, IIds ids) => log.LogInformation("{K} {N}", ids.For(u.Email), ids.Number(u.Email));
//// LookupIdThenMail
interface IIds { Guid For(string mail); }
void M(ILogger log, User u, IIds ids) { var id = ids.For(u.Email); log.LogInformation("{K} {M}", id, u.Email); } // LEAK INS3001
//// DictionaryId
void M(ILogger log, User u, IReadOnlyDictionary<string, Guid> ids) => log.LogInformation("{K}", ids[u.Email]);
//// ComputedFlag
bool Internal(User u) => u.Email.EndsWith("@corp.example");
void M(ILogger log, User u) => log.LogInformation("{I}", Internal(u));
//// ComputedEnum
enum Kind { Private, Work }
static Kind KindOf(string mail) => mail.Contains("gmail") ? Kind.Private : Kind.Work;
void M(ILogger log, User u) => log.LogInformation("{I}", KindOf(u.Email));
//// AgeBucket
static string Bucket(DateTime born) => DateTime.UtcNow.Year - born.Year >= 18 ? "adult" : "minor";
void M(ILogger log, User u) => log.LogInformation("{I}", Bucket(u.BirthDate));
//// SalaryBand
static string Band(decimal s) => s switch { < 1000 => "A", < 5000 => "B", _ => "C" };
void M(ILogger log, User u) => log.LogInformation("{I}", Band(u.Salary));
//// AccountIdLocal
void M(ILogger log, User u) { var accountId = u.Id; log.LogInformation("{I}", accountId); }
//// EmailCount
void M(ILogger log, IUsers us) { var emails = us.All().Count(u => u.Email.Contains('@')); log.LogInformation("{I}", emails); }
//// EmailSentFlag
void M(ILogger log, User u) { var emailSent = Send(u.Email); log.LogInformation("sent {S}", emailSent); }
static bool Send(string mail) => mail.Length > 0;
//// PasswordNameUnmarked
void M(ILogger log, string passwordHint) => log.LogInformation("{H}", passwordHint);
//// SiblingInSameObject
void M(ILogger log, User u) { var meta = new { u.Plan, u.Email }; log.LogInformation("{P}", meta.Plan); }
//// SiblingInDictionary
void M(ILogger log, User u) { var d = new Dictionary<string, object?> { ["secret"] = u.Email, ["meta"] = u.Plan }; log.LogInformation("{P}", d["meta"]); }
//// EnumName
void M(ILogger log, User u) => log.LogInformation("{P}", u.Tier.ToString().ToLowerInvariant());
//// SavedRowId
interface IRepo { int Insert(User u); Task<long> InsertAsync(User u); }
async Task M(ILogger log, IRepo r, User u) => log.LogInformation("{A} {B}", r.Insert(u), await r.InsertAsync(u));
//// SavedRow
interface IRepo { User Insert(User u); }
void M(ILogger log, IRepo r, User u) => log.LogInformation("{A}", r.Insert(u).Email); // LEAK INS3001
//// HttpStatus
async Task M(ILogger log, HttpClient c, User u) { var r = await c.GetAsync("/u?m=" + u.Id); log.LogInformation("{A}", r.StatusCode); }
//// HttpAnswer
async Task M(ILogger log, HttpClient c, User u) { var t = await c.PostAsync("/u", new StringContent(u.Email)); log.LogInformation("{A}", (int)t.StatusCode); }
//// TenantLookup
void M(ILogger log, User u, Func<string, int> tenantOf) => log.LogInformation("{T}", tenantOf(u.Email));
//// Stopwatch
void M(ILogger log, User u) { var sw = System.Diagnostics.Stopwatch.StartNew(); Work(u.Email); log.LogInformation("{T}", sw.ElapsedMilliseconds); }
static void Work(string s) { }
//// IdParsedFromPlan
void M(ILogger log, User u) { var n = int.Parse(u.Plan); log.LogInformation("{T}", n); }
//// IndexInList
void M(ILogger log, List<string> known, User u) => log.LogInformation("{T}", known.IndexOf(u.Email));
//// MemberNames
void M(ILogger log) => log.LogInformation("{T}", typeof(User).GetProperties().Select(p => p.Name).First());
//// CancelledToken
async Task M(ILogger log, IUsers us, CancellationToken c) { var u = await us.GetAsync(1, c); log.LogInformation("{T} {C}", u.Id, c.IsCancellationRequested); }

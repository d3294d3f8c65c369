//// Awaited
async Task M(ILogger log, IUsers us) { var u = await us.GetAsync(1); log.LogInformation("{M}", u.Email); } // LEAK INS3001
//// AwaitedId
async Task M(ILogger log, IUsers us) { var u = await us.GetAsync(1); log.LogInformation("{M}", u.Id); }
//// ConfigureAwait
async Task M(ILogger log, IUsers us) { var u = await us.GetAsync(1).ConfigureAwait(false); log.LogInformation("{M}", u.Phone); } // LEAK INS3001
//// AsyncReturn
static async Task<string> Mail(IUsers us) { var u = await us.GetAsync(2); return u.Email; }
async Task M(ILogger log, IUsers us) => log.LogInformation("{M}", await Mail(us)); // LEAK INS3001
//// AsyncReturnSafe
static async Task<string> Plan(IUsers us) { var u = await us.GetAsync(2); return u.Plan; }
async Task M(ILogger log, IUsers us) => log.LogInformation("{M}", await Plan(us));
//// ValueTaskReturn
static async ValueTask<string> Mail(IUsers us) => (await us.GetAsync(2)).Email;
async Task M(ILogger log, IUsers us) => log.LogInformation("{M}", await Mail(us)); // LEAK INS3001
//// FromResult
static Task<string> Mail(User u) => Task.FromResult(u.Email);
async Task M(ILogger log, User u) => log.LogInformation("{M}", await Mail(u)); // LEAK INS3001
//// FromResultSafe
static Task<int> Id(User u) => Task.FromResult(u.Id);
async Task M(ILogger log, User u) => log.LogInformation("{M}", await Id(u));
//// ResultProperty
void M(ILogger log, IUsers us) => log.LogInformation("{M}", us.GetAsync(1).Result.Email); // LEAK INS3001
//// GetResult
void M(ILogger log, IUsers us) => log.LogInformation("{M}", us.GetAsync(1).GetAwaiter().GetResult().Email); // LEAK INS3001
//// WhenAll
async Task M(ILogger log, IUsers us) { var all = await Task.WhenAll(us.GetAsync(1), us.GetAsync(2)); log.LogInformation("{M}", all[1].Email); } // LEAK INS3001
//// WhenAllMails
static async Task<string> Mail(IUsers us, int i) => (await us.GetAsync(i)).Email;
async Task M(ILogger log, IUsers us) { var all = await Task.WhenAll(Mail(us, 1), Mail(us, 2)); log.LogInformation("{M}", string.Join(",", all)); } // LEAK INS3001
//// WhenAllCount
static async Task<string> Mail(IUsers us, int i) => (await us.GetAsync(i)).Email;
async Task M(ILogger log, IUsers us) { var all = await Task.WhenAll(Mail(us, 1), Mail(us, 2)); log.LogInformation("{M}", all.Length); }
//// TaskRun
async Task M(ILogger log, User u) { var m = await Task.Run(() => u.Email); log.LogInformation("{M}", m); } // LEAK INS3001
//// TaskRunSafe
async Task M(ILogger log, User u) { var m = await Task.Run(() => u.Email.GetHashCode()); log.LogInformation("{M}", m); }
//// ContinueWith
Task M(ILogger log, IUsers us) => us.GetAsync(1).ContinueWith(t => log.LogInformation("{M}", t.Result.Email)); // LEAK INS3001
//// ContinueWithResult
async Task M(ILogger log, IUsers us) { var m = await us.GetAsync(1).ContinueWith(t => t.Result.Email); log.LogInformation("{M}", m); } // LEAK INS3001
//// AsyncStream
async Task M(ILogger log, IUsers us) { await foreach (var u in us.Stream()) log.LogInformation("{M}", u.Email); } // LEAK INS3001
//// AsyncStreamSafe
async Task M(ILogger log, IUsers us) { await foreach (var u in us.Stream()) log.LogInformation("{M}", u.Key); }
//// AsyncIterator
static async IAsyncEnumerable<string> Mails(IUsers us) { await foreach (var u in us.Stream()) yield return u.Email; }
async Task M(ILogger log, IUsers us) { await foreach (var m in Mails(us)) log.LogInformation("{M}", m); } // LEAK INS3001
//// AsyncIteratorSafe
static async IAsyncEnumerable<string> Plans(IUsers us) { await foreach (var u in us.Stream()) yield return u.Plan; }
async Task M(ILogger log, IUsers us) { await foreach (var m in Plans(us).WithCancellation(default)) log.LogInformation("{M}", m); }
//// Completion
async Task M(ILogger log, User u) { var t = new TaskCompletionSource<string>(); t.SetResult(u.Email); log.LogInformation("{M}", await t.Task); } // LEAK INS3001
//// ChannelRoundTrip
async Task M(ILogger log, User u) { var c = System.Threading.Channels.Channel.CreateUnbounded<string>(); await c.Writer.WriteAsync(u.Email); log.LogInformation("{M}", await c.Reader.ReadAsync()); } // LEAK INS3001
//// AsyncLocalValue
private static readonly AsyncLocal<string?> s_user = new();
void Set(User u) => s_user.Value = u.Email;
void M(ILogger log) => log.LogInformation("{M}", s_user.Value); // LEAK INS3001
//// AwaitInInterpolation
async Task M(ILogger log, IUsers us) => log.LogInformation($"mail {(await us.GetAsync(1)).Email}"); // LEAK INS3001
//// AwaitUsing
async Task M(ILogger log, User u) { await using var s = new MemoryStream(); var n = u.Email; n = "x"; log.LogInformation("{N}", n); }
//// TimeoutHelper
static async Task<T> Limit<T>(Task<T> t) => await t.WaitAsync(TimeSpan.FromSeconds(1));
async Task M(ILogger log, IUsers us) => log.LogInformation("{M}", (await Limit(us.GetAsync(1))).FullName); // LEAK INS3001
//// TimeoutHelperSafe
static async Task<T> Limit<T>(Task<T> t) => await t.WaitAsync(TimeSpan.FromSeconds(1));
async Task M(ILogger log, IUsers us) => log.LogInformation("{M}", (await Limit(us.GetAsync(1))).Tier);
//// CustomAwaitable
class Aw(string v) { public System.Runtime.CompilerServices.TaskAwaiter<string> GetAwaiter() => Task.FromResult(v).GetAwaiter(); }
async Task M(ILogger log, User u) => log.LogInformation("{M}", await new Aw(u.Email)); // LEAK INS3001
//// SemaphoreSafe
private readonly SemaphoreSlim _gate = new(1);
async Task M(ILogger log, User u) { await _gate.WaitAsync(); try { log.LogInformation("{Id}", u.Id); } finally { _gate.Release(); } }
//// AwaitVoidTask
async Task M(ILogger log, User u) { await Send(u.Email); log.LogInformation("sent to {Id}", u.Id); }
static Task Send(string mail) => Task.CompletedTask;
//// TaskStatusSafe
void M(ILogger log, IUsers us) { var t = us.GetAsync(1); log.LogInformation("{S} {D}", t.Status, t.IsCompleted); }

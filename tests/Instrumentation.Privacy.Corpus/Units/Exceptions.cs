//// Thrown
void M(User u) => throw new InvalidOperationException("no mailbox for " + u.Email); // LEAK INS3004
//// ThrownSafe
void M(User u) => throw new InvalidOperationException("no mailbox for " + u.Id);
//// ThrowExpression
string M(User? u, User v) => u?.Plan ?? throw new ArgumentException($"{v.FullName} has none"); // LEAK INS3004
//// ThrowExpressionSafe
string M(User? u, User v) => u?.Plan ?? throw new ArgumentException($"{v.Id} has none");
//// ParamName
void M(User u) { if (u.Email == "") throw new ArgumentNullException(nameof(u.Email)); }
//// ParamNameValue
void M(User u) => throw new ArgumentException("bad value", paramName: u.Plan);
//// ActualValue
void M(User u) => throw new ArgumentOutOfRangeException("mail", u.Email, "not allowed"); // LEAK INS3004
//// ActualValueSafe
void M(User u) => throw new ArgumentOutOfRangeException("id", u.Id, "not allowed");
//// OwnException
class NotFound(string who) : Exception("not found: " + who); // LEAK INS3004
void M(User u) => throw new NotFound(u.Email);
//// OwnExceptionSafe
class NotFound(string who) : Exception("not found: " + who);
void M(User u) => throw new NotFound(u.Key.ToString());
//// OwnExceptionProperty
class NotFound(string who) : Exception("not found") { public string Who { get; } = who; }
void M(User u) => throw new NotFound(u.Email);
//// OwnExceptionMarked
class NotFound : Exception { public NotFound([Pii] string mail) : base($"no user {mail}") { } } // LEAK INS3004
//// OwnExceptionMarkedSafe
class NotFound : Exception { public NotFound([Pii] string mail) : base("no user") { Mail = mail; } [Pii] public string Mail { get; } }
//// InnerKept
void M(User u, Exception e) => throw new IOException($"for {u.Id}", e);
//// InnerKeptLeak
void M(User u, Exception e) => throw new IOException($"for {u.Email}", e); // LEAK INS3004
//// CreatedNotThrown
Exception M(User u) => new InvalidOperationException(u.Phone); // LEAK INS3004
//// HelperThrows
static void Fail(string why) => throw new InvalidOperationException(why); // LEAK INS3004
void M(User u) => Fail("bad: " + u.Email);
//// HelperThrowsSafe
static void Fail(string why) => throw new InvalidOperationException(why);
void M(User u) => Fail("bad: " + u.Plan);
//// CaughtAndLogged
void M(ILogger log, User u)
{
    try { throw new IOException("x " + u.Email); } // LEAK INS3004
    catch (IOException e) { log.LogError(e.Message); } // LEAK INS3001
}
//// CaughtAndLoggedSafe
void M(ILogger log, User u)
{
    try { throw new IOException("x " + u.Id); }
    catch (IOException e) { log.LogError(e, "failed {M}", e.Message); }
}
//// LoggedException
void M(ILogger log, User u) { var e = new IOException(u.Email); log.LogError(e, "failed"); } // LEAK INS3004 INS3001
//// LoggedExceptionSafe
void M(ILogger log, User u) { var e = new IOException("disk"); log.LogError(e, "failed for {Id}", u.Id); }
//// MessageOverride
class Bad(User u) : Exception { public override string Message => "bad " + u.Email; }
void M(ILogger log, User u) => log.LogError(new Bad(u), "failed"); // LEAK INS3001
//// ThrowIfNull
void M(User? u) { ArgumentNullException.ThrowIfNull(u); }
//// AggregateMessage
void M(User u) => throw new AggregateException("all of " + u.FullName); // LEAK INS3004
//// Rethrow
void M(ILogger log, User u) { try { Send(u.Email); } catch (IOException) { log.LogError("failed"); throw; } }
static void Send(string s) { }
//// ThrowInLambda
void M(User u) { Func<string> f = () => throw new InvalidOperationException(u.Email); f(); } // LEAK INS3004
//// KeyNotFound
User M(Dictionary<string, User> d, User u) => d.TryGetValue(u.Email, out var x) ? x : throw new KeyNotFoundException(u.Email); // LEAK INS3004
//// KeyNotFoundSafe
User M(Dictionary<string, User> d, User u) => d.TryGetValue(u.Email, out var x) ? x : throw new KeyNotFoundException("no such user");

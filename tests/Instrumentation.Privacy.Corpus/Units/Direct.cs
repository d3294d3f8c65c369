//// InformationArgument
void Welcome(ILogger log, User user) => log.LogInformation("Welcome {Email}", user.Email); // LEAK INS3001
//// InformationId
void Welcome(ILogger log, User user) => log.LogInformation("Welcome {Id}", user.Id);
//// WarningInterpolated
void Warn(ILogger log, User u) { log.LogWarning($"quota of {u.Email} exceeded"); } // LEAK INS3001
//// WarningInterpolatedPlan
void Warn(ILogger log, User u) { log.LogWarning($"quota of plan {u.Plan} exceeded"); }
//// ErrorWithException
void Fail(ILogger log, User u, Exception e) => log.LogError(e, "could not notify {Who}", u.FullName); // LEAK INS3001
//// ErrorWithExceptionSafe
void Fail(ILogger log, User u, Exception e) => log.LogError(e, "could not notify {Who}", u.Id);
//// SecondOfThree
void M(ILogger log, User u) => log.LogDebug("{Id} {Phone} {Plan}", u.Id, u.Phone, u.Plan); // LEAK INS3001
//// NoneOfThree
void M(ILogger log, User u) => log.LogDebug("{Id} {Tier} {Plan}", u.Id, u.Tier, u.Plan);
//// MultiLine
void M(ILogger log, User u)
{
    log.LogInformation(
        "User {Id} moved to {City}",
        u.Id,
        u.Home.City); // LEAK INS3001
}
//// MultiLineSafe
void M(ILogger log, User u)
{
    log.LogInformation(
        "User {Id} moved to {Country}",
        u.Id,
        u.Home.Country);
}
//// NamedArguments
void M(ILogger log, User u) => log.LogInformation(args: [u.Email], message: "{Mail}"); // LEAK INS3001
//// NamedArgumentsSafe
void M(ILogger log, User u) => log.LogInformation(args: [u.Key], message: "{Key}");
//// ExplicitArray
void M(ILogger log, User u) => log.LogInformation("{A} {B}", new object?[] { u.Id, u.Phone }); // LEAK INS3001
//// ExplicitArraySafe
void M(ILogger log, User u) => log.LogInformation("{A} {B}", new object?[] { u.Id, u.Plan });
//// StaticForm
void M(ILogger log, User u) => LoggerExtensions.LogCritical(log, "{Mail}", u.Email); // LEAK INS3001
//// StaticFormSafe
void M(ILogger log, User u) => LoggerExtensions.LogCritical(log, "{Admin}", u.IsAdmin);
//// NullConditional
void M(ILogger log, User? u) => log.LogTrace("mail {Mail}", u?.Email); // LEAK INS3001
//// NullConditionalSafe
void M(ILogger log, User? u) => log.LogTrace("mail {Mail}", u?.Id);
//// NestedNullConditional
void M(ILogger log, User? u) => log.LogTrace("boss {Mail}", u?.Manager?.Email?.Trim()); // LEAK INS3001
//// NestedNullConditionalLength
void M(ILogger log, User? u) => log.LogTrace("boss {Mail}", u?.Manager?.Email?.Length);
//// Coalesce
void M(ILogger log, User u) => log.LogInformation("call {Phone}", u.Phone ?? "nobody"); // LEAK INS3001
//// CoalesceRight
void M(ILogger log, User u, string? nick) => log.LogInformation("hi {Nick}", nick ?? u.FullName); // LEAK INS3001
//// CoalesceSafe
void M(ILogger log, User u, string? nick) => log.LogInformation("hi {Nick}", nick ?? u.Plan);
//// Ternary
void M(ILogger log, User u) => log.LogInformation("{X}", u.IsAdmin ? "admin" : u.Email); // LEAK INS3001
//// TernaryOnMark
void M(ILogger log, User u) => log.LogInformation("{X}", u.Email.EndsWith("@corp.example") ? "internal" : "external");
//// ConcatPlus
void M(ILogger log, User u) => log.LogInformation("signed in: " + u.Email + "."); // LEAK INS3001
//// ConcatPlusSafe
void M(ILogger log, User u) => log.LogInformation("signed in: " + u.Id + ".");
//// StringFormatCall
void M(ILogger log, User u) => log.LogInformation(string.Format("{0}/{1}", u.Id, u.Email)); // LEAK INS3001
//// StringFormatCallSafe
void M(ILogger log, User u) => log.LogInformation(string.Format("{0}/{1}", u.Id, u.Plan));
//// NameOf
void M(ILogger log, User u) => log.LogInformation("field {Field} changed", nameof(u.Email));
//// IsNullCheck
void M(ILogger log, User u) => log.LogInformation("has phone: {Has}", u.Phone is not null);
//// LengthOnly
void M(ILogger log, User u) => log.LogInformation("mail has {N} characters", u.Email.Length);
//// AliasCount
void M(ILogger log, User u) => log.LogInformation("{N} aliases", u.Aliases.Length);
//// AliasFirst
void M(ILogger log, User u) => log.LogInformation("{A}", u.Aliases[0]); // LEAK INS3001
//// AllAliases
void M(ILogger log, User u) => log.LogInformation("{A}", u.Aliases as object); // LEAK INS3001
//// BirthDateArgument
void M(ILogger log, User u) => log.LogInformation("born {Born}", u.BirthDate); // LEAK INS3001
//// BirthDateFormatted
void M(ILogger log, User u) => log.LogInformation("born {Born}", u.BirthDate.ToString("yyyy-MM-dd")); // LEAK INS3001
//// SalaryNumber
void M(ILogger log, User u) => log.LogInformation("earns {S}", u.Salary); // LEAK INS3001
//// SalaryComputed
void M(ILogger log, User u) => log.LogInformation("earns {S} a year", u.Salary * 12); // LEAK INS3001
//// SalaryCompared
void M(ILogger log, User u) => log.LogInformation("earns well: {S}", u.Salary > 10_000m);
//// MarkedReturn
void M(ILogger log, User u) => log.LogInformation("{Name}", u.Display()); // LEAK INS3001
//// MarkedParameter
void M(ILogger log, [Pii] string mail) => log.LogInformation("to {Mail}", mail); // LEAK INS3001
//// UnmarkedParameter
void M(ILogger log, string mail) => log.LogInformation("to {Mail}", mail);
//// LogLevelOverload
void M(ILogger log, User u) => log.Log(LogLevel.Warning, "mail {Mail}", u.Email); // LEAK INS3001
//// EventIdOverload
void M(ILogger log, User u) => log.Log(LogLevel.Warning, new EventId(7, "mail"), "mail {Mail}", u.Email); // LEAK INS3001
//// EventIdFromId
void M(ILogger log, User u) => log.Log(LogLevel.Warning, new EventId(u.Id), "bounced");
//// StateOverload
void M(ILogger log, User u) => log.Log(LogLevel.Warning, default, u.Email, null, (s, _) => s); // LEAK INS3001
//// FormatterClosure
void M(ILogger log, User u) => log.Log(LogLevel.Warning, default, 0, null, (_, _) => "for " + u.Email); // LEAK INS3001
//// FormatterSafe
void M(ILogger log, User u) => log.Log(LogLevel.Warning, default, u.Id, null, (s, _) => "for " + s);
//// TypedLogger
class Svc(ILogger<Svc> log) { public void M(User u) => log.LogInformation("{Mail}", u.Email); } // LEAK INS3001
//// TypedLoggerSafe
class Svc(ILogger<Svc> log) { public void M(User u) => log.LogInformation("{Tier}", u.Tier); }
//// EnabledGuard
void M(ILogger log, User u) { if (log.IsEnabled(LogLevel.Debug)) log.LogDebug("{Mail}", u.Email); } // LEAK INS3001
//// EnabledGuardSafe
void M(ILogger log, User u) { if (log.IsEnabled(LogLevel.Debug) && u.Email != "") log.LogDebug("{Id}", u.Id); }
//// CastedToObject
void M(ILogger log, User u) => log.LogInformation("{Mail}", (object)u.Email); // LEAK INS3001
//// CategoryName
void M(ILoggerFactory factory, User u) => factory.CreateLogger("user-" + u.Email).LogInformation("started"); // LEAK INS3001
//// CategoryNameSafe
void M(ILoggerFactory factory, User u) => factory.CreateLogger("user-" + u.Id).LogInformation("started");
//// NameColonLookalike
void M(ILogger log) { var email = "support@acme.example"; log.LogInformation("contact {Email}", email); }
//// OwnTypeNamedLogger
class Logger { public void LogInformation(string text, params object?[] args) { } }
void M(Logger log, User u) => log.LogInformation("{Mail}", u.Email);
//// LoggerMessageMethod
void M(ILogger log, User u) => CorpusLog.SignedIn(log, u.Id, u.Email); // LEAK INS3001
//// LoggerMessageMethodSafe
void M(ILogger log, User u) => CorpusLog.SignedIn(log, u.Id, u.Plan);
//// LoggerMessageUnusedArgument
void M(ILogger log, User u) => CorpusLog.Counted(log, 3, u.FullName); // LEAK INS3001
//// LoggerMessageDefine
private static readonly Action<ILogger, string, Exception?> s_sent = LoggerMessage.Define<string>(LogLevel.Information, 1, "sent to {Mail}");
void M(ILogger log, User u) => s_sent(log, u.Email, null); // LEAK INS3001
//// LoggerMessageDefineSafe
private static readonly Action<ILogger, int, Exception?> s_sent = LoggerMessage.Define<int>(LogLevel.Information, 1, "sent to {Id}");
void M(ILogger log, User u) => s_sent(log, u.Id, null);
//// DefineScope
private static readonly Func<ILogger, string, IDisposable?> s_scope = LoggerMessage.DefineScope<string>("mail {Mail}");
void M(ILogger log, User u) { using var _ = s_scope(log, u.Email); } // LEAK INS3006
//// OwnLoggerImplementation
sealed class Sink : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel level) => true;
    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) { }
}
void M(Sink sink, User u) => sink.LogInformation("{Mail}", u.Email); // LEAK INS3001

//// ScopeMessage
void M(ILogger log, User u) { using var _ = log.BeginScope("user {Mail}", u.Email); } // LEAK INS3006
//// ScopeMessageSafe
void M(ILogger log, User u) { using var _ = log.BeginScope("user {Id}", u.Id); }
//// ScopeDictionary
void M(ILogger log, User u) { using (log.BeginScope(new Dictionary<string, object> { ["mail"] = u.Email })) log.LogInformation("x"); } // LEAK INS3006
//// ScopeDictionarySafe
void M(ILogger log, User u) { using (log.BeginScope(new Dictionary<string, object> { ["id"] = u.Id })) log.LogInformation("x"); }
//// ScopeTuple
void M(ILogger log, User u) { using (log.BeginScope(("mail", u.Email))) { } } // LEAK INS3006
//// ScopePairs
void M(ILogger log, User u) { using (log.BeginScope(new[] { new KeyValuePair<string, object?>("m", u.FullName) })) { } } // LEAK INS3006
//// ScopeString
void M(ILogger log, User u) { using (log.BeginScope($"{u.Email}")) { } } // LEAK INS3006
//// ScopeRecord
void M(ILogger log, Customer c) { using (log.BeginScope(c)) { } } // LEAK INS3006
//// ScopeObject
void M(ILogger log, User u) { using (log.BeginScope(u)) { } }
//// ScopeBuiltBefore
void M(ILogger log, User u) { var d = new Dictionary<string, object>(); d["tier"] = u.Tier; d.Add("mail", u.Email); using (log.BeginScope(d)) { } } // LEAK INS3006
//// ScopeRemoved
void M(ILogger log, User u) { var d = new Dictionary<string, object>(); d["who"] = u.Email; d["who"] = u.Id; using (log.BeginScope(d)) { } }
//// SerilogContext
void M(User u) { using (Serilog.Context.LogContext.PushProperty("Mail", u.Email)) { } } // LEAK INS3006
//// SerilogContextSafe
void M(User u) { using (Serilog.Context.LogContext.PushProperty("Id", u.Id)) { } }
//// NLogScope
void M(User u) { using (NLog.ScopeContext.PushProperty("mail", u.Email)) { } } // LEAK INS3006
//// NLogNested
void M(User u) { using (NLog.ScopeContext.PushNestedState(u.FullName)) { } } // LEAK INS3006
//// NLogNestedSafe
void M(User u) { using (NLog.ScopeContext.PushNestedState(u.Plan)) { } }
//// NLogGlobal
void M(User u) => NLog.GlobalDiagnosticsContext.Set("user", u.Email); // LEAK INS3006
//// Log4NetThread
void M(User u) => log4net.ThreadContext.Properties["user"] = u.Email; // LEAK INS3006
//// Log4NetThreadSafe
void M(User u) => log4net.ThreadContext.Properties["user"] = u.Id;
//// Log4NetLogical
void M(User u) => log4net.LogicalThreadContext.Properties["user"] = u.Phone; // LEAK INS3006
//// ScopeHelper
static IDisposable? For(ILogger log, string who) => log.BeginScope("for {Who}", who); // LEAK INS3006
void M(ILogger log, User u) { using var _ = For(log, u.Email); }
//// ScopeHelperSafe
static IDisposable? For(ILogger log, string who) => log.BeginScope("for {Who}", who);
void M(ILogger log, User u) { using var _ = For(log, u.Key.ToString("N")); }

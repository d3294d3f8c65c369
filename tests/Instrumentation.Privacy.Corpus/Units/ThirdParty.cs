//// SerilogInformation
void M(Serilog.ILogger log, User u) => log.Information("{Mail}", u.Email); // LEAK INS3001
//// SerilogInformationSafe
void M(Serilog.ILogger log, User u) => log.Information("{Id}", u.Id);
//// SerilogTwo
void M(Serilog.ILogger log, User u) => log.Information("{Id} {Mail}", u.Id, u.Email); // LEAK INS3001
//// SerilogDestructured
void M(Serilog.ILogger log, User u) => log.Information("{@User}", u); // LEAK INS3001
//// SerilogPlainObject
void M(Serilog.ILogger log, User u) => log.Information("{User}", u);
//// SerilogStringified
void M(Serilog.ILogger log, User u) => log.Information("{$User}", u);
//// SerilogDestructuredSafe
class Dto { public int Id { get; set; } [Pii] internal string Mail { get; set; } = ""; }
void M(Serilog.ILogger log, Dto u) => log.Information("{@User}", u);
//// SerilogDestructuredSecond
void M(Serilog.ILogger log, User u) => log.Information("{Id} {@User}", u.Id, u); // LEAK INS3001
//// SerilogDestructuredNested
class Order { public int Id { get; set; } public User? Buyer { get; set; } }
void M(Serilog.ILogger log, Order o) => log.Information("{@Order}", o); // LEAK INS3001
//// SerilogStatic
void M(User u) => Serilog.Log.Warning("{Mail}", u.Email); // LEAK INS3001
//// SerilogStaticSafe
void M(User u) => Serilog.Log.Warning("{Plan}", u.Plan);
//// SerilogForContext
void M(Serilog.ILogger log, User u) => log.ForContext("Mail", u.Email).Information("hi"); // LEAK INS3006
//// SerilogForContextSafe
void M(Serilog.ILogger log, User u) => log.ForContext("Id", u.Id).Information("hi");
//// SerilogException
void M(Serilog.ILogger log, User u, Exception e) => log.Error(e, "failed for {Name}", u.FullName); // LEAK INS3001
//// NLogInfo
void M(NLog.Logger log, User u) => log.Info("user {0}", u.Email); // LEAK INS3001
//// NLogInfoSafe
void M(NLog.Logger log, User u) => log.Info("user {0}", u.Id);
//// NLogConcat
void M(NLog.Logger log, User u) => log.Info("user " + u.FullName); // LEAK INS3001
//// NLogGenerator
void M(NLog.Logger log, User u) => log.Debug(() => "user " + u.Email); // LEAK INS3001
//// NLogGeneratorSafe
void M(NLog.Logger log, User u) => log.Debug(() => "user " + u.Id);
//// NLogEventMessage
void M(NLog.Logger log, User u) { var e = new NLog.LogEventInfo { Message = u.Email }; log.Log(e); } // LEAK INS3001
//// NLogEventProperties
void M(NLog.Logger log, User u) { var e = new NLog.LogEventInfo(); e.Properties["mail"] = u.Email; log.Log(e); } // LEAK INS3001
//// NLogEventPropertiesSafe
void M(NLog.Logger log, User u) { var e = new NLog.LogEventInfo(); e.Properties["id"] = u.Id; log.Log(e); }
//// NLogWithProperty
void M(NLog.Logger log, User u) => log.WithProperty("mail", u.Email).Info("x"); // LEAK INS3006
//// NLogStaticField
private static readonly NLog.Logger s_log = NLog.LogManager.GetCurrentClassLogger();
void M(User u) => s_log.Info("{0} {1}", u.Id, u.Phone); // LEAK INS3001
//// Log4NetInfo
void M(log4net.ILog log, User u) => log.Info(u.Email); // LEAK INS3001
//// Log4NetInfoSafe
void M(log4net.ILog log, User u) => log.Info(u.Plan);
//// Log4NetFormat
void M(log4net.ILog log, User u) => log.InfoFormat("{0} {1}", u.Id, u.FullName); // LEAK INS3001
//// Log4NetFormatSafe
void M(log4net.ILog log, User u) => log.InfoFormat("{0} {1}", u.Id, u.Tier);
//// Log4NetRecord
void M(log4net.ILog log, Customer c) => log.Debug(c); // LEAK INS3001
//// Log4NetObject
void M(log4net.ILog log, User c) => log.Debug(c);
//// Log4NetException
void M(log4net.ILog log, User u, Exception e) => log.Warn("for " + u.Id, e);
//// UnknownLibrary
void M(User u) => Corpus.Vendor.Telemetry.Track(u.Email);

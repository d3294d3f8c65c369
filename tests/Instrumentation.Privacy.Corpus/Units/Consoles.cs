//// ConsoleWriteLine
void M(User u) => System.Console.WriteLine(u.Email); // LEAK INS3005
//// ConsoleWriteLineSafe
void M(User u) => System.Console.WriteLine(u.Id);
//// ConsoleFormat
void M(User u) => System.Console.WriteLine("{0}: {1}", u.Id, u.FullName); // LEAK INS3005
//// ConsoleFormatSafe
void M(User u) => System.Console.WriteLine("{0}: {1}", u.Id, u.Plan);
//// ConsoleOut
void M(User u) => System.Console.Out.WriteLine(u.Email); // LEAK INS3005
//// ConsoleError
void M(User u) => System.Console.Error.Write(u.Email); // LEAK INS3005
//// ConsoleErrorSafe
void M(User u) => System.Console.Error.Write(u.Tier);
//// StringWriterIsNoConsole
string M(User u) { TextWriter w = new StringWriter(); w.WriteLine(u.Email); return w.ToString()!; }
//// WriterParameter
static void Dump(TextWriter w, User u) => w.WriteLine(u.Email); // LEAK INS3005
void M(User u) => Dump(System.Console.Out, u);
//// WriterParameterSafe
static void Dump(TextWriter w, User u) => w.WriteLine(u.Email);
string M(User u) { var w = new StringWriter(); Dump(w, u); return w.ToString(); }
//// WriterField
private readonly TextWriter _out = System.Console.Out;
void M(User u) => _out.WriteLine(u.Email); // LEAK INS3005
//// ConsoleObject
void M(User u) => System.Console.WriteLine(u);
//// ConsoleRecord
void M(Customer c) => System.Console.WriteLine(c); // LEAK INS3005
//// ConsoleList
void M(List<string> l, User u) { l.Add(u.Email); System.Console.WriteLine(l); }
//// ConsoleCharArray
void M(User u) => System.Console.WriteLine(u.Email.ToCharArray()); // LEAK INS3005
//// ConsoleAsync
async Task M(User u) => await System.Console.Out.WriteLineAsync(u.Email); // LEAK INS3005
//// DebugWriteLine
void M(User u) => System.Diagnostics.Debug.WriteLine("for " + u.Email); // LEAK INS3005
//// DebugWriteLineSafe
void M(User u) => System.Diagnostics.Debug.WriteLine("for " + u.Plan);
//// DebugAssertMessage
void M(User u) => System.Diagnostics.Debug.Assert(u.Id > 0, $"no id for {u.Email}"); // LEAK INS3005
//// DebugAssertCondition
void M(User u) => System.Diagnostics.Debug.Assert(u.Email != "", "no mail");
//// DebugPrint
void M(User u) => System.Diagnostics.Debug.Print("{0}", u.Email); // LEAK INS3005
//// TraceInformation
void M(User u) => System.Diagnostics.Trace.TraceInformation("{0} signed in", u.FullName); // LEAK INS3005
//// TraceInformationSafe
void M(User u) => System.Diagnostics.Trace.TraceInformation("{0} signed in", u.Id);
//// TraceWrite
void M(User u) => System.Diagnostics.Trace.Write(u.Phone); // LEAK INS3005
//// TraceSourceEvent
void M(System.Diagnostics.TraceSource t, User u) => t.TraceEvent(System.Diagnostics.TraceEventType.Error, 1, "bad {0}", u.Email); // LEAK INS3005
//// TraceSourceEventSafe
void M(System.Diagnostics.TraceSource t, User u) => t.TraceEvent(System.Diagnostics.TraceEventType.Error, u.Id, "bad");
//// FailFast
void M(User u) => Environment.FailFast("lost " + u.Email); // LEAK INS3005
//// EventSourceWrite
class Src : System.Diagnostics.Tracing.EventSource { public void SignedIn(string who) => WriteEvent(1, who); } // LEAK INS3005
void M(Src s, User u) => s.SignedIn(u.Email);
//// EventSourceWriteSafe
class Src : System.Diagnostics.Tracing.EventSource { public void SignedIn(int who) => WriteEvent(1, who); }
void M(Src s, User u) => s.SignedIn(u.Id);
//// ConsoleReadLine
void M(ILogger log) { var line = System.Console.ReadLine(); log.LogInformation("{L}", line); }
//// ConsoleInterpolated
void M(User u) { System.Console.Write($"{u.Id,5} {u.Phone}"); } // LEAK INS3005

//// FileWrite
void M(User u) => File.WriteAllText("/tmp/u", u.Email); // LEAK INS3008
//// FileWriteSafe
void M(User u) => File.WriteAllText("/tmp/u", u.Plan);
//// HttpUrl
Task M(HttpClient c, User u) => c.GetStringAsync("/search?q=" + Uri.EscapeDataString(u.Email)); // LEAK INS3008
//// HttpUrlSafe
Task M(HttpClient c, User u) => c.GetStringAsync("/search?q=" + u.Id);
//// ResponseText
Task M(Microsoft.AspNetCore.Http.HttpResponse r, User u) => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(r, "hello " + u.FullName); // LEAK INS3008
//// ResponseTextSafe
Task M(Microsoft.AspNetCore.Http.HttpResponse r, User u) => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(r, "hello " + u.Tier);
//// Cookie
void M(Microsoft.AspNetCore.Http.HttpResponse r, User u) => r.Cookies.Append("who", u.Email); // LEAK INS3008
//// ProblemDetail
void M(User u) { var p = new Microsoft.AspNetCore.Mvc.ProblemDetails { Detail = "no user " + u.Email }; Use(p); } // LEAK INS3008
static void Use(object o) { }
//// ProblemDetailSafe
void M(User u) { var p = new Microsoft.AspNetCore.Mvc.ProblemDetails { Detail = "no user " + u.Id }; Use(p); }
static void Use(object o) { }
//// ProcessArguments
void M(User u) => System.Diagnostics.Process.Start("mail", u.Email); // LEAK INS3008
//// ReadFileByName
void M(ILogger log, User u) { var t = File.ReadAllText("/data/" + u.Key); log.LogInformation("{T}", t.Length); }
//// RequestUri
void M(User u) { var r = new HttpRequestMessage { RequestUri = new Uri("https://x/" + u.Email) }; r.Dispose(); } // LEAK INS3008
//// RedirectResultWithMail
Microsoft.AspNetCore.Http.IResult M(User u) => Microsoft.AspNetCore.Http.Results.Redirect("/x?mail=" + u.Email); // LEAK INS3008
//// RedirectResultWithId
Microsoft.AspNetCore.Http.IResult M(User u) => Microsoft.AspNetCore.Http.TypedResults.Redirect("/x?id=" + u.Id);
//// ControllerRedirect
class C : Microsoft.AspNetCore.Mvc.ControllerBase { public object M(User u) => Redirect("/x?mail=" + u.Email); } // LEAK INS3008
//// FileWriterOverStream
void M(User u, string path) { using var w = new StreamWriter(new FileStream(path, FileMode.Append)); w.WriteLine("{0};{1}", u.Id, u.Email); } // LEAK INS3008
//// FileAppender
async Task M(User u, string path) { await using var w = File.AppendText(path); await w.WriteAsync(u.FullName); } // LEAK INS3008
//// FileWriterHandedOn
void M(User u, FileInfo file) { using var w = file.CreateText(); Put(w, u.Email); }
static void Put(TextWriter w, string text) => w.Write(text); // LEAK INS3008
//// FileWriterOfIds
void M(User u, string path) { using var w = new StreamWriter(path); w.WriteLine(u.Id); w.Write(u.Plan); }
//// WriterOverMemory
string M(User u) { using var m = new MemoryStream(); using (var w = new StreamWriter(m)) w.Write(u.Email); return Convert.ToBase64String(m.ToArray()).Length.ToString(); }
//// WriterOfText
int M(User u) { var w = new StringWriter(); w.WriteLine(u.Email); return w.ToString().Length; }

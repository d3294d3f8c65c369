//// Builder
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.Append("to ").Append(u.Email); log.LogInformation(sb.ToString()); } // LEAK INS3001
//// BuilderSafe
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.Append("to ").Append(u.Id); log.LogInformation(sb.ToString()); }
//// BuilderCleared
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.Append(u.Email); Send(sb.ToString()); sb.Clear(); sb.Append(u.Id); log.LogInformation(sb.ToString()); }
static void Send(string s) { }
//// BuilderAppendLine
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder("x"); sb.AppendLine(u.FullName); log.LogInformation("{T}", sb); } // LEAK INS3001
//// BuilderAppendFormat
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.AppendFormat("{0}-{1}", u.Id, u.Phone); log.LogInformation(sb.ToString()); } // LEAK INS3001
//// BuilderInterpolated
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.Append($"{u.Id}:{u.Email}"); log.LogInformation(sb.ToString()); } // LEAK INS3001
//// BuilderInterpolatedSafe
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.Append($"{u.Id}:{u.Tier}"); log.LogInformation(sb.ToString()); }
//// BuilderInsert
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder("x"); sb.Insert(0, u.Email); log.LogInformation(sb.ToString()); } // LEAK INS3001
//// BuilderLength
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(u.Email); log.LogInformation("{N}", sb.Length); }
//// BuilderAppendJoin
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); sb.AppendJoin(',', u.Aliases); log.LogInformation(sb.ToString()); } // LEAK INS3001
//// BuilderAlias
void M(ILogger log, User u) { var a = new System.Text.StringBuilder(); var b = a; b.Append(u.Email); log.LogInformation(a.ToString()); } // LEAK INS3001
//// TwoBuilders
void M(ILogger log, User u) { var a = new System.Text.StringBuilder(); var b = new System.Text.StringBuilder(); b.Append(u.Email); log.LogInformation(a.ToString()); }
//// Writer
void M(ILogger log, User u) { using var w = new StringWriter(); w.Write("to "); w.WriteLine(u.Email); log.LogInformation(w.ToString()); } // LEAK INS3001
//// WriterSafe
void M(ILogger log, User u) { using var w = new StringWriter(); w.Write("to "); w.WriteLine(u.Plan); log.LogInformation(w.ToString()); }
//// WriterOverBuilder
void M(ILogger log, User u) { var sb = new System.Text.StringBuilder(); using (var w = new StringWriter(sb)) w.Write(u.Email); log.LogInformation(sb.ToString()); } // LEAK INS3001
//// StreamRoundTrip
void M(ILogger log, User u)
{
    using var ms = new MemoryStream();
    using (var w = new StreamWriter(ms)) w.Write(u.Email);
    log.LogInformation(System.Text.Encoding.UTF8.GetString(ms.ToArray())); // LEAK INS3001
}
//// StreamSafe
void M(ILogger log, User u)
{
    using var ms = new MemoryStream();
    using (var w = new StreamWriter(ms)) w.Write(u.Email);
    log.LogInformation("{N} bytes", ms.Length);
}
//// Concat
void M(ILogger log, User u) => log.LogInformation(string.Concat("a", u.Email, "b")); // LEAK INS3001
//// Join
void M(ILogger log, User u) => log.LogInformation(string.Join(";", u.Id, u.Email)); // LEAK INS3001
//// JoinSafe
void M(ILogger log, User u) => log.LogInformation(string.Join(";", u.Roles));
//// Upper
void M(ILogger log, User u) { var s = u.Email.ToUpperInvariant().Trim().Replace("@", " at "); log.LogInformation("{S}", s); } // LEAK INS3001
//// Substring
void M(ILogger log, User u) => log.LogInformation("{S}", u.Email.Substring(0, 3)); // LEAK INS3001
//// RangeSlice
void M(ILogger log, User u) => log.LogInformation("{S}", u.Email[..3] + "..."); // LEAK INS3001
//// SplitPart
void M(ILogger log, User u) { var parts = u.Email.Split('@'); log.LogInformation("{S}", parts[0]); } // LEAK INS3001
//// SplitCount
void M(ILogger log, User u) { var parts = u.FullName.Split(' '); log.LogInformation("{S}", parts.Length); }
//// IndexOf
void M(ILogger log, User u) => log.LogInformation("{I}", u.Email.IndexOf('@'));
//// CharAt
void M(ILogger log, User u) => log.LogInformation("{C}", u.FullName[0]); // LEAK INS3001
//// PadLeft
void M(ILogger log, User u) => log.LogInformation("{C}", u.FullName.PadLeft(30)); // LEAK INS3001
//// Compare
void M(ILogger log, User u, User v) => log.LogInformation("{C}", string.Compare(u.Email, v.Email, StringComparison.Ordinal));
//// EqualsTest
void M(ILogger log, User u, string other) => log.LogInformation("{C}", u.Email.Equals(other, StringComparison.OrdinalIgnoreCase));
//// Base64
void M(ILogger log, User u) => log.LogInformation("{B}", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(u.Email))); // LEAK INS3001
//// HexString
void M(ILogger log, User u) => log.LogInformation("{B}", Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(u.Email))); // LEAK INS3001
//// UrlEncode
void M(ILogger log, User u) => log.LogInformation("{B}", Uri.EscapeDataString(u.Email)); // LEAK INS3001
//// HtmlEncode
void M(ILogger log, User u) => log.LogInformation("{B}", System.Net.WebUtility.HtmlEncode(u.FullName)); // LEAK INS3001
//// UriBuilt
void M(ILogger log, User u) { var uri = new Uri("https://api/users?mail=" + u.Email); log.LogInformation("calling {Uri}", uri); } // LEAK INS3001
//// UriHost
void M(ILogger log, User u) { var uri = new Uri("https://api/users/" + u.Id); log.LogInformation("calling {Uri}", uri); }
//// PathCombine
void M(ILogger log, User u) => log.LogInformation("file {F}", Path.Combine("/data", u.Email + ".json")); // LEAK INS3001
//// PathCombineSafe
void M(ILogger log, User u) => log.LogInformation("file {F}", Path.Combine("/data", u.Key + ".json"));
//// RegexReplace
void M(ILogger log, User u) => log.LogInformation("{T}", System.Text.RegularExpressions.Regex.Replace(u.Phone ?? "", "\\s", "")); // LEAK INS3001
//// RegexIsMatch
void M(ILogger log, User u) => log.LogInformation("{T}", System.Text.RegularExpressions.Regex.IsMatch(u.Phone ?? "", "^\\+49"));
//// RegexMatchValue
void M(ILogger log, User u) { var m = System.Text.RegularExpressions.Regex.Match(u.Email, "@(.+)$"); log.LogInformation("{T}", m.Groups[1].Value); } // LEAK INS3001
//// SpanSlice
void M(ILogger log, User u) { ReadOnlySpan<char> s = u.Email; log.LogInformation("{T}", s[..2].ToString()); } // LEAK INS3001
//// SpanLength
void M(ILogger log, User u) { ReadOnlySpan<char> s = u.Email; log.LogInformation("{T}", s.Length); }
//// CharArray
void M(ILogger log, User u) { var c = u.Email.ToCharArray(); Array.Reverse(c); log.LogInformation("{T}", new string(c)); } // LEAK INS3001
//// StarsOfLength
void M(ILogger log, User u) => log.LogInformation("{T}", new string('*', u.Email.Length));
//// StringCreate
void M(ILogger log, User u) { var s = string.Create(4, u.Email, (span, mail) => mail.AsSpan(0, 4).CopyTo(span)); log.LogInformation("{T}", s); } // LEAK INS3001
//// Formattable
void M(ILogger log, User u) { FormattableString f = $"mail {u.Email}"; log.LogInformation(f.ToString()); } // LEAK INS3001
//// FormattableInvariant
void M(ILogger log, User u) => log.LogInformation(FormattableString.Invariant($"mail {u.Email}")); // LEAK INS3001
//// InterpolatedNested
void M(ILogger log, User u) => log.LogInformation($"a {(u.IsAdmin ? $"[{u.Email}]" : "-")}"); // LEAK INS3001
//// InterpolatedAlignment
void M(ILogger log, User u) => log.LogInformation($"{u.FullName,-20}|{u.Id:D5}"); // LEAK INS3001
//// InterpolatedFormat
void M(ILogger log, User u) => log.LogInformation($"{u.BirthDate:d}"); // LEAK INS3001
//// RawString
void M(ILogger log, User u) => log.LogInformation($$"""{"mail": "{{u.Email}}"}"""); // LEAK INS3001
//// RawStringSafe
void M(ILogger log, User u) => log.LogInformation($$"""{"id": "{{u.Id}}"}""");
//// ListInterpolated
void M(ILogger log, List<string> names, User u) { names.Add(u.FullName); log.LogInformation($"{names}"); }
//// ListInterpolatedCount
void M(ILogger log, List<string> names, User u) { names.Add(u.FullName); log.LogInformation($"{names.Count} names"); }
//// CustomHandler !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public ref struct Handler
{
    private System.Text.StringBuilder _text;
    public Handler(int literals, int holes) { _text = new(); }
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append(value);
    public string Text => _text.ToString();
}
public class Unit
{
    static void Write(ILogger log, Handler handler) => log.LogInformation(handler.Text); // LEAK INS3001
    void M(ILogger log, User u) => Write(log, $"mail {u.Email}");
}
//// CustomHandlerSafe !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public ref struct Handler
{
    private System.Text.StringBuilder _text;
    public Handler(int literals, int holes) { _text = new(); }
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append(value);
    public string Text => _text.ToString();
}
public class Unit
{
    static void Write(ILogger log, Handler handler) => log.LogInformation(handler.Text);
    void M(ILogger log, User u) => Write(log, $"mail {u.Id}");
}
//// CustomHandlerRedacting !
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public ref struct Handler
{
    private System.Text.StringBuilder _text;
    public Handler(int literals, int holes) { _text = new(); }
    public void AppendLiteral(string s) => _text.Append(s);
    public void AppendFormatted<T>(T value) => _text.Append("<?>");
    public string Text => _text.ToString();
}
public class Unit
{
    static void Write(ILogger log, Handler handler) => log.LogInformation(handler.Text);
    void M(ILogger log, User u) => Write(log, $"mail {u.Email}");
}
//// ParseNumber
void M(ILogger log, User u) { var n = long.Parse(u.Phone!); log.LogInformation("{N}", n); } // LEAK INS3001
//// TryParseNumber
void M(ILogger log, User u) { if (long.TryParse(u.Phone, out var n)) log.LogInformation("{N}", n); } // LEAK INS3001
//// TryParseFlag
void M(ILogger log, User u) { var ok = long.TryParse(u.Phone, out _); log.LogInformation("{Ok}", ok); }
//// BirthYear
void M(ILogger log, User u) => log.LogInformation("{D}", u.BirthDate.AddYears(18)); // LEAK INS3001
//// StringReader
void M(ILogger log, User u) { var line = new StringReader(u.FullName).ReadLine(); log.LogInformation("{L}", line); } // LEAK INS3001
//// NullOrEmptyText
void M(ILogger log, User u) => log.LogInformation("{S}", string.IsNullOrWhiteSpace(u.Phone) ? "missing" : "present");

//// Redactor
void M(ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor r, User u) => log.LogInformation("{M}", r.Redact(u.Email));
//// RedactorNotUsed
void M(ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor r, User u) { r.Redact(u.Email); log.LogInformation("{M}", u.Email); } // LEAK INS3001
//// RedactorProvider
void M(ILogger log, Microsoft.Extensions.Compliance.Redaction.IRedactorProvider p, User u) { var r = p.GetRedactor("pii"); var m = r.Redact(u.Email); log.LogInformation($"mail {m}"); }
//// RedactedOtherValue
void M(ILogger log, Microsoft.Extensions.Compliance.Redaction.Redactor r, User u) => log.LogInformation("{M} {P}", r.Redact(u.Email), u.Phone); // LEAK INS3001
//// Sha256
void M(ILogger log, User u) { var h = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(u.Email)); log.LogInformation("{H}", Convert.ToHexString(h)); }
//// Hmac
void M(ILogger log, User u, byte[] key) { var h = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(u.Email)); log.LogInformation("{H}", Convert.ToBase64String(h)); }
//// HashInstance
void M(ILogger log, User u) { using var sha = System.Security.Cryptography.SHA512.Create(); log.LogInformation("{H}", Convert.ToHexString(sha.ComputeHash(System.Text.Encoding.UTF8.GetBytes(u.Email)))); }
//// BytesNotHashed
void M(ILogger log, User u) { var b = System.Text.Encoding.UTF8.GetBytes(u.Email); log.LogInformation("{H}", Convert.ToHexString(b)); } // LEAK INS3001
//// OwnMaskConstant
static string Mask(string s) => new string('*', 8);
void M(ILogger log, User u) => log.LogInformation("{H}", Mask(u.Email));
//// OwnMaskNamedOnly
static string Mask(string s) => s;
void M(ILogger log, User u) => log.LogInformation("{H}", Mask(u.Email)); // LEAK INS3001
//// OwnMaskKeepsTail
static string Mask(string s) => "***" + s[^4..];
void M(ILogger log, User u) => log.LogInformation("{H}", Mask(u.Phone!)); // LEAK INS3001
//// OwnMaskNull
static string Mask(string? s) => s is null ? "<null>" : "<redacted>";
void M(ILogger log, User u) => log.LogInformation("{H}", Mask(u.Phone));
//// UnprotectName
class Vault { public string Protect(string s) => "#"; public string Unprotect(string s) => s; }
void M(ILogger log, Vault v, User u) => log.LogInformation("{H}", v.Unprotect(u.Email)); // LEAK INS3001
//// ProtectName
class Vault { public string Protect(string s) => "#"; public string Unprotect(string s) => s; }
void M(ILogger log, Vault v, User u) => log.LogInformation("{H}", v.Protect(u.Email));
//// EncodeIsNoMask
void M(ILogger log, User u) => log.LogInformation("{H}", System.Text.Encodings.Web.HtmlEncoder.Default.Encode(u.FullName)); // LEAK INS3001
//// RedactOnlyInDebug
static string Clean(string s, bool debug) => debug ? s : "-";
void M(ILogger log, User u, bool d) => log.LogInformation("{H}", Clean(u.Email, d)); // LEAK INS3001
//// RedactInPlace
void M(ILogger log, User u, Microsoft.Extensions.Compliance.Redaction.Redactor r) { u.Email = r.Redact(u.Email); log.LogInformation("{M}", u.Email); }
//// RedactCopyOfRecord
void M(ILogger log, Customer c, Microsoft.Extensions.Compliance.Redaction.Redactor r) { var safe = c with { Email = r.Redact(c.Email) }; log.LogInformation("{C}", safe); }
//// RedactCopyWrongOne
void M(ILogger log, Customer c, Microsoft.Extensions.Compliance.Redaction.Redactor r) { var safe = c with { Email = r.Redact(c.Email) }; log.LogInformation("{C} {S}", c, safe.Id); } // LEAK INS3001
//// DtoWithoutMail
record Safe(int Id, string Plan);
void M(ILogger log, User u) { var s = new Safe(u.Id, u.Plan); log.LogInformation("{S}", s); }
//// ClassSanitizerStatic
static class Privacy { public static string Initials(string s) => string.Concat(s.Split(' ').Select(p => p[0])); }
void M(ILogger log, User u) => log.LogInformation("{H}", Privacy.Initials(u.FullName)); // LEAK INS3001
//// ToStringOfRedacted
readonly struct Redacted<T>(T value) { public T Value => value; public override string ToString() => "[redacted]"; }
void M(ILogger log, User u) => log.LogInformation("{R}", new Redacted<string>(u.Email));
//// ToStringOfRedactedValue
readonly struct Redacted<T>(T value) { public T Value => value; public override string ToString() => "[redacted]"; }
void M(ILogger log, User u) => log.LogInformation("{R}", new Redacted<string>(u.Email).Value); // LEAK INS3001

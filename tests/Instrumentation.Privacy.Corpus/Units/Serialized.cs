//// JsonOfUser
void M(ILogger log, User u) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(u)); // LEAK INS3007
//// JsonOfSafe
class Dto { public int Id { get; set; } public string Plan { get; set; } = ""; }
void M(ILogger log, Dto d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(d));
//// JsonLocal
void M(ILogger log, Customer c) { var json = System.Text.Json.JsonSerializer.Serialize(c); log.LogDebug("payload: {J}", json); } // LEAK INS3007
//// JsonLength
void M(ILogger log, Customer c) { var json = System.Text.Json.JsonSerializer.Serialize(c); log.LogDebug("payload: {J} bytes", json.Length); }
//// JsonIgnored
class Dto { public int Id { get; set; } [Pii, System.Text.Json.Serialization.JsonIgnore] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(d));
//// JsonIgnoredWhenNull
class Dto { public int Id { get; set; } [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(d)); // LEAK INS3007
//// JsonWrongIgnore
class Dto { public int Id { get; set; } [Pii, System.Xml.Serialization.XmlIgnore] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(d)); // LEAK INS3007
//// JsonFieldNotWritten
class Dto { public int Id { get; set; } [Pii] public string Mail = ""; }
void M(ILogger log, Dto d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(d));
//// JsonPrivateNotWritten
class Dto { public int Id { get; set; } [Pii] private string Mail { get; set; } = ""; [Pii] internal string Phone { get; set; } = ""; }
void M(ILogger log, Dto d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(d));
//// JsonNested
class Order { public int Id { get; set; } public User? Buyer { get; set; } }
void M(ILogger log, Order o) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(o)); // LEAK INS3007
//// JsonNestedIgnored
class Order { public int Id { get; set; } [System.Text.Json.Serialization.JsonIgnore] public User? Buyer { get; set; } }
void M(ILogger log, Order o) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(o));
//// JsonList
void M(ILogger log, List<Customer> cs) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(cs)); // LEAK INS3007
//// JsonAnonymous
void M(ILogger log, User u) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(new { u.Id, u.Email })); // LEAK INS3007
//// JsonAnonymousSafe
void M(ILogger log, User u) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize(new { u.Id, u.Plan }));
//// JsonBytes
void M(ILogger log, Customer c) { var b = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(c); log.LogInformation(System.Text.Encoding.UTF8.GetString(b)); } // LEAK INS3007
//// JsonNotLogged
string M(ILogger log, Customer c) { var json = System.Text.Json.JsonSerializer.Serialize(c); log.LogInformation("serialized {Id}", c.Id); return json; }
//// JsonBaseType
record Base(int Id); record Derived(int Id, [Pii] string Mail) : Base(Id);
void M(ILogger log, Derived d) => log.LogInformation("{J}", System.Text.Json.JsonSerializer.Serialize<Base>(d));
//// Newtonsoft
void M(ILogger log, User u) => log.LogInformation(Newtonsoft.Json.JsonConvert.SerializeObject(u)); // LEAK INS3007
//// NewtonsoftIgnored
class Dto { public int Id { get; set; } [Pii, Newtonsoft.Json.JsonIgnore] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto u) => log.LogInformation(Newtonsoft.Json.JsonConvert.SerializeObject(u));
//// NewtonsoftDataContract
[System.Runtime.Serialization.DataContract] class Dto { [System.Runtime.Serialization.DataMember] public int Id { get; set; } [Pii] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto u) => log.LogInformation(Newtonsoft.Json.JsonConvert.SerializeObject(u));
//// NewtonsoftIgnoreDataMember
class Dto { public int Id { get; set; } [Pii, System.Runtime.Serialization.IgnoreDataMember] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto u) => log.LogInformation(Newtonsoft.Json.JsonConvert.SerializeObject(u));
//// NewtonsoftField
class Dto { public int Id { get; set; } [Pii] public string Mail = ""; }
void M(ILogger log, Dto u) => log.LogInformation(Newtonsoft.Json.JsonConvert.SerializeObject(u)); // LEAK INS3007
//// XmlWriterText
void M(ILogger log, User u) { var s = new System.Xml.Serialization.XmlSerializer(typeof(User)); using var w = new StringWriter(); s.Serialize(w, u); log.LogInformation(w.ToString()); } // LEAK INS3007
//// XmlIgnored
public class Dto { public int Id { get; set; } [Pii, System.Xml.Serialization.XmlIgnore] public string Mail { get; set; } = ""; }
void M(ILogger log, Dto u) { var s = new System.Xml.Serialization.XmlSerializer(typeof(Dto)); using var w = new StringWriter(); s.Serialize(w, u); log.LogInformation(w.ToString()); }
//// HelperSerializes
static string Json(object o) => System.Text.Json.JsonSerializer.Serialize(o);
void M(ILogger log, Customer c) => log.LogInformation("{J}", Json(c)); // LEAK INS3007
//// HelperSerializesSafe
static string Json(object o) => System.Text.Json.JsonSerializer.Serialize(o);
void M(ILogger log, User u) => log.LogInformation("{J}", Json(new { u.Id }));
//// JsonElementText
void M(ILogger log, User u) { var e = System.Text.Json.JsonSerializer.SerializeToElement(u); log.LogInformation(e.GetRawText()); } // LEAK INS3007
//// StreamSerialized
async Task M(ILogger log, User u) { using var ms = new MemoryStream(); await System.Text.Json.JsonSerializer.SerializeAsync(ms, u); log.LogInformation(System.Text.Encoding.UTF8.GetString(ms.ToArray())); } // LEAK INS3007
//// JsonComputedProperty
class Dto(User u) { public string Label => u.FullName; }
void M(ILogger log, User u) => log.LogInformation(System.Text.Json.JsonSerializer.Serialize(new Dto(u))); // LEAK INS3007
//// JsonComputedPropertySafe
class Dto(User u) { public string Label => u.Plan; }
void M(ILogger log, User u) => log.LogInformation(System.Text.Json.JsonSerializer.Serialize(new Dto(u)));
//// SpanOfJson
void M(System.Diagnostics.Activity a, User u) => a.SetTag("payload", System.Text.Json.JsonSerializer.Serialize(u)); // LEAK INS3002

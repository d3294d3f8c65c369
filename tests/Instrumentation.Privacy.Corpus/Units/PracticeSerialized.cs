//// CustomerAsJson
void M(ILogger log, Customer c)
{
    var json = System.Text.Json.JsonSerializer.Serialize(c);
    log.LogInformation("saving {Json}", json); // LEAK INS3007
}
//// JsonIgnoredInPractice
class Card
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Holder { get; set; } = "";
    public string Brand { get; set; } = "";
}
void M(ILogger log, Card c) => log.LogInformation("card {Json}", System.Text.Json.JsonSerializer.Serialize(c));
//// IgnoredOnlyWhenNull
class Card
{
    public int Id { get; set; }
    [Pii]
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Holder { get; set; }
}
void M(ILogger log, Card c) => log.LogInformation("card {Json}", System.Text.Json.JsonSerializer.Serialize(c)); // LEAK INS3007
//// JsonToConsole
void M(IEnumerable<Customer> all)
{
    var options = new System.Text.Json.JsonSerializerOptions { WriteIndented = true };
    Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(all, options)); // LEAK INS3005
}
//// JsonSizeOnly
void M(ILogger log, IEnumerable<Customer> all)
{
    var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(all.ToList());
    log.LogInformation("payload of {Size} bytes, {Kb} kB", bytes.Length, bytes.Length / 1024);
}
//// BaseTypeSerialized
class Document { public int Number { get; set; } public string Kind { get; set; } = ""; }
class Passport : Document { [Pii] public string Holder { get; set; } = ""; }
void M(ILogger log, User u)
{
    var p = new Passport { Number = 1, Kind = "P", Holder = u.FullName };
    log.LogInformation("document {Json}", System.Text.Json.JsonSerializer.Serialize<Document>(p));
}
//// XmlIgnoreHelps
internal class Letter { [System.Xml.Serialization.XmlIgnore, Pii] public string To { get; set; } = ""; public string Body { get; set; } = ""; }
void M(ILogger log, Letter l)
{
    var serializer = new System.Xml.Serialization.XmlSerializer(typeof(Letter));
    using var w = new StringWriter();
    serializer.Serialize(w, l);
    log.LogInformation("letter {Xml}", w.ToString());
}
//// ConverterWritesId !
internal class UserIdConverter : System.Text.Json.Serialization.JsonConverter<Owner>
{
    public override Owner Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new() { Id = reader.GetInt32() };
    public override void Write(System.Text.Json.Utf8JsonWriter writer, Owner value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Id);
}
[System.Text.Json.Serialization.JsonConverter(typeof(UserIdConverter))]
internal class Owner { public int Id { get; set; } [Pii] public string Name { get; set; } = ""; }
internal class Asset { public string Serial { get; set; } = ""; public Owner Owner { get; set; } = new(); }
internal class AssetStore(ILogger<AssetStore> log)
{
    public void Save(Asset a, User u)
    {
        a.Owner = new Owner { Id = u.Id, Name = u.FullName };
        log.LogInformation("asset {Json}", System.Text.Json.JsonSerializer.Serialize(a));
    }
}
//// ConverterMasksLength !
internal class MaskConverter : System.Text.Json.Serialization.JsonConverter<string>
{
    public override string Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString() ?? "";
    public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(new string('*', value.Length));
}
internal class Claim
{
    public int Number { get; set; }
    [Pii, System.Text.Json.Serialization.JsonConverter(typeof(MaskConverter))] public string Patient { get; set; } = "";
    [Pii] public string Diagnosis { get; set; } = "";
    public Claim Public() => new() { Number = Number, Patient = Patient };
}
internal class Claims(ILogger<Claims> log)
{
    public void Receive(Claim c)
    {
        log.LogInformation("received {Number}", c.Number);
        log.LogInformation("claim {Claim}", System.Text.Json.JsonSerializer.Serialize(c)); // LEAK INS3007
    }
}
//// WriterByHand !
internal static class JsonReport
{
    public static string Write(IEnumerable<User> users)
    {
        using var stream = new MemoryStream();
        using (var w = new System.Text.Json.Utf8JsonWriter(stream))
        {
            w.WriteStartArray();
            foreach (var u in users)
            {
                w.WriteStartObject();
                w.WriteNumber("id", u.Id);
                w.WriteString("plan", u.Plan);
                w.WriteBoolean("reachable", u.Phone != null);
                w.WriteNumber("aliases", u.Aliases.Length);
                w.WriteEndObject();
            }
            w.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
    public static void Run(ILogger log, IUsers users) => log.LogInformation("report {Json}", Write(users.All()));
}
//// OutboxMessage !
internal abstract record DomainEvent { public Guid EventId { get; init; } = Guid.NewGuid(); }
internal record PatientAdmitted(int PatientId, [Pii] string Name, string Ward) : DomainEvent;
internal record BedCleaned(string Ward, int Bed) : DomainEvent;
internal class OutboxRow { public Guid Id { get; set; } public string Type { get; set; } = ""; public string Payload { get; set; } = ""; public int Attempts { get; set; } }
internal class Outbox
{
    private readonly List<OutboxRow> _rows = new();
    public void Add<T>(T e) where T : DomainEvent =>
        _rows.Add(new OutboxRow { Id = e.EventId, Type = e.GetType().Name, Payload = System.Text.Json.JsonSerializer.Serialize(e) });
    public IEnumerable<OutboxRow> Pending() => _rows.Where(r => r.Attempts < 5);
}
internal class OutboxPump(Outbox outbox, ILogger<OutboxPump> log)
{
    public void Admit(User u)
    {
        outbox.Add(new PatientAdmitted(u.Id, u.FullName, "W3"));
        outbox.Add(new BedCleaned("W3", 12));
    }
    public void Pump()
    {
        foreach (var row in outbox.Pending())
        {
            row.Attempts++;
            log.LogInformation("publishing {Type} {Id}", row.Type, row.Id);
            log.LogTrace("payload {Payload}", row.Payload); // LEAK INS3007
        }
    }
}
//// ProfileDto !
internal class ProfileDto
{
    public int Id { get; set; }
    public string Plan { get; set; } = "";
    public string Country { get; set; } = "";
    public int AliasCount { get; set; }
    public bool Complete { get; set; }
}
internal static class ProfileMapper
{
    public static ProfileDto ToDto(this User u) => new()
    {
        Id = u.Id,
        Plan = u.Plan,
        Country = u.Home.Country,
        AliasCount = u.Aliases.Length,
        Complete = !string.IsNullOrEmpty(u.Email) && u.Phone is not null && u.FullName.Contains(' '),
    };
}
internal class ProfileEndpoint(IUsers users, ILogger<ProfileEndpoint> log)
{
    public async Task<ProfileDto> Get(int id, CancellationToken cancel)
    {
        var user = await users.GetAsync(id, cancel);
        var dto = user.ToDto();
        log.LogDebug("returning {Dto}", System.Text.Json.JsonSerializer.Serialize(dto));
        return dto;
    }
}
//// DtoOfUserSerialized
sealed class UserDto
{
    public UserDto(User source)
    {
        Id = source.Id;
        Contact = source.Email;
        Street = source.Home.Street;
    }
    public int Id { get; }
    public string Contact { get; }
    public string Street { get; }
}
static string ToJson<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
void Audit(ILogger logger, IUsers users, int id)
{
    var dto = new UserDto(users.Get(id));
    logger.LogInformation("Loaded {Payload}", ToJson(dto)); // LEAK INS3007
}
//// IgnoredMembersSerialized
sealed class Contact
{
    public int Id { get; init; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Mail { get; init; } = "";
    [System.Text.Json.Serialization.JsonIgnore] public string Name { get; init; } = "";
    public string Plan { get; init; } = "";
}
static Contact Map(User u) => new() { Id = u.Id, Mail = u.Email, Name = u.FullName, Plan = u.Plan };
void Audit(ILogger logger, IUsers users)
{
    foreach (var contact in users.All().Select(Map))
    {
        if (contact.Mail.Length > 0)
            logger.LogInformation("Contact {Json}", System.Text.Json.JsonSerializer.Serialize(contact));
    }
}
//// IgnoredForAnotherSerializer
sealed class Contact
{
    public int Id { get; init; }
    [Newtonsoft.Json.JsonIgnore] public string Mail { get; init; } = "";
    public string Plan { get; init; } = "";
}
static Contact Map(User u) => new() { Id = u.Id, Mail = u.Email, Plan = u.Plan };
void Audit(ILogger logger, IUsers users)
{
    var contacts = users.All().Select(Map).ToArray();
    var json = System.Text.Json.JsonSerializer.Serialize(contacts, new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    logger.LogDebug("{Count} contacts: {Json}", contacts.Length, json); // LEAK INS3007
}
//// PublicFieldsAreSkipped
sealed class Snapshot
{
    public Guid Key { get; set; }
    public string Plan { get; set; } = "";
    [Pii] public string Name = "";
    [Pii] internal string Mail { get; set; } = "";
}
static Snapshot Take(User u) => new() { Key = u.Key, Plan = u.Plan, Name = u.FullName, Mail = u.Email };
void Audit(ILogger logger, User u)
{
    var snapshot = Take(u);
    var json = System.Text.Json.JsonSerializer.Serialize(snapshot);
    logger.LogInformation("Snapshot {Json}, named {Named}", json, snapshot.Name != "");
}
//// FieldsIncludedByOptions
static readonly System.Text.Json.JsonSerializerOptions Options = new(System.Text.Json.JsonSerializerDefaults.Web) { IncludeFields = true };
sealed class Snapshot
{
    public Guid Key;
    [Pii] public string Name = "";
}
static Snapshot Take(User u)
{
    var s = new Snapshot { Key = u.Key };
    s.Name = u.FullName;
    return s;
}
void Audit(log4net.ILog log, User u)
{
    var json = System.Text.Json.JsonSerializer.Serialize(Take(u), Options);
    log.Info("Snapshot " + json); // LEAK INS3007
}
//// DeclaredAsNarrowInterface
interface IPublicProfile
{
    int Id { get; }
    string Plan { get; }
}
sealed class Profile : IPublicProfile
{
    public int Id { get; init; }
    public string Plan { get; init; } = "";
    [Pii] public string Mail { get; init; } = "";
}
void Audit(ILogger logger, IUsers users, int id)
{
    var u = users.Get(id);
    var profile = new Profile { Id = u.Id, Plan = u.Plan, Mail = u.Email };
    var json = System.Text.Json.JsonSerializer.Serialize<IPublicProfile>(profile);
    logger.LogInformation("Profile {Json}", json);
}
//// RuntimeTypeSerialized
abstract class Notice
{
    public Guid Id { get; } = Guid.NewGuid();
}
sealed class MailNotice(string to) : Notice
{
    public string To { get; } = to;
}
static Notice Create(User u) => new MailNotice(u.Email);
void Enqueue(Serilog.ILogger log, User u, Queue<Notice> queue)
{
    Notice notice = Create(u);
    queue.Enqueue(notice);
    var json = System.Text.Json.JsonSerializer.Serialize(notice, notice.GetType());
    log.Information("Queued {Notice}", json); // LEAK INS3007
}
//// NodeValueReadBack
void Audit(ILogger logger, Customer customer)
{
    var json = System.Text.Json.JsonSerializer.Serialize(customer);
    var node = System.Text.Json.Nodes.JsonNode.Parse(json)!;
    var level = node["Level"]?.GetValue<string>();
    var id = (int?)node["Id"];
    logger.LogInformation("Customer {Id} on level {Level}, {Members} members", id, level, node.AsObject().Count);
}
//// NodeWrittenToFile
static System.Text.Json.Nodes.JsonObject Node(User u)
{
    var home = new System.Text.Json.Nodes.JsonObject { ["city"] = u.Home.City, ["country"] = u.Home.Country };
    return new System.Text.Json.Nodes.JsonObject
    {
        ["id"] = u.Id,
        ["home"] = home,
    };
}
void Dump(IUsers users, string folder)
{
    var all = new System.Text.Json.Nodes.JsonArray();
    foreach (var u in users.All())
        all.Add(Node(u));
    File.WriteAllText(Path.Combine(folder, "users.json"), all.ToJsonString()); // LEAK INS3008
}
//// NodeMemberRemoved
void Audit(ILogger logger, Customer customer)
{
    var node = System.Text.Json.JsonSerializer.SerializeToNode(customer)!.AsObject();
    node.Remove("Email");
    logger.LogInformation("Customer {Json}", node.ToJsonString());
}
//// XmlLetterLogged !
public sealed class PlainLetter
{
    public string Addressee { get; set; } = "";
    public string Subject { get; set; } = "";
}
public sealed class PlainLetterSender
{
    static string ToXml(PlainLetter letter)
    {
        var serializer = new System.Xml.Serialization.XmlSerializer(typeof(PlainLetter));
        using var writer = new StringWriter();
        serializer.Serialize(writer, letter);
        return writer.ToString();
    }
    public void Send(ILogger logger, User u, string subject)
    {
        var letter = new PlainLetter { Subject = subject };
        letter.Addressee = u.FullName + ", " + u.Home.Street;
        var xml = ToXml(letter);
        logger.LogTrace("Letter: {Xml}", xml); // LEAK INS3007
    }
}
//// XmlIgnoreLetterLogged !
public sealed class QuietLetter
{
    [System.Xml.Serialization.XmlIgnore] public string Addressee { get; set; } = "";
    [System.Xml.Serialization.XmlAttribute("subject")] public string Subject { get; set; } = "";
}
public sealed class QuietLetterSender
{
    static string ToXml(QuietLetter letter)
    {
        var serializer = new System.Xml.Serialization.XmlSerializer(typeof(QuietLetter));
        using var writer = new StringWriter();
        serializer.Serialize(writer, letter);
        return writer.ToString();
    }
    public void Send(ILogger logger, User u, string subject)
    {
        var letter = new QuietLetter { Subject = subject, Addressee = u.FullName };
        logger.LogTrace("Letter to {Length} characters: {Xml}", letter.Addressee.Length, ToXml(letter));
    }
}
//// WriterToConsole
static byte[] Write(User u)
{
    using var stream = new MemoryStream();
    using (var json = new System.Text.Json.Utf8JsonWriter(stream))
    {
        json.WriteStartObject();
        json.WriteNumber("id", u.Id);
        json.WriteString("born", u.BirthDate);
        json.WriteEndObject();
    }
    return stream.ToArray();
}
void Print(IUsers users)
{
    foreach (var u in users.All())
    {
        var bytes = Write(u);
        Console.WriteLine(System.Text.Encoding.UTF8.GetString(bytes)); // LEAK INS3005
    }
}
//// WriterPayloadSize
interface IQueue
{
    void Publish(string topic, ReadOnlyMemory<byte> body);
}
void Publish(ILogger logger, IQueue queue, User u)
{
    using var stream = new MemoryStream();
    using (var json = new System.Text.Json.Utf8JsonWriter(stream))
    {
        json.WriteStartObject();
        json.WriteString("mail", u.Email);
        json.WriteString("phone", u.Phone);
        json.WriteEndObject();
    }
    var body = stream.ToArray();
    queue.Publish("users", body);
    logger.LogInformation("Published {Size} bytes, {Stream}", body.Length, stream);
}
//// AnonymousOnSpan
static string Payload(Customer c, IReadOnlyCollection<string> items)
{
    var payload = new { customer = new { c.Id, contact = c.Email }, items };
    return System.Text.Json.JsonSerializer.Serialize(payload);
}
void Order(Customer customer, List<string> items)
{
    using var activity = System.Diagnostics.Activity.Current;
    var body = Payload(customer, items);
    activity?.SetTag("http.request.size", body.Length);
    activity?.AddTag("http.request.body", body); // LEAK INS3002
}
//// AnonymousFacts
void Order(ILogger logger, Customer c, IUsers users, List<string> items)
{
    var u = users.Get(c.Id);
    var facts = new
    {
        c.Id,
        u.Tier,
        same = string.Equals(c.Email, u.Email, StringComparison.OrdinalIgnoreCase),
        letters = u.FullName.Length,
        items = items.Count,
        country = u.Home.Country,
    };
    logger.LogInformation("Order {Json} / {Facts}", System.Text.Json.JsonSerializer.Serialize(facts), facts);
}
//// BodyInExceptionText
async Task Push(User u, Func<string, Task<int>> post)
{
    var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?> { ["phone"] = u.Phone, ["plan"] = u.Plan });
    var text = System.Text.Encoding.UTF8.GetString(body);
    var status = await post(text);
    if (status is 400 or 422)
        throw new HttpRequestException($"Rejected with {status}: {text}"); // LEAK INS3004
}
//// ConverterMasks
sealed class MaskConverter : System.Text.Json.Serialization.JsonConverter<string>
{
    public override string Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString() ?? "";
    public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue("***");
}
sealed class Entry
{
    public int Id { get; init; }
    [System.Text.Json.Serialization.JsonConverter(typeof(MaskConverter))] public string Mail { get; init; } = "";
}
void Audit(ILogger logger, User u)
{
    var entry = new Entry { Id = u.Id, Mail = u.Email };
    var json = System.Text.Json.JsonSerializer.Serialize(entry);
    logger.LogInformation("Entry {Json}", json);
}
//// RoundTripThroughCache
sealed class Session
{
    public Guid Id { get; set; }
    public string? Login { get; set; }
}
readonly Dictionary<Guid, string> _cache = [];
void Store(User u)
{
    var session = new Session { Id = u.Key, Login = u.Email };
    _cache[session.Id] = System.Text.Json.JsonSerializer.Serialize(session);
}
void Resume(ILogger logger, User u)
{
    Store(u);
    if (!_cache.TryGetValue(u.Key, out var json))
        return;
    var session = System.Text.Json.JsonSerializer.Deserialize<Session>(json);
    logger.LogInformation("Resumed {Login}", session?.Login); // LEAK INS3001
}
//// DataContractWithoutMail
[System.Runtime.Serialization.DataContract]
public sealed class Ticket
{
    [System.Runtime.Serialization.DataMember] public int Id { get; set; }
    [System.Runtime.Serialization.DataMember(Name = "plan")] public string Plan { get; set; } = "";
    public string Owner { get; set; } = "";
}
void Export(IUsers users, string path)
{
    var serializer = new System.Runtime.Serialization.DataContractSerializer(typeof(Ticket));
    using var file = File.Create(path);
    foreach (var u in users.All())
    {
        var ticket = new Ticket { Id = u.Id, Plan = u.Plan, Owner = u.Email };
        if (ticket.Owner.Contains('@'))
            serializer.WriteObject(file, ticket);
    }
}
//// AuditPayloadAsJson
record AuditEntry(string Action, int Actor, object Payload);
void Changed(ILogger logger, User u, int actor)
{
    var entry = new AuditEntry("contact-changed", actor, new { u.Id, NewAddress = u.Email.Trim() });
    var json = System.Text.Json.JsonSerializer.Serialize(entry);
    logger.LogInformation("Audit: {Entry}", json); // LEAK INS3007
}
//// ViewIgnoresMail
class AccountView
{
    public int Id { get; set; }
    [System.Text.Json.Serialization.JsonIgnore] public string Mail { get; set; } = "";
    public string Plan { get; set; } = "";
}
static AccountView ToView(User u) => new() { Id = u.Id, Mail = u.Email, Plan = u.Plan };
void Show(ILogger logger, IUsers users, Action<string> send)
{
    foreach (var view in users.All().Select(ToView))
    {
        send(view.Mail);
        logger.LogInformation("Account {View}", System.Text.Json.JsonSerializer.Serialize(view));
    }
}
//// StaticTypeDecides
class PublicProfile
{
    public int Id { get; set; }
    public string Plan { get; set; } = "";
}
class FullProfile : PublicProfile
{
    public string Contact { get; set; } = "";
}
PublicProfile Load(IUsers users, int id)
{
    var u = users.Get(id);
    return new FullProfile { Id = u.Id, Plan = u.Plan, Contact = u.Email };
}
void M(ILogger logger, IUsers users)
{
    PublicProfile profile = Load(users, 7);
    // Serialize<PublicProfile>: only what the declared type has.
    logger.LogInformation("Profile {Profile}", System.Text.Json.JsonSerializer.Serialize<PublicProfile>(profile));
}
//// RuntimeTypeDecides
class BriefProfile
{
    public int Id { get; set; }
}
class WholeProfile : BriefProfile
{
    public string Contact { get; set; } = "";
}
BriefProfile Load(IUsers users, int id)
{
    var u = users.Get(id);
    return new WholeProfile { Id = u.Id, Contact = u.Email };
}
void M(ILogger logger, IUsers users)
{
    BriefProfile profile = Load(users, 7);
    string text = System.Text.Json.JsonSerializer.Serialize(profile, profile.GetType());
    logger.LogDebug("Profile {Profile}", text); // LEAK INS3007
}
//// RoundTripIntoSummary
class Summary
{
    public int Id { get; set; }
    public string Plan { get; set; } = "";
}
void Received(ILogger logger, User u, Action<string> publish)
{
    string json = System.Text.Json.JsonSerializer.Serialize(u);
    publish(json);
    var summary = System.Text.Json.JsonSerializer.Deserialize<Summary>(json)!;
    logger.LogInformation("User {Id} moved to {Plan}, {Size} bytes", summary.Id, summary.Plan, json.Length);
}
//// CloneThroughJson
class OrderDraft
{
    public int Number { get; set; }
    public string Recipient { get; set; } = "";
}
static T Clone<T>(T value)
{
    var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value);
    return System.Text.Json.JsonSerializer.Deserialize<T>(bytes)!;
}
void Repeat(System.Diagnostics.Activity activity, User u)
{
    var first = new OrderDraft { Number = 1, Recipient = u.FullName };
    var second = Clone(first);
    second.Number = 2;
    activity.SetTag("order.number", second.Number);
    activity.SetTag("order.recipient", second.Recipient); // LEAK INS3002
}
//// NodeWithoutMail
void Export(User u, Action<string> queue)
{
    var node = System.Text.Json.JsonSerializer.SerializeToNode(new { u.Id, u.Email, u.Plan })!.AsObject();
    queue(node.ToJsonString());
    node.Remove("Email");
    Console.WriteLine(node.ToJsonString());
}
//// NodesIntoFile
System.Text.Json.Nodes.JsonObject Row(User u) => new()
{
    ["id"] = u.Id,
    ["contact"] = new System.Text.Json.Nodes.JsonObject { ["phone"] = u.Phone },
};
void Export(IUsers users, string path)
{
    var rows = new System.Text.Json.Nodes.JsonArray();
    foreach (var u in users.All())
        rows.Add(Row(u));
    var root = new System.Text.Json.Nodes.JsonObject { ["version"] = 2, ["rows"] = rows };
    string text = root.ToJsonString();
    File.WriteAllText(path, text); // LEAK INS3008
}
//// FieldsLeftOut
class Reading
{
    public int Meter { get; set; }
    public double Value { get; set; }
    public string owner = "";
}
void Store(ILogger logger, User u, double value)
{
    var reading = new Reading { Meter = u.Id, Value = value, owner = u.FullName };
    // Fields are not written by default.
    logger.LogInformation("Reading {Json} stored", System.Text.Json.JsonSerializer.Serialize(reading));
}
//// FieldsTakenIn
static readonly System.Text.Json.JsonSerializerOptions Options = new() { IncludeFields = true, WriteIndented = true };
class Measurement
{
    public int Meter { get; set; }
    public string owner = "";
}
static string Dump(object o) => System.Text.Json.JsonSerializer.Serialize(o, Options);
void Store(ILogger logger, User u)
{
    var m = new Measurement { Meter = 4711, owner = u.FullName };
    logger.LogWarning("Rejected: {Measurement}", Dump(m)); // LEAK INS3007
}
//// XmlEnvelope !
public class XmlEnvelopeLetter
{
    public string To { get; set; } = "";
    public string Subject { get; set; } = "";
}
public class XmlEnvelopeBatch
{
    public List<XmlEnvelopeLetter> Letters { get; set; } = [];
}
public class XmlEnvelopeSender(ILogger logger)
{
    static readonly System.Xml.Serialization.XmlSerializer serializer = new(typeof(XmlEnvelopeBatch));
    public void Send(IEnumerable<User> users)
    {
        var batch = new XmlEnvelopeBatch();
        batch.Letters.AddRange(users.Select(u => new XmlEnvelopeLetter { To = u.Email, Subject = "News" }));
        using var writer = new StringWriter();
        serializer.Serialize(writer, batch);
        logger.LogTrace("Sending {Xml}", writer.ToString()); // LEAK INS3007
    }
}
//// XmlWithoutName !
public class XmlWithoutNameCard
{
    public int Number { get; set; }
    [System.Xml.Serialization.XmlIgnore] public string Holder { get; set; } = "";
}
public class XmlWithoutNameWriter(ILogger logger)
{
    public void Issue(User u, Action<string> emboss)
    {
        var card = new XmlWithoutNameCard { Number = u.Id, Holder = u.FullName };
        emboss(card.Holder);
        var serializer = new System.Xml.Serialization.XmlSerializer(typeof(XmlWithoutNameCard));
        using var text = new StringWriter();
        serializer.Serialize(text, card);
        logger.LogInformation("Issued {Card}", text.ToString());
    }
}
//// MaskingConverter
class MaskConverter : System.Text.Json.Serialization.JsonConverter<string>
{
    public override string? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString();
    public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue("***");
}
class Signup
{
    public int Campaign { get; set; }
    [System.Text.Json.Serialization.JsonConverter(typeof(MaskConverter))] public string Mail { get; set; } = "";
}
void Joined(ILogger logger, User u)
{
    var signup = new Signup { Campaign = 12, Mail = u.Email };
    logger.LogInformation("New signup {Signup}", System.Text.Json.JsonSerializer.Serialize(signup));
}
//// WrittenByHand
static void WriteMember(System.Text.Json.Utf8JsonWriter writer, User u)
{
    writer.WriteStartObject();
    writer.WriteNumber("id", u.Id);
    writer.WriteString("name", u.Display());
    writer.WriteEndObject();
}
void List(IUsers users)
{
    using var memory = new MemoryStream();
    using (var writer = new System.Text.Json.Utf8JsonWriter(memory))
    {
        writer.WriteStartArray();
        foreach (var u in users.All())
            WriteMember(writer, u);
        writer.WriteEndArray();
    }
    string text = System.Text.Encoding.UTF8.GetString(memory.ToArray());
    Console.Out.WriteLine(text); // LEAK INS3005
}
//// ContractOptsIn
[System.Runtime.Serialization.DataContract]
public class Ticket
{
    [System.Runtime.Serialization.DataMember] public int Number { get; set; }
    [System.Runtime.Serialization.DataMember] public string Hall { get; set; } = "";
    public string Guest { get; set; } = "";
}
void Print(ILogger logger, User u, Action<Ticket> printer)
{
    var ticket = new Ticket { Number = 3, Hall = "B", Guest = u.FullName };
    printer(ticket);
    using var memory = new MemoryStream();
    new System.Runtime.Serialization.Json.DataContractJsonSerializer(typeof(Ticket)).WriteObject(memory, ticket);
    logger.LogInformation("Printed {Ticket}", System.Text.Encoding.UTF8.GetString(memory.ToArray()));
}
//// MapperLeavesMailBehind
class UserListItem
{
    public int Id { get; set; }
    public string Plan { get; set; } = "";
    public bool HasPhone { get; set; }
    public int AliasCount { get; set; }
}
readonly Dictionary<string, byte[]> _cache = new();
static UserListItem Map(User u) => new() { Id = u.Id, Plan = u.Plan, HasPhone = u.Phone is not null, AliasCount = u.Aliases.Length };
void Warm(IUsers users, ILogger log)
{
    foreach (var u in users.All().OrderBy(x => x.Email))
        _cache["user:" + u.Id] = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Map(u));
    foreach (var (key, bytes) in _cache)
        log.LogDebug("{Key} now holds {Json}", key, System.Text.Encoding.UTF8.GetString(bytes));
}
//// FieldsAreIncluded
class Badge
{
    public int Number { get; set; }
    public string Holder = "";
}
static readonly System.Text.Json.JsonSerializerOptions Options = new() { IncludeFields = true, WriteIndented = false };
static string ToJson<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, Options);
void Print(IUsers users, int id, ILogger log)
{
    var u = users.Get(id);
    var badge = new Badge { Number = u.Id };
    badge.Holder = u.FullName;
    var json = ToJson(badge);
    log.LogInformation("Badge sent to printer: {Badge}", json); // LEAK INS3007
}
//// FieldsAreNotIncluded
class Locker
{
    public int Number { get; set; }
    public string Holder = "";
}
static readonly System.Text.Json.JsonSerializerOptions Options = new(System.Text.Json.JsonSerializerDefaults.Web);
void Assign(IUsers users, int id, ILogger log)
{
    var u = users.Get(id);
    var locker = new Locker { Number = u.Id + 1000, Holder = u.FullName };
    log.LogInformation("Locker assigned: {Locker}", System.Text.Json.JsonSerializer.Serialize(locker, Options));
    Engrave(locker.Holder.Length);
}
void Engrave(int letters) { }
//// DeclaredBaseTypeOnly
class AccountEvent
{
    public Guid Id { get; set; }
    public DateTime At { get; set; }
}
class MailChanged : AccountEvent
{
    public string NewAddress { get; set; } = "";
}
void Publish(User u, ILogger log)
{
    AccountEvent e = new MailChanged { Id = u.Key, At = DateTime.UtcNow, NewAddress = u.Email };
    var header = System.Text.Json.JsonSerializer.Serialize<AccountEvent>(e);
    log.LogInformation("Publishing {Header}", header);
}
//// DerivedTypeIsDeclared
[System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(PhoneChanged), "phone")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(PlanChanged), "plan")]
abstract class Change
{
    public int UserId { get; set; }
}
class PhoneChanged : Change
{
    public string? Number { get; set; }
}
class PlanChanged : Change
{
    public string Plan { get; set; } = "";
}
static IEnumerable<Change> Diff(User before, User after)
{
    if (before.Plan != after.Plan)
        yield return new PlanChanged { UserId = after.Id, Plan = after.Plan };
    if (before.Phone != after.Phone)
        yield return new PhoneChanged { UserId = after.Id, Number = after.Phone };
}
void Audit(User before, User after, ILogger log)
{
    List<Change> changes = Diff(before, after).ToList();
    log.LogInformation("Changes: {Changes}", System.Text.Json.JsonSerializer.Serialize(changes)); // LEAK INS3007
}
//// NodeWithoutMailAgain
static System.Text.Json.Nodes.JsonObject Strip(System.Text.Json.Nodes.JsonObject o)
{
    o.Remove("Email");
    o["Removed"] = 1;
    return o;
}
void Dump(Customer c, ILogger log)
{
    var node = System.Text.Json.JsonSerializer.SerializeToNode(c)!.AsObject();
    var hadMail = node.ContainsKey("Email");
    var stripped = Strip(node);
    log.LogInformation("Customer document {Doc}, had mail {Had}", stripped.ToJsonString(), hadMail);
}
//// NodeRemovalMissesCamelCase
static readonly System.Text.Json.JsonSerializerOptions Camel = new() { PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.CamelCase };
void Dump(Customer c)
{
    var node = System.Text.Json.JsonSerializer.SerializeToNode(c, Camel)!.AsObject();
    node.Remove("Email");
    node["at"] = DateTime.UtcNow;
    var text = node.ToJsonString();
    Console.WriteLine("customer " + text); // LEAK INS3005
}
//// ArrayOfContacts
static System.Text.Json.Nodes.JsonObject Entry(User u)
{
    var entry = new System.Text.Json.Nodes.JsonObject { ["id"] = u.Id };
    entry["contact"] = System.Text.Json.Nodes.JsonValue.Create(u.Phone ?? u.Email);
    return entry;
}
void Export(IUsers users)
{
    var list = new System.Text.Json.Nodes.JsonArray();
    foreach (var u in users.All())
        list.Add(Entry(u));
    var root = new System.Text.Json.Nodes.JsonObject { ["version"] = 2, ["contacts"] = list };
    Console.Out.WriteLine(root.ToJsonString()); // LEAK INS3005
}
//// DocumentReadsLevel
void Inspect(Customer c, ILogger log)
{
    var json = System.Text.Json.JsonSerializer.Serialize(c);
    using var doc = System.Text.Json.JsonDocument.Parse(json);
    var root = doc.RootElement;
    var level = root.GetProperty("Level").GetString();
    var id = root.GetProperty("Id").GetInt32();
    var complete = root.TryGetProperty("Email", out var mail) && mail.GetString() is { Length: > 0 };
    log.LogInformation("Customer {Id} has level {Level}, complete: {Complete}, {Size} characters", id, level, complete, json.Length);
}
//// ReaderFindsAddress
static string? Find(byte[] utf8, string name)
{
    var reader = new System.Text.Json.Utf8JsonReader(utf8);
    while (reader.Read())
    {
        if (reader.TokenType == System.Text.Json.JsonTokenType.PropertyName && reader.ValueTextEquals(name))
        {
            reader.Read();
            return reader.GetString();
        }
    }
    return null;
}
void Tag(Visit v)
{
    var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(v);
    var address = Find(bytes, "IpAddress");
    if (System.Diagnostics.Activity.Current is { } span)
        span.SetTag("client.address", address); // LEAK INS3002
}
//// WriterToFile
static string Render(User u)
{
    using var buffer = new MemoryStream();
    using (var w = new System.Text.Json.Utf8JsonWriter(buffer))
    {
        w.WriteStartObject();
        w.WriteNumber("id", u.Id);
        w.WriteString("city", u.Home.City);
        w.WriteEndObject();
    }
    return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
}
async Task Save(IUsers users, int id, string folder)
{
    var u = await users.GetAsync(id);
    var text = Render(u);
    await File.WriteAllTextAsync(Path.Combine(folder, u.Id + ".json"), text); // LEAK INS3008
}
//// WriterOfFacts
static string Facts(User u)
{
    using var buffer = new MemoryStream();
    using (var w = new System.Text.Json.Utf8JsonWriter(buffer))
    {
        w.WriteStartObject();
        w.WriteNumber("email", u.Email.Length);
        w.WriteBoolean("phone", u.Phone != null);
        w.WriteBoolean("salary", u.Salary > 0);
        w.WriteString("tier", u.Tier.ToString());
        w.WriteEndObject();
    }
    return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
}
void Report(IUsers users, ILogger log)
{
    foreach (var u in users.All())
        log.LogInformation("Profile facts {Facts}", Facts(u));
}
//// XmlIgnoresHolder !
public class XmlCard
{
    public int Number { get; set; }
    public string Kind { get; set; } = "";
    [System.Xml.Serialization.XmlIgnore] public string Holder { get; set; } = "";
}
public class XmlCardPrinter(ILogger<XmlCardPrinter> log)
{
    static readonly System.Xml.Serialization.XmlSerializer Serializer = new(typeof(XmlCard));
    public void Print(User u)
    {
        var card = new XmlCard { Number = u.Id, Kind = u.Plan, Holder = u.FullName };
        using var text = new StringWriter();
        Serializer.Serialize(text, card);
        log.LogInformation("Card: {Xml}", text.ToString());
    }
}
//// XmlWritesReceiver !
public class XmlLetter
{
    [System.Xml.Serialization.XmlAttribute("nr")] public int Number { get; set; }
    [System.Xml.Serialization.XmlElement("to")] public string Receiver { get; set; } = "";
}
public class XmlLetterPrinter(ILogger<XmlLetterPrinter> log)
{
    static readonly System.Xml.Serialization.XmlSerializer Serializer = new(typeof(XmlLetter));
    static string ToXml(XmlLetter letter)
    {
        using var text = new StringWriter();
        Serializer.Serialize(text, letter);
        return text.ToString();
    }
    public void Print(User u)
    {
        var letter = new XmlLetter { Number = 7, Receiver = u.Home.Street + ", " + u.Home.City };
        log.LogDebug("Letter: {Xml}", ToXml(letter)); // LEAK INS3007
    }
}
//// ContractMembersOnly !
[System.Runtime.Serialization.DataContract]
public class ContractTicket
{
    [System.Runtime.Serialization.DataMember] public Guid Number { get; set; }
    [System.Runtime.Serialization.DataMember] public string Level { get; set; } = "";
    public string Reporter { get; set; } = "";
}
public class ContractTickets(ILogger<ContractTickets> log)
{
    public void Open(Customer c)
    {
        var ticket = new ContractTicket { Number = Guid.NewGuid(), Level = c.Level, Reporter = c.Email };
        using var buffer = new MemoryStream();
        new System.Runtime.Serialization.DataContractSerializer(typeof(ContractTicket)).WriteObject(buffer, ticket);
        var xml = System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        log.LogInformation("Ticket opened: {Xml}", xml);
    }
}
//// QueueRoundTrip
class WelcomeMail
{
    public int UserId { get; set; }
    public string To { get; set; } = "";
}
readonly Queue<string> _queue = new();
void Enqueue(User u) => _queue.Enqueue(System.Text.Json.JsonSerializer.Serialize(new WelcomeMail { UserId = u.Id, To = u.Email }));
void Drain(ILogger log)
{
    while (_queue.TryDequeue(out var json))
    {
        var mail = System.Text.Json.JsonSerializer.Deserialize<WelcomeMail>(json);
        if (mail is null) continue;
        log.LogInformation("Welcome mail goes to {To}", mail.To); // LEAK INS3001
    }
}
//// CsvByHand
static string Quote(string? s) => s is null ? "" : s.Contains(';') ? "\"" + s.Replace("\"", "\"\"") + "\"" : s;
static string Row(User u) => string.Join(';', new[] { u.Id.ToString(), Quote(u.Plan), Quote(u.Phone) });
void Export(IUsers users, string path)
{
    var csv = new System.Text.StringBuilder();
    csv.AppendLine("id;plan;phone");
    foreach (var u in users.All().Where(x => !x.IsAdmin))
        csv.AppendLine(Row(u));
    File.WriteAllText(path, csv.ToString()); // LEAK INS3008
}
//// IgnoredMember
private sealed class Profile
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Email { get; set; } = "";
}
private sealed class OpenProfile
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string? Email { get; set; }
}

public void Save(ILogger log, User user)
{
    var closed = System.Text.Json.JsonSerializer.Serialize(new Profile { Id = user.Id, Email = user.Email });
    var open = System.Text.Json.JsonSerializer.Serialize(new OpenProfile { Id = user.Id, Email = user.Email });
    log.LogInformation("Saved {Json}", closed);
    log.LogInformation("Saved {Json}", open); // LEAK INS3007
}

//// DeclaredBaseType
private class Row { public int Id { get; set; } public string Plan { get; set; } = ""; }
private sealed class PersonRow : Row { [Pii] public string Name { get; set; } = ""; }

public void Dump(ILogger log, User user)
{
    Row row = new PersonRow { Id = user.Id, Plan = user.Plan, Name = user.FullName };
    log.LogInformation("Row {Json}", System.Text.Json.JsonSerializer.Serialize(row));
}

//// FieldsAreNotWritten
private sealed class Entry
{
    [Pii] public string Owner = "";
    public string Plan { get; set; } = "";
}
private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true };

public void Dump(ILogger log, User user)
{
    var entry = new Entry { Owner = user.FullName, Plan = user.Plan };
    log.LogInformation("Entry {Json}", System.Text.Json.JsonSerializer.Serialize(entry, Indented));
}

//// DifferentSinksForOneText
public void Fail(ILogger log, Customer customer)
{
    var json = System.Text.Json.JsonSerializer.Serialize(customer);
    log.LogInformation("Payload of {Length}", json.Length);
    Console.Error.WriteLine(json); // LEAK INS3005
    log.LogError("Payload {Json}", json); // LEAK INS3007
    json = System.Text.Json.JsonSerializer.Serialize(new { customer.Id, customer.Level });
    log.LogError("Payload {Json}", json);
}

//// MaskingConverterAgain !
public sealed class MaskConverter : System.Text.Json.Serialization.JsonConverter<string>
{
    public override string Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString() ?? "";
    public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue("***");
}

public sealed class MaskedAccount
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonConverter(typeof(MaskConverter))] public string Email { get; set; } = "";
}

public sealed class AccountAudit(ILogger log)
{
    public void Write(User user)
    {
        var account = new MaskedAccount { Id = user.Id, Email = user.Email };
        log.LogInformation("Account {Json}", System.Text.Json.JsonSerializer.Serialize(account));
    }
}

//// MappedBeforeWriting
private sealed record UserDto(int Id, string Plan, int Aliases)
{
    public static UserDto From(User user) => new(user.Id, user.Plan, user.Aliases.Length);
}

public void Export(ILogger log, IUsers users)
{
    var all = users.All().ToList();
    var safe = System.Text.Json.JsonSerializer.Serialize(all.Select(UserDto.From));
    log.LogInformation("Exported {Json}", safe);
    var raw = System.Text.Json.JsonSerializer.Serialize(all);
    log.LogInformation("Exported {Bytes} bytes", System.Text.Encoding.UTF8.GetByteCount(raw));
    log.LogInformation("Exported {Json}", raw); // LEAK INS3007
}

//// ReadBack
public void Import(ILogger log, string line)
{
    var user = System.Text.Json.JsonSerializer.Deserialize<User>(line);
    if (user is null)
        return;
    log.LogInformation("Imported {Length}", line.Length);
    log.LogInformation("Imported {Plan}", user.Plan);
    log.LogInformation("Imported {Email}", user.Email); // LEAK INS3001
}

//// GenericEnvelope !
public sealed class Envelope<T>
{
    public string Topic { get; set; } = "";
    public T? Body { get; set; }
}

public sealed class Publisher(ILogger log)
{
    private static string Pack<T>(string topic, T body) => System.Text.Json.JsonSerializer.Serialize(new Envelope<T> { Topic = topic, Body = body });

    public void Publish(User user)
    {
        var counted = Pack("count", user.Email.Length);
        var planned = Pack("plan", user.Plan);
        var moved = Pack("moved", user.Home);
        log.LogInformation("Publishing {Counted} and {Planned}", counted, planned);
        log.LogInformation("Publishing {Characters}", moved.Length);
    }
}

//// SerializerStrategy !
internal interface IPayloadWriter { string Write(User user); }

internal sealed class FullPayload : IPayloadWriter
{
    public string Write(User user) => Newtonsoft.Json.JsonConvert.SerializeObject(user);
}

internal sealed class ThinPayload : IPayloadWriter
{
    public string Write(User user) => Newtonsoft.Json.JsonConvert.SerializeObject(new { user.Id, user.Plan });
}

internal sealed class WebhookJob(ILogger log, bool verbose)
{
    private readonly IPayloadWriter _thin = new ThinPayload();

    private IPayloadWriter Pick() => verbose ? new FullPayload() : _thin;

    public void Run(User user)
    {
        log.LogInformation("Sending {Payload}", _thin.Write(user));
        log.LogInformation("Sending {Payload}", Pick().Write(user)); // LEAK INS3007
    }
}

//// BytesAndBack
public void Cache(ILogger log, User user, IDictionary<string, byte[]> cache)
{
    var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(user.Home);
    cache["home"] = bytes;
    log.LogDebug("Cached {Bytes} bytes", bytes.Length);
    bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(user.Roles);
    log.LogDebug("Cached {Text}", System.Text.Encoding.UTF8.GetString(bytes));
}

//// DraftAndItsTitle
private sealed class Draft
{
    [Pii] public string Author { get; set; } = "";
    public string Title { get; set; } = "";
}

private static Draft Fill(User user, string title) => new() { Author = user.FullName, Title = title };

public void Store(ILogger log, User user, string title)
{
    var draft = Fill(user, title);
    var text = System.Text.Json.JsonSerializer.Serialize(draft.Title);
    log.LogInformation("Draft {Title}", text);
    log.LogInformation("Draft {Json}", System.Text.Json.JsonSerializer.Serialize(draft)); // LEAK INS3007
    log.LogInformation("Draft {Draft}", draft);
}

//// JsonOfUserAgain
public void Saved(User user, ILogger logger)
{
    var json = System.Text.Json.JsonSerializer.Serialize(user);
    logger.LogDebug("Saved {Size} characters", json.Length);
    logger.LogDebug("Saved {Json}", json); // LEAK INS3007
    Console.WriteLine(json); // LEAK INS3005
}

//// JsonOfSummary
public void Saved(User user, ILogger logger)
{
    var json = System.Text.Json.JsonSerializer.Serialize(new
    {
        user.Id,
        user.Plan,
        user.Tier,
        Reachable = user.Phone is not null,
        Aliases = user.Aliases.Length,
    });
    logger.LogDebug("Saved {Json}", json);
    Console.WriteLine(json);
}

//// IgnoredMembers
private sealed class Lead
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore] public string Mail { get; set; } = "";
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Always)] public string? Phone { get; set; }
    public string Source { get; set; } = "";
}

public void Imported(User user, ILogger logger)
{
    var lead = new Lead { Id = user.Id, Mail = user.Email, Phone = user.Phone, Source = "fair" };
    logger.LogInformation("Imported {Lead}", System.Text.Json.JsonSerializer.Serialize(lead));
}

//// IgnoredWhenNull
private sealed class Lead
{
    public int Id { get; set; }
    [Pii, System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string? Phone { get; set; }
    public string Source { get; set; } = "";
}

public void Imported(User user, ILogger logger)
{
    var lead = new Lead { Id = user.Id, Phone = user.Phone, Source = "fair" };
    var text = System.Text.Json.JsonSerializer.Serialize(lead);
    logger.LogInformation("Imported {Source}", lead.Source);
    logger.LogInformation("Imported {Lead}", text); // LEAK INS3007
}

//// HiddenStateJson
private sealed class Draft(string author, string title)
{
    private readonly string _author = author;
    public string Title { get; } = title;
    internal string Signature => "by " + _author;
    public int Length => Title.Length;
}

public void Autosave(User user, ILogger logger)
{
    var draft = new Draft(user.FullName, "Notes");
    var json = System.Text.Json.JsonSerializer.Serialize(draft);
    logger.LogTrace("Autosaved {Draft}", json);
    File.WriteAllText("draft.json", json);
}

//// NewtonsoftResponse
private sealed class CustomerView
{
    public int Id { get; init; }
    [Pii] public string Mail { get; init; } = "";
    [Pii, Newtonsoft.Json.JsonIgnore] public string Phone { get; init; } = "";
}

private static CustomerView Map(User user) => new() { Id = user.Id, Mail = user.Email, Phone = user.Phone ?? "" };

public void Reply(User user, NLog.Logger log)
{
    var view = Map(user);
    log.Info("View {0}", view.Id);
    log.Info("View {0}", Newtonsoft.Json.JsonConvert.SerializeObject(view)); // LEAK INS3007
}

//// NewtonsoftEnvelope
private sealed class Envelope
{
    public Guid Trace { get; init; } = Guid.NewGuid();
    public string Kind { get; init; } = "";
    [Newtonsoft.Json.JsonIgnore] public Customer? Body { get; init; }
}

public void Publish(Customer customer, log4net.ILog log)
{
    var envelope = new Envelope { Kind = customer.Level, Body = customer };
    log.Info("Publishing " + Newtonsoft.Json.JsonConvert.SerializeObject(envelope));
    if (envelope.Body is { Email.Length: 0 })
        log.Warn("Customer without mail in " + envelope.Trace, null);
}

//// XmlExport
public string Export(User user, ILogger logger)
{
    var serializer = new System.Xml.Serialization.XmlSerializer(typeof(Address));
    using var writer = new StringWriter();
    serializer.Serialize(writer, user.Home);
    var xml = writer.ToString();
    logger.LogInformation("Exported {Length} characters for {Country}", xml.Length, user.Home.Country);
    logger.LogTrace("Exported {Xml}", xml); // LEAK INS3007
    return user.Home.Country;
}

//// JsonInFailure
private static string Payload(Customer customer) => System.Text.Json.JsonSerializer.Serialize(customer);

public async Task PushAsync(HttpClient http, Customer customer, ILogger logger)
{
    var payload = Payload(customer);
    using var content = new StringContent("{}");
    var response = await http.PostAsync("https://partner.example/customers", content);
    if ((int)response.StatusCode == 409)
        throw new InvalidOperationException("Conflict for customer " + customer.Id);
    if (!response.IsSuccessStatusCode)
        throw new InvalidOperationException("Refused: " + payload); // LEAK INS3004
    logger.LogInformation("Pushed {Size} characters, {Level}", payload.Length, customer.Level);
}


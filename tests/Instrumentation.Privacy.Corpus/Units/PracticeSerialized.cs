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

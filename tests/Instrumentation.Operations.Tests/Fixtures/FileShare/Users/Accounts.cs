namespace FileShare.Users;

public sealed record User(int Id, [property: Pii(PiiKind.Email)] string Email, [property: Pii(PiiKind.Name, Redaction = Redaction.Hash)] string Name);

/// <summary>Who may use the service.</summary>
public sealed class Accounts
{
    [Traced("register user"), Measured]
    [BusinessMetric("users.registered", Unit = "{user}", Description = "Users that registered.")]
    public User Register(string email, string name) => new(1, email, name);

    [Measured]
    [BusinessMetric("users.online", Kind = MetricKind.Gauge, Unit = "{user}", Description = "Users that were seen in the last minutes.", Value = "return")]
    public int CountOnline() => 0;
}

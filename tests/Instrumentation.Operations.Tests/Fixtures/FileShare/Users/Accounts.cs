namespace FileShare.Users;

public sealed class User
{
    [Pii(PiiKind.Email)]
    public required string Email { get; init; }

    [Pii(PiiKind.Name, Redaction = Redaction.Hash)]
    public required string Name { get; init; }
}

/// <summary>Who may use the service.</summary>
public sealed class Accounts
{
    [Traced("register user"), Measured]
    [BusinessMetric("users.registered", Unit = "{user}", Description = "Users that registered.")]
    public User Register(string email, string name) => new() { Email = email, Name = name };

    [Measured]
    [BusinessMetric("users.online", Kind = MetricKind.Gauge, Unit = "{user}", Description = "Users that were seen in the last minutes.", Value = "return")]
    public int CountOnline() => 0;
}

using FileShare.Storage;
using Instrumentation;

namespace FileShare.Accounts;

/// <summary>What came of a registration; no account where the address is taken.</summary>
internal sealed record RegistrationResult(string? AccountId)
{
    public bool IsNew => AccountId is not null;
}

/// <summary>What came of an attempt to sign in; no account where address and password do not belong together.</summary>
internal sealed record SignInResult(string? AccountId)
{
    public bool IsRefused => AccountId is null;
}

/// <summary>
/// Who uses the service. Logs, spans and metrics know users by id alone. Hashing a password is slow by intention: the promise allows for it.
/// </summary>
[Objective(Availability = 99.9, LatencyMs = 1000)]
internal sealed partial class AccountStore(Database database, Passwords passwords, TimeProvider time, ILogger<AccountStore> logger)
{
    [Traced, Measured]
    [BusinessMetric("users.registered", Unit = "{user}", Description = "Accounts opened", When = "return.IsNew")]
    [return: Tag("account.id", Path = "AccountId")]
    public async Task<RegistrationResult> Register(Registration registration)
    {
        var id = Guid.CreateVersion7().ToString("N");
        await using var connection = database.Open();
        var added = await connection.Execute(
            $"""
            INSERT INTO accounts (id, email, name, password_hash, created_at)
            VALUES ({id}, {registration.Email.Trim()}, {registration.Name.Trim()}, {passwords.Hash(registration.Password)}, {time.GetUtcNow()})
            ON CONFLICT (email) DO NOTHING
            """);
        if (added == 0) return new RegistrationResult(null);

        LogRegistered(id);
        return new RegistrationResult(id);
    }

    [Traced, Measured]
    [BusinessMetric("auth.failures", Unit = "{attempt}", Description = "Attempts to sign in that were refused", When = "return.IsRefused")]
    [return: Tag("account.id", Path = "AccountId")]
    public async Task<SignInResult> SignIn(Credentials credentials)
    {
        await using var connection = database.Open();
        var (id, hash) = await connection.Row<(string?, string?)>(
            $"SELECT id, password_hash FROM accounts WHERE email = {credentials.Email.Trim()}", static row => (row.GetString(0), row.GetString(1)));
        return new SignInResult(passwords.Matches(hash, credentials.Password) ? id : null);
    }

    /// <summary>The name to greet the user with.</summary>
    [Traced]
    [return: Pii(PiiKind.Name)]
    public async Task<string> NameOf([Tag] string accountId)
    {
        await using var connection = database.Open();
        return await connection.Text($"SELECT name FROM accounts WHERE id = {accountId}") ?? throw new InvalidOperationException("There is no such account.");
    }

    [LoggerMessage(LogLevel.Information, "Account {AccountId} was opened")]
    private partial void LogRegistered(string accountId);
}

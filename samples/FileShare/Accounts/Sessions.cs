using FileShare.Storage;
using Instrumentation;

namespace FileShare.Accounts;

/// <summary>A session that has begun. The token is in the user's hands only.</summary>
internal sealed record Session(string AccountId, SecretToken Token, DateTimeOffset ExpiresAt);

/// <summary>Who is signed in.</summary>
internal sealed class Sessions(Database database, TimeProvider time)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(30);

    [Traced]
    public async Task<Session> Start([Tag] string accountId)
    {
        var now = time.GetUtcNow();
        var session = new Session(accountId, SecretToken.New(), now + s_lifetime);
        await using var connection = database.Open();
        await connection.Execute(
            $"""
            DELETE FROM sessions WHERE expires_at <= {now};
            INSERT INTO sessions (token_hash, account_id, expires_at) VALUES ({session.Token.Hash}, {session.AccountId}, {session.ExpiresAt});
            """);
        return session;
    }

    /// <returns>The account's id; <see langword="null"/> where the token is unknown or too old.</returns>
    [Traced]
    [return: Tag("account.id")]
    public async Task<string?> Find(SecretToken token)
    {
        await using var connection = database.Open();
        return await connection.Text($"SELECT account_id FROM sessions WHERE token_hash = {token.Hash} AND expires_at > {time.GetUtcNow()}");
    }

    [Traced]
    public async Task End(SecretToken token)
    {
        await using var connection = database.Open();
        await connection.Execute($"DELETE FROM sessions WHERE token_hash = {token.Hash}");
    }
}

using Instrumentation;
using Microsoft.AspNetCore.Identity;

namespace FileShare.Accounts;

/// <summary>Hashes passwords (PBKDF2, salted). It is slow by intention, and the spans show how slow.</summary>
internal sealed class Passwords
{
    private static readonly PasswordHasher<Passwords> s_hasher = new();

    // What a password is compared with where there is no account: an answer takes as long whether the address is known or not.
    private static readonly string s_nobody = s_hasher.HashPassword(null!, Guid.NewGuid().ToString());

    [Traced]
    public string Hash([Pii(PiiKind.Credential)] string password) => s_hasher.HashPassword(this, password);

    [Traced]
    [return: Tag("password.matches")]
    public bool Matches(string? hash, [Pii(PiiKind.Credential)] string password) =>
        s_hasher.VerifyHashedPassword(this, hash ?? s_nobody, password) != PasswordVerificationResult.Failed && hash is not null;
}

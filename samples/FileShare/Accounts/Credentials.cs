using System.ComponentModel.DataAnnotations;
using Instrumentation;

namespace FileShare.Accounts;

/// <summary>What a user sends to sign in.</summary>
public sealed class Credentials
{
    [Pii(PiiKind.Email)]
    [Required, StringLength(254)]
    public string Email { get; init; } = "";

    [Pii(PiiKind.Credential)]
    [Required, StringLength(200)]
    public string Password { get; init; } = "";
}

using System.ComponentModel.DataAnnotations;
using Instrumentation;

namespace FileShare.Accounts;

/// <summary>
/// What a new user sends. Public, because ASP.NET Core validates public types only; a class and not a record, because a record's
/// <c>ToString</c> would spell out the password.
/// </summary>
public sealed class Registration
{
    [Pii(PiiKind.Email)]
    [Required, EmailAddress, StringLength(254)]
    public string Email { get; init; } = "";

    [Pii(PiiKind.Credential)]
    [Required, StringLength(200, MinimumLength = 8)]
    public string Password { get; init; } = "";

    [Pii(PiiKind.Name)]
    [Required, StringLength(100)]
    public string Name { get; init; } = "";
}

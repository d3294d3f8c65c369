using System.Security.Claims;

namespace FileShare.Accounts;

/// <summary>The account that a request was let in as: a parameter of endpoints that require one.</summary>
internal sealed record CurrentAccount(string Id)
{
    public static ValueTask<CurrentAccount?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? new CurrentAccount(id) : null);
}

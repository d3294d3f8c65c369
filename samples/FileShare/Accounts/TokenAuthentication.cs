using System.Security.Claims;
using System.Text.Encodings.Web;
using FileShare.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FileShare.Accounts;

/// <summary>
/// Lets requests in by their token: in the header <c>Authorization: Bearer</c>, or in the cookie that the page works with, which
/// scripts cannot read and other sites cannot send.
/// </summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Cookie = "fileshare";
    private const string Prefix = "Bearer ";

    /// <summary>The token that came with a request.</summary>
    public static bool TryRead(HttpRequest request, out SecretToken token)
    {
        var header = request.Headers.Authorization.ToString();
        var text = header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : request.Cookies[Cookie];
        return SecretToken.TryParse(text, out token) && text is not null;
    }

    /// <summary>Gives the page its cookie.</summary>
    public static void Remember(HttpContext context, Session session) =>
        context.Response.Cookies.Append(Cookie, session.Token.Text, CookieFor(context, session.ExpiresAt));

    /// <summary>Takes it back.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, CookieFor(context, expires: null));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!TryRead(Request, out var token)) return AuthenticateResult.NoResult();
        if (await sessions.Find(token) is not { } accountId) return AuthenticateResult.Fail("The token is unknown or has expired.");

        var user = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(user), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await base.HandleChallengeAsync(properties);
        Response.Headers.WWWAuthenticate = SchemeName;
    }

    private static CookieOptions CookieFor(HttpContext context, DateTimeOffset? expires) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", Expires = expires };
}

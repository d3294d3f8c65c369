using Instrumentation;

namespace FileShare.Accounts;

/// <summary>A session, as it is handed to the user.</summary>
internal sealed record SessionAnswer(string Id, [property: Pii(PiiKind.Credential)] string Token, DateTimeOffset ExpiresAt);

/// <summary>The account, as its user sees it.</summary>
internal sealed record AccountAnswer(string Id, [property: Pii(PiiKind.Name)] string Name);

/// <summary>Registering, signing in and out.</summary>
internal static class AccountEndpoints
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<AccountStore>();
        builder.Services.AddSingleton<Sessions>();

        // AddAuthentication would bring data protection along, whose keys nothing here needs.
        builder.Services.AddWebEncoders();
        builder.Services.AddAuthenticationCore(static options =>
        {
            options.DefaultScheme = TokenAuthentication.SchemeName;
            options.AddScheme<TokenAuthentication>(TokenAuthentication.SchemeName, displayName: null);
        });
        builder.Services.AddAuthorization();
    }

    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost("/api/register", async (Registration registration, AccountStore accounts, Sessions sessions, HttpContext context) =>
            await accounts.Register(registration) is { AccountId: { } id }
                ? Results.Created("/api/me", Begin(context, await sessions.Start(id)))
                : Results.Problem(statusCode: StatusCodes.Status409Conflict, title: "There is an account with this e-mail address already."));

        app.MapPost("/api/login", async (Credentials credentials, AccountStore accounts, Sessions sessions, HttpContext context) =>
            await accounts.SignIn(credentials) is { AccountId: { } id }
                ? Results.Ok(Begin(context, await sessions.Start(id)))
                : Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "E-mail address and password do not belong together."));

        app.MapPost("/api/logout", async (Sessions sessions, HttpContext context) =>
        {
            if (TokenAuthentication.TryRead(context.Request, out var token)) await sessions.End(token);
            TokenAuthentication.Forget(context);
            return Results.NoContent();
        });

        app.MapGet("/api/me", async (CurrentAccount account, AccountStore accounts) =>
            new AccountAnswer(account.Id, await accounts.NameOf(account.Id))).RequireAuthorization();
    }

    private static SessionAnswer Begin(HttpContext context, Session session)
    {
        TokenAuthentication.Remember(context, session);
        return new SessionAnswer(session.AccountId, session.Token.Text, session.ExpiresAt);
    }
}

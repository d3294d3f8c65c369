using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Accounts;

/// <summary>Who gets in.</summary>
public sealed class AccountTests(Service service)
{
    [Fact]
    public async Task WhoRegistersIsSignedInAndCanSignInAgain()
    {
        using var user = await service.NewUser();
        var first = user.Token;
        await user.SignIn();

        Assert.NotEqual(first, user.Token);
        Assert.Equal(HttpStatusCode.OK, (await user.Http.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task AWrongPasswordAndAnUnknownAddressAreRefusedAlikeAndCounted()
    {
        using var user = await service.NewUser();
        using var recorder = new Recorder();

        var wrong = await user.Http.PostAsJsonAsync("/api/login", new { email = user.Email, password = "wrong password" });
        var unknown = await user.Http.PostAsJsonAsync("/api/login", new { email = "nobody@example.org", password = "wrong password" });

        Assert.Equal(WithoutTrace(await wrong.Refused(HttpStatusCode.Unauthorized)), WithoutTrace(await unknown.Refused(HttpStatusCode.Unauthorized)));
        Assert.Equal([1, 1], recorder.Of("auth.failures"));

        await user.SignIn();
        Assert.Equal(2, recorder.Of("auth.failures").Count);
    }

    [Fact]
    public async Task AnAddressThatIsTakenIsAConflictWhateverItsCase()
    {
        using var user = await service.NewUser();
        using var recorder = new Recorder();

        var response = await user.Http.PostAsJsonAsync("/api/register", new { email = user.Email.ToUpperInvariant(), password = "another password", name = "Else" });

        Assert.DoesNotContain(user.Email, await response.Refused(HttpStatusCode.Conflict), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(recorder.Of("users.registered"));
    }

    [Theory]
    [InlineData("""{"email":"CanaryMail","password":"CanaryPassword","name":"CanaryName"}""")]
    [InlineData("""{"email":"CanaryMail@example.org","password":"Canary","name":"CanaryName"}""")]
    [InlineData("""{"email":"CanaryMail@example.org","password":"CanaryPassword","name":""}""")]
    [InlineData("""{"email":"CanaryMail@example.org","password":"CanaryPassword"}""")]
    [InlineData("""{"email":"CanaryMail@example.org","password":"CanaryPassword","name":7}""")]
    [InlineData("""{"email":"CanaryMail@example.org","password":"Canary""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task ARegistrationWithMistakesIsRefusedWithoutRepeatingIt(string body)
    {
        using var stranger = service.Stranger();

        var response = await stranger.PostAsync("/api/register", new StringContent(body, MediaTypeHeaderValue.Parse("application/json")));

        Assert.DoesNotContain("Canary", await response.Refused(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/me")]
    [InlineData("GET", "/api/files")]
    [InlineData("POST", "/api/files")]
    [InlineData("GET", "/api/files/0")]
    [InlineData("DELETE", "/api/files/0")]
    [InlineData("POST", "/api/files/0/links")]
    public async Task WithoutATokenThatIsKnownNothingIsToBeHad(string method, string path)
    {
        using var stranger = service.Stranger();
        var none = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nobody-was-given-this");
        var unknown = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await none.Refused(HttpStatusCode.Unauthorized);
        await unknown.Refused(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task ASessionEndsBySigningOut()
    {
        using var user = await service.NewUser();

        Assert.Equal(HttpStatusCode.NoContent, (await user.Http.PostAsync("/api/logout", null)).StatusCode);

        await (await user.Http.GetAsync("/api/files")).Refused(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ASessionEndsAfterThirtyDays()
    {
        await using var own = new Service(null);
        using var user = await own.NewUser();

        own.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await user.List());
        own.Clock.Advance(TimeSpan.FromDays(2));

        await (await user.Http.GetAsync("/api/files")).Refused(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ThePageIsLetInByACookieThatScriptsCannotReadAndOtherSitesCannotSend()
    {
        using var stranger = service.Stranger();
        var response = await stranger.PostAsJsonAsync("/api/register", new { email = $"{Guid.NewGuid():N}@example.org", password = "a password", name = "Cookie" });
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);

        stranger.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

        Assert.Contains("\"name\":\"Cookie\"", await stranger.GetStringAsync("/api/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordsAndTokensAreKeptAsHashesOnly()
    {
        await using var own = new Service(null);
        using var user = await own.NewUser();
        var link = await user.Share(await user.Upload([1, 2, 3]));

        var kept = string.Concat(Directory.EnumerateFiles(own.Folder, "*", SearchOption.AllDirectories).Select(ReadShared));

        Assert.Contains(user.Email, kept, StringComparison.Ordinal);
        Assert.All([user.Password, user.Token, link.Token], secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    // SQLite has the file open.
    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, System.IO.FileShare.ReadWrite), System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string WithoutTrace(string problem) => problem[..problem.IndexOf("traceId", StringComparison.Ordinal)];
}

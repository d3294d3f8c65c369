using System.Net;
using System.Text.RegularExpressions;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Pages;

/// <summary>The page for people.</summary>
public sealed partial class PageTests(Service service)
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.css", "text/css")]
    [InlineData("/app.js", "text/javascript")]
    public async Task ThePageNeedsNothingFromOtherSites(string path, string type)
    {
        using var stranger = service.Stranger();

        var response = await stranger.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotMatch(OtherSite(), await response.Content.ReadAsStringAsync());
    }

    // The namespace of SVG is a name, not an address that is fetched.
    [GeneratedRegex("(https?:)?//(?!www\\.w3\\.org/2000/svg)[a-z0-9-]+\\.[a-z]{2,}")]
    private static partial Regex OtherSite();
}

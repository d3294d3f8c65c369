using System.Net;
using System.Net.Http.Headers;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Links;

/// <summary>What a link opens, how long and how often.</summary>
public sealed class LinkTests(Service service)
{
    private static readonly byte[] s_content = [1, 2, 3];

    [Fact]
    public async Task ALinkOpensTheFileToAnybody()
    {
        using var user = await service.NewUser();
        var link = await user.Share(await user.Upload(s_content, "notes.txt"));
        using var stranger = service.Stranger();
        using var recorder = new Recorder();

        var response = await stranger.GetAsync(link.Url);

        Assert.Equal(s_content, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("notes.txt", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(["Opened"], recorder.TagOf("share.links.opened", "outcome"));
    }

    [Fact]
    public async Task ALinkCanBeMadeWithoutABody()
    {
        using var user = await service.NewUser();
        var file = await user.Upload(s_content);

        var link = await (await user.Http.PostAsync($"/api/files/{file.Id}/links", null)).Read<AnsweredLink>(HttpStatusCode.Created);

        Assert.Null(link.ExpiresAt);
        Assert.Null(link.MaxDownloads);
    }

    [Fact]
    public async Task ALinkExpires()
    {
        await using var own = new Service(null);
        using var user = await own.NewUser();
        var link = await user.Share(await user.Upload(s_content), expiresInMinutes: 10);
        using var recorder = new Recorder();

        own.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.OK, (await user.Http.GetAsync(link.Url)).StatusCode);
        own.Clock.Advance(TimeSpan.FromMinutes(2));
        await (await user.Http.GetAsync(link.Url)).Refused(HttpStatusCode.Gone);

        Assert.Equal(["Opened", "Expired"], recorder.TagOf("share.links.opened", "outcome"));
    }

    [Fact]
    public async Task ALinkOpensAsOftenAsItMayAlsoWhenAllComeAtOnce()
    {
        using var user = await service.NewUser();
        var link = await user.Share(await user.Upload(s_content), maxDownloads: 3);
        using var recorder = new Recorder();

        var responses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => user.Http.GetAsync(link.Url)));

        Assert.Equal(3, responses.Count(static response => response.StatusCode == HttpStatusCode.OK));
        Assert.Equal(9, responses.Count(static response => response.StatusCode == HttpStatusCode.Gone));
        Assert.Equal(3, recorder.TagOf("share.links.opened", "outcome").Count(static outcome => outcome is "Opened"));
        Assert.Equal(9, recorder.TagOf("share.links.opened", "outcome").Count(static outcome => outcome is "Exhausted"));
    }

    [Fact]
    public async Task ALinkThatNobodyMadeIsNotThere()
    {
        using var stranger = service.Stranger();
        using var recorder = new Recorder();

        await (await stranger.GetAsync("/s/nobody-made-this")).Refused(HttpStatusCode.NotFound);

        Assert.Equal(["Unknown"], recorder.TagOf("share.links.opened", "outcome"));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-5, null)]
    [InlineData(10_000_000, null)]
    [InlineData(null, 0)]
    public async Task ALimitThatMakesNoSenseIsRefused(int? minutes, int? downloads)
    {
        using var user = await service.NewUser();
        var file = await user.Upload(s_content);
        using var recorder = new Recorder();

        var body = $$"""{"expiresInMinutes":{{minutes?.ToString() ?? "null"}},"maxDownloads":{{downloads?.ToString() ?? "null"}}}""";
        await (await user.Http.PostAsync($"/api/files/{file.Id}/links", new StringContent(body, MediaTypeHeaderValue.Parse("application/json")))).Refused(HttpStatusCode.BadRequest);

        Assert.Empty(recorder.Of("share.links.created"));
    }

    [Fact]
    public async Task APersonIsToldByAPageThatALinkIsClosed()
    {
        using var stranger = service.Stranger();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.8");

        var response = await stranger.GetAsync("/s/nobody-made-this");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("This link is closed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

using System.ComponentModel.DataAnnotations;
using FileShare.Accounts;
using FileShare.Files;
using FileShare.Pages;
using FileShare.Storage;
using Instrumentation;

namespace FileShare.Links;

/// <summary>How long a link shall live; without limits where nothing is said.</summary>
public sealed class LinkRequest
{
    [Range(1, 525_600)]
    public int? ExpiresInMinutes { get; init; }

    [Range(1, 1_000_000)]
    public int? MaxDownloads { get; init; }
}

/// <summary>A link, as it is handed out.</summary>
internal sealed record LinkAnswer(
    [property: Pii(PiiKind.Credential)] string Token, [property: Pii(PiiKind.Credential)] string Url, DateTimeOffset? ExpiresAt, int? MaxDownloads);

/// <summary>Making links, and opening them.</summary>
internal static class LinkEndpoints
{
    private const string Prefix = "/s";

    public static void AddLinks(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ShareLinks>();

    public static void MapLinks(this WebApplication app)
    {
        app.MapPost("/api/files/{id}/links", async (string id, LinkRequest? limits, CurrentAccount owner, FileStore store, ShareLinks links, HttpRequest request) =>
        {
            if (await store.Open(id, owner.Id) is not { } file) return FileEndpoints.NotFound();

            var lifetime = limits?.ExpiresInMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
            var link = await links.Create(file, lifetime, limits?.MaxDownloads);
            var path = $"{Prefix}/{link.Token.Text}";
            return Results.Created(path, new LinkAnswer(link.Token.Text, $"{request.Scheme}://{request.Host}{path}", link.ExpiresAt, link.MaxDownloads));
        }).RequireAuthorization();

        app.MapGet(Prefix + "/{token}", async (SecretToken token, ShareLinks links, BlobFolder blobs, HttpRequest request, ClosedLinkPage page) =>
            await links.Open(token) switch
            {
                { File: { } file } => FileEndpoints.Download(file, blobs),
                { Outcome: LinkOutcome.Unknown } => Closed(request, page, StatusCodes.Status404NotFound, "There is no such link."),
                { Outcome: LinkOutcome.Expired } => Closed(request, page, StatusCodes.Status410Gone, "The link has expired."),
                _ => Closed(request, page, StatusCodes.Status410Gone, "The link has been used as often as it may be."),
            });
    }

    private static IResult Closed(HttpRequest request, ClosedLinkPage page, int status, string reason) =>
        request.GetTypedHeaders().Accept.Any(static type => type.MediaType == "text/html")
            ? page.With(status)
            : Results.Problem(statusCode: status, title: reason);
}

using FileShare.Accounts;
using FileShare.Storage;
using Instrumentation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FileShare.Files;

/// <summary>Uploading, listing, downloading and deleting.</summary>
internal static class FileEndpoints
{
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FileIndex>();
        builder.Services.AddSingleton<Quota>();
        builder.Services.AddSingleton<FileStore>();
    }

    public static void MapFiles(this WebApplication app)
    {
        var files = app.MapGroup("/api/files").RequireAuthorization();

        var unlimited = new Unlimited();
        files.MapMethods("/", [HttpMethods.Post, HttpMethods.Put], (HttpRequest request, CurrentAccount owner, FileStore store) =>
            Upload(request, null, owner, store)).WithMetadata(unlimited);
        files.MapPut("/{name}", (HttpRequest request, string name, CurrentAccount owner, FileStore store) =>
            Upload(request, name, owner, store)).WithMetadata(unlimited);

        files.MapGet("/", async (CurrentAccount owner, FileIndex index) => await index.ListOf(owner.Id));

        files.MapGet("/{id}", async (string id, CurrentAccount owner, FileStore store, BlobFolder blobs) =>
            await store.Open(id, owner.Id) is { } file ? Download(file, blobs) : NotFound());

        files.MapDelete("/{id}", async (string id, CurrentAccount owner, FileStore store) =>
            await store.Delete(id, owner.Id) ? Results.NoContent() : NotFound());
    }

    /// <summary>Sends a file, or the range of it that is asked for: always as a download, never as a page of this site.</summary>
    public static IResult Download(StoredFile file, BlobFolder blobs) => Results.File(
        blobs.PathOf(file.Id),
        file.ContentType,
        file.Name,
        enableRangeProcessing: true,
        lastModified: file.CreatedAt,
        entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));

    public static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such file.");

    private static async Task<IResult> Upload(HttpRequest request, [Pii(PiiKind.Content)] string? name, CurrentAccount owner, FileStore store)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var stored = new List<StoredFile>();
        try
        {
            await foreach (var file in IncomingFile.In(request, name, cancellation))
            {
                var result = await store.Upload(owner.Id, file.Name, file.Content, file.Length, cancellation);
                if (result.File is null) return Refused(result.Refusal, stored.Count);
                stored.Add(result.File);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The upload is cut off or malformed.", detail: Kept(stored.Count));
        }

        // A form may hold several files; one is the rule.
        return stored switch
        {
            [] => Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The form holds no file.", detail: "Send it as 'file': curl -F file=@NAME"),
            [var file] => Results.Created($"/api/files/{file.Id}", file),
            _ => Results.Created("/api/files", stored),
        };
    }

    private static IResult Refused(UploadRefusal? refusal, int stored) => Results.Problem(
        statusCode: StatusCodes.Status413PayloadTooLarge,
        title: refusal == UploadRefusal.QuotaExceeded ? "Your storage is full." : "The file is too large.",
        detail: Kept(stored));

    private static string? Kept(int stored) => stored == 0 ? null : $"The {stored} files before it were stored.";

    /// <summary>The server sets no limit: the store does, and counts while it writes.</summary>
    private sealed class Unlimited : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}

namespace FileShare.Pages;

/// <summary>What a person sees who opens a link that is closed.</summary>
internal sealed class ClosedLinkPage(IWebHostEnvironment environment)
{
    public IResult With(int status)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("closed.html");
        using var reader = new StreamReader(file.CreateReadStream());
        return Results.Content(reader.ReadToEnd(), "text/html; charset=utf-8", statusCode: status);
    }
}

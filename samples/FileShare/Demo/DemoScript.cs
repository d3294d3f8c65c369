using System.Net;
using Spectre.Console;

namespace FileShare.Demo;

/// <summary>What happens in the demo, and what is counted of it.</summary>
internal sealed class DemoScript(Uri address, AheadClock clock, IReadOnlyList<FileInfo> files, Tally tally, IAnsiConsole console)
{
    private readonly List<(Visitor Owner, string Id, FileInfo File)> _stored = [];

    /// <summary>Runs it.</summary>
    /// <returns>The text of <c>/metrics</c> at its end.</returns>
    /// <exception cref="InvalidOperationException">The service answered otherwise than it should.</exception>
    public async Task<string> Run()
    {
        using var ann = new Visitor(address, "ann@example.org", "Ann");
        using var ben = new Visitor(address, "ben@example.org", "Ben");
        await Step("two accounts, one wrong password", () => Accounts(ann, ben));
        await Step($"{files.Count} uploads", () => Upload(ann, ben));
        await Step($"{files.Count} downloads, compared byte by byte", Download);
        await Step("links: opened, used up, expired, unknown", () => Share(ann, ben));
        await Step("one deletion", Delete);
        return await ann.Metrics();
    }

    private async Task Step(string what, Func<Task> act)
    {
        console.Markup($"{what} ");
        await act();
        console.MarkupLine(" [green]✓[/]");
    }

    private void Dot() => console.Markup("[grey]·[/]");

    private async Task Accounts(Visitor ann, Visitor ben)
    {
        foreach (var visitor in (Visitor[])[ann, ben])
        {
            await visitor.Register();
            tally.Add("users_registered_total");
            Dot();
        }

        await ben.SignInWrongly();
        tally.Add("auth_failures_total");
        Dot();
    }

    private async Task Upload(Visitor ann, Visitor ben)
    {
        foreach (var (number, file) in files.Index())
        {
            var owner = number % 3 == 2 ? ben : ann;
            var (id, kind) = await owner.Upload(file);
            _stored.Add((owner, id, file));
            tally.Add("files_uploaded_total", $"kind={kind}");
            tally.Add("storage_used_bytes", amount: file.Length);
            tally.Add("file_size_bytes_count");
            tally.Add("file_size_bytes_sum", amount: file.Length);
            Dot();
        }
    }

    private async Task Download()
    {
        foreach (var (owner, id, file) in _stored)
        {
            var sent = await File.ReadAllBytesAsync(file.FullName);
            var received = await owner.Download(id);
            if (!received.SequenceEqual(sent)) throw new InvalidOperationException($"{file.Name} came back otherwise than it was sent.");
            Dot();
        }
    }

    private async Task Share(Visitor owner, Visitor friend)
    {
        var id = _stored.First(stored => stored.Owner == owner).Id;
        var open = await Link(owner.Share(id));
        var once = await Link(owner.Share(id, maxDownloads: 1));
        var brief = await Link(owner.Share(id, expiresInMinutes: 1));

        await Open(open, HttpStatusCode.OK, "Opened");
        await Open(open, HttpStatusCode.OK, "Opened");
        await Open(brief, HttpStatusCode.OK, "Opened");
        await Open(once, HttpStatusCode.OK, "Opened");
        await Open(once, HttpStatusCode.Gone, "Exhausted");
        clock.Advance(TimeSpan.FromMinutes(2));
        await Open(brief, HttpStatusCode.Gone, "Expired");
        await Open("/s/there-is-no-such-link", HttpStatusCode.NotFound, "Unknown");

        async Task<string> Link(Task<string> link)
        {
            tally.Add("share_links_created_total");
            return await link;
        }

        async Task Open(string link, HttpStatusCode expected, string outcome)
        {
            var status = await friend.Open(link);
            if (status != expected) throw new InvalidOperationException($"A link that should be {outcome} answered {(int)status}.");
            tally.Add("share_links_opened_total", $"outcome={outcome}");
            Dot();
        }
    }

    private async Task Delete()
    {
        var (owner, id, file) = _stored[^1];
        await owner.Delete(id);
        tally.Add("storage_used_bytes", amount: -file.Length);
        Dot();
    }
}

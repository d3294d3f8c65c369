using FileShare.Files;
using FileShare.Links;
using FileShare.Users;

/// <summary>Uses everything that the service offers once, and one thing wrongly.</summary>
public static class Program
{
    public static void Drive()
    {
        var (files, links, accounts) = (new FileService(), new ShareLinks(), new Accounts());
        var file = files.Upload("ann", new MemoryStream(new byte[3000]), Visibility.Shared).GetAwaiter().GetResult();
        files.Upload("ann", new MemoryStream(new byte[500]), Visibility.Private).GetAwaiter().GetResult();
        files.Download(file.Id).GetAwaiter().GetResult();
        files.List("ann");
        files.Delete(file);
        links.Open(links.Create(file.Id));
        accounts.Register("ann@example.test", "Ann");
        accounts.CountOnline();
        try
        {
            links.Open("no such link");
        }
        catch (FormatException)
        {
        }
    }
}

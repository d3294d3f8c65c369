using System.Security.Cryptography;
using System.Text;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Services;

/// <summary>The name of a service, and the forms it takes: in file names, in alerts, as the id of its dashboard.</summary>
internal sealed record ServiceName(string Text)
{
    // Grafana's limit.
    private const int LongestUid = 40;
    private const int LongestName = 100;

    /// <summary>The id of the service's dashboard; the same whenever it is generated, so that links stay good.</summary>
    public string DashboardUid
    {
        get
        {
            var id = "ins-" + new string([.. Text.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);
            if (id.Length <= LongestUid && id == "ins-" + Text) return id;

            // Two names must not meet in one id because of what was cut off or replaced.
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..8];
            return $"{id[..Math.Min(id.Length, LongestUid - hash.Length - 1)]}-{hash}";
        }
    }

    /// <summary>The name that the user chose.</summary>
    /// <exception cref="InputException">It cannot be the name of a file.</exception>
    public static ServiceName Chosen(string name)
    {
        if (name.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            return new ServiceName(name);
        throw new InputException(
            $"--service {name}", "it cannot name files", $"start with a letter or a digit, then letters, digits and - _ . up to {LongestName} characters");
    }

    /// <summary>The name of a service after its first assembly.</summary>
    public static ServiceName Of(CatalogDocument catalog)
    {
        var name = new string([.. catalog.Assembly.Name.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? c : '-')]).Trim('-', '.', '_');
        return new ServiceName(name.Length == 0 ? "service" : name[..Math.Min(name.Length, LongestName)]);
    }

    /// <summary>The text as one capitalised word of letters and digits: <c>file-share</c> is <c>FileShare</c>.</summary>
    public static string Word(string text)
    {
        var word = new StringBuilder(text.Length);
        var isStart = true;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) word.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = !char.IsAsciiLetterOrDigit(c);
        }

        return word.ToString();
    }
}

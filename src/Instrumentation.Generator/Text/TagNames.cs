using System.Text;

namespace Instrumentation.Generator.Text;

/// <summary>How C# names become attribute names: <c>orderId</c> → <c>order.id</c>.</summary>
internal static class TagNames
{
    /// <summary>The name of a parameter or member, in lower dotted form.</summary>
    public static string OfName(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c == '_')
            {
                if (text.Length > 0 && i < name.Length - 1) text.Append('_');
                continue;
            }

            // A capital starts a part, unless it stands in an abbreviation (URL, ID).
            var startsPart = char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsPart) text.Append('.');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>The name of a member path; <c>this</c> and <c>return</c> are left out, and a return value itself is the <c>result</c>.</summary>
    public static string OfPath(string path) => path == "return"
        ? "result"
        : string.Join(".", path.Split('.').Where(static part => part is not ("this" or "return")).Select(static part => OfName(part.Trim())));
}

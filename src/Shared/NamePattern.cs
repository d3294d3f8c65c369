namespace Instrumentation.Shared;

/// <summary>
/// A pattern over dotted names: <c>*</c> stands for any part of one name, <c>**</c> for any number of names.
/// <c>Acme.Orders.**.*Async</c> matches <c>Acme.Orders.SaveAsync</c> and <c>Acme.Orders.Cart.AddAsync</c>.
/// Compiled into the generator and into the runtime, so that a rule means the same in both.
/// </summary>
internal sealed class NamePattern
{
    private readonly string[] _parts;

    public NamePattern(string pattern) => _parts = pattern.Trim().Split('.');

    /// <summary>What is wrong with a pattern; <see langword="null"/> where nothing is.</summary>
    public static string? Problem(string pattern)
    {
        if (pattern.Trim().Length == 0) return "the pattern is empty";
        foreach (var part in pattern.Trim().Split('.'))
        {
            if (part.Length == 0) return $"'{pattern}' has an empty part";
            if (part != "**" && part.Contains("**")) return $"'**' must stand alone between dots in '{pattern}'";
        }

        return null;
    }

    /// <summary>Whether the whole name matches.</summary>
    public bool Matches(string name) => Match(name.Split('.'), 0, 0);

    private bool Match(string[] name, int at, int part)
    {
        if (part == _parts.Length) return at == name.Length;
        if (_parts[part] == "**")
        {
            for (var next = at; next <= name.Length; next++)
            {
                if (Match(name, next, part + 1)) return true;
            }

            return false;
        }

        return at < name.Length && MatchPart(name[at], _parts[part]) && Match(name, at + 1, part + 1);
    }

    // The usual two pointers: on a mismatch, the last star takes one character more.
    private static bool MatchPart(string text, string pattern)
    {
        int t = 0, p = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}

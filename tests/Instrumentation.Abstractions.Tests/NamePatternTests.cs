using System.Text.RegularExpressions;
using CsCheck;
using Instrumentation.Shared;

namespace Instrumentation.Abstractions.Tests;

/// <summary>What a pattern over dotted names matches.</summary>
public sealed class NamePatternTests
{
    private static readonly string[] s_parts = ["a", "b", "ab", "*", "a*", "*b", "a*b", "**"];
    private static readonly string[] s_names = ["a", "b", "ab", "aab", "ba"];

    [Theory]
    [InlineData("Acme.Orders.**.*Async", "Acme.Orders.SaveAsync", true)]
    [InlineData("Acme.Orders.**.*Async", "Acme.Orders.Cart.Lines.AddAsync", true)]
    [InlineData("Acme.Orders.**.*Async", "Acme.Orders.Save", false)]
    [InlineData("Acme.Orders.**.*Async", "Acme.Payments.SaveAsync", false)]
    [InlineData("Acme.*.Save", "Acme.Orders.Save", true)]
    [InlineData("Acme.*.Save", "Acme.Orders.Cart.Save", false)]
    [InlineData("**", "Anything.At.All", true)]
    [InlineData("*.*", "Type.Method", true)]
    [InlineData("*.*", "Namespace.Type.Method", false)]
    [InlineData("**.Save", "Save", true)]
    [InlineData("A*B*C.x", "AxxBBxC.x", true)]
    [InlineData("A*B*C.x", "AxxC.x", false)]
    [InlineData("acme.Save", "Acme.Save", false)]
    public void APatternMatchesWholeNames(string pattern, string name, bool matches) => Assert.Equal(matches, new NamePattern(pattern).Matches(name));

    [Theory]
    [InlineData("", "the pattern is empty")]
    [InlineData("Acme..Save", "'Acme..Save' has an empty part")]
    [InlineData("Acme.a**.Save", "'**' must stand alone between dots in 'Acme.a**.Save'")]
    [InlineData("Acme.**.Save", null)]
    public void AWrongPatternSaysWhatIsWrong(string pattern, string? problem) => Assert.Equal(problem, NamePattern.Problem(pattern));

    [Fact]
    public void EveryPatternMatchesWhatTheSameRegularExpressionMatches()
    {
        var part = Gen.Int[0, s_parts.Length - 1].Select(static index => s_parts[index]);
        var name = Gen.Int[0, s_names.Length - 1].Select(static index => s_names[index]).Array[1, 5].Select(static parts => string.Join('.', parts));
        part.Array[1, 5].Select(static parts => string.Join('.', parts)).Select(name).Sample(
            static (pattern, name) => new NamePattern(pattern).Matches(name) == Expected(pattern).IsMatch(name + "."),
            iter: 20_000);
    }

    // Every part is followed by a dot, the last one too: then `**` is simply any number of parts.
    private static Regex Expected(string pattern) => new("^" + string.Concat(pattern.Split('.').Select(static part =>
        part == "**" ? @"([^.]+\.)*" : Regex.Escape(part).Replace(@"\*", "[^.]*") + @"\.")) + "$");
}

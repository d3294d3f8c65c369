using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>Reads <c>[PiiReviewed]</c>: flows that somebody has accepted, with a reason.</summary>
internal static class PiiReviews
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Whether the flows in a method, constructor or property are accepted.</summary>
    public static bool Cover(ISymbol symbol)
    {
        var member = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
        return symbol.GetAttributes().Concat(member.GetAttributes()).FirstOrDefault(static attribute => attribute.Is(AttributeNames.PiiReviewed)) is { } review
            && HasReason(review);
    }

    /// <summary>What is wrong with a review, and the argument that it is in; <see langword="null"/> where nothing is.</summary>
    public static (string Argument, string Text)? Problem(AttributeData review)
    {
        if (!HasReason(review)) return (Roslyn.Locations.FirstArgument, "it gives no reason, so it accepts nothing; say why the flow is acceptable");
        if (review.Named<string?>("Expires", null) is { } day && !DateTime.TryParseExact(day, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return ("Expires", $"'{day}' is not a day; write it as {DateFormat}");
        return null;
    }

    private static bool HasReason(AttributeData review) => !string.IsNullOrWhiteSpace(review.FirstText());
}

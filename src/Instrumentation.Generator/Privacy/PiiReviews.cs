using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Privacy;

/// <summary>Reads <c>[PiiReviewed]</c>: flows that somebody has accepted, with a reason and until a day.</summary>
/// <param name="today">The day that <c>Expires</c> is compared with.</param>
internal sealed class PiiReviews(DateTime today)
{
    private const string DateFormat = "yyyy-MM-dd";

    // What a build that is to give the same result at any time says: <InstrumentationReviewDate>2030-01-31</InstrumentationReviewDate>
    private const string DayOption = "build_property.InstrumentationReviewDate";
    private const string DaySetting = "instrumentation_review_date";

    /// <summary>The reviews as of the day that the project names, or else of the current one.</summary>
    public static PiiReviews Of(AnalyzerConfigOptions options)
    {
        var isGiven = (options.TryGetValue(DayOption, out var day) && day.Length > 0) || options.TryGetValue(DaySetting, out day);
        return new PiiReviews(isGiven && IsDay(day, out var given) ? given : DateTime.UtcNow.Date);
    }

    /// <summary>Whether the flows in a method, constructor or property are accepted.</summary>
    public bool Cover(ISymbol symbol)
    {
        var member = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
        return symbol.GetAttributes().Concat(member.GetAttributes()).FirstOrDefault(static attribute => attribute.Is(AttributeNames.PiiReviewed)) is { } review
            && HasReason(review) && !IsExpired(review);
    }

    /// <summary>What is wrong with a review, and the argument that it is in; <see langword="null"/> where nothing is.</summary>
    public (string Argument, string Text)? Problem(AttributeData review)
    {
        if (!HasReason(review)) return (Roslyn.Locations.FirstArgument, "it gives no reason, so it accepts nothing; say why the flow is acceptable");
        if (ExpiryOf(review) is not { } day) return null;
        if (!IsDay(day, out _)) return ("Expires", $"'{day}' is not a day; write it as {DateFormat}");
        return IsExpired(review) ? ("Expires", $"it was good until {day}, so it accepts nothing any more; review the flow again, or remove it") : null;
    }

    /// <summary>What the review of a method says, or that of the property or method around it.</summary>
    public static Summaries.Review? ReviewOf(ISymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or IPropertySymbol; symbol = symbol.ContainingSymbol)
        {
            var attributes = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? symbol.GetAttributes().AddRange(property.GetAttributes()) : symbol.GetAttributes();
            if (attributes.Find(AttributeNames.PiiReviewed) is { } review) return new Summaries.Review(review.FirstText() ?? "", review.Named<string?>("Ticket", null), ExpiryOf(review));
        }

        return null;
    }

    private bool IsExpired(AttributeData review) => IsDay(ExpiryOf(review), out var day) && day < today;

    private static string? ExpiryOf(AttributeData review) => review.Named<string?>("Expires", null);

    private static bool IsDay(string? text, out DateTime day) => DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool HasReason(AttributeData review) => !string.IsNullOrWhiteSpace(review.FirstText());
}

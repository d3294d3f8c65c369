using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>The values of a tag, where all of them are known.</summary>
/// <param name="Key">The tag's name.</param>
/// <param name="Shape">What the values are.</param>
/// <param name="Values">Their texts.</param>
/// <param name="IsOptional">Whether no value is one of the answers.</param>
internal sealed record TagDomain(string Key, ValueShape Shape, EquatableArray<string> Values, bool IsOptional)
{
    /// <summary>More series than this are neither bound nor begun beforehand.</summary>
    public const int MaximumSeries = 1000;

    // More combinations than this are not kept.
    private const int MaximumNumbers = 1024;

    private static readonly string[] s_flags = ["false", "true"];

    /// <summary>Whether it is always the same text.</summary>
    public bool IsConstant => Shape == ValueShape.None;

    /// <summary>The number of its values.</summary>
    public int Count => Values.Count + (IsOptional ? 1 : 0);

    // The order that SeriesTag has in the process: the values, none, and 'other' where it is not one of them.
    private int None => Values.Count;

    private int Other => Values.ToList().IndexOf(EnumTextEmitter.Other) is >= 0 and var index ? index : Values.Count + 1;

    private int Size => IsConstant ? 1 : Shape == ValueShape.Boolean ? 3 : Math.Max(None, Other) + 1;

    /// <summary>The domain of a tag; <see langword="null"/> where it takes any value.</summary>
    public static TagDomain? Of(MetricTag tag) => tag.Value switch
    {
        { Root: PathRoot.Constant } => new TagDomain(tag.Key, ValueShape.None, tag.Values, IsOptional: false),
        { Shape: ValueShape.Boolean } value => new TagDomain(tag.Key, ValueShape.Boolean, s_flags.ToEquatableArray(), value.IsOptional),
        { Shape: ValueShape.Enum } value => new TagDomain(tag.Key, ValueShape.Enum, value.EnumNames.Select(static name => name.Text).ToEquatableArray(), value.IsOptional),
        { Shape: ValueShape.Text } value when tag.Values.Count > 0 => new TagDomain(
            tag.Key, ValueShape.Text, tag.Values.Append(EnumTextEmitter.Other).Distinct(StringComparer.Ordinal).ToEquatableArray(), value.IsOptional),
        _ => null,
    };

    /// <summary>The domains of tags; <see langword="null"/> where one of them takes any value.</summary>
    public static EquatableArray<TagDomain>? Of(IEnumerable<MetricTag> tags)
    {
        var domains = tags.Select(Of).ToList();
        return domains.Any(static domain => domain is null) ? null : domains.OfType<TagDomain>().ToEquatableArray();
    }

    /// <summary>The number of series that tags make.</summary>
    public static double Series(IEnumerable<TagDomain> tags) => tags.Aggregate(1.0, static (series, tag) => series * tag.Count);

    /// <summary>Whether the known tags of a measurement are told by the number of their combination, so that each is made once.</summary>
    /// <remarks>One tag alone is as quickly made as it is found.</remarks>
    public static bool AreNumbered(Instrument instrument, IReadOnlyList<MetricTag> tags) => instrument.IsBound
        || ((tags.Count != 1 || Of(tags[0]) is null) && tags.Select(Of).OfType<TagDomain>().Aggregate(1.0, static (numbers, tag) => numbers * tag.Size) <= MaximumNumbers);

    /// <summary>The expression that makes a tag in the process.</summary>
    public static string Creation(MetricTag tag) => Of(tag)?.Creation() ?? $"{TypeNames.SeriesTag}.Any({GeneratedFile.Literal(tag.Key)})";

    /// <summary>The expression that makes it in the process.</summary>
    public string Creation()
    {
        var key = GeneratedFile.Literal(Key);
        var optional = IsOptional ? "true" : "false";
        return Shape switch
        {
            ValueShape.None => $"{TypeNames.SeriesTag}.Constant({key}, {GeneratedFile.Literal(Values[0])})",
            ValueShape.Boolean => $"{TypeNames.SeriesTag}.Flag({key}, {optional})",
            _ => $"{TypeNames.SeriesTag}.Of({key}, {optional}{string.Concat(Values.Select(static value => $", {GeneratedFile.Literal(value)}"))})",
        };
    }

    /// <summary>The expression of a value's number.</summary>
    public string Number(PathValue value) => Shape switch
    {
        ValueShape.None => "0",
        ValueShape.Boolean when !value.MayBeNull => $"({value.Expression} ? 1 : 0)",
        ValueShape.Boolean => $"({value.Expression} switch {{ false => 0, true => 1, null => {None} }})",
        ValueShape.Enum => $"{EnumTextEmitter.Number}({value.Expression})",
        _ => $"({value.Expression} switch {{ null => {None}, {string.Concat(Values.Where(static text => text != EnumTextEmitter.Other).Select((text, i) => $"{GeneratedFile.Literal(text)} => {Values.ToList().IndexOf(text)}, "))}_ => {Other} }})",
    };

    /// <summary>The expression of a combination's number: the last tag counts fastest.</summary>
    public static string Number(IReadOnlyList<(TagDomain Domain, string Number)> tags)
    {
        var number = tags.Count == 0 ? "0" : tags[0].Number;
        for (var i = 1; i < tags.Count; i++) number = $"{(i == 1 ? number : $"({number})")} * {tags[i].Domain.Size} + {tags[i].Number}";
        return number;
    }
}

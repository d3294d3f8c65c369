using System.Text.Json;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Costs;

/// <summary>What something costs a call.</summary>
/// <param name="Nanoseconds">Time, in nanoseconds.</param>
/// <param name="Bytes">What is allocated, in bytes.</param>
internal readonly record struct Price(double Nanoseconds, double Bytes)
{
    public static Price operator +(Price left, Price right) => new(left.Nanoseconds + right.Nanoseconds, left.Bytes + right.Bytes);

    public static Price operator *(double times, Price price) => new(times * price.Nanoseconds, times * price.Bytes);

    /// <summary>What this costs more; noise below nothing counts as nothing.</summary>
    public Price Beyond(Price other) => new(Math.Max(0, Nanoseconds - other.Nanoseconds), Math.Max(0, Bytes - other.Bytes));
}

/// <summary>Measured prices: a report of <c>benchmarks/Instrumentation.Benchmarks</c>, of which the least time of each series is read.</summary>
internal sealed class PriceList
{
    public const string Ours = "ours";
    public const string PreBound = "ours, pre-bound";
    private const string Embedded = "prices.json";
    private const string Remedy = "give the .json that 'dotnet run -c Release --project benchmarks/Instrumentation.Benchmarks -- report' wrote";
    private readonly string _file;
    private readonly Dictionary<(string Group, string Row, string Way), Price> _prices = [];

    private PriceList(string file, PriceReport report)
    {
        _file = file;
        Date = report.Date;
        Environment = report.Environment;
        foreach (var row in report.Rows)
        {
            foreach (var way in row.Ways.Where(static way => way.Nanoseconds.Count > 0))
                _prices[(row.Group, row.Name, way.Way)] = new Price(way.Nanoseconds.Min(), way.Bytes);
        }
    }

    /// <summary>The day of the measurement.</summary>
    public string Date { get; }

    /// <summary>The machine and what ran on it, a line for each fact.</summary>
    public IReadOnlyList<string> Environment { get; }

    /// <summary>The prices in a file, or without one those that the tool brings along.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no report.</exception>
    public static PriceList Read(string? file)
    {
        if (file is not null) return Parse(file, CatalogReader.Bytes(file, Remedy));
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream(Embedded)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Parse(Embedded, buffer.ToArray());
    }

    /// <summary>The absolute price of a way in a row.</summary>
    /// <exception cref="InputException">The report does not have it.</exception>
    public Price Of(string group, string row, string way) => _prices.TryGetValue((group, row, way), out var price)
        ? price
        : throw new InputException(_file, $"it has no price of '{way}' in '{group}/{row}'", $"measure all rows: {Remedy}");

    private static PriceList Parse(string file, byte[] json)
    {
        try
        {
            return new PriceList(file, JsonSerializer.Deserialize<PriceReport>(json, s_format) ?? throw new JsonException());
        }
        catch (JsonException)
        {
            throw new InputException(file, "it is not a report of what calls cost", Remedy);
        }
    }

    private static readonly JsonSerializerOptions s_format = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private sealed record PriceReport(string Date, IReadOnlyList<string> Environment, IReadOnlyList<PriceRow> Rows);

    private sealed record PriceRow(string Group, string Name, IReadOnlyList<PriceSeries> Ways);

    private sealed record PriceSeries(string Way, IReadOnlyList<double> Nanoseconds, double Bytes);
}

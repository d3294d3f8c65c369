namespace Instrumentation.Benchmarks.Measuring;

/// <summary>Ways to do one thing, measured together; the first is what the others are compared with.</summary>
/// <param name="Group">What the rows of one table have in common, such as "off".</param>
/// <param name="Name">What is done, such as "Sync".</param>
/// <param name="Ways">The ways.</param>
internal sealed record Row(string Group, string Name, IReadOnlyList<Series> Ways)
{
    /// <summary>How budgets name it.</summary>
    public string Id => $"{Group}/{Name}";

    /// <summary>The series of a way, if the row has it.</summary>
    public Series? Of(string way) => Ways.FirstOrDefault(series => series.Way == way);

    /// <summary>The same row with the rounds of another process.</summary>
    public Row And(Row other) => this with { Ways = [.. Ways.Select(series => series.And(other.Of(series.Way)!))] };
}

namespace FileShare.Demo;

/// <summary>What the demo itself has counted: metric and label, as Prometheus names them, and the number that must be there.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<(string Metric, string? Label), double> _counts = [];

    public IEnumerable<(string Metric, string? Label, double Expected)> Counts => _counts.Select(static count => (count.Key.Metric, count.Key.Label, count.Value));

    public void Add(string metric, string? label = null, double amount = 1) => _counts[(metric, label)] = _counts.GetValueOrDefault((metric, label)) + amount;
}

namespace Instrumentation.Generator.Benchmarks.Measuring;

/// <summary>Compares ways to do one thing on a machine that others use too: they take turns, in one run.</summary>
internal static class Pairs
{
    /// <summary>What each way gave in each round. The way that begins a round changes from round to round.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Interleaved<T>(int rounds, IReadOnlyList<Func<T>> ways)
    {
        var results = ways.Select(static _ => new List<T>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < ways.Count; turn++)
            {
                var way = (turn + round) % ways.Count;
                results[way].Add(ways[way]());
            }
        }

        return results;
    }
}

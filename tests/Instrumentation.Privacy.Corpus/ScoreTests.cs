namespace Instrumentation.Privacy.Corpus;

/// <summary>How well the privacy rules tell leaks from safe uses.</summary>
public sealed class ScoreTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<IReadOnlyList<UnitScore>>> s_scores = new(JudgeAll);

    public static TheoryData<string> Topics => [.. Corpus.Topics];

    [Fact]
    public void TheCorpusIsLargeAndHalfOfItIsSafe()
    {
        var units = Corpus.Topics.SelectMany(Corpus.Of).ToList();

        Assert.True(units.Count >= 500, $"{units.Count} units");
        Assert.InRange((double)units.Count(static unit => !unit.IsLeak) / units.Count, 0.4, 0.6);
        Assert.InRange((double)units.Count(static unit => unit.IsSetAside) / units.Count, 0.2, 0.3);
        Assert.Equal(units.Count, units.Select(static unit => (unit.Topic, unit.Name)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task EachTopicIsGood(string topic)
    {
        var units = (await s_scores.Value).Where(unit => unit.Unit.Topic == topic).ToList();
        Print(CorpusScore.Of(topic, units), units.Where(static unit => !unit.Unit.IsSetAside));

        Assert.True(CorpusScore.Of(topic, units) is { Precision: >= 0.90, Recall: >= 0.90 }, CorpusScore.Of(topic, units).ToString());
    }

    [Fact]
    public async Task TheWholeIsBetter()
    {
        var units = await s_scores.Value;
        foreach (var topic in Corpus.Topics) output.WriteLine(CorpusScore.Of(topic, units.Where(unit => unit.Unit.Topic == topic)).ToString());
        var all = CorpusScore.Of("all", units);
        var aside = CorpusScore.Of("set aside", units.Where(static unit => unit.Unit.IsSetAside));
        output.WriteLine(all.ToString());
        output.WriteLine(aside.ToString());

        Assert.True(all is { Precision: >= 0.98, Recall: >= 0.97 }, all.ToString());
    }

    [Fact]
    public async Task HardlyAnythingIsGivenUp()
    {
        var givenUp = (await s_scores.Value).Where(static unit => unit.IsGivenUp).Select(static unit => $"{unit.Unit.Topic}.{unit.Unit.Name}").ToList();
        output.WriteLine($"{givenUp.Count} given up: {string.Join(", ", givenUp)}");

        Assert.True(givenUp.Count * 500 <= Corpus.Topics.Sum(static topic => Corpus.Of(topic).Count), string.Join(", ", givenUp));
    }

    private static async Task<IReadOnlyList<UnitScore>> JudgeAll()
    {
        var scores = new List<UnitScore>();
        foreach (var topic in Corpus.Topics) scores.AddRange(await CorpusScore.Judge(Corpus.Of(topic)));
        return scores;
    }

    private void Print(CorpusScore score, IEnumerable<UnitScore> units)
    {
        output.WriteLine(score.ToString());
        foreach (var problem in units.SelectMany(static unit => unit.Missed.Concat(unit.False))) output.WriteLine("  " + problem);
    }
}

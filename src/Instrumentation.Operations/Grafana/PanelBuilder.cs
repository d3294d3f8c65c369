namespace Instrumentation.Operations.Grafana;

/// <summary>A query of a panel and the name of what it shows.</summary>
internal sealed record Question(string Expression, string Legend);

/// <summary>Builds panels of the kinds that we use, all in one style.</summary>
internal sealed class PanelBuilder
{
    private const int GraphWidth = 8;
    private const int GraphHeight = 8;
    private const int StatWidth = 4;

    private readonly PanelGrid _grid = new();

    /// <summary>What was built.</summary>
    public IReadOnlyList<Panel> Panels => _grid.Panels;

    /// <summary>Begins a row with a headline.</summary>
    public void Row(string title) => _grid.Row(title);

    /// <summary>A graph over time.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What it is good for, where the numbers come from.</param>
    /// <param name="unit">Grafana's id of the unit.</param>
    /// <param name="limit">A line that should not be crossed.</param>
    /// <param name="questions">What is asked.</param>
    public void Graph(string title, string description, string unit, decimal? limit, params IEnumerable<Question> questions) =>
        _grid.Add("timeseries", title, GraphWidth, GraphHeight, panel => panel with
        {
            Description = description,
            Datasource = DataSource.Chosen,
            FieldConfig = new FieldConfig(new FieldDefaults(unit)
            {
                NoValue = "no data",
                Thresholds = limit is null ? null : new Thresholds("absolute", [new Step("green", null), new Step("red", limit)]),
                Custom = new GraphStyle(FillOpacity: 10, SpanNulls: false) { ThresholdsStyle = limit is null ? null : new ThresholdStyle("line") },
            }),
            Options = new PanelOptions
            {
                Legend = new Legend("table", "bottom", ShowLegend: true, ["lastNotNull", "max"]),
                Tooltip = new Tooltip("multi", "desc"),
            },
            Targets = Targets(questions, isInstant: false),
        });

    /// <summary>One number.</summary>
    public void Number(string title, string description, string unit, decimal? limit, Question question, bool isBadAbove = true) =>
        _grid.Add("stat", title, StatWidth, GraphHeight, panel => panel with
        {
            Description = description,
            Datasource = DataSource.Chosen,
            FieldConfig = new FieldConfig(new FieldDefaults(unit)
            {
                NoValue = "0",
                Thresholds = limit is null ? null : new Thresholds("absolute", [new Step(isBadAbove ? "green" : "red", null), new Step(isBadAbove ? "red" : "green", limit)]),
            }),
            Options = new PanelOptions { ReduceOptions = new Reduction(["lastNotNull"], "", Values: false) },
            Targets = Targets([question], isInstant: true),
        });

    private static Target[] Targets(IEnumerable<Question> questions, bool isInstant) =>
    [
        .. questions.Select((question, number) => new Target(Letters(number), question.Expression, question.Legend) { Range = !isInstant, Instant = isInstant }),
    ];

    // A … Z, then AA: as Grafana names queries.
    private static string Letters(int number) => (number < 26 ? "" : Letters(number / 26 - 1)) + (char)('A' + number % 26);
}

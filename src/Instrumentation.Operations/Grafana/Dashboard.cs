using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instrumentation.Operations.Grafana;

/// <summary>A Grafana dashboard, as far as ours use it. The order of the members is the order in the file.</summary>
internal sealed record Dashboard(
    string Description, string Uid, string Title, IReadOnlyList<string> Tags, Templating Templating, IReadOnlyList<Panel> Panels)
{
    private static readonly JsonSerializerOptions s_format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        // Quotes stand in every query; the file is never a part of HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Annotations Annotations { get; } = new([]);

    public bool Editable { get; } = true;

    public int GraphTooltip { get; } = 1;

    public IReadOnlyList<string> Links { get; } = [];

    public string Refresh { get; } = "30s";

    public int SchemaVersion { get; } = 39;

    public TimeRange Time { get; } = new("now-1h", "now");

    public string Timezone { get; } = "browser";

    public int Version { get; } = 1;

    /// <summary>The dashboard's file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format) + "\n";
}

internal sealed record Annotations(IReadOnlyList<string> List);

internal sealed record TimeRange(string From, string To);

internal sealed record Templating(IReadOnlyList<Variable> List);

/// <summary>A choice at the top of a dashboard.</summary>
internal sealed record Variable(string Name, string Label, string Type, string Query)
{
    public DataSource? Datasource { get; init; }

    public string? Definition { get; init; }

    public bool? IncludeAll { get; init; }

    public string? AllValue { get; init; }

    public bool? Multi { get; init; }

    public int? Refresh { get; init; }

    public int? Sort { get; init; }

    public Choice? Current { get; init; }
}

internal sealed record Choice(bool Selected, string Text, string Value);

internal sealed record DataSource(string Type, string Uid)
{
    /// <summary>The Prometheus that the reader chose.</summary>
    public static DataSource Chosen { get; } = new("prometheus", "${datasource}");
}

internal sealed record GridPosition(int H, int W, int X, int Y);

/// <summary>A panel, or the headline of a row of panels.</summary>
internal sealed record Panel(int Id, string Type, string Title, GridPosition GridPos)
{
    public string? Description { get; init; }

    public DataSource? Datasource { get; init; }

    public FieldConfig? FieldConfig { get; init; }

    public PanelOptions? Options { get; init; }

    public IReadOnlyList<Target>? Targets { get; init; }

    public bool? Collapsed { get; init; }

    public IReadOnlyList<Panel>? Panels { get; init; }
}

internal sealed record Target(string RefId, string Expr, string LegendFormat)
{
    public DataSource Datasource { get; } = DataSource.Chosen;

    public string EditorMode { get; } = "code";

    public bool Range { get; init; } = true;

    public bool Instant { get; init; }
}

internal sealed record FieldConfig(FieldDefaults Defaults)
{
    public IReadOnlyList<string> Overrides { get; } = [];
}

internal sealed record FieldDefaults(string Unit)
{
    public double? Min { get; init; }

    public string? NoValue { get; init; }

    public Thresholds? Thresholds { get; init; }

    public GraphStyle? Custom { get; init; }
}

internal sealed record Thresholds(string Mode, IReadOnlyList<Step> Steps);

/// <summary>From the value on, the colour; the first step has no value.</summary>
internal sealed record Step(string Color, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Value);

internal sealed record GraphStyle(int FillOpacity, bool SpanNulls)
{
    public ThresholdStyle? ThresholdsStyle { get; init; }
}

internal sealed record ThresholdStyle(string Mode);

internal sealed record PanelOptions
{
    public Legend? Legend { get; init; }

    public Tooltip? Tooltip { get; init; }

    public Reduction? ReduceOptions { get; init; }
}

internal sealed record Legend(string DisplayMode, string Placement, bool ShowLegend, IReadOnlyList<string> Calcs);

internal sealed record Tooltip(string Mode, string Sort);

internal sealed record Reduction(IReadOnlyList<string> Calcs, string Fields, bool Values);

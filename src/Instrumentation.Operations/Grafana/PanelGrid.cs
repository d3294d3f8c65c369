namespace Instrumentation.Operations.Grafana;

/// <summary>Places panels from left to right, and begins a line where one is full. It also counts the panels.</summary>
internal sealed class PanelGrid
{
    private const int Width = 24;

    private readonly List<Panel> _panels = [];
    private int _x;
    private int _y;
    private int _lineHeight;

    /// <summary>What was placed.</summary>
    public IReadOnlyList<Panel> Panels => _panels;

    /// <summary>Begins a row with a headline.</summary>
    public void Row(string title)
    {
        NextLine();
        _panels.Add(new Panel(_panels.Count + 1, "row", title, new GridPosition(1, Width, 0, _y)) { Collapsed = false, Panels = [] });
        _y++;
    }

    /// <summary>Places a panel. Panels beside each other should be of one height.</summary>
    public void Add(string type, string title, int width, int height, Func<Panel, Panel> complete)
    {
        if (_x + width > Width) NextLine();
        _panels.Add(complete(new Panel(_panels.Count + 1, type, title, new GridPosition(height, width, _x, _y))));
        _x += width;
        _lineHeight = Math.Max(_lineHeight, height);
    }

    private void NextLine()
    {
        _y += _lineHeight;
        _x = 0;
        _lineHeight = 0;
    }
}

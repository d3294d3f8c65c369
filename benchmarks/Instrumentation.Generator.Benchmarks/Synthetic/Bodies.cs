namespace Instrumentation.Generator.Benchmarks.Synthetic;

/// <summary>Methods as programs have them: loops, queries, interpolated texts, awaits, handlers.</summary>
internal static class Bodies
{
    private static readonly string[] s_synchronous = ["[Traced]", "[Traced]", "[Traced(Name = \"step\")]", "[Traced, Measured]", "[Traced, BusinessMetric(\"acme.items\", Unit = \"{item}\")]"];
    private static readonly string[] s_asynchronous = ["[Traced]", "[Traced]", "[Traced, Measured]", "[Measured]"];

    public static bool IsAsynchronous(int method) => method % 5 == 3;

    /// <summary>The annotated method that returns at once.</summary>
    public static string Synchronous(int index, string name, Flavor flavor) => flavor switch
    {
        Flavor.LoggerMessage => $$"""
                [LoggerMessage(Level = LogLevel.Information, Message = "{{name}} {id} {name}")]
                private static partial void Log{{name}}(ILogger logger, int id, string name);

            {{Synchronous("", name, "int id", $"Log{name}(_logger, id, name);\n        ")}}
            """,
        Flavor.Annotated => Synchronous($"    {s_synchronous[index % s_synchronous.Length]}\n", name, index % 4 == 0 ? "[Tag(\"item.id\")] int id" : "int id", ""),
        _ => Synchronous("", name, "int id", ""),
    };

    /// <summary>The annotated method that is awaited.</summary>
    public static string Asynchronous(int index, string name, Flavor flavor) => flavor switch
    {
        Flavor.LoggerMessage => $$"""
                [LoggerMessage(Level = LogLevel.Information, Message = "{{name}} {id}")]
                private static partial void Log{{name}}(ILogger logger, int id);

            {{Asynchronous("", name, $"Log{name}(_logger, id);\n        ")}}
            """,
        Flavor.Annotated => Asynchronous($"    {s_asynchronous[index % s_asynchronous.Length]}\n", name, ""),
        _ => Asynchronous("", name, ""),
    };

    private static string Synchronous(string attributes, string name, string id, string first) => $$"""
        {{attributes}}    public int {{name}}({{id}}, string name)
            {
                {{first}}if (name.Length == 0) throw new ArgumentException("a name is needed", nameof(name));
                _names[id] = name;
                _count += _names.Count;
                return _count > id ? _count - id : 0;
            }

        """;

    private static string Asynchronous(string attributes, string name, string first) => $$"""
        {{attributes}}    public async Task<int> {{name}}(int id, CancellationToken cancellation)
            {
                {{first}}if (_names.TryGetValue(id, out var known)) return known.Length;
                await Task.Delay(1, cancellation);
                _names[id] = $"{nameof({{name}})}-{id:D4}";
                return _names[id].Length;
            }

        """;

    /// <summary>A method that is not annotated.</summary>
    public static string Of(int index, int method, string name, string call) => (method % 5) switch
    {
        0 => $$"""
                public int {{name}}(int id, string name)
                {
                    var total = 0;
                    for (var i = 0; i < id; i++)
                    {
                        if (i % 3 == 0) total += name.Length;
                        else total -= i;
                    }

                    _count += {{call}};
                    return total + _count;
                }

            """,
        1 => $$"""
                /// <summary>The names of what costs more than the limit.</summary>
                public IReadOnlyList<string> {{name}}(int id, string name)
                {
                    var limit = id * 1.5m;
                    var chosen = _items.Where(item => item.Amount > limit && item.Name != name).OrderBy(item => item.Created).Select(item => item.Name.Trim()).ToList();
                    if (chosen.Count == 0) throw new InvalidOperationException($"nothing above {limit}");
                    chosen.Add($"{name}: {{{call}}}");
                    return chosen;
                }

            """,
        2 => $$"""
                public string {{name}}(int id, string name)
                {
                    try
                    {
                        var kind = id switch { 0 => "none", < 10 => "few", < 100 => "some", _ => "many" };
                        var number = {{call}};
                        return string.Join(", ", kind, name.ToUpperInvariant(), number.ToString());
                    }
                    catch (ArgumentException exception) when (exception.ParamName is not null)
                    {
                        return exception.ParamName;
                    }
                }

            """,
        3 => $$"""
                public async Task<decimal> {{name}}(int id, CancellationToken cancellation)
                {
                    var sum = 0m;
                    foreach (var item in _items)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        if (item is { Amount: > 10, Name: { Length: > 2 } text } && text.Contains('a')) sum += item.Amount;
                    }

                    var number = {{call}};
                    await Task.Yield();
                    return sum / Math.Max(1, number);
                }

            """,
        _ => $$"""
                public bool {{name}}(int id, string name, Item{{index}}? item = null)
                {
                    item ??= new Item{{index}}(id, name, 12.5m, DateTime.UtcNow);
                    var changed = item with { Name = item.Name + _count, Amount = item.Amount * 2 };
                    _items.Add(changed);
                    return _items.Count > {{call}} && _names.ContainsKey(changed.Id);
                }

            """,
    };
}

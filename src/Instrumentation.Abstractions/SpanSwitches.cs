using Instrumentation.Runtime;
using Instrumentation.Shared;

namespace Instrumentation;

/// <summary>
/// Turns spans off and on while the program runs, by the name of the method: <c>**=information; Acme.Orders.**=debug; Acme.Orders.Import.*=off</c>.
/// A switched-off method costs what a method costs that nobody listens to.
/// </summary>
/// <remarks>
/// A rule is <c>pattern=level</c>: <c>trace</c>, <c>debug</c>, <c>information</c> or <c>critical</c> keeps the spans of that level and above
/// (<see cref="TracedAttribute.Level"/>), <c>off</c> keeps none. The pattern is one over <c>code.function.name</c>: <c>*</c> stands for
/// any part of one name, <c>**</c> for any number of names. A level alone holds for all. Of the rules that match, the last one counts;
/// a method that none matches keeps its spans.
/// The environment variable <c>INSTRUMENTATION_SPANS</c> holds the rules at the start. Spans of requests and of other libraries, and
/// all metrics, are not touched.
/// </remarks>
public static class SpanSwitches
{
    /// <summary>The environment variable that holds the rules at the start.</summary>
    public const string EnvironmentVariable = "INSTRUMENTATION_SPANS";

    private static readonly object s_lock = new();
    private static readonly List<WeakReference<Operation>> s_operations = [];
    private static Rule[] s_rules = Initial();

    /// <summary>Replaces all rules. Calls that begin afterwards follow the new ones.</summary>
    /// <param name="rules">The rules, separated by <c>;</c>; empty or <see langword="null"/> keeps all spans.</param>
    /// <exception cref="FormatException">A rule is wrong; the message says which. The rules stay as they were.</exception>
    public static void Set(string? rules)
    {
        var parsed = Parse(rules);
        lock (s_lock)
        {
            s_rules = parsed;
            s_operations.RemoveAll(static reference => !reference.TryGetTarget(out _));
            foreach (var reference in s_operations)
            {
                if (reference.TryGetTarget(out var operation)) operation.Switch(IsOn(operation));
            }
        }
    }

    internal static void Add(Operation operation)
    {
        lock (s_lock)
        {
            s_operations.Add(new WeakReference<Operation>(operation));
            operation.Switch(IsOn(operation));
        }
    }

    private static bool IsOn(Operation operation)
    {
        for (var i = s_rules.Length - 1; i >= 0; i--)
        {
            if (s_rules[i].Pattern.Matches(operation.Function)) return operation.Level >= s_rules[i].Minimum;
        }

        return true;
    }

    // A typing error in the environment must not keep a program from starting: it is said, and all spans are kept.
    private static Rule[] Initial()
    {
        try
        {
            return Parse(Environment.GetEnvironmentVariable(EnvironmentVariable));
        }
        catch (FormatException exception)
        {
            System.Diagnostics.Trace.TraceError($"{EnvironmentVariable}: {exception.Message} All spans are kept.");
            return [];
        }
    }

    // Without LINQ, as all that every program runs: what LINQ needs would be the larger half of what is added to a native program.
    private static Rule[] Parse(string? rules)
    {
        var parsed = new List<Rule>();
        foreach (var rule in (rules ?? "").Split(';'))
        {
            if (rule.Trim() is { Length: > 0 } trimmed) parsed.Add(ParseRule(trimmed));
        }

        return [.. parsed];
    }

    private static Rule ParseRule(string rule)
    {
        var cut = rule.LastIndexOf('=');
        var pattern = cut < 0 ? "**" : rule.Substring(0, cut).Trim();
        if (NamePattern.Problem(pattern) is { } problem) throw new FormatException($"The rule '{rule}' is wrong: {problem}.");
        var level = rule.Substring(cut + 1).Trim();
        return new Rule(new NamePattern(pattern), level.ToLowerInvariant() switch
        {
            "trace" or "on" => SpanLevel.Trace,
            "debug" => SpanLevel.Debug,
            "information" => SpanLevel.Information,
            "critical" => SpanLevel.Critical,
            "off" => SpanLevel.Critical + 1,
            _ => throw new FormatException($"The rule '{rule}' is wrong: '{level}' is not one of trace, debug, information, critical, on, off."),
        });
    }

    private sealed record Rule(NamePattern Pattern, SpanLevel Minimum);
}

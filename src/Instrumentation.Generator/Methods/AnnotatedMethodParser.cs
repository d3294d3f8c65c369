using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Tracing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>Reads all annotations of a method. This is the last place that sees its symbol.</summary>
internal static class AnnotatedMethodParser
{
    /// <summary>An annotated method of this assembly; <see langword="null"/> where it cannot be expanded (the analyzer says why).</summary>
    public static AnnotatedMethod? Parse(IMethodSymbol method, Compilation compilation)
    {
        if (Expand(method, compilation) is not { } expansion) return null;
        return new AnnotatedMethod(expansion, SourcePositions.Of(method), Responsibility.OwnerOf(method), Responsibility.ObjectiveOf(method), Implementations.InManifest(method).ToEquatableArray());
    }

    /// <summary>What the annotations of a method, here or in a reference, make of a call of it.</summary>
    public static Expansion? Expand(IMethodSymbol method, Compilation compilation)
    {
        if (Annotations.Source(method) is not { } source || MethodLimits.Reason(method, compilation) is not null) return null;

        var body = PartialMethods.IsAwaitingBody(method) ? PartialMethods.BodyOf(method) : null;
        var shape = MethodShapeParser.Parse(method, compilation, body);
        var expansion = Expand(source, shape, shape, compilation);
        return expansion is null || body is null ? expansion : expansion with { Partial = PartialMethods.Declaration(method) };
    }

    /// <summary>What the annotations of a method make of a call of another one that it implements or overrides, where that is what the call reaches.</summary>
    /// <param name="method">The annotated method.</param>
    /// <param name="called">The method that is called.</param>
    /// <param name="compilation">Where the call stands.</param>
    public static Expansion? ExpandBehind(IMethodSymbol method, IMethodSymbol called, Compilation compilation)
    {
        if (MethodLimits.ReasonBehind(method, called, compilation) is not null || Implementations.TypeBehind(called, method.ContainingType) is not { } type) return null;

        // The method as the call sees it: with the type arguments that the called method's parameters stand for.
        var seen = type.GetMembers(method.Name).OfType<IMethodSymbol>().First(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method));
        if (seen.IsGenericMethod) seen = seen.Construct([.. called.TypeParameters]);

        var text = new TypeText([.. called.ContainingType.AllTypeParameters(), .. called.TypeParameters]);
        var shape = MethodShapeParser.Parse(called, compilation) with { FunctionName = MethodShapeParser.FunctionNameOf(method) };
        if (SequenceShapes.IsSequence(method)) shape = shape with { Returns = ReturnKind.Sequence, ResultType = "" };
        var guard = text.Of(type);
        var (_, result) = MethodShapeParser.Returned(seen);
        var views = shape with
        {
            Parameters = shape.Parameters.Zip(seen.Parameters, (parameter, own) => parameter with { Name = View(parameter.Name, parameter.Type, text.Of(own.Type)) }).ToEquatableArray(),
            SelfView = $"(({guard})(object){shape.Self})",
            ResultView = result is null ? null : View(shape.Result, shape.ResultType, text.Of(result)),
        };
        return Expand(seen, shape, views, compilation) is { } expansion ? expansion with { Guard = guard } : null;
    }

    /// <summary>A method that has no telemetry of its own.</summary>
    public static Expansion Plain(IMethodSymbol method, Compilation compilation) =>
        new(MethodShapeParser.Parse(method, compilation), ScopeOf(compilation.Assembly, compilation), null, Measured: false, [], [], ErrorPolicy.Default);

    private static string View(string name, string type, string own) => type.TrimEnd('?') == own.TrimEnd('?') ? name : $"(({own})(object?){name})";

    /// <summary>What the annotations of a method make of a call with that signature.</summary>
    /// <param name="source">The method whose annotations count.</param>
    /// <param name="shape">The signature of the call.</param>
    /// <param name="views">How member paths read what the call has.</param>
    /// <param name="compilation">Where the call stands.</param>
    private static Expansion? Expand(IMethodSymbol source, MethodShape shape, MethodShape views, Compilation compilation)
    {
        var traced = Annotations.Find(source, AttributeNames.Traced);
        var measured = Annotations.Find(source, AttributeNames.Measured) is not null;
        var metrics = BusinessMetricParser.Parse(source, views, compilation).Select(static parsed => parsed.Metric).OfType<BusinessMetric>().Where(static metric => !metric.Instrument.IsObserved).ToEquatableArray();
        if (traced is null && !measured && metrics.Count == 0) return null;

        var tags = traced is null
            ? []
            : TagParser.Parse(source, views, compilation).Select(static parsed => parsed.Tag).OfType<SpanTag>().ToEquatableArray();
        // Telemetry is that of the assembly which asks for it, also where an override in another one does the work.
        var scope = ScopeOf(source.ContainingAssembly, compilation);
        return new Expansion(
            shape,
            MethodLimits.Reason(source, compilation) is null ? scope : scope with { IsOwn = false },
            traced is null ? null : SpanParser.Parse(traced, source).WithOrigin(source, views, compilation),
            measured,
            tags,
            metrics,
            ErrorPolicyParser.Parse(source, views, compilation));
    }

    /// <summary>The name of an assembly's source and meter, and its version.</summary>
    public static ScopeName ScopeOf(IAssemblySymbol assembly, Compilation compilation) => new(
        assembly.GetAttributes().Find(AttributeNames.TelemetryName)?.FirstText() is { } name && !string.IsNullOrWhiteSpace(name) ? name : assembly.Name,
        assembly.Identity.Version.ToString(3),
        SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly),
        assembly.GetAttributes().Where(static attribute => attribute.Is(AttributeNames.Manifest)).SelectMany(static manifest => manifest.NamedList<double>("Objectives") ?? []).ToEquatableArray());
}

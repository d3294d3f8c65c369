using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.Generator.Interception;

/// <summary>A value that is carried from the call to its end.</summary>
internal readonly record struct CarriedValue(string Type, string Name);

/// <summary>What the parts of one instrumented call have in common while it is written.</summary>
internal sealed class CallEmission
{
    public CallEmission(Interceptor method, InstrumentNames instruments)
    {
        Name = method.Name;
        Expansion = method.Expansion;
        Metrics = new MeasurementEmitter(method.Name, method.Expansion, instruments);
        EarlyTags = [.. Expansion.Tags.Where(static tag => !tag.Value.IsLate)];
        LateTags = [.. Expansion.Tags.Where(static tag => tag.Value.IsLate)];
        Target = InterceptorSignature.TargetCall(method.Name, Shape);
        Carried = [.. CarriedValues()];
    }

    public string Name { get; }

    public Expansion Expansion { get; }

    public MethodShape Shape => Expansion.Shape;

    public MeasurementEmitter Metrics { get; }

    /// <summary>The attributes that the span has from the start.</summary>
    public IReadOnlyList<SpanTag> EarlyTags { get; }

    /// <summary>The attributes that are known when the call has ended.</summary>
    public IReadOnlyList<SpanTag> LateTags { get; }

    /// <summary>The call of the target.</summary>
    public string Target { get; }

    /// <summary>Whether the span has a parent or links that the call brings along.</summary>
    public bool HasOrigin => Expansion.Span is { } span && (span.Parent is not null || span.Links.Count > 0);

    public string Ref => Shape.RefReturn.Length > 0 ? "ref " : "";

    /// <summary>Whether there is an operation to start.</summary>
    public bool HasOperation => HasScope || Shape.IsSequence;

    /// <summary>Whether the call has to be followed; a count of successes needs only to come after the call.</summary>
    public bool HasScope => !Shape.IsSequence && (Expansion.IsOperation || Shape.IsAwaited || Metrics.HasFailure || Expansion.Errors.Result is not null);

    /// <summary>Whether anything but the span's end depends on how the call ended.</summary>
    public bool HasOutcome => LateTags.Count > 0 || Expansion.Errors.Result is not null || Expansion.Metrics.Count > 0 || (Shape.IsSequence && EarlyTags.Count > 0);

    /// <summary>Whether nothing is made of the call but a span that begins where the caller's stands, and nothing depends on how it ends.</summary>
    public bool IsSpanAlone => Expansion is { Span: { Root: false }, Measured: false, Metrics.Count: 0, Errors.Result: null }
        && !HasOrigin && !Shape.IsSequence && !(Shape.IsAwaited && LateTags.Count > 0);

    /// <summary>What starts the call.</summary>
    public string Start => (IsSpanAlone, Shape) switch
    {
        (false, _) => $"Start({(HasOrigin ? $"origin{Shape.Suffix}" : "")})",
        (_, { IsAwaited: false }) => "StartSpan()",
        (_, { IsCompiledAsync: true }) => "StartAsync()",
        _ => "StartTask()",
    };

    /// <summary>Whether nothing happens but the call and one measurement after it.</summary>
    public bool IsMeasurementAlone => !HasOperation && !Metrics.HasAlways && Expansion.Metrics.Count == 1;

    /// <summary>What the end of an awaited call has to know.</summary>
    public IReadOnlyList<CarriedValue> Carried { get; }

    /// <summary>The type of the result that an outcome gets.</summary>
    public string OutcomeType => Shape.HasResult ? Shape.ResultType : TypeNames.Nothing;

    /// <summary>Writes what a success sets and records.</summary>
    public void WriteSuccess(SourceWriter writer)
    {
        WriteErrorResult(writer);
        WriteTags(writer, LateTags);
        if (Expansion.Errors.Result is null || !Metrics.HasSuccess)
        {
            Metrics.Write(writer, Moment.Success);
        }
        else
        {
            using (writer.Block($"if (!{Shape.Scope}.HasFailed)")) Metrics.Write(writer, Moment.Success);
            writer.Line();
        }

        Metrics.Write(writer, Moment.Condition);
    }

    // A result may stand for an error.
    private void WriteErrorResult(SourceWriter writer)
    {
        if (Expansion.Errors is not { Result: { } result } policy) return;
        var statement = $"if ({policy.Condition}) {Shape.Scope}.Fail({GeneratedFile.Literal(policy.ErrorType)});";
        if (!result.MayThrow)
        {
            writer.Line(statement);
            return;
        }

        using (writer.Block("try")) writer.Line(statement);
        using (writer.Block("catch (global::System.Exception)")) writer.Line($"{TypeNames.SelfMetrics}.Skipped(\"error.type\");");
    }

    /// <summary>Writes what a failure records, where there was one.</summary>
    public void WriteFailure(SourceWriter writer, string condition)
    {
        if (!Metrics.HasFailure) return;
        using (writer.Block($"if ({condition})")) Metrics.Write(writer, Moment.Failure);
        writer.Line();
    }

    /// <summary>Writes attributes of the span, if it takes any.</summary>
    public void WriteTags(SourceWriter writer, IReadOnlyList<SpanTag> tags)
    {
        if (tags.Count == 0) return;
        using (writer.Block($"if ({Shape.Scope}.IsRecording)")) SpanTagEmitter.Write(writer, tags, Shape.Scope);
        writer.Line();
    }

    private IEnumerable<CarriedValue> CarriedValues()
    {
        var late = LateTags.SelectMany(static tag => tag.Paths).Concat(Expansion.Metrics.SelectMany(static metric => metric.Paths)).Where(static value => value.IsLate);
        var atStart = Shape.IsSequence ? EarlyTags.SelectMany(static tag => tag.Paths).ToList() : [];
        // What a condition of a late tag is read from is there at the call only.
        if (Shape.IsAwaited) atStart.AddRange(LateTags.Select(static tag => tag.Condition).OfType<PathValue>().Where(static condition => condition.Root == PathRoot.Parameter));
        if (late.Concat(atStart).Any(static value => value.Root == PathRoot.This)) yield return new CarriedValue(Shape.DeclaringType, Shape.Self);

        // The enumeration may begin long after the call: what its attributes are read from is kept.
        foreach (var parameter in Shape.Parameters.Where(parameter => atStart.Any(value => value.StartsAt(parameter.Name))))
            yield return new CarriedValue(parameter.Type, parameter.Name);
        foreach (var captured in Metrics.Captured) yield return captured;
    }
}

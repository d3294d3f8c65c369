using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Tracing;

/// <summary>Writes the attributes of a span.</summary>
internal static class SpanTagEmitter
{
    public static void Write(SourceWriter writer, IEnumerable<SpanTag> tags, string scope)
    {
        foreach (var tag in tags)
        {
            var condition = tag.Condition is { } when ? $"if ({(when.MayBeNull ? $"({when.Expression}) == true" : when.Expression)}) " : "";
            var statement = $"{condition}{scope}.Tag({GeneratedFile.Literal(tag.Key)}, {ValueExpression.AsTag(tag.Value, tag.Value.Root == PathRoot.Constant ? [] : tag.Values)});";
            if (!tag.MayThrow)
            {
                writer.Line(statement);
                continue;
            }

            using (writer.Block("try")) writer.Line(statement);
            using (writer.Block("catch (global::System.Exception)"))
                writer.Line($"{TypeNames.SelfMetrics}.Skipped({GeneratedFile.Literal(tag.Key)});");
        }
    }
}

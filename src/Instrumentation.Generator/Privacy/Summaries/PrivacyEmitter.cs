using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Writes the table of what a library's members do with personal data.</summary>
internal static class PrivacyEmitter
{
    public static SourceText Emit(EquatableArray<string> members, ProjectFacts project)
    {
        var writer = GeneratedFile.Begin(project.IsOldLanguage);
        writer.Line($"[assembly: global::{AttributeNames.Privacy}(");
        using (writer.Indent())
        {
            for (var i = 0; i < members.Count; i++) writer.Line(GeneratedFile.Literal(members[i]) + (i == members.Count - 1 ? ")]" : ","));
        }

        return writer.ToSource();
    }
}

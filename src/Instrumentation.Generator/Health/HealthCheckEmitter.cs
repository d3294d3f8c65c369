using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Health;

/// <summary>Writes the registration of an assembly's health checks. It runs when the assembly is loaded, and calls no check.</summary>
internal static class HealthCheckEmitter
{
    public static SourceText Emit(EquatableArray<HealthCheck> checks, ProjectFacts project)
    {
        var writer = GeneratedFile.Begin();
        writer.Line($"namespace {GeneratedFile.NamespaceOf(project.Assembly)};").Line();
        writer.Line("/// <summary>The health checks of this assembly.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        using (writer.Block("internal static class HealthChecks"))
        {
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializerAttribute]");
            using (writer.Block("internal static void Register()"))
            {
                for (var i = 0; i < checks.Count; i++) writer.Line(Registration(checks[i], i, project));
            }

            for (var i = 0; i < checks.Count; i++) WriteCheck(writer, checks[i], i);
        }

        return writer.ToSource();
    }

    private static string Registration(HealthCheck check, int index, ProjectFacts project)
    {
        var tags = string.Join(", ", check.Tags.Select(GeneratedFile.Literal));
        return $"{TypeNames.HealthChecks}.Add({GeneratedFile.Literal(project.Assembly)}, {GeneratedFile.Literal(check.Name)}, new string[] {{ {tags} }}, Check{index});";
    }

    private static void WriteCheck(SourceWriter writer, HealthCheck check, int index)
    {
        var call = check.Call;
        var receiver = call.IsStatic ? call.Type : $"{TypeNames.HealthChecks}.Service<{call.Type}>(services)";
        var invocation = $"{receiver}.{call.Method}({(call.TakesToken ? "cancellation" : "")})";
        if (call.IsAwaited) invocation = $"await {invocation}.ConfigureAwait(false)";

        writer.Line();
        writer.Line($"private static {(call.IsAwaited ? "async " : "")}global::System.Threading.Tasks.Task<{TypeNames.HealthOutcome}> Check{index}(global::System.IServiceProvider services, global::System.Threading.CancellationToken cancellation)");
        using (writer.Block())
        {
            writer.Line($"var answer = {invocation};");
            var outcome = call.ReturnsResult
                ? $"new {TypeNames.HealthOutcome}((int)answer.Status, answer.Description, answer.Exception, answer.Data)"
                : $"{TypeNames.HealthOutcome}.Of(answer)";
            writer.Line(call.IsAwaited ? $"return {outcome};" : $"return global::System.Threading.Tasks.Task.FromResult({outcome});");
        }
    }
}

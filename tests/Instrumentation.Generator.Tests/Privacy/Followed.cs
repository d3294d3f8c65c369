using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Privacy.Summaries;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Programs as the analyzer follows them, for tests of the engine itself.</summary>
internal static class Followed
{
    /// <summary>A program with a user whose address is marked, and these members.</summary>
    public static string Program(string members) => $$"""
        public class User { public int Id { get; set; } [Pii] public string Email { get; set; } = ""; public string Plan { get; set; } = ""; }
        public static class Program
        {
            {{members}}
        }
        """;

    /// <summary>Follows a compilation whose project has no lists and no settings.</summary>
    public static FlowProgram Of(Compilation compilation)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var summaries = new PiiSummaries(compilation);
        var words = SourceWords.Of(compilation, [], summaries, cancellation);
        var policy = new PiiFlowPolicy(new SinkTable(compilation, cancellation), new PiiExtensions([]), PiiReviews.Of(NoOptions.Instance), summaries, words.Marked);
        return new FlowProgram(compilation, policy, new PoolCrew(isConcurrent: true, cancellation), cancellation);
    }
}

using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>What the assembly's policy says is an error: status, <c>error.type</c>, and what metrics take for success and failure.</summary>
public sealed class ErrorPolicyBehaviourTests
{
    private const string Source = """
        [assembly: ErrorPolicy(NotErrors = [typeof(Acme.MissingException)], ErrorResults = ["Acme.Result.IsFailure", "!Acme.Answer.IsFine"])]
        namespace Acme
        {
            public class MissingException : Exception;
            public class GoneException : MissingException;
            public class Result<T> { public bool IsFailure { get; init; } public T? Value { get; init; } }
            public readonly record struct Answer(bool? IsFine);
            public class Shop
            {
                [Traced, BusinessMetric("sold"), BusinessMetric("unsold", When = "failure")] public Result<int> Sell(bool fails) => new() { IsFailure = fails };
                [Traced, BusinessMetric("sold"), BusinessMetric("unsold", When = "failure")] public async Task<Result<int>> SellLater(bool fails) { await Task.Yield(); return new() { IsFailure = fails }; }
                [Traced] public ValueTask<Answer> Ask(bool? isFine) => new(new Answer(isFine));
                [Traced, BusinessMetric("unsold", When = "failure")] public int Find(Exception exception) => throw exception;
                [Traced, BusinessMetric("unsold", When = "failure")] public async Task<int> FindLater(Exception exception) { await Task.Yield(); throw exception; }
                [Traced] public IEnumerable<int> All(Exception exception) { yield return 1; throw exception; }
                [BusinessMetric("sold")] public Result<int> Count(bool fails) => new() { IsFailure = fails };
            }
        }
        public static class Program
        {
            public static object Sell(bool fails) => new Acme.Shop().Sell(fails);
            public static async Task SellLater(bool fails) => await new Acme.Shop().SellLater(fails);
            public static async Task Ask(bool? isFine) => await new Acme.Shop().Ask(isFine);
            public static void Find(bool gone) => new Acme.Shop().Find(gone ? new Acme.GoneException() : new ArgumentException());
            public static async Task FindLater(bool gone) => await new Acme.Shop().FindLater(gone ? new Acme.MissingException() : new ArgumentException());
            public static void All(bool gone) => new Acme.Shop().All(gone ? new Acme.MissingException() : new ArgumentException()).ToList();
            public static object Count(bool fails) => new Acme.Shop().Count(fails);
        }
        """;

    [Theory]
    [InlineData("Sell", true, "Result.IsFailure", "unsold")]
    [InlineData("Sell", false, null, "sold")]
    [InlineData("SellLater", true, "Result.IsFailure", "unsold")]
    [InlineData("SellLater", false, null, "sold")]
    [InlineData("Ask", false, "Answer.IsFine", null)]
    [InlineData("Ask", true, null, null)]
    [InlineData("Ask", null, null, null)]
    [InlineData("Find", false, "System.ArgumentException", "unsold")]
    [InlineData("Find", true, null, null)]
    [InlineData("FindLater", false, "System.ArgumentException", "unsold")]
    [InlineData("FindLater", true, null, null)]
    [InlineData("All", false, "System.ArgumentException", null)]
    [InlineData("All", true, null, null)]
    [InlineData("Count", true, null, null)]
    [InlineData("Count", false, null, "sold")]
    public async Task ThePolicyDecides(string method, bool? argument, string? errorType, string? metric)
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        try
        {
            if (program.Call(method, argument) is Task task) await task;
        }
        catch (Exception exception) when (exception is ArgumentException || exception.GetType().Namespace == "Acme")
        {
            Assert.Contains(method, new[] { "Find", "FindLater", "All" });
        }

        if (method != "Count")
        {
            Assert.Equal(errorType, recorder.Span.GetTagItem("error.type"));
            Assert.Equal(errorType is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, recorder.Span.Status);
        }

        foreach (var name in new[] { "sold", "unsold" }) Assert.Equal(name == metric ? 1 : 0, recorder.Of(name).Count(static measurement => Convert.ToDouble(measurement.Value) != 0));
    }
}

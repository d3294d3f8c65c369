using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data in the console or a trace. The corpus has the breadth; here is where and what is reported.</summary>
public sealed class INS3005Tests
{
    private static string Program(string statements) => $$"""
        public class User { public int Id { get; set; } [Pii] public string Email { get; set; } = ""; }
        public static class Program { public static void Run(ILogger logger, User user) { {{statements}} } }
        """;

    [Fact]
    public Task LeaksAreReportedWhereTheyAreWrittenAndNothingElseIs() => Verifier.Verify(Program("""
        Console.WriteLine({|INS3005:user.Email|});
        Console.Error.Write({|INS3005:user.Email|});
        System.Diagnostics.Debug.WriteLine({|INS3005:user.Email|});
        System.Diagnostics.Trace.TraceError({|INS3005:user.Email|});
        new StringWriter().Write(user.Email);
        Console.WriteLine(user.Id);
        Console.WriteLine(user);
        """));

    /// <summary>With more than three arguments the framework takes a span, which the compiler makes; an array may be handed over as it is.</summary>
    [Fact]
    public Task EachOfManyArgumentsIsWritten() => Verifier.Verify(Program("""
        Console.WriteLine("{0} {1} {2} {3}", 1, 2, 3, {|INS3005:user.Email|});
        Console.WriteLine("{0} {1} {2} {3}", 1, 2, 3, user.Id);
        System.Diagnostics.Trace.TraceError("{0} {1}", new object[] { user.Id, {|INS3005:user.Email|} });
        var arguments = new object[] { user.Email };
        System.Diagnostics.Trace.TraceError("{0}", {|INS3005:arguments|});
        """));

    [Fact]
    public Task WhatAnInnerFinallyOverwritesIsGone() => Verifier.Verify(Program("""
        var state = "idle";
        try
        {
            try { state = user.Email; logger.GetHashCode(); }
            finally { state = "done"; }
        }
        finally { Console.WriteLine(state); }
        try { state = user.Email; logger.GetHashCode(); }
        finally { Console.WriteLine({|INS3005:state|}); }
        """));

    /// <summary>It was reported where it was logged.</summary>
    [Fact]
    public Task ALoggerOfTheProjectsOwnDoesNotSayItAgain() => Verifier.Verify(Program("""logger.Log(LogLevel.Information, 0, {|INS3001:user.Email|}, null, static (state, _) => state);""") + """

        public sealed class Screen : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
            public bool IsEnabled(LogLevel level) => true;
            public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Console.WriteLine(state);
        }
        """);

    [Fact]
    public Task TheMessageNamesTheDataAndTheSink() => Verifier.VerifyMessage(Program("""Console.WriteLine({|#0:user.Email|});"""), "INS3005", "'User.Email' is personal data ([Pii]) and 'WriteLine' would write it to the console or to a trace, which are collected like logs; write an id instead, or leave it out");
}

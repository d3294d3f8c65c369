using Instrumentation.CodeFixes.Annotations;
using Instrumentation.CodeFixes.Privacy;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>Fixes that keep personal data out of telemetry.</summary>
public sealed class PrivacyFixTests
{
    private const string Redactor = "namespace Microsoft.Extensions.Compliance.Redaction { public abstract class Redactor { public string Redact(string text) => \"\"; } }\n";

    [Theory]
    [InlineData("logger.LogInformation(\"{Mail}\", {|INS3001:user.Email|});", "logger.LogInformation(\"{Mail}\", _redactor.Redact(user.Email));")]
    [InlineData("logger.LogInformation($\"for {{|INS3001:user.Email|}}\");", "logger.LogInformation($\"for {_redactor.Redact(user.Email)}\");")]
    [InlineData("throw new ArgumentException({|INS3004:user.Email|});", "throw new ArgumentException(_redactor.Redact(user.Email));")]
    [InlineData("Console.WriteLine({|INS3005:user.Email|});", "Console.WriteLine(_redactor.Redact(user.Email));")]
    [InlineData("activity.SetTag(\"mail\", {|INS3002:user.Email|});", "activity.SetTag(\"mail\", _redactor.Redact(user.Email));")]
    [InlineData("counter.Add(1, new KeyValuePair<string, object?>(\"mail\", {|INS3003:user.Email|}));", "counter.Add(1, new KeyValuePair<string, object?>(\"mail\", _redactor.Redact(user.Email)));")]
    [InlineData("using var scope = logger.BeginScope(\"{Mail}\", {|INS3006:user.Email|});", "using var scope = logger.BeginScope(\"{Mail}\", _redactor.Redact(user.Email));")]
    public Task WhereARedactorIsAtHandItIsUsed(string before, string after) => Leak(before, after, "Redact", "private readonly Microsoft.Extensions.Compliance.Redaction.Redactor _redactor = null!;");

    [Fact]
    public Task AStaticMethodHasNoRedactorOfTheInstance() => FixVerifier<PiiFlowAnalyzer, LeakFix>.VerifyNothing(
        Redactor + "public class User { [Pii] public string Email = \"\"; } public class C { Microsoft.Extensions.Compliance.Redaction.Redactor _redactor = null!; static void M(User user) => Console.WriteLine({|INS3005:user.Email|}); }", "Redact");

    [Theory]
    [InlineData("logger.LogInformation(\"{Mail} signed in\", {|INS3001:user.Email|});", "logger.LogInformation(\"{UserId} signed in\", user.Id);")]
    [InlineData("logger.LogInformation(\"{Count} {Mail}\", 1, {|INS3001:user.Email|});", "logger.LogInformation(\"{Count} {UserId}\", 1, user.Id);")]
    [InlineData("logger.LogInformation(\"{@User}\", {|INS3001:user|});", "logger.LogInformation(\"{UserId}\", user.Id);")]
    [InlineData("Console.WriteLine($\"for {{|INS3005:user.Email|}}\");", "Console.WriteLine($\"for {user.Id}\");")]
    [InlineData("activity.SetTag(\"mail\", {|INS3002:user.Email|});", "activity.SetTag(\"mail\", user.Id);")]
    public Task TheIdIsWrittenInstead(string before, string after) => Leak(before, after, "WriteId");

    [Fact]
    public Task AMarkedIdIsNotOffered() => FixVerifier<PiiFlowAnalyzer, LeakFix>.VerifyNothing(
        "public class User { [Pii] public string Id = \"\"; [Pii] public string Email = \"\"; } public class C { void M(User user) => Console.WriteLine({|INS3005:user.Email|}); }", "WriteId");

    [Theory]
    [InlineData("logger.LogInformation(\"{Mail} signed in\", {|INS3001:user.Email|});", "logger.LogInformation(\"signed in\");")]
    [InlineData("logger.LogInformation(\"User {Id} with {Mail} signed in\", user.Id, {|INS3001:user.Email|});", "logger.LogInformation(\"User {Id} with signed in\", user.Id);")]
    [InlineData("logger.LogError(new Exception(), \"{{x}} {Mail} {Id}\", {|INS3001:user.Email|}, user.Id);", "logger.LogError(new Exception(), \"{{x}} {Id}\", user.Id);")]
    [InlineData("throw new ArgumentException($\"No {{|INS3004:user.Email|}} here\");", "throw new ArgumentException($\"No here\");")]
    [InlineData("activity.SetTag(\"mail\", {|INS3002:user.Email|});", "")]
    [InlineData("activity?.SetTag(\"mail\", {|INS3002:user.Email|});", "")]
    [InlineData("counter.Add(1, new KeyValuePair<string, object?>(\"mail\", {|INS3003:user.Email|}));", "counter.Add(1);")]
    public Task TheArgumentIsLeftOut(string before, string after) => Leak(before, after, "Drop");

    [Fact]
    public Task WhereTheMessageIsNotATextNothingIsLeftOut() => FixVerifier<PiiFlowAnalyzer, LeakFix>.VerifyNothing(
        "using Microsoft.Extensions.Logging; public class User { [Pii] public string Email = \"\"; } public class C { void M(User user, ILogger logger, string message) => logger.LogInformation(message, {|INS3001:user.Email|}); }", "Drop");

    [Fact]
    public Task TheParameterIsMarked() => FixVerifier<PiiFlowAnalyzer, LeakFix>.VerifyOne(
        ["public class User { [Pii] public string Email = \"\"; }\npublic class C { void M(User user) => Write(user.Email); void Write(string text) => Console.WriteLine({|INS3005:text|}); }"],
        ["public class User { [Pii] public string Email = \"\"; }\npublic class C { void M(User user) => Write(user.Email); void Write([Pii] string text) => Console.WriteLine({|INS3005:{|INS3005:text|}|}); }"], "MarkParameter");

    [Theory]
    [InlineData("    public string Mail(User user) => user.Email;", "    [return: Pii]\n    public string Mail(User user) => user.Email;")]
    [InlineData("    [Obsolete]\n    public string Mail(User user) => user.Email;", "    [return: Pii]\n    [Obsolete]\n    public string Mail(User user) => user.Email;")]
    public Task WhatIsReturnedIsMarked(string before, string after)
    {
        const string head = "public class User { [Pii] public string Email = \"\"; }\npublic class C\n{\n";
        return FixVerifier<PiiFlowAnalyzer, MarkReturnFix>.Verify(head + before.Replace("Mail(", "{|INS3011:Mail|}(", StringComparison.Ordinal) + "\n}\n", head + after + "\n}\n");
    }

    [Theory]
    [InlineData("[Pii, {|INS3002:Tag|}] string mail", "[Pii(Redaction = Redaction.Hash), Tag] string mail", "Redact Hash")]
    [InlineData("[Pii(PiiKind.Email)] [{|INS3002:Tag|}] string mail", "[Pii(PiiKind.Email, Redaction = Redaction.Erase)] [Tag] string mail", "Redact Erase")]
    public Task ATaggedValueIsRedacted(string before, string after, string key) =>
        FixVerifier<TagUsageAnalyzer, RedactTagFix>.Verify($"public class C {{ [Traced] public void M({before}) {{ }} }}", $"public class C {{ [Traced] public void M({after}) {{ }} }}", key);

    [Theory]
    [InlineData("[Traced, BusinessMetric(\"files\", Tags = [{|INS2006:\"name\"|}, \"big\"])] public void Do(string name, bool big) { }", "[Traced, BusinessMetric(\"files\", Tags = [\"big\"])] public void Do([Tag] string name, bool big) { }", "OnSpan")]
    [InlineData("[Traced, BusinessMetric(\"files\", Tags = [{|INS2006:\"file.name = name.Length\"|}])] public void Do(string name) { }", "[Traced, BusinessMetric(\"files\")] public void Do([Tag(\"file.name\", Path = \"Length\")] string name) { }", "OnSpan")]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS2006:\"region\"|}])] public void Do(string region) { }", "[BusinessMetric(\"files\", Tags = [\"region\"])] public void Do([Tag(Values = new[] { \"first\", \"second\" })] string region) { }", "Bound")]
    public Task ATagOfAMetricIsBoundedOrGoesToTheSpan(string before, string after, string key) =>
        FixVerifier<BusinessMetricUsageAnalyzer, KeepMetricTagFix>.Verify($"public class C {{ {before} }}", $"public class C {{ {after} }}", key);

    [Theory]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS2006:\"name\"|}])] public void Do(string name) { }", "OnSpan")]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS2006:\"size\"|}])] public void Do(int size) { }", "Bound")]
    [InlineData("[Traced, BusinessMetric(\"files\", Tags = [{|INS2006:\"return\"|}])] public string Do() => \"\";", "OnSpan")]
    public Task WithoutASpanOrATextThatIsNotOffered(string source, string key) => FixVerifier<BusinessMetricUsageAnalyzer, KeepMetricTagFix>.VerifyNothing($"public class C {{ {source} }}", key);

    private static Task Leak(string before, string after, string key, string members = "") => FixVerifier<PiiFlowAnalyzer, LeakFix>.Verify(Program(before, members), Program(after, members), key);

    private static string Program(string statement, string members) => $$"""
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using Microsoft.Extensions.Logging;
        {{Redactor}}
        public record User(int Id, [property: Pii] string Email);
        public class C(ILogger logger, Activity activity, Counter<int> counter)
        {
            {{members}}
            public void M(User user)
            {
                _ = (logger, activity, counter);
        {{(statement.Length == 0 ? "" : $"        {statement}\n")}}    }
        }
        """;
}

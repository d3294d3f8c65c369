using Instrumentation.CodeFixes.Annotations;
using Instrumentation.CodeFixes.Methods;
using Instrumentation.Generator.Catalog;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>Fixes that change an annotation where it stands.</summary>
public sealed class AnnotationFixTests
{
    [Theory]
    [InlineData("[Traced] public void Do([{|INS1003:Tag|}] object value) { }", "[Traced] public void Do(object value) { }")]
    [InlineData("public void Do([{|INS1004:Tag|}] int id) { }", "public void Do(int id) { }")]
    [InlineData("[Traced]\n    [return: {|INS1003:Tag|}]\n    public void Do() { }", "[Traced]\n    public void Do() { }")]
    [InlineData("[Traced] public void Do([{|INS3002:Tag|}, Pii] string mail) { }", "[Traced] public void Do([Pii] string mail) { }")]
    public Task ATagIsRemoved(string before, string after) => FixVerifier<TagUsageAnalyzer, RemoveAnnotationFix>.Verify(Type(before), Type(after));

    [Fact]
    public Task AllTagsAreRemovedAtOnce() => FixVerifier<TagUsageAnalyzer, RemoveAnnotationFix>.Verify(
        Type("public void Do([{|INS1004:Tag|}] int id, [{|INS1004:Tag|}] int other) { }"), Type("public void Do(int id, int other) { }"), steps: 2);

    [Theory]
    [InlineData("/// <summary>Does.</summary>\n    public void Do([{|INS1004:Tag|}] int id) { }", "/// <summary>Does.</summary>\n    [Traced]\n    public void Do([Tag] int id) { }")]
    [InlineData("[Measured]\n    public void Do([{|INS1004:Tag|}] int id) { }", "[Traced]\n    [Measured]\n    public void Do([Tag] int id) { }")]
    public Task AMethodThatHasATagBecomesTraced(string before, string after) => FixVerifier<TagUsageAnalyzer, AddAnnotationFix>.Verify(Type(before), Type(after));

    [Theory]
    [InlineData("[{|INS4005:Objective(Availability = 99)|}]\n    public void Do() { }", "[Measured]\n    [Objective(Availability = 99)]\n    public void Do() { }")]
    [InlineData("public class Inner { [{|INS4005:Objective(Availability = 99)|}] public void Do() { } }", "public class Inner { [Measured] [Objective(Availability = 99)] public void Do() { } }")]
    public Task WhatIsPromisedBecomesMeasured(string before, string after) => FixVerifier<ResponsibilityAnalyzer, AddAnnotationFix>.Verify(Type(before), Type(after));

    [Theory]
    [InlineData("[Traced] public void Do([{|INS1005:Tag(\"OrderId\")|}] int id) { }", "[Traced] public void Do([Tag(\"order.id\")] int id) { }")]
    [InlineData("[Traced] public void Do([{|INS1005:Tag(Name = \"Order Id\")|}] int id) { }", "[Traced] public void Do([Tag(Name = \"order.id\")] int id) { }")]
    public Task ATagGetsItsConventionalName(string before, string after) => FixVerifier<TagUsageAnalyzer, ApplySuggestionFix>.Verify(Type(before), Type(after));

    [Fact]
    public Task ANameWithoutASuggestionAndAConstantStay() => FixVerifier<TagUsageAnalyzer, ApplySuggestionFix>.VerifyNothing(
        Type("const string Name = \"OrderId\"; [Traced] public void Do([{|INS1005:Tag(\"1\")|}] int id, [{|INS1005:Tag(Name)|}] int other) { }"));

    [Theory]
    [InlineData("[BusinessMetric({|INS2003:\"FilesUploaded\"|})] public void Do() { }", "[BusinessMetric(\"files.uploaded\")] public void Do() { }")]
    [InlineData("[BusinessMetric(\"files\", {|INS2007:Unit = \"bytes\"|})] public void Do() { }", "[BusinessMetric(\"files\", Unit = \"By\")] public void Do() { }")]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS2003:\"IsBig = big\"|}])] public void Do(bool big) { }", "[BusinessMetric(\"files\", Tags = [\"is.big= big\"])] public void Do(bool big) { }")]
    public Task AMetricGetsItsConventionalNameOrUnit(string before, string after) => FixVerifier<BusinessMetricUsageAnalyzer, ApplySuggestionFix>.Verify(Type(before), Type(after));

    [Theory]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS2006:\"name\"|}, \"big\"])] public void Do(string name, bool big) { }", "[BusinessMetric(\"files\", Tags = [\"big\"])] public void Do(string name, bool big) { }")]
    [InlineData("[BusinessMetric(\"files\", Tags = new[] { \"big\", {|INS2006:\"name\"|} })] public void Do(string name, bool big) { }", "[BusinessMetric(\"files\", Tags = new[] { \"big\" })] public void Do(string name, bool big) { }")]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS2006:\"name\"|}], Unit = \"By\")] public void Do(string name) { }", "[BusinessMetric(\"files\", Unit = \"By\")] public void Do(string name) { }")]
    [InlineData("[BusinessMetric(\"files\", Tags = [{|INS3003:\"name\"|}])] public void Do([Pii] string name) { }", "[BusinessMetric(\"files\")] public void Do([Pii] string name) { }")]
    public Task ATagLeavesItsMetric(string before, string after) => FixVerifier<BusinessMetricUsageAnalyzer, RemoveMetricTagFix>.Verify(Type(before), Type(after));

    [Theory]
    [InlineData("Remove Traced", "[NotTraced] public void Do() { }")]
    [InlineData("Remove NotTraced", "[Traced] public void Do() { }")]
    public Task OfAContradictionEitherSideIsRemoved(string key, string after) =>
        FixVerifier<TracedUsageAnalyzer, RemoveAnnotationFix>.Verify(Type("[Traced, {|INS1006:NotTraced|}] public void Do() { }"), Type(after), key);

    [Theory]
    [InlineData("[Traced({|INS1006:\"\"|})] public void Do() { }", "[Traced] public void Do() { }")]
    [InlineData("[Traced(\"do\", {|INS1006:Kind = (System.Diagnostics.ActivityKind)9|})] public void Do() { }", "[Traced(\"do\")] public void Do() { }")]
    public Task ASettingThatHasNoEffectIsRemoved(string before, string after) => FixVerifier<TracedUsageAnalyzer, RemoveAnnotationFix>.Verify(Type(before), Type(after));

    [Fact]
    public Task AnAnnotationThatNothingCanBeMadeOfIsRemoved() => FixVerifier<TracedUsageAnalyzer, RemoveAnnotationFix>.Verify(
        Type("public void Do() { [{|INS1001:Traced|}] int Local() => 1; Local(); }"), Type("public void Do() { int Local() => 1; Local(); }"));

    [Theory]
    [InlineData("private static T Do<T>(T x) => x;", "internal static T Do<T>(T x) => x;")]
    [InlineData("static T Do<T>(T x) => x;", "internal static T Do<T>(T x) => x;")]
    public Task AMethodThatCannotBeReachedBecomesInternal(string before, string after) =>
        FixVerifier<TracedUsageAnalyzer, MakeInternalFix>.Verify(StaticType("[{|INS1001:Traced|}] " + before), StaticType("[Traced] " + after));

    private static string StaticType(string member) => "public static class Thing\n{\n    " + member + "\n}";

    private static string Type(string member) => $"public class Thing\n{{\n    {member}\n}}";
}

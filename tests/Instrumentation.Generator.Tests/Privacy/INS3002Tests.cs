using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TagUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data that would be a span attribute.</summary>
public sealed class INS3002Tests
{
    [Fact]
    public Task TagsThatHoldMarkedDataAreReportedOnceWhereTheyStand() => Verifier.Verify("""
        public class Address { public string City = ""; public int Number; }
        public class User { public int Id; [Pii] public string Email = ""; [Pii] public Address Home = new(); }
        [Pii] public class Person { public string Name = ""; public int Id; }
        public class Service
        {
            [Pii, {|INS3002:Tag|}] public string Tenant => "";
            [{|INS3002:Tag(Path = "Email")|}] public User Current = new();
            [Traced]
            [return: {|INS3002:Tag("mail", Path = "Email")|}]
            public User A([Pii, {|INS3002:Tag|}] string mail, [{|INS3002:Tag(Path = "Email")|}] User user, [{|INS3002:Tag("city", Path = "Home.City")|}] User home, [{|INS3002:Tag(Path = "Name")|}] Person person) => user;
            [Traced]
            [return: Pii, {|INS3002:Tag|}]
            public string B() => "";
        }
        """);

    [Fact]
    public Task WhatDoesNotTellTheDataIsSilent() => Verifier.Verify("""
        public class Address { public string City = ""; public int Number; }
        public class User { public int Id; [Pii] public string Email = ""; [Pii] public Address Home = new(); }
        [Pii] public class Person { public string Name = ""; public int Id; }
        public class Service
        {
            [Traced]
            public void A([Tag(Path = "Id")] User a, [Tag("mail.length", Path = "Email.Length")] User b, [Tag("home.number", Path = "Home.Number")] User c, [Tag("person.id", Path = "Id")] Person d, [Pii] string mail) { }
        }
        """);

    [Fact]
    public Task MarksOfInterfacesAndClassificationsCount() => Verifier.Verify("""
        namespace Microsoft.Extensions.Compliance.Classification { public abstract class DataClassificationAttribute : Attribute; public sealed class NoDataClassificationAttribute : DataClassificationAttribute; }
        namespace Acme
        {
            using Microsoft.Extensions.Compliance.Classification;
            public sealed class PrivateAttribute : DataClassificationAttribute;
            public interface IUser { [Pii] string Email { get; } }
            public class User : IUser { public string Email => ""; [Private] public string Phone => ""; [NoDataClassification] public string Plan => ""; }
            public class Service { [Traced] public void A([{|INS3002:Tag(Path = "Email")|}] User a, [{|INS3002:Tag(Path = "Phone")|}] User b, [Tag(Path = "Plan")] User c) { } }
        }
        """);

    [Fact]
    public Task TheMessageNamesTheData() => Verifier.VerifyMessage("""
        public class User { [Pii] public string Email = ""; }
        public class Service { [Traced] public void A([{|#0:Tag(Path = "Email")|}] User user) { } }
        """, "INS3002", "'User.Email' is personal data ([Pii]) and this tag would put it on a span; tag an id instead, or remove the tag");

    [Fact]
    public void TheReturnValueThatIsMarkedIsNotCaptured()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static string Run() => M();
                [Traced, BusinessMetric("a", Tags = ["return"])] [return: Pii, Tag] public static string M() => "ada@example.org";
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.DoesNotContain(recorder.Span.TagObjects, static tag => Equals(tag.Value, "ada@example.org"));
        Assert.Empty(recorder.Of("a"));
    }
}

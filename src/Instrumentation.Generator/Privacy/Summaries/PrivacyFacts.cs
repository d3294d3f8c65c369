using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>What following personal data through an assembly has shown.</summary>
/// <param name="Members">What other projects are told: the lines of <c>InstrumentationPrivacyAttribute</c>.</param>
/// <param name="Flows">Where it goes, for whoever audits it; <see langword="null"/> where nobody does.</param>
internal sealed record PrivacyFacts(EquatableArray<string> Members, EquatableArray<DataFlow>? Flows)
{
    public static readonly PrivacyFacts None = new(EquatableArray<string>.Empty, null);
}

/// <summary>Which facts somebody will ask for.</summary>
/// <param name="Members">Whether other projects are to be told (<c>InstrumentationPrivacySummaries</c>, on by default).</param>
/// <param name="Flows">Whether the catalog is to tell where data goes (<c>InstrumentationPrivacyReport</c>, off by default).</param>
internal readonly record struct WantedFacts(bool Members, bool Flows);

/// <summary>A flow of personal data that ends somewhere.</summary>
/// <param name="Member">The marked member, as the catalog names it.</param>
/// <param name="Sink">The family of what it reaches; <c>redactor</c> for what makes it harmless.</param>
/// <param name="Through">The method that writes or redacts it.</param>
/// <param name="Function">The method that it happens in.</param>
/// <param name="AcceptedBy">The method whose review accepts it; <see langword="null"/> where none does.</param>
/// <param name="Review">Why, and until when.</param>
/// <param name="Position">Where.</param>
internal sealed record DataFlow(string Member, string Sink, string Through, string Function, string? AcceptedBy, Review? Review, SourcePosition Position);

/// <summary>Why somebody has accepted a flow, where that is recorded, and the day after which it is to be looked at again.</summary>
internal sealed record Review(string Reason, string? Ticket, string? Expires);

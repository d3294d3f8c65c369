using System.ComponentModel;

namespace Instrumentation;

/// <summary>
/// Written by the build into a library: what its visible members do with personal data, as far as their signatures and marks do not tell, so
/// that the build of a referencing project follows data through them.
/// </summary>
/// <param name="members">
/// A member's documentation id, <c>=</c>, and its facts, parted by spaces: <c>&lt;P:Acme.User.Email</c> (what it returns is made of that),
/// <c>Item1&lt;P:Acme.User.Email</c> (a part of it is), <c>0&gt;log</c> (its first argument is written to a log) and <c>!0</c> (what it
/// returns is not made of its first argument).
/// </param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstrumentationPrivacyAttribute(params string[] members) : Attribute
{
    /// <summary>The members and their facts.</summary>
    public string[] Members { get; } = members;
}

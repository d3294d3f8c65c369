namespace Instrumentation;

/// <summary>
/// Says for all annotated methods of the assembly what is an error: which exceptions are not, and which results are. It decides on a
/// span's status, on <c>error.type</c>, and on what a <c>[BusinessMetric]</c> takes for a success or a failure. A cancellation is never
/// an error.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ErrorPolicyAttribute : Attribute
{
    /// <summary>Exceptions that are an answer and no error, with all that derive from them: <c>[typeof(NotFoundException)]</c>.</summary>
    public Type[] NotErrors { get; set; } = [];

    /// <summary>
    /// Results that stand for an error, as <c>Type.Member</c> of a <c>bool</c> member: <c>"Acme.Result.IsFailure"</c>, or
    /// <c>"!Acme.Response.IsSuccess"</c> where <see langword="false"/> is the error. They count for methods that return the type, one
    /// that derives from it, or a task of it. <c>error.type</c> is <c>Type.Member</c> then.
    /// </summary>
    public string[] ErrorResults { get; set; } = [];
}

namespace Instrumentation.Generator.Diagnostics;

/// <summary>The ids of all rules: 1xxx tracing, 2xxx metrics, 3xxx privacy, 4xxx catalog and configuration.</summary>
internal static class DiagnosticIds
{
    public const string MethodNotCovered = "INS1001";
    public const string CallNotCovered = "INS1002";
    public const string TagNotRecordable = "INS1003";
    public const string TagWithoutSpan = "INS1004";
    public const string TagName = "INS1005";
    public const string SpanSettings = "INS1006";
    public const string TraceRuleWithoutEffect = "INS1007";
    public const string Explanation = "INS1008";
    public const string CalledElsewhere = "INS1009";
    public const string DecoratorImpossible = "INS1010";
    public const string SpanOrigin = "INS1011";
    public const string ErrorPolicy = "INS1012";

    public const string MetricPath = "INS2001";
    public const string MetricType = "INS2002";
    public const string MetricName = "INS2003";
    public const string MetricTarget = "INS2004";
    public const string MetricConflict = "INS2005";
    public const string MetricUnbounded = "INS2006";
    public const string MetricUnit = "INS2007";
    public const string MetricSettings = "INS2008";

    public const string PiiInLog = "INS3001";
    public const string PiiInSpan = "INS3002";
    public const string PiiInMetric = "INS3003";
    public const string PiiInException = "INS3004";
    public const string PiiInConsole = "INS3005";
    public const string PiiInScope = "INS3006";
    public const string PiiInSerializedLog = "INS3007";
    public const string PiiExposed = "INS3008";
    public const string PiiReviewIncomplete = "INS3010";
    public const string PiiReturnUnmarked = "INS3011";
    public const string PiiNeverRead = "INS3012";
    public const string PiiNameUnmarked = "INS3013";
    public const string PiiNotFollowed = "INS3014";
    public const string PiiListLine = "INS3015";

    public const string LanguageTooOld = "INS4001";
    public const string InterceptionNotAllowed = "INS4002";
    public const string HealthCheckShape = "INS4003";
    public const string HealthCheckTwice = "INS4004";
    public const string ObjectiveUnusable = "INS4005";
    public const string NameMissing = "INS4006";
}

using static Instrumentation.Generator.Privacy.SinkFamily;

namespace Instrumentation.Generator.Privacy;

/// <summary>Sinks that are often meant: what the program answers, requests and stores. Their rule is off unless it is asked for.</summary>
internal static class PiiExposures
{
    /// <summary>The sinks.</summary>
    public static readonly IReadOnlyList<SinkRow> Rows =
    [
        new("Microsoft.AspNetCore.Mvc.ProblemDetails", "Detail Title Instance", Exposure),
        new("Microsoft.AspNetCore.Http.Results", "Problem BadRequest Conflict NotFound", Exposure, Except: "statusCode type"),
        new("Microsoft.AspNetCore.Http.TypedResults", "Problem BadRequest Conflict NotFound", Exposure, Except: "statusCode type"),
        new("Microsoft.AspNetCore.Http.HttpResponseWritingExtensions", "WriteAsync", Exposure, Only: "text"),
        new("Microsoft.AspNetCore.Http.IHeaderDictionary", "Item", Exposure),
        new("Microsoft.AspNetCore.Http.HeaderDictionaryExtensions", "Append", Exposure, Except: "headers"),
        new("Microsoft.AspNetCore.Http.IResponseCookies", "Append", Exposure, Except: "options"),
        new("Microsoft.AspNetCore.Http.HttpResponse", "Redirect", Exposure),
        new("Microsoft.AspNetCore.Http.Results", "Redirect LocalRedirect", Exposure),
        new("Microsoft.AspNetCore.Http.TypedResults", "Redirect LocalRedirect", Exposure),
        new("Microsoft.AspNetCore.Mvc.ControllerBase", "Redirect RedirectPermanent LocalRedirect", Exposure),
        new("System.Net.Http.Headers.HttpHeaders", "Add TryAddWithoutValidation", Exposure),
        new("System.Net.Http.HttpClient", "GetAsync GetStringAsync GetByteArrayAsync GetStreamAsync PostAsync PutAsync PatchAsync DeleteAsync", Exposure, Only: "requestUri"),
        new("System.Net.Http.HttpRequestMessage", ".ctor RequestUri", Exposure, Except: "method"),
        new("System.IO.File", "WriteAllText WriteAllTextAsync WriteAllLines WriteAllLinesAsync WriteAllBytes WriteAllBytesAsync AppendAllText AppendAllTextAsync AppendAllLines AppendAllLinesAsync", Exposure),
        new("System.Diagnostics.Process", "Start", Exposure),
        new("System.Diagnostics.ProcessStartInfo", ".ctor Arguments FileName", Exposure),
        new("Sentry.SentrySdk", "CaptureMessage AddBreadcrumb SetTag", Exposure),
        new("Microsoft.ApplicationInsights.TelemetryClient", "TrackEvent TrackTrace TrackException TrackMetric", Exposure),
        new("Microsoft.Extensions.Caching.Distributed.IDistributedCache", "Get GetAsync Set SetAsync Refresh Remove", Exposure, Only: "key"),
    ];
}

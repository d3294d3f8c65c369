using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>The <c>exception</c> event of OpenTelemetry's conventions, with as much of the exception as was asked for.</summary>
internal static class RecordedException
{
    public static void Add(Activity activity, Exception exception, string type, ExceptionRecording recording)
    {
        if (recording == ExceptionRecording.None) return;

        try
        {
            activity.AddEvent(new ActivityEvent("exception", tags: TagsOf(exception, type, recording)));
        }
        catch (Exception)
        {
            // The text of an exception is somebody's code. If that throws, the event is lost, and never the exception that it is about.
            SelfMetrics.Skipped("exception");
        }
    }

    private static ActivityTagsCollection TagsOf(Exception exception, string type, ExceptionRecording recording)
    {
        var tags = new ActivityTagsCollection { { "exception.type", type } };
        if (recording >= ExceptionRecording.TypeAndMessage) tags.Add("exception.message", exception.Message);
        if (recording == ExceptionRecording.Full) tags.Add("exception.stacktrace", exception.ToString());
        return tags;
    }
}

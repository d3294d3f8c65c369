using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Instrumentation.Runtime;

/// <summary>
/// Ends a call when its task ends. The task that comes back is in every respect the one the method returned: a completed
/// one is that very object, a pending one is followed by a proxy that takes over its status, all of its exceptions and its
/// cancellation token.
/// </summary>
/// <remarks>
/// The proxy completes after the span has ended, so that whoever awaits the call finds it ended. That is why the method's own
/// task with a continuation would not do.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Usage", "VSTHRD003", Justification = "Following a task is what this type is for.")]
public static class Completion
{
    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static Task Of<TOutcome>(Task task, OperationScope scope, TOutcome outcome)
        where TOutcome : struct, IOutcome<Nothing>
    {
        if (IsReady(task))
        {
            End(task, ref scope, ref outcome);
            return task;
        }

        if (task is null)
        {
            scope.Stop();
            return null!;
        }

        scope.Depart();
        return Follow(task, scope, outcome).Unwrap();
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static Task<T> Of<T, TOutcome>(Task<T> task, OperationScope scope, TOutcome outcome)
        where TOutcome : struct, IOutcome<T>
    {
        if (IsReady(task))
        {
            End(task, ref scope, ref outcome);
            return task;
        }

        if (task is null)
        {
            scope.Stop();
            return null!;
        }

        scope.Depart();
        return Follow(task, scope, outcome).Unwrap();
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static ValueTask Of<TOutcome>(ValueTask task, OperationScope scope, TOutcome outcome)
        where TOutcome : struct, IOutcome<Nothing>
    {
        if (!task.IsCompletedSuccessfully) return new ValueTask(Of(task.AsTask(), scope, outcome));

        // A pooled source may be asked once only; its result goes on as a plain one.
        task.GetAwaiter().GetResult();
        outcome.Succeeded(ref scope, default);
        scope.Stop();
        return default;
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static ValueTask<T> Of<T, TOutcome>(ValueTask<T> task, OperationScope scope, TOutcome outcome)
        where TOutcome : struct, IOutcome<T>
    {
        if (!task.IsCompletedSuccessfully) return new ValueTask<T>(Of(task.AsTask(), scope, outcome));

        var result = task.Result;
        outcome.Succeeded(ref scope, result);
        scope.Stop();
        return new ValueTask<T>(result);
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static Task Of(Task task, SpanScope scope)
    {
        if (Leaves(task, scope)) return task;
        scope.Depart();
        return scope.IsOfAsyncMethod(task) ? FollowAsync(task, scope.Rest) : Follow(task, scope.Rest).Unwrap();
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static Task<T> Of<T>(Task<T> task, SpanScope scope)
    {
        if (Leaves(task, scope)) return task;
        scope.Depart();
        return scope.IsOfAsyncMethod(task) ? FollowAsync(task, scope.Rest) : Follow(task, scope.Rest).Unwrap();
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static ValueTask Of(ValueTask task, SpanScope scope)
    {
        if (!task.IsCompletedSuccessfully) return new ValueTask(Of(task.AsTask(), scope));

        // A pooled source may be asked once only.
        task.GetAwaiter().GetResult();
        scope.Stop();
        return default;
    }

    /// <summary>Ends the call when <paramref name="task"/> ends.</summary>
    public static ValueTask<T> Of<T>(ValueTask<T> task, SpanScope scope)
    {
        if (!task.IsCompletedSuccessfully) return new ValueTask<T>(Of(task.AsTask(), scope));

        var result = task.Result;
        scope.Stop();
        return new ValueTask<T>(result);
    }

    /// <summary>As <see cref="Of(Task, SpanScope)"/>, of a compiled <c>async</c> method: its task has one exception at most.</summary>
    public static Task OfAsync(Task task, SpanScope scope)
    {
        if (IsReady(task))
        {
            scope.StopUnchanged();
            return task;
        }

        scope.DepartUnchanged();
        return FollowAsync(task, scope.Rest);
    }

    /// <summary>As <see cref="Of{T}(Task{T}, SpanScope)"/>, of a compiled <c>async</c> method: its task has one exception at most.</summary>
    public static Task<T> OfAsync<T>(Task<T> task, SpanScope scope)
    {
        if (IsReady(task))
        {
            scope.StopUnchanged();
            return task;
        }

        scope.DepartUnchanged();
        return FollowAsync(task, scope.Rest);
    }

    /// <summary>As <see cref="Of(ValueTask, SpanScope)"/>, of a compiled <c>async</c> method.</summary>
    public static ValueTask OfAsync(ValueTask task, SpanScope scope)
    {
        if (!task.IsCompletedSuccessfully) return new ValueTask(OfAsync(task.AsTask(), scope));
        scope.StopUnchanged();
        return task;
    }

    /// <summary>As <see cref="Of{T}(ValueTask{T}, SpanScope)"/>, of a compiled <c>async</c> method.</summary>
    public static ValueTask<T> OfAsync<T>(ValueTask<T> task, SpanScope scope)
    {
        if (!task.IsCompletedSuccessfully) return new ValueTask<T>(OfAsync(task.AsTask(), scope));
        scope.StopUnchanged();
        return task;
    }

    private static bool Leaves(Task? task, SpanScope scope)
    {
        if (task is not null && !IsReady(task)) return false;
        scope.Stop();
        return true;
    }

    private static async Task<Task> Follow(Task task, SpanScope.Departed call)
    {
        await Ended(task);
        call.Stop(task);
        return task;
    }

    private static async Task<Task<T>> Follow<T>(Task<T> task, SpanScope.Departed call)
    {
        await Ended(task);
        call.Stop(task);
        return task;
    }

    // What awaits a task whose one exception it is throws that very one.
    private static async Task FollowAsync(Task task, SpanScope.Departed call)
    {
        await Ended(task);
        call.Stop(task);
        task.GetAwaiter().GetResult();
    }

    private static async Task<T> FollowAsync<T>(Task<T> task, SpanScope.Departed call)
    {
        await Ended(task);
        call.Stop(task);
        return task.GetAwaiter().GetResult();
    }

    private static async Task<Task> Follow<TOutcome>(Task task, OperationScope scope, TOutcome outcome)
        where TOutcome : struct, IOutcome<Nothing>
    {
        await Ended(task);
        End(task, ref scope, ref outcome);
        return task;
    }

    private static async Task<Task<T>> Follow<T, TOutcome>(Task<T> task, OperationScope scope, TOutcome outcome)
        where TOutcome : struct, IOutcome<T>
    {
        await Ended(task);
        End(task, ref scope, ref outcome);
        return task;
    }

    // A faulted task is followed even though it has ended: reading its exception here would count as observing it.
    private static bool IsReady(Task? task) => task is { Status: TaskStatus.RanToCompletion or TaskStatus.Canceled };

    private static void End<TOutcome>(Task task, ref OperationScope scope, ref TOutcome outcome)
        where TOutcome : struct, IOutcome<Nothing>
    {
        if (task.Status == TaskStatus.RanToCompletion) outcome.Succeeded(ref scope, default);
        else outcome.Failed(scope, task.IsCanceled || !scope.IsError(task.Exception!.InnerException!));
        scope.Stop(task);
    }

    private static void End<T, TOutcome>(Task<T> task, ref OperationScope scope, ref TOutcome outcome)
        where TOutcome : struct, IOutcome<T>
    {
        if (task.Status == TaskStatus.RanToCompletion) outcome.Succeeded(ref scope, task.Result);
        else outcome.Failed(scope, task.IsCanceled || !scope.IsError(task.Exception!.InnerException!));
        scope.Stop(task);
    }

#if NET
    private static System.Runtime.CompilerServices.ConfiguredTaskAwaitable Ended(Task task) =>
        task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#else
    private static async Task Ended(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Only the end matters here; the proxy hands the exceptions on.
        }
    }
#endif
}

using Instrumentation.Generator.Flow;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>The threads of an analyzer, which all wait for the same result.</summary>
public sealed class WaitingCrewTests
{
    private const int Rounds = 64;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task WhoWaitsHelps()
    {
        using var helped = new ManualResetEventSlim();
        var maker = 0;
        var crew = new WaitingCrew<int[]>((crew, _) =>
        {
            maker = Environment.CurrentManagedThreadId;

            // The maker stays in its first round until somebody else has taken one.
            return crew.Map(Enumerable.Range(0, Rounds).ToList(), round =>
            {
                if (Environment.CurrentManagedThreadId != maker) helped.Set();
                else Assert.True(helped.Wait(s_patience, TestContext.Current.CancellationToken));
                return round * 2;
            });
        });

        var results = await Task.WhenAll(Threads(2, () => crew.Get(TestContext.Current.CancellationToken)));

        Assert.Same(results[0], results[1]);
        Assert.Equal(Enumerable.Range(0, Rounds).Select(static round => round * 2), results[0]);
    }

    [Fact]
    public void TheResultIsMadeOnce()
    {
        var made = 0;
        var crew = new WaitingCrew<object>((_, _) => made++);

        Assert.Same(crew.Get(TestContext.Current.CancellationToken), crew.Get(TestContext.Current.CancellationToken));
        Assert.Equal(1, made);
    }

    [Fact]
    public void WhatARoundThrowsIsThrownToWhoMakesTheResult()
    {
        var isBroken = true;
        var crew = new WaitingCrew<object>((crew, _) =>
        {
            crew.For(Rounds, round =>
            {
                if (isBroken && round == 5) throw new InvalidOperationException("five");
            });
            return "whole";
        });

        Assert.Equal("five", Assert.Throws<InvalidOperationException>(() => crew.Get(TestContext.Current.CancellationToken)).Message);
        isBroken = false;
        Assert.Equal("whole", crew.Get(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ARequestThatIsCancelledLeavesTheWorkToOneThatWaits()
    {
        using var cancelled = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var crew = new WaitingCrew<string>((_, cancellation) =>
        {
            begun.Set();
            if (!cancellation.CanBeCanceled || cancellation != cancelled.Token) return "made";
            cancellation.WaitHandle.WaitOne(s_patience);
            throw new OperationCanceledException(cancellation);
        });
        var first = Threads(1, () => crew.Get(cancelled.Token))[0];
        Assert.True(begun.Wait(s_patience, TestContext.Current.CancellationToken));
        var second = Threads(1, () => crew.Get(CancellationToken.None))[0];

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("made", await second);
    }

    // Threads of their own: the pool may have none left while one waits.
    private static Task<T>[] Threads<T>(int count, Func<T> work) =>
        [.. Enumerable.Range(0, count).Select(_ => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
}

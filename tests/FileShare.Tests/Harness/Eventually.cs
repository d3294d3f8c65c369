namespace FileShare.Tests.Harness;

/// <summary>Waits for what happens on the other side of a connection.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(20);

    public static async Task IsTrue(Func<bool> condition, string what)
    {
        using var deadline = new CancellationTokenSource(s_deadline);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
        {
            Assert.False(deadline.IsCancellationRequested, $"It did not come about in {s_deadline.TotalSeconds} s: {what}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}

namespace FileShare.Demo;

/// <summary>The clock, set forward: a link that lives for a minute can be seen to expire at once.</summary>
internal sealed class AheadClock : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
}

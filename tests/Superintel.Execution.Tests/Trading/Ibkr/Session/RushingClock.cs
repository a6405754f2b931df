namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>The system's clock, until it is told to rush: what is waited for from then on is over in a thousandth of its time.</summary>
internal sealed class RushingClock : TimeProvider
{
    private const int Faster = 1_000;
    private volatile bool rushes;

    public void Rush() => rushes = true;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, rushes && dueTime > TimeSpan.Zero ? dueTime / Faster : dueTime, period);
}

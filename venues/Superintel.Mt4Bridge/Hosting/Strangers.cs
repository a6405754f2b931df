namespace Superintel.Mt4Bridge.Hosting;

/// <summary>
/// Counts requests without the right token. Says so at the first, the second, the fourth and so on: nobody fills the log from outside.
/// </summary>
internal sealed class Strangers(ILogger log, string side)
{
    private long count;

    public void Came()
    {
        var now = Interlocked.Increment(ref count);
        if (long.IsPow2(now)) log.Unauthorised(side, now);
    }
}

using Superintel.Venue.Binance.Messages;

namespace Superintel.Venue.Binance.Limits;

/// <summary>
/// The account's limits of new orders that have not traded yet. They close the way for new orders alone: cancels and questions go on.
/// Inside the gate's lock.
/// </summary>
internal sealed class OrderLimits
{
    private const int MostWindows = 8;
    private const int MostDoublings = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private readonly List<OrderWindow> windows = []; // shortest first
    private Pause closed;
    private int refusals;

    public void Learn(RateLimit limit)
    {
        if (Of(limit.Interval) is not { } window)
        {
            if (windows.Count == MostWindows) return;
            window = new OrderWindow(limit.Interval);
            windows.Insert(windows.TakeWhile(shorter => shorter.Length < limit.Interval).Count(), window);
        }
        window.Limit = limit.Limit;
    }

    /// <returns>Null: there is room for one more. Else until when there is none, and what is full.</returns>
    public (DateTimeOffset Until, string Text)? Full(DateTimeOffset now)
    {
        closed = closed.At(now);
        if (closed.Until > now) return (closed.Until, "the exchange took no more new orders");
        foreach (var window in windows)
        {
            if (window.FullUntil(now) is { } until)
                return (until, $"{window.Used} of {window.Limit} new orders in {window.Length} have not traded");
        }
        return null;
    }

    public void Count(DateTimeOffset now)
    {
        foreach (var window in windows) window.Count(now);
    }

    public void Heard(RateCount told, DateTimeOffset now) => Of(told.Interval)?.Heard(told.Count, now);

    public void Taken() => refusals = 0;

    /// <summary>After -1015: no new order for a while, twice as long each time. Who goes on all the same is banned.</summary>
    public void Refused(TimeSpan retryAfter, DateTimeOffset now)
    {
        var pause = FirstPause * (1 << Math.Min(refusals++, MostDoublings));
        closed = new Pause(now, retryAfter > pause ? retryAfter : pause);
    }

    private OrderWindow? Of(TimeSpan length) => windows.Find(window => window.Length == length);
}

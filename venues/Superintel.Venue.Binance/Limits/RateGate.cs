using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;

namespace Superintel.Venue.Binance.Limits;

/// <summary>
/// Keeps within the exchange's limits: counts what the exchange says is used, refuses a call that would go beyond, and is silent for as
/// long as a 429 or 418 asks. Reads leave a tenth of the weight to orders. New orders have limits of their own.
/// </summary>
public sealed class RateGate(TimeProvider clock)
{
    private const double ReadShare = 0.9;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);
    private readonly Lock gate = new();
    private readonly OrderLimits orders = new();
    private int limit = 1_200; // the lowest ever published; the exchange's own word replaces it
    private int used;
    private long window = -1;
    private Pause silence;

    /// <summary>Used in the current minute, as last heard plus what was sent since.</summary>
    public int UsedWeight
    {
        get
        {
            lock (gate)
            {
                Turn(clock.GetUtcNow());
                return used;
            }
        }
    }

    /// <summary>Takes over the exchange's own limits.</summary>
    public void Learn(IEnumerable<RateLimit> limits)
    {
        lock (gate)
        {
            foreach (var known in limits)
            {
                if (known.Kind == RateCount.Weight && known.Interval == Window) limit = known.Limit;
                if (known.Kind == RateCount.Orders) orders.Learn(known);
            }
        }
    }

    /// <summary>Asks to send.</summary>
    /// <param name="order">Orders and cancels may use all of the weight.</param>
    /// <param name="places">It is a new order.</param>
    /// <returns>Null: go; it is counted. Else why not, and when.</returns>
    public Failure? Enter(int weight, bool order, bool places = false)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Turn(now);
            silence = silence.At(now);
            if (silence.Until > now) return Wait("rate-limited", "the exchange asked to be left alone", silence.Until - now);
            if (used + weight > (order ? limit : (int)(limit * ReadShare)))
                return Wait("weight-used", $"{used} of {limit} are used this minute", UntilNextWindow(now));
            if (places && orders.Full(now) is var (until, text)) return Wait(FailureRules.OrdersLimited, text, until - now);
            used += weight;
            if (places) orders.Count(now);
            return null;
        }
    }

    /// <summary>Hears what the exchange has counted (X-MBX-USED-WEIGHT-1M); null when it did not say.</summary>
    public void Heard(int? usedWeight)
    {
        if (usedWeight is not { } told) return;
        lock (gate)
        {
            Turn(clock.GetUtcNow());
            used = told;
        }
    }

    /// <summary>Hears what the exchange has counted, with the answer to a call.</summary>
    public void Heard(IReadOnlyList<RateCount> counts)
    {
        foreach (var told in counts)
        {
            if (told.Kind == RateCount.Weight && told.Interval == Window) Heard(told.Count);
            if (told.Kind == RateCount.Orders) Heard(told);
        }
    }

    /// <summary>Hears how many new orders have not traded (X-MBX-ORDER-COUNT-10S, -1D).</summary>
    public void Heard(RateCount orderCount)
    {
        lock (gate) orders.Heard(orderCount, clock.GetUtcNow());
    }

    /// <summary>A new order was taken.</summary>
    public void Placed()
    {
        lock (gate) orders.Taken();
    }

    /// <summary>After a 429 or 418: silence for as long as it says, a second at least; a ban that does not say is taken for the shortest,
    /// two minutes. After -1015 only new orders wait.</summary>
    public void Silence(Failure refused)
    {
        lock (gate)
        {
            if (refused.Code == FailureRules.OrdersLimited)
            {
                orders.Refused(refused.RetryAfter, clock.GetUtcNow());
                return;
            }
            var least = refused.Code == FailureRules.Banned && refused.RetryAfter <= TimeSpan.Zero ? ShortestBan : ShortestSilence;
            var asked = new Pause(clock.GetUtcNow(), refused.RetryAfter > least ? refused.RetryAfter : least);
            if (asked.Until > silence.At(asked.From).Until) silence = asked;
        }
    }

    private static Failure Wait(string code, string text, TimeSpan wait) =>
        new(FailureKind.RateLimited, code, 0, $"Nothing was sent: {text}.", wait);

    private TimeSpan UntilNextWindow(DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeSeconds((now.ToUnixTimeSeconds() / 60 * 60) + 60) - now;

    private void Turn(DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / 60;
        if (current == window) return;
        (window, used) = (current, 0);
    }
}

using Superintel.Execution.Trading;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>
/// When an order that is in none of TWS's lists was never placed. TWS tells today's orders only, and what is on the wire of this very
/// session may still arrive: neither is proof.
/// </summary>
internal static class IbkrAbsence
{
    /// <summary>In one session: TWS reads its socket in order, so a probe answered this much later has overtaken nothing.</summary>
    public static readonly TimeSpan SameSessionProof = TimeSpan.FromSeconds(60);

    private static readonly TimeZoneInfo NewYork = TwsTime.Zone("America/New_York");

    /// <param name="sent">What this process knows of it; null: it was not this process that sent it.</param>
    /// <param name="venueTime">TWS's clock, just asked.</param>
    /// <param name="zone">TWS's own, by which it may end its day as well; null: not known.</param>
    public static QueryOutcome Judge(
        OrderReference order, IbkrOrder? sent, int session, DateTimeOffset venueTime, TimeZoneInfo? zone, DateTimeOffset now)
    {
        if (sent is { Executions.Count: > 0 })
            return new QueryOutcome.Unavailable("It has traded in part, and TWS tells nothing of the rest: compare the statement.");
        if (sent is { HeardInLook: > 0 })
            return new QueryOutcome.Unavailable("TWS had it, and tells neither that it works nor how it ended: compare the statement.");
        if (sent is { SentInSession: > 0 } && sent.SentInSession == session && now - sent.SentAt < SameSessionProof)
            return new QueryOutcome.Unavailable("It was sent in this session and may still be on its way.");
        if (HasDayEnded(order.CreatedAt, venueTime, NewYork) || HasDayEnded(order.CreatedAt, venueTime, zone ?? TimeZoneInfo.Utc))
            return new QueryOutcome.Unavailable("It is from an earlier day, of which TWS tells nothing: compare the statement.");
        return new QueryOutcome.NotPlaced(
            "Neither among working orders, nor finished ones, nor executions of today, asked after its session.");
    }

    private static bool HasDayEnded(DateTimeOffset since, DateTimeOffset now, TimeZoneInfo zone) => Day(since, zone) < Day(now, zone);

    private static DateOnly Day(DateTimeOffset time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);
}

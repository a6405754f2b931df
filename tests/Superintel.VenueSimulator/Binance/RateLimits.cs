using System.Globalization;
using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>
/// What the exchange counts and what it does about too much: the weight of requests in a minute, new orders that have not traded in ten
/// seconds and in a day. Too much is refused with 429 and the time to wait; who goes on all the same is banned with 418, first for two
/// minutes, then for twice as long, for three days at most. BROKERS.md section 3.5; rest-api.md, "LIMITS".
/// </summary>
internal sealed class RateLimits(VenueClock clock)
{
    public const int WeightPerMinute = 6_000;
    public const int OrdersPerTenSeconds = 100;
    public const int OrdersPerDay = 200_000;

    /// <summary>Requests into a 429 that are still only refused; Binance does not say how many.</summary>
    public const int Warnings = 10;

    private static readonly TimeSpan FirstBan = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);
    private readonly Lock gate = new();
    private readonly RateWindow weight = new(TimeSpan.FromMinutes(1));
    private readonly RateWindow tenSeconds = new(TimeSpan.FromSeconds(10));
    private readonly RateWindow day = new(TimeSpan.FromDays(1));
    private readonly HashSet<long> waiting = [];
    private long quietUntil;
    private long bannedUntil;
    private int ignored;
    private int bans;

    /// <summary>Nothing is answered for a while, as after too much.</summary>
    public void Ban(TimeSpan span)
    {
        lock (gate) quietUntil = clock.NowMs + (long)span.TotalMilliseconds;
    }

    /// <summary>A request came.</summary>
    /// <param name="placing">It is a new order, which the account's own limits are for.</param>
    /// <returns>Null: it is answered, and its weight counted.</returns>
    public Reply? Take(int heavy, bool placing)
    {
        lock (gate)
        {
            var now = clock.NowMs;
            if (now < bannedUntil) return Banned(now);
            if (now < quietUntil) return Ignored(now);
            ignored = 0;
            if (weight.At(now) + heavy > WeightPerMinute)
            {
                quietUntil = weight.EndsAt(now);
                return Quiet(now);
            }
            weight.Add(now, heavy);
            if (!placing) return null;
            if (tenSeconds.At(now) >= OrdersPerTenSeconds) return TooMany(OrdersPerTenSeconds, "10 SECOND", tenSeconds.EndsAt(now) - now);
            return day.At(now) >= OrdersPerDay ? TooMany(OrdersPerDay, "1 DAY", day.EndsAt(now) - now) : null;
        }
    }

    /// <summary>An order was taken and waits: it counts until it trades for the first time.</summary>
    public void Waits(long orderId)
    {
        lock (gate)
        {
            if (waiting.Add(orderId)) Count(1);
        }
    }

    /// <summary>An order traded.</summary>
    public void Traded(long orderId)
    {
        lock (gate)
        {
            if (waiting.Remove(orderId)) Count(-1);
        }
    }

    /// <summary>The headers that tell what is used.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers(bool placed)
    {
        lock (gate)
        {
            var now = clock.NowMs;
            var used = Text(weight.At(now));
            List<(string, string)> headers = [("X-MBX-USED-WEIGHT", used), ("X-MBX-USED-WEIGHT-1M", used)];
            if (!placed) return headers;
            headers.Add(("X-MBX-ORDER-COUNT-10S", Text(tenSeconds.At(now))));
            headers.Add(("X-MBX-ORDER-COUNT-1D", Text(day.At(now))));
            return headers;
        }
    }

    /// <summary>The same as the WebSocket API and rateLimit/order tell it.</summary>
    public JsonArray Told(bool weights, bool orders)
    {
        lock (gate)
        {
            var (now, rows) = (clock.NowMs, new JsonArray());
            if (weights) rows.Add((JsonNode)Row("REQUEST_WEIGHT", "MINUTE", 1, WeightPerMinute, weight.At(now)));
            if (!orders) return rows;
            rows.Add((JsonNode)Row("ORDERS", "SECOND", 10, OrdersPerTenSeconds, tenSeconds.At(now)));
            rows.Add((JsonNode)Row("ORDERS", "DAY", 1, OrdersPerDay, day.At(now)));
            return rows;
        }
    }

    /// <summary>The rules alone, as exchangeInfo has them.</summary>
    public static JsonArray Rules() => new(
        Row("REQUEST_WEIGHT", "MINUTE", 1, WeightPerMinute, null), Row("ORDERS", "SECOND", 10, OrdersPerTenSeconds, null),
        Row("ORDERS", "DAY", 1, OrdersPerDay, null));

    private static JsonObject Row(string kind, string unit, int number, int limit, int? count)
    {
        var row = new JsonObject { ["rateLimitType"] = kind, ["interval"] = unit, ["intervalNum"] = number, ["limit"] = limit };
        if (count is { } used) row["count"] = used;
        return row;
    }

    private void Count(int change)
    {
        var now = clock.NowMs;
        tenSeconds.Add(now, change);
        day.Add(now, change);
    }

    private Reply Ignored(long now)
    {
        if (++ignored <= Warnings) return Quiet(now);
        var span = FirstBan * Math.Pow(2, bans++);
        bannedUntil = now + (long)(span < LongestBan ? span : LongestBan).TotalMilliseconds;
        ignored = 0;
        return Banned(now);
    }

    private Reply Quiet(long now) => Reply.Error(
        -1003, $"Too much request weight used; current limit is {WeightPerMinute} request weight per 1 MINUTE. "
        + "Please use WebSocket Streams for live updates to avoid polling the API.", 429) with { RetryAfter = Seconds(quietUntil - now) };

    private Reply Banned(long now) => Reply.Error(
        -1003, string.Create(CultureInfo.InvariantCulture,
            $"Way too much request weight used; IP banned until {bannedUntil}. "
            + $"Please use WebSocket Streams for live updates to avoid bans."),
        418) with { RetryAfter = Seconds(bannedUntil - now) };

    private static Reply TooMany(int limit, string span, long wait) =>
        Reply.Error(-1015, $"Too many new orders; current limit is {limit} orders per {span}.", 429) with { RetryAfter = Seconds(wait) };

    private static int Seconds(long milliseconds) => (int)Math.Max(1, (milliseconds + 999) / 1000);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;

namespace Superintel.Risk.Breakers;

/// <summary>What breakers must remember from one event to the next, beside the portfolio's marks.</summary>
/// <param name="LosingStreak">Round trips in a row that lost, before commissions.</param>
/// <param name="Realized">Realised result of each pair when it was flat last, so that the next round trip can be told from it.</param>
/// <param name="Venues">By name.</param>
public sealed record BreakerGauges(
    int LosingStreak, ImmutableSortedDictionary<string, decimal> Realized, ImmutableSortedDictionary<string, VenueGauge> Venues)
{
    public static BreakerGauges Empty { get; } = new(
        0,
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, VenueGauge>(StringComparer.Ordinal));

    /// <summary>A pair became flat.</summary>
    /// <param name="realized">All it ever realised.</param>
    public BreakerGauges RoundTrip(string pairId, decimal realized)
    {
        var result = realized - Realized.GetValueOrDefault(pairId);
        if (result == 0m) return this;
        return this with { LosingStreak = result < 0m ? LosingStreak + 1 : 0, Realized = Realized.SetItem(pairId, realized) };
    }

    public BreakerGauges At(string venue, Func<VenueGauge, VenueGauge> move) =>
        this with { Venues = Venues.SetItem(venue, move(Venues.GetValueOrDefault(venue) ?? VenueGauge.New(venue))) };

    /// <summary>A senior looked: what a breaker counted so far no longer counts.</summary>
    public BreakerGauges Rearm(BreakerKind kind, string scope)
    {
        if (kind == BreakerKind.LosingStreak) return this with { LosingStreak = 0 };
        if (kind == BreakerKind.RejectRate) return At(scope, venue => venue with { Rejects = [] });
        return kind == BreakerKind.Slippage ? At(scope, venue => venue with { Slippage = [] }) : this;
    }
}

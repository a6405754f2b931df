using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.KillSwitch;

/// <summary>Writes closing clearances for what a pair holds, each with its verdict and reservation.</summary>
public sealed class IssueExits(
    ReadMarket market, IReservations reservations, IVerdicts verdicts, IFlattenTries tries, RiskOptions options, TimeProvider clock)
{
    /// <returns>The clearances, ordered by pair; a pair that has nothing left or is not due gets none, and one whose attempts are used up
    /// an alert, once.</returns>
    public async ValueTask<IReadOnlyList<IEvent>> For(
        IEnumerable<Position> held, long version, DateTimeOffset? barEnd, CancellationToken ct)
    {
        var positions = held.ToArray();
        var snapshot = await market.For(positions.Select(p => p.Key.Instrument), ct);
        var atWork = await reservations.Open(ct);
        var known = (await tries.Of(version, ct)).ToDictionary(one => one.PairId, StringComparer.Ordinal);
        var happened = new List<IEvent>();
        foreach (var pair in positions.GroupBy(p => p.Key.PairId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var legs = Flattening.Legs(pair, atWork, id => snapshot.Last(id)?.Close);
            var one = known.GetValueOrDefault(pair.Key) ?? FlattenTry.First(version, pair.Key);
            if (legs.Count == 0 || one.GaveUp || !one.IsDue(barEnd, clock.GetUtcNow())) continue;
            happened.Add(one.Placed < options.FlattenAttempts ? await Clear(one, legs, ct) : await GiveUp(one, legs, ct));
        }
        return happened;
    }

    private async ValueTask<IEvent> GiveUp(FlattenTry one, IReadOnlyList<TradeLeg> legs, CancellationToken ct)
    {
        await tries.Save(one with { GaveUp = true }, ct);
        return Flattening.GaveUp(one, legs, clock.GetUtcNow());
    }

    private async ValueTask<OrderCleared> Clear(FlattenTry one, IReadOnlyList<TradeLeg> legs, CancellationToken ct)
    {
        var (now, number) = (clock.GetUtcNow(), one.Cleared);
        // A flatten that began before attempts were counted has numbers that are spent.
        while (await verdicts.Find(Flattening.Decision(one.PairId, one.Version, number), ct) is not null) number++;
        var decision = Flattening.Decision(one.PairId, one.Version, number);
        var reservation = Reservation.For(decision, one.PairId, TradeIntent.Close, legs, now);
        await tries.Save(one.Clear(number, now), ct);
        await reservations.Save(reservation, ct);
        await verdicts.TryAdd(new RiskVerdict(decision, one.PairId, TradeIntent.Close, [], [], now), ct);
        return new OrderCleared(
            reservation.Clearance.Value,
            decision.Value,
            one.PairId,
            "close",
            [.. legs.Select(leg => leg.ToContract())],
            options.ExitLegFailurePolicy,
            now,
            now + options.ClearanceLifetime,
            []);
    }
}

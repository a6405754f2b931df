using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.KillSwitch;

/// <summary>Writes closing clearances for what a pair holds, each with its verdict and reservation.</summary>
public sealed class IssueExits(
    ReadMarket market, IReservations reservations, IVerdicts verdicts, RiskOptions options, TimeProvider clock)
{
    /// <returns>The clearances, ordered by pair; a pair that was tried often enough or has nothing left gets none.</returns>
    public async ValueTask<IReadOnlyList<OrderCleared>> For(IEnumerable<Position> held, long version, CancellationToken ct)
    {
        var positions = held.ToArray();
        var snapshot = await market.For(positions.Select(p => p.Key.Instrument), ct);
        var atWork = await reservations.Open(ct);
        var cleared = new List<OrderCleared>();
        foreach (var pair in positions.GroupBy(p => p.Key.PairId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var legs = Flattening.Legs(pair, atWork, id => snapshot.Last(id)?.Close);
            if (legs.Count == 0 || await NextDecision(pair.Key, version, ct) is not { } decision) continue;
            cleared.Add(await Clear(decision, pair.Key, legs, ct));
        }
        return cleared;
    }

    private async ValueTask<DecisionId?> NextDecision(string pairId, long version, CancellationToken ct)
    {
        for (var attempt = 0; attempt < options.FlattenAttempts; attempt++)
        {
            var decision = Flattening.Decision(pairId, version, attempt);
            if (await verdicts.Find(decision, ct) is null) return decision;
        }
        return null;
    }

    private async ValueTask<OrderCleared> Clear(DecisionId decision, string pairId, IReadOnlyList<TradeLeg> legs, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reservation = Reservation.For(decision, pairId, TradeIntent.Close, legs, now);
        await reservations.Save(reservation, ct);
        await verdicts.TryAdd(new RiskVerdict(decision, pairId, TradeIntent.Close, [], [], now), ct);
        return new OrderCleared(
            reservation.Clearance.Value,
            decision.Value,
            pairId,
            "close",
            [.. legs.Select(leg => leg.ToContract())],
            options.ExitLegFailurePolicy,
            now,
            now + options.ClearanceLifetime,
            []);
    }
}

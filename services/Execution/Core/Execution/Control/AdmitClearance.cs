using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Control;

/// <summary>Execution's own door: every check that stands between a clearance and its orders. The first that fails speaks.</summary>
public sealed class AdmitClearance(
    IClearances clearances,
    ITradingControl control,
    IInstruments instruments,
    IBlockedInstruments blocked,
    IExternalOrders externals,
    IOrderBook orders,
    BrokerRoutes routes,
    VenueGate gate)
{
    /// <summary>Uses the clearance up, whatever the answer is.</summary>
    public async Task<Admission> Handle(OrderCleared cleared, DateTimeOffset now, CancellationToken ct)
    {
        if (!await clearances.Spend(new ClearanceId(cleared.ClearanceId), new DecisionId(cleared.DecisionId), now, ct))
            return Deny(DenialCode.ClearanceReused, "The clearance has been used.");
        if (now >= cleared.ExpiresAt)
            return Deny(DenialCode.ClearanceExpired, $"Expired at {cleared.ExpiresAt.UtcDateTime:O}, now {now.UtcDateTime:O}.");
        var trading = (await control.Get(ct)).State;
        var intent = ClearanceWords.Intent(cleared.Intent);
        if (trading == TradingState.Halted) return Deny(DenialCode.TradingHalted, "The kill switch is on halted.");
        if (trading == TradingState.ReduceOnly && intent == PairIntent.Open)
            return Deny(DenialCode.ReduceOnly, "The kill switch is on reduce-only and the order opens a position.");
        return await Route(cleared, intent, ct);
    }

    private async Task<Admission> Route(OrderCleared cleared, PairIntent intent, CancellationToken ct)
    {
        var legs = ImmutableArray.CreateBuilder<LegRoute>();
        foreach (var leg in cleared.Legs)
        {
            var id = InstrumentId.Parse(leg.InstrumentId);
            if (await instruments.Find(id, ct) is not { } instrument)
                return Deny(DenialCode.UnknownInstrument, $"{id} has never been listed.");
            if (!instrument.Tradable) return Deny(DenialCode.NoRoute, $"{id} is only observed.");
            if (routes.For(instrument.AssetClass) is not { } route)
                return Deny(DenialCode.NoRoute,
                    $"{id}: no venue is configured for {instrument.AssetClass?.ToString() ?? "its asset class"}.");
            // Exits too: whether there is still something to close is what nobody knows yet.
            if (gate.Waiting(route.Venue) is { } waiting) return Deny(DenialCode.VenueNotCompared, $"{id}: {waiting}");
            if (intent == PairIntent.Open && gate.Silent(route.Venue) is { } silent)
                return Deny(DenialCode.VenueSilent, $"{id}: {silent}");
            if (await Obstacle(id, intent, ct) is { } obstacle) return obstacle;
            legs.Add(new LegRoute(instrument, route));
        }
        return new Admission.Admitted(legs.ToImmutable());
    }

    private async Task<Admission?> Obstacle(InstrumentId id, PairIntent intent, CancellationToken ct)
    {
        if (intent == PairIntent.Open && await blocked.Find(id, ct) is { } mismatch)
            return Deny(DenialCode.PositionMismatch,
                $"{id}: {mismatch.Venue} holds {mismatch.Theirs}, the ledger says {mismatch.Ours}, {mismatch.External} are of others.");
        if (intent == PairIntent.Open && (await externals.Working(ct)).FirstOrDefault(order => order.Blocks && order.Instrument == id)
            is { } external)
            return Deny(DenialCode.ExternalOrder,
                $"{id}: {external.Venue} works an order of somebody else's ({external.Id}); acknowledge it or wait for its end.");
        var unknown = (await orders.In([OrderState.Unknown], ct)).FirstOrDefault(order => order.Intent.Instrument == id);
        return unknown is null
            ? null
            : Deny(DenialCode.OutcomeUnknown, $"{id}: what became of {unknown.Intent.ClientOrderId} is not known yet.");
    }

    private static Admission.Denied Deny(string code, string detail) => new(code, detail);
}

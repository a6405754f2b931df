using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Sizing;
using Superintel.Risk.Sizing.SizeSignal;
using Superintel.Risk.Trades;

namespace Superintel.Simulation.Desk;

/// <summary>Approval's question to Risk without a wire between them.</summary>
public sealed class DirectSizing(SizeSignal size) : ISizing
{
    public async ValueTask<SizingAnswer> Size(
        SignalGenerated signal, IReadOnlyList<DecisionId> preceding, CancellationToken ct)
    {
        var decision = await size.Handle(
            new SizeRequest(
                signal.DecisionId, signal.PairId, signal.Intent == "close" ? TradeIntent.Close : TradeIntent.Open, signal.Direction,
                signal.Confidence, signal.HedgeRatio, signal.SpreadVolatility, signal.ZScore, signal.HalfLifeBars, signal.PriceA,
                    signal.PriceB,
                signal.OccurredAt, [.. preceding]),
            ct);
        return decision.Refusal is { } refusal
            ? new SizingAnswer.Refused(refusal.Code.Code, refusal.Detail, decision.Measures)
            : new SizingAnswer.Sized([.. decision.Legs.Select(leg => leg.ToContract())], decision.Notional, decision.Measures);
    }
}

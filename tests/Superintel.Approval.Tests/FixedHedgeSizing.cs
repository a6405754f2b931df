using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Tests;

/// <summary>Risk's side of a person's hedge, with an answer that the test sets.</summary>
internal sealed class FixedHedgeSizing : IHedgeSizing
{
    public HedgeAnswer Answer { get; set; } = Sized(60_000m);

    public HedgeQuestion? Asked { get; private set; }

    public static HedgeAnswer Sized(decimal notional) => new HedgeAnswer.Sized(
        [new OrderLeg(0, Desk.Hedged, "sell", notional / 100m, 100m, "USD")],
        Signals.Usd(notional),
        [new RiskMeasure("hedge", "cvar-95-before", 0.02, null, "fraction-of-nav")],
        Signals.Bar,
        "Hedge of the tail by advice h1.");

    public ValueTask<HedgeAnswer> Size(HedgeQuestion question, CancellationToken ct)
    {
        Asked = question;
        return new ValueTask<HedgeAnswer>(Answer);
    }
}

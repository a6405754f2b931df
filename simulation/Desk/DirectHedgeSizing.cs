using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Risk.Hedging.SizeHedge;
using Superintel.Risk.Trades;

namespace Superintel.Simulation.Desk;

/// <summary>A person's hedge asked of Risk without a wire between them.</summary>
public sealed class DirectHedgeSizing(SizeHedge size) : IHedgeSizing
{
    public async ValueTask<HedgeAnswer> Size(Approval.Sizing.HedgeQuestion question, CancellationToken ct)
    {
        var terms = question.Terms;
        var sizing = await size.Handle(
            new(
                question.Instrument,
                question.Opens ? TradeIntent.Open : TradeIntent.Close,
                question.AdviceId,
                question.AdvisedAt,
                new(terms.Volatility, terms.Strike, terms.Days, terms.Cost, terms.Most)),
            ct);
        return sizing.Leg is { } leg
            ? new HedgeAnswer.Sized([leg.ToContract()], sizing.Notional, sizing.Measures, sizing.PricedAt, sizing.Reason)
            : new HedgeAnswer.Refused(sizing.Code ?? "", sizing.Detail);
    }
}

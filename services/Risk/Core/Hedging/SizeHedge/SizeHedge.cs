using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Reasons;
using Superintel.Risk.Stress.GatherBook;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>Answers how a hedge would be traded. A question: it changes nothing and promises nothing, the verdict comes after
/// approval.</summary>
public sealed class SizeHedge(
    ReadPortfolio portfolio, ReadMarket market, IReservations reservations, IExternalBook external, GatherBook gather, ReadLimits limits,
    RiskOptions options, TimeProvider clock)
{
    public async ValueTask<HedgeSizing> Handle(HedgeQuestion question, CancellationToken ct)
    {
        var (id, hedge) = (question.Instrument, PairId.Hedge(question.Instrument).ToString());
        var atWork = await reservations.Open(ct);
        if (atWork.FirstOrDefault(one => one.PairId == hedge) is { } working)
            return HedgeSizing.Refused(ReasonCode.OrderInFlight, $"The orders of clearance {working.Clearance} are not over.");
        var book = await portfolio.Now(ct);
        var others = await external.Now(ct);
        var needed = book.Instruments.Concat(atWork.SelectMany(one => one.Instruments)).Concat(others.Instruments).Append(id);
        var known = await market.For(needed, ct);
        if (known.Find(id) is not { } instrument) return HedgeSizing.Refused(ReasonCode.UnknownInstrument, $"{id} was never listed.");
        if (known.Last(id) is not { Close: > 0m } last)
            return HedgeSizing.Refused(ReasonCode.UnknownPrice, $"{id} has no close above zero.");
        var input = new HedgeInput(
            question, instrument, last, clock.GetUtcNow(), book, atWork, others.Listed(known), known, await gather.Handle([id], ct),
            await limits.Now(ct), options);
        return question.Intent == TradeIntent.Close ? HedgeExit.Size(input) : HedgeEntry.Size(input);
    }
}

using Superintel.Kernel;
using Superintel.Risk.Clearances.Ports;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts.Ports;

namespace Superintel.Risk.Sizing.SizeSignal;

/// <summary>Answers how large a signal may be. A question: it changes nothing and promises nothing, the verdict comes after
/// approval.</summary>
public sealed class SizeSignal(
    ReadPortfolio portfolio,
    ReadMarket market,
    IReservations reservations,
    IExternalBook external,
    IVerdicts verdicts,
    ReadLimits limits,
    RiskOptions options)
{
    public async ValueTask<SizeDecision> Handle(SizeRequest request, CancellationToken ct)
    {
        if (!PairId.TryParse(request.PairId, out var pair) || pair.IsHedge)
            return SizeDecision.Refused(ReasonCode.InvalidSignal, $"'{request.PairId}' is not a pair id.");
        foreach (var decision in request.Preceding)
        {
            if (await verdicts.Find(decision, ct) is null)
                return SizeDecision.Refused(ReasonCode.VerdictPending, $"{decision} was approved before and has no verdict yet.");
        }
        var atWork = await reservations.Open(ct);
        if (atWork.FirstOrDefault(r => r.PairId == request.PairId) is { } working)
            return SizeDecision.Refused(ReasonCode.OrderInFlight, $"The orders of clearance {working.Clearance} are not over.");
        var book = await portfolio.Now(ct);
        var others = await external.Now(ct);
        var needed = book.Instruments.Concat(atWork.SelectMany(r => r.Instruments)).Concat(others.Instruments)
            .Append(pair.A).Append(pair.B);
        var known = await market.For(needed, ct);
        foreach (var id in new[] { pair.A, pair.B })
        {
            if (known.Last(id) is { } last && last.At >= request.SignalAt && !(last.ExecutedAt >= request.SignalAt))
                return SizeDecision.Refused(ReasonCode.SliceOpen, $"The fills of {id} at {request.SignalAt:O} are not all told.");
        }
        var input = new SizeInput(request, pair, book, atWork, others.Listed(known), known, await limits.Now(ct), options);
        return request.Intent == TradeIntent.Close ? SizeExit.Size(input) : SizeEntry.Size(input);
    }
}

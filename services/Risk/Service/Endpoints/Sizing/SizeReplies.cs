using Google.Protobuf.WellKnownTypes;
using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Hedging.SizeHedge;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Service.Endpoints.Sizing;

/// <summary>Answers as they go over the wire: legs, or a refusal.</summary>
internal static class SizeReplies
{
    public static SizeReply Of(Risk.Sizing.SizeDecision decision) => decision.Refusal is { } refusal
        ? Refused(refusal.Code.Code, refusal.Detail, decision.Measures)
        : Sized(decision.Legs, decision.Notional, decision.Measures);

    public static SizeHedgeReply Of(HedgeSizing sizing) => sizing.Leg is not { } leg
        ? new SizeHedgeReply { Size = Refused(sizing.Code ?? "", sizing.Detail, sizing.Measures) }
        : new SizeHedgeReply
        {
            Size = Sized([leg], sizing.Notional, sizing.Measures),
            PricedAt = Timestamp.FromDateTimeOffset(sizing.PricedAt),
            Reason = sizing.Reason,
        };

    private static SizeReply Refused(string code, string detail, IEnumerable<RiskMeasure> measures) =>
        Tell(new SizeReply { RefusalCode = code, RefusalDetail = detail }, measures);

    private static SizeReply Sized(IEnumerable<TradeLeg> legs, Money notional, IEnumerable<RiskMeasure> measures)
    {
        var reply = new SizeReply { Notional = notional.Amount.ToString(), Currency = notional.Currency.Code };
        foreach (var leg in legs.Select(leg => leg.ToContract()))
        {
            reply.Legs.Add(new SizedLeg
            {
                Leg = leg.Leg,
                InstrumentId = leg.InstrumentId,
                Side = leg.Side,
                Quantity = leg.Quantity.ToString(),
                ReferencePrice = leg.ReferencePrice.ToString(),
                Currency = leg.Currency,
            });
        }

        return Tell(reply, measures);
    }

    private static SizeReply Tell(SizeReply reply, IEnumerable<RiskMeasure> measures)
    {
        foreach (var measure in measures)
        {
            var told = new SizingMeasure { Stage = measure.Stage, Name = measure.Name, Value = measure.Value, Unit = measure.Unit };
            if (measure.Limit is { } limit) told.Limit = limit;
            reply.Measures.Add(told);
        }

        return reply;
    }
}

using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Service.Adapters.Sizing;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Service.Endpoints.Sizing;

/// <summary>Sizing.Size: Approval's question.</summary>
public sealed class SizingGrpc(PatientSizing sizing) : Contracts.Grpc.RiskV1.Sizing.SizingBase
{
    public override async Task<SizeReply> Size(SizeRequest request, ServerCallContext context) =>
        Reply(await sizing.Size(Read(request), context.CancellationToken));

    private static Risk.Sizing.SizeRequest Read(SizeRequest request)
    {
        TradeIntent? intent = request.Intent switch { "open" => TradeIntent.Open, "close" => TradeIntent.Close, _ => null };
        if (intent is null) throw Malformed("intent is neither open nor close");
        if (request.SignalAt is null) throw Malformed("signal_at is missing");
        return new Risk.Sizing.SizeRequest(
            request.DecisionId,
            request.PairId,
            intent.Value,
            request.Direction,
            request.Confidence,
            request.HedgeRatio,
            request.SpreadVolatility,
            request.ZScore,
            request.HalfLifeBars,
            Price(request.PriceA),
            Price(request.PriceB),
            request.SignalAt.ToDateTimeOffset(),
            [.. request.PrecedingDecisionIds.Select(id => new DecisionId(id))]);
    }

    private static decimal Price(string text) =>
        decimal.TryParse(text, out var price) ? price : throw Malformed($"'{text}' is not a price");

    private static RpcException Malformed(string detail) => new(new Status(StatusCode.InvalidArgument, detail));

    private static SizeReply Reply(Risk.Sizing.SizeDecision decision)
    {
        var reply = new SizeReply { RefusalCode = decision.Refusal?.Code.Code ?? "", RefusalDetail = decision.Refusal?.Detail ?? "" };
        if (decision.Refusal is null)
            (reply.Notional, reply.Currency) = (decision.Notional.Amount.ToString(), decision.Notional.Currency.Code);
        foreach (var leg in decision.Legs.Select(leg => leg.ToContract()))
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
        foreach (var measure in decision.Measures)
        {
            var told = new SizingMeasure { Stage = measure.Stage, Name = measure.Name, Value = measure.Value, Unit = measure.Unit };
            if (measure.Limit is { } limit) told.Limit = limit;
            reply.Measures.Add(told);
        }
        return reply;
    }
}

using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Hedging.SizeHedge;
using Superintel.Risk.Service.Adapters.Sizing;
using Superintel.Risk.Trades;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Sizing;

/// <summary>Sizing: Approval's questions.</summary>
public sealed class SizingGrpc(PatientSizing sizing, ITransactions transactions) : Contracts.Grpc.RiskV1.Sizing.SizingBase
{
    public override async Task<SizeReply> Size(SizeRequest request, ServerCallContext context) =>
        SizeReplies.Of(await sizing.Size(Read(request), context.CancellationToken));

    public override async Task<SizeHedgeReply> SizeHedge(SizeHedgeRequest request, ServerCallContext context)
    {
        var question = Read(request);
        return SizeReplies.Of(await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<SizeHedge>().Handle(question, inner), context.CancellationToken));
    }

    private static Risk.Sizing.SizeRequest Read(SizeRequest request)
    {
        var intent = Intent(request.Intent);
        if (request.SignalAt is null) throw Malformed("signal_at is missing");
        return new Risk.Sizing.SizeRequest(
            request.DecisionId,
            request.PairId,
            intent,
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

    private static HedgeQuestion Read(SizeHedgeRequest request)
    {
        if (!InstrumentId.TryParse(request.InstrumentId, out var id)) throw Malformed($"'{request.InstrumentId}' is no instrument");
        var intent = Intent(request.Intent);
        if (intent == TradeIntent.Close) return new HedgeQuestion(id, intent, "", default, new());
        if (request.AdvisedAt is null || request.Terms is not { } terms) throw Malformed("advised_at or terms are missing");
        return new HedgeQuestion(
            id,
            intent,
            request.AdviceId,
            request.AdvisedAt.ToDateTimeOffset(),
            new(terms.Volatility, terms.Strike, terms.Days, terms.Cost, terms.Most));
    }

    private static TradeIntent Intent(string word) => word switch
    {
        "open" => TradeIntent.Open,
        "close" => TradeIntent.Close,
        _ => throw Malformed("intent is neither open nor close"),
    };

    private static decimal Price(string text) =>
        decimal.TryParse(text, out var price) ? price : throw Malformed($"'{text}' is not a price");

    private static RpcException Malformed(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}

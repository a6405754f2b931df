using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Grpc.RiskV1;
using RiskSizing = Superintel.Contracts.Grpc.RiskV1.Sizing;

namespace Superintel.Approval.Service.Adapters.Sizing.Grpc;

/// <summary>Asks risk over gRPC, once: a person waits for the answer, and can ask again.</summary>
public sealed partial class GrpcHedgeSizing(RiskSizing.SizingClient risk, ILogger<GrpcHedgeSizing> log) : IHedgeSizing
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    public async ValueTask<HedgeAnswer> Size(HedgeQuestion question, CancellationToken ct)
    {
        try
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Deadline;
            return Read(await risk.SizeHedgeAsync(Ask(question), deadline: deadline, cancellationToken: ct));
        }
        catch (RpcException failure) when (!ct.IsCancellationRequested)
        {
            Unanswered(log, question.Instrument.ToString(), failure.StatusCode, failure.Status.Detail);
            return new HedgeAnswer.Unavailable($"{failure.StatusCode}: {failure.Status.Detail}");
        }
    }

    private static SizeHedgeRequest Ask(HedgeQuestion question) => new()
    {
        InstrumentId = question.Instrument.ToString(),
        Intent = question.Opens ? "open" : "close",
        AdviceId = question.AdviceId,
        AdvisedAt = Timestamp.FromDateTimeOffset(question.AdvisedAt),
        Terms = new()
        {
            Volatility = question.Terms.Volatility,
            Strike = question.Terms.Strike,
            Days = question.Terms.Days,
            Cost = question.Terms.Cost,
            Most = question.Terms.Most,
        },
    };

    private static HedgeAnswer Read(SizeHedgeReply reply)
    {
        if (reply.Size is null) return new HedgeAnswer.Unavailable("The reply has neither a size nor a refusal.");
        return SizeReplies.Read(reply.Size) switch
        {
            SizingAnswer.Refused refused => new HedgeAnswer.Refused(refused.Code, refused.Detail),
            SizingAnswer.Unavailable none => new HedgeAnswer.Unavailable(none.Detail),
            SizingAnswer.Sized { Legs.Length: 1 } sized when reply.PricedAt is not null => new HedgeAnswer.Sized(
                sized.Legs, sized.Notional, sized.Measures, reply.PricedAt.ToDateTimeOffset(), reply.Reason),
            _ => new HedgeAnswer.Unavailable("The reply is not of one leg and one bar."),
        };
    }

    [LoggerMessage(3202, LogLevel.Warning, "risk gave no size for a hedge with {InstrumentId}: {Status} {Detail}")]
    private static partial void Unanswered(ILogger logger, string instrumentId, StatusCode status, string detail);
}

using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using RiskSizing = Superintel.Contracts.Grpc.RiskV1.Sizing;

namespace Superintel.Approval.Service.Adapters.Sizing.Grpc;

/// <summary>Asks risk over gRPC: a deadline per try, a few tries, and then the answer is that there is none.</summary>
public sealed partial class GrpcSizing(RiskSizing.SizingClient risk, ILogger<GrpcSizing> log) : ISizing
{
    private const int Tries = 3;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    public async ValueTask<SizingAnswer> Size(
        SignalGenerated signal, IReadOnlyList<DecisionId> preceding, CancellationToken ct)
    {
        var request = Ask(signal, preceding);
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Deadline;
                return SizeReplies.Read(await risk.SizeAsync(request, deadline: deadline, cancellationToken: ct));
            }
            catch (RpcException failure) when (!ct.IsCancellationRequested)
            {
                Unanswered(log, signal.DecisionId, attempt, failure.StatusCode, failure.Status.Detail);
                if (attempt == Tries || !IsTransient(failure.StatusCode))
                    return new SizingAnswer.Unavailable($"{failure.StatusCode} after {attempt} tries: {failure.Status.Detail}");
            }
            await Task.Delay(pause, ct);
            pause *= 2;
        }
    }

    private static bool IsTransient(StatusCode status) =>
        status is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.Unknown or StatusCode.Internal;

    private static SizeRequest Ask(SignalGenerated signal, IReadOnlyList<DecisionId> preceding) => new()
    {
        DecisionId = signal.DecisionId,
        PairId = signal.PairId,
        Intent = signal.Intent,
        Direction = signal.Direction,
        Confidence = signal.Confidence,
        HedgeRatio = signal.HedgeRatio,
        SpreadVolatility = signal.SpreadVolatility,
        ZScore = signal.ZScore,
        HalfLifeBars = signal.HalfLifeBars,
        PriceA = signal.PriceA.ToString(),
        PriceB = signal.PriceB.ToString(),
        SignalAt = Timestamp.FromDateTimeOffset(signal.OccurredAt),
        PrecedingDecisionIds = { preceding.Select(decision => decision.Value) },
    };

    [LoggerMessage(3201, LogLevel.Warning, "risk gave no size for {DecisionId}, try {Attempt}: {Status} {Detail}")]
    private static partial void Unanswered(ILogger logger, string decisionId, int attempt, StatusCode status, string detail);
}

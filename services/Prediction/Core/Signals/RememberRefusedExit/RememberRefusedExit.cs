using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Signals.Ports;
using Superintel.Prediction.Signals.ScoreSlice;

namespace Superintel.Prediction.Signals.RememberRefusedExit;

/// <summary>
/// A close that ended before anything was closed must not be forgotten: the stance is flat already, and nobody else would ask again.
/// </summary>
public sealed class RememberRefusedExit(ISignals signals, IRefusedExits exits)
    : IHandle<ProposalDeclined>, IHandle<OrderVetoed>, IHandle<OrderDenied>, IHandle<PairOrderClosed>
{
    public Task Handle(ProposalDeclined happened, CancellationToken ct) =>
        Remember(happened, ExitRetryRule.After(happened) ? Code(happened) : null, ct);

    public Task Handle(OrderVetoed happened, CancellationToken ct) =>
        Remember(happened, ExitRetryRule.After(happened) ? happened.Reasons[0].Code : null, ct);

    public Task Handle(OrderDenied happened, CancellationToken ct) =>
        Remember(happened, ExitRetryRule.After(happened) ? happened.Code : null, ct);

    public Task Handle(PairOrderClosed happened, CancellationToken ct) =>
        Remember(happened, ExitRetryRule.After(happened) ? happened.Outcome : null, ct);

    private static string Code(ProposalDeclined declined) => declined.RiskCode.Length > 0 ? declined.RiskCode : declined.Code;

    private async Task Remember(IDecisionEvent ended, string? code, CancellationToken ct)
    {
        if (code is null || await signals.Find(new DecisionId(ended.DecisionId), ct) is not { Intent: SignalComposer.CloseIntent } close)
            return;
        var interval = BarInterval.Parse(close.Interval);
        await exits.Save(new RefusedExit(PairId.Parse(close.PairId), interval, new DecisionId(ended.DecisionId), code), ct);
    }
}

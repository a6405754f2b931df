using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.Replay.Ports;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>Tells the replay's barrier what the rest of the fleet has done with the last slice.</summary>
/// <param name="wall">The machine's clock: holds are measured on it, not on the replay's.</param>
public sealed class FollowDecisions(IReplayState state, IngestionOptions options, TimeProvider wall) :
    IHandle<SliceScored>,
    IHandle<SliceExecuted>,
    IHandle<ProposalCreated>,
    IHandle<ProposalApproved>,
    IHandle<ProposalDeclined>,
    IHandle<OrderVetoed>,
    IHandle<OrderDenied>,
    IHandle<OrderAccepted>,
    IHandle<OrderRejected>,
    IHandle<OrderOutcomeUnknown>,
    IHandle<PairOrderClosed>
{
    public Task Handle(SliceScored happened, CancellationToken ct) => happened.Feed == options.Feed
        ? Move(barrier => barrier.Scored(happened, wall.GetUtcNow()), ct)
        : Task.CompletedTask;

    public Task Handle(SliceExecuted happened, CancellationToken ct) => happened.Feed == options.Feed
        ? Move(barrier => barrier.Executed(happened), ct)
        : Task.CompletedTask;

    public Task Handle(ProposalCreated happened, CancellationToken ct) =>
        Reached(happened, happened.Tier == "auto" ? DecisionStage.Approved : DecisionStage.AwaitsPerson, ct);

    public Task Handle(ProposalApproved happened, CancellationToken ct) => Move(
        barrier => barrier.Approved(happened.DecisionId, happened.Legs.Count, wall.GetUtcNow()), ct);

    public Task Handle(ProposalDeclined happened, CancellationToken ct) => Reached(happened, DecisionStage.Settled, ct);

    public Task Handle(OrderVetoed happened, CancellationToken ct) => Reached(happened, DecisionStage.Settled, ct);

    public Task Handle(OrderDenied happened, CancellationToken ct) => Reached(happened, DecisionStage.Settled, ct);

    public Task Handle(OrderAccepted happened, CancellationToken ct) => Answered(happened, happened.ClientOrderId, ct);

    public Task Handle(OrderRejected happened, CancellationToken ct) => Answered(happened, happened.ClientOrderId, ct);

    public Task Handle(OrderOutcomeUnknown happened, CancellationToken ct) => Answered(happened, happened.ClientOrderId, ct);

    public Task Handle(PairOrderClosed happened, CancellationToken ct) => Reached(happened, DecisionStage.Settled, ct);

    private Task Reached(IDecisionEvent happened, DecisionStage stage, CancellationToken ct) =>
        Move(barrier => barrier.Reached(happened.DecisionId, stage, wall.GetUtcNow()), ct);

    private Task Answered(IDecisionEvent happened, string clientOrderId, CancellationToken ct) =>
        Move(barrier => barrier.Answered(happened.DecisionId, clientOrderId, wall.GetUtcNow()), ct);

    private async Task Move(Func<ReplayBarrier, ReplayBarrier> transition, CancellationToken ct)
    {
        var progress = await state.Load(options.Feed, ct);
        var moved = transition(progress.Barrier);
        if (ReferenceEquals(moved, progress.Barrier)) return;
        await state.Save(options.Feed, progress with { Barrier = moved }, ct);
    }
}

using Superintel.Approval.InMemory;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.InMemory;
using Superintel.Ingestion.InMemory;
using Superintel.Ingestion.MarketData.Recorded.Ports;
using Superintel.Journal.Chain;
using Superintel.Journal.InMemory;
using Superintel.Prediction.InMemory;
using Superintel.Risk.InMemory;
using Superintel.Simulation.Scheduling;

namespace Superintel.Simulation.Desk;

/// <summary>
/// The whole desk in one process: the six Cores over memory adapters, on one scheduler and one clock. The order in which services are added
/// is the order of things within one bar: fills, then the book, then new signals, then approvals, and the journal last.
/// </summary>
public sealed class SimulatedDesk
{
    private readonly Scheduler scheduler;
    private readonly VirtualTime clock;

    public SimulatedDesk(DeskOptions options, IRecordedFiles files, Scheduler scheduler, VirtualTime clock)
    {
        (this.scheduler, this.clock) = (scheduler, clock);
        Execution = new ExecutionInMemory(scheduler, clock, options.Execution);
        Risk = new RiskInMemory(scheduler, clock, options.Risk);
        Prediction = new PredictionInMemory(scheduler, clock, options.Prediction);
        Approval = new ApprovalInMemory(
            scheduler, clock, options.Approval, new DirectSizing(Risk.SizeSignal), new DirectHedgeSizing(Risk.SizeHedge));
        Journal = new JournalInMemory(scheduler, clock);
        Ingestion = new IngestionInMemory(scheduler, clock, options.Ingestion, files);
        scheduler.Add("execution")
            .To(Execution.Instruments).To(Execution.Bars).To(Execution.Clearances).To(Execution.TradingStates);
        scheduler.Add("risk")
            .To(Risk.InstrumentListed).To(Risk.BarClosed).To(Risk.SliceExecuted).To(Risk.OrderFilled)
            .To(Risk.FillCorrected).To(Risk.CommissionBooked).To(Risk.PairOrderClosed)
            .To(Risk.OrderDenied).To(Risk.OrderRejected).To(Risk.OrderAccepted).To(Risk.ProposalApproved);
        var unclosed = Prediction.RememberRefusedExit;
        scheduler.Add("prediction")
            .To(Prediction.ListInstrument).To(Prediction.TrackFreshness).To(Prediction.ScoreSlice)
            .To<ProposalDeclined>(unclosed).To<OrderVetoed>(unclosed).To<OrderDenied>(unclosed).To<PairOrderClosed>(unclosed);
        scheduler.Add("approval").To(Approval.BarClosed).To(Approval.SignalGenerated);
        scheduler.Add("journal")
            .To(EventKind.Journaled, Journal.Append)
            .To(EventKind.Journaled.Where(type => type.IsAssignableTo(typeof(IDecisionEvent))), Journal.FollowDecision)
            .To(Journal.FollowEquity);
    }

    public IngestionInMemory Ingestion { get; }

    public PredictionInMemory Prediction { get; }

    public ApprovalInMemory Approval { get; }

    public RiskInMemory Risk { get; }

    public ExecutionInMemory Execution { get; }

    public JournalInMemory Journal { get; }

    /// <summary>Lists the instruments and sets the desk up for the first slice.</summary>
    public async Task Start(CancellationToken ct)
    {
        await Ingestion.Start(ct);
        await scheduler.Drain(ct);
    }

    /// <summary>Moves the clock to the next slice, publishes it and lets everything that follows from it happen.</summary>
    /// <returns>False after the last slice.</returns>
    public async Task<bool> Step(CancellationToken ct)
    {
        if (Ingestion.Next is not { } next) return false;
        clock.AdvanceTo(next.ClosedAt);
        await Ingestion.NextSlice(ct);
        await scheduler.Drain(ct);
        return true;
    }
}

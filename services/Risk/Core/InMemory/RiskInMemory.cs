using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Clearances.Memory;
using Superintel.Risk.Clearances.ReleaseExposure;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.ContinueFlatten;
using Superintel.Risk.KillSwitch.Memory;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.KillSwitch.WatchLosses;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;
using Superintel.Risk.Limits.Memory;
using Superintel.Risk.Market;
using Superintel.Risk.Market.FollowExecution;
using Superintel.Risk.Market.ListInstrument;
using Superintel.Risk.Market.Memory;
using Superintel.Risk.Market.RecordCloses;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.ApplyFill;
using Superintel.Risk.Portfolio.DescribePortfolio;
using Superintel.Risk.Portfolio.MarkToMarket;
using Superintel.Risk.Portfolio.Memory;
using Superintel.Risk.Sizing.SizeSignal;
using Superintel.Risk.Verdicts.JudgeProposal;
using Superintel.Risk.Verdicts.Memory;

namespace Superintel.Risk.InMemory;

/// <summary>Risk over memory adapters: the same use cases, no I/O.</summary>
public sealed class RiskInMemory
{
    public RiskInMemory(IEvents events, TimeProvider clock, RiskOptions options)
    {
        var marks = new MemoryPortfolioMarks();
        var market = new ReadMarket(Instruments, Closes);
        var portfolio = new ReadPortfolio(Positions, Cash, options);
        var limits = new ReadLimits(Limits);
        var exits = new IssueExits(market, Reservations, Verdicts, options, clock);
        var flatten = new FlattenBook(KillSwitch, Positions, Reservations, exits, clock);
        var goOn = new ContinueFlatten(flatten, events);
        var release = new ReleaseExposure(Reservations);
        InstrumentListed = [new ListInstrument(Instruments)];
        BarClosed =
        [
            new RecordCloses(Closes),
            new MarkToMarket(portfolio, market, marks, options, events),
            new WatchLosses(KillSwitch, marks, limits, clock, events),
            goOn,
        ];
        SliceExecuted = [new FollowExecution(Closes)];
        OrderFilled = [new ApplyFill(Fills, Positions, Cash, Reservations, market, options, events)];
        PairOrderClosed = [release, goOn];
        OrderDenied = [release];
        OrderRejected = [release];
        ProposalApproved =
        [
            new JudgeProposal(Verdicts, Reservations, KillSwitch, Closes, portfolio, market, limits, options, clock, events),
        ];
        SizeSignal = new SizeSignal(portfolio, market, Reservations, Verdicts, limits, options);
        ChangeLimit = new ChangeLimit(Limits, limits, clock, events);
        MoveKillSwitch = new MoveKillSwitch(KillSwitch, marks, flatten, clock, events);
        DescribePortfolio = new DescribePortfolio(portfolio, market, Closes, marks, options);
        ReadLimits = limits;
    }

    /// <summary>Handlers of an event in the order in which they must see it.</summary>
    public IReadOnlyList<IHandle<InstrumentListed>> InstrumentListed { get; }

    public IReadOnlyList<IHandle<BarClosed>> BarClosed { get; }

    public IReadOnlyList<IHandle<SliceExecuted>> SliceExecuted { get; }

    public IReadOnlyList<IHandle<OrderFilled>> OrderFilled { get; }

    public IReadOnlyList<IHandle<PairOrderClosed>> PairOrderClosed { get; }

    public IReadOnlyList<IHandle<OrderDenied>> OrderDenied { get; }

    public IReadOnlyList<IHandle<OrderRejected>> OrderRejected { get; }

    public IReadOnlyList<IHandle<ProposalApproved>> ProposalApproved { get; }

    /// <summary>What Approval asks before a proposal exists.</summary>
    public SizeSignal SizeSignal { get; }

    public ChangeLimit ChangeLimit { get; }

    public ReadLimits ReadLimits { get; }

    public MoveKillSwitch MoveKillSwitch { get; }

    public DescribePortfolio DescribePortfolio { get; }

    public MemoryInstruments Instruments { get; } = new();

    public MemoryCloses Closes { get; } = new();

    public MemoryFills Fills { get; } = new();

    public MemoryPositions Positions { get; } = new();

    public MemoryCash Cash { get; } = new();

    public MemoryReservations Reservations { get; } = new();

    public MemoryLimits Limits { get; } = new();

    public MemoryKillSwitch KillSwitch { get; } = new();

    public MemoryVerdicts Verdicts { get; } = new();
}

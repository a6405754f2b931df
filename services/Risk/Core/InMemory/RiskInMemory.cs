using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Breakers.Memory;
using Superintel.Risk.Breakers.ResetBreaker;
using Superintel.Risk.Breakers.WatchBreakers;
using Superintel.Risk.Clearances.Memory;
using Superintel.Risk.Clearances.ReleaseExposure;
using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.Risk.Exposure.External.FollowExternal;
using Superintel.Risk.Exposure.External.Memory;
using Superintel.Risk.Hedging.SizeHedge;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.ContinueFlatten;
using Superintel.Risk.KillSwitch.Memory;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.KillSwitch.ReadFlatten;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;
using Superintel.Risk.Limits.Memory;
using Superintel.Risk.Market;
using Superintel.Risk.Market.FollowExecution;
using Superintel.Risk.Market.ListInstrument;
using Superintel.Risk.Market.Memory;
using Superintel.Risk.Market.RecordCloses;
using Superintel.Risk.Market.RecordVolumes;
using Superintel.Risk.Microstructure.Memory;
using Superintel.Risk.Microstructure.ObserveBook;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.AccrueCarry;
using Superintel.Risk.Portfolio.ApplyFill;
using Superintel.Risk.Portfolio.DescribePortfolio;
using Superintel.Risk.Portfolio.MarkToMarket;
using Superintel.Risk.Portfolio.Memory;
using Superintel.Risk.Restricted.ChangeRestricted;
using Superintel.Risk.Restricted.Memory;
using Superintel.Risk.Sizing.SizeSignal;
using Superintel.Risk.Stress.GatherBook;
using Superintel.Risk.Stress.RunStress;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.JudgeProposal;
using Superintel.Risk.Verdicts.Memory;
using Superintel.Risk.Verdicts.WhatIf;

namespace Superintel.Risk.InMemory;

/// <summary>Risk over memory adapters: the same use cases, no I/O.</summary>
public sealed class RiskInMemory
{
    public RiskInMemory(IEvents events, TimeProvider clock, RiskOptions options)
    {
        var marks = new MemoryPortfolioMarks();
        var market = new ReadMarket(Instruments, Closes, options);
        var carry = new AccrueCarry(Instruments, Positions, Cash, Accruals, options);
        var portfolio = new ReadPortfolio(Positions, Cash, options);
        var held = new ReadHeld(portfolio, External, market, options);
        var limits = new ReadLimits(Limits);
        var exits = new IssueExits(market, Reservations, Verdicts, FlattenTries, options, clock);
        var flatten = new FlattenBook(KillSwitch, Positions, Reservations, exits, clock);
        var goOn = new ContinueFlatten(flatten, new FollowExits(KillSwitch, FlattenTries), events);
        var others = new FollowExternal(External);
        var release = new ReleaseExposure(Reservations);
        var rearm = new RearmBreakers(Breakers, marks);
        var watch = new WatchBreakers(
            Breakers, marks, Positions, new TripBreakers(Breakers, KillSwitch, marks, limits, clock, events));
        var evidence = new GatherEvidence(
            Verdicts, Reservations, KillSwitch, Breakers, Closes, Books, Restricted, External, portfolio, market, limits, options, clock);
        InstrumentListed = [new ListInstrument(Instruments)];
        BarClosed =
        [
            new RecordCloses(Closes),
            new RecordVolumes(Volumes),
            carry,
            new MarkToMarket(portfolio, market, marks, options, events),
            watch,
            goOn,
        ];
        SliceExecuted = [new FollowExecution(Closes)];
        var apply = new ApplyFill(Fills, Positions, Cash, Reservations, carry, market, options, events);
        (OrderFilled, FillCorrected, CommissionBooked) = ([apply, watch], [apply], [apply]);
        PairOrderClosed = [release, watch, goOn];
        OrderDenied = [release, goOn];
        OrderRejected = [release, watch];
        OrderAccepted = [watch];
        ExternalOrderChanged = [others];
        PositionMismatchChanged = [others];
        ProposalApproved = [new JudgeProposal(evidence, Verdicts, Reservations, options, events)];
        SizeSignal = new SizeSignal(portfolio, market, Reservations, External, Verdicts, limits, options);
        ChangeLimit = new ChangeLimit(Limits, LimitHistory, limits, clock, events);
        MoveKillSwitch = new MoveKillSwitch(KillSwitch, marks, Breakers, rearm, flatten, clock, events);
        WhatIf = new WhatIf(evidence);
        RunStress = new RunStress(held, limits, options);
        GatherBook = new GatherBook(held, Closes, marks, limits, options, clock);
        SizeHedge = new SizeHedge(portfolio, market, Reservations, External, GatherBook, limits, options, clock);
        DescribeRisk = new DescribeRisk(portfolio, market, Closes, Reservations, External, Volumes, options, clock);
        ResetBreaker = new ResetBreaker(Breakers, KillSwitch, rearm, clock, events);
        ObserveBook = new ObserveBook(Books);
        ChangeRestricted = new ChangeRestricted(Restricted, clock, events);
        DescribePortfolio = new DescribePortfolio(portfolio, market, Closes, marks, options);
        ReadLimits = limits;
        ReadFlatten = new ReadFlatten(FlattenTries, Positions);
    }

    /// <summary>Handlers of an event in the order in which they must see it.</summary>
    public IReadOnlyList<IHandle<InstrumentListed>> InstrumentListed { get; }

    public IReadOnlyList<IHandle<BarClosed>> BarClosed { get; }

    public IReadOnlyList<IHandle<SliceExecuted>> SliceExecuted { get; }

    public IReadOnlyList<IHandle<OrderFilled>> OrderFilled { get; }

    public IReadOnlyList<IHandle<FillCorrected>> FillCorrected { get; }

    public IReadOnlyList<IHandle<CommissionBooked>> CommissionBooked { get; }

    public IReadOnlyList<IHandle<PairOrderClosed>> PairOrderClosed { get; }

    public IReadOnlyList<IHandle<OrderDenied>> OrderDenied { get; }

    public IReadOnlyList<IHandle<OrderRejected>> OrderRejected { get; }

    public IReadOnlyList<IHandle<OrderAccepted>> OrderAccepted { get; }

    public IReadOnlyList<IHandle<ExternalOrderChanged>> ExternalOrderChanged { get; }

    public IReadOnlyList<IHandle<PositionMismatchChanged>> PositionMismatchChanged { get; }

    public IReadOnlyList<IHandle<ProposalApproved>> ProposalApproved { get; }

    /// <summary>What Approval asks before a proposal exists.</summary>
    public SizeSignal SizeSignal { get; }

    /// <summary>What Approval asks when a person wants a hedge.</summary>
    public SizeHedge SizeHedge { get; }

    public ChangeLimit ChangeLimit { get; }

    public ReadLimits ReadLimits { get; }

    public ReadFlatten ReadFlatten { get; }

    public MoveKillSwitch MoveKillSwitch { get; }

    public WhatIf WhatIf { get; }

    public DescribeRisk DescribeRisk { get; }

    public RunStress RunStress { get; }

    public GatherBook GatherBook { get; }

    public ResetBreaker ResetBreaker { get; }

    public ObserveBook ObserveBook { get; }

    public ChangeRestricted ChangeRestricted { get; }

    public DescribePortfolio DescribePortfolio { get; }

    public MemoryInstruments Instruments { get; } = new();

    public MemoryCloses Closes { get; } = new();

    public MemoryVolumes Volumes { get; } = new();

    public MemoryFills Fills { get; } = new();

    public MemoryAccruals Accruals { get; } = new();

    public MemoryPositions Positions { get; } = new();

    public MemoryCash Cash { get; } = new();

    public MemoryExternalBook External { get; } = new();

    public MemoryReservations Reservations { get; } = new();

    public MemoryLimits Limits { get; } = new();

    public MemoryLimitHistory LimitHistory { get; } = new();

    public MemoryKillSwitch KillSwitch { get; } = new();

    public MemoryFlattenTries FlattenTries { get; } = new();

    public MemoryVerdicts Verdicts { get; } = new();

    public MemoryBreakers Breakers { get; } = new();

    public MemoryBooks Books { get; } = new();

    public MemoryRestrictedList Restricted { get; } = new();
}

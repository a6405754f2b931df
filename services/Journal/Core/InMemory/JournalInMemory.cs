using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Chain.Append;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Verify;
using Superintel.Journal.Reporting.Memory;
using Superintel.Journal.Reporting.Record;
using Superintel.Journal.Stories.Explain;

namespace Superintel.Journal.InMemory;

/// <summary>The journal over memory adapters.</summary>
public sealed class JournalInMemory
{
    public JournalInMemory(IEvents events, TimeProvider clock)
    {
        var trace = new NoTrace();
        Append = new AppendEvent(Entries, trace, events, clock);
        FollowDecision = new FollowDecision(Decisions, trace);
        FollowEquity = new FollowEquity(Equity);
        FollowCommissions = new FollowCommissions(Commissions);
        Verify = new VerifyChain(Entries, new MemoryAnchors());
        Explain = new ExplainDecision(Entries, Decisions, Commissions);
    }

    /// <summary>Takes every event but JournalEntryRecorded.</summary>
    public IHandle<IEvent> Append { get; }

    public IHandle<IDecisionEvent> FollowDecision { get; }

    public IHandle<PortfolioValued> FollowEquity { get; }

    public IHandle<PositionChanged> FollowCommissions { get; }

    public VerifyChain Verify { get; }

    public ExplainDecision Explain { get; }

    public MemoryEntries Entries { get; } = new();

    public MemoryDecisions Decisions { get; } = new();

    public MemoryEquityCurve Equity { get; } = new();

    public MemoryUnconvertedCommissions Commissions { get; } = new();
}

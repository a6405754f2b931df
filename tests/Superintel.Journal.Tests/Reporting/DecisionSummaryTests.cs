using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Reporting;
using Superintel.Journal.Tests.Chain;

namespace Superintel.Journal.Tests.Reporting;

public sealed class DecisionSummaryTests
{
    private const string Pair = "KO.XNYS~PG.XNYS";

    private static readonly IDecisionEvent[] Life =
    [
        new ProposalApproved("p", "d", Pair, "open", "auto", [], 1m, "USD", ["policy:auto"], "", Entries.Noon, Entries.Noon),
        new OrderCleared("c", "d", Pair, "open", [], "unwind", Entries.Noon, Entries.Noon, []),
        Changed("e1", 0m, 1.5m),
        Changed("e2", 100m, 2m),
        new PairOrderClosed("d", "c", Pair, "completed", "", Entries.Noon.AddDays(1)),
    ];

    [Test]
    public void Profit_is_what_was_realised_less_commissions()
    {
        var summary = Tell(Life);
        Assert.That((summary.Pnl, summary.Fills, summary.Currency), Is.EqualTo((96.5m, 2, "USD")));
    }

    [FsCheck.NUnit.Property]
    public bool Order_of_arrival_does_not_change_the_outcome(int seed)
    {
        var shuffled = Life.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Tell(shuffled) with { FirstAt = default } == Tell(Life) with { FirstAt = default };
    }

    [TestCase("completed", DecisionStatus.Completed)]
    [TestCase("unwound", DecisionStatus.Unwound)]
    [TestCase("incomplete", DecisionStatus.Incomplete)]
    [TestCase("failed", DecisionStatus.Failed)]
    public void Pair_orders_outcome_ends_the_decision(string outcome, DecisionStatus status)
    {
        var summary = Tell(new PairOrderClosed("d", "c", Pair, outcome, "", Entries.Noon));
        Assert.That((summary.Status, summary.IsComplete), Is.EqualTo((status, true)));
    }

    [Test]
    public void Decision_at_work_is_not_complete() => Assert.That(Tell(Life[..2]).IsComplete, Is.False);

    private static PositionChanged Changed(string execution, decimal realized, decimal commission) =>
        new(Pair, "KO.XNYS", "d", "paper", "paper", execution, 1m, 1m, "USD", realized, commission, 0m, Entries.Noon);

    private static DecisionSummary Tell(params IDecisionEvent[] events) =>
        events.Aggregate(DecisionSummary.Begin(events[0], "trace"), (summary, happened) => summary.Apply(happened));
}

using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Microstructure.ObserveBook;
using Superintel.Risk.Tests.Reasons;

namespace Superintel.Risk.Tests.Microstructure;

/// <summary>Each code of the first stage, provoked, alone. The trade buys AAA and sells BBB.</summary>
public sealed class MicrostructureReasonTests
{
    [Test]
    public void Books_that_let_the_trade_pass_are_in_the_verdict_with_their_numbers()
    {
        var desk = WithBooks();
        desk.Approve(desk.Proposal());
        var stage = desk.Cleared("d1").Stages![0];
        Assert.Multiple(() =>
        {
            Assert.That((stage.Stage, stage.Outcome), Is.EqualTo(("microstructure", "passed")));
            Assert.That(stage.Inputs.Select(one => one.Name), Does.Contain("imbalance AAA.XNYS").And.Contain("share BBB.XNYS"));
        });
    }

    [Test]
    public void Trade_where_no_venue_gives_books_is_cleared_and_the_stage_says_so()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal());
        Assert.That(desk.Cleared("d1").Stages![0].Outcome, Is.EqualTo("no-book"));
    }

    [Test]
    [ReasonTest("no-book")]
    public void Entry_without_a_book_where_its_class_needs_one_is_vetoed()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.RequireBookOf(AssetClass.Equity), 1);
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes().Distinct(), Is.EqualTo(new[] { "no-book" }));
    }

    [Test]
    [ReasonTest("book-stale")]
    public void Entry_on_a_book_that_stopped_is_vetoed_even_where_none_is_required()
    {
        var desk = WithBooks();
        desk.Clock.Advance(TimeSpan.FromSeconds(31));
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes().Distinct(), Is.EqualTo(new[] { "book-stale" }));
    }

    [Test]
    [ReasonTest("book-invalid")]
    public void Entry_on_a_crossed_book_is_vetoed() => Assert.That(
        Codes(Observe("AAA.XNYS", bids: [new(50.02m, 100m)], asks: [new(50.01m, 100m)])), Is.EqualTo(new[] { "book-invalid" }));

    [Test]
    [ReasonTest("book-imbalance")]
    public void Buying_into_far_more_asks_than_bids_is_vetoed() => Assert.That(
        Codes(Observe("AAA.XNYS", bids: Levels(50m, -1, 100m), asks: Levels(50.01m, 1, 600m))), Is.EqualTo(new[] { "book-imbalance" }));

    [Test]
    public void Buying_with_far_more_bids_than_asks_is_cleared() =>
        Assert.That(Codes(Observe("AAA.XNYS", bids: Levels(50m, -1, 6000m), asks: Levels(50.01m, 1, 100m))), Is.Empty);

    [TestCase(500, false)]
    [TestCase(900, true)]
    [ReasonTest("book-wall")]
    public void Buying_into_a_wall_is_vetoed(int third, bool vetoed)
    {
        // Nine hundred of 900 + 9 x 100 is exactly five times the mean.
        var asks = Levels(50.01m, 1, 100m).Select((level, i) => i == 3 ? level with { Quantity = third } : level).ToArray();
        Assert.That(Codes(Observe("AAA.XNYS", Levels(50m, -1, 1000m), asks)), Is.EqualTo(vetoed ? new[] { "book-wall" } : []));
    }

    [Test]
    [ReasonTest("book-spread")]
    public void Entry_over_a_wide_spread_is_vetoed() =>
        Assert.That(Codes(Observe("BBB.XNYS", Levels(40m, -1, 500m), Levels(40.3m, 1, 500m))), Is.EqualTo(new[] { "book-spread" }));

    [Test]
    [ReasonTest("book-depth")]
    public void Entry_that_would_take_most_of_the_book_is_vetoed() =>
        Assert.That(Codes(Observe("AAA.XNYS", Levels(50m, -1, 30m), Levels(50.01m, 1, 30m))), Is.EqualTo(new[] { "book-depth" }));

    [Test]
    [ReasonTest("toxic-flow")]
    public void Entry_into_one_sided_flow_is_vetoed()
    {
        var told = Observe("AAA.XNYS", Levels(50m, -1, 500m), Levels(50.01m, 1, 500m));
        Assert.That(
            Codes(told with { Trades = [.. Enumerable.Repeat(new TradePrint(100m, true), 60)], BucketVolume = 100m }),
            Is.EqualTo(new[] { "toxic-flow" }));
    }

    [Test]
    public void Exit_is_not_held_up_by_books()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.SetLimit(LimitCatalogue.RequireBookOf(AssetClass.Equity), 1);
        desk.Approve(desk.Proposal("d1", intent: "close", buysA: false));
        Assert.That(desk.Cleared("d1").Stages!.Select(stage => stage.Outcome).Distinct(), Is.EquivalentTo(new[] { "passed", "not-run" }));
    }

    [Test]
    public void Older_book_does_not_replace_a_newer_one()
    {
        var desk = WithBooks();
        Tell(desk, Observe("AAA.XNYS", [new(1m, 1m)], [new(2m, 1m)]) with { At = desk.Now.AddSeconds(-5) });
        desk.Approve(desk.Proposal());
        Assert.That(desk.Codes(), Is.Empty);
    }

    private static string[] Codes(BookObservation instead)
    {
        var desk = WithBooks();
        Tell(desk, instead with { At = desk.Now });
        desk.Approve(desk.Proposal());
        return desk.Codes();
    }

    private static Desk WithBooks()
    {
        var desk = new Desk();
        foreach (var (id, price) in new[] { ("AAA.XNYS", 50m), ("BBB.XNYS", 40m) })
            Tell(desk, Observe(id, Levels(price, -1, 500m), Levels(price + 0.01m, 1, 500m)) with { At = desk.Now });
        return desk;
    }

    private static void Tell(Desk desk, BookObservation told) =>
        desk.Risk.ObserveBook.Handle(told, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static BookObservation Observe(string id, IReadOnlyList<BookLevel> bids, IReadOnlyList<BookLevel> asks) =>
        new(InstrumentId.Parse(id), Desk.Start, bids, asks, [], 0m);

    private static BookLevel[] Levels(decimal best, int direction, decimal quantity) =>
        [.. Enumerable.Range(0, 10).Select(i => new BookLevel(best + direction * i * 0.01m, quantity))];
}

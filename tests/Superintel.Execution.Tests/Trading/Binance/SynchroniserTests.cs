using System.Globalization;
using Superintel.Venue.Binance.Books;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class SynchroniserTests
{
    private static readonly DepthScale Whole = new(0, 0);

    [Test]
    public void Changes_the_snapshot_has_are_dropped_and_the_bridging_one_applied()
    {
        var state = new DepthSynchroniser(SequenceRule.Spot);
        Assert.That(state.Feed(Change(10, 12, price: 1)), Is.EqualTo(DepthStep.Buffered));
        state.Feed(Change(13, 17, price: 2));
        Assert.That(state.Snapshot(Snapshot(15)), Is.EqualTo(DepthStep.Synchronised));
        Assert.That(state.Feed(Change(18, 20, price: 3)), Is.EqualTo(DepthStep.Applied));

        Assert.That(state.Book.LastId, Is.EqualTo(20));
        Assert.That(Enumerable.Range(0, state.Book.Bids.Count).Select(i => state.Book.Bids[i].Price), Is.EqualTo(new[] { 3L, 2L }));
    }

    [Test]
    public void Snapshot_older_than_the_first_change_kept_is_refused()
    {
        var state = new DepthSynchroniser(SequenceRule.Spot);
        state.Feed(Change(10, 12, price: 1));
        Assert.That(state.Snapshot(Snapshot(8)), Is.EqualTo(DepthStep.SnapshotTooOld));
        Assert.That(state.Snapshot(Snapshot(9)), Is.EqualTo(DepthStep.Synchronised));
    }

    [Test]
    public void Gap_voids_the_book_until_a_new_snapshot()
    {
        var state = new DepthSynchroniser(SequenceRule.Spot);
        state.Feed(Change(10, 12, price: 1));
        state.Snapshot(Snapshot(11));
        Assert.That(state.Feed(Change(14, 15, price: 2)), Is.EqualTo(DepthStep.Gap));
        Assert.That(state.IsSynchronised, Is.False);
        Assert.That(state.Feed(Change(16, 17, price: 3)), Is.EqualTo(DepthStep.Buffered));
        Assert.That(state.Snapshot(Snapshot(14)), Is.EqualTo(DepthStep.Synchronised));
        Assert.That((state.Book.LastId, state.Gaps), Is.EqualTo((17L, 1L)));
    }

    [Test]
    public void Change_that_repeats_an_old_one_changes_nothing()
    {
        var state = new DepthSynchroniser(SequenceRule.Spot);
        state.Feed(Change(10, 12, price: 1));
        state.Snapshot(Snapshot(11));
        Assert.That(state.Feed(Change(10, 12, price: 9)), Is.EqualTo(DepthStep.Ignored));
        Assert.That(state.Book.Bids[0].Price, Is.EqualTo(1));
    }

    [Test]
    public void Futures_follow_the_id_of_the_change_before()
    {
        var state = new DepthSynchroniser(SequenceRule.UsdMargined);
        state.Feed(Change(100, 110, price: 1, previous: 90));
        Assert.That(state.Snapshot(Snapshot(105)), Is.EqualTo(DepthStep.Synchronised));
        Assert.That(state.Feed(Change(130, 140, price: 2, previous: 110)), Is.EqualTo(DepthStep.Applied));
        Assert.That(state.Feed(Change(141, 150, price: 3, previous: 139)), Is.EqualTo(DepthStep.Gap));
    }

    private static DepthChange Change(long first, long last, long price, long previous = -1)
    {
        var change = new DepthChange();
        var json = string.Create(
            CultureInfo.InvariantCulture, $$"""{"U":{{first}},"u":{{last}},"pu":{{previous}},"b":[["{{price}}","1"]],"a":[]}""");
        Assert.That(DepthParser.Change(System.Text.Encoding.ASCII.GetBytes(json), Whole, change), Is.Null);
        return change;
    }

    private static DepthChange Snapshot(long id)
    {
        var snapshot = new DepthChange();
        var json = string.Create(CultureInfo.InvariantCulture, $$"""{"lastUpdateId":{{id}},"bids":[],"asks":[]}""");
        Assert.That(DepthParser.Snapshot(System.Text.Encoding.ASCII.GetBytes(json), Whole, snapshot), Is.Null);
        return snapshot;
    }
}

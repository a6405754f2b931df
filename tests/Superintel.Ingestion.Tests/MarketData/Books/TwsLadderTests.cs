using Superintel.Venue.Ibkr.Books;
using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Ingestion.Tests.MarketData.Books;

public sealed class TwsLadderTests
{
    private TwsLadder ladder = new();

    [SetUp]
    public void Begin() => ladder = new TwsLadder();

    [Test]
    public void Rows_are_put_in_changed_and_taken_out_at_their_place()
    {
        Assert.That(Row(0, 0, bid: true, 10.00m, 100m) && Row(1, 0, bid: true, 9.98m, 200m), Is.True);
        Assert.That(Row(1, 0, bid: true, 9.99m, 50m) && Row(0, 1, bid: true, 10.00m, 80m) && Row(2, 2, bid: true, 0m, 0m), Is.True);
        Assert.That(ladder.Levels(ofBids: true, 20), Is.EqualTo(new[] { (10.00m, 80m), (9.99m, 50m) }));
        Assert.That(ladder.Levels(ofBids: false, 20), Is.Empty);
    }

    [Test]
    public void Rows_of_several_exchanges_at_one_price_are_one_level()
    {
        Row(0, 0, bid: false, 10.01m, 100m);
        Row(1, 0, bid: false, 10.01m, 300m);
        Row(2, 0, bid: false, 10.02m, 10m);
        Assert.That(ladder.Levels(ofBids: false, 20), Is.EqualTo(new[] { (10.01m, 400m), (10.02m, 10m) }));
        Assert.That(ladder.Levels(ofBids: false, 1), Has.Count.EqualTo(1));
    }

    [TestCase(3, 0, 1)]
    [TestCase(1, 1, 1)]
    [TestCase(1, 2, 1)]
    [TestCase(0, 7, 1)]
    [TestCase(0, 0, 2)]
    public void Row_that_does_not_fit_voids_the_book(int position, int operation, int side)
    {
        Row(0, 0, bid: true, 10m, 1m);
        Assert.That(ladder.Apply(new MarketDepthL2(1, position, "", operation, side, 9m, 1m, true)), Is.False);
        Assert.That(ladder.Levels(ofBids: true, 20), Is.Empty);
    }

    [Test]
    public void Book_that_begins_anew_is_empty()
    {
        Row(0, 0, bid: true, 10m, 1m);
        Assert.That(Row(-1, 2, bid: true, 0m, 0m), Is.True);
        Assert.That(ladder.Levels(ofBids: true, 20), Is.Empty);
    }

    private bool Row(int position, int operation, bool bid, decimal price, decimal size) =>
        ladder.Apply(new MarketDepthL2(1, position, "NYSE", operation, bid ? 1 : 0, price, size, true));
}

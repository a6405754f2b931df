using FsCheck;
using FsCheck.Fluent;
using Superintel.Venue.Binance.Books;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class BookTests
{
    private const string Change = """
        {"e":"depthUpdate","E":1,"s":"A","U":157,"u":160,"b":[["0.0024","10"],["0.0023","0"]],"a":[["0.0026","100"]]}
        """;

    [TestCase("0.1", 8, 10_000_000)]
    [TestCase("61837.63000000", 2, 6_183_763)]
    [TestCase("5", 0, 5)]
    [TestCase("92233720368.54775799", 8, 9_223_372_036_854_775_799)]
    public void Number_is_scaled_exactly(string text, int decimals, long scaled)
    {
        Assert.That(DepthScale.TryRead(Ascii(text), decimals, out var read), Is.True);
        Assert.That(read, Is.EqualTo(scaled));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("-1")]
    [TestCase("1e3")]
    [TestCase("1.123")]
    [TestCase("1.0.0")]
    [TestCase("99999999999999999999")]
    public void Number_that_would_lose_something_is_refused(string text) =>
        Assert.That(DepthScale.TryRead(Ascii(text), 2, out _), Is.False);

    [Test]
    public void Fast_and_general_reading_agree()
    {
        var (fast, general) = (new DepthChange(), new DepthChange());
        Assert.That(DepthParser.Change(Ascii(Change.Trim()), DepthScale.EightDecimals, fast), Is.Null);
        Assert.That(DepthParser.Change(Ascii(Change.Replace(",", " , ", StringComparison.Ordinal)), DepthScale.EightDecimals, general),
            Is.Null);

        Assert.That(Describe(general), Is.EqualTo(Describe(fast)).And.EqualTo(
            "157-160 bids 240000:1000000000 230000:0 asks 260000:10000000000"));
    }

    [Test]
    public void Asks_told_before_bids_stay_asks()
    {
        var change = new DepthChange();
        var json = """{"U":1,"u":2,"a":[["3","1"],["4","2"]],"b":[["2","5"],["1","6"]]}""";
        Assert.That(DepthParser.Change(Ascii(json), new DepthScale(0, 0), change), Is.Null);
        Assert.That(change.BidPrices.ToArray(), Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(change.AskPrices.ToArray(), Is.EquivalentTo(new long[] { 3, 4 }));
        Assert.That(change.AskQuantities.ToArray().Sum(), Is.EqualTo(3));
    }

    [FsCheck.NUnit.Property]
    public Property Book_side_equals_a_sorted_dictionary() => Prop.ForAll(
        Gen.Choose(1, 40).Zip(Gen.Choose(0, 3)).ListOf().ToArbitrary(),
        changes =>
        {
            var (bids, asks, plain) = (new BookSide(bids: true), new BookSide(bids: false), new SortedDictionary<long, long>());
            foreach (var (price, quantity) in changes)
            {
                bids.Set(price, quantity);
                asks.Set(price, quantity);
                if (quantity == 0) plain.Remove(price);
                else plain[price] = quantity;
            }
            var ascending = plain.Select(level => (level.Key, level.Value)).ToArray();
            return Levels(asks).SequenceEqual(ascending) && Levels(bids).SequenceEqual(ascending.Reverse());
        });

    private static IEnumerable<(long Price, long Quantity)> Levels(BookSide side) =>
        Enumerable.Range(0, side.Count).Select(rank => side[rank]);

    private static string Describe(DepthChange change) =>
        $"{change.FirstId}-{change.LastId} bids {Pairs(change.BidPrices, change.BidQuantities)} "
            + $"asks {Pairs(change.AskPrices, change.AskQuantities)}";

    private static string Pairs(ReadOnlySpan<long> prices, ReadOnlySpan<long> quantities) =>
        string.Join(' ', prices.ToArray().Zip(quantities.ToArray(), (p, q) => $"{p}:{q}"));

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}

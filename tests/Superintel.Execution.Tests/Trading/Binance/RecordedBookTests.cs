using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Superintel.TestKit;
using Superintel.Venue.Binance.Books;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Real depth streams against books that plain decimal arithmetic made of them.</summary>
[Category(SharedData.Category)]
public sealed class RecordedBookTests
{
    [TestCase("spot_btcusdt", SequenceRule.Spot, "spot_btcusdt_20240808", "spot_btcusdt_20240809")]
    [TestCase("usdm_ethusdt", SequenceRule.UsdMargined, "usdm_ethusdt_20240808")]
    public void Book_equals_the_reference_at_every_checkpoint(string name, SequenceRule rule, params string[] files)
    {
        var reference = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path($"data/reference/l2_{name}.json"))).RootElement;
        var checkpoints = reference.GetProperty("checkpoints").EnumerateArray().ToDictionary(c => c.GetProperty("u").GetInt64());
        var (state, change, compared, applied) = (new DepthSynchroniser(rule), new DepthChange(), 0, 0);
        foreach (var line in files.SelectMany(Lines))
        {
            var snapshot = line.AsSpan().StartsWith("{\"lastUpdateId\""u8);
            if (!snapshot && line.AsSpan(0, Math.Min(line.Length, 60)).IndexOf("@depth"u8) < 0) continue;
            var before = state.Book.LastId;
            var error = snapshot
                ? DepthParser.Snapshot(line, DepthScale.EightDecimals, change)
                : DepthParser.Change(line, DepthScale.EightDecimals, change);
            Assert.That(error, Is.Null);
            if (snapshot && state.IsSynchronised) continue;
            if (snapshot) state.Snapshot(change);
            else if (state.Feed(change) == DepthStep.Applied) applied++;
            if (!state.IsSynchronised || state.Book.LastId == before) continue;
            if (!checkpoints.TryGetValue(state.Book.LastId, out var checkpoint)) continue;
            Compare(state.Book, checkpoint);
            compared++;
        }
        Assert.That(compared, Is.GreaterThanOrEqualTo(checkpoints.Count - 1));
        Assert.That(applied, Is.InRange(
            reference.GetProperty("depth_events_applied").GetInt32() - 20, reference.GetProperty("depth_events_applied").GetInt32()));
        Assert.That(state.Gaps, Is.EqualTo(reference.GetProperty("sequence_gaps").GetInt64()));
    }

    private static void Compare(DepthBook book, JsonElement expected)
    {
        Assert.That((book.Bids.Count, book.Asks.Count),
            Is.EqualTo((expected.GetProperty("bid_levels").GetInt32(), expected.GetProperty("ask_levels").GetInt32())));
        Compare(book.Bids, expected.GetProperty("bids"), Decimal(expected.GetProperty("sum_bid_qty_all")));
        Compare(book.Asks, expected.GetProperty("asks"), Decimal(expected.GetProperty("sum_ask_qty_all")));
    }

    private static void Compare(BookSide side, JsonElement best, decimal total)
    {
        var scale = DepthScale.EightDecimals;
        var rank = 0;
        foreach (var level in best.EnumerateArray())
        {
            var (price, quantity) = side[rank++];
            Assert.That((scale.Price(price), scale.Quantity(quantity)), Is.EqualTo((Decimal(level[0]), Decimal(level[1]))));
        }
        Assert.That(Enumerable.Range(0, side.Count).Sum(r => scale.Quantity(side[r].Quantity)), Is.EqualTo(total));
    }

    private static decimal Decimal(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    // Each line: local time, a space, the message.
    private static IEnumerable<byte[]> Lines(string file)
    {
        using var packed = new GZipStream(File.OpenRead(SharedData.Path($"data/l2/hftbacktest/{file}.jsonl.gz")),
            CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        while (text.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0) yield return Encoding.UTF8.GetBytes(line[(space + 1)..]);
        }
    }
}

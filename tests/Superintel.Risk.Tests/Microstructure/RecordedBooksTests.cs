using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Superintel.Kernel;
using Superintel.Risk.Microstructure;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Microstructure;

/// <summary>Recorded books and trades give exactly the numbers and decisions that were computed apart from the code.</summary>
[Category(SharedData.Category)]
internal sealed class RecordedBooksTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllText(Repository.File("tests/Superintel.Risk.Tests/Microstructure/Fixtures/l2_decisions.json"))).RootElement;

    [TestCase("l2_spot_btcusdt")]
    [TestCase("l2_usdm_ethusdt")]
    public void Decisions_on_recorded_books_are_exact(string name)
    {
        var books = Checkpoints(name);
        var desk = new BookDesk();
        Assert.Multiple(() =>
        {
            foreach (var row in Expected.GetProperty(name).EnumerateArray())
            {
                var book = books[row.GetProperty("event").GetInt64()];
                var (side, size) = (row.GetProperty("side").GetString() == "buy" ? Side.Buy : Side.Sell, Number(row, "size"));
                var where = $"{row.GetProperty("event")} {side} {size}";
                Assert.That(BookMeasures.Adverse(book, side), Is.EqualTo(Number(row, "adverse")).Within(1e-19m), where);
                Assert.That(BookMeasures.Wall(book, side), Is.EqualTo(Number(row, "wall")).Within(1e-19m), where);
                Assert.That(BookMeasures.Spread(book), Is.EqualTo(Number(row, "spread")).Within(1e-19m), where);
                Assert.That(BookMeasures.Share(book, side, size), Is.EqualTo(Number(row, "share")).Within(1e-19m), where);
                var codes = row.GetProperty("codes").EnumerateArray().Select(code => code.GetString());
                Assert.That(desk.Codes(book, side, size), Is.EqualTo(codes), where);
            }
        });
    }

    [TestCase("l2_spot_btcusdt_vpin")]
    [TestCase("l2_usdm_ethusdt_vpin")]
    public void Vpin_of_recorded_trades_is_exact_however_they_are_batched(string name)
    {
        var expected = Expected.GetProperty(name);
        var trades = Trades(SharedData.Path("data/" + expected.GetProperty("file").GetString()));
        Assert.That(trades, Has.Count.EqualTo(expected.GetProperty("trades").GetInt32()));
        foreach (var batch in new[] { 1, 97, trades.Count })
        {
            var flow = trades.Chunk(batch).Aggregate(TradeFlow.Of(Number(expected, "bucket")), (known, next) => known.Add(next));
            Assert.That(flow.Vpin, Is.EqualTo(Number(expected, "vpin")), $"in batches of {batch}");
            Assert.That((flow.Buys, flow.Sells), Is.EqualTo((Number(expected, "buys"), Number(expected, "sells"))));
        }
    }

    private static decimal Number(JsonElement row, string name) =>
        decimal.Parse(row.GetProperty(name).GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Dictionary<long, BookSnapshot> Checkpoints(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"data/reference/{name}.json")));
        return document.RootElement.GetProperty("checkpoints").EnumerateArray().ToDictionary(
            one => one.GetProperty("event_index").GetInt64(),
            one => new BookSnapshot(BookDesk.Coin, BookDesk.Now, Levels(one, "bids"), Levels(one, "asks"), TradeFlow.None));
    }

    private static ImmutableArray<BookLevel> Levels(JsonElement checkpoint, string side) =>
    [
        .. checkpoint.GetProperty(side).EnumerateArray().Select(level => new BookLevel(
            decimal.Parse(level[0].GetString()!, CultureInfo.InvariantCulture),
            decimal.Parse(level[1].GetString()!, CultureInfo.InvariantCulture))),
    ];

    private static List<TradePrint> Trades(string file)
    {
        var trades = new List<TradePrint>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (!line.Contains("\"e\":\"trade\"", StringComparison.Ordinal)) continue;
            using var message = JsonDocument.Parse(line[(line.IndexOf(' ') + 1)..]);
            var trade = message.RootElement.GetProperty("data");
            trades.Add(new TradePrint(Number(trade, "q"), !trade.GetProperty("m").GetBoolean()));
        }

        return trades;
    }
}

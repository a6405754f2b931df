using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Superintel.Venue.Binance.Books;

namespace Superintel.Benchmarks.Venues.Binance;

/// <summary>
/// Depth changes on a book of 1,000 levels a side, as on the wire: half of them within ten ticks of the best price, a few deep, each
/// message three bids and three asks. Wanted: one level under 50 ns, parse and apply of a message under 1 us, nothing allocated.
/// </summary>
[MemoryDiagnoser]
public class DepthBenchmark
{
    public const int Messages = 256;
    public const int LevelsPerMessage = LevelsPerSide * 2;
    private const int LevelsPerSide = 3;
    private static readonly DepthScale Scale = new(2, 5);
    private readonly DepthBook book = new();
    private readonly DepthChange scratch = new();
    private readonly byte[][] messages = new byte[Messages][];
    private readonly DepthChange[] changes = new DepthChange[Messages];

    [GlobalSetup]
    public void Setup()
    {
        var draw = new Random(7);
        var whole = new DepthChange();
        var levels = string.Join(',', Enumerable.Range(0, 1_000).Select(i => Level(60_000m - (i * 0.01m), 1m)));
        var asks = string.Join(',', Enumerable.Range(1, 1_000).Select(i => Level(60_000m + (i * 0.01m), 1m)));
        var snapshot = "{\"lastUpdateId\":1,\"bids\":[" + levels + "],\"asks\":[" + asks + "]}";
        if (DepthParser.Snapshot(Encoding.ASCII.GetBytes(snapshot), Scale, whole) is { } wrong)
            throw new InvalidOperationException(wrong.ToString());
        book.Reset(whole);
        for (var i = 0; i < Messages; i++)
        {
            messages[i] = Encoding.ASCII.GetBytes(Message(i, draw));
            changes[i] = new DepthChange();
            if (DepthParser.Change(messages[i], Scale, changes[i]) is { } bad) throw new InvalidOperationException(bad.ToString());
        }
    }

    /// <summary>One level of a side, parsed already.</summary>
    [Benchmark(OperationsPerInvoke = Messages * LevelsPerMessage)]
    public void ApplyLevel()
    {
        foreach (var change in changes) book.Apply(change);
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public void ParseMessage()
    {
        foreach (var message in messages) DepthParser.Change(message, Scale, scratch);
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public void ParseAndApplyMessage()
    {
        foreach (var message in messages)
        {
            DepthParser.Change(message, Scale, scratch);
            book.Apply(scratch);
        }
    }

    private static string Message(int id, Random draw)
    {
        var bids = string.Join(',', Enumerable.Range(0, LevelsPerSide).Select(_ => Level(60_000m - Away(draw), Size(draw))));
        var asks = string.Join(',', Enumerable.Range(0, LevelsPerSide).Select(_ => Level(60_000.01m + Away(draw), Size(draw))));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"e\":\"depthUpdate\",\"E\":1723161255208,\"s\":\"BTCUSDT\",\"U\":{id * 10},\"u\":{(id * 10) + 9},"
                + $"\"b\":[{bids}],\"a\":[{asks}]}}");
    }

    private static decimal Away(Random draw) => 0.01m * (draw.Next(10) < 8 ? draw.Next(10) : draw.Next(1_000));

    // One in five takes its level away.
    private static decimal Size(Random draw) => draw.Next(5) == 0 ? 0m : draw.Next(1, 1_000) / 1_000m;

    private static string Level(decimal price, decimal quantity) => string.Create(
        CultureInfo.InvariantCulture, $"[\"{price:0.00000000}\",\"{quantity:0.00000000}\"]");
}

using System.Runtime.CompilerServices;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>A candle stream of all symbols, and their past over REST. The stream mends itself.</summary>
internal sealed class BinanceSession(
    MarketDataClient client, SortedDictionary<string, Instrument> symbols, BinanceFeedOptions options, LiveClock clock) : ILiveSession
{
    private const int PageSize = 1_000;
    private const int MostPages = 100;
    private readonly BarInterval interval = BarInterval.Parse(options.Interval);

    public IReadOnlyList<Instrument> Instruments { get; } = [.. symbols.Values.OrderBy(instrument => instrument.Id)];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<LivePast> Past(InstrumentId instrument, BarInterval length, DateTimeOffset from, CancellationToken ct)
    {
        var symbol = symbols.First(pair => pair.Value.Id == instrument).Key;
        var now = await Hear(ct);
        if (!now.IsGiven) return LivePast.Failed(now.Failure.ToString());
        var (bars, until) = (new List<BarCandidate>(), now.Value.At - LiveClock.Settling);
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.Klines(symbol, length.ToString(), from, PageSize, ct);
            if (!answer.IsGiven) return LivePast.Failed(answer.Failure.ToString());
            bars.AddRange(answer.Value.Select(kline => Bar(instrument, length, kline)));
            if (answer.Value.Count < PageSize) return new LivePast(bars, until);
            from = answer.Value.Max(kline => kline.OpenAt) + length.Length;
        }
        return LivePast.Failed($"more than {MostPages * PageSize} bars are missing: import them");
    }

    public async IAsyncEnumerable<LiveItem> Stream([EnumeratorCancellation] CancellationToken ct)
    {
        var stream = new StreamFeed(
            StreamSource.Market(options.StreamsUrl, [.. symbols.Keys.Select(s => $"{Lower(s)}@kline_{options.Interval}")]),
            new StreamOptions(), clock.Wall);
        await foreach (var item in stream.Run(ct))
        {
            if (item is StreamItem.Connected) yield return new LiveItem.Connected();
            else if (item is StreamItem.Frame frame)
            {
                var heard = StreamParser.Parse(frame.Json.Span);
                if (heard is { IsValid: true, Value: StreamMessage.ServerShutdown }) stream.Renew();
                var said = Read(heard);
                // The exchange says that it is over: what is known of its time is wrong.
                if (said is LiveItem.Closed { Bar.ClosedAt: var closedAt } && closedAt > clock.Now) await Hear(ct);
                yield return said;
            }
        }
    }

    /// <summary>A stream's message: a candle that is final, or nothing.</summary>
    internal LiveItem Read(Parsed<StreamMessage> heard) =>
        heard is { IsValid: true, Value: StreamMessage.KlineUpdate { Closed: true } update }
        && update.Interval == options.Interval && symbols.TryGetValue(update.Symbol, out var instrument)
            ? new LiveItem.Closed(Bar(instrument.Id, interval, update.Kline))
            : new LiveItem.Pulse();

    private async Task<Answer<ServerTime>> Hear(CancellationToken ct)
    {
        var now = await client.Time(ct);
        if (now.IsGiven) clock.Hear(now.Value.At);
        return now;
    }

    private BarCandidate Bar(InstrumentId instrument, BarInterval length, Kline kline) => new(
        options.SourceName, instrument, length, kline.OpenAt + length.Length, kline.Open, kline.High, kline.Low, kline.Close, kline.Volume,
        CloseOnly: false);

    private static string Lower(string symbol) => string.Concat(symbol.Select(char.ToLowerInvariant));
}

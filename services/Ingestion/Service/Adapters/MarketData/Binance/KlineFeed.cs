using System.Runtime.CompilerServices;
using Superintel.Ingestion.MarketData;
using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>
/// Closed candles of a stream as slices. Where one is missing between two (a gap, a lost connection, a restart), the candles since the last
/// known one are asked for and come as past.
/// </summary>
/// <param name="klines">Asks for closed and running candles of a symbol since a time.</param>
/// <param name="known">The close of the last stored bar of each symbol; where there is none, history begins at <paramref
/// name="since"/>.</param>
internal sealed class KlineFeed(
    IReadOnlyDictionary<string, InstrumentId> instruments,
    BarInterval interval,
    KlineSlices slices,
    Func<string, DateTimeOffset, CancellationToken, Task<Answer<IReadOnlyList<Kline>>>> klines,
    IReadOnlyDictionary<string, DateTimeOffset> known,
    DateTimeOffset since,
    TimeProvider clock)
{
    private const string Source = "binance";
    private readonly SortedDictionary<string, DateTimeOffset> last = new(
        instruments.Keys.ToDictionary(symbol => symbol, symbol => known.TryGetValue(symbol, out var at) ? at : since),
            StringComparer.Ordinal);

    public async IAsyncEnumerable<KlineNews> Run(IAsyncEnumerable<StreamItem> stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in stream.WithCancellation(ct))
        {
            switch (item)
            {
                case StreamItem.Connected:
                    foreach (var symbol in instruments.Keys.Order(StringComparer.Ordinal)) yield return await Fill(symbol, ct);
                    break;
                case StreamItem.Frame frame when StreamParser.Parse(
                    frame.Json.Span).Value is StreamMessage.KlineUpdate { Closed: true } update
                    && instruments.ContainsKey(update.Symbol):
                    var bar = Bar(update.Symbol, update.Kline);
                    // The bars between are the past by now; this one is news all the same.
                    if (bar.ClosedAt > last[update.Symbol] + interval.Length) yield return await Fill(update.Symbol, ct);
                    if (bar.ClosedAt >= last[update.Symbol] && slices.Add(bar, clock.GetUtcNow())) last[update.Symbol] = bar.ClosedAt;
                    break;
            }
            foreach (var slice in slices.Take(clock.GetUtcNow())) yield return new KlineNews.Closed(slice);
        }
    }

    private async Task<KlineNews> Fill(string symbol, CancellationToken ct)
    {
        var from = last[symbol];
        var answer = await klines(symbol, from, ct);
        if (!answer.IsGiven) return new KlineNews.Missing(symbol, from, answer.Failure.ToString());
        var now = clock.GetUtcNow();
        BarCandidate[] closed =
        [
            .. answer.Value.Where(k => k.OpenAt >= from && k.OpenAt + interval.Length <= now).OrderBy(k => k.OpenAt)
                .Select(k => Bar(symbol, k)).DistinctBy(bar => bar.ClosedAt),
        ];
        if (closed.Length > 0) last[symbol] = closed[^1].ClosedAt;
        return new KlineNews.Past(closed);
    }

    internal static BarCandidate Bar(InstrumentId instrument, BarInterval length, Kline kline) => new(
        Source, instrument, length, kline.OpenAt + length.Length, kline.Open, kline.High, kline.Low, kline.Close, kline.Volume,
        CloseOnly: false);

    private BarCandidate Bar(string symbol, Kline kline) => Bar(instruments[symbol], interval, kline);
}

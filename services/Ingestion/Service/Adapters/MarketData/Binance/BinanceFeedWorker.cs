using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.CloseSlice;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.MarketData.TellHistory;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>Runs the feed: lists the instruments, stores the past, closes slice after slice, each step in a transaction of its
/// own.</summary>
internal sealed class BinanceFeedWorker(
    ITransactions transactions, MarketDataClient client, BinanceFeedOptions options, IngestionOptions ingestion, BarBroadcast broadcast,
    MarketDataMeters meters, ILogger<BinanceFeedWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeProvider Wall = TimeProvider.System;
    private readonly BarInterval interval = BarInterval.Parse(options.Interval);

    private readonly SortedDictionary<string, InstrumentId> instruments = new(
        options.Instruments.ToDictionary(pair => pair.Value, pair => InstrumentId.Parse(pair.Key)), StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The store or the exchange is away: what was missed meanwhile is asked for at the next start.
                log.FeedFailed(Pause, failure);
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task Follow(CancellationToken ct)
    {
        var info = await client.ExchangeInfo(ct);
        if (!info.IsGiven) throw new InvalidOperationException($"exchangeInfo: {info.Failure}");
        var listed = instruments.Select(pair => Listed(pair.Value, info.Value.Symbols.FirstOrDefault(s => s.Symbol == pair.Key)
            ?? throw new InvalidOperationException($"The exchange does not list {pair.Key}."))).ToArray();
        var told = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<ListInstruments>().Handle(listed, inner), ct);
        log.Listed(listed.Length, options.Interval, told);
        if (interval != BarInterval.Day && options.HistoryDays > 0) await LearnDays(ct);
        var stream = new StreamFeed(
            StreamSource.Market(options.StreamsUrl, [.. instruments.Keys.Select(s => $"{Lower(s)}@kline_{options.Interval}")]),
            new StreamOptions(), Wall);
        var feed = new KlineFeed(
            instruments, interval, new KlineSlices(ingestion.Feed, interval, instruments.Count, options.Patience),
            (symbol, from, inner) => client.Klines(symbol, options.Interval, from, 1_000, inner),
            await transactions.RunExclusive(LastStored, ct), Wall.GetUtcNow() - (interval.Length * options.HistoryBars), Wall);
        await foreach (var news in feed.Run(stream.Run(ct), ct)) await Take(news, ct);
    }

    // Risk measures from days, whatever length is traded.
    private async Task LearnDays(CancellationToken ct)
    {
        var now = Wall.GetUtcNow();
        var since = now - (BarInterval.Day.Length * options.HistoryDays);
        foreach (var (symbol, instrument) in instruments)
        {
            var days = await client.Klines(symbol, "1d", since, options.HistoryDays, ct);
            if (!days.IsGiven)
            {
                log.Missing(symbol, since, days.Failure.ToString());
                continue;
            }
            BarCandidate[] closed =
            [
                .. days.Value.Where(day => day.OpenAt + BarInterval.Day.Length <= now).OrderBy(day => day.OpenAt)
                    .DistinctBy(day => day.OpenAt).Select(day => KlineFeed.Bar(instrument, BarInterval.Day, day)),
            ];
            var admitted = await transactions.RunExclusive((scope, inner) => Admit(scope, closed, BarInterval.Day, inner), ct);
            log.PastStored(admitted.Stored, admitted.Quarantined);
        }
        await transactions.RunExclusive((scope, inner) => Tell(scope, BarInterval.Day, now, inner), ct);
    }

    private async Task<int> Tell(IServiceProvider scope, BarInterval length, DateTimeOffset before, CancellationToken ct)
    {
        var told = await scope.GetRequiredService<TellHistory>().Handle(
            ingestion.Feed, length, [.. instruments.Values.Order()], before, ct);
        if (told > 0) log.PastTold(told, length.ToString());
        return told;
    }

    private async Task Take(KlineNews news, CancellationToken ct)
    {
        switch (news)
        {
            case KlineNews.Past { Candidates.Count: > 0 } past:
                var admitted = await transactions.RunExclusive((scope, inner) => Admit(scope, past.Candidates, interval, inner), ct);
                log.PastStored(admitted.Stored, admitted.Quarantined);
                break;
            case KlineNews.Closed closed:
                var slice = await transactions.RunExclusive((scope, inner) => Close(scope, closed.Slice, inner), ct);
                meters.Count(slice);
                broadcast.Tell(slice.Event);
                break;
            case KlineNews.Missing missing:
                log.Missing(missing.Symbol, missing.Since, missing.Reason);
                break;
        }
    }

    private async Task<ClosedSlice> Close(IServiceProvider scope, Slice slice, CancellationToken ct)
    {
        await Tell(scope, slice.Position.Interval, slice.Position.ClosedAt, ct);
        return await scope.GetRequiredService<CloseSlice>().Handle(slice, replayed: false, Wall.GetUtcNow(), ct);
    }

    private async Task<AdmittedHistory> Admit(
        IServiceProvider scope, IReadOnlyList<BarCandidate> candidates, BarInterval length, CancellationToken ct)
    {
        var stored = await StoredBars.Load(scope.GetRequiredService<IBars>(), candidates, length, ct);
        var classes = instruments.Values.ToDictionary(id => id, _ => AssetClass.Crypto);
        return await scope.GetRequiredService<AdmitHistory>().Handle(candidates, stored, classes, Wall.GetUtcNow(), ct);
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastStored(IServiceProvider scope, CancellationToken ct)
    {
        var bars = scope.GetRequiredService<IBars>();
        var last = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (symbol, instrument) in instruments)
        {
            var stored = await bars.Last(instrument, interval, Wall.GetUtcNow().AddDays(1), 1, ct);
            if (stored.Count > 0) last[symbol] = stored[^1].ClosedAt;
        }
        return last;
    }

    private static Instrument Listed(InstrumentId id, SymbolInfo symbol) => new(
        id, $"{symbol.BaseAsset}/{symbol.QuoteAsset}", AssetClass.Crypto, new Currency(symbol.QuoteAsset),
        symbol.Filters.Lot?.Step is > 0m and var lot ? lot : 0.00000001m,
        symbol.Filters.Price?.Step is > 0m and var tick ? tick : 0.00000001m, symbol.Trading, string.Empty);

    private static string Lower(string symbol) => string.Concat(symbol.Select(char.ToLowerInvariant));
}

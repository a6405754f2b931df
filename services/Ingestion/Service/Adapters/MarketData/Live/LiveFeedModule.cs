using Superintel.Ingestion.Service.Adapters.MarketData.Binance;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>The live feed, where one is enabled.</summary>
internal static class LiveFeedModule
{
    /// <exception cref="InvalidOperationException">Options that cannot be, two feeds, or a replay beside a live feed.</exception>
    public static IServiceCollection AddLiveFeed(
        this IServiceCollection services, IngestionOptions ingestion, IConfiguration configuration)
    {
        var clock = new LiveClock(TimeProvider.System);
        var binance = configuration.GetSection("Binance").Get<BinanceFeedOptions>() ?? new BinanceFeedOptions();
        var ibkr = configuration.GetSection("Ibkr").Get<IbkrFeedOptions>() ?? new IbkrFeedOptions();
        if (!binance.Enabled && !ibkr.Enabled) return services;
        if (binance.Enabled && ibkr.Enabled)
            throw new InvalidOperationException("Binance:Enabled and Ibkr:Enabled exclude each other: a feed has one source.");
        if (ingestion.Replay.Enabled)
            throw new InvalidOperationException("A live feed and Replay:Enabled exclude each other: there is one time in the fleet.");
        ILiveSource source = binance.Enabled ? new BinanceSource(binance, clock) : new IbkrSource(ibkr, clock);
        services.AddSingleton(clock).AddSingleton(source).AddScoped<LivePastStore>();
        return services.AddHostedService<LiveFeedWorker>();
    }
}

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
        services.AddSingleton(clock).AddScoped<LivePastStore>();
        if (binance.Enabled) services.AddSingleton<ILiveSource>(new BinanceSource(binance, clock));
        else
        {
            ibkr.Check();
            services.AddSingleton<ILiveSource>(provider =>
                new IbkrSource(ibkr, clock, provider.GetRequiredService<ILogger<IbkrSource>>()));
        }
        return services.AddHostedService<LiveFeedWorker>();
    }
}

using Superintel.Venue.Binance.Spot;
using Superintel.Venue.Binance.Transport;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Binance;

/// <summary>The live feed, where it is enabled.</summary>
internal static class BinanceFeedModule
{
    /// <exception cref="InvalidOperationException">Options that cannot be, or a replay beside the live feed.</exception>
    public static IServiceCollection AddBinanceFeed(
        this IServiceCollection services, IngestionOptions ingestion, IConfiguration configuration)
    {
        var options = configuration.GetSection("Binance").Get<BinanceFeedOptions>() ?? new BinanceFeedOptions();
        if (!options.Enabled) return services;
        options.Check();
        if (ingestion.Replay.Enabled)
            throw new InvalidOperationException("Binance:Enabled and Replay:Enabled exclude each other: there is one time in the fleet.");
        services.AddSingleton(options);
        services.AddSingleton(new RestTransport(
            new HttpClient { Timeout = Timeout.InfiniteTimeSpan }, new ExchangeAddress(options.RestUrl, options.StreamsUrl, null), null,
            TransportOptions.Spot, TimeProvider.System));
        services.AddSingleton(provider => new MarketDataClient(provider.GetRequiredService<RestTransport>(), MarketPaths.Spot));
        return services.AddHostedService<BinanceFeedWorker>();
    }
}

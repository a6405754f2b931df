using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Streams;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>The venue <c>binance</c>, when a route leads to it.</summary>
internal static class BinanceModule
{
    /// <exception cref="InvalidOperationException">The options lead to real money unconfirmed, or are out of bounds.</exception>
    /// <exception cref="KeyRefusedException">Keys are missing or unsafely kept.</exception>
    public static IServiceCollection AddBinance(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Execution:Binance").Get<BinanceOptions>() ?? new BinanceOptions();
        options.Address();
        var credentials = KeySource.Load(Environment.GetEnvironmentVariable);
        // Wire times are the world's: a replayed clock would sign requests of another year.
        return services.AddSingleton(provider => new BinanceVenue(
            options, credentials, new StreamOptions(), provider.GetRequiredService<ILogger<BinanceLog>>(), TimeProvider.System));
    }
}

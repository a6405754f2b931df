using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>The venues.</summary>
internal static class TradingModule
{
    private static readonly string[] KnownVenues = [PaperBroker.VenueName, BinanceOptions.VenueName];

    /// <exception cref="InvalidOperationException">A route leads to a venue that has no adapter.</exception>
    public static void AddTrading(this IServiceCollection services, ExecutionOptions options, IConfiguration configuration)
    {
        var routed = options.BrokerRoutes().Venues;
        foreach (var venue in routed)
        {
            if (!KnownVenues.Contains(venue))
            {
                var known = string.Join(", ", KnownVenues);
                throw new InvalidOperationException($"Execution:Routes names the venue '{venue}'; this version has {known}.");
            }
        }
        services.AddSingleton(PaperModels.From(options.Paper));
        services.AddScoped<IPaperBook, PostgresPaperBook>().AddScoped<PaperBroker>();
        if (routed.Contains(BinanceOptions.VenueName)) services.AddBinance(configuration);
        services.AddScoped<IBroker>(scope => new CompositeBroker(
        [
            new KeyValuePair<string, IBroker>(PaperBroker.VenueName, scope.GetRequiredService<PaperBroker>()),
            .. scope.GetServices<BinanceVenue>().Select(venue => new KeyValuePair<string, IBroker>(BinanceOptions.VenueName, venue.Broker)),
        ]));
    }
}

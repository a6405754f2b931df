using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Ports;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>The venues.</summary>
internal static class TradingModule
{
    private static readonly string[] KnownVenues = [PaperBroker.VenueName];

    /// <exception cref="InvalidOperationException">A route leads to a venue that has no adapter.</exception>
    public static void AddTrading(this IServiceCollection services, ExecutionOptions options)
    {
        foreach (var venue in options.BrokerRoutes().Venues)
        {
            if (!KnownVenues.Contains(venue))
            {
                var known = string.Join(", ", KnownVenues);
                throw new InvalidOperationException($"Execution:Routes names the venue '{venue}'; this version has {known}.");
            }
        }
        services.AddSingleton(PaperModels.From(options.Paper));
        services.AddScoped<IPaperBook, PostgresPaperBook>().AddScoped<PaperBroker>();
        services.AddScoped<IBroker>(scope => new CompositeBroker(
            [new KeyValuePair<string, IBroker>(PaperBroker.VenueName, scope.GetRequiredService<PaperBroker>())]));
    }
}

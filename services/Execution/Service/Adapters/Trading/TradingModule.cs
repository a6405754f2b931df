using Superintel.Execution.Execution;
using Superintel.Execution.Service.Adapters.Quotes;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Service.Adapters.Trading.Asking;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>The venues. Paper is always there; a live one only when a route leads to it.</summary>
internal static class TradingModule
{
    private static readonly SortedDictionary<string, Action<IServiceCollection, IConfiguration, string>> Live = new(StringComparer.Ordinal)
    {
        [BinanceOptions.VenueName] = AddBinance,
        [IbkrBroker.VenueName] = IbkrModule.AddIbkr,
        [Mt4Options.VenueName] = Mt4Module.AddMt4,
    };

    /// <exception cref="InvalidOperationException">A route leads to a venue that has no adapter.</exception>
    /// <exception cref="ArgumentException">A live venue's options cannot work.</exception>
    public static void AddTrading(this IServiceCollection services, ExecutionOptions options, IConfiguration configuration)
    {
        foreach (var venue in options.BrokerRoutes().Venues.Where(venue => venue != PaperBroker.VenueName))
        {
            if (!Live.TryGetValue(venue, out var add))
            {
                var known = string.Join(", ", Live.Keys.Append(PaperBroker.VenueName).Order(StringComparer.Ordinal));
                throw new InvalidOperationException($"Execution:Routes names the venue '{venue}'; this version has {known}.");
            }
            add(services, configuration, options.Accounts[venue]);
        }
        services.AddSingleton(PaperModels.From(options.Paper));
        services.AddQuotes(options.Paper).AddScoped<PaperBroker>();
        services.AddSingleton<StandingQuestions>().AddSingleton<Interviews>().AddScoped<Questions>();
        // Whoever asks inside of a turn is answered by what was asked outside of it; whoever sends leaves the turn first.
        services.AddScoped(scope => Compose(scope, venue => new AskedVenue(venue, scope.GetRequiredService<Questions>())));
        services.AddScoped<IBroker>(scope => scope.GetRequiredService<CompositeBroker>());
        services.AddScoped<IDepartureBoard>(scope => scope.GetRequiredService<CompositeBroker>());
        services.AddScoped(scope => ActivatorUtilities.CreateInstance<SendToBroker>(
            scope,
            Compose(scope, venue => new LeftTurnVenue(venue, scope.GetRequiredService<Turn>(), scope.GetRequiredService<Errands>()))));
        services.AddHostedService<VenueEvents>();
        services.AddSingleton<IOrderPreview>(provider => new CompositePreview(
            [
                new(PaperBroker.VenueName, ActivatorUtilities.CreateInstance<PaperPreview>(provider)),
                .. provider.GetServices<LiveVenue>().Where(venue => venue.Preview is not null)
                    .Select(venue => new KeyValuePair<string, IOrderPreview>(venue.Name, venue.Preview!)),
            ],
            TimeProvider.System));
    }

    private static CompositeBroker Compose(IServiceProvider scope, Func<LiveVenue, IBroker> see) => new(
        [
            new KeyValuePair<string, IBroker>(PaperBroker.VenueName, scope.GetRequiredService<PaperBroker>()),
            .. scope.GetServices<LiveVenue>().Select(venue => new KeyValuePair<string, IBroker>(venue.Name, see(venue))),
        ],
        scope.GetRequiredService<VenueGate>());

    private static void AddBinance(IServiceCollection services, IConfiguration configuration, string account) => services
        .AddBinance(configuration)
        .AddSingleton(provider =>
        {
            var venue = provider.GetRequiredService<BinanceVenue>();
            var options = configuration.GetSection("Execution:Binance").Get<BinanceOptions>() ?? new BinanceOptions();
            return new LiveVenue(BinanceOptions.VenueName, venue.Broker)
            {
                Preview = new BinancePreview(venue.Client, new BinanceRules(venue.Client, TimeProvider.System), venue.Symbols, options),
            };
        });
}

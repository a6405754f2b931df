using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>The IBKR adapter from <c>Execution:Ibkr</c> (a <see cref="TwsOptions"/>), <c>Execution:IbkrSymbols</c> and
/// <c>Execution:IbkrOutages</c>.</summary>
internal static class IbkrModule
{
    /// <param name="account">The account that the routes name for this venue.</param>
    /// <exception cref="ArgumentException">Options that cannot work, or a live port that nobody confirmed twice.</exception>
    public static void AddIbkr(IServiceCollection services, IConfiguration configuration, string account)
    {
        var options = (configuration.GetSection("Execution:Ibkr").Get<TwsOptions>() ?? new TwsOptions()) with { Account = account };
        options.Validate();
        var outages = configuration.GetSection("Execution:IbkrOutages").Get<OutageCalendar>() ?? new OutageCalendar();
        var contracts = new IbkrContracts(
            configuration.GetSection("Execution:IbkrSymbols").Get<SortedDictionary<string, int>>() ?? []);
        // A socket's timeouts and pacing run on the machine's time, whatever the fleet's clock replays.
        services.AddSingleton(provider => new IbkrBroker(
            options, outages, contracts, TimeProvider.System, provider.GetRequiredService<ILogger<IbkrBroker>>()));
        services.AddSingleton(provider => new LiveVenue(IbkrBroker.VenueName, provider.GetRequiredService<IbkrBroker>())
        {
            Preview = provider.GetRequiredService<IbkrBroker>(),
        });
    }
}

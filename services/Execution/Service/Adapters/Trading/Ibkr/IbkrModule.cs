using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>The IBKR adapter from <c>Execution:Ibkr</c> (a <see cref="TwsOptions"/>) and <c>Execution:IbkrOutages</c>.</summary>
internal static class IbkrModule
{
    /// <param name="account">The account that the routes name for this venue.</param>
    public static IServiceCollection AddIbkr(this IServiceCollection services, IConfiguration configuration, string account)
    {
        var options = (configuration.GetSection("Execution:Ibkr").Get<TwsOptions>() ?? new TwsOptions()) with { Account = account };
        options.Validate();
        var outages = configuration.GetSection("Execution:IbkrOutages").Get<OutageCalendar>() ?? new OutageCalendar();
        return services.AddSingleton(provider => new IbkrBroker(
            options, outages, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<IbkrBroker>>()));
    }
}

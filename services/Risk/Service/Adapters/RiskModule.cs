using Microsoft.Extensions.Options;
using Superintel.Risk.Service.Adapters.Breakers;
using Superintel.Risk.Service.Adapters.KillSwitch;
using Superintel.Risk.Service.Adapters.Limits;
using Superintel.Risk.Service.Adapters.Market;
using Superintel.Risk.Service.Adapters.Microstructure;
using Superintel.Risk.Service.Adapters.External;
using Superintel.Risk.Service.Adapters.Portfolio;
using Superintel.Risk.Service.Adapters.Restricted;
using Superintel.Risk.Service.Adapters.Sizing;
using Superintel.Risk.Service.Adapters.Verdicts;

namespace Superintel.Risk.Service.Adapters;

/// <summary>All of risk. The order of the modules is the order in which they see an event that several handle.</summary>
public static class RiskModule
{
    public static IServiceCollection AddRisk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RiskOptions>().BindConfiguration("Risk").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RiskOptions>, RiskOptionsCheck>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RiskOptions>>().Value);
        return services
            .AddMarket().AddMicrostructure().AddPortfolio().AddExternal().AddLimits().AddRestricted().AddVerdicts()
            .AddBreakers().AddKillSwitch(configuration).AddSizing();
    }
}

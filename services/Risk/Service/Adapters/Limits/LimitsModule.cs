using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;
using Superintel.Risk.Limits.Ports;
using Superintel.Risk.Service.Adapters.Limits.Postgres;

namespace Superintel.Risk.Service.Adapters.Limits;

/// <summary>Limits that people change.</summary>
public static class LimitsModule
{
    public static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddScoped<ILimits, PostgresLimits>()
        .AddScoped<ILimitHistory, PostgresLimitHistory>()
        .AddScoped<ReadLimits>()
        .AddScoped<ChangeLimit>();
}

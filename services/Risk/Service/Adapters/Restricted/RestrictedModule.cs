using Superintel.Risk.Restricted.ChangeRestricted;
using Superintel.Risk.Restricted.Ports;
using Superintel.Risk.Service.Adapters.Restricted.Postgres;

namespace Superintel.Risk.Service.Adapters.Restricted;

/// <summary>Instruments that people took out of trading.</summary>
public static class RestrictedModule
{
    public static IServiceCollection AddRestricted(this IServiceCollection services) =>
        services.AddScoped<IRestrictedList, PostgresRestrictedList>().AddScoped<ChangeRestricted>();
}

using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Exposure.External.FollowExternal;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.Service.Adapters.External.Postgres;

namespace Superintel.Risk.Service.Adapters.External;

/// <summary>What others do in the desk's accounts.</summary>
public static class ExternalModule
{
    public static IServiceCollection AddExternal(this IServiceCollection services) => services
        .AddScoped<IExternalBook, PostgresExternalBook>()
        .AddScoped<IHandle<ExternalOrderChanged>, FollowExternal>()
        .AddScoped<IHandle<PositionMismatchChanged>, FollowExternal>();
}

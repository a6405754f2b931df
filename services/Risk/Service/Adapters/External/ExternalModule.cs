using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Exposure.Outside.FollowOutside;
using Superintel.Risk.Exposure.Outside.Ports;
using Superintel.Risk.Service.Adapters.Outside.Postgres;

namespace Superintel.Risk.Service.Adapters.Outside;

/// <summary>What others do in the desk's accounts.</summary>
public static class OutsideModule
{
    public static IServiceCollection AddOutside(this IServiceCollection services) => services
        .AddScoped<IOutsideBook, PostgresOutsideBook>()
        .AddScoped<IHandle<ExternalOrderChanged>, FollowOutside>()
        .AddScoped<IHandle<PositionMismatchChanged>, FollowOutside>();
}

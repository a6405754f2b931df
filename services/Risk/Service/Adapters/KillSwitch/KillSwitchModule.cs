using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.ContinueFlatten;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.Service.Adapters.KillSwitch.Grpc;
using Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

namespace Superintel.Risk.Service.Adapters.KillSwitch;

/// <summary>The kill switch, and the way around the bus.</summary>
public static class KillSwitchModule
{
    public static IServiceCollection AddKillSwitch(this IServiceCollection services) => services
        .AddScoped<IKillSwitch, PostgresKillSwitch>()
        .AddScoped<IssueExits>()
        .AddScoped<FlattenBook>()
        .AddScoped<MoveKillSwitch>()
        .AddScoped<IHandle<BarClosed>, ContinueFlatten>()
        .AddScoped<IHandle<PairOrderClosed>, ContinueFlatten>()
        .AddSingleton<DirectLine>();
}

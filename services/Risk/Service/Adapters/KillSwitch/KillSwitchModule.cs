using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.ContinueFlatten;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.KillSwitch.Ports;
using Superintel.Risk.KillSwitch.ReadFlatten;
using Superintel.Risk.Service.Adapters.KillSwitch.Grpc;
using Superintel.Risk.Service.Adapters.KillSwitch.Local;
using Superintel.Risk.Service.Adapters.KillSwitch.Postgres;

namespace Superintel.Risk.Service.Adapters.KillSwitch;

/// <summary>The kill switch, and the way around the bus.</summary>
public static class KillSwitchModule
{
    public static IServiceCollection AddKillSwitch(this IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<PostgresKillSwitch>()
        .AddScoped<IKillSwitch, LatchedKillSwitch>()
        .AddScoped<IFlattenTries, PostgresFlattenTries>()
        .AddScoped<IssueExits>()
        .AddScoped<FollowExits>()
        .AddScoped<ReadFlatten>()
        .AddScoped<FlattenBook>()
        .AddScoped<MoveKillSwitch>()
        .AddScoped<IHandle<BarClosed>, ContinueFlatten>()
        .AddScoped<IHandle<PairOrderClosed>, ContinueFlatten>()
        .AddScoped<IHandle<OrderDenied>, ContinueFlatten>()
        .AddSingleton<DirectLine>()
        .AddLocalSwitch(configuration["Superintel:StateFolder"] ?? Directory.GetCurrentDirectory());

    private static IServiceCollection AddLocalSwitch(this IServiceCollection services, string folder) => services
        .AddSingleton(new LocalOrderFile(Path.Combine(folder, "kill-switch.order.json")))
        .AddSingleton<LocalSwitch>()
        .AddHostedService(provider => new LocalSwitchSocket(
            Path.Combine(folder, "kill-switch.sock"),
            provider.GetRequiredService<LocalSwitch>(),
            provider.GetRequiredService<ILogger<LocalSwitchSocket>>()));
}

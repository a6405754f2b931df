using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Breakers.ListBreakers;
using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Breakers.ResetBreaker;
using Superintel.Risk.Breakers.WatchBreakers;
using Superintel.Risk.Service.Adapters.Breakers.Postgres;

namespace Superintel.Risk.Service.Adapters.Breakers;

/// <summary>The circuit breakers, watched at every event that moves one.</summary>
public static class BreakersModule
{
    public static IServiceCollection AddBreakers(this IServiceCollection services) => services
        .AddScoped<IBreakers, PostgresBreakers>()
        .AddScoped<TripBreakers>()
        .AddScoped<RearmBreakers>()
        .AddScoped<ResetBreaker>()
        .AddScoped<ListBreakers>()
        .AddScoped<IHandle<BarClosed>, WatchBreakers>()
        .AddScoped<IHandle<OrderFilled>, WatchBreakers>()
        .AddScoped<IHandle<OrderAccepted>, WatchBreakers>()
        .AddScoped<IHandle<OrderRejected>, WatchBreakers>()
        .AddScoped<IHandle<PairOrderClosed>, WatchBreakers>();
}

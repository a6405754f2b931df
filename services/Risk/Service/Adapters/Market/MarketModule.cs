using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Market;
using Superintel.Risk.Market.FollowExecution;
using Superintel.Risk.Market.ListInstrument;
using Superintel.Risk.Market.Ports;
using Superintel.Risk.Market.RecordCloses;
using Superintel.Risk.Market.RecordVolumes;
using Superintel.Risk.Service.Adapters.Market.Postgres;

namespace Superintel.Risk.Service.Adapters.Market;

/// <summary>Instruments, closes and volumes.</summary>
public static class MarketModule
{
    public static IServiceCollection AddMarket(this IServiceCollection services) => services
        .AddScoped<IInstruments, PostgresInstruments>()
        .AddScoped<ICloses, PostgresCloses>()
        .AddScoped<IVolumes, PostgresVolumes>()
        .AddScoped<ReadMarket>()
        .AddScoped<IHandle<InstrumentListed>, ListInstrument>()
        .AddScoped<IHandle<BarClosed>, RecordCloses>()
        .AddScoped<IHandle<BarsBackfilled>, RecordCloses>()
        .AddScoped<IHandle<BarClosed>, RecordVolumes>()
        .AddScoped<IHandle<BarsBackfilled>, RecordVolumes>()
        .AddScoped<IHandle<SliceExecuted>, FollowExecution>();
}

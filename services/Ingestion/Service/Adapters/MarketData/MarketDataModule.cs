using Grpc.AspNetCore.Server;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.CloseSlice;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Import.Ports;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.MarketData.Replay.Ports;
using Superintel.Ingestion.MarketData.TellHistory;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Ingestion.Service.Adapters.MarketData.Postgres;
using Superintel.Ingestion.Service.Adapters.MarketData.Replay;
using Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData;

/// <summary>Bars, the gate, replay and import.</summary>
internal static class MarketDataModule
{
    public static IServiceCollection AddMarketData(this IServiceCollection services, IngestionOptions options, IConfiguration configuration)
    {
        services.AddScoped<IBars, PostgresBars>().AddScoped<IQuarantine, PostgresQuarantine>();
        services.AddScoped<IFreshnessBook, PostgresFreshnessBook>().AddScoped<IToldHistory, PostgresToldHistory>();
        services.AddScoped<IImports, PostgresImports>();
        services.AddSingleton(new GateTracks(options.Gate)).AddSingleton<ICachedState, GateMemory>();
        services.AddScoped<CloseSlice>().AddScoped<DoubtFeed>().AddScoped<TellHistory>().AddScoped<ImportBars>().AddScoped<ImportHistory>();
        services.AddScoped(scope => new AdmitHistory(
            scope.GetRequiredService<IBars>(),
            scope.GetRequiredService<IQuarantine>(),
            scope.GetRequiredService<IFreshnessBook>(),
            scope.GetRequiredService<IEvents>(),
            options.Gate));
        // Its catch-all for unknown services would take POST /api/import from whom content negotiation refuses, and answer 404.
        services.Configure<GrpcServiceOptions>(grpc => grpc.IgnoreUnknownServices = true);
        services.AddSingleton<BarBroadcast>().AddSingleton<MarketDataMeters>();
        return services.AddReplay(options, configuration).AddLiveFeed(options, configuration);
    }

    private static IServiceCollection AddReplay(this IServiceCollection services, IngestionOptions options, IConfiguration configuration)
    {
        var folder = configuration["Data:Folder"] is { Length: > 0 } chosen ? chosen : RecordedFolder.Default;
        // Read at once: a service whose data cannot be read says so and does not start.
        services.AddSingleton(options.Replay.Enabled
            ? RecordedData.Read(new RecordedFolder(folder), options.Feed, options.Replay)
            : RecordedData.None(options.Feed));
        services.AddScoped<IReplayState, PostgresReplayState>();
        services.AddScoped<PublishNextSlice>().AddScoped<ControlReplay>().AddScoped<DescribeReplay>();
        services.AddSingleton<ReplayPulse>();
        services.AddScoped(scope => new FollowDecisions(scope.GetRequiredService<IReplayState>(), options, TimeProvider.System));
        services.Follow<SliceScored>().Follow<SliceExecuted>().Follow<OrderOutcomeUnknown>().Follow<ProposalCreated>()
            .Follow<ProposalApproved>().Follow<ProposalDeclined>();
        services.Follow<OrderVetoed>().Follow<OrderDenied>().Follow<OrderAccepted>().Follow<OrderRejected>().Follow<PairOrderClosed>();
        return options.Replay.Enabled ? services.AddHostedService<ReplayWorker>() : services;
    }

    private static IServiceCollection Follow<T>(this IServiceCollection services)
        where T : IEvent => services
            .AddScoped(scope => (IHandle<T>)(object)scope.GetRequiredService<FollowDecisions>())
            .AddScoped<IHandle<T>, WakeReplay<T>>();
}

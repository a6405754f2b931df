using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Anchors;
using Superintel.Journal.Chain.Append;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Ports;
using Superintel.Journal.Chain.Verify;
using Superintel.Journal.Reporting.Ports;
using Superintel.Journal.Reporting.Record;
using Superintel.Journal.Service.Adapters.Chain;
using Superintel.Journal.Service.Adapters.Chain.Anchors;
using Superintel.Journal.Service.Adapters.Chain.Postgres;
using Superintel.Journal.Service.Adapters.Reporting.Postgres;
using Superintel.Journal.Stories.Explain;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Journal.Service.Adapters;

/// <summary>The journal's parts and its subscriptions: every event there is.</summary>
public static class JournalModule
{
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        var anchors = configuration.GetSection("Journal").Get<AnchorOptions>() ?? new AnchorOptions();
        services.AddSingleton(anchors);
        services.AddSingleton<IAnchors>(anchors.AnchorFile is { } file ? new FileAnchors(file) : new MemoryAnchors());
        services.AddScoped(scope => new AnchorHead(
            scope.GetRequiredService<IEntries>(), scope.GetRequiredService<IAnchors>(), TimeProvider.System));
        services.AddHostedService<AnchorWorker>();
        services.AddSingleton<ITraceContext, CurrentTrace>();
        services.AddScoped<IEntries, PostgresEntries>();
        services.AddScoped<IDecisions, PostgresDecisions>();
        services.AddScoped<IEquityCurve, PostgresEquityCurve>();
        services.AddScoped<IUnconvertedCommissions, PostgresUnconvertedCommissions>();
        services.AddScoped(scope => new AppendEvent(
            scope.GetRequiredService<IEntries>(),
            scope.GetRequiredService<ITraceContext>(),
            scope.GetRequiredService<IEvents>(),
            TimeProvider.System)); // when it was recorded, not what time the fleet replays
        services.AddScoped<FollowDecision>();
        services.AddScoped<VerifyChain>();
        services.AddScoped<ExplainDecision>();
        foreach (var type in EventKind.Journaled) AddHandlers(services, type);
        services.AddScoped<IHandle<PortfolioValued>, FollowEquity>();
        services.AddScoped<IHandle<PositionChanged>, FollowCommissions>();
        return services;
    }

    public static void SubscribeToAll(BusSubscriptions bus)
    {
        var subscribe = typeof(BusSubscriptions).GetMethod(nameof(BusSubscriptions.Subscribe))!;
        foreach (var type in EventKind.Journaled) subscribe.MakeGenericMethod(type).Invoke(bus, null);
    }

    // The handlers take any event; the container asks for them by the event's own type.
    private static void AddHandlers(IServiceCollection services, Type type)
    {
        var handler = typeof(IHandle<>).MakeGenericType(type);
        services.AddScoped(handler, scope => scope.GetRequiredService<AppendEvent>());
        if (type.IsAssignableTo(typeof(IDecisionEvent))) services.AddScoped(handler, scope => scope.GetRequiredService<FollowDecision>());
    }
}

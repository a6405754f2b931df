using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Previews;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Service.Adapters.Execution;
using Superintel.Execution.Service.Adapters.Execution.Halt;
using Superintel.Execution.Service.Adapters.Execution.Postgres;
using Superintel.Execution.Service.Adapters.Reconciliation;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Service.Adapters.Trading;

namespace Superintel.Execution.Service.Adapters;

/// <summary>The whole service, put together. What is wrong with the configuration stops it here.</summary>
internal static class ExecutionModule
{
    public static IServiceCollection AddExecution(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Execution").Get<ExecutionOptions>() ?? new ExecutionOptions();
        services.AddSingleton(options).AddSingleton(options.Terms()).AddSingleton(options.BrokerRoutes());
        services.AddTrading(options, configuration);
        var folder = configuration["Superintel:StateFolder"] ?? Directory.GetCurrentDirectory();
        services.AddSingleton(provider => new HaltLatch(
            Path.Combine(folder, "execution-halt"), provider.GetRequiredService<ILogger<HaltLatch>>()));
        AddStores(services);
        AddUseCases(services);
        AddHandlers(services);
        services.AddSingleton<SenderSignal>().AddSingleton<SenderLease>()
            .AddSingleton(new PairsAside(TimeProvider.System)).AddSingleton<UncalledOrders>().AddScoped<Errands>()
            .AddSingleton<VenueLanes>().AddSingleton<Departures>().AddSingleton<OrderInterviews>();
        services.AddReconciliation(options).AddHostedService<OrderSender>();
        services.AddSingleton<HaltBoard>().AddHostedService<HaltWatch>();
        return services;
    }

    private static void AddStores(IServiceCollection services) => services
        .AddScoped<IOrderBook, PostgresOrderBook>()
        .AddScoped<IFillLedger, PostgresFillLedger>()
        .AddScoped<IPairOrders, PostgresPairOrders>()
        .AddScoped<ILegPlans, PostgresLegPlans>()
        .AddScoped<IClearances, PostgresClearances>()
        .AddScoped<PostgresTradingControl>()
        .AddScoped<ITradingControl>(scope => new LatchedTradingControl(
            scope.GetRequiredService<PostgresTradingControl>(), scope.GetRequiredService<HaltLatch>()))
        .AddScoped<IInstruments, PostgresInstruments>()
        .AddScoped<IBlockedInstruments, PostgresBlockedInstruments>()
        .AddScoped<IExternalOrders, PostgresExternalOrders>()
        .AddScoped<IExternalHoldings, PostgresExternalHoldings>()
        .AddSingleton<LoggedAlerts>()
        .AddScoped<IOrderAlerts, PublishedAlerts>();

    private static void AddUseCases(IServiceCollection services) => services
        .AddScoped<AdmitClearance>()
        .AddScoped<LookAtPair>()
        .AddScoped<AdvancePair>()
        .AddScoped<DepartureRules>()
        .AddScoped<TakeBack>()
        .AddScoped<TendPairs>()
        .AddScoped<GiveBackOrders>()
        .AddScoped<ApplyBrokerEvent>()
        .AddScoped<FillFromQuotes>()
        .AddScoped<PrepareDispatches>()
        .AddScoped<RecordDispatch>()
        .AddScoped<ConfirmOrder>()
        .AddScoped<WorkLegs>()
        .AddScoped<LookForLeftovers>()
        .AddScoped<WritePreviewTicket>()
        .AddScoped<ResolveOrder>()
        .AddScoped<EnterFill>()
        .AddScoped<AcknowledgeExternalOrder>();

    // The nudge comes last: the sender wakes up behind the transaction that gave it work.
    private static void AddHandlers(IServiceCollection services) => services
        .AddScoped<IHandle<InstrumentListed>, ListInstrument>()
        .AddScoped<IHandle<BarClosed>, FillFromBars>()
        .AddScoped<IHandle<BarClosed>, WorkLegs>()
        .AddScoped<IHandle<BarClosed>, NudgeSender>()
        .AddScoped<IHandle<OrderCleared>, PlacePairOrder>()
        .AddScoped<IHandle<OrderCleared>, NudgeSender>()
        .AddScoped<IHandle<TradingStateChanged>, FollowTradingState>()
        .AddScoped<IHandle<TradingStateChanged>, NudgeSender>();
}

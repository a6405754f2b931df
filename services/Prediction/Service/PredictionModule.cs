using Microsoft.Extensions.Options;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Discovery.Ports;
using Superintel.Prediction.Discovery.SelectPairs;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Panel.LearnHistory;
using Superintel.Prediction.Panel.ListInstrument;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Panel.TrackFreshness;
using Superintel.Prediction.Service.Adapters;
using Superintel.Prediction.Service.Adapters.Discovery;
using Superintel.Prediction.Service.Adapters.FeatureStore;
using Superintel.Prediction.Service.Adapters.Panel;
using Superintel.Prediction.Service.Adapters.Research;
using Superintel.Prediction.Service.Adapters.Signals;
using Superintel.Prediction.Signals.Ports;
using Superintel.Prediction.Signals.ReadPairs;
using Superintel.Prediction.Signals.RememberRefusedExit;
using Superintel.Prediction.Signals.ScoreSlice;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service;

/// <summary>Wires prediction.</summary>
public static class PredictionModule
{
    public static IServiceCollection AddPrediction(this IServiceCollection services)
    {
        services.AddOptions<PredictionOptions>().BindConfiguration("Prediction").ValidateOnStart();
        services.AddSingleton<IValidateOptions<PredictionOptions>, PredictionOptionsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PredictionOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<PredictionOptions>().Panel);
        services.AddSingleton(provider => provider.GetRequiredService<PredictionOptions>().Discovery);
        services.AddSingleton<PredictionCache>().AddSingleton<ICachedState>(provider => provider.GetRequiredService<PredictionCache>());
        services.AddSingleton<PredictionMeters>();
        return services.AddStores().AddUseCases().AddResearch();
    }

    // Handlers see the cached stores. Reads over HTTP go to the tables: they run beside the handlers, and a cache that they filled from
    // an older snapshot would be taken for the present.
    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddScoped<PostgresInstruments>().AddScoped<IInstruments, CachedInstruments>();
        services.AddScoped<PostgresClosePanels>().AddScoped<IClosePanels, CachedClosePanels>();
        services.AddScoped<PostgresSelections>().AddScoped<ISelections, CachedSelections>();
        services.AddScoped<PostgresStances>().AddScoped<IStances, CachedStances>();
        services.AddScoped<PostgresFeatureStore>().AddScoped<IFeatureStore, CachedFeatureStore>();
        services.AddScoped<ISignals, PostgresSignals>().AddScoped<IRefusedExits, PostgresRefusedExits>();
        return services.AddScoped(provider => new ReadPairs(
            provider.GetRequiredService<PostgresSelections>(),
            provider.GetRequiredService<PostgresStances>(),
            provider.GetRequiredService<PostgresFeatureStore>(),
            provider.GetRequiredService<PostgresClosePanels>(),
            provider.GetRequiredService<PredictionOptions>()));
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<PredictionOptions>();
            return new Ensemble(RegisteredModels.From(options.Models), options.Ensemble);
        });
        services.AddSingleton<PairScorer>();
        services.AddScoped<SelectPairs>().AddScoped<ScoreSlice>();
        services.AddScoped<IHandle<InstrumentListed>, ListInstrument>();
        services.AddScoped<IHandle<FeedFreshnessChanged>, TrackFreshness>();
        services.AddScoped<IHandle<ProposalDeclined>, RememberRefusedExit>().AddScoped<IHandle<OrderVetoed>, RememberRefusedExit>();
        services.AddScoped<IHandle<OrderDenied>, RememberRefusedExit>().AddScoped<IHandle<PairOrderClosed>, RememberRefusedExit>();
        return services.AddScoped<IHandle<BarsBackfilled>, LearnHistory>().AddScoped<IHandle<BarClosed>, MeasuredScoring>();
    }
}

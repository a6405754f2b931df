using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Discovery.Memory;
using Superintel.Prediction.Discovery.SelectPairs;
using Superintel.Prediction.FeatureStore.Memory;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Panel.LearnHistory;
using Superintel.Prediction.Panel.ListInstrument;
using Superintel.Prediction.Panel.Memory;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Panel.TrackFreshness;
using Superintel.Prediction.Signals.Memory;
using Superintel.Prediction.Signals.Ports;
using Superintel.Prediction.Signals.ReadPairs;
using Superintel.Prediction.Signals.RememberRefusedExit;
using Superintel.Prediction.Signals.ScoreSlice;

namespace Superintel.Prediction.InMemory;

/// <summary>Prediction over memory adapters, for the simulation and the tests. Composition only.</summary>
public sealed class PredictionInMemory
{
    public PredictionInMemory(IEvents events, TimeProvider clock, PredictionOptions options)
    {
        var instruments = new MemoryInstruments();
        var panels = new MemoryClosePanels(options.Panel);
        var selections = new MemorySelections();
        var features = new MemoryFeatureStore();
        var stances = new MemoryStances();
        var signals = new MemorySignals();
        var refusedExits = new MemoryRefusedExits();
        var ensemble = new Ensemble(RegisteredModels.From(options.Models), options.Ensemble);
        ListInstrument = new ListInstrument(instruments);
        TrackFreshness = new TrackFreshness(instruments);
        LearnHistory = new LearnHistory(instruments, panels, options);
        ScoreSlice = new ScoreSlice(
            instruments,
            panels,
            new SelectPairs(selections, events, options.Panel, options.Discovery),
            features,
            stances,
            signals,
            refusedExits,
            new PairScorer(options, ensemble),
            events,
            clock,
            options);
        RememberRefusedExit = new RememberRefusedExit(signals, refusedExits);
        Pairs = new ReadPairs(selections, stances, features, panels, options);
        (Signals, Features, Panels) = (signals, features, panels);
    }

    public IHandle<InstrumentListed> ListInstrument { get; }

    public IHandle<FeedFreshnessChanged> TrackFreshness { get; }

    public IHandle<BarsBackfilled> LearnHistory { get; }

    public IHandle<BarClosed> ScoreSlice { get; }

    /// <summary>Handles ProposalDeclined, OrderVetoed, OrderDenied and PairOrderClosed.</summary>
    public RememberRefusedExit RememberRefusedExit { get; }

    public ReadPairs Pairs { get; }

    public ISignals Signals { get; }

    public IFeatureStore Features { get; }

    public IClosePanels Panels { get; }
}

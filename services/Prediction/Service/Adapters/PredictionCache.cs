using System.Collections.Concurrent;
using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Signals;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters;

/// <summary>
/// What the handlers would otherwise read again with every slice. Filled only inside message handling, which is exclusive; forgotten when a
/// transaction fails.
/// </summary>
internal sealed class PredictionCache : ICachedState
{
    private InstrumentBook? instruments;

    public InstrumentBook? Instruments
    {
        get => Volatile.Read(ref instruments);
        set => Volatile.Write(ref instruments, value);
    }

    public ConcurrentDictionary<(string Feed, BarInterval Interval), ClosePanel> Panels { get; } = [];

    public ConcurrentDictionary<(string Feed, BarInterval Interval), PairSelection> Selections { get; } = [];

    public ConcurrentDictionary<(string Feed, BarInterval Interval), StanceBook> Stances { get; } = [];

    /// <summary>Schemas that are known to be declared, by key.</summary>
    public ConcurrentDictionary<string, FeatureSchema> Schemas { get; } = [];

    public void Invalidate()
    {
        Instruments = null;
        Panels.Clear();
        Selections.Clear();
        Stances.Clear();
        Schemas.Clear();
    }
}

using Superintel.Kernel;

namespace Superintel.Prediction.Signals.Ports;

/// <summary>Stances as last saved.</summary>
public interface IStances
{
    ValueTask<StanceBook> Load(string feed, BarInterval interval, CancellationToken ct);

    /// <summary>Saves what changed; an idle stance is forgotten.</summary>
    ValueTask Save(string feed, BarInterval interval, IReadOnlyList<Stance> changed, CancellationToken ct);
}

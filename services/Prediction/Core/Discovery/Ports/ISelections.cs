using Superintel.Kernel;

namespace Superintel.Prediction.Discovery.Ports;

/// <summary>Outcomes of pair discovery, newest wins.</summary>
public interface ISelections
{
    ValueTask<PairSelection?> Latest(string feed, BarInterval interval, CancellationToken ct);

    ValueTask Save(PairSelection selection, CancellationToken ct);
}

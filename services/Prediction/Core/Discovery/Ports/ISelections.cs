using Superintel.Kernel;

namespace Superintel.Prediction.Discovery.Ports;

/// <summary>Outcomes of pair discovery, newest wins.</summary>
public interface ISelections
{
    ValueTask<PairSelection?> Latest(string feed, BarInterval interval, CancellationToken ct);

    /// <summary>The newest selection of every feed and interval, in order of feed, then of interval's length.</summary>
    ValueTask<IReadOnlyList<PairSelection>> LatestOfAll(CancellationToken ct);

    ValueTask Save(PairSelection selection, CancellationToken ct);
}

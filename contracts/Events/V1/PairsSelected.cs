namespace Superintel.Contracts.Events.V1;

/// <summary>Pair discovery ran on a trailing window that ends at <see cref="OccurredAt"/>.</summary>
/// <param name="WindowBars">Bars in the window.</param>
/// <param name="Tested">Number of pairs tested: the trial count behind every q-value.</param>
public sealed record PairsSelected(
    string Interval,
    DateTimeOffset OccurredAt,
    int WindowBars,
    int Tested,
    double FalseDiscoveryRate,
    IReadOnlyList<SelectedPair> Pairs) : IEvent
{
    public string EventId => $"pairs-selected/{Interval}/{OccurredAt.UtcDateTime:O}";
}

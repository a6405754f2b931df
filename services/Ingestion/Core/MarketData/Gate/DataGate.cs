namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>The five checks a bar must pass before anything may see it. A bar that one of them cannot vouch for does not pass.</summary>
public static class DataGate
{
    /// <returns>Every failure, in the order of the checks; empty when the bar is good.</returns>
    public static IReadOnlyList<GateFailure> Judge(BarCandidate bar, GateContext context) =>
    [
        .. CompletenessCheck.Check(bar),
        .. FreshnessCheck.Check(bar, context),
        .. ValidityCheck.Check(bar, context),
        .. ConsistencyCheck.Check(bar, context),
        .. VolumeCheck.Check(bar, context),
    ];
}

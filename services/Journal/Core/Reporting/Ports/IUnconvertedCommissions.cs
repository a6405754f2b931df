namespace Superintel.Journal.Reporting.Ports;

/// <summary>Commissions that could not be converted, summed per decision and currency.</summary>
public interface IUnconvertedCommissions
{
    /// <summary>Adds to what the decision paid in the currency so far.</summary>
    Task Add(UnconvertedCommission paid, CancellationToken ct);

    /// <summary>Sums per decision, ordered by decision and currency.</summary>
    Task<IReadOnlyList<UnconvertedCommission>> Of(IReadOnlyCollection<string> decisions, CancellationToken ct);

    /// <summary>Sums per pair over all decisions, which have no id then; ordered by pair and currency.</summary>
    Task<IReadOnlyList<UnconvertedCommission>> ByPair(CancellationToken ct);
}

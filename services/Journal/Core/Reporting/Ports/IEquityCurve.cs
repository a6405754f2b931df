namespace Superintel.Journal.Reporting.Ports;

/// <summary>Net asset value over time.</summary>
public interface IEquityCurve
{
    /// <summary>Adds the point; a second one of the same time replaces the first.</summary>
    Task Add(EquityPoint point, CancellationToken ct);

    /// <summary>The last points, oldest first.</summary>
    Task<IReadOnlyList<EquityPoint>> Last(int count, CancellationToken ct);
}

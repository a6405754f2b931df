namespace Superintel.Risk.Portfolio.Ports;

/// <summary>The last valuation.</summary>
public interface IPortfolioMarks
{
    ValueTask<PortfolioMark?> Last(CancellationToken ct);

    ValueTask Save(PortfolioMark mark, CancellationToken ct);
}

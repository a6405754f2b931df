using Superintel.Kernel;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio;

/// <summary>Loads the book; before the first fill it is the initial capital.</summary>
public sealed class ReadPortfolio(IPositions positions, ICash cash, RiskOptions options)
{
    public async ValueTask<PortfolioSnapshot> Now(CancellationToken ct)
    {
        var accounts = await cash.All(ct);
        return PortfolioSnapshot.From(await positions.Open(ct), accounts.Count > 0 ? accounts : Opening(options));
    }

    private static IEnumerable<CashAccount> Opening(RiskOptions options) =>
        PortfolioSnapshot.Opening(new Money(options.InitialCapital, options.Base)).Cash.Values;
}

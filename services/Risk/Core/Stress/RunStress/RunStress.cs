using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Stress.RunStress;

/// <summary>What today's positions would lose in a scenario, and how much of it would break the drawdown limit. Orders at work are not
/// in it: they may never fill.</summary>
public sealed class RunStress(ReadPortfolio portfolio, ReadMarket market, ReadLimits limits, RiskOptions options)
{
    /// <returns>One report per scenario, in their order; null while something held cannot be priced.</returns>
    public async ValueTask<IReadOnlyList<StressReport>?> Handle(IReadOnlyList<StressScenario> scenarios, CancellationToken ct)
    {
        var held = await portfolio.Now(ct);
        var snapshot = await market.For(held.Open.Select(position => position.Key.Instrument), ct);
        if (Valuation.Of(held, snapshot, options.Base).Value is not { NetAssetValue: > 0m } value) return null;
        var book = Book(held, snapshot);
        var limit = NumberBridge.ToDecimal((await limits.Now(ct)).Drawdown) * value.NetAssetValue;
        return [.. scenarios.Select(scenario => Report(scenario, book, value.NetAssetValue, limit))];
    }

    private StressReport Report(StressScenario scenario, StressedPosition[] book, decimal netAssetValue, decimal limit) => new(
        scenario,
        options.Base,
        netAssetValue,
        StressBook.Loss(book, scenario),
        limit > 0m ? StressBook.BreakingMultiple(book, scenario, limit) : null,
        [.. book.Select(position => new StressLoss(position.Instrument.Id, position.Value, StressBook.Loss([position], scenario)))]);

    private StressedPosition[] Book(PortfolioSnapshot held, MarketSnapshot snapshot) =>
    [
        .. held.Open.GroupBy(position => position.Key.Instrument)
            .OrderBy(group => group.Key)
            .Select(group => new StressedPosition(
                snapshot.Find(group.Key)!, snapshot.Value(group.Key, group.Sum(position => position.Quantity), options.Base)!.Value)),
    ];
}

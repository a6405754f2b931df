using Superintel.Risk.Limits;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress.GatherBook;

namespace Superintel.Risk.Stress.RunStress;

/// <summary>What today's positions would lose in a scenario, those of others in the desk's accounts too, and how much of it would break the
/// drawdown limit. Orders at work are not in it: they may never fill.</summary>
public sealed class RunStress(ReadHeld positions, ReadLimits limits, RiskOptions options)
{
    /// <returns>One report per scenario, in their order; null while something held cannot be priced.</returns>
    public async ValueTask<IReadOnlyList<StressReport>?> Handle(IReadOnlyList<StressScenario> scenarios, CancellationToken ct)
    {
        if (await positions.Handle([], others: true, ct) is not { } held) return null;
        var limit = NumberBridge.ToDecimal((await limits.Now(ct)).Drawdown) * held.Value.NetAssetValue;
        return [.. scenarios.Select(scenario => Report(scenario, held, limit))];
    }

    private StressReport Report(StressScenario scenario, HeldPositions held, decimal limit)
    {
        StressedPosition[] book = [.. held.Holdings.Select(one => new StressedPosition(one.Instrument, one.Value))];
        return new StressReport(
            scenario,
            options.Base,
            held.Value.NetAssetValue,
            StressBook.Loss(book, scenario),
            limit > 0m ? StressBook.BreakingMultiple(book, scenario, limit) : null,
            [.. held.Holdings.Select((one, i) => StressLoss.Of(one, StressBook.Loss([book[i]], scenario)))])
        {
            LeftOut = held.LeftOut,
        };
    }
}

using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Stress;

/// <summary>Scenarios laid out by asset class once, so that a book is summed before it is shocked and a trade does not wait.</summary>
public sealed class ShockTable
{
    private static readonly int classes = Enum.GetValues<AssetClass>().Max(one => (int)one) + 1;

    private readonly decimal[][] shocks;

    /// <param name="scenarios">At least one.</param>
    public ShockTable(ImmutableArray<StressScenario> scenarios)
    {
        ArgumentOutOfRangeException.ThrowIfZero(scenarios.Length);
        Scenarios = scenarios;
        shocks = [.. scenarios.Select(scenario => Enumerable.Range(0, classes)
            .Select(one => (decimal)scenario.Assets.GetValueOrDefault((AssetClass)one))
            .ToArray())];
    }

    public ImmutableArray<StressScenario> Scenarios { get; }

    /// <summary>A book of nothing, to be added to.</summary>
    public ShockedBook Empty() => new(this, classes);

    internal decimal Shock(int scenario, int assetClass) => shocks[scenario][assetClass];
}

using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Stress;

/// <summary>A book as the scenarios of a table see it: what it carries of each asset class, and what its currencies and the orders that may
/// fill or not lose.</summary>
public sealed class ShockedBook
{
    private readonly ShockTable table;
    private readonly decimal[] carried;
    private readonly decimal[] apart;

    internal ShockedBook(ShockTable table, int classes)
    {
        this.table = table;
        carried = new decimal[classes];
        apart = new decimal[table.Scenarios.Length];
    }

    /// <param name="value">Signed, base currency.</param>
    public void Add(Instrument instrument, decimal value)
    {
        if (instrument.AssetClass != AssetClass.Fx)
        {
            carried[(int)instrument.AssetClass] += value;
            return;
        }

        for (var i = 0; i < apart.Length; i++)
        {
            var scenario = table.Scenarios[i];
            if (scenario.Currencies.IsEmpty && !scenario.Assets.ContainsKey(AssetClass.Fx)) continue;
            apart[i] -= value * (decimal)scenario.Shock(instrument);
        }
    }

    /// <summary>An order that may fill or not: it counts in the scenarios in which it loses, and hedges in none.</summary>
    /// <param name="value">Signed, base currency.</param>
    public void AddAtWork(Instrument instrument, decimal value)
    {
        for (var i = 0; i < apart.Length; i++) apart[i] += Math.Max(0m, -value * (decimal)table.Scenarios[i].Shock(instrument));
    }

    /// <summary>What the book loses in one scenario, base currency; above zero is a loss.</summary>
    /// <param name="scenario">Its place in the table.</param>
    public decimal Loss(int scenario)
    {
        var loss = apart[scenario];
        for (var i = 0; i < carried.Length; i++)
        {
            if (carried[i] != 0m) loss -= carried[i] * table.Shock(scenario, i);
        }

        return loss;
    }

    /// <summary>The scenario in which the book loses most; the first of equals.</summary>
    public (StressScenario Scenario, decimal Loss) Worst()
    {
        var (worst, most) = (0, Loss(0));
        for (var i = 1; i < apart.Length; i++)
        {
            if (Loss(i) is var loss && loss > most) (worst, most) = (i, loss);
        }

        return (table.Scenarios[worst], most);
    }
}

using System.CommandLine;

namespace Superintel.Simulation.Risk;

/// <summary>The commands on a file of returns.</summary>
public static class RiskCommands
{
    /// <summary>Adds risk-measure and optimise.</summary>
    public static void Add(Command root)
    {
        root.Subcommands.Add(RiskMeasureCommand.Create());
        root.Subcommands.Add(OptimiseCommand.Create());
    }
}

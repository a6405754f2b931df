using System.CommandLine;

namespace Superintel.Simulation.Research;

/// <summary>The commands that need a file and nothing else.</summary>
public static class ResearchCommands
{
    /// <summary>Adds stats, screen, pair-backtest and lookahead-check.</summary>
    public static void Add(Command root)
    {
        root.Subcommands.Add(StatsCommand.Create());
        root.Subcommands.Add(ScreenCommand.Create());
        root.Subcommands.Add(PairBacktestCommand.Create());
        root.Subcommands.Add(LookAheadCommand.Create());
    }
}

using System.CommandLine;
using Superintel.Cli.Commands.Analytics;

namespace Superintel.Cli.Commands;

/// <summary>All commands, in the order in which help lists them.</summary>
public static class CommandCatalogue
{
    public static IEnumerable<Command> All() =>
    [
        SessionCommands.Login(),
        SessionCommands.Logout(),
        .. ListCommands.All().Select(Extended),
        PortfolioCommand.Create(),
        ApprovalCommands.Approve(),
        ApprovalCommands.Decline(),
        ReconciliationCommands.Reconciliation(),
        ReconciliationCommands.Acknowledge(),
        JournalCommands.Verify(),
        JournalCommands.Explain(),
        KillSwitchCommand.Create(),
        RiskCommands.Create(), StressCommand.Create(), ChaosCommand.Create(), HedgeCommand.Create(),
        AnalyticsCommands.Create(),
        ReplayCommand.Create(),
        ImportCommand.Create(),
    ];

    // A list's own verbs.
    private static Command Extended(Command list)
    {
        if (list.Name != "orders") return list;
        list.Subcommands.Add(PreviewCommand.Create());
        list.Subcommands.Add(ResolveCommand.Create());
        list.Subcommands.Add(EnterFillCommand.Create());
        return list;
    }
}

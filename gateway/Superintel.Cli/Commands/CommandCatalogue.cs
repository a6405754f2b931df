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
        .. ListCommands.All(),
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
}

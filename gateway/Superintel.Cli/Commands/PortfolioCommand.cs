using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>The portfolio's figures.</summary>
public static class PortfolioCommand
{
    private static readonly Column[] Figures =
    [
        new("As of", "asOf", "yyyy-MM-dd HH:mm"), new("Currency", "currency"), new("Net asset value", "netAssetValue", "N2"),
        new("Cash", "cash", "N2"), new("Gross exposure", "grossExposure", "N2"), new("Net exposure", "netExposure", "N2"),
        new("Realized P&L", "realizedPnl", "N2"), new("Unrealized P&L", "unrealizedPnl", "N2"), new("Commissions", "commissions", "N2"),
        new("Borrow", "borrow", "N2"), new("Funding", "funding", "N2"),
        new("Drawdown", "drawdown", "P2"), new("CVaR 95 %", "cvar95", "P2"), new("Open positions", "openPositions"),
    ];

    public static Command Create()
    {
        var command = new Command("portfolio", "Net asset value, exposure, P&L and risk.");
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var portfolio = await gateway.Get("/api/portfolio", ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(portfolio);
            else Printer.Fields(portfolio, Figures);
            return ExitCode.Success;
        });
        return command;
    }
}

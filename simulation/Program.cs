using System.CommandLine;
using System.CommandLine.Help;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Simulation.Backtest;
using Superintel.Simulation.Parity;
using Superintel.Simulation.Research;
using Superintel.Simulation.Risk;

var root = new Command("superintel",
    "Superintel without the fleet: backtests and research in one process.") { new HelpOption { Recursive = true } };
root.Subcommands.Add(BacktestCommand.Create());
root.Subcommands.Add(ParityCommand.Create());
ResearchCommands.Add(root);
RiskCommands.Add(root);

var parsed = root.Parse(args);
try
{
    var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? 2 : exit;
}
catch (Exception failure) when (failure is RecordedDataException or FormatException)
{
    await Console.Error.WriteLineAsync($"error bad-input: {failure.Message}");
    return 2;
}

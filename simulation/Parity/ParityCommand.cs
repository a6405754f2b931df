using System.CommandLine;
using System.Text.Json;
using Superintel.Simulation.Backtest;

namespace Superintel.Simulation.Parity;

/// <summary>The command <c>parity</c>: does the fleet do what the backtest does?</summary>
public static class ParityCommand
{
    private const int Shown = 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var record = new Option<string>("--record") { Description = "Folder with what the fleet did, as the entry script writes it.",
            Required = true };
        var data = new Option<string>("--data") { Description = "Folder with the recorded data.",
            DefaultValueFactory = _ => "data/sample" };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command(
            "parity", "Play the fleet's bars through the simulation and name every order that differs. Exit code 1: one is unexplained. "
            + "--url and --state say which fleet, as for every command at the desk.")
            { record, data, json };
        command.SetAction(async (parsed, ct) =>
        {
            var fleet = FleetRecord.Read(parsed.GetValue(record)!);
            var report = Comparison.Of(fleet, await Simulate(fleet, parsed.GetValue(data)!, ct));
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));
            else Write(report, Console.Out);
            return report.Unexplained == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<IReadOnlyList<FleetOrder>> Simulate(FleetRecord fleet, string data, CancellationToken ct)
    {
        if (fleet.Position is not { } last) return [];
        var request = new BacktestRequest(data, fleet.From, last.AddTicks(1), "none", Seed: 1, InterleavingSeed: null);
        var (_, recorder) = await new BacktestRunner(request).Play(new Progress<double>(), ct);
        return [.. recorder.Orders.List.Select(pair => FleetOrder.Of(pair.Order, pair.End))];
    }

    private static void Write(ParityReport report, TextWriter output)
    {
        output.WriteLine($"Bars until {report.Position:yyyy-MM-dd HH:mm}: {report.FleetOrders} orders in the fleet, "
            + $"{report.SimulatedOrders} in the simulation, {report.Matched} the same in everything.");
        foreach (var intervention in report.Interventions) output.WriteLine($"{intervention.At:yyyy-MM-dd HH:mm}  {intervention.What}");
        foreach (var order in report.Differences.Take(Shown))
            output.WriteLine($"{order.SubmittedAt:yyyy-MM-dd HH:mm}  {order.ClientOrderId}  {order.Detail} ({order.Cause})");
        if (report.Differences.Count > Shown) output.WriteLine($"({report.Differences.Count} differences; --json has all)");
        output.WriteLine(report.Unexplained == 0 ? "Nothing is unexplained." : $"{report.Unexplained} differences are unexplained.");
    }
}

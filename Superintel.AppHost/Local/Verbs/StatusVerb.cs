using System.CommandLine;
using System.Text.Json;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Verbs;

/// <summary><c>status [--json]</c>: exit code 0 when a fleet runs, 3 when none does.</summary>
public static class StatusVerb
{
    private const int NothingRuns = 3;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var state = StateOption.Create();
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var command = new Command("status", "Shows each part's health, address, process and memory") { state, json };
        command.SetAction((parsed, _) => Run(state.Folder(parsed), parsed.GetValue(json), Console.Out));
        return command;
    }

    public static async Task<int> Run(StateFolder folder, bool json, TextWriter terminal)
    {
        var reply = await ControlClient.Ask(folder, new ControlRequest("status"), TimeSpan.FromSeconds(10));
        var status = reply?.Status ?? FleetStatus.Stopped;
        if (json)
            terminal.WriteLine(JsonSerializer.Serialize(status, Format));
        else if (reply is null)
            terminal.WriteLine($"No fleet runs on {folder.Root}. Start one with `superintel up`.");
        else
            Print(status, terminal);
        return reply is null ? NothingRuns : 0;
    }

    private static void Print(FleetStatus status, TextWriter terminal)
    {
        var width = status.Parts.Max(part => part.Name.Length);
        foreach (var part in status.Parts)
        {
            var process = part.Pid is { } pid ? $"pid {pid}" : "-";
            var restarts = part.Restarts > 0 ? $"  {part.Restarts} restarts" : "";
            var without = part.Missing.Count > 0 ? $"  without {string.Join(", ", part.Missing)}" : "";
            terminal.WriteLine(
                $"{part.Name.PadRight(width)}  {part.Health,-10}  {process,-12}  {part.RssBytes >> 20,5} MB  {part.Url}"
                + restarts + without);
        }

        terminal.WriteLine($"{status.State}; {status.Parts.Sum(part => part.RssBytes) >> 20} MB in all");
        terminal.WriteLine($"Web app {status.Urls.Gateway}, dashboard {status.Urls.Dashboard ?? "not installed"}");
    }
}

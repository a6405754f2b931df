using System.Text.Json.Nodes;
using Spectre.Console;
using Superintel.Cli.Output;
using Superintel.Cli.Session;

namespace Superintel.Cli.Commands.Analytics;

/// <summary>Waits for a job, with a bar on a terminal's standard error, and prints what it found.</summary>
internal static class JobWait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>Success; Failure when the job found no result, or found that a study is not honest.</returns>
    public static async Task<int> Finish(GatewayClient gateway, JsonNode job, bool json, CancellationToken ct)
    {
        var path = $"/api/analytics/jobs/{Uri.EscapeDataString((string)job["jobId"]!)}";
        var ended = Console.IsErrorRedirected
            ? await Follow(gateway, path, _ => { }, ct)
            : await Terminal().Progress().StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape((string)job["method"]!), maxValue: 1);
                return Follow(gateway, path, share => bar.Value = share, ct);
            });
        if ((string?)ended["status"] != "succeeded")
        {
            if (json) Printer.Json(ended);
            await Console.Error.WriteLineAsync($"error {(string?)ended["code"] ?? (string?)ended["status"]}: {ended["detail"]}");
            return ExitCode.Failure;
        }
        var result = await gateway.Get($"{path}/result", ct);
        if (json) Printer.Json(result);
        else ResultText.Print(result);
        return result["honest"] is JsonValue honest && !honest.GetValue<bool>() ? ExitCode.Failure : ExitCode.Success;
    }

    private static async Task<JsonNode> Follow(GatewayClient gateway, string path, Action<double> told, CancellationToken ct)
    {
        while (true)
        {
            var job = await gateway.Get(path, ct);
            told((double?)job["progress"] ?? 0);
            if ((string?)job["status"] is not ("queued" or "running")) return job;
            await Task.Delay(Pause, ct);
        }
    }

    private static IAnsiConsole Terminal() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
}

using System.CommandLine;
using System.Text.Json;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>The command <c>mt4-bridge</c>: runs until it is stopped, and says in one line where it listens.</summary>
internal static class BridgeCommand
{
    public static Command Create()
    {
        var host = new Option<string>("--host") { Description = "Where Execution connects.", DefaultValueFactory = _ => "127.0.0.1" };
        var port = new Option<int>("--port") { Description = "Execution's side; 0 takes a free one.", DefaultValueFactory = _ => 8005 };
        var terminalHost = new Option<string>("--terminal-host") { Description =
            "Where the terminal connects.", DefaultValueFactory = _ => "127.0.0.1" };
        var terminalPort = new Option<int>("--terminal-port") { Description =
            "The terminal's side; 80 for a terminal that knows no other.", DefaultValueFactory = _ => 8006 };
        var folder = new Option<DirectoryInfo>("--state") { Description = "Folder of the journal.", Required = true };
        var json = new Option<bool>("--json") { Description = "Say where it listens as one JSON line." };
        var command = new Command("mt4-bridge",
            $"The bridge beside a MetaTrader 4 terminal: docs/mt4-bridge.yaml for Execution, a route for the expert of samples/mt4. "
            + $"Tokens: {BridgeTokens.BridgeVariable} and {BridgeTokens.TerminalVariable}, or each with _FILE and a file of mode 0600.")
            { host, port, terminalHost, terminalPort, folder, json };
        command.SetAction((parsed, ct) => Run(
            new BridgeSettings(
                new BridgeOptions { Folder = parsed.GetValue(folder)!.FullName },
                BridgeTokens.From(Environment.GetEnvironmentVariable))
            {
                Host = parsed.GetValue(host)!,
                Port = parsed.GetValue(port),
                TerminalHost = parsed.GetValue(terminalHost)!,
                TerminalPort = parsed.GetValue(terminalPort),
            },
            parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> Run(BridgeSettings settings, bool json, CancellationToken ct)
    {
        await using var host = new BridgeHost(settings, TimeProvider.System);
        await host.Start(ct);
        var (url, terminalUrl, state) = (host.Url, host.TerminalUrl, settings.Options.Folder);
        await Console.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { url, terminalUrl, state }, JsonSerializerOptions.Web)
            : $"Execution: {url}  terminal: {terminalUrl}  journal: {state}");
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = ct.Register(stopped.SetResult);
        if (await Task.WhenAny(stopped.Task, host.Failed) == stopped.Task) return 0;
        await Console.Error.WriteLineAsync($"error journal: {(await host.Failed).Message}");
        return 1;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>The command <c>mt4-bridge</c>: runs until it is stopped, and says in one line where it listens.</summary>
internal static class BridgeCommand
{
    public static Command Create()
    {
        var host = new Option<string>("--host") { Description = "Where Execution connects.", DefaultValueFactory = _ => "127.0.0.1" };
        var port = Port("--port", 8005, "Execution's side; 0 takes a free one.");
        var terminalHost = new Option<string>("--terminal-host") { Description =
            "Where the terminal connects.", DefaultValueFactory = _ => "127.0.0.1" };
        var terminalPort = Port("--terminal-port", 8006, "The terminal's side; 80 for a terminal that knows no other.");
        var folder = new Option<DirectoryInfo>("--state") { Description = "Folder of the journal.", Required = true };
        var tls = new Option<bool>("--tls") { Description =
            "TLS on Execution's side; the certificate follows from the token, and Execution accepts no other (OwnCertificate)." };
        var level = new Option<LogLevel>("--log-level") { Description =
            "Least that is logged, on the standard error.", DefaultValueFactory = _ => LogLevel.Information };
        var json = new Option<bool>("--json") { Description =
            "Where it listens as one JSON line on the standard output; the log as JSON lines too." };
        var command = new Command("mt4-bridge",
            $"The bridge beside a MetaTrader 4 terminal: docs/mt4-bridge.yaml for Execution, a route for the expert of samples/mt4. "
            + $"Tokens: {BridgeTokens.BridgeVariable} and {BridgeTokens.TerminalVariable}, or each with _FILE and a file of mode 0600. "
            + "Ends with 0 when it is stopped, 1 when the journal or a port is not to be had, 2 for bad input.")
            { host, port, terminalHost, terminalPort, folder, tls, level, json };
        command.SetAction(async (parsed, ct) =>
        {
            using var logs = Logs(parsed.GetValue(json), parsed.GetValue(level));
            var settings = new BridgeSettings(
                new BridgeOptions { Folder = parsed.GetValue(folder)!.FullName },
                BridgeTokens.From(Environment.GetEnvironmentVariable))
            {
                Host = parsed.GetValue(host)!,
                Port = parsed.GetValue(port),
                TerminalHost = parsed.GetValue(terminalHost)!,
                TerminalPort = parsed.GetValue(terminalPort),
                Tls = parsed.GetValue(tls),
                Log = logs.CreateLogger("Superintel.Mt4Bridge"),
            };
            return await Run(settings, parsed.GetValue(json), ct);
        });
        return command;
    }

    private static Option<int> Port(string name, int usual, string description)
    {
        var port = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        port.Validators.Add(said =>
        {
            // A word that is no number the parser finds wrong by itself.
            if (said.Tokens is [var word, ..] && int.TryParse(word.Value, CultureInfo.InvariantCulture, out var given)
                && given is (< 0 or > 65_535))
                said.AddError($"{name} is {word.Value}, outside 0 to 65535.");
        });
        return port;
    }

    // The standard output is the hello line's alone: a program reads it.
    private static ILoggerFactory Logs(bool json, LogLevel level) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(level);
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (json) logging.AddJsonConsole(line => (line.UseUtcTimestamp, line.TimestampFormat) = (true, "O"));
        else logging.AddSimpleConsole(line => (line.SingleLine, line.UseUtcTimestamp, line.TimestampFormat) = (true, true, "O "));
    });

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
        if (await Task.WhenAny(stopped.Task, host.Failed) == stopped.Task)
        {
            settings.Log.Ends();
            return 0;
        }
        await Console.Error.WriteLineAsync($"error journal: {(await host.Failed).Message}");
        return 1;
    }
}

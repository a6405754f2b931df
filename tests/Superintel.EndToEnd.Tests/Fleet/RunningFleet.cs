using System.Text.Json.Nodes;
using Superintel.TestKit;

namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>A whole fleet of its own: state in a temporary folder, free ports, started and stopped by the entry script.</summary>
public sealed class RunningFleet : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(4);

    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly string[] arguments;

    private RunningFleet(string state, int port, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        (State, Port) = (state, port);
        (this.environment, this.arguments) = (environment, arguments);
        Desk = new Desk(new Uri($"http://127.0.0.1:{port}"));
    }

    public string State { get; }

    public int Port { get; }

    /// <summary>The gateway, signed in as the first administrator.</summary>
    public Desk Desk { get; }

    public static Task<RunningFleet> Start(params (string Name, string Value)[] settings) =>
        Start([], settings.ToDictionary(setting => setting.Name, setting => setting.Value));

    /// <summary>A fleet on real time, with a file of settings and, in the environment, what no file may hold.</summary>
    public static Task<RunningFleet> StartLive(string settingsFile, params (string Name, string Value)[] environment) =>
        Start(["--live", "--settings", settingsFile], environment.ToDictionary(variable => variable.Name, variable => variable.Value));

    private static async Task<RunningFleet> Start(string[] arguments, Dictionary<string, string> environment)
    {
        var state = Scratch.Folder("e2e");
        environment["SUPERINTEL_STATE"] = state;
        var fleet = new RunningFleet(state, LoopbackPort.Free(), environment, arguments);
        await fleet.Up();
        return fleet;
    }

    public async Task Up()
    {
        var up = await Run(StartWithin, ["up", "--detach", "--port", $"{Port}", "--state", State, .. arguments]);
        if (up.ExitCode != 0) throw new InvalidOperationException($"The fleet did not start: {up}\n{Logs()}");
        var admin = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(State, "admin.json")))!;
        await Desk.SignIn((string)admin["user"]!, (string)admin["password"]!);
    }

    public async Task Down()
    {
        var down = await Run(TimeSpan.FromMinutes(2), "down", "--state", State);
        if (down.ExitCode != 0) throw new InvalidOperationException($"The fleet did not stop: {down}");
    }

    public Task<CommandResult> Run(TimeSpan within, params string[] arguments) => Superintel.Run(within, environment, arguments);

    /// <summary>Runs a command of the command line against this fleet.</summary>
    public Task<CommandResult> Command(params string[] arguments) =>
        Run(TimeSpan.FromMinutes(1), [.. arguments, "--url", $"http://127.0.0.1:{Port}", "--state", State]);

    /// <summary>Process ids by part name, as status reports them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Pids()
    {
        var status = await Status();
        return status["parts"]!.AsArray().Where(part => part!["pid"] is not null)
            .ToDictionary(part => (string)part!["name"]!, part => (int)part!["pid"]!);
    }

    public async Task<JsonNode> Status()
    {
        var status = await Run(TimeSpan.FromMinutes(2), "status", "--json", "--state", State);
        return JsonNode.Parse(status.Output) ?? throw new InvalidOperationException($"No status: {status}");
    }

    /// <summary>The last lines of every part's log, for a failing test's message.</summary>
    public string Logs()
    {
        var folder = Path.Combine(State, "logs");
        if (!Directory.Exists(folder)) return "(no logs)";
        return string.Join('\n', Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(file => $"== {Path.GetFileName(file)}\n{string.Join('\n', File.ReadLines(file).TakeLast(15))}"));
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Down();
        Directory.Delete(State, recursive: true);
    }
}

using System.CommandLine;
using System.Globalization;
using Superintel.AppHost.Local.Hosting;
using Superintel.AppHost.Local.Planning;
using Superintel.AppHost.Local.State;

namespace Superintel.AppHost.Local.Verbs;

/// <summary><c>up</c>: runs the fleet, in the foreground or detached.</summary>
public sealed class UpVerb
{
    private const int UsualGatewayPort = 8080;
    private readonly StateOption state = StateOption.Create();
    private readonly Option<bool> detach = new("--detach") { Description = "Return when everything is ready" };
    private readonly Option<bool> detached = new("--detached-host") { Hidden = true };
    private readonly Option<int> port = new("--port") { Description = "The gateway's port", DefaultValueFactory = _ => UsualGatewayPort };
    private readonly Option<string[]> ports = new("--ports") { Description = "Ports of other parts: NAME=N, several times or with commas" };
    private readonly Option<double?> speed = new("--speed") { Description = "Replayed slices of bars per second (default: as configured)" };
    private readonly Option<bool> live = new("--live") { Description = "Trade on real time: bars come from the sources in the settings" };
    private readonly Option<string?> settings = new("--settings")
    {
        Description = "JSON file with settings for the services, mode 0600 (default: settings.json in the state folder)",
    };

    private readonly Option<int> within = new("--within") { Description = "Seconds until ready", DefaultValueFactory = _ => 180 };

    public static Command Create()
    {
        var verb = new UpVerb();
        var command = new Command("up", "Starts the fleet and waits until every part is ready")
        {
            verb.detach, verb.port, verb.ports, verb.state, verb.live, verb.settings, verb.speed, verb.within, verb.detached,
        };
        command.SetAction((parsed, _) => verb.Run(parsed));
        return command;
    }

    private async Task<int> Run(ParseResult parsed)
    {
        var folder = state.Folder(parsed);
        var file = Settings(parsed, folder);
        if (parsed.GetValue(live) && parsed.GetValue(speed) is not null)
            throw new FleetException("--speed paces a replay; with --live there is none.");
        if (parsed.GetValue(detach))
            return await new DetachedHost(folder, Console.Out).Start(HostArguments(parsed, folder));
        var request = new FleetRequest(Repository.Find(), folder, WantedPorts(parsed), parsed.GetValue(speed))
        {
            Live = parsed.GetValue(live),
            Settings = file,
        };
        var options = new HostOptions
        {
            ReadyWithin = TimeSpan.FromSeconds(parsed.GetValue(within)),
            Detached = parsed.GetValue(detached),
        };
        return await new FleetHost(folder, say => LocalFleet.Plan(request, say), options, Console.Out).Run();
    }

    private string? Settings(ParseResult parsed, StateFolder folder)
    {
        var named = parsed.GetValue(settings) is { } given ? Path.GetFullPath(given) : null;
        if (named is not null && !File.Exists(named)) throw new FleetException($"{named} is not there; --settings names a JSON file.");
        return named ?? (File.Exists(folder.Settings) ? folder.Settings : null);
    }

    private SortedDictionary<string, int> WantedPorts(ParseResult parsed)
    {
        var wanted = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["gateway"] = parsed.GetValue(port) };
        foreach (var pair in (parsed.GetValue(ports) ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (pair.Split('=') is not [var name, var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out var value))
                throw new FleetException($"--ports takes NAME=N, not {pair}.");
            wanted[name] = value;
        }

        var wrong = wanted.Where(entry => entry.Value is < 1 or > 65535).Select(entry => entry.Key).FirstOrDefault();
        return wrong is null ? wanted : throw new FleetException($"The port of {wrong} must be between 1 and 65535.");
    }

    private List<string> HostArguments(ParseResult parsed, StateFolder folder)
    {
        List<string> arguments = ["up", "--detached-host", "--state", folder.Root];
        arguments.AddRange(["--within", Text(parsed.GetValue(within)), "--port", Text(parsed.GetValue(port))]);
        foreach (var pair in parsed.GetValue(ports) ?? [])
            arguments.AddRange(["--ports", pair]);
        if (parsed.GetValue(speed) is { } slices)
            arguments.AddRange(["--speed", slices.ToString(CultureInfo.InvariantCulture)]);
        if (parsed.GetValue(live))
            arguments.Add("--live");
        if (parsed.GetValue(settings) is { } file)
            arguments.AddRange(["--settings", Path.GetFullPath(file)]);
        return arguments;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

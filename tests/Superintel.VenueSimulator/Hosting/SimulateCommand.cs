using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>The command <c>venue-sim</c>.</summary>
public static class SimulateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Create()
    {
        var venue = new Argument<string>("venue") { Description = string.Join(", ", VenueServers.Known.Keys) };
        venue.AcceptOnlyFromAmong([.. VenueServers.Known.Keys]);
        var port = new Option<int>("--port") { Description = "On 127.0.0.1; 0 takes a free one." };
        var seed = new Option<int>("--seed") { Description = "Of quotes and faults.", DefaultValueFactory = _ => 1 };
        var faults = new Option<string?>("--fault") { Description = "Faults to make, separated by commas. --list-faults tells them." };
        var script = new Option<FileInfo?>("--script") { Description =
            "JSON lines {\"at\",\"nth\",\"fault\"}: which fault at which occasion." };
        var step = new Option<double>("--step-seconds") { Description = "How often the markets move.", DefaultValueFactory = _ => 0.25 };
        var list = new Option<bool>("--list-faults") { Description = "Print the faults and what they reproduce." };
        var command = new Command("venue-sim", "A venue on the wire, with a matching engine and an account. One JSON line when it listens.")
            { venue, port, seed, faults, script, step, list };
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(list)) return List();
            if (parsed.GetValue(script) is { Exists: false } missing) throw new FormatException($"There is no script {missing.FullName}.");
            var plan = FaultPlan.Read(parsed.GetValue(faults), parsed.GetValue(script)?.FullName, parsed.GetValue(seed))
                .For(parsed.GetValue(venue)!);
            var options = new SimulatorOptions(
                parsed.GetValue(port), parsed.GetValue(seed), plan, TimeSpan.FromSeconds(parsed.GetValue(step)));
            await using var server = VenueServers.Known[parsed.GetValue(venue)!](options);
            Console.Out.WriteLine(JsonSerializer.Serialize(await Started(server, options.Port, ct), Json));
            await Stopped(ct);
            return 0;
        });
        return command;
    }

    private static async Task<VenueAddress> Started(IVenueServer server, int port, CancellationToken ct)
    {
        try
        {
            return await server.Start(ct);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw new RefusedException("port-refused", $"Port {port} of 127.0.0.1 cannot be listened on: {failure.Message}");
        }
    }

    private static int List()
    {
        foreach (var fault in Fault.All) Console.Out.WriteLine($"{fault.Name,-26}{fault.Meaning} ({fault.Source})");
        return 0;
    }

    private static async Task Stopped(CancellationToken ct)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = ct.Register(stopped.SetResult);
        await stopped.Task;
    }
}

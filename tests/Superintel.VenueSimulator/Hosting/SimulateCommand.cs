using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>The command <c>venue-sim</c>.</summary>
public static class SimulateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private const double LeastStep = 0.01;
    private const double MostStep = 3_600;

    public static Command Create()
    {
        var venue = new Argument<string?>("venue") { Description = string.Join(", ", VenueServers.Known.Keys),
            Arity = ArgumentArity.ZeroOrOne };
        venue.AcceptOnlyFromAmong([.. VenueServers.Known.Keys]);
        var port = new Option<int>("--port") { Description = "On 127.0.0.1; 0 takes a free one." };
        port.Within(0, 65_535);
        var seed = new Option<int>("--seed") { Description = "Of quotes and faults.", DefaultValueFactory = _ => 1 };
        var faults = new Option<string[]>("--fault") { Description =
            "Faults to make, separated by commas or each with a --fault of its own. --list-faults tells them." };
        var script = new Option<FileInfo?>("--script") { Description =
            "JSON lines {\"at\",\"nth\",\"fault\"}: which fault at which occasion." };
        var step = new Option<double>("--step-seconds") { Description =
            "How often the markets move, 0.01 to 3600 seconds.", DefaultValueFactory = _ => 0.25 };
        step.Within(LeastStep, MostStep);
        var fees = new Option<string>("--fees") { Description =
            "What Binance takes its fees in: what was received, the quote currency, or a third asset (BNB).",
            DefaultValueFactory = _ => FeesOf(SimFees.Received) };
        fees.AcceptOnlyFromAmong([.. Enum.GetValues<SimFees>().Select(FeesOf)]);
        var list = new Option<bool>("--list-faults") { Description = "Print the faults that the venue, or any, can have." };
        var command = new Command("venue-sim", "A venue on the wire, with a matching engine and an account. One JSON line when it listens.")
            { venue, port, seed, faults, script, step, fees, list };
        command.Validators.Add(said =>
        {
            if (said.GetValue(venue) is null && !said.GetValue(list))
                said.AddError($"The venue is missing: {string.Join(", ", VenueServers.Known.Keys)}.");
            if (said.GetResult(fees) is { Implicit: false } && said.GetValue(venue) != "binance") said.AddError("--fees are binance's.");
        });
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(list)) return List(parsed.GetValue(venue));
            var name = parsed.GetValue(venue)!;
            if (parsed.GetValue(script) is { Exists: false } missing) throw new FormatException($"There is no script {missing.FullName}.");
            var plan = FaultPlan
                .Read(string.Join(',', parsed.GetValue(faults) ?? []), parsed.GetValue(script)?.FullName, parsed.GetValue(seed)).For(name);
            var kind = Enum.GetValues<SimFees>().Single(one => FeesOf(one) == parsed.GetValue(fees));
            await Serve(name, new SimulatorOptions(
                parsed.GetValue(port), parsed.GetValue(seed), plan, TimeSpan.FromSeconds(parsed.GetValue(step))) { Fees = kind }, ct);
            return 0;
        });
        return command;
    }

    private static string FeesOf(SimFees kind) => kind.ToString().ToLowerInvariant();

    private static async Task Serve(string venue, SimulatorOptions options, CancellationToken ct)
    {
        await using var server = VenueServers.Known[venue](options);
        Console.Out.WriteLine(JsonSerializer.Serialize(await Started(server, options.Port, ct), Json));
        await Stopped(ct);
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

    private static int List(string? venue)
    {
        foreach (var fault in Fault.All.Where(one => venue is null || one.IsAt(venue)))
            Console.Out.WriteLine($"{fault.Name,-26}{fault.Meaning} ({fault.Source})");
        return 0;
    }

    private static async Task Stopped(CancellationToken ct)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = ct.Register(stopped.SetResult);
        await stopped.Task;
    }
}

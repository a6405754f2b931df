using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>The command <c>venue-conformance</c>.</summary>
public static class ConformanceCommand
{
    private const int Interrupted = 130; // as a shell says it of Ctrl-C
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Create()
    {
        var venue = new Argument<string>("venue") { Description = string.Join(", ", VenueDrivers.Known.Keys) };
        venue.AcceptOnlyFromAmong([.. VenueDrivers.Known.Keys]);
        var host = new Option<string>("--host") { Description = "Of the endpoint.", DefaultValueFactory = _ => "127.0.0.1" };
        var port = new Option<int>("--port") { Description = "Of the endpoint; not for paper." };
        port.Within(1, 65_535);
        var only = new Option<string[]>("--case") { Description = "Run these cases only, for example 05.",
            AllowMultipleArgumentsPerToken = true };
        var live = new Option<bool>("--allow-live") { Description =
            "Once: this may be an account with real money. Orders WILL be placed." };
        var account = new Option<string?>("--live-account") { Description = "Twice: the account's name, written out." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("venue-conformance", "Hold an adapter and an endpoint to the numbered cases. Exit code 1 on any failure.")
            { venue, host, port, only, live, account, json };
        command.SetAction(async (parsed, ct) =>
        {
            var endpoint = new Endpoint(
                parsed.GetValue(host)!, parsed.GetValue(port), parsed.GetValue(live), parsed.GetValue(account));
            try
            {
                var report = await Report(parsed.GetValue(venue)!, endpoint, parsed.GetValue(only) ?? [], ct);
                if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));
                else Write(report);
                return report.Failed == 0 ? 0 : 1;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("error interrupted: no report; what the cases left was taken back unless named above");
                return Interrupted;
            }
        });
        return command;
    }

    /// <exception cref="RefusedException">A case nobody knows, no port, a live account that nobody told twice, or no key.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted; what the cases left is taken back, or named on the standard error.
    /// </exception>
    public static async Task<ConformanceReport> Report(
        string venue, Endpoint endpoint, IReadOnlyCollection<string> only, CancellationToken ct)
    {
        only = [.. only.Select(Numbered)];
        if (only.FirstOrDefault(id => ConformanceSuite.All.All(trial => trial.Id != id)) is { } unknown)
            throw new RefusedException("case-unknown", $"There is no case {unknown}; there are 01 to {ConformanceSuite.All[^1].Id}.");
        if (endpoint.Port == 0 && venue != PaperBroker.VenueName)
            throw new RefusedException("port-missing", "--port is missing: where the venue listens, 1 to 65535.");
        IVenueDriver driver;
        try
        {
            driver = await Driver(venue, endpoint, ct);
        }
        catch (Exception failure) when (failure is BrokerUnavailableException or TwsException)
        {
            var cause = $"{endpoint.Host}:{endpoint.Port} could not be asked: {failure.Message.Printable()}";
            return ConformanceRunner.Unreached(venue, only, cause);
        }
        await using (driver)
        {
            if (Refusal(driver.Profile, endpoint) is { } refusal) throw new RefusedException("live-account", refusal);
            return await Report(driver, only, Leftovers.Usual, ct);
        }
    }

    // A word of digits means the case of that number: 5 is 05.
    private static string Numbered(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"{number:00}" : id;

    private static async Task<IVenueDriver> Driver(string venue, Endpoint endpoint, CancellationToken ct)
    {
        try
        {
            return await VenueDrivers.Known[venue](endpoint, ct);
        }
        catch (KeyRefusedException refused)
        {
            throw new RefusedException(refused.Code, refused.Message);
        }
        catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
        {
            // The adapters' own checks of what they are told: a live address, a missing token, a port that cannot be one.
            throw new RefusedException("settings-refused", refused.Message);
        }
        catch (TwsException refused) when (refused.Code == "live-account")
        {
            throw new RefusedException("live-account", "This login trades real money: say --allow-live and --live-account NUMBER.");
        }
    }

    /// <param name="toClear">For what failed or interrupted cases left.</param>
    internal static async Task<ConformanceReport> Report(
        IVenueDriver driver, IReadOnlyCollection<string> only, TimeSpan toClear, CancellationToken ct)
    {
        var leftovers = await Leftovers.Before(driver, toClear, ct);
        var isWhole = false;
        try
        {
            var report = await ConformanceRunner.Run(driver, only, ct);
            isWhole = report.Failed == 0;
            return report;
        }
        finally
        {
            // Also, and most of all, when somebody interrupts it: what is left would trade on with nobody looking.
            if (!isWhole)
            {
                foreach (var sentence in await leftovers.Clear())
                    await Console.Error.WriteLineAsync($"{driver.Profile.Venue}: {sentence}");
            }
        }
    }

    /// <summary>Why the cases do not run against this account; null when they may.</summary>
    public static string? Refusal(VenueProfile profile, Endpoint endpoint)
    {
        if (!profile.IsLive || (endpoint.AllowLive && endpoint.LiveAccount == profile.Account)) return null;
        return $"{profile.Account} is a live account: the cases place real orders. Say --allow-live and --live-account {profile.Account}, "
            + $"or use paper.";
    }

    private static void Write(ConformanceReport report)
    {
        foreach (var outcome in report.Cases)
        {
            // As --json writes it.
            var result = JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.Result.ToString());
            Console.Out.WriteLine($"{outcome.Id}  {result,-16}{outcome.Name}: {outcome.Detail}");
        }
        Console.Out.WriteLine(
            $"{report.Venue}: {report.Passed} passed, {report.Failed} failed, {report.Cases.Count - report.Passed - report.Failed} not "
                + $"applicable");
    }
}

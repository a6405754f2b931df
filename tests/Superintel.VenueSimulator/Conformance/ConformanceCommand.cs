using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.Execution.Trading;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>The command <c>venue-conformance</c>.</summary>
public static class ConformanceCommand
{
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
            var report = await Report(parsed.GetValue(venue)!, endpoint, parsed.GetValue(only) ?? [], ct);
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));
            else Write(report);
            return report.Failed == 0 ? 0 : 1;
        });
        return command;
    }

    /// <exception cref="RefusedException">A case nobody knows, a live account that nobody told twice, or no key.</exception>
    public static async Task<ConformanceReport> Report(
        string venue, Endpoint endpoint, IReadOnlyCollection<string> only, CancellationToken ct)
    {
        if (only.FirstOrDefault(id => ConformanceSuite.All.All(trial => trial.Id != id)) is { } unknown)
            throw new RefusedException("case-unknown", $"There is no case {unknown}; there are 01 to {ConformanceSuite.All[^1].Id}.");
        IVenueDriver driver;
        try
        {
            driver = await VenueDrivers.Known[venue](endpoint, ct);
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
        catch (Exception failure) when (failure is BrokerUnavailableException or TwsException)
        {
            return ConformanceRunner.Unreached(venue, only, $"{endpoint.Host}:{endpoint.Port} could not be asked: {failure.Message}");
        }
        await using (driver)
        {
            if (Refusal(driver.Profile, endpoint) is { } refusal) throw new RefusedException("live-account", refusal);
            var report = await ConformanceRunner.Run(driver, only, ct);
            if (report.Failed > 0) await Tidy(driver, ct);
            return report;
        }
    }

    private static async Task Tidy(IVenueDriver driver, CancellationToken ct)
    {
        try
        {
            await driver.Tidy(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Orders of failed cases may still work at {driver.Profile.Venue}: {failure.Message}");
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
        foreach (var outcome in report.Cases) Console.Out.WriteLine($"{outcome.Id}  {outcome.Result,-14}{outcome.Name}: {outcome.Detail}");
        Console.Out.WriteLine(
            $"{report.Venue}: {report.Passed} passed, {report.Failed} failed, {report.Cases.Count - report.Passed - report.Failed} not "
                + $"applicable");
    }
}

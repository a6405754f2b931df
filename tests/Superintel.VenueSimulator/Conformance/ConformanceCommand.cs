using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

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
            await using var driver = await VenueDrivers.Known[parsed.GetValue(venue)!](endpoint, ct);
            if (Refusal(driver.Profile, endpoint) is { } refusal) throw new FormatException(refusal);
            var report = await ConformanceRunner.Run(driver, parsed.GetValue(only) ?? [], ct);
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));
            else Write(report);
            return report.Failed == 0 ? 0 : 1;
        });
        return command;
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

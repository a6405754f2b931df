using System.Runtime.Versioning;
using System.Text.Json;
using Superintel.EndToEnd.Tests.Fleet;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.EndToEnd.Tests;

/// <summary>A fleet on real time, whose bars come from an exchange over its own wire.</summary>
// Waits for the exchange's next minute: beside another fleet it costs no time.
[Parallelizable]
[SupportedOSPlatform("linux")]
public sealed class LiveFleetTests
{
    private static readonly TimeSpan WithinTwoBars = TimeSpan.FromMinutes(3);
    private string settings = null!;
    private IVenueServer exchange = null!;
    private RunningFleet fleet = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        exchange = VenueServers.Known["binance"](
            new SimulatorOptions(0, 1, FaultPlan.None, TimeSpan.FromMilliseconds(250)));
        settings = Path.Combine(Directory.CreateTempSubdirectory("superintel-live-").FullName, "settings.json");
        await Write(settings, await exchange.Start(CancellationToken.None));
        fleet = await RunningFleet.StartLive(settings);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await fleet.DisposeAsync();
        await exchange.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(settings)!, recursive: true);
    }

    [Test]
    public async Task Bars_of_an_exchange_are_learned_as_history_and_then_scored_as_they_close()
    {
        await Eventually.True(
            async () => (await fleet.Desk.All("/api/journal?kind=slice-scored")).Count > 0, "a live slice is scored", WithinTwoBars);
        var told = await fleet.Desk.All("/api/journal?kind=bars-backfilled");
        var bars = await fleet.Desk.All("/api/bars?instrumentId=BTCUSDT.BINANCE&interval=1m");
        Assert.Multiple(() =>
        {
            Assert.That(bars, Has.Count.GreaterThanOrEqualTo(300), "history and what closed since");
            Assert.That(told, Has.Count.GreaterThanOrEqualTo(598), "as many whole minutes and days as fit");
            Assert.That(told.Select(entry => (string)entry["eventId"]!), Is.Unique);
        });
        var scored = (await fleet.Desk.All("/api/journal?kind=slice-scored")).Select(entry => (DateTimeOffset)entry["occurredAt"]!).Min();
        Assert.That(told.Select(entry => (DateTimeOffset)entry["occurredAt"]!), Is.All.LessThan(scored), "history comes before the news");
    }

    private static async Task Write(string file, VenueAddress venue)
    {
        var text = JsonSerializer.Serialize(new
        {
            Binance = new
            {
                Enabled = true,
                venue.RestUrl,
                StreamsUrl = venue.WsUrl,
                HistoryBars = 300,
                HistoryDays = 300,
                Instruments = new Dictionary<string, string> { ["BTCUSDT.BINANCE"] = "BTCUSDT", ["ETHUSDT.BINANCE"] = "ETHUSDT" },
            },
            Prediction = new { Intervals = "1m" },
        });
        await using var stream = new StreamWriter(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await stream.WriteAsync(text);
    }
}

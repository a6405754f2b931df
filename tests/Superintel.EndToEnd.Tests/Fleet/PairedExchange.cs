using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>A simulated exchange whose two coins are a pair at present: its past is a function of the seed and the time of day.</summary>
public static class PairedExchange
{
    private const int Bars = 60;
    private const int Seeds = 50;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public static async Task<(IVenueServer Exchange, VenueAddress Address)> Start()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var exchange = VenueServers.Known["binance"](new SimulatorOptions(0, seed, FaultPlan.None, Step));
            var address = await exchange.Start(CancellationToken.None);
            if (IsPair(await LogCloses(address, "BTCUSDT"), await LogCloses(address, "ETHUSDT"))) return (exchange, address);
            await exchange.DisposeAsync();
        }
        throw new InvalidOperationException($"None of {Seeds} seeds has a pair now.");
    }

    private static async Task<double[]> LogCloses(VenueAddress address, string symbol)
    {
        using var http = new HttpClient();
        var rows = await http.GetStringAsync($"{address.RestUrl}/api/v3/klines?symbol={symbol}&interval=1m&limit={Bars}");
        return [.. JsonNode.Parse(rows)!.AsArray()
            .Select(row => Math.Log(double.Parse((string)row![4]!, CultureInfo.InvariantCulture)))];
    }

    // They rise together, and what one strays from the other goes back: well inside what discovery asks for, for the minutes to come.
    private static bool IsPair(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var slope = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / b.Sum(y => (y - meanB) * (y - meanB));
        var spread = a.Zip(b, (x, y) => x - meanA - (slope * (y - meanB))).ToArray();
        var memory = spread.Zip(spread.Skip(1), (before, after) => before * after).Sum() / spread.Sum(s => s * s);
        return slope > 0.5 && memory is > 0.3 and < 0.95;
    }
}

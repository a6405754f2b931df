using System.Globalization;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Tests.Planted;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Signals;

/// <summary>The Dow 30 of the project's sample data, 1990 to 2001, as slices.</summary>
internal static class DowThirtyMarket
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.File("data/sample/dow30_close_daily_1990_2001.csv"));
    private static readonly string[] Names = [.. Lines[0].Split(',')[1..].Select(name => $"{name}.XNYS")];

    public static int Bars => Lines.Length - 1;

    public static async Task<PlantedRun> Run(int bars)
    {
        var run = new PlantedRun(new PredictionOptions());
        foreach (var name in Names)
        {
            var listing = new InstrumentListed(name, name, "equity", "USD", 1m, 0.01m, true, "", DateTimeOffset.UnixEpoch);
            await run.Prediction.ListInstrument.Handle(listing, CancellationToken.None);
        }
        for (var bar = 0; bar < bars; bar++) await run.Feed(Slice(bar));
        return run;
    }

    public static BarClosed Slice(int bar)
    {
        var cells = Lines[bar + 1].Split(',');
        var closed = Names.Zip(cells.Skip(1), (name, cell) => (name, Close: decimal.Parse(cell, CultureInfo.InvariantCulture)))
            .OrderBy(one => one.name, StringComparer.Ordinal)
            .Select(one => new ClosedBar(one.name, one.Close, one.Close, one.Close, one.Close, null, true));
        var at = DateTimeOffset.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new BarClosed("sample", "1d", at.AddHours(21), true, [.. closed]);
    }
}

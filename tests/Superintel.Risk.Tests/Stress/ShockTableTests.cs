using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Tests.Stress;

public sealed class ShockTableTests
{
    private static readonly Instrument[] instruments =
    [
        Named("SPY", AssetClass.Equity, "USD"), Named("BTC", AssetClass.Crypto, "USD"), Named("CLM", AssetClass.Future, "USD"),
        Named("USDCHF", AssetClass.Fx, "CHF"), Named("ODD", AssetClass.Fx, "USD"), Named("SPYP", AssetClass.Option, "USD"),
    ];

    [Test]
    public void Table_loses_what_each_scenario_loses_position_by_position([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var (table, book) = (new ShockTable(HistoricalScenarios.All), new List<StressedPosition>());
        var shocked = table.Empty();
        for (var i = 0; i < 30; i++)
        {
            var (instrument, value) = (instruments[random.Next(instruments.Length)], random.Next(-100_000, 100_000));
            book.Add(new StressedPosition(instrument, value));
            shocked.Add(instrument, value);
        }

        var losses = HistoricalScenarios.All.Select(scenario => StressBook.Loss([.. book], scenario)).ToArray();
        Assert.Multiple(() =>
        {
            // A quotient of currencies is rounded to fifteen digits on its way to a decimal.
            Assert.That(losses.Select((_, i) => shocked.Loss(i)), Is.EqualTo(losses).Within(1e-6m));
            Assert.That(shocked.Worst().Loss, Is.EqualTo(losses.Max()).Within(1e-6m));
        });
    }

    [Test]
    public void Book_of_nothing_loses_nothing() => Assert.That(new ShockTable(HistoricalScenarios.All).Empty().Worst().Loss, Is.Zero);

    private static Instrument Named(string symbol, AssetClass kind, string currency) =>
        new(InstrumentId.Parse($"{symbol}.TEST"), kind, new Currency(currency), 1m, true, "");
}

using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Tests.Stress;

public sealed class StressBookTests
{
    private static readonly StressedPosition[] longShares = [new(Named("SPY", AssetClass.Equity, "USD"), 1000m)];

    [Test]
    public void Long_shares_lose_what_the_market_fell() =>
        Assert.That(StressBook.Loss(longShares, HistoricalScenarios.BlackMonday1987), Is.EqualTo(226m));

    [Test]
    public void A_book_of_equal_long_and_short_shares_loses_nothing()
    {
        StressedPosition[] book = [.. longShares, new(Named("QQQ", AssetClass.Equity, "USD"), -1000m)];
        Assert.That(StressBook.Loss(book, HistoricalScenarios.Crisis2008), Is.Zero);
    }

    [Test]
    public void A_pair_of_currencies_moves_by_their_quotient()
    {
        var scenario = HistoricalScenarios.Franc2015;
        var franc = scenario.Currencies["CHF"];
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Shock(Named("USDCHF", AssetClass.Fx, "CHF")), Is.EqualTo(1 / (1 + franc) - 1).Within(1e-12));
            Assert.That(scenario.Shock(Named("CHFUSD", AssetClass.Fx, "USD")), Is.EqualTo(franc).Within(1e-12));
        });
    }

    [Test]
    public void Reverse_stress_finds_the_multiple_at_which_the_limit_breaks() =>
        Assert.That(
            StressBook.BreakingMultiple(longShares, HistoricalScenarios.BlackMonday1987, 113m), Is.EqualTo(0.5).Within(1e-6));

    [Test]
    public void Reverse_stress_of_a_book_that_gains_is_nothing()
    {
        StressedPosition[] book = [new(Named("SPY", AssetClass.Equity, "USD"), -1000m)];
        Assert.That(StressBook.BreakingMultiple(book, HistoricalScenarios.BlackMonday1987, 1m), Is.Null);
    }

    [Test]
    public void A_long_position_loses_no_more_than_its_value() =>
        Assert.That(StressBook.Loss(longShares, HistoricalScenarios.BlackMonday1987.Scaled(50)), Is.EqualTo(1000m));

    [Test]
    public void Scenarios_have_names_of_their_own_and_a_source() => Assert.Multiple(() =>
    {
        Assert.That(HistoricalScenarios.All.Select(scenario => scenario.Name), Is.Unique);
        Assert.That(HistoricalScenarios.All.Select(scenario => scenario.Source), Has.None.Empty);
    });

    private static Instrument Named(string symbol, AssetClass kind, string currency) =>
        new(InstrumentId.Parse($"{symbol}.TEST"), kind, new Currency(currency), 1m, true, "");
}

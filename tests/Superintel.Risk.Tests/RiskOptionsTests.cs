namespace Superintel.Risk.Tests;

public sealed class RiskOptionsTests
{
    [Test]
    public void Defaults_are_sound() => Assert.That(new RiskOptions().Problems(), Is.Empty);

    [Test]
    public void Every_unsound_option_is_named_at_once() => Assert.That(
        new RiskOptions
        {
            BaseCurrency = "$",
            InitialCapital = 0m,
            ClearanceLifetime = TimeSpan.Zero,
            HistoryDays = 1,
            SizingHeadroom = 2,
            MinimumNotional = -1m,
            TradingDaysPerYear = 0,
            FlattenAttempts = 0,
            EntryLegFailurePolicy = "hope",
            DeclaredRates = new Dictionary<string, decimal> { ["$"] = 1m, ["USDT"] = 0m },
            Factors = new Dictionary<string, string> { ["a b"] = "KO.XNYS", ["oil"] = "KO.XNYS", ["gas"] = "gas" },
            VolumeDays = 0,
            Participation = 0,
        }.Problems(),
        Has.Count.EqualTo(17));
}

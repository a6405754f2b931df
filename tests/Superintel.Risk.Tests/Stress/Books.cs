using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Tests.Stress;

/// <summary>Made-up books of a million with a seeded history of independent days.</summary>
internal static class Books
{
    public const decimal Capital = 1_000_000m;

    /// <param name="values">Signed, one instrument each.</param>
    /// <param name="volatility">Per day.</param>
    public static HeldBook Of(double volatility, params decimal[] values)
    {
        var random = new Random(5);
        var columns = values.Select(_ => Enumerable.Range(0, 500)
            .Select(_ => volatility * Math.Sqrt(12) * (random.NextDouble() - 0.5)).ToArray()).ToArray();
        Holding[] holdings =
        [
            .. values.Select((value, i) => new Holding(
                new Instrument(InstrumentId.Parse($"S{i:00}.XNYS"), AssetClass.Equity, Currency.Usd, 1m, true, ""),
                value,
                Math.Abs(value))),
        ];
        var panel = values.Length == 0 ? null : new ReturnPanel([.. holdings.Select(one => one.Instrument.Id.ToString())], columns);
        return new HeldBook(Currency.Usd, [.. holdings], panel, Mark(values.Sum(), values.Sum(Math.Abs)), RiskLimits.Defaults);
    }

    private static PortfolioMark Mark(decimal net, decimal gross) => PortfolioMark.First(
        "test",
        "1d",
        Desk.Start,
        new PortfolioValue(Currency.Usd, Capital - net, gross, net, 0m, 0m, 0m, 1),
        new Money(Capital, Currency.Usd));
}

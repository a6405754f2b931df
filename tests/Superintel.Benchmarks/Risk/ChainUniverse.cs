using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;

namespace Superintel.Benchmarks.Risk;

/// <summary>A seeded desk: a hundred positions of fifty pairs, a thousand days, twenty-level books, and a two-leg entry that is
/// cleared.</summary>
internal static class ChainUniverse
{
    private const int Pairs = 50;
    private const int Days = 1000;
    private static readonly DateTimeOffset Now = new(2024, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <returns>Makes the input anew, as it is gathered for every proposal.</returns>
    public static Func<VerdictInput> Make()
    {
        var random = new Random(11);
        InstrumentId[] ids = [.. Enumerable.Range(0, 2 * (Pairs + 1)).Select(i => InstrumentId.Parse($"S{i:000}.XNYS"))];
        var closes = ids.Select(id => new DailyCloses(id, Walk(random))).ToArray();
        var market = new MarketSnapshot(
            ids.Select(id => new Instrument(id, AssetClass.Equity, Currency.Usd, 1m, true, "sector" + (id.Symbol[^1] - '0'))),
            closes.Select(one => new LastClose(one.Instrument, one.Closes[^1].Close, Now, BarInterval.Day)),
            new RiskOptions());
        var portfolio = Portfolio(ids, market);
        var history = ReturnHistory.From(closes, Days);
        var (a, b) = (ids[^2], ids[^1]);
        var proposal = new Proposal(
            new DecisionId("d1"), $"{a}~{b}", TradeIntent.Open, [Leg(0, a, Side.Buy, market), Leg(1, b, Side.Sell, market)], Now, null);
        BookSnapshot[] books = [Book(a, market), Book(b, market)];
        var limits = RiskLimits.Defaults.With(LimitCatalogue.GrossExposure, 1e9);
        var options = new RiskOptions { InitialCapital = 100_000_000m, HistoryDays = Days };
        return () => new VerdictInput
        {
            Proposal = proposal,
            Now = Now,
            State = TradingState.Active,
            Portfolio = portfolio,
            Market = market,
            History = history,
            Books = books,
            Limits = limits,
            Options = options,
        };
    }

    private static PortfolioSnapshot Portfolio(InstrumentId[] ids, MarketSnapshot market)
    {
        var positions = Enumerable.Range(0, 2 * Pairs).Select(i =>
        {
            var pair = $"{ids[i - (i % 2)]}~{ids[i - (i % 2) + 1]}";
            return Held(ids[i], pair, i % 2 == 0 ? 1 : -1, market);
        });
        return PortfolioSnapshot.From(positions, [CashAccount.Empty(Currency.Usd) with { Balance = 100_000_000m }]);
    }

    private static Position Held(InstrumentId id, string pair, int side, MarketSnapshot market)
    {
        var price = market.Last(id)!.Close;
        var quantity = side * decimal.Floor(1_000_000m / price);
        return new Position(new PositionKey(pair, id), Currency.Usd, quantity, quantity * price, 0m, Now.AddDays(-3));
    }

    private static TradeLeg Leg(int number, InstrumentId id, Side side, MarketSnapshot market)
    {
        var price = market.Last(id)!.Close;
        return new TradeLeg(number, id, side, new Quantity(decimal.Floor(1_000_000m / price)), new Price(price, Currency.Usd));
    }

    private static BookSnapshot Book(InstrumentId id, MarketSnapshot market)
    {
        var price = market.Last(id)!.Close;
        ImmutableArray<BookLevel> Side(int direction) =>
            [.. Enumerable.Range(1, BookSnapshot.Depth).Select(i => new BookLevel(price + (direction * i * 0.01m), 20_000m))];
        return new BookSnapshot(id, Now.AddSeconds(-1), Side(-1), Side(1), TradeFlow.None);
    }

    private static List<DailyClose> Walk(Random random)
    {
        var (price, day) = (100.0, DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-Days - 1));
        var walk = new List<DailyClose>(Days + 1);
        for (var i = 0; i <= Days; i++)
        {
            price = Math.Clamp(price * (1 + (0.02 * (random.NextDouble() - 0.5))), 60, 200);
            walk.Add(new DailyClose(day.AddDays(i), decimal.Round((decimal)price, 2)));
        }

        return walk;
    }
}

using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.Stages;

namespace Superintel.Risk.Tests.Microstructure;

/// <summary>The microstructure stage alone, with a book for one coin.</summary>
internal sealed class BookDesk
{
    public static readonly InstrumentId Coin = InstrumentId.Parse("BTCUSDT.BINA");

    public static readonly DateTimeOffset Now = new(2024, 8, 8, 23, 54, 0, TimeSpan.Zero);

    public IEnumerable<string> Codes(BookSnapshot book, Side side, decimal size)
    {
        var findings = new Findings();
        var leg = new TradeLeg(0, Coin, side, new Quantity(size), new Price(book.Asks[0].Price, new Currency("USDT")));
        new MicrostructureStage().Examine(
            new VerdictInput
            {
                Proposal = new Proposal(new DecisionId("d1"), "BTCUSDT.BINA~ETHUSDT.BINA", TradeIntent.Open, [leg], Now, null),
                Now = Now,
                State = TradingState.Active,
                Portfolio = PortfolioSnapshot.Opening(new Money(1_000_000m, Currency.Usd)),
                Market = new MarketSnapshot([], [], new RiskOptions()),
                History = ReturnHistory.From([], 250),
                Books = [book],
                Limits = RiskLimits.Defaults,
                Options = new RiskOptions(),
            },
            findings);
        return findings.Reasons.Select(reason => reason.Code.Code);
    }
}

using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Integration.Tests.Hedging;

/// <summary>A made-up market: a fund that is the market, a stock that moves with it, and one that moves alone.</summary>
internal static class HedgeMarket
{
    public const int Days = 110;
    public const string Fund = "SPY.ARCX";
    public const string Pair = "AAA.XNYS~BBB.XNYS";

    private static readonly DateTimeOffset start = new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<IEvent> Listed => Ids.Select(id => new InstrumentListed(id, id, "equity", "USD", 1m, 0.01m, true, "", start));

    private static string[] Ids => ["AAA.XNYS", "BBB.XNYS", Fund];

    public static DateTimeOffset At(int day) => start.AddDays(day);

    public static BarClosed Bar(int day) => new(
        "sample", "1d", At(day), true, [.. Ids.Select(id => (Id: id, Price: Price(id, day))).Select(one =>
            new ClosedBar(one.Id, one.Price, one.Price, one.Price, one.Price, null, true))]);

    /// <summary>What the desk holds: mostly the market.</summary>
    public static OrderFilled Fill(string decision, int leg, string side, decimal quantity) => new(
        "paper",
        "paper",
        $"{decision}/{leg}",
        ClientOrderId.For(new DecisionId(decision), leg).Value,
        decision,
        Pair,
        leg,
        Ids[leg],
        side,
        quantity,
        Price(Ids[leg], Days),
        "USD",
        0m,
        "USD",
        0m,
        quantity,
        0m,
        At(Days));

    private static decimal Price(string id, int day)
    {
        var market = Wave(day, 7) + Wave(day, 3);
        return decimal.Round(id switch
        {
            Fund => 100m * (1m + (0.01m * market)),
            "AAA.XNYS" => 50m * (1m + (0.012m * market) + (0.001m * Wave(day, 5))),
            _ => 40m * (1m + (0.01m * Wave(day, 11))),
        }, 4);
    }

    private static decimal Wave(int day, int period) => ((day % period) - (period / 2)) / (decimal)period;
}

using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Tests.Service;

/// <summary>The made-up market, told to a running service.</summary>
internal static class ServiceMarket
{
    public const int Days = 105;

    public static DateTimeOffset Now => Desk.Start.AddDays(Days);

    public static async Task Open(this RunningRisk risk)
    {
        foreach (var symbol in Market.Symbols)
        {
            await risk.Tell(new InstrumentListed($"{symbol}.XNYS", symbol, "equity", "USD", 1m, 0.01m, true, "", Desk.Start));
        }
        for (var day = 1; day <= Days; day++) await risk.Close(day);
    }

    public static async Task Close(this RunningRisk risk, int day)
    {
        var bars = Market.Symbols.Select(symbol =>
        {
            var price = Market.Price(symbol, day);
            return new ClosedBar($"{symbol}.XNYS", price, price, price, price, null, true);
        }).ToArray();
        var at = Desk.Start.AddDays(day);
        await risk.Tell(new BarClosed("sample", "1d", at, true, bars));
        await risk.Tell(new SliceExecuted("sample", "1d", at, [.. bars.Select(bar => bar.InstrumentId)]));
    }

    public static ProposalApproved Proposal(string decision, int quantity = 100) => new(
        "p-" + decision,
        decision,
        Desk.Pair,
        "open",
        "auto",
        [Leg(0, "buy", quantity), Leg(1, "sell", quantity)],
        0m,
        "USD",
        ["policy:auto"],
        "",
        Now,
        Now);

    public static OrderFilled Fill(string decision, int leg, decimal quantity) => new(
        "PAPER",
        "SIM",
        $"{decision}/{leg}",
        ClientOrderId.For(new DecisionId(decision), leg).Value,
        decision,
        Desk.Pair,
        leg,
        leg == 0 ? "AAA.XNYS" : "BBB.XNYS",
        leg == 0 ? "buy" : "sell",
        quantity,
        Leg(leg, "", quantity).ReferencePrice,
        "USD",
        1m,
        "USD",
        0m,
        quantity,
        0m,
        Now);

    public static PairOrderClosed End(string decision) =>
        new(decision, ClearanceId.For(new DecisionId(decision)).Value, Desk.Pair, "completed", "", Now);

    private static OrderLeg Leg(int leg, string side, decimal quantity)
    {
        var symbol = leg == 0 ? "AAA" : "BBB";
        return new OrderLeg(leg, $"{symbol}.XNYS", side, quantity, Market.Price(symbol, Days), "USD");
    }
}

using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.InMemory;
using Superintel.Risk.Sizing;
using Superintel.Risk.Trades;
using Superintel.TestKit;

namespace Superintel.Risk.Tests;

/// <summary>Risk in memory with a market of five stocks, an index, a franc stock and its rate, told as the fleet would tell it.</summary>
internal sealed class Desk
{
    public const string Pair = "AAA.XNYS~BBB.XNYS";
    public const string OtherPair = "CCC.XNYS~DDD.XNYS";

    public static readonly DateTimeOffset Start = new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero);

    public Desk(RiskOptions? options = null, int days = 130)
    {
        Options = options ?? new RiskOptions();
        Clock = new SettableClock(Start);
        Risk = new RiskInMemory(Events, Clock, Options);
        foreach (var symbol in Market.Symbols) List($"{symbol}.XNYS");
        List("IDX.XNYS", assetClass: "index", tradable: false);
        List("SWI.XSWX", currency: "CHF");
        List("USDCHF.IDEAL", assetClass: "fx", currency: "CHF");
        for (var day = 1; day <= days; day++) Close(day);
    }

    public RecordedEvents Events { get; } = new();

    public RiskOptions Options { get; }

    public SettableClock Clock { get; }

    public RiskInMemory Risk { get; }

    /// <summary>The bar that closed last.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    public void List(
        string id, string assetClass = "equity", string currency = "USD", decimal lot = 1m, bool tradable = true) =>
        Tell(new InstrumentListed(id, id, assetClass, currency, lot, 0.01m, tradable, "", Start), Risk.InstrumentListed);

    /// <summary>One more day of the made-up market.</summary>
    public void Close(int day, params (string Id, decimal Price)[] instead)
    {
        var bars = Market.Closes(day).ToDictionary(bar => bar.Id, bar => bar.Price, StringComparer.Ordinal);
        foreach (var (id, price) in instead) bars[id] = price;
        CloseOnly(Start.AddDays(day), [.. bars.Select(bar => (bar.Key, bar.Value))]);
    }

    /// <summary>A slice of just these bars.</summary>
    public void CloseOnly(DateTimeOffset at, params (string Id, decimal Price)[] bars) => CloseOnly(at, true, bars);

    public void CloseOnly(DateTimeOffset at, bool executed, params (string Id, decimal Price)[] bars)
    {
        Clock.Set(at);
        var closed = bars.OrderBy(bar => bar.Id, StringComparer.Ordinal)
            .Select(bar => new ClosedBar(bar.Id, bar.Price, bar.Price, bar.Price, bar.Price, null, true));
        Tell(new BarClosed("sample", "1d", at, true, [.. closed]), Risk.BarClosed);
        if (executed) Tell(new SliceExecuted("sample", "1d", at, [.. bars.Select(bar => bar.Id)]), Risk.SliceExecuted);
    }

    public SizeRequest Ask(
        string pair = Pair, TradeIntent intent = TradeIntent.Open, double direction = 0.8, double hedge = 1, double volatility = 0.01) =>
        new("d1", pair, intent, direction, 0.7, hedge, volatility, -2.2, 12, 0m, 0m, Now, []);

    public SizeDecision Size(SizeRequest request) => Done(Risk.SizeSignal.Handle(request, CancellationToken.None));

    public void Approve(ProposalApproved approved) => Tell(approved, Risk.ProposalApproved);

    public ProposalApproved Proposal(
        string decision = "d1", string pair = Pair, string intent = "open", int quantity = 100, bool buysA = true) => new(
        "p-" + decision,
        decision,
        pair,
        intent,
        "auto",
        [Leg(pair, 0, buysA ? "buy" : "sell", quantity), Leg(pair, 1, buysA ? "sell" : "buy", quantity)],
        0m,
        "USD",
        ["policy:auto"],
        "",
        Now,
        Now);

    public OrderLeg Leg(string pair, int leg, string side, decimal quantity)
    {
        var id = InstrumentId.Parse(pair.Split('~')[leg]);
        var last = Done(Risk.Closes.Last([id], CancellationToken.None));
        return new OrderLeg(leg, id.ToString(), side, quantity, last.Count > 0 ? last[0].Close : 50m, "USD");
    }

    /// <summary>Clears, fills at the reference price and closes an entry, as Execution would at the next bar.</summary>
    public void Hold(string decision = "d0", string pair = Pair, int quantity = 100, bool buysA = true)
    {
        Approve(Proposal(decision, pair, "open", quantity, buysA));
        var cleared = Events.Of<OrderCleared>().Single(one => one.DecisionId == decision);
        foreach (var leg in cleared.Legs) Fill(cleared, leg, leg.Quantity);
        End(cleared);
    }

    public void Fill(OrderCleared cleared, OrderLeg leg, decimal quantity, decimal commission = 0m, string? execution = null) => Tell(
        new OrderFilled(
            "PAPER",
            "SIM",
            execution ?? $"{cleared.DecisionId}/{leg.Leg}/{quantity}",
            ClientOrderId.For(new DecisionId(cleared.DecisionId), leg.Leg).Value,
            cleared.DecisionId,
            cleared.PairId,
            leg.Leg,
            leg.InstrumentId,
            leg.Side,
            quantity,
            leg.ReferencePrice,
            leg.Currency,
            commission,
            leg.Currency,
            0m,
            quantity,
            leg.Quantity - quantity,
            Now),
        Risk.OrderFilled);

    public void End(OrderCleared cleared, string outcome = "completed") => Tell(
        new PairOrderClosed(cleared.DecisionId, cleared.ClearanceId, cleared.PairId, outcome, "", Now), Risk.PairOrderClosed);

    public static void Tell<TEvent>(TEvent happened, IEnumerable<IHandle<TEvent>> handlers)
        where TEvent : IEvent
    {
        foreach (var handler in handlers) handler.Handle(happened, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>The result of work in memory, which is over when the call returns.</summary>
    public static T Done<T>(ValueTask<T> work)
    {
        Assert.That(work.IsCompleted, "memory adapters complete at once");
        return work.Result;
    }
}

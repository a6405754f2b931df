using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>A session of the running desk: a market day after day, and what people, feeds and venues tell Risk meanwhile.</summary>
internal sealed class DeskSession(RunningDesk desk)
{
    private readonly SortedDictionary<string, decimal> prices = new(StringComparer.Ordinal);
    private int day;
    private int decisions;

    public RunningDesk Desk => desk;

    public RunningRisk Risk => desk.Risk;

    public DateTimeOffset Now => Tests.Desk.Start.AddDays(day);

    /// <summary>Lists the market and lives through a history that is long enough for every measure.</summary>
    public async Task Open()
    {
        foreach (var symbol in Market.Symbols.Concat(["BKA", "BKB", "NEW", "OLD", "DRY"])) await List($"{symbol}.XNYS");
        await List("LOT.XNYS", lot: 100_000m);
        await List("IDX.XNYS", assetClass: "index");
        await List("SWI.XSWX", currency: "CHF");
        for (day = 1; day <= ServiceMarket.Days; day++) await Close(["OLD.XNYS"]);
        day--;
    }

    /// <summary>A new day for everything but what is only of the past, so that no count of the last one is left.</summary>
    public async Task NextDay(bool executed = true)
    {
        day++;
        await Close(["NEW.XNYS", "BKA.XNYS", "BKB.XNYS", "LOT.XNYS"], executed);
    }

    public async Task Executed() =>
        await Risk.Tell(new SliceExecuted("sample", "1d", Now, [.. Market.Symbols.Select(symbol => $"{symbol}.XNYS")]));

    public string NewDecision() => $"e{++decisions}";

    public ProposalApproved Proposal(string pair = Tests.Desk.Pair, int quantity = 100, bool buysA = true, string intent = "open")
    {
        var decision = NewDecision();
        OrderLeg[] legs = [Leg(pair, 0, buysA, quantity), Leg(pair, 1, !buysA, quantity)];
        return new ProposalApproved("p-" + decision, decision, pair, intent, "auto", legs, 0m, "USD", ["policy:auto"], "", Now, Now);
    }

    public async Task<string> Approve(ProposalApproved approved)
    {
        await Risk.Tell(approved);
        return approved.DecisionId;
    }

    public Task<string> Approve(string pair = Tests.Desk.Pair, int quantity = 100) => Approve(Proposal(pair, quantity));

    /// <summary>Clears an entry whose orders stay at work.</summary>
    public async Task<ProposalApproved> Clear(string pair = Tests.Desk.Pair, int quantity = 100)
    {
        var proposal = Proposal(pair, quantity);
        await Approve(proposal);
        await desk.Journaled(proposal.DecisionId, "order-cleared");
        return proposal;
    }

    /// <summary>Clears and fills an entry, acts, and closes what is held at the same prices.</summary>
    public async Task<string> Holding(Func<Task<string>> act, string pair = Tests.Desk.Pair, int quantity = 100)
    {
        var proposal = await Clear(pair, quantity);
        foreach (var leg in proposal.Legs) await Fill(proposal, leg);
        await End(proposal);
        var refused = await act();
        foreach (var leg in proposal.Legs) await Fill(proposal, leg with { Side = leg.Side == "buy" ? "sell" : "buy" });
        return refused;
    }

    public Task Fill(ProposalApproved of, OrderLeg leg) => Risk.Tell(new OrderFilled(
        "PAPER", "SIM", $"{of.DecisionId}/{leg.Leg}/{leg.Side}", ClientOrderId.For(new DecisionId(of.DecisionId), leg.Leg).Value,
        of.DecisionId, of.PairId, leg.Leg, leg.InstrumentId, leg.Side, leg.Quantity, leg.ReferencePrice, leg.Currency, 0m, leg.Currency,
        0m, leg.Quantity, 0m, Now));

    public Task End(ProposalApproved of) => Risk.Tell(new PairOrderClosed(
        of.DecisionId, ClearanceId.For(new DecisionId(of.DecisionId)).Value, of.PairId, "completed", "", Now));

    /// <summary>Sets a limit as a senior, acts, and sets it back.</summary>
    public async Task<string> Under(string limit, double value, Func<Task<string>> act)
    {
        await Set(limit, value);
        try
        {
            return await act();
        }
        finally
        {
            await Set(limit, LimitCatalogue.All.Single(one => one.Name == limit).Default);
        }
    }

    public async Task Senior(HttpMethod method, string path, object body)
    {
        var reply = await Risk.Send(method, path, Risk.Token("sue", "senior"), body);
        Assert.That(reply.Status, Is.EqualTo(200), $"{path} {reply.Body}");
    }

    private Task Set(string limit, double value) => Senior(HttpMethod.Put, $"/api/risk/limits/{limit}", new { value, reason = "session" });

    private Task<bool> List(string id, string assetClass = "equity", string currency = "USD", decimal lot = 1m) =>
        Risk.Tell(new InstrumentListed(id, id, assetClass, currency, lot, 0.01m, assetClass != "index", "", Tests.Desk.Start));

    private OrderLeg Leg(string pair, int leg, bool buys, int quantity)
    {
        var id = pair.Split('~')[leg];
        return new OrderLeg(leg, id, buys ? "buy" : "sell", quantity, prices.GetValueOrDefault(id, 50m), id == "SWI.XSWX" ? "CHF" : "USD");
    }

    private async Task Close(string[] further, bool executed = true)
    {
        foreach (var symbol in Market.Symbols) prices[$"{symbol}.XNYS"] = Market.Price(symbol, day);
        prices["IDX.XNYS"] = 1000m + day;
        prices["SWI.XSWX"] = 100m + (day % 5);
        foreach (var id in further) prices[id] = 50m;
        var bars = prices.Where(one => one.Key is not "OLD.XNYS" || further.Contains(one.Key))
            .Select(one => new ClosedBar(one.Key, one.Value, one.Value, one.Value, one.Value, null, true)).ToArray();
        var slice = new BarClosed("sample", "1d", Now, true, bars);
        await Risk.Tell(slice);
        await desk.TellApproval(slice);
        if (executed) await Risk.Tell(new SliceExecuted("sample", "1d", Now, [.. bars.Select(bar => bar.InstrumentId)]));
    }
}

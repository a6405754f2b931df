using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>A session of the running desk: a market day after day, and what people, feeds and venues tell Risk meanwhile.</summary>
internal sealed class DeskSession(RunningDesk desk)
{
    private readonly SortedDictionary<string, decimal> prices = new(StringComparer.Ordinal);
    private BarClosed? bar;
    private int day;
    private int entered;
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
        foreach (var id in EmptyExchange.Pair.Split('~')) await List(id, assetClass: "crypto");
        for (day = 1; day <= ServiceMarket.Days; day++) await Close(["OLD.XNYS"]);
        day--;
        await SliceHeard();
    }

    /// <summary>A new day for everything but what is only of the past, so that no count of the last one is left.</summary>
    /// <param name="executed">False: Execution has not the bar yet, <see cref="Executed"/> gives it.</param>
    public async Task NextDay(bool executed = true)
    {
        day++;
        await Close(["NEW.XNYS", "BKA.XNYS", "BKB.XNYS", "LOT.XNYS"], executed);
        if (executed) await SliceHeard();
    }

    /// <summary>Gives Execution the bar that the others have, and waits until Risk knows what came of it.</summary>
    public async Task Executed()
    {
        await desk.TellExecution(bar!);
        await SliceHeard();
    }

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

    /// <summary>Clears an entry whose orders stay at work, at the venue of the paper.</summary>
    public async Task<ProposalApproved> Clear(string pair = Tests.Desk.Pair, int quantity = 100)
    {
        var proposal = Proposal(pair, quantity);
        await Approve(proposal);
        await desk.Journaled(proposal.DecisionId, "order-accepted", 2);
        return proposal;
    }

    /// <summary>Clears an entry and has it filled at the next bar, acts, and closes what is held the same way.</summary>
    public async Task<string> Holding(Func<Task<string>> act, string pair = Tests.Desk.Pair, int quantity = 100)
    {
        await Filled(await Clear(pair, quantity));
        var refused = await act();
        await Exit(pair, quantity);
        return refused;
    }

    /// <summary>Sells what is held of a pair at the next bar. Francs go at the price they were bought for, so that none are left.</summary>
    public async Task Exit(string pair, int quantity = 100)
    {
        while (pair.Contains("SWI", StringComparison.Ordinal) && Swiss(day + 1) != Swiss(entered)) await NextDay();
        var exit = Proposal(pair, quantity, buysA: false, intent: "close");
        await Approve(exit);
        await desk.Journaled(exit.DecisionId, "order-accepted", 2);
        await Filled(exit);
    }

    /// <summary>Has a cleared entry filled at the next bar.</summary>
    public async Task Filled(ProposalApproved of)
    {
        await NextDay();
        await Over(of, "completed");
        entered = day;
    }

    /// <summary>Clears an entry that the venue refuses.</summary>
    /// <returns>How many orders it refused.</returns>
    public async Task<int> Refused(string pair)
    {
        var proposal = Proposal(pair, 1);
        await Approve(proposal);
        await Over(proposal, "failed");
        var refusals = (await desk.Journal("order-rejected"))
            .Count(one => one.GetProperty("decisionId").GetString() == proposal.DecisionId);
        Assert.That(refusals, Is.GreaterThan(0), "the venue itself refused");
        return refusals;
    }

    /// <summary>Lists the dollar in francs as a rate of exchange, with a bar, or as what is none.</summary>
    public async Task Francs(bool listed)
    {
        await List("USDCHF.IDEAL", assetClass: listed ? "fx" : "index", currency: "CHF");
        if (!prices.TryAdd("USDCHF.IDEAL", 1.25m)) return;
        await NextDay();
    }

    /// <summary>Halts, so that Execution cancels what is at work, and trades on.</summary>
    public async Task Cancel(ProposalApproved of)
    {
        await Switch("halted");
        await Over(of, "failed");
        await Switch("active");
    }

    public Task Switch(string state) => Senior(HttpMethod.Post, "/api/risk/kill-switch", new { state, reason = "session" });

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

    private async Task Over(ProposalApproved of, string outcome)
    {
        var closed = await desk.Journaled(of.DecisionId, "pair-order-closed");
        Assert.That(closed.GetProperty("outcome").GetString(), Is.EqualTo(outcome), closed.ToString());
        await desk.RiskHeard($"pair-order-closed/{ClearanceId.For(new DecisionId(of.DecisionId)).Value}");
    }

    private Task SliceHeard() => desk.RiskHeard(new SliceExecuted(bar!.Feed, bar.Interval, bar.OccurredAt, []).EventId);

    private async Task List(string id, string assetClass = "equity", string currency = "USD", decimal lot = 1m)
    {
        var listed = new InstrumentListed(id, id, assetClass, currency, lot, 0.01m, assetClass != "index", "", Tests.Desk.Start);
        await desk.TellExecution(listed);
        await Risk.Tell(listed);
    }

    private OrderLeg Leg(string pair, int leg, bool buys, int quantity)
    {
        var id = pair.Split('~')[leg];
        return new OrderLeg(leg, id, buys ? "buy" : "sell", quantity, prices.GetValueOrDefault(id, 50m), id == "SWI.XSWX" ? "CHF" : "USD");
    }

    private static decimal Swiss(int day) => 100m + (day % 5);

    private async Task Close(string[] further, bool executed = true)
    {
        foreach (var symbol in Market.Symbols) prices[$"{symbol}.XNYS"] = Market.Price(symbol, day);
        prices["IDX.XNYS"] = 1000m + day;
        prices["SWI.XSWX"] = Swiss(day);
        foreach (var (id, symbol) in EmptyExchange.Pair.Split('~').Zip(Market.Symbols)) prices[id] = Market.Price(symbol, day);
        foreach (var id in further) prices[id] = 50m;
        var bars = prices.Where(one => one.Key is not "OLD.XNYS" || further.Contains(one.Key))
            .Select(one => new ClosedBar(one.Key, one.Value, one.Value, one.Value, one.Value, null, true)).ToArray();
        bar = new BarClosed("sample", "1d", Now, true, bars);
        await Risk.Tell(bar);
        await desk.TellApproval(bar);
        if (executed) await desk.TellExecution(bar);
    }
}

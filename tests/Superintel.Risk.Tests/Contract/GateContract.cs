using Superintel.Kernel;
using Superintel.Risk.Breakers;
using Superintel.Risk.Limits;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Restricted;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class GateContract(StoreKind kind) : StoreContract(kind)
{
    [Test]
    public async Task Book_is_kept_with_all_its_digits_and_the_newest_stays()
    {
        var first = Book("AAA.XNYS", 0, 1.00000001m);
        await With(s => s.Books.Save(Book("BBB.XNYS", 0, 7m), default));
        await With(s => s.Books.Save(first, default));
        await With(s => s.Books.Save(Book("AAA.XNYS", -1, 9m), default));
        var last = await With(s => s.Books.Last([InstrumentId.Parse("AAA.XNYS"), InstrumentId.Parse("ZZZ.XNYS")], default));
        Assert.Multiple(() =>
        {
            Assert.That(last, Has.Count.EqualTo(1));
            Assert.That((last[0].Instrument, last[0].At, last[0].Flow), Is.EqualTo((first.Instrument, first.At, first.Flow)));
            Assert.That(last[0].Bids, Is.EqualTo(first.Bids));
            Assert.That(last[0].Asks, Is.EqualTo(first.Asks));
        });
    }

    [Test]
    public async Task Restricted_list_is_kept_in_order_and_an_entry_stays_as_it_was_made()
    {
        var (aaa, bbb) = (Restricted("AAA.XNYS"), Restricted("BBB.XNYS"));
        Assert.That(await With(s => s.Restricted.TryAdd(bbb, default)), Is.True);
        Assert.That(await With(s => s.Restricted.TryAdd(aaa, default)), Is.True);
        Assert.That(await With(s => s.Restricted.TryAdd(bbb with { Reason = "other" }, default)), Is.False);
        Assert.That(await With(s => s.Restricted.All(default)), Is.EqualTo(new[] { aaa, bbb }));
        Assert.That(await With(s => s.Restricted.TryRemove(aaa.Instrument, default)), Is.True);
        Assert.That(await With(s => s.Restricted.TryRemove(aaa.Instrument, default)), Is.False);
        Assert.That(await With(s => s.Restricted.All(default)), Is.EqualTo(new[] { bbb }));
    }

    [Test]
    public async Task Breaker_moves_one_version_at_a_time()
    {
        var opened = Breaker.New(BreakerKind.RejectRate, "PAPER").Open(BreakerTier.PauseEntries, 0.45, 0.5, Desk.Start);
        var further = opened.Open(BreakerTier.ReduceOnly, 0.6, 0.5, Desk.Start);
        Assert.That(await With(s => s.Breakers.TrySave(further, default)), Is.False, "a version was skipped");
        Assert.That(await With(s => s.Breakers.TrySave(opened, default)), Is.True);
        Assert.That(await With(s => s.Breakers.TrySave(opened, default)), Is.False);
        Assert.That(await With(s => s.Breakers.TrySave(further, default)), Is.True);
        var loss = Breaker.New(BreakerKind.DailyLoss, "").Open(BreakerTier.Stop, 0.2, 0.05, Desk.Start);
        Assert.That(await With(s => s.Breakers.TrySave(loss, default)), Is.True);
        Assert.That(await With(s => s.Breakers.All(default)), Is.EqualTo(new[] { loss, further }));
    }

    [Test]
    public async Task Gauges_are_kept_as_they_were_saved()
    {
        Assert.That((await With(s => s.Breakers.Gauges(default))).LosingStreak, Is.Zero);
        var gauges = BreakerGauges.Empty.RoundTrip("p1", -1.5m).RoundTrip("p2", -2m)
            .At("PAPER", venue => venue.Order(true).Order(false).Fill(0.0123));
        await With(s => s.Breakers.Save(gauges, default));
        var kept = await With(s => s.Breakers.Gauges(default));
        Assert.Multiple(() =>
        {
            Assert.That(kept.LosingStreak, Is.EqualTo(2));
            Assert.That(kept.Realized, Is.EqualTo(gauges.Realized));
            Assert.That(kept.Venues["PAPER"].Rejects, Is.EqualTo(new[] { true, false }));
            Assert.That(kept.Venues["PAPER"].Slippage, Is.EqualTo(new[] { 0.0123 }));
        });
    }

    [Test]
    public async Task Changes_of_a_limit_are_kept_newest_first()
    {
        foreach (var version in new[] { 1, 2, 3 }) await With(s => s.LimitHistory.Append(Move("cvar-95", version), default));
        await With(s => s.LimitHistory.Append(Move("leverage", 1), default));
        Assert.That(
            await With(s => s.LimitHistory.Of("cvar-95", 2, default)), Is.EqualTo(new[] { Move("cvar-95", 3), Move("cvar-95", 2) }));
    }

    private static LimitMove Move(string name, int version) => new(name, version, 0.1, 0.2, "because", "ada", Desk.Start);

    private static RestrictedInstrument Restricted(string id) => new(InstrumentId.Parse(id), "merger", "ada", Desk.Start);

    private static BookSnapshot Book(string id, int seconds, decimal quantity) => new(
        InstrumentId.Parse(id),
        Desk.Start.AddSeconds(seconds),
        [new BookLevel(49.99m, quantity), new BookLevel(49.98m, 2m)],
        [new BookLevel(50.01m, quantity)],
        TradeFlow.Of(10m).Add([new TradePrint(12.5m, true), new TradePrint(9m, false)]));
}

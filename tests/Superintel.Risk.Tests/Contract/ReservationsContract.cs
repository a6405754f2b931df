using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Tests.Portfolio;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReservationsContract(StoreKind kind) : StoreContract(kind)
{
    [Test]
    public async Task Reservation_is_found_by_its_decision_as_it_was_saved()
    {
        var reservation = Some("d1");
        await With(async s => await s.Reservations.Save(reservation, default));
        var reduced = reservation.Fill(Fills.Make(1, "AAA.XNYS", 40m, 10m));
        await With(async s => await s.Reservations.Save(reduced, default));
        var found = await With(s => s.Reservations.Find("d1", default));
        Assert.Multiple(() =>
        {
            Assert.That(found!.Legs, Is.EqualTo(reduced.Legs));
            Assert.That(found.Legs[0].Remaining, Is.EqualTo(60m));
            Assert.That(found with { Legs = [] }, Is.EqualTo(reduced with { Legs = [] }));
        });
    }

    [Test]
    public async Task Reservations_are_listed_in_order_of_clearance_until_removed()
    {
        await With(async s => await s.Reservations.Save(Some("d1"), default));
        await With(async s => await s.Reservations.Save(Some("d2"), default));
        var open = await With(s => s.Reservations.Open(default));
        Assert.That(open.Select(r => r.Clearance.Value), Is.Ordered.Using<string>(string.CompareOrdinal).And.Exactly(2).Items);
        var first = ClearanceId.For(new DecisionId("d1"));
        Assert.Multiple(async () =>
        {
            Assert.That(await With(s => s.Reservations.Remove(first, default)), Is.True);
            Assert.That(await With(s => s.Reservations.Remove(first, default)), Is.False);
            Assert.That(await With(s => s.Reservations.Find("d1", default)), Is.Null);
        });
    }

    private static Reservation Some(string decision) => Reservation.For(
        new DecisionId(decision),
        Desk.Pair,
        TradeIntent.Open,
        [
            new TradeLeg(0, InstrumentId.Parse("AAA.XNYS"), Side.Buy, new Quantity(100m), new Price(10m, Currency.Usd)),
            new TradeLeg(1, InstrumentId.Parse("BBB.XNYS"), Side.Sell, new Quantity(12.5m), new Price(80m, Currency.Usd)),
        ],
        Desk.Start);
}

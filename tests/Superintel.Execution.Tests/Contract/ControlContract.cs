using Superintel.Execution.Execution.Control;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class ControlContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    [Test]
    public async Task Kill_switch_nobody_touched_is_active() =>
        Assert.That(await Stores.Control.Get(default), Is.EqualTo(TradingControl.Initial));

    [Test]
    public async Task Kill_switch_keeps_the_last_word()
    {
        await Stores.Control.Set(new TradingControl(TradingState.Halted, 3), default);
        var next = new TradingControl(TradingState.ReduceOnly, 4).After(await Stores.Control.Get(default));
        await Stores.Control.Set(next, default);

        Assert.That(await Stores.Control.Get(default), Is.EqualTo(next));
        Assert.That(next.LastHalted, Is.EqualTo(3));
    }

    [Test]
    public async Task Instrument_comes_back_as_it_was_last_listed()
    {
        await Stores.Instruments.Save(Instrument.From(Listed(Ko)), default);
        var changed = Instrument.From(Listed(Ko, "future") with { LotSize = 0.001m, Tradable = false });
        await Stores.Instruments.Save(changed, default);

        Assert.That(await Stores.Instruments.Find(Pair.A, default), Is.EqualTo(changed));
        Assert.That(await Stores.Instruments.Find(Pair.B, default), Is.Null);
    }

    [Test]
    public async Task Instrument_of_an_unknown_class_keeps_that()
    {
        var odd = Instrument.From(Listed(Ko, "swaption"));
        await Stores.Instruments.Save(odd, default);

        Assert.That((await Stores.Instruments.Find(Pair.A, default))!.AssetClass, Is.Null);
    }

    [Test]
    public async Task Blocked_instruments_are_replaced_as_a_whole()
    {
        var a = new BlockedInstrument("paper", "paper", Pair.A, 1m, 2m, Start);
        var b = new BlockedInstrument("paper", "paper", Pair.B, 0m, -2m, Start) { External = 0.5m };
        await Stores.Blocked.Replace([b, a], default);
        Assert.That(await Stores.Blocked.All(default), Is.EqualTo(new[] { a, b }));

        var elsewhere = b with { Account = "second" };
        await Stores.Blocked.Replace([elsewhere, b], default);
        Assert.That(await Stores.Blocked.All(default), Is.EqualTo(new[] { b, elsewhere }), "one instrument at two accounts");

        Assert.That(await Stores.Blocked.Find(Pair.A, default), Is.Null);
        Assert.That(await Stores.Blocked.Find(Pair.B, default), Is.EqualTo(b));
    }

    [Test]
    public async Task Dust_is_kept_and_does_not_block()
    {
        var dust = new BlockedInstrument("binance", "spot", Pair.A, 1m, 1.000009m, Start) { Least = 0.00001m };
        var lot = new BlockedInstrument("paper", "paper", Pair.A, 1m, 0.99999m, Start) { Least = 0.00001m };
        await Stores.Blocked.Replace([dust], default);
        Assert.That(await Stores.Blocked.All(default), Is.EqualTo(new[] { dust }));
        Assert.That(await Stores.Blocked.Find(Pair.A, default), Is.Null);

        await Stores.Blocked.Replace([dust, lot], default);
        Assert.That(await Stores.Blocked.Find(Pair.A, default), Is.EqualTo(lot));
    }
}

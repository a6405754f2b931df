using Superintel.Kernel;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Memory;
using Superintel.Prediction.Panel.Ports;
using Superintel.Prediction.Service.Adapters.Panel;

namespace Superintel.Prediction.Tests.Stores;

internal abstract class InstrumentsContract : StoreContract<IInstruments>
{
    private static readonly InstrumentId Ko = InstrumentId.Parse("KO.XNYS");

    [Test]
    public async Task Instrument_listed_again_replaces_what_was_known()
    {
        await With(store => store.List(new PanelInstrument(Ko, Currency.Chf, Tradable: true), default));
        await With(store => store.List(new PanelInstrument(Ko, Currency.Usd, Tradable: false), default));

        var book = await With(store => store.Load(default));

        Assert.That(book.Instruments[Ko], Is.EqualTo(new PanelInstrument(Ko, Currency.Usd, Tradable: false)));
        Assert.That(book.IsTradable(Ko), Is.False);
    }

    [Test]
    public async Task Freshness_of_an_instrument_that_is_not_listed_is_remembered()
    {
        var id = InstrumentId.Parse("LATE.XNYS");

        await With(store => store.MarkFreshness(id, stale: true, DateTimeOffset.UnixEpoch, default));
        var stale = await With(store => store.Load(default));
        await With(store => store.MarkFreshness(id, stale: false, DateTimeOffset.UnixEpoch, default));
        var fresh = await With(store => store.Load(default));

        Assert.That((stale.IsStale(id), fresh.IsStale(id)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Instruments_are_loaded_in_order_of_id()
    {
        foreach (var name in new[] { "Z.XNYS", "A.XNYS", "M.XNYS" })
            await With(store => store.List(new PanelInstrument(InstrumentId.Parse(name), Currency.Usd, true), default));

        var book = await With(store => store.Load(default));

        Assert.That(book.Instruments.Keys.Select(id => id.ToString()), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(book.IsTradable(InstrumentId.Parse("NOBODY.XNYS")), Is.False);
    }

    internal sealed class OfMemory : InstrumentsContract
    {
        protected override Task<IOpens<IInstruments>> Create() =>
            Task.FromResult<IOpens<IInstruments>>(new InMemory<IInstruments>(new MemoryInstruments()));
    }

    internal sealed class OfPostgres : InstrumentsContract
    {
        protected override Task<IOpens<IInstruments>> Create() =>
            InPostgres<IInstruments>.Create((_, session) => new PostgresInstruments(session));
    }

    internal sealed class OfCachedPostgres : InstrumentsContract
    {
        protected override Task<IOpens<IInstruments>> Create() => InPostgres<IInstruments>.Create(
            (database, session) => new CachedInstruments(new PostgresInstruments(session), database.Cache));
    }
}

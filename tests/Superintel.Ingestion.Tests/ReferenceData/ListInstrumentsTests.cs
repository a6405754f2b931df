using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.ReferenceData.Memory;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.ReferenceData;

public sealed class ListInstrumentsTests
{
    [Test]
    public async Task Only_new_and_changed_instruments_are_told()
    {
        var events = new RecordedEvents();
        var list = new ListInstruments(new MemoryInstruments(), events, new SettableClock(Some.Day(0)));
        await list.Handle([Some.Instrument(), Some.Instrument(Some.OtherId)], CancellationToken.None);
        events.Forget();
        var told = await list.Handle([Some.Instrument(), Some.Instrument(Some.OtherId) with { TickSize = 0.05m }], CancellationToken.None);
        Assert.That((told, events.Of<InstrumentListed>().Single().InstrumentId), Is.EqualTo((1, Some.OtherId.ToString())));
    }
}

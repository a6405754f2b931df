using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.ReferenceData.Contract;

internal sealed class InstrumentsContract(bool postgres) : StoreContract(postgres)
{
    [Test]
    public async Task Instrument_that_is_saved_is_found_and_another_is_not()
    {
        await Store.Instruments.Save(Some.Instrument(), CancellationToken.None);
        Assert.That(await Store.Instruments.Find(Some.Id, CancellationToken.None), Is.EqualTo(Some.Instrument()));
        Assert.That(await Store.Instruments.Find(Some.OtherId, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task Save_says_whether_anything_is_new()
    {
        var saves = new List<bool>();
        foreach (var lot in new[] { 1m, 1m, 10m })
            saves.Add(await Store.Instruments.Save(Some.Instrument() with { LotSize = lot }, CancellationToken.None));
        Assert.That(saves, Is.EqualTo(new[] { true, false, true }));
        Assert.That((await Store.Instruments.Find(Some.Id, CancellationToken.None))!.LotSize, Is.EqualTo(10m));
    }

    [Test]
    public async Task List_is_in_ordinal_order_and_pages_and_searches()
    {
        foreach (var id in new[] { "b.XNYS", "B.XNYS", "A-1.XNYS", "A.XNYS" })
            await Store.Instruments.Save(Some.Instrument(InstrumentId.Parse(id)) with { Name = $"Name of {id}",
                Sector = id == "A.XNYS" ? "Energy" : "Metals" }, CancellationToken.None);
        var all = await Ids(string.Empty, null, 10);
        Assert.That(all, Is.EqualTo(new[] { "A-1.XNYS", "A.XNYS", "B.XNYS", "b.XNYS" }));
        Assert.That(await Ids(string.Empty, "A.XNYS", 1), Is.EqualTo(new[] { "B.XNYS" }));
        Assert.That(await Ids("ENER", null, 10), Is.EqualTo(new[] { "A.XNYS" }));
        Assert.That(await Ids("%", null, 10), Is.Empty);
    }

    private async Task<string[]> Ids(string search, string? after, int limit) =>
    [
        .. (await Store.Instruments.List(search, after is null ? null : InstrumentId.Parse(after), limit, CancellationToken.None)).Select(
            i => i.Id.ToString()),
    ];
}

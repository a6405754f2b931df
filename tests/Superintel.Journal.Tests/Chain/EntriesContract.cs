using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Tests.Chain;

/// <summary>What every store of the chain must do.</summary>
public abstract class EntriesContract
{
    protected abstract IEntries Store { get; }

    [Test]
    public async Task Empty_store_begins_at_genesis() =>
        Assert.That(await Store.Head(default), Is.EqualTo(new ChainHead(0, EntryHash.Genesis)));

    [Test]
    public async Task Appended_entry_comes_back_as_it_was_and_is_the_head()
    {
        var entry = Entries.After(ChainHead.Empty, "a", "d1");
        Assert.That(await Store.Append(entry, default), Is.True);
        Assert.That(await Store.Head(default), Is.EqualTo(new ChainHead(1, entry.Hash)));
        Assert.That(await All(), Is.EqualTo(new[] { entry }));
        Assert.That(EntryHash.Of((await All())[0]), Is.EqualTo(entry.Hash), "the hash survives the round trip");
    }

    [Test]
    public async Task Event_recorded_twice_changes_nothing()
    {
        var first = Entries.After(ChainHead.Empty, "a");
        await Store.Append(first, default);
        Assert.That(await Store.Append(Entries.After(new ChainHead(1, first.Hash), "a"), default), Is.False);
        Assert.That(await Store.Head(default), Is.EqualTo(new ChainHead(1, first.Hash)));
    }

    [Test]
    public async Task Newest_first_can_be_filtered_and_paged()
    {
        await Fill(7);
        var all = await Store.Newest(EntryFilter.All, null, 3, default);
        var rest = await Store.Newest(EntryFilter.All, all[^1].Sequence, 10, default);
        Assert.Multiple(() =>
        {
            Assert.That(all.Select(e => e.Sequence), Is.EqualTo(new[] { 7, 6, 5 }));
            Assert.That(rest.Select(e => e.Sequence), Is.EqualTo(new[] { 4, 3, 2, 1 }));
        });
        var odd = await Store.Newest(new EntryFilter("odd", null), null, 10, default);
        var none = await Store.Newest(new EntryFilter(null, "order-filled"), null, 10, default);
        Assert.That(odd.Select(e => e.Sequence), Is.EqualTo(new[] { 7, 5, 3, 1 }));
        Assert.That(none, Is.Empty);
    }

    [Test]
    public async Task Decision_has_its_entries_in_order_and_no_decision_has_none()
    {
        await Fill(5);
        Assert.That((await Store.OfDecision("odd", default)).Select(e => e.Sequence), Is.EqualTo(new[] { 1, 3, 5 }));
        Assert.That(await Store.OfDecision("", default), Is.Empty);
    }

    protected async Task Fill(int count)
    {
        for (var i = 0; i < count; i++)
            await Store.Append(Entries.After(await Store.Head(default), $"event-{i}", i % 2 == 0 ? "odd" : ""), default);
    }

    protected async Task<List<JournalEntry>> All()
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in Store.After(0, default)) entries.Add(entry);
        return entries;
    }
}

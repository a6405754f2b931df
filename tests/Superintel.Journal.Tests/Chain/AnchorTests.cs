using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Anchors;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Verify;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Chain;

/// <summary>An intruder who rewrites the whole chain, hashes and head too, cannot rewrite what was noted elsewhere.</summary>
public sealed class AnchorTests
{
    private readonly SettableClock wall = new(Entries.Noon);
    private MemoryAnchors anchors = new();

    [SetUp]
    public void Empty() => anchors = new MemoryAnchors();

    [Test]
    public async Task Chain_that_was_noted_is_whole()
    {
        var store = await Chain(9);
        await Note(store);
        var verified = await new VerifyChain(store, anchors).Handle(default);
        Assert.That((verified.Valid, verified.Anchors), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task End_that_has_not_moved_is_not_noted_again()
    {
        var store = await Chain(3);
        Assert.That((await Note(store), await Note(store)),
            Is.EqualTo(((Anchor?)new Anchor(3, (await store.Head(default)).Hash, Entries.Noon), (Anchor?)null)));
    }

    [Test]
    public async Task Chain_rewritten_from_the_fourth_entry_on_is_found_at_the_next_note()
    {
        await Note(await Chain(6));
        var verified = await new VerifyChain(await Chain(9, forgedFrom: 4), anchors).Handle(default);
        Assert.That((verified.Valid, verified.FirstBroken?.Sequence, verified.FirstBroken?.Code),
            Is.EqualTo((false, 6, "anchor-mismatch")));
    }

    [Test]
    public async Task Chain_whose_tail_and_head_were_cut_is_found_by_the_note()
    {
        await Note(await Chain(9));
        var verified = await new VerifyChain(await Chain(5), anchors).Handle(default);
        Assert.That((verified.Valid, verified.FirstBroken?.Sequence, verified.FirstBroken?.Code), Is.EqualTo((false, 6, "anchor-missing")));
    }

    private static async Task<MemoryEntries> Chain(int entries, int forgedFrom = int.MaxValue)
    {
        var store = new MemoryEntries();
        for (var i = 1; i <= entries; i++)
            await store.Append(Entries.After(await store.Head(default), i >= forgedFrom ? $"forged-{i}" : $"event-{i}"), default);
        return store;
    }

    private Task<Anchor?> Note(MemoryEntries store) => new AnchorHead(store, anchors, wall).Handle(default);
}

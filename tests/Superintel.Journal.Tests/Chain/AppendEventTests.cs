using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Append;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Verify;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Chain;

public sealed class AppendEventTests
{
    private readonly SettableClock wall = new(Entries.Noon.AddYears(20));
    private MemoryEntries store = new();
    private RecordedEvents published = new();

    [SetUp]
    public void Empty() => (store, published) = (new MemoryEntries(), new RecordedEvents());

    [Test]
    public async Task Events_are_chained_in_the_order_of_arrival_and_announced()
    {
        await Append(Entries.Access("a"), Entries.Declined("d1"), Entries.Access("b"));
        var verified = await new VerifyChain(store, new MemoryAnchors()).Handle(default);
        var announced = published.Of<JournalEntryRecorded>();
        Assert.Multiple(() =>
        {
            Assert.That((verified.Valid, verified.Entries), Is.EqualTo((true, 3)));
            Assert.That(announced.Select(e => (e.Sequence, e.Kind, e.DecisionId)), Is.EqualTo(new[]
            {
                (1L, "access-recorded", ""), (2L, "proposal-declined", "d1"), (3L, "access-recorded", ""),
            }));
            Assert.That(announced[^1].Hash, Is.EqualTo(verified.HeadHash));
        });
    }

    [Test]
    public async Task Event_that_arrives_again_is_recorded_and_announced_once()
    {
        await Append(Entries.Access("a"), Entries.Access("a"));
        Assert.That(published.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Recording_time_is_the_walls_and_happening_time_the_fleets()
    {
        await Append(Entries.Access("a"));
        var entry = (await store.Newest(EntryFilter.All, null, 1, default))[0];
        Assert.That((entry.OccurredAt, entry.RecordedAt), Is.EqualTo((Entries.Noon, Entries.Noon.AddYears(20))));
    }

    [Test]
    public async Task Slice_of_bars_is_recorded_as_a_digest_that_any_changed_bar_changes()
    {
        var bar = new ClosedBar("KO.XNYS", 1m, 1m, 1m, 1m, null, true);
        var slice = new BarClosed("sample", "1d", Entries.Noon, true, [bar]);
        await Append(slice);
        var payload = (await store.Newest(EntryFilter.All, null, 1, default))[0].Payload;
        Assert.That(payload, Does.Contain("\"bars\":1").And.Not.Contain("KO.XNYS"));
        Assert.That(EventPayload.Of(slice with { Bars = [bar with { Close = 2m }] }), Is.Not.EqualTo(payload));
    }

    [Test]
    public void Every_event_of_the_contracts_is_journaled_but_the_journals_own_and_the_progress_of_research()
    {
        var all = typeof(IEvent).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IEvent)));
        Assert.That(EventKind.Journaled.Append(typeof(JournalEntryRecorded)).Append(typeof(AnalyticsJobProgressed)), Is.EquivalentTo(all));
    }

    // Recomputed with Python's hashlib over the documented layout.
    [Test]
    public void Hash_is_what_the_documented_layout_gives()
    {
        var entry = new JournalEntry(1, "access-recorded", "e", "", Entries.Noon, Entries.Noon.AddTicks(10), "{}", "", EntryHash.Genesis,
            "");
        Assert.That(EntryHash.Of(entry), Is.EqualTo("308d1b2b7c82284b97db4fc69ca7ac5cfd3b668d2fba4521a8e426883aad69c9"));
    }

    [Test]
    public void Field_with_a_line_feed_has_no_hash() => Assert.That(
        () => EntryHash.Of(Entries.After(ChainHead.Empty, "a") with { EventId = "a\nb" }), Throws.ArgumentException);

    private async Task Append(params IEvent[] events)
    {
        var append = new AppendEvent(store, new NoTrace(), published, wall);
        foreach (var happened in events) await append.Handle(happened, default);
    }
}

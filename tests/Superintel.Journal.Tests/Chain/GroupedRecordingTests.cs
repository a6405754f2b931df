using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events;
using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Append;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Ports;
using Superintel.Journal.Reporting;
using Superintel.Journal.Reporting.Memory;
using Superintel.Journal.Reporting.Ports;
using Superintel.Journal.Reporting.Record;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Chain;

/// <summary>However the events are cut into transactions, the journal is the same.</summary>
public sealed class GroupedRecordingTests
{
    private static readonly SettableClock Wall = new(Entries.Noon);
    private JournalStore journal = null!;

    [SetUp]
    public async Task Open() => journal = await JournalStore.Create();

    [TearDown]
    public async Task Close() => await journal.DisposeAsync();

    [Test]
    public void Events_recorded_in_groups_make_the_chain_they_make_one_by_one() => Prop.ForAll(
        Gen.Choose(0, 30).ListOf().ListOf().ToArbitrary(),
        groups => IsTheSame([.. groups.Select(group => group.Select(Event).ToArray())]).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Test]
    public async Task Event_that_an_earlier_transaction_recorded_is_not_recorded_again_in_a_group()
    {
        await Record([Entries.Access("a"), Entries.Access("b")]);
        await Record([Entries.Access("c"), Entries.Access("b"), Entries.Access("d")]);
        var recorded = await journal.Entries.Newest(EntryFilter.All, null, 9, default);
        Assert.That(recorded.Select(entry => (entry.Sequence, entry.EventId)), Is.EqualTo(new[]
        {
            (4L, "access-recorded/d"), (3L, "access-recorded/c"), (2L, "access-recorded/b"), (1L, "access-recorded/a"),
        }));
    }

    [Test]
    public async Task Group_that_is_rolled_back_leaves_nothing()
    {
        await Record([Entries.Access("a")]);
        await Handle([Entries.Access("b"), Entries.Declined("d1")], journal.Entries, journal.Decisions, new RecordedEvents());
        await journal.RollBack();
        await Record([Entries.Access("c")]);
        var recorded = await journal.Entries.Newest(EntryFilter.All, null, 9, default);
        Assert.That(recorded.Select(entry => entry.EventId), Is.EqualTo(new[] { "access-recorded/c", "access-recorded/a" }));
        Assert.That(await journal.Decisions.Find("d1", default), Is.Null);
    }

    private static IEvent Event(int number) => number % 3 == 0 ? Entries.Access($"a{number}") : Entries.Declined($"d{number % 7}");

    private async Task<bool> IsTheSame(IEvent[][] groups)
    {
        await journal.AsIntruder(
            "TRUNCATE entry; TRUNCATE decision; UPDATE head SET sequence = 0, hash = repeat('0', 64)");
        var (announced, expected) = (new RecordedEvents(), new RecordedEvents());
        foreach (var group in groups) announced = await Record(group, announced);
        var (chain, decisions) = (new MemoryEntries(), new MemoryDecisions());
        foreach (var happened in groups.SelectMany(group => group)) await Handle([happened], chain, decisions, expected);
        Assert.That(await All(journal.Entries), Is.EqualTo(await All(chain)));
        Assert.That(await journal.Entries.Head(default), Is.EqualTo(await chain.Head(default)));
        Assert.That(await Newest(journal.Decisions), Is.EqualTo(await Newest(decisions)));
        Assert.That(announced.All, Is.EqualTo(expected.All));
        await journal.Commit();
        return true;
    }

    private async Task<RecordedEvents> Record(IEvent[] group, RecordedEvents? announced = null)
    {
        announced ??= new RecordedEvents();
        journal.Begin(group);
        await Handle(group, journal.Entries, journal.Decisions, announced);
        await journal.Commit();
        return announced;
    }

    private static async Task Handle(IEvent[] events, IEntries chain, IDecisions decisions, IEvents announced)
    {
        var (append, follow) = (new AppendEvent(chain, new NoTrace(), announced, Wall), new FollowDecision(decisions, new NoTrace()));
        foreach (var happened in events)
        {
            await append.Handle(happened, default);
            if (happened is IDecisionEvent decision) await follow.Handle(decision, default);
        }
    }

    private static Task<IReadOnlyList<DecisionSummary>> Newest(IDecisions decisions) => decisions.Newest(null, null, 100, default);

    private static async Task<List<JournalEntry>> All(IEntries chain)
    {
        var all = new List<JournalEntry>();
        await foreach (var entry in chain.After(0, default)) all.Add(entry);
        return all;
    }
}

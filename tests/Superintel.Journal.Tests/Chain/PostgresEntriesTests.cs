using Npgsql;
using Superintel.Journal.Chain.Append;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Ports;
using Superintel.Journal.Chain.Verify;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Chain;

public sealed class PostgresEntriesTests : EntriesContract
{
    private JournalStore journal = null!;

    protected override IEntries Store => journal.Entries;

    [SetUp]
    public async Task Open() => journal = await JournalStore.Create();

    [TearDown]
    public async Task Close() => await journal.DisposeAsync();

    [TestCase("UPDATE entry SET payload = replace(payload, 'event-3', 'event-X') WHERE sequence = 4", 4, "entry-changed")]
    [TestCase("UPDATE entry SET occurred_at = occurred_at + interval '1 microsecond' WHERE sequence = 2", 2, "entry-changed")]
    [TestCase("DELETE FROM entry WHERE sequence = 3", 3, "entry-missing")]
    [TestCase("DELETE FROM entry WHERE sequence = 9", 9, "head-mismatch")]
    [TestCase("DELETE FROM entry WHERE sequence = 1", 1, "entry-missing")]
    [TestCase("DELETE FROM entry", 1, "head-mismatch")]
    [TestCase("UPDATE head SET sequence = 8, hash = (SELECT hash FROM entry WHERE sequence = 7)", 9, "head-mismatch")]
    [TestCase(
        "UPDATE entry SET sequence = -sequence WHERE sequence IN (5, 6); UPDATE entry SET sequence = 11 + sequence WHERE sequence < 0",
        5,
        "link-broken")]
    public async Task Tampering_with_the_store_is_found_at_its_first_entry(string tampering, int sequence, string code)
    {
        await Fill(9);
        await journal.Commit();
        Assert.That((await new VerifyChain(Store, new MemoryAnchors()).Handle(default)).Valid, Is.True, "whole before");
        await journal.Commit();
        await journal.AsIntruder(tampering);
        var verified = await new VerifyChain(Store, new MemoryAnchors()).Handle(default);
        Assert.That((verified.Valid, verified.FirstBroken?.Sequence, verified.FirstBroken?.Code), Is.EqualTo((false, sequence, code)));
    }

    [Test]
    public async Task Thousand_entries_in_one_commit_are_a_whole_chain()
    {
        const int events = 1_000;
        var append = new AppendEvent(Store, new NoTrace(), new RecordedEvents(), TimeProvider.System);
        var started = ProcessorTime.Used;
        for (var i = 0; i < events; i++) await append.Handle(Entries.Access($"a{i}"), default);
        await journal.Commit();
        var rate = events / (ProcessorTime.Used - started).TotalSeconds;
        await TestContext.Out.WriteLineAsync($"recorded {rate:N0} a second of processor time in one commit");

        Assert.That((await new VerifyChain(Store, new MemoryAnchors()).Handle(default)).Entries, Is.EqualTo(events));
        Assert.That(rate, Is.GreaterThan(20));
    }

    [TestCase("UPDATE entry SET payload = '{}' WHERE sequence = 1")]
    [TestCase("DELETE FROM entry WHERE sequence = 1")]
    [TestCase("TRUNCATE entry")]
    public async Task Service_itself_cannot_change_what_is_recorded(string sql)
    {
        await Fill(1);
        await journal.Commit();
        Assert.That(() => journal.AsService(sql), Throws.TypeOf<PostgresException>().With.Message.Contains("never changed"));
    }
}

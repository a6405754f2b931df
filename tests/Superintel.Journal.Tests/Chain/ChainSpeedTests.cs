using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Append;
using Superintel.Journal.Chain.Memory;
using Superintel.Journal.Chain.Verify;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Chain;

/// <summary>Prints what the chain costs in processor time without a store; the floors are far below.</summary>
public sealed class ChainSpeedTests
{
    private const int Count = 60_000;

    [Test]
    public async Task Hashing_and_chaining_costs_microseconds()
    {
        var store = new MemoryEntries();
        var append = new AppendEvent(store, new NoTrace(), new RecordedEvents(), new SettableClock(Entries.Noon));
        var started = ProcessorTime.Used;
        for (var i = 0; i < Count; i++) await append.Handle(Entries.Access($"a{i}"), default);
        var appended = ProcessorTime.Used - started;
        started = ProcessorTime.Used;
        var verified = await new VerifyChain(store, new MemoryAnchors()).Handle(default);
        var checkedIn = ProcessorTime.Used - started;
        var (appends, checks) = (Count / appended.TotalSeconds, Count / checkedIn.TotalSeconds);
        await TestContext.Out.WriteLineAsync($"appended {appends:N0}/s, verified {checks:N0}/s");

        Assert.That((verified.Valid, verified.Entries), Is.EqualTo((true, (long)Count)));
        Assert.That(appends, Is.GreaterThan(2_000));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public bool Any_changed_field_changes_the_hash(int field, FsCheck.NonEmptyString other)
    {
        var entry = Entries.After(ChainHead.Empty, "a");
        var text = other.Get.Replace("\n", "", StringComparison.Ordinal) + "'";
        var changed = (field & 7) switch
        {
            0 => entry with { Sequence = entry.Sequence + 1 },
            1 => entry with { Kind = text },
            2 => entry with { EventId = text },
            3 => entry with { DecisionId = text },
            4 => entry with { OccurredAt = entry.OccurredAt.AddMicroseconds(1) },
            5 => entry with { Payload = text },
            6 => entry with { TraceId = text },
            _ => entry with { PreviousHash = text },
        };
        return EntryHash.Of(changed) != entry.Hash;
    }
}

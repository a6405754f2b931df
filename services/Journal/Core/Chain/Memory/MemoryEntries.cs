using System.Runtime.CompilerServices;
using Superintel.Journal.Chain.Ports;

namespace Superintel.Journal.Chain.Memory;

/// <summary>The chain in memory.</summary>
public sealed class MemoryEntries : IEntries
{
    private readonly List<JournalEntry> entries = [];
    private readonly HashSet<string> eventIds = new(StringComparer.Ordinal);
    private ChainHead head = ChainHead.Empty;

    public Task<ChainHead> Head(CancellationToken ct) => Task.FromResult(head);

    public Task<bool> Append(JournalEntry entry, CancellationToken ct)
    {
        if (!eventIds.Add(entry.EventId)) return Task.FromResult(false);
        entries.Add(entry);
        head = new ChainHead(entry.Sequence, entry.Hash);
        return Task.FromResult(true);
    }

    public async IAsyncEnumerable<JournalEntry> After(long sequence, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var entry in entries.Where(entry => entry.Sequence > sequence))
        {
            ct.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournalEntry>> OfDecision(string decisionId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>([.. entries.Where(entry => decisionId.Length > 0 && entry.DecisionId == decisionId)]);

    public Task<IReadOnlyList<JournalEntry>> Newest(EntryFilter filter, long? before, int count, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>(
        [
            .. entries.AsEnumerable().Reverse()
                .Where(entry => before is null || entry.Sequence < before)
                .Where(entry => filter.DecisionId is null || entry.DecisionId == filter.DecisionId)
                .Where(entry => filter.Kind is null || entry.Kind == filter.Kind)
                .Take(count),
        ]);
}

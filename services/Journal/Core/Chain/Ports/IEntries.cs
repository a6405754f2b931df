namespace Superintel.Journal.Chain.Ports;

/// <summary>The stored chain. Entries are added at its end and never changed.</summary>
public interface IEntries
{
    /// <summary>The end of the chain, held against other appenders until the transaction ends.</summary>
    Task<ChainHead> Head(CancellationToken ct);

    /// <summary>Adds the entry and moves the head to it.</summary>
    /// <returns>False when the event id is recorded already; nothing changed.</returns>
    Task<bool> Append(JournalEntry entry, CancellationToken ct);

    /// <summary>Entries after a sequence, in order, read in batches.</summary>
    IAsyncEnumerable<JournalEntry> After(long sequence, CancellationToken ct);

    /// <summary>Entries of one decision, in order.</summary>
    Task<IReadOnlyList<JournalEntry>> OfDecision(string decisionId, CancellationToken ct);

    /// <summary>Entries before a sequence, newest first.</summary>
    Task<IReadOnlyList<JournalEntry>> Newest(EntryFilter filter, long? before, int count, CancellationToken ct);
}

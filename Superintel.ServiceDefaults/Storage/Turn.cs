namespace Superintel.ServiceDefaults.Storage;

/// <summary>
/// The turn of exclusive work. Work that has nothing more to read or to write leaves it early, so that nobody waits for what it still waits
/// for outside.
/// </summary>
public sealed class Turn(DbSession session)
{
    private Action? next;

    internal void Take(Action letNext) => next = letNext;

    /// <summary>Commits what was done and lets the next one in. Leaving twice, or without a turn, does nothing.</summary>
    public async Task Leave(CancellationToken ct)
    {
        if (next is not { } letNext) return;
        await session.Commit(ct);
        next = null;
        letNext();
    }
}

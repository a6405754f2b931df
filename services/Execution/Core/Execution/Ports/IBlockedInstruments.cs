using Superintel.Execution.Execution.Control;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Instruments whose position at the venue is not what the ledger says: no new risk until that is resolved. Dust is kept with
/// them, and blocks nothing.</summary>
public interface IBlockedInstruments
{
    /// <returns>The first by venue and account that is more than dust: an instrument may differ at several.</returns>
    ValueTask<BlockedInstrument?> Find(InstrumentId id, CancellationToken ct);

    /// <summary>Ordered by instrument, venue and account.</summary>
    ValueTask<IReadOnlyList<BlockedInstrument>> All(CancellationToken ct);

    /// <summary>Replaces the whole list by the newest comparison's.</summary>
    ValueTask Replace(IReadOnlyList<BlockedInstrument> blocked, CancellationToken ct);
}

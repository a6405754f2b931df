using System.Collections.Immutable;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Holds the sums of our ledger against the venues' positions. The venue is the authority; nothing is traded to make them equal.
/// </summary>
public sealed class ComparePositions(IFillLedger ledger, IBlockedInstruments blocked, TimeProvider clock)
{
    public async Task<ImmutableArray<BlockedInstrument>> Handle(BrokerSnapshot snapshot, CancellationToken ct)
    {
        var both = new SortedDictionary<(string Venue, string Account, InstrumentId Instrument), (decimal Ours, decimal Theirs)>();
        foreach (var position in await ledger.Positions(ct))
            both[(position.Venue, position.Account, position.Instrument)] = (position.Quantity, 0m);
        foreach (var position in snapshot.Positions)
        {
            var key = (position.Venue, position.Account, position.Instrument);
            var (ours, theirs) = both.GetValueOrDefault(key);
            both[key] = (ours, theirs + position.Quantity);
        }
        var known = (await blocked.All(ct)).ToDictionary(b => (b.Venue, b.Account, b.Instrument), b => b.Since);
        var now = clock.GetUtcNow();
        ImmutableArray<BlockedInstrument> mismatches =
        [
            .. both.Where(position => position.Value.Ours != position.Value.Theirs).Select(position => new BlockedInstrument(
                position.Key.Venue,
                position.Key.Account,
                position.Key.Instrument,
                position.Value.Ours,
                position.Value.Theirs,
                known.GetValueOrDefault(position.Key, now))),
        ];
        await blocked.Replace(mismatches, ct);
        return mismatches;
    }
}

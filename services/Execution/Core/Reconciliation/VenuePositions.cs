using System.Collections.Immutable;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>All positions at the venues: those that differ as of the newest comparison, the others by the ledger since.</summary>
public sealed class VenuePositions(IFillLedger ledger, IExternalHoldings holdings, IBlockedInstruments blocked)
{
    /// <summary>Ordered by instrument, venue and account.</summary>
    public async Task<ImmutableArray<VenuePosition>> Handle(CancellationToken ct)
    {
        var rows = new SortedDictionary<(InstrumentId, string, string), VenuePosition>();
        foreach (var ours in await ledger.Positions(ct))
            rows[(ours.Instrument, ours.Venue, ours.Account)] = new VenuePosition(
                new BlockedInstrument(ours.Venue, ours.Account, ours.Instrument, ours.Quantity, ours.Quantity, default), false, null);
        foreach (var held in await holdings.All(ct))
        {
            var key = (held.Instrument, held.Venue, held.Account);
            var ours = rows.GetValueOrDefault(key)?.Position.Ours ?? 0m;
            rows[key] = new VenuePosition(
                new BlockedInstrument(held.Venue, held.Account, held.Instrument, ours, ours + held.Quantity, default)
                {
                    External = held.Quantity,
                },
                false,
                held);
        }
        foreach (var mismatch in await blocked.All(ct))
        {
            var key = (mismatch.Instrument, mismatch.Venue, mismatch.Account);
            rows[key] = new VenuePosition(mismatch, !mismatch.IsDust, rows.GetValueOrDefault(key)?.Holding);
        }
        return [.. rows.Values.Where(row => row.Position.Difference != 0m || row.Position is not { Ours: 0m, External: 0m })];
    }
}

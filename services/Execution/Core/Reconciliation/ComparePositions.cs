using System.Collections.Immutable;
using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Holds the sums of our ledger, and what a person said is not ours, against the venues' positions. The venue is the authority; nothing is
/// traded to make them equal. What changed is told; what was found at a venue that was not asked stays as it is.
/// </summary>
public sealed class ComparePositions(
    IFillLedger ledger, IExternalHoldings holdings, IBlockedInstruments blocked, IEvents events, TimeProvider clock)
{
    /// <returns>What differs now, venues that were not asked excepted.</returns>
    public async Task<ImmutableArray<BlockedInstrument>> Handle(BrokerSnapshot snapshot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var compared = await Compare(snapshot, now, ct);
        var all = await blocked.All(ct);
        var known = all.ToDictionary(KeyOf);
        var found = ImmutableArray.CreateBuilder<BlockedInstrument>();
        foreach (var (key, position) in compared)
        {
            if (!snapshot.Covers(key.Venue)) continue;
            var before = known.GetValueOrDefault(key);
            if (position.Difference == 0m)
            {
                if (before is not null) await events.Publish(position.ToEvent(isBlocked: false, now), ct);
                continue;
            }
            var mismatch = position with { Since = before?.Since ?? now };
            if (mismatch != before) await events.Publish(mismatch.ToEvent(isBlocked: true, now), ct);
            found.Add(mismatch);
        }
        await blocked.Replace([.. found, .. all.Where(one => !snapshot.Covers(one.Venue))], ct);
        return found.ToImmutable();
    }

    private async Task<SortedDictionary<(string Venue, string Account, InstrumentId Instrument), BlockedInstrument>> Compare(
        BrokerSnapshot snapshot, DateTimeOffset now, CancellationToken ct)
    {
        var all = new SortedDictionary<(string Venue, string Account, InstrumentId Instrument), BlockedInstrument>();
        BlockedInstrument At(string venue, string account, InstrumentId instrument) =>
            all.GetValueOrDefault((venue, account, instrument), new BlockedInstrument(venue, account, instrument, 0m, 0m, now));
        foreach (var ours in await ledger.Positions(ct))
        {
            var position = At(ours.Venue, ours.Account, ours.Instrument);
            all[KeyOf(position)] = position with { Ours = ours.Quantity };
        }
        foreach (var held in await holdings.All(ct))
        {
            var position = At(held.Venue, held.Account, held.Instrument);
            all[KeyOf(position)] = position with { External = held.Quantity };
        }
        foreach (var gone in await blocked.All(ct)) all.TryAdd(KeyOf(gone), At(gone.Venue, gone.Account, gone.Instrument));
        foreach (var theirs in snapshot.Positions)
        {
            var position = At(theirs.Venue, theirs.Account, theirs.Instrument);
            all[KeyOf(position)] = position with { Theirs = position.Theirs + theirs.Quantity };
        }
        return all;
    }

    private static (string Venue, string Account, InstrumentId Instrument) KeyOf(BlockedInstrument position) =>
        (position.Venue, position.Account, position.Instrument);
}

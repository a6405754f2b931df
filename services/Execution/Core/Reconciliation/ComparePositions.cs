using System.Collections.Immutable;
using Superintel.Contracts.Events;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>
/// Holds the sums of our ledger, and what a person said is not ours, against the venues' positions. The venue is the authority; nothing is
/// traded to make them equal. What changed is told; what was found at a venue that was not asked stays as it is. A difference below what
/// the venue trades is told and blocks nothing: it is the whole difference that counts, so that many small ones do not hide a lot.
/// </summary>
public sealed class ComparePositions(
    IFillLedger ledger, IExternalHoldings holdings, IBlockedInstruments blocked, IInstruments instruments, IEvents events,
    TimeProvider clock)
{
    public async Task<PositionDifferences> Handle(BrokerSnapshot snapshot, ILeastQuantities leasts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var compared = await Compare(snapshot, now, ct);
        var all = await blocked.All(ct);
        var known = all.ToDictionary(KeyOf);
        var found = ImmutableArray.CreateBuilder<BlockedInstrument>();
        var news = new HashSet<BlockedInstrument>();
        foreach (var (key, position) in compared)
        {
            if (!snapshot.Covers(key.Venue)) continue;
            var before = known.GetValueOrDefault(key);
            if (position.Difference == 0m)
            {
                if (before is not null) await events.Publish(position.ToEvent(isBlocked: false, now), ct);
                continue;
            }
            var mismatch = position with { Since = before?.Since ?? now, Least = await Least(position, leasts, ct) };
            if (!mismatch.TellsTheSameAs(before))
            {
                await events.Publish(mismatch.ToEvent(isBlocked: !mismatch.IsDust, now), ct);
                news.Add(mismatch);
            }
            found.Add(mismatch);
        }
        await blocked.Replace([.. found, .. all.Where(one => !snapshot.Covers(one.Venue))], ct);
        return new PositionDifferences(
            [.. found.Where(one => !one.IsDust)], [.. found.Where(one => one.IsDust)],
            [.. found.Where(news.Contains)]);
    }

    // A venue lists thousands of assets, and an account may hold many: only those of the desk are worth the question.
    private async Task<decimal> Least(BlockedInstrument position, ILeastQuantities leasts, CancellationToken ct) =>
        await instruments.Find(position.Instrument, ct) is null ? 0m : await leasts.LeastOf(position.Venue, position.Instrument, ct);

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

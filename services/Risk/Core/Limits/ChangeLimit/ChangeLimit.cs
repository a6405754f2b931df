using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Limits.Ports;

namespace Superintel.Risk.Limits.ChangeLimit;

/// <summary>Moves a limit within its range, with a reason and a name, and tells the journal.</summary>
public sealed class ChangeLimit(ILimits limits, ILimitHistory history, ReadLimits read, TimeProvider clock, IEvents events)
{
    public async ValueTask<LimitChangeResult> Handle(LimitChange change, CancellationToken ct)
    {
        var current = (await read.All(ct)).FirstOrDefault(l => l.Name == change.Name);
        if (current is null) return LimitChangeResult.Refused("limit-not-found", $"There is no limit '{change.Name}'.");
        var range = current.Definition;
        if (!double.IsFinite(change.Value) || change.Value < range.Minimum || change.Value > range.Maximum)
        {
            return LimitChangeResult.Refused(
                "limit-out-of-range",
                $"{change.Name} lies between {range.Minimum} and {range.Maximum} {range.Unit}; {change.Value} does not.");
        }
        if (string.IsNullOrWhiteSpace(change.Reason))
            return LimitChangeResult.Refused("reason-required", "A limit changes for a reason: say which.");
        var now = clock.GetUtcNow();
        var changed = current with { Value = change.Value, Version = current.Version + 1, ChangedBy = change.By, ChangedAt = now };
        if (!await limits.TrySave(changed, ct))
            return LimitChangeResult.Refused("limit-changed-meanwhile", $"{change.Name} was changed by somebody else at the same time.");
        var move = new LimitMove(change.Name, changed.Version, current.Value, change.Value, change.Reason.Trim(), change.By, now);
        await history.Append(move, ct);
        await events.Publish(
            new RiskLimitChanged(move.Name, move.OldValue, move.NewValue, move.Reason, move.By, move.Version, now), ct);
        return new LimitChangeResult(changed, null, "");
    }
}

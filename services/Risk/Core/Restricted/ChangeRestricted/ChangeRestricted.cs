using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Restricted.Ports;

namespace Superintel.Risk.Restricted.ChangeRestricted;

/// <summary>Puts an instrument on the restricted list or takes it off, with a reason and a name, and tells the journal.</summary>
public sealed class ChangeRestricted(IRestrictedList restricted, TimeProvider clock, IEvents events)
{
    /// <returns>Null when it was done, or a code: instrument-invalid, reason-required, restricted-already, not-restricted.</returns>
    public async ValueTask<string?> Handle(string instrument, bool restrict, string reason, string by, CancellationToken ct)
    {
        if (!InstrumentId.TryParse(instrument, out var id)) return "instrument-invalid";
        if (string.IsNullOrWhiteSpace(reason)) return "reason-required";
        var entry = new RestrictedInstrument(id, reason.Trim(), by, clock.GetUtcNow());
        if (restrict && !await restricted.TryAdd(entry, ct)) return "restricted-already";
        if (!restrict && !await restricted.TryRemove(id, ct)) return "not-restricted";
        await events.Publish(new RestrictedListChanged(id.ToString(), restrict, entry.Reason, by, entry.At), ct);
        return null;
    }
}

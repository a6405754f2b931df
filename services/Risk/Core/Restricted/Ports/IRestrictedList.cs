using Superintel.Kernel;

namespace Superintel.Risk.Restricted.Ports;

/// <summary>The restricted list.</summary>
public interface IRestrictedList
{
    /// <summary>All of it, ordered by instrument.</summary>
    ValueTask<IReadOnlyList<RestrictedInstrument>> All(CancellationToken ct);

    /// <returns>False when it was on the list already; the entry stays as it is.</returns>
    ValueTask<bool> TryAdd(RestrictedInstrument entry, CancellationToken ct);

    /// <returns>False when it was not on the list.</returns>
    ValueTask<bool> TryRemove(InstrumentId instrument, CancellationToken ct);
}

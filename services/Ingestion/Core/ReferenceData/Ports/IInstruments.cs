using Superintel.Kernel;

namespace Superintel.Ingestion.ReferenceData.Ports;

/// <summary>The instruments the desk knows.</summary>
public interface IInstruments
{
    ValueTask<Instrument?> Find(InstrumentId id, CancellationToken ct);

    /// <summary>Ordered by instrument id, ordinal.</summary>
    /// <param name="search">Part of the id, name or sector, any case; empty for all.</param>
    /// <param name="after">Only ids after this one; null from the start.</param>
    /// <param name="limit">At most so many.</param>
    ValueTask<IReadOnlyList<Instrument>> List(string search, InstrumentId? after, int limit, CancellationToken ct);

    /// <returns>True when the instrument was new or has changed.</returns>
    ValueTask<bool> Save(Instrument instrument, CancellationToken ct);
}

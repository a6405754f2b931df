using Superintel.Kernel;

namespace Superintel.Risk.Market.Ports;

/// <summary>The instruments risk was told of.</summary>
public interface IInstruments
{
    ValueTask Save(Instrument instrument, CancellationToken ct);

    /// <summary>Those of <paramref name="ids"/> that are known, ordered by id.</summary>
    ValueTask<IReadOnlyList<Instrument>> Find(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct);

    /// <summary>All FX pairs, ordered by id.</summary>
    ValueTask<IReadOnlyList<Instrument>> Fx(CancellationToken ct);
}

using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Exposure;

/// <summary>What a pair holds and has at work, signed values in the base currency by instrument.</summary>
public sealed record PairExposure(string PairId, ImmutableSortedDictionary<InstrumentId, decimal> Values)
{
    public static PairExposure Empty(string pairId) => new(pairId, ImmutableSortedDictionary<InstrumentId, decimal>.Empty);

    public PairExposure Add(InstrumentId instrument, decimal value) =>
        this with { Values = Values.SetItem(instrument, Values.GetValueOrDefault(instrument) + value) };
}

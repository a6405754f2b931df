using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Exposure;

/// <summary>What a pair holds and has at work.</summary>
/// <param name="Values">Signed, base currency, once per instrument, ordered by it: two entries, seldom fewer.</param>
public sealed record PairExposure(string PairId, ImmutableArray<KeyValuePair<InstrumentId, decimal>> Values)
{
    public static PairExposure Of(string pairId, InstrumentId instrument, decimal value) => new(pairId, [new(instrument, value)]);

    /// <summary>The exposure with more of an instrument.</summary>
    public PairExposure Add(InstrumentId instrument, decimal value)
    {
        var place = 0;
        for (; place < Values.Length && Values[place].Key <= instrument; place++)
        {
            if (Values[place].Key == instrument)
                return this with { Values = Values.SetItem(place, new(instrument, Values[place].Value + value)) };
        }

        return this with { Values = Values.Insert(place, new(instrument, value)) };
    }
}

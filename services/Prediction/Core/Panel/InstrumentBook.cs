using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Prediction.Panel;

/// <summary>The instruments known at one moment, in order of id, and which of them are stale.</summary>
public sealed record InstrumentBook(
    ImmutableSortedDictionary<InstrumentId, PanelInstrument> Instruments, ImmutableSortedSet<InstrumentId> Stale)
{
    public static readonly InstrumentBook Empty = new(
        ImmutableSortedDictionary<InstrumentId, PanelInstrument>.Empty,
        []);

    public InstrumentBook With(PanelInstrument instrument) => this with { Instruments = Instruments.SetItem(instrument.Id, instrument) };

    /// <summary>Marks an instrument stale or fresh; it need not be listed yet.</summary>
    public InstrumentBook With(InstrumentId id, bool stale) => this with { Stale = stale ? Stale.Add(id) : Stale.Remove(id) };

    public bool IsTradable(InstrumentId id) => Instruments.TryGetValue(id, out var instrument) && instrument.Tradable;

    public bool IsStale(InstrumentId id) => Stale.Contains(id);
}

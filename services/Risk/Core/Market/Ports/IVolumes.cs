using Superintel.Kernel;

namespace Superintel.Risk.Market.Ports;

/// <summary>
/// Risk's own memory of how much is traded a day, apart for each feed and length of bar: what they tell overlaps and is never added up.
/// </summary>
public interface IVolumes
{
    /// <summary>Adds bars that were not told before, each to its day; a bar of a day takes the place of the one before.</summary>
    ValueTask Record(IReadOnlyList<BarVolume> bars, CancellationToken ct);

    /// <summary>The newest days of each instrument, ordered by instrument. A bar of the day goes before its parts, and of parts the most
    /// that one feed told of one length: a bar may be missing, none is too many.</summary>
    /// <param name="from">First day that is looked at.</param>
    /// <param name="before">The day after the last that is looked at.</param>
    /// <param name="days">At most this many.</param>
    ValueTask<IReadOnlyList<DailyVolumes>> Daily(
        IReadOnlyCollection<InstrumentId> ids, DateOnly from, DateOnly before, int days, CancellationToken ct);
}

using Superintel.Kernel;

namespace Superintel.Risk.Market.Ports;

/// <summary>Risk's own memory of closes: the newest of each instrument, and the last of each UTC day.</summary>
public interface ICloses
{
    /// <summary>Stores the closes of a slice. A close that is older than the one stored changes nothing.</summary>
    ValueTask Record(IReadOnlyList<LastClose> closes, CancellationToken ct);

    /// <summary>Notes that the fills of a slice are in the book. An older slice changes nothing.</summary>
    ValueTask Executed(IReadOnlyCollection<InstrumentId> ids, DateTimeOffset at, CancellationToken ct);

    /// <summary>The newest close of each instrument that has one, ordered by instrument.</summary>
    ValueTask<IReadOnlyList<LastClose>> Last(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct);

    /// <summary>The last <paramref name="days"/> daily closes of each instrument, ordered by instrument; an empty list where there are
    /// none.</summary>
    ValueTask<IReadOnlyList<DailyCloses>> Daily(IReadOnlyCollection<InstrumentId> ids, int days, CancellationToken ct);
}

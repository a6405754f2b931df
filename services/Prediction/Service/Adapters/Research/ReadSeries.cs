using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>The series of a request, and where they are from.</summary>
/// <param name="Table">The series.</param>
/// <param name="Feed">Feed of the panel; null for series of the request's own.</param>
/// <param name="Interval">Interval of the panel; null for series of the request's own.</param>
/// <param name="LeftOut">Instruments with holes in the span that were not asked for by name.</param>
internal sealed record ReadSeries(SeriesTable Table, string? Feed, string? Interval, IReadOnlyList<string> LeftOut);

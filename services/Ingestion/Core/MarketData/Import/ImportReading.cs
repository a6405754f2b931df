using Superintel.Ingestion.ReferenceData;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>What an import's rows say.</summary>
/// <param name="Bars">Candidates with the line each stands on, by instrument, then time.</param>
/// <param name="New">Instruments that are not known yet and that the request declares.</param>
/// <param name="Errors">By line; the first of them, when there are very many.</param>
/// <param name="ErrorCount">How many there are.</param>
public sealed record ImportReading(
    IReadOnlyList<(int Row, BarCandidate Bar)> Bars, IReadOnlyList<Instrument> New, IReadOnlyList<RowError> Errors, int ErrorCount);

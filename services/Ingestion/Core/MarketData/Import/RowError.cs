namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Why a row of an import is refused.</summary>
/// <param name="Row">Line of the file, the header being 1.</param>
/// <param name="Code">One of <see cref="RowErrorCode"/>.</param>
public sealed record RowError(int Row, string Code, string Detail);

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>A delimited file taken apart into fields, before anyone asked what they mean.</summary>
/// <param name="Header">The first row's fields.</param>
/// <param name="Rows">The other rows that have as many fields as the header.</param>
/// <param name="Malformed">Rows that could not be taken apart.</param>
public sealed record ImportTable(IReadOnlyList<string> Header, IReadOnlyList<ImportRow> Rows, IReadOnlyList<RowError> Malformed);

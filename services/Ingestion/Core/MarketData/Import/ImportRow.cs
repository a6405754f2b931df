namespace Superintel.Ingestion.MarketData.Import;

/// <summary>One row.</summary>
/// <param name="Number">Line of the file, the header being 1.</param>
public sealed record ImportRow(int Number, IReadOnlyList<string> Fields);

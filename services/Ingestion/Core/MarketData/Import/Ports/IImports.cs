namespace Superintel.Ingestion.MarketData.Import.Ports;

/// <summary>Which files were imported.</summary>
public interface IImports
{
    /// <summary>What an import of this key came to; null when there was none.</summary>
    ValueTask<ImportOutcome?> Find(string key, CancellationToken ct);

    ValueTask Save(string key, ImportOutcome outcome, CancellationToken ct);
}

using Superintel.Ingestion.MarketData.Import.Ports;

namespace Superintel.Ingestion.MarketData.Import.Memory;

/// <summary>Imports of one process.</summary>
public sealed class MemoryImports : IImports
{
    private readonly Dictionary<string, ImportOutcome> imports = [];

    public ValueTask<ImportOutcome?> Find(string key, CancellationToken ct) => ValueTask.FromResult(imports.GetValueOrDefault(key));

    public ValueTask Save(string key, ImportOutcome outcome, CancellationToken ct)
    {
        imports.Add(key, outcome);
        return ValueTask.CompletedTask;
    }
}

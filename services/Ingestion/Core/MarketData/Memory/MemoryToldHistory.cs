using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Memory;

/// <summary>What one process has told of the past.</summary>
public sealed class MemoryToldHistory : IToldHistory
{
    private readonly Dictionary<(string Feed, BarInterval Interval), DateTimeOffset> told = [];

    public ValueTask<DateTimeOffset?> Last(string feed, BarInterval interval, CancellationToken ct) =>
        ValueTask.FromResult<DateTimeOffset?>(told.TryGetValue((feed, interval), out var last) ? last : null);

    public ValueTask Save(string feed, BarInterval interval, DateTimeOffset closedAt, CancellationToken ct)
    {
        if (!told.TryGetValue((feed, interval), out var last) || last < closedAt) told[(feed, interval)] = closedAt;
        return ValueTask.CompletedTask;
    }
}

using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Reporting.Memory;

/// <summary>The equity curve in memory.</summary>
public sealed class MemoryEquityCurve : IEquityCurve
{
    private readonly SortedDictionary<DateTimeOffset, EquityPoint> points = [];

    public Task Add(EquityPoint point, CancellationToken ct)
    {
        points[point.At] = point;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<EquityPoint>> Last(int count, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<EquityPoint>>([.. points.Values.Skip(Math.Max(0, points.Count - count))]);
}

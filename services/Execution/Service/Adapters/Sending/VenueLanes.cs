using System.Collections.Concurrent;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// One at a time at each venue: orders leave in their order, and its book is compared while nothing of ours is on its way there. What one
/// venue keeps waiting keeps no other waiting.
/// </summary>
internal sealed class VenueLanes : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> lanes = new(StringComparer.Ordinal);

    /// <summary>Never entered by who holds a turn.</summary>
    public async Task<T> Within<T>(string venue, Func<Task<T>> work, CancellationToken ct)
    {
        var lane = lanes.GetOrAdd(venue, _ => new SemaphoreSlim(1));
        await lane.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            lane.Release();
        }
    }

    public void Dispose()
    {
        foreach (var lane in lanes.Values) lane.Dispose();
    }
}

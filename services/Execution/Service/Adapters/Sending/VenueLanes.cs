using System.Collections.Concurrent;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// One at a time at each venue: orders leave in their order, and its book is compared while nothing of ours is on its way there. What one
/// venue keeps waiting keeps no other waiting.
/// </summary>
internal sealed class VenueLanes : IDisposable
{
    private const int MostBeside = 32;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> beside = new(StringComparer.Ordinal);

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

    /// <summary>As <see cref="Within"/>, as long as there is no hurry: then it goes beside what has the lane.</summary>
    public async Task<T> WithinOrBeside<T>(string venue, Func<Task<T>> work, CancellationToken hurry, CancellationToken ct)
    {
        var lane = lanes.GetOrAdd(venue, _ => new SemaphoreSlim(1));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hurry, ct);
        try
        {
            await lane.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (hurry.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            lane = beside.GetOrAdd(venue, _ => new SemaphoreSlim(MostBeside));
            await lane.WaitAsync(ct);
        }
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
        foreach (var lane in beside.Values) lane.Dispose();
        foreach (var lane in lanes.Values) lane.Dispose();
    }
}

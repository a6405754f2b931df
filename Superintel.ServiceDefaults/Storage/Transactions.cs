using Microsoft.Extensions.DependencyInjection;

namespace Superintel.ServiceDefaults.Storage;

internal sealed class Transactions(IServiceProvider root, IServiceScopeFactory scopes) : ITransactions, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly AsyncLocal<HeldGate?> holds = new();

    public async Task<T> Run<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        try
        {
            var result = await work(scope.ServiceProvider, ct);
            await session.Commit(ct);
            return result;
        }
        catch
        {
            // Caches may hold what was rolled back, or, after a commit whose answer was lost, miss what was stored.
            foreach (var cache in root.GetServices<ICachedState>()) cache.Invalidate();
            throw;
        }
    }

    public async Task<T> RunExclusive<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (holds.Value is { IsHeld: true })
            throw new InvalidOperationException("Exclusive work inside exclusive work would wait for itself for ever.");
        await gate.WaitAsync(ct);
        var held = new HeldGate(gate);
        try
        {
            holds.Value = held;
            return await Run(
                (scope, inner) =>
                {
                    scope.GetRequiredService<Turn>().Take(held.Release);
                    return work(scope, inner);
                },
                ct);
        }
        finally
        {
            holds.Value = null;
            held.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private sealed class HeldGate(SemaphoreSlim gate)
    {
        private int released;

        public bool IsHeld => Volatile.Read(ref released) == 0;

        public void Release()
        {
            if (Interlocked.Exchange(ref released, 1) == 0) gate.Release();
        }
    }
}

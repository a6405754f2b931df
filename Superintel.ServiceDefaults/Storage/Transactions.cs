using Microsoft.Extensions.DependencyInjection;

namespace Superintel.ServiceDefaults.Storage;

internal sealed class Transactions(IServiceProvider root, IServiceScopeFactory scopes) : ITransactions, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly AsyncLocal<bool> holdsGate = new();

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
        if (holdsGate.Value) throw new InvalidOperationException("Exclusive work inside exclusive work would wait for itself for ever.");
        await gate.WaitAsync(ct);
        try
        {
            holdsGate.Value = true;
            return await Run(work, ct);
        }
        finally
        {
            holdsGate.Value = false;
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}

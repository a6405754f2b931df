using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class TransactionTests : FleetFixture
{
    [Test]
    public async Task Caches_forget_when_a_transaction_fails_and_only_then()
    {
        var cache = new CountingCache();
        var service = await Start(new ServiceSetup("cached", Database.ConnectionString)
        {
            Services = builder => builder.Services.AddSingleton<ICachedState>(cache),
        });
        await service.Transactions.Run((_, _) => Task.CompletedTask, CancellationToken.None);
        Assert.That(cache.Invalidated, Is.Zero);
        Assert.That(
            async () => await service.Transactions.Run((_, _) => Task.FromException(new InvalidDataException()), CancellationToken.None),
            Throws.InstanceOf<InvalidDataException>());
        Assert.That(cache.Invalidated, Is.EqualTo(1));
    }

    [Test]
    public async Task Exclusive_work_runs_one_at_a_time_and_refuses_to_be_nested()
    {
        var service = await Start(new ServiceSetup("exclusive", Database.ConnectionString));
        int inside = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Transactions.RunExclusive(
            async (_, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            },
            CancellationToken.None)));
        Assert.That(most, Is.EqualTo(1));
        Assert.That(
            async () => await service.Transactions.RunExclusive(
                (_, ct) => service.Transactions.RunExclusive((_, _) => Task.CompletedTask, ct), CancellationToken.None),
            Throws.InvalidOperationException);
        await service.Transactions.RunExclusive((_, _) => Task.CompletedTask, CancellationToken.None);
    }

    private sealed class CountingCache : ICachedState
    {
        public int Invalidated { get; private set; }

        public void Invalidate() => Invalidated++;
    }
}

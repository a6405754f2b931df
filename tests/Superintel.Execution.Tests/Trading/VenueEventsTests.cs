using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Tests.Trading.Ibkr.Adapter;
using Superintel.Execution.Trading;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading;

public sealed class VenueEventsTests
{
    [Test]
    public async Task Event_that_cannot_be_taken_in_is_asked_for_again_and_ends_neither_the_hearing_nor_the_host()
    {
        await using var trial = await Trial.Start(FaultPlan.None);
        await trial.Broker.Submit(trial.Ticket(OrderType.Limit, limit: 60m), default);
        var store = new FailingStore();
        using var signal = new SenderSignal();
        using var hearing = new VenueEvents([new LiveVenue("ibkr", trial.Broker)], store, signal, NullLogger<VenueEvents>.Instance);
        await hearing.StartAsync(default);
        await Eventually.True(() => store.Asked >= 2, "the event told again");
        Assert.That(hearing.ExecuteTask!.IsCompleted, Is.False);
        await hearing.StopAsync(default);
        Assert.That(hearing.ExecuteTask.IsCompletedSuccessfully, Is.True);
    }

    private sealed class FailingStore : ITransactions
    {
        private int asked;

        public int Asked => Volatile.Read(ref asked);

        public Task<T> Run<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<T> RunExclusive<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
        {
            Interlocked.Increment(ref asked);
            throw new FormatException("what nobody can read");
        }
    }
}

using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Service.Adapters.Trading.Asking;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>Exclusive work on one order of which its venue is asked first: outside of the turn, and while nothing of ours is on its way
/// there.</summary>
internal sealed class OrderInterviews(ITransactions transactions, VenueLanes lanes, Interviews interviews)
{
    // The adapters' own deadlines end a question; this ends a venue that trickles, behind whom everything that must leave waits.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="TimeoutException">The venue has not told all in time; nothing is changed.</exception>
    public async Task<T> Run<T>(ClientOrderId order, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var venue = await transactions.RunExclusive(
            async (scope, inner) => (await scope.GetRequiredService<IOrderBook>().Find(order, inner))?.Intent.Venue, ct);
        return await lanes.Within(venue ?? "", () => Ask(venue, work, ct), ct);
    }

    private async Task<T> Ask<T>(string? venue, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await interviews.Run((scope, _, inner) => work(scope, inner), patience.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{venue} has not answered in {Patience}.", late);
        }
    }
}

using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Service.Adapters.Trading.Asking;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>Exclusive work on one order of which its venue is asked first: outside of the turn, and while nothing of ours is on its way
/// there.</summary>
internal sealed class OrderInterviews(ITransactions transactions, VenueLanes lanes, Interviews interviews)
{
    public async Task<T> Run<T>(ClientOrderId order, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var venue = await transactions.RunExclusive(
            async (scope, inner) => (await scope.GetRequiredService<IOrderBook>().Find(order, inner))?.Intent.Venue, ct);
        return await lanes.Within(venue ?? "", () => interviews.Run((scope, _, inner) => work(scope, inner), ct), ct);
    }
}

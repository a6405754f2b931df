using System.Collections.Immutable;
using System.Data.Common;
using Superintel.Execution.Execution;
using Superintel.Execution.Reconciliation;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// Sends what is stored, one instance and one order at a time: marks it as submitted and commits, calls the venue, records the outcome and
/// commits. What a crash or a failure left submitted is asked for first, never sent again.
/// </summary>
internal sealed partial class OrderSender(
    ITransactions transactions, SenderSignal signal, SenderLease lease, ILogger<OrderSender> log) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await lease.Hold(stoppingToken)) await Round(stoppingToken);
            }
            catch (DbException failure)
            {
                Postponed(log, failure.Message);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failure);
            }

            await signal.Next(LookInterval, stoppingToken);
        }
    }

    private async Task Round(CancellationToken ct)
    {
        var dispatches = await transactions.RunExclusive(Prepare, ct);
        var reached = false;
        foreach (var dispatch in dispatches) reached |= await transactions.RunExclusive((scope, inner) => Send(scope, dispatch, inner), ct);
        // An answer may ask for more: the other leg's cancel, an unwinding. A venue that cannot be reached is left alone for a while.
        if (reached) signal.Give();
    }

    private static async Task<ImmutableArray<Dispatch>> Prepare(IServiceProvider scope, CancellationToken ct)
    {
        await scope.GetRequiredService<ResolveOrders>().Handle(ct);
        await scope.GetRequiredService<TendPairs>().Handle(ct);
        await scope.GetRequiredService<WorkLegs>().Handle(ct);
        return await scope.GetRequiredService<PrepareDispatches>().Handle(ct);
    }

    private static async Task<bool> Send(IServiceProvider scope, Dispatch dispatch, CancellationToken ct)
    {
        var result = await scope.GetRequiredService<SendToBroker>().Handle(dispatch, ct);
        await scope.GetRequiredService<RecordDispatch>().Handle(dispatch, result, ct);
        return result.Reached;
    }

    [LoggerMessage(5101, LogLevel.Warning, "sending waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5102, LogLevel.Error, "a round of sending failed; what it left submitted is asked for")]
    private static partial void Failed(ILogger logger, Exception failure);
}

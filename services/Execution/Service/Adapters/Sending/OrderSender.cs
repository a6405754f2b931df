using System.Collections.Immutable;
using System.Data.Common;
using Superintel.Execution.Execution;
using Superintel.Execution.Reconciliation;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// Sends what is stored, one instance and one order at a time at each venue: marks it as submitted and commits, calls the venue, records
/// the outcome and commits. What a crash or a failure left submitted is asked for first, never sent again.
/// </summary>
internal sealed partial class OrderSender(
    ITransactions transactions, Departures departures, SenderSignal signal, SenderLease lease, ILogger<OrderSender> log) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Look(stoppingToken);
                await signal.Next(LookInterval, stoppingToken);
            }
        }
        finally
        {
            await departures.Rest();
        }
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            if (await lease.Hold(ct)) departures.Begin(await transactions.RunExclusive(Prepare, ct), ct);
        }
        catch (DbException failure)
        {
            Postponed(log, failure.Message);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Failed(log, failure);
        }
    }

    private static async Task<ImmutableArray<Dispatch>> Prepare(IServiceProvider scope, CancellationToken ct)
    {
        await scope.GetRequiredService<ResolveOrders>().Handle(ct);
        await scope.GetRequiredService<TendPairs>().Handle(ct);
        await scope.GetRequiredService<WorkLegs>().Handle(ct);
        return await scope.GetRequiredService<PrepareDispatches>().Handle(ct);
    }

    [LoggerMessage(5101, LogLevel.Warning, "sending waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5102, LogLevel.Error, "a look of the sender failed; it is made again")]
    private static partial void Failed(ILogger logger, Exception failure);
}

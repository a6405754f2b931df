using System.Collections.Immutable;
using System.Data.Common;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Reconciliation;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>
/// Sends what is stored, one instance and one order at a time at each venue: marks it as submitted and commits, calls the venue, records
/// the outcome and commits. What a crash or a failure left submitted is asked for first, never sent again; what no venue was called for is
/// given back.
/// </summary>
internal sealed partial class OrderSender(
    ITransactions transactions,
    Departures departures,
    UncalledOrders uncalled,
    PairsAside aside,
    SenderSignal signal,
    SenderLease lease,
    ILogger<OrderSender> log) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    // Of the time that a host gives to its end.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    private long line;
    private bool isTroubled;

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
            await AtTheEnd();
        }
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            if (!await IsSender(ct)) return;
            // Whatever breaks the looks, a halt takes back what works.
            if (isTroubled) departures.Begin(await transactions.RunExclusive(InHalt, ct), ct);
            isTroubled = true;
            await TakeUp(ct);
            isTroubled = false;
        }
        catch (PairBrokenException broken) when (broken.InnerException is not DbException { IsTransient: true })
        {
            await PutAside(broken, ct);
        }
        catch (Exception failure) when (failure is DbException or PairBrokenException)
        {
            Postponed(log, failure.Message);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Failed(log, failure);
        }
    }

    private async Task<bool> IsSender(CancellationToken ct)
    {
        if (!await lease.Hold(ct)) return false;
        // Another may have sent since: what is remembered of an order is no proof any more.
        if (line != lease.Line) uncalled.Release(uncalled.All);
        line = lease.Line;
        return true;
    }

    private async Task TakeUp(CancellationToken ct)
    {
        var (given, taken) = (ImmutableArray<ClientOrderId>.Empty, ImmutableArray<Dispatch>.Empty);
        try
        {
            await transactions.RunExclusive(
                async (scope, inner) =>
                {
                    given = await scope.GetRequiredService<GiveBackOrders>().Handle(uncalled.All, inner);
                    taken = await Prepare(scope, inner);
                },
                ct);
        }
        catch
        {
            // It may have been stored all the same, and only its answer lost.
            uncalled.Keep(taken);
            throw;
        }
        uncalled.Release(given);
        departures.Begin(taken, ct);
    }

    private static async Task<ImmutableArray<Dispatch>> Prepare(IServiceProvider scope, CancellationToken ct)
    {
        await scope.GetRequiredService<ResolveOrders>().Handle(ct);
        await scope.GetRequiredService<TendPairs>().Handle(ct);
        await scope.GetRequiredService<WorkLegs>().Handle(ct);
        return await scope.GetRequiredService<PrepareDispatches>().Handle(ct);
    }

    private static Task<ImmutableArray<Dispatch>> InHalt(IServiceProvider scope, CancellationToken ct) =>
        scope.GetRequiredService<TakeBack>().InHalt(ct);

    // The look is made again at once without it.
    private async Task PutAside(PairBrokenException broken, CancellationToken ct)
    {
        Broken(log, broken.InnerException!, broken.Clearance.Value);
        signal.Give();
        if (!aside.Put(broken)) return;
        try
        {
            await transactions.RunExclusive(
                (scope, inner) => scope.GetRequiredService<IOrderAlerts>().Raise(
                    OrderAlert.Stuck(broken, scope.GetRequiredService<TimeProvider>().GetUtcNow()), inner).AsTask(),
                ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            aside.Untell(broken);
            Untold(log, failure, broken.Clearance.Value);
        }
    }

    private async Task AtTheEnd()
    {
        if (uncalled.All.IsEmpty) return;
        using var patience = new CancellationTokenSource(LastPatience);
        try
        {
            if (!await IsSender(patience.Token)) return;
            uncalled.Release(await transactions.RunExclusive(
                (scope, inner) => scope.GetRequiredService<GiveBackOrders>().Handle(uncalled.All, inner), patience.Token));
        }
        catch (Exception failure)
        {
            Left(log, failure);
        }
    }

    [LoggerMessage(5101, LogLevel.Warning, "sending waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5102, LogLevel.Error, "a look of the sender failed; it is made again")]
    private static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(5105, LogLevel.Error, "pair-stuck: the pair order of {Clearance} breaks the look; it is made again without it")]
    private static partial void Broken(ILogger logger, Exception failure, string clearance);

    [LoggerMessage(5106, LogLevel.Error, "that the pair order of {Clearance} is stuck could not be told")]
    private static partial void Untold(ILogger logger, Exception failure, string clearance);

    [LoggerMessage(5107, LogLevel.Warning, "what was never called could not be given back at the end; the next run asks for it")]
    private static partial void Left(ILogger logger, Exception failure);
}

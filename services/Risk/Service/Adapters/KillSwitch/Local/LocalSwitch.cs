using System.Data.Common;
using Grpc.Core;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch.MoveKillSwitch;
using Superintel.Risk.Service.Adapters.KillSwitch.Grpc;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>
/// The halt that needs neither store nor bus nor gateway. First it is written to disk and in force here, then Execution is told, then it
/// goes the way of every move of the switch as soon as there is a store to take it.
/// </summary>
public sealed partial class LocalSwitch(
    LocalOrderFile file, ITransactions transactions, Trading.TradingClient execution, DirectLine line, ILogger<LocalSwitch> log)
    : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim one = new(1);
    private LocalOrder? pending = file.Read();

    /// <summary>The order that the store does not have yet.</summary>
    public LocalOrder? Pending => Volatile.Read(ref pending);

    /// <summary>By whoever may open the socket: the account that the service runs as.</summary>
    public Task<LocalReply> Halt(string reason, CancellationToken ct) => Halt(reason, $"local:{Environment.UserName}", ct);

    /// <param name="by">Who halts: the authenticated user.</param>
    public async Task<LocalReply> Halt(string reason, string by, CancellationToken ct)
    {
        var order = new LocalOrder(reason, by, TimeProvider.System.GetUtcNow());
        file.Write(order);
        Volatile.Write(ref pending, order);
        Ordered(log, order.By, reason);
        var delivered = await Tell(order, ct);
        return new LocalReply(true, delivered, await Store(ct), "");
    }

    /// <summary>Tries to bring the order to the store, and Execution to know of it.</summary>
    /// <returns>True when nothing is pending any more.</returns>
    public async Task<bool> Store(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (Pending is not { } order) return true;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Deadline);
            var request = new SwitchRequest(TradingState.Halted, false, order.Reason, order.By, MayLoosen: true);
            var moved = await transactions.RunExclusive(
                async (scope, inner) => await scope.GetRequiredService<MoveKillSwitch>().Handle(request, inner), patience.Token);
            if (moved.Code is { } code) throw new InvalidOperationException($"A local halt was refused: {code}.");
            file.Delete();
            Volatile.Write(ref pending, null);
            await line.Deliver(moved.Happened, CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is DbException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Postponed(log, failure.Message);
            return false;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Tells Execution by gRPC, which takes it without its store.</summary>
    public async Task<bool> Tell(LocalOrder order, CancellationToken ct)
    {
        try
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Deadline;
            await execution.HaltAsync(new HaltOrder { Reason = order.Reason, By = order.By }, deadline: deadline, cancellationToken: ct);
            return true;
        }
        catch (RpcException failure) when (failure.StatusCode != StatusCode.Cancelled || !ct.IsCancellationRequested)
        {
            Untold(log, failure.StatusCode, failure.Status.Detail);
            return false;
        }
    }

    public void Dispose() => one.Dispose();

    [LoggerMessage(5311, LogLevel.Warning, "halted by {By} past the store: {Reason}")]
    private static partial void Ordered(ILogger logger, string by, string reason);

    [LoggerMessage(5312, LogLevel.Warning, "the local halt waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5313, LogLevel.Warning, "Execution did not hear the local halt ({Status}: {Detail}); it is told again")]
    private static partial void Untold(ILogger logger, StatusCode status, string detail);
}

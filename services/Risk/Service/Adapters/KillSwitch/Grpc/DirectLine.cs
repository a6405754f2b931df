using Grpc.Core;
using Superintel.Contracts.Events;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Risk.Service.Adapters.KillSwitch.Grpc;

/// <summary>
/// Tells Execution at once what the outbox will tell it again: the kill switch must work while the bus is down. Execution knows each event
/// by its id, so whichever way is second has no effect.
/// </summary>
public sealed partial class DirectLine(Trading.TradingClient execution, ILogger<DirectLine> log)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <summary>Delivers in order; the first that does not arrive ends the attempt, since a later one may need it.</summary>
    /// <returns>True when Execution has them all.</returns>
    public async Task<bool> Deliver(IReadOnlyList<IEvent> happened, CancellationToken ct)
    {
        foreach (var one in happened)
        {
            var delivery = new EventDelivery { Type = one.GetType().Name, Json = EventJson.Write(one) };
            try
            {
                var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Deadline;
                var reply = await execution.DeliverAsync(delivery, deadline: deadline, cancellationToken: ct);
                Delivered(log, one.EventId, reply.Applied);
            }
            catch (RpcException failure) when (failure.StatusCode != StatusCode.Cancelled || !ct.IsCancellationRequested)
            {
                Undelivered(log, one.EventId, failure.StatusCode, failure.Status.Detail);
                return false;
            }
        }
        return true;
    }

    [LoggerMessage(5301, LogLevel.Information, "{EventId} delivered to Execution directly, applied: {Applied}")]
    private static partial void Delivered(ILogger logger, string eventId, bool applied);

    [LoggerMessage(5302, LogLevel.Warning, "{EventId} did not reach Execution directly ({Status}: {Detail}); the bus will bring it")]
    private static partial void Undelivered(ILogger logger, string eventId, StatusCode status, string detail);
}

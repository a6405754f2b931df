using System.Text.Json;
using Grpc.Core;
using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Service.Adapters.Execution.Halt;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Execution.Service.Endpoints.Trading;

/// <summary>The kill switch's and the clearances' way around the bus. The inbox knows what came by either way.</summary>
internal sealed class TradingGrpc(IEventDelivery delivery, HaltLatch latch, SenderSignal signal)
    : Contracts.Grpc.ExecutionV1.Trading.TradingBase
{
    private static readonly string[] Deliverable = [nameof(TradingStateChanged), nameof(OrderCleared)];

    public override async Task<DeliveryReply> Deliver(EventDelivery request, ServerCallContext context)
    {
        if (!Deliverable.Contains(request.Type))
            throw Refused($"'{request.Type}' is not delivered this way: {string.Join(" or ", Deliverable)}.");
        try
        {
            var happened = EventJson.Read(request.Type, request.Json);
            if (happened is TradingStateChanged { State: "halted" } halt)
            {
                // In force before it is stored: who holds the turn now may be waiting for a venue.
                latch.Expect(halt.Version);
                signal.Give();
            }
            return new DeliveryReply { Applied = await delivery.Deliver(happened, context.CancellationToken) };
        }
        catch (JsonException malformed)
        {
            throw Refused($"Not a {request.Type}: {malformed.Message}");
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException)
        {
            throw Refused(unreadable.Message);
        }
    }

    public override Task<HaltReply> Halt(HaltOrder request, ServerCallContext context)
    {
        latch.Set(request.Reason, request.By);
        signal.Give(); // what works is taken back at once
        return Task.FromResult(new HaltReply());
    }

    private static RpcException Refused(string why) => new(new Status(StatusCode.InvalidArgument, why));
}

using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Options;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Publishes one event in the trace it was told in and waits for the broker's confirmation.</summary>
internal sealed class EventPublisher(IBus bus, FleetMeters meters, IOptions<MessagingOptions> options)
{
    public const string TraceHeader = "traceparent";

    public async Task Publish(OutboxRow row, CancellationToken ct)
    {
        ActivityContext.TryParse(row.Traceparent, null, isRemote: true, out var parent);
        using var activity = FleetTracing.Source.StartActivity($"publish {row.Type}", ActivityKind.Producer, parent);
        activity?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.message.id", row.EventId);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Value.ConfirmTimeout);
        var happened = EventJson.Read(row.Type, row.Payload);
        var traceparent = activity?.Id ?? row.Traceparent;
        await bus.Publish(happened, happened.GetType(),
            Pipe.Execute<PublishContext>(context => Address(context, row, happened, traceparent)), deadline.Token);
        meters.Published(row.Type);
    }

    private static void Address(PublishContext context, OutboxRow row, IEvent happened, string? traceparent)
    {
        context.Serializer = new StoredBody(row.Payload);
        context.Headers.Set(MessageHeaders.MessageType, MessageUrn.ForTypeString(happened.GetType()));
        if (traceparent is not null) context.Headers.Set(TraceHeader, traceparent);
        // The random id that MassTransit would put over the event's own.
        context.MessageId = null;
        if (!context.TryGetPayload(out RabbitMqSendContext? rabbit)) return;
        rabbit.BasicProperties.Type = row.Type;
        rabbit.BasicProperties.MessageId = row.EventId;
    }
}

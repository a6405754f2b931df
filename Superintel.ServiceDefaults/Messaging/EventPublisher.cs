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
        await bus.Publish(happened, happened.GetType(), Pipe.Execute<PublishContext>(context => Address(context, happened, traceparent)), deadline.Token);
        meters.Published(row.Type);
    }

    private static void Address(PublishContext context, IEvent happened, string? traceparent)
    {
        if (traceparent is not null) context.Headers.Set(TraceHeader, traceparent);
        if (!context.TryGetPayload(out RabbitMqSendContext? rabbit)) return;
        rabbit.BasicProperties.Type = happened.GetType().Name;
        rabbit.BasicProperties.MessageId = happened.EventId;
    }
}

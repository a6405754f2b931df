using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Publishes events in the traces they were told in, in order, over a channel of its own, and counts what the broker has confirmed. The
/// body is the event's JSON as it was stored: what was committed is what is told.
/// </summary>
internal sealed class EventPublisher(
    PublishingChannel broker, BusSubscriptions subscriptions, FleetMeters meters, IOptions<MessagingOptions> options)
{
    public const string TraceHeader = "traceparent";

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>Returns when all are confirmed; throws at the first that is not.</summary>
    /// <param name="confirmed">Is told of each, in order.</param>
    public async Task Publish(IEnumerable<OutboxRow> rows, Action<OutboxRow> confirmed, CancellationToken ct)
    {
        var underWay = new Queue<(OutboxRow Row, Task Confirmed)>();
        try
        {
            foreach (var row in rows)
            {
                if (underWay.Count == subscriptions.Ahead) await Confirm();
                underWay.Enqueue((row, await Start(row, ct)));
            }

            while (underWay.Count > 0) await Confirm();
        }
        catch
        {
            // Nothing that is still under way may reach the broker behind what is published again.
            await broker.Close();
            foreach (var (_, left) in underWay)
                await left.WaitAsync(Farewell, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        async Task Confirm()
        {
            var (row, done) = underWay.Peek();
            await done.WaitAsync(options.Value.ConfirmTimeout, ct);
            underWay.Dequeue();
            meters.Published(row.Type);
            confirmed(row);
        }
    }

    /// <summary>Hands the event to the channel, which keeps the order.</summary>
    /// <returns>What ends when the broker has confirmed it.</returns>
    private async Task<Task> Start(OutboxRow row, CancellationToken ct)
    {
        var type = EventTypes.Find(row.Type) ?? throw new JsonException($"There is no event called '{row.Type}'.");
        var channel = await broker.For(type, ct);
        ActivityContext.TryParse(row.Traceparent, null, isRemote: true, out var parent);
        using var activity = FleetTracing.Source.StartActivity($"publish {row.Type}", ActivityKind.Producer, parent);
        activity?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.message.id", row.EventId);
        var headers = new Dictionary<string, object?> { [MessageHeaders.MessageType] = MessageUrn.ForTypeString(type) };
        if ((activity?.Id ?? row.Traceparent) is { } traceparent) headers[TraceHeader] = traceparent;
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Type = row.Type,
            MessageId = row.EventId,
            Headers = headers,
        };
        var body = Encoding.UTF8.GetBytes(row.Payload);
        return channel.BasicPublishAsync(broker.Exchange(type), string.Empty, mandatory: false, properties, body, ct).AsTask();
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Takes messages off the queue.</summary>
internal sealed class ReceivedEvents(
    Insistence insistence, GroupedEvents groups, FleetMeters meters, IHostApplicationLifetime lifetime)
{
    /// <exception cref="UnreadableEventException">The body is not this event.</exception>
    /// <exception cref="UnhandledEventException">All tries failed.</exception>
    public async Task Take<T>(ConsumeContext<T> context)
        where T : class, IEvent
    {
        var type = typeof(T).Name;
        var happened = Read<T>(Encoding.UTF8.GetString(context.ReceiveContext.GetBody()));
        ActivityContext.TryParse(context.ReceiveContext.TransportHeaders.Get<string>(EventPublisher.TraceHeader), null, isRemote: true,
            out var parent);
        using var activity = FleetTracing.Source.StartActivity($"process {type}", ActivityKind.Consumer, parent);
        activity?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.message.id", happened.EventId);
        if (happened is IDecisionEvent decision) activity?.SetTag("superintel.decision.id", decision.DecisionId);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var started = Stopwatch.GetTimestamp();
        var applied = context.ReceiveContext.TryGetPayload(out Arrival? arrival)
            ? await groups.Deliver(arrival, happened, stop.Token)
            : await insistence.Deliver(happened, stop.Token);
        meters.Handled(type, applied, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Reads the body by the contract's rules: MassTransit's reader lets missing fields through as nulls and zeros.</summary>
    private static IEvent Read<T>(string body)
    {
        try
        {
            return EventJson.Read(typeof(T).Name, body);
        }
        catch (JsonException failure)
        {
            throw new UnreadableEventException(failure.Message, failure);
        }
    }
}

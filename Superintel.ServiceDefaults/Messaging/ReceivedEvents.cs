using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Storage;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Takes messages off the queue, tries again what failed, and gives up only on what is not the store's fault.</summary>
internal sealed partial class ReceivedEvents(
    IEventDelivery delivery, FleetMeters meters, IOptions<MessagingOptions> options, IHostApplicationLifetime lifetime,
        ILogger<ReceivedEvents> log)
{
    private readonly MessagingOptions options = options.Value;

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
        var applied = await Insist(happened, type, stop.Token);
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

    private async Task<bool> Insist(IEvent happened, string type, CancellationToken ct)
    {
        var pause = options.FirstPause;
        for (var attempt = 1; ;)
        {
            try
            {
                return await delivery.Deliver(happened, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                var counts = !StoreFailure.IsTransient(failure);
                if (counts && attempt >= options.Attempts) throw new UnhandledEventException(attempt, failure);
                if (counts) attempt++;
                Failed(log, type, happened.EventId, pause, failure);
            }

            await Task.Delay(pause, ct);
            pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
        }
    }

    [LoggerMessage(1103, LogLevel.Warning, "{Type} {EventId} could not be handled, next try in {Pause}")]
    private static partial void Failed(ILogger logger, string type, string eventId, TimeSpan pause, Exception failure);
}

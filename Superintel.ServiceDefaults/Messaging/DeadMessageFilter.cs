using System.Runtime.Serialization;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using Superintel.ServiceDefaults.Storage;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Where a message goes that failed or that nobody knows: into the table, and only then off the queue.</summary>
internal sealed partial class DeadMessageFilter(
    DeadMessages messages, FleetMeters meters, IOptions<MessagingOptions> options, IHostApplicationLifetime lifetime,
        ILogger<DeadMessageFilter> log)
    : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var failure = context.Exception;
        // A stop is no failure of the message: unacknowledged, it comes again.
        if (failure is OperationCanceledException && lifetime.ApplicationStopping.IsCancellationRequested) throw failure;
        var unhandled = failure as UnhandledEventException;
        var code = unhandled is null
            && failure is UnreadableEventException or SerializationException or MessageException
                ? "message-undeserialisable"
                : "handler-failed";
        var cause = unhandled?.InnerException ?? failure.InnerException ?? failure;
        await Store(context, code, $"{cause.GetType().Name}: {cause.Message}", unhandled?.Attempts ?? 1);
        // Otherwise a body that could not be read would be taken for one that nobody asked for, and be dead twice.
        if (!context.IsFaulted) await context.NotifyFaulted(failure);
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        Store(context, "message-unknown", "No subscription of this service takes this message.", 0);

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-message");

    private async Task Store(ReceiveContext context, string code, string error, int attempts)
    {
        var properties = context.TryGetPayload(out RabbitMqBasicConsumeContext? rabbit) ? rabbit.Properties : null;
        var letter = new DeadLetter(
            properties?.MessageId, properties?.Type, properties?.ContentType, context.GetBody(),
                context.TransportHeaders.Get<string>(EventPublisher.TraceHeader), code, error, attempts);
        var ct = lifetime.ApplicationStopping;
        var pause = options.Value.FirstPause;
        while (true)
        {
            try
            {
                await messages.Store(letter, ct);
                break;
            }
            catch (Exception failure) when (StoreFailure.IsTransient(failure))
            {
                await Task.Delay(pause, ct);
                pause = pause * 2 < options.Value.LongestPause ? pause * 2 : options.Value.LongestPause;
            }
        }

        meters.Died(letter.Type ?? "unknown", code);
        Died(log, letter.Type, letter.EventId, code, error);
    }

    [LoggerMessage(1104, LogLevel.Error, "dead message {Type} {EventId}: {Code}: {Error}")]
    private static partial void Died(ILogger logger, string? type, string? eventId, string code, string error);
}

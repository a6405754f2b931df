using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Tries again what failed, and gives up only on what is not the store's fault.</summary>
internal sealed partial class Insistence(IEventDelivery delivery, IOptions<MessagingOptions> options, ILogger<Insistence> log)
{
    private readonly MessagingOptions options = options.Value;

    /// <returns>False when the event had had its effect before.</returns>
    /// <exception cref="UnhandledEventException">All tries failed.</exception>
    public async Task<bool> Deliver(IEvent happened, CancellationToken ct)
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
                Failed(log, happened.GetType().Name, happened.EventId, pause, failure);
            }

            await Task.Delay(pause, ct);
            pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
        }
    }

    [LoggerMessage(1103, LogLevel.Warning, "{Type} {EventId} could not be handled, next try in {Pause}")]
    private static partial void Failed(ILogger logger, string type, string eventId, TimeSpan pause, Exception failure);
}

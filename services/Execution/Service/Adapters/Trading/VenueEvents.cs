using System.Data.Common;
using Superintel.Execution.Execution;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Trading;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>
/// Hears the live venues and takes in what they say, one event and one transaction at a time. A stream that ends or breaks is asked for
/// again; it then tells everything anew, and the ledger keeps each fact once.
/// </summary>
internal sealed partial class VenueEvents(
    IEnumerable<LiveVenue> venues, ITransactions transactions, SenderSignal signal, ILogger<VenueEvents> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(venues.Select(venue => Follow(venue, stoppingToken)));

    private async Task Follow(LiveVenue venue, CancellationToken ct)
    {
        var pause = Pause;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await foreach (var happened in venue.Broker.Events(ct))
                {
                    var outcome = await transactions.RunExclusive(
                        (scope, inner) => scope.GetRequiredService<ApplyBrokerEvent>().Handle(happened, inner), ct);
                    // A fill or a refusal may ask for more: the other leg, or its unwinding.
                    if (outcome is ApplyOutcome.Applied or ApplyOutcome.AppliedLate) signal.Give();
                    pause = Pause;
                }
            }
            catch (BrokerUnavailableException failure)
            {
                Silent(log, venue.Name, failure.Message);
            }
            catch (DbException failure)
            {
                Postponed(log, venue.Name, failure.Message);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // One venue's word that nobody can take in must not end the hearing of all, nor the host.
                Broken(log, failure, venue.Name, failure.GetType().Name);
                await Task.Delay(pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                continue;
            }
            await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(5221, LogLevel.Warning, "{Venue} cannot be heard: {Reason}")]
    private static partial void Silent(ILogger logger, string venue, string reason);

    [LoggerMessage(5222, LogLevel.Warning, "what {Venue} says waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string venue, string reason);

    [LoggerMessage(5223, LogLevel.Error, "venue-event-failed: what {Venue} said could not be taken in ({Kind}); it is asked again")]
    private static partial void Broken(ILogger logger, Exception failure, string venue, string kind);
}

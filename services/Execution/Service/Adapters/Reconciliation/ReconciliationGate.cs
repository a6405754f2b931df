using System.Data.Common;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>
/// Compares the book with every venue before the bus, the API or the sender start: no order goes to a venue before its comparison. One that
/// cannot be asked in time is asked again and again while the service runs without it.
/// </summary>
internal sealed partial class ReconciliationGate(
    VenueComparison comparison,
    VenueGate gate,
    ITransactions transactions,
    IEnumerable<LiveVenue> live,
    ILogger<ReconciliationGate> log) : BackgroundService, IHostedLifecycleService
{
    // The adapters' own deadlines end an attempt; this only keeps one that trickles from holding up the other venues' start.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var standing in gate.All)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(StartPatience);
            await Attempt(standing.Venue, () => comparison.Handle(standing.Venue, patience.Token), cancellationToken);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(gate.All.Where(standing => !standing.IsCompared).Select(waiting => Follow(waiting, stoppingToken)));

    private async Task Follow(VenueStanding waiting, CancellationToken ct)
    {
        var broker = live.FirstOrDefault(venue => venue.Name == waiting.Venue)?.Broker;
        var failures = waiting.Failures;
        while (true)
        {
            // On the machine's clock: a wire heals in real time, whatever the fleet's clock replays.
            await Task.Delay(AskAgain.After(failures), TimeProvider.System, ct);
            var isThrough = await Attempt(
                waiting.Venue,
                async () =>
                {
                    // Asked outside of the transactions' turn first: whoever waits there does not wait for a venue that is away.
                    if (broker is not null) await broker.Snapshot(ct);
                    await comparison.Handle(waiting.Venue, ct);
                },
                ct);
            if (isThrough) return;
            failures++;
        }
    }

    /// <returns>True: the venue has been compared.</returns>
    private async Task<bool> Attempt(string venue, Func<Task> compare, CancellationToken ct)
    {
        try
        {
            await compare();
            return true;
        }
        catch (Exception failure) when (failure is BrokerUnavailableException or DbException && !ct.IsCancellationRequested)
        {
            await Wait(venue, failure.Message, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await Wait(venue, "no answer in time", ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Failed(log, failure, venue);
            await Wait(venue, failure.Message, ct);
        }
        return false;
    }

    private async Task Wait(string venue, string reason, CancellationToken ct)
    {
        var failures = gate.Fail(venue, reason);
        Waiting(log, venue, reason, AskAgain.After(failures));
        if (gate.Waiting(venue) is not { } waiting) return;
        try
        {
            await transactions.RunExclusive(
                (scope, inner) => scope.GetRequiredService<MissVenue>().Handle(waiting, inner), ct);
            gate.Tell(venue);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Untold(log, failure, venue);
        }
    }

    [LoggerMessage(5202, LogLevel.Warning, "{Venue} takes no order before it has been compared, asked again in {Pause}: {Reason}")]
    private static partial void Waiting(ILogger logger, string venue, string reason, TimeSpan pause);

    [LoggerMessage(5204, LogLevel.Error, "what is unknown at {Venue} could not be told; the next attempt tells it")]
    private static partial void Untold(ILogger logger, Exception failure, string venue);

    [LoggerMessage(5203, LogLevel.Error, "the first comparison with {Venue} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string venue);
}

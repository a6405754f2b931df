using System.Collections.Immutable;
using System.Data.Common;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Service.Adapters.Reconciliation;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>
/// While the desk is halted, asks every venue again and again until none works an order of ours: a cancel that was not heard is sent again
/// by the comparison. What stays is shown and alerted. Orders of others are left alone.
/// </summary>
internal sealed partial class HaltWatch(
    ITransactions transactions, VenueComparison comparison, VenueGate gate, HaltBoard board, ILogger<HaltWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    // Venues need a moment to cancel; what is left behind it a person should hear of.
    private const int LooksBeforeAlert = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looks = 0;
        using var timer = new PeriodicTimer(LookInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                looks = await Look(looks, stoppingToken);
            }
            catch (Exception failure) when (failure is DbException && !stoppingToken.IsCancellationRequested)
            {
                Postponed(log, failure.Message);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failure);
            }
        }
    }

    /// <returns>Looks since the halt that left something; zero when there is no halt.</returns>
    private async Task<int> Look(int looks, CancellationToken ct)
    {
        if (await Left(ct) is not { } before)
        {
            board.Current = null;
            return 0;
        }
        var standing = board.Current ?? new HaltStanding(TimeProvider.System.GetUtcNow(), null, before);
        board.Current = standing;
        if (standing.VerifiedAt is not null && before.IsEmpty) return looks;

        var silent = await Ask(ct);
        ImmutableArray<string> left = [.. await Left(ct) ?? [], .. silent];
        var verified = left.IsEmpty ? TimeProvider.System.GetUtcNow() : (DateTimeOffset?)null;
        board.Current = standing with { VerifiedAt = verified, Left = left };
        if (verified is not null) Verified(log);
        else if (looks + 1 == LooksBeforeAlert) await Alert(left, ct);
        return verified is null ? looks + 1 : looks;
    }

    /// <returns>Venues that did not answer.</returns>
    private async Task<IReadOnlyList<string>> Ask(CancellationToken ct)
    {
        var silent = new List<string>();
        foreach (var venue in gate.All)
        {
            if (!venue.IsCompared)
            {
                silent.Add($"{venue.Venue}: {DenialCode.VenueNotCompared}");
                continue;
            }
            try
            {
                await comparison.Handle(venue.Venue, ct);
            }
            catch (Exception failure) when (failure is BrokerUnavailableException or DbException)
            {
                silent.Add($"{venue.Venue}: {failure.Message}");
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // Whatever is wrong with one venue, the others are asked, and a person hears of it.
                Unasked(log, failure, venue.Venue);
                silent.Add($"{venue.Venue}: {failure.GetType().Name}");
            }
        }
        return silent;
    }

    private Task<ImmutableArray<string>?> Left(CancellationToken ct) => transactions.RunExclusive(
        (scope, inner) => scope.GetRequiredService<LookForLeftovers>().Handle(inner), ct);

    private Task<bool> Alert(ImmutableArray<string> left, CancellationToken ct) => transactions.RunExclusive(
        async (scope, inner) =>
        {
            var alert = OrderAlert.HaltIncomplete(left, scope.GetRequiredService<TimeProvider>().GetUtcNow());
            await scope.GetRequiredService<IOrderAlerts>().Raise(alert, inner);
            return true;
        },
        ct);

    [LoggerMessage(5011, LogLevel.Information, "halted: every venue says that no order of ours works there")]
    private static partial void Verified(ILogger logger);

    [LoggerMessage(5012, LogLevel.Warning, "the look at what a halt left waits for the store: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);

    [LoggerMessage(5014, LogLevel.Error, "halted: the look at {Venue} failed")]
    private static partial void Unasked(ILogger logger, Exception failure, string venue);

    [LoggerMessage(5013, LogLevel.Error, "a look at what a halt left failed; it is made again")]
    private static partial void Failed(ILogger logger, Exception failure);
}

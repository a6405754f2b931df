using System.Data.Common;
using Superintel.Approval.Proposals.LapseProposals;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Approval.Service.Adapters.Proposals;

/// <summary>Ends overdue proposals where time passes by itself; in a replay the bars do it.</summary>
internal sealed partial class LapseTimer(ITransactions transactions, FleetClock clock, ILogger<LapseTimer> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (clock.Mode == ClockMode.Replay) return;
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await transactions.RunExclusive(
                    (scope, ct) => scope.GetRequiredService<LapseProposals>().Handle(ct), stoppingToken);
            }
            catch (DbException failure)
            {
                Postponed(log, failure.Message);
            }
        }
    }

    [LoggerMessage(3301, LogLevel.Warning, "overdue proposals could not be ended and are looked at again soon: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);
}

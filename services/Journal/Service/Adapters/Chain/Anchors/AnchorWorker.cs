using Superintel.Journal.Chain.Anchors;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Journal.Service.Adapters.Chain.Anchors;

/// <summary>Notes the end of the chain from time to time, and when the service stops.</summary>
public sealed partial class AnchorWorker(ITransactions transactions, AnchorOptions options, ILogger<AnchorWorker> log) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Note(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.AnchorEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Note(stoppingToken);
    }

    // The journal records whether or not its end can be noted: a full disk must not stop it, and says so until it is mended.
    private async Task Note(CancellationToken ct)
    {
        try
        {
            await transactions.Run((scope, inner) => scope.GetRequiredService<AnchorHead>().Handle(inner), ct);
        }
        catch (Exception failure) when (
            failure is IOException or UnauthorizedAccessException or InvalidDataException or System.Data.Common.DbException)
        {
            NotNoted(log, failure.Message);
        }
    }

    [LoggerMessage(6101, LogLevel.Error, "the end of the journal could not be noted outside its database: {Why}")]
    private static partial void NotNoted(ILogger logger, string why);
}

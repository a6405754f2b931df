using System.Data.Common;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>Runs one job at a time. What it is told and what it tells goes through the store, so that a restart loses no job's
/// end.</summary>
internal sealed partial class JobRunner(JobBook book, JobWork work, JobWake wake, ResearchOptions limits, ILogger<JobRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Stubborn(InterruptAll, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await Stubborn(book.Take, stoppingToken) is var (job, series)) await Run(job, series, stoppingToken);
            else await wake.Wait(Idle, stoppingToken);
        }
    }

    private async Task<bool> InterruptAll(CancellationToken ct)
    {
        while (await book.Interrupt(ct) is { } job) Interrupted(log, job.JobId);
        return true;
    }

    private async Task Run(Job job, string? series, CancellationToken stopping)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var share = new JobShare();
        var running = work.Do(job, series, share, given.Token);
        var begun = TimeProvider.System.GetTimestamp();
        var overdue = false;
        while (await Task.WhenAny(running, Task.Delay(limits.ProgressInterval, stopping)) != running)
        {
            stopping.ThrowIfCancellationRequested(); // the job stays running in the store; the next start calls it interrupted
            overdue = TimeProvider.System.GetElapsedTime(begun) > limits.JobTime;
            if (await Look(job, share, stopping) || overdue) await given.CancelAsync();
        }
        var end = await EndOf(running, overdue);
        stopping.ThrowIfCancellationRequested();
        await Stubborn(ct => book.End(job.JobId, end, ct), stopping);
        Ended(log, job.JobId, job.Method, end.Status, end.Code);
    }

    private async Task<JobEnd> EndOf(Task<JobEnd> running, bool overdue)
    {
        try
        {
            return await running;
        }
        catch (OperationCanceledException)
        {
            return overdue ? JobEnd.Failed("time-limit", $"a job may take {limits.JobTime}") : JobEnd.Cancelled;
        }
    }

    /// <summary>Notes how far the job is, and whether somebody wants it stopped.</summary>
    private async Task<bool> Look(Job job, JobShare share, CancellationToken ct)
    {
        try
        {
            var now = share.Value;
            if (now > share.Told && await book.Advance(job.JobId, now, ct) is not null) share.Told = now;
            return await book.CancelRequested(job.JobId, ct);
        }
        catch (DbException failure)
        {
            Away(log, failure.Message);
            return false;
        }
    }

    private async Task<T> Stubborn<T>(Func<CancellationToken, Task<T>> change, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await change(ct);
            }
            catch (DbException failure)
            {
                Away(log, failure.Message);
                await Task.Delay(Pause, ct);
            }
        }
    }

    [LoggerMessage(4102, LogLevel.Information, "research job {Job} {Method}: {Status} {Code}")]
    private static partial void Ended(ILogger logger, string job, string method, JobStatus status, string? code);

    [LoggerMessage(4103, LogLevel.Warning, "research job {Job} was running when the service stopped")]
    private static partial void Interrupted(ILogger logger, string job);

    [LoggerMessage(4104, LogLevel.Warning, "research waits for the store: {Reason}")]
    private static partial void Away(ILogger logger, string reason);
}

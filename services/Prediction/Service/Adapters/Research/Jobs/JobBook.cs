using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>Changes jobs and tells of every change in the same transaction. On the wall clock: a replay's time says nothing of
/// work.</summary>
internal sealed class JobBook(ITransactions transactions, JobWake wake, ResearchOptions limits)
{
    /// <summary>The queued job, or null when too many wait.</summary>
    public async Task<Job?> Add(string method, string by, SeriesRequest request, CancellationToken ct)
    {
        var job = new Job(
            $"j{Guid.CreateVersion7():N}", method, JobStatus.Queued, 0, by, Now(), null, null, null, null,
            StoredRequest.Write(request), 1);
        var series = StoredRequest.WriteSeries(request);
        var added = await Changed(async (store, token) => await store.Add(job, series, limits.QueuedJobs, token) ? job : null, ct);
        if (added is not null) wake.Up();
        return added;
    }

    /// <summary>The oldest queued job, now running, with the series it brought; null when none waits.</summary>
    public async Task<(Job Job, string? Series)?> Take(CancellationToken ct)
    {
        string? series = null;
        var job = await Changed(
            async (store, token) =>
            {
                var taken = await store.Take(Now(), token);
                series = taken?.Series;
                return taken?.Job;
            },
            ct);
        return job is null ? null : (job, series);
    }

    public Task<Job?> Advance(string jobId, double progress, CancellationToken ct) =>
        Changed((store, token) => store.Advance(jobId, progress, token), ct);

    public Task<Job?> End(string jobId, JobEnd end, CancellationToken ct) => Changed(
        async (store, token) =>
        {
            var ended = await store.End(jobId, end, Now(), token);
            await store.Forget(limits.KeptJobs, token);
            return ended;
        },
        ct);

    public Task<Job?> Cancel(string jobId, CancellationToken ct) => Changed((store, token) => store.Cancel(jobId, Now(), token), ct);

    /// <summary>Ends one job that was running when the service stopped; null when there is none left.</summary>
    public Task<Job?> Interrupt(CancellationToken ct) => Changed((store, token) => store.Interrupt(Now(), token), ct);

    public Task<bool> CancelRequested(string jobId, CancellationToken ct) =>
        transactions.Run((scope, token) => scope.GetRequiredService<JobStore>().CancelRequested(jobId, token), ct);

    private Task<Job?> Changed(Func<JobStore, CancellationToken, Task<Job?>> change, CancellationToken ct) => transactions.Run(
        async (scope, token) =>
        {
            var job = await change(scope.GetRequiredService<JobStore>(), token);
            if (job is not null) await scope.GetRequiredService<IEvents>().Publish(Told(job), token);
            return job;
        },
        ct);

    private static AnalyticsJobProgressed Told(Job job) => new(
        job.JobId,
        job.Method,
        job.Status.ToString().ToLowerInvariant(),
        job.Progress,
        job.AskedBy,
        job.Code,
        job.Detail,
        job.Version,
        Now());

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}

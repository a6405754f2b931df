using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>Does what a job asks for, from the request to the text of the result.</summary>
internal sealed partial class JobWork(IServiceScopeFactory scopes, ResearchOptions limits, ILogger<JobWork> log)
{
    /// <param name="job">The job.</param>
    /// <param name="series">The series that it brought as JSON, or null.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<JobEnd> Do(Job job, string? series, IProgress<double> progress, CancellationToken ct)
    {
        try
        {
            if (MethodCatalogue.Create().Find(job.Method) is not { } method)
                return JobEnd.Failed("unknown-method", $"there is no method {job.Method}");
            var asked = AskedMethod.Of(method, StoredRequest.Read(job.Request, series), limits);
            var read = await Read(asked, ct);
            var result = await QuietThread.Run(() => asked.Run(read, progress, ct).ToJsonString());
            return result.Length <= limits.LargestResult
                ? JobEnd.Succeeded(result)
                : JobEnd.Failed("result-too-large", $"the result has {result.Length} characters, {limits.LargestResult} are kept");
        }
        catch (InputFaultException fault)
        {
            return JobEnd.Of(fault);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, job.JobId, failure);
            return JobEnd.Failed("internal-error", "The failure has been logged.");
        }
    }

    private async Task<ReadSeries> Read(AskedMethod asked, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await asked.Read(scope.ServiceProvider.GetRequiredService<PanelReader>(), ct);
    }

    [LoggerMessage(4101, LogLevel.Error, "research job {Job} failed")]
    private static partial void Failed(ILogger logger, string job, Exception failure);
}

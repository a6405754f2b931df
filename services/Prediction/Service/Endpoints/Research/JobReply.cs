using System.Text.Json.Nodes;
using Superintel.Prediction.Service.Adapters.Research.Jobs;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <param name="Progress">Share done, 0 to 1.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Code">Why it failed; null otherwise.</param>
/// <param name="Detail">The same in a sentence.</param>
/// <param name="Request">As it was asked, without series of its own.</param>
internal sealed record JobReply(
    string JobId,
    string Method,
    JobStatus Status,
    double Progress,
    string By,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Code,
    string? Detail,
    JsonObject Request)
{
    public static JobReply Of(Job job) => new(
        job.JobId,
        job.Method,
        job.Status,
        job.Progress,
        job.AskedBy,
        job.CreatedAt,
        job.StartedAt,
        job.EndedAt,
        job.Code,
        job.Detail,
        (JsonObject)JsonNode.Parse(job.Request)!);
}

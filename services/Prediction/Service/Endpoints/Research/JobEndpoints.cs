using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Input;
using Superintel.Prediction.Service.Adapters.Research;
using Superintel.Prediction.Service.Adapters.Research.Jobs;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <summary>/api/analytics/jobs</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder analytics)
    {
        var jobs = analytics.MapGroup("/jobs");
        jobs.MapGet("/", List).WithSummary("Research jobs, newest first.");
        jobs.MapPost("/", Start)
            .WithMetadata(new RequestSizeLimitAttribute(ResearchEndpoints.LargestBody))
            .RequireAuthorization(Policies.Trader)
            .WithSummary("Queue a screen, a pair backtest or a look-ahead check.");
        jobs.MapGet("/{id}", Find).WithSummary("One job.");
        jobs.MapGet("/{id}/result", Result).Produces<JsonObject>().WithSummary("What the command would have printed.");
        jobs.MapDelete("/{id}", Cancel).RequireAuthorization(Policies.Trader).WithSummary("Cancel a job.");
    }

    private static async Task<Page<JobReply>> List([AsParameters] PageQuery query, JobReader jobs, CancellationToken ct)
    {
        var size = query.Size();
        var rows = await jobs.Latest(Position(query), size + 1, ct);
        var page = PageOf.Rows(rows, size, job => [job.CreatedAt.ToString("O", CultureInfo.InvariantCulture), job.JobId]);
        return new Page<JobReply>([.. page.Items.Select(JobReply.Of)], page.Next);
    }

    private static async Task<Results<Accepted<JobReply>, ProblemHttpResult>> Start(
        JobBody body, JobBook book, ResearchOptions limits, ClaimsPrincipal user, CancellationToken ct)
    {
        var method = ResearchFaults.Method(body.Method, MethodKind.Job);
        try
        {
            AskedMethod.Of(method, body.Request(), limits);
        }
        catch (InputFaultException fault)
        {
            return ResearchFaults.Problem(fault);
        }
        return await book.Add(method.Name, user.Identity!.Name!, body.Request(), ct) is { } job
            ? TypedResults.Accepted($"/api/analytics/jobs/{job.JobId}", JobReply.Of(job))
            : Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-jobs", $"{limits.QueuedJobs} jobs are waiting already.");
    }

    private static async Task<Results<Ok<JobReply>, ProblemHttpResult>> Find(string id, JobReader jobs, CancellationToken ct) =>
        await jobs.Find(id, ct) is { } job ? TypedResults.Ok(JobReply.Of(job)) : Unknown(id);

    private static async Task<IResult> Result(string id, JobReader jobs, CancellationToken ct)
    {
        if (await jobs.Find(id, ct) is not { } job) return Unknown(id);
        if (!job.Ended) return Problems.Of(StatusCodes.Status409Conflict, "job-not-finished", $"Job {id} is {Words(job)}.");
        return await jobs.Result(id, ct) is { } result
            ? TypedResults.Text(result, "application/json")
            : Problems.Of(StatusCodes.Status409Conflict, "job-without-result", $"Job {id} is {Words(job)}.");
    }

    private static async Task<Results<Accepted<JobReply>, ProblemHttpResult>> Cancel(
        string id, JobBook book, JobReader jobs, CancellationToken ct)
    {
        if (await book.Cancel(id, ct) is { } job) return TypedResults.Accepted($"/api/analytics/jobs/{id}", JobReply.Of(job));
        return await jobs.Find(id, ct) is { } ended
            ? Problems.Of(StatusCodes.Status409Conflict, "job-ended", $"Job {id} is {Words(ended)}.")
            : Unknown(id);
    }

    private static (DateTimeOffset, string)? Position(PageQuery query)
    {
        if (query.After(2) is not [var at, var id]) return null;
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var createdAt)
            ? (createdAt, id)
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }

    private static string Words(Job job)
    {
        var status = job.Status.ToString().ToLowerInvariant();
        return job.Code is null ? status : $"{status}: {job.Code}, {job.Detail}";
    }

    private static ProblemHttpResult Unknown(string id) =>
        Problems.Of(StatusCodes.Status404NotFound, "job-not-found", $"There is no job {id}.");
}

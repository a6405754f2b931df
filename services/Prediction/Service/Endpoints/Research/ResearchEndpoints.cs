using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Calling;
using Superintel.Prediction.Research.Input;
using Superintel.Prediction.Service.Adapters.Research;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <summary>/api/analytics: what can be asked, and statistics.</summary>
internal static class ResearchEndpoints
{
    /// <summary>Largest body: a million numbers with their timestamps.</summary>
    internal const long LargestBody = 32 << 20;

    public static void MapResearch(this IEndpointRouteBuilder app)
    {
        var analytics = app.MapGroup("/api/analytics").WithTags("analytics").RequireAuthorization(Policies.Viewer);
        analytics.MapGet("/methods", Methods).WithSummary("Every statistic and job with its options.");
        analytics.MapPost("/stats/{method}", Compute)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithSummary("One statistic of instruments of the stored panel, or of series in the request.");
        analytics.MapJobs();
    }

    private static MethodsReply Methods() => new([.. MethodCatalogue.Create().All.Select(MethodSheet.Of)]);

    private static async Task<Results<Ok<StatisticReply>, ProblemHttpResult>> Compute(
        string method, StatisticBody body, PanelReader panel, StatisticRuns runs, ResearchOptions limits, CancellationToken ct)
    {
        var found = ResearchFaults.Method(method, MethodKind.Statistic);
        try
        {
            var asked = AskedMethod.Of(found, body.Request(), limits);
            var read = await asked.Read(panel, ct);
            return await runs.Run(asked, read, ct) is { } result
                ? TypedResults.Ok(StatisticReply.Of(method, read, result))
                : Problems.Of(StatusCodes.Status503ServiceUnavailable, "analytics-busy", "Other statistics are being computed; ask again.");
        }
        catch (InputFaultException fault)
        {
            return ResearchFaults.Problem(fault);
        }
        catch (TimeoutException)
        {
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable, "time-limit", $"A statistic may take {limits.StatisticTime.TotalSeconds:0.#} s.");
        }
    }
}

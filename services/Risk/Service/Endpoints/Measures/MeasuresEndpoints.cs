using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Exposure.DescribeRisk;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Measures;

internal static class MeasuresEndpoints
{
    public static void MapMeasures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/risk/measures", Show).WithTags("Risk").RequireAuthorization(Policies.ViewerOrService);

    private static async Task<Results<Ok<MeasuresView>, ProblemHttpResult>> Show(ITransactions transactions, CancellationToken ct) =>
        await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<DescribeRisk>().Handle(inner), ct) is { } report
            ? TypedResults.Ok(MeasuresView.Of(report))
            : Problems.Of(StatusCodes.Status503ServiceUnavailable, "portfolio-unpriced", "Something that is held has no price or no rate.");
}

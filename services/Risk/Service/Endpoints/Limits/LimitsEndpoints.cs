using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;
using Superintel.Risk.Limits.Ports;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Limits;

internal static class LimitsEndpoints
{
    private const int MostChanges = 500;

    public static void MapLimits(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/risk/limits").WithTags("Risk");
        group.MapGet("/", List).RequireAuthorization(Policies.ViewerOrService);
        group.MapGet("/{name}/history", History).RequireAuthorization(Policies.ViewerOrService);
        group.MapPut("/{name}", Change).RequireAuthorization(Policies.Senior);
    }

    private static Task<Ok<LimitsView>> List(ITransactions transactions, CancellationToken ct) => transactions.Run(
        async (scope, inner) =>
        {
            var limits = await scope.GetRequiredService<ReadLimits>().All(inner);
            return TypedResults.Ok(new LimitsView([.. limits.Select(LimitView.Of)]));
        },
        ct);

    private static async Task<Results<Ok<LimitHistoryView>, ProblemHttpResult>> History(
        string name, ITransactions transactions, CancellationToken ct)
    {
        if (LimitCatalogue.Find(name) is null) return Problems.Of(404, "limit-not-found", $"There is no limit '{name}'.");
        return await transactions.Run(
            async (scope, inner) => TypedResults.Ok(
                new LimitHistoryView(name, await scope.GetRequiredService<ILimitHistory>().Of(name, MostChanges, inner))),
            ct);
    }

    private static async Task<Results<Ok<LimitView>, ProblemHttpResult>> Change(
        string name, LimitBody body, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        var change = new LimitChange(name, body.Value, body.Reason, http.User.Identity?.Name ?? "");
        var result = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<ChangeLimit>().Handle(change, inner), ct);
        return result.Limit is { } limit
            ? TypedResults.Ok(LimitView.Of(limit))
            : Problems.Of(Status(result.Code), result.Code ?? "refused", result.Detail);
    }

    private static int Status(string? code) => code switch
    {
        "limit-not-found" => StatusCodes.Status404NotFound,
        "limit-changed-meanwhile" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

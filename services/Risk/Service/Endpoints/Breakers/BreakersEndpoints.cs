using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Breakers;
using Superintel.Risk.Breakers.ListBreakers;
using Superintel.Risk.Breakers.ResetBreaker;
using Superintel.Risk.Service.Adapters.KillSwitch.Grpc;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Breakers;

internal static class BreakersEndpoints
{
    public static void MapBreakers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/risk/breakers").WithTags("Risk");
        group.MapGet("/", List).RequireAuthorization(Policies.ViewerOrService);
        group.MapPost("/{name}/reset", Reset).RequireAuthorization(Policies.Senior);
    }

    private static Task<Ok<BreakersView>> List(ITransactions transactions, CancellationToken ct) => transactions.RunExclusive(
        async (scope, inner) =>
        {
            var all = await scope.GetRequiredService<ListBreakers>().Handle(inner);
            return TypedResults.Ok(new BreakersView([.. all.Select(one => BreakerView.Of(one.Breaker, one.Reading, one.Limit))]));
        },
        ct);

    private static async Task<Results<Ok<BreakerView>, ProblemHttpResult>> Reset(
        string name, ResetBody body, HttpContext http, ITransactions transactions, DirectLine execution, CancellationToken ct)
    {
        var by = http.User.Identity?.Name ?? "";
        var result = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<ResetBreaker>().Handle(name, body.Reason, by, inner), ct);
        if (result.Breaker is not { } breaker) return Problems.Of(Status(result.Code), result.Code ?? "refused", result.Detail);
        // Execution only follows the switch.
        var moves = result.Happened.Where(one => one is Contracts.Events.V1.TradingStateChanged).ToArray();
        if (moves.Length > 0) await execution.Deliver(moves, CancellationToken.None);
        return TypedResults.Ok(BreakerView.Of(breaker, null, breaker.Limit));
    }

    private static int Status(string? code) => code switch
    {
        "breaker-not-found" => StatusCodes.Status404NotFound,
        "breaker-closed" or "breaker-moved-meanwhile" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

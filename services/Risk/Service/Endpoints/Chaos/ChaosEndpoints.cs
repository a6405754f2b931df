using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Stress.Chaos;
using Superintel.Risk.Stress.GatherBook;
using Superintel.Risk.Stress.Models;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Chaos;

internal static class ChaosEndpoints
{
    // A simulation takes a core for seconds, and the same process judges trades.
    private static readonly SemaphoreSlim oneAtATime = new(1);

    public static void MapChaos(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/risk/chaos", Simulate)
        .WithTags("Risk")
        .WithSummary("Thousands of seeded paths of today's book through its limits and breakers")
        .RequireAuthorization(Policies.Trader);

    private static async Task<Results<Ok<ChaosView>, ProblemHttpResult>> Simulate(
        ChaosBody body, ITransactions transactions, CancellationToken ct)
    {
        if (ModelScenarios.Find(body.Model) is not { } model)
            return Problems.Of(404, "scenario-unknown", $"No scenario '{body.Model}' is drawn.");
        var request = new ChaosRequest(model, body.Paths, body.Steps, body.Seed);
        if (request.Problem() is { } problem) return Problems.Of(400, "chaos-invalid", problem);
        if (!await oneAtATime.WaitAsync(0, ct))
            return Problems.Of(StatusCodes.Status429TooManyRequests, "chaos-busy", "Another simulation is running.");
        try
        {
            var gathered = await transactions.RunExclusive(
                async (scope, inner) => await scope.GetRequiredService<GatherBook>().Own(inner), ct);
            return gathered.Book is { } book
                ? TypedResults.Ok(ChaosView.Of(ChaosSimulation.Run(book, request, ct)))
                : Problems.Of(StatusCodes.Status503ServiceUnavailable, gathered.Code!, gathered.Detail);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.Service.Adapters.MarketData.Replay;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>GET and POST /api/replay.</summary>
internal static class ReplayEndpoints
{
    public static void MapReplay(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/replay").WithTags("replay");
        group.MapGet("/", Describe)
            .WithSummary("How the replay stands and what it waits for")
            .RequireAuthorization(Policies.ViewerOrService);
        group.MapPost("/", Control)
            .WithSummary("Pause, resume or pace the replay")
            .RequireAuthorization(Policies.Trader);
    }

    private static async Task<Ok<ReplayStatus>> Describe(DescribeReplay replay, CancellationToken ct) =>
        TypedResults.Ok(await replay.Handle(TimeProvider.System.GetUtcNow(), ct));

    private static async Task<Results<Ok<ReplayStatus>, ProblemHttpResult>> Control(
        ITransactions transactions, ReplayPulse pulse, ReplayCommand command, CancellationToken ct)
    {
        if (command is { SlicesPerSecond: null, Paused: null })
            return Problems.Of(StatusCodes.Status400BadRequest, "nothing-to-change", "Name slicesPerSecond, paused or both.");
        // Alone, so that no step of the replay in between writes over it.
        var status = await transactions.RunExclusive(
            async (scope, inner) => await scope.GetRequiredService<ControlReplay>().Handle(command.SlicesPerSecond, command.Paused, inner)
                ? await scope.GetRequiredService<DescribeReplay>().Handle(TimeProvider.System.GetUtcNow(), inner)
                : null,
            ct);
        pulse.Beat();
        return status is null
            ? Problems.Of(400, "pace-out-of-range", $"slicesPerSecond is above 0 and at most {ControlReplay.Fastest}.")
            : TypedResults.Ok(status);
    }
}

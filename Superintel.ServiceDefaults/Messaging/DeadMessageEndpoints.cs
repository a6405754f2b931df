using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.ServiceDefaults.Messaging;

internal static class DeadMessageEndpoints
{
    public static void MapDeadMessages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/messages/dead").WithTags("Messages");
        group.MapGet("/", List).RequireAuthorization(Policies.ViewerOrService);
        group.MapGet("/{id:long}", Get).RequireAuthorization(Policies.ViewerOrService);
        group.MapPost("/{id:long}/replay", Replay).RequireAuthorization(Policies.Senior);
        group.MapPost("/{id:long}/discard", Discard).RequireAuthorization(Policies.Senior);
    }

    private static async Task<Ok<Page<DeadMessage>>> List([AsParameters] PageQuery page, DeadMessages messages, CancellationToken ct)
    {
        var rows = await messages.List(page.Size(), page.AfterSequence(), ct);
        return TypedResults.Ok(PageOf.Rows(rows, page.Size(), row => [row.Id.ToString()]));
    }

    private static async Task<Results<Ok<DeadMessage>, ProblemHttpResult>> Get(long id, DeadMessages messages, CancellationToken ct) =>
        await messages.Find(id, ct) is { } message ? TypedResults.Ok(message) : NotFound(id);

    private static async Task<Results<Ok<ReplayReply>, ProblemHttpResult>> Replay(
        long id, DeadMessages messages, DeadMessageReplay replay, CancellationToken ct)
    {
        if (await messages.Find(id, ct) is not { } message) return NotFound(id);
        try
        {
            var outcome = await replay.Replay(message, ct);
            return outcome == ReplayOutcome.Gone ? NotFound(id) : TypedResults.Ok(new ReplayReply(id, outcome));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The point of a replay is to see whether it works now: its failure is the answer, and the message stays.
            return Problems.Of(StatusCodes.Status409Conflict, "replay-failed", $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Discard(long id, DeadMessages messages, CancellationToken ct) =>
        await messages.Discard(id, ct) ? TypedResults.NoContent() : NotFound(id);

    private static ProblemHttpResult NotFound(long id) =>
        Problems.Of(StatusCodes.Status404NotFound, "message-not-found", $"There is no dead message {id} here.");
}

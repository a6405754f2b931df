using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Ports;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>/api/signals</summary>
internal static class SignalEndpoints
{
    public static void MapSignals(this IEndpointRouteBuilder api)
    {
        var signals = api.MapGroup("/signals").WithTags("signals");
        signals.MapGet("/", List).WithSummary("Signals, newest first.");
        signals.MapGet("/{decisionId}", Find).WithSummary("The signal in which a decision was born.");
    }

    private static async Task<Page<SignalGenerated>> List(
        [AsParameters] PageQuery query, ISignals signals, CancellationToken ct, string? pairId = null)
    {
        var size = query.Size();
        PairId? pair = pairId is null ? null : PairEndpoints.Parse(pairId);
        var rows = await signals.Latest(pair, Position(query), size + 1, ct);
        return PageOf.Rows(rows, size, signal => [signal.OccurredAt.ToString("O", CultureInfo.InvariantCulture), signal.DecisionId]);
    }

    private static async Task<Results<Ok<SignalGenerated>, ProblemHttpResult>> Find(
        string decisionId, ISignals signals, CancellationToken ct)
    {
        var found = await signals.Find(new DecisionId(decisionId), ct);
        return found is null
            ? Problems.Of(StatusCodes.Status404NotFound, "signal-not-found", $"There is no decision {decisionId}.")
            : TypedResults.Ok(found);
    }

    private static SignalPosition? Position(PageQuery query)
    {
        if (query.After(2) is not [var at, var decision]) return null;
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var occurredAt)
            ? new SignalPosition(occurredAt, decision)
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Service.Adapters.Execution.Halt;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Endpoints.Reconciliation;

internal static class ReconciliationEndpoints
{
    private const int LongestReason = 500;

    public static void MapReconciliation(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/reconciliation").WithTags("Orders");
        group.MapGet("", List).RequireAuthorization(Policies.Viewer)
            .WithSummary("Positions at the venues and who explains them (the desk's fills, a person, nobody); which venues were compared.");
        group.MapPost("holdings", Acknowledge).RequireAuthorization(Policies.Senior)
            .WithSummary("Says that units which nobody explains are not the desk's; their instrument takes new risk again.");
    }

    private static async Task<Ok<ReconciliationView>> List(
        VenuePositions positions, VenueGate gate, HaltBoard halt, CancellationToken ct) =>
        TypedResults.Ok(View(await positions.Handle(ct), gate, halt));

    private static async Task<Results<Ok<ReconciliationView>, ProblemHttpResult>> Acknowledge(
        HoldingBody body, HttpContext http, ITransactions transactions, VenueGate gate, HaltBoard halt, CancellationToken ct)
    {
        if (!InstrumentId.TryParse(body.InstrumentId, out var instrument))
            return Problems.Of(StatusCodes.Status400BadRequest, "instrument-invalid", $"'{body.InstrumentId}' is no instrument id.");
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > LongestReason)
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "reason-required",
                $"Say why they are not the desk's, at most {LongestReason} characters.");
        var by = http.User.KnownName();
        var (outcome, positions) = await transactions.RunExclusive(
            async (scope, inner) => (
                await scope.GetRequiredService<AcknowledgeHolding>()
                    .Handle(body.Venue, body.Account, instrument, body.Difference, by, body.Reason.Trim(), inner),
                await scope.GetRequiredService<VenuePositions>().Handle(inner)),
            ct);
        return outcome switch
        {
            HoldingOutcome.Acknowledged => TypedResults.Ok(View(positions, gate, halt)),
            HoldingOutcome.OtherDifference other => Problems.Of(
                StatusCodes.Status409Conflict, "difference-changed", $"The newest comparison found a difference of {other.Difference}."),
            HoldingOutcome.OrderOpen open => Problems.Of(
                StatusCodes.Status409Conflict, "order-open", $"Order {open.Order} works in it and may explain it; wait for its end."),
            _ => Problems.Of(
                StatusCodes.Status404NotFound, "difference-not-found", $"No difference in {instrument} at {body.Venue} {body.Account}."),
        };
    }

    private static ReconciliationView View(ImmutableArray<VenuePosition> positions, VenueGate gate, HaltBoard halt) =>
        new([.. positions.Select(VenuePositionView.Of)], [.. gate.All.Select(VenueStandingView.Of)], HaltView.Of(halt.Current));
}

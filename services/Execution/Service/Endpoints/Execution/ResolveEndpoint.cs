using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>A person's word on an order that its venue cannot tell of.</summary>
internal static class ResolveEndpoint
{
    private const int LongestReason = 500;

    public static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        string clientOrderId, ResolveBody body, HttpContext http, OrderInterviews interviews, SenderSignal signal, CancellationToken ct)
    {
        if (Verdict(body.Outcome) is not { } verdict)
            return Problems.Of(
                StatusCodes.Status400BadRequest, "outcome-unknown", $"'{body.Outcome}' is none of not-placed, canceled and expired.");
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > LongestReason)
            return Problems.Of(
                StatusCodes.Status400BadRequest, "reason-required", $"Say how that is known, at most {LongestReason} characters.");
        var by = http.User.KnownName();
        var id = new ClientOrderId(clientOrderId);
        var outcome = await interviews.Run(
            id, (scope, inner) => scope.GetRequiredService<ResolveOrder>().Handle(id, verdict, by, body.Reason.Trim(), inner), ct);
        signal.Give(); // its pair may go on
        return outcome switch
        {
            ResolveOutcome.Resolved resolved => TypedResults.Ok(OrderView.Of(resolved.Order)),
            ResolveOutcome.VenueKnows venue => Problems.Of(
                StatusCodes.Status409Conflict, "venue-knows", $"Its venue can tell of it ({venue.Answer}); its word is taken over."),
            ResolveOutcome.WasPlaced => Problems.Of(
                StatusCodes.Status409Conflict, "order-was-placed", "Its venue has shown it: say canceled or expired."),
            ResolveOutcome.NothingOpen settled => Problems.Of(
                StatusCodes.Status409Conflict, "nothing-open", $"It is {settled.State}, and nothing of that is in doubt."),
            _ => Problems.Of(StatusCodes.Status404NotFound, "order-not-found", $"There is no order {clientOrderId}."),
        };
    }

    private static OrderVerdict? Verdict(string outcome) => outcome switch
    {
        "not-placed" => OrderVerdict.NotPlaced,
        "canceled" => OrderVerdict.Canceled,
        "expired" => OrderVerdict.Expired,
        _ => null,
    };
}

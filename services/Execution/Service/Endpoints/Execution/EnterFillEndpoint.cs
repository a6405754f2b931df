using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>An execution that a person knows of and no venue tells.</summary>
internal static class EnterFillEndpoint
{
    private const int LongestReason = 500;

    public static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        string clientOrderId, EnterFillBody body, HttpContext http, OrderInterviews interviews, SenderSignal signal, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > LongestReason)
            return Problems.Of(
                StatusCodes.Status400BadRequest, "reason-required", $"Say how that is known, at most {LongestReason} characters.");
        if (!TypedFill.IsKey(body.Key))
            return Problems.Of(
                StatusCodes.Status400BadRequest, "key-required", "Name it by 1 to 32 letters, digits, dots, dashes and underscores.");
        if (Paid(body) is not { } paid)
            return Problems.Of(StatusCodes.Status400BadRequest, "currency-unknown", $"'{body.CommissionCurrency}' is no currency code.");
        var by = http.User.KnownName();
        var id = new ClientOrderId(clientOrderId);
        var outcome = await interviews.Run(
            id,
            async (scope, inner) =>
            {
                var own = (await scope.GetRequiredService<IOrderBook>().Find(id, inner))?.Intent.Currency ?? default;
                var commission = body.CommissionCurrency is null ? new Money(body.Commission, own) : paid;
                return await scope.GetRequiredService<EnterFill>().Handle(
                    id, new TypedFill(body.Key, body.Quantity, body.Price, commission, body.At.ToUniversalTime()), body.Correct, by,
                    body.Reason.Trim(), inner);
            },
            ct);
        signal.Give(); // its pair may go on
        return Answer(outcome, clientOrderId);
    }

    /// <returns>Null: not a currency code. Without one it is the order's.</returns>
    private static Money? Paid(EnterFillBody body)
    {
        try
        {
            return new Money(body.Commission, body.CommissionCurrency is { } code ? new Currency(code) : default);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Results<Ok<OrderView>, ProblemHttpResult> Answer(EnterFillOutcome outcome, string id) => outcome switch
    {
        EnterFillOutcome.Entered entered => TypedResults.Ok(OrderView.Of(entered.Order)),
        EnterFillOutcome.VenueKnows => Problems.Of(
            StatusCodes.Status409Conflict, "venue-knows", "Its venue can tell of it; its executions come from there."),
        EnterFillOutcome.NotSent => Problems.Of(StatusCodes.Status409Conflict, "order-not-sent", "It has never left."),
        EnterFillOutcome.Differs standing => Problems.Of(
            StatusCodes.Status409Conflict, "fill-differs",
            $"{standing.Quantity} at {standing.Price} stand under that key; say that they are to be corrected."),
        EnterFillOutcome.NothingEntered => Problems.Of(
            StatusCodes.Status409Conflict, "nothing-entered", "Nothing stands under that key that could be taken back."),
        EnterFillOutcome.Impossible impossible => Problems.Of(
            StatusCodes.Status400BadRequest, "fill-impossible", impossible.Why),
        _ => Problems.Of(StatusCodes.Status404NotFound, "order-not-found", $"There is no order {id}."),
    };
}

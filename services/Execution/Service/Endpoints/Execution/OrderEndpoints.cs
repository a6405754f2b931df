using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Execution.Service.Endpoints.Execution;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/api/orders").RequireAuthorization(Policies.Viewer).WithTags("Orders");
        orders.MapGet("", List).WithSummary("Orders, newest first.");
        orders.MapGet("{clientOrderId}", Get).WithSummary("One order.");
    }

    private static async Task<Page<OrderView>> List(
        [AsParameters] PageQuery page, IOrderBook orders, CancellationToken ct, string? status = null, string? decisionId = null)
    {
        var size = page.Size();
        DecisionId? decision = decisionId is null ? null : new DecisionId(decisionId);
        var rows = await orders.List(new OrderQuery(State(status), decision, page.AfterSequence(), size + 1), ct);
        var shown = PageOf.Rows(rows, size, row => [row.Sequence.ToString()]);
        return new Page<OrderView>([.. shown.Items.Select(row => OrderView.Of(row.Order))], shown.Next);
    }

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Get(
        string clientOrderId, IOrderBook orders, CancellationToken ct) =>
        await orders.Find(new ClientOrderId(clientOrderId), ct) is { } order
            ? TypedResults.Ok(OrderView.Of(order))
            : Problems.Of(StatusCodes.Status404NotFound, "order-not-found", $"There is no order {clientOrderId}.");

    /// <exception cref="RefusedRequestException">Not a status in kebab case: status-unknown.</exception>
    private static OrderState? State(string? status) => status switch
    {
        null or "" => null,
        _ when Enum.TryParse<OrderState>(status.Replace("-", ""), ignoreCase: true, out var state)
            && Enum.IsDefined(state) && !char.IsDigit(status[0]) => state,
        _ => throw new RefusedRequestException("status-unknown", $"'{status}' is not a status of an order."),
    };
}

using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Service.Endpoints.Execution.Previews;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Endpoints.Execution;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/api/orders").RequireAuthorization(Policies.Viewer).WithTags("Orders");
        orders.MapGet("", List).WithSummary("Orders, newest first.");
        orders.MapGet("{clientOrderId}", Get).WithSummary("One order.");
        orders.MapPost("preview", PreviewEndpoint.Handle)
            .RequireAuthorization(Policies.Trader)
            .WithSummary("Asks its venue what an order would cost; nothing is placed.");
        orders.MapPost("{clientOrderId}/acknowledge", Acknowledge)
            .RequireAuthorization(Policies.Senior)
            .WithSummary("Lets the desk take new risk beside an order that it did not send.");
        orders.MapPost("{clientOrderId}/resolve", ResolveEndpoint.Handle)
            .RequireAuthorization(Policies.Senior)
            .WithSummary("Says what became of an order of which its venue can tell no more.");
        orders.MapPost("{clientOrderId}/fills", EnterFillEndpoint.Handle)
            .RequireAuthorization(Policies.Senior)
            .WithSummary("Enters an execution of an order of which its venue can tell no more, or corrects one that was entered.");
    }

    private static async Task<Page<OrderView>> List(
        [AsParameters] PageQuery page,
        IOrderBook orders,
        IExternalOrders externals,
        CancellationToken ct,
        string? status = null,
        string? decisionId = null,
        string? source = null)
    {
        var (size, before, state, from) = (page.Size(), page.AfterSequence(), State(status), Source(source));
        DecisionId? decision = decisionId is null ? null : new DecisionId(decisionId);
        IReadOnlyList<ListedOrder> ours = from == OrderSource.External
            ? []
            : await orders.List(new OrderQuery(state, decision, before, size + 1), ct);
        IReadOnlyList<ListedExternalOrder> theirs = from == OrderSource.Desk || decision is not null
            ? []
            : await externals.List(new ExternalOrderQuery(state, before, size + 1), ct);
        var rows = ours.Select(row => (row.Sequence, View: OrderView.Of(row.Order)))
            .Concat(theirs.Select(row => (row.Sequence, View: OrderView.Of(row.Order))))
            .OrderByDescending(row => row.Sequence).Take(size + 1).ToArray();
        var shown = PageOf.Rows(rows, size, row => [row.Sequence.ToString()]);
        return new Page<OrderView>([.. shown.Items.Select(row => row.View)], shown.Next);
    }

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Get(
        string clientOrderId, IOrderBook orders, IExternalOrders externals, CancellationToken ct)
    {
        var id = new ClientOrderId(clientOrderId);
        if (await orders.Find(id, ct) is { } ours) return TypedResults.Ok(OrderView.Of(ours));
        return await externals.Find(id, ct) is { } theirs ? TypedResults.Ok(OrderView.Of(theirs)) : NotFound(clientOrderId);
    }

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Acknowledge(
        string clientOrderId, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        var by = http.User.KnownName();
        var after = await transactions.RunExclusive(
            (scope, inner) => scope.GetRequiredService<AcknowledgeExternalOrder>().Handle(new ClientOrderId(clientOrderId), by, inner), ct);
        return after is null ? NotFound(clientOrderId) : TypedResults.Ok(OrderView.Of(after));
    }

    private static ProblemHttpResult NotFound(string clientOrderId) =>
        Problems.Of(StatusCodes.Status404NotFound, "order-not-found", $"There is no order {clientOrderId}.");

    /// <exception cref="RefusedRequestException">Not a status in kebab case: status-unknown.</exception>
    private static OrderState? State(string? status) => status switch
    {
        null or "" => null,
        _ when Enum.TryParse<OrderState>(status.Replace("-", ""), ignoreCase: true, out var state)
            && Enum.IsDefined(state) && !char.IsDigit(status[0]) => state,
        _ => throw new RefusedRequestException("status-unknown", $"'{status}' is not a status of an order."),
    };

    /// <exception cref="RefusedRequestException">Neither desk nor external: source-unknown.</exception>
    private static OrderSource? Source(string? source) => source switch
    {
        null or "" => null,
        "desk" => OrderSource.Desk,
        "external" => OrderSource.External,
        _ => throw new RefusedRequestException("source-unknown", $"'{source}' is not a source of orders: desk or external."),
    };
}

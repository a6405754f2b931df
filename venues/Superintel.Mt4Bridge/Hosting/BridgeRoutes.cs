using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.Mt4Bridge.Answers;
using Superintel.Mt4Bridge.Journal;
using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>docs/mt4-bridge.yaml over HTTP. Every route is closed without Execution's token.</summary>
internal sealed class BridgeRoutes(BridgeState state, string token, Action<JournalDamagedException> failed, CancellationToken stopping)
{
    public const int LargestBody = 4 * 1024;

    // A field that is not known here must not be lost on the way: such an order is refused.
    private static readonly JsonSerializerOptions Strict = new(Mt4Json.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Strangers strangers = new(state.Log, "Execution's port");
    private readonly OrderDesk desk = new(state);
    private readonly BridgeReads reads = new(state);

    public async Task Handle(HttpContext context)
    {
        BridgeAnswer answer;
        try
        {
            answer = BridgeTokens.Same(context.Request.Headers["X-Bridge-Token"], token)
                ? await Answer(context.Request, context.RequestAborted)
                : Refused();
        }
        catch (JournalDamagedException failure)
        {
            failed(failure);
            answer = BridgeAnswer.NotPlaced(503, "JOURNAL", "the journal cannot be written: nothing leaves");
        }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer.Body, Mt4Json.Options, context.RequestAborted);
    }

    private BridgeAnswer Refused()
    {
        strangers.Came();
        return BridgeAnswer.NotPlaced(401, "UNAUTHORIZED", "the token is missing or wrong");
    }

    private async Task<BridgeAnswer> Answer(HttpRequest request, CancellationToken aborted) =>
        (request.Method, request.Path.Value!.Trim('/').Split('/')) switch
        {
            ("POST", ["v1", "orders"]) => await Body<Mt4OrderRequest>(request, aborted) is { } order
                ? await desk.Place(order)
                : Invalid("not an order of the contract"),
            ("POST", ["v1", "positions", var ticket, "close"]) => !Number(ticket, out var number) ? Invalid("not a ticket")
                : await Body<Mt4CloseRequest>(request, aborted) is { } close ? await desk.Close(number, close)
                : Invalid("not a close of the contract"),
            ("PATCH", ["v1", "orders", var ticket]) => !Number(ticket, out var number) ? Invalid("not a ticket")
                : await Body<Mt4OrderChange>(request, aborted) is { } change ? await desk.Change(number, change)
                : Invalid("not a change of the contract"),
            ("DELETE", ["v1", "orders", var ticket]) => Number(ticket, out var number)
                ? await desk.Delete(number)
                : Invalid("not a ticket"),
            ("GET", ["v1", "orders", "by-client-id", var id]) => reads.ByClientId(id),
            ("GET", ["v1", "orders"]) => reads.Orders(),
            ("GET", ["v1", "positions"]) => reads.Positions(),
            ("GET", ["v1", "health"]) => reads.Health(),
            ("GET", ["v1", "account"]) => reads.Account(),
            ("GET", ["v1", "symbols"]) => reads.Symbols(request.Query["names"].ToString()),
            ("GET", ["v1", "quotes"]) => reads.Quotes(request.Query["symbols"].ToString()),
            ("GET", ["v1", "bars"]) => await reads.Bars(Query(request, "symbol"), Query(request, "timeframe"), Span(request)),
            ("GET", ["v1", "history"]) => await reads.History(Span(request)),
            ("GET", ["v1", "events"]) => await Events(request, aborted),
            _ => BridgeAnswer.NotFound(request.Path),
        };

    private async Task<BridgeAnswer> Events(HttpRequest request, CancellationToken aborted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        _ = long.TryParse(Query(request, "after"), CultureInfo.InvariantCulture, out var after);
        _ = int.TryParse(Query(request, "waitMs"), CultureInfo.InvariantCulture, out var wait);
        return await reads.Events(after, wait, limit.Token);
    }

    private static BridgeAnswer Invalid(string why) => BridgeAnswer.NotPlaced(400, "INVALID", why, mtCode: 3);

    private static bool Number(string text, out long number) => long.TryParse(text, CultureInfo.InvariantCulture, out number);

    private static async Task<T?> Body<T>(HttpRequest request, CancellationToken aborted)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, aborted);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static (string From, string To, string Limit) Span(HttpRequest request) =>
        (Query(request, "from"), Query(request, "to"), Query(request, "limit"));

    private static string Query(HttpRequest request, string name) => request.Query[name].ToString();
}

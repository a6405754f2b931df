using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>An order of the journal as far as it is known.</summary>
internal sealed class PlacedOrder(Mt4OrderRequest request, IReadOnlyList<OrderLeg>? legs = null, CloseAsked? asked = null)
{
    public Mt4OrderRequest Request { get; } = request;

    /// <summary>One after the other; the last may open a ticket, the others close one.</summary>
    public IReadOnlyList<OrderLeg> Legs { get; private set; } = Planned(request, legs);

    /// <summary>The terminal chooses the price.</summary>
    public bool IsAtMarket => Request.Type == "MARKET";

    /// <summary>The close that it is; null for an order.</summary>
    public CloseAsked? Asked { get; } = asked;

    /// <summary>Legs that traded.</summary>
    public int Done => View.Executions?.Count ?? 0;

    /// <summary>The one that is next or under way; null after the last.</summary>
    public OrderLeg? Leg => Done < Legs.Count ? Legs[Done] : null;

    /// <summary>Its last leg opens a ticket: that one is the order's.</summary>
    public bool Opens => Legs[^1].Ticket is null;

    /// <summary>A ticket was opened for it. Whatever becomes of that one later is no news of the order.</summary>
    public bool HasOpened => View.State == OrderState.Filled || (View.Executions?.Any(done => done.Kind == ExecutionKind.Open) ?? false);

    /// <summary>The command that took its leg to the terminal; null as long as that has not left.</summary>
    public long? Sequence { get; set; }

    public string? Node { get; set; }

    /// <summary>As it was told last.</summary>
    public Mt4Order View { get; set; } = Unsent(request);

    public int MtCode { get; set; }

    /// <summary>Of this process; null after a restart.</summary>
    public PendingCommand? Command { get; set; }

    /// <summary>Its leg left, and neither an answer nor what came of it is known.</summary>
    public bool IsUnresolved =>
        Sequence is not null && !OrderState.IsOver(View.State) && (Leg?.Ticket is not null || View.Ticket is null);

    /// <summary>As a client sees it: until there is a ticket or an end nobody knows, and nothing can be cancelled.</summary>
    public Mt4Order Seen => View.Ticket is null && !OrderState.IsOver(View.State) ? View with { State = OrderState.Unknown } : View;

    /// <summary>How often a leg behind the first was refused for a reason that passes, and tried again.</summary>
    public int Refusals { get; private set; }

    /// <summary>What was refused for a reason that passes comes again: nothing of this sending has left.</summary>
    /// <param name="legs">By the tickets that are there now; null: it opens one. Of an order of which a part traded the rest stays as
    /// it was.</param>
    public void Again(IReadOnlyList<OrderLeg>? legs)
    {
        if (Done == 0) (Legs, View, MtCode) = (Planned(Request, legs), Unsent(Request), 0);
        else Refusals++;
        (Sequence, Node) = (null, null);
    }

    private static IReadOnlyList<OrderLeg> Planned(Mt4OrderRequest request, IReadOnlyList<OrderLeg>? legs) =>
        legs ?? [new OrderLeg(null, request.Lots)];

    private static Mt4Order Unsent(Mt4OrderRequest request) => new(
        request.ClientOrderId, OrderState.New, null, request.Symbol, request.Side, request.Lots, 0m, null, null, 0m, null, request.Type,
        request.Price, request.StopLoss, request.TakeProfit, request.Expiration, request.Magic);
}

using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>An order of the journal as far as it is known.</summary>
internal sealed class PlacedOrder(Mt4OrderRequest request)
{
    public Mt4OrderRequest Request { get; } = request;

    /// <summary>The command that took it to the terminal; null as long as it has not left.</summary>
    public long? Sequence { get; set; }

    public string? Node { get; set; }

    /// <summary>As it was told last.</summary>
    public Mt4Order View { get; set; } = new(
        request.ClientOrderId, OrderState.New, null, request.Symbol, request.Side, request.Lots, 0m, null, null, 0m, null);

    public int MtCode { get; set; }

    /// <summary>Of this process; null after a restart.</summary>
    public PendingCommand? Command { get; set; }

    /// <summary>It left, and neither an answer nor a ticket is known.</summary>
    public bool IsUnresolved => Sequence is not null && View.Ticket is null && View.State is OrderState.New or OrderState.Unknown;

    /// <summary>As a client sees it: until there is a ticket or an end nobody knows, and nothing can be cancelled.</summary>
    public Mt4Order Seen => View.Ticket is null && !OrderState.IsOver(View.State) ? View with { State = OrderState.Unknown } : View;
}

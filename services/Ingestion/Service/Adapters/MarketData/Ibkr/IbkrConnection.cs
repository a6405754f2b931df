using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>Hears only of the connection and the farms: this client places no orders, and others' are no business of a feed.</summary>
internal sealed class IbkrConnection(IReadOnlyCollection<string> serving, TimeSpan calm) : IOrderListener
{
    private volatile bool isVenueAway;

    public IbkrFarms Farms { get; } = new(TimeProvider.System, serving, calm);

    /// <summary>Why its bars are not to be believed, kebab-case; null: they are.</summary>
    public string? Doubt => isVenueAway ? "venue-away" : Farms.IsAway ? "farm-away" : null;

    /// <summary>Called on the reading thread when data flow again after they did not.</summary>
    public Action Restored { get; set; } = () => { };

    /// <summary>Called on the reading thread when a doubt may have come.</summary>
    public Action Noticed { get; set; } = () => { };

    public void Connection(ConnectionState state, bool dataLost)
    {
        // What was missed is asked for before it is believed again.
        if (state == ConnectionState.Ready) Restored();
        isVenueAway = state == ConnectionState.VenueLost;
        Noticed();
    }

    public void Unreadable(int kind, string code)
    {
        // The question or the stream that it was for fails with the same code, or the session ends with it.
    }

    public void Farm(int code, string text)
    {
        Farms.Heard(code, text);
        Noticed();
    }

    public void Heard(OpenOrder order)
    {
    }

    public void Heard(OrderStatus status)
    {
    }

    public void Heard(PricedExecution execution)
    {
    }

    public void Refused(int orderId, int code, string text)
    {
    }
}

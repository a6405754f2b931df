using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>Hears only of the connection: this client places no orders, and others' are no business of a feed.</summary>
internal sealed class IbkrConnection : IOrderListener
{
    public IbkrFarms Farms { get; } = new(TimeProvider.System);

    /// <summary>Called on the reading thread when data flow again after they did not.</summary>
    public Action Restored { get; set; } = () => { };

    public void Connection(ConnectionState state, bool dataLost)
    {
        if (state == ConnectionState.Ready) Restored();
    }

    public void Unreadable(int kind, string code)
    {
        // The question or the stream that it was for fails with the same code, or the session ends with it.
    }

    public void Farm(int code, string text) => Farms.Heard(code, text);

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

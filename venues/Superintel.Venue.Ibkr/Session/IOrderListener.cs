using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>Hears what TWS says of orders, on the reading thread: quickly done, nothing awaited.</summary>
public interface IOrderListener
{
    void Heard(OpenOrder order);

    void Heard(OrderStatus status);

    void Heard(PricedExecution execution);

    /// <param name="orderId">The order it names.</param>
    void Refused(int orderId, int code, string text);

    /// <param name="dataLost">Subscriptions were lost (1101), or the connection was a new one.</param>
    void Connection(ConnectionState state, bool dataLost);
}

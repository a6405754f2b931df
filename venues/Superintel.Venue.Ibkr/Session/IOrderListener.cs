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

    /// <summary>A frame that could not be read, or that nobody could make sense of. Its content is not told: it may name the
    /// account.</summary>
    /// <param name="kind">The message's number; 0: not even that.</param>
    /// <param name="code">Stable, kebab-case.</param>
    void Unreadable(int kind, string code);

    /// <summary>A data farm went (2103, 2105, 2157), is being connected (2119), came back (2104, 2106, 2158) or idles (2107, 2108); or IB
    /// is back, with the farms that it lists (1101, 1102).</summary>
    void Farm(int code, string text);
}

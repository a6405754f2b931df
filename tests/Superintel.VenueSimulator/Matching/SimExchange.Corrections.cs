namespace Superintel.VenueSimulator.Matching;

public sealed partial class SimExchange
{
    /// <summary>Corrects an execution: the account and the order are as if it had been so from the start. What is over stays
    /// over.</summary>
    /// <param name="quantity">At most what it was; zero takes it back.</param>
    public SimFill Correct(long fillId, decimal quantity, decimal price)
    {
        lock (gate)
        {
            var before = fills[(int)fillId - 1];
            var (instrument, order) = (markets[before.Symbol].Instrument, orders[before.OrderId]);
            var (fee, currency) = Fee(instrument, before.Side, quantity, price);
            var after = before with
            {
                Quantity = quantity, Price = price, Fee = fee, FeeCurrency = currency, Revision = before.Revision + 1, Replaced = before,
            };
            fills[(int)fillId - 1] = after;
            Account.Reverse(instrument, before);
            Account.Apply(instrument, after);
            orders[order.Id] = order with
            {
                Filled = order.Filled - before.Quantity + quantity,
                FilledNotional = order.FilledNotional - (before.Quantity * before.Price) + (quantity * price),
            };
            return after;
        }
    }
}

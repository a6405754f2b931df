namespace Superintel.VenueSimulator.Matching;

// What was traded and is said to have been otherwise.
public sealed partial class SimExchange
{
    /// <summary>Corrects an execution: the account and the order are as if it had been so from the start. What is over stays
    /// over.</summary>
    /// <param name="quantity">At most what it was; zero takes it back.</param>
    public SimFill Correct(long fillId, decimal quantity, decimal price)
    {
        lock (gate)
        {
            var at = fills.FindIndex(fill => fill.Id == fillId);
            var before = fills[at];
            var (instrument, order) = (markets[before.Symbol].Instrument, orders.Find(before.OrderId)!);
            var (fee, currency) = SimRules.Fee((Fees, FeeRate), instrument, before.Side, quantity, price);
            var after = before with
            {
                Quantity = quantity, Price = price, Fee = fee, FeeCurrency = currency, Revision = before.Revision + 1, Replaced = before,
            };
            fills[at] = after;
            Account.Reverse(instrument, before);
            Account.Apply(instrument, after);
            orders.Put(order with
            {
                Filled = order.Filled - before.Quantity + quantity,
                FilledNotional = order.FilledNotional - (before.Quantity * before.Price) + (quantity * price),
            });
            return after;
        }
    }
}

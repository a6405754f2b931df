namespace Superintel.VenueSimulator.Matching;

public sealed partial class SimExchange
{
    /// <summary>
    /// Gives a working order other terms: it stays the order that it is, with what it has traded. The market may meet it at once.
    /// </summary>
    /// <param name="terms">With the whole quantity, what was traded already included.</param>
    /// <returns>Null and why not: it works on as it was, if it works.</returns>
    public (SimOrder? Changed, string? Objection) Replace(long id, SimTicket terms)
    {
        lock (gate)
        {
            if (orders.Find(id) is not { IsWorking: true } order || terms.Quantity <= order.Filled) return (null, null);
            if (Objection(terms) is { } objection) return (null, objection);
            var before = order.Ticket;
            var follows = terms.TrailingAmount == before.TrailingAmount && terms.StopPrice == before.StopPrice;
            return (Meet(Keep(order with
            {
                Ticket = terms,
                IsTriggered = !IsStop(terms.Type) || (order.IsTriggered && terms.Type == before.Type),
                Trail = follows && terms.Type == before.Type ? order.Trail : null,
            }), isMaker: false), null);
        }
    }
}

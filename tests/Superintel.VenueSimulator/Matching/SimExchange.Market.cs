using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

// The markets: how they move, and how resting orders meet them.
public sealed partial class SimExchange
{
    /// <summary>Numbers for trades of other people, so that theirs and ours are in one row.</summary>
    /// <returns>The first of them.</returns>
    public long TakeTrades(int count)
    {
        lock (gate)
        {
            lastTrade += count;
            return lastTrade - count + 1;
        }
    }

    /// <summary>Every market moves one step, and resting orders meet it.</summary>
    public void Step()
    {
        lock (gate)
        {
            foreach (var (instrument, book) in markets.Values)
            {
                book.Step();
                BookChanged?.Invoke(instrument, book);
            }
            MeetAll();
        }
    }

    /// <summary>One market moves to a price, and resting orders meet it.</summary>
    public void MoveTo(string symbol, decimal price)
    {
        lock (gate)
        {
            var (instrument, book) = markets[symbol];
            book.MoveTo(price);
            BookChanged?.Invoke(instrument, book);
            MeetAll();
        }
    }

    /// <summary>The session ends: closing orders trade at the last price, orders of the day expire.</summary>
    public void CloseSession()
    {
        lock (gate)
        {
            foreach (var order in orders.Open.Where(order => order.IsWorking).ToArray())
            {
                var last = markets[order.Ticket.Symbol].Book.Last;
                var good = order.Ticket.Type == SimOrderType.MarketOnClose
                    || (order.Ticket.Type == SimOrderType.LimitOnClose && IsGood(order.Ticket.Side, last, order.Ticket.LimitPrice));
                if (good) Fill(order, order.Leaves, last, isMaker: false);
                else if (order.Ticket.GoodTill is { } end && end <= clock.GetUtcNow()) Keep(order with { Status = SimOrderStatus.Expired });
            }
        }
    }

    private void MeetAll()
    {
        foreach (var id in orders.Open.Where(order => order.IsWorking).Select(order => order.Id).ToArray())
        {
            // What another order's trade has just ended meets nothing.
            if (orders.Find(id) is not { IsWorking: true } order) continue;
            if (order.Ticket.GoodTill <= clock.GetUtcNow()) Keep(order with { Status = SimOrderStatus.Expired });
            else Meet(order, isMaker: true);
        }
    }
}

namespace Superintel.Venue.Ibkr.Session;

/// <summary>
/// The numbers of one client: orders' and requests', which TWS's errors name by the same field. The next order id is above everything that
/// TWS or anybody ever used. Which numbers are our orders' is known one by one: another program's ids may be as high as they like.
/// </summary>
public sealed class OrderIds
{
    /// <summary>Where the numbers of requests begin, far above usual order ids.</summary>
    public const int FirstRequest = 1_000_000_000;

    // Orders that come into the requests' numbers go on this far above them.
    private const int Gap = 100_000_000;
    private const int Bound = 65_536;

    private readonly Lock gate = new();
    private readonly HashSet<int> own = [];
    private readonly Queue<int> remembered = [];
    private int next = 1;
    private int lastRequest = FirstRequest;

    /// <param name="orderId">Of whichever client.</param>
    public void Seen(int orderId)
    {
        lock (gate) Above(orderId);
    }

    /// <param name="orderId">Of an order that this client placed.</param>
    public void Own(int orderId)
    {
        if (orderId <= 0) return;
        lock (gate)
        {
            Above(orderId);
            Remember(orderId);
        }
    }

    /// <param name="nextValid">TWS's own word, the least that may be used.</param>
    public void AtLeast(int nextValid)
    {
        lock (gate) next = Math.Max(next, nextValid);
    }

    public bool IsOwn(int id)
    {
        lock (gate) return own.Contains(id);
    }

    /// <exception cref="TwsException">order-ids-exhausted: an id was seen above which there is none.</exception>
    public int Take()
    {
        lock (gate)
        {
            if (next > FirstRequest && next <= lastRequest + Gap) next = lastRequest + Gap + 1;
            if (next == int.MaxValue)
                throw new TwsException("order-ids-exhausted", "An order id was seen above which there is none: reset the ids in TWS.");
            Remember(next);
            return next++;
        }
    }

    /// <summary>A request's number, which is no order's of ours.</summary>
    public int TakeRequest()
    {
        lock (gate)
        {
            do lastRequest++;
            while (own.Contains(lastRequest));
            return lastRequest;
        }
    }

    private void Above(int orderId)
    {
        if (orderId >= next) next = orderId == int.MaxValue ? orderId : orderId + 1;
    }

    private void Remember(int orderId)
    {
        if (!own.Add(orderId)) return;
        remembered.Enqueue(orderId);
        if (remembered.Count > Bound) own.Remove(remembered.Dequeue());
    }
}

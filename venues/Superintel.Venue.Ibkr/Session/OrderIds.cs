namespace Superintel.Venue.Ibkr.Session;

/// <summary>The next order id: above everything that TWS or we ever used, so that none is used twice.</summary>
public sealed class OrderIds
{
    private readonly Lock gate = new();
    private int next;

    public void Seen(int orderId)
    {
        lock (gate) next = Math.Max(next, orderId + 1);
    }

    /// <param name="nextValid">TWS's own word, the least that may be used.</param>
    public void AtLeast(int nextValid)
    {
        lock (gate) next = Math.Max(next, nextValid);
    }

    public int Take()
    {
        lock (gate) return next++;
    }
}

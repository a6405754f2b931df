namespace Superintel.Venue.Binance.Books;

/// <summary>
/// One side of a book: two sorted arrays, the best price at the end, where nearly all changes are, so that little has to move. Prices are
/// kept with the sign that makes the best the largest.
/// </summary>
public sealed class BookSide(bool bids)
{
    private const int FirstCapacity = 8_192;
    private const int MostLevels = 65_536;
    private readonly long sign = bids ? 1 : -1;
    private long[] keys = new long[FirstCapacity];
    private long[] quantities = new long[FirstCapacity];

    public int Count { get; private set; }

    /// <summary>Levels that were lost because the side was full: always the worst.</summary>
    public long Dropped { get; private set; }

    /// <summary>The n-th best level.</summary>
    /// <param name="rank">0 is the best.</param>
    public (long Price, long Quantity) this[int rank]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rank, (uint)Count, nameof(rank));
            return (keys[Count - 1 - rank] * sign, quantities[Count - 1 - rank]);
        }
    }

    public void Clear() => Count = 0;

    /// <summary>Sets a level to a quantity; zero takes it away, and taking away what is not there is fine.</summary>
    public void Set(long price, long quantity)
    {
        var key = price * sign;
        var at = Find(key);
        if ((uint)at < (uint)Count && keys[at] == key)
        {
            if (quantity != 0) quantities[at] = quantity;
            else Remove(at);
        }
        else if (quantity != 0)
        {
            Insert(at, key, quantity);
        }
    }

    // The first place whose key is not smaller. Steps double from the best end, then the last step is halved.
    private int Find(long key)
    {
        var all = keys;
        var (high, step) = (Count, 1);
        var low = high - 1;
        while (low >= 0 && all[low] >= key)
        {
            high = low;
            low -= step;
            step <<= 1;
        }
        low = low < 0 ? 0 : low + 1;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (all[middle] < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void Remove(int at)
    {
        var moved = --Count - at;
        if (moved == 0) return;
        Array.Copy(keys, at + 1, keys, at, moved);
        Array.Copy(quantities, at + 1, quantities, at, moved);
    }

    private void Insert(int at, long key, long quantity)
    {
        if (Count == keys.Length && !Grow())
        {
            Dropped++;
            if (at == 0) return; // it is the worst itself
            Remove(0);
            at--;
        }
        var moved = Count++ - at;
        if (moved > 0)
        {
            Array.Copy(keys, at, keys, at + 1, moved);
            Array.Copy(quantities, at, quantities, at + 1, moved);
        }
        (keys[at], quantities[at]) = (key, quantity);
    }

    private bool Grow()
    {
        if (keys.Length >= MostLevels) return false;
        Array.Resize(ref keys, keys.Length * 2);
        Array.Resize(ref quantities, quantities.Length * 2);
        return true;
    }
}

using System.Collections.Immutable;

namespace Superintel.Risk.Microstructure;

/// <summary>
/// Order flow in volume time: trades fill buckets of one size, each keeps by how much its buys and sells differ. A trade that is larger
/// than what is left of a bucket goes on in the next.
/// </summary>
/// <param name="BucketVolume">Units per bucket; zero when the source gives no trades.</param>
/// <param name="Buys">Units bought by aggressors in the bucket at work.</param>
/// <param name="Sells">The same, sold.</param>
/// <param name="Differences">|buys - sells| of the last full buckets, oldest first, at most <see cref="Buckets"/>.</param>
public sealed record TradeFlow(decimal BucketVolume, decimal Buys, decimal Sells, ImmutableArray<decimal> Differences)
{
    /// <summary>Buckets behind <see cref="Vpin"/>.</summary>
    public const int Buckets = 50;

    public static TradeFlow None { get; } = new(0m, 0m, 0m, []);

    public static TradeFlow Of(decimal bucketVolume) => bucketVolume > 0m
        ? new TradeFlow(bucketVolume, 0m, 0m, [])
        : throw new ArgumentOutOfRangeException(nameof(bucketVolume), bucketVolume, "A bucket holds more than nothing.");

    /// <summary>Volume-synchronised probability of informed trading; null before <see cref="Buckets"/> buckets are full.</summary>
    /// <remarks>Easley, Lopez de Prado and O'Hara (2012), Flow toxicity and liquidity in a high-frequency world, equation 6. The aggressor
    /// is the venue's word where it gives one.</remarks>
    public decimal? Vpin
    {
        get
        {
            if (Differences.Length < Buckets) return null;
            var sum = 0m;
            foreach (var difference in Differences) sum += difference;
            return sum / (Buckets * BucketVolume);
        }
    }

    /// <summary>The flow after more trades, oldest first. Of a very large trade only the last buckets count.</summary>
    public TradeFlow Add(IEnumerable<TradePrint> trades)
    {
        if (BucketVolume <= 0m) return this;
        var (buys, sells) = (Buys, Sells);
        var full = new Queue<decimal>(Differences);
        foreach (var trade in trades)
        {
            var left = Math.Min(trade.Quantity, (Buckets + 1) * BucketVolume);
            while (left > 0m)
            {
                var taken = Math.Min(left, BucketVolume - buys - sells);
                var bought = taken * trade.BuyShare;
                (buys, sells) = (buys + bought, sells + taken - bought);
                left -= taken;
                if (buys + sells < BucketVolume) continue;
                full.Enqueue(Math.Abs(buys - sells));
                if (full.Count > Buckets) full.Dequeue();
                (buys, sells) = (0m, 0m);
            }
        }

        return new TradeFlow(BucketVolume, buys, sells, [.. full]);
    }

    /// <summary>The same flow in buckets of another size: days become busier and calmer, and what each bucket said of its trades
    /// stays said.</summary>
    public TradeFlow Resized(decimal bucketVolume)
    {
        if (bucketVolume == BucketVolume) return this;
        if (BucketVolume <= 0m) return Of(bucketVolume);
        var buys = Math.Min(Scaled(Buys), bucketVolume);
        return new TradeFlow(bucketVolume, buys, Math.Min(Scaled(Sells), bucketVolume - buys), [.. Differences.Select(Scaled)]);

        decimal Scaled(decimal units) => Math.Min(decimal.Round(units / BucketVolume * bucketVolume, 12), bucketVolume);
    }

    public bool Equals(TradeFlow? other) =>
        other is not null && (BucketVolume, Buys, Sells) == (other.BucketVolume, other.Buys, other.Sells)
        && Differences.AsSpan().SequenceEqual(other.Differences.AsSpan());

    public override int GetHashCode() => HashCode.Combine(BucketVolume, Buys, Sells, Differences.Length);
}

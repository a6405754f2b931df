using Superintel.Risk.Market;

namespace Superintel.Risk.Exposure;

/// <summary>Exposure by sector, signed, base currency.</summary>
public static class SectorExposure
{
    public const string Unclassified = "unclassified";

    public static string Of(Instrument? instrument) => instrument?.Sector is { Length: > 0 } sector ? sector : Unclassified;

    /// <summary>Long minus short of each of the sectors, the farther from zero of what the orders of others can make of it.</summary>
    /// <param name="sectors">Unique.</param>
    public static decimal[] Net(BookExposure book, MarketSnapshot market, IReadOnlyList<string> sectors)
    {
        var net = new decimal[sectors.Count];
        foreach (var pair in book.Pairs.Values)
        {
            foreach (var (id, value) in pair.Values)
            {
                var sector = Of(market.Find(id));
                for (var i = 0; i < net.Length; i++)
                {
                    if (sectors[i] == sector) net[i] += value;
                }
            }
        }

        return book.Others.IsEmpty ? net : Worst(book, market, sectors, net);
    }

    private static decimal[] Worst(BookExposure book, MarketSnapshot market, IReadOnlyList<string> sectors, decimal[] net)
    {
        for (var i = 0; i < net.Length; i++)
        {
            var (upper, lower) = (net[i], net[i]);
            foreach (var (id, value) in book.Others)
            {
                if (Of(market.Find(id)) != sectors[i]) continue;
                (upper, lower) = (upper + Math.Max(0m, value), lower + Math.Min(0m, value));
            }

            net[i] = Math.Abs(upper) >= Math.Abs(lower) ? upper : lower;
        }

        return net;
    }
}

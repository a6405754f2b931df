using Superintel.Risk.Market;

namespace Superintel.Risk.Exposure;

/// <summary>Exposure by sector, signed, base currency.</summary>
public static class SectorExposure
{
    public const string Unclassified = "unclassified";

    public static string Of(Instrument? instrument) => instrument?.Sector is { Length: > 0 } sector ? sector : Unclassified;

    /// <summary>Long minus short of each of the sectors.</summary>
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

        return net;
    }
}

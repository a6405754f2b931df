using System.Collections.Immutable;
using Superintel.Risk.Market;

namespace Superintel.Risk.Exposure;

/// <summary>Exposure by sector, signed, base currency.</summary>
public static class SectorExposure
{
    public const string Unclassified = "unclassified";

    public static string Of(Instrument? instrument) => instrument?.Sector is { Length: > 0 } sector ? sector : Unclassified;

    public static ImmutableSortedDictionary<string, decimal> Net(BookExposure book, MarketSnapshot market)
    {
        var net = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var pair in book.Pairs.Values)
        {
            foreach (var (id, value) in pair.Values)
            {
                var sector = Of(market.Find(id));
                net[sector] = net.GetValueOrDefault(sector) + value;
            }
        }

        return net.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}

using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Books;

/// <summary>Reads depth changes (raw or combined) and snapshots without allocation. Never throws.</summary>
public static class DepthParser
{
    /// <summary>A depthUpdate of a stream.</summary>
    /// <returns>Null: it is in <paramref name="into"/>.</returns>
    public static WireError? Change(ReadOnlySpan<byte> json, DepthScale scale, DepthChange into)
    {
        into.Clear();
        if (DepthScan.TryRead(json, scale, into)) return null;
        into.Clear();
        var reader = new WireReader(json);
        if (reader.BeginObject()) Fields(ref reader, scale, into, wrapped: false);
        return reader.Error ?? (into.LastId < 0 || into.FirstId < 0 ? new WireError("missing-field", "u") : null);
    }

    /// <summary>A REST snapshot.</summary>
    public static WireError? Snapshot(ReadOnlySpan<byte> json, DepthScale scale, DepthChange into)
    {
        into.Clear();
        var reader = new WireReader(json);
        if (reader.BeginObject())
        {
            while (reader.NextField())
            {
                if (reader.Is("lastUpdateId"u8)) into.FirstId = into.LastId = reader.Long();
                else if (reader.Is("bids"u8)) Levels(ref reader, scale, into, bid: true);
                else if (reader.Is("asks"u8)) Levels(ref reader, scale, into, bid: false);
                else if (reader.Is("E"u8)) into.EventMs = reader.Long();
                else reader.Skip();
            }
        }
        return reader.Error ?? (into.LastId < 0 ? new WireError("missing-field", "lastUpdateId") : null);
    }

    private static void Fields(ref WireReader reader, DepthScale scale, DepthChange into, bool wrapped)
    {
        while (reader.NextField())
        {
            if (reader.Is("U"u8)) into.FirstId = reader.Long();
            else if (reader.Is("u"u8)) into.LastId = reader.Long();
            else if (reader.Is("pu"u8)) into.PreviousId = reader.Long();
            else if (reader.Is("E"u8)) into.EventMs = reader.Long();
            else if (reader.Is("b"u8)) Levels(ref reader, scale, into, bid: true);
            else if (reader.Is("a"u8)) Levels(ref reader, scale, into, bid: false);
            else if (reader.Is("data"u8) && !wrapped && reader.EnterObject()) Fields(ref reader, scale, into, wrapped: true);
            else reader.Skip();
        }
    }

    private static void Levels(ref WireReader reader, DepthScale scale, DepthChange into, bool bid)
    {
        if (!reader.EnterArray()) return;
        var count = 0;
        while (reader.NextItem())
        {
            if (++count > WireLimits.Levels) reader.Refuse("too-many");
            if (!reader.EnterArray()) return;
            var price = Scaled(ref reader, scale.PriceDecimals);
            var quantity = Scaled(ref reader, scale.QuantityDecimals);
            if (reader.Error is not null) return;
            into.Add(bid, price, quantity);
            reader.SkipRest();
        }
    }

    private static long Scaled(ref WireReader reader, int decimals)
    {
        if (!reader.NextItem())
        {
            if (reader.Error is null) reader.Refuse("missing-field");
            return 0;
        }
        if (DepthScale.TryRead(reader.Raw(), decimals, out var scaled)) return scaled;
        reader.Refuse("bad-number");
        return 0;
    }
}

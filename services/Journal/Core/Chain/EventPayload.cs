using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Journal.Chain;

/// <summary>An event as the journal writes it: JSON, camelCase, fields in the order of the contract.</summary>
public static class EventPayload
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole event; of a slice of bars only its digest, since the bars themselves stay where they are stored.</summary>
    public static string Of(IEvent happened) => happened switch
    {
        BarClosed slice => JsonSerializer.Serialize(Digest(slice), Options),
        BarsBackfilled past => JsonSerializer.Serialize(Digest(past), Options),
        _ => JsonSerializer.Serialize(happened, happened.GetType(), Options),
    };

    private static object Digest(BarClosed slice) => new
    {
        slice.Feed,
        slice.Interval,
        slice.OccurredAt,
        slice.Replayed,
        Bars = slice.Bars.Count,
        BarsSha256 = Digest(slice.Bars),
    };

    private static object Digest(BarsBackfilled past) => new
    {
        past.Feed,
        past.Interval,
        past.OccurredAt,
        Bars = past.Bars.Count,
        BarsSha256 = Digest(past.Bars),
    };

    private static string Digest(IReadOnlyList<ClosedBar> bars) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(bars, Options))));
}

using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Venue.Mt4;

/// <summary>
/// POST /v1/orders as text: what the serialiser writes, without its way through every field. What is not plain is left to it.
/// </summary>
internal static class Mt4OrderText
{
    private const int Longest = 512;
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("#-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static byte[] Of(Mt4OrderRequest order)
    {
        Span<byte> text = stackalloc byte[Longest];
        return order.Expiration is null && IsPlain(order.ClientOrderId) && IsPlain(order.Symbol) && IsPlain(order.Side)
            && IsPlain(order.Type) && Written(order, text) is var length and > 0
            ? text[..length].ToArray()
            : JsonSerializer.SerializeToUtf8Bytes(order, Mt4Json.Options);
    }

    /// <returns>Zero: it does not fit.</returns>
    private static int Written(Mt4OrderRequest order, Span<byte> text)
    {
        var rest = text;
        var fits = Utf8.TryWrite(
            rest,
            CultureInfo.InvariantCulture,
            $"{{\"clientOrderId\":\"{order.ClientOrderId}\",\"symbol\":\"{order.Symbol}\",\"side\":\"{order.Side}\"",
            out var begun);
        rest = rest[begun..];
        fits = fits && Add(ref rest, "type", order.Type) && Add(ref rest, "lots", order.Lots) && Add(ref rest, "price", order.Price)
            && Add(ref rest, "magic", order.Magic) && Add(ref rest, "slippagePoints", order.SlippagePoints)
            && Add(ref rest, "stopLoss", order.StopLoss) && Add(ref rest, "takeProfit", order.TakeProfit);
        var end = order.Reduces switch { null => "}"u8, true => ",\"reduces\":true}"u8, false => ",\"reduces\":false}"u8 };
        return fits && end.TryCopyTo(rest) ? text.Length - rest.Length + end.Length : 0;
    }

    private static bool Add(ref Span<byte> rest, string name, string value)
    {
        if (!Utf8.TryWrite(rest, CultureInfo.InvariantCulture, $",\"{name}\":\"{value}\"", out var length)) return false;
        rest = rest[length..];
        return true;
    }

    private static bool Add(ref Span<byte> rest, string name, decimal? value)
    {
        if (value is not { } told) return true;
        if (!Utf8.TryWrite(rest, CultureInfo.InvariantCulture, $",\"{name}\":\"{told}\"", out var length)) return false;
        rest = rest[length..];
        return true;
    }

    private static bool Add(ref Span<byte> rest, string name, int? value)
    {
        if (value is not { } told) return true;
        if (!Utf8.TryWrite(rest, CultureInfo.InvariantCulture, $",\"{name}\":{told}", out var length)) return false;
        rest = rest[length..];
        return true;
    }

    private static bool IsPlain(string value) => !value.AsSpan().ContainsAnyExcept(Plain);
}

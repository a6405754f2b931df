using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Superintel.Kernel;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Orders;

/// <summary>
/// A signed request of the WebSocket API, written into buffers that are used again. What a method gives holds until the next call. The
/// parameters are put in alphabetical order, which is the order they are signed in. Nearly all of it is fixed text, which is copied: a
/// JSON writer takes as long as all the rest of an order.
/// </summary>
public sealed class ApiRequest
{
    private const int Usual = 1_024;
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("+-./0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    private readonly ArrayBufferWriter<byte> json = new(Usual);
    private readonly ArrayBufferWriter<byte> payload = new(Usual);
    private RequestStamp stamp;
    private bool hasParameters;

    public ReadOnlyMemory<byte> Place(long id, NewOrder order, in RequestStamp stamped)
    {
        Begin(id, "order.place"u8, in stamped);
        Put("newClientOrderId"u8, order.Name);
        Put("newOrderRespType"u8, "FULL");
        if (order.Price is { } price) Put("price"u8, price);
        Put("quantity"u8, order.Quantity);
        PutWindow();
        Put("side"u8, order.Side == Side.Buy ? "BUY" : "SELL");
        if (order.StopPrice is { } stop) Put("stopPrice"u8, stop);
        Put("symbol"u8, order.Symbol);
        if (order.Type is SpotOrderType.Limit or SpotOrderType.StopLossLimit) Put("timeInForce"u8, order.TimeInForce.Word());
        PutTime();
        Put("type"u8, order.Type.Word());
        return End();
    }

    public ReadOnlyMemory<byte> Cancel(long id, string symbol, string name, in RequestStamp stamped)
    {
        Begin(id, "order.cancel"u8, in stamped);
        Put("origClientOrderId"u8, name);
        PutWindow();
        Put("symbol"u8, symbol);
        PutTime();
        return End();
    }

    /// <summary>A method that wants nothing but who asks: session.logon, userDataStream.subscribe.signature.</summary>
    public ReadOnlyMemory<byte> Of(long id, ReadOnlySpan<byte> method, in RequestStamp stamped)
    {
        Begin(id, method, in stamped);
        PutWindow();
        PutTime();
        return End();
    }

    private void Begin(long id, ReadOnlySpan<byte> method, in RequestStamp stamped)
    {
        (stamp, hasParameters) = (stamped, false);
        json.ResetWrittenCount();
        payload.ResetWrittenCount();
        json.Write("{\"id\":"u8);
        Write(json, id);
        json.Write(",\"method\":\""u8);
        json.Write(method);
        json.Write("\",\"params\":{"u8);
        if (stamp.Signer is { } signer) Put("apiKey"u8, signer.ApiKey);
    }

    private ReadOnlyMemory<byte> End()
    {
        if (stamp.Signer is { } signer)
        {
            Name("signature"u8);
            Quote(signer.Sign(payload.WrittenSpan));
        }
        json.Write("}}"u8);
        return json.WrittenMemory;
    }

    private void PutWindow() => Put("recvWindow"u8, (long)stamp.ReceiveWindow.TotalMilliseconds);

    private void PutTime() => Put("timestamp"u8, stamp.NowMs);

    private void Put(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Quote(value);
        if (BeginSigned(name)) Write(payload, value);
    }

    private void Put(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Write(json, value);
        if (BeginSigned(name)) Write(payload, value);
    }

    private void Put(ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> digits = stackalloc byte[PlainDecimal.Longest];
        var text = PlainDecimal.Write(value, digits);
        Name(name);
        json.Write("\""u8);
        json.Write(text);
        json.Write("\""u8);
        if (BeginSigned(name)) payload.Write(text);
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        json.Write(hasParameters ? ",\""u8 : "\""u8);
        hasParameters = true;
        json.Write(name);
        json.Write("\":"u8);
    }

    private void Quote(string value)
    {
        json.Write("\""u8);
        if (value.AsSpan().ContainsAnyExcept(Plain)) json.Write(JsonEncodedText.Encode(value).EncodedUtf8Bytes);
        else Write(json, value);
        json.Write("\""u8);
    }

    // Raw, not percent-encoded.
    private bool BeginSigned(ReadOnlySpan<byte> name)
    {
        if (stamp.Signer is null) return false;
        if (payload.WrittenCount > 0) payload.Write("&"u8);
        payload.Write(name);
        payload.Write("="u8);
        return true;
    }

    private static void Write(ArrayBufferWriter<byte> to, string value) =>
        to.Advance(Encoding.UTF8.GetBytes(value, to.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));

    private static void Write(ArrayBufferWriter<byte> to, long value)
    {
        value.TryFormat(to.GetSpan(PlainDecimal.Longest), out var length, default, CultureInfo.InvariantCulture);
        to.Advance(length);
    }
}

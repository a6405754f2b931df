using System.Buffers;
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
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("+-./0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    private readonly RequestText json = new();
    private readonly RequestText payload = new();
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
        json.Clear();
        payload.Clear();
        json.Add("{\"id\":"u8);
        json.Add(id);
        json.Add(",\"method\":\""u8);
        json.Add(method);
        json.Add("\",\"params\":{"u8);
        if (stamp.Signer is { } signer) Put("apiKey"u8, signer.ApiKey);
    }

    private ReadOnlyMemory<byte> End()
    {
        if (stamp.Signer is { } signer)
        {
            Name("signature"u8);
            Quote(signer.Sign(payload.Written.Span));
        }
        json.Add("}}"u8);
        return json.Written;
    }

    private void PutWindow() => Put("recvWindow"u8, (long)stamp.ReceiveWindow.TotalMilliseconds);

    private void PutTime() => Put("timestamp"u8, stamp.NowMs);

    private void Put(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Quote(value);
        if (BeginSigned(name)) payload.Add(value);
    }

    private void Put(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        json.Add(value);
        if (BeginSigned(name)) payload.Add(value);
    }

    private void Put(ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> digits = stackalloc byte[PlainDecimal.Longest];
        var text = PlainDecimal.Write(value, digits);
        Name(name);
        json.Add("\""u8);
        json.Add(text);
        json.Add("\""u8);
        if (BeginSigned(name)) payload.Add(text);
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        json.Add(hasParameters ? ",\""u8 : "\""u8);
        hasParameters = true;
        json.Add(name);
        json.Add("\":"u8);
    }

    private void Quote(string value)
    {
        json.Add("\""u8);
        if (value.AsSpan().ContainsAnyExcept(Plain)) json.Add(JsonEncodedText.Encode(value).EncodedUtf8Bytes);
        else json.Add(value);
        json.Add("\""u8);
    }

    // Raw, not percent-encoded.
    private bool BeginSigned(ReadOnlySpan<byte> name)
    {
        if (stamp.Signer is null) return false;
        if (!payload.IsEmpty) payload.Add("&"u8);
        payload.Add(name);
        payload.Add("="u8);
        return true;
    }
}

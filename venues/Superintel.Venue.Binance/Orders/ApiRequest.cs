using System.Buffers;
using System.Text.Json;
using Superintel.Kernel;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;
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
    private int parameters; // where they begin in the text

    public ReadOnlyMemory<byte> Place(long id, NewOrder order, in RequestStamp stamped)
    {
        Begin(id, "order.place"u8, in stamped);
        Put(",\"newClientOrderId\":\""u8, "&newClientOrderId="u8, order.Name);
        Put(",\"newOrderRespType\":\"FULL\""u8, "&newOrderRespType=FULL"u8);
        if (order.Price is { } price) Put(",\"price\":\""u8, "&price="u8, price);
        Put(",\"quantity\":\""u8, "&quantity="u8, order.Quantity);
        PutWindow();
        if (order.Side == Side.Buy) Put(",\"side\":\"BUY\""u8, "&side=BUY"u8);
        else Put(",\"side\":\"SELL\""u8, "&side=SELL"u8);
        if (order.StopPrice is { } stop) Put(",\"stopPrice\":\""u8, "&stopPrice="u8, stop);
        PutSymbol(order.Symbol);
        if (order.Type is SpotOrderType.Limit or SpotOrderType.StopLossLimit)
            Put(",\"timeInForce\":\""u8, "&timeInForce="u8, order.TimeInForce.Word());
        PutTime();
        Put(",\"type\":\""u8, "&type="u8, order.Type.Word());
        return End();
    }

    public ReadOnlyMemory<byte> Cancel(long id, string symbol, string name, in RequestStamp stamped)
    {
        Begin(id, "order.cancel"u8, in stamped);
        Put(",\"origClientOrderId\":\""u8, "&origClientOrderId="u8, name);
        PutWindow();
        PutSymbol(symbol);
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
        stamp = stamped;
        json.Clear();
        payload.Clear();
        json.Add("{\"id\":"u8);
        json.Add(id);
        json.Add(",\"method\":\""u8);
        json.Add(method);
        json.Add("\",\"params\":"u8);
        parameters = json.Length;
        if (stamp.Signer is { } signer) Put(",\"apiKey\":\""u8, "&apiKey="u8, signer.ApiKey);
    }

    private ReadOnlyMemory<byte> End()
    {
        if (stamp.Signer is { } signer)
        {
            json.Add(",\"signature\":\""u8);
            json.Add(signer.Sign(payload.Written.Span[1..], stackalloc byte[ISigner.Longest]));
            json.Add("\""u8);
        }
        json.Add("}}"u8);
        json[parameters] = (byte)'{'; // the first one's comma
        return json.Written;
    }

    private void PutSymbol(string symbol) => Put(",\"symbol\":\""u8, "&symbol="u8, symbol);

    private void PutWindow() => Put(",\"recvWindow\":"u8, "&recvWindow="u8, (long)stamp.ReceiveWindow.TotalMilliseconds);

    private void PutTime() => Put(",\"timestamp\":"u8, "&timestamp="u8, stamp.NowMs);

    private void Put(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> signed)
    {
        json.Add(whole);
        if (stamp.Signer is not null) payload.Add(signed);
    }

    /// <param name="begin">Its name and what stands before the value, a comma first.</param>
    /// <param name="signed">The same as it is signed: raw, not percent-encoded.</param>
    private void Put(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> signed, string value)
    {
        Put(begin, signed);
        if (value.AsSpan().ContainsAnyExcept(Plain)) json.Add(JsonEncodedText.Encode(value).EncodedUtf8Bytes);
        else json.Add(value);
        json.Add("\""u8);
        if (stamp.Signer is not null) payload.Add(value);
    }

    private void Put(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> signed, long value)
    {
        Put(begin, signed);
        json.Add(value);
        if (stamp.Signer is not null) payload.Add(value);
    }

    private void Put(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> signed, decimal value)
    {
        Span<byte> digits = stackalloc byte[PlainDecimal.Longest];
        var text = PlainDecimal.Write(value, digits);
        Put(begin, signed);
        json.Add(text);
        json.Add("\""u8);
        if (stamp.Signer is not null) payload.Add(text);
    }
}

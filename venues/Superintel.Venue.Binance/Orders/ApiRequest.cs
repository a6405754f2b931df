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
/// parameters are put in alphabetical order, which is the order they are signed in.
/// </summary>
public sealed class ApiRequest : IDisposable
{
    private const int Usual = 1_024;
    private readonly ArrayBufferWriter<byte> json = new(Usual);
    private readonly ArrayBufferWriter<byte> payload = new(Usual);
    private readonly Utf8JsonWriter writer;
    private RequestStamp stamp;

    public ApiRequest() => writer = new Utf8JsonWriter(json, new JsonWriterOptions { SkipValidation = true });

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

    public void Dispose() => writer.Dispose();

    private void Begin(long id, ReadOnlySpan<byte> method, in RequestStamp stamped)
    {
        stamp = stamped;
        json.ResetWrittenCount();
        payload.ResetWrittenCount();
        writer.Reset(json);
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, id);
        writer.WriteString("method"u8, method);
        writer.WriteStartObject("params"u8);
        if (stamp.Signer is { } signer) Put("apiKey"u8, signer.ApiKey);
    }

    private ReadOnlyMemory<byte> End()
    {
        if (stamp.Signer is { } signer) writer.WriteString("signature"u8, signer.Sign(payload.WrittenSpan));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    private void PutWindow() => Put("recvWindow"u8, (long)stamp.ReceiveWindow.TotalMilliseconds);

    private void PutTime() => Put("timestamp"u8, stamp.NowMs);

    private void Put(ReadOnlySpan<byte> name, string value)
    {
        writer.WriteString(name, value);
        if (!BeginSigned(name)) return;
        payload.Advance(Encoding.UTF8.GetBytes(value, payload.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    private void Put(ReadOnlySpan<byte> name, long value)
    {
        writer.WriteNumber(name, value);
        if (!BeginSigned(name)) return;
        value.TryFormat(payload.GetSpan(PlainDecimal.Longest), out var length, default, CultureInfo.InvariantCulture);
        payload.Advance(length);
    }

    private void Put(ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> digits = stackalloc byte[PlainDecimal.Longest];
        var text = PlainDecimal.Write(value, digits);
        writer.WriteString(name, text);
        if (BeginSigned(name)) payload.Write(text);
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
}

using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>Answers of the WebSocket API.</summary>
public static class WebSocketApiParser
{
    private const int MostLimits = 32;

    /// <param name="json">Kept by the answer: its result is a part of it.</param>
    public static Parsed<WebSocketAnswer> Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new WireReader(json.Span);
        if (!reader.BeginObject()) return reader.Error!;
        var (id, status, error, result) = (string.Empty, -1, default(ApiError), ReadOnlyMemory<byte>.Empty);
        IReadOnlyList<RateCount> counts = [];
        while (reader.NextField())
        {
            if (reader.Is("id"u8))
            {
                id = StreamEnvelope.IdOf(ref reader);
            }
            else if (reader.Is("status"u8))
            {
                status = reader.Int();
            }
            else if (reader.Is("error"u8))
            {
                error = reader.IsNull ? null : MarketParser.ReadError(ref reader);
            }
            else if (reader.Is("result"u8))
            {
                var start = reader.Position;
                reader.Skip();
                if (reader.Error is null) result = json[start..reader.End];
            }
            else if (reader.Is("rateLimits"u8) && reader.IsArray)
            {
                counts = Rows.Read(ref reader, Counted, MostLimits);
            }
            else
            {
                reader.Skip();
            }
        }
        if (reader.Error is { } broken) return broken;
        return status < 0 ? new WireError("missing-field", "status") : new WebSocketAnswer(id, status, error, result, counts);
    }

    private static RateCount? Counted(ref WireReader reader)
    {
        if (!reader.EnterObject()) return null;
        var (kind, unit, number, count) = (string.Empty, string.Empty, 0, -1);
        while (reader.NextField())
        {
            if (reader.Is("rateLimitType"u8)) kind = reader.Text();
            else if (reader.Is("interval"u8)) unit = reader.Text();
            else if (reader.Is("intervalNum"u8)) number = reader.Int();
            else if (reader.Is("count"u8)) count = reader.Int();
            else reader.Skip();
        }
        var interval = RateLimit.Span(unit, number);
        return reader.Error is null && interval > TimeSpan.Zero && count >= 0 ? new RateCount(kind, interval, count) : null;
    }
}

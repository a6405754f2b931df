using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>An answer, the same for REST and for the WebSocket API.</summary>
/// <param name="RetryAfter">Seconds; 0: not said.</param>
internal sealed record Reply(int Status, JsonNode Body, int RetryAfter = 0)
{
    public static Reply Ok(JsonNode body) => new(200, body);

    public static Reply Error(int code, string text, int status = 400) => new(status, new JsonObject { ["code"] = code, ["msg"] = text });

    public bool IsError => Status != 200;
}

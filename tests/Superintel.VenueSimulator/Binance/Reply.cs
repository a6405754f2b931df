using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>An answer, the same for REST and for the WebSocket API.</summary>
/// <param name="RetryAfter">Seconds; 0: not said.</param>
internal sealed record Reply(int Status, JsonNode Body, int RetryAfter = 0)
{
    public static Reply Ok(JsonNode body) => new(200, body);

    public static Reply Error(int code, string text, int status = 400) => new(status, new JsonObject { ["code"] = code, ["msg"] = text });

    /// <summary>A parameter that has to be sent and was not.</summary>
    public static Reply Lacks(string name) => Error(-1102, $"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.");

    public static Reply LacksBoth(string one, string other) =>
        Error(-1102, $"Param '{one}' or '{other}' must be sent, but both were empty/null!");

    public bool IsError => Status != 200;
}

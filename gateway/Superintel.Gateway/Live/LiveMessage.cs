using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Superintel.Gateway.Live;

/// <summary>An event as the live feed sends it: {"type","at","decisionId","data"}.</summary>
internal static class LiveMessage
{
    /// <param name="type">The event's name on the bus, for example OrderFilled.</param>
    /// <param name="body">The event as JSON.</param>
    /// <returns>Null when the body is no JSON object.</returns>
    public static byte[]? Of(string? type, ReadOnlyMemory<byte> body)
    {
        if (string.IsNullOrEmpty(type) || Parse(body.Span) is not { } data) return null;
        var message = new JsonObject
        {
            ["type"] = JsonNamingPolicy.KebabCaseLower.ConvertName(type),
            ["at"] = data["occurredAt"]?.DeepClone(),
            ["decisionId"] = data["decisionId"]?.DeepClone(),
            ["data"] = type == "BarClosed" ? Summary(data) : data,
        };
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    // Thirty bars many times a second are for the bars' own stream; a watcher wants to know that there are new ones.
    private static JsonObject Summary(JsonObject slice) => new()
    {
        ["feed"] = slice["feed"]?.DeepClone(),
        ["interval"] = slice["interval"]?.DeepClone(),
        ["occurredAt"] = slice["occurredAt"]?.DeepClone(),
        ["bars"] = slice["bars"]?.AsArray().Count,
    };

    private static JsonObject? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.Contracts.Events;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Events as JSON on the bus: camelCase, decimals as numbers, times ISO 8601. Unknown fields are let through, missing ones are
/// not.</summary>
public static class EventJson
{
    public static JsonSerializerOptions Options { get; } = Frozen();

    public static string Write(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    /// <param name="type">The event's name, for example BarClosed.</param>
    /// <exception cref="JsonException">The name is unknown, or the text is not that event.</exception>
    public static IEvent Read(string? type, string json)
    {
        var known = EventTypes.Find(type) ?? throw new JsonException($"There is no event called '{type}'.");
        return (IEvent?)JsonSerializer.Deserialize(json, known, Options) ?? throw new JsonException($"A {type} cannot be null.");
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

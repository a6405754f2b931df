using System.Buffers;
using System.Text.Json;

namespace Superintel.Gateway.Live;

/// <summary>One message to clients, written once for all of them.</summary>
internal sealed record LiveMessage(string Channel, ReadOnlyMemory<byte> Text)
{
    /// <param name="eventName">For example OrderFilled; clients see order-filled.</param>
    /// <param name="body">The event as on the bus.</param>
    public static LiveMessage Of(string channel, string eventName, ReadOnlyMemory<byte> body)
    {
        using var happened = JsonDocument.Parse(body);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", JsonNamingPolicy.KebabCaseLower.ConvertName(eventName));
            json.WriteString("channel", channel);
            if (happened.RootElement.TryGetProperty("occurredAt", out var at)) json.WriteString("at", at.GetString());
            if (happened.RootElement.TryGetProperty("decisionId", out var decision)) json.WriteString("decisionId", decision.GetString());
            json.WritePropertyName("data");
            WriteData(json, eventName, happened.RootElement);
            json.WriteEndObject();
        }

        return new LiveMessage(channel, buffer.WrittenMemory);
    }

    public static LiveMessage Ping() => Control("ping", json => json.WriteString("at", TimeProvider.System.GetUtcNow()));

    public static LiveMessage Hello(string user, IEnumerable<string> channels) => Control("hello", json =>
    {
        json.WriteString("user", user);
        json.WriteStartArray("channels");
        foreach (var channel in channels) json.WriteStringValue(channel);
        json.WriteEndArray();
    });

    private static LiveMessage Control(string type, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            write(json);
            json.WriteEndObject();
        }

        return new LiveMessage(string.Empty, buffer.WrittenMemory);
    }

    private static void WriteData(Utf8JsonWriter json, string eventName, JsonElement happened)
    {
        if (eventName != nameof(Contracts.Events.V1.BarClosed))
        {
            happened.WriteTo(json);
            return;
        }

        // A slice holds every instrument's bar and comes many times a second in a replay: clients ask for the bars they show.
        json.WriteStartObject();
        foreach (var property in happened.EnumerateObject())
        {
            if (property.NameEquals("bars")) json.WriteNumber("bars", property.Value.GetArrayLength());
            else property.WriteTo(json);
        }

        json.WriteEndObject();
    }
}

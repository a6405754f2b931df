using System.Text.Json;
using System.Text.Json.Serialization;
using Superintel.Kernel;

namespace Superintel.Prediction.Service.Adapters;

/// <summary>JSON columns: domain values as their texts, doubles so that they read back to the same bits.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        Converters = { new PairIdJson() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The column does not hold a <typeparamref name="T"/>.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} cannot be null.");

    private sealed class PairIdJson : JsonConverter<PairId>
    {
        public override PairId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PairId.Parse(reader.GetString() ?? string.Empty);

        public override void Write(Utf8JsonWriter writer, PairId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

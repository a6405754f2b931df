using System.Text.Json;

namespace Superintel.Risk.Service.Adapters;

/// <summary>Lists that are stored whole, in jsonb columns.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write<T>(IReadOnlyList<T> items) => JsonSerializer.Serialize(items, options);

    /// <exception cref="InvalidDataException">What is stored is not what was written.</exception>
    public static T[] Read<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T[]>(text, options) ?? throw new InvalidDataException("A stored list is null.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"A stored list of {typeof(T).Name} cannot be read.", broken);
        }
    }
}

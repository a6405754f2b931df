using System.Text.Json;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>A request as it is stored: what is shown again, and apart from it the series that it brought.</summary>
internal static class StoredRequest
{
    private static readonly JsonSerializerOptions Json = Options();

    public static string Write(SeriesRequest request) => JsonSerializer.Serialize(request with { Series = null }, Json);

    public static string? WriteSeries(SeriesRequest request) =>
        request.Series is null ? null : JsonSerializer.Serialize(request.Series, Json);

    /// <exception cref="JsonException">It was stored by a version that wrote it otherwise.</exception>
    public static SeriesRequest Read(string request, string? series)
    {
        var read = JsonSerializer.Deserialize<SeriesRequest>(request, Json) ?? throw new JsonException("A stored request is not null.");
        return series is null ? read : read with { Series = JsonSerializer.Deserialize<InlineSeries>(series, Json) };
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        EdgeJson.Configure(options);
        return options;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Superintel.ServiceDefaults.Errors;

/// <summary>JSON at the edge: web defaults, enums as kebab-case strings, and nothing that a reader did not ask for.</summary>
public static class EdgeJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }
}

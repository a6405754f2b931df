using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Manifest;

/// <summary>The fleet as an Aspire deployment manifest, schema aspire-8.0: the same fleet gives the same bytes.</summary>
public static class AspireManifest
{
    public const string Schema = "https://json.schemastore.org/aspire-8.0.json";

    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",

        // It is read by people and deployment tools, never by a browser.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>JSON with a final line feed.</returns>
    public static string Write(FleetDescription fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteStartObject("resources");
            foreach (var parameter in fleet.Parameters)
            {
                ParameterResource.Write(json, parameter);
            }

            foreach (var part in fleet.Parts)
            {
                PartResource.Write(json, part);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}

using System.Text.Json;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Manifest;

/// <summary>parameter.v0: a value that the deployment asks for or makes.</summary>
internal static class ParameterResource
{
    public static void Write(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("type", "parameter.v0");
        json.WriteString("value", $"{{{parameter.Name}.inputs.value}}");
        json.WriteStartObject("inputs");
        json.WriteStartObject("value");
        json.WriteString("type", "string");
        if (parameter.Secret)
        {
            json.WriteBoolean("secret", true);
        }

        if (parameter.GeneratedLength > 0)
        {
            json.WriteStartObject("default");
            json.WriteStartObject("generate");
            json.WriteNumber("minLength", parameter.GeneratedLength);
            json.WriteBoolean("special", false);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

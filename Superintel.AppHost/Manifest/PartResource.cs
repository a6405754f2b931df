using System.Text.Json;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Manifest;

/// <summary>project.v0 and container.v0: what runs.</summary>
internal static class PartResource
{
    /// <exception cref="NotSupportedException">The manifest has no form for this kind of part.</exception>
    public static void Write(Utf8JsonWriter json, FleetPart part)
    {
        json.WriteStartObject(part.Name);
        switch (part)
        {
            case ServicePart service:
                json.WriteString("type", "project.v0");
                json.WriteString("path", service.Project);
                break;
            case ContainerPart container:
                json.WriteString("type", "container.v0");
                json.WriteString("image", $"{container.Image}:{container.Tag}");
                WriteCommand(json, container);
                WriteVolumes(json, container);
                break;
            default:
                throw new NotSupportedException($"A manifest cannot hold {part.Name}: {part.GetType().Name}.");
        }

        WriteEnvironment(json, part);
        BindingList.Write(json, part.Endpoints);
        json.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter json, ContainerPart container)
    {
        if (container.ShellCommand is not { } command)
        {
            return;
        }

        json.WriteString("entrypoint", "/bin/sh");
        json.WriteStartArray("args");
        json.WriteStringValue("-c");
        json.WriteStringValue(command);
        json.WriteEndArray();
    }

    private static void WriteVolumes(Utf8JsonWriter json, ContainerPart container)
    {
        if (container.Volumes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("volumes");
        foreach (var volume in container.Volumes)
        {
            json.WriteStartObject();
            json.WriteString("name", volume.Name);
            json.WriteString("target", volume.Target);
            json.WriteBoolean("readOnly", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEnvironment(Utf8JsonWriter json, FleetPart part)
    {
        if (part.Environment.Count == 0)
        {
            return;
        }

        json.WriteStartObject("env");
        foreach (var (name, value) in part.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value.Text);
        }

        json.WriteEndObject();
    }
}

using System.Text.Json;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Manifest;

/// <summary>The bindings of a resource: where it listens.</summary>
internal static class BindingList
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Endpoint> endpoints)
    {
        if (endpoints.Count == 0)
        {
            return;
        }

        json.WriteStartObject("bindings");
        foreach (var endpoint in endpoints)
        {
            Write(json, endpoint);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Endpoint endpoint)
    {
        json.WriteStartObject(endpoint.Name);
        json.WriteString("scheme", endpoint.Protocol is EndpointProtocol.Tcp ? "tcp" : "http");
        json.WriteString("protocol", "tcp");
        json.WriteString("transport", Transport(endpoint.Protocol));
        if (endpoint.Port is { } port)
        {
            json.WriteNumber("port", port);
        }

        if (endpoint.TargetPort is { } target)
        {
            json.WriteNumber("targetPort", target);
        }

        if (endpoint.Public)
        {
            json.WriteBoolean("external", true);
        }

        json.WriteEndObject();
    }

    private static string Transport(EndpointProtocol protocol) => protocol switch
    {
        EndpointProtocol.Tcp => "tcp",
        EndpointProtocol.Http => "http",
        EndpointProtocol.Http2 => "http2",
        _ => throw new NotSupportedException($"A manifest cannot hold the protocol {protocol}."),
    };
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Endpoints stay on loopback: a resource is reached through Aspire's proxy on localhost, and nothing else is opened.</summary>
internal static class Endpoints
{
    public static IResourceBuilder<T> WithEndpoints<T>(this IResourceBuilder<T> resource, FleetPart part)
        where T : IResourceWithEndpoints
    {
        foreach (var endpoint in part.Endpoints)
        {
            resource.WithEndpoint(
                endpoint.Name,
                annotation =>
                {
                    annotation.UriScheme = endpoint.Protocol is EndpointProtocol.Tcp ? "tcp" : "http";
                    annotation.Transport = endpoint.Protocol switch
                    {
                        EndpointProtocol.Tcp => "tcp",
                        EndpointProtocol.Http => "http",
                        EndpointProtocol.Http2 => "http2",
                        _ => throw new NotSupportedException($"Aspire has no {endpoint.Protocol}."),
                    };
                    annotation.TargetHost = "localhost";
                    annotation.IsExternal = endpoint.Public;

                    // Told that a port is none, Aspire would not choose one.
                    if (endpoint.Port is { } port)
                    {
                        annotation.Port = port;
                    }

                    if (endpoint.TargetPort is { } target)
                    {
                        annotation.TargetPort = target;
                    }
                },
                createIfNotExists: true);
        }

        return resource;
    }
}

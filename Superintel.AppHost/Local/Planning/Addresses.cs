using Superintel.AppHost.Local.State;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Local.Planning;

/// <summary>Where each endpoint of the fleet listens on this machine.</summary>
public sealed class Addresses
{
    public const string Host = "127.0.0.1";
    private readonly Dictionary<(string Part, string Endpoint), (EndpointProtocol Protocol, int Port)> endpoints = [];

    public static Addresses Settle(IEnumerable<FleetPart> parts, PortBook book)
    {
        var addresses = new Addresses();
        foreach (var part in parts)
        {
            // A part's first endpoint goes by the part's own name in the port book.
            foreach (var (endpoint, index) in part.Endpoints.Select((endpoint, index) => (endpoint, index)))
            {
                var port = book.For(index == 0 ? part.Name : $"{part.Name}-{endpoint.Name}");
                addresses.endpoints[(part.Name, endpoint.Name)] = (endpoint.Protocol, port);
            }
        }

        return addresses;
    }

    public bool Knows(string part) => endpoints.Keys.Any(key => key.Part == part);

    public int Port(string part, string endpoint) => endpoints[(part, endpoint)].Port;

    public string Url(string part, string endpoint)
    {
        var (protocol, port) = endpoints[(part, endpoint)];
        return $"{(protocol == EndpointProtocol.Tcp ? "tcp" : "http")}://{Host}:{port}";
    }
}

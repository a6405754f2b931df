using System.Net.Http.Headers;
using Superintel.ServiceDefaults.Security;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Superintel.Gateway.Proxy;

/// <summary>Makes the proxy's configuration from the table of routes.</summary>
internal static class ProxySetup
{
    private static readonly TimeSpan ActivityTimeout = TimeSpan.FromSeconds(100);

    public static void AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var clusters = RouteTable.Services.Select(service => Cluster(service, configuration[$"services:{service}:http:0"])).ToList();
        services.AddReverseProxy()
            .LoadFromMemory([.. RouteTable.All.Select(Route)], clusters)
            .AddTransforms(context => context.AddRequestTransform(SayWhoAsks));
    }

    private static RouteConfig Route(ProxiedRoute route) => new()
    {
        RouteId = route.Id,
        ClusterId = route.Service,
        AuthorizationPolicy = route.Policy,
        MaxRequestBodySize = route.MaxBodyBytes,
        Match = new RouteMatch { Path = route.Path, Methods = [route.Method] },
    };

    private static ClusterConfig Cluster(string service, string? address) => new()
    {
        ClusterId = service,
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = ActivityTimeout },
        Destinations = address is null
            ? new Dictionary<string, DestinationConfig>()
            : new Dictionary<string, DestinationConfig> { [service] = new() { Address = address } },
    };

    /// <summary>The caller's token stays here; the service gets the fleet's own, which names the caller and his roles.</summary>
    private static ValueTask SayWhoAsks(RequestTransformContext context)
    {
        var user = context.HttpContext.User;
        var tokens = context.HttpContext.RequestServices.GetRequiredService<InternalTokens>();
        var roles = user.FindAll("role").Select(claim => claim.Value);
        context.ProxyRequest.Headers.Remove("X-Api-Key");
        context.ProxyRequest.Headers.Remove("Cookie");
        context.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.For(user.Identity!.Name!, roles));
        return ValueTask.CompletedTask;
    }
}

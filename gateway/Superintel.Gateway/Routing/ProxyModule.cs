using System.Net.Http.Headers;
using Superintel.Gateway.Access;
using Superintel.Gateway.Access.ApiKeys;
using Superintel.ServiceDefaults.Security;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace Superintel.Gateway.Routing;

/// <summary>YARP from the route table. Outside credentials end here; inside, a short-lived token says who asks.</summary>
internal static class ProxyModule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public static void AddProxy(this IServiceCollection services, IConfiguration configuration) => services
        .AddReverseProxy()
        .LoadFromMemory(Routes(), Clusters(configuration))
        .AddTransforms(transforms =>
        {
            transforms.AddRequestHeaderRemove(ApiKeyHandler.Header);
            transforms.AddRequestHeaderRemove("Cookie");
            transforms.AddRequestTransform(Introduce);
        });

    private static ValueTask Introduce(RequestTransformContext context)
    {
        var user = context.HttpContext.User;
        var tokens = context.HttpContext.RequestServices.GetRequiredService<InternalTokens>();
        var token = tokens.For(user.Identity!.Name!, user.FindAll(EdgeClaims.Role).Select(claim => claim.Value));
        context.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return ValueTask.CompletedTask;
    }

    private static IReadOnlyList<RouteConfig> Routes() =>
    [
        .. RouteTable.Routes.Select(route => new RouteConfig
        {
            RouteId = route.Path,
            ClusterId = route.Service,
            AuthorizationPolicy = Policies.Viewer,
            Match = new RouteMatch { Path = route.Path + "/{**rest}" },
        }),
    ];

    private static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
    [
        .. RouteTable.Services.Select(service => new ClusterConfig
        {
            ClusterId = service,
            HttpRequest = new Yarp.ReverseProxy.Forwarder.ForwarderRequestConfig { ActivityTimeout = Patience },
            Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = AddressOf(configuration, service).ToString() } },
        }),
    ];

    /// <exception cref="InvalidOperationException">The service's address is not configured.</exception>
    public static Uri AddressOf(IConfiguration configuration, string service) =>
        Uri.TryCreate(configuration[$"services:{service}:http:0"], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"services:{service}:http:0 must be the address of {service}.");
}

using Superintel.Gateway.Access;
using Superintel.Gateway.Limits;
using Superintel.Gateway.Live;
using Superintel.Gateway.OpenApi;
using Superintel.Gateway.Routing;

namespace Superintel.Gateway;

/// <summary>The gateway's parts.</summary>
internal static class GatewayModule
{
    public static void AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccess();
        services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RedisConnection>().AddSingleton<RateLimiter>();
        services.AddHttpClient("services").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<ServiceClients>().AddSingleton<MergedDocument>();
        services.AddSingleton<LiveClients>().AddHostedService<LiveFeed>();
        services.AddProxy(configuration);
    }
}

using Superintel.Gateway.Auth;
using Superintel.Gateway.Fleet;
using Superintel.Gateway.Live;
using Superintel.Gateway.Messages;
using Superintel.Gateway.OpenApi;
using Superintel.Gateway.Proxy;
using Superintel.Gateway.RateLimits;
using Superintel.Gateway.Web;
using Superintel.ServiceDefaults;

namespace Superintel.Gateway;

/// <summary>The fleet's only door.</summary>
internal static class GatewayHost
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        // Access is judged by the machine's clock, whatever history is being replayed.
        builder.Configuration["Clock:Mode"] = "system";
        builder.AddServiceDefaults("gateway");
        builder.AddMessaging(_ => { });
        var services = builder.Services;
        services.AddGatewayAuthentication();
        services.AddProxy(builder.Configuration);
        services.AddHttpClient<ServiceClient>();
        services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimit").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SharedCounter>();
        services.AddSingleton<LiveClients>().AddHostedService<LiveFeed>();
        services.AddSingleton<MergedDocument>();
        return builder;
    }

    public static WebApplication UseGateway(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseWebApp();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        app.UseServiceDefaults(afterAuthentication: () => app.UseMiddleware<RateLimit>());
        app.MapSessions();
        app.MapUsers();
        app.MapApiKeys();
        app.MapFleet();
        app.MapDeadMessages();
        app.MapDocs();
        app.MapLive();
        app.MapReverseProxy();
        app.MapWebApp();
        return app;
    }
}

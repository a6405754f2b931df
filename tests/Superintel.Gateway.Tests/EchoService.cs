using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Tests;

/// <summary>Stands where a service would: guarded like one, it tells back who asked for what.</summary>
internal static class EchoService
{
    public static async Task<WebApplication> Start(string postgres)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:postgres"] = postgres,
            ["Auth:ServiceKey"] = GatewayFixture.ServiceKey,
        });
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults(new ServiceIdentity("echo", typeof(ServiceHost).Assembly));
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGet("/api/instruments/{id}", (string id) => new Echo(id, [], "GET", $"/api/instruments/{id}", false))
            .WithTags("instruments");
        app.MapGet("/api/hidden", () => "not in the table of routes");
        app.Map("/{**path}", Tell).RequireAuthorization(Policies.Viewer).ExcludeFromDescription();
        await app.StartAsync();
        return app;
    }

    private static Echo Tell(HttpContext http) => new(
        http.User.Identity!.Name!,
        [.. http.User.FindAll("role").Select(claim => claim.Value)],
        http.Request.Method,
        http.Request.Path + http.Request.QueryString,
        http.Request.Headers.ContainsKey("X-Api-Key") || http.Request.Headers.ContainsKey("Cookie"));
}

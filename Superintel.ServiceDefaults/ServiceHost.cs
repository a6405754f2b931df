using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Grpc;
using Superintel.ServiceDefaults.Health;
using Superintel.ServiceDefaults.Hosting;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;
using Superintel.ServiceDefaults.Telemetry;

namespace Superintel.ServiceDefaults;

/// <summary>What every service of the fleet has.</summary>
public static class ServiceHost
{
    /// <summary>Listeners, telemetry, health, authentication, problem details, OpenAPI, PostgreSQL with migrations, the clock.</summary>
    /// <param name="service">Lower case: schema, queue and name in telemetry.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service) =>
        builder.AddServiceDefaults(new ServiceIdentity(service, Assembly.GetCallingAssembly()));

    /// <summary>The same for a service whose migrations are not in the calling assembly.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        builder.Configuration.AddSettingsFile();
        var services = builder.Services;
        services.AddSingleton(identity);
        builder.AddListeners();
        builder.AddLogDefaults();
        builder.AddTelemetryDefaults(identity);
        services.AddHealthDefaults();
        services.AddSecurityDefaults();
        services.AddErrorDefaults();
        services.AddOpenApi();
        AddStorage(builder, identity);
        AddClock(services);
        services.AddHostedService<StartUp>().AddHostedService<Upkeep>();
        var grpc = builder.Configuration.GetSection("Grpc").Get<GrpcOptions>() ?? new GrpcOptions();
        services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = grpc.MaxMessageBytes);
        return builder;
    }

    /// <summary>Middleware and the routes that every service has.</summary>
    /// <param name="afterAuthentication">Adds middleware that needs to know who asks, before it is decided whether he may.</param>
    public static WebApplication UseServiceDefaults(this WebApplication app, Action? afterAuthentication = null)
    {
        app.UseErrorDefaults();
        app.UseRouting();
        app.UseAuthentication();
        afterAuthentication?.Invoke();
        app.UseAuthorization();
        app.MapHealth();
        app.MapMetrics();
        app.MapStatus();
        if (app.Services.GetService<BusSubscriptions>() is { Any: true }) app.MapDeadMessages();
        app.MapOpenApi();
        return app;
    }

    private static void AddStorage(WebApplicationBuilder builder, ServiceIdentity identity)
    {
        UtcDateTimeOffset.Register();
        var services = builder.Services;
        services.AddSingleton(provider => ServiceDataSource.Create(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("postgres"), identity.Name));
        services.AddScoped<DbSession>().AddScoped<Turn>();
        services.AddSingleton<ITransactions, Transactions>();
        services.AddSingleton<ITimeSeries, TimeSeries>();
        services.AddScoped<IEvents, OutboxEvents>();
        services.AddSingleton<DeadMessages>();
    }

    private static void AddClock(IServiceCollection services)
    {
        services.AddOptions<ClockOptions>().BindConfiguration("Clock").ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ClockOptions>>().Value;
            return new FleetClock(options.Mode, options.Start);
        });
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<FleetClock>()));
    }
}

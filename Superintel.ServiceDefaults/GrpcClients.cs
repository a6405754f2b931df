using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Superintel.ServiceDefaults.Grpc;
using Superintel.ServiceDefaults.Security;

namespace Superintel.ServiceDefaults;

/// <summary>Questions to other services.</summary>
public static class GrpcClients
{
    /// <summary>Registers a client of another service; its address is services:&lt;name&gt;:grpc:0.</summary>
    /// <exception cref="InvalidOperationException">The address is not configured.</exception>
    public static WebApplicationBuilder AddGrpcClientTo<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : ClientBase<TClient>
    {
        var grpc = builder.Configuration.GetSection("Grpc").Get<GrpcOptions>() ?? new GrpcOptions();
        builder.Services.AddGrpcClient<TClient>((services, client) =>
            client.Address = Address(services.GetRequiredService<IConfiguration>(), service))
            .ConfigureChannel(channel => Bound(channel, grpc))
            .AddInterceptor(services => new ServiceCallInterceptor(services.GetRequiredService<InternalTokens>(), grpc.Deadline));
        return builder;
    }

    private static void Bound(GrpcChannelOptions channel, GrpcOptions grpc)
    {
        channel.MaxReceiveMessageSize = grpc.MaxMessageBytes;
        channel.MaxSendMessageSize = grpc.MaxMessageBytes;
    }

    private static Uri Address(IConfiguration configuration, string service)
    {
        var key = $"services:{service}:grpc:0";
        var address = configuration[key];
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException($"{key} must be an absolute address, it is '{address}'.");
    }
}

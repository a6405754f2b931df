using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Superintel.ServiceDefaults.Grpc;

namespace Superintel.ServiceDefaults.Hosting;

internal static class Listeners
{
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    public static void AddListeners(this WebApplicationBuilder builder)
    {
        var http = builder.Configuration.GetSection("Http").Get<HttpOptions>() ?? new HttpOptions();
        var grpc = builder.Configuration.GetSection("Grpc").Get<GrpcOptions>() ?? new GrpcOptions();
        if (!IPAddress.TryParse(http.Host, out var address))
            throw new InvalidOperationException($"Http:Host must be an IP address such as 127.0.0.1, it is '{http.Host}'.");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = http.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Listen(address, http.Port, listen => listen.Protocols = HttpProtocols.Http1);
            if (grpc.Port is { } port) kestrel.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http2);
        });
    }
}

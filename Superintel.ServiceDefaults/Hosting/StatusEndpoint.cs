using System.Diagnostics;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client.Exceptions;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.ServiceDefaults.Hosting;

internal static class StatusEndpoint
{
    private const string Counts = """
        SELECT (SELECT count(*) FROM outbox),
               coalesce((SELECT extract(epoch FROM now() - min(created_at)) FROM outbox), 0)::float8,
               (SELECT count(*) FROM dead_message)
        """;

    private static readonly DateTimeOffset StartedAt = Process.GetCurrentProcess().StartTime.ToUniversalTime();

    public static void MapStatus(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/system/status", Get)
        .RequireAuthorization(Policies.ViewerOrService)
        .WithTags("System");

    private static async Task<ServiceStatus> Get(HttpContext http, ServiceIdentity identity, NpgsqlDataSource source, TimeProvider clock,
        CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var (pending, oldest, dead) =
            await connection.QuerySingleAsync<(long, double, long)>(new CommandDefinition(Counts, cancellationToken: ct));
        var depth = await Depth(http.RequestServices.GetService<BrokerQueues>(), identity.Name, ct);
        return new ServiceStatus(identity.Name, identity.Version, StartedAt, clock.GetUtcNow(), pending, oldest, dead, depth);
    }

    private static async Task<long?> Depth(BrokerQueues? queues, string service, CancellationToken ct)
    {
        if (queues is null) return null;
        try
        {
            return await queues.Depth(service, ct);
        }
        catch (Exception failure) when (
            failure is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or IOException)
        {
            return null;
        }
    }
}

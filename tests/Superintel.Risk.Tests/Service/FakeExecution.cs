using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Superintel.Contracts.Events;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Risk.Tests.Service;

/// <summary>The far end of the direct line: a gRPC server that remembers what it was told, each event once.</summary>
internal sealed class FakeExecution : Trading.TradingBase, IAsyncDisposable
{
    private readonly ConcurrentQueue<IEvent> told = new();
    private readonly ConcurrentQueue<HaltOrder> halts = new();
    private WebApplication? app;

    public IReadOnlyList<IEvent> Told => [.. told];

    public IReadOnlyList<HaltOrder> Halts => [.. halts];

    public string Address => app?.Urls.First() ?? throw new InvalidOperationException("The server was not started.");

    public static async Task<FakeExecution> Start()
    {
        var execution = new FakeExecution();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(execution);
        execution.app = builder.Build();
        execution.app.MapGrpcService<FakeExecution>();
        await execution.app.StartAsync();
        return execution;
    }

    public override Task<DeliveryReply> Deliver(EventDelivery request, ServerCallContext context)
    {
        var happened = EventJson.Read(request.Type, request.Json);
        var known = told.Any(one => one.EventId == happened.EventId);
        if (!known) told.Enqueue(happened);
        return Task.FromResult(new DeliveryReply { Applied = !known });
    }

    public override Task<HaltReply> Halt(HaltOrder request, ServerCallContext context)
    {
        halts.Enqueue(request);
        return Task.FromResult(new HaltReply());
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}

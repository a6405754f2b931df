using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Superintel.Contracts.Grpc.ExecutionV1;

namespace Superintel.Ingestion.Tests.MarketData.Books;

/// <summary>The other end of the stream of quotes: keeps what it is told in a list.</summary>
internal sealed class ListeningExecution : Quotes.QuotesBase, IAsyncDisposable
{
    private readonly ConcurrentQueue<QuoteObserved> heard = new();
    private WebApplication? app;

    public IReadOnlyList<QuoteObserved> Heard => [.. heard];

    public Uri Address => new(app?.Urls.First() ?? throw new InvalidOperationException("The server was not started."));

    public static async Task<ListeningExecution> Start()
    {
        var execution = new ListeningExecution();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(execution).AddGrpc();
        execution.app = builder.Build();
        execution.app.MapGrpcService<ListeningExecution>();
        await execution.app.StartAsync();
        return execution;
    }

    public override async Task Follow(
        IAsyncStreamReader<QuoteObserved> requestStream, IServerStreamWriter<QuotesTaken> responseStream, ServerCallContext context)
    {
        var messages = 0UL;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            heard.Enqueue(requestStream.Current);
            await responseStream.WriteAsync(new QuotesTaken { Messages = ++messages });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}

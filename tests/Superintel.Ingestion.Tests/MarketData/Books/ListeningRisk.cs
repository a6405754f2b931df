using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Superintel.Contracts.Grpc.RiskV1;

namespace Superintel.Ingestion.Tests.MarketData.Books;

/// <summary>The other end of the wire: keeps what it is told in a list, as slowly or as badly as a test wants it.</summary>
internal sealed class ListeningRisk : Contracts.Grpc.RiskV1.Books.BooksBase, IAsyncDisposable
{
    private readonly ConcurrentQueue<BookObserved> heard = new();
    private WebApplication? app;
    private int streams;

    public IReadOnlyList<BookObserved> Heard => [.. heard];

    /// <summary>Streams that were begun.</summary>
    public int Streams => streams;

    /// <summary>False: what comes is not answered.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Ends the stream that stands after this many messages, unanswered.</summary>
    public int? EndAfter { get; set; }

    public Uri Address => new(app?.Urls.First() ?? throw new InvalidOperationException("The server was not started."));

    /// <param name="port">Zero: any free one.</param>
    public static async Task<ListeningRisk> Start(int port = 0)
    {
        var risk = new ListeningRisk();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(risk).AddGrpc();
        risk.app = builder.Build();
        risk.app.MapGrpcService<ListeningRisk>();
        await risk.app.StartAsync();
        return risk;
    }

    public override async Task Follow(
        IAsyncStreamReader<BookObserved> requestStream, IServerStreamWriter<BooksKept> responseStream, ServerCallContext context)
    {
        Interlocked.Increment(ref streams);
        var messages = 0UL;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            heard.Enqueue(requestStream.Current);
            messages++;
            if (EndAfter is { } most && (int)messages >= most) throw new RpcException(new Status(StatusCode.Unavailable, "ended"));
            if (Answers) await responseStream.WriteAsync(new BooksKept { Messages = messages });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}

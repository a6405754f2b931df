using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Superintel.Contracts.Grpc.RiskV1;
using RiskSizing = Superintel.Contracts.Grpc.RiskV1.Sizing;

namespace Superintel.Approval.Tests.Service;

/// <summary>The far end of the sizing question: a gRPC server whose answer, or failures before it, the test sets.</summary>
internal sealed class FakeRisk : RiskSizing.SizingBase, IAsyncDisposable
{
    private WebApplication? app;
    private int asked;

    public SizeReply Reply { get; set; } = Sized(80_000m);

    /// <summary>How many questions fail before one is answered.</summary>
    public int Failures { get; set; }

    public int Asked => asked;

    public string Address => app?.Urls.First() ?? throw new InvalidOperationException("The server was not started.");

    public static SizeReply Sized(decimal notional)
    {
        var reply = new SizeReply { Notional = notional.ToString(), Currency = "USD" };
        foreach (var leg in Signals.Legs(notional))
        {
            reply.Legs.Add(new SizedLeg
            {
                Leg = leg.Leg,
                InstrumentId = leg.InstrumentId,
                Side = leg.Side,
                Quantity = leg.Quantity.ToString(),
                ReferencePrice = leg.ReferencePrice.ToString(),
                Currency = leg.Currency,
            });
        }
        return reply;
    }

    public static async Task<FakeRisk> Start()
    {
        var risk = new FakeRisk();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(risk);
        risk.app = builder.Build();
        risk.app.MapGrpcService<FakeRisk>();
        await risk.app.StartAsync();
        return risk;
    }

    public override Task<SizeReply> Size(SizeRequest request, ServerCallContext context) =>
        Interlocked.Increment(ref asked) <= Failures
            ? throw new RpcException(new Status(StatusCode.Unavailable, "not now"))
            : Task.FromResult(Reply);

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}

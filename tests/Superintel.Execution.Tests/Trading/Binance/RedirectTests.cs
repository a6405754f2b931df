using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Keys;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Streams;
using Superintel.VenueSimulator.Binance;
using Endpoint = Superintel.VenueSimulator.Conformance.Endpoint;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class RedirectTests
{
    [TestCase(307)]
    [TestCase(308)]
    public async Task Order_is_not_sent_again_to_where_an_answer_points_and_its_outcome_is_unknown(int status)
    {
        var orders = 0;
        await using var exchange = await Exchange(context =>
        {
            if (context.Request.Path == "/api/v3/time") return context.Response.WriteAsync("""{"serverTime":1700000000000}""");
            if (context.Request.Path != "/ws-api/v3") Interlocked.Increment(ref orders);
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        var options = BinanceDriver.OptionsOf(new Endpoint("127.0.0.1", new Uri(exchange.Urls.First()).Port, false, null));
        using var venue = new BinanceVenue(
            options, new Credentials(new HmacSigner("a key that is none", "a secret that is none"), new Redaction("a key that is none",
                "a secret that is none")), new StreamOptions(), NullLogger<BinanceLog>.Instance, TimeProvider.System);
        var order = new NewOrder("BTCUSDT", "d-1", Side.Buy, SpotOrderType.Limit, 0.001m, 30_000m);
        var answer = await venue.Client.Place(order, CancellationToken.None);

        Assert.That(answer.Failure, Has.Property("Kind").EqualTo(FailureKind.OutcomeUnknown));
        Assert.That(orders, Is.EqualTo(1));
    }

    private static async Task<WebApplication> Exchange(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var exchange = builder.Build();
        exchange.Run(answer);
        await exchange.StartAsync();
        return exchange;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4;

public sealed class Mt4OrderWireTests
{
    private static readonly Mt4OrderRequest Order = new("d-1", "EURUSD", "BUY", "LIMIT", 0.10m, 0.9m, null, 7);

    [Test]
    public async Task Order_tells_its_length_and_comes_in_no_chunks()
    {
        (long? Length, string Encoding, string? Type, string Body) heard = default;
        await using var bridge = await Bridge(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            heard = (context.Request.ContentLength, context.Request.Headers.TransferEncoding.ToString(), context.Request.ContentType,
                await reader.ReadToEndAsync());
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        });
        using var client = new Mt4Client(new Mt4ClientOptions { Url = new Uri(bridge.Urls.First()), Token = "t" });
        await client.Place(Order, CancellationToken.None);

        Assert.That(heard.Body, Is.EqualTo(
            """{"clientOrderId":"d-1","symbol":"EURUSD","side":"BUY","type":"LIMIT","lots":"0.10","price":"0.9","magic":7}"""));
        Assert.That(heard.Length, Is.EqualTo(heard.Body.Length));
        Assert.That(heard.Encoding, Is.Empty);
        Assert.That(heard.Type, Is.EqualTo("application/json; charset=utf-8"));
    }

    private static async Task<WebApplication> Bridge(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bridge = builder.Build();
        bridge.Run(answer);
        await bridge.StartAsync();
        return bridge;
    }
}

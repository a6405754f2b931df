using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Calls to a simulated exchange as a script makes them, with nothing of our own client between.</summary>
internal sealed class SignedCalls : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly VenueAddress address;

    private SignedCalls(BinanceServer server, VenueAddress address)
    {
        (Server, this.address) = (server, address);
        http.DefaultRequestHeaders.Add("X-MBX-APIKEY", address.ApiKey);
    }

    public BinanceServer Server { get; }

    public string StreamsUrl => address.WsUrl!;

    public static async Task<SignedCalls> Start()
    {
        var server = new BinanceServer(new SimulatorOptions(0, 11, FaultPlan.None, TimeSpan.Zero));
        return new SignedCalls(server, await server.Start(default));
    }

    /// <param name="query">Without time and signature.</param>
    public async Task<JsonNode> Ask(string method, string path, string query = "", bool sign = true)
    {
        if (sign)
        {
            var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            query = query.Length == 0 ? $"timestamp={at}" : $"{query}&timestamp={at}";
            var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(address.ApiSecret!), Encoding.UTF8.GetBytes(query));
            query += $"&signature={Convert.ToHexStringLower(signature)}";
        }
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{address.RestUrl}{path}?{query}"));
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<string> Status(long orderId) =>
        (await Ask("GET", "/api/v3/order", $"symbol=BTCUSDT&orderId={orderId}"))["status"]!.ToString();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Prediction.Tests.Planted;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Service.Research;

/// <summary>The service with a planted panel, and somebody who asks it.</summary>
internal sealed class ResearchDesk : IAsyncDisposable
{
    public const int Bars = 120;
    public static readonly PlantedMarket Market = PlantedMarket.Of(7, bars: Bars, walks: 3, ties: 2);
    private readonly PostgresDatabase database;
    private readonly string role;

    private ResearchDesk(PostgresDatabase database, string role)
    {
        (this.database, this.role) = (database, role);
        Service = new RunningPrediction(role);
    }

    public RunningPrediction Service { get; private set; }

    public static async Task<ResearchDesk> Open()
    {
        var desk = await Empty();
        foreach (var listing in Market.Listings()) await desk.Service.Deliver(listing);
        // W02 misses one bar.
        for (var bar = 0; bar < Bars; bar++)
        {
            var hole = bar == 40;
            await desk.Service.Deliver(Market.Slice(bar, (name, close) => hole && name == "W02.TEST" ? null : close));
        }
        return desk;
    }

    public async Task Restart(params (string Key, string Value)[] settings)
    {
        await Service.DisposeAsync();
        Service = new RunningPrediction(role, settings);
        Service.CreateClient().Dispose();
    }

    /// <summary>Without a panel.</summary>
    public static async Task<ResearchDesk> Empty()
    {
        var database = await PostgresDatabase.Create();
        return new ResearchDesk(database, await database.RoleOwningSchema("prediction"));
    }

    /// <summary>Starts the service again on a port of its own.</summary>
    public async Task<Uri> Listen()
    {
        await Service.DisposeAsync();
        Service = new RunningPrediction(role);
        Service.UseKestrel(0);
        Service.StartServer();
        var server = Service.Services.GetRequiredService<IServer>();
        return new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> Ask(
        HttpMethod method, string path, object? body = null, string role = "trader")
    {
        using var client = Service.As(role);
        using var request = new HttpRequestMessage(method, $"/api/analytics/{path}");
        if (body is not null) request.Content = JsonContent.Create(body);
        using var reply = await client.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return (reply.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Get(string path) => Ask(HttpMethod.Get, path, role: "viewer");

    public async Task<string> Start(object body)
    {
        var (status, reply) = await Ask(HttpMethod.Post, "jobs", body);
        Assert.That(status, Is.EqualTo(HttpStatusCode.Accepted), reply.ToString());
        return reply.GetProperty("jobId").GetString()!;
    }

    public async Task<JsonElement> Until(string job, params string[] statuses) => await Eventually.Get(
        async () => (await Get($"jobs/{job}")).Body,
        body => statuses.Contains(body.GetProperty("status").GetString()),
        $"{job} is {string.Join(" or ", statuses)}",
        TimeSpan.FromSeconds(60));

    /// <summary>A screen that takes minutes: lags beyond the wide kernel's, many pairs.</summary>
    public static object EndlessScreen()
    {
        var noise = new Noise(11);
        double[] Walk()
        {
            var level = 50.0;
            return [.. Enumerable.Range(0, 500).Select(_ => level += 0.1 * noise.Next())];
        }
        return new
        {
            method = "screen",
            series = new
            {
                timestamps = Enumerable.Range(1, 500).Select(row => $"{row}").ToArray(),
                columns = Enumerable.Range(0, 150).Select(column => new { name = $"S{column}", values = Walk() }).ToArray(),
            },
            options = new Dictionary<string, object> { ["max-lag"] = 90 },
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await database.DisposeAsync();
    }
}

using System.Net;
using System.Net.Http.Json;
using Superintel.TestKit;

namespace Superintel.Gateway.Tests;

internal sealed class RateLimitTests : GatewayFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string,
        string?> { ["RateLimit:PerUser"] = "25", ["RateLimit:SignInsPerAddress"] = "1000" };

    [Test]
    public async Task A_user_who_asks_too_often_is_told_when_to_come_back_and_others_go_on()
    {
        var (hasty, calm) = (await TokenOf("viewer"), await TokenOf("viewer"));
        HttpResponseMessage? limited = null;
        for (var request = 0; request < 60 && limited is null; request++)
        {
            var answer = await Send(HttpMethod.Get, "/api/auth/me", hasty);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) limited = answer;
        }

        Assert.That(limited, Is.Not.Null);
        Assert.That(await CodeOf(limited!), Is.EqualTo("rate-limited"));
        Assert.That(limited!.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        Assert.That((await Send(HttpMethod.Get, "/api/auth/me", calm)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Gateways_count_together_and_without_redis_each_for_itself()
    {
        var token = await TokenOf("viewer");
        var cut = Cable.To("127.0.0.1", int.Parse(TestServers.Redis.Split(',')[0].Split(':')[1]));
        await using (cut)
        {
            var redis = $"127.0.0.1:{cut.Port}{TestServers.Redis[TestServers.Redis.IndexOf(',')..]}";
            var second = await Start(AddressOf(Gateway), new Dictionary<string, string?> { ["ConnectionStrings:redis"] = redis });
            using var http = new HttpClient { BaseAddress = AddressOf(second) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            await Eventually.True(async () => (await Send(HttpMethod.Get, "/api/auth/me", token))
                .StatusCode == HttpStatusCode.TooManyRequests, "the first gateway has had enough");
            await Eventually.True(async () => (await http.GetAsync(new Uri("/api/auth/me", UriKind.Relative)))
                .StatusCode == HttpStatusCode.TooManyRequests, "the second counts with it");
            cut.Cut();
            await Eventually.True(async () => (await http.GetAsync(new Uri("/api/auth/me", UriKind.Relative)))
                .StatusCode == HttpStatusCode.OK, "without Redis it counts for itself");
            await Eventually.True(async () => (await http.GetAsync(new Uri("/api/auth/me", UriKind.Relative)))
                .StatusCode == HttpStatusCode.TooManyRequests, "and its own limit holds");
        }
    }
}

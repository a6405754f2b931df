using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Service;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>What ends the stream of quotes and what does not, over a real connection.</summary>
internal sealed class QuoteStreamTests
{
    private const int LargestMessage = 64 << 10;
    private PostgresDatabase database = null!;
    private WebApplication execution = null!;
    private GrpcChannel channel = null!;

    [SetUp]
    public async Task Start()
    {
        database = await PostgresDatabase.Create();
        // A quote's age is not what is tested.
        execution = ExecutionService.Build(
        [
            .. ServiceArguments.Of("execution", await database.RoleOwningSchema("execution")),
            "--Clock:Mode=replay", "--Clock:Start=2000-01-04T00:00:00Z", $"--Grpc:MaxMessageBytes={LargestMessage}",
            "--Execution:ReconcileEvery=01:00:00", "--Execution:Paper:Fees=none", "--Execution:Paper:Slippage=none",
            "--Execution:Paper:QuoteAge=00:01:00", "--Execution:Paper:QuoteSilence=00:02:00",
        ]);
        await execution.StartAsync();
        channel = GrpcChannel.ForAddress(execution.Urls.Last());
        foreach (var id in new[] { Ko, Pg }) await Deliver(Listed(id));
        await Deliver(Cleared());
        await Eventually.True(async () => (await Items("/api/orders?status=accepted")).Count == 2, "both legs are working");
    }

    [TearDown]
    public async Task Stop()
    {
        channel.Dispose();
        await execution.StopAsync();
        await execution.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Stream_is_for_services_only()
    {
        foreach (var role in new[] { Roles.Viewer, Roles.Trader, Roles.Senior, Roles.Admin })
            Assert.That(await Ended(Follow(role)), Is.EqualTo((StatusCode.PermissionDenied, 0UL)), role);
        Assert.That(await Ended(Follow(null)), Is.EqualTo((StatusCode.Unauthenticated, 0UL)));
        Assert.That(await Items("/api/fills"), Is.Empty);
    }

    [Test]
    public async Task Message_that_is_no_quote_ends_its_stream_behind_what_came_before_and_the_next_stream_goes_on()
    {
        QuoteObserved[] none = [.. Malformed()];
        for (var i = 0; i < none.Length; i++)
        {
            var end = await Ended(Follow(Roles.Service), Told(Ko, i + 1, size: 10m), none[i]);
            Assert.That(end, Is.EqualTo((StatusCode.InvalidArgument, 1UL)), none[i].ToString());
        }

        await OnlyTheFirstLegHas(10m * none.Length);
        await TheOtherIsFilledOverANewStream(none.Length + 1);
    }

    [Test]
    public async Task Message_that_is_too_large_ends_its_stream_and_the_next_one_goes_on()
    {
        var large = Told(Pg, 2);
        large.InstrumentId = new string('A', LargestMessage);
        Assert.That(await Ended(Follow(Roles.Service), Told(Ko, 1, size: 10m), large), Is.EqualTo((StatusCode.ResourceExhausted, 1UL)));

        await OnlyTheFirstLegHas(10m);
        await TheOtherIsFilledOverANewStream(2);
    }

    [Test]
    public async Task More_than_one_group_of_quotes_is_counted_and_each_fills_once()
    {
        using var call = Follow(Roles.Service);
        for (var i = 1; i <= 300; i++) await call.RequestStream.WriteAsync(Told($"S{i % 7}.XNYS", i % 50));
        await call.RequestStream.WriteAsync(Told(Ko, 1, size: 10m));
        await call.RequestStream.CompleteAsync();
        var counts = new List<ulong>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync()) counts.Add(answer.Messages);

        Assert.That(counts, Is.Ordered.Ascending);
        Assert.That(counts[^1], Is.EqualTo(301));
        await OnlyTheFirstLegHas(10m);
    }

    private static IEnumerable<QuoteObserved> Malformed()
    {
        yield return Changed(quote => quote.InstrumentId = "no instrument");
        yield return Changed(quote => quote.At = null);
        yield return Changed(quote => quote.At = new Timestamp { Nanos = -1 });
        yield return Changed(quote => quote.Bid.Price = "dear");
        yield return Changed(quote => quote.Ask.Price = "1e400");
        yield return Changed(quote => quote.Ask.Size = "-1");
        yield return Changed(quote => quote.Bid.Size = "");
    }

    private static QuoteObserved Changed(Action<QuoteObserved> change)
    {
        var quote = Told(Pg, 1);
        change(quote);
        return quote;
    }

    private static QuoteObserved Told(string id, int second, decimal size = 1_000m) => new()
    {
        InstrumentId = id,
        At = Timestamp.FromDateTimeOffset(Fakes.Given.Start.AddSeconds(second)),
        Bid = new QuoteSide { Price = "41", Size = $"{size}" },
        Ask = new QuoteSide { Price = "41.5", Size = $"{size}" },
    };

    /// <returns>How the stream ended, and how many messages had been taken.</returns>
    private static async Task<(StatusCode Status, ulong Taken)> Ended(
        AsyncDuplexStreamingCall<QuoteObserved, QuotesTaken> call, params QuoteObserved[] quotes)
    {
        var taken = 0UL;
        var end = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            using (call)
            {
                await Tell(call, quotes);
                await foreach (var answer in call.ResponseStream.ReadAllAsync()) taken = answer.Messages;
            }
        });
        return (end!.StatusCode, taken);
    }

    private static async Task Tell(AsyncDuplexStreamingCall<QuoteObserved, QuotesTaken> call, QuoteObserved[] quotes)
    {
        try
        {
            foreach (var quote in quotes) await call.RequestStream.WriteAsync(quote);
        }
        catch (Exception over) when (over is RpcException or InvalidOperationException)
        {
            // It ended before all was written; who reads its answers is told how.
        }
    }

    private async Task OnlyTheFirstLegHas(decimal quantity)
    {
        var fills = await Items("/api/fills?limit=500");
        Assert.That(fills.Select(fill => fill.GetProperty("instrumentId").GetString()), Is.All.EqualTo(Ko));
        Assert.That(fills.Sum(fill => fill.GetProperty("quantity").GetDecimal()), Is.EqualTo(quantity));
    }

    private async Task TheOtherIsFilledOverANewStream(int second)
    {
        using var call = Follow(Roles.Service);
        await call.RequestStream.WriteAsync(Told(Pg, second));
        await call.ResponseStream.MoveNext(default);
        Assert.That(call.ResponseStream.Current.Messages, Is.EqualTo(1));
        Assert.That(
            (await Items("/api/orders?status=filled")).Single().GetProperty("instrumentId").GetString(), Is.EqualTo(Pg));
    }

    /// <param name="role">Null: without a token.</param>
    private AsyncDuplexStreamingCall<QuoteObserved, QuotesTaken> Follow(string? role) => new Quotes.QuotesClient(channel).Follow(
        role is null ? [] : new Metadata { { "authorization", $"Bearer {Token(role)}" } },
        TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1)); // one that does not end is seen to

    private string Token(string role) => execution.Services.GetRequiredService<InternalTokens>().For("ingestion", [role]);

    private Task<bool> Deliver(IEvent happened) => execution.Services.GetRequiredService<IEventDelivery>().Deliver(happened, default);

    private async Task<IReadOnlyList<JsonElement>> Items(string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(execution.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(Roles.Viewer));
        return [.. (await http.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray()];
    }
}

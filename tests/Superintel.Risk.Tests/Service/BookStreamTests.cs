using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Microstructure.Ports;
using Superintel.ServiceDefaults.Storage;
using Microsoft.Extensions.DependencyInjection;
using BookLevel = Superintel.Contracts.Grpc.RiskV1.BookLevel;

namespace Superintel.Risk.Tests.Service;

/// <summary>A feed's stream into the running service.</summary>
internal sealed class BookStreamTests : RiskApiFixture
{
    private GrpcChannel channel = null!;

    [SetUp]
    public void Connect() => channel = GrpcChannel.ForAddress(Risk.Grpc);

    [TearDown]
    public void Disconnect() => channel.Dispose();

    [Test]
    public async Task Everything_that_is_counted_is_kept()
    {
        using var call = Follow();
        for (var i = 1; i <= 200; i++) await call.RequestStream.WriteAsync(Told($"S{i % 7}.XNYS", i, trade: true));
        await call.RequestStream.CompleteAsync();
        var counts = new List<ulong>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync()) counts.Add(answer.Messages);
        var kept = await Kept(Enumerable.Range(0, 7).Select(i => $"S{i}.XNYS"));
        Assert.Multiple(() =>
        {
            Assert.That(counts[^1], Is.EqualTo(200));
            Assert.That(counts, Is.Ordered.Ascending);
            Assert.That(
                kept.Select(book => book.At), Is.EquivalentTo(Enumerable.Range(194, 7).Select(i => ServiceMarket.Now.AddSeconds(i))));
            Assert.That(kept.Sum(book => book.Flow.Buys + book.Flow.Differences.Sum()), Is.EqualTo(200m), "every trade counted once");
        });
    }

    [TestCase("no instrument", "1", "")]
    [TestCase("BAD.XNYS", "dear", "")]
    [TestCase("BAD.XNYS", "1", "1.5")]
    [TestCase("BAD.XNYS", "1", "", -1)]
    public async Task Message_that_is_no_book_ends_the_stream_and_what_came_before_it_is_kept(
        string id, string price, string share, int nanos = 0)
    {
        using var call = Follow();
        await call.RequestStream.WriteAsync(Told("BEFORE.XNYS", 1));
        var bad = Told(id, 1, trade: true);
        (bad.Bids[0].Price, bad.Trades[0].BuyShare, bad.At.Nanos) = (price, share, nanos);
        await call.RequestStream.WriteAsync(bad);
        var ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync()) Assert.That(answer.Messages, Is.EqualTo(1));
        });
        Assert.That(ended!.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
        Assert.That((await Kept(["BEFORE.XNYS", "BAD.XNYS"])).Single().Instrument.ToString(), Is.EqualTo("BEFORE.XNYS"));
    }

    [Test]
    public async Task Feed_that_goes_away_does_not_hurt_the_next_one()
    {
        using (var gone = Follow())
        {
            await gone.RequestStream.WriteAsync(Told("GONE.XNYS", 1));
            await gone.ResponseStream.MoveNext(default);
        }
        using var call = Follow();
        await call.RequestStream.WriteAsync(Told("GONE.XNYS", 2));
        await call.ResponseStream.MoveNext(default);
        Assert.That((await Kept(["GONE.XNYS"])).Single().At, Is.EqualTo(ServiceMarket.Now.AddSeconds(2)));
    }

    [Test]
    public async Task Stream_is_for_services_only()
    {
        var headers = new Metadata { { "authorization", $"Bearer {Risk.Token("sue", "senior")}" } };
        using var call = new Books.BooksClient(channel).Follow(headers);
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));
        Assert.That(refused!.StatusCode, Is.EqualTo(StatusCode.PermissionDenied));
    }

    [Test]
    [Explicit("A measurement: how many books a second the service keeps, one by one and as a stream.")]
    public async Task Throughput_of_single_calls_and_of_a_stream()
    {
        const int books = 2_000;
        BookObserved[] told = [.. Enumerable.Range(1, books).Select(i => Full($"T{i % 20}.XNYS", i))];
        var (client, clock) = (new Books.BooksClient(channel), TimeProvider.System);
        await client.ObserveAsync(Full("T0.XNYS", 0), Headers());
        var began = clock.GetTimestamp();
        foreach (var one in told) await client.ObserveAsync(one, Headers());
        var single = clock.GetElapsedTime(began);
        began = clock.GetTimestamp();
        using var call = Follow();
        var kept = Task.Run(async () =>
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync())
                if (answer.Messages == books) return;
        });
        foreach (var one in told) await call.RequestStream.WriteAsync(one);
        await kept;
        var stream = clock.GetElapsedTime(began);
        await TestContext.Out.WriteLineAsync(
            $"{books} full books: {books / single.TotalSeconds:0} a second one by one, {books / stream.TotalSeconds:0} in a stream");
    }

    private AsyncDuplexStreamingCall<BookObserved, BooksKept> Follow() => new Books.BooksClient(channel).Follow(Headers());

    private Metadata Headers() => new() { { "authorization", $"Bearer {Risk.Token("ingestion", "service")}" } };

    private Task<IReadOnlyList<BookSnapshot>> Kept(IEnumerable<string> ids) => Risk.Services.GetRequiredService<ITransactions>().Run(
        async (scope, ct) => await scope.GetRequiredService<IBooks>().Last([.. ids.Select(InstrumentId.Parse)], ct),
        CancellationToken.None);

    private static BookObserved Told(string id, int second, bool trade = false)
    {
        var told = new BookObserved { InstrumentId = id, At = Timestamp.FromDateTimeOffset(ServiceMarket.Now.AddSeconds(second)) };
        told.Bids.Add(new BookLevel { Price = "1", Quantity = "5" });
        told.Asks.Add(new BookLevel { Price = "2", Quantity = "5" });
        if (!trade) return told;
        told.BucketVolume = "10";
        told.Trades.Add(new MarketTrade { Quantity = "1", BuyerTook = true });
        return told;
    }

    private static BookObserved Full(string id, int second)
    {
        var told = Told(id, second, trade: true);
        for (var level = 2; level <= 20; level++)
        {
            told.Bids.Add(new BookLevel { Price = $"{1m - (level * 0.01m)}", Quantity = "5" });
            told.Asks.Add(new BookLevel { Price = $"{2m + (level * 0.01m)}", Quantity = "5" });
        }
        return told;
    }
}

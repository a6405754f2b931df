using Grpc.Net.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Books;
using Superintel.Kernel;
using Superintel.TestKit;
using BooksClient = Superintel.Contracts.Grpc.RiskV1.Books.BooksClient;
using ToldTrade = Superintel.Contracts.Grpc.RiskV1.MarketTrade;

namespace Superintel.Ingestion.Tests.MarketData.Books;

/// <summary>The stream to Risk over a real connection, whatever Risk does.</summary>
internal sealed class BookLineTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private readonly List<InstrumentId> instruments = [.. Enumerable.Range(0, 100).Select(i => InstrumentId.Parse($"S{i:00}.NYSE"))];
    private BookBoard board = null!;
    private ListeningRisk risk = null!;
    private GrpcChannel channel = null!;
    private CancellationTokenSource stop = null!;
    private Task running = Task.CompletedTask;
    private decimal? bucket;

    [SetUp]
    public async Task Begin()
    {
        (board, stop, bucket) = (new BookBoard(), new CancellationTokenSource(), 10m);
        risk = await ListeningRisk.Start();
        channel = GrpcChannel.ForAddress(risk.Address);
        var line = new BookLine(
            BookListener.Risk(new BooksClient(channel), _ => bucket), board, new BookOptions { PerSecond = 10 }, TimeProvider.System,
            NullLogger.Instance);
        running = line.Run(stop.Token);
    }

    [TearDown]
    public async Task End()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        channel.Dispose();
        await risk.DisposeAsync();
        stop.Dispose();
    }

    [Test]
    public async Task Books_and_trades_are_told_in_one_stream()
    {
        // Trades first, which wait for their book: the line takes what is there at any moment.
        board.Traded(instruments[0], new MarketTrade(7m, 0m));
        board.Traded(instruments[0], new MarketTrade(8m, 0.25m));
        Put(0, 1m);
        Put(1, 2m);
        await Eventually.True(() => risk.Heard.Count == 2, "both are told");
        Put(0, 3m);
        await Eventually.True(() => risk.Heard.Count == 3, "what changed is told");
        var first = risk.Heard[0];
        Assert.Multiple(() =>
        {
            Assert.That(risk.Streams, Is.EqualTo(1));
            Assert.That((first.InstrumentId, first.At.ToDateTimeOffset(), first.BucketVolume), Is.EqualTo(("S00.NYSE", At, "10")));
            Assert.That(first.Trades, Is.EqualTo(new[]
            {
                new ToldTrade { Quantity = "7", BuyerTook = false },
                new ToldTrade { Quantity = "8", BuyShare = "0.25" },
            }));
            Assert.That(risk.Heard[2].Trades, Is.Empty);
        });
    }

    [Test]
    public async Task Nothing_is_said_of_trades_while_the_bucket_is_not_known()
    {
        bucket = null;
        board.Traded(instruments[0], new MarketTrade(7m, 0m));
        Put(0, 1m);
        await Eventually.True(() => risk.Heard.Count == 1, "the book is told");
        Assert.That((risk.Heard[0].BucketVolume, risk.Heard[0].Trades.Count), Is.EqualTo(("", 0)));
    }

    [Test]
    public async Task Book_that_was_not_answered_is_told_again_over_a_new_stream_and_its_trades_are_not()
    {
        risk.EndAfter = 1;
        board.Traded(instruments[0], new MarketTrade(7m, 0m));
        Put(0, 1m);
        await Eventually.True(() => risk.Streams >= 2, "a new stream is begun");
        risk.EndAfter = null;
        await Eventually.True(() => risk.Heard is [{ Trades.Count: 1 }, .., { Trades.Count: 0 }], "the book is told again");
        Put(1, 2m);
        await Eventually.True(() => risk.Heard[^1].InstrumentId == "S01.NYSE", "and others after it");
    }

    [Test]
    public async Task Risk_that_does_not_answer_gets_no_more_than_the_window_and_then_a_new_stream_with_the_newest()
    {
        risk.Answers = false;
        for (var i = 0; i < instruments.Count; i++) Put(i, 1m);
        await Eventually.True(() => risk.Heard.Count == BookLine.Window, "as many as the window is wide");
        for (var i = 0; i < instruments.Count; i++) Put(i, 2m);
        await Eventually.True(() => risk.Streams >= 2, "it is taken for dead");
        Assert.That(risk.Heard.Take(BookLine.Window).Select(book => book.Bids[0].Price), Is.All.EqualTo("1"));
        risk.Answers = true;
        await Eventually.True(
            () => risk.Heard.Where(book => book.Bids[0].Price == "2").Select(book => book.InstrumentId).Distinct().Count() == 100,
            "every instrument's newest book is told");
        Assert.That(risk.Heard.Skip(BookLine.Window).Select(book => book.Bids[0].Price), Is.All.EqualTo("2"), "none that was replaced");
    }

    [Test]
    public async Task Service_that_comes_later_is_found()
    {
        var port = risk.Address.Port;
        await risk.DisposeAsync();
        Put(0, 1m);
        risk = await ListeningRisk.Start(port);
        await Eventually.True(() => risk.Heard.Count == 1, "the new one is told");
    }

    private void Put(int instrument, decimal price) =>
        board.Put(new BookNews(instruments[instrument], At, [(price, 1m)], [(price + 1m, 1m)]));
}

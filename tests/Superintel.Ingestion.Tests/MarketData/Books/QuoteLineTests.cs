using Grpc.Net.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Books;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Books;

/// <summary>The stream to Execution over a real connection, beside a board that another listener reads.</summary>
internal sealed class QuoteLineTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly InstrumentId Coke = InstrumentId.Parse("KO.NYSE");
    private readonly LiveClock clock = new(new SettableClock(At));
    private BookBoard board = null!;
    private BookBoard quotes = null!;
    private ListeningExecution execution = null!;
    private GrpcChannel channel = null!;
    private CancellationTokenSource stop = null!;
    private Task running = Task.CompletedTask;

    [SetUp]
    public async Task Begin()
    {
        (quotes, stop) = (new BookBoard(), new CancellationTokenSource());
        board = new BookBoard(quotes);
        execution = await ListeningExecution.Start();
        channel = GrpcChannel.ForAddress(execution.Address);
        var line = new BookLine(
            BookListener.Execution(new Quotes.QuotesClient(channel), clock), quotes, new BookOptions { PerSecond = 10 },
            TimeProvider.System, NullLogger.Instance);
        running = line.Run(stop.Token);
    }

    [TearDown]
    public async Task End()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        channel.Dispose();
        await execution.DisposeAsync();
        stop.Dispose();
    }

    [Test]
    public async Task Best_of_a_book_is_told_and_the_other_listener_has_all_of_it_still()
    {
        var book = new BookNews(Coke, At, [(40m, 7m), (39m, 1m)], [(40.5m, 8m)]);
        board.Traded(Coke, new MarketTrade(1m, 0m));
        board.Put(book);
        await Eventually.True(() => execution.Heard.Count == 1, "it is told");
        Assert.That(execution.Heard[0], Is.EqualTo(new QuoteObserved
        {
            InstrumentId = "KO.NYSE", At = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(At),
            Bid = new QuoteSide { Price = "40", Size = "7" }, Ask = new QuoteSide { Price = "40.5", Size = "8" },
        }));
        var taken = board.Take().Single();
        Assert.That((taken.Bids.Count, taken.Trades.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Book_that_is_unknown_is_told_without_sides()
    {
        board.Put(BookNews.Unknown(Coke, At));
        await Eventually.True(() => execution.Heard.Count == 1, "it is told");
        Assert.That((execution.Heard[0].Bid, execution.Heard[0].Ask), Is.EqualTo(((QuoteSide?)null, (QuoteSide?)null)));
    }

    [Test]
    public async Task Time_is_told_by_this_machines_clock_when_the_venues_is_ahead()
    {
        clock.Hear(At.AddSeconds(3));
        board.Put(new BookNews(Coke, At.AddSeconds(2), [(40m, 7m)], [(40.5m, 8m)]));
        await Eventually.True(() => execution.Heard.Count == 1, "it is told");
        Assert.That(execution.Heard[0].At.ToDateTimeOffset(), Is.EqualTo(At.AddSeconds(-1)));
    }
}

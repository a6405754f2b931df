using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Ingestion.Service.Adapters.MarketData.Binance;
using Superintel.Ingestion.Service.Adapters.MarketData.Books;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Ingestion.Tests.MarketData.Books;

/// <summary>Books over the simulated venues' sockets: what is on the board is what the venue has, or nothing.</summary>
public sealed class BookSourceTests
{
    private static readonly SimulatorOptions Simulated = new(0, 7, FaultPlan.None, TimeSpan.Zero);
    private static readonly LiveClock Clock = new(TimeProvider.System);
    private static readonly InstrumentId Coke = InstrumentId.Parse("KO.NYSE");
    private readonly BookBoard board = new();
    private readonly SortedDictionary<InstrumentId, BookNews> seen = [];

    [SetUp]
    public void Begin() => seen.Clear();

    [TestCase("spot", "")]
    [TestCase("usd-margined", "/fapi")]
    public async Task Board_has_the_book_of_Binance_also_after_a_lost_connection(string market, string streams)
    {
        await using var server = new BinanceServer(Simulated);
        var address = await server.Start(CancellationToken.None);
        var options = new BinanceFeedOptions
        {
            Market = market, RestUrl = new Uri(address.RestUrl!), StreamsUrl = new Uri(address.WsUrl! + streams),
            Instruments = new SortedDictionary<string, string> { ["BTCUSDT.BINANCE"] = "BTCUSDT" },
        };
        var btc = InstrumentId.Parse("BTCUSDT.BINANCE");
        await Running(new BinanceBooks(options, options.NewClient(), [btc], trades: true, Clock), async () =>
        {
            await Agrees(btc, server.Exchange, "BTCUSDT");
            server.DropConnections();
            await Becomes(btc, book => book.Bids.Count == 0, "the book is not known while the connection is lost");
            await Agrees(btc, server.Exchange, "BTCUSDT");
        });
    }

    [Test]
    public async Task Board_has_the_book_of_Ibkr_and_none_while_the_gateway_has_lost_IB()
    {
        await using var server = new IbkrServer(Simulated);
        var address = await server.Start(CancellationToken.None);
        var options = Gateway(address, Coke);
        var books = new IbkrBooks(options, [Coke], trades: true, Clock, NullLogger<IbkrBooks>.Instance);
        await Running(books, async () =>
        {
            await Agrees(Coke, server.Exchange, "KO", rows: 10);
            server.Announce(1100, "Connectivity between IB and Trader Workstation has been lost.");
            await Becomes(Coke, book => book.Bids.Count == 0, "the book is not known");
        });
        server.Announce(1102, "Connectivity between IB and Trader Workstation has been restored.");
        await server.Told();
        // The first one's place may still be taken.
        var next = new IbkrBooks(options with { BooksClientId = 19 }, [Coke], trades: true, Clock, NullLogger<IbkrBooks>.Instance);
        await Running(next, () => Agrees(Coke, server.Exchange, "KO", rows: 10));
    }

    [Test]
    public async Task Session_of_Ibkr_ends_when_an_outage_is_over_because_its_books_missed_something()
    {
        await using var server = new IbkrServer(Simulated);
        var address = await server.Start(CancellationToken.None);
        var options = Gateway(address, Coke);
        var books = new IbkrBooks(options, [Coke], trades: true, Clock, NullLogger<IbkrBooks>.Instance);
        var running = books.Run(board, CancellationToken.None);
        await Agrees(Coke, server.Exchange, "KO", rows: 10);
        server.Announce(1100, "lost");
        server.Announce(1102, "restored");
        Assert.That(async () => await running.WaitAsync(TimeSpan.FromSeconds(60)), Throws.InstanceOf<TwsException>());
    }

    [Test]
    public async Task Volume_of_Ibkr_comes_with_the_book_divided_by_what_the_price_did()
    {
        var time = new SettableClock(TimeProvider.System.GetUtcNow());
        await using var server = new IbkrServer(Simulated, time);
        var address = await server.Start(CancellationToken.None);
        var options = Gateway(address, Coke);
        var books = new IbkrBooks(options, [Coke], trades: true, Clock, NullLogger<IbkrBooks>.Instance);
        await Running(books, async () =>
        {
            await Agrees(Coke, server.Exchange, "KO", rows: 10);
            await Eventually.True(() =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                server.Exchange.Step();
                Look();
                return seen[Coke].Trades.Count > 0;
            }, "the volume of a bar is told");
            Assert.That(seen[Coke].Trades.Select(trade => trade.Quantity % 100m), Is.All.Zero, "the gateway trades a hundred a bar");
            Assert.That(seen[Coke].Trades.Select(trade => trade.BuyShare), Is.All.InRange(0m, 1m));
        });
    }

    [Test]
    public async Task Book_too_many_is_not_known_and_the_others_are()
    {
        await using var server = new IbkrServer(Simulated);
        var address = await server.Start(CancellationToken.None);
        InstrumentId[] wanted = [Coke, .. new[] { "PEP.NASDAQ", "AAPL.NASDAQ", "MSFT.NASDAQ" }.Select(InstrumentId.Parse)];
        var books = new IbkrBooks(Gateway(address, wanted), wanted, trades: false, Clock, NullLogger<IbkrBooks>.Instance);
        await Running(books, async () =>
        {
            await Becomes(wanted[3], book => book.Bids.Count == 0, "a login has three books");
            foreach (var id in wanted[..3]) await Agrees(id, server.Exchange, id.Symbol, rows: 10);
            Assert.That(seen[wanted[3]].Bids, Is.Empty);
        });
    }

    [TestCase(0, "KO.NYSE")]
    [TestCase(11, "KO.NYSE")]
    [TestCase(2, "PEP.NYSE")]
    public void Options_that_cannot_be_are_refused(int perSecond, string instrument) => Assert.That(
        () => new BookOptions { PerSecond = perSecond, Instruments = [instrument] }.Wanted(["KO.NYSE"]),
        Throws.InvalidOperationException);

    private static IbkrFeedOptions Gateway(VenueAddress address, params InstrumentId[] instruments) => new()
    {
        Gateway = new TwsOptions { Port = address.Port },
        Instruments = new SortedDictionary<string, IbkrInstrument>(instruments.ToDictionary(
            id => id.ToString(), id => new IbkrInstrument { Symbol = id.Symbol, PrimaryExchange = id.Venue })),
    };

    private async Task Running(IBookSource source, Func<Task> check)
    {
        using var stop = new CancellationTokenSource();
        var running = source.Run(board, stop.Token);
        try
        {
            await check();
        }
        finally
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The market moves until the board has what the exchange has: a book may come before the socket stands.
    private async Task Agrees(InstrumentId instrument, SimExchange exchange, string symbol, int rows = BookNews.Depth)
    {
        var wanted = (Bids: new List<(decimal, decimal)>(), Asks: new List<(decimal, decimal)>());
        exchange.Step();
        await Eventually.True(() =>
        {
            if (seen.GetValueOrDefault(instrument)?.Bids.Count is null or 0) exchange.Step();
            exchange.Read(e =>
            {
                wanted = ([.. e.Book(symbol).Bids.Take(rows).Select(l => (l.Price, l.Quantity))],
                    [.. e.Book(symbol).Asks.Take(rows).Select(l => (l.Price, l.Quantity))]);
                return 0;
            });
            Look();
            return seen.TryGetValue(instrument, out var book) && book.Bids.SequenceEqual(wanted.Bids)
                && book.Asks.SequenceEqual(wanted.Asks);
        }, "the board has the book of the exchange");
    }

    private Task Becomes(InstrumentId instrument, Func<BookNews, bool> condition, string what) => Eventually.True(() =>
    {
        Look();
        return seen.TryGetValue(instrument, out var book) && condition(book);
    }, what);

    private void Look()
    {
        foreach (var book in board.Take()) seen[book.Instrument] = book;
    }
}

using Google.Protobuf.WellKnownTypes;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Books;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Books;

/// <summary>What Execution is told of a book that another listener has whole; the stream itself is BookLine's.</summary>
public sealed class QuoteMessageTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly InstrumentId Coke = InstrumentId.Parse("KO.NYSE");

    [Test]
    public void Best_of_a_book_is_told_and_the_other_listener_has_all_of_it_still()
    {
        var quotes = new BookBoard();
        var board = new BookBoard(quotes);
        board.Traded(Coke, new MarketTrade(1m, 0m));
        board.Put(new BookNews(Coke, At, [(40m, 7m), (39m, 1m)], [(40.5m, 8m)]));
        Assert.That(QuoteMessage.Of(quotes.Take().Single(), TimeSpan.Zero), Is.EqualTo(new QuoteObserved
        {
            InstrumentId = "KO.NYSE", At = Timestamp.FromDateTimeOffset(At),
            Bid = new QuoteSide { Price = "40", Size = "7" }, Ask = new QuoteSide { Price = "40.5", Size = "8" },
        }));
        var taken = board.Take().Single();
        Assert.That((taken.Bids.Count, taken.Trades.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public void Book_that_is_unknown_is_told_without_sides()
    {
        var told = QuoteMessage.Of(BookNews.Unknown(Coke, At), TimeSpan.Zero);
        Assert.That((told.Bid, told.Ask), Is.EqualTo(((QuoteSide?)null, (QuoteSide?)null)));
    }

    [Test]
    public void Time_is_told_by_this_machines_clock_when_the_venues_is_ahead()
    {
        var clock = new LiveClock(new SettableClock(At));
        clock.Hear(At.AddSeconds(3));
        var told = QuoteMessage.Of(new BookNews(Coke, At.AddSeconds(2), [(40m, 7m)], [(40.5m, 8m)]), clock.Ahead);
        Assert.That(told.At.ToDateTimeOffset(), Is.EqualTo(At.AddSeconds(-1)));
    }
}

using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Books;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Books;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BookBoardTests
{
    private static readonly InstrumentId Ko = InstrumentId.Parse("KO.NYSE");
    private static readonly InstrumentId Pep = InstrumentId.Parse("PEP.NYSE");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private readonly BookBoard board = new();

    [Test]
    public void Newer_book_takes_the_place_of_one_that_nobody_took()
    {
        board.Put(Book(Ko));
        board.Put(BookNews.Unknown(Ko, At));
        Assert.That(board.Take().Single().Bids, Is.Empty);
        Assert.That(board.Take(), Is.Empty);
    }

    [Test]
    public void Whoever_waits_longest_is_taken_first()
    {
        board.Put(Book(Pep));
        board.Put(Book(Ko));
        board.Put(Book(Pep));
        Assert.That(board.Take(1).Single().Instrument, Is.EqualTo(Pep));
        board.Put(Book(Pep));
        Assert.That(board.Take().Select(book => book.Instrument), Is.EqualTo(new[] { Ko, Pep }));
    }

    [Test]
    public void Trades_go_once_with_their_book_and_wait_for_the_first_one()
    {
        board.Traded(Ko, new MarketTrade(5m, 1m));
        Assert.That(board.Take(), Is.Empty);
        board.Put(Book(Ko));
        Assert.That(board.Take().Single().Trades, Is.EqualTo(new[] { new MarketTrade(5m, 1m) }));
        board.Traded(Ko, new MarketTrade(6m, 0m));
        var later = board.Take().Single();
        Assert.That((later.At, later.Bids.Count, later.Trades.Single().Quantity), Is.EqualTo((At, 1, 6m)));
    }

    [Test]
    public void Book_that_was_put_back_is_taken_again_or_what_has_come_meanwhile()
    {
        board.Put(Book(Ko));
        board.Traded(Ko, new MarketTrade(5m, 1m));
        var taken = board.Take().Single();
        board.PutBack(taken);
        var again = board.Take().Single();
        Assert.That((again.Bids.Count, again.Trades.Count), Is.EqualTo((1, 0)), "its trades may have been counted");
        board.Put(BookNews.Unknown(Ko, At));
        board.PutBack(taken);
        Assert.That(board.Take().Single().Bids, Is.Empty);
    }

    private static BookNews Book(InstrumentId instrument) => new(instrument, At, [(1m, 1m)], [(2m, 1m)]);
}

using FsCheck;
using FsCheck.Fluent;
using Superintel.Kernel;
using Superintel.Risk.Microstructure;
using Superintel.Risk.Microstructure.Memory;
using Superintel.Risk.Microstructure.ObserveBook;

namespace Superintel.Risk.Tests.Microstructure;

/// <summary>What a feed tells, kept one by one and many at a time.</summary>
public sealed class ObserveBookTests
{
    private static readonly InstrumentId[] Instruments = [.. new[] { "AAA.XNYS", "BBB.XNYS", "CCC.XNYS" }.Select(InstrumentId.Parse)];

    [FsCheck.NUnit.Property]
    public Property Many_at_a_time_are_the_same_as_one_by_one(int seed)
    {
        var random = new Random(seed);
        BookObservation[] told = [.. Enumerable.Range(0, 60).Select(_ => Told(random))];
        var (single, many) = (new MemoryBooks(), new MemoryBooks());
        foreach (var one in told) Wait(new ObserveBook(single).Handle(one, default));
        foreach (var chunk in told.Chunk(1 + random.Next(20))) Wait(new ObserveBook(many).Handle(chunk, default));
        return Kept(single).SequenceEqual(Kept(many)).ToProperty();
    }

    [Test]
    public void Trades_of_a_message_that_was_held_up_count_and_its_book_does_not()
    {
        var books = new MemoryBooks();
        var late = Observation(Instruments[0], 1, [new TradePrint(4m, true)], 10m);
        Wait(new ObserveBook(books).Handle([Observation(Instruments[0], 2, [], 10m), late], default));
        var kept = Books(books).Single();
        Assert.That((kept.At, kept.Bids[0].Price, kept.Flow.Buys), Is.EqualTo((Desk.Start.AddSeconds(2), 2m, 4m)));
    }

    [Test]
    public void Flow_stays_while_a_source_does_not_know_and_goes_when_it_has_no_trades()
    {
        var books = new MemoryBooks();
        var observe = new ObserveBook(books);
        Wait(observe.Handle(Observation(Instruments[0], 1, [new TradePrint(4m, true)], 10m), default));
        Wait(observe.Handle(Observation(Instruments[0], 2, [new TradePrint(5m, true)], null), default));
        Assert.That(Books(books).Single().Flow.Buys, Is.EqualTo(4m));
        Wait(observe.Handle(Observation(Instruments[0], 3, [], 0m), default));
        Assert.That(Books(books).Single().Flow, Is.EqualTo(TradeFlow.None));
    }

    private static IReadOnlyList<BookSnapshot> Books(MemoryBooks books) =>
        books.Last(Instruments, default).AsTask().GetAwaiter().GetResult();

    private static void Wait(ValueTask work) => work.AsTask().GetAwaiter().GetResult();

    private static BookObservation Told(Random random) => Observation(
        Instruments[random.Next(Instruments.Length)],
        random.Next(20),
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => new TradePrint(random.Next(100), random.Next(2) == 0))],
        random.Next(5) switch { 0 => null, 1 => 0m, 2 => 12m, _ => 10m });

    private static BookObservation Observation(InstrumentId id, int second, IReadOnlyList<TradePrint> trades, decimal? bucket) => new(
        id, Desk.Start.AddSeconds(second), [new BookLevel(second, 1m)], [new BookLevel(second + 1, 1m)], trades, bucket);

    private static IEnumerable<string> Kept(MemoryBooks books) => Books(books)
        .Select(book => $"{book.Instrument} {book.At:O} {book.Bids[0].Price} {book.Flow.BucketVolume} {book.Flow.Buys:0.######} "
            + $"{book.Flow.Sells:0.######} {string.Join(' ', book.Flow.Differences.Select(d => d.ToString("0.######")))}");
}

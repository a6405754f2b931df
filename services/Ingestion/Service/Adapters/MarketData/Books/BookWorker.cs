using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>
/// Tells Risk the newest books, each instrument's so many times a second at most. While a venue cannot say what its book is, Risk is told
/// an empty one, on which its chain lets nothing pass; when Risk cannot be reached, what it has grows old there with the same end.
/// </summary>
internal sealed class BookWorker(
    IBookSource source, Contracts.Grpc.RiskV1.Books.BooksClient risk, BookOptions options, LiveClock clock, ILogger<BookWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly BookBoard board = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Follow(stoppingToken), Tell(stoppingToken));

    private async Task Follow(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await source.Run(board, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.BooksFailed(source.Name, Pause, failure);
            }
            foreach (var instrument in source.Instruments) board.Put(BookNews.Unknown(instrument, clock.Now));
            await Task.Delay(Pause, ct);
        }
    }

    private async Task Tell(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / options.PerSecond));
        var failing = false;
        while (await timer.WaitForNextTickAsync(ct))
        {
            var untold = new Queue<BookNews>(board.Take());
            try
            {
                for (; untold.TryPeek(out var book); untold.Dequeue()) await risk.ObserveAsync(Observed(book), cancellationToken: ct);
                failing = false;
            }
            catch (RpcException failure) when (!ct.IsCancellationRequested)
            {
                foreach (var book in untold) board.PutBack(book);
                if (!failing) log.RiskUnreachable(failure.StatusCode.ToString(), failure);
                failing = true;
            }
        }
    }

    private static BookObserved Observed(BookNews book)
    {
        var told = new BookObserved { InstrumentId = book.Instrument.ToString(), At = Timestamp.FromDateTimeOffset(book.At) };
        told.Bids.AddRange(book.Bids.Select(Level));
        told.Asks.AddRange(book.Asks.Select(Level));
        return told;
    }

    private static BookLevel Level((decimal Price, decimal Quantity) level) => new()
    {
        Price = level.Price.ToString(CultureInfo.InvariantCulture), Quantity = level.Quantity.ToString(CultureInfo.InvariantCulture),
    };
}

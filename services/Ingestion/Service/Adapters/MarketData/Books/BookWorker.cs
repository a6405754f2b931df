using Superintel.Ingestion.Service.Adapters.MarketData.Live;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>
/// Follows a venue's books and tells its listeners. While a venue cannot say what its book is, an empty one is told, on which Risk lets
/// nothing pass and Execution fills nothing; when one cannot be reached, what it has grows old there with the same end.
/// </summary>
internal sealed class BookWorker(
    IBookSource source, IEnumerable<BookListener> listeners, BookOptions options, BookBuckets buckets, LiveClock clock,
    ILogger<BookWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Risk comes first, and only it is told of trades.
        var (others, boards) = (listeners.Skip(1).Select(_ => new BookBoard()).ToArray(), new List<BookBoard>());
        boards.Add(new BookBoard(others));
        boards.AddRange(others);
        var lines = listeners.Zip(boards, (listener, board) => new BookLine(listener, board, options, clock.Wall, log));
        return Task.WhenAll(
            [Follow(boards[0], stoppingToken), buckets.Run(stoppingToken), .. lines.Select(line => line.Run(stoppingToken))]);
    }

    private async Task Follow(BookBoard board, CancellationToken ct)
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
}

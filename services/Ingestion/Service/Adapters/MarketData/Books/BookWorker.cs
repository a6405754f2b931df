using Superintel.Ingestion.Service.Adapters.MarketData.Live;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>
/// Follows a venue's books and tells Risk. While a venue cannot say what its book is, Risk is told an empty one, on which its chain lets
/// nothing pass; when Risk cannot be reached, what it has grows old there with the same end.
/// </summary>
internal sealed class BookWorker(
    IBookSource source, Contracts.Grpc.RiskV1.Books.BooksClient risk, BookOptions options, BookBuckets buckets, LiveClock clock,
    ILogger<BookWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly BookBoard board = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var line = new BookLine(risk, board, options, id => options.Trades ? buckets.Of(id) : 0m, clock.Wall, log);
        return Task.WhenAll(Follow(stoppingToken), buckets.Run(stoppingToken), line.Run(stoppingToken));
    }

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
}

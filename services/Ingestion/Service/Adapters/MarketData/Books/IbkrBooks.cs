using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Books;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>
/// Level 2 of IBKR, over a client of its own. Whatever makes a book doubtful ends the session, and a new one begins; a book that TWS
/// refuses is not known as long as the session lasts. Trades are bars of five seconds, whose volume is divided by what their price did.
/// </summary>
internal sealed class IbkrBooks(
    IbkrFeedOptions options, IReadOnlyList<InstrumentId> wanted, bool trades, LiveClock clock, ILogger<IbkrBooks> log) : IBookSource
{
    private const int Seconds = 5;
    private readonly TwsOptions gateway = options.Gateway with { ClientId = options.BooksClientId };
    private readonly TwsLimits limits = new(options.Gateway, TimeProvider.System);

    public string Name => IbkrBars.Source;

    public IReadOnlyList<InstrumentId> Instruments => wanted;

    public async Task Run(BookBoard board, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // After an outage the changes go on where they are, not where we were.
        var connection = new IbkrConnection(options.Farms, options.Calm);
        await using var client = await TwsClient.Connect(gateway, limits, TimeProvider.System, connection, ct);
        connection.Restored = ending.Cancel;
        var (following, counting) = (new List<Task>(), new List<Task>());
        try
        {
            foreach (var instrument in wanted)
            {
                var contract = options.Instruments[instrument.ToString()].Asked();
                var listing = IbkrListing.Of(instrument, contract, await client.ContractDetails(contract, ct));
                var book = await client.Depth(listing.Contract, BookNews.Depth, listing.Contract.Exchange == "SMART", ct);
                following.Add(Follow(instrument, book, board, ending.Token));
                // Quotes have no volume.
                if (trades && listing.Show != "MIDPOINT") counting.Add(Count(client, listing, board, ending.Token));
            }
            for (; following.Count > 0; following.RemoveAll(book => book.IsCompletedSuccessfully)) await await Task.WhenAny(following);
            throw new TwsException("no-books", "TWS refuses every book.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TwsException("books-doubtful", "The gateway lost IB for a while.");
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll([.. following, .. counting]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A book is a book without them: who gets none is told why, and its order flow is not measured.
    private async Task Count(TwsClient client, IbkrListing listing, BookBoard board, CancellationToken ct)
    {
        var instrument = listing.Instrument.Id;
        var (flow, bars, dropped) = (new BulkClassification(), 0L, 0L);
        try
        {
            await using var told = await client.RealTimeBars(listing.Contract, listing.Show, options.RegularHours, ct);
            await foreach (var bar in told.Updates.ReadAllAsync(ct))
            {
                // The next of a bar is five seconds later, or the market paused.
                if (told.Dropped != dropped || bar.EpochSeconds != bars + Seconds) flow.Interrupt();
                (bars, dropped) = (bar.EpochSeconds, told.Dropped);
                if (flow.Next((double)bar.Close, bar.Volume) is { } trade) board.Traded(instrument, trade);
            }
        }
        catch (TwsException refused) when (!ct.IsCancellationRequested)
        {
            log.NoTrades(instrument, refused.Message);
        }
    }

    // A login has so many books: the others go on, and what was to be watched and cannot be is not traded.
    private async Task Follow(InstrumentId instrument, Subscription<MarketDepthL2> book, BookBoard board, CancellationToken ct)
    {
        try
        {
            await Read(instrument, book, board, ct);
        }
        catch (TwsException refused) when (refused.VenueCode != 0)
        {
            log.NoBook(instrument, refused.Message);
            board.Put(BookNews.Unknown(instrument, clock.Now));
        }
    }

    private async Task Read(InstrumentId instrument, Subscription<MarketDepthL2> book, BookBoard board, CancellationToken ct)
    {
        var ladder = new TwsLadder();
        while (await book.Updates.WaitToReadAsync(ct))
        {
            // A move is many rows; in the middle of it the book is none.
            while (book.Updates.TryRead(out var change))
            {
                if (!ladder.Apply(in change)) throw new TwsException("book-malformed", $"A row of {instrument} does not fit its book.");
            }
            if (book.Dropped > 0) throw new TwsException("book-hole", $"Rows of {instrument} came faster than they were read.");
            board.Put(new BookNews(
                instrument, clock.Now, ladder.Levels(ofBids: true, BookNews.Depth), ladder.Levels(ofBids: false, BookNews.Depth)));
        }
        throw new TwsException("connection-lost", "The gateway is gone.");
    }
}

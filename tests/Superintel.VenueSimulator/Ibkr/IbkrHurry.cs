using System.Globalization;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Conformance;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>
/// All that TWS limits, asked for as fast as the client lets it go: messages, history in small bars, and a book more than a login has,
/// whose refusal must leave the others alone.
/// </summary>
internal static class IbkrHurry
{
    private const int Probes = 120;
    private const int PerContract = 6;
    private const int Books = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Booked = ["KO", "PEP", "AAPL", "MSFT"];

    public static async Task<string?> Of(IbkrBroker broker, Contract traded, CancellationToken ct)
    {
        try
        {
            var client = await broker.Client(ct);
            var began = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < Probes; i++) await client.Probe(ct);
            var probed = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            await History(client, traded, ct);
            var waited = TimeProvider.System.GetElapsedTime(began).TotalSeconds - probed;
            var books = await AskBooks(client, ct);
            await client.Probe(ct);
            return string.Create(CultureInfo.InvariantCulture,
                $"{Probes} requests in {probed:0.00} s and {PerContract + 1} of small bars in {waited:0.0} s, none refused; {books}");
        }
        catch (TwsException refused)
        {
            throw new CaseFailedException($"It was too much: {refused.Message}", refused);
        }
    }

    // Six of one contract, which may not be within two seconds, and then the first once more, which may not be within fifteen.
    private static async Task History(TwsClient client, Contract traded, CancellationToken ct)
    {
        var now = client.VenueTime;
        for (var i = 0; i <= PerContract; i++)
        {
            var end = now.AddMinutes(-1 - (i % PerContract)).ToString("yyyyMMdd-HH:mm:ss", CultureInfo.InvariantCulture);
            await client.HistoricalBars(new RequestHistoricalData(0, traded, end, "5 secs", "60 S", true, "TRADES"), ct);
        }
    }

    private static async Task<string> AskBooks(TwsClient client, CancellationToken ct)
    {
        var open = new List<Subscription<MarketDepthL2>>();
        try
        {
            foreach (var symbol in Booked)
            {
                var book = await client.Depth(Contract.Stock(symbol, "USD"), rows: 5, smart: true, ct);
                open.Add(book);
                if (await Refusal(book, ct) is not { } refusal) continue;
                if (refusal.Code == "no-permission") return $"this login has no books ({refusal.VenueCode})";
                if (open.Count <= Books || refusal is not { VenueCode: 309, Code: "venue-limit" })
                    throw new CaseFailedException($"Book {open.Count}: {refusal.Message}");
                if (open.SkipLast(1).Any(other => other.Updates.Completion.IsCompleted))
                    throw new CaseFailedException("The refused book took another with it.");
                return $"book {open.Count} refused with 309, the others whole";
            }
            return $"{open.Count} books at once";
        }
        finally
        {
            foreach (var book in open) await book.DisposeAsync();
        }
    }

    /// <returns>Null: it came, or nothing was said of it, as of a market that is closed.</returns>
    private static async Task<TwsException?> Refusal(Subscription<MarketDepthL2> book, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await book.Updates.WaitToReadAsync(patience.Token);
            return null;
        }
        catch (TwsException refused)
        {
            return refused;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}

using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Superintel.Contracts.Grpc.ExecutionV1;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>The best of a book as it is told to Execution.</summary>
internal static class QuoteMessage
{
    /// <param name="ahead">What the venue's clock is ahead of this machine's: the fleet's orders are timed by the machine's.</param>
    public static QuoteObserved Of(BookNews book, TimeSpan ahead) => new()
    {
        InstrumentId = book.Instrument.ToString(),
        At = Timestamp.FromDateTimeOffset(book.At - ahead),
        Bid = Best(book.Bids),
        Ask = Best(book.Asks),
    };

    private static QuoteSide? Best(IReadOnlyList<(decimal Price, decimal Quantity)> levels) =>
        levels is [var best, ..] ? new QuoteSide { Price = Text(best.Price), Size = Text(best.Quantity) } : null;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

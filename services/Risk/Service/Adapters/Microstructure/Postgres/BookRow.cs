using Superintel.Kernel;
using Superintel.Risk.Microstructure;

namespace Superintel.Risk.Service.Adapters.Microstructure.Postgres;

internal sealed record BookRow
{
    public string Id { get; init; } = "";

    public DateTimeOffset ObservedAt { get; init; }

    public string Bids { get; init; } = "";

    public string Asks { get; init; } = "";

    public decimal BucketVolume { get; init; }

    public decimal Buys { get; init; }

    public decimal Sells { get; init; }

    public decimal[] Differences { get; init; } = [];

    public static BookRow Of(BookSnapshot book) => new()
    {
        Id = book.Instrument.ToString(),
        ObservedAt = book.At,
        Bids = StoredJson.Write<BookLevel>(book.Bids),
        Asks = StoredJson.Write<BookLevel>(book.Asks),
        BucketVolume = book.Flow.BucketVolume,
        Buys = book.Flow.Buys,
        Sells = book.Flow.Sells,
        Differences = [.. book.Flow.Differences],
    };

    public BookSnapshot ToBook() => new(
        InstrumentId.Parse(Id),
        ObservedAt,
        [.. StoredJson.Read<BookLevel>(Bids)],
        [.. StoredJson.Read<BookLevel>(Asks)],
        new TradeFlow(BucketVolume, Buys, Sells, [.. Differences]));
}

using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Exposure;

/// <summary>The book as risk sees it: positions and every order that was permitted, in the base currency at the last closes.</summary>
public sealed record BookExposure(
    ImmutableSortedDictionary<InstrumentId, AssetExposure> Assets,
    ImmutableSortedDictionary<string, PairExposure> Pairs)
{
    public static BookExposure Empty { get; } = new(
        ImmutableSortedDictionary<InstrumentId, AssetExposure>.Empty,
        ImmutableSortedDictionary.Create<string, PairExposure>(StringComparer.Ordinal));

    /// <summary>Sum of absolute values, pair by pair: what one pair hedges of another does not count.</summary>
    public decimal Gross => Pairs.Values.Sum(pair => pair.Values.Values.Sum(Math.Abs));

    public decimal Net => Pairs.Values.Sum(pair => pair.Values.Values.Sum());

    /// <returns>Null when a position or an order at work cannot be priced: what is not known is not small.</returns>
    public static BookExposure? Of(
        PortfolioSnapshot portfolio, IEnumerable<Reservation> reservations, MarketSnapshot market, Currency currency)
    {
        if (Held(portfolio, market, currency) is not { } book) return null;
        foreach (var reservation in reservations)
        {
            foreach (var leg in reservation.Legs)
            {
                if (market.Value(leg.Instrument, leg.SignedRemaining, currency) is not { } value) return null;
                book = reservation.Opens ? book.Enter(reservation.PairId, leg.Instrument, value) : book.Exit(leg.Instrument, value);
            }
        }
        return book;
    }

    // Positions come ordered by pair, so each pair is made once: a book of a hundred is built while a trade waits.
    private static BookExposure? Held(PortfolioSnapshot portfolio, MarketSnapshot market, Currency currency)
    {
        var assets = new Dictionary<InstrumentId, AssetExposure>(portfolio.Positions.Count);
        var pairs = new List<KeyValuePair<string, PairExposure>>();
        foreach (var position in portfolio.Open)
        {
            var (pairId, instrument) = (position.Key.PairId, position.Key.Instrument);
            if (market.Value(instrument, position.Quantity, currency) is not { } value) return null;
            assets[instrument] = assets.GetValueOrDefault(instrument).Hold(value);
            if (pairs.Count > 0 && pairs[^1].Key == pairId) pairs[^1] = new(pairId, pairs[^1].Value.Add(instrument, value));
            else pairs.Add(new(pairId, PairExposure.Empty(pairId).Add(instrument, value)));
        }

        return new BookExposure(
            ImmutableSortedDictionary.CreateRange(assets), ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, pairs));
    }

    /// <summary>The book with an entry on top; null when a leg cannot be priced.</summary>
    public BookExposure? With(string pairId, IEnumerable<TradeLeg> legs, MarketSnapshot market, Currency currency)
    {
        var book = this;
        foreach (var leg in legs)
        {
            if (market.Value(leg.Instrument, leg.SignedQuantity, currency) is not { } value) return null;
            book = book.Enter(pairId, leg.Instrument, value);
        }
        return book;
    }

    public AssetExposure Asset(InstrumentId instrument) => Assets.GetValueOrDefault(instrument);

    private BookExposure Enter(string pairId, InstrumentId instrument, decimal value) =>
        new(Assets.SetItem(instrument, Asset(instrument).Order(value)), Add(pairId, instrument, value));

    // An exit at work may fail to fill: it takes nothing off the pair, but bounds what the instrument can come to.
    private BookExposure Exit(InstrumentId instrument, decimal value) =>
        this with { Assets = Assets.SetItem(instrument, Asset(instrument).Order(value)) };

    private ImmutableSortedDictionary<string, PairExposure> Add(string pairId, InstrumentId instrument, decimal value) =>
        Pairs.SetItem(pairId, (Pairs.GetValueOrDefault(pairId) ?? PairExposure.Empty(pairId)).Add(instrument, value));
}

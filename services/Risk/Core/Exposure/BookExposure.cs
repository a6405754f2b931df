using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Exposure;

/// <summary>The book as risk sees it: positions and every order that was permitted, and what others hold and have at work in the desk's
/// accounts, in the base currency at the last closes. Made while a trade waits: arrays, and what an instrument may come to only for those
/// that are asked about.</summary>
public sealed class BookExposure
{
    private readonly ImmutableArray<KeyValuePair<InstrumentId, decimal>> held;
    private readonly ImmutableArray<KeyValuePair<InstrumentId, decimal>> orders;

    private BookExposure(
        PairExposures pairs,
        ImmutableArray<KeyValuePair<InstrumentId, decimal>> held,
        ImmutableArray<KeyValuePair<InstrumentId, decimal>> orders,
        ImmutableArray<KeyValuePair<InstrumentId, decimal>> others) =>
        (Pairs, this.held, this.orders, Others) = (pairs, held, orders, others);

    public static BookExposure Empty { get; } = new(PairExposures.Empty, [], [], []);

    /// <summary>What each pair holds, and its entries at work as if they were filled. A position that is not the desk's stands among them
    /// under a name of its own.</summary>
    public PairExposures Pairs { get; }

    /// <summary>Signed values of orders at work that are not the desk's, one by one: any part of each may fill, at any moment.</summary>
    public ImmutableArray<KeyValuePair<InstrumentId, decimal>> Others { get; }

    /// <summary>What each instrument may come to.</summary>
    public ImmutableSortedDictionary<InstrumentId, AssetExposure> Assets =>
        Instruments.Distinct().ToImmutableSortedDictionary(id => id, Asset);

    /// <summary>Everything held or at work, as often as it is.</summary>
    public IEnumerable<InstrumentId> Instruments => held.Concat(orders).Select(one => one.Key);

    /// <summary>Sum of absolute values, pair by pair: what one pair hedges of another does not count, and an order of somebody else's
    /// hedges nothing.</summary>
    public decimal Gross
    {
        get
        {
            var sum = 0m;
            foreach (var pair in Pairs.Values)
            {
                foreach (var (_, value) in pair.Values) sum += Math.Abs(value);
            }

            foreach (var (_, value) in Others) sum += Math.Abs(value);
            return sum;
        }
    }

    /// <summary>Long minus short, the farther from zero of what the orders of others can make of it.</summary>
    public decimal Net
    {
        get
        {
            var sum = 0m;
            foreach (var pair in Pairs.Values)
            {
                foreach (var (_, value) in pair.Values) sum += value;
            }

            var (upper, lower) = (sum, sum);
            foreach (var (_, value) in Others) (upper, lower) = (upper + Math.Max(0m, value), lower + Math.Min(0m, value));
            return Math.Abs(upper) >= Math.Abs(lower) ? upper : lower;
        }
    }

    /// <returns>Null when a position or an order at work cannot be priced: what is not known is not small.</returns>
    public static BookExposure? Of(
        PortfolioSnapshot portfolio,
        IEnumerable<Reservation> reservations,
        ExternalBook external,
        MarketSnapshot market,
        Currency currency) =>
        Of([.. portfolio.Open], reservations, external, market, currency);

    /// <param name="open">Positions that are not flat, ordered by key.</param>
    /// <param name="external">Of listed instruments.</param>
    public static BookExposure? Of(
        IReadOnlyList<Position> open,
        IEnumerable<Reservation> reservations,
        ExternalBook external,
        MarketSnapshot market,
        Currency currency)
    {
        if (Held(open, market, currency) is not { } book) return null;
        foreach (var reservation in reservations)
        {
            foreach (var leg in reservation.Legs)
            {
                if (market.Value(leg.Instrument, leg.SignedRemaining, currency) is not { } value) return null;
                book = reservation.Opens ? book.Enter(reservation.PairId, leg.Instrument, value) : book.Exit(leg.Instrument, value);
            }
        }
        return book.With(external, market, currency);
    }

    /// <summary>The book with an entry on top; null when a leg cannot be priced.</summary>
    public BookExposure? With(string pairId, IReadOnlyList<TradeLeg> legs, MarketSnapshot market, Currency currency)
    {
        var book = this;
        foreach (var leg in legs)
        {
            if (market.Value(leg.Instrument, leg.SignedQuantity, currency) is not { } value) return null;
            book = book.Enter(pairId, leg.Instrument, value);
        }
        return book;
    }

    public AssetExposure Asset(InstrumentId instrument)
    {
        var asset = default(AssetExposure);
        foreach (var (id, value) in held)
        {
            if (id == instrument) asset = asset.Hold(value);
        }

        foreach (var (id, value) in orders)
        {
            if (id == instrument) asset = asset.Order(value);
        }

        return asset;
    }

    // Positions come ordered by pair and instrument, once each: a pair is a stretch of them.
    private static BookExposure? Held(IReadOnlyList<Position> open, MarketSnapshot market, Currency currency)
    {
        var (held, pairs) = (new KeyValuePair<InstrumentId, decimal>[open.Count], new List<PairExposure>((open.Count + 1) / 2));
        for (var i = 0; i < held.Length; i++)
        {
            if (market.Value(open[i].Key.Instrument, open[i].Quantity, currency) is not { } value) return null;
            held[i] = new(open[i].Key.Instrument, value);
        }

        for (var (from, i) = (0, 1); i <= held.Length; i++)
        {
            if (i < held.Length && open[i].Key.PairId == open[from].Key.PairId) continue;
            pairs.Add(new PairExposure(open[from].Key.PairId, [.. held.AsSpan(from, i - from)]));
            from = i;
        }

        return new BookExposure(new PairExposures([.. pairs]), ImmutableCollectionsMarshal.AsImmutableArray(held), [], []);
    }

    private BookExposure Enter(string pairId, InstrumentId instrument, decimal value) => new(
        Pairs.With(Pairs.Find(pairId)?.Add(instrument, value) ?? PairExposure.Of(pairId, instrument, value)),
        held,
        orders.Add(new(instrument, value)),
        Others);

    // An exit at work may fail to fill: it takes nothing off the pair, but bounds what the instrument can come to.
    private BookExposure Exit(InstrumentId instrument, decimal value) => new(Pairs, held, orders.Add(new(instrument, value)), Others);

    private BookExposure? With(ExternalBook external, MarketSnapshot market, Currency currency)
    {
        var book = this;
        foreach (var position in external.Positions)
        {
            var id = position.Instrument;
            if (market.Value(id, position.Quantity, currency) is not { } value) return null;
            var pairs = book.Pairs.With(PairExposure.Of(position.Name, id, value));
            book = new(pairs, book.held.Add(new(id, value)), book.orders, book.Others);
        }

        foreach (var order in external.Orders)
        {
            if (market.Value(order.Instrument, order.SignedLeaves, currency) is not { } value) return null;
            var one = KeyValuePair.Create(order.Instrument, value);
            book = new(book.Pairs, book.held, book.orders.Add(one), book.Others.Add(one));
        }

        return book;
    }
}

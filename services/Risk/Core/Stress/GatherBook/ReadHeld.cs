using System.Collections.Immutable;
using System.Globalization;
using Superintel.Kernel;
using Superintel.Risk.Exposure.External;
using Superintel.Risk.Exposure.External.Ports;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Stress.GatherBook;

/// <summary>Loads the positions that every simulation looks at: the desk's, and those in its accounts that nobody explains. Orders at work,
/// whosever they are, are not in it: they may never fill.</summary>
public sealed class ReadHeld(ReadPortfolio portfolio, IExternalBook external, ReadMarket market, RiskOptions options)
{
    /// <param name="more">Instruments that are wanted beside what is held, at a value of zero; those never listed are left out.</param>
    /// <param name="others">False: the desk's positions only, and the others are said to be left out.</param>
    /// <returns>Null while something held cannot be priced.</returns>
    public async ValueTask<HeldPositions?> Handle(IReadOnlyList<InstrumentId> more, bool others, CancellationToken ct)
    {
        var (held, told) = (await portfolio.Now(ct), (await external.Now(ct)).Positions);
        var theirs = others ? told.Select(position => position.Instrument) : [];
        var wanted = held.Instruments.Concat(theirs).Concat(more).Distinct().Order().ToArray();
        var snapshot = await market.For(wanted, ct);
        if (Valuation.Of(held, snapshot, options.Base).Value is not { NetAssetValue: > 0m } value) return null;
        var (counted, leftOut) = Divide(told, others, snapshot);
        if (counted.Any(position => Value(snapshot, position.Instrument, position.Quantity) is null)) return null;
        return new HeldPositions(
            value,
            [.. wanted.Select(id => Held(held, counted, id, snapshot)).OfType<Holding>()],
            leftOut,
            Id(held.Open, counted));
    }

    private static (ImmutableArray<ExternalPosition> Counted, ImmutableArray<LeftOut> LeftOut) Divide(
        ImmutableArray<ExternalPosition> told, bool others, MarketSnapshot snapshot)
    {
        LeftOut Out(ExternalPosition one, string code) => new(one.Venue, one.Account, one.Instrument, one.Quantity, code);
        if (!others) return ([], [.. told.Select(one => Out(one, LeftOut.NotSimulated))]);
        return (
            [.. told.Where(one => snapshot.Find(one.Instrument) is not null)],
            [.. told.Where(one => snapshot.Find(one.Instrument) is null).Select(one => Out(one, LeftOut.NeverListed))]);
    }

    private decimal? Value(MarketSnapshot snapshot, InstrumentId id, decimal quantity) => snapshot.Value(id, quantity, options.Base);

    // Everything held was priced before.
    private Holding? Held(PortfolioSnapshot held, ImmutableArray<ExternalPosition> others, InstrumentId id, MarketSnapshot snapshot)
    {
        if (snapshot.Find(id) is not { } instrument) return null;
        decimal[] own =
        [
            .. held.Open.Where(position => position.Key.Instrument == id)
                .Select(position => Value(snapshot, id, position.Quantity)!.Value),
        ];
        decimal[] theirs =
        [
            .. others.Where(position => position.Instrument == id).Select(position => Value(snapshot, id, position.Quantity)!.Value),
        ];
        return new Holding(instrument, own.Sum() + theirs.Sum(), own.Concat(theirs).Sum(Math.Abs)) { External = theirs.Sum() };
    }

    // A store may give a quantity back with more zeros than it got.
    private static string Id(IEnumerable<Position> open, ImmutableArray<ExternalPosition> others)
    {
        static string Exact(decimal quantity) => quantity.ToString("G29", CultureInfo.InvariantCulture);
        return StableId.Of(
        [
            .. open.SelectMany(one => new[] { one.Key.PairId, one.Key.Instrument.ToString(), Exact(one.Quantity) }),
            .. others.SelectMany(one => new[] { one.Name, Exact(one.Quantity) }),
        ]);
    }
}

using Superintel.Kernel;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Hedging;

/// <summary>Advises on hedges of a book's tail, sized by marginal CVaR per cost. It trades nothing: a person may propose one.</summary>
public static class TailHedge
{
    /// <param name="book">With the candidates among its holdings, at a value of zero when they are not held.</param>
    /// <param name="candidates">What is tradable is traded against the book; what is only observed is hedged with puts.</param>
    /// <exception cref="ArgumentException">The terms have a problem.</exception>
    public static HedgeReport Advise(HeldBook book, IReadOnlyCollection<InstrumentId> candidates, HedgeTerms terms)
    {
        if (terms.Problem() is { } problem) throw new ArgumentException(problem, nameof(terms));
        // Without a position there is no tail.
        if (book.Returns is null || book.Gross == 0m) return new HedgeReport(book.Currency, book.NetAssetValue, 0, terms, []);
        double[] weights = [.. book.Holdings.Select(one => NumberBridge.ToDouble(one.Value / book.NetAssetValue))];
        var results = book.Returns.Portfolio(weights);
        var advice = book.Holdings
            .Select((holding, i) => candidates.Contains(holding.Instrument.Id) ? Advise(book, i, results, terms) : null)
            .OfType<HedgeAdvice>()
            .OrderByDescending(one => one.ReliefPerCost ?? double.PositiveInfinity)
            .ThenBy(one => one.Instrument);
        return new HedgeReport(book.Currency, book.NetAssetValue, TailRisk.HistoricalCvar(results, 0.95), terms, [.. advice]);
    }

    private static HedgeAdvice? Advise(HeldBook book, int place, double[] results, HedgeTerms terms)
    {
        var (instrument, returns) = (book.Holdings[place].Instrument, book.Returns!.Returns(place).ToArray());
        var unit = instrument.Tradable
            ? HedgeUnit.Inverse(returns, HedgeSize.Relieves(results, returns) >= 0 ? 1 : -1, terms)
            : HedgeUnit.Put(returns, terms);
        var size = HedgeSize.Of(results, unit, terms.Most);
        if (size.Share <= 0) return null;
        var value = NumberBridge.ToDecimal(size.Share) * book.NetAssetValue;
        return new HedgeAdvice(
            HedgeAdvice.IdOf(book, instrument.Id, terms),
            instrument.Id,
            unit.Kind,
            unit.Direction * value,
            size.Before,
            size.After,
            size.Relief,
            unit.CostPerDay,
            unit.CostPerDay > 0 ? size.Relief / unit.CostPerDay : null,
            NumberBridge.ToDecimal(unit.CostPerDay * terms.Days) * value,
            unit.Kind == HedgeKind.Put ? terms.Strike : null);
    }
}

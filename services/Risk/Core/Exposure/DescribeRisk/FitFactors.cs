using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>Fits the book to the factors that are set. A book's betas are those of its instruments, weighted: least squares are
/// linear.</summary>
internal static class FitFactors
{
    /// <param name="assets">Whose days the book is measured on.</param>
    /// <param name="series">Closes of the assets and of every factor.</param>
    public static BookFactors Of(
        IReadOnlyCollection<InstrumentId> assets,
        MeasuredBook book,
        IReadOnlyList<DailyCloses> series,
        RiskOptions options)
    {
        var factors = options.FactorInstruments;
        if (factors.Count == 0) return BookFactors.None;
        var choice = new FactorChoice(assets, factors, series.ToDictionary(one => one.Instrument), book.Market, options);
        var panel = choice.Panel;
        if (panel is null) return BookFactors.None with { Factors = [.. factors.Select(one => Line(one, null, choice))] };
        var history = choice.History;
        var all = Fit(history.Results(book.Signed, book.NetAssetValue), panel);
        return new BookFactors(
            history.Length,
            all.RSquared,
            [.. factors.Select(one => Line(one, all.Betas, choice))],
            assets.ToImmutableSortedDictionary(id => id, id => Fit(history.Of(id), panel)));
    }

    private static FactorRisk Line(
        (string Name, InstrumentId Instrument) factor, ImmutableSortedDictionary<string, double>? betas, FactorChoice choice) => new(
        factor.Name,
        factor.Instrument,
        betas is not null && betas.TryGetValue(factor.Name, out var beta) ? beta : null,
        choice.Code(factor.Name));

    // What never moved follows nothing, and there is no variance to explain.
    private static AssetFactors Fit(ReadOnlySpan<double> returns, ReturnPanel factors)
    {
        if (!returns.ContainsAnyExcept(returns[0])) return new AssetFactors(Named(factors, new double[factors.Assets]), null);
        var found = FactorExposure.Of(returns, factors);
        return new AssetFactors(Named(factors, found.Betas), Math.Clamp(found.RSquared, 0, 1));
    }

    private static ImmutableSortedDictionary<string, double> Named(ReturnPanel factors, double[] betas) =>
        Enumerable.Range(0, betas.Length).ToImmutableSortedDictionary(i => factors.Names[i], i => betas[i], StringComparer.Ordinal);
}

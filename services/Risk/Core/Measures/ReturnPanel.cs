using Superintel.Prediction.Analytics;

namespace Superintel.Risk.Measures;

/// <summary>Simple returns of several assets over the same periods, oldest first.</summary>
public sealed class ReturnPanel
{
    /// <summary>Fewer periods measure nothing.</summary>
    public const int LeastPeriods = 20;

    private readonly double[][] columns;

    /// <param name="names">One per asset, unique.</param>
    /// <param name="columns">One array per asset, all of one length, dimensionless, above -1.</param>
    /// <exception cref="SeriesFaultException">An asset is too short, constant or not finite, or lost more than everything.</exception>
    public ReturnPanel(IReadOnlyList<string> names, IReadOnlyList<double[]> columns)
    {
        if (columns.Count == 0) throw SeriesFaultException.Of(SeriesFaultCodes.TooShort, "there is no asset");
        for (var i = 0; i < columns.Count; i++)
        {
            SeriesCheck.Demand(columns[i], LeastPeriods, i);
            if (columns[i].Length != columns[0].Length)
                throw SeriesFaultException.Of(SeriesFaultCodes.LengthMismatch, "the assets have different lengths", i);
            var row = Array.FindIndex(columns[i], value => value <= -1);
            if (row >= 0) throw SeriesFaultException.Of(
                SeriesFaultCodes.NotPositive, $"a return of {columns[i][row]} loses all or more: are these prices?", i, row);
        }
        (Names, this.columns) = (names, [.. columns]);
    }

    public IReadOnlyList<string> Names { get; }

    public int Assets => columns.Length;

    public int Periods => columns[0].Length;

    public ReadOnlySpan<double> Returns(int asset) => columns[asset];

    /// <summary>Mean return of each asset per period.</summary>
    public double[] Means() => [.. columns.Select(column => column.Average())];

    /// <summary>What a portfolio that is brought back to its weights every period would have earned.</summary>
    public double[] Portfolio(ReadOnlySpan<double> weights)
    {
        var results = new double[Periods];
        Portfolio(weights, results);
        return results;
    }

    /// <summary>The same, into a span of <see cref="Periods"/>.</summary>
    public void Portfolio(ReadOnlySpan<double> weights, Span<double> into)
    {
        into.Clear();
        for (var i = 0; i < columns.Length; i++) WeightedSum.Add(weights[i], columns[i], into);
    }
}

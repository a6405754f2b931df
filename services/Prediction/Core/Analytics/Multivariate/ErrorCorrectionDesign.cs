using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>The columns of an error correction model: changes, lagged levels with the terms inside, lagged changes with those
/// outside.</summary>
internal sealed class ErrorCorrectionDesign
{
    public ErrorCorrectionDesign(
        ReadOnlySpan<double> columns, int observations, int size, int laggedDifferences, ErrorCorrectionTerms terms)
    {
        (Size, LaggedDifferences) = (size, laggedDifferences);
        int skipped = laggedDifferences + 1;
        Rows = observations - skipped;
        Changes = new double[size * Rows];
        double[] levels = new double[size * Rows];
        double[] lagged = new double[laggedDifferences * size * Rows];
        Tail = new double[skipped][];
        for (int row = 0; row < skipped; row++)
        {
            Tail[row] = new double[size];
        }

        for (int i = 0; i < size; i++)
        {
            var series = columns.Slice(i * observations, observations);
            Difference(series, skipped, Changes.AsSpan(i * Rows, Rows));
            series.Slice(skipped - 1, Rows).CopyTo(levels.AsSpan(i * Rows));
            for (int lag = 1; lag <= laggedDifferences; lag++)
            {
                Difference(series, skipped - lag, lagged.AsSpan((((lag - 1) * size) + i) * Rows, Rows));
            }

            for (int row = 0; row < skipped; row++)
            {
                Tail[row][i] = series[observations - skipped + row];
            }
        }

        // statsmodels counts the trend from the first row of the levels, inside one row behind.
        Levels =
        [
            .. levels,
            .. Constant(terms.HasFlag(ErrorCorrectionTerms.ConstantInside)),
            .. Trend(terms.HasFlag(ErrorCorrectionTerms.TrendInside), skipped),
        ];
        Short =
        [
            .. lagged,
            .. Constant(terms.HasFlag(ErrorCorrectionTerms.ConstantOutside)),
            .. Trend(terms.HasFlag(ErrorCorrectionTerms.TrendOutside), skipped + 1),
        ];
    }

    public int Size { get; }

    public int Rows { get; }

    public int LaggedDifferences { get; }

    public double[] Changes { get; }

    public double[] Levels { get; }

    public double[] Short { get; }

    public double[][] Tail { get; }

    private static void Difference(ReadOnlySpan<double> series, int from, Span<double> changes) =>
        TensorPrimitives.Subtract(series.Slice(from, changes.Length), series.Slice(from - 1, changes.Length), changes);

    private IEnumerable<double> Constant(bool present) => present ? Enumerable.Repeat(1.0, Rows) : [];

    private IEnumerable<double> Trend(bool present, int from) => present ? Enumerable.Range(from, Rows).Select(t => (double)t) : [];
}

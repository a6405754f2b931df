using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>Moments of centred series and of their values one bar earlier.</summary>
internal sealed class LagMoments
{
    private LagMoments(int size, int rows)
    {
        Size = size;
        Rows = rows;
        Level = new double[size * size];
        Cross = new double[size * size];
    }

    /// <summary>Number of series.</summary>
    public int Size { get; }

    /// <summary>Number of consecutive pairs of rows.</summary>
    public int Rows { get; }

    /// <summary>Products of lagged levels, centred on their own mean.</summary>
    public double[] Level { get; }

    /// <summary>Entry (i, j): lagged level i times level j, both centred on their own means.</summary>
    public double[] Cross { get; }

    public static LagMoments Of(ReadOnlySpan<double> columns, int observations)
    {
        int size = columns.Length / observations;
        int rows = observations - 1;
        var moments = new LagMoments(size, rows);
        double[] lagged = new double[size * rows];
        double[] lead = new double[size * rows];
        for (int i = 0; i < size; i++)
        {
            var series = columns.Slice(i * observations, observations);
            SeriesCheck.Demand(series, size + 5, i);
            Centre(series[..rows], lagged.AsSpan(i * rows, rows));
            Centre(series[1..], lead.AsSpan(i * rows, rows));
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                var left = lagged.AsSpan(i * rows, rows);
                moments.Level[(i * size) + j] = TensorPrimitives.Dot<double>(left, lagged.AsSpan(j * rows, rows));
                moments.Cross[(i * size) + j] = TensorPrimitives.Dot<double>(left, lead.AsSpan(j * rows, rows));
            }
        }

        return moments;
    }

    private static void Centre(ReadOnlySpan<double> series, Span<double> centred) =>
        TensorPrimitives.Subtract(series, TensorPrimitives.Sum(series) / series.Length, centred);
}

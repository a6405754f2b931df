using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Distribution of the coefficient statistic T (rho - 1).</summary>
/// <remarks>Method of MacKinnon (1994); coefficients simulated by the authors of arch (NCSA licence) for T = 2000, so that p-values agree
/// with <c>arch.unitroot.PhillipsPerron</c>.</remarks>
internal static class DickeyFullerRho
{
    private static ReadOnlySpan<double> Switch => SwitchValues;

    private static readonly double[] SwitchValues = [-1.79146, -5.04709, -9.22766, -12.88512];

    private static ReadOnlySpan<double> Left => LeftValues;

    private static readonly double[] LeftValues =
    [
        0.05872, -0.69633, 0.02471, -0.04283,
        1.94205, -1.47677, 0.21163, -0.06288,
        4.05596, -2.34128, 0.41403, -0.08312,
        5.68974, -2.98948, 0.55752, -0.09629,
    ];

    private static ReadOnlySpan<double> Right => RightValues;

    private static readonly double[] RightValues =
    [
        0.56681, 0.67544, 0.06881, 0.00235,
        1.70059, 0.49465, 0.02636, 0.00055,
        2.60323, 0.39217, 0.01321, 0.00019,
        3.2269, 0.34323, 0.00887, 0.0001,
    ];

    public static double PValue(double statistic, DeterministicTrend trend)
    {
        int row = (int)trend;
        bool left = statistic <= Switch[row];
        var c = (left ? Left : Right).Slice(row * 4, 4);
        double x = left ? Math.Log(Math.Abs(statistic)) : statistic;
        return Normal.Cumulative(c[0] + (x * (c[1] + (x * (c[2] + (x * c[3]))))));
    }
}

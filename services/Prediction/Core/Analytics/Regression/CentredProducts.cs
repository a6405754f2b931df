using System.Numerics;
using System.Runtime.InteropServices;

namespace Superintel.Prediction.Analytics.Regression;

/// <summary>Sums of products of deviations from given means, in one pass without storage.</summary>
public static class CentredProducts
{
    /// <summary>Sums of (x - mx)^2, (x - mx)(y - my) and (y - my)^2.</summary>
    public static (double Xx, double Xy, double Yy) Sum(ReadOnlySpan<double> y, ReadOnlySpan<double> x, double meanY, double meanX)
    {
        var xx = Vector<double>.Zero;
        var xy = Vector<double>.Zero;
        var yy = Vector<double>.Zero;
        var middleX = new Vector<double>(meanX);
        var middleY = new Vector<double>(meanY);
        var wideX = MemoryMarshal.Cast<double, Vector<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (int i = 0; i < wideX.Length && i < wideY.Length; i++)
        {
            var dx = wideX[i] - middleX;
            var dy = wideY[i] - middleY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }

        var sums = (Xx: Vector.Sum(xx), Xy: Vector.Sum(xy), Yy: Vector.Sum(yy));
        for (int i = wideX.Length * Vector<double>.Count; i < x.Length; i++)
        {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            sums = (sums.Xx + (dx * dx), sums.Xy + (dx * dy), sums.Yy + (dy * dy));
        }

        return sums;
    }

    /// <summary>Sum of squares of (y - my) - slope (x - mx).</summary>
    public static double ResidualSquares(ReadOnlySpan<double> y, ReadOnlySpan<double> x, double meanY, double meanX, double slope)
    {
        var total = Vector<double>.Zero;
        var middleX = new Vector<double>(meanX);
        var middleY = new Vector<double>(meanY);
        var steep = new Vector<double>(slope);
        var wideX = MemoryMarshal.Cast<double, Vector<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (int i = 0; i < wideX.Length && i < wideY.Length; i++)
        {
            var e = wideY[i] - middleY - (steep * (wideX[i] - middleX));
            total += e * e;
        }

        double sum = Vector.Sum(total);
        for (int i = wideX.Length * Vector<double>.Count; i < x.Length; i++)
        {
            double e = y[i] - meanY - (slope * (x[i] - meanX));
            sum += e * e;
        }

        return sum;
    }
}

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Straight lines between the points of a table, constant outside it.</summary>
internal static class Interpolation
{
    /// <param name="at">Ascending abscissae.</param>
    /// <param name="values">Ordinates.</param>
    /// <param name="x">Where.</param>
    public static double Linear(ReadOnlySpan<double> at, ReadOnlySpan<double> values, double x)
    {
        if (x <= at[0])
        {
            return values[0];
        }

        for (int i = 1; i < at.Length; i++)
        {
            if (x <= at[i])
            {
                return values[i - 1] + ((values[i] - values[i - 1]) / (at[i] - at[i - 1]) * (x - at[i - 1]));
            }
        }

        return values[^1];
    }
}

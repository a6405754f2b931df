namespace Superintel.Prediction.Analytics;

/// <summary>The input gate of the numeric library.</summary>
public static class SeriesCheck
{
    /// <summary>First fault of a series, or null when it may be analysed.</summary>
    /// <param name="values">Observations, oldest first.</param>
    /// <param name="minimum">Least number of observations the method needs.</param>
    /// <param name="series">Position of the series in the call, reported back.</param>
    public static SeriesFault? Find(ReadOnlySpan<double> values, int minimum, int series = 0)
    {
        if (values.Length < minimum)
        {
            return new SeriesFault(SeriesFaultCodes.TooShort, series, -1, $"{values.Length} observations, at least {minimum} are needed");
        }

        bool varies = false;
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]))
            {
                return new SeriesFault(SeriesFaultCodes.NotFinite, series, row, "the value is not a finite number");
            }

            varies |= values[row] != values[0];
        }

        return varies ? null : new SeriesFault(SeriesFaultCodes.ConstantSeries, series, -1, "every observation has the same value");
    }

    /// <summary>Demands a clean series.</summary>
    /// <exception cref="SeriesFaultException">The series is too short, constant or not finite.</exception>
    public static void Demand(ReadOnlySpan<double> values, int minimum, int series = 0)
    {
        if (Find(values, minimum, series) is { } fault)
        {
            throw new SeriesFaultException(fault);
        }
    }

    /// <summary>Demands two clean series of one length.</summary>
    /// <exception cref="SeriesFaultException">A series is at fault or the lengths differ.</exception>
    public static void Demand(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int minimum)
    {
        if (first.Length != second.Length)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LengthMismatch, $"{first.Length} against {second.Length} observations", 1);
        }

        Demand(first, minimum);
        Demand(second, minimum, 1);
    }

    /// <summary>Demands positive values, as logarithms and quantities need.</summary>
    /// <exception cref="SeriesFaultException">A value is zero or below.</exception>
    public static void DemandPositive(ReadOnlySpan<double> values, int series)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!(values[row] > 0))
            {
                throw new SeriesFaultException(
                    new SeriesFault(SeriesFaultCodes.NotPositive, series, row, "the value is not positive"));
            }
        }
    }
}

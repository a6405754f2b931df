namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>ln of a sum of exponentials, which neither overflows nor vanishes.</summary>
internal static class LogSum
{
    public static double Of(ReadOnlySpan<double> logs)
    {
        double greatest = double.NegativeInfinity;
        foreach (double value in logs)
        {
            greatest = Math.Max(greatest, value);
        }

        if (double.IsNegativeInfinity(greatest))
        {
            return greatest;
        }

        double sum = 0;
        foreach (double value in logs)
        {
            sum += Math.Exp(value - greatest);
        }

        return greatest + Math.Log(sum);
    }
}

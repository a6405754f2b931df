namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Maps between parameters with bounds and coordinates without.</summary>
internal static class Bounded
{
    /// <summary>From any number into (0, 1).</summary>
    public static double Share(double coordinate) => 1 / (1 + Math.Exp(-coordinate));

    /// <summary>Slope of <see cref="Share"/> at its result.</summary>
    public static double ShareSlope(double share) => share * (1 - share);

    /// <summary>From (0, 1) to any number; the ends are kept a millionth away.</summary>
    public static double FromShare(double share)
    {
        double inside = Math.Clamp(share, 1e-6, 1 - 1e-6);
        return Math.Log(inside / (1 - inside));
    }
}

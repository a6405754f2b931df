namespace Superintel.Prediction.Forecasting.Models;

/// <summary>Settings of <see cref="ErrorCorrection"/>.</summary>
public sealed record ErrorCorrectionOptions
{
    /// <summary>Least t statistic of the correction in one of the legs, default 1: the legs share the work, and what they do together is
    /// judged by the p-value behind the confidence. Above 0.</summary>
    public double LeastT { get; init; } = 1;

    /// <summary>Equilibrium error from which the model takes a direction, stationary deviations, default 1.5. Above 0.</summary>
    public double Enter { get; init; } = 1.5;

    /// <summary>Error at which the direction is full, default 3. Above the entry.</summary>
    public double Full { get; init; } = 3;

    /// <summary>Longest half-life, bars, default 60. Above 0.</summary>
    public double LongestHalfLifeBars { get; init; } = 60;
}

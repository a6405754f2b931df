namespace Superintel.Prediction.Forecasting.Models;

/// <summary>Settings of <see cref="OrnsteinUhlenbeckThresholds"/>.</summary>
public sealed record OrnsteinUhlenbeckOptions
{
    /// <summary>Cost of entering and leaving both legs, log units of the spread, default 0.004: 10 basis points per leg and way.</summary>
    public double RoundTripCost { get; init; } = 0.004;

    /// <summary>Least entry, stationary deviations, default 1: Bertram's levels assume that the parameters are known, and they are
    /// estimated.</summary>
    public double LeastEnter { get; init; } = 1;

    /// <summary>Deviations beyond the entry at which the direction is full, default 1.5. Above 0.</summary>
    public double FullBeyond { get; init; } = 1.5;

    /// <summary>Longest half-life, bars, default 60. Above 0.</summary>
    public double LongestHalfLifeBars { get; init; } = 60;
}

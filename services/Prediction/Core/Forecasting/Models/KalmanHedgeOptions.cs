namespace Superintel.Prediction.Forecasting.Models;

/// <summary>Settings of <see cref="KalmanHedge"/>.</summary>
public sealed record KalmanHedgeOptions
{
    /// <summary>Surprise from which the model takes a direction, standard deviations, default 1. Above 0.</summary>
    public double Enter { get; init; } = 1;

    /// <summary>Surprise at which the direction is full, default 2.5. Above the entry.</summary>
    public double Full { get; init; } = 2.5;

    /// <summary>Greatest relative distance of the filter's hedge ratio from the formation's, default 0.5. Above 0.</summary>
    public double GreatestDrift { get; init; } = 0.5;
}

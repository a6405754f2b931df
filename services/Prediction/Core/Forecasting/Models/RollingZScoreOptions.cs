namespace Superintel.Prediction.Forecasting.Models;

/// <summary>Settings of <see cref="RollingZScore"/>.</summary>
public sealed record RollingZScoreOptions
{
    /// <summary>Deviation from which the model takes a direction, standard deviations, default 1.5. Above 0.</summary>
    public double Enter { get; init; } = 1.5;

    /// <summary>Deviation at which the direction is full, default 3. Above the entry.</summary>
    public double Full { get; init; } = 3;
}

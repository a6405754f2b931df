using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>What a pair must show.</summary>
public sealed record PairDiscoveryOptions
{
    /// <summary>How the screen runs; both directions are always tested.</summary>
    public PairScreenOptions Screen { get; init; } = new();

    /// <summary>Allowed share of false findings, (0, 1]; default 5 %.</summary>
    public double Rate { get; init; } = 0.05;

    /// <summary>Which dependence between tests is allowed for; pairs share series, so Yekutieli's is the cautious choice.</summary>
    public FalseDiscovery Method { get; init; } = FalseDiscovery.BenjaminiHochberg;

    /// <summary>Trailing rows used, null for all; rows before them are never looked at.</summary>
    public int? Window { get; init; }

    /// <summary>Greatest p-value in the reversed direction.</summary>
    public double ReversePValue { get; init; } = 0.05;

    /// <summary>Shortest half-life in bars.</summary>
    public double LeastHalfLife { get; init; } = 1;

    /// <summary>Longest half-life in bars.</summary>
    public double GreatestHalfLife { get; init; } = 252;

    /// <summary>Greatest Hurst exponent of the spread (variance scaling, lags 2 to 20).</summary>
    public double GreatestHurst { get; init; } = 0.5;

    /// <summary>Least crossings of the spread's mean per 252 bars.</summary>
    public double LeastCrossingsPerYear { get; init; } = 12;

    /// <summary>p-value of the Dickey-Fuller test below which a leg counts as stationary by itself: then there is nothing
    /// to cointegrate.</summary>
    public double StationaryLegPValue { get; init; } = 0.01;

    /// <summary>Greatest relative difference of the hedge ratio between the halves of the window.</summary>
    public double GreatestDrift { get; init; } = 0.5;
}

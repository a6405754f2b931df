namespace Superintel.Prediction.Discovery;

/// <summary>What makes two instruments a pair, and how often that is asked again.</summary>
public sealed record DiscoveryOptions
{
    /// <summary>Trailing window, bars, default 252: a year of daily bars. 60 to 5000.</summary>
    public int WindowBars { get; init; } = 252;

    /// <summary>Bars between two discoveries, default 21: a month of daily bars. 1 to 1000.</summary>
    public int RefreshBars { get; init; } = 21;

    /// <summary>Least correlation of log returns, default 0.3; pairs below it are not tested and count as no trial. -1 to 1.</summary>
    public double MinimumCorrelation { get; init; } = 0.3;

    /// <summary>Longest lag of the residual regression, chosen by AIC up to it, default 5: a week of daily bars. 0 to 20.</summary>
    public int MaximumLag { get; init; } = 5;

    /// <summary>Benjamini-Hochberg level over all pairs tested, default 0.2: one in five selected pairs may be chance. Above 0, to
    /// 1.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.2;

    /// <summary>Greatest p-value of the test the other way round (B on A), default 0.1. Above 0, to 1.</summary>
    public double ReversePValue { get; init; } = 0.1;

    /// <summary>Shortest half-life, bars, default 2: anything quicker is gone before the next bar fills. Above 0.</summary>
    public double MinimumHalfLifeBars { get; init; } = 2;

    /// <summary>Longest half-life, bars, default 60. Above the shortest.</summary>
    public double MaximumHalfLifeBars { get; init; } = 60;

    /// <summary>Least hedge ratio, notional of B per notional of A, default 0.25. Above 0: both legs the same way round is no
    /// hedge.</summary>
    public double MinimumHedgeRatio { get; init; } = 0.25;

    /// <summary>Greatest hedge ratio, default 4. Above the least.</summary>
    public double MaximumHedgeRatio { get; init; } = 4;

    /// <summary>Most pairs selected, default 20. 1 to 1000.</summary>
    public int MaximumPairs { get; init; } = 20;

    /// <summary>Most selected pairs that share an instrument, default 4. 1 to 1000.</summary>
    public int MaximumPairsPerInstrument { get; init; } = 4;

    /// <summary>P-value above which a held pair that was not selected again counts as broken, default 0.5. Above 0, to 1.</summary>
    public double BrokenPValue { get; init; } = 0.5;
}

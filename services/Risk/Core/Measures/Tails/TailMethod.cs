namespace Superintel.Risk.Measures.Tails;

/// <summary>Where the tail of a return distribution is taken from.</summary>
public enum TailMethod
{
    /// <summary>The sample itself.</summary>
    Historical = 1,

    /// <summary>A normal distribution with the sample's mean and standard deviation.</summary>
    Normal = 2,

    /// <summary>A Student t distribution fitted by maximum likelihood.</summary>
    StudentT = 3,

    /// <summary>The normal quantile corrected by skewness and kurtosis.</summary>
    CornishFisher = 4,

    /// <summary>GARCH residuals, scaled to the volatility forecast for the next period.</summary>
    FilteredHistorical = 5,

    /// <summary>Seeded draws from a normal distribution.</summary>
    MonteCarlo = 6,
}

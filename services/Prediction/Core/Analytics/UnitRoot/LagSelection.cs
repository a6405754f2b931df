namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>How the number of lagged differences is chosen; candidates share the sample of the largest.</summary>
public enum LagSelection
{
    /// <summary>The greatest lag as given.</summary>
    Fixed,

    /// <summary>Least Akaike criterion; ties to the shorter lag.</summary>
    Akaike,

    /// <summary>Least Schwarz criterion; ties to the shorter lag.</summary>
    Bayes,

    /// <summary>From the longest down, the first whose last lag has |t| of at least 1.6448536269514722.</summary>
    LastLagT,
}

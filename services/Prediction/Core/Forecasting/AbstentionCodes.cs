namespace Superintel.Prediction.Forecasting;

/// <summary>Why a model abstains. Stable codes.</summary>
public static class AbstentionCodes
{
    /// <summary>The vector has another schema than the model was made for.</summary>
    public const string SchemaMismatch = "schema-mismatch";

    /// <summary>The spread does not vary over the window.</summary>
    public const string DegenerateSpread = "degenerate-spread";

    /// <summary>The spread does not revert over the window.</summary>
    public const string NotMeanReverting = "not-mean-reverting";

    /// <summary>Neither leg is pulled back to the other, or too weakly to tell.</summary>
    public const string NoErrorCorrection = "no-error-correction";

    /// <summary>The half-life is longer than the model trades.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>No level of the spread earns the cost of a round trip.</summary>
    public const string CostNotCovered = "cost-not-covered";

    /// <summary>The dynamic hedge ratio is not positive.</summary>
    public const string HedgeRatioNotPositive = "hedge-ratio-not-positive";

    /// <summary>The dynamic hedge ratio has left the one the pair was formed with.</summary>
    public const string HedgeRatioDrifted = "hedge-ratio-drifted";
}

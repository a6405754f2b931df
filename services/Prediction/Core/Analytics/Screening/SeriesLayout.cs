namespace Superintel.Prediction.Analytics.Screening;

/// <summary>What the screen keeps of every series beside its differences: the end points that the recursions add and drop, and its own
/// sums.</summary>
internal static class SeriesLayout
{
    /// <summary>Longest lag of the lane kernel.</summary>
    public const int MaximumLag = 12;

    /// <summary>Sums per pair that run over time: 13 lag products and one product of levels.</summary>
    public const int Products = MaximumLag + 2;

    /// <summary>First levels, from row 0 to the longest lag.</summary>
    public const int FirstLevels = 0;

    /// <summary>Last level but one, then the last.</summary>
    public const int LastLevels = FirstLevels + MaximumLag + 1;

    /// <summary>First differences from row 0.</summary>
    public const int FirstDifferences = LastLevels + 2;

    /// <summary>Last differences, the very last first.</summary>
    public const int LastDifferences = FirstDifferences + MaximumLag;

    /// <summary>Own lag products of the differences, lag 0 first.</summary>
    public const int LagProducts = LastDifferences + MaximumLag + 1;

    /// <summary>Sum of squared levels.</summary>
    public const int Squares = LagProducts + MaximumLag + 1;

    /// <summary>Values per series.</summary>
    public const int Size = Squares + 1;
}

namespace Superintel.Prediction.Analytics.Research;

/// <summary>Cross-validation for labels that look ahead.</summary>
/// <remarks>Lopez de Prado (2018), Advances in Financial Machine Learning, chapter 7: a training row whose label overlaps the test rows is
/// purged; rows directly after the test are embargoed because features look back.</remarks>
public static class PurgedCrossValidation
{
    /// <summary>Splits rows into contiguous folds.</summary>
    /// <param name="rows">Number of rows, at least <paramref name="folds"/>.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="labelHorizon">Bars after its own that a row's label looks at, not negative.</param>
    /// <param name="embargo">Further rows left out after each test, not negative.</param>
    public static IReadOnlyList<PurgedFold> Split(int rows, int folds, int labelHorizon, int embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, folds);
        ArgumentOutOfRangeException.ThrowIfNegative(labelHorizon);
        ArgumentOutOfRangeException.ThrowIfNegative(embargo);
        var split = new PurgedFold[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            int begin = (int)((long)rows * fold / folds);
            int end = (int)((long)rows * (fold + 1) / folds);
            int before = Math.Max(0, begin - labelHorizon);
            int after = Math.Min(rows, end + labelHorizon + embargo);
            split[fold] = new PurgedFold(begin..end, 0..before, after..rows);
        }

        return split;
    }
}

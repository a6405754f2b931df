namespace Superintel.Risk.Optimisation;

/// <summary>Constraints as rows over the weights and whatever variables follow them.</summary>
internal sealed class ConstraintRows
{
    public List<double[]> Equalities { get; } = [];

    public List<double> EqualityValues { get; } = [];

    public List<double[]> Inequalities { get; } = [];

    public List<double> Bounds { get; } = [];

    /// <param name="variables">Number of all variables; the weights come first.</param>
    /// <param name="scale">Index of a variable that every constant is multiplied by; -1: none. It makes the constraints
    /// homogeneous.</param>
    public static ConstraintRows Of(PortfolioConstraints constraints, int variables, int scale = -1)
    {
        var rows = new ConstraintRows();
        var n = constraints.Lower.Length;
        if (constraints.Sum is { } sum) rows.Equal(Row(variables, Enumerable.Range(0, n), 1), sum, scale);
        if (constraints.Neutral is { } betas) rows.Equal(Weighted(variables, betas), 0, scale);
        for (var i = 0; i < n; i++) rows.Between([i], constraints.Lower[i], constraints.Upper[i], variables, scale);
        foreach (var (assets, least, most) in constraints.Sectors) rows.Between(assets, least, most, variables, scale);
        return rows;
    }

    public void Equal(double[] row, double value, int scale = -1)
    {
        if (scale >= 0) (row[scale], value) = (row[scale] - value, 0);
        Equalities.Add(row);
        EqualityValues.Add(value);
    }

    public void AtMost(double[] row, double bound, int scale = -1)
    {
        if (scale >= 0) (row[scale], bound) = (row[scale] - bound, 0);
        Inequalities.Add(row);
        Bounds.Add(bound);
    }

    /// <summary>Variables from <paramref name="first"/> on are the absolute trades, and their sum is limited.</summary>
    public void LimitTurnover((double[] Today, double Most) turnover, int variables, int first, int scale = -1)
    {
        for (var i = 0; i < turnover.Today.Length; i++)
        {
            var (bought, sold) = (Row(variables, [i], 1), Row(variables, [i], -1));
            bought[first + i] = sold[first + i] = -1;
            AtMost(bought, turnover.Today[i], scale);
            AtMost(sold, -turnover.Today[i], scale);
        }
        AtMost(Row(variables, Enumerable.Range(first, turnover.Today.Length), 1), turnover.Most, scale);
    }

    // Ends that meet leave no room between them: to a method that comes from inside they are one equality.
    private void Between(IEnumerable<int> assets, double least, double most, int variables, int scale)
    {
        if (double.IsNaN(least) || double.IsNaN(most)) throw new ArgumentException("A limit of weights is not a number.");
        if (least == most) Equal(Row(variables, assets, 1), most, scale);
        else
        {
            if (double.IsFinite(most)) AtMost(Row(variables, assets, 1), most, scale);
            if (double.IsFinite(least)) AtMost(Row(variables, assets, -1), -least, scale);
        }
    }

    public static double[] Weighted(int variables, ReadOnlySpan<double> values)
    {
        var row = new double[variables];
        values.CopyTo(row);
        return row;
    }

    private static double[] Row(int variables, IEnumerable<int> at, double value)
    {
        var row = new double[variables];
        foreach (var index in at) row[index] = value;
        return row;
    }
}

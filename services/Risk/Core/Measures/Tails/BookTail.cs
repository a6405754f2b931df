namespace Superintel.Risk.Measures.Tails;

/// <summary>The worst days of a book, the boundary day taken in part.</summary>
public sealed class BookTail
{
    private readonly int[] periods;
    private readonly double length;

    /// <param name="results">Of the book, at least 20, finite.</param>
    /// <param name="confidence">In (0.5, 1).</param>
    public BookTail(ReadOnlySpan<double> results, double confidence)
    {
        length = TailRisk.TailLength(results.Length, confidence);
        periods = new int[(int)Math.Ceiling(length)];
        TailRisk.TailPeriods(results, new double[results.Length], periods);
    }

    /// <summary>Mean loss of something else over these days.</summary>
    /// <param name="returns">On the same days as the results.</param>
    /// <remarks>Tasche (2000): of an instrument's returns it is the change of the book's CVaR per unit of weight.</remarks>
    public double MeanLoss(ReadOnlySpan<double> returns) => TailContribution.MeanLoss(returns, periods, length);
}

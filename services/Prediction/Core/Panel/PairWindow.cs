using Superintel.Kernel;

namespace Superintel.Prediction.Panel;

/// <summary>Common closes of the two legs of a pair, oldest first: what every estimate of the pair is made from.</summary>
public sealed class PairWindow
{
    private readonly PanelRow[] rows;
    private readonly double[] logA;
    private readonly double[] logB;
    private readonly int columnA;
    private readonly int columnB;

    internal PairWindow(PairId pair, PanelRow[] rows, int columnA, int columnB)
    {
        (Pair, this.rows, this.columnA, this.columnB) = (pair, rows, columnA, columnB);
        logA = Array.ConvertAll(rows, row => row.Log(columnA));
        logB = Array.ConvertAll(rows, row => row.Log(columnB));
    }

    public PairId Pair { get; }

    public int Count => rows.Length;

    /// <summary>Natural logarithms of A's closes.</summary>
    public ReadOnlySpan<double> LogA => logA;

    /// <summary>Natural logarithms of B's closes.</summary>
    public ReadOnlySpan<double> LogB => logB;

    public DateTimeOffset At(int bar) => rows[bar].At;

    public decimal PriceA(int bar) => rows[bar].Close(columnA);

    public decimal PriceB(int bar) => rows[bar].Close(columnB);

    /// <summary>ln A - intercept - hedge ratio x ln B at every bar.</summary>
    public double[] Spread(double intercept, double hedgeRatio)
    {
        var spread = new double[rows.Length];
        for (var i = 0; i < spread.Length; i++) spread[i] = logA[i] - intercept - (hedgeRatio * logB[i]);
        return spread;
    }
}

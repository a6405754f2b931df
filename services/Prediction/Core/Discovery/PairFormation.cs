using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Prediction.Discovery;

/// <summary>A pair as it was when it was selected: ln A = intercept + hedge ratio x ln B + spread over the formation window.</summary>
/// <param name="HedgeRatio">Notional of B per notional of A, positive.</param>
/// <param name="Statistic">Engle-Granger tau of A on B.</param>
/// <param name="PValue">MacKinnon p-value of that one test.</param>
/// <param name="QValue">P-value after false discovery control over <paramref name="Tested"/> pairs.</param>
/// <param name="Tested">Pairs tested in the same discovery: the trial count.</param>
/// <param name="HalfLifeBars">Half-life of the spread's reversion, bars.</param>
/// <param name="Correlation">Correlation of log returns.</param>
/// <param name="SpreadDeviation">Standard deviation of the spread over the window, log units.</param>
/// <param name="SelectedAt">End of the formation window.</param>
public sealed record PairFormation(
    PairId Pair,
    double Intercept,
    double HedgeRatio,
    double Statistic,
    double PValue,
    double QValue,
    int Tested,
    double HalfLifeBars,
    double Correlation,
    double SpreadDeviation,
    DateTimeOffset SelectedAt)
{
    public SelectedPair ToEvent() => new(
        Pair.ToString(),
        Pair.A.ToString(),
        Pair.B.ToString(),
        Intercept,
        HedgeRatio,
        Statistic,
        PValue,
        QValue,
        HalfLifeBars,
        Correlation,
        SpreadDeviation);
}

using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.ReadPairs;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>A monitored pair.</summary>
/// <param name="Statistic">Engle-Granger tau of A on B over the formation window.</param>
/// <param name="Tested">Pairs tested in the same discovery: the trial count behind the q-value.</param>
/// <param name="ZScore">At the last bar; null before the first.</param>
internal sealed record PairReply(
    string PairId,
    string InstrumentA,
    string InstrumentB,
    string Feed,
    string Interval,
    double Intercept,
    double HedgeRatio,
    double Statistic,
    double PValue,
    double QValue,
    int Tested,
    double HalfLifeBars,
    double Correlation,
    DateTimeOffset SelectedAt,
    double? ZScore,
    double? Spread,
    DateTimeOffset? LastBarAt,
    StanceSide Stance)
{
    public static PairReply Of(PairView view) => new(
        view.Formation.Pair.ToString(),
        view.Formation.Pair.A.ToString(),
        view.Formation.Pair.B.ToString(),
        view.Feed,
        view.Interval.ToString(),
        view.Formation.Intercept,
        view.Formation.HedgeRatio,
        view.Formation.Statistic,
        view.Formation.PValue,
        view.Formation.QValue,
        view.Formation.Tested,
        view.Formation.HalfLifeBars,
        view.Formation.Correlation,
        view.Formation.SelectedAt,
        view.ZScore,
        view.Spread,
        view.LastBarAt,
        view.Side);
}

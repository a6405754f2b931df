using Superintel.Prediction.Forecasting.PairFeatures;

namespace Superintel.Prediction.Forecasting.Models;

/// <summary>
/// Lets the hedge ratio move: bets against the bar's surprise under a Kalman filter of the relation, and abstains when the filter's hedge
/// ratio has left the one the pair was formed with.
/// </summary>
/// <remarks>Chan (2013), Algorithmic Trading, chapter 3: entry beyond one standard deviation of the forecast error. Confidence is the
/// rarity
/// of the surprise, reduced evenly by the drift of the hedge ratio.</remarks>
public sealed class KalmanHedge(KalmanHedgeOptions options) : IForecastModel
{
    public string Name => ModelCatalogue.KalmanHedgeRatio;

    public ModelFamily Family => ModelFamily.Cointegration;

    public string Parameters => options.ToString();

    public ModelOutcome Forecast(in ModelInput input)
    {
        if (SchemaGate.Refuses(input) is { } refusal) return refusal;
        var features = input.Features;
        if (features[PairFields.KalmanHedgeRatio] is not { } hedge || features[PairFields.KalmanInnovation] is not { } surprise)
            return new Abstention(AbstentionCodes.DegenerateSpread, "a leg or the spread stood still over the window");
        if (hedge <= 0) return new Abstention(AbstentionCodes.HedgeRatioNotPositive, $"the filter's hedge ratio is {hedge:F3}");
        var formed = features.Required(PairFields.HedgeRatio);
        var drift = Math.Abs(hedge - formed) / formed;
        if (drift > options.GreatestDrift)
            return new Abstention(AbstentionCodes.HedgeRatioDrifted, $"from {formed:F3} to {hedge:F3}, at most {options.GreatestDrift:P0}");
        return new Forecast(
            Conviction.Against(surprise, options.Enter, options.Full),
            Conviction.Rarity(surprise) * (1 - (drift / options.GreatestDrift)),
            features.Required(PairFields.FormationHalfLife),
            $"surprise {surprise:F2} deviations at hedge ratio {hedge:F3}, entry beyond {options.Enter:F2}");
    }
}

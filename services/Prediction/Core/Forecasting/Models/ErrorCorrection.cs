using Superintel.Prediction.Forecasting.PairFeatures;

namespace Superintel.Prediction.Forecasting.Models;

/// <summary>
/// Expects the legs to be pulled back to their long-run relation: the equilibrium error, at the speed at which it was corrected over the
/// window. Speaks only while the spread reverts and at least one leg is pulled the right way.
/// </summary>
/// <remarks>Engle and Granger (1987), Co-integration and error correction, Econometrica 55. Confidence is one minus MacKinnon's p-value of
/// the spread's reversion over the window.</remarks>
public sealed class ErrorCorrection(ErrorCorrectionOptions options) : IForecastModel
{
    public string Name => ModelCatalogue.EngleGrangerErrorCorrection;

    public ModelFamily Family => ModelFamily.Cointegration;

    public string Parameters => options.ToString();

    public ModelOutcome Forecast(in ModelInput input)
    {
        if (SchemaGate.Refuses(input) is { } refusal) return refusal;
        var features = input.Features;
        if (features[PairFields.ReversionSpeed] is not (> -1 and < 0 and var speed) || features[PairFields.ReversionPValue] is not { } p)
            return new Abstention(AbstentionCodes.NotMeanReverting, "the spread is not pulled back over the window");
        var (a, b) = (-features[PairFields.SpeedAT] ?? 0, features[PairFields.SpeedBT] ?? 0);
        if (Math.Max(a, b) < options.LeastT)
        {
            var detail = $"t of the legs' correction {a:F2} and {b:F2}, at least {options.LeastT:F2}";
            return new Abstention(AbstentionCodes.NoErrorCorrection, detail);
        }
        var halfLife = -Math.Log(2) / Math.Log(1 + speed);
        if (halfLife > options.LongestHalfLifeBars)
            return new Abstention(AbstentionCodes.TooSlow, $"half-life {halfLife:F1} bars, at most {options.LongestHalfLifeBars:F1}");
        var error = features.Required(PairFields.Spread) - features.Required(PairFields.Equilibrium);
        var stationary = features.Required(PairFields.SpreadVolatility) / Math.Sqrt(-2 * speed);
        return new Forecast(
            Conviction.Against(error / stationary, options.Enter, options.Full),
            Math.Clamp(1 - p, 0, 1),
            halfLife,
            $"equilibrium error {error:F4}, {error / stationary:F2} deviations, corrected by {-speed:P1} per bar, p-value {p:F3}");
    }
}

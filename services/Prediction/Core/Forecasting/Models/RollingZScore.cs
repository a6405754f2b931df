using Superintel.Prediction.Forecasting.PairFeatures;

namespace Superintel.Prediction.Forecasting.Models;

/// <summary>Bets against the spread's distance from its own recent mean.</summary>
/// <remarks>Gatev, Goetzmann and Rouwenhorst (2006), Pairs trading: performance of a relative-value arbitrage rule: entry beyond two
/// standard deviations. Confidence is the share of a normal distribution that lies nearer to the mean.</remarks>
public sealed class RollingZScore(RollingZScoreOptions options) : IForecastModel
{
    public string Name => ModelCatalogue.RollingZScore;

    public ModelFamily Family => ModelFamily.Spread;

    public string Parameters => options.ToString();

    public ModelOutcome Forecast(in ModelInput input)
    {
        if (SchemaGate.Refuses(input) is { } refusal) return refusal;
        if (input.Features[PairFields.ZScore] is not { } z)
            return new Abstention(AbstentionCodes.DegenerateSpread, "the spread stood still over the short window");
        return new Forecast(
            Conviction.Against(z, options.Enter, options.Full),
            Conviction.Rarity(z),
            input.Features.Required(PairFields.FormationHalfLife),
            $"z-score {z:F2}, entry beyond {options.Enter:F2}");
    }
}

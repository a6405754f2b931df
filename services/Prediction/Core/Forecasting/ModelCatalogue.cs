using System.Collections.Immutable;

namespace Superintel.Prediction.Forecasting;

/// <summary>
/// The taxonomy of the 22 models: every name the ensemble can weigh, in the order in which contributions are listed. A model that is not
/// built is not registered and takes no part; the catalogue only says where it will stand.
/// </summary>
public static class ModelCatalogue
{
    public const string EngleGrangerErrorCorrection = "engle-granger-error-correction";
    public const string KalmanHedgeRatio = "kalman-hedge-ratio";
    public const string RollingZScore = "rolling-z-score";
    public const string OrnsteinUhlenbeck = "ornstein-uhlenbeck";

    public static readonly ImmutableArray<CataloguedModel> Models =
    [
        new(EngleGrangerErrorCorrection, ModelFamily.Cointegration, WeightGroup.Statistical),
        new("johansen-vecm", ModelFamily.Cointegration, WeightGroup.Statistical),
        new("var-log-prices", ModelFamily.Cointegration, WeightGroup.Statistical),
        new(KalmanHedgeRatio, ModelFamily.Cointegration, WeightGroup.Statistical),
        new("rolling-correlation-breakdown", ModelFamily.Cointegration, WeightGroup.Statistical),
        new(RollingZScore, ModelFamily.Spread, WeightGroup.Statistical),
        new(OrnsteinUhlenbeck, ModelFamily.Spread, WeightGroup.Statistical),
        new("arima-spread", ModelFamily.Spread, WeightGroup.Statistical),
        new("copula-mispricing", ModelFamily.Spread, WeightGroup.Statistical),
        new("time-series-momentum", ModelFamily.Momentum, WeightGroup.Statistical),
        new("gradient-boosted-trees", ModelFamily.Momentum, WeightGroup.MachineLearning),
        new("random-forest", ModelFamily.Momentum, WeightGroup.MachineLearning),
        new("lstm", ModelFamily.Momentum, WeightGroup.MachineLearning),
        new("news-sentiment", ModelFamily.Macro, WeightGroup.Sentiment),
        new("market-sentiment", ModelFamily.Macro, WeightGroup.Sentiment),
        new("macro-regime", ModelFamily.Macro, WeightGroup.MacroRegime),
        new("unified-sentiment", ModelFamily.Macro, WeightGroup.Sentiment),
        new("garch", ModelFamily.Risk, WeightGroup.MacroRegime),
        new("har-realised-volatility", ModelFamily.Risk, WeightGroup.MacroRegime),
        new("hmm-regime", ModelFamily.Risk, WeightGroup.MacroRegime),
        new("extreme-value-tail", ModelFamily.Risk, WeightGroup.MacroRegime),
        new("liquidity", ModelFamily.Risk, WeightGroup.MacroRegime),
    ];

    /// <exception cref="ArgumentException">No model of the taxonomy has this name.</exception>
    public static CataloguedModel Find(string name) => Models.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"'{name}' is none of the {Models.Length} models of the catalogue.", nameof(name));
}

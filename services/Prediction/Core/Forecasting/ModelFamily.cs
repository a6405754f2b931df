namespace Superintel.Prediction.Forecasting;

/// <summary>What a model looks at. The names in events are the lower-case names.</summary>
public enum ModelFamily
{
    Cointegration = 1,
    Spread = 2,
    Momentum = 3,
    Macro = 4,
    Risk = 5,
}

namespace Superintel.Prediction.Forecasting;

/// <summary>What shares one base weight of the ensemble.</summary>
public enum WeightGroup
{
    Statistical = 1,
    MachineLearning = 2,
    Sentiment = 3,
    MacroRegime = 4,
}

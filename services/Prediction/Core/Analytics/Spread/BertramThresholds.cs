namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Entry and exit levels of a spread that maximise a measure of return per unit of time.</summary>
/// <param name="Entry">Level at which the spread is bought, below the mean.</param>
/// <param name="Exit">Level at which it is sold, above the mean.</param>
/// <param name="ExpectedTradeLength">Expected time of one entry-exit-entry cycle.</param>
/// <param name="ExpectedReturn">Expected (log) return per unit of time, net of cost.</param>
public readonly record struct BertramThresholds(double Entry, double Exit, double ExpectedTradeLength, double ExpectedReturn);

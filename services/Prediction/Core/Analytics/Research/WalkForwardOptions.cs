namespace Superintel.Prediction.Analytics.Research;

/// <summary>How a pair is learned and then traded, window by window.</summary>
/// <param name="TrainBars">Rows from which hedge ratio, mean and deviation are learned, at least 20.</param>
/// <param name="TestBars">Rows traded with them before they are learned again, at least 1.</param>
/// <param name="ScoreWindow">Null: the score uses the training window's mean and deviation. Otherwise those of the trailing rows, so many,
/// at least 2 and at most <paramref name="TrainBars"/>.</param>
public sealed record WalkForwardOptions(int TrainBars = 252, int TestBars = 63, int? ScoreWindow = null);

namespace Superintel.Prediction.Analytics.Research;

/// <summary>One fold of a purged cross-validation: half-open ranges of rows.</summary>
/// <param name="Test">Rows held out.</param>
/// <param name="TrainBefore">Rows before them, purged at their end.</param>
/// <param name="TrainAfter">Rows after them, purged and embargoed at their beginning.</param>
public readonly record struct PurgedFold(Range Test, Range TrainBefore, Range TrainAfter);

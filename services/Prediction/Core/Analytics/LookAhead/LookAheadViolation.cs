namespace Superintel.Prediction.Analytics.LookAhead;

/// <summary>A value that changed when the future was taken away.</summary>
/// <param name="Output">Name of the output.</param>
/// <param name="Bar">Bar it speaks about.</param>
/// <param name="Cut">First bar that was taken away.</param>
/// <param name="Full">Value with the future present.</param>
/// <param name="Truncated">Value without it.</param>
public sealed record LookAheadViolation(string Output, int Bar, int Cut, double Full, double Truncated);

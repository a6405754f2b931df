namespace Superintel.Risk.Stress.Models;

/// <summary>How prices jump: all together, by a log return of normal law, and each instrument by one of its own beside it.</summary>
/// <param name="PerDay">Probability that a day has a jump, 0 to 1.</param>
/// <param name="Mean">Of the common log return.</param>
/// <param name="Deviation">Of the common log return.</param>
/// <param name="OwnDeviation">Of the log return that an instrument adds, mean zero.</param>
/// <param name="Recovery">Share of the jump, as a log return, that is made good the next day, 0 to 1.</param>
public sealed record JumpLaw(double PerDay, double Mean, double Deviation, double OwnDeviation, double Recovery);

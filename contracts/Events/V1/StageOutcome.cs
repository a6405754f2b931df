namespace Superintel.Contracts.Events.V1;

/// <summary>One stage of the pre-trade chain: what it looked at and what came of it.</summary>
/// <param name="Outcome">passed, vetoed, not-run (an earlier stage vetoed, or the stage does not guard exits), or the stage's own word for
/// having nothing to look at, such as no-book.</param>
/// <param name="Codes">Reason codes of its vetoes.</param>
/// <param name="Inputs">The numbers it looked at.</param>
public sealed record StageOutcome(string Stage, string Outcome, IReadOnlyList<string> Codes, IReadOnlyList<RiskMeasure> Inputs);

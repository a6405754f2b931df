namespace Superintel.Simulation.Parity;

/// <summary>An order that is not the same on both sides.</summary>
/// <param name="Where">both, fleet or simulation.</param>
/// <param name="Cause">The intervention before it, or unexplained.</param>
public sealed record ParityDifference(
    string ClientOrderId, string DecisionId, DateTimeOffset SubmittedAt, string Where, string Detail, string Cause)
{
    public const string Unexplained = "unexplained";
}

using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.MarketData;

/// <summary>A bar that failed the gate, with every reason. Kept for ever, used for nothing.</summary>
/// <param name="Failures">Codes with details, in the order of the checks; at least one.</param>
/// <param name="ConsecutiveFailures">Failures of this instrument and interval in a row, this one included.</param>
public sealed record QuarantinedBar(BarCandidate Candidate, IReadOnlyList<string> Failures, int ConsecutiveFailures)
{
    public BarQuarantined Quarantined(string feed) => new(
        feed, Candidate.Interval.ToString(), Candidate.Instrument.ToString(), Candidate.ClosedAt, Failures, ConsecutiveFailures);
}

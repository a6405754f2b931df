using Superintel.Contracts.Events.V1;

namespace Superintel.Risk.Reasons;

/// <summary>A reason as it was found: the code, what was seen and what was allowed.</summary>
/// <param name="Value">The number found, in the unit of the limit; null when the reason is no number.</param>
/// <param name="Limit">What was allowed; null when the reason is no number.</param>
public sealed record Reason(ReasonCode Code, string Detail, double? Value = null, double? Limit = null)
{
    public VetoReason ToContract() => new(Code.Code, Detail, Value, Limit);
}

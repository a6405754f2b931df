using Superintel.Kernel;

namespace Superintel.Execution.Execution;

/// <summary>What was done for one pair order broke.</summary>
public sealed class PairBrokenException(ClearanceId clearance, bool inHalt, Exception cause)
    : Exception($"The pair order of clearance {clearance} breaks: {cause.Message}", cause)
{
    public ClearanceId Clearance { get; } = clearance;

    /// <summary>It broke while what works was taken back.</summary>
    public bool InHalt { get; } = inHalt;
}

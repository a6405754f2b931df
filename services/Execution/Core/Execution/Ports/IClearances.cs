using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>Which of Risk's permissions are used up.</summary>
public interface IClearances
{
    /// <summary>Uses a clearance up.</summary>
    /// <returns>False: it was used up before.</returns>
    ValueTask<bool> Spend(ClearanceId clearance, DecisionId decision, DateTimeOffset at, CancellationToken ct);
}

using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryClearances : IClearances
{
    private readonly HashSet<string> spent = new(StringComparer.Ordinal);

    public ValueTask<bool> Spend(ClearanceId clearance, DecisionId decision, DateTimeOffset at, CancellationToken ct) =>
        new(spent.Add(clearance.Value));
}

using Superintel.Execution.Execution.External;
using Superintel.Kernel;

namespace Superintel.Execution.Reconciliation;

/// <summary>What became of a person's word on units that nobody explains.</summary>
public abstract record HoldingOutcome
{
    private HoldingOutcome()
    {
    }

    public sealed record Acknowledged(ExternalHolding Holding) : HoldingOutcome;

    /// <summary>Everything is explained.</summary>
    public sealed record NoDifference : HoldingOutcome;

    /// <param name="Difference">Signed, units, of the newest comparison.</param>
    public sealed record OtherDifference(decimal Difference) : HoldingOutcome;

    /// <param name="Order">An order of ours in the instrument that is not over.</param>
    public sealed record OrderOpen(ClientOrderId Order) : HoldingOutcome;
}

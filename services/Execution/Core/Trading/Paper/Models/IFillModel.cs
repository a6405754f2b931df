using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>How much of an order trades in one bar.</summary>
public interface IFillModel
{
    /// <param name="leaves">What is still open, units, above zero.</param>
    /// <param name="lotSize">Smallest step, units.</param>
    /// <returns>From zero to <paramref name="leaves"/>, in lots.</returns>
    Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, ClosedBar bar, DateTimeOffset closedAt);
}

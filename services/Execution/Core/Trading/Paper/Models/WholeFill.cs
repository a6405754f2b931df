using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class WholeFill : IFillModel
{
    public Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, ClosedBar bar, DateTimeOffset closedAt) => leaves;
}

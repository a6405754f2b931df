using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

public sealed class WholeFill : IFillModel
{
    public Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, MarketMoment market) => leaves;
}

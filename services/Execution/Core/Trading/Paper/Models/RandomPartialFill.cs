using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>By chance only a part, the same part whenever the same market is played again.</summary>
public sealed class RandomPartialFill(int seed, double chance) : IFillModel
{
    public Quantity Fill(ClientOrderId order, Quantity leaves, decimal lotSize, MarketMoment market)
    {
        var at = market.At.UtcDateTime.ToString("O");
        if (SeededDraw.Uniform(seed, "partial", order.Value, at) >= chance) return leaves;
        var part = (decimal)SeededDraw.Uniform(seed, "part", order.Value, at);
        return Lots.Floor(leaves.Value * part, lotSize, leaves);
    }
}

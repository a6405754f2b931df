using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>Whole lots out of a wish.</summary>
internal static class Lots
{
    /// <returns>The largest multiple of the lot that is at most <paramref name="wish"/>; all when the wish is for all.</returns>
    public static Quantity Floor(decimal wish, decimal lotSize, Quantity leaves)
    {
        if (wish >= leaves.Value) return leaves;
        var whole = lotSize > 0m ? decimal.Floor(wish / lotSize) * lotSize : wish;
        return new Quantity(Math.Max(0m, whole));
    }
}

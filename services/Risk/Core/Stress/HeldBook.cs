using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Measures;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Stress;

/// <summary>Today's positions with all that a simulation of them is a function of.</summary>
/// <param name="Holdings">By instrument.</param>
/// <param name="Returns">Daily, in the order of <paramref name="Holdings"/>; null when nothing is held.</param>
/// <param name="Mark">The last one, or the first that there would be.</param>
public sealed record HeldBook(
    Currency Currency, ImmutableArray<Holding> Holdings, ReturnPanel? Returns, PortfolioMark Mark, RiskLimits Limits)
{
    /// <summary>The same for the same positions: under what, which instrument, how many.</summary>
    public string PositionsId { get; init; } = "";

    /// <summary>Positions in the desk's accounts that are not in the holdings.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Instruments, padded to whole vectors of four.</summary>
    internal int Stride => (Holdings.Length + 3) / 4 * 4;

    public decimal NetAssetValue => Mark.Value.NetAssetValue;

    public decimal Gross => Holdings.Sum(one => one.Gross);
}

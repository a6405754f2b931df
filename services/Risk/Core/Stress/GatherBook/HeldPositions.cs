using System.Collections.Immutable;
using Superintel.Risk.Portfolio;

namespace Superintel.Risk.Stress.GatherBook;

/// <summary>What the desk's accounts hold, priced at the last closes.</summary>
/// <param name="Value">Of the desk's portfolio: what others hold is in no net asset value, since nobody knows what it cost.</param>
/// <param name="Holdings">By instrument.</param>
/// <param name="PositionsId">The same for the same positions: under what, which instrument, how many.</param>
public sealed record HeldPositions(
    PortfolioValue Value, ImmutableArray<Holding> Holdings, ImmutableArray<LeftOut> LeftOut, string PositionsId);

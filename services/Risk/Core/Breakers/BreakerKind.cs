using System.Collections.Immutable;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Breakers;

/// <summary>What a breaker watches: a closed union.</summary>
public sealed record BreakerKind
{
    public static readonly BreakerKind DailyLoss = new(LimitCatalogue.DailyLoss, BreakerTier.Stop, false, "fraction-of-nav");

    public static readonly BreakerKind Drawdown = new(LimitCatalogue.Drawdown, BreakerTier.Stop, false, "fraction-of-nav");

    public static readonly BreakerKind LosingStreak = new(LimitCatalogue.LosingStreak, BreakerTier.ReduceOnly, false, "count");

    public static readonly BreakerKind RejectRate = new(LimitCatalogue.RejectRate, BreakerTier.ReduceOnly, true, "fraction");

    public static readonly BreakerKind Slippage = new(LimitCatalogue.Slippage, BreakerTier.ReduceOnly, true, "fraction");

    private BreakerKind(string name, BreakerTier highest, bool perVenue, string unit) =>
        (Name, Highest, PerVenue, Unit) = (name, highest, perVenue, unit);

    public static ImmutableArray<BreakerKind> All { get; } = [DailyLoss, Drawdown, LosingStreak, RejectRate, Slippage];

    /// <summary>Also the name of its limit.</summary>
    public string Name { get; }

    /// <summary>How far it opens at most: trouble with a venue is no reason to trade there at any price.</summary>
    public BreakerTier Highest { get; }

    /// <summary>One for each venue, and not one for the portfolio.</summary>
    public bool PerVenue { get; }

    public string Unit { get; }

    /// <exception cref="FormatException">No such kind.</exception>
    public static BreakerKind Parse(string name) =>
        All.FirstOrDefault(kind => kind.Name == name) ?? throw new FormatException($"'{name}' is no kind of breaker.");
}

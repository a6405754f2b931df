using System.Collections.Immutable;

namespace Superintel.Risk.Stress.Models;

/// <summary>Every scenario that is drawn.</summary>
public static class ModelScenarios
{
    private const string Spy = "SPY, daily, 1993 to 2018";

    /// <summary>Days on which closes moved by more than four standard deviations of the day before (EWMA, 0.94): 19 in 6,337.</summary>
    public static ModelScenario JumpDiffusion { get; } = new(
        "jump-diffusion", 10, 1, null, new JumpLaw(0.0030, -0.0318, 0.0310, 0.02, 0), false, 0,
        $"Merton (1976); jumps of {Spy}, beyond four deviations; 2 % of each instrument's own and ten days chosen");

    /// <summary>The low of 6 May 2010 on the close before, and how much of it the close made good.</summary>
    public static ModelScenario FlashCrash { get; } = new(
        "flash-crash", 1, 1, null, new JumpLaw(1.0 / 252, -0.1067, 0, 0.05, 0.683), true, 0,
        "6 May 2010, low and close of SPY; 5 % of each instrument's own, and once a year in simulations, chosen");

    /// <summary>Openings more than 2 % below the close before: 57 in 6,357 nights.</summary>
    public static ModelScenario GapDown { get; } = new(
        "gap-down", 1, 1, null, new JumpLaw(0.0090, -0.0284, 0.0123, 0.02, 0), true, 0,
        $"openings of {Spy}, more than 2 % below the close before; 2 % of each instrument's own chosen");

    /// <summary>What hedged no longer hedges.</summary>
    public static ModelScenario CorrelationToZero { get; } = new(
        "correlation-to-zero", 10, 1, 0, null, false, 0,
        "August 2007, Khandani and Lo (2007): hedged books lose on both sides; zero and ten days chosen");

    /// <summary>What diversified no longer does.</summary>
    public static ModelScenario CorrelationToOne { get; } = new(
        "correlation-to-one", 10, 1, 0.95, null, false, 0,
        "Longin and Solnik (2001): correlations rise in falling markets; 0.95 and ten days chosen");

    /// <summary>Nobody takes the other side for twenty days, then the exit costs twice the widest spread that an entry may pay.</summary>
    public static ModelScenario LiquidityDryUp { get; } = new(
        "liquidity-dry-up", 20, 2, null, null, false, 0.01,
        "Basel Committee, MAR33.12: twenty days for shares of small companies; twice the volatility and 1 % to get out chosen");

    public static ImmutableArray<ModelScenario> All { get; } =
        [JumpDiffusion, FlashCrash, GapDown, CorrelationToZero, CorrelationToOne, LiquidityDryUp];

    public static ModelScenario? Find(string name) => All.FirstOrDefault(one => one.Name == name);
}

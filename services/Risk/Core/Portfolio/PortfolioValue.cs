using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>The portfolio in money of one currency at one moment.</summary>
/// <param name="Cash">All cash, converted.</param>
/// <param name="GrossExposure">Sum of absolute position values.</param>
/// <param name="NetExposure">Signed sum of position values.</param>
/// <param name="RealizedPnl">Since the start, before commissions, at today's rates of exchange.</param>
/// <param name="UnrealizedPnl">Value less cost of what is open.</param>
/// <param name="Commissions">Since the start, positive is a cost.</param>
public sealed record PortfolioValue(
    Currency Currency,
    decimal Cash,
    decimal GrossExposure,
    decimal NetExposure,
    decimal RealizedPnl,
    decimal UnrealizedPnl,
    decimal Commissions,
    int OpenPositions)
{
    /// <summary>Paid for borrowed units since the start, positive is a cost.</summary>
    public decimal Borrow { get; init; }

    /// <summary>Paid as funding since the start, positive is a cost; below zero when more was received.</summary>
    public decimal Funding { get; init; }

    public decimal NetAssetValue => Cash + NetExposure;
}

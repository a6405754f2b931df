namespace Superintel.Contracts.Events.V1;

/// <summary>The portfolio at the prices of a slice, all amounts in <see cref="Currency"/>.</summary>
/// <param name="NetAssetValue">Cash plus the value of all positions.</param>
/// <param name="GrossExposure">Sum of absolute position values.</param>
/// <param name="NetExposure">Signed sum of position values.</param>
/// <param name="RealizedPnl">Since the start, before commissions.</param>
/// <param name="Commissions">Since the start, positive is a cost.</param>
/// <param name="Drawdown">Fraction below the peak of net asset value, 0 to 1.</param>
/// <param name="Borrow">Paid for borrowed units since the start, positive is a cost.</param>
/// <param name="Funding">Paid as funding since the start, positive is a cost; below zero when more was received.</param>
public sealed record PortfolioValued(
    string Feed,
    string Interval,
    DateTimeOffset OccurredAt,
    string Currency,
    decimal NetAssetValue,
    decimal Cash,
    decimal GrossExposure,
    decimal NetExposure,
    decimal RealizedPnl,
    decimal UnrealizedPnl,
    decimal Commissions,
    double Drawdown,
    int OpenPositions,
    decimal Borrow = 0m,
    decimal Funding = 0m) : IEvent
{
    public string EventId => $"portfolio-valued/{Feed}/{Interval}/{OccurredAt.UtcDateTime:O}";
}

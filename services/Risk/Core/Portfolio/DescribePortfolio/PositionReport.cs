namespace Superintel.Risk.Portfolio.DescribePortfolio;

/// <summary>An open position at its last close, amounts in its own currency; null where there is no close.</summary>
public sealed record PositionReport(Position Position, decimal? LastPrice)
{
    public decimal? MarketValue => LastPrice * Position.Quantity;

    public decimal? UnrealizedPnl => MarketValue - Position.Cost;
}

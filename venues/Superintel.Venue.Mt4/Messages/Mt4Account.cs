namespace Superintel.Venue.Mt4.Messages;

/// <summary>GET /v1/account; amounts in <paramref name="Currency"/>.</summary>
public sealed record Mt4Account(
    long Login, string Server, string Company, string Currency, int Leverage, decimal Balance, decimal Equity, decimal Margin,
    decimal FreeMargin, decimal Profit);

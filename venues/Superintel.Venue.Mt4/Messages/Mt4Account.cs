namespace Superintel.Venue.Mt4.Messages;

/// <summary>GET /v1/account; amounts in <paramref name="Currency"/>.</summary>
/// <param name="MarginLevel">Equity in percent of the margin; null when there is no margin.</param>
public sealed record Mt4Account(
    long Login, string Server, string Company, string Currency, int Leverage, decimal Balance, decimal Equity, decimal Margin,
    decimal FreeMargin, decimal Profit, decimal? MarginLevel = null);

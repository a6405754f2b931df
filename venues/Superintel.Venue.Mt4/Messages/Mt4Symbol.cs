namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/symbols.</summary>
/// <param name="LotSize">Units of one lot.</param>
/// <param name="TickSize">Smallest step of a price.</param>
/// <param name="TickValue">What such a step of one lot is worth in the account's currency, now.</param>
/// <param name="TradeMode">DISABLED, LONG_ONLY, SHORT_ONLY, CLOSE_ONLY or FULL.</param>
public sealed record Mt4Symbol(
    string Symbol, int Digits, decimal Point, decimal LotSize, decimal MinLot, decimal MaxLot, decimal LotStep, int StopLevelPoints,
    decimal TickSize, decimal TickValue = 0m, string? TradeMode = null);

namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/symbols.</summary>
/// <param name="LotSize">Units of one lot.</param>
/// <param name="TickSize">Smallest step of a price.</param>
public sealed record Mt4Symbol(
    string Symbol, int Digits, decimal Point, decimal LotSize, decimal MinLot, decimal MaxLot, decimal LotStep, int StopLevelPoints,
    decimal TickSize);

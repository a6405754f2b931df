namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/quotes.</summary>
public sealed record Mt4Quote(
    string Symbol, decimal Bid, decimal Ask, DateTimeOffset Time);

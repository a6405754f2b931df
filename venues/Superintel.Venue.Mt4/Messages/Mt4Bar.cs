namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/bars; the time is its beginning.</summary>
public sealed record Mt4Bar(
    DateTimeOffset Time, decimal Open, decimal High, decimal Low, decimal Close, long TickVolume, bool Complete);

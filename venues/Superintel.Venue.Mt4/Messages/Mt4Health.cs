namespace Superintel.Venue.Mt4.Messages;

/// <summary>GET /v1/health.</summary>
public sealed record Mt4Health(
    string Status, bool TerminalConnected, bool TradeAllowed, DateTimeOffset ServerTimeUtc, int BrokerUtcOffsetMinutes, int Build);

namespace Superintel.Venue.Mt4.Messages;

/// <summary>GET /v1/events.</summary>
public sealed record Mt4Events(
    IReadOnlyList<Mt4Event> Events, long LastSeq);

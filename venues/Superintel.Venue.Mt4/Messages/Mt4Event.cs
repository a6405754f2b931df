namespace Superintel.Venue.Mt4.Messages;

/// <summary>One of GET /v1/events; numbers have no gap.</summary>
/// <param name="Type">order, with the order as it is then.</param>
public sealed record Mt4Event(
    long Seq, string Type, DateTimeOffset At, Mt4Order? Order);

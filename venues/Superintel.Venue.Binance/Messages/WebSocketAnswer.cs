namespace Superintel.Venue.Binance.Messages;

/// <summary>An answer of the WebSocket API.</summary>
/// <param name="Status">As in HTTP.</param>
/// <param name="Result">The result's own JSON; empty with an error.</param>
public sealed record WebSocketAnswer(string Id, int Status, ApiError? Error, ReadOnlyMemory<byte> Result);

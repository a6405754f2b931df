namespace Superintel.Venue.Binance.Streams;

/// <summary>Makes the connection that a stream goes over, before TLS.</summary>
public delegate ValueTask<Stream> StreamDial(SocketsHttpConnectionContext to, CancellationToken ct);

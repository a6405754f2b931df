namespace Superintel.Venue.Ibkr.Session;

/// <summary>Opens the byte stream to a TWS: a TCP connection, unless somebody wants to see what goes over it.</summary>
/// <exception cref="TwsException">Nobody answers there.</exception>
public delegate Task<Stream> TwsDial(TwsOptions options, CancellationToken ct);

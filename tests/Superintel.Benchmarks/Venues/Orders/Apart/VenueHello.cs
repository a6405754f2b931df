using Superintel.VenueSimulator.Hosting;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>What a venue in a process of its own says when it listens.</summary>
/// <param name="SinkPort">Where a thread reads and does nothing else.</param>
/// <param name="PrivateSeed">Of the Ed25519 key, where there is one.</param>
internal sealed record VenueHello(VenueAddress Address, int SinkPort, byte[]? PrivateSeed);

using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Hosting;

/// <summary>One venue's wire in front of the matching engine, on loopback.</summary>
public interface IVenueServer : IAsyncDisposable
{
    SimExchange Exchange { get; }

    /// <summary>Listens until it is disposed of.</summary>
    Task<VenueAddress> Start(CancellationToken ct);
}

using Superintel.Execution.Trading.Ports;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>An adapter at an endpoint, with the few things the cases need beside the port.</summary>
public interface IVenueDriver : IAsyncDisposable
{
    VenueProfile Profile { get; }

    IBroker Broker { get; }

    /// <summary>Asks what an order would cost; null: the venue has no such question.</summary>
    IOrderPreview? Preview => null;

    /// <summary>Asks what the port does not: account, contract, price, history.</summary>
    IVenueFacts Facts { get; }

    /// <summary>What cases that have not passed sent so far.</summary>
    SentOrders Sent { get; }

    /// <summary>Breaks the connection; the adapter has to come back by itself.</summary>
    /// <returns>False when the venue has no connection to break.</returns>
    Task<bool> Break(CancellationToken ct);

    /// <summary>Lets the venue's market move, where the endpoint allows it, so that what can trade does.</summary>
    Task Move(CancellationToken ct);
}

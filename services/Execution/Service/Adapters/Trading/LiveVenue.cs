using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Service.Adapters.Trading;

/// <summary>A venue on the wire: one for the process, with events of its own time.</summary>
/// <param name="Name">As the routes name it.</param>
internal sealed record LiveVenue(string Name, IBroker Broker)
{
    /// <summary>What an order would cost there; null: it cannot be asked.</summary>
    public IOrderPreview? Preview { get; init; }
}

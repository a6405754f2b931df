using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

public sealed partial class IbkrBroker : IDepartureBoard
{
    /// <inheritdoc/>
    public string? Hindrance(string venue) =>
        outages.At(clock.GetUtcNow()) is { } outage ? $"IB is away by plan ({outage})." : link.Hindrance;
}

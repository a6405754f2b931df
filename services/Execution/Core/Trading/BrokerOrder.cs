using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>An order as the venue has it, with all its executions.</summary>
/// <param name="Text">The venue's words, for a person.</param>
public sealed record BrokerOrder(
    string Venue,
    string Account,
    ClientOrderId ClientOrderId,
    string VenueOrderId,
    InstrumentId Instrument,
    Side Side,
    Quantity Quantity,
    BrokerOrderStatus Status,
    string Text,
    IReadOnlyList<BrokerEvent.Filled> Fills);

namespace Superintel.Contracts.Events.V1;

/// <summary>
/// The cost of an execution that was told without it. Applied exactly once per (venue, account, execution id, revision), and only while
/// that revision stands.
/// </summary>
/// <param name="Revision">Of the execution that it is the cost of.</param>
/// <param name="Side">Of the execution, as are <paramref name="Price"/> and <paramref name="Currency"/>.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost.</param>
/// <param name="OccurredAt">When the execution was: the venue tells no time of its own for it.</param>
public sealed record CommissionBooked(
    string Venue,
    string Account,
    string ExecutionId,
    int Revision,
    string ClientOrderId,
    string DecisionId,
    string PairId,
    int Leg,
    string InstrumentId,
    string Side,
    decimal Price,
    string Currency,
    decimal Commission,
    string CommissionCurrency,
    DateTimeOffset OccurredAt) : IDecisionEvent
{
    public string EventId => $"commission-booked/{Venue}/{Account}/{ExecutionId}/{Revision}";
}

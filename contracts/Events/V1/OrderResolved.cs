namespace Superintel.Contracts.Events.V1;

/// <summary>A person said what became of an order that its venue could not tell of.</summary>
/// <param name="Outcome">not-placed, canceled, expired, or filled: an execution was entered by hand, or corrected, and is told by an
/// <see cref="OrderFilled"/> or a <see cref="FillCorrected"/>.</param>
/// <param name="By">Who said so.</param>
/// <param name="VenueAnswer">What the venue said when it was asked just before.</param>
/// <param name="Entry">Of an execution that was entered: its execution id and revision; null: none was.</param>
public sealed record OrderResolved(
    string ClientOrderId,
    string DecisionId,
    string PairId,
    string Outcome,
    string By,
    string Reason,
    string VenueAnswer,
    DateTimeOffset OccurredAt,
    string? Entry = null) : IDecisionEvent
{
    public string EventId => Entry is null
        ? $"order-resolved/{ClientOrderId}/{OccurredAt.UtcDateTime:O}"
        : $"order-resolved/{Entry}";
}

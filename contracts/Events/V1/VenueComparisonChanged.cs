namespace Superintel.Contracts.Events.V1;

/// <summary>
/// A venue could not be compared with the desk's book since Execution began, and takes no order; or it was compared after such a wait, and
/// takes orders again. A venue that is compared at the start tells nothing.
/// </summary>
/// <param name="IsCompared">False: no order goes there.</param>
/// <param name="Reason">Why it was not compared; empty when it was.</param>
public sealed record VenueComparisonChanged(
    string Venue,
    string Account,
    bool IsCompared,
    string Reason,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"venue-comparison-changed/{Venue}/{Account}/{IsCompared}/{OccurredAt.UtcDateTime:O}";
}

namespace Superintel.Contracts.Events.V1;

/// <summary>Execution is done with a slice of bars: every fill that its prices made has been told before this.</summary>
/// <param name="InstrumentIds">The instruments of the slice, as in its BarClosed.</param>
public sealed record SliceExecuted(string Feed, string Interval, DateTimeOffset OccurredAt, IReadOnlyList<string> InstrumentIds) : IEvent
{
    public string EventId => $"slice-executed/{Feed}/{Interval}/{OccurredAt.UtcDateTime:O}";
}

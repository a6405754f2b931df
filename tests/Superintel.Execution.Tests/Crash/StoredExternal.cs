namespace Superintel.Execution.Tests.Crash;

/// <summary>An order of somebody else's as Execution has it.</summary>
internal sealed record StoredExternal(
    string Id, string VenueOrderId, string InstrumentId, string State, decimal Filled, int Version, string? AcknowledgedBy);

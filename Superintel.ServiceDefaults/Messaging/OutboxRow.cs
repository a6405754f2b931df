namespace Superintel.ServiceDefaults.Messaging;

/// <summary>A committed event that the broker has not confirmed yet.</summary>
internal sealed record OutboxRow(long Sequence, string EventId, string Type, string Payload, string? Traceparent);

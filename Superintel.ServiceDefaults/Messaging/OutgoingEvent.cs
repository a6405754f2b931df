namespace Superintel.ServiceDefaults.Messaging;

/// <summary>An event as told, with the trace it was told in.</summary>
internal sealed record OutgoingEvent(string EventId, string Type, string Payload, string DecisionId, string? TraceParent);

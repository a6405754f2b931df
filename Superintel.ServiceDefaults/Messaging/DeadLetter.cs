namespace Superintel.ServiceDefaults.Messaging;

/// <summary>A message on its way into the table of dead messages.</summary>
internal sealed record DeadLetter(
    string? EventId, string? Type, string? ContentType, byte[] Body, string? Traceparent, string Code, string Error, int Attempts);

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>A message that could not be handled.</summary>
/// <param name="Code">message-undeserialisable, message-unknown or handler-failed.</param>
/// <param name="Error">The last failure, type and message.</param>
/// <param name="Body">The message as it came, as text; only when one message is looked at.</param>
public sealed record DeadMessage(
    long Id,
    string? EventId,
    string? Type,
    string Code,
    string Error,
    int Attempts,
    DateTimeOffset FailedAt,
    string? Traceparent,
    string? Body);

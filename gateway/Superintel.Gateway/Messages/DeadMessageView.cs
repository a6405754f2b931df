namespace Superintel.Gateway.Messages;

/// <summary>A message that a service could not handle.</summary>
/// <param name="Service">Whose; with the id it names the message.</param>
/// <param name="Body">As it came; only when one message is looked at.</param>
public sealed record DeadMessageView(
    string Service,
    long Id,
    string? EventId,
    string? Type,
    string Code,
    string Error,
    int Attempts,
    DateTimeOffset FailedAt,
    string? Traceparent,
    string? Body);

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>A body that is not the event it claims to be. Trying again would not help.</summary>
internal sealed class UnreadableEventException(string message, Exception cause) : Exception(message, cause);

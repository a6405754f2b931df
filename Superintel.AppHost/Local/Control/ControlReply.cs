namespace Superintel.AppHost.Local.Control;

/// <param name="Error">Why the request was refused; null when it was not.</param>
public sealed record ControlReply(FleetStatus? Status, string? Error);

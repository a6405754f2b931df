namespace Superintel.AppHost.Local.Control;

/// <param name="Verb">status, down, stop, start or restart.</param>
/// <param name="Part">The part that stop, start and restart are about.</param>
public sealed record ControlRequest(string Verb, string? Part = null);

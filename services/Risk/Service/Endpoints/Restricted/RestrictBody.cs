namespace Superintel.Risk.Service.Endpoints.Restricted;

/// <summary>Whether an instrument shall be restricted, and why.</summary>
public sealed record RestrictBody(bool Restricted, string Reason);

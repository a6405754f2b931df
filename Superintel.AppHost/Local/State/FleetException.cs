namespace Superintel.AppHost.Local.State;

/// <summary>The fleet cannot do what was asked, for a reason that the person at the terminal can act on.</summary>
public sealed class FleetException(string message) : Exception(message);

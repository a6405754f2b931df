namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>A halt that came by the local socket and is not in the store yet.</summary>
/// <param name="By">local: and the name of the account that the service runs as, whose file the socket is.</param>
public sealed record LocalOrder(string Reason, string By, DateTimeOffset At);

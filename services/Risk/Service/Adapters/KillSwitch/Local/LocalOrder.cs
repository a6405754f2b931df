namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>A halt that is not in the store yet: it came by the local socket, or by API while the store was gone.</summary>
/// <param name="By">local: and the name of the account that the service runs as, whose file the socket is; by API the
/// authenticated user.</param>
public sealed record LocalOrder(string Reason, string By, DateTimeOffset At);

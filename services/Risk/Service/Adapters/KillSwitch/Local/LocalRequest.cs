namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>One line of JSON on the socket.</summary>
/// <param name="State">halted: the only state that may be reached this way.</param>
public sealed record LocalRequest(string State, string Reason);

namespace Superintel.Risk.Service.Adapters.KillSwitch.Local;

/// <summary>The answer, one line of JSON.</summary>
/// <param name="Accepted">The order is on disk and in force in Risk.</param>
/// <param name="Delivered">Execution has confirmed it.</param>
/// <param name="Stored">It is in the store, and with it on its way to the journal; otherwise that follows when the store returns.</param>
/// <param name="Detail">Why it was not accepted; empty otherwise.</param>
public sealed record LocalReply(bool Accepted, bool Delivered, bool Stored, string Detail);

namespace Superintel.Execution.Trading.Composite;

/// <summary>Where orders of an asset class go.</summary>
public sealed record Route(string Venue, string Account);

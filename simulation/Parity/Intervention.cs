namespace Superintel.Simulation.Parity;

/// <summary>Something a person did in the fleet that the simulation cannot know.</summary>
public sealed record Intervention(DateTimeOffset At, string What);

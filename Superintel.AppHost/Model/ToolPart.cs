namespace Superintel.AppHost.Model;

/// <summary>A program beside the fleet of processes.</summary>
/// <param name="Executable">Path from the repository's root, with forward slashes.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ToolPart(string Name, string Executable, IReadOnlyList<string> Arguments) : FleetPart(Name);

namespace Superintel.AppHost.Model;

/// <summary>A whole fleet: its parameters and its parts, in the order in which they are declared.</summary>
public sealed record FleetDescription(IReadOnlyList<Parameter> Parameters, IReadOnlyList<FleetPart> Parts)
{
    /// <exception cref="ArgumentException">The fleet has no such part.</exception>
    public FleetPart this[string name] => Parts.FirstOrDefault(part => part.Name == name)
        ?? throw new ArgumentException($"The fleet has no part '{name}'.", nameof(name));
}

namespace Superintel.AppHost.Model;

/// <summary>An image that somebody else builds.</summary>
/// <param name="Image">Registry and name where the registry is not the usual one.</param>
/// <param name="Tag">The image's tag.</param>
public record ContainerPart(string Name, string Image, string Tag) : FleetPart(Name)
{
    /// <summary>A command line for a shell in the container, in place of what the image would run.</summary>
    public string? ShellCommand { get; init; }

    public IReadOnlyList<Volume> Volumes { get; init; } = [];

    /// <summary>It does its work and ends; who waits for it waits for the end.</summary>
    public bool RunsOnce { get; init; }

    /// <summary>A command inside the container that succeeds once it is ready; empty where there is none.</summary>
    public IReadOnlyList<string> HealthCommand { get; init; } = [];
}

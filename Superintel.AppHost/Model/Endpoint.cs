namespace Superintel.AppHost.Model;

/// <summary>Where a part listens.</summary>
/// <param name="Name">Unique within its part; templates name it as {part.bindings.name.url}.</param>
/// <param name="Protocol">What is spoken there.</param>
public sealed record Endpoint(string Name, EndpointProtocol Protocol)
{
    /// <summary>The port inside its container; null where the host chooses one.</summary>
    public int? TargetPort { get; init; }

    /// <summary>The port on this machine; null where the host chooses a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Meant for people and programs outside the fleet.</summary>
    public bool Public { get; init; }
}

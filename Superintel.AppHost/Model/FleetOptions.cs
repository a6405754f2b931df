namespace Superintel.AppHost.Model;

/// <summary>What may differ between two fleets of the same description.</summary>
/// <param name="Target">What the fleet is turned into.</param>
/// <param name="StateFolder">Where services may keep files, as they see it; an absolute path.</param>
public sealed record FleetOptions(FleetTarget Target, string StateFolder)
{
    /// <summary>The clone that services may read sample data from; null where there is none, as inside a container.</summary>
    public string? RepositoryFolder { get; init; }

    /// <summary>The file that names the first administrator to the gateway; null where it is told in another way.</summary>
    public string? AdminFile { get; init; }

    /// <summary>The gateway's port on this machine: 1 to 65535.</summary>
    public int GatewayPort { get; init; } = Fleet.GatewayPort;

    /// <summary>Containers run as the image's own unprivileged user, who can write to its home.</summary>
    public static FleetOptions Containers { get; } = new(FleetTarget.Containers, "/home/app/superintel");
}

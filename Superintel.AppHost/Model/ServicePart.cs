namespace Superintel.AppHost.Model;

/// <summary>A project of this repository.</summary>
/// <param name="Project">Path of the project file from the repository's root, with forward slashes.</param>
public sealed record ServicePart(string Name, string Project) : FleetPart(Name)
{
    /// <summary>The PostgreSQL role it signs in as, and the schema that role owns.</summary>
    public required string DatabaseRole { get; init; }
}

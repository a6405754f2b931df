namespace Superintel.AppHost.Model;

/// <summary>
/// A server that the services share. As a container it is what its image, environment and command say;
/// as a process of this machine it is what its kind says, with the same endpoints and passwords.
/// </summary>
/// <param name="Kind">What it is.</param>
public sealed record ServerPart(string Name, string Image, string Tag, ServerKind Kind) : ContainerPart(Name, Image, Tag)
{
    /// <summary>The parameter that holds the password of its superuser.</summary>
    public required string PasswordParameter { get; init; }
}

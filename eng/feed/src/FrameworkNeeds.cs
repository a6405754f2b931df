using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Superintel.Feed;

/// <summary>
/// What an assembly needs beyond its package's listed dependencies. An application that has ASP.NET Core's shared framework trims
/// the Microsoft.Extensions packages out of its manifest; an application without it still needs them, so they are read from the assembly.
/// </summary>
/// <param name="AspNetCore">The assembly cannot run without the shared framework Microsoft.AspNetCore.App.</param>
/// <param name="Extensions">Microsoft.Extensions packages it refers to, with the version it was compiled against.</param>
public sealed record FrameworkNeeds(bool AspNetCore, IReadOnlyDictionary<string, string> Extensions)
{
    public static FrameworkNeeds Of(ReadOnlySpan<byte> assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => (Name: metadata.GetString(reference.Name), reference.Version))
            .ToList();
        return new FrameworkNeeds(
            references.Exists(reference => reference.Name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)),
            references
                .Where(reference => reference.Name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
                .ToDictionary(reference => reference.Name, reference => reference.Version.ToString(3), StringComparer.Ordinal));
    }
}

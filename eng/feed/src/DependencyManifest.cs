using System.Text.Json;

namespace Superintel.Feed;

/// <summary>Finds packages in an application's <c>.deps.json</c>.</summary>
public static class DependencyManifest
{
    /// <exception cref="FeedException">The manifest lacks the package or has another version of it.</exception>
    public static IReadOnlyList<BundledPackage> Find(ReadOnlySpan<byte> manifest, IReadOnlyDictionary<string, string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        using var document = JsonDocument.Parse(manifest.ToArray());
        var packages = document.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .ToDictionary(library => library.Name, library => library.Value, StringComparer.Ordinal);
        return [.. wanted.Select(package => Read(package.Key, package.Value, packages))];
    }

    private static BundledPackage Read(string id, string version, Dictionary<string, JsonElement> packages)
    {
        if (!packages.TryGetValue($"{id}/{version}", out var library))
        {
            throw new FeedException(
                $"The Aspire package does not hold {id} {version}. The recipe and the pinned Aspire version belong together.");
        }

        return new BundledPackage(
            id,
            version,
            Members(library, "dependencies").ToDictionary(d => d.Name, d => d.Value.GetString()!, StringComparer.Ordinal),
            [.. Members(library, "runtime").Select(assembly => assembly.Name)]);
    }

    private static IEnumerable<JsonProperty> Members(JsonElement library, string name) =>
        library.TryGetProperty(name, out var members)
            ? members.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
            : [];
}

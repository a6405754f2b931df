using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Superintel.Feed;

/// <summary>Writes one .nupkg: the same content gives the same bytes.</summary>
public static class PackageFile
{
    private const string TargetFramework = "net10.0";

    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    // Zip cannot hold earlier times; a fixed one keeps the bytes stable.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string folder, BundledPackage package, SingleFileBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(bundle);
        var target = Path.Combine(folder, $"{package.Id}.{package.Version}.nupkg");
        var unfinished = target + ".tmp";
        using (var zip = ZipFile.Open(unfinished, ZipArchiveMode.Create))
        {
            Add(zip, $"{package.Id}.nuspec", Encode(Describe(package, bundle)));
            Add(zip, "[Content_Types].xml", Encode(ContentTypes()));
            foreach (var assembly in package.Assemblies)
            {
                Add(zip, $"lib/{TargetFramework}/{Path.GetFileName(assembly)}", bundle[Path.GetFileName(assembly)]);
            }

            if (package.Assemblies.Count == 0)
            {
                Add(zip, $"lib/{TargetFramework}/_._", []);
            }
        }

        File.Move(unfinished, target, overwrite: true);
    }

    private static XElement Describe(BundledPackage package, SingleFileBundle bundle)
    {
        var needs = package.Assemblies.Select(assembly => FrameworkNeeds.Of(bundle[Path.GetFileName(assembly)])).ToList();
        var aspNetCore = needs.Exists(need => need.AspNetCore);
        var dependencies = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, version) in package.Dependencies.Concat(aspNetCore ? [] : needs.SelectMany(need => need.Extensions)))
        {
            dependencies[id] = version;
        }

        return new XElement(
            Nuspec + "package",
            new XElement(
                Nuspec + "metadata",
                new XElement(Nuspec + "id", package.Id),
                new XElement(Nuspec + "version", package.Version),
                new XElement(Nuspec + "authors", "Their authors; see eng/feed/README.md"),
                new XElement(Nuspec + "description", $"{package.Id} as shipped inside the Aspire CLI {Recipe.AspireVersion}."),
                new XElement(
                    Nuspec + "dependencies",
                    new XElement(
                        Nuspec + "group",
                        new XAttribute("targetFramework", TargetFramework),
                        dependencies.Select(d => new XElement(
                            Nuspec + "dependency", new XAttribute("id", d.Key), new XAttribute("version", d.Value))))),
                aspNetCore ? AspNetCoreReference() : null));
    }

    private static XElement AspNetCoreReference() => new(
        Nuspec + "frameworkReferences",
        new XElement(
            Nuspec + "group",
            new XAttribute("targetFramework", TargetFramework),
            new XElement(Nuspec + "frameworkReference", new XAttribute("name", "Microsoft.AspNetCore.App"))));

    private static XElement ContentTypes() => new(
        Types + "Types",
        new[] { "nuspec", "dll", "_" }.Select(extension => new XElement(
            Types + "Default",
            new XAttribute("Extension", extension),
            new XAttribute("ContentType", "application/octet-stream"))));

    private static byte[] Encode(XElement element) => Encoding.UTF8.GetBytes(element.ToString());

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

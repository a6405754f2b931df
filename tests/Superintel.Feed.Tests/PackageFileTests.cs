using System.IO.Compression;
using System.Xml.Linq;
using Superintel.TestKit;

namespace Superintel.Feed.Tests;

public sealed class PackageFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Scratch.Folder("feed");

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Package_when_written_twice_has_the_same_bytes()
    {
        var first = await File.ReadAllBytesAsync(Write(typeof(FeedCommand).Assembly.Location));
        var second = await File.ReadAllBytesAsync(Write(typeof(FeedCommand).Assembly.Location));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Package_names_its_id_version_and_dependencies()
    {
        var nuspec = Nuspec(Write(typeof(FeedCommand).Assembly.Location));

        Assert.That(Value(nuspec, "id"), Is.EqualTo("Some.Package"));
        Assert.That(Value(nuspec, "version"), Is.EqualTo("1.2.3"));
        Assert.That(Dependencies(nuspec), Is.EqualTo(new[] { "Other.Package 4.5.6" }));
        Assert.That(nuspec.Descendants().Any(element => element.Name.LocalName == "frameworkReference"), Is.False);
    }

    [Test]
    public void Package_of_an_assembly_that_needs_extensions_depends_on_them()
    {
        var extension = typeof(Microsoft.Extensions.Logging.LoggerFactory).Assembly.Location;

        Assert.That(Dependencies(Nuspec(Write(extension))), Has.Some.StartsWith("Microsoft.Extensions.Logging.Abstractions "));
    }

    [Test]
    public void Package_of_an_assembly_that_needs_the_web_framework_refers_to_it_and_leaves_extensions_to_it()
    {
        var web = typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location;
        var nuspec = Nuspec(Write(web));

        Assert.That(
            nuspec.Descendants().Single(element => element.Name.LocalName == "frameworkReference").Attribute("name")!.Value,
            Is.EqualTo("Microsoft.AspNetCore.App"));
        Assert.That(Dependencies(nuspec), Is.EqualTo(new[] { "Other.Package 4.5.6" }));
    }

    private string Write(string assembly)
    {
        var bundle = SingleFileBundle.Read(BundleImage.Of(("Some.dll", File.ReadAllBytes(assembly))));
        var dependencies = new Dictionary<string, string>(StringComparer.Ordinal) { ["Other.Package"] = "4.5.6" };
        PackageFile.Write(_folder, new BundledPackage("Some.Package", "1.2.3", dependencies, ["lib/net10.0/Some.dll"]), bundle);
        return Path.Combine(_folder, "Some.Package.1.2.3.nupkg");
    }

    private static XDocument Nuspec(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var stream = zip.GetEntry("Some.Package.nuspec")!.Open();
        return XDocument.Load(stream);
    }

    private static string Value(XDocument nuspec, string name) =>
        nuspec.Descendants().Single(element => element.Name.LocalName == name).Value;

    private static IEnumerable<string> Dependencies(XDocument nuspec) => nuspec.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}");
}

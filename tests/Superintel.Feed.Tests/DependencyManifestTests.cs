using System.Text;

namespace Superintel.Feed.Tests;

public sealed class DependencyManifestTests
{
    private static readonly byte[] Manifest = Encoding.UTF8.GetBytes("""
        {
          "targets": {
            ".NETCoreApp,Version=v10.0/linux-x64": {
              "Grpc.Net.Client/2.80.0": {
                "dependencies": { "Grpc.Net.Common": "2.80.0" },
                "runtime": { "lib/net10.0/Grpc.Net.Client.dll": {} }
              },
              "Grpc.AspNetCore/2.80.0": { "dependencies": { "Google.Protobuf": "3.34.1" } }
            }
          }
        }
        """);

    [Test]
    public void Package_has_the_dependencies_and_assemblies_of_the_manifest()
    {
        var package = DependencyManifest.Find(Manifest, Wanted("Grpc.Net.Client", "2.80.0")).Single();

        Assert.That(package.Dependencies, Is.EqualTo(Wanted("Grpc.Net.Common", "2.80.0")));
        Assert.That(package.Assemblies, Is.EqualTo(new[] { "lib/net10.0/Grpc.Net.Client.dll" }));
    }

    [Test]
    public void Package_of_packages_has_no_assembly() =>
        Assert.That(DependencyManifest.Find(Manifest, Wanted("Grpc.AspNetCore", "2.80.0")).Single().Assemblies, Is.Empty);

    [TestCase("Grpc.Net.Client", "2.81.0")]
    [TestCase("Grpc.Net.Missing", "2.80.0")]
    public void Package_that_is_not_there_at_that_version_is_refused(string id, string version) =>
        Assert.That(
            () => DependencyManifest.Find(Manifest, Wanted(id, version)),
            Throws.TypeOf<FeedException>().With.Message.Contains($"{id} {version}"));

    private static Dictionary<string, string> Wanted(string id, string version) => new(StringComparer.Ordinal) { [id] = version };
}
